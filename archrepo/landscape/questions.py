"""Questions that several readers ask: users and reporters, reach, connected groups, which units use the Pusat Data."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from archrepo.declarations.kosakata import vocabulary
from archrepo.landscape.elemen import Aplikasi, Elemen, PerangkatDaerah
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.pusat_data import (
    DI_DALAM,
    DI_LUAR,
    INSTANSI_LAIN,
    TIDAK_BERLAKU,
    is_operating,
    is_run_by_others,
    penempatan,
)

_ELSEWHERE = {DI_LUAR, INSTANSI_LAIN}


def users(landscape: Landscape, aplikasi: Aplikasi) -> tuple[Elemen, ...]:
    """Return the units that use an application (R16), in alphabetical order."""
    return tuple(sorted(set(landscape.sources(aplikasi.id, "R16")), key=lambda unit: unit.nama.casefold()))


def reporters(landscape: Landscape, aplikasi: Aplikasi) -> tuple[Elemen, ...]:
    """Return the units whose lists name an application (R58), in alphabetical order."""
    return tuple(sorted(set(landscape.sources(aplikasi.id, "R58")), key=lambda unit: unit.nama.casefold()))


def reporting_units(landscape: Landscape) -> frozenset[int]:
    """Return the ids of the units that sent data, each as the unit it counts with.

    A unit sent data when its list names an application (R58), when an imported sheet is its list, or when a row of its
    list names any element. Owning something that another listed is not sending data.
    """
    named = {edge.dari for edge in landscape.edges if edge.jenis == "R58"}
    named |= {unit for sheet in landscape.sheets for unit in sheet.pelapor_ids}
    named |= {source.pelapor_id for row in landscape.elements for source in row.sumber if source.pelapor_id}
    return frozenset(counted_unit_of(landscape, identifier) for identifier in named if identifier in landscape)


def silent_units(landscape: Landscape, instansi_id: int | None = None) -> tuple[PerangkatDaerah, ...]:
    """Return the units that have yet to send data ("belum menyampaikan data"), by Instansi in alphabetical order.

    A unit for which applications stand as its own is not silent, whoever listed them; nor is one that is still to be
    confirmed, since nobody knows whether it exists.
    """
    heard = reporting_units(landscape)
    owning = {
        counted_unit_of(landscape, row.perangkat_daerah_id)
        for row in landscape.of(Aplikasi)
        if row.perangkat_daerah_id is not None
    }
    wanted = [row.id for row in landscape.daftar_instansi if instansi_id in (None, row.id)]
    return tuple(
        unit
        for identifier in wanted
        for unit in counted_units(landscape, identifier)
        if unit.id not in heard and unit.id not in owning and unit.keadaan != "perlu_konfirmasi"
    )


def reachable(
    landscape: Landscape, start: int, *, depth: int | None = None, jenis: Iterable[str] = ()
) -> frozenset[int]:
    """Return the ids reached from an element over edges in either direction, itself included.

    Args:
        depth: greatest number of edges; None for no limit.
        jenis: kinds of relations to follow; empty for all.
    """
    wanted = frozenset(jenis)
    found = {start}
    queue = deque([(start, 0)])
    while queue:
        current, distance = queue.popleft()
        if depth is not None and distance >= depth:
            continue
        for edge in (*landscape.out(current), *landscape.into(current)):
            if wanted and edge.jenis not in wanted:
                continue
            other = edge.ke if edge.dari == current else edge.dari
            if other not in found:
                found.add(other)
                queue.append((other, distance + 1))
    return frozenset(found)


def connected_groups(landscape: Landscape, kelas: str, *jenis: str) -> tuple[frozenset[int], ...]:
    """Return the groups of elements of a class that hang together over edges of the given kinds, largest first.

    An element without such an edge is a group of its own.
    """
    neighbours: dict[int, set[int]] = defaultdict(set)
    members = {element.id for element in landscape.of_class(kelas)}
    for edge in landscape.edges:
        if edge.jenis in jenis and edge.dari in members and edge.ke in members:
            neighbours[edge.dari].add(edge.ke)
            neighbours[edge.ke].add(edge.dari)
    groups: list[frozenset[int]] = []
    seen: set[int] = set()
    for identifier in sorted(members):
        if identifier in seen:
            continue
        group, stack = {identifier}, [identifier]
        while stack:
            for other in neighbours[stack.pop()] - group:
                group.add(other)
                stack.append(other)
        seen |= group
        groups.append(frozenset(group))
    return tuple(sorted(groups, key=lambda group: (-len(group), min(group))))


def counted_applications(landscape: Landscape, instansi_id: int | None = None) -> tuple[Aplikasi, ...]:
    """Return what headline numbers count: operating regional ``sistem``, with their channels counted once.

    Left out are sites, forms, links and third-party services, what others own and run, and a kanal_mobile that belongs
    to a listed application (R17). A bentuk that was not stated, or in a word nobody knows, counts as sistem.
    """
    found = []
    for aplikasi in landscape.of(Aplikasi):
        if instansi_id is not None and aplikasi.instansi_id != instansi_id:
            continue
        if not _is_system(landscape, aplikasi) or not is_operating(aplikasi, landscape.as_of):
            continue
        if not is_run_by_others(landscape, aplikasi):
            found.append(aplikasi)
    return tuple(found)


def _is_system(landscape: Landscape, aplikasi: Aplikasi) -> bool:
    if aplikasi.bentuk == "kanal_mobile":
        return not landscape.into(aplikasi.id, "R17")
    known = vocabulary("bentuk_aplikasi").nilai_of(aplikasi.bentuk or "")
    return known is None or known.id == "sistem"


@dataclass(frozen=True, slots=True)
class PemakaianPusatData:
    """Units of an Instansi by their use of the Pusat Data (indicator 16 counts units), each in alphabetical order."""

    memakai: tuple[PerangkatDaerah, ...]
    belum: tuple[PerangkatDaerah, ...]
    tidak_diketahui: tuple[PerangkatDaerah, ...]


def pusat_data_use(landscape: Landscape, instansi_id: int) -> PemakaianPusatData:
    """Sort the units by whether an application they own or report alone stands in the Pusat Data.

    A unit uses it when one of its operating applications is inside; it does not when all of them are known to be
    elsewhere; it is unknown when it listed none, or when a placement is unknown or to be checked. What has no place
    (forms, installed programs) and what others run say nothing. Sub-units other than an RSUD count with the unit above
    them.
    """
    states: dict[int, set[str]] = defaultdict(set)
    for aplikasi in landscape.of(Aplikasi):
        if aplikasi.instansi_id != instansi_id or not is_operating(aplikasi, landscape.as_of):
            continue
        owner = aplikasi.perangkat_daerah_id
        if owner is None:
            named = landscape.sources(aplikasi.id, "R58")
            owner = named[0].id if len(named) == 1 else None
        if owner is not None and not is_run_by_others(landscape, aplikasi):
            states[counted_unit_of(landscape, owner)].add(penempatan(landscape, aplikasi).state)
    uses, not_yet, unknown = [], [], []
    for unit in counted_units(landscape, instansi_id):
        found = states.get(unit.id, set()) - {TIDAK_BERLAKU}
        if DI_DALAM in found:
            uses.append(unit)
        elif found and found <= _ELSEWHERE:
            not_yet.append(unit)
        else:
            unknown.append(unit)
    return PemakaianPusatData(tuple(uses), tuple(not_yet), tuple(unknown))


def counted_units(landscape: Landscape, instansi_id: int) -> tuple[PerangkatDaerah, ...]:
    """Return the units that counts by unit go over: those without a unit above them, and hospitals.

    A unit that is still to be confirmed is not counted; where none is confirmed yet, all that were named are.
    """
    units = [unit for unit in landscape.units(instansi_id) if counted_unit_of(landscape, unit.id) == unit.id]
    confirmed = tuple(unit for unit in units if unit.keadaan != "perlu_konfirmasi")
    return confirmed or tuple(units)


def counted_unit_of(landscape: Landscape, unit_id: int) -> int:
    """Return the id of the unit with which a unit counts: itself, or the nearest above it that counts by itself.

    A unit above that was removed, or a circle of units, ends the climb.
    """
    current, seen = unit_id, {unit_id}
    while True:
        unit = landscape.get(current)
        if not isinstance(unit, PerangkatDaerah) or unit.induk_id is None or unit.tipe == "rsud":
            return current
        if unit.induk_id not in landscape or unit.induk_id in seen:
            return current
        current = unit.induk_id
        seen.add(current)
