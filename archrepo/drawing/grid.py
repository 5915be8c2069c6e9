"""Lays a table on a sheet: names of rows at the left, names of columns written upwards, cells between thin lines."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from archrepo.drawing.area import Area, DoesNotFitError
from archrepo.drawing.sheet import Box, Label, Line, Pile, Run, Strokes
from archrepo.drawing.strokes import Polyline, reach, upwards
from archrepo.drawing.text import printable, width, wrap
from archrepo.drawing.theme import Theme

_LEADING = 1.2
_SMALLEST = 6.0
_HEAD_AIR = 8.0
_MOST_OF_HEAD = 22
_LETTERS = 6.2
_STROKE = 0.75


@dataclass(frozen=True, slots=True)
class Heading:
    """Name of a row or column; ``id`` and ``css`` as in the picture, ``full`` what a pointer over it shows."""

    id: str
    text: str
    full: str = ""
    css: str = "kepala"
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the lines of a table stand; ``size`` is that of letters in cells, ``name_size`` of those of rows."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    left: float
    top: float
    column_width: float
    row_height: float
    size: float
    name_size: float
    names: float
    head: float

    def cell(self, row: int, column: int) -> Area:
        """Return the place of a cell."""
        return Area(
            self.left + column * self.column_width,
            self.top + row * self.row_height,
            self.column_width,
            self.row_height,
        )

    @property
    def right(self) -> float:
        """Right edge of the last column."""
        return self.left + len(self.columns) * self.column_width

    @property
    def bottom(self) -> float:
        """Lower edge of the last row."""
        return self.top + len(self.rows) * self.row_height


def set_grid(
    theme: Theme,
    rows: Sequence[Heading],
    columns: Sequence[Heading],
    area: Area,
    *,
    narrowest: float,
    widest: float = 60.0,
    lines: int = 1,
    tallest: float = 27.0,
) -> Grid:
    """Return a table that fills an area, in the largest letters at which it fits.

    Args:
        narrowest, widest: least and greatest width of a column in points.
        lines: how many lines a cell holds.
        tallest: greatest height of a row in points.

    Raises:
        DoesNotFitError: not even the smallest letters are small enough.
    """
    written = (part for row in columns for part in _head_lines(row.text))
    head = max((reach(part, _LETTERS, most=_MOST_OF_HEAD) for part in written), default=0.0) + _HEAD_AIR
    room = area.height - head
    height = min(room / max(len(rows), 1), tallest)
    size = min(height / (_LEADING * lines), theme.fonts.legend)
    if size < _SMALLEST:
        raise DoesNotFitError
    name_size = min(height / _LEADING, theme.fonts.legend)
    named = max((width(printable(row.text), bold=row.is_strong) for row in rows), default=0.0) * name_size + 8
    names = min(named, area.width * 0.34)
    wide = min((area.width - names) / max(len(columns), 1), widest)
    if wide < narrowest:
        raise DoesNotFitError
    used = names + wide * len(columns)
    left = area.x + (area.width - used) / 2 + names
    return Grid(tuple(rows), tuple(columns), left, area.y + head, wide, height, size, name_size, names, head)


def _head_lines(text: str) -> list[str]:
    """Return the name of a column in one line, or two that stand side by side."""
    lines = textwrap.wrap(printable(text), _MOST_OF_HEAD, max_lines=2, placeholder="") or [""]
    # What does not break at a blank (one very long word) is cut by who writes it.
    return lines if any(lines) else [printable(text)]


def lay_grid(theme: Theme, grid: Grid, pile: Pile) -> None:
    """Lay lines and names of a table; the cells are the caller's."""
    for number, row in enumerate(grid.rows):
        y = grid.top + number * grid.row_height
        pile.box(Box(f"baris-{number}", grid.left - grid.names, y, grid.right - grid.left + grid.names, 0.05,
                     theme.faint_line, None, 0.4))  # fmt: skip
        text = wrap(row.text, round((grid.names - 8) / grid.name_size, 2), 1, bold=row.is_strong)[0]
        line = (Run(text, grid.name_size, theme.ink, bold=row.is_strong),)
        place = Area(grid.left - grid.names, y, grid.names - 4, grid.row_height)
        pile.label([in_middle(row.id, place, (line,), tooltip=row.full, css=row.css, align="LEFT")])
    lines: list[Polyline] = []
    for number, column in enumerate(grid.columns):
        left = grid.left + number * grid.column_width
        high = grid.bottom - grid.top + grid.head * 0.25
        pile.box(Box(f"kolom-{number}", left, grid.top - grid.head * 0.25, 0.05, high, theme.faint_line, None, 0.4))
        middle = left + grid.column_width / 2
        parts = _head_lines(column.text)
        for part, text in enumerate(parts):
            x = middle + (part - (len(parts) - 1) / 2) * _LETTERS * 1.5
            lines.extend(upwards(text, x, grid.top - 4, _LETTERS, most=_MOST_OF_HEAD))
        blank = (Run(" ", grid.size, theme.ink),)
        pile.label([
            Label(column.id, left + 1, grid.top - grid.head, grid.column_width - 2, grid.head - 2, (blank,),
                  tooltip=column.full or column.text, css=column.css)
        ])  # fmt: skip
    pile.box(Box("tabel", grid.left, grid.top, grid.right - grid.left, grid.bottom - grid.top, theme.line, None, 0.9))
    pile.strokes.append(Strokes(tuple(lines), _STROKE, theme.ink))


def in_middle(
    name: str,
    place: Area,
    lines: tuple[Line, ...],
    *,
    tooltip: str = "",
    url: str | None = None,
    css: str,
    align: Literal["LEFT", "CENTER"] = "CENTER",
) -> Label:
    """Return lines as a label as tall as they are, in the middle of a place."""
    high = min(sum(line[0].size for line in lines) * _LEADING, place.height)
    return Label(
        name,
        place.x,
        place.y + (place.height - high) / 2,
        place.width,
        high,
        lines,
        align=align,
        tooltip=tooltip,
        url=url,
        css=css,
    )
