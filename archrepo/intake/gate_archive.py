"""The gate's look into a zipped workbook (xlsx, ods): inflated by us, counted and scanned as it streams, never kept."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from archrepo.intake.limits import MIB, Limits
from archrepo.intake.problems import FileProblem

_CHUNK = MIB
_OVERLAP = 64
_NESTED = frozenset({".zip", ".7z", ".rar", ".gz", ".tar", ".jar", ".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".pptx"})
_ZIP_MAGIC = b"PK\x03\x04"

# A cell reference with two letters or more, or with six digits or more: all others lie inside Z99999. As every program
# writes it; a literal beginning makes the search ten times faster.
_WIDE_USUAL = re.compile(rb' r="([A-Za-z]{2,7})[0-9]')
_TALL_USUAL = re.compile(rb' r="[A-Za-z]{0,7}([0-9]{6,12})')
# The other ways in which XML lets an attribute be written, by a sign that hardly a sheet holds between its tags (which
# is looked for fast), and the patterns for them.
_UNUSUAL = {
    b"'": (b"r='",),
    b"\n": (b"\nr", b"r=\n"),
    b"\t": (b"\tr", b"r=\t"),
    b"\r": (b"\rr",),
    b" ": (b"r =", b"r= ", b'r=" '),
}
_WIDE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{2,7})[0-9]""")
_TALL = re.compile(rb"""\br\s*=\s*["']\s*[A-Za-z]{0,7}([0-9]{6,12})""")
# A cell that holds something: styles alone (often to XFD or to the last row) cost the reader nothing.
_FILLED = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']\s*([A-Za-z]{1,7})([0-9]{1,12})["'][^>]*(?<!/)>""")
_EXTERNAL = re.compile(rb"""relationships/(externalLink|externalLinkPath|attachedTemplate)["']""")
# OpenDocument writes one cell or row for many; only repetition of something filled costs.
_REPEATED_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_REPEATED_ROW = re.compile(
    rb"""<table:table-row\b[^>]*number-rows-repeated\s*=\s*["'](\d+)["'][^>]*>(.{0,400})""", re.DOTALL
)
_COUNT = re.compile(rb"""number-columns-repeated\s*=\s*["'](\d+)["']""")


@dataclass(slots=True)
class _Scan:
    """What has been seen of one part."""

    name: str
    inflated: int = 0
    run: int = 0
    merges: int = 0
    columns: int = 26
    rows: int = 99_999
    has_cells: bool = False
    tail: bytes = b""
    head: bytes = b""
    found: set[str] = field(default_factory=set)


def check_archive(path: Path, suffix: str, limits: Limits) -> int:
    """Refuse a zipped workbook that is not safe to hand to a reader.

    Args:
        path: the file; it begins with the signature of a zip.
        suffix: ``.xlsx`` or ``.ods``.
        limits: how much is taken in.

    Returns:
        The bytes of all parts after inflating.

    Raises:
        FileProblem: the first thing found that is unsafe, damaged or of another kind.
    """
    try:
        with zipfile.ZipFile(path) as archive, path.open("rb") as raw:
            members = archive.infolist()
            _check_members(members, path.name, suffix, limits)
            return _check_parts(members, raw, path.name, limits)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise FileProblem("IMP076", path.name, reason="") from error


def _check_members(members: list[zipfile.ZipInfo], file: str, suffix: str, limits: Limits) -> None:
    if len(members) > limits.members:
        raise FileProblem(
            "IMP077", file, what="Jumlah bagian di dalam berkas", found=len(members), limit=limits.members
        )
    names = [member.filename for member in members]
    if len({name.casefold() for name in names}) != len(names):
        raise FileProblem("IMP083", file, reason="ada bagian bernama sama dua kali")
    if any(member.flag_bits & 1 for member in members):
        raise FileProblem("IMP075", file)
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise FileProblem("IMP083", file, reason="cara pemampatannya tidak lazim")
    _check_kind(set(names), file, suffix)
    for name in names:
        _check_name(name, file)


def _check_kind(names: set[str], file: str, suffix: str) -> None:
    found = None
    if "xl/workbook.bin" in names:
        found = "buku kerja biner (.xlsb)"
    elif "word/document.xml" in names:
        found = "dokumen Word"
    elif "ppt/presentation.xml" in names:
        found = "presentasi"
    elif "[Content_Types].xml" in names:
        found = None if suffix == ".xlsx" else "buku kerja .xlsx"
    elif "content.xml" in names:
        found = None if suffix == ".ods" else "dokumen OpenDocument"
    else:
        found = "arsip zip"
    if found:
        raise FileProblem("IMP074", file, found=found, suffix=suffix)


def _check_name(name: str, file: str) -> None:
    lowered = name.casefold()
    if "vbaproject" in lowered or lowered.startswith(("xl/macrosheets/", "basic/", "scripts/")):
        raise FileProblem("IMP080", file)
    if lowered.startswith("xl/externallinks/") or lowered in {"xl/connections.xml"}:
        raise FileProblem("IMP081", file, found=PurePosixPath(name).name)
    if PurePosixPath(lowered).suffix in _NESTED:
        raise FileProblem("IMP082", file, found=PurePosixPath(name).name)


def _check_parts(members: list[zipfile.ZipInfo], raw: IO[bytes], file: str, limits: Limits) -> int:
    total = 0
    for member in members:
        scan = _Scan(member.filename)
        for chunk in _inflate(member, raw):
            total += len(chunk)
            scan.inflated += len(chunk)
            _check_size(scan, member, total, file, limits)
            _check_chunk(scan, chunk, file, limits)
        if scan.has_cells and scan.columns * scan.rows > limits.cells:
            _check_rectangle(member, raw, file, limits)
    return total


def _inflate(member: zipfile.ZipInfo, raw: IO[bytes]) -> Iterator[bytes]:
    """Yield the content of a part as it really inflates, whatever sizes its headers state."""
    raw.seek(member.header_offset)
    header = raw.read(30)
    if len(header) < 30 or header[:4] != _ZIP_MAGIC:
        raise zipfile.BadZipFile(member.filename)
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    raw.seek(name_length + extra_length, 1)
    left = member.compress_size
    decoder = zlib.decompressobj(-15) if member.compress_type == zipfile.ZIP_DEFLATED else None
    size = 0
    while left:
        packed = raw.read(min(left, 256 * 1024))
        if not packed:
            raise EOFError(member.filename)
        left -= len(packed)
        for chunk in _unpacked(decoder, packed):
            size += len(chunk)
            yield chunk
    if size != member.file_size or (decoder is not None and not decoder.eof):
        raise zipfile.BadZipFile(member.filename)


def _unpacked(decoder: zlib._Decompress | None, packed: bytes) -> Iterator[bytes]:
    if decoder is None:
        yield packed
        return
    while packed and not decoder.eof:
        yield decoder.decompress(packed, _CHUNK)
        packed = decoder.unconsumed_tail
    if decoder.unused_data:
        raise zipfile.BadZipFile("data after the end of a part")


def _check_size(scan: _Scan, member: zipfile.ZipInfo, total: int, file: str, limits: Limits) -> None:
    ratio = scan.inflated / max(member.compress_size, 1)
    if scan.inflated > limits.ratio_from and ratio > limits.ratio:
        raise FileProblem("IMP078", file, found=f"{ratio:.0f} kali", limit=f"{limits.ratio} kali")
    if scan.inflated > limits.part_bytes or total > limits.inflated_bytes:
        raise FileProblem("IMP078", file, found=f"{total // MIB} MiB", limit=f"{limits.inflated_bytes // MIB} MiB")


def _check_chunk(scan: _Scan, chunk: bytes, file: str, limits: Limits) -> None:
    if not scan.head:
        scan.head = chunk[:256]
        if scan.head.startswith(_ZIP_MAGIC):
            raise FileProblem("IMP082", file, found=PurePosixPath(scan.name).name)
    if not _is_xml(scan, file):
        return
    text = scan.tail + chunk
    _check_markup(scan, text, file)
    _check_runs(scan, chunk, file, limits)
    if scan.name == "content.xml":
        _check_repetition(text, file, limits)
    _count_cells(scan, text, file, limits)
    scan.tail = text[-_OVERLAP:]


def _is_xml(scan: _Scan, file: str) -> bool:
    if scan.head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<\x00" in scan.head or b"\x00<" in scan.head:
        if scan.name.endswith((".xml", ".rels")):
            raise FileProblem("IMP083", file, reason="bagian XML tidak ditulis dalam UTF-8")
        return False
    return scan.head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _check_markup(scan: _Scan, text: bytes, file: str) -> None:
    if b"<!DOCTYPE" in text:
        raise FileProblem("IMP083", file, reason="memuat DOCTYPE")
    if scan.name == "[Content_Types].xml" and b"macroEnabled" in text:
        raise FileProblem("IMP080", file)
    if scan.name.casefold() == "meta-inf/manifest.xml" and b"encryption-data" in text:
        raise FileProblem("IMP075", file)
    if scan.name.endswith(".rels") and (link := _EXTERNAL.search(text)):
        raise FileProblem("IMP081", file, found=link.group(1).decode())


def _check_runs(scan: _Scan, chunk: bytes, file: str, limits: Limits) -> None:
    """Find a text longer than a cell may be: between two ``<`` lies more than the limit.

    Looking around every ``limit / 2``-th byte is enough, because a longer text covers two of them.
    """
    first = chunk.find(b"<")
    longest = scan.run + (len(chunk) if first < 0 else first)
    scan.run = longest if first < 0 else len(chunk) - chunk.rfind(b"<")
    limit = limits.cell_bytes
    for position in range(limit // 2, len(chunk), limit // 2):
        left = chunk.rfind(b"<", max(0, position - limit), position)
        right = chunk.find(b"<", position, position + limit)
        # A text that goes on in the next chunk is only as long as it is here; the rest of it is added there.
        end = right if right >= 0 else min(position + limit, len(chunk))
        longest = max(longest, end - left if left >= 0 else 0)
    longest = min(longest, scan.inflated)
    if longest > limit:
        raise FileProblem("IMP077", file, what="Panjang isi satu sel", found=f"{longest} byte", limit=f"{limit} byte")


def _count_cells(scan: _Scan, text: bytes, file: str, limits: Limits) -> None:
    scan.merges += text.count(b"mergeCell ")
    if scan.merges > limits.merges:
        raise FileProblem("IMP077", file, what="Jumlah sel gabungan", found=scan.merges, limit=limits.merges)
    if not scan.has_cells and b"sheetData" not in text:
        return
    scan.has_cells = True
    usual = not any(sign in text for mark, signs in _UNUSUAL.items() if mark in text for sign in signs)
    if wide := (_WIDE_USUAL if usual else _WIDE).findall(text):
        scan.columns = max(scan.columns, *(column_number(letters) for letters in set(wide)))
    if tall := (_TALL_USUAL if usual else _TALL).findall(text):
        scan.rows = max(scan.rows, *map(int, set(tall)))


def column_number(letters: bytes) -> int:
    """Return the number of a column, A being 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_rectangle(member: zipfile.ZipInfo, raw: IO[bytes], file: str, limits: Limits) -> None:
    """Look again at a part whose references reach far: only cells that hold something count."""
    columns = rows = 0
    last_row = last_column = ""
    tail = b""
    for chunk in _inflate(member, raw):
        text = tail + chunk
        for letters, digits in set(_FILLED.findall(text)):
            if int(digits) > rows:
                rows, last_row = int(digits), (letters + digits).decode()
            if (number := column_number(letters)) > columns:
                columns, last_column = number, (letters + digits).decode()
        tail = text[-4 * _OVERLAP :]
    if columns > limits.columns:
        raise FileProblem("IMP079", file, cell=last_column, where="")
    if rows * columns > limits.cells:
        raise FileProblem("IMP079", file, cell=last_row if rows > 10_000 else last_column, where="")


def _check_repetition(text: bytes, file: str, limits: Limits) -> None:
    for cell in _REPEATED_CELL.finditer(text):
        attributes = cell.group(1)
        count = _COUNT.search(attributes)
        if count and int(count.group(1)) > limits.columns and b"office:value" in attributes:
            raise FileProblem("IMP079", file, cell="yang diulang", where=f" sebanyak {count.group(1).decode()} kali")
    for row in _REPEATED_ROW.finditer(text):
        if int(row.group(1)) > 10_000 and b"office:value" in row.group(2).split(b"</table:table-row>")[0]:
            raise FileProblem("IMP079", file, cell="yang diulang", where=f" sebanyak {row.group(1).decode()} baris")
