"""What lies on a sheet, in points from its upper left corner: boxes, labels and lines, ready to be painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

ARROW = 10.0
"""Length of an arrow of size one in points."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; ``size`` in points, ``colour`` as ``#RRGGBB``."""

    text: str
    size: float
    colour: str
    bold: bool = False
    italic: bool = False


Line = tuple[Run, ...]

LEADING = 1.2
"""Height of a line as a multiple of the font size, as Graphviz sets lines."""

# Graphviz sets lines of bold letters closer.
_BOLD_LEADING = 1.04


def height_of(lines: Iterable[Line]) -> float:
    """Return the height of lines in points, each as tall as its largest piece."""
    total = 0.0
    for line in lines:
        if len(line) == 1:
            run = line[0]
            total += run.size * (_BOLD_LEADING if run.bold else LEADING)
        elif line:
            total += max(run.size for run in line) * (_BOLD_LEADING if all(run.bold for run in line) else LEADING)
    return total


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text in a rectangle, with a sign in front of the first line and a short text at the right edge.

    ``border`` and ``fill`` are colours, None for none.
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    align: Literal["LEFT", "CENTER", "RIGHT"] = "LEFT"
    icon: Run | None = None
    icon_width: float = 0.0
    right: Run | None = None
    border: str | None = None
    border_width: int = 1
    fill: str | None = None
    is_dashed: bool = False
    tooltip: str = ""
    url: str | None = None
    css: str = "teks"

    def moved(self, dx: float, dy: float) -> Label:
        """Return the label at another place."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with a border, behind labels and lines; ``fill`` None shows what lies behind."""

    id: str
    x: float
    y: float
    width: float
    height: float
    line: str
    fill: str | None = None
    line_width: float = 1.0
    dash: str = "solid"
    css: str = "kotak"

    def moved(self, dx: float, dy: float) -> Box:
        """Return the box at another place."""
        return replace(self, x=self.x + dx, y=self.y + dy)


Arrow = Literal["forward", "back", "none"]


@dataclass(frozen=True, slots=True)
class Path:
    """A line between two labels: ``points`` of a cubic spline (3n + 1 of them), with an arrow at its end or none.

    ``carries`` are the ids of edges that go on over it, where it is the common part of several.
    """

    id: str
    tail: str
    head: str
    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1.0
    dash: str = "solid"
    arrow: Arrow = "forward"
    carries: tuple[str, ...] = ()
    tooltip: str = ""

    @property
    def arrow_size(self) -> float:
        """How large the arrow is, as a multiple of ten points; Graphviz makes that of a thick line wider itself."""
        return 0.7 + 0.2 * max(self.width - 1, 0.0)

    @property
    def drawn(self) -> tuple[tuple[float, float], ...]:
        """The points with the line stopped short of its end: the arrow lies between there and the end."""
        if self.arrow == "none":
            return self.points
        points = list(self.points)
        index, other = (-1, -2) if self.arrow == "forward" else (0, 1)
        (x, y), (px, py) = points[index], points[other]
        length = max(((x - px) ** 2 + (y - py) ** 2) ** 0.5, 0.01)
        cut = min(ARROW * self.arrow_size, length * 0.9)
        points[index] = (x - (x - px) / length * cut, y - (y - py) / length * cut)
        return tuple(points)


@dataclass(frozen=True, slots=True)
class Strokes:
    """Text written as polylines of one look, behind everything else: what Graphviz cannot turn as letters."""

    lines: tuple[tuple[tuple[float, float], ...], ...]
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Emblem:
    """An image on a sheet; ``content`` is a PNG."""

    x: float
    y: float
    width: float
    height: float
    content: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet. ``strokes`` lie behind everything, the first lowest; ``title`` and ``description`` are for
    readers that cannot see."""

    name: str
    width: float
    height: float
    title: str
    description: str
    boxes: tuple[Box, ...] = ()
    labels: tuple[Label, ...] = ()
    paths: tuple[Path, ...] = ()
    strokes: tuple[Strokes, ...] = ()
    emblem: Emblem | None = None


@dataclass
class Pile:
    """Collects what is laid on a sheet."""

    boxes: list[Box] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    strokes: list[Strokes] = field(default_factory=list)
    emblem: Emblem | None = None

    def add(self, other: Pile, dx: float = 0.0, dy: float = 0.0) -> None:
        """Lay what another pile holds on this one, moved."""
        self.boxes.extend(box.moved(dx, dy) for box in other.boxes)
        self.labels.extend(label.moved(dx, dy) for label in other.labels)
        self.paths.extend(other.paths)
        self.strokes.extend(other.strokes)

    def box(self, *boxes: Box) -> None:
        """Lay boxes."""
        self.boxes.extend(boxes)

    def label(self, labels: Iterable[Label]) -> None:
        """Lay labels."""
        self.labels.extend(labels)
