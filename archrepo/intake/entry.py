"""Reads what a person types about one element, by the same rules as a cell of a sheet."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process

from archrepo.declarations.kolom import VERSION, Kolom, columns, split_values
from archrepo.errors import Place, UnknownNameError, UsageError
from archrepo.intake.problems import PROBLEMS
from archrepo.intake.records import OWNER, Record
from archrepo.intake.values import Value, normalise
from archrepo.names import fold

# What is kept as written in a sheet is refused from a person, who can be asked.
_TOLERATED = frozenset({"IMP010", "IMP011", "IMP013", "IMP021"})


class EntryError(UsageError):
    """A value that a person typed cannot be read."""

    code = "ENT001"


def find_column(kelas: str, name: str) -> Kolom:
    """Return the column of a class by field name or title.

    Raises:
        UnknownNameError: there is none; the nearest field names are given.
    """
    known = columns(kelas)
    for column in known:
        if fold(name) in (fold(column.field), fold(column.title)):
            return column
    fields = [column.field for column in known if not column.computed]
    near = tuple(match[0] for match in process.extract(name, fields, limit=3, score_cutoff=60))
    raise UnknownNameError(f"Isian {kelas}", name, near)


def record_of(kelas: str, texts: Mapping[str, str], *, kode: str | None = None, unit: str | None = None) -> Record:
    """Return the record that typed texts make.

    Args:
        kelas: class of the element.
        texts: text by field name or title; ``(hapus)`` clears a field.
        kode: of the element that is edited, or wished for a new one.
        unit: the unit that reports it.

    Raises:
        UnknownNameError: a field that the class does not have.
        EntryError: a computed field, or a value that cannot be read.
    """
    values: dict[str, Value] = {}
    references: dict[str, tuple[str, ...]] = {}
    cleared: set[str] = set()
    for name, text in texts.items():
        column = find_column(kelas, name)
        if column.computed or column.field == VERSION:
            raise EntryError(
                f'"{column.title}" dihitung, tidak diisi',
                mend="Ubah penempatan atau integrasinya.",
                where=Place(column=name),
            )
        if column.is_reference:
            if normalise(text, column).cleared:
                cleared.add(column.field)
            else:
                key = OWNER if column.field == "pemilik" else column.field
                references[key] = split_values(text) if column.multi else (text.strip(),)
            continue
        outcome = normalise(text, column)
        if outcome.code is not None and outcome.code not in _TOLERATED:
            problem = PROBLEMS[outcome.code]
            slots = {"value": text, "field": column.title, **outcome.slots}
            raise EntryError(
                problem.message(**slots),
                mend=problem.advice(**slots),
                where=Place(column=column.title),
                code=outcome.code,
            )
        if outcome.cleared:
            cleared.add(column.field)
        elif outcome.value is not None:
            values[column.field] = outcome.value
        values.update(outcome.also)
    return Record(0, kelas, values, references, unit, "opsi" if unit else None, {}, kode, frozenset(cleared))
