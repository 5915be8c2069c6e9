"""Finds the header of a sheet's table: below title rows, over one to three rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from archrepo.declarations.kolom import CLASS_COLUMN, column_classes, columns
from archrepo.intake.form import LABEL, find_form
from archrepo.intake.levels import level_of_parts
from archrepo.intake.table import Table, Title, filled_columns
from archrepo.intake.titles import KNOWN, clean_title, exact_fields, familiarity, meant_fields, title_scores
from archrepo.intake.values import plain_text
from archrepo.intake.workbook import Cell, Row, Sheet

SEARCHED_ROWS = 80
"""A header stands among the first rows; the longest letterhead and instruction block seen has 30."""

_NAMING = frozenset({"nama", "url", "aplikasi_id", "dari_id", "ke_id", "indikator_id", "regulasi_id", "kegiatan"})
_MAY_NAME = _NAMING | {"jenis"}
"""Jenis Aplikasi heads names in some sheets; whether it does, its values tell when it is mapped."""

_WITHOUT_NAME = 0.6
"""What a row is worth as a header in which no title surely names a thing: cells of data begin like titles too."""

_NUMBERED = re.compile(r"^\(?\s*(\d{1,2}|[a-z])\s*\)?(?:\s*[=(].*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """Rows ``first`` to ``last`` of a sheet read as a header: for each column its titles from the top down."""

    score: float
    first: int
    last: int
    parts: tuple[tuple[str, ...], ...]


def find_table(sheet: Sheet) -> Table | None:
    """Return the table of a sheet, or None where no header and no form can be told.

    A horizontal header wins unless more titles stand below one another with values beside them than stand in its row.
    """
    header = best_header(sheet)
    if header is not None and _is_of_export(header):
        # What stands in its cells, such as names of files, may look like labels.
        return table_below(sheet, header)
    form = find_form(sheet)
    if form is not None and (
        header is None or sum(familiarity(title.text) >= LABEL for title in form.titles) > _titles_in(header)
    ):
        return form
    if header is None:
        return form
    return table_below(sheet, header)


def _is_of_export(header: Header) -> bool:
    """Whether a header is that of our own export: field names in one row, kode and nama among them."""
    texts = {own[0] for own in header.parts if len(own) == 1}
    return {"kode", "nama"} <= texts <= _field_names() and all(len(own) <= 1 for own in header.parts)


@cache
def _field_names() -> frozenset[str]:
    fields = {column.field for kelas in column_classes() for column in columns(kelas)}
    return frozenset(fields | {CLASS_COLUMN})


def _titles_in(header: Header) -> float:
    return sum(1 for parts in header.parts if any(familiarity(part) >= KNOWN for part in parts))


def _text(cell: Cell) -> str:
    return clean_title(cell) if isinstance(cell, str) else ""


def best_header(sheet: Sheet) -> Header | None:
    """Return the row, or rows, of the sheet's beginning that are most like a header."""
    best: Header | None = None
    for first in range(min(len(sheet.rows), SEARCHED_ROWS)):
        candidate = header_at(sheet, first)
        if candidate is not None and (best is None or candidate.score > best.score + 0.01):
            best = candidate
    return best


def header_at(sheet: Sheet, first: int) -> Header | None:
    """Return the header that begins in a row, with as many further rows as continue it."""
    row = sheet.rows[first]
    filled = filled_columns(row)
    if not filled or not any(isinstance(row[index], str) for index in filled):
        return None
    last = first
    # One text over the whole width is a title row, not the upper part of a header.
    can_continue = len(filled) > 1
    while can_continue and last - first < 2 and last + 1 < len(sheet.rows) and _continues(sheet, first, last + 1):
        last += 1
    parts = _parts(sheet, first, last)
    score = _score(parts)
    if score < 1.6 and not (score >= 0.7 and _is_list_of_names(sheet, last, parts)):
        return None
    titles = [part for own in parts for part in own]
    has_levels = len({level for own in parts if (level := level_of_parts(own)) is not None}) > 1
    if not has_levels and not any(map(_can_name, titles)):
        return None
    if not has_levels and not any(exact_fields(title) & _NAMING or "nama" in meant_fields(title) for title in titles):
        score *= _WITHOUT_NAME
    return Header(score, first, last, parts)


def _score(parts: Sequence[tuple[str, ...]]) -> float:
    """Add up how familiar the titles are; a row of data that holds one familiar word does not come far."""
    scores = [max(map(familiarity, own)) if own else 0.0 for own in parts]
    titled = [own for own in parts if own]
    if not titled:
        return 0.0
    known = [score for score in scores if score >= 0.5]
    share = len(known) / len(titled)
    if share < 0.34:
        return 0.0
    # The same title in many columns is a row of data (Website, Website, …), not a header.
    distinct = len({own[-1].lower() for own in titled}) / len(titled)
    return sum(known) * (0.5 + 0.5 * share) * distinct


def _can_name(title: str) -> bool:
    """Whether a column of that title can say what a row is about: a name, an address, or the ends of an edge."""
    return bool(exact_fields(title) & _NAMING) or any(
        field in _MAY_NAME and score >= 0.6 for field, (_, score) in title_scores(title, "Aplikasi").items()
    )


def _is_list_of_names(sheet: Sheet, last: int, parts: Sequence[tuple[str, ...]]) -> bool:
    """Whether one title is clearly that of a name and texts stand below it."""
    named = [
        index
        for index, own in enumerate(parts)
        if own and "nama" in exact_fields(own[-1]) and own[-1][:4].lower() == "nama"
    ]
    if not named:
        return False
    below = [row[named[0]] for row in sheet.rows[last + 1 : last + 6] if named[0] < len(row)]
    return sum(isinstance(cell, str) and bool(cell) for cell in below) >= 2


def _continues(sheet: Sheet, first: int, second: int) -> bool:
    """Whether a row goes on with the header above it: texts stand only below titles that span them."""
    row, above = sheet.rows[second], sheet.rows[second - 1]
    filled = filled_columns(row)
    if not filled or is_numbering(row):
        return False
    if not all(isinstance(row[index], str) for index in filled):
        return False
    spans = _spans(sheet, first, second - 1)
    covered = _covered(sheet, second)
    own = [index for index in filled if index not in covered]
    if not own or not all(index in spans for index in own):
        return False
    groups = [spans[index] for index in own]
    return any(groups.count(group) >= 2 for group in groups) and len(own) < len(filled_columns(above)) + len(own)


def _spans(sheet: Sheet, first: int, last: int) -> dict[int, int]:
    """Return, for each column under a title that spans several, the column where that title stands."""
    spans: dict[int, int] = {}
    for merged in sheet.merged:
        if merged.top >= first and merged.bottom <= last and merged.right > merged.left:
            spans.update(dict.fromkeys(range(merged.left, merged.right + 1), merged.left))
    if spans or sheet.merged:
        return spans
    # A format without merges (csv, ods): a title spans the blank cells to its right.
    row = sheet.rows[last]
    width = max(len(row), len(sheet.rows[last + 1]) if last + 1 < len(sheet.rows) else 0)
    owner = None
    for index in range(width):
        if index < len(row) and row[index] not in (None, ""):
            owner = index
        elif owner is not None:
            spans[index] = owner
            spans[owner] = owner
    return spans


def _covered(sheet: Sheet, row: int) -> set[int]:
    """Return the columns in which a merge from above reaches a row."""
    return {
        column
        for merged in sheet.merged
        if merged.top < row <= merged.bottom
        for column in range(merged.left, merged.right + 1)
    }


def _parts(sheet: Sheet, first: int, last: int) -> tuple[tuple[str, ...], ...]:
    """Return, for each column, its titles from the top down, without repetition."""
    width = max(len(row) for row in sheet.rows[first : last + 1])
    columns: list[list[str]] = [[] for _ in range(width)]
    for number in range(first, last + 1):
        row = sheet.rows[number]
        spans = _spans(sheet, number, number) if number < last else {}
        for index in range(width):
            source = spans.get(index, index)
            text = _text(row[source]) if source < len(row) else ""
            if text and (not columns[index] or columns[index][-1] != text):
                columns[index].append(text)
    return tuple(map(tuple, columns))


def is_numbering(row: Row) -> bool:
    """Whether a row numbers the columns: (1) (2) (3), 1 2 3 or a b c, rising by one."""
    marks = []
    for index in filled_columns(row):
        found = _NUMBERED.match(plain_text(row[index]))
        if found is None:
            return False
        marks.append(found[1].lower())
    if len(marks) < 3:
        return False
    numbers = [int(mark) if mark.isdigit() else ord(mark) - 96 for mark in marks]
    steps = [after - before for before, after in pairwise(numbers)]
    return numbers[0] in (1, 2) and sum(step == 1 for step in steps) >= 0.8 * len(steps)


def table_below(sheet: Sheet, header: Header) -> Table:
    """Return the table that a header heads, down to the end of the sheet."""
    titles = []
    for index, own in enumerate(header.parts):
        if not own:
            continue
        group, sub = (" / ".join(own[:-1]), own[-1]) if len(own) > 1 else ("", "")
        text = " / ".join(own)
        titles.append(Title(index, text, sheet.letter(index), group, sub, index in sheet.hidden_columns))
    below = header.last + 1
    return Table(
        sheet=sheet,
        titles=tuple(titles),
        header_row=sheet.row_number(header.last),
        before=sheet.rows[: header.first],
        rows=sheet.rows[below:],
        first_row=sheet.row_number(below),
        first_index=below,
        header_top=sheet.row_number(header.first),
    )
