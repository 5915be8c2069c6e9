"""Makes the triggers by which the database itself writes the journal, and refuses whatever would change it.

They are made of the tables as they stand when all migrations have run (``migrations/env.py``), so a migration that adds
or alters a column needs no thought of them. The two engines have their own module each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, func, inspect, select

from archrepo.model.jurnal import JOURNAL_TABLES, Jurnal
from archrepo.model.rincian import table_of

_UNWATCHED = JOURNAL_TABLES | {"alembic_version"}


@dataclass(frozen=True, slots=True)
class WatchedTable:
    """A table that the journal watches: its columns, and the columns of its key."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    has_number: bool
    """Whether the key is one whole number, which the journal keeps as ``baris`` apart from the values."""

    @property
    def values(self) -> tuple[str, ...]:
        """The columns whose values an entry holds."""
        return tuple(name for name in self.columns if not (self.has_number and name in self.key))


def watched_tables(connection: Connection) -> Sequence[WatchedTable]:
    """Return every table of the repository but those of the journal itself, as they stand in the database."""
    inspector: Any = inspect(connection)
    found = []
    for name in sorted(set(inspector.get_table_names()) - _UNWATCHED):
        columns = inspector.get_columns(name)
        key = tuple(inspector.get_pk_constraint(name)["constrained_columns"])
        numbers = {column["name"] for column in columns if isinstance(column["type"], Integer)}
        found.append(
            WatchedTable(
                name, tuple(str(column["name"]) for column in columns), key, len(key) == 1 and key[0] in numbers
            )
        )
    return found


def install_triggers(connection: Connection) -> None:
    """Make all triggers anew, and entries of the rows that are older than the journal.

    Does nothing in a database whose migrations have not come to the journal.
    """
    if "jurnal" not in inspect(connection).get_table_names():
        return
    tables = watched_tables(connection)
    for statement in _statements(connection, tables):
        connection.exec_driver_sql(statement)
    table = table_of(Jurnal)
    if not connection.execute(select(func.count()).select_from(table)).scalar_one():
        for statement in _first_entries(connection, tables):
            connection.exec_driver_sql(statement)


def _statements(connection: Connection, tables: Sequence[WatchedTable]) -> Sequence[str]:
    if connection.dialect.name == "sqlite":
        from archrepo.repository import pemicu_sqlite

        return pemicu_sqlite.statements(tables)
    from archrepo.repository import pemicu_postgresql

    schema = str(connection.exec_driver_sql("SELECT current_schema()").scalar_one())
    return pemicu_postgresql.statements(tables, schema)


def _first_entries(connection: Connection, tables: Sequence[WatchedTable]) -> Sequence[str]:
    if connection.dialect.name == "sqlite":
        from archrepo.repository import pemicu_sqlite

        return [pemicu_sqlite.first_entries(table) for table in tables]
    from archrepo.repository import pemicu_postgresql

    return [pemicu_postgresql.first_entries(table) for table in tables]
