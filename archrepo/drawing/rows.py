"""Sorts the elements of a view into rows and groups: which share a node, and in which boxes they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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


class Placed(NamedTuple):
    """An element with the path of its groups, outermost first."""

    element: Elemen
    groups: tuple[Group, ...]


Rows = Mapping[tuple[str, ...], Sequence[Placed]]
"""The rows of a picture: elements with the same key share one node."""


@dataclass(frozen=True, slots=True)
class _Way:
    """What all elements of one path of groups share: its groups, and how their rows are called.

    ``key`` is that of the row, or its beginning where ``is_rolled``; None where every element has a row of its own.
    """

    groups: tuple[Group, ...]
    key: tuple[str, ...] | None
    is_rolled: bool = False


def rows_of(
    facts: Facts, definition: ViewDefinition, level: Level | None, chosen: Chosen, *, most: int | None = None
) -> Rows:
    """Return the rows of a roll-up level (None for a row an element), not all of them once there are ``most``."""
    found: dict[tuple[str, ...], list[Placed]] = {}
    shared = level.rows if level is not None else ()
    neighbours = _neighbourhoods(facts, definition, chosen) if "tetangga" in shared else {}
    ways: dict[tuple[str, ...], _Way] = {}
    names = definition.groups if level is None or level.groups is None else level.groups
    of = facts.of
    has_inner = _inner_groups(definition, level)
    for element in chosen.elements:
        path = [of(name, element) for name in names]
        inner = has_inner.get(path[0].value) if has_inner else None
        if inner is not None:
            path.append(of(inner, element))
        values = tuple([fact.value for fact in path])
        way = ways.get(values)
        if way is None:
            called = (*names, inner) if inner is not None else names
            way = ways[values] = _way(definition, level, path_groups(tuple(zip(called, path, strict=True))))
        if way.key is None:
            key: tuple[str, ...] = ("satu", str(element.id))
        elif way.is_rolled:
            own = [of(name, element).value if name != "tetangga" else _joined(neighbours, element) for name in shared]
            key = (*way.key, *own)
        else:
            key = way.key
        placed = Placed(element, way.groups)
        members = found.get(key)
        if members is not None:
            members.append(placed)
            continue
        found[key] = [placed]
        if most is not None and len(found) >= most:
            break
    return found


def _inner_groups(definition: ViewDefinition, level: Level | None) -> Mapping[str, str | None]:
    """Return the fact by which each box of a sheet of boxes is divided, but for boxes whose content is rolled up."""
    if definition.arrangement != "zona":
        return {}
    return {zone.value: zone.group for zone in definition.zones if not _is_rolled(level, zone.value)}


def _way(definition: ViewDefinition, level: Level | None, groups: tuple[Group, ...]) -> _Way:
    """Return how elements of a path become rows; the first part of a key says why they share one."""
    outer = groups[0].value if groups else ""
    zone = definition.zone(outer)
    path = tuple(group.value for group in groups)
    if zone is not None and zone.is_one_line:
        return _Way(groups, ("ringkas", *path))
    if definition.arrangement == "matriks":
        return _Way(groups, ("sel", *path))
    if level is not None and _is_rolled(level, outer):
        return _Way(groups, ("gabung", *path), is_rolled=True)
    return _Way(groups, None)


def _joined(neighbours: Mapping[int, str], element: Elemen) -> str:
    return neighbours.get(element.id, str(element.id))


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
