"""Opens the repository that a command works on, and finds the Instansi and units that it names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from archrepo.errors import UnknownNameError, UsageError
from archrepo.intake.units import UnitIndex
from archrepo.landscape.elemen import Instansi, PerangkatDaerah
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.names import fold
from archrepo.repository import Repository, open_repository
from archrepo.repository.titik import Point, find_point, present


@contextmanager
def opened(url: str) -> Iterator[Repository]:
    """Open a repository for the block, and close it whatever happens.

    Raises:
        RepositoryError: it cannot be opened, or is at another migration.
    """
    repository = open_repository(url)
    try:
        yield repository
    finally:
        repository.close()


def read_landscape(url: str, *, as_of: str | None = None) -> Landscape:
    """Open a repository, load its Landscape and close it again.

    Args:
        as_of: the state wanted, as ``find_point`` reads it (a date, a release, ``#12``); the present when not given.

    Raises:
        RepositoryError: it cannot be opened, or is at another migration.
        UnknownNameError, NoSuchPastError: there is no such state.
    """
    with opened(url) as repository:
        return landscape_at(repository, point_of(repository, as_of))


def point_of(repository: Repository, name: str | None) -> Point:
    """Return the state of a repository that a name means; the present without one.

    Raises:
        UnknownNameError, NoSuchPastError: there is no such state.
    """
    if name is None:
        return present()
    with repository.read() as connection:
        return find_point(connection, name)


def landscape_at(repository: Repository, point: Point) -> Landscape:
    """Load the Landscape as it was at a point."""
    with repository.read(point.nomor) as connection:
        return load_landscape(connection, as_of=point.day, taken_at=point.moment)


def find_instansi(landscape: Landscape, name: str | None) -> Instansi:
    """Return the Instansi of that name or kode; without a name the only one there is.

    Raises:
        UnknownNameError: nobody has that name.
        UsageError: there are several and none was named, or there is none.
    """
    known = landscape.daftar_instansi
    if name is None:
        if len(known) == 1:
            return known[0]
        if not known:
            raise UsageError("Repositori ini belum memuat Instansi", mend="Jalankan: archrepo init --instansi NAMA")
        names = ", ".join(f'"{row.nama}"' for row in known)
        raise UsageError(f"Ada {len(known)} Instansi: {names}", mend="Sebutkan salah satu dengan --instansi NAMA.")
    for row in known:
        if fold(name) in (fold(row.nama), fold(row.kode)):
            return row
    raise UnknownNameError("Instansi", name, tuple(row.nama for row in known))


def find_unit(landscape: Landscape, instansi_id: int, name: str) -> PerangkatDaerah:
    """Return the unit that a name, short name, alias or kode means.

    Raises:
        UnknownNameError: none, or more than one; the nearest are named.
    """
    match = UnitIndex.of(landscape, instansi_id).match(name)
    unit = landscape.get(match.unit)
    if isinstance(unit, PerangkatDaerah):
        return unit
    near = tuple(landscape[identifier].nama for identifier in match.candidates)
    raise UnknownNameError("Perangkat Daerah", name, near)


def find_units(landscape: Landscape, instansi_id: int, names: tuple[str, ...]) -> frozenset[int]:
    """Return the ids of the named units and of the units below them."""
    found: frozenset[int] = frozenset()
    for name in names:
        found |= landscape.unit_with_children(find_unit(landscape, instansi_id, name).id)
    return found
