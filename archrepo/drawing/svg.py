"""Writes a sheet as SVG: every place is known, so that no other program is needed; readers that cannot see are served.

Sheets of the other formats are painted by Graphviz (``dot.py``), from the same places.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from archrepo.drawing.sheet import ARROW, Box, Emblem, Label, Line, Path, Run, Sheet, Strokes, height_of
from archrepo.drawing.text import printable

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}pt" '
    'height="{height}pt" viewBox="0 0 {width} {height}" role="img" aria-labelledby="judul-gambar uraian-gambar">\n'
    '<title id="judul-gambar">{title}</title>\n'
    '<desc id="uraian-gambar">{description}</desc>\n'
    '<g id="gambar" font-family="{font}">\n'
)
_DASHES = {"dashed": ' stroke-dasharray="5,3"', "dotted": ' stroke-dasharray="1,3"'}
_SLENDER = 0.35
_BELOW_MIDDLE = 0.35
"""From the middle of a line down to where its letters stand, as a multiple of their size: half a capital."""
_ANCHORS = {"LEFT": "", "CENTER": ' text-anchor="middle"', "RIGHT": ' text-anchor="end"'}


def to_svg(sheet: Sheet, font: str) -> str:
    """Return the sheet as an SVG document: title and description, tooltips, links, the ids and classes of its parts.

    Args:
        font: list of font names, most wanted first.
    """
    head = _HEAD.format(
        width=_n(sheet.width),
        height=_n(sheet.height),
        title=_xml(sheet.title),
        description=escape(printable(sheet.description, 4_000)),
        font=_xml(font),
    )
    parts = [head, f'<rect width="{_n(sheet.width)}" height="{_n(sheet.height)}" fill="#FFFFFF"/>\n']
    parts.extend(_strokes(strokes) for strokes in sheet.strokes)
    parts.extend(_box(box) for box in sheet.boxes)
    parts.extend(_path(path) for path in sheet.paths)
    parts.extend(_label(label) for label in sheet.labels)
    if sheet.emblem is not None:
        parts.append(_emblem(sheet.emblem))
    parts.append("</g>\n</svg>\n")
    return "".join(parts)


@lru_cache(maxsize=65536)
def _xml(text: str) -> str:
    return escape(printable(text))


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _fill(colour: str | None) -> str:
    """A colour may say in two digits more how opaque it is, which not every reader of SVG knows."""
    if colour is None:
        return 'fill="none"'
    if len(colour) == 9:
        return f'fill="{colour[:7]}" fill-opacity="{int(colour[7:], 16) / 255:.2f}"'
    return f'fill="{colour}"'


def _group(id_: str, css: str, tooltip: str, body: str) -> str:
    title = f"<title>{_xml(tooltip)}</title>" if tooltip else ""
    return f'<g id="{_xml(id_)}" class="{_xml(css)}">{title}{body}</g>\n'


def _box(box: Box) -> str:
    place = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    dash = "" if box.fill else _DASHES.get(box.dash, "")
    stroke = f'stroke="{box.line}" stroke-width="{_n(box.line_width)}"{dash}'
    return _group(f"k-{box.id}", box.css, "", f"<rect {place} {_fill(box.fill)} {stroke}/>")


def _strokes(strokes: Strokes) -> str:
    lines = ("L".join(f"{_n(x)} {_n(y)}" for x, y in line) for line in strokes.lines)
    look = f'fill="none" stroke="{strokes.colour}" stroke-width="{_n(strokes.width)}"'
    return f'<path class="goresan" d="M{"M".join(lines)}" {look}/>\n'


# ---- text


def _label(label: Label) -> str:
    body = "".join((*_frame(label), *_texts(label)))
    if label.url:
        body = f'<a xlink:href="{escape(label.url)}">{body}</a>'
    return _group(label.id, label.css, label.tooltip, body)


def _frame(label: Label) -> Iterator[str]:
    if label.border is None and label.fill is None:
        return
    wide = label.border_width if label.border is not None else 0
    place = (label.x + wide / 2, label.y + wide / 2, label.width - wide, label.height - wide)
    x, y, width, height = (_n(part) for part in place)
    stroke = ""
    if label.border is not None:
        dash = _DASHES["dashed"] if label.is_dashed else ""
        stroke = f' rx="5" stroke="{label.border}" stroke-width="{wide}"{dash}'
    yield f'<rect x="{x}" y="{y}" width="{width}" height="{height}" {_fill(label.fill)}{stroke}/>'


def _texts(label: Label) -> Iterator[str]:
    """Return the lines in the middle of the label's height; sign and count stand beside the first one."""
    top = label.y + (label.height - height_of(label.lines)) / 2
    left = label.x + (label.icon_width if label.icon is not None else 0.0)
    right = label.x + label.width
    x = {"LEFT": left, "CENTER": (left + right) / 2, "RIGHT": right}[label.align]
    for index, line in enumerate(label.lines):
        high = height_of((line,))
        y = top + high / 2 + _BELOW_MIDDLE * max(run.size for run in line)
        if index == 0 and label.icon is not None:
            yield _text((label.icon,), label.x, y, "")
        if index == 0 and label.right is not None:
            yield _text((label.right,), right - 1, y, _ANCHORS["RIGHT"])
        yield _text(line, x, y, _ANCHORS[label.align])
        top += high


def _text(line: Line, x: float, y: float, anchor: str) -> str:
    runs = [run for run in line if run.text.strip()]
    if not runs:
        return ""
    place = f'x="{x:.2f}" y="{y:.2f}"{anchor}'
    if len(runs) == 1:
        return f"<text {place} {_look(*_look_of(runs[0]))}>{_spaced(runs[0].text)}</text>"
    spans = "".join(f"<tspan {_look(*_look_of(run))}>{_spaced(run.text)}</tspan>" for run in runs)
    return f"<text {place}>{spans}</text>"


def _look_of(run: Run) -> tuple[float, str, bool, bool]:
    return run.size, run.colour, run.bold, run.italic


@lru_cache(maxsize=1024)
def _look(size: float, colour: str, bold: bool, italic: bool) -> str:
    weight = ' font-weight="bold"' if bold else ""
    style = ' font-style="italic"' if italic else ""
    return f'font-size="{_n(size)}" fill="{colour}"{weight}{style}'


def _spaced(text: str) -> str:
    """Return a text whose blanks at the ends stay: they set pieces apart."""
    if text[0] != " " and text[-1] != " ":
        return _xml(text)
    lead, tail = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    return f"{'&#160;' * lead}{_xml(text)}{'&#160;' * tail}"


# ---- lines and images


def _path(path: Path) -> str:
    points = [f"{_n(x)},{_n(y)}" for x, y in path.drawn]
    curve = f"M{points[0]}C{' '.join(points[1:])}"
    line = f'<path d="{curve}" fill="none" stroke="{path.colour}" stroke-width="{_n(path.width)}"'
    body = f"{line}{_DASHES.get(path.dash, '')}/>"
    if path.arrow != "none":
        tip = " ".join(f"{_n(x)},{_n(y)}" for x, y in _arrow(path))
        body += f'<polygon points="{tip}" fill="{path.colour}"/>'
    return _group(path.id, "hubungan", path.tooltip or "hubungan", body)


def _arrow(path: Path) -> tuple[tuple[float, float], ...]:
    """Return the corners of the arrow: its tip where the line ends, its foot where the drawn line stops."""
    drawn = path.drawn
    (x, y), (foot_x, foot_y) = (path.points[-1], drawn[-1]) if path.arrow == "forward" else (path.points[0], drawn[0])
    length = max(((x - foot_x) ** 2 + (y - foot_y) ** 2) ** 0.5, 0.01)
    half = ARROW * path.arrow_size * _SLENDER
    across_x, across_y = -(y - foot_y) / length * half, (x - foot_x) / length * half
    return (x, y), (foot_x + across_x, foot_y + across_y), (foot_x - across_x, foot_y - across_y)


def _emblem(emblem: Emblem) -> str:
    place = f'x="{_n(emblem.x)}" y="{_n(emblem.y)}" width="{_n(emblem.width)}" height="{_n(emblem.height)}"'
    data = base64.b64encode(emblem.content).decode("ascii")
    return f'<image id="lambang" {place} xlink:href="data:image/png;base64,{data}"/>\n'
