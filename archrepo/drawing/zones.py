"""Lays groups on a sheet as boxes of rows: in columns over the whole sheet, or in boxes band by band."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from archrepo.declarations.kalimat import number
from archrepo.drawing.area import Area, DoesNotFitError
from archrepo.drawing.boxes import (
    GUTTER,
    INSET,
    NARROWEST,
    PADDING,
    Band,
    Bands,
    Section,
    Zone,
    band_groups,
    heading_height,
    set_band,
)
from archrepo.drawing.columns import Piece
from archrepo.drawing.listing import CONTINUED, CONTINUED_SIZE, Measure, Setting, css_of, row_label, set_row
from archrepo.drawing.picture import Group
from archrepo.drawing.sheet import Box, Label, Line, Pile, Run
from archrepo.drawing.theme import Styled

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

_BAND_GAP = 14.0


def lay_zones(styled: Styled, definition: ViewDefinition, area: Area) -> tuple[Pile, dict[str, Area]]:
    """Lay all groups in the largest size of text at which they fit.

    Returns:
        What lies on the sheet, and where each zone (by the id of its group) stands.

    Raises:
        DoesNotFitError: not even the smallest size of the theme is small enough.
    """
    measure = Measure(styled)
    tried = (_largest(measure, styled, definition, groups, area) for groups in band_groups(styled, definition))
    bands = max(
        (found for found in tried if found),
        key=lambda rows: (rows[0].zones[0].setting.size, -_total(rows)),
        default=None,
    )
    if bands is None:
        raise DoesNotFitError
    if definition.arrangement == "zona":
        bands = _widened(measure, styled, definition, bands, area)
    spare = area.height - _total(bands)
    pile, where = Pile(), {}
    y = area.y
    tallest = sum(band.height for band in bands)
    for band in bands:
        height = band.height + (spare * band.height / tallest if tallest else 0.0)
        where.update(_lay_band(styled, band, Area(area.x, y, area.width, height), pile))
        y += height + _BAND_GAP
    return pile, where


def _total(bands: Sequence[Band]) -> float:
    return sum(band.height for band in bands) + _BAND_GAP * (len(bands) - 1)


def _largest(
    measure: Measure, styled: Styled, definition: ViewDefinition, groups: Bands, area: Area
) -> list[Band] | None:
    """Try sizes by halving, in steps of a quarter point: taller text never needs less room. None where none fits."""
    fonts = styled.theme.fonts
    low, high = round(fonts.smallest * 4), round(fonts.largest * 4)
    if any(area.width / len(band) < NARROWEST * low / 4 for band in groups):
        return None
    best = _set_all(measure, styled, definition, groups, area, low / 4)
    if _total(best) > area.height:
        return None
    while low < high:
        middle = (low + high + 1) // 2
        bands = _set_all(measure, styled, definition, groups, area, middle / 4)
        if _total(bands) <= area.height:
            best, low = bands, middle
        else:
            high = middle - 1
    return best


def _widened(
    measure: Measure, styled: Styled, definition: ViewDefinition, bands: Sequence[Band], area: Area
) -> list[Band]:
    """Use height that is left over: fewer and wider columns, which cut fewer names and boxes."""
    share = (area.height - _BAND_GAP * (len(bands) - 1)) / max(sum(band.height for band in bands), 1.0)
    size = bands[0].zones[0].setting.size
    return [
        set_band(
            measure,
            styled,
            definition,
            [zone.group for zone in band.zones],
            area,
            size,
            within=band.height * max(share, 1.0),
        )
        for band in bands
    ]


def _set_all(
    measure: Measure, styled: Styled, definition: ViewDefinition, groups: Bands, area: Area, size: float
) -> list[Band]:
    return [set_band(measure, styled, definition, band, area, size) for band in groups]


# ---- laying


def _lay_band(styled: Styled, band: Band, area: Area, pile: Pile) -> dict[str, Area]:
    where: dict[str, Area] = {}
    framed = band.zones[0].group is not None
    padding = PADDING if framed else 0.0
    used = sum(zone.inner + 2 * padding for zone in band.zones)
    spare = (area.width - used - sum(band.gaps)) / len(band.zones)
    x = area.x
    for index, zone in enumerate(band.zones):
        inner = zone.inner
        place = Area(x, area.y, inner + 2 * padding + (spare if framed else 0.0), area.height)
        if zone.group is not None:
            where[zone.group.id] = place
            _lay_frame(styled, zone, zone.group, place, pile)
        top = area.y + zone.head_height + padding
        room = area.y + area.height - top if zone.group is None else 0.0
        _lay_columns(styled, zone, zone.setting, Area(x + padding, top, inner, room), pile)
        x += place.width + (band.gaps[index] if index < len(band.gaps) else 0.0)
    return where


def _lay_frame(styled: Styled, zone: Zone, group: Group, place: Area, pile: Pile) -> None:
    look = styled.groups[group.id]
    width = float(look["tebal_garis"])
    dash = look.get("gaya_garis", "solid")
    pile.box(
        Box(
            group.id,
            place.x,
            place.y,
            place.width,
            place.height,
            look["warna"],
            None,
            width,
            dash,
            f"kelompok {group.id}",
        ),
        Box(f"{group.id}-kepala", place.x, place.y, place.width, zone.head_height, look["warna"], look["latar"], width),
    )
    count = Run(number(group.count), zone.head[0][0].size, look["warna"], bold=True)
    pile.label(
        [
            Label(
                f"judul-{group.id}",
                place.x + 4,
                place.y + 1,
                place.width - 8,
                zone.head_height - 2,
                zone.head,
                right=count,
                css="kepala",
            )
        ]
    )


def _lay_columns(styled: Styled, zone: Zone, setting: Setting, area: Area, pile: Pile) -> None:
    """Lay the columns; where the area has a height, spread the blocks of each towards its lower edge."""
    for index, column in enumerate(zone.columns):
        left = area.x + index * (setting.width + GUTTER)
        spare = area.height - (column[-1].y + column[-1].height) if column else 0.0
        spread = min(max(spare, 0.0) / max(len(column) - 1, 1), setting.size * 2)
        for position, piece in enumerate(column):
            y = area.y + piece.y + position * spread
            _lay_piece(styled, zone.sections[piece.block], piece, setting, left, y, pile)


def _lay_piece(
    styled: Styled, section: Section, piece: Piece, setting: Setting, x: float, y: float, pile: Pile
) -> None:
    top = y + heading_height(section.heading)
    if section.group is not None and section.heading:
        _lay_heading(styled, section.group, section.heading, piece, setting, x, y, pile)
    inset = INSET / 2 if section.heading else 0.0
    top += inset
    for node in section.nodes[piece.first : piece.last]:
        row = set_row(styled, node, section.setting)
        pile.label([row_label(styled, row, section.setting, x + inset, top)])
        top += row.height


def _lay_heading(
    styled: Styled,
    group: Group,
    heading: tuple[Line, ...],
    piece: Piece,
    setting: Setting,
    x: float,
    y: float,
    pile: Pile,
) -> None:
    look = styled.groups[group.id]
    height = heading_height(heading)
    suffix = f"-{piece.first}" if piece.first else ""
    outline = Box(
        f"{group.id}{suffix}",
        x,
        y,
        setting.width,
        piece.height,
        styled.theme.line,
        None,
        0.7,
        css=f"kelompok {group.id}",
    )
    pile.box(
        outline, Box(f"{group.id}{suffix}-kepala", x, y, setting.width, height, styled.theme.line, look["latar"], 0.7)
    )
    right = Run(number(group.count), setting.size, styled.theme.ink, bold=True)
    if piece.first:
        right = Run(CONTINUED, setting.size * CONTINUED_SIZE, styled.theme.ink, italic=True)
    pile.label(
        [
            Label(
                f"judul-{group.id}{suffix}",
                x + 3,
                y + 1,
                setting.width - 6,
                height - 2,
                heading,
                right=right,
                css=css_of({}, (group.id,)).replace("simpul", "kepala"),
            )
        ]
    )
