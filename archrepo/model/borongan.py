"""Inserts many rows at once: by COPY on PostgreSQL, by ``executemany`` on SQLite, where nothing is faster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Connection, Table, insert
from sqlalchemy.exc import DBAPIError

_FROM = 10
"""Rows from which COPY is worth its start; each statement below also calls the journal's trigger once."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, in order.

    Args:
        rows: all with the same columns; none writes nothing.
    """
    if not rows:
        return
    if connection.dialect.name == "postgresql" and len(rows) >= _FROM:
        _copy(connection, table, rows)
    else:
        connection.execute(insert(table), list(rows))


def _copy(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    import psycopg
    from psycopg import sql
    from psycopg.types.json import Jsonb

    names = tuple(rows[0])
    documents = frozenset(name for name in names if isinstance(table.columns[name].type, JSON))
    columns = sql.SQL(", ").join(sql.Identifier(name) for name in names)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    cursor: Any = connection.connection.cursor()
    try:
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(
                    [Jsonb(row[name]) if name in documents and row[name] is not None else row[name] for name in names]
                )
    except psycopg.Error as error:
        # As if SQLAlchemy had sent it, so that a refusal is put into words in the same place.
        raise DBAPIError.instance("COPY", None, error, psycopg.Error, dialect=connection.dialect) from error
