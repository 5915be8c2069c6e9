"""Chooses the elements of a view: all of some classes under conditions, or a walk from one element over relations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archrepo.declarations.kalimat import number
from archrepo.declarations.metamodel import classes, kelas
from archrepo.drawing.facts import Facts, top_unit
from archrepo.errors import UsageError
from archrepo.landscape.elemen import Aplikasi, Elemen, PerangkatDaerah
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.pusat_data import is_operating

if TYPE_CHECKING:
    from archrepo.drawing.definition import Selection, ViewDefinition, Walk


@dataclass(frozen=True, slots=True)
class Scope:
    """What the reader asked for: some units (with those below them), one Instansi, one element to start from (kode)."""

    opd_ids: frozenset[int] | None = None
    instansi_id: int | None = None
    focus: str | None = None


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The elements of a picture, the element in its centre if there is one, and what was selected away and why."""

    elements: tuple[Elemen, ...]
    focus: Elemen | None = None
    left_out: tuple[str, ...] = ()
    notice: str = ""


def choose(facts: Facts, definition: ViewDefinition, scope: Scope) -> Chosen:
    """Return the elements that a view shows in this scope, in the order of the Landscape or of the walk.

    Raises:
        UsageError: a focus was given to a view without one, or its kind is not what the view starts from.
        UnknownNameError: there is no element of the focus's kode.
    """
    if definition.selection.walk is not None:
        return _by_walk(facts, definition, definition.selection.walk, scope)
    if scope.focus is not None:
        raise UsageError(
            f'Tampilan "{definition.name}" menggambar seluruh daerah dan tidak memakai fokus',
            mend="Hapus pilihan fokus, atau pakai tampilan lapisan.",
        )
    return _by_class(facts, definition.selection, scope)


# ---- all of a class


def _by_class(facts: Facts, selection: Selection, scope: Scope) -> Chosen:
    landscape = facts.landscape
    candidates = [element for name in selection.classes for element in landscape.of_class(name)]
    inside = [element for element in candidates if is_in_scope(landscape, element, scope)]
    left_out = []
    for name in selection.conditions:
        condition = CONDITIONS[name]
        kept = [element for element in inside if condition.holds(facts, element)]
        if len(kept) < len(inside) and condition.left_out:
            left_out.append(condition.left_out.format(n=number(len(inside) - len(kept))))
        inside = kept
    notice = "" if inside else "Belum ada yang tercatat untuk digambar."
    return Chosen(tuple(inside), None, tuple(left_out), notice)


def is_in_scope(landscape: Landscape, element: Elemen, scope: Scope) -> bool:
    """Whether an element belongs to what was asked: its Instansi, or national and used there; its units."""
    units = _wanted_units(landscape, scope)
    if element.kelas not in ("Aplikasi", "PerangkatDaerah"):
        return scope.instansi_id in (None, element.instansi_id) or landscape.is_national(element)
    if element.kelas == "PerangkatDaerah":
        return units is None or element.id in units
    if units is None:
        return True
    if element.perangkat_daerah_id in units:
        return True
    if scope.opd_ids is None and element.instansi_id == scope.instansi_id:
        return True
    return any(edge.dari in units for edge in landscape.into(element.id, "R16", "R58"))


def _wanted_units(landscape: Landscape, scope: Scope) -> frozenset[int] | None:
    if scope.opd_ids is not None:
        return frozenset(below for unit in scope.opd_ids for below in landscape.unit_with_children(unit))
    if scope.instansi_id is not None:
        return frozenset(unit.id for unit in landscape.units(scope.instansi_id))
    return None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on elements; ``left_out`` is the sentence on the sheet for the ``{n}`` that it selects away."""

    holds: Callable[[Facts, Elemen], bool]
    left_out: str


def _operates(facts: Facts, element: Elemen) -> bool:
    return not isinstance(element, Aplikasi) or is_operating(element, facts.landscape.as_of)


def _is_counted(facts: Facts, element: Elemen) -> bool:
    """What headline numbers count, and what others own and run, which is told apart from them."""
    if not isinstance(element, Aplikasi) or element.id in facts.counted:
        return True
    return facts.standing(element).state == "dikelola_instansi_lain"


def _has_no_application(facts: Facts, element: Elemen) -> bool:
    """Units without an application of their own stay, as do all other elements; units below others go."""
    if not isinstance(element, PerangkatDaerah):
        return True
    top = top_unit(facts.landscape, element.id)
    if top is None or top.id != element.id:
        return False
    owned = facts.of("jumlah_aplikasi", element)
    return owned.value == "0"


CONDITIONS: Mapping[str, Condition] = {
    "beroperasi": Condition(_operates, "{n} aplikasi yang tidak beroperasi tidak digambar"),
    "dihitung": Condition(_is_counted, "{n} situs, formulir, kanal, dan layanan pihak ketiga tidak digambar"),
    "unit_tanpa_aplikasi": Condition(_has_no_application, ""),
}
"""Every condition by the name that a view file uses."""


# ---- a walk


def _by_walk(facts: Facts, definition: ViewDefinition, walk: Walk, scope: Scope) -> Chosen:
    landscape = facts.landscape
    start = _focus(landscape, definition, walk, scope)
    if start is None:
        label = kelas(walk.start).label
        return Chosen((), notice=f"Belum ada {label} yang tercatat. Tambahkan {label} lebih dahulu.")
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


def _focus(landscape: Landscape, definition: ViewDefinition, walk: Walk, scope: Scope) -> Elemen | None:
    if scope.focus is not None:
        element = landscape.by_kode(scope.focus, scope.instansi_id)
        if element.kelas != walk.start:
            raise UsageError(
                f'Tampilan "{definition.name}" dimulai dari {kelas(walk.start).label}; '
                f"{element.kode} adalah {classes()[element.kelas].label}",
                mend=f"Sebutkan kode {kelas(walk.start).label} sebagai fokus.",
            )
        return element
    candidates = [row for row in landscape.of_class(walk.start) if _starts_in_scope(landscape, row, scope)]
    return min(candidates, key=lambda row: (-_reach(landscape, walk, row), row.kode, row.id), default=None)


def _starts_in_scope(landscape: Landscape, element: Elemen, scope: Scope) -> bool:
    if scope.instansi_id is not None and element.instansi_id != scope.instansi_id:
        return False
    units = _wanted_units(landscape, Scope(opd_ids=scope.opd_ids))
    return units is None or element.pemilik_id in units or element.nilai("unit_pelaksana_id") in units


def _reach(landscape: Landscape, walk: Walk, start: Elemen) -> int:
    """How well an element is connected: classes reached first, since the picture is about all layers; then elements."""
    found = list(walk_from(landscape, walk, start))
    layers = {classes()[element.kelas].layer for element in found}
    return 1000 * len(layers) + min(len(found), 999)
