"""What the reader asked for, and whether an element belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from archrepo.declarations.metamodel import classes
from archrepo.landscape.elemen import Elemen
from archrepo.landscape.landscape import Landscape

_OWNER_FIELDS = ("unit_pelaksana_id", "produsen", "wali_data_id")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the reader asked for: some units (with those below them), one Instansi, one element to start from (kode),
    and how far and in which direction (dua, keluar, masuk) to go from it."""

    opd_ids: frozenset[int] | None = None
    instansi_id: int | None = None
    focus: str | None = None
    depth: int | None = None
    direction: str | None = None


EVERYTHING = Scope()


class Membership:
    """Tells which elements of a Landscape belong to a scope."""

    def __init__(self, landscape: Landscape, scope: Scope) -> None:
        self._landscape = landscape
        self._scope = scope

    @cached_property
    def units(self) -> frozenset[int] | None:
        """Ids of the units that were asked for with those below them; None for all."""
        landscape, scope = self._landscape, self._scope
        if scope.opd_ids is not None:
            return frozenset(below for unit in scope.opd_ids for below in landscape.unit_with_children(unit))
        if scope.instansi_id is not None:
            return frozenset(unit.id for unit in landscape.units(scope.instansi_id))
        return None

    def holds(self, element: Elemen) -> bool:
        """Whether an element belongs: to its Instansi, or national and used there; to its units.

        Infrastructure is shared: units are not asked for it.
        """
        units = self.units
        if element.kelas == "PerangkatDaerah":
            return units is None or element.id in units
        if units is None:
            return True
        is_application = element.kelas == "Aplikasi"
        if self._scope.opd_ids is None or (not is_application and classes()[element.kelas].layer == "infrastruktur"):
            if self._is_home(element):
                return True
            if not is_application:
                return self._landscape.is_national(element)
        return self._is_of(element, units)

    def is_owned(self, element: Elemen) -> bool:
        """Whether the units answer for an element, or run, produce or keep it."""
        units = self.units
        return units is None or self._owns(element, units)

    def _is_home(self, element: Elemen) -> bool:
        return self._scope.instansi_id in (None, element.instansi_id)

    @staticmethod
    def _owns(element: Elemen, units: frozenset[int]) -> bool:
        return element.perangkat_daerah_id in units or any(element.nilai(name) in units for name in _OWNER_FIELDS)

    def _is_of(self, element: Elemen, units: frozenset[int]) -> bool:
        if self._owns(element, units):
            return True
        # Who uses, reports or carries out; and what is said of an application of these units (category, control).
        if any(edge.dari in units for edge in self._landscape.into(element.id, "R01", "R16", "R58")):
            return True
        about = (*self._landscape.targets(element.id, "R34", "R35"), *self._landscape.sources(element.id, "R33"))
        return any(self._owns(other, units) for other in about)
