"""A workbook while it is drawn: cells, merges and hidden parts, and beside them which rows are applications."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter
from sheet_drawing import ods_cell, write_ods

from archrepo.intake.workbook import Cell


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the value that it has."""

    text: str
    value: float


Drawn = Cell | Formula


@dataclass(frozen=True, slots=True)
class Expected:
    """What a row says: the names of its applications, and ids of unit, place and state; None where it was not asked.

    ``row`` is None where a whole sheet is about one application.
    """

    sheet: str
    row: int | None
    names: tuple[str, ...]
    unit: str | None
    hosting: str | None
    status: str | None


@dataclass(slots=True)
class Canvas:
    """One sheet that grows downwards; rows and columns count from 0, expected rows as Excel numbers them."""

    name: str
    left: int = 0
    hidden: bool = False
    rows: list[list[Drawn]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    expected: list[Expected] = field(default_factory=list)

    def add(self, cells: Iterable[Drawn] = ()) -> int:
        """Append a row, moved right by ``left``; return its index."""
        self.rows.append([*[None] * self.left, *cells])
        return len(self.rows) - 1

    def blank(self, count: int = 1) -> None:
        """Append empty rows."""
        for _ in range(count):
            self.rows.append([])

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge a rectangle, given in columns of the table."""
        if (top, left) != (bottom, right):
            self.merges.append((top, left + self.left, bottom, right + self.left))

    def expect(
        self, row: int | None, names: Sequence[str], unit: str | None, hosting: str | None, status: str | None
    ) -> None:
        """Say what the row with this index is."""
        self.expected.append(Expected(self.name, None if row is None else row + 1, tuple(names), unit, hosting, status))


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as a unit sent it, the ``--opd`` that goes with it, and what it says."""

    path: Path
    expected: tuple[Expected, ...]
    opd: str | None = None


def save_xlsx(path: Path, sheets: Sequence[Canvas], *, opd: str | None = None) -> Sent:
    """Write sheets as an xlsx workbook."""
    with xlsxwriter.Workbook(path) as book:
        for canvas in sheets:
            sheet = book.add_worksheet(canvas.name)
            for row, cells in enumerate(canvas.rows):
                for column, cell in enumerate(cells):
                    _write(sheet, row, column, cell, book)
            for top, left, bottom, right in canvas.merges:
                sheet.merge_range(top, left, bottom, right, _text(canvas.rows[top][left]))
            for column in canvas.hidden_columns:
                sheet.set_column(column, column, None, None, {"hidden": True})
            if canvas.hidden:
                sheet.hide()
    return Sent(path, tuple(row for canvas in sheets for row in canvas.expected), opd)


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Drawn, book: xlsxwriter.Workbook
) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, Formula):
        sheet.write_formula(row, column, cell.text, None, cell.value)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    else:
        sheet.write_datetime(row, column, cell, book.add_format({"num_format": "dd/mm/yyyy"}))


def _text(cell: Drawn) -> str:
    if isinstance(cell, Formula):
        return str(cell.value)
    return "" if cell is None else str(cell)


def save_csv(path: Path, canvas: Canvas, *, separator: str, encoding: str, opd: str | None = None) -> Sent:
    """Write a sheet as separated values; the name of the sheet becomes empty, as a text file has none."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    for cells in canvas.rows:
        writer.writerow([_text(cell) for cell in cells])
    path.write_bytes(stream.getvalue().encode(encoding, "replace"))
    rows = (Expected("", row.row, row.names, row.unit, row.hosting, row.status) for row in canvas.expected)
    return Sent(path, tuple(rows), opd)


def save_ods(path: Path, canvas: Canvas, *, opd: str | None = None) -> Sent:
    """Write a sheet as an OpenDocument workbook."""
    lines = ("".join(ods_cell(_escaped(_text(cell))) for cell in cells) for cells in canvas.rows)
    write_ods(path, "".join(f"<table:table-row>{cells or '<table:table-cell/>'}</table:table-row>" for cells in lines))
    rows = (Expected("Aplikasi", row.row, row.names, row.unit, row.hosting, row.status) for row in canvas.expected)
    return Sent(path, tuple(rows), opd)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
