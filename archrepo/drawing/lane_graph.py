"""Asks Graphviz for the places of a sheet of lanes: nodes and names of relations are both things that lines go around.

A relation that several nodes of one lane have with the same node is named once: their lines meet at the name, and one
line goes on from there (a joint), so that a hub with sixty neighbours does not become a fan.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archrepo.drawing.picture import Edge, Group, Node
from archrepo.drawing.sheet import LEADING, Line, Run, height_of
from archrepo.drawing.text import identifier, width, wrap
from archrepo.drawing.theme import Styled

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

SIZE = 10.0
NODE_WIDTH = 138.0
ICON = 15.0
NAME_SIZE = 9.0
_DETAIL = 0.86
MANY_EDGES = 150
_NODE_GAP = 16.0
_NAME_ROOM = 14.0
_NAME_LINES = 3
_LEAST_IN_ROW = 3
_USUAL_IN_ROW = 7


@dataclass(frozen=True, slots=True)
class Way:
    """How much is said: on how many lines merged elements are named, and whether relations have their names."""

    lines_of_merged: int = 7
    has_names: bool = True


WAYS = (Way(), Way(lines_of_merged=2), Way(lines_of_merged=2, has_names=False))
"""From the fullest to the shortest, which is only for what cannot be rolled up any further."""

Lanes = list[tuple[str, Group | None, tuple[Node, ...]]]


@dataclass(frozen=True, slots=True)
class Joint:
    """The name of a relation on the sheet: of one edge, or of several that share one end (``hub``).

    ``upper`` and ``lower`` are the nodes above and below it; ``is_down`` says that the relation leads downwards.
    """

    id: str
    lines: tuple[str, ...]
    edges: tuple[Edge, ...]
    upper: tuple[str, ...]
    lower: tuple[str, ...]
    is_down: bool
    hub: str = ""

    @property
    def width(self) -> float:
        """Width in points at the usual size."""
        return max((width(line) * NAME_SIZE + 6 for line in self.lines), default=1.0)

    @property
    def height(self) -> float:
        """Height in points at the usual size."""
        return max(len(self.lines) * NAME_SIZE * LEADING, 1.0)


def lanes_of(styled: Styled, definition: ViewDefinition) -> Lanes:
    """Return the lanes from top to bottom: value, group (None when empty) and nodes."""
    groups = {group.value: group for group in styled.picture.groups if group.parent is None}
    values = [*definition.order, *(value for value in groups if value not in definition.order)]
    if definition.hides_empty:
        values = [value for value in values if value in groups]
    return [
        (value, groups.get(value), styled.picture.members(groups[value].id) if value in groups else ())
        for value in values
    ]


def joints_of(styled: Styled, lanes: Lanes, way: Way) -> tuple[Joint, ...]:
    """Return the names of all edges: one for those that share an end, a lane at the other end, and what is said."""
    order = {node.id: number for number, node in enumerate(styled.picture.nodes)}
    lane = {node.id: index for index, (_value, _group, nodes) in enumerate(lanes) for node in nodes}
    place = {name: (index, order[name]) for name, index in lane.items()}
    counts = Counter(key for edge in styled.picture.edges for key in _keys(edge, place))
    shared: dict[_Key, list[Edge]] = defaultdict(list)
    found: list[Joint] = []
    for edge in styled.picture.edges:
        key = max(_keys(edge, place), key=counts.__getitem__, default=None)
        if key is not None and counts[key] > 1:
            shared[key].append(edge)
        else:
            found.append(_joint(edge.id, (edge,), place))
    for key, edges in shared.items():
        alone = len(edges) == 1
        name = edges[0].id if alone else identifier("simpang", *map(str, key))
        found.append(_joint(name, tuple(edges), place, hub="" if alone else key[0]))
    return tuple(found if way.has_names else (replace(joint, lines=()) for joint in found))


_Key = tuple[str, str, int, bool, str]


def _keys(edge: Edge, place: Mapping[str, tuple[int, int]]) -> tuple[_Key, ...]:
    """By which end an edge may share its name; one with numbers of its own shares none."""
    if "(" in edge.label:
        return ()
    source, target = place[edge.source], place[edge.target]
    is_down = source <= target
    return (
        (edge.target, "masuk", source[0], is_down, edge.label),
        (edge.source, "keluar", target[0], is_down, edge.label),
    )


def _joint(name: str, edges: tuple[Edge, ...], place: Mapping[str, tuple[int, int]], hub: str = "") -> Joint:
    first = edges[0]
    is_down = place[first.source] <= place[first.target]
    uppers = tuple(dict.fromkeys(edge.source if is_down else edge.target for edge in edges))
    lowers = tuple(dict.fromkeys(edge.target if is_down else edge.source for edge in edges))
    lines = wrap(first.label, _NAME_ROOM, _NAME_LINES) if first.label else ()
    return Joint(name, lines, edges, uppers, lowers, is_down, hub)


def rows_to_try(styled: Styled, definition: ViewDefinition, across: float) -> tuple[int, ...]:
    """Return how many nodes may stand in a row of a lane, most first: those that make a difference."""
    fullest = max((len(nodes) for _value, _group, nodes in lanes_of(styled, definition)), default=0)
    most = max(_LEAST_IN_ROW, round(across / (NODE_WIDTH + _NODE_GAP)))
    fewer = [count for count in (most - 2, most - 3, most - 4) if _LEAST_IN_ROW <= count < fullest]
    return (most, *fewer)


def lanes_dot(
    styled: Styled, definition: ViewDefinition, room: tuple[float, float], way: Way, most: int = _USUAL_IN_ROW
) -> str:
    """Return the DOT text whose layout gives the places: invisible marks between the lanes keep their order.

    Args:
        room: width and height for the lanes in points.
        way: how much is said.
        most: nodes in a row of a lane; more stand in rows below.
    """
    lanes = lanes_of(styled, definition)
    many = len(styled.picture.edges) > MANY_EDGES
    haste = " nslimit=1 nslimit1=0.2 mclimit=0.1" if many else ""
    look = f"nodesep=0.2 ranksep=0.26 splines={'line' if many else 'spline'}{haste}"
    text = [
        f'digraph "{styled.picture.view}" {{',
        f"\tgraph [ratio={room[1] / room[0]:.4f} {look}]",
        '\tnode [shape=box fixedsize=true label=""]',
        "\tedge [arrowhead=none]",
    ]
    for index, (value, _group, nodes) in enumerate(lanes):
        members = [(node.id, node_height(styled, node, way)) for node in nodes] or [(placeholder(value), 20.0)]
        text.append(f'\t"batas-{index}" [width=0.01 height=0.01]')
        for position, (name, height) in enumerate(members):
            text.append(f'\t"{name}" [width={NODE_WIDTH / 72:.3f} height={height / 72:.3f}]')
            text.append(f'\t"batas-{index}" -> "{name}" -> "batas-{index + 1}" [style=invis weight=0]')
            if position >= most:
                text.append(f'\t"{members[position - most][0]}" -> "{name}" [style=invis weight=1]')
    text.append(f'\t"batas-{len(lanes)}" [width=0.01 height=0.01]')
    for joint in joints_of(styled, lanes, way):
        text.extend(_joint_dot(joint))
    return "\n".join((*text, "}\n"))


def _joint_dot(joint: Joint) -> list[str]:
    """The pieces above and below a name; the one line of several is named by the joint, all others by their edge."""
    found = [f'\t"{joint.id}" [width={joint.width / 72:.3f} height={joint.height / 72:.3f}]']
    found.extend(f'\t"{name}" -> "{joint.id}" [weight=2]' for name in joint.upper)
    found.extend(f'\t"{joint.id}" -> "{name}" [weight=2]' for name in joint.lower)
    return found


def placeholder(value: str) -> str:
    """Return the name of what stands for an empty lane."""
    return f"kosong-{identifier(value)}"


def node_lines(styled: Styled, node: Node, way: Way, scale: float = 1.0) -> tuple[Line, ...]:
    """Return name and details of a node as lines."""
    size = SIZE * scale
    room = (NODE_WIDTH - ICON - 8) / SIZE
    bold = styled.nodes[node.id].get("tebal") == "ya"
    lines: list[Line] = [
        (Run(text, size, styled.theme.ink, bold=bold),) for text in wrap(node.label, round(room, 2), 3, bold=bold)
    ]
    if node.detail:
        small = size * _DETAIL
        colour = styled.nodes[node.id].get("warna", styled.theme.faint_ink)
        most = way.lines_of_merged if node.is_merged else 2
        lines += [
            (Run(text, small, colour, italic=True),) for text in wrap(node.detail, round(room / _DETAIL, 2), most)
        ]
    return tuple(lines)


def node_height(styled: Styled, node: Node, way: Way) -> float:
    """Return the height of a node in points at the usual size."""
    return height_of(node_lines(styled, node, way)) + 8
