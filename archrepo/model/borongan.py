"""Inserts many rows at once: by COPY on PostgreSQL, by statements of several rows each on SQLite.

Rows come as columns: what a column needs, such as a moment in UTC or a JSON text, is looked up once for all of its
values, and the driver is handed tuples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice, repeat
from types import MappingProxyType
from typing import Any

from sqlalchemy import JSON, Connection, Table
from sqlalchemy.exc import DBAPIError

Convert = Callable[[Any], Any]

# A statement that fires triggers keeps a copy of every page that it changes, to take itself back where it must; rows of
# one statement share them: a quarter less time, measured. Our widest table has 29 columns; old SQLite takes 999 values.
_ROWS_A_STATEMENT = 25

_NOTHING: Mapping[str, Any] = MappingProxyType({})


def insert_columns(
    connection: Connection,
    table: Table,
    columns: Mapping[str, Sequence[Any]],
    same: Mapping[str, Any] = _NOTHING,
) -> None:
    """Insert rows, in order.

    Args:
        columns: the values of each column, all of one length; at least one column. Of length 0 it writes nothing.
        same: columns that hold one value in every row.
    """
    if not next(iter(columns.values())):
        return
    names = (*columns, *same)
    is_postgresql = connection.dialect.name == "postgresql"
    converter = _copied if is_postgresql else _bound
    values: list[Iterable[Any]] = []
    for name in names:
        convert = converter(connection, table, name)
        if name in same:
            values.append(repeat(convert(same[name]) if convert else same[name]))
        else:
            values.append(map(convert, columns[name]) if convert else columns[name])
    rows = zip(*values, strict=False)
    if is_postgresql:
        _copy(connection, table, names, rows)
    else:
        _insert(connection, table, names, rows)


def _insert(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    listed = ", ".join(f'"{name}"' for name in names)
    row = f"({', '.join('?' * len(names))})"
    values = chain.from_iterable(rows)
    full = len(names) * _ROWS_A_STATEMENT
    blocks = list(iter(lambda: tuple(islice(values, full)), ()))
    whole = blocks if len(blocks[-1]) == full else blocks[:-1]
    for group in (whole, blocks[len(whole) :]):
        if group:
            marks = ", ".join([row] * (len(group[0]) // len(names)))
            connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({listed}) VALUES {marks}', group)  # noqa: S608


def _bound(connection: Connection, table: Table, name: str) -> Convert | None:
    """Return what makes of a value what the driver takes; None where that is the value itself."""
    dialect = connection.dialect
    convert: Convert | None = table.columns[name].type.dialect_impl(dialect).bind_processor(dialect)
    return convert


def _copied(connection: Connection, table: Table, name: str) -> Convert | None:  # noqa: ARG001 - as ``_bound``
    """Return what makes of a value what COPY takes: the driver knows all but documents."""
    if not isinstance(table.columns[name].type, JSON):
        return None
    from psycopg.types.json import Jsonb

    return lambda value: None if value is None else Jsonb(value)


def _copy(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    import psycopg
    from psycopg import sql

    columns = sql.SQL(", ").join(sql.Identifier(name) for name in names)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    cursor: Any = connection.connection.cursor()
    try:
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.Error as error:
        # As if SQLAlchemy had sent it, so that a refusal is put into words in the same place.
        raise DBAPIError.instance("COPY", None, error, psycopg.Error, dialect=connection.dialect) from error
