"""The workbook that a unit fills in: a sheet a domain class, drop-downs, notes, what is known of the unit already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from archrepo.berkas import atomic_path
from archrepo.declarations.kolom import VERSION, Kolom, column
from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.metamodel import kelas
from archrepo.exchange.buku_kerja import BukuKerja, Cell, Lembar, Tata
from archrepo.exchange.petunjuk import note_of, write_cover, write_guide
from archrepo.exchange.rows import Rows
from archrepo.exchange.unit_content import elements_of_unit
from archrepo.landscape import Aplikasi, Elemen, Landscape, PerangkatDaerah
from archrepo.landscape.pusat_data import STATUS_LABELS, status_integrasi

if TYPE_CHECKING:
    from xlsxwriter.format import Format

CHOICES_SHEET = "Pilihan"
NOTES_TITLE = "Catatan Perbaikan"
UNIT_LABEL = "Perangkat Daerah:"

SHEETS: Mapping[str, tuple[str, ...]] = {
    "Aplikasi": (
        "kode", "nama", "singkatan", "pemilik", "pengguna", "fungsi", "bentuk", "jenis", "kepemilikan", "basis",
        "sasaran", "status", "url", "lokasi_hosting", "klaim_integrasi", "terintegrasi_dengan", "layanan",
        "proses_bisnis", "data", "basis_data", "pengembang", "tahun_dibuat", "deskripsi", "versi_objek",
    ),
    "Layanan": (
        "kode", "nama", "unit_pelaksana_id", "tujuan", "fungsi", "target", "metode", "status", "aplikasi",
        "proses_bisnis", "data", "kl_terkait", "deskripsi", "versi_objek",
    ),
    "ProsesBisnis": (
        "kode", "nama", "pemilik", "jenis", "urusan", "layanan", "data", "regulasi_ids", "deskripsi", "versi_objek",
    ),
    "DataInformasi": (
        "kode", "nama", "produsen", "sifat", "jenis", "validitas", "data_pribadi", "aplikasi", "proses_bisnis",
        "tujuan", "deskripsi", "versi_objek",
    ),
    "Integrasi": (
        "kode", "nama", "dari_id", "ke_id", "jalur", "data_ids", "frekuensi", "status", "deskripsi", "versi_objek",
    ),
    "Server": (
        "kode", "nama", "pemilik", "bentuk", "jenis_penggunaan", "status_kepemilikan", "memori_gb", "penyimpanan_gb",
        "fasilitas_id", "perangkat_lunak", "versi_objek",
    ),
}  # fmt: skip
"""The classes and columns that a unit can answer, in the order of the sheets; all others are Diskominfo's to fill."""

_ROWS_TO_FILL = 300
_FRAMED_ROWS = 15
_EXTRA_WIDTH = 44
_FIRST_YEAR = 1990
# What Diskominfo writes and a unit leaves as it is.
_OURS = frozenset({"kode", VERSION})
_WIDTHS = {
    VERSION: 10,
    "kode": 19,
    "nama": 34,
    "teks_panjang": 40,
    "url": 34,
    "tahun": 12,
    "ya_tidak": 14,
    "bilangan": 14,
}
_HEADS = {"wajib": "#1F4E79", "lain": "#4A7AA8", "bukan_isian": "#7A8694"}


@dataclass(frozen=True, slots=True)
class Isi:
    """What a workbook is filled with besides the columns.

    ``unit`` is whose it is, None for an empty one. ``notes`` are open remarks by element id; None leaves their column
    out. ``letter`` are the paragraphs of a cover sheet; none leaves it out.
    """

    unit: PerangkatDaerah | None = None
    elements: Mapping[str, tuple[Elemen, ...]] = field(default_factory=dict)
    notes: Mapping[int, tuple[str, ...]] | None = None
    letter: tuple[str, ...] = ()


def write_template(
    landscape: Landscape,
    path: Path,
    *,
    unit_id: int | None = None,
    instansi_id: int | None = None,
    watermark: str | None = None,
    notes: Mapping[int, tuple[str, ...]] | None = None,
    letter: Sequence[str] = (),
) -> None:
    """Write the workbook for a unit, filled with what it owns or reports, or an empty one.

    Args:
        unit_id: the PerangkatDaerah it goes to.
        instansi_id: whose units stand in the drop-downs; the unit's own where there is one, else the first there is.
        watermark: text across every sheet, such as ``DATA CONTOH``.
        notes: open remarks by element id, for a column that an import ignores; None leaves it out.
        letter: paragraphs of a cover sheet.

    Raises:
        OutputError: the place cannot be written.
    """
    unit = landscape.get(unit_id)
    owner = unit if isinstance(unit, PerangkatDaerah) else None
    known = elements_of_unit(landscape, owner, SHEETS) if owner is not None else {}
    content = Isi(owner, known, notes, tuple(letter))
    moment = landscape.taken_at or datetime.combine(landscape.as_of, time(), UTC)
    title = f"Isian Arsitektur SPBE{f' · {owner.nama}' if owner else ''}"
    only = landscape.daftar_instansi[0].id
    home = owner.instansi_id if owner is not None else instansi_id if instansi_id is not None else only
    with (
        atomic_path(path) as temporary,
        BukuKerja(temporary, title=title, created=moment, watermark=watermark, footer=title) as book,
    ):
        _Template(book, landscape, content, home).write()


class _Template:
    """One workbook being written; the lists of choices are gathered while the sheets are made."""

    def __init__(self, book: BukuKerja, landscape: Landscape, content: Isi, instansi_id: int) -> None:
        self._book = book
        self._landscape = landscape
        self._content = content
        self._rows = Rows(landscape, instansi_id)
        self._units = tuple(unit.nama for unit in landscape.units(instansi_id))
        self._lists: dict[str, tuple[str, ...]] = {}
        self._text = book.style(text_wrap=True, border=1, border_color="#D5DDE5")
        self._fixed = book.style(
            text_wrap=True, border=1, border_color="#D5DDE5", bg_color="#F1F3F5", font_color="#5B6675"
        )

    def write(self) -> None:
        """Write every sheet: the cover where there is one, the guide, the classes, the hidden choices."""
        unit = self._content.unit.nama if self._content.unit else None
        if self._content.letter:
            write_cover(self._book, unit or "", self._content.letter)
        write_guide(self._book, unit, {name: self._columns(name) for name in SHEETS}, self._content.notes is not None)
        for name in SHEETS:
            self._sheet(name)
        self._choices()

    def _columns(self, name: str) -> tuple[Kolom, ...]:
        found = (column(name, field) for field in SHEETS[name])
        return tuple(kolom for kolom in found if kolom is not None)

    def _sheet(self, name: str) -> None:
        known = self._columns(name)
        label = sheet_title(name)
        page = self._book.sheet(label, Tata(a3=True))
        page.widths(
            (*(_width(kolom) for kolom in self._columns(name)), *(_EXTRA_WIDTH for _ in self._extra_titles(name)))
        )
        page.line(label, self._book.title, height=24)
        page.put(page.row, 0, UNIT_LABEL, self._book.style(bold=True))
        page.put(page.row, 1, self._content.unit.nama if self._content.unit else None, self._book.style(bold=True))
        page.row += 2
        extra = self._extra_titles(name)
        head = page.row
        self._head(page, known, extra)
        rows = self._content.elements.get(name, ())
        for number, element in enumerate(rows, start=head + 1):
            self._row(page, number, element, known, extra)
        for number in range(head + len(rows) + 1, head + len(rows) + 1 + _FRAMED_ROWS):
            for position, kolom in enumerate(known):
                page.put(number, position, None, self._fixed if kolom.field in _OURS else self._text)
        last = head + len(rows) + _ROWS_TO_FILL
        for position, kolom in enumerate(known):
            self._validate(page, kolom, head + 1, last, position)
        page.sheet.freeze_panes(head + 1, 2)
        page.sheet.repeat_rows(0, head)
        if rows:
            page.sheet.autofilter(head, 0, head + len(rows), len(known) + len(extra) - 1)

    def _extra_titles(self, name: str) -> tuple[str, ...]:
        if name != "Aplikasi" or self._content.notes is None:
            return ()
        status = column("Aplikasi", "status_integrasi")
        return (status.title if status is not None else "", NOTES_TITLE)

    # ---- header

    def _head(self, page: Lembar, known: tuple[Kolom, ...], extra: tuple[str, ...]) -> None:
        for position, kolom in enumerate(known):
            kind = "bukan_isian" if kolom.field in _OURS else "wajib" if kolom.required == "ya" else "lain"
            page.put(page.row, position, kolom.title, self._head_style(kind))
            if note := note_of(kolom):
                page.sheet.write_comment(page.row, position, note, {"x_scale": 1.8, "y_scale": 0.9, "font_size": 9})
        for position, title in enumerate(extra, start=len(known)):
            page.put(page.row, position, title, self._head_style("bukan_isian"))
            text = "Ditulis oleh pemeriksaan. Tidak perlu diisi; diabaikan saat isian ini dimasukkan kembali."
            page.sheet.write_comment(page.row, position, text, {"x_scale": 1.8, "font_size": 9})
        page.sheet.set_row(page.row, 34)

    def _head_style(self, kind: str) -> Format:
        return self._book.style(
            bold=True, font_color="#FFFFFF", bg_color=_HEADS[kind], text_wrap=True, border=1, border_color="#FFFFFF",
            valign="vcenter",
        )  # fmt: skip

    # ---- rows

    def _row(
        self, page: Lembar, number: int, element: Elemen, known: tuple[Kolom, ...], extra: tuple[str, ...]
    ) -> None:
        texts = self._rows.row(element)
        cells: list[Cell] = [shown(kolom, texts[kolom.field]) for kolom in known]
        if extra and isinstance(element, Aplikasi):
            remarks = "\n".join((self._content.notes or {}).get(element.id, ()))
            cells += [STATUS_LABELS[status_integrasi(self._landscape, element).state], remarks]
        for position, cell in enumerate(cells):
            is_ours = position >= len(known) or known[position].field in _OURS
            page.put(number, position, cell, self._fixed if is_ours else self._text)
        page.fit(number, cells)

    def _validate(self, page: Lembar, kolom: Kolom, first: int, last: int, position: int) -> None:
        """Offer a drop-down; other words stay allowed, since every vocabulary is open."""
        options = self._options(kolom)
        if options:
            name = f"daftar_{kolom.vocabulary or 'perangkat_daerah'}"
            self._lists[name] = options
            rule: dict[str, str | int] = {
                "validate": "list",
                "source": f"={name}",
                "error_type": "information",
                "error_title": "Di luar daftar",
                "error_message": "Kata ini di luar daftar pilihan. Boleh dipakai bila tidak ada yang cocok.",
            }
            page.sheet.data_validation(first, position, last, position, rule)
        elif kolom.kind == "tahun":
            rule = {
                "validate": "integer",
                "criteria": "between",
                "minimum": _FIRST_YEAR,
                "maximum": self._landscape.as_of.year + 1,
                "error_type": "warning",
                "error_title": "Tahun",
                "error_message": "Tulis tahun dengan empat angka, misalnya 2021.",
            }
            page.sheet.data_validation(first, position, last, position, rule)

    def _options(self, kolom: Kolom) -> tuple[str, ...]:
        if kolom.multi:
            return ()
        if kolom.vocabulary is not None:
            return tuple(value.label for value in vocabulary(kolom.vocabulary).nilai if not value.label.startswith("("))
        is_unit = "PerangkatDaerah" in kolom.targets and kolom.field != "pengembang"
        return self._units if is_unit else ()

    def _choices(self) -> None:
        sheet = self._book.book.add_worksheet(CHOICES_SHEET)
        for position, (name, options) in enumerate(self._lists.items()):
            for number, option in enumerate(options):
                sheet.write_string(number, position, option)
            letter = _letters(position)
            self._book.book.define_name(name, f"={CHOICES_SHEET}!${letter}$1:${letter}${len(options)}")
        sheet.hide()


def sheet_title(name: str) -> str:
    """Return the name of the sheet of a class."""
    return "Server" if name == "Server" else kelas(name).label.replace(" SPBE", "")


def shown(kolom: Kolom, text: str) -> str | int:
    """Return a cell of an export as people fill it in: labels for ids, a year or a count as a number."""
    if kolom.vocabulary is not None and text:
        return vocabulary(kolom.vocabulary).label(text)
    if kolom.kind in ("tahun", "bilangan") and text.isdecimal():
        return int(text)
    return text


def _width(kolom: Kolom) -> float:
    return _WIDTHS.get(kolom.field) or _WIDTHS.get(kolom.kind) or (30 if kolom.multi else 22)


def _letters(position: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(position))
