"""Writes rows as the journal keeps them, whatever the table: to show the past, and to take a batch back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, text

from archrepo.repository.pemicu import WatchedTable

Key = int | tuple[Any, ...]
"""Which row of a table: its number, or the values of its key."""

Values = dict[str, Any]
"""Columns of a row, each value as the journal keeps it."""

_BLOCK = 900


def real_name(connection: Connection, table: WatchedTable) -> str:
    """Return the name of a table itself, whatever temporary one stands before it."""
    if connection.dialect.name == "sqlite":
        return f'"main"."{table.name}"'
    return f'"{connection.exec_driver_sql("SELECT current_schema()").scalar_one()}"."{table.name}"'


def row_key(table: WatchedTable, number: int | None, values: Mapping[str, Any]) -> Key:
    """Return which row an entry of the journal is about."""
    return number if number is not None else tuple(values[column] for column in table.key)


class RowWriter:
    """Inserts, changes and deletes rows of one table.

    Args:
        place: the table written to, quoted; the table itself if not given.
    """

    def __init__(self, connection: Connection, table: WatchedTable, place: str | None = None) -> None:
        self._connection = connection
        self._table = table
        self._is_sqlite = connection.dialect.name == "sqlite"
        self._real = real_name(connection, table)
        self._place = place or self._real
        self._known = frozenset(table.columns)

    def delete(self, keys: Sequence[Key]) -> None:
        """Delete rows."""
        if not keys:
            return
        if not self._table.has_number:
            statement = text(f"DELETE FROM {self._place} WHERE {self._where()}")  # noqa: S608
            self._connection.execute(statement, [self._bound(key) for key in keys])
            return
        for start in range(0, len(keys), _BLOCK):
            condition = text(f'DELETE FROM {self._place} WHERE "{self._table.key[0]}" IN :kunci')  # noqa: S608
            chosen = condition.bindparams(bindparam("kunci", expanding=True))
            self._connection.execute(chosen, {"kunci": list(keys[start : start + _BLOCK])})

    def insert(self, rows: Iterable[tuple[Key, Values]]) -> None:
        """Insert whole rows."""
        groups: dict[tuple[str, ...], list[Values]] = defaultdict(list)
        for key, values in rows:
            named = dict(zip(self._table.key, _parts(key), strict=True))
            whole = {column: value for column, value in values.items() if column in self._known} | named
            groups[tuple(whole)].append(whole)
        for columns, group in groups.items():
            if self._is_sqlite:
                listed = ", ".join(f'"{column}"' for column in columns)
                places = ", ".join(f":{column}" for column in columns)
                statement = f"INSERT INTO {self._place} ({listed}) VALUES ({places})"  # noqa: S608
                self._connection.execute(text(statement), group)
            else:
                statement = f"INSERT INTO {self._place} SELECT * FROM {self._typed()} baru"  # noqa: S608
                self._connection.execute(text(statement), {"isi": json.dumps(group)})

    def update(self, rows: Iterable[tuple[Key, Values]]) -> None:
        """Change some columns of rows."""
        groups: dict[tuple[str, ...], list[tuple[Key, Values]]] = defaultdict(list)
        for key, values in rows:
            changed = {column: value for column, value in values.items() if column in self._known}
            if changed:
                groups[tuple(sorted(changed))].append((key, changed))
        for columns, group in groups.items():
            if self._is_sqlite:
                assigned = ", ".join(f'"{column}" = :b_{column}' for column in columns)
                statement = f"UPDATE {self._place} SET {assigned} WHERE {self._where()}"  # noqa: S608
                bound = [
                    {f"b_{name}": value for name, value in values.items()} | self._bound(key) for key, values in group
                ]
                self._connection.execute(text(statement), bound)
            else:
                self._update_from_document(columns, group)

    def _update_from_document(self, columns: tuple[str, ...], group: Sequence[tuple[Key, Values]]) -> None:
        key_columns = self._table.key
        document = [values | dict(zip(key_columns, _parts(key), strict=True)) for key, values in group]
        assigned = ", ".join(f'"{column}" = baru."{column}"' for column in columns)
        same = " AND ".join(f'lama."{column}" = baru."{column}"' for column in key_columns)
        statement = f"UPDATE {self._place} lama SET {assigned} FROM {self._typed()} baru WHERE {same}"  # noqa: S608
        self._connection.execute(text(statement), {"isi": json.dumps(document)})

    def _typed(self) -> str:
        """Return the rows of a document on PostgreSQL, which so gives every value the type of its column."""
        return f"jsonb_populate_recordset(NULL::{self._real}, CAST(:isi AS jsonb))"

    def _where(self) -> str:
        return " AND ".join(f'"{column}" = :kunci_{number}' for number, column in enumerate(self._table.key))

    def _bound(self, key: Key) -> Values:
        return {f"kunci_{number}": part for number, part in enumerate(_parts(key))}


def _parts(key: Key) -> tuple[Any, ...]:
    return key if isinstance(key, tuple) else (key,)
