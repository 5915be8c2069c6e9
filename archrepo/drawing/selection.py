"""Chooses the elements of a view: all of some classes, a walk over relations, or one element and what surrounds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archrepo.checks.finding import Finding
from archrepo.declarations.kalimat import number
from archrepo.declarations.metamodel import classes, kelas
from archrepo.drawing.conditions import ADDITIONS, CONDITIONS
from archrepo.drawing.facts import Facts
from archrepo.drawing.scope import EVERYTHING, Membership, Scope
from archrepo.errors import UsageError
from archrepo.landscape.elemen import Elemen, Instansi, PerangkatDaerah
from archrepo.landscape.landscape import Landscape

if TYPE_CHECKING:
    from archrepo.drawing.definition import Selection, Surroundings, ViewDefinition, Walk

__all__ = ["EVERYTHING", "Chosen", "Scope", "choose", "surroundings", "walk_from"]

ALL_CLASSES = "semua"
"""Word of a view file for every class there is."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The elements of a picture, the element in its centre if there is one, and what was selected away and why."""

    elements: tuple[Elemen, ...]
    focus: Elemen | None = None
    left_out: tuple[str, ...] = ()
    notice: str = ""


def facts_for(
    landscape: Landscape, definition: ViewDefinition, scope: Scope, findings: Sequence[Finding] = ()
) -> Facts:
    """Return the one who answers facts for a view: for a sheet of one unit it knows which one.

    Raises:
        UsageError, UnknownNameError: as ``choose`` does.
    """
    if not definition.selection.one_unit:
        return Facts(landscape, findings=findings)
    unit = unit_in_focus(Facts(landscape), definition, scope)
    below = landscape.unit_with_children(unit.id) if unit is not None else frozenset()
    return Facts(landscape, findings=findings, unit_ids=below)


def choose(facts: Facts, definition: ViewDefinition, scope: Scope) -> Chosen:
    """Return the elements that a view shows in this scope, in the order of the Landscape or of the walk.

    Raises:
        UsageError: a focus was given to a view without one, or its kind is not what the view starts from.
        UnknownNameError: there is no element of the focus's kode.
    """
    selection = definition.selection
    if selection.walk is not None:
        return _by_walk(facts, definition, selection.walk, scope)
    if selection.around is not None:
        return _around(facts, definition, selection.around, scope)
    if selection.one_unit:
        return _of_one_unit(facts, definition, scope)
    if scope.focus is not None:
        raise UsageError(
            f'Tampilan "{definition.name}" menggambar seluruh daerah dan tidak memakai --elemen',
            mend="Hapus pilihan itu, atau pakai tampilan konteks.",
        )
    return _by_class(facts, selection, scope)


# ---- all of a class


def candidates(landscape: Landscape, names: Iterable[str]) -> list[Elemen]:
    """Return the elements of the named classes; ``semua`` stands for all but the governments themselves."""
    wanted = tuple(names)
    if ALL_CLASSES in wanted:
        return [element for element in landscape.elements if not isinstance(element, Instansi)]
    return [element for name in wanted for element in landscape.of_class(name)]


def _by_class(facts: Facts, selection: Selection, scope: Scope) -> Chosen:
    member = Membership(facts.landscape, scope)
    inside = [element for element in candidates(facts.landscape, selection.classes) if member.holds(element)]
    left_out = []
    for name in selection.conditions:
        condition = CONDITIONS[name]
        kept = [element for element in inside if condition.holds(facts, element)]
        if len(kept) < len(inside) and condition.left_out:
            left_out.append(condition.left_out.format(n=number(len(inside) - len(kept))))
        inside = kept
    inside.extend(element for name in selection.additions for element in ADDITIONS[name](facts))
    notice = "" if inside else "Belum ada yang tercatat untuk digambar."
    return Chosen(tuple(inside), None, tuple(left_out), notice)


def _of_one_unit(facts: Facts, definition: ViewDefinition, scope: Scope) -> Chosen:
    """What belongs to one unit: the named one, or the one that owns most applications."""
    unit = unit_in_focus(facts, definition, scope)
    if unit is None:
        return Chosen((), notice="Belum ada Perangkat Daerah yang tercatat.")
    chosen = _by_class(facts, definition.selection, Scope(frozenset((unit.id,)), scope.instansi_id))
    return replace(chosen, focus=unit)


def unit_in_focus(facts: Facts, definition: ViewDefinition, scope: Scope) -> PerangkatDaerah | None:
    """Return the unit that a sheet of one unit is about.

    Raises:
        UsageError: the focus is no unit, or several units that are not below one another were asked for.
    """
    landscape = facts.landscape
    if scope.focus is not None:
        element = landscape.by_kode(scope.focus, scope.instansi_id)
        if not isinstance(element, PerangkatDaerah):
            raise _wrong_start(definition, "PerangkatDaerah", element)
        return element
    if scope.opd_ids is not None:
        units = [unit for unit in landscape.of(PerangkatDaerah) if unit.id in scope.opd_ids]
        tops = [unit for unit in units if unit.induk_id not in scope.opd_ids]
        if len(tops) > 1:
            raise UsageError(
                f'Tampilan "{definition.name}" memuat satu Perangkat Daerah; yang disebut {len(tops)}',
                mend="Sebutkan satu --opd saja.",
            )
        return tops[0] if tops else None
    known = landscape.units(scope.instansi_id)
    return min(known, key=lambda unit: (-facts.owned.get(unit.id, 0), unit.kode, unit.id), default=None)


def _wrong_start(definition: ViewDefinition, wanted: str, element: Elemen) -> UsageError:
    return UsageError(
        f'Tampilan "{definition.name}" dimulai dari {kelas(wanted).label}; '
        f"{element.kode} adalah {classes()[element.kelas].label}",
        mend=f"Sebutkan kode {kelas(wanted).label}.",
    )


# ---- one and what surrounds it


def _around(facts: Facts, definition: ViewDefinition, around: Surroundings, scope: Scope) -> Chosen:
    landscape = facts.landscape

    def reach(element: Elemen) -> int:
        return len(landscape.out(element.id, *around.relations)) + len(landscape.into(element.id, *around.relations))

    start = _focus(landscape, definition, around.start, scope, reach)
    if start is None:
        return _nothing_to_start_from(around.start)
    depth = scope.depth if scope.depth is not None else around.depth
    direction = scope.direction or around.direction
    found = surroundings(landscape, around, start, depth, direction)
    words = {"dua": "", "keluar": ", hanya relasi keluar", "masuk": ", hanya relasi masuk"}
    told = [f"sejauh {depth} langkah{words[direction]}"]
    stopped = [element for element in found if element.kelas in around.stops and element.id != start.id]
    if depth > 1 and stopped:
        names = sorted({kelas(element.kelas).label for element in stopped})
        told.append(f"tidak ditelusuri lewat {', '.join(names)}")
    return Chosen(found, start, tuple(told))


def surroundings(
    landscape: Landscape, around: Surroundings, start: Elemen, depth: int, direction: str
) -> tuple[Elemen, ...]:
    """Return what is reached from one element in so many steps, itself first, nearest first.

    Classes of ``berhenti_di`` are reached and not walked through, so that one unit does not bring in all it owns.
    """
    found: dict[int, Elemen] = {start.id: start}
    ring = [start]
    for _step in range(depth):
        reached: list[Elemen] = []
        for element in ring:
            if element.kelas in around.stops and element.id != start.id:
                continue
            for other in _neighbours(landscape, around, element, direction):
                if other.kelas in around.end and other.id not in found:
                    found[other.id] = other
                    reached.append(other)
        ring = reached
    return tuple(found.values())


def _neighbours(landscape: Landscape, around: Surroundings, element: Elemen, direction: str) -> Iterable[Elemen]:
    if direction in ("dua", "keluar"):
        yield from landscape.targets(element.id, *around.relations)
    if direction in ("dua", "masuk"):
        yield from landscape.sources(element.id, *around.relations)


# ---- a walk


def _by_walk(facts: Facts, definition: ViewDefinition, walk: Walk, scope: Scope) -> Chosen:
    landscape = facts.landscape
    start = _focus(landscape, definition, walk.start, scope, lambda row: _reach(landscape, walk, row))
    if start is None:
        return _nothing_to_start_from(walk.start)
    return Chosen(tuple(walk_from(landscape, walk, start)), start)


def walk_from(landscape: Landscape, walk: Walk, start: Elemen) -> Iterable[Elemen]:
    """Return the elements that the steps reach from one element, itself first, in the order in which they are met."""
    found: dict[int, Elemen] = {start.id: start}
    for step in walk.steps:
        for element in [element for element in found.values() if element.kelas in step.start]:
            edges = (*landscape.out(element.id, *step.relations), *landscape.into(element.id, *step.relations))
            for edge in edges:
                other = landscape[edge.ke if edge.dari == element.id else edge.dari]
                if other.kelas in step.end:
                    found.setdefault(other.id, other)
    return found.values()


def _nothing_to_start_from(name: str) -> Chosen:
    label = kelas(name).label
    return Chosen((), notice=f"Belum ada {label} yang tercatat. Tambahkan {label} lebih dahulu.")


def _focus(
    landscape: Landscape, definition: ViewDefinition, wanted: str, scope: Scope, reach: Callable[[Elemen], int]
) -> Elemen | None:
    """Return the element to start from: the named one, or the one of its class that reaches most."""
    if scope.focus is not None:
        element = landscape.by_kode(scope.focus, scope.instansi_id)
        if element.kelas != wanted:
            raise _wrong_start(definition, wanted, element)
        return element
    member = Membership(landscape, Scope(scope.opd_ids))
    known = [
        row
        for row in landscape.of_class(wanted)
        if scope.instansi_id in (None, row.instansi_id) and member.is_owned(row)
    ]
    return min(known, key=lambda row: (-reach(row), row.kode, row.id), default=None)


def _reach(landscape: Landscape, walk: Walk, start: Elemen) -> int:
    """How well an element is connected: classes reached first, since the picture is about all layers; then elements."""
    found = list(walk_from(landscape, walk, start))
    layers = {classes()[element.kelas].layer for element in found}
    return 1000 * len(layers) + min(len(found), 999)
