"""The exchanges of a run as graphs: who would be cut off, who stands apart, who goes round in a circle.

The algorithms are networkx's; it is imported only when there are exchanges to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.landscape import Aplikasi, Integrasi
from archrepo.landscape.pusat_data import is_operating

if TYPE_CHECKING:
    import networkx as nx

BUS = "bus"
"""Node that stands for everything beyond a Sistem Penghubung Layanan, or owned by others."""

_MOST_CIRCLES = 10_000
Node = int | str


@dataclass(frozen=True, slots=True)
class Penghubung:
    """An application without which others are cut off, and those others."""

    aplikasi: int
    cut_off: tuple[int, ...]


def _kode(scope: Scope, node: Node) -> tuple[str, int]:
    return (scope.landscape[node].kode, node) if isinstance(node, int) else ("", 0)


def _by_instansi(scope: Scope, *, direct_only: bool) -> Mapping[int, list[Integrasi]]:
    """Return the current exchanges between operating applications by Instansi, in the order of their kode."""
    direct = words("jalur_langsung")
    found: dict[int, list[Integrasi]] = defaultdict(list)
    day = scope.landscape.as_of
    for exchange in scope.integrasi:
        is_direct = exchange.jalur in direct and exchange.spl_id is None
        if exchange.jalur == "tidak_ada" or (direct_only and not is_direct) or exchange.dari_id == exchange.ke_id:
            continue
        ends = (scope.landscape.get(exchange.dari_id), scope.landscape.get(exchange.ke_id))
        if all(not isinstance(end, Aplikasi) or is_operating(end, day) for end in ends):
            found[exchange.instansi_id].append(exchange)
    return {key: sorted(rows, key=lambda row: row.kode) for key, rows in sorted(found.items())}


def _node(scope: Scope, identifier: int) -> Node:
    element = scope.landscape.get(identifier)
    return identifier if isinstance(element, Aplikasi) and not scope.landscape.is_national(element) else BUS


def _undirected(scope: Scope, exchanges: list[Integrasi]) -> nx.Graph[Node]:
    import networkx as nx

    graph: nx.Graph[Node] = nx.Graph()
    for exchange in exchanges:
        one, other = _node(scope, exchange.dari_id), _node(scope, exchange.ke_id)
        if exchange.spl_id is not None or exchange.jalur in ("spl", "splp"):
            graph.add_edges_from((node, BUS) for node in (one, other) if node != BUS)
        elif one != other:
            graph.add_edge(one, other)
    return graph


def connectors(scope: Scope, at_least: int) -> Iterator[tuple[int, Penghubung]]:
    """Yield, with its Instansi, each application whose failure leaves so many others without the rest.

    What is left of the largest part is the rest; where nothing but single applications is left, all of them are cut
    off. The SPL and what others run stay up.
    """
    nets = _by_instansi(scope, direct_only=False)
    if not nets:
        return
    import networkx as nx

    for instansi, exchanges in nets.items():
        graph = _undirected(scope, exchanges)
        for part in nx.connected_components(graph):
            if len(part) <= at_least:
                continue
            inside = graph.subgraph(part)
            for node, lost in sorted(_lost_without(inside).items(), key=lambda item: _kode(scope, item[0])):
                if isinstance(node, int) and lost >= at_least:
                    yield instansi, Penghubung(node, _cut_off(scope, inside, node))


def _lost_without(graph: nx.Graph[Node]) -> Mapping[Node, int]:
    """Return, for each node that holds a connected graph together, how many others lose the rest without it.

    One walk over the tree of blocks gives them all; taking out one node after the other would be quadratic. The walk
    starts at the bus where there is one, so that what lies towards the root is the rest.
    """
    import networkx as nx

    # The stubs nest the set once too often.
    found_blocks: list[set[Node]] = [set(block) for block in nx.biconnected_components(graph)]  # type: ignore[arg-type]
    blocks = sorted(found_blocks, key=lambda block: BUS not in block)
    holders = set(nx.articulation_points(graph))
    tree: nx.Graph[tuple[str, object]] = nx.Graph()
    for number, block in enumerate(blocks):
        tree.add_edges_from((("block", number), ("node", node)) for node in block & holders)
    if not holders:
        return {}
    root = ("block", 0)
    own: dict[tuple[str, object], int] = {
        ("block", number): len(block - holders) for number, block in enumerate(blocks)
    }
    parents = dict(nx.bfs_predecessors(tree, root))
    size: dict[tuple[str, object], int] = {}
    below: dict[tuple[str, object], list[int]] = defaultdict(list)
    for place in reversed([root, *parents]):
        size[place] = sum(below[place]) + own.get(place, 1)
        if place != root:
            below[parents[place]].append(size[place])
    found: dict[Node, int] = {}
    for node in holders:
        parts = below["node", node]
        towards_root = len(graph) - 1 - sum(parts)
        largest = max(*parts, towards_root)
        found[node] = sum(parts) if BUS in graph else len(graph) - 1 - (largest if largest > 1 else 0)
    return found


def _cut_off(scope: Scope, graph: nx.Graph[Node], node: Node) -> tuple[int, ...]:
    import networkx as nx

    rest = graph.subgraph(other for other in graph if other != node)
    # What hangs together with the bus is the rest, whatever its size: it still reaches the others.
    parts = sorted(nx.connected_components(rest), key=lambda part: (BUS not in part, -len(part), min(map(str, part))))
    lost = parts[1:] if len(parts[0]) > 1 or BUS in parts[0] else parts
    ids = {other for part in lost for other in part if isinstance(other, int)}
    return tuple(sorted(ids, key=lambda other: _kode(scope, other)))


def islands(scope: Scope) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield, with their Instansi, the groups of applications that exchange with each other and with nobody else."""
    nets = _by_instansi(scope, direct_only=False)
    if not nets:
        return
    import networkx as nx

    for instansi, exchanges in nets.items():
        graph = _undirected(scope, exchanges)
        for part in nx.connected_components(graph):
            if BUS not in part and len(part) > 1:
                ids = (node for node in part if isinstance(node, int))
                yield instansi, tuple(sorted(ids, key=lambda node: _kode(scope, node)))


def circles(scope: Scope) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """Yield, with their Instansi, the applications whose direct links lead round, and one way round of three or more.

    Two that send to each other are an exchange in both directions and no circle.
    """
    nets = _by_instansi(scope, direct_only=True)
    if not nets:
        return
    import networkx as nx

    for instansi, exchanges in nets.items():
        graph: nx.DiGraph[int] = nx.DiGraph()
        ends = {(row.dari_id, row.ke_id) for row in exchanges}
        for one, other in sorted(ends, key=lambda pair: (_kode(scope, pair[0]), _kode(scope, pair[1]))):
            graph.add_edge(one, other)
        for part in nx.strongly_connected_components(graph):
            if len(part) < 3:
                continue
            members = tuple(sorted(part, key=lambda node: _kode(scope, node)))
            inside: nx.DiGraph[int] = nx.DiGraph()
            inside.add_nodes_from(members)
            inside.add_edges_from((one, other) for one in members for other in graph[one] if other in part)
            ways = islice(nx.simple_cycles(inside), _MOST_CIRCLES)
            way = next((tuple(way) for way in ways if len(way) > 2), None)
            if way is not None:
                start = way.index(min(way, key=lambda node: _kode(scope, node)))
                yield instansi, members, (*way[start:], *way[:start])
