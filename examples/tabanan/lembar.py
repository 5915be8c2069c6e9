"""A sheet before it is a file: cells, merges and widths, and beside every row what it is (the truth).

The same sheet is written as xlsx, csv or ods, so that a shape never depends on a file format.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from isi.aplikasi import HOSTING_LAIN, LOKASI_HOSTING, STATUS

CONTOH = "DATA CONTOH – bukan data resmi"


@dataclass(frozen=True)
class Rumus:
    """A formula and the value that it has, since nothing computes it when the file is written."""

    teks: str
    nilai: int | float


Isi: TypeAlias = str | int | float | date | Rumus | None


@dataclass(frozen=True)
class Sel:
    """One cell: what stands in it and which of the writer's styles it has."""

    isi: Isi
    gaya: str = "isi"


@dataclass(frozen=True)
class Penanda:
    """What a row really is. ``jenis`` is empty for a row of an application, then ``app`` holds one id or several."""

    baris: int
    jenis: str = ""
    app: tuple[str, ...] = ()
    nama: str = ""
    unit: str = ""
    hosting: str | None = None
    status: str | None = None


@dataclass
class Lembar:
    """A sheet that grows downwards; rows and columns count from 1, as Excel does."""

    nama: str
    lebar: Sequence[float] = ()
    tersembunyi: bool = False
    kolom_tersembunyi: frozenset[int] = frozenset()
    kelas: str = ""
    baris: list[list[Sel]] = field(default_factory=list)
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)
    penanda: list[Penanda] = field(default_factory=list)
    baris_kepala: int = 0

    def tambah(self, isi: Iterable[Isi], gaya: str = "isi", jenis: str = "", mulai: int = 1) -> int:
        """Append a row from column ``mulai`` on and return its number; ``jenis`` marks a row that is no application."""
        sel = [Sel(None, "kosong")] * (mulai - 1) + [Sel(satu, gaya) for satu in isi]
        self.baris.append(sel)
        nomor = len(self.baris)
        if jenis:
            self.penanda.append(Penanda(nomor, jenis))
        return nomor

    def kosong(self, jumlah: int = 1) -> None:
        """Append empty rows."""
        self.baris.extend([] for _ in range(jumlah))

    def judul(self, teks: Iterable[str], sampai_kolom: int, mulai: int = 1) -> None:
        """Append title rows, each merged over the table; the words DATA CONTOH always come first."""
        for urut, satu in enumerate((CONTOH, *teks)):
            nomor = self.tambah([satu], "contoh" if urut == 0 else "judul", "title", mulai)
            if sampai_kolom > mulai:
                self.gabung(nomor, mulai, nomor, sampai_kolom)

    def gabung(self, baris: int, kolom: int, baris_akhir: int, kolom_akhir: int) -> None:
        """Merge a rectangle; its upper left cell keeps its text."""
        self.gabungan.append((baris, kolom, baris_akhir, kolom_akhir))

    def aplikasi(self, nomor: int, app: str, nama: str, unit: str, hosting: str = "", status: str = "") -> None:
        """Say which application stands in a row; ``+`` joins the ids of a cell that names several."""
        ids = tuple(app.split("+"))
        self.penanda.append(Penanda(nomor, "", ids, nama, unit, arti_hosting(hosting), arti_status(status)))


def arti_hosting(kata: str) -> str | None:
    """Return the ``lokasi_hosting`` id of a written server position, or nothing for a blank or an unknown word.

    Raises:
        KeyError: the word is neither declared as known nor as outside the vocabulary.
    """
    kecil = kata.strip().casefold()
    return None if kecil in HOSTING_LAIN or kecil in {"", "-"} else LOKASI_HOSTING[kecil]


def arti_status(kata: str) -> str | None:
    """Return the ``status_aplikasi`` id of a written state, or nothing for a blank."""
    kecil = kata.strip().casefold()
    return STATUS[kecil] if kecil else None
