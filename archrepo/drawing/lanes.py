"""Lays groups on a sheet as horizontal lanes, one below the other, with the places and lines that Graphviz finds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from archrepo.declarations.kalimat import number
from archrepo.drawing.area import Area, DoesNotFitError
from archrepo.drawing.lane_graph import (
    ICON,
    NAME_SIZE,
    NODE_WIDTH,
    SIZE,
    WAYS,
    Joint,
    Way,
    joints_of,
    lanes_dot,
    lanes_of,
    node_lines,
    placeholder,
    rows_to_try,
)
from archrepo.drawing.listing import css_of
from archrepo.drawing.picture import Edge, Group, Node
from archrepo.drawing.sheet import LEADING, Arrow, Box, Label, Line, Path, Pile, Run
from archrepo.drawing.text import identifier, wrap
from archrepo.drawing.theme import Styled, attributes

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

_TITLE_ROOM = 104.0
_EDGE = 8.0
_BIGGEST = 1.35
_LEAST_SIZE = 7.0
_SMALLEST = 6.0
"""Of what cannot be rolled up any further: rather small than not at all."""
_WORTH = 1.05
_COMFORTABLE = 0.85
_NOTE = 14.0
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
    is_last = styled.picture.level == len(definition.roll_up.levels)
    for way in WAYS[: None if is_last else -1]:
        room = area if way.has_names else Area(area.x, area.y, area.width, area.height - _NOTE)
        found = _best(styled, definition, inside(room), way, layout)
        if found.scale * SIZE >= (_SMALLEST if is_last and way != WAYS[0] else _LEAST_SIZE):
            return _laid(styled, definition, room, found, way)
    raise DoesNotFitError


@dataclass(frozen=True, slots=True)
class _Found:
    """What Graphviz laid out, its corners in its own points, and by how much it is made larger or smaller."""

    parts: Mapping[str, Any]
    left: float
    bottom: float
    right: float
    top: float
    scale: float


def _best(styled: Styled, definition: ViewDefinition, inner: Area, way: Way, layout: Layout) -> _Found:
    """Lay out with fewer and fewer nodes in a row until letters are large enough; return the largest."""
    best = None
    for most in rows_to_try(styled, definition, inner.width):
        parts = json.loads(layout(lanes_dot(styled, definition, (inner.width, inner.height), way, most)))
        left, bottom, right, top = (float(part) for part in parts["bb"].split(","))
        scale = min(inner.width / (right - left), inner.height / (top - bottom), _BIGGEST)
        if best is None or scale > best.scale * _WORTH:
            best = _Found(parts, left, bottom, right, top, scale)
        if scale >= _COMFORTABLE:
            break
    if best is None:
        raise DoesNotFitError
    return best


def _laid(styled: Styled, definition: ViewDefinition, area: Area, laid: _Found, way: Way) -> Pile:
    """Return what lies on the sheet, in the places that Graphviz found."""
    inner, found, scale = inside(area), laid.parts, laid.scale
    left, bottom, right, top = laid.left, laid.bottom, laid.right, laid.top
    dx = inner.x + (inner.width - (right - left) * scale) / 2
    dy = inner.y + (inner.height - (top - bottom) * scale) / 2
    place = _Place(scale, dx - left * scale, dy + top * scale)
    pile = Pile()
    _lay_bands(styled, definition, area, found, place, pile)
    names = {row["name"]: row for row in found.get("objects", ())}
    for node in styled.picture.nodes:
        pile.label([_node_label(styled, node, place, names[node.id], way)])
    pieces = _pieces(found, place)
    if not way.has_names:
        pile.label([_missing_names(styled, area)])
    for joint in joints_of(styled, lanes_of(styled, definition), way):
        _lay_joint(styled, joint, pieces, place, names[joint.id]["pos"], pile)
    return pile


def inside(area: Area) -> Area:
    """Return the room for nodes: right of the names of the lanes."""
    return Area(area.x + _TITLE_ROOM, area.y, area.width - _TITLE_ROOM - _EDGE, area.height)


Points = tuple[tuple[float, float], ...]


def _pieces(found: Mapping[str, Any], place: _Place) -> Mapping[tuple[str, str], Points]:
    """Return the lines that Graphviz drew, downwards, by the names of their ends."""
    names = [row["name"] for row in found.get("objects", ())]
    return {
        (names[row["tail"]], names[row["head"]]): tuple(
            place.at(part) for part in row["pos"].split(";")[0].split() if part[:2] not in ("s,", "e,")
        )
        for row in found.get("edges", ())
        if "pos" in row and row.get("style") != "invis"
    }


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


# ---- what is laid


def _node_label(styled: Styled, node: Node, place: _Place, found: Mapping[str, str], way: Way) -> Label:
    look = styled.nodes[node.id]
    x, y = place.at(found["pos"])
    wide, high = NODE_WIDTH * place.scale, float(found["height"]) * 72 * place.scale
    size = SIZE * place.scale
    return Label(
        id=node.id,
        x=x - wide / 2,
        y=y - high / 2,
        width=wide,
        height=high,
        lines=node_lines(styled, node, way, place.scale),
        icon=Run(f" {look['ikon']}", size, look["warna"]),
        icon_width=ICON * place.scale + 3,
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
        for name in [node.id for node in nodes] or [placeholder(value)]:
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


def _lay_joint(
    styled: Styled, joint: Joint, pieces: Mapping[tuple[str, str], Points], place: _Place, pos: str, pile: Pile
) -> None:
    """Lay a name and its lines: one straight through it for one edge, else those that meet at it and the one beyond."""
    if not joint.hub:
        (edge,) = joint.edges
        down, up = pieces[joint.upper[0], joint.id], pieces[joint.id, joint.lower[0]]
        # Behind the name the two pieces are one line.
        points = (*down, down[-1], up[0], *up)
        pile.paths.append(_path(styled, edge, points, "forward" if joint.is_down else "back"))
    else:
        for edge in joint.edges:
            member = edge.source if edge.target == joint.hub else edge.target
            is_above = member in joint.upper
            points = pieces[member, joint.id] if is_above else pieces[joint.id, member]
            arrives = edge.target == member
            arrow: Arrow = "none" if not arrives else "back" if is_above else "forward"
            pile.paths.append(_path(styled, edge, points, arrow))
        first = joint.edges[0]
        is_above = joint.hub in joint.upper
        points = pieces[joint.hub, joint.id] if is_above else pieces[joint.id, joint.hub]
        arrow = "none" if first.target != joint.hub else "back" if is_above else "forward"
        carried = tuple(edge.id for edge in joint.edges)
        path = _path(styled, first, points, arrow)
        pile.paths.append(replace(path, id=joint.id, width=1.8, tail=joint.hub, head=joint.hub, carries=carried))
    if joint.lines:
        pile.label([_name_label(styled, joint, place, pos)])


def _missing_names(styled: Styled, area: Area) -> Label:
    text = "Nama hubungan tidak muat; pada bentuk svg dan html tampak bila garisnya ditunjuk."
    line = (Run(text, styled.theme.fonts.note, styled.theme.ink, italic=True),)
    return Label("tanpa-nama", area.x, area.y + area.height + 2, area.width, _NOTE - 2, (line,), css="keterangan")


def _path(styled: Styled, edge: Edge, points: Points, arrow: Arrow) -> Path:
    look = styled.edges[edge.id]
    tail, head = (edge.target, edge.source) if arrow == "back" else (edge.source, edge.target)
    return Path(
        edge.id, tail, head, points, look["warna"], 1.1, look.get("gaya_garis", "solid"), arrow, tooltip=edge.label
    )


def _name_label(styled: Styled, joint: Joint, place: _Place, pos: str) -> Label:
    size = NAME_SIZE * place.scale
    x, y = place.at(pos)
    wide, high = joint.width * place.scale, joint.height * place.scale
    lines = tuple((Run(text, size, styled.theme.ink),) for text in joint.lines)
    return Label(
        f"nama-{joint.id}",
        x - wide / 2,
        y - high / 2,
        wide,
        high,
        lines,
        align="CENTER",
        fill="#FFFFFF",
        css="nama-hubungan",
    )
