"""The values of each column of a table by which its titles are understood."""

from __future__ import annotations

from collections.abc import Mapping

from archrepo.intake.header import is_numbering
from archrepo.intake.table import Table
from archrepo.intake.values import Cell, plain_text
from archrepo.intake.wording import begins_with
from archrepo.intake.workbook import Row
from archrepo.names import fold


def samples_of(table: Table, limit: int = 800) -> Mapping[int, list[Cell]]:
    """Return the values of each column for mapping, of rows that are filled: every n-th of a long table."""
    step = max(1, len(table.rows) // limit)
    rows = [row for row in table.rows[::step] if _is_filled(row) and not is_numbering(row) and not _is_total(row)]
    return {title.index: [row[title.index] for row in rows if title.index < len(row)] for title in table.titles}


def _is_filled(row: Row) -> bool:
    return len(row) - row.count("") - row.count(None) > 1


def _is_total(row: Row) -> bool:
    """Whether a row begins as a total and goes on with numbers, which are no values of their columns."""
    filled = [cell for cell in row if cell not in (None, "")]
    numbers = sum(isinstance(cell, int | float) or plain_text(cell).isdigit() for cell in filled)
    return 2 * numbers >= len(filled) - 1 and any(
        begins_with(fold(cell), "baris_bukan_data", "jumlah") for cell in filled[:2] if isinstance(cell, str)
    )
