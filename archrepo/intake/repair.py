"""Rows of a text file that a stray separator made longer than the header: mended where only one mending is possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archrepo.intake.evidence import Evidence, share_of_kind
from archrepo.intake.mapping import ColumnMap, Use
from archrepo.intake.records import CellProblem, cell_problem
from archrepo.intake.table import Table
from archrepo.intake.values import plain_text
from archrepo.intake.workbook import Cell, Row

MOST_EXTRA = 3
TYPED = frozenset({"enum", "url", "tahun", "ya_tidak", "tanggal", "bilangan"})
"""Kinds of columns by whose values a mending is judged."""


def repair_rows(table: Table, mapping: ColumnMap) -> tuple[Table, list[CellProblem]]:
    """Join the cells that a separator inside a text cut apart.

    Of all ways to join neighbouring cells into one, those are possible after which every column of a declared kind
    holds a word of its kind; of these, one where every cell taken in begins with a blank is the right one. If all ways
    left agree on a cell, it is certain; where they differ the longest text, which holds the others, stands in it. If no
    way is possible the row stays as it is. Each such row is reported.
    """
    if table.sheet.name or table.is_form or not table.titles:
        return table, []
    width = max(title.index for title in table.titles) + 1
    if all(len(row) <= width for row in table.rows):
        return table, []
    typed = [use for use in mapping.uses if use.column.kind in TYPED]
    rows: list[Row] = []
    problems: list[CellProblem] = []
    for position, row in enumerate(table.rows):
        short = _without_tail(row, width)
        if len(short) > width:
            problems.append(cell_problem("IMP031", row=table.row_number(position), found=len(short), expected=width))
            short = _mended(short, width, typed)
        rows.append(short)
    return replace(table, rows=rows), problems


def _without_tail(row: Row, width: int) -> Row:
    while len(row) > width and row[-1] in (None, ""):
        row = row[:-1]
    return row


def _mended(row: Row, width: int, typed: Sequence[Use]) -> Row:
    extra = len(row) - width
    if extra > MOST_EXTRA or not typed:
        return row
    possible = [start for start in range(width) if all(_fits(_joined(row, start, extra), use) for use in typed)]
    # Inside a text a separator is followed by a blank, between cells it is not.
    blank = [start for start in possible if all(_begins_blank(cell) for cell in row[start + 1 : start + extra + 1])]
    ways = [_joined(row, start, extra) for start in blank or possible]
    if not ways:
        return row
    return tuple(_agreed([way[index] for way in ways]) for index in range(width))


def _joined(row: Row, start: int, extra: int) -> Row:
    text = ", ".join(plain_text(cell) for cell in row[start : start + extra + 1] if cell not in (None, ""))
    return (*row[:start], text, *row[start + extra + 1 :])


def _begins_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and cell[:1] == " "


def _fits(row: Row, use: Use) -> bool:
    cell = row[use.title.index]
    if cell in (None, ""):
        return True
    share = share_of_kind(use.column, Evidence([cell]))
    return share is None or share > 0


def _agreed(cells: Sequence[Cell]) -> Cell:
    """Return what all ways say of a cell; where they differ, the longest text, which holds the others."""
    return cells[0] if len(set(cells)) == 1 else max(cells, key=lambda cell: len(plain_text(cell)))
