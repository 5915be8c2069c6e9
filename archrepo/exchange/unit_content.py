"""What is known of one unit: the elements it owns, reports, runs or produces, by class."""

from __future__ import annotations

from collections.abc import Iterable

from archrepo.landscape import Elemen, Integrasi, Landscape, PerangkatDaerah
from archrepo.landscape.questions import counted_unit_of

# Relations by which an element belongs to a unit's sheet besides being owned: it is named at the far end.
_BELONGING = {"Aplikasi": ("R58",), "Layanan": ("R07",), "ProsesBisnis": ("R01",), "DataInformasi": ("R13",)}


def units_of_workbook(landscape: Landscape, unit: PerangkatDaerah) -> frozenset[int]:
    """Return the id of a unit and of those below it that get no workbook of their own (an RSUD below a Dinas does)."""
    return frozenset(
        identifier
        for identifier in landscape.unit_with_children(unit.id)
        if identifier == unit.id or counted_unit_of(landscape, identifier) == counted_unit_of(landscape, unit.id)
    )


def elements_of_unit(
    landscape: Landscape, unit: PerangkatDaerah, names: Iterable[str]
) -> dict[str, tuple[Elemen, ...]]:
    """Return the elements of the named classes that a unit answers for, by class, in the order of kode."""
    units = units_of_workbook(landscape, unit)
    found: dict[str, tuple[Elemen, ...]] = {}
    for name in names:
        wanted = [element for element in landscape.of_class(name) if _belongs(landscape, element, units)]
        found[name] = tuple(sorted(wanted, key=lambda element: (landscape.is_national(element), element.kode)))
    return found


def _belongs(landscape: Landscape, element: Elemen, units: frozenset[int]) -> bool:
    if element.perangkat_daerah_id in units:
        return True
    if isinstance(element, Integrasi):
        source = landscape.get(element.dari_id)
        return source is not None and source.perangkat_daerah_id in units
    relations = _BELONGING.get(element.kelas, ())
    return bool(relations) and any(edge.dari in units for edge in landscape.into(element.id, *relations))
