"""Objects that a row of applications tells of besides the application: its category, its audit, its tests."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from archrepo.declarations.kolom import column
from archrepo.intake.records import Record
from archrepo.intake.table import Title
from archrepo.intake.values import Value, normalise, year, yes_no
from archrepo.intake.wording import reading

KIND = "ikutan"
"""Kind of the side columns whose texts fill such an object; their field is ``rule.field``."""

_PLACES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class _Rule:
    """One kind of companion.

    ``link`` is the field that names the application, ``fixed`` what every such object is, ``shared`` fields that the
    row of the application fills too. Of every group of ``needed`` one field must be stated.
    """

    kelas: str
    name: str
    link: str
    fixed: Mapping[str, str]
    shared: Mapping[str, str]
    needed: tuple[tuple[str, ...], ...]


@cache
def _rules() -> Mapping[str, _Rule]:
    return {
        key: _Rule(
            row["kelas"],
            row["nama"],
            row["tautan"],
            row.get("tetap", {}),
            row.get("dari", {}),
            tuple(map(tuple, row["perlu"])),
        )
        for key, row in reading("ikutan").items()
        if isinstance(row, dict)
    }


def with_companions(record: Record, titles: Mapping[str, Title]) -> list[Record]:
    """Return a record of an application and those of its companions.

    Args:
        record: its notes hold the texts of the companion columns.
        titles: of the companion columns, by ``rule.field``.

    A text that fills no companion stays a note of the application.
    """
    found: list[Record] = []
    used: set[str] = set()
    for key, rule in _rules().items():
        own = {name.split(".")[1]: title.text for name, title in titles.items() if name.split(".")[0] == key}
        stated = {name: record.notes[title] for name, title in own.items() if title in record.notes}
        companion = _companion(record, rule, stated)
        if companion is not None:
            found.append(companion)
            used |= {own[name] for name in stated}
    if not found:
        return [record]
    notes = {title: text for title, text in record.notes.items() if title not in used}
    return [record._replace(notes=notes), *found]


def _companion(record: Record, rule: _Rule, stated: Mapping[str, str]) -> Record | None:
    if not stated:
        return None
    values: dict[str, Value] = dict(rule.fixed)
    values |= {name: record.values[other] for name, other in rule.shared.items() if record.values.get(other)}
    notes: dict[str, str] = {}
    told: dict[str, str] = {"aplikasi": str(record.values["nama"])}
    for name, text in stated.items():
        value, note = _read(rule.kelas, name, text, told)
        if value is not None:
            values[name] = value
        elif note is not None:
            notes[name] = note
    said = {*values, *(name for name in told if name in stated)} - rule.fixed.keys()
    if any(not said.intersection(group) for group in rule.needed):
        return None
    name = _PLACES.sub(lambda place: told.get(place[1], str(values.get(place[1], ""))), rule.name)
    return Record(
        row=record.row,
        kelas=rule.kelas,
        values={"nama": " ".join(name.split()), **{key: value for key, value in values.items() if key != "nama"}},
        references={rule.link: (told["aplikasi"],)},
        unit=record.unit,
        unit_origin=record.unit_origin,
        notes={_label(rule.kelas, name): text for name, text in notes.items()},
    )


def _read(kelas: str, name: str, text: str, told: dict[str, str]) -> tuple[Value, str | None]:
    """Return the value of a field and a note of what it does not hold; an answer alone (Belum pernah) says nothing."""
    known = column(kelas, name)
    answer = yes_no(text)
    if known is None or (answer.value is not None and (answer.note is None or answer.value == "tidak")):
        return None, None
    if known.kind != "tanggal":
        outcome = normalise(text, known)
        return outcome.value if outcome.code is None else text, None
    dated = normalise(text, known)
    only_year = year(text).value
    if dated.value is not None:
        told["tahun"] = str(dated.value)[:4]
        return dated.value, None
    if only_year is not None:
        # A year is no date: it names the object, and stays as written.
        told["tahun"] = told[name] = str(only_year)
        return None, text
    return None, text


def _label(kelas: str, name: str) -> str:
    known = column(kelas, name)
    return known.title if known is not None else name


def companion_titles(sides: Sequence[tuple[str, str, Title]]) -> Mapping[str, Title]:
    """Return the titles of companion columns by field, from field, kind and title of the side columns of a table."""
    return {field: title for field, kind, title in sides if kind == KIND}
