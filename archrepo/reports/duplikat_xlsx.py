"""The workbook of open groups: one row a record beside the one that would be kept, with cells for the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Literal

from archrepo.berkas import atomic_path
from archrepo.declarations.kolom import guard_formula
from archrepo.errors import InputError, Place
from archrepo.exchange.buku_kerja import BukuKerja, Cell
from archrepo.landscape import Instansi, Landscape
from archrepo.names import fold
from archrepo.reports.duplikat import Anggota, Kelompok
from archrepo.reports.lembar_isian import BarisIsian, read_rows

SHEET = "Kelompok"
Meaning = Literal["sama", "bukan_sama", "gabung"]
ANSWERS: Mapping[str, Meaning | None] = {"sama": "sama", "bukan sama": "bukan_sama", "gabung": "gabung", "nanti": None}
"""What people write, and what it means; nothing written means later too."""
_COLUMNS = (
    ("kelompok", "Kelompok", 10),
    ("judul", "Dugaan", 22),
    ("kode_utama", "Kode Utama", 14),
    ("utama", "Aplikasi Utama", 30),
    ("kode", "Kode", 14),
    ("nama", "Aplikasi Lain", 30),
    ("unit", "Perangkat Daerah", 28),
    ("alamat", "Alamat", 26),
    ("fungsi", "Fungsi", 30),
    ("peluang", "Peluang (%)", 10),
    ("mengapa", "Bukti", 46),
    ("putusan", "Putusan", 14),
    ("alasan", "Alasan", 34),
)
_NEEDED = ("kode_utama", "kode", "putusan")
_NOTES = (
    "Isi kolom Putusan: sama (satu aplikasi), bukan sama, gabung (catatan lain masuk ke aplikasi utama), atau nanti.",
    "Kolom Alasan diisi untuk setiap putusan. Kode Utama dan Kode mohon tidak diubah. Baris yang kosong dilewati.",
)
_SPACE = 200


class AnswerError(InputError):
    """A cell for the answer holds another word, or an answer has no reason."""

    code = "PUT002"


def write_groups(
    landscape: Landscape,
    instansi: Instansi,
    groups: Sequence[Kelompok],
    path: Path,
    *,
    watermark: str | None = None,
) -> None:
    """Write the workbook.

    Raises:
        OutputError: the place cannot be written.
    """
    moment = landscape.taken_at or datetime.combine(landscape.as_of, time(), UTC)
    title = f"Kelompok aplikasi yang menunggu putusan · {instansi.nama}"
    with (
        atomic_path(path) as temporary,
        BukuKerja(temporary, title=title, created=moment, watermark=watermark, footer=title) as book,
    ):
        page = book.sheet(SHEET)
        page.widths([width for _, _, width in _COLUMNS])
        page.heading(title, _NOTES)
        answer = book.style(text_wrap=True, border=1, border_color="#B8C4D0", bg_color="#FFF7DB")
        places = {key: place for place, (key, _, _) in enumerate(_COLUMNS)}
        marked = {places["putusan"]: answer, places["alasan"]: answer}
        first, last = page.grid([title for _, title, _ in _COLUMNS], _rows(groups), styles=marked)
        rule = {"validate": "list", "source": list(ANSWERS), "error_title": "Putusan", "error_type": "stop",
                "error_message": f"Pilih salah satu: {', '.join(ANSWERS)}."}  # fmt: skip
        page.sheet.data_validation(first + 1, places["putusan"], last + _SPACE, places["putusan"], rule)
        page.sheet.autofilter(first, 0, last, len(_COLUMNS) - 1)
        page.sheet.freeze_panes(first + 1, places["utama"] + 1)
        page.sheet.repeat_rows(first)


def _rows(groups: Iterable[Kelompok]) -> Iterator[tuple[Cell, ...]]:
    for number, group in enumerate(groups, start=1):
        for row in group.lain:
            yield (
                number,
                group.judul,
                group.utama.kode,
                _named(group.utama),
                row.kode,
                row.nama,
                row.unit,
                row.alamat,
                row.fungsi,
                None if row.peluang is None else round(100 * row.peluang),
                row.mengapa,
                None,
                None,
            )


def _named(row: Anggota) -> str:
    return f"{row.nama} ({row.unit})" if row.unit else row.nama


def read_answers(path: Path) -> tuple[tuple[BarisIsian, Meaning], ...]:
    """Return the answered rows of a workbook with what each answer means.

    Raises:
        FileProblem: the file is not safe, or cannot be read.
        HeaderMissingError: it is not such a workbook.
        AnswerError: a cell holds another word than the answers, or an answer has no reason.
    """
    rows = read_rows(path, {key: title for key, title, _ in _COLUMNS}, _NEEDED)
    known = {fold(word): meaning for word, meaning in ANSWERS.items()}
    found: list[tuple[BarisIsian, Meaning]] = []
    for row in rows:
        text = row.isi["putusan"]
        if not text:
            continue
        if fold(text) not in known:
            raise AnswerError(
                f'"{guard_formula(text)}" bukan putusan',
                mend=f"Tulis salah satu: {', '.join(ANSWERS)}.",
                where=_cell(row, "Putusan"),
            )
        meaning = known[fold(text)]
        if meaning and not row.isi.get("alasan"):
            raise AnswerError(
                f'Putusan "{text}" belum beralasan',
                mend="Tulis alasannya, satu kalimat cukup.",
                where=_cell(row, "Alasan"),
            )
        if meaning:
            found.append((row, meaning))
    return tuple(found)


def _cell(row: BarisIsian, column: str) -> Place:
    return Place(row.place.file, row.place.sheet, row.place.row, column)
