"""Writes texts that stand turned as strokes, since Graphviz cannot turn letters: the same in SVG, PNG and PDF."""

from __future__ import annotations

import math
import unicodedata

from archrepo.drawing.text import printable

Polyline = tuple[tuple[float, float], ...]

# Capital letters on a grid 4 wide and 6 high, y upwards; strokes are separated by blanks, points are two digits.
_STROKES = {
    "A": "00 26 40|12 32", "B": "00 06 36 45 44 33 03|33 42 41 30 00", "C": "45 36 16 05 01 10 30 41",
    "D": "00 06 26 44 42 20 00", "E": "46 06 00 40|03 33", "F": "46 06 00|03 33",
    "G": "45 36 16 05 01 10 30 41 43 23", "H": "00 06|40 46|03 43", "I": "20 26", "J": "46 41 30 10 01",
    "K": "00 06|46 03 40", "L": "06 00 40", "M": "00 06 23 46 40", "N": "00 06 40 46",
    "O": "10 01 05 16 36 45 41 30 10", "P": "00 06 36 45 44 33 03", "Q": "10 01 05 16 36 45 41 30 10|22 40",
    "R": "00 06 36 45 44 33 03|23 40", "S": "45 36 16 05 04 13 33 42 41 30 10 01", "T": "06 46|26 20",
    "U": "06 01 10 30 41 46", "V": "06 20 46", "W": "06 10 23 30 46", "X": "00 46|06 40", "Y": "06 23 46|23 20",
    "Z": "06 46 00 40", "0": "10 01 05 16 36 45 41 30 10", "1": "04 26 20", "2": "05 16 36 45 44 00 40",
    "3": "06 46 24 43 41 30 10 01", "4": "30 36 02 42", "5": "46 06 04 34 43 41 30 10 01",
    "6": "45 36 16 05 01 10 30 41 42 33 03", "7": "06 46 20", "8": "13 04 05 16 36 45 44 33 13 02 01 10 30 41 42 33",
    "9": "43 13 04 05 16 36 45 41 30 10", "(": "36 15 11 30", ")": "16 35 31 10", "&": "40 05 16 25 01 10 20 42",
    ",": "11 00", "+": "21 25|03 43", "'": "25 26", ":": "21 22|24 25", "-": "03 43", "/": "00 46", ".": "10 11",
}  # fmt: skip
_ADVANCE = {" ": 3.0, "I": 2.6, ".": 2.6}
_USUAL_ADVANCE = 5.6
_LONGEST = 24
_SHARE = 0.74


def across(text: str, width: float, height: float) -> tuple[tuple[Polyline, ...], float]:
    """Return the text along the sheet's rising diagonal, and the width of its strokes in points.

    Args:
        text: shown in capitals; a character that has no strokes leaves a gap; cut after 24 characters.
        width, height: of the sheet in points. Points come back with y downwards from its upper edge.
    """
    shown, length = _measured(text)
    if not shown:
        return (), 0.0
    angle = math.atan2(height, width)
    unit = min(_SHARE * math.hypot(width, height) / length, height / 16)
    lines = _written(shown, -length / 2)
    turned = (tuple(_turned(x * unit, y * unit, angle, width, height) for x, y in line) for line in lines)
    return tuple(turned), unit * 0.75


def upwards(text: str, x: float, y: float, size: float, *, most: int = _LONGEST) -> tuple[Polyline, ...]:
    """Return the text written upwards from a point, as the heading of a narrow column.

    Args:
        x, y: middle of the letters' height, and where the first letter begins.
        size: height of capitals in points.
        most: characters after which it is cut.
    """
    shown, _length = _measured(text, most)
    unit = size / 6
    return tuple(tuple((x - v * unit, y - u * unit) for u, v in line) for line in _written(shown, 0.0))


def reach(text: str, size: float, *, most: int = _LONGEST) -> float:
    """Return how long a text is, in points, when it is written in strokes of that size."""
    return _measured(text, most)[1] * size / 6


def _measured(text: str, most: int = _LONGEST) -> tuple[str, float]:
    shown = unicodedata.normalize("NFKD", printable(text)).upper().strip()
    shown = "".join(char for char in shown if not unicodedata.combining(char))[:most].strip()
    return shown, sum(_ADVANCE.get(char, _USUAL_ADVANCE) for char in shown) - 1.6 if shown else 0.0


def _written(shown: str, start: float) -> list[Polyline]:
    """Return the strokes on the grid of the letters, the middle of their height at 0."""
    found = []
    for char in shown:
        shift = start - (1.4 if char == "I" else 0.0)
        for stroke in _STROKES.get(char, "").split("|"):
            points = [(shift + int(pair[0]), float(int(pair[1]) - 3)) for pair in stroke.split()]
            if points:
                found.append(tuple(points))
        start += _ADVANCE.get(char, _USUAL_ADVANCE)
    return found


def _turned(x: float, y: float, angle: float, width: float, height: float) -> tuple[float, float]:
    along = x * math.cos(angle) - y * math.sin(angle)
    up = x * math.sin(angle) + y * math.cos(angle)
    return width / 2 + along, height / 2 - up
