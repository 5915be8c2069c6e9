"""Lays nodes as bars over years: names at the left, a column a year, groups one below the other."""

from __future__ import annotations

from dataclasses import dataclass

from archrepo.declarations.kalimat import number
from archrepo.drawing.area import Area, DoesNotFitError
from archrepo.drawing.listing import css_of
from archrepo.drawing.picture import Group, Node
from archrepo.drawing.sheet import Box, Label, Line, Pile, Run, Strokes
from archrepo.drawing.strokes import reach, upwards
from archrepo.drawing.text import wrap
from archrepo.drawing.theme import Styled

_NAMES = 0.4
_LEADING = 1.25
_SMALL = 0.84
_HEAD = 24.0
_STRIP = 24.0
_NOW, _THEN = "Keadaan saat ini", "Keadaan yang dituju"
_START, _END = "tahun_mulai", "tahun_selesai"


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the sheet: a group's heading (no node) or a node with its lines of text."""

    height: float
    lines: tuple[Line, ...]
    group: Group | None = None
    node: Node | None = None


def lay_timeline(styled: Styled, area: Area) -> Pile:
    """Lay every node as a bar from its first to its last year, in the largest letters at which all fit.

    Raises:
        DoesNotFitError: the next roll-up level is wanted.
    """
    years = _years(styled)
    size, rows = _largest(styled, area)
    pile = Pile()
    left = area.x + area.width * _NAMES + _STRIP
    wide = (area.width * (1 - _NAMES) - 2 * _STRIP) / len(years)
    used = sum(row.height for row in rows)
    spread = min((area.height - _HEAD - used) / max(len(rows), 1), size * 1.4)
    high = _HEAD + used + spread * len(rows)
    _lay_years(styled, years, Area(left, area.y, wide, high), pile)
    for name, text, x in (("awal", _NOW, left - _STRIP), ("akhir", _THEN, left + wide * len(years))):
        _lay_strip(styled, name, text, Area(x, area.y, _STRIP, high), pile)
    y = area.y + _HEAD
    for row in rows:
        place = Area(area.x, y, area.width, row.height + spread)
        if row.group is not None:
            _lay_group(styled, row.group, row, place, pile)
        elif row.node is not None:
            _lay_node(styled, row.node, row, place, years, pile)
        y += place.height
    return pile


def _years(styled: Styled) -> list[int]:
    found = [int(node.facts[name]) for node in styled.picture.nodes for name in (_START, _END) if node.facts.get(name)]
    if not found:
        this_year = styled.picture.caption.day.year
        return [this_year]
    first, last = min(found), max(found)
    return list(range(first, min(last, first + 19) + 1))


def _largest(styled: Styled, area: Area) -> tuple[float, list[_Row]]:
    fonts = styled.theme.fonts
    size = fonts.largest
    while size >= fonts.smallest:
        rows = _rows(styled, area.width * _NAMES, size)
        if sum(row.height for row in rows) + _HEAD <= area.height:
            return size, rows
        size -= 0.5
    raise DoesNotFitError


def _rows(styled: Styled, room: float, size: float) -> list[_Row]:
    ink, faint = styled.theme.ink, styled.theme.faint_ink
    found: list[_Row] = []
    for group in styled.picture.groups:
        members = styled.picture.members(group.id)
        if not members:
            continue
        heading: Line = (Run(group.label, size, ink, bold=True), Run(f"  {number(group.count)}", size, ink))
        found.append(_Row(size * (_LEADING + 0.7), (heading,), group=group))
        for node in members:
            names = wrap(node.label, round((room - 26) / size, 2), 2)
            lines: list[Line] = [(Run(text, size, ink),) for text in names]
            if node.detail:
                details = wrap(node.detail, round((room - 26) / (size * _SMALL), 2), 2)
                lines += [(Run(text, size * _SMALL, faint, italic=True),) for text in details]
            height = sum(line[0].size for line in lines) * _LEADING + size * 0.5
            found.append(_Row(height, tuple(lines), node=node))
    return found


def _lay_years(styled: Styled, years: list[int], first: Area, pile: Pile) -> None:
    theme = styled.theme
    today = styled.picture.caption.day.year
    for index, year in enumerate(years):
        x = first.x + index * first.width
        fill = theme.header if year == today else None
        if fill:
            pile.box(Box(f"tahun-{year}-kini", x, first.y, first.width, first.height, fill, f"{fill}A0", 0.1))
        pile.box(Box(f"tahun-{year}", x, first.y, first.width, first.height, theme.faint_line, None, 0.6))
        text = f"{year} (tahun ini)" if year == today else str(year)
        line = (Run(text, theme.fonts.question, theme.ink, bold=True),)
        pile.label(
            [Label(f"judul-tahun-{year}", x, first.y, first.width, _HEAD - 4, (line,), align="CENTER", css="kepala")]
        )


def _lay_strip(styled: Styled, name: str, text: str, place: Area, pile: Pile) -> None:
    """Lay the state before the first or after the last year as a strip with its name written upwards."""
    theme = styled.theme
    pile.box(Box(f"keadaan-{name}", place.x + 2, place.y, place.width - 4, place.height, theme.ink, None, 1.2))
    start = place.y + place.height / 2 + reach(text, 8.0) / 2
    pile.strokes.append(Strokes(upwards(text, place.x + place.width / 2, start, 8.0), 0.9, theme.ink))
    blank = (Run(" ", theme.fonts.note, theme.ink),)
    pile.label(
        [
            Label(
                f"judul-keadaan-{name}",
                place.x + 3,
                place.y + 2,
                place.width - 6,
                12,
                (blank,),
                tooltip=text,
                css="kepala",
            )
        ]
    )


def _lay_group(styled: Styled, group: Group, row: _Row, place: Area, pile: Pile) -> None:
    # The names of the states at either end are written upwards: no rule runs through them.
    names = place.width * _NAMES
    years = place.width - names - 2 * _STRIP
    for suffix, x, wide in (("", place.x, names), ("-tahun", place.x + names + _STRIP, years)):
        css = f"kelompok {group.id}"
        pile.box(Box(f"{group.id}{suffix}", x, place.y, wide, 0.05, styled.theme.line, None, 0.9, css=css))
    label = Label(f"judul-{group.id}", place.x, place.y + 1, place.width * _NAMES, place.height - 2, row.lines,
                  css=f"kepala {group.id}")  # fmt: skip
    pile.label([label])


def _lay_node(styled: Styled, node: Node, row: _Row, place: Area, years: list[int], pile: Pile) -> None:
    look = styled.nodes[node.id]
    names = place.width * _NAMES
    size = row.lines[0][0].size
    pile.label([
        Label(node.id, place.x, place.y + (place.height - row.height) / 2, names - 6, row.height, row.lines,
              icon=Run(look["ikon"], size, look["warna"], bold=look["ikon"] == "?"), icon_width=18,
              tooltip=node.tooltip, url=node.url, css=css_of(node.facts, node.groups))
    ])  # fmt: skip
    wide = (place.width - names - 2 * _STRIP) / len(years)
    start, end = node.facts.get(_START), node.facts.get(_END) or node.facts.get(_START)
    text = node.facts.get("tulisan", "")
    if not start or not end:
        text, first, last = "tahun belum disebut", 0, 0
    else:
        first = min(max(int(start) - years[0], 0), len(years) - 1)
        last = min(max(int(end) - years[0], first), len(years) - 1)
    x, length = place.x + names + _STRIP + first * wide + 4, (last - first + 1) * wide - 8
    high = min(size * 1.9, place.height - 3)
    small = size * _SMALL
    shown = wrap(text, round((length - 20) / small, 2), 1)[0]
    line = (Run(f"{look['ikon']} ", small, look["warna"], bold=True), Run(shown, small, styled.theme.ink))
    pile.label([
        Label(f"{node.id}-batang", x, place.y + (place.height - high) / 2, length, high, (line,), align="CENTER",
              border=look["warna"], border_width=2, fill=look.get("latar", "#FFFFFF"), is_dashed=not start,
              tooltip=node.tooltip, css=css_of(node.facts, node.groups))
    ])  # fmt: skip
