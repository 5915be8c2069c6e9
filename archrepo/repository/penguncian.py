"""One writer at a time: the lock that a unit of work takes before its snapshot."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from archrepo.repository.engine import WRITES, describe, sqlite_path
from archrepo.repository.galat import RepositoryLockedError
from archrepo.repository.tanda_penulis import WriterSign

WRITER_KEY = 0x6172636872657065
"""Number of the advisory lock; locks are a database's own, so one number serves all."""

_PAUSE = 0.05
_LOCK_TIMEOUT = "55P03"


@contextmanager
def writing(engine: Engine, url: URL, who: str, wait: float) -> Iterator[Connection]:
    """Open a transaction that writes, alone; commit at the end, or roll back when the block is left by any exception.

    Args:
        who: person and command, shown to others who wait.
        wait: seconds to wait for another writer.

    Raises:
        RepositoryLockedError: the other writer did not finish in time.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _begin_immediate(connection, url, wait)
            sign = writer_sign(url)
            sign.put_up(who)
        else:
            _advisory_lock(connection, url, who, wait)
            connection.execution_options(isolation_level="READ COMMITTED")
            connection.begin()
            sign = None
        try:
            yield connection
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
        finally:
            if sign is not None:
                sign.take_down()
    # Closing the connection ends the session (there is no pool), and with it the advisory lock.


def writer_sign(url: URL) -> WriterSign:
    """Return the sign by which the writer of a SQLite repository names himself."""
    path = sqlite_path(url)
    assert path is not None  # noqa: S101 - asked only of SQLite
    return WriterSign(path)


def _begin_immediate(connection: Connection, url: URL, wait: float) -> None:
    """Begin, waiting in short steps: SQLite's own wait does not let an interrupt through until it is over."""
    connection = connection.execution_options(**{WRITES: True})
    deadline = time.monotonic() + wait
    while True:
        try:
            connection.begin()
        except DBAPIError as error:
            if not _is_busy(error.orig):
                raise
            if time.monotonic() >= deadline:
                raise RepositoryLockedError(describe(url), wait, writer_sign(url).holder()) from error
            time.sleep(_PAUSE)
        else:
            return


def _is_busy(error: BaseException | None) -> bool:
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorname.startswith("SQLITE_BUSY")


def _advisory_lock(connection: Connection, url: URL, who: str, wait: float) -> None:
    connection.execution_options(isolation_level="AUTOCOMMIT")
    settings = {"name": f"archrepo: {who}"[:63], "wait": f"{max(1, round(wait * 1000))}ms"}
    connection.execute(
        text("SELECT set_config('application_name', :name, false), set_config('lock_timeout', :wait, false)"), settings
    )
    try:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": WRITER_KEY})
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _LOCK_TIMEOUT:
            raise
        raise RepositoryLockedError(describe(url), wait, _holder(connection)) from error
    connection.commit()


def _holder(connection: Connection) -> str | None:
    """Return who holds the lock, as they named themselves."""
    connection.rollback()
    row = connection.execute(
        text(
            "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
            "WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database() "
            "AND (l.classid::bigint << 32) | l.objid::bigint = :key"
        ),
        {"key": WRITER_KEY},
    ).first()
    return str(row[0]).removeprefix("archrepo: ") if row is not None else None
