"""Text files of separated values as spreadsheet programs and portals write them: finds out encoding and separator."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from archrepo.intake.limits import Limits
from archrepo.intake.problems import FileProblem

SEPARATORS = (";", ",", "\t", "|")
_SAMPLE_LINES = 40


def read_delimited(path: Path, limits: Limits) -> list[tuple[str | None, ...]]:
    """Read a text file.

    Returns:
        The rows, an empty cell being None, numbered as a spreadsheet does, so a blank line is one too.

    Raises:
        FileProblem: the text cannot be decoded, or a line or cell is beyond the limits.
    """
    text = decode(path.read_bytes(), path.name)
    separator = find_separator(text)
    rows: list[tuple[str | None, ...]] = []
    try:
        for row in _numbered(text, separator):
            if len(row) > limits.columns:
                raise FileProblem("IMP077", path.name, what="Jumlah kolom", found=len(row), limit=limits.columns)
            rows.append(tuple([cell or None for cell in row]))
    except csv.Error as error:
        raise FileProblem(
            "IMP077", path.name, what="Panjang isi satu sel", found="lebih", limit="131072 huruf"
        ) from error
    if not any(cell for row in rows for cell in row):
        raise FileProblem("IMP072", path.name)
    return rows


def decode(data: bytes, file: str) -> str:
    """Return the text: by its byte-order mark, else UTF-16 by its zero bytes, else UTF-8, else cp1252.

    Raises:
        FileProblem: zero bytes that are no UTF-16, or a text cut inside a character.
    """
    try:
        if data.startswith(codecs.BOM_UTF8):
            return data.decode("utf-8-sig")
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        if b"\x00" in data[:4096]:
            return _without_mark(data, file)
        if b"\x00" in data:
            raise FileProblem("IMP088", file, reason="ada byte kosong di tengah teks")
        return _eight_bits(data)
    except UnicodeDecodeError as error:
        raise FileProblem("IMP088", file, reason="ada huruf yang terpotong") from error


def _without_mark(data: bytes, file: str) -> str:
    """Decode UTF-16 without a byte-order mark: western text has its zero bytes all on one side."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or min(even, odd) * 10 > max(even, odd) or max(even, odd) * 3 < len(sample) // 2:
        raise FileProblem("IMP088", file, reason="berisi byte kosong; ini bukan berkas teks")
    return data.decode("utf-16-be" if even > odd else "utf-16-le")


def _eight_bits(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # cp1252 leaves five bytes undefined; latin-1 keeps them as control characters instead of losing the file.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")


def find_separator(text: str) -> str:
    """Return the separator that cuts most lines into the same number of cells, at least two; ``,`` where none does.

    The first line may name it, as Excel writes ``sep=;``.
    """
    head = text[:8].lower()
    if head.startswith("sep=") and len(text) > 4:
        return text[4]
    sample = "\n".join(text[:200_000].splitlines()[:_SAMPLE_LINES])
    scores = {separator: _evenness(sample, separator) for separator in SEPARATORS}
    best = max(scores, key=lambda separator: scores[separator])
    return best if scores[best] > (0, 0) else ","


def _evenness(sample: str, separator: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(sample), delimiter=separator) if row)
    except csv.Error:
        return (0, 0)
    useful = {width: count * min(width, 4) for width, count in widths.items() if width > 1}
    if not useful:
        return (0, 0)
    width = max(useful, key=lambda each: (useful[each], each))
    return useful[width], width


def _numbered(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the rows as a spreadsheet numbers them.

    A blank line is one, a cell with line breaks makes no further one, and the line ``sep=;`` is none.
    """
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
