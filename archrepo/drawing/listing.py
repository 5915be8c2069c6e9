"""Sets the nodes of a group as rows of text at a given size: how tall each is, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archrepo.declarations.kalimat import number
from archrepo.drawing.picture import MIXED, Node
from archrepo.drawing.sheet import Label, Line, Run
from archrepo.drawing.text import identifier, printable, width, wrap
from archrepo.drawing.theme import Attributes, Remark, Styled

LEADING = 1.2
"""Height of a line as a multiple of the font size, as Graphviz sets lines."""

# Graphviz sets lines of bold letters closer.
_BOLD_LEADING = 1.04
_AIR = 0.18

_ICON = 1.5
_DETAIL = 0.84
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """The size of text (points) and the width of a column (points, edges taken off) in which rows are set."""

    size: float
    width: float

    @property
    def line(self) -> float:
        """Height of one line in points."""
        return self.size * LEADING


@dataclass(frozen=True, slots=True)
class Row:
    """A node as it will stand: its lines and their height in points."""

    node: Node
    lines: tuple[Line, ...]
    height: float


def set_row(styled: Styled, node: Node, setting: Setting, *, most: int = 1) -> Row:
    """Set one node: the name in up to three lines, what is said of it behind or below in small letters.

    ``most`` is how many lines of their own the details may take; the remarks of the node stand below them.
    """
    attributes = styled.nodes[node.id]
    ink = styled.theme.ink
    is_line = node.is_merged and not node.detail
    count_room = 4.0 if node.is_merged and not is_line else 0.0
    room = setting.width / setting.size - _ICON - count_room
    bold = attributes.get("tebal") == "ya" and not node.is_merged
    names = wrap(node.label, round(room, 2), 6 if is_line else _MOST_LINES, bold=bold)
    lines: list[Line] = [(Run(text, setting.size, ink, bold=bold),) for text in names]
    if node.breakdown:
        lines.extend(_breakdown(styled, node, setting, room))
    elif node.detail and not node.is_merged:
        lines = _with_detail(lines, node.detail, setting, room, styled.theme.faint_ink, most)
    for remark in styled.remarks.get(node.id, ()):
        lines.extend(_remark_lines(styled, remark, setting, room))
    return Row(node, tuple(lines), height_of(lines) + _AIR * setting.size)


def height_of(lines: Sequence[Line]) -> float:
    """Return the height of lines in points, each as tall as its largest piece."""
    return sum(
        max((run.size for run in line), default=0.0) * (_BOLD_LEADING if all(run.bold for run in line) else LEADING)
        for line in lines
    )


def _remark_lines(styled: Styled, remark: Remark, setting: Setting, room: float) -> list[Line]:
    small = setting.size * _DETAIL
    sign = Run(f"{remark.sign} ", small, remark.colour, bold=True)
    parts = wrap(remark.text, round(room / _DETAIL - 1.6, 2), 5)
    first: Line = (sign, Run(parts[0], small, styled.theme.ink))
    return [first, *((Run(f"   {part}", small, styled.theme.ink),) for part in parts[1:])]


def _with_detail(lines: list[Line], detail: str, setting: Setting, room: float, colour: str, most: int) -> list[Line]:
    small = setting.size * _DETAIL
    last = lines[-1][0]
    text = printable(detail)
    if width(last.text, bold=last.bold) + width(text) * _DETAIL + 0.5 <= room:
        return [*lines[:-1], (last, Run(f"  {text}", small, colour, italic=True))]
    shown = wrap(text, round(room / _DETAIL, 2), most)
    return [*lines, *((Run(part, small, colour, italic=True),) for part in shown)]


def _breakdown(styled: Styled, node: Node, setting: Setting, room: float) -> list[Line]:
    """Return a line of coloured signs with their counts, broken where it is too wide."""
    small = setting.size * _DETAIL
    lines: list[list[Run]] = [[]]
    used = 0.0
    for value, count in node.breakdown:
        look = styled.legend.get(value, {})
        icon = Run(look.get("ikon", "·"), small, look.get("warna", styled.theme.ink), bold=True)
        text = Run(f" {number(count)}   ", small, styled.theme.ink)
        needed = (width(icon.text) + width(text.text)) * _DETAIL
        if used + needed > room and lines[-1]:
            lines.append([])
            used = 0.0
        lines[-1].extend((icon, text))
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
    """Set the heading of a block in bold, with room for its count at the right."""
    room = setting.width / setting.size - 1.2 - width(number(count), bold=True)
    lines = wrap(text, round(room, 2), most, bold=True)
    return tuple((Run(line, setting.size, styled.theme.ink, bold=True),) for line in lines)
