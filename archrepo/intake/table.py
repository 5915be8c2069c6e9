"""A sheet seen as a table: titles and rows of cells, each with its place in the sender's sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archrepo.intake.workbook import Cell, Row, Sheet


def filled_columns(row: Row) -> list[int]:
    """Return the indexes of the cells of a row that hold something."""
    return [index for index, cell in enumerate(row) if cell is not None and cell != ""]


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a column. In a header of two rows ``group`` is the upper and ``sub`` the lower part, else empty."""

    index: int
    text: str
    letter: str
    group: str = ""
    sub: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a sheet.

    ``header_row`` is the last header row as Excel numbers it, ``header_top`` the first. ``before`` are the rows above
    the header, for what their texts say of the unit. ``places`` is filled for a form only, where the cells of one
    record stand in many rows.
    """

    sheet: Sheet
    titles: tuple[Title, ...]
    header_row: int | None
    before: Sequence[Row]
    rows: Sequence[Row]
    first_row: int
    first_index: int
    is_form: bool = False
    header_top: int | None = None
    places: Mapping[tuple[int, int], tuple[int, str]] = field(default_factory=dict)

    def row_number(self, position: int) -> int:
        """Return the number of a row as Excel shows it; for a form that of its first line."""
        if self.is_form:
            return min((row for (record, _), (row, _) in self.places.items() if record == position), default=1)
        return self.first_row + position

    def place(self, position: int, title: Title) -> tuple[int, str]:
        """Return row number and column letter of a cell."""
        return self.places.get((position, title.index), (self.row_number(position), title.letter))

    def filled_rows(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows with their positions; cells merged downwards hold their text in every row."""
        fills = _fills(self.sheet, self.first_index) if not self.is_form else {}
        for position, row in enumerate(self.rows):
            merged = fills.get(position)
            if merged:
                cells = list(row) + [None] * (max(merged) + 1 - len(row))
                for column, value in merged.items():
                    cells[column] = value
                row = tuple(cells)
            yield position, row


def _fills(sheet: Sheet, first: int) -> dict[int, dict[int, Cell]]:
    """Return, by row below the header, the cells that a downward merge fills."""
    found: dict[int, dict[int, Cell]] = {}
    for merged in sheet.merged:
        if merged.bottom <= merged.top or merged.bottom < first or merged.right - merged.left > 3:
            continue
        if merged.top >= len(sheet.rows) or merged.left >= len(sheet.rows[merged.top]):
            continue
        value = sheet.rows[merged.top][merged.left]
        if value in (None, ""):
            continue
        for row in range(max(merged.top + 1, first), min(merged.bottom + 1, len(sheet.rows))):
            found.setdefault(row - first, {})[merged.left] = value
    return found
