"""Finds a form in a sheet: labels below one another with values beside them, of one application or of several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from archrepo.intake.table import Table, Title, filled_columns
from archrepo.intake.titles import clean_title, familiarity, meant_fields
from archrepo.intake.unit_names import is_unit_name
from archrepo.intake.values import plain_text
from archrepo.intake.wording import begins_with
from archrepo.intake.workbook import Cell, Row, Sheet
from archrepo.names import fold

LABEL = 0.85
"""A label of a form is a known title or nearly so: what stands in the first column of a table is no label."""

_LONGEST_FORM = 2000
_LEAST_LABELS = 3
_NAME_WORDS = 9
_FILE = re.compile(r"\.(?:xlsx?|xlsm|ods|csv|json)\b", re.IGNORECASE)
"""A text that names a file, as the sources in our own workbooks do, is no label whatever words stand in it."""

_COLON = re.compile(r"^\s*[:=]\s*")


@dataclass(frozen=True, slots=True)
class _Pair:
    label: str
    value: Cell
    row: int
    column: int
    value_column: int

    @property
    def is_known(self) -> bool:
        return familiarity(self.label) >= LABEL and not is_unit_name(self.label) and not _FILE.search(self.label)

    @property
    def is_name(self) -> bool:
        return "nama" in meant_fields(self.label)


def find_form(sheet: Sheet) -> Table | None:
    """Return the table of a sheet that is a form, one record for each application that it is about, or None."""
    if not sheet.rows or len(sheet.rows) > _LONGEST_FORM:
        return None
    by_column: dict[int, list[_Pair]] = {}
    for row in range(len(sheet.rows)):
        for pair in _pairs(sheet.rows[row], row):
            by_column.setdefault(pair.column, []).append(pair)
    main = max(by_column.values(), key=lambda pairs: len(_labels(pairs)), default=[])
    known = _labels(main)
    if len(known) < _LEAST_LABELS or not any(meant_fields(label) & {"nama", "url"} for label in known):
        return None
    # Further labels may stand beside the first ones, each with its value to the right.
    rows = {pair.row for pair in main}
    columns = [main, *(pairs for pairs in by_column.values() if pairs is not main and _is_beside(pairs, rows))]
    own = sorted((pair for pairs in columns for pair in pairs), key=lambda pair: (pair.row, pair.column))
    side_by_side = _value_columns(sheet, main) if len(columns) == 1 else []
    records = _records_by_column(sheet, own, side_by_side) if side_by_side else _records(own)
    return _form_table(sheet, own, records)


def _is_beside(pairs: Sequence[_Pair], rows: Set[int]) -> bool:
    return len(_labels(pairs)) >= 2 and all(pair.row in rows for pair in pairs)


def _labels(pairs: Sequence[_Pair]) -> set[str]:
    return {pair.label.lower() for pair in pairs if pair.is_known}


def _pairs(row: Row, number: int) -> Iterator[_Pair]:
    """Yield the labels of a row with their values: beside them, after a colon cell, or after a colon in the cell."""
    filled = filled_columns(row)
    position = 0
    has_first = False
    while position < len(filled):
        index = filled[position]
        position += 1
        pair = _pair(row, filled[position:], index, number)
        if pair is None or (has_first and not (pair.is_known and pair.value not in (None, ""))):
            continue
        yield pair
        has_first = True
        while position < len(filled) and filled[position] <= pair.value_column:
            position += 1


def _pair(row: Row, after: Sequence[int], index: int, number: int) -> _Pair | None:
    cell = row[index]
    if not isinstance(cell, str):
        return None
    label, _, inline = cell.partition(":")
    title = clean_title(label)
    if not title or (len(title) <= 3 and familiarity(title) < 1):
        return None
    if inline.strip():
        return _Pair(title, inline.strip(), number, index, index)
    place = next((other for other in after if plain_text(row[other]).strip(" :=")), None)
    if place is None:
        return _Pair(title, None, number, index, index)
    value = row[place]
    return _Pair(title, _COLON.sub("", value) if isinstance(value, str) else value, number, index, place)


_Record = dict[int, _Pair]


def _positions(pairs: Sequence[_Pair]) -> dict[str, int]:
    labels: dict[str, int] = {}
    for pair in pairs:
        if familiarity(pair.label) >= 1 or pair.value not in (None, ""):
            labels.setdefault(pair.label, len(labels))
    return labels


def _records(pairs: Sequence[_Pair]) -> list[_Record]:
    """Gather the pairs into records; the label of a name that comes again begins the next one."""
    labels = _positions(pairs)
    records: list[_Record] = [{}]
    for pair in pairs:
        index = labels.get(pair.label)
        if index is None:
            continue
        if index in records[-1] and pair.is_name:
            records.append({})
        records[-1].setdefault(index, pair)
    return records


def _value_columns(sheet: Sheet, pairs: Sequence[_Pair]) -> list[int]:
    """Return the columns that hold an application each: filled for most labels, its own name in the name row."""
    known = [pair for pair in pairs if pair.is_known]
    named = next((pair for pair in known if pair.is_name), None)
    if named is None:
        return []
    counts = Counter(
        index
        for pair in known
        for index in filled_columns(sheet.rows[pair.row])
        if index > pair.column and plain_text(sheet.rows[pair.row][index]).strip(" :=")
    )
    columns = sorted(index for index, count in counts.items() if 2 * count >= len(known))
    row = sheet.rows[named.row]
    names = [plain_text(row[index]) if index < len(row) else "" for index in columns]
    return columns if len(set(map(fold, names))) == len(columns) >= 2 and all(map(_may_name, names)) else []


def _may_name(text: str) -> bool:
    return bool(fold(text)) and len(text.split()) <= _NAME_WORDS and not (
        text.startswith("(") or begins_with(fold(text), "baris_bukan_data", "catatan") or familiarity(text) >= LABEL
        or begins_with(fold(text), "baris_bukan_data", "contoh")
    )  # fmt: skip


def _records_by_column(sheet: Sheet, pairs: Sequence[_Pair], columns: Sequence[int]) -> list[_Record]:
    labels = _positions(pairs)
    records: list[_Record] = []
    for column in columns:
        record: _Record = {}
        for pair in pairs:
            row = sheet.rows[pair.row]
            value = row[column] if column < len(row) else None
            if pair.label in labels:
                record.setdefault(labels[pair.label], _Pair(pair.label, value, pair.row, pair.column, column))
        records.append(record)
    return records


def _form_table(sheet: Sheet, pairs: Sequence[_Pair], records: Sequence[_Record]) -> Table | None:
    labels = _positions(pairs)
    filled = [record for record in records if any(pair.value not in (None, "") for pair in record.values())]
    if not filled:
        return None
    titles = tuple(
        Title(index, label, sheet.letter(next(pair.column for pair in pairs if pair.label == label)))
        for label, index in labels.items()
    )
    rows = [
        tuple(record[index].value if index in record else None for index in range(len(labels))) for record in filled
    ]
    places = {
        (position, index): (sheet.row_number(pair.row), sheet.letter(pair.value_column))
        for position, record in enumerate(filled)
        for index, pair in record.items()
    }
    first = min(pair.row for record in filled for pair in record.values())
    return Table(
        sheet=sheet,
        titles=titles,
        header_row=None,
        before=sheet.rows[:first],
        rows=rows,
        first_row=sheet.row_number(first),
        first_index=first,
        is_form=True,
        places=places,
    )
