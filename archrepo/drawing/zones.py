"""Lays groups on a sheet as boxes of rows: in columns over the whole sheet, or in declared boxes band by band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from archrepo.declarations.kalimat import number
from archrepo.drawing.columns import Block, Columns, Piece, height_of, pack
from archrepo.drawing.listing import Row, Setting, css_of, row_label, set_heading, set_row
from archrepo.drawing.listing import height_of as lines_height
from archrepo.drawing.picture import Group
from archrepo.drawing.sheet import Box, Label, Line, Pile, Run
from archrepo.drawing.text import wrap
from archrepo.drawing.theme import Styled
from archrepo.errors import DeclarationError

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

_NARROWEST = 14.5
"""Least width of a column in ems."""
_GUTTER = 10.0
_PADDING = 5.0
_INSET = 6.0
_BAND_GAP = 14.0
_ARROW_GAP = 66.0


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the sheet in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Section:
    """A block of a zone with what stands in it: the group of its heading (None for none) and its rows."""

    group: Group | None
    heading: tuple[Line, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Zone:
    """A zone set at some size: its title lines, its sections and how they fall into columns."""

    group: Group | None
    head: tuple[Line, ...]
    head_height: float
    sections: tuple[_Section, ...]
    columns: Columns
    count: int

    @property
    def height(self) -> float:
        pad = _PADDING * 2 if self.group is not None else 0.0
        return self.head_height + height_of(self.columns) + pad


@dataclass(frozen=True, slots=True)
class _Band:
    """Zones side by side, the setting they share and the gaps between them."""

    zones: tuple[_Zone, ...]
    setting: Setting
    gaps: tuple[float, ...]

    @property
    def height(self) -> float:
        return max(zone.height for zone in self.zones)


class DoesNotFitError(DeclarationError):
    """The picture has more rows than the sheet carries at the smallest size; the next roll-up level is wanted."""

    code = "DEK011"

    def __init__(self) -> None:
        super().__init__(
            "Isi gambar tidak muat pada satu lembar yang terbaca",
            mend='Tambahkan tingkat penggabungan pada kunci "gulung", atau pilih lebih sedikit perangkat daerah.',
        )


def lay_zones(styled: Styled, definition: ViewDefinition, area: Area) -> tuple[Pile, dict[str, Area]]:
    """Lay all groups in the largest size of text at which they fit.

    Returns:
        What lies on the sheet, and where each zone (by the id of its group) stands.

    Raises:
        DoesNotFitError: not even the smallest size of the theme is small enough.
    """
    bands = _largest(styled, _band_groups(styled, definition), area)
    spare = area.height - _total(bands)
    pile, where = Pile(), {}
    y = area.y
    tallest = sum(band.height for band in bands)
    for band in bands:
        height = band.height + (spare * band.height / tallest if tallest else 0.0)
        where.update(_lay_band(styled, band, Area(area.x, y, area.width, height), pile))
        y += height + _BAND_GAP
    return pile, where


def _band_groups(styled: Styled, definition: ViewDefinition) -> list[list[Group | None]]:
    if definition.arrangement == "kolom":
        return [[None]]
    outer = {group.value: group for group in styled.picture.groups if group.parent is None}
    bands: list[list[Group | None]] = [[outer[value] for value in row if value in outer] for row in definition.bands]
    return [band for band in bands if band]


def _total(bands: Sequence[_Band]) -> float:
    return sum(band.height for band in bands) + _BAND_GAP * (len(bands) - 1)


def _largest(styled: Styled, groups: list[list[Group | None]], area: Area) -> list[_Band]:
    """Try sizes by halving, in steps of a quarter point: taller text never needs less room."""
    fonts = styled.theme.fonts
    low, high = round(fonts.smallest * 4), round(fonts.largest * 4)
    best = _set_all(styled, groups, area, low / 4)
    if _total(best) > area.height:
        raise DoesNotFitError
    while low < high:
        middle = (low + high + 1) // 2
        bands = _set_all(styled, groups, area, middle / 4)
        if _total(bands) <= area.height:
            best, low = bands, middle
        else:
            high = middle - 1
    return best


def _set_all(styled: Styled, groups: list[list[Group | None]], area: Area, size: float) -> list[_Band]:
    return [_set_band(styled, band, area, size) for band in groups]


def _gaps(styled: Styled, groups: Sequence[Group | None]) -> tuple[float, ...]:
    joined = {frozenset((edge.source, edge.target)) for edge in styled.picture.edges}
    ids = [group.id if group is not None else "" for group in groups]
    return tuple(_ARROW_GAP if frozenset((left, right)) in joined else _GUTTER for left, right in pairwise(ids))


def _set_band(styled: Styled, groups: Sequence[Group | None], area: Area, size: float) -> _Band:
    """Set a band with every number of columns that leaves them wide enough, and keep the shortest."""
    gaps = _gaps(styled, groups)
    framed = groups[0] is not None
    padding = _PADDING * 2 * len(groups) if framed else 0.0
    room = area.width - sum(gaps) - padding
    found = []
    for count in range(len(groups), max(len(groups), int(room / (_NARROWEST * size))) + 1):
        inner = room - _GUTTER * (count - len(groups))
        setting = Setting(size, float(int(inner / count)))
        zones = _share_columns(styled, groups, setting, count)
        found.append(_Band(zones, setting, gaps))
    return min(found, key=lambda band: round(band.height))


def _share_columns(styled: Styled, groups: Sequence[Group | None], setting: Setting, count: int) -> tuple[_Zone, ...]:
    """Give every zone a column, then each further column to the tallest."""
    sections = [_sections(styled, group, setting) for group in groups]
    if len(groups) == 1:
        return (_set_zone(styled, groups[0], sections[0], setting, count),)
    zones = [_set_zone(styled, group, rows, setting, 1) for group, rows in zip(groups, sections, strict=True)]
    for _extra in range(count - len(groups)):
        tallest = max(range(len(zones)), key=lambda index: zones[index].height)
        zones[tallest] = _set_zone(styled, groups[tallest], sections[tallest], setting, zones[tallest].count + 1)
    return tuple(zones)


def _sections(styled: Styled, group: Group | None, setting: Setting) -> tuple[_Section, ...]:
    picture = styled.picture
    inner = [row for row in picture.groups if (row.parent is None if group is None else row.parent == group.id)]
    found = []
    for row in inner:
        members = picture.members(row.id)
        if members:
            heading = set_heading(styled, row.label, row.count, setting, most=4)
            narrow = Setting(setting.size, setting.width - _INSET)
            found.append(_Section(row, heading, tuple(set_row(styled, node, narrow) for node in members)))
    own = picture.members(group.id) if group is not None else ()
    if own:
        found.insert(0, _Section(None, (), tuple(set_row(styled, node, setting) for node in own)))
    return tuple(found)


def _heading_height(heading: Sequence[Line]) -> float:
    return lines_height(heading) + 6.0 if heading else 0.0


def _block(section: _Section, setting: Setting) -> Block:
    edge = 3.0 if section.heading else 0.0
    rows = [row.height for row in section.rows]
    return Block(
        _heading_height(section.heading) + edge,
        (*rows[:-1], rows[-1] + edge) if rows else (),
        setting.size * 0.75,
    )


def _set_zone(
    styled: Styled, group: Group | None, sections: tuple[_Section, ...], setting: Setting, count: int
) -> _Zone:
    head = _zone_head(styled, group, setting, count) if group is not None else ()
    height = lines_height(head) + 6.0 if head else 0.0
    columns = pack([_block(section, setting) for section in sections], count) if sections else ()
    return _Zone(group, head, height, sections, columns, count)


def _zone_head(styled: Styled, group: Group, setting: Setting, count: int) -> tuple[Line, ...]:
    size = setting.size * 1.25
    colour = styled.groups[group.id]["warna"]
    full = setting.width * count + _GUTTER * (count - 1)
    room = full / size - 4.5
    lines: list[Line] = [
        (Run(text, size, colour, bold=True),) for text in wrap(group.label, round(room, 2), 2, bold=True)
    ]
    if group.note:
        small = setting.size * 0.9
        notes = wrap(group.note, round(full / small - 1.5, 2), 3)
        lines.extend((Run(text, small, styled.theme.faint_ink, italic=True),) for text in notes)
    return tuple(lines)


# ---- laying


def _lay_band(styled: Styled, band: _Band, area: Area, pile: Pile) -> dict[str, Area]:
    where: dict[str, Area] = {}
    framed = band.zones[0].group is not None
    padding = _PADDING if framed else 0.0
    used = sum(zone.count * band.setting.width + _GUTTER * (zone.count - 1) + 2 * padding for zone in band.zones)
    spare = (area.width - used - sum(band.gaps)) / len(band.zones)
    x = area.x
    for index, zone in enumerate(band.zones):
        inner = zone.count * band.setting.width + _GUTTER * (zone.count - 1)
        place = Area(x, area.y, inner + 2 * padding + (spare if framed else 0.0), area.height)
        if zone.group is not None:
            where[zone.group.id] = place
            _lay_frame(styled, zone, zone.group, place, pile)
        top = area.y + zone.head_height + padding
        room = area.y + area.height - top if zone.group is None else 0.0
        _lay_columns(styled, zone, band.setting, Area(x + padding, top, inner, room), pile)
        x += place.width + (band.gaps[index] if index < len(band.gaps) else 0.0)
    return where


def _lay_frame(styled: Styled, zone: _Zone, group: Group, place: Area, pile: Pile) -> None:
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


def _lay_columns(styled: Styled, zone: _Zone, setting: Setting, area: Area, pile: Pile) -> None:
    """Lay the columns; where the area has a height, spread the blocks of each towards its lower edge."""
    for index, column in enumerate(zone.columns):
        left = area.x + index * (setting.width + _GUTTER)
        spare = area.height - (column[-1].y + column[-1].height) if column else 0.0
        spread = min(max(spare, 0.0) / max(len(column) - 1, 1), setting.size * 2)
        for position, piece in enumerate(column):
            y = area.y + piece.y + position * spread
            _lay_piece(styled, zone.sections[piece.block], piece, setting, left, y, pile)


def _lay_piece(
    styled: Styled, section: _Section, piece: Piece, setting: Setting, x: float, y: float, pile: Pile
) -> None:
    top = y + _heading_height(section.heading)
    if section.group is not None:
        _lay_heading(styled, section.group, section.heading, piece, setting, x, y, pile)
    inset = _INSET / 2 if section.group is not None else 0.0
    top += inset
    narrow = Setting(setting.size, setting.width - 2 * inset)
    for row in section.rows[piece.first : piece.last]:
        pile.label([row_label(styled, row, narrow, x + inset, top)])
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
    height = _heading_height(heading)
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
        right = Run("(lanj.)", setting.size * 0.8, styled.theme.ink, italic=True)
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
