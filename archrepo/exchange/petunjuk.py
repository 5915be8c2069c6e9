"""The first sheets of a workbook for a unit: the letter that asks, and the guide that tells how to fill it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from archrepo.declarations.kolom import Kolom
from archrepo.declarations.metamodel import kelas
from archrepo.exchange.buku_kerja import BukuKerja, Cell, Tata

# The importer knows sheets whose names begin so as no data (schema/pembacaan.yaml, lembar_bukan_data).
GUIDE_SHEET = "Petunjuk"
COVER_SHEET = "Sampul"

_STEPS = (
    "Isi satu lembar untuk tiap jenis: mulai dari Aplikasi, lalu lembar lain sejauh diketahui.",
    "Satu baris untuk satu objek. Tulis nama resminya, tanpa nama atau nomor telepon orang.",
    "Kolom biru tua paling penting; kolom biru muda diisi bila diketahui. Kosongkan yang tidak diketahui.",
    "Kolom abu-abu tidak diisi. Kolom Kode menghubungkan baris dengan catatan yang sudah ada: jangan diubah.",
    "Untuk menghapus isian lama tulis (hapus). Sel kosong tidak mengubah apa pun.",
    "Beberapa nilai dalam satu sel dipisahkan dengan titik koma.",
    "Bila unit belum punya aplikasi, tulis: tidak ada, pada kolom Nama Aplikasi baris pertama.",
    "Simpan sebagai xlsx dan kirim kembali ke Diskominfo.",
)
_NOTES_STEP = "Kolom Catatan Perbaikan menyebut apa yang perlu dilengkapi pada baris itu; kolomnya sendiri tidak diisi."
_REQUIRED = {"ya": "ya", "bersyarat": "bila berlaku"}


def write_guide(
    book: BukuKerja,
    unit: str | None,
    columns: Mapping[str, Sequence[Kolom]],
    has_notes: bool,
) -> None:
    """Write the guide: the steps, then every column with how to fill it, an example and its choices.

    Examples stand here, greyed, and never on the sheets of data, so that none is sent back as data.
    """
    page = book.sheet(GUIDE_SHEET, Tata(landscape=False))
    page.widths((34, 13, 62, 38))
    page.heading("Petunjuk Pengisian", (f"Untuk {unit}." if unit else "Tulis nama unit pada setiap lembar.",))
    for number, step in enumerate((*_STEPS, *((_NOTES_STEP,) if has_notes else ())), start=1):
        page.line(f"{number}. {step}")
    page.row += 1
    grey = book.style(
        text_wrap=True, border=1, border_color="#B8C4D0", bg_color="#F1F3F5", font_color="#5B6675", italic=True
    )
    for name, known in columns.items():
        page.section(kelas(name).label.replace(" SPBE", ""))
        rows: list[tuple[Cell, ...]] = [
            (kolom.title, _REQUIRED.get(kolom.required, ""), how_to_fill(kolom), kolom.example) for kolom in known
        ]
        page.grid(("Isian", "Penting", "Cara mengisi", "Contoh (bukan data)"), rows, styles={3: grey})


def how_to_fill(kolom: Kolom) -> str:
    """Return how a column is filled in, without its example."""
    parts: Iterable[str] = (
        kolom.hint,
        "Beberapa nilai: pisahkan dengan titik koma." if kolom.multi and "titik koma" not in kolom.hint else "",
        "Pilih dari daftar." if kolom.vocabulary and "Pilih" not in kolom.hint else "",
    )
    return " ".join(part for part in parts if part)


def note_of(kolom: Kolom) -> str:
    """Return the note at the head of a column: how to fill it in, and an example."""
    return f"{how_to_fill(kolom)} Contoh: {kolom.example}".strip() if kolom.example else how_to_fill(kolom)


def write_cover(book: BukuKerja, unit: str, letter: Sequence[str]) -> None:
    """Write the letter to a unit, a paragraph a row."""
    page = book.sheet(COVER_SHEET, Tata(landscape=False, one_page=True))
    page.widths((96,))
    page.heading("Mohon dicek dan dilengkapi", (f"Kepada Kepala {unit}",))
    wrap = book.style(text_wrap=True, font_size=12)
    for paragraph in letter:
        lines = 1 + len(paragraph) // 88
        page.line(paragraph, wrap, height=17.0 * lines + 6)
