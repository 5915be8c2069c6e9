"""Finds the edges of a picture among its elements; each way is named as it is written in the YAML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archrepo.declarations.metamodel import relation_kinds
from archrepo.drawing.facts import Facts
from archrepo.drawing.finding_facts import is_headline, pair_kind, reason_of
from archrepo.landscape.elemen import Aplikasi, Elemen, Integrasi, SistemPenghubungLayanan
from archrepo.landscape.landscape import Landscape, Relasi

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition


@dataclass(frozen=True, slots=True)
class Connection:
    """One edge between two elements of the picture.

    ``relations`` are the edges of the Landscape that it stands for; ``findings`` the fingerprints of the findings that
    it stands for instead, and ``why`` the sentence they give.
    """

    source: int
    target: int
    label: str
    relations: tuple[Relasi, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[str, ...] = ()
    why: str = ""


def connections(facts: Facts, definition: ViewDefinition, elements: tuple[Elemen, ...]) -> Iterator[Connection]:
    """Return the edges that a view draws among these elements, in a stable order."""
    if definition.edges is not None:
        yield from CONNECTIONS[definition.edges](facts, definition, elements)


def _by_relation(facts: Facts, definition: ViewDefinition, elements: tuple[Elemen, ...]) -> Iterator[Connection]:
    """Every relation of the declared kinds between two elements of the picture."""
    inside = {element.id for element in elements}
    for element in elements:
        for edge in facts.landscape.out(element.id, *definition.relations):
            if edge.ke in inside:
                yield Connection(edge.dari, edge.ke, relation_kinds()[edge.jenis].name, (edge,))


def _relation_codes(facts: Facts, _definition: ViewDefinition, elements: tuple[Elemen, ...]) -> Iterator[Connection]:
    """Every relation between two elements of the picture, called by its code; its name is the reason."""
    inside = {element.id for element in elements}
    for element in elements:
        for edge in sorted(facts.landscape.out(element.id), key=lambda row: (row.jenis, row.ke)):
            if edge.ke in inside:
                yield Connection(edge.dari, edge.ke, edge.jenis, (edge,), why=relation_kinds()[edge.jenis].name)


def _between_rings(facts: Facts, definition: ViewDefinition, elements: tuple[Elemen, ...]) -> Iterator[Connection]:
    """Relations that lead away from the element in the centre: from each ring of neighbours to the next.

    What two neighbours have with each other is their own affair; ``stops`` are classes through which no walk leads.
    """
    around = definition.selection.around
    if not elements or around is None:
        return
    inside = {element.id for element in elements}
    distance = {elements[0].id: 0}
    for element in elements:  # nearest first, as the selection found them
        if element.kelas in around.stops and element.id != elements[0].id:
            continue
        for edge in (*facts.landscape.out(element.id), *facts.landscape.into(element.id)):
            other = edge.ke if edge.dari == element.id else edge.dari
            if other in inside and element.id in distance:
                distance.setdefault(other, distance[element.id] + 1)
    for element in elements:
        for edge in facts.landscape.out(element.id, *definition.relations):
            if edge.ke not in inside or distance.get(edge.dari) == distance.get(edge.ke):
                continue
            near = min((edge.dari, edge.ke), key=lambda end: distance.get(end, len(distance)))
            if near == elements[0].id or facts.landscape[near].kelas not in around.stops:
                yield Connection(edge.dari, edge.ke, relation_kinds()[edge.jenis].name, (edge,))


def _integration_paths(facts: Facts, _definition: ViewDefinition, elements: tuple[Elemen, ...]) -> Iterator[Connection]:
    """Who hangs on the SPL, and who is joined directly to an application of the picture.

    An application hangs on an SPL when one of its API is registered there or an active exchange of its runs through
    it. An active exchange past any SPL is an edge between its two applications.
    """
    landscape = facts.landscape
    inside = {element.id for element in elements}
    hanging: dict[tuple[int, int], list[Relasi]] = defaultdict(list)
    for element in elements:
        if isinstance(element, Aplikasi):
            for bus, relation in _buses(landscape, element):
                if bus in inside:
                    hanging[element.id, bus].append(relation)
    for (source, target), relations in hanging.items():
        yield Connection(source, target, "lewat SPL", tuple(relations), {"jalur": "spl"})
    for exchange in landscape.of(Integrasi):
        if {exchange.dari_id, exchange.ke_id} <= inside and is_active(landscape, exchange):
            edge = _edge_of(landscape, exchange)
            path = _path_of(exchange)
            if edge is not None and path is not None and exchange.spl_id not in inside:
                label = "lewat SPL" if path == "spl" else "langsung"
                yield Connection(edge.dari, edge.ke, label, (edge,), {"jalur": path})


def is_active(landscape: Landscape, exchange: Integrasi) -> bool:
    """Whether an exchange is done, not only planned, and valid today."""
    return exchange.status == "sudah" and exchange.kondisi != "target" and exchange.is_valid_on(landscape.as_of)


def _path_of(exchange: Integrasi) -> str | None:
    if exchange.jalur in ("spl", "splp") or exchange.spl_id is not None:
        return "spl"
    return "langsung" if exchange.jalur in ("titik_ke_titik", "basis_data") else None


def _edge_of(landscape: Landscape, exchange: Integrasi) -> Relasi | None:
    edges = landscape.out(exchange.dari_id, "R21")
    return next((edge for edge in edges if edge.lewat == exchange.id), None)


def _buses(landscape: Landscape, aplikasi: Aplikasi) -> Iterator[tuple[int, Relasi]]:
    for offered in landscape.out(aplikasi.id, "R19"):
        for registered in landscape.into(offered.ke, "R22"):
            if isinstance(landscape[registered.dari], SistemPenghubungLayanan):
                yield registered.dari, offered
                yield registered.dari, registered
    for exchange in landscape.exchanges(aplikasi.id):
        edge = _edge_of(landscape, exchange)
        if edge is not None and exchange.spl_id is not None and is_active(landscape, exchange):
            yield exchange.spl_id, edge


def _data_flow(facts: Facts, _definition: ViewDefinition, elements: tuple[Elemen, ...]) -> Iterator[Connection]:
    """From a data set to the unit that keeps it, and from there to what uses it; directly where no unit is named."""
    landscape = facts.landscape
    inside = {element.id for element in elements}
    for element in elements:
        if element.kelas != "DataInformasi":
            continue
        keepers = [edge for edge in landscape.into(element.id, "R14") if edge.dari in inside]
        for kept in keepers:
            yield Connection(element.id, kept.dari, "dikelola walidata", (kept,), {"jalur": "data"})
        for used in landscape.into(element.id, "R10", "R12"):
            if used.dari not in inside:
                continue
            for kept in keepers:
                yield Connection(kept.dari, used.dari, "dipakai", (kept, used), {"jalur": "data"})
            if not keepers:
                yield Connection(element.id, used.dari, "dipakai langsung", (used,), {"jalur": "langsung"})


def _judged_pairs(facts: Facts, _definition: ViewDefinition, elements: tuple[Elemen, ...]) -> Iterator[Connection]:
    """Judged pairs that ask for work, with their reason; of two findings on one pair the heavier is drawn."""
    inside = {element.id for element in elements}
    seen: set[frozenset[int]] = set()
    for finding in sorted(facts.findings, key=lambda row: (row.code, row.fingerprint)):
        value, label = pair_kind(finding.code)
        for pair in finding.pairs if is_headline(finding) else ():
            ends = frozenset((pair.a_id, pair.b_id))
            if len(ends) == 2 and ends <= inside and ends not in seen:
                seen.add(ends)
                reason = reason_of(pair)
                why = f"{reason} ({f'{pair.score:.2f}'.replace('.', ',')})"
                told = {"jenis_duplikat": value}
                first, last = pair.a_id, pair.b_id
                if facts.landscape.is_national(facts.landscape[first]):
                    first, last = last, first
                yield Connection(first, last, label, (), told, (finding.fingerprint,), why)


CONNECTIONS: Mapping[str, Callable[[Facts, ViewDefinition, tuple[Elemen, ...]], Iterator[Connection]]] = {
    "relasi": _by_relation,
    "kode_relasi": _relation_codes,
    "menjauh": _between_rings,
    "jalur_integrasi": _integration_paths,
    "alir_data": _data_flow,
    "temuan": _judged_pairs,
}
"""Every way of finding edges by the name that a view file uses."""
