"""Conditions of a regency's own rules: what a line over a field or a relation asks of an element."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from archrepo.checks.scope import Scope
from archrepo.landscape import Aplikasi, Elemen, Value
from archrepo.landscape.pusat_data import KETERHUBUNGAN_LABELS, PENEMPATAN_LABELS, STATUS_LABELS, status_integrasi
from archrepo.names import fold

Condition = Callable[[Scope, Elemen], bool]
Read = Callable[[Scope, Elemen], Value]
Test = Callable[[Value, date], bool]

TODAY = "hari_ini"
"""The word that stands for the day looked at, in a condition on a date."""


def _of_application(read: Callable[[Scope, Aplikasi], Value]) -> Read:
    return lambda scope, element: read(scope, element) if isinstance(element, Aplikasi) else None


COMPUTED: Mapping[str, tuple[Read, Mapping[str, str]]] = {
    "penempatan": (_of_application(lambda scope, row: scope.penempatan(row).state), PENEMPATAN_LABELS),
    "keterhubungan": (_of_application(lambda scope, row: scope.keterhubungan(row).state), KETERHUBUNGAN_LABELS),
    "status_integrasi": (
        _of_application(lambda scope, row: status_integrasi(scope.landscape, row).state),
        STATUS_LABELS,
    ),
    "host": (_of_application(lambda _, row: row.host), {}),
}
"""What is worked out of an application, with the values it may have (none: any text)."""


def owner_name(scope: Scope, element: Elemen) -> str | None:
    """Return the name of an element's owner, None while it is to be confirmed."""
    owner = scope.landscape.get(element.pemilik_id)
    return owner.nama if owner is not None else None


def reader(field: str) -> Read:
    """Return how a field is read: worked out, the owner's name, or as it is kept."""
    if field in COMPUTED:
        return COMPUTED[field][0]
    if field == "pemilik":
        return owner_name
    return lambda _, element: element.nilai(field)


def _is_empty(value: Value) -> bool:
    return value in (None, "", ())


def _day(wanted: object, today: date) -> date | None:
    if wanted == TODAY:
        return today
    return wanted if isinstance(wanted, date) else None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _below(value: Value, wanted: object) -> bool:
    one, other = _number(value), _number(wanted)
    return one is not None and other is not None and one < other


def _before(value: Value, wanted: object, today: date) -> bool:
    day = _day(wanted, today)
    return isinstance(value, date) and day is not None and value < day


def _after(value: Value, wanted: object, today: date) -> bool:
    day = _day(wanted, today)
    return isinstance(value, date) and day is not None and value > day


def _holds(value: Value, wanted: object) -> bool:
    texts = value if isinstance(value, tuple) else (value,)
    return any(isinstance(text, str) and fold(str(wanted)) in fold(text) for text in texts)


TESTS: Mapping[str, Callable[[object], Test]] = {
    "sama": lambda wanted: lambda value, _: value == wanted,
    # What nobody stated is not another value: a blank is unknown, never a "no".
    "bukan": lambda wanted: lambda value, _: not _is_empty(value) and value != wanted,
    "salah_satu": lambda wanted: lambda value, _: isinstance(wanted, list) and value in wanted,
    "kosong": lambda wanted: lambda value, _: _is_empty(value) == bool(wanted),
    "memuat": lambda wanted: lambda value, _: _holds(value, wanted),
    "kurang_dari": lambda wanted: lambda value, _: _below(value, wanted),
    "lebih_dari": lambda wanted: lambda value, _: _number(value) is not None and _below(_as_value(wanted), value),
    "sebelum": lambda wanted: lambda value, today: _before(value, wanted, today),
    "sesudah": lambda wanted: lambda value, today: _after(value, wanted, today),
}
"""The tests that a condition on a field may make, by their word."""


def _as_value(wanted: object) -> Value:
    return wanted if isinstance(wanted, int | float) else None


def on_field(field: str, test: Test) -> Condition:
    """Return the condition that a field passes a test."""
    read = reader(field)
    return lambda scope, element: test(read(scope, element), scope.landscape.as_of)


def on_relation(
    jenis: str, *, outgoing: bool, at_least: int, at_most: int | None, other: Condition | None
) -> Condition:
    """Return the condition that so many edges of a kind lead to elements that pass a condition."""

    def holds(scope: Scope, element: Elemen) -> bool:
        landscape = scope.landscape
        ends = landscape.targets(element.id, jenis) if outgoing else landscape.sources(element.id, jenis)
        found = sum(other is None or other(scope, end) for end in dict.fromkeys(ends))
        return found >= at_least and (at_most is None or found <= at_most)

    return holds


def every(conditions: tuple[Condition, ...]) -> Condition:
    """Return the condition that all of them hold."""
    return lambda scope, element: all(one(scope, element) for one in conditions)


def some(conditions: tuple[Condition, ...]) -> Condition:
    """Return the condition that at least one of them holds."""
    return lambda scope, element: any(one(scope, element) for one in conditions)


def negated(condition: Condition) -> Condition:
    """Return the condition that it does not hold."""
    return lambda scope, element: not condition(scope, element)
