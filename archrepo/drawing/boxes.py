"""Sets boxes of rows at a given size of letters: how they fall into columns, how tall they are, and in which bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from archrepo.declarations.kalimat import number
from archrepo.drawing.area import Area
from archrepo.drawing.columns import Block, Columns, height_of, pack
from archrepo.drawing.listing import Measure, Setting, set_heading
from archrepo.drawing.picture import Group, Node
from archrepo.drawing.sheet import Line, Run
from archrepo.drawing.sheet import height_of as lines_height
from archrepo.drawing.text import width, wrap
from archrepo.drawing.theme import Styled

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

NARROWEST = 14.5
"""Least width of a column in ems."""
GUTTER = 10.0
PADDING = 5.0
INSET = 6.0
_MOST_BANDS = 5
_FEWER_COLUMNS = 3
_MANY_ROWS = 60
_ARROW_GAP = 66.0


@dataclass(frozen=True, slots=True)
class Section:
    """A block of a zone with what stands in it: the group of its heading (None for none), its nodes and how they are
    set; ``heights`` are those of their rows in points."""

    group: Group | None
    heading: tuple[Line, ...]
    nodes: tuple[Node, ...]
    setting: Setting
    heights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone set at some size: its title lines, its sections and how they fall into columns."""

    group: Group | None
    head: tuple[Line, ...]
    head_height: float
    sections: tuple[Section, ...]
    columns: Columns
    count: int
    setting: Setting
    height: float

    @property
    def inner(self) -> float:
        """Width of its columns with the gutters between them."""
        return self.count * self.setting.width + GUTTER * (self.count - 1)


@dataclass(frozen=True, slots=True)
class Band:
    """Zones side by side and the gaps between them."""

    zones: tuple[Zone, ...]
    gaps: tuple[float, ...]

    @property
    def height(self) -> float:
        return max(zone.height for zone in self.zones)


Bands = Sequence[Sequence[Group | None]]


def band_groups(styled: Styled, definition: ViewDefinition) -> list[Bands]:
    """Return the ways in which the boxes may stand in bands: the declared one, else some that are worth a try."""
    if definition.arrangement == "kolom":
        return [[[None]]]
    outer = [group for group in styled.picture.groups if group.parent is None]
    if not definition.bands:
        boxes = sorted(outer, key=lambda group: (-_rows_of(styled, group), group.order, group.id))
        return [_in_bands(styled, boxes, count) for count in range(1, min(len(boxes), _MOST_BANDS) + 1)]
    known = {group.value: group for group in outer}
    bands: Bands = [[known[value] for value in row if value in known] for row in definition.bands]
    return [[band for band in bands if band]]


def _rows_of(styled: Styled, group: Group) -> int:
    """How many rows a box needs, headings counted."""
    inner = [row.id for row in styled.picture.groups if row.parent == group.id]
    return sum(len(styled.picture.members(name)) + 2 for name in inner) + len(styled.picture.members(group.id)) + 2


def _in_bands(styled: Styled, boxes: Sequence[Group], count: int) -> Bands:
    """Deal boxes, largest first, into so many bands, each to the one with the fewest rows; fullest on top."""
    bands: list[tuple[int, list[Group]]] = [(0, []) for _band in range(count)]
    for box in boxes:
        index = min(range(count), key=lambda number: bands[number][0])
        rows, members = bands[index]
        bands[index] = (rows + _rows_of(styled, box), [*members, box])
    ordered = sorted(bands, key=lambda band: -band[0])
    inner = (sorted(members, key=lambda group: (group.order, group.id)) for _rows, members in ordered if members)
    return [list[Group | None](members) for members in inner]


def _gaps(styled: Styled, groups: Sequence[Group | None]) -> tuple[float, ...]:
    joined = {frozenset((edge.source, edge.target)) for edge in styled.picture.edges}
    ids = [group.id if group is not None else "" for group in groups]
    return tuple(_ARROW_GAP if frozenset((left, right)) in joined else GUTTER for left, right in pairwise(ids))


def set_band(
    measure: Measure,
    styled: Styled,
    definition: ViewDefinition,
    groups: Sequence[Group | None],
    area: Area,
    size: float,
    *,
    within: float = 0.0,
) -> Band:
    """Set a band with every number of columns that leaves them wide enough.

    Args:
        within: height that the band may take: the first one with the fewest columns that keeps it is returned, else
            the shortest.
    """
    gaps = _gaps(styled, groups)
    framed = groups[0] is not None
    padding = PADDING * 2 * len(groups) if framed else 0.0
    room = area.width - sum(gaps) - padding
    found = []
    most = max(len(groups), int(room / (NARROWEST * size)))
    # Of many rows, fewer and wider columns are shorter only where names wrap a lot: a few counts are enough to try.
    fewest = most - _FEWER_COLUMNS if not within and len(styled.picture.nodes) > _MANY_ROWS else 0
    for count in range(max(len(groups), fewest), most + 1):
        inner = room - GUTTER * (count - len(groups))
        wide = [definition.width_of(group.value) if group is not None else 1.0 for group in groups]
        column = inner / (count - sum(1.0 - part for part in wide))
        settings = [Setting(size, float(int(column * part)), definition.detail_lines) for part in wide]
        zones = _share_columns(measure, styled, groups, settings, count)
        found.append(Band(zones, gaps))
        if found[-1].height <= within:
            return found[-1]
    return min(found, key=lambda band: round(band.height))


def _share_columns(
    measure: Measure,
    styled: Styled,
    groups: Sequence[Group | None],
    settings: Sequence[Setting],
    count: int,
) -> tuple[Zone, ...]:
    """Give every zone a column, then each further column to the tallest that is not declared narrow."""
    sections = [_sections(measure, styled, group, setting) for group, setting in zip(groups, settings, strict=True)]
    if len(groups) == 1:
        return (_set_zone(styled, groups[0], sections[0], settings[0], count),)
    zones = [
        _set_zone(styled, group, rows, setting, 1)
        for group, rows, setting in zip(groups, sections, settings, strict=True)
    ]
    widest = max(setting.width for setting in settings)
    open_zones = [index for index, setting in enumerate(settings) if setting.width == widest]
    for _extra in range(count - len(groups)):
        tallest = max(open_zones, key=lambda index: zones[index].height)
        zones[tallest] = _set_zone(
            styled, groups[tallest], sections[tallest], settings[tallest], zones[tallest].count + 1
        )
    return tuple(zones)


def _sections(measure: Measure, styled: Styled, group: Group | None, setting: Setting) -> tuple[Section, ...]:
    picture = styled.picture
    inner = [row for row in picture.groups if (row.parent is None if group is None else row.parent == group.id)]
    found = []
    for row in inner:
        members = picture.members(row.id)
        if members:
            heading = set_heading(styled, row.label, row.count, setting, most=4) if row.label else ()
            found.append(_section(measure, row, heading, members, setting.narrower(INSET) if heading else setting))
    own = picture.members(group.id) if group is not None else ()
    if own:
        found.insert(0, _section(measure, None, (), own, setting))
    return tuple(found)


def _section(
    measure: Measure, group: Group | None, heading: tuple[Line, ...], nodes: tuple[Node, ...], setting: Setting
) -> Section:
    return Section(group, heading, nodes, setting, tuple(measure.height(node, setting) for node in nodes))


def heading_height(heading: Sequence[Line]) -> float:
    return lines_height(heading) + 6.0 if heading else 0.0


def _block(section: Section, setting: Setting) -> Block:
    edge = 3.0 if section.heading else 0.0
    rows = section.heights
    return Block(
        heading_height(section.heading) + edge,
        (*rows[:-1], rows[-1] + edge) if rows else (),
        setting.size * 0.75,
    )


def _set_zone(styled: Styled, group: Group | None, sections: tuple[Section, ...], setting: Setting, count: int) -> Zone:
    head = _zone_head(styled, group, setting, count) if group is not None else ()
    height = lines_height(head) + 6.0 if head else 0.0
    columns = pack([_block(section, setting) for section in sections], count) if sections else ()
    pad = PADDING * 2 if group is not None else 0.0
    return Zone(group, head, height, sections, columns, count, setting, height + height_of(columns) + pad)


def _zone_head(styled: Styled, group: Group, setting: Setting, count: int) -> tuple[Line, ...]:
    size = setting.size * 1.25
    colour = styled.groups[group.id]["warna"]
    full = setting.width * count + GUTTER * (count - 1)
    room = full / size - width(number(group.count), bold=True) - 1.4
    lines: list[Line] = [
        (Run(text, size, colour, bold=True),) for text in wrap(group.label, round(room, 2), 4, bold=True)
    ]
    if group.note:
        small = setting.size * 0.9
        notes = wrap(group.note, round(full / small - 1.5, 2), 3)
        lines.extend((Run(text, small, styled.theme.faint_ink, italic=True),) for text in notes)
    return tuple(lines)
