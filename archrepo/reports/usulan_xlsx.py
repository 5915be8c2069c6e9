"""The workbook of proposed applications: an empty one to fill in, and the same rows with the answers beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from archrepo.berkas import atomic_path
from archrepo.checks.calon import CONCLUSIONS, MENDS, HasilUsulan, Serupa, Usulan
from archrepo.errors import InputError, Place
from archrepo.exchange.buku_kerja import BukuKerja, Cell
from archrepo.landscape import Instansi, Landscape
from archrepo.reports.lembar_isian import BarisIsian, read_rows

_ASKED = (
    ("nama", "Nama Aplikasi", 30),
    ("fungsi", "Fungsi", 40),
    ("deskripsi", "Deskripsi", 40),
    ("url", "Alamat", 26),
    ("unit", "Perangkat Daerah Pengusul", 30),
)
_ANSWERED = (("Kesimpulan", 24), ("Serupa Dengan", 40), ("Peluang (%)", 10), ("Bukti", 50), ("Langkah", 44))
_EMPTY_ROWS = 30


class ProposalError(InputError):
    """A proposal lacks its name or its function."""

    code = "USL001"


def read_proposals(path: Path) -> tuple[Usulan, ...]:
    """Return the proposals of a workbook.

    Raises:
        FileProblem: the file is not safe, or cannot be read.
        HeaderMissingError: it has no columns for name and function.
        ProposalError: a row lacks one of the two.
    """
    rows = read_rows(path, {key: title for key, title, _ in _ASKED}, ("nama", "fungsi"))
    return tuple(_proposal(row) for row in rows)


def _proposal(row: BarisIsian) -> Usulan:
    for key, title in (("nama", "Nama Aplikasi"), ("fungsi", "Fungsi")):
        if not row.isi[key]:
            place = Place(row.place.file, row.place.sheet, row.place.row, title)
            raise ProposalError(f"{title} kosong", mend="Isi kolom itu, atau hapus barisnya.", where=place)
    given = {key: row.isi.get(key) or None for key in ("deskripsi", "url", "unit")}
    return Usulan(nama=row.isi["nama"], fungsi=row.isi["fungsi"], **given)


def write_form(landscape: Landscape, instansi: Instansi, path: Path) -> None:
    """Write the empty workbook.

    Raises:
        OutputError: the place cannot be written.
    """
    notes = ("Satu usulan satu baris; Nama Aplikasi dan Fungsi wajib diisi. Kirim kembali ke Diskominfo.",)
    _write(landscape, instansi, path, notes, (("",) * len(_ASKED) for _ in range(_EMPTY_ROWS)), answered=False)


def write_answers(
    landscape: Landscape, instansi: Instansi, results: Sequence[HasilUsulan], compared: int, path: Path
) -> None:
    """Write the proposals with the answers.

    Raises:
        OutputError: the place cannot be written.
    """
    notes = (
        f"{len(results)} usulan dibandingkan dengan {compared} aplikasi yang tercatat dan yang dikenal nasional.",
        "Ini bahan pertimbangan Clearance; keputusan tetap pada Tim Koordinasi.",
    )
    _write(landscape, instansi, path, notes, _rows(results), answered=True)


def _write(
    landscape: Landscape,
    instansi: Instansi,
    path: Path,
    notes: Iterable[str],
    rows: Iterable[Sequence[Cell]],
    *,
    answered: bool,
) -> None:
    moment = landscape.taken_at or datetime.combine(landscape.as_of, time(), UTC)
    title = f"Usulan aplikasi · {instansi.nama}"
    head = [(name, width) for _, name, width in _ASKED] + (list(_ANSWERED) if answered else [])
    with (
        atomic_path(path) as temporary,
        BukuKerja(temporary, title=title, created=moment, footer=title) as book,
    ):
        page = book.sheet("Usulan")
        page.widths([width for _, width in head])
        page.heading(title, notes)
        first, last = page.grid([name for name, _ in head], rows)
        page.sheet.autofilter(first, 0, last, len(head) - 1)
        page.sheet.freeze_panes(first + 1, 1)


def _rows(results: Iterable[HasilUsulan]) -> Iterator[tuple[Cell, ...]]:
    for result in results:
        row = result.usulan
        first = result.serupa[0] if result.serupa else None
        yield (
            row.nama,
            row.fungsi,
            row.deskripsi,
            row.url,
            row.unit,
            CONCLUSIONS[result.verdict],
            "\n".join(name_of(one) for one in result.serupa),
            None if first is None else round(100 * first.score),
            first.why if first is not None else None,
            MENDS[result.verdict],
        )


def name_of(row: Serupa) -> str:
    """Return an application as people name it: with kode, owner, and the decree that makes it an Aplikasi Umum."""
    told = ", ".join(
        part for part in (row.kode, row.pemilik, f"Aplikasi Umum: {row.dasar}" if row.dasar else "") if part
    )
    return f"{row.nama} ({told})" if told else row.nama
