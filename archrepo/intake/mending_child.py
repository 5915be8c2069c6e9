"""The process that copies a sender's workbook and marks what needs mending: stdlib and openpyxl only, under limits.

It is started by file name, as the reading child is, and gets one JSON document on its standard input. openpyxl keeps
the sender's formats, widths, merges and drop-downs; the file passed the gate before.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

_FILLS = {"refused": "F8CBAD", "warning": "FFF2CC"}
_ROW_FILL = "FDE9E2"
_HEAD_FILL = "1F4E79"
_WIDTHS = (6, 24, 8, 24, 30, 52, 52, 10)
_NOTES_WIDTH = 60
_LONGEST_CELL = 32_000
_LONGEST_COMMENT = 2_000


def _font(**properties: Any) -> Font:
    return Font(name="Calibri", **properties)


def _lines(text: object, width: float) -> int:
    """Return how many lines a wrapped text takes in a column of that width."""
    return sum(max(1, -(-len(part) // int(width * 0.9))) for part in str(text or "").split("\n"))


def limit_resources(memory: int, seconds: int) -> None:
    """Bind this process to an address space and a CPU time; where the system has no such limits, do nothing."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def put(cell: Cell | MergedCell, value: Any) -> None:
    """Write a value; text is text, whatever it begins with."""
    if isinstance(cell, MergedCell):
        return
    cell.value = value[:_LONGEST_CELL] if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"


def plain_copy(sheets: list[dict[str, Any]]) -> Workbook:
    """Return a workbook with the rows of a file that is no xlsx."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        made = book.create_sheet(sheet["title"])
        for row, cells in enumerate(sheet["rows"], start=1):
            for column, value in enumerate(cells, start=1):
                if value not in (None, ""):
                    put(made.cell(row, column), value)
    return book


def mark(sheet: Worksheet, marks: dict[str, Any]) -> None:
    """Colour and comment the cells of one sheet, and write the remarks of each row into a column of its own."""
    for row in marks["refused_rows"]:
        for cell in sheet[row]:
            if cell.value not in (None, "") and isinstance(cell, Cell):
                cell.fill = PatternFill("solid", start_color=_ROW_FILL)
    for place in marks["cells"]:
        cell = sheet[place["cell"]]
        if isinstance(cell, MergedCell):
            cell = _anchor(sheet, cell)
        cell.fill = PatternFill("solid", start_color=_FILLS[place["kind"]])
        comment = Comment(place["text"][:_LONGEST_COMMENT], "archrepo")
        comment.width, comment.height = 360, 110
        cell.comment = comment
    if marks["notes_column"]:
        _write_notes(sheet, marks)


def _anchor(sheet: Worksheet, cell: MergedCell) -> Cell:
    for merged in sheet.merged_cells.ranges:
        if cell.coordinate in merged:
            found = sheet.cell(merged.min_row, merged.min_col)
            assert isinstance(found, Cell)  # noqa: S101 - the corner of a merge holds its value
            return found
    return sheet.cell(1, 1)  # type: ignore[return-value]


def _write_notes(sheet: Worksheet, marks: dict[str, Any]) -> None:
    column = column_index_from_string(marks["notes_column"])
    top = sheet.cell(marks["header_top"], column)
    put(top, marks["notes_title"])
    if isinstance(top, Cell):
        top.font = _font(bold=True, color="FFFFFF")
        top.fill = PatternFill("solid", start_color=_HEAD_FILL)
        top.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.column_dimensions[get_column_letter(column)].width = _NOTES_WIDTH
    for row, text in marks["notes"].items():
        cell = sheet.cell(int(row), column)
        put(cell, text)
        if isinstance(cell, Cell):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            # Not every program fits the height of a row to wrapped text when it opens a file.
            known = sheet.row_dimensions[int(row)].height or 15
            sheet.row_dimensions[int(row)].height = max(known, 15 * _lines(text, _NOTES_WIDTH))


def list_sheet(book: Workbook, document: dict[str, Any]) -> None:
    """Add the sheet that lists everything, each line linked to its cell."""
    title = document["list_title"]
    if title in book.sheetnames:
        del book[title]
    sheet = book.create_sheet(title, 0)
    for row, (text, style) in enumerate(document["heading"], start=1):
        put(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font = _font(bold=style == "title", size=16 if style == "title" else 10,
                                       color="1F4E79" if style == "title" else "5B6675")  # fmt: skip
    head = len(document["heading"]) + 2
    for column, (text, width) in enumerate(zip(document["columns"], _WIDTHS, strict=True), start=1):
        cell = sheet.cell(head, column)
        put(cell, text)
        cell.font = _font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color=_HEAD_FILL)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, line in enumerate(document["lines"], start=head + 1):
        for column, value in enumerate(line["cells"], start=1):
            cell = sheet.cell(row, column)
            put(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(row, 1).fill = PatternFill("solid", start_color=_FILLS[line["kind"]])
        height = max(_lines(value, width) for value, width in zip(line["cells"], _WIDTHS, strict=True))
        sheet.row_dimensions[row].height = 15 * height
        if line["link"]:
            _link(sheet, row, line["link"])
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False


def _link(sheet: Worksheet, row: int, target: str) -> None:
    cell = sheet.cell(row, 3)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
    cell.font = _font(underline="single", color="0563C1")


def main(arguments: list[str]) -> int:
    """Do what the document says under ``memory`` bytes and ``seconds``; 0 done, 1 not, never a traceback."""
    memory, seconds = map(int, arguments)
    limit_resources(memory, seconds)
    try:
        document = json.load(sys.stdin)
        source = document["source"]
        book = load_workbook(source, keep_links=False) if source else plain_copy(document["sheets"])
        for marks in document["marks"]:
            mark(book[marks["title"]], marks)
        list_sheet(book, document)
        book.save(document["target"])
    except Exception:  # noqa: BLE001 - whatever a strange workbook does to the library, the parent tells it in one sentence
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
