"""Makes the engines: how SQLite and PostgreSQL are opened, and how their refusals are put into words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from archrepo.errors import ArchrepoError, UsageError
from archrepo.repository.galat import (
    DamagedError,
    DiskFullError,
    DriverMissingError,
    NotOursError,
    NotWritableError,
    RepositoryLockedError,
    UnreachableError,
    constraint_error,
)

DEFAULT_URL = "sqlite:///archrepo.db"

WRITES = "archrepo_writes"
"""Execution option of a connection whose transactions write: SQLite then takes its lock before the snapshot."""

_POSTGRES = frozenset({"postgresql", "postgres", "postgresql+psycopg"})
_POLL_MS = 100


def parse_url(text: str) -> URL:
    """Read the address of a repository.

    Raises:
        UsageError: it is no address, or names another database system than SQLite (a file) or PostgreSQL.
    """
    try:
        url = make_url(text)
    except ArgumentError:
        # The text may hold a password, so it is not repeated.
        raise UsageError(
            "Alamat repositori tidak dapat dibaca",
            mend="Tulis misalnya sqlite:///archrepo.db atau postgresql://NAMA@SERVER/BASISDATA.",
        ) from None
    if url.drivername in _POSTGRES:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    raise UsageError(
        f'Repositori pada "{url.drivername}" tidak didukung',
        mend="Pakai berkas SQLite (sqlite:///archrepo.db) atau PostgreSQL (postgresql://NAMA@SERVER/BASISDATA).",
    )


def describe(url: URL) -> str:
    """Return the address in words that hold no password: a file, or a database and its server."""
    if url.drivername == "sqlite":
        return str(url.database)
    return f"basis data {url.database or url.username or ''} di {url.host or 'komputer ini'}"


def sqlite_path(url: URL) -> Path | None:
    """Return the file of a SQLite repository, None for PostgreSQL."""
    return Path(str(url.database)) if url.drivername == "sqlite" else None


def make_engine(url: URL, *, create: bool = False) -> Engine:
    """Return an engine without a pool: a command holds one connection, and closing it lets go of every lock.

    The same address gives the same engine, which keeps the statements that it compiled.

    Args:
        create: make the SQLite file where there is none; otherwise a missing file is an error of the first connection.

    Raises:
        DriverMissingError: psycopg is not installed.
    """
    path = sqlite_path(url)
    if path is not None:
        # A relative address means another file in another working folder.
        return _sqlite_engine(path.absolute(), create=create)
    return _postgres_engine(url)


@lru_cache(maxsize=32)
def _postgres_engine(url: URL) -> Engine:
    try:
        return create_engine(
            url, poolclass=NullPool, connect_args={"connect_timeout": 10, "application_name": "archrepo"}
        )
    except ImportError:
        raise DriverMissingError from None


@lru_cache(maxsize=32)
def _sqlite_engine(path: Path, *, create: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        address = f"{path.as_uri()}?{_mode(path, create=create)}"
        # isolation_level=None: the driver begins nothing by itself, so that DDL is part of the transaction too.
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_POLL_MS / 1000)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        # A statement that fires a trigger opens a small journal of its own; in a file it costs as much as the trigger.
        connection.execute("PRAGMA temp_store=MEMORY")
        if create:
            # Kept in the file: readers never wait for the writer. Some network folders cannot, and work without.
            with suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode=WAL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _mode(path: Path, *, create: bool) -> str:
    if create:
        return "mode=rwc"
    wal = path.with_name(f"{path.name}-wal")
    has_wal = wal.exists() and wal.stat().st_size > 0
    if not os.access(path.parent, os.W_OK) and not has_wal:
        # A WAL file cannot be opened in a folder where SQLite may not put its -shm file, unless nothing can change it.
        return "mode=ro&immutable=1"
    return "mode=rw"


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def in_words(url: URL, waited: float = 0) -> Iterator[None]:
    """Put what the database refuses into the errors that users see.

    Args:
        waited: seconds that were waited for the lock, for the message.

    Raises:
        ArchrepoError: see ``archrepo.repository.galat``; a wrong statement, and what is not the database's, passes
            unchanged.
    """
    try:
        yield
    except DBAPIError as error:
        if is_mistake(error):
            raise
        raise _worded(error.orig or error, url, waited) from error
    except sqlite3.Error as error:
        raise _worded(error, url, waited) from error


def is_mistake(error: DBAPIError) -> bool:
    """Whether a statement was wrong: our own mistake, which must not be called a repository out of reach."""
    return _kind(error.orig or error) == "mistake"


_SQLITE_ERRORS = {
    "SQLITE_ERROR": "mistake",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "readonly",
    "SQLITE_PERM": "readonly",
    "SQLITE_CANTOPEN": "readonly",
    "SQLITE_FULL": "full",
    "SQLITE_NOTADB": "foreign",
    "SQLITE_CORRUPT": "damaged",
}
_POSTGRES_ERRORS = {"55P03": "locked", "25006": "readonly", "42501": "readonly", "53100": "full"}
_POSTGRES_MISTAKES = ("0A", "22", "42")


def _worded(error: BaseException, url: URL, waited: float) -> ArchrepoError:
    kind = _kind(error)
    where = describe(url)
    if kind == "locked":
        return RepositoryLockedError(where, waited)
    if kind == "constraint":
        return constraint_error(_constraint(error))
    simple: dict[str, type[ArchrepoError]] = {
        "readonly": NotWritableError,
        "full": DiskFullError,
        "foreign": NotOursError,
        "damaged": DamagedError,
    }
    return simple.get(kind, UnreachableError)(where)  # type: ignore[call-arg]


def _kind(error: BaseException) -> str:
    name = getattr(error, "sqlite_errorname", None)
    if name is not None:
        base = "_".join(name.split("_")[:2])
        return "constraint" if base == "SQLITE_CONSTRAINT" else _SQLITE_ERRORS.get(base, "other")
    state = getattr(error, "sqlstate", None) or ""
    if state.startswith("23"):
        return "constraint"
    return _POSTGRES_ERRORS.get(state, "mistake" if state.startswith(_POSTGRES_MISTAKES) else "other")


def _constraint(error: Any) -> str:
    diagnosis = getattr(error, "diag", None)
    return str(diagnosis.constraint_name) if diagnosis is not None else str(error)
