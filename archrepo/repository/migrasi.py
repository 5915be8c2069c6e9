"""At which migration a repository stands, and bringing it to the newest."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from archrepo.repository.galat import NotOursError, RepositoryNewerError, RepositoryOlderError

SCRIPTS = Path(str(files("archrepo.migrations")))
"""The folder of migrations, as Alembic wants it."""


@cache
def known_revisions() -> tuple[str, ...]:
    """Return the revisions that this release knows, oldest first: the first word of their file names.

    Alembic would tell the same, but loading it costs every command half a second.
    """
    names = sorted(entry.name for entry in (SCRIPTS / "versions").iterdir() if entry.name.endswith(".py"))
    return tuple(name.split("_", 1)[0] for name in names)


def check_revision(connection: Connection, where: str) -> None:
    """Refuse a repository that is not at the newest revision of this release.

    Raises:
        NotOursError, RepositoryOlderError, RepositoryNewerError: what it is instead.
    """
    revision = current_revision(connection, where)
    if revision is None:
        raise NotOursError(where)
    if revision != known_revisions()[-1]:
        raise RepositoryOlderError(where)


def current_revision(connection: Connection, where: str) -> str | None:
    """Return the revision, None for an empty database.

    Raises:
        NotOursError: the tables are not ours.
        RepositoryNewerError: this release does not know the revision.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "elemen"} <= tables:
        raise NotOursError(where)
    revision = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    if revision not in known_revisions():
        raise RepositoryNewerError(where)
    return revision


Reader = Callable[[str, dict[str, Any]], dict[str, Any]]
"""Reads the values of a journal entry of a table, written before a migration, as if written after it."""


@cache
def older_entries(revision: str) -> tuple[Reader, ...]:
    """Return how entries that were written at a revision are read today, in order.

    A migration that renames or splits a column has a function ``read_older`` for it; what it is given may be only the
    changed columns of a row, or nothing.
    """
    later = [name for name in known_revisions() if name > revision]
    if not later:
        return ()
    files = sorted(entry for entry in (SCRIPTS / "versions").iterdir() if entry.name.endswith(".py"))
    return tuple(
        _reader(entry)
        for entry in files
        if entry.name.split("_", 1)[0] in later and "def read_older(" in entry.read_text(encoding="utf-8")
    )


def _reader(path: Path) -> Reader:
    spec = spec_from_file_location(f"archrepo_migrasi_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    reader: Reader = module.read_older
    return reader


def upgrade(connection: Connection, scripts: Path = SCRIPTS) -> None:
    """Run the migrations that are missing, in the transaction of the connection.

    Args:
        scripts: the folder of migrations.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
