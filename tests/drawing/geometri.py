"""Measures a finished SVG: where its boxes, letters and lines stand, and what of them is in the way of another.

Letters are measured with the font that the pictures name first, so that a wrong estimate of the layout shows.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from PIL import ImageFont

SVG = "{http://www.w3.org/2000/svg}"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
_UNIT = 200
_ASCENT, _DESCENT = 0.74, 0.2
_TOUCH = 1.0
"""Points that two things may share: lines have a width, and places are rounded."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle of the sheet, and whose it is."""

    owner: str
    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    def meets(self, other: Place, slack: float = _TOUCH) -> bool:
        """Whether two places share more than a line."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack

    def holds(self, other: Place, slack: float = _TOUCH) -> bool:
        """Whether the other place lies in this one."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.top >= self.top - slack
            and other.bottom <= self.bottom + slack
        )

    def has(self, x: float, y: float, slack: float = _TOUCH) -> bool:
        """Whether a point lies inside, not only at the edge."""
        return self.left + slack < x < self.right - slack and self.top + slack < y < self.bottom - slack


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a picture is made of: ``nodes`` are the framed boxes, ``boxes`` what groups stand in, ``lines`` the points
    of every edge by its id."""

    sheet: Place
    nodes: tuple[Place, ...]
    boxes: tuple[Place, ...]
    texts: tuple[Place, ...]
    lines: dict[str, tuple[tuple[float, float], ...]]


@cache
def _font(*, bold: bool, italic: bool) -> ImageFont.FreeTypeFont:
    style = {(False, False): "", (True, False): "-Bold", (False, True): "-Oblique", (True, True): "-BoldOblique"}
    return ImageFont.truetype(str(FONTS / f"DejaVuSans{style[bold, italic]}.ttf"), _UNIT)


def _written(element: ET.Element) -> tuple[float, float, str]:
    """Return width, size and text of a line of letters."""
    wide, size, said = 0.0, 0.0, ""
    for part in ([element] if element.text else []) + list(element):
        font = _font(bold=part.get("font-weight") == "bold", italic=part.get("font-style") == "italic")
        own = float(part.get("font-size") or 0)
        wide += font.getlength((part.text or "").replace("\xa0", " ")) / _UNIT * own
        size, said = max(size, own), said + (part.text or "")
    return wide, size, said


def _text_place(owner: str, element: ET.Element) -> Place:
    wide, size, said = _written(element)
    x, y = float(element.get("x") or 0), float(element.get("y") or 0)
    left = x - wide * {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor") or "", 0.0)
    return Place(owner, left, y - _ASCENT * size, left + wide, y + _DESCENT * size, said)


def _rectangle(owner: str, element: ET.Element) -> Place:
    x, y, wide, high = (float(element.get(name) or 0) for name in ("x", "y", "width", "height"))
    return Place(owner, x, y, x + wide, y + high)


def _points(path: str) -> tuple[tuple[float, float], ...]:
    """Return points along a path of cubic pieces."""
    numbers = [float(part) for part in re.findall(r"-?[\d.]+", path)]
    corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    found = []
    for index in range(0, len(corners) - 3, 3):
        p0, p1, p2, p3 = corners[index : index + 4]
        for step in range(41):
            t = step / 40
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            found.append((
                sum(w * p[0] for w, p in zip(weights, (p0, p1, p2, p3), strict=True)),
                sum(w * p[1] for w, p in zip(weights, (p0, p1, p2, p3), strict=True)),
            ))  # fmt: skip
    return tuple(found)


def read(svg: bytes) -> Drawing:
    """Return what an SVG of ours is made of."""
    root = ET.fromstring(svg)  # noqa: S314 - drawn by ourselves
    _x, _y, wide, high = (float(part) for part in (root.get("viewBox") or "").split())
    nodes: list[Place] = []
    boxes: list[Place] = []
    texts: list[Place] = []
    lines: dict[str, tuple[tuple[float, float], ...]] = {}
    for group in root.iter(f"{SVG}g"):
        name, css = group.get("id") or "", (group.get("class") or "").split()
        for rectangle in group.findall(f"{SVG}rect") + group.findall(f"{SVG}a/{SVG}rect"):
            if "simpul" in css and rectangle.get("stroke") and not name.startswith("k-"):
                nodes.append(_rectangle(name, rectangle))
            elif "kelompok" in css:
                boxes.append(_rectangle(name, rectangle))
        if name != "gambar":
            texts.extend(_text_place(name, text) for text in group.iter(f"{SVG}text"))
            if "hubungan" in css and (curve := group.find(f"{SVG}path")) is not None:
                lines[name] = _points(curve.get("d") or "")
    return Drawing(Place("lembar", 0, 0, wide, high), tuple(nodes), tuple(boxes), tuple(texts), lines)


def faults(svg: bytes) -> list[str]:
    """Return a sentence for everything that is in the way of something else, or beyond the place it belongs to."""
    drawing = read(svg)
    return [*_outside(drawing), *_overlapping(drawing), *_crossed(drawing)]


def _outside(drawing: Drawing) -> Iterator[str]:
    yield from (f"{node.owner} leaves the sheet" for node in drawing.nodes if not drawing.sheet.holds(node))
    for text in drawing.texts:
        if not drawing.sheet.holds(text):
            yield f"{text.owner}: {text.text!r} leaves the sheet"
        for node in drawing.nodes:
            if node.owner == text.owner and not node.holds(text):
                yield f"{text.owner}: {text.text!r} leaves its node"
        around = [box for box in drawing.boxes if box.has(text.left + 2, (text.top + text.bottom) / 2)]
        if around and not text.owner.startswith("nama-"):
            inner = min(around, key=lambda box: (box.right - box.left) * (box.bottom - box.top))
            if not inner.holds(text):
                yield f"{text.owner}: {text.text!r} leaves {inner.owner}"


def _overlapping(drawing: Drawing) -> Iterator[str]:
    for one, other in combinations(drawing.nodes, 2):
        if one.meets(other):
            yield f"{one.owner} overlaps {other.owner}"
    ordered = sorted(drawing.texts, key=lambda text: text.top)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.top > one.bottom:
                break
            if one.meets(other, 0.6):
                yield f"{one.owner}: {one.text!r} overlaps {other.owner}: {other.text!r}"
    for text in drawing.texts:
        for node in drawing.nodes:
            if node.owner != text.owner and node.meets(text):
                yield f"{text.owner}: {text.text!r} lies on {node.owner}"


def _crossed(drawing: Drawing) -> Iterator[str]:
    places = [*drawing.nodes, *(text for text in drawing.texts if text.owner not in {n.owner for n in drawing.nodes})]
    for name, points in drawing.lines.items():
        for place in places:
            if place.owner != f"nama-{name}" and any(place.has(x, y) for x, y in points):
                yield f"{name} crosses {place.owner}: {place.text!r}"
