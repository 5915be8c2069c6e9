"""The score of a unit and of a domain: how much is without a note to be handled, and how complete it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from archrepo.checks.registry import MIXED, CheckResult
from archrepo.checks.scope import Scope
from archrepo.declarations.istilah import DOMAIN_LABELS
from archrepo.declarations.metamodel import Field, RelationKind, classes, relation_kinds
from archrepo.landscape import Elemen, Landscape
from archrepo.landscape.questions import counted_unit_of

FORMULA = (
    "Skor = (Tanpa catatan berat + Kelengkapan) / 2.",
    "Tanpa catatan berat = 100 × objek tanpa catatan Perlu ditangani / semua objek.",
    "Kelengkapan = 100 × isian yang terisi / isian yang diminta portal nasional; isian bersyarat tidak dihitung.",
    "Unit dinilai dari aplikasinya yang beroperasi; domain dari semua objeknya. Tanpa objek tidak ada skor.",
)
"""How the score is worked out, as it is printed beside it."""


@dataclass(frozen=True, slots=True)
class Skor:
    """The score of one unit or domain. ``asked`` and ``filled`` count fields over all of its elements."""

    name: str
    elements: int
    clean: int
    asked: int
    filled: int

    @property
    def share_clean(self) -> float | None:
        """Per cent of the elements without a finding of severity error; None without elements."""
        return 100 * self.clean / self.elements if self.elements else None

    @property
    def completeness(self) -> float | None:
        """Per cent of the fields asked by the national portal that are filled; None when it asks for none."""
        return 100 * self.filled / self.asked if self.asked else None

    @property
    def value(self) -> float | None:
        """The mean of both, or the one there is; None without elements."""
        known = [part for part in (self.share_clean, self.completeness) if part is not None]
        return sum(known) / len(known) if known else None


@dataclass(frozen=True, slots=True)
class Penilaian:
    """The scores of one run: of all applications, by unit and by domain."""

    whole: Skor
    units: tuple[Skor, ...]
    domains: tuple[Skor, ...]


def scored(landscape: Landscape, result: CheckResult, instansi_id: int | None = None) -> Penilaian:
    """Work out the scores. A finding that is set aside counts against nobody.

    Args:
        landscape: what was checked.
        result: a run of all rules over it.
        instansi_id: one Instansi; None for all.
    """
    scope = Scope(landscape, instansi_id)
    heavy = {one for row in result.findings if row.severity == "error" for one in row.element_ids}
    by_unit: dict[str, list[Elemen]] = defaultdict(list)
    for aplikasi in scope.aplikasi:
        by_unit[_unit_name(scope, aplikasi)].append(aplikasi)
    order = sorted(by_unit.items(), key=lambda item: (item[0] == MIXED, item[0].casefold()))
    return Penilaian(
        whole=_score(landscape, "Semua aplikasi yang beroperasi", scope.aplikasi, heavy),
        units=tuple(_score(landscape, name, rows, heavy) for name, rows in order),
        domains=tuple(_score(landscape, layer, tuple(_of_domain(scope, layer)), heavy) for layer in DOMAIN_LABELS),
    )


def _unit_name(scope: Scope, element: Elemen) -> str:
    unit = scope.unit_of(element)
    return scope.landscape[counted_unit_of(scope.landscape, unit)].nama if unit is not None else MIXED


def _of_domain(scope: Scope, layer: str) -> Iterator[Elemen]:
    if layer == "aplikasi":
        yield from scope.aplikasi
        return
    for name, kelas in classes().items():
        if kelas.layer == layer:
            yield from scope.own(name)


def _score(landscape: Landscape, name: str, elements: Iterable[Elemen], heavy: set[int]) -> Skor:
    rows = tuple(elements)
    fields = {row.kelas: portal_fields(row.kelas) for row in rows}
    return Skor(
        name=name,
        elements=len(rows),
        clean=sum(row.id not in heavy for row in rows),
        asked=sum(len(fields[row.kelas]) for row in rows),
        filled=sum(_is_filled(landscape, row, field) for row in rows for field in fields[row.kelas]),
    )


@cache
def portal_fields(kelas: str) -> tuple[Field, ...]:
    """Return the fields of a class that the national portal asks for without condition."""
    return tuple(row for row in classes()[kelas].fields if row.portal and row.required != "bersyarat")


def _is_filled(landscape: Landscape, element: Elemen, field: Field) -> bool:
    kelas = classes()[element.kelas]
    if field.name == kelas.reference and element.kode_referensi:
        return True
    relation = _views().get((element.kelas, field.name))
    if relation is not None:
        return bool(landscape.out(element.id, relation.id) or landscape.into(element.id, relation.id))
    return element.nilai(field.name) not in (None, "", ())


@cache
def _views() -> Mapping[tuple[str, str], RelationKind]:
    """Return the relation that each field with several references shows."""
    return {row.view_many: row for row in relation_kinds().values() if row.view_many is not None}
