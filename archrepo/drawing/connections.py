"""Finds the edges of a picture among its elements; each way is named as it is written in the YAML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archrepo.declarations.metamodel import relation_kinds
from archrepo.drawing.facts import Facts
from archrepo.landscape.elemen import Aplikasi, Elemen, Integrasi, SistemPenghubungLayanan
from archrepo.landscape.landscape import Landscape, Relasi

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition


@dataclass(frozen=True, slots=True)
class Connection:
    """One edge between two elements of the picture, with the relations of the Landscape that it stands for."""

    source: int
    target: int
    label: str
    relations: tuple[Relasi, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


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


CONNECTIONS: Mapping[str, Callable[[Facts, ViewDefinition, tuple[Elemen, ...]], Iterator[Connection]]] = {
    "relasi": _by_relation,
    "jalur_integrasi": _integration_paths,
}
"""Every way of finding edges by the name that a view file uses."""
