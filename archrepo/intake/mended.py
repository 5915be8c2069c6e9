"""How a mended copy of a sender's workbook says what it is, and which of its rows are to be taken."""

from __future__ import annotations

from dataclasses import dataclass

from archrepo.intake.table import Table
from archrepo.intake.values import plain_text
from archrepo.intake.workbook import Sheet, Workbook
from archrepo.names import fold

LIST_SHEET = "Perlu Diperbaiki"
NOTES_TITLE = "Catatan Perbaikan"
"""The column that says what is wrong with a row; an import knows it and reads nothing from it."""

COLUMNS = ("No", "Lembar", "Baris", "Kolom", "Isi", "Yang ditemukan", "Yang perlu dilakukan", "Kode")
"""The titles of the list that a copy begins with."""

_MARK = "archrepo perbaikan/1"
_SEARCHED_ROWS = 8


def mark_of(*, is_part: bool) -> str:
    """Return the line by which a copy is known: one of a file that was written in part, or of one that was not."""
    return f"{_MARK} {'sebagian' if is_part else 'semua'}"


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended copy of a file that was written in part; ``sheets`` are those that had problems."""

    sheets: frozenset[str]

    def marked_rows(self, table: Table) -> frozenset[int] | None:
        """Return the rows of a table that are to be taken, as Excel numbers them; None for all of them."""
        if table.is_form:
            return None if table.sheet.name in self.sheets else frozenset()
        index = next((title.index for title in table.titles if is_notes_title(title.text)), None)
        if index is None:
            return frozenset()
        return frozenset(
            table.row_number(position)
            for position, row in enumerate(table.rows)
            if index < len(row) and row[index] not in (None, "")
        )


def mended_part(workbook: Workbook) -> Mended | None:
    """Return what is to be taken of a mended copy of a file that was written in part; None for any other workbook."""
    sheet = next((sheet for sheet in workbook.sheets if is_list(sheet)), None)
    if sheet is None or _mark_on(sheet) != mark_of(is_part=True):
        return None
    place = COLUMNS.index("Lembar")
    named = (plain_text(row[place]) for row in sheet.rows if len(row) > place)
    return Mended(frozenset(filter(None, named)))


def is_list(sheet: Sheet) -> bool:
    """Whether a sheet is the list that a copy begins with."""
    return fold(sheet.name) == fold(LIST_SHEET) and _mark_on(sheet) is not None


def is_notes_title(text: str) -> bool:
    """Whether a column holds the remarks of an earlier import."""
    return fold(text) == fold(NOTES_TITLE)


def _mark_on(sheet: Sheet) -> str | None:
    texts = (plain_text(row[0]) for row in sheet.rows[:_SEARCHED_ROWS] if row)
    return next((text for text in texts if text.startswith(_MARK)), None)
