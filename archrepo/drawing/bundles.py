"""Draws the bundles of edges between the boxes of a sheet: one arrow for many, with its count."""

from __future__ import annotations

import math
from collections.abc import Mapping

from archrepo.declarations.kalimat import number
from archrepo.drawing.area import Area
from archrepo.drawing.picture import Edge
from archrepo.drawing.sheet import LEADING, Label, Path, Pile, Run
from archrepo.drawing.text import width, wrap
from archrepo.drawing.theme import Styled

_SIZE = 9.0
_SMALL = 7.5
_DEPTH = 11.0


def lay_bundles(styled: Styled, where: Mapping[str, Area], pile: Pile) -> None:
    """Lay an arrow for every edge between two boxes of one band: straight between neighbours, else below the band.

    Edges between bands would run through text; the caption tells them (``select``).
    """
    lanes: dict[frozenset[str], int] = {}
    for edge in styled.picture.edges:
        if edge.source not in where or edge.target not in where or where[edge.source].y != where[edge.target].y:
            continue
        pair = frozenset((edge.source, edge.target))
        lanes[pair] = lanes.get(pair, -1) + 1
        source, target = where[edge.source], where[edge.target]
        if _are_neighbours(source, target, where):
            _lay_straight(styled, edge, source, target, lanes[pair], pile)
        else:
            _lay_around(styled, edge, source, target, lanes[pair], pile)


def _are_neighbours(one: Area, other: Area, where: Mapping[str, Area]) -> bool:
    if one.y != other.y:
        return False
    left, right = sorted((one, other), key=lambda area: area.x)
    return not any(area.y == one.y and left.x < area.x < right.x for area in where.values())


def _path(styled: Styled, edge: Edge, points: tuple[tuple[float, float], ...]) -> Path:
    look = styled.edges[edge.id]
    return Path(
        edge.id,
        f"judul-{edge.source}",
        f"judul-{edge.target}",
        points,
        look["warna"],
        min(1.2 + math.log2(edge.count) * 0.4, 2.6),
        look.get("gaya_garis", "solid"),
        tooltip=edge.label,
    )


def _lay_straight(styled: Styled, edge: Edge, source: Area, target: Area, lane: int, pile: Pile) -> None:
    rightwards = source.x < target.x
    start = source.x + source.width if rightwards else source.x
    end = target.x if rightwards else target.x + target.width
    y = source.y + min(source.height, target.height) * 0.5 + lane * 44
    third = (end - start) / 3
    pile.paths.append(_path(styled, edge, ((start, y), (start + third, y), (end - third, y), (end, y))))
    _lay_name(styled, edge, (start + end) / 2, y, abs(end - start), pile)


def _lay_around(styled: Styled, edge: Edge, source: Area, target: Area, lane: int, pile: Pile) -> None:
    """Leave at the lower edge, run in the gap below the boxes between, and arrive from below."""
    shift = 14.0 * lane
    x0, x1 = source.x + source.width / 2 + shift, target.x + target.width / 2 + shift
    low = source.y + source.height
    y = low + _DEPTH
    half = (x1 - x0) / 2
    bend = math.copysign(min(abs(half), 20.0), half)
    points = (
        *((x0, low), (x0, y), (x0, y), (x0 + bend, y)),
        *((x0 + half, y), (x0 + half, y), (x1 - bend, y)),
        *((x1, y), (x1, y), (x1, low)),
    )
    pile.paths.append(_path(styled, edge, points))
    text = f"{number(edge.count)} {edge.label.rsplit(' (', 1)[0]}"
    line = (Run(text, _SMALL, styled.edges[edge.id]["warna"], bold=True),)
    wide, high = width(text, bold=True) * _SMALL + 4, _SMALL * LEADING
    name = f"nama-{edge.id}"
    # The way back runs in the same gap: the two names stand side by side.
    middle = x0 + half - shift + (lane - 0.5) * 1.5 * wide
    pile.label([Label(name, middle - wide / 2, y - high - 0.5, wide, high, (line,), align="CENTER")])


def _lay_name(styled: Styled, edge: Edge, x: float, y: float, room: float, pile: Pile) -> None:
    colour = styled.edges[edge.id]["warna"]
    lines = [(Run(number(edge.count), _SIZE * 1.4, colour, bold=True),)]
    name = edge.label.rsplit(" (", 1)[0]
    longest = max(width(word) for word in name.split(" "))
    size = min(_SIZE, (room - 6) / longest) if longest else _SIZE
    lines += [(Run(text, size, colour),) for text in wrap(name, round((room - 5.9) / size, 2), 3)]
    high = _SIZE * (1.4 + len(lines) - 1) * LEADING
    wide = max(width(run.text, bold=run.bold) * run.size for line in lines for run in line)
    pile.label([Label(f"nama-{edge.id}", x - wide / 2, y - high - 4, wide, high, tuple(lines), align="CENTER")])
