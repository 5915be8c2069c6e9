"""The tables of a sheet: most sheets hold one, some hold several below one another, each with its own header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archrepo.intake.header import Header, best_header, find_table, header_at, table_below
from archrepo.intake.table import Table
from archrepo.intake.titles import clean_title, familiarity, meant_fields
from archrepo.intake.unit_in_force import unit_of_titles
from archrepo.intake.workbook import Row, Sheet

_MOST_ROWS = 5000
"""Sheets of several tables are made by hand; a longer one is one list, and is not searched row by row."""

_LEAST_TITLES = 3
_SURE = 0.85
_SHARE_OF_BEST = 0.5
_TITLE_ROWS = 6


def find_tables(sheet: Sheet) -> tuple[Table, ...]:
    """Return the tables of a sheet from the top down; empty where no header and no form can be told."""
    first = find_table(sheet)
    if first is None:
        return ()
    best = best_header(sheet)
    if first.is_form or best is None or len(sheet.rows) > _MOST_ROWS:
        return (first,)
    headers = _distinct(sheet, best)
    if len(headers) < 2:
        return (first,)
    return tuple(_cut(sheet, headers))


def _distinct(sheet: Sheet, best: Header) -> list[Header]:
    """Return the headers of a sheet; one that repeats the titles of the one above it heads no table of its own."""
    found: list[Header] = []
    for header in _headers(sheet, best):
        if found and header.first <= found[-1].last:
            continue
        if header.first != best.first and found and _repeats(header, found[-1]):
            continue
        found.append(header)
    return found


def _headers(sheet: Sheet, best: Header) -> Iterator[Header]:
    for number, row in enumerate(sheet.rows):
        if number == best.first:
            yield best
        elif _may_be_header(row) and not best.first <= number <= best.last:
            header = header_at(sheet, number)
            if header is not None and _is_sure(header) and header.score >= _SHARE_OF_BEST * best.score:
                yield header


def _may_be_header(row: Row) -> bool:
    """Whether a row holds hardly anything but texts that are known titles: rows of data and of letterheads do not."""
    filled = [cell for cell in row if cell not in (None, "")]
    texts = [cell for cell in filled if isinstance(cell, str)]
    if len(texts) < _LEAST_TITLES or len(texts) < len(filled):
        return False
    return sum(familiarity(clean_title(text)) >= _SURE for text in texts) >= max(_LEAST_TITLES, 0.6 * len(texts))


def _is_sure(header: Header) -> bool:
    sure = sum(any(familiarity(part) >= _SURE for part in own) for own in header.parts)
    names = any(meant_fields(part) & {"nama", "url"} for own in header.parts for part in own)
    return names and sure >= _LEAST_TITLES


def _repeats(header: Header, other: Header) -> bool:
    return [own[-1:] for own in header.parts if own] == [own[-1:] for own in other.parts if own]


def _cut(sheet: Sheet, headers: Sequence[Header]) -> Iterator[Table]:
    """Yield the table of each header; the title rows above a later header belong to it."""
    starts = [_titles_above(sheet, header, above) for header, above in zip(headers[1:], headers, strict=False)]
    ends = [*starts, len(sheet.rows)]
    letterhead = sheet.rows[: headers[0].first]
    for position, (header, end) in enumerate(zip(headers, ends, strict=True)):
        table = table_below(sheet, header)
        before = letterhead
        if position:
            own = sheet.rows[starts[position - 1] : header.first]
            # What the sheet says at its top holds for every table that names no unit itself.
            before = own if unit_of_titles(own) else [*letterhead, *own]
        yield replace(table, before=before, rows=sheet.rows[header.last + 1 : end])


def _titles_above(sheet: Sheet, header: Header, above: Header) -> int:
    """Return the row where the titles above a header begin: rows of one or two cells, without numbers."""
    start = header.first
    while start - 1 > above.last and header.first - start < _TITLE_ROWS:
        filled = [cell for cell in sheet.rows[start - 1] if cell not in (None, "")]
        if len(filled) > 2 or not all(isinstance(cell, str) for cell in filled):
            break
        start -= 1
    return start
