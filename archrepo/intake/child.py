"""The process that opens a workbook: stdlib and python-calamine only, because every read starts it by file name.

A workbook can make a reader allocate without end, and that aborts the process (design section 6). So the reader lives
here, under limits, and writes what it finds to its standard output as marshalled frames; the parent loses nothing when
it dies. marshal, not pickle: it is faster and can build nothing but plain values.
"""

from __future__ import annotations

import marshal
import re
import struct
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from html import unescape
from typing import Any, BinaryIO

import python_calamine

ROWS_A_FRAME = 2000
_PLAIN = frozenset({str, bool})
_EXACT = 10**16

_TAG = re.compile(r"<(?:\w+:)?(sheet|Relationship)\b([^>]*)>")
_COLUMN = re.compile(r"<(?:\w+:)?col\b([^>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*["']([^"']*)["']""")


def limit_resources(memory: int, seconds: int) -> None:
    """Bind this process to an address space and a CPU time; where the system has no such limits, do nothing."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def write_frame(stream: BinaryIO, value: Any) -> None:
    """Write one value: its length as four bytes, then the value."""
    data = marshal.dumps(value)
    stream.write(struct.pack("<I", len(data)))
    stream.write(data)


def plain(cell: Any) -> Any:
    """Return a cell as a value that marshal knows: whole numbers as int, dates as a tagged tuple."""
    kind = type(cell)
    if kind is float:
        return int(cell) if cell.is_integer() and -_EXACT < cell < _EXACT else cell
    if kind is datetime:
        return ("t", cell.isoformat()) if (cell.hour or cell.minute or cell.second) else ("d", cell.date().isoformat())
    if kind is date:
        return ("d", cell.isoformat())
    return str(cell) if isinstance(cell, time | timedelta) else cell


def plain_rows(sheet: python_calamine.CalamineSheet) -> Iterator[tuple[list[tuple[Any, ...]], bool]]:
    """Yield frames of rows, and whether any cell of the frame is a tagged date."""
    frame: list[tuple[Any, ...]] = []
    tagged = False
    for row in sheet.iter_rows():
        cells = tuple([cell if type(cell) in _PLAIN else plain(cell) for cell in row])
        tagged = tagged or tuple in map(type, cells)
        frame.append(cells)
        if len(frame) == ROWS_A_FRAME:
            yield frame, tagged
            frame, tagged = [], False
    if frame:
        yield frame, tagged


def hidden_columns(path: str) -> dict[str, list[int]]:
    """Return the hidden columns of each sheet of an xlsx, counted from 0; the reader does not tell."""
    try:
        with zipfile.ZipFile(path) as archive:
            targets = {row["Id"]: row["Target"] for row in _tags(archive, "xl/_rels/workbook.xml.rels", "Relationship")}
            sheets = {
                row["name"]: targets.get(row.get("r:id", ""), "") for row in _tags(archive, "xl/workbook.xml", "sheet")
            }
            return {
                name: _hidden(archive, target.lstrip("/") if target.startswith("/") else f"xl/{target}")
                for name, target in sheets.items()
                if target
            }
    except (KeyError, OSError, UnicodeDecodeError, zipfile.BadZipFile):
        return {}


def _tags(archive: zipfile.ZipFile, part: str, tag: str) -> list[dict[str, str]]:
    text = archive.read(part).decode("utf-8")
    return [
        {key: unescape(value) for key, value in _ATTRIBUTE.findall(found.group(2))}
        for found in _TAG.finditer(text)
        if found.group(1) == tag
    ]


def _hidden(archive: zipfile.ZipFile, part: str) -> list[int]:
    with archive.open(part) as stream:
        head = stream.read(65536).decode("utf-8", "replace").split("sheetData")[0]
    columns: list[int] = []
    for found in _COLUMN.finditer(head):
        row = dict(_ATTRIBUTE.findall(found.group(1)))
        if row.get("hidden") in {"1", "true"} and row.get("min", "").isdigit() and row.get("max", "").isdigit():
            columns += range(int(row["min"]) - 1, min(int(row["max"]), 2000))
    return columns


def read(path: str, stream: BinaryIO) -> None:
    """Write every sheet of the workbook: a head frame, frames of rows, and None at its end."""
    hidden = hidden_columns(path) if path.lower().endswith(".xlsx") else {}
    with python_calamine.CalamineWorkbook.from_path(path) as workbook:
        for meta in workbook.sheets_metadata:
            if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(meta.name)
            visible = meta.visible == python_calamine.SheetVisibleEnum.Visible
            merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
            origin = sheet.start or (0, 0)
            write_frame(stream, ("sheet", meta.name, not visible, origin, merged, hidden.get(meta.name, [])))
            for frame, tagged in plain_rows(sheet):
                write_frame(stream, ("rows", tagged, frame))
    write_frame(stream, None)


def main(arguments: list[str]) -> int:
    """Read the workbook ``path`` under ``memory`` bytes and ``seconds``; a failure is one frame, never a traceback."""
    path, memory, seconds = arguments
    limit_resources(int(memory), int(seconds))
    stream = sys.stdout.buffer
    try:
        read(path, stream)
    except python_calamine.PasswordError:
        write_frame(stream, ("error", "password"))
    except MemoryError:
        write_frame(stream, ("error", "memory"))
    except (python_calamine.CalamineError, OSError, ValueError):
        write_frame(stream, ("error", "damaged"))
    stream.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
