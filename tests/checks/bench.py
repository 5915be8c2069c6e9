"""A landscape on the bench: taken apart, changed as a message says, and put together again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from archrepo.checks.finding import Finding
from archrepo.declarations.metamodel import relation_kinds
from archrepo.landscape import Elemen, Landscape, Relasi
from archrepo.landscape.elemen import TYPED


class Bench:
    """The elements and the rows of relations of a landscape, which can be changed."""

    def __init__(self, landscape: Landscape) -> None:
        self.before = landscape
        self.elements = {element.id: element for element in landscape.elements}
        kinds = relation_kinds()
        self.relations = [edge for edge in landscape.edges if edge.lewat is None and kinds[edge.jenis].is_row]
        self.sheets = landscape.sheets
        self.waivers = landscape.waivers

    def landscape(self, seed: int | None = None) -> Landscape:
        """Put it together, in another order when a seed is given."""
        elements, relations, sheets = list(self.elements.values()), list(self.relations), list(self.sheets)
        if seed is not None:
            rng = Random(seed)  # noqa: S311 - no secret
            for rows in (elements, relations, sheets):
                rng.shuffle(rows)
        return Landscape(
            elements, relations, as_of=self.before.as_of, sheets=sheets, waivers=self.waivers,
            decisions=self.before.decisions,
        )  # fmt: skip

    def set(self, identifier: int, **facts: Any) -> None:
        """Change fields of an element, wherever they are kept."""
        element = self.elements[identifier]
        known = type(element).__dataclass_fields__
        # A declared field named like one of every record (versi of a product) is kept with the class's own.
        typed = {key: value for key, value in facts.items() if key in known and key not in element.lain}
        lain = {**element.lain, **{key: value for key, value in facts.items() if key not in typed}}
        self.elements[identifier] = replace(element, **typed, lain=lain)

    def add(self, kelas: str, instansi: int, nama: str = "Tambahan yang lain", **facts: Any) -> int:
        """Add an element."""
        identifier = max(self.elements) + 1
        kind = TYPED.get(kelas, Elemen)
        typed = {key: value for key, value in facts.items() if key in kind.__dataclass_fields__}
        lain = {key: value for key, value in facts.items() if key not in typed}
        self.elements[identifier] = kind(
            id=identifier, kelas=kelas, kode=f"X{identifier}", nama=nama, instansi_id=instansi, lain=lain, **typed
        )
        return identifier

    def link(self, jenis: str, dari: int, ke: int, **atribut: str) -> None:
        """Add a row of a relation."""
        self.relations.append(Relasi(jenis, dari, ke, atribut=atribut))

    def unlink(self, jenis: str, identifier: int) -> None:
        """Take away the rows of a relation that touch an element."""
        self.relations = [row for row in self.relations if row.jenis != jenis or identifier not in (row.dari, row.ke)]


Mend = Callable[[Bench, Finding], None]


def fill(place: int = 0, **facts: Any) -> Mend:
    """Return the mend that fills fields of an element of the finding."""
    return lambda bench, finding: bench.set(finding.element_ids[place], **facts)


def to_new(relation: str, kelas: str, **facts: Any) -> Mend:
    """Return the mend that relates the first element to a new one."""

    def mend(bench: Bench, finding: Finding) -> None:
        first = bench.elements[finding.element_ids[0]]
        bench.link(relation, first.id, bench.add(kelas, first.instansi_id, **facts))

    return mend


def from_new(relation: str, kelas: str, **facts: Any) -> Mend:
    """Return the mend that relates a new element to the first one."""

    def mend(bench: Bench, finding: Finding) -> None:
        first = bench.elements[finding.element_ids[0]]
        bench.link(relation, bench.add(kelas, first.instansi_id, **facts), first.id)

    return mend


def holding(kelas: str, field: str, **facts: Any) -> Mend:
    """Return the mend that adds an element whose field names the first one."""

    def mend(bench: Bench, finding: Finding) -> None:
        first = bench.elements[finding.element_ids[0]]
        bench.add(kelas, first.instansi_id, **{field: first.id, **facts})

    return mend


def without(jenis: str, place: int = 0) -> Mend:
    """Return the mend that takes a relation away from an element of the finding."""
    return lambda bench, finding: bench.unlink(jenis, finding.element_ids[place])


def exchanges(**facts: Any) -> Mend:
    """Return the mend that changes every exchange."""

    def mend(bench: Bench, _: Finding) -> None:
        for element in list(bench.elements.values()):
            if element.kelas == "Integrasi":
                bench.set(element.id, **facts)

    return mend


def of_class(kelas: str, **facts: Any) -> Mend:
    """Return the mend that changes every element of a class."""

    def mend(bench: Bench, _: Finding) -> None:
        for element in list(bench.elements.values()):
            if element.kelas == kelas:
                bench.set(element.id, **facts)

    return mend
