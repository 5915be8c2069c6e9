"""Which unit a row belongs to: its column, the section above, the user's option, a title row, the sheet, the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archrepo.intake.mapping import ColumnMap
from archrepo.intake.table import Table
from archrepo.intake.unit_names import labelled_unit, unit_in_title, unit_of_file, unit_of_sheet
from archrepo.intake.values import Cell, plain_text
from archrepo.intake.wording import is_empty
from archrepo.intake.workbook import Row
from archrepo.names import clean, fold


@dataclass(frozen=True, slots=True)
class Unit:
    """The name of a unit as written, and where it stood: kolom, bagian, opsi, judul, lembar or berkas."""

    name: str
    origin: str


def unit_of_table(table: Table, kelas: str, opd: str | None, file_stem: str) -> Unit | None:
    """Return the unit of a whole table.

    What the user says beats what is guessed from title rows, and those beat the names of sheet and file.
    """
    if opd:
        return Unit(clean(opd), "opsi")
    titled = unit_of_titles(table.before)
    if titled:
        return Unit(titled, "judul")
    named = unit_of_sheet(table.sheet.name, is_strict=kelas != "Aplikasi")
    if named:
        return Unit(named, "lembar")
    stem = unit_of_file(file_stem)
    return Unit(stem, "berkas") if stem else None


def unit_of_titles(rows: Sequence[Row]) -> str | None:
    """Return the unit that the rows above a table name; a labelled one first, else the last, which is the nearest.

    A letterhead goes from the greater to the smaller: Sekretariat Daerah, then Bagian Umum.
    """
    found: str | None = None
    for row in rows:
        cells = [text for text in (plain_text(cell) for cell in row) if text]
        labelled = labelled_unit(cells)
        if labelled and not is_empty(labelled, "teks"):
            return labelled
        for cell in dict.fromkeys(cells):
            found = unit_in_title(cell) or found
    return found


def _unit_text(cell: Cell) -> str | None:
    text = plain_text(cell)
    return text if not is_empty(text, "teks") and fold(text) else None


class UnitColumn:
    """The unit column of a table, read from the top down.

    Units are written once for a group of rows, or in every row. Where the same unit stands in two neighbouring rows it
    is every row, and a blank then says nothing; else a blank repeats what stands above it.
    """

    def __init__(self, table: Table, mapping: ColumnMap) -> None:
        use = mapping.by_field.get("pelapor") or (
            mapping.by_field.get("pemilik") if mapping.kelas != "Aplikasi" else None
        )
        self.index = use.title.index if use else None
        repeats = self.index is not None and not self._is_written_in_every_row(table)
        self._repeats = repeats and not mapping.is_own_export and not table.is_form
        self._last: str | None = None
        self._known: dict[Cell, str | None] = {}

    def _is_written_in_every_row(self, table: Table) -> bool:
        index = self.index or 0
        texts = [plain_text(row[index]) for row in table.rows if index < len(row) and any(row)]
        same = sum(one == other != "" for one, other in pairwise(texts))
        blanks = sum(not text for text in texts)
        return same > 0 and blanks <= same

    def read(self, row: Row) -> str | None:
        """Return the unit of a row, as written."""
        if self.index is None:
            return None
        cell = row[self.index] if self.index < len(row) else None
        if cell is not None and cell != "":
            if cell not in self._known:
                self._known[cell] = _unit_text(cell)
            if text := self._known[cell]:
                self._last = text
                return text
        return self._last if self._repeats else None

    def forget(self) -> None:
        """A section begins: what stood above it does not reach below."""
        self._last = None
