"""Sets the nodes of a group as rows of text at a given size: how tall each is, and what stands in it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from archrepo.declarations.kalimat import number
from archrepo.drawing.picture import MIXED, Node
from archrepo.drawing.sheet import LEADING, Label, Line, Run, height_of
from archrepo.drawing.text import identifier, printable, width, wrap
from archrepo.drawing.theme import Attributes, Remark, Styled

_AIR = 0.18

CONTINUED = "(lanj.)"
"""What stands at the right of a heading in the column where its rows go on, instead of the count."""
CONTINUED_SIZE = 0.8

_ICON = 1.5
_COUNT = 4.0
_DETAIL = 0.84
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """The size of text (points) and the width of a column (points, edges taken off) in which rows are set.

    ``most`` is how many lines of their own the details of a row may take.
    """

    size: float
    width: float
    most: int = 1

    def narrower(self, by: float) -> Setting:
        """Return the setting for a column that is narrower by so many points."""
        return Setting(self.size, self.width - by, self.most)


@dataclass(frozen=True, slots=True)
class Row:
    """A node as it will stand: its lines and their height in points."""

    node: Node
    lines: tuple[Line, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Natural:
    """How wide (ems) the parts of a row are that stands on as few lines as it can, and how tall it is then."""

    name: float
    behind: float
    below: float
    height: float


class Measure:
    """Tells how tall the rows of a picture are at a setting, without setting those that need no further line."""

    def __init__(self, styled: Styled) -> None:
        self._styled = styled
        self._natural = {node.id: _natural(styled, node) for node in styled.picture.nodes}

    def height(self, node: Node, setting: Setting) -> float:
        """Return the height of a row in points, as ``set_row`` would set it."""
        natural = self._natural[node.id]
        room = _room(node, setting)
        if natural.name <= round(room, 2) and natural.behind <= room and natural.below <= room:
            return natural.height * setting.size
        return set_row(self._styled, node, setting).height


def _natural(styled: Styled, node: Node) -> _Natural:
    remarks = styled.remarks.get(node.id, ())
    bold = _is_bold(styled, node)
    name = width(printable(node.label), bold=bold)
    below, lines = 0.0, height_of(((Run("", 1.0, "", bold=bold),),))
    if node.breakdown:
        parts = _breakdown_parts(styled, node)
        below = sum(needed for _look, _text, needed in parts)
        lines += LEADING * _DETAIL
    has_detail = bool(node.detail) and not node.breakdown and not node.is_merged
    behind = name + width(printable(node.detail)) * _DETAIL + 0.5 if has_detail else 0.0
    # Remarks are sentences: they wrap at most widths.
    return _Natural(name, behind, math.inf if remarks else below, lines + _AIR)


def _room(node: Node, setting: Setting) -> float:
    """Ems that a name has: what sign and count leave of a column."""
    return setting.width / setting.size - _ICON - (_COUNT if node.is_merged and node.detail else 0.0)


def _is_bold(styled: Styled, node: Node) -> bool:
    return styled.nodes[node.id].get("tebal") == "ya" and not node.is_merged


def set_row(styled: Styled, node: Node, setting: Setting) -> Row:
    """Set one node: the name in up to three lines, what is said of it behind or below in small letters, remarks."""
    ink = styled.theme.ink
    is_line = node.is_merged and not node.detail
    room = _room(node, setting)
    bold = _is_bold(styled, node)
    names = wrap(node.label, round(room, 2), 6 if is_line else _MOST_LINES, bold=bold)
    lines: list[Line] = [(Run(text, setting.size, ink, bold=bold),) for text in names]
    if node.breakdown:
        lines.extend(_breakdown(styled, node, setting, room))
    elif node.detail and not node.is_merged:
        lines = _with_detail(lines, node.detail, setting, room, styled.theme.faint_ink)
    for remark in styled.remarks.get(node.id, ()):
        lines.extend(_remark_lines(styled, remark, setting, room))
    return Row(node, tuple(lines), height_of(lines) + _AIR * setting.size)


def _remark_lines(styled: Styled, remark: Remark, setting: Setting, room: float) -> list[Line]:
    small = setting.size * _DETAIL
    sign = Run(f"{remark.sign} ", small, remark.colour, bold=True)
    parts = wrap(remark.text, round(room / _DETAIL - 1.6, 2), 5)
    first: Line = (sign, Run(parts[0], small, styled.theme.ink))
    return [first, *((Run(f"   {part}", small, styled.theme.ink),) for part in parts[1:])]


def _with_detail(lines: list[Line], detail: str, setting: Setting, room: float, colour: str) -> list[Line]:
    small = setting.size * _DETAIL
    last = lines[-1][0]
    text = printable(detail)
    if width(last.text, bold=last.bold) + width(text) * _DETAIL + 0.5 <= room:
        return [*lines[:-1], (last, Run(f"  {text}", small, colour, italic=True))]
    shown = wrap(text, round(room / _DETAIL, 2), setting.most)
    return [*lines, *((Run(part, small, colour, italic=True),) for part in shown)]


def _breakdown_parts(styled: Styled, node: Node) -> list[tuple[Attributes, str, float]]:
    """Return look, text and width (ems of the row) of every colour that was merged, with its count."""
    found = []
    for value, count in node.breakdown:
        look = styled.legend.get(value, {})
        text = f" {number(count)}   "
        found.append((look, text, (width(look.get("ikon", "·")) + width(text)) * _DETAIL))
    return found


def _breakdown(styled: Styled, node: Node, setting: Setting, room: float) -> list[Line]:
    """Return a line of coloured signs with their counts, broken where it is too wide."""
    small = setting.size * _DETAIL
    ink = styled.theme.ink
    lines: list[list[Run]] = [[]]
    used = 0.0
    for look, text, needed in _breakdown_parts(styled, node):
        if used + needed > room and lines[-1]:
            lines.append([])
            used = 0.0
        icon = Run(look.get("ikon", "·"), small, look.get("warna", ink), bold=True)
        lines[-1].extend((icon, Run(text, small, ink)))
        used += needed
    return [tuple(line) for line in lines]


def row_label(styled: Styled, row: Row, setting: Setting, x: float, y: float) -> Label:
    """Return a row as a label at a place."""
    node = row.node
    look = styled.nodes[node.id]
    has_count = node.is_merged and bool(node.detail)
    return Label(
        id=node.id,
        x=x,
        y=y,
        width=setting.width,
        height=row.height,
        lines=row.lines,
        icon=_icon(styled, node, look, setting.size),
        icon_width=setting.size * _ICON,
        right=Run(number(len(node.element_ids)), setting.size, styled.theme.ink, bold=True) if has_count else None,
        tooltip=node.tooltip,
        url=node.url,
        css=css_of(node.facts, node.groups),
    )


def _icon(styled: Styled, node: Node, look: Attributes, size: float) -> Run:
    if node.breakdown or MIXED in node.facts.values():
        return Run("▪", size, styled.theme.ink)
    return Run(look["ikon"], size, look["warna"], bold=look["ikon"] == "?")


def css_of(facts: Mapping[str, str], groups: tuple[str, ...]) -> str:
    """Return SVG classes by which a viewer can filter: ``simpul``, the facts, the groups."""
    return " ".join(("simpul", *(identifier(value) for value in facts.values() if value), *groups))


def set_heading(styled: Styled, text: str, count: int, setting: Setting, *, most: int = 3) -> tuple[Line, ...]:
    """Set the heading of a block in bold, with room at the right for its count or the word that it goes on."""
    right = max(width(number(count), bold=True), width(CONTINUED) * CONTINUED_SIZE)
    room = setting.width / setting.size - 1.2 - right
    lines = wrap(text, round(room, 2), most, bold=True)
    return tuple((Run(line, setting.size, styled.theme.ink, bold=True),) for line in lines)
