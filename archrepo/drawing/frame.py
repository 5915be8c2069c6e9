"""Puts a picture on its sheet: title and question above, legend and caption below, watermark behind."""

from __future__ import annotations

from archrepo.declarations.kalimat import day_text, number
from archrepo.drawing.area import Area
from archrepo.drawing.captions import caption_line
from archrepo.drawing.picture import MIXED, Picture
from archrepo.drawing.sheet import Box, Emblem, Label, Line, Pile, Run, Sheet, Strokes
from archrepo.drawing.strokes import across
from archrepo.drawing.text import printable, width, wrap
from archrepo.drawing.theme import Styled

_LEADING = 1.34
_GAP = 10.0
_EMBLEM = 50.0


def page_of(styled: Styled, page: str) -> tuple[float, float]:
    """Return width and height of the sheet in points."""
    wide, high = styled.theme.pages[page]
    return float(wide), float(high)


def frame(styled: Styled, page: str) -> tuple[Pile, Area]:
    """Return title, legend and caption of a sheet, and the area that is left between them."""
    wide, high = page_of(styled, page)
    margin = float(styled.theme.margin)
    pile = Pile()
    inner = wide - 2 * margin
    top = _header(styled, pile, margin, inner)
    bottom = _footer(styled, pile, margin, inner, high - margin)
    return pile, Area(margin, top, inner, bottom - top)


def _single(id_: str, x: float, y: float, room: float, line: Line, *, align: str = "LEFT") -> Label:
    height = max(run.size for run in line) * _LEADING
    return Label(id_, x, y, room, height, (line,), align="RIGHT" if align == "RIGHT" else "LEFT", css="lembar")


def _header(styled: Styled, pile: Pile, margin: float, inner: float) -> float:
    theme, caption = styled.theme, styled.picture.caption
    fonts = theme.fonts
    y = margin - 8
    side = inner * 0.3
    shift = _lay_emblem(styled, pile, margin)
    left = margin + shift
    room = inner - side - shift
    for index, text in enumerate(wrap(caption.title, round(room / fonts.title, 2), 2, bold=True)):
        title = (Run(text, fonts.title, theme.ink, bold=True),)
        pile.label([_single(f"judul-{index}", left, y, room, title)])
        y += fonts.title * _LEADING
    region = wrap(caption.region, round(side / 13, 2), 1, bold=True)[0]
    right: list[Line] = [
        (Run(region, 13, theme.ink, bold=True),),
        (Run(_date(styled.picture), fonts.question, theme.faint_ink),),
    ]
    if caption.watermark:
        mark = printable(caption.watermark)[:40]
        right.append((Run(mark, fonts.question, theme.watermark_text, bold=True),))
    level = margin - 6
    for index, line in enumerate(right):
        pile.label([_single(f"kanan-{index}", left + room, level, side, line, align="RIGHT")])
        level += line[0].size * _LEADING
    for index, text in enumerate(wrap(caption.question, round(room / fonts.question, 2), 2)):
        question = (Run(text, fonts.question, theme.ink, italic=True),)
        pile.label([_single(f"pertanyaan-{index}", left, y, room, question)])
        y += fonts.question * _LEADING
    y = max(y, level, margin - 8 + (_EMBLEM if shift else 0.0)) + 4
    pile.box(Box("garis-atas", margin, y, inner, 0.1, theme.ink, None, 1.2))
    return y + _GAP


def _lay_emblem(styled: Styled, pile: Pile, margin: float) -> float:
    """Lay the regency's emblem at the left of the title; return how far the title moves to the right."""
    content = styled.theme.emblem
    if content is None:
        return 0.0
    # Width and height stand in the first chunk of every PNG.
    wide, high = (int.from_bytes(content[start : start + 4], "big") for start in (16, 20))
    width_ = min(_EMBLEM * wide / max(high, 1), _EMBLEM * 1.6)
    pile.emblem = Emblem(margin, margin - 8, width_, _EMBLEM, content)
    return width_ + 10


def _date(picture: Picture) -> str:
    return f"Keadaan {day_text(picture.caption.day)}"


def _footer(styled: Styled, pile: Pile, margin: float, inner: float, bottom: float) -> float:
    """Lay caption and legend from the lower edge upwards; return where the picture must end."""
    theme = styled.theme
    size = theme.fonts.note
    y = bottom + 8
    for index, text in enumerate(reversed(wrap(caption_sentence(styled.picture), round(inner / size, 2), 3))):
        y -= size * _LEADING
        note = (Run(text, size, theme.faint_ink),)
        pile.label([_single(f"keterangan-{index}", margin, y, inner, note)])
    legend = _legend_lines(styled, inner)
    height = theme.fonts.legend * _LEADING
    y -= 4
    for index, line in enumerate(reversed(legend)):
        y -= height
        pile.label([_single(f"legenda-{index}", margin, y, inner, line)])
    y -= 5
    pile.box(Box("garis-bawah", margin, y, inner, 0.1, theme.ink, None, 0.8))
    return y - _GAP


def caption_sentence(picture: Picture) -> str:
    """Return the sentence below every picture: counted, merged, left out, for whom."""
    caption = picture.caption
    parts = [caption.counted]
    if caption.merged:
        parts.append(caption_line(picture))
    parts.extend(caption.left_out)
    parts.append(f"untuk {caption.audience}")
    return " · ".join(parts)


def _legend_lines(styled: Styled, inner: float) -> list[tuple[Run, ...]]:
    """Return the legend as lines of runs: the meaning of every colour and sign that occurs, with its count."""
    theme, legend = styled.theme, styled.picture.legend
    size = theme.fonts.legend
    lines: list[list[Run]] = [[Run(f"{legend.title}:   ", size, theme.ink, bold=True)]]
    used = width(legend.title, bold=True) + 2
    entries = [
        (
            styled.legend[entry.value]["ikon"],
            styled.legend[entry.value]["warna"],
            f"{entry.label} ({number(entry.count)})",
        )
        for entry in legend.entries
    ]
    if any(MIXED in node.facts.values() for node in styled.picture.nodes):
        entries.append(("▪", theme.ink, "beberapa keadaan digabung"))
    for icon, colour, text in entries:
        needed = width(icon) + width(text) + 2.5
        if (used + needed) * size > inner and lines[-1]:
            lines.append([])
            used = 0.0
        lines[-1].append(Run(icon, size, colour, bold=icon == "?"))
        lines[-1].append(Run(f" {text}     ", size, theme.ink))
        used += needed
    return [tuple(line) for line in lines]


def sheet_of(styled: Styled, page: str, pile: Pile) -> Sheet:
    """Return the finished sheet with its frame line, description and watermark."""
    wide, high = page_of(styled, page)
    caption = styled.picture.caption
    behind = list(pile.strokes)
    if caption.watermark:
        lines, thick = across(caption.watermark, wide, high)
        behind.insert(0, Strokes(lines, thick, styled.theme.watermark))
    edge = Box("lembar", 0, 0, wide, high, "#FFFFFF", None, 0.1)
    return Sheet(
        name=styled.picture.view,
        width=wide,
        height=high,
        title=f"{printable(caption.title)} – {printable(caption.region)}",
        description=f"{caption.question} {_date(styled.picture)}. {caption_sentence(styled.picture)}.",
        boxes=(edge, *pile.boxes),
        labels=tuple(pile.labels),
        paths=tuple(pile.paths),
        strokes=tuple(row for row in behind if row.lines),
        emblem=pile.emblem,
    )
