"""Writes a text across a whole sheet as strokes, since Graphviz cannot turn letters: the same in SVG, PNG and PDF."""

from __future__ import annotations

import math

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
    "9": "43 13 04 05 16 36 45 41 30 10", "-": "03 43", "/": "00 46", ".": "10 11",
}  # fmt: skip
_ADVANCE = {" ": 3.0, "I": 2.6, ".": 2.6}
_USUAL_ADVANCE = 5.6
_LONGEST = 24
_SHARE = 0.74


def strokes(text: str, width: float, height: float) -> tuple[tuple[Polyline, ...], float]:
    """Return the text along the sheet's rising diagonal, and the width of its strokes in points.

    Args:
        text: shown in capitals; a character that has no strokes leaves a gap; cut after 24 characters.
        width, height: of the sheet in points. Points come back with y downwards from its upper edge.
    """
    shown = printable(text).upper()[:_LONGEST]
    if not shown.strip():
        return (), 0.0
    advances = [_ADVANCE.get(char, _USUAL_ADVANCE) for char in shown]
    length = sum(advances) - 1.6
    angle = math.atan2(height, width)
    unit = min(_SHARE * math.hypot(width, height) / length, height / 16)
    start, found = -length / 2, []
    for char, advance in zip(shown, advances, strict=True):
        shift = start - (1.4 if char == "I" else 0.0)
        for stroke in _STROKES.get(char, "").split("|"):
            points = [(shift + int(pair[0]), int(pair[1]) - 3) for pair in stroke.split()]
            if points:
                found.append(tuple(_turned(x * unit, y * unit, angle, width, height) for x, y in points))
        start += advance
    return tuple(found), unit * 0.75


def _turned(x: float, y: float, angle: float, width: float, height: float) -> tuple[float, float]:
    along = x * math.cos(angle) - y * math.sin(angle)
    up = x * math.sin(angle) + y * math.cos(angle)
    return width / 2 + along, height / 2 - up
