"""Sorts the elements of a view into rows and groups: which share a node, and in which boxes they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archrepo.drawing.connections import connections
from archrepo.drawing.fact import Fact
from archrepo.drawing.facts import Facts
from archrepo.drawing.picture import Group, Node
from archrepo.drawing.scope import Membership, Scope
from archrepo.drawing.selection import Chosen
from archrepo.drawing.text import identifier
from archrepo.landscape.elemen import Elemen

if TYPE_CHECKING:
    from archrepo.drawing.definition import Level, ViewDefinition


@dataclass(frozen=True, slots=True)
class Placed:
    """An element with the path of its groups, outermost first."""

    element: Elemen
    groups: tuple[Group, ...]


Rows = Mapping[tuple[str, ...], Sequence[Placed]]
"""The rows of a picture: elements with the same key share one node."""


def rows_of(
    facts: Facts, definition: ViewDefinition, level: Level | None, chosen: Chosen, *, most: int | None = None
) -> Rows:
    """Return the rows of a roll-up level (None for a row an element), not all of them once there are ``most``."""
    found: dict[tuple[str, ...], list[Placed]] = defaultdict(list)
    neighbours = _neighbourhoods(facts, definition, chosen) if level is not None and "tetangga" in level.rows else {}
    paths: dict[tuple[tuple[str, Fact], ...], tuple[Group, ...]] = {}
    for element in chosen.elements:
        path = _path(facts, definition, level, element)
        if path not in paths:
            paths[path] = path_groups(path)
        placed = Placed(element, paths[path])
        found[_row_key(facts, definition, level, placed, neighbours)].append(placed)
        if most is not None and len(found) >= most:
            break
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


def path_groups(path: tuple[tuple[str, Fact], ...]) -> tuple[Group, ...]:
    """Return the groups of a path, outermost first; the id of each says the whole way to it."""
    groups: list[Group] = []
    for name, fact in path:
        values = (*(group.value for group in groups), fact.value)
        parent = groups[-1].id if groups else None
        groups.append(Group(identifier("k", *values), fact.label, name, fact.value, parent, order=fact.order))
    return tuple(groups)


def _is_rolled(level: Level | None, outer: str) -> bool:
    return level is not None and (not level.only or outer in level.only)


def outer_order(definition: ViewDefinition, group: Group) -> tuple[str, ...]:
    if group.parent is None and group.value in definition.order:
        return (f"!{definition.order.index(group.value):03d}",)
    return group.order


def empty_rows(facts: Facts, definition: ViewDefinition, scope: Scope, level: Level | None) -> tuple[Group, ...]:
    """Return the rows of a table that stand on it even when empty: one for each element of a class."""
    if definition.rows_from is None or level is not None:
        return ()
    member = Membership(facts.landscape, scope)
    name = definition.groups[0]
    found = (
        facts.of(name, element) for element in facts.landscape.of_class(definition.rows_from) if member.holds(element)
    )
    return tuple(group for fact in found for group in path_groups(((name, fact),)))


def groups_of(
    definition: ViewDefinition, rows: Rows, nodes: Sequence[Node], empty_rows: Sequence[Group]
) -> tuple[Group, ...]:
    """All groups that hold something, and the declared boxes that are empty, each with its count, in drawing order."""
    paths = Counter(row.groups for members in rows.values() for row in members)
    counts: Counter[str] = Counter()
    known: dict[str, Group] = {}
    for path, count in paths.items():
        for group in path:
            counts[group.id] += count
            known[group.id] = group
    for group in empty_rows:
        known.setdefault(group.id, group)
    for declared in definition.zones:
        (empty,) = path_groups(((definition.groups[0], Fact(declared.value, declared.title)),))
        known.setdefault(empty.id, empty)
    used = {group_id for node in nodes for group_id in node.groups}
    kept = {row.value for row in empty_rows}
    found = []
    for group in known.values():
        zone = definition.zone(group.value) if group.parent is None else None
        if group.id not in used and zone is None and group.value not in kept:
            continue
        if zone is not None and definition.hides_empty and not counts[group.id]:
            continue
        found.append(
            Group(
                id=group.id,
                label=zone.title if zone is not None else group.label,
                fact=group.fact,
                value=group.value,
                parent=group.parent,
                count=counts[group.id],
                order=outer_order(definition, group),
                note=(zone.note if counts[group.id] else zone.empty) if zone is not None else "",
            )
        )
    return tuple(sorted(found, key=lambda group: (group.parent is not None, group.order, group.id)))


def row_facts(level: Level | None) -> tuple[str, ...]:
    return tuple(name for name in level.rows if name != "tetangga") if level is not None else ()


def _row_key(
    facts: Facts,
    definition: ViewDefinition,
    level: Level | None,
    row: Placed,
    neighbours: Mapping[int, str],
) -> tuple[str, ...]:
    """Elements with the same key become one row; the first part says why."""
    outer = row.groups[0].value if row.groups else ""
    zone = definition.zone(outer)
    path = tuple(group.value for group in row.groups)
    if zone is not None and zone.is_one_line:
        return ("ringkas", *path)
    if definition.arrangement == "matriks":
        return ("sel", *path)
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
