"""First step of a picture: from a Landscape and a view definition to nodes, edges, groups, legend and caption."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archrepo.declarations.kalimat import number
from archrepo.declarations.metamodel import classes
from archrepo.drawing.captions import counted, counted_sentence, legend_of, region_of
from archrepo.drawing.connections import Connection, connections
from archrepo.drawing.facts import Fact, Facts
from archrepo.drawing.picture import Caption, Edge, Group, Node, Picture
from archrepo.drawing.selection import EVERYTHING, Chosen, Scope, choose
from archrepo.drawing.text import identifier, safe_url
from archrepo.landscape.elemen import Aplikasi, Elemen
from archrepo.landscape.landscape import Landscape
from archrepo.names import fold

if TYPE_CHECKING:
    from archrepo.drawing.definition import Level, ViewDefinition

MIXED = "campuran"
"""Value of the colour fact of a row whose merged elements differ in it."""

_MOST_NAMES = 200


@dataclass(frozen=True, slots=True)
class _Placed:
    """An element with the path of its groups, outermost first."""

    element: Elemen
    groups: tuple[Group, ...]


def select(
    landscape: Landscape,
    definition: ViewDefinition,
    scope: Scope = EVERYTHING,
    *,
    level: int = 0,
    region_name: str | None = None,
    watermark: str | None = None,
    facts: Facts | None = None,
    chosen: Chosen | None = None,
) -> Picture:
    """Return the picture of a view.

    Args:
        level: 0 for a node an element, n for the n-th declared roll-up level.
        region_name: name of the regency on the sheet; the Instansi's own name when not given.
        watermark: text across the whole picture, such as ``DATA CONTOH``.
        facts, chosen: what was computed for the same Landscape, definition and scope at another level.

    Raises:
        UsageError, UnknownNameError: as ``choose`` does.
    """
    facts = facts or Facts(landscape)
    chosen = chosen or choose(facts, definition, scope)
    rolled = definition.roll_up.levels[level - 1] if level else None
    rows = _rows(facts, definition, rolled, chosen)
    nodes = _nodes(facts, definition, rolled, rows, chosen)
    groups = _groups(definition, rows, nodes)
    merged = sum(len(node.element_ids) for node in nodes if node.is_merged)
    edges = _edges(facts, definition, chosen.elements, nodes)
    return Picture(
        view=definition.name,
        nodes=nodes,
        edges=edges,
        groups=groups,
        legend=legend_of(facts, definition, chosen.elements),
        caption=Caption(
            title=definition.title if chosen.focus is None else f"{definition.title}: {chosen.focus.nama}",
            question=definition.question,
            audience=definition.audience,
            region=region_name or region_of(landscape, scope),
            day=landscape.as_of,
            counted=counted_sentence(chosen.elements),
            merged=merged,
            left_out=(*chosen.left_out, *_told_edges(definition, groups, edges)),
            watermark=watermark,
        ),
        level=level,
        notice=chosen.notice,
    )


def count_nodes(facts: Facts, definition: ViewDefinition, chosen: Chosen, level: int) -> int:
    """Return how many nodes a roll-up level would have, without building them."""
    rolled = definition.roll_up.levels[level - 1] if level else None
    return len(_rows(facts, definition, rolled, chosen))


# ---- groups


Rows = Mapping[tuple[str, ...], Sequence[_Placed]]
"""The rows of a picture: elements with the same key share one node."""


def _rows(facts: Facts, definition: ViewDefinition, level: Level | None, chosen: Chosen) -> Rows:
    found: dict[tuple[str, ...], list[_Placed]] = defaultdict(list)
    neighbours = _neighbourhoods(facts, definition, chosen) if level is not None and "tetangga" in level.rows else {}
    paths: dict[tuple[tuple[str, Fact], ...], tuple[Group, ...]] = {}
    for element in chosen.elements:
        path = _path(facts, definition, level, element)
        if path not in paths:
            paths[path] = _groups_of(path)
        placed = _Placed(element, paths[path])
        found[_row_key(facts, definition, level, placed, neighbours)].append(placed)
    return found


def _path(
    facts: Facts, definition: ViewDefinition, level: Level | None, element: Elemen
) -> tuple[tuple[str, Fact], ...]:
    """Return the facts by which an element is grouped, outermost first."""
    names = definition.groups if level is None or level.groups is None else level.groups
    path = tuple((name, facts.of(name, element)) for name in names)
    if path and definition.arrangement == "zona":
        outer = path[0][1].value
        zone = definition.zone(outer)
        if zone is not None and zone.group is not None and not _is_rolled(level, outer):
            return (*path, (zone.group, facts.of(zone.group, element)))
    return path


def _groups_of(path: tuple[tuple[str, Fact], ...]) -> tuple[Group, ...]:
    """Return the groups of a path, outermost first; the id of each says the whole way to it."""
    groups: list[Group] = []
    for name, fact in path:
        values = (*(group.value for group in groups), fact.value)
        parent = groups[-1].id if groups else None
        groups.append(Group(identifier("k", *values), fact.label, name, fact.value, parent, order=fact.order))
    return tuple(groups)


def _is_rolled(level: Level | None, outer: str) -> bool:
    return level is not None and (not level.only or outer in level.only)


def _outer_order(definition: ViewDefinition, group: Group) -> tuple[str, ...]:
    if group.parent is None and group.value in definition.order:
        return (f"!{definition.order.index(group.value):03d}",)
    return group.order


def _groups(definition: ViewDefinition, rows: Rows, nodes: Sequence[Node]) -> tuple[Group, ...]:
    """All groups that hold something, and the declared boxes that are empty, each with its count, in drawing order."""
    paths = Counter(row.groups for members in rows.values() for row in members)
    counts: Counter[str] = Counter()
    known: dict[str, Group] = {}
    for path, count in paths.items():
        for group in path:
            counts[group.id] += count
            known[group.id] = group
    for declared in definition.zones:
        (empty,) = _groups_of(((definition.groups[0], Fact(declared.value, declared.title)),))
        known.setdefault(empty.id, empty)
    used = {group_id for node in nodes for group_id in node.groups}
    found = []
    for group in known.values():
        zone = definition.zone(group.value) if group.parent is None else None
        if group.id not in used and zone is None:
            continue
        found.append(
            Group(
                id=group.id,
                label=zone.title if zone is not None else group.label,
                fact=group.fact,
                value=group.value,
                parent=group.parent,
                count=counts[group.id],
                order=_outer_order(definition, group),
                note=(zone.note if counts[group.id] else zone.empty) if zone is not None else "",
            )
        )
    return tuple(sorted(found, key=lambda group: (group.parent is not None, group.order, group.id)))


# ---- nodes


def _nodes(
    facts: Facts, definition: ViewDefinition, level: Level | None, rows: Rows, chosen: Chosen
) -> tuple[Node, ...]:
    ordered = []
    for key, members in rows.items():
        lead = members[0]
        groups = tuple((_outer_order(definition, group), group.id) for group in lead.groups)
        if key[0] == "satu" or len(members) == 1:
            node = _single(facts, definition, lead, chosen)
        else:
            node = _merged(facts, definition, level, key, members)
        shared = tuple(part for name in _row_facts(level) for part in facts.of(name, lead.element).order)
        order = (*shared, fold(lead.element.nama), lead.element.kode, str(lead.element.id))
        ordered.append((groups, order, node.id, node))
    return tuple(row[-1] for row in sorted(ordered, key=lambda row: row[:3]))


def _row_facts(level: Level | None) -> tuple[str, ...]:
    return tuple(name for name in level.rows if name != "tetangga") if level is not None else ()


def _row_key(
    facts: Facts,
    definition: ViewDefinition,
    level: Level | None,
    row: _Placed,
    neighbours: Mapping[int, str],
) -> tuple[str, ...]:
    """Elements with the same key become one row; the first part says why."""
    outer = row.groups[0].value if row.groups else ""
    zone = definition.zone(outer)
    path = tuple(group.value for group in row.groups)
    if zone is not None and zone.is_one_line:
        return ("ringkas", *path)
    if level is not None and _is_rolled(level, outer):
        shared = tuple(
            neighbours.get(row.element.id, str(row.element.id))
            if name == "tetangga"
            else facts.of(name, row.element).value
            for name in level.rows
        )
        return ("gabung", *path, *shared)
    return ("satu", str(row.element.id))


def _neighbourhoods(facts: Facts, definition: ViewDefinition, chosen: Chosen) -> Mapping[int, str]:
    """What each element is joined to, as one text; the element in the centre stays on its own."""
    joined: dict[int, set[str]] = defaultdict(set)
    for row in connections(facts, definition, chosen.elements):
        joined[row.source].add(f"{row.label}>{row.target}")
        joined[row.target].add(f"{row.label}<{row.source}")
    found = {identifier: "|".join(sorted(texts)) for identifier, texts in joined.items()}
    if chosen.focus is not None:
        found[chosen.focus.id] = "fokus"
    return found


def _home_kode(landscape: Landscape, element: Elemen) -> str:
    home = landscape.get(element.instansi_id)
    return home.kode if home is not None else ""


def _single(facts: Facts, definition: ViewDefinition, row: _Placed, chosen: Chosen) -> Node:
    element = row.element
    colour = facts.of(definition.colour, element)
    seen = {"kelas": element.kelas, definition.colour: colour.value}
    if chosen.focus is not None and element.id == chosen.focus.id:
        seen["fokus"] = "ya"
    return Node(
        id=identifier("e", _home_kode(facts.landscape, element), element.kode),
        label=element.nama,
        element_ids=(element.id,),
        facts=seen,
        groups=tuple(group.id for group in row.groups),
        detail=_detail(facts, definition, row),
        tooltip=_tooltip(facts, element, colour),
        url=safe_url(element.url) if isinstance(element, Aplikasi) else None,
    )


def _detail(facts: Facts, definition: ViewDefinition, row: _Placed) -> str:
    zone = definition.zone(row.groups[0].value) if row.groups else None
    names = zone.details if zone is not None else definition.details
    found = (facts.of(name, row.element).label for name in names)
    return " · ".join(label for label in found if label)


def _tooltip(facts: Facts, element: Elemen, colour: Fact) -> str:
    owner = facts.of("pemilik_singkat", element).label
    reason = facts.of("alasan", element).label if colour.label else ""
    parts = (f"{element.nama} ({element.kode})", owner, colour.label, reason)
    return " · ".join(part for part in parts if part)


def _merged(
    facts: Facts, definition: ViewDefinition, level: Level | None, key: tuple[str, ...], members: Sequence[_Placed]
) -> Node:
    elements = [row.element for row in members]
    colours = Counter(facts.of(definition.colour, element) for element in elements)
    value = next(iter(colours)).value if len(colours) == 1 else MIXED
    names = sorted((element.nama for element in elements[:_MOST_NAMES]), key=fold)
    is_line = key[0] == "ringkas"
    kelas = {element.kelas for element in elements}
    label = ", ".join(names) if is_line else _merged_label(facts, level, elements)
    shows = level is None or level.shows_breakdown
    breakdown = (
        tuple((fact.value, count) for fact, count in sorted(colours.items(), key=lambda item: item[0].order))
        if len(colours) > 1 and shows and not is_line
        else ()
    )
    return Node(
        id=identifier("g", *key),
        label=label,
        element_ids=tuple(element.id for element in elements),
        facts={"kelas": next(iter(kelas)) if len(kelas) == 1 else "", definition.colour: value, "digabung": "ya"},
        groups=tuple(group.id for group in members[0].groups),
        detail="" if is_line else _merged_detail(label, elements),
        tooltip=f"{counted(elements)}: {', '.join(names)}{', …' if len(elements) > _MOST_NAMES else ''}",
        breakdown=breakdown,
        is_merged=True,
    )


def _merged_detail(label: str, elements: Sequence[Elemen]) -> str:
    """How many were merged; the class is not said again where the label is its name."""
    is_class = label == classes()[elements[0].kelas].label
    return f"{number(len(elements))} digabung" if is_class else counted(elements)


def _merged_label(facts: Facts, level: Level | None, elements: Sequence[Elemen]) -> str:
    """The labels of the shared facts; the class is said only where nothing else is shared."""
    labels = {name: facts.of(name, elements[0]).label for name in _row_facts(level)}
    telling = [label for name, label in labels.items() if label and name != "kelas"]
    return " · ".join(telling) or labels.get("kelas") or counted(elements)


# ---- edges


def _edges(
    facts: Facts, definition: ViewDefinition, elements: tuple[Elemen, ...], nodes: Sequence[Node]
) -> tuple[Edge, ...]:
    """Edges between nodes, parallel ones merged; on a sheet of boxes, one bundle between two boxes."""
    ends = {element_id: node for node in nodes for element_id in node.element_ids}
    bundles: dict[tuple[str, str, str], list[Connection]] = defaultdict(list)
    for row in connections(facts, definition, elements):
        source, target = ends[row.source], ends[row.target]
        if definition.arrangement == "zona":
            bundles[source.groups[0], target.groups[0], row.label].append(row)
        else:
            bundles[source.id, target.id, ""].append(row)
    return tuple(
        _bundle(source, target, rows) for (source, target, _label), rows in sorted(bundles.items()) if source != target
    )


def _told_edges(definition: ViewDefinition, groups: Sequence[Group], edges: Sequence[Edge]) -> tuple[str, ...]:
    """Return a sentence on the bundles between boxes of different bands, which are told and not drawn."""
    band_of = {value: index for index, band in enumerate(definition.bands) for value in band}
    known = {group.id: group for group in groups if group.parent is None}
    told = [
        f"{known[edge.source].label} → {known[edge.target].label} {number(edge.count)}"
        for edge in edges
        if edge.source in known
        and edge.target in known
        and band_of.get(known[edge.source].value) != band_of.get(known[edge.target].value)
    ]
    return (f"hubungan lain: {'; '.join(told)}",) if told else ()


def _bundle(source: str, target: str, rows: Sequence[Connection]) -> Edge:
    labels = Counter(row.label for row in rows)
    first = rows[0]
    return Edge(
        id=identifier("h", source, target, *sorted(labels)),
        source=source,
        target=target,
        label=", ".join(f"{label} ({number(n)})" if n > 1 else label for label, n in sorted(labels.items())),
        relations=tuple(dict.fromkeys(relation for row in rows for relation in row.relations)),
        facts=dict(first.facts),
        count=len(rows),
    )
