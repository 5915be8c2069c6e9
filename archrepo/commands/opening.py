"""Opens the repository that a command works on, and finds the Instansi and units that it names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from archrepo.errors import UnknownNameError, UsageError
from archrepo.intake.units import UnitIndex
from archrepo.landscape.elemen import Instansi, PerangkatDaerah
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.names import fold
from archrepo.repository import Repository, open_repository


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


def read_landscape(url: str, *, as_of: date | None = None) -> Landscape:
    """Open a repository, load its Landscape and close it again.

    Args:
        as_of: day for which validity is judged; today in the configured zone when not given.

    Raises:
        RepositoryError: it cannot be opened, or is at another migration.
    """
    with opened(url) as repository, repository.read() as connection:
        return load_landscape(connection, as_of=as_of)


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
