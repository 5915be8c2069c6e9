"""Creates or upgrades a repository and gives it its Instansi and units."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archrepo.commands.opening import find_instansi
from archrepo.errors import UsageError
from archrepo.landscape.loader import load_landscape
from archrepo.names import host_of
from archrepo.repository import Repository, create_or_upgrade, init_contents, read_unit_file


@dataclass(frozen=True, slots=True)
class InitResult:
    """Where the repository is, and what it now holds."""

    where: str
    instansi: str
    units: int


def initialise(
    url: str,
    pelaku: str,
    *,
    instansi: str | None = None,
    domain: str | None = None,
    unit_file: Path | None = None,
) -> InitResult:
    """Create or upgrade a repository; a second run changes nothing.

    Args:
        domain: web domain of the Instansi, such as ``tabanankab.go.id``.
        unit_file: list of units as ``schema: perangkat-daerah/1``.

    Raises:
        RepositoryError: it cannot be made.
        UsageError: the domain cannot be read.
        InputError: the unit file cannot be read.
    """
    host = host_of(domain) if domain is not None else None
    if domain is not None and host is None:
        raise UsageError(f'Domain "{domain}" tidak dapat dibaca', mend="Tulis misalnya tabanankab.go.id.")
    # Read first: a file that is refused leaves no empty repository behind.
    units = read_unit_file(unit_file) if unit_file is not None else None
    repository = create_or_upgrade(url)
    try:
        summary = init_contents(repository, actor=pelaku, instansi=instansi, units=units)
        if host is not None:
            _set_domain(repository, pelaku, summary.instansi, host)
        return InitResult(repository.where, summary.instansi, summary.units)
    finally:
        repository.close()


def _set_domain(repository: Repository, pelaku: str, instansi: str, host: str) -> None:
    with repository.write(pelaku, "init") as work:
        home = find_instansi(load_landscape(work.connection), instansi)
        if home.domain_situs != host:
            work.writer.update("Instansi", home.id, {"domain_situs": host})
