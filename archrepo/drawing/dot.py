"""Third step of a picture: writes a sheet as DOT text in which every place is given, so that Graphviz only paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archrepo.drawing.sheet import Box, Emblem, Label, Line, Path, Run, Sheet
from archrepo.drawing.text import attribute, markup, width

if TYPE_CHECKING:
    import graphviz

_FINE = 4
"""Units of the DOT text per point. HTML-like labels know whole numbers only, also for the size of letters: on a canvas
four times as large, which ``size`` brings back to the sheet, a quarter point can be said."""

_LONGEST = 8_000
_SINKING = 0.12

_PLAIN_TABLE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'


def to_dot(sheet: Sheet, font: str) -> str:
    """Return DOT text that ``dot`` paints as it stands (``layout=nop2``): the same sheet, the same text.

    Args:
        font: list of font names, most wanted first.
    """
    import graphviz

    graph = graphviz.Digraph(sheet.name)
    graph.attr(
        "graph",
        layout="nop2",
        bb=f"0,0,{_n(sheet.width)},{_n(sheet.height)}",
        size=f"{sheet.width / 72:.4f},{sheet.height / 72:.4f}",
        pad="0",
        margin="0",
        id="gambar",
        fontname=font,
        outputorder="nodesfirst",
    )
    if sheet.strokes:
        # Graphviz refuses a quoted text beyond 16 384 characters, and joins shorter ones.
        text = _background(sheet)
        pieces = (text[start : start + _LONGEST] for start in range(0, len(text), _LONGEST))
        graph.body.append("\tgraph [_background={}]\n".format(" + ".join(f'"{piece}"' for piece in pieces)))
    graph.attr("node", shape="plain", fontname=font, fontcolor="#1A1A1A")
    graph.attr("edge", fontname=font)
    for box in sheet.boxes:
        _write_box(graph, sheet, box)
    for label in sheet.labels:
        _write_label(graph, sheet, label)
    for path in sheet.paths:
        _write_path(graph, sheet, path)
    if sheet.emblem is not None:
        _write_emblem(graph, sheet, sheet.emblem)
    return str(graph.source)


def _n(value: float) -> str:
    """Points as units of the DOT text: at most one decimal, and never ``-0``."""
    fine = value * _FINE
    return f"{fine:.1f}".removesuffix(".0") if abs(fine) >= 0.05 else "0"


def _write_box(graph: graphviz.Digraph, sheet: Sheet, box: Box) -> None:
    top, bottom = sheet.height - box.y, sheet.height - box.y - box.height
    with graph.subgraph(name=f"cluster_{box.id}") as cluster:
        cluster.attr(
            "graph",
            bb=f"{_n(box.x)},{_n(bottom)},{_n(box.x + box.width)},{_n(top)}",
            id=f"k-{box.id}",
            label="",
            pencolor=box.line,
            penwidth=_n(box.line_width),
            style="filled" if box.fill else box.dash,
            fillcolor=box.fill or "transparent",
            **{"class": box.css},
        )


def _run(run: Run) -> str:
    text = markup(run.text) if run.text.strip() else ""
    # Blanks at the ends set pieces apart; Graphviz keeps only those that do not break.
    lead = len(run.text) - len(run.text.lstrip(" "))
    tail = len(run.text) - len(run.text.rstrip(" ")) if text else 0
    text = f"{'&#160;' * lead}{text}{'&#160;' * tail}"
    if not text:
        return ""
    if run.bold:
        text = f"<B>{text}</B>"
    if run.italic:
        text = f"<I>{text}</I>"
    return f'<FONT POINT-SIZE="{round(run.size * _FINE)}" COLOR="{run.colour}">{text}</FONT>'


def _lines(lines: tuple[Line, ...], align: str) -> str:
    texts = ["".join(_run(run) for run in line) or "&#160;" for line in lines]
    if len(texts) == 1:
        return texts[0]
    return "".join(f'{text}<BR ALIGN="{align}"/>' for text in texts)


def _cell(body: str, align: str, cell_width: float | None = None, valign: str = "MIDDLE") -> str:
    size = f' WIDTH="{round(cell_width * _FINE)}"' if cell_width is not None else ""
    return f'<TD ALIGN="{align}" BALIGN="{align}" VALIGN="{valign}"{size}>{body}</TD>'


def label_markup(label: Label) -> str:
    """Return the HTML-like label, angle brackets included: a table of sign, lines and the text at the right edge."""
    cells = []
    if label.icon is not None:
        cells.append(_cell(_run(label.icon), "LEFT", label.icon_width, "TOP"))
    room = label.width - (label.icon_width if label.icon is not None else 0.0)
    right = width(label.right.text, bold=True) * label.right.size + 2 if label.right is not None else 0.0
    cells.append(_cell(_lines(label.lines, label.align), label.align, room - right))
    if label.right is not None:
        cells.append(_cell(_run(label.right), "RIGHT", right, "TOP"))
    # Graphviz sets letters a little above the middle; inside a border a strip above them makes up for it.
    strip = f'<TR><TD COLSPAN="{len(cells)}" HEIGHT="{round(_sinking(label) * 2 * _FINE)}"></TD></TR>'
    size = f'WIDTH="{round(label.width * _FINE)}" HEIGHT="{round(label.height * _FINE)}"'
    return f"<<TABLE {_table(label)} {size}>{strip if label.border else ''}<TR>{''.join(cells)}</TR></TABLE>>"


def _sinking(label: Label) -> float:
    """How far letters must be lowered to stand in the middle, in points."""
    return _SINKING * max((run.size for line in label.lines for run in line), default=0.0)


def _table(label: Label) -> str:
    if label.border is None and label.fill is None:
        return _PLAIN_TABLE
    fill = f' BGCOLOR="{label.fill}"' if label.fill is not None else ""
    look = f' COLOR="{label.border}" STYLE="ROUNDED{",DASHED" if label.is_dashed else ""}"' if label.border else ""
    border = label.border_width * _FINE if label.border is not None else 0
    return f'BORDER="{border}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{look}{fill}'


def _write_label(graph: graphviz.Digraph, sheet: Sheet, label: Label) -> None:
    import graphviz

    sinking = 0.0 if label.border else _sinking(label)
    optional = {"URL": graphviz.escape(attribute(label.url))} if label.url else {}
    if label.tooltip:
        optional["tooltip"] = graphviz.escape(attribute(label.tooltip))
    graph.node(
        label.id,
        label=label_markup(label),
        pos=f"{_n(label.x + label.width / 2)},{_n(sheet.height - label.y - label.height / 2 - sinking)}",
        id=label.id,
        **optional,
        **{"class": label.css},
    )


def _write_path(graph: graphviz.Digraph, sheet: Sheet, path: Path) -> None:
    import graphviz

    points = [f"{_n(x)},{_n(sheet.height - y)}" for x, y in path.points]
    end = {"forward": f"e,{points[-1]} ", "back": f"s,{points[0]} ", "none": ""}[path.arrow]
    # The arrow lies between the last spline point and the end point: stop the line short of it.
    body = path.drawn
    spline = " ".join(f"{_n(x)},{_n(sheet.height - y)}" for x, y in body)
    graph.edge(
        path.tail,
        path.head,
        pos=f"{end}{spline}",
        id=path.id,
        dir=path.arrow,
        color=path.colour,
        penwidth=_n(path.width),
        arrowsize=f"{_FINE * path.arrow_size:.2f}",
        style=path.dash,
        tooltip=graphviz.escape(attribute(path.tooltip) or "hubungan"),
        **{"class": "hubungan"},
    )


EMBLEM_FILE = "lambang.png"
"""Name by which the DOT text calls the emblem; who paints lays it into the folder of the run."""


def _write_emblem(graph: graphviz.Digraph, sheet: Sheet, emblem: Emblem) -> None:
    graph.node(
        "lambang",
        label="",
        shape="none",
        image=EMBLEM_FILE,
        imagescale="true",
        fixedsize="true",
        width=f"{emblem.width * _FINE / 72:.3f}",
        height=f"{emblem.height * _FINE / 72:.3f}",
        pos=f"{_n(emblem.x + emblem.width / 2)},{_n(sheet.height - emblem.y - emblem.height / 2)}",
        id="lambang",
        **{"class": "lembar"},
    )


def _background(sheet: Sheet) -> str:
    """Return texts that stand turned, such as the watermark, in xdot: lines of one colour and width after the other."""
    parts = []
    for strokes in sheet.strokes:
        parts.append(f"c {len(strokes.colour)} -{strokes.colour}")
        style = f"setlinewidth({_n(strokes.width)})"
        parts.append(f"S {len(style)} -{style}")
        for line in strokes.lines:
            points = " ".join(f"{_n(x)} {_n(sheet.height - y)}" for x, y in line)
            parts.append(f"L {len(line)} {points}")
    return " ".join(parts) + " "
