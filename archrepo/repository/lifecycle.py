"""Opens and creates repositories, and hands out transactions that read and that write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from archrepo.model.penulis import Writer
from archrepo.repository.engine import DEFAULT_URL, describe, in_words, is_mistake, make_engine, parse_url, sqlite_path
from archrepo.repository.galat import FolderMissingError, MigrationFailedError, RepositoryMissingError
from archrepo.repository.jurnal import OpenBatch, has_journal
from archrepo.repository.masa_lalu import show_past
from archrepo.repository.migrasi import SCRIPTS, check_revision, current_revision, known_revisions, upgrade
from archrepo.repository.penguncian import writing

DEFAULT_WAIT = 30.0
"""Seconds that a writer waits for another one."""


@dataclass(frozen=True)
class UnitOfWork:
    """One transaction that writes: all of it is kept, or nothing."""

    connection: Connection
    writer: Writer
    journal: OpenBatch

    @cached_property
    def session(self) -> Session:
        """A session on the same transaction, for mapped objects; flushed before the commit."""
        return Session(self.connection, autoflush=True)

    def finish(self) -> bool:
        """Check what was written, record the batch and seal it; return False when nothing was."""
        if "session" in self.__dict__:
            self.session.flush()
        self.writer.finish()
        if not self.journal.has_entries:
            return False
        self.writer.batch.record()
        self.journal.seal(self.writer.batch)
        return True


class Repository:
    """An opened repository, at the newest migration.

    ``where`` names it in words that hold no password.
    """

    def __init__(self, url: URL, engine: Engine, wait: float = DEFAULT_WAIT) -> None:
        self.where = describe(url)
        self._url = url
        self._engine = engine
        self._wait = wait

    def __repr__(self) -> str:
        return f"Repository({self.where})"

    @contextmanager
    def read(self, at: int | None = None) -> Iterator[Connection]:
        """Open a transaction that sees one state of the repository and changes nothing.

        Args:
            at: number of the journal's entry after which the repository is seen; as it is now if not given.

        Raises:
            RepositoryError: the repository cannot be read.
        """
        with in_words(self._url), self._engine.connect() as connection:
            if self._engine.dialect.name == "postgresql":
                # Temporary tables, which show the past, are made only where writing is allowed.
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=at is None)
            with connection.begin() as transaction:
                if at is not None:
                    show_past(connection, at)
                yield connection
                transaction.rollback()

    @contextmanager
    def write(
        self, actor: str, command: str, *, asal: str = "manual", files: Sequence[str] = ()
    ) -> Iterator[UnitOfWork]:
        """Open a unit of work. Leaving it by an exception, an interrupt too, undoes all of it.

        Args:
            actor: who writes.
            command: what writes, such as ``import``.
            asal: origin of what is inserted: impor, manual or bawaan.
            files: base names of the files read.

        Raises:
            RepositoryLockedError: another writer did not finish in time.
            ConflictError: what was written breaks a rule of the model.
            RepositoryError: the repository cannot be written.
        """
        with (
            in_words(self._url, self._wait),
            writing(self._engine, self._url, f"{actor}, {command}", self._wait) as connection,
        ):
            work = _begin(connection, actor, command, asal, files)
            yield work
            if not work.finish():
                connection.rollback()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def _begin(connection: Connection, actor: str, command: str, asal: str, files: Sequence[str]) -> UnitOfWork:
    journal = OpenBatch(connection)
    writer = Writer(connection, journal.id, actor=actor, command=command, asal=asal, files=files)
    return UnitOfWork(connection, writer, journal)


def open_repository(url: str = DEFAULT_URL, *, wait: float = DEFAULT_WAIT) -> Repository:
    """Open a repository that exists and is at the newest migration.

    Args:
        url: ``sqlite:///FILE`` or ``postgresql://NAME@SERVER/DATABASE``.
        wait: seconds that a writer waits for another one.

    Raises:
        UsageError: the address cannot be read.
        RepositoryError: it is missing, older, newer, not ours, damaged or out of reach; its driver is missing.
    """
    address = parse_url(url)
    path = sqlite_path(address)
    if path is not None and not path.exists():
        raise RepositoryMissingError(describe(address))
    engine = make_engine(address)
    with in_words(address), engine.connect() as connection:
        check_revision(connection, describe(address))
    return Repository(address, engine, wait)


def create_or_upgrade(url: str = DEFAULT_URL, *, wait: float = DEFAULT_WAIT, scripts: Path = SCRIPTS) -> Repository:
    """Make a repository, or bring an older one to the newest migration; one that is there is left as it is.

    What fails half-way leaves nothing behind: all migrations run in one transaction, and a new file is removed.

    Raises:
        UsageError: the address cannot be read.
        RepositoryError: the folder is missing, or what stands there is newer, not ours or out of reach.
        MigrationFailedError: a migration failed.
        RepositoryLockedError: somebody else writes.
    """
    address = parse_url(url)
    path = sqlite_path(address)
    if path is not None and not path.parent.is_dir():
        raise FolderMissingError(str(path.parent))
    is_new = path is not None and not path.exists()
    engine = make_engine(address, create=is_new)
    try:
        with in_words(address, wait):
            _upgrade(engine, address, wait, scripts)
    except BaseException:
        engine.dispose()
        if is_new and path is not None:
            _remove(path)
        raise
    return Repository(address, make_engine(address), wait)


def _upgrade(engine: Engine, url: URL, wait: float, scripts: Path) -> None:
    with engine.connect() as connection:
        revision = current_revision(connection, describe(url))
    if revision == known_revisions()[-1] and scripts == SCRIPTS:
        return
    try:
        with writing(engine, url, "init", wait) as connection:
            if has_journal(revision):
                # What was written outside before the migration is sealed as what it is: older than it.
                _seal_rest(connection, revision)
                journal = OpenBatch(connection)
                upgrade(connection, scripts)
                _seal_rest(connection, journal=journal)
            else:
                upgrade(connection, scripts)
                _seal_rest(connection)
    except DBAPIError as error:
        if is_mistake(error):
            raise MigrationFailedError(describe(url)) from error
        raise


def _seal_rest(connection: Connection, revision: str | None = None, journal: OpenBatch | None = None) -> None:
    """Seal what no batch of a user covers: what migrations wrote, rows older than the journal, changes from outside."""
    journal = journal or OpenBatch(connection)
    if not journal.has_unsealed:
        journal.close()
        return
    writer = Writer(connection, journal.id, actor="archrepo", command="migrasi", asal="bawaan", files=())
    writer.batch.record()
    journal.seal(writer.batch, revision)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)
