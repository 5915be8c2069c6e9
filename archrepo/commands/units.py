"""Confirms units, remembers their other names, and joins units that are one."""

from __future__ import annotations

from archrepo.commands.merging import merge_one
from archrepo.commands.opening import find_instansi, find_unit
from archrepo.errors import UsageError
from archrepo.landscape.elemen import PerangkatDaerah
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.names import clean, fold
from archrepo.repository import Repository

PENDING = "perlu_konfirmasi"


def _named(landscape: Landscape, instansi_id: int, name: str) -> PerangkatDaerah:
    """Return the unit whose own name or kode is exactly that, pending ones included; else the unit a name means."""
    for unit in landscape.units(instansi_id):
        if fold(name) in (fold(unit.nama), fold(unit.kode)):
            return unit
    return find_unit(landscape, instansi_id, name)


def confirm_unit(repository: Repository, pelaku: str, name: str, *, instansi: str | None = None) -> PerangkatDaerah:
    """Confirm that a unit which a file named is a unit of the regency.

    Raises:
        UnknownNameError: no unit of that name.
        UsageError: it is confirmed already.
    """
    with repository.write(pelaku, "opd confirm") as work:
        landscape = load_landscape(work.connection)
        unit = _named(landscape, find_instansi(landscape, instansi).id, name)
        if unit.keadaan != PENDING:
            raise UsageError(f'Unit "{unit.nama}" sudah dikonfirmasi', mend="Tidak ada yang perlu dilakukan.")
        work.writer.update("PerangkatDaerah", unit.id, {"keadaan": "tercatat"}, versi=unit.versi)
    return unit


def alias_unit(
    repository: Repository, pelaku: str, alias: str, name: str, *, instansi: str | None = None
) -> PerangkatDaerah:
    """Make a name mean a unit from now on; a pending unit of that name is joined with it, its rows included.

    Raises:
        UnknownNameError: no unit of that name.
    """
    with repository.write(pelaku, "opd alias") as work:
        landscape = load_landscape(work.connection)
        home = find_instansi(landscape, instansi).id
        unit = _named(landscape, home, name)
        pending = next(
            (row for row in landscape.units(home) if row.keadaan == PENDING and fold(row.nama) == fold(alias)), None
        )
        if pending is not None and pending.id != unit.id:
            merge_one(work, landscape, unit, pending)
        work.writer.aliases.settle(home, clean(alias), unit.id)
    return unit


def merge_units(
    repository: Repository, pelaku: str, keep: str, gone: str, *, instansi: str | None = None
) -> PerangkatDaerah:
    """Join two units that are one: the second one's applications, reports and names go to the first.

    Raises:
        UnknownNameError: no unit of a name.
        UsageError: both names mean the same unit.
        MergeRefusedError: the first is part of the second.
    """
    with repository.write(pelaku, "opd merge") as work:
        landscape = load_landscape(work.connection)
        home = find_instansi(landscape, instansi).id
        kept, other = _named(landscape, home, keep), _named(landscape, home, gone)
        merge_one(work, landscape, kept, other)
        work.writer.aliases.settle(home, other.nama, kept.id)
    return kept
