"""Makes the edges of a picture from the connections of its elements: parallel ones merged, bundles between boxes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from archrepo.declarations.kalimat import number
from archrepo.drawing.connections import Connection, connections
from archrepo.drawing.facts import Facts
from archrepo.drawing.picture import Edge, Group, Node
from archrepo.drawing.text import identifier
from archrepo.landscape.elemen import Elemen

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition


def edges_of(
    facts: Facts, definition: ViewDefinition, elements: tuple[Elemen, ...], nodes: Sequence[Node]
) -> tuple[Edge, ...]:
    """Edges between nodes, parallel ones merged; on a sheet of boxes, one bundle between two boxes."""
    ends = {element_id: node for node in nodes for element_id in node.element_ids}
    bundles: dict[tuple[str, str, str], list[Connection]] = defaultdict(list)
    for row in connections(facts, definition, elements):
        source, target = ends[row.source], ends[row.target]
        if definition.arrangement == "zona":
            bundles[source.groups[0], target.groups[0], row.label].append(row)
        elif definition.arrangement == "matriks_hubungan":
            bundles[source.id, target.id, row.label].append(row)
        else:
            bundles[source.id, target.id, ""].append(row)
    shows_own = definition.arrangement == "matriks_hubungan"
    return tuple(
        _bundle(source, target, rows)
        for (source, target, _label), rows in sorted(bundles.items())
        if shows_own or source != target
    )


def told_edges(definition: ViewDefinition, groups: Sequence[Group], edges: Sequence[Edge]) -> tuple[str, ...]:
    """Return a sentence on the bundles between boxes of different bands, which are told and not drawn."""
    band_of = {value: index for index, band in enumerate(definition.bands) for value in band}
    known = {group.id: group for group in groups if group.parent is None}
    told = [
        f"{known[edge.source].label} → {known[edge.target].label} {number(edge.count)}"
        for edge in edges
        if edge.source in known
        and edge.target in known
        and band_of.get(known[edge.source].value) != band_of.get(known[edge.target].value)
    ]
    return (f"hubungan lain: {'; '.join(told)}",) if told else ()


def _bundle(source: str, target: str, rows: Sequence[Connection]) -> Edge:
    labels = Counter(row.label for row in rows)
    first = rows[0]
    return Edge(
        id=identifier("h", source, target, *sorted(labels)),
        source=source,
        target=target,
        label=", ".join(f"{label} ({number(n)})" if n > 1 else label for label, n in sorted(labels.items())),
        relations=tuple(dict.fromkeys(relation for row in rows for relation in row.relations)),
        facts=dict(first.facts),
        count=len(rows),
        findings=tuple(dict.fromkeys(finding for row in rows for finding in row.findings)),
        why="; ".join(dict.fromkeys(row.why for row in rows if row.why)),
    )
