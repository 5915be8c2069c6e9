"""Draws workbooks as text, so that a test shows the sheet it is about; and makes the files that no library writes."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import xlsxwriter

from archrepo.intake.reading import read_file
from archrepo.intake.records import Record, SheetReading
from archrepo.intake.workbook import Cell, Merged, Sheet


def cell_of(text: str) -> Cell:
    """Return a drawn cell: ``#12`` and ``#1.5`` are numbers, ``~`` a non-breaking blank, ``\\n`` a line break."""
    shown = text.strip().replace("~", "\u00a0").replace("\\n", "\n")
    if shown.startswith("#") and shown[1:].replace(".", "", 1).isdigit():
        return float(shown[1:]) if "." in shown else int(shown[1:])
    return shown or None


def grid(drawing: str) -> tuple[list[list[Cell]], list[Merged]]:
    """Read a drawing: cells between ``|``; ``<`` belongs to the cell on its left, ``^`` to the one above."""
    marks = [[part.strip() for part in line.split("|")] for line in drawing.strip("\n").splitlines()]
    cells = [[None if mark in {"<", "^"} else cell_of(mark) for mark in row] for row in marks]
    return cells, [merged for merged in _merged(marks) if merged.bottom > merged.top or merged.right > merged.left]


def _merged(marks: list[list[str]]) -> list[Merged]:
    found = []
    for top, row in enumerate(marks):
        for left, mark in enumerate(row):
            if mark in {"<", "^"}:
                continue
            right = left
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            bottom = top
            while bottom + 1 < len(marks) and left < len(marks[bottom + 1]) and marks[bottom + 1][left] == "^":
                bottom += 1
            found.append(Merged(top, left, bottom, right))
    return found


def drawn_sheet(drawing: str, name: str = "Aplikasi", hidden_columns: frozenset[int] = frozenset()) -> Sheet:
    """Return a drawing as the sheet that a reader would give."""
    cells, merged = grid(drawing)
    return Sheet(name, [tuple(row) for row in cells], merged=tuple(merged), hidden_columns=hidden_columns)


def draw_xlsx(
    path: Path, sheets: Mapping[str, str], *, hidden_sheets: tuple[str, ...] = (), hidden_columns: tuple[int, ...] = ()
) -> Path:
    """Write drawings as the sheets of a workbook."""
    with xlsxwriter.Workbook(path) as book:
        for name, drawing in sheets.items():
            sheet = book.add_worksheet(name)
            cells, merged = grid(drawing)
            for row, line in enumerate(cells):
                for column, cell in enumerate(line):
                    if cell is not None:
                        sheet.write(row, column, cell)
            for range_ in merged:
                text = cells[range_.top][range_.left]
                sheet.merge_range(range_.top, range_.left, range_.bottom, range_.right, text)
            for column in hidden_columns:
                sheet.set_column(column, column, None, None, {"hidden": True})
            if name in hidden_sheets:
                sheet.hide()
    return path


def read_drawing(path: Path, drawing: str, *, sheet: str = "Lembar1", opd: str | None = "Dinas Contoh") -> SheetReading:
    """Write a drawing as a workbook with one sheet, read it for real, and return the sheet's reading."""
    return read_file(draw_xlsx(path / "kiriman.xlsx", {sheet: drawing}), opd=opd).sheets[0]


def only(reading: SheetReading) -> Record:
    """Return the only record of a reading."""
    (record,) = reading.records
    return record


def names(reading: SheetReading) -> list[object]:
    """Return the names of the records, in their order."""
    return [record.values["nama"] for record in reading.records]


MINIMAL = "No|Nama Aplikasi|URL\n#1|SIMPEG|simpeg.contohkab.go.id"


def small_xlsx(path: Path) -> Path:
    """Write a small honest workbook."""
    return draw_xlsx(path, {"Aplikasi": MINIMAL})


def rezipped(
    path: Path,
    *,
    replace: Mapping[str, bytes] | None = None,
    add: Mapping[str, bytes] | None = None,
    drop: tuple[str, ...] = (),
) -> Path:
    """Rewrite the parts of a zipped file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in drop}
    parts.update(replace or {})
    parts.update(add or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def part_of(path: Path, name: str) -> bytes:
    """Return one part of a zipped file."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)


_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def ods_cell(text: str, attributes: str = "") -> str:
    """Return one cell of an OpenDocument sheet."""
    if not text:
        return f"<table:table-cell{attributes}/>"
    return f'<table:table-cell office:value-type="string"{attributes}><text:p>{text}</text:p></table:table-cell>'


def write_ods(path: Path, rows: str) -> Path:
    """Write an OpenDocument workbook whose only sheet has these rows of markup."""
    content = f'{_ODS_HEAD}<table:table table:name="Aplikasi">{rows}</table:table></office:spreadsheet></office:body>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content + "</office:document-content>")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return path


def draw_ods(path: Path, drawing: str) -> Path:
    """Write a drawing as an OpenDocument workbook."""
    lines = [[ods_cell(part.strip()) for part in line.split("|")] for line in drawing.strip("\n").splitlines()]
    return write_ods(path, "".join(f"<table:table-row>{''.join(cells)}</table:table-row>" for cells in lines))


def draw_xls(path: Path, drawing: str) -> Path:
    """Write a drawing as an old Excel workbook (BIFF8 in an OLE file)."""
    path.write_bytes(ole_file({"Workbook": _biff(drawing)}))
    return path


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _biff(drawing: str) -> bytes:
    cells, _ = grid(drawing)
    name = "Aplikasi"
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    sheet_entry = 4 + 8 + len(name)
    head = len(begin) + sheet_entry + 4
    bound = _record(0x0085, struct.pack("<IBBBB", head, 0, 0, len(name), 0) + name.encode())
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    width = max(map(len, cells))
    body += _record(0x0200, struct.pack("<IIHHH", 0, len(cells), 0, width, 0))
    for row, line in enumerate(cells):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                text = cell.encode("utf-16-le")
                body += _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(cell), 1) + text)
            elif isinstance(cell, int | float):
                body += _record(0x0203, struct.pack("<HHHd", row, column, 0, float(cell)))
    return begin + bound + _record(0x000A, b"") + body + _record(0x000A, b"")


_SECTOR = 512
_FREE, _END = 0xFFFFFFFF, 0xFFFFFFFE


def ole_file(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE file with these streams, each padded to the size below which a mini stream would be needed."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    padded = {name: data + b"\0" * (-len(data) % _SECTOR) for name, data in padded.items()}
    sectors = io.BytesIO()
    chains: list[int] = [0xFFFFFFFD, _END]  # sector 0 is the table itself, sector 1 the directory
    starts = {}
    for name, data in padded.items():
        starts[name] = len(chains)
        count = len(data) // _SECTOR
        chains += [len(chains) + step + 1 for step in range(count - 1)] + [_END]
        sectors.write(data)
    table = struct.pack(f"<{len(chains)}I", *chains).ljust(_SECTOR, b"\xff")
    directory = _entry("Root Entry", 5, _END, 0, child=1)
    for position, (name, data) in enumerate(padded.items()):
        sibling = position + 2 if position + 1 < len(padded) else _FREE
        directory += _entry(name, 2, starts[name], len(data), right=sibling)
    directory = directory.ljust(_SECTOR, b"\0")[:_SECTOR]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<I", 0) + b"\xff" * 4 * 108
    return header + table + directory + sectors.getvalue()


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    entry = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, _FREE, right, child)
    return entry + b"\0" * 36 + struct.pack("<IQ", start, size)
