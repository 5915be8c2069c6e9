"""Lays groups on a sheet as horizontal lanes, one below the other, with the places and lines that Graphviz finds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from archrepo.declarations.kalimat import number
from archrepo.drawing.area import Area, DoesNotFitError
from archrepo.drawing.listing import css_of
from archrepo.drawing.picture import Edge, Group, Node
from archrepo.drawing.sheet import LEADING, Box, Label, Line, Path, Pile, Run, height_of
from archrepo.drawing.text import identifier, width, wrap
from archrepo.drawing.theme import Styled, attributes

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

_SIZE = 10.0
_NODE_WIDTH = 138.0
_ICON = 15.0
_LABEL_SIZE = 8.5
_TITLE_ROOM = 104.0
_MOST_IN_ROW = 8
_BIGGEST = 1.35
_LEAST_SIZE = 6.5
_MANY_EDGES = 150
_LINES_OF_MERGED = 7
_VEIL = "70"
"""How opaque the band of a lane is (hexadecimal, of FF): the watermark must show through."""

Layout = Callable[[str], bytes]
"""Takes DOT text and returns Graphviz's layout as JSON."""


def lay_lanes(styled: Styled, definition: ViewDefinition, area: Area, layout: Layout) -> Pile:
    """Lay nodes in lanes in the declared order of the outer groups, edges between them with their names.

    Args:
        layout: runs Graphviz on the text of ``lanes_dot`` and returns its json0.

    Raises:
        DoesNotFitError: text would be smaller than can be read; the next roll-up level is wanted.
    """
    inner = Area(area.x + _TITLE_ROOM, area.y, area.width - _TITLE_ROOM, area.height)
    found = json.loads(layout(lanes_dot(styled, definition, inner.height / inner.width)))
    left, bottom, right, top = (float(part) for part in found["bb"].split(","))
    scale = min(inner.width / (right - left), inner.height / (top - bottom), _BIGGEST)
    if scale * _SIZE < _LEAST_SIZE:
        raise DoesNotFitError
    dx = inner.x + (inner.width - (right - left) * scale) / 2
    dy = inner.y + (inner.height - (top - bottom) * scale) / 2
    place = _Place(scale, dx - left * scale, dy + top * scale)
    pile = Pile()
    _lay_bands(styled, definition, area, found, place, pile)
    names = {row["name"]: row for row in found.get("objects", ())}
    for node in styled.picture.nodes:
        pile.label([_node_label(styled, node, place, names[node.id]["pos"])])
    drawn = {row["id"]: row for row in found.get("edges", ()) if "id" in row and "pos" in row}
    for edge in styled.picture.edges:
        _lay_edge(styled, edge, place, drawn[edge.id], pile)
    return pile


@dataclass(frozen=True, slots=True)
class _Place:
    """From Graphviz's points (y upwards) to the sheet's (y downwards)."""

    scale: float
    dx: float
    dy: float

    def at(self, text: str) -> tuple[float, float]:
        """Return the place of a pair such as ``12.5,40``."""
        x, y = (float(part) for part in text.split(",")[-2:])
        return x * self.scale + self.dx, self.dy - y * self.scale


# ---- what Graphviz is asked


def lanes_of(styled: Styled, definition: ViewDefinition) -> list[tuple[str, Group | None, tuple[Node, ...]]]:
    """Return the lanes from top to bottom: value, group (None when empty) and nodes."""
    groups = {group.value: group for group in styled.picture.groups if group.parent is None}
    values = [*definition.order, *(value for value in groups if value not in definition.order)]
    if definition.hides_empty:
        values = [value for value in values if value in groups]
    return [
        (value, groups.get(value), styled.picture.members(groups[value].id) if value in groups else ())
        for value in values
    ]


def lanes_dot(styled: Styled, definition: ViewDefinition, aspect: float) -> str:
    """Return the DOT text whose layout gives the places: invisible marks between the lanes keep their order."""
    import graphviz

    picture = styled.picture
    graph = graphviz.Digraph(picture.view)
    many = len(picture.edges) > _MANY_EDGES
    graph.attr("graph", ratio=f"{aspect:.4f}", nodesep="0.22", ranksep="0.2", splines="line" if many else "spline")
    if many:
        graph.attr("graph", nslimit="1", nslimit1="0.2", mclimit="0.1")
    graph.attr("node", shape="box", fixedsize="true", label="")
    graph.attr("edge", fontname=styled.theme.fonts.name, fontsize=f"{_LABEL_SIZE:g}", arrowsize="0.7")
    lanes = lanes_of(styled, definition)
    depth: dict[str, int] = {}
    for index, (value, _group, nodes) in enumerate(lanes):
        members = [(node.id, _node_height(styled, node)) for node in nodes] or [(_placeholder(value), 20.0)]
        graph.node(f"batas-{index}", width="0.01", height="0.01")
        for position, (name, height) in enumerate(members):
            graph.node(name, width=f"{_NODE_WIDTH / 72:.3f}", height=f"{height / 72:.3f}")
            graph.edge(f"batas-{index}", name, style="invis", weight="0")
            graph.edge(name, f"batas-{index + 1}", style="invis", weight="0")
            if position >= _MOST_IN_ROW:
                graph.edge(members[position - _MOST_IN_ROW][0], name, style="invis", weight="1")
            depth[name] = index
    graph.node(f"batas-{len(lanes)}", width="0.01", height="0.01")
    order = {node.id: number for number, node in enumerate(picture.nodes)}
    for edge in picture.edges:
        upper = (depth[edge.source], order[edge.source]) <= (depth[edge.target], order[edge.target])
        tail, head = (edge.source, edge.target) if upper else (edge.target, edge.source)
        label = "" if depth[tail] == depth[head] and many else edge.label
        graph.edge(tail, head, id=edge.id, dir="forward" if upper else "back", label=graphviz.escape(f" {label} "))
    return str(graph.source)


def _placeholder(value: str) -> str:
    return f"kosong-{identifier(value)}"


def _node_lines(styled: Styled, node: Node, scale: float = 1.0) -> tuple[Line, ...]:
    size = _SIZE * scale
    room = (_NODE_WIDTH - _ICON - 8) / _SIZE
    bold = styled.nodes[node.id].get("tebal") == "ya"
    lines: list[Line] = [
        (Run(text, size, styled.theme.ink, bold=bold),) for text in wrap(node.label, round(room, 2), 3, bold=bold)
    ]
    if node.detail:
        small = size * 0.82
        colour = styled.nodes[node.id].get("warna", styled.theme.faint_ink)
        most = _LINES_OF_MERGED if node.is_merged else 2
        lines += [(Run(text, small, colour, italic=True),) for text in wrap(node.detail, round(room / 0.82, 2), most)]
    return tuple(lines)


def _node_height(styled: Styled, node: Node) -> float:
    return height_of(_node_lines(styled, node)) + 8


# ---- what is laid


def _node_label(styled: Styled, node: Node, place: _Place, pos: str) -> Label:
    look = styled.nodes[node.id]
    x, y = place.at(pos)
    wide, high = _NODE_WIDTH * place.scale, _node_height(styled, node) * place.scale
    size = _SIZE * place.scale
    return Label(
        id=node.id,
        x=x - wide / 2,
        y=y - high / 2,
        width=wide,
        height=high,
        lines=_node_lines(styled, node, place.scale),
        icon=Run(f" {look['ikon']}", size, look["warna"]),
        icon_width=_ICON * place.scale + 3,
        border=look.get("garis", styled.theme.line),
        border_width=max(1, round(float(look.get("tebal_garis", "1")))),
        fill="#FFFFFF",
        is_dashed=look.get("gaya_garis") == "dashed",
        tooltip=node.tooltip,
        url=node.url,
        css=css_of(node.facts, node.groups),
    )


def _spans(
    lanes: Sequence[tuple[str, Group | None, tuple[Node, ...]]], found: Mapping[str, Mapping[str, str]], place: _Place
) -> list[tuple[float, float]]:
    """Return upper and lower edge of what stands in each lane."""
    spans = []
    for value, _group, nodes in lanes:
        edges = []
        for name in [node.id for node in nodes] or [_placeholder(value)]:
            _x, y = place.at(found[name]["pos"])
            half = float(found[name]["height"]) * 36 * place.scale
            edges.append((y - half, y + half))
        spans.append((min(row[0] for row in edges), max(row[1] for row in edges)))
    return spans


def _lay_bands(
    styled: Styled,
    definition: ViewDefinition,
    area: Area,
    found: Mapping[str, Sequence[Mapping[str, str]]],
    place: _Place,
    pile: Pile,
) -> None:
    """Lay a band across the sheet behind every lane, its name at the left."""
    lanes = lanes_of(styled, definition)
    spans = _spans(lanes, {row["name"]: row for row in found["objects"]}, place)
    tops = [area.y, *((upper[1] + lower[0]) / 2 for upper, lower in pairwise(spans))]
    bottoms = [*tops[1:], area.y + area.height]
    for (value, group, nodes), top, bottom in zip(lanes, tops, bottoms, strict=True):
        look = _lane_look(styled, definition, value)
        pile.box(
            Box(
                f"lajur-{identifier(value)}",
                area.x,
                top + 2,
                area.width,
                bottom - top - 4,
                look["warna"],
                f"{look['latar']}{_VEIL}",
                0.8,
            ),
            Box(
                f"lajur-{identifier(value)}-tepi",
                area.x,
                top + 2,
                5,
                bottom - top - 4,
                look["warna"],
                look["warna"],
                0.8,
            ),
        )
        pile.label(
            [_lane_title(styled, definition, value, group, len(nodes), Area(area.x + 10, top, 88, bottom - top))]
        )


def _lane_look(styled: Styled, definition: ViewDefinition, value: str) -> Mapping[str, str]:
    return attributes({definition.groups[0]: value}, styled.theme.nodes)


def _lane_title(
    styled: Styled, definition: ViewDefinition, value: str, group: Group | None, count: int, area: Area
) -> Label:
    size = 11.5
    look = _lane_look(styled, definition, value)
    title = group.label if group is not None else value.replace("_", " ").title()
    lines: list[Line] = [
        (Run(text, size, look["warna"], bold=True),) for text in wrap(title, round(area.width / size, 2), 2, bold=True)
    ]
    note = f"{number(group.count)} tercatat" if group is not None else "belum tercatat"
    lines.append((Run(note, 9.0, styled.theme.faint_ink, italic=not count),))
    height = len(lines) * size * LEADING
    return Label(
        f"judul-lajur-{identifier(value)}",
        area.x,
        area.y + (area.height - height) / 2,
        area.width,
        height,
        tuple(lines),
        css="kepala",
    )


def _lay_edge(styled: Styled, edge: Edge, place: _Place, drawn: Mapping[str, str], pile: Pile) -> None:
    look = styled.edges[edge.id]
    start, end, inner = None, None, []
    for part in drawn["pos"].split(";")[0].split():
        if part.startswith("s,"):
            start = place.at(part)
        elif part.startswith("e,"):
            end = place.at(part)
        else:
            inner.append(place.at(part))
    points = [start or inner[0], *inner[1:-1], end or inner[-1]]
    is_back = drawn.get("dir") == "back"
    tail, head = (edge.target, edge.source) if is_back else (edge.source, edge.target)
    pile.paths.append(
        Path(
            edge.id,
            tail,
            head,
            tuple(points),
            look["warna"],
            1.1,
            look.get("gaya_garis", "solid"),
            "back" if is_back else "forward",
            edge.label,
        )
    )
    if "lp" in drawn and edge.label:
        pile.label([_edge_label(styled, edge, place, drawn["lp"])])


def _edge_label(styled: Styled, edge: Edge, place: _Place, lp: str) -> Label:
    size = _LABEL_SIZE * place.scale
    x, y = place.at(lp)
    wide, high = width(edge.label) * size + 4, size * LEADING
    line = (Run(edge.label, size, styled.theme.ink),)
    return Label(
        f"nama-{edge.id}",
        x - wide / 2,
        y - high / 2,
        wide,
        high,
        (line,),
        align="CENTER",
        fill="#FFFFFFD8",
        css="nama-hubungan",
    )
