"""Shows a connection the repository as it was at a point of the journal.

Every table that changed since is copied into a temporary table of the same name, which both engines look for first,
and the changes are taken back there, newest first. So whatever reads through the connection reads the past, and costs
the same as reading the present.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from archrepo.model.jurnal import HAPUS, TAMBAH, Segel
from archrepo.model.rincian import table_of
from archrepo.repository.migrasi import Reader, older_entries
from archrepo.repository.pemicu import WatchedTable, watched_tables

_SEGEL = table_of(Segel)
_BLOCK = 900
_FETCH = 10_000

Key = int | tuple[Any, ...]
"""Which row of a table: its number, or the values of its key."""

Values = dict[str, Any]


def show_past(connection: Connection, nomor: int) -> None:
    """Make a connection read what the repository held after an entry of the journal.

    Args:
        connection: in a transaction that is rolled back at the end (``Repository.read``).
        nomor: number of the last entry that counts; 0 for the state before the first.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA temp_store=MEMORY")
    tables = {table.name: table for table in watched_tables(connection)}
    for name, changes in _taken_back(connection, nomor, tables).items():
        _Shadow(connection, tables[name]).make(changes)


class _Change:
    """What a row was at the point: absent, whole, or as it is now but for some columns."""

    __slots__ = ("is_absent", "is_whole", "values")

    def __init__(self) -> None:
        self.is_absent = False
        self.is_whole = False
        self.values: Values = {}

    def take_back(self, action: str, before: Values, after: Values) -> None:
        if action == TAMBAH:
            self.is_absent, self.is_whole, self.values = True, False, {}
        elif action == HAPUS:
            self.is_absent, self.is_whole, self.values = False, True, before
        else:
            for column in after:
                if column not in before:
                    self.values[column] = None
            self.values.update(before)


Changes = dict[Key, _Change]


def _taken_back(connection: Connection, nomor: int, tables: Mapping[str, WatchedTable]) -> Mapping[str, Changes]:
    """Return by table what the rows that changed since were at the point."""
    fresh = _fresh_rows(connection, nomor)
    found: dict[str, Changes] = defaultdict(dict)
    for name, numbers in fresh.items():
        for number in numbers:
            absent = found[name][number] = _Change()
            absent.is_absent = True
    translate = _Translation(connection, nomor)
    for number, name, row, action, before, after in _later_entries(connection, nomor):
        if row in fresh[name]:
            continue
        table = tables.get(name)
        if table is None:  # a later migration dropped it, and nothing reads it any more
            continue
        old, new = translate(number, name, _parsed(before), _parsed(after))
        key = row if row is not None else tuple((old or new)[column] for column in table.key)
        changes = found[name]
        change = changes.get(key)
        if change is None:
            change = changes[key] = _Change()
        change.take_back(action, old, new)
    return found


def _later_entries(connection: Connection, nomor: int) -> Iterator[tuple[int, str, int | None, str, str, str]]:
    """Give the entries after the point, newest first, but for inserts of numbered rows.

    Such a row was absent at the point, or its delete, which comes before the insert, says what it was.
    """
    result = connection.exec_driver_sql(
        "SELECT nomor, tabel, baris, aksi, CAST(sebelum AS TEXT), CAST(sesudah AS TEXT) FROM jurnal "  # noqa: S608
        f"WHERE nomor > {int(nomor)} AND (aksi <> '{TAMBAH}' OR baris IS NULL) ORDER BY nomor DESC"
    )
    # The rows of the driver itself: there may be a million, and they are read once.
    while block := result.cursor.fetchmany(_FETCH):
        yield from block


def _fresh_rows(connection: Connection, nomor: int) -> Mapping[str, set[int]]:
    """Return by table the numbers of rows whose first entry after the point inserts them."""
    query = text(
        "SELECT j.tabel, j.baris FROM jurnal j JOIN (SELECT min(nomor) AS nomor FROM jurnal "
        "WHERE nomor > :nomor AND baris IS NOT NULL GROUP BY tabel, baris) pertama ON pertama.nomor = j.nomor "
        "WHERE j.aksi = 'I'"
    )
    found: dict[str, set[int]] = defaultdict(set)
    for name, row in connection.execute(query, {"nomor": nomor}):
        found[name].add(row)
    return found


_decode = json.JSONDecoder().raw_decode


def _parsed(value: str | None) -> Values:
    # Databases write JSON without blanks around it, so the decoder alone reads it, at half the cost of json.loads.
    return _decode(value)[0] if value else {}


class _Translation:
    """Reads entries that were written before a migration as if they had been written after it."""

    def __init__(self, connection: Connection, nomor: int) -> None:
        columns = select(_SEGEL.c.nomor_akhir, _SEGEL.c.revisi).where(_SEGEL.c.nomor_akhir > nomor)
        seals = connection.execute(columns.order_by(_SEGEL.c.nomor_akhir)).all()
        self._maps: list[tuple[int, Sequence[Reader]]] = [
            (row.nomor_akhir, maps) for row in seals if (maps := older_entries(row.revisi))
        ]

    def __call__(self, nomor: int, tabel: str, before: Values, after: Values) -> tuple[Values, Values]:
        if not self._maps or nomor > self._maps[-1][0]:
            return before, after
        for last, maps in self._maps:
            if nomor <= last:
                for read in maps:
                    before, after = read(tabel, before), read(tabel, after)
                break
        return before, after


class _Shadow:
    """A temporary table that stands before a table of the same name."""

    def __init__(self, connection: Connection, table: WatchedTable) -> None:
        self._connection = connection
        self._table = table
        self._is_sqlite = connection.dialect.name == "sqlite"
        schema = "main" if self._is_sqlite else str(connection.exec_driver_sql("SELECT current_schema()").scalar_one())
        self._real = f'"{schema}"."{table.name}"'
        self._temporary = f'"{"temp" if self._is_sqlite else "pg_temp"}"."{table.name}"'

    def make(self, changes: Changes) -> None:
        """Copy the table and put its changed rows back to what they were."""
        self._connection.exec_driver_sql(
            f'CREATE TEMPORARY TABLE "{self._table.name}" AS SELECT * FROM {self._real}'  # noqa: S608
        )
        key = ", ".join(f'"{column}"' for column in self._table.key)
        index = f'"masa_lalu_{self._table.name}"'
        place = f'"temp".{index} ON "{self._table.name}"' if self._is_sqlite else f"{index} ON {self._temporary}"
        self._connection.exec_driver_sql(f"CREATE INDEX {place} ({key})")
        self._delete([key for key, change in changes.items() if change.is_absent or change.is_whole])
        self._insert([(key, change.values) for key, change in changes.items() if change.is_whole])
        parts = [(key, change.values) for key, change in changes.items() if not (change.is_absent or change.is_whole)]
        self._update(parts)

    def _where(self) -> str:
        return " AND ".join(f'"{column}" = :kunci_{number}' for number, column in enumerate(self._table.key))

    def _bound(self, key: Key) -> Values:
        parts = key if isinstance(key, tuple) else (key,)
        return {f"kunci_{number}": part for number, part in enumerate(parts)}

    def _delete(self, keys: Sequence[Key]) -> None:
        if not keys:
            return
        if not self._table.has_number:
            statement = text(f"DELETE FROM {self._temporary} WHERE {self._where()}")  # noqa: S608
            self._connection.execute(statement, [self._bound(key) for key in keys])
            return
        for start in range(0, len(keys), _BLOCK):
            condition = text(f'DELETE FROM {self._temporary} WHERE "{self._table.key[0]}" IN :kunci')  # noqa: S608
            chosen = condition.bindparams(bindparam("kunci", expanding=True))
            self._connection.execute(chosen, {"kunci": list(keys[start : start + _BLOCK])})

    def _insert(self, rows: Iterable[tuple[Key, Values]]) -> None:
        for key, values in rows:
            named = dict(zip(self._table.key, key if isinstance(key, tuple) else (key,), strict=True))
            whole = {column: value for column, value in values.items() if column in self._table.columns} | named
            self._put(whole)

    def _put(self, whole: Values) -> None:
        if self._is_sqlite:
            columns = ", ".join(f'"{column}"' for column in whole)
            places = ", ".join(f":{column}" for column in whole)
            statement = f"INSERT INTO {self._temporary} ({columns}) VALUES ({places})"  # noqa: S608
            self._connection.execute(text(statement), whole)
        else:
            record = f"jsonb_populate_record(NULL::{self._real}, CAST(:isi AS jsonb))"
            statement = f"INSERT INTO {self._temporary} SELECT * FROM {record}"  # noqa: S608
            self._connection.execute(text(statement), {"isi": json.dumps(whole)})

    def _update(self, rows: Iterable[tuple[Key, Values]]) -> None:
        known = set(self._table.columns)
        groups: dict[tuple[str, ...], list[Values]] = defaultdict(list)
        for key, values in rows:
            changed = {column: value for column, value in values.items() if column in known}
            if changed:
                groups[tuple(sorted(changed))].append(
                    {f"b_{name}": value for name, value in changed.items()} | self._bound(key)
                )
        for columns, group in groups.items():
            if self._is_sqlite:
                assigned = ", ".join(f'"{column}" = :b_{column}' for column in columns)
                statement = f"UPDATE {self._temporary} SET {assigned} WHERE {self._where()}"  # noqa: S608
                self._connection.execute(text(statement), group)
            else:
                self._update_many(columns, group)

    def _update_many(self, columns: tuple[str, ...], values: Sequence[Values]) -> None:
        """Update rows on PostgreSQL from one document, which gives every value the type of its column."""
        table = self._table
        document = json.dumps(
            [
                {column: row[f"b_{column}"] for column in columns}
                | {column: row[f"kunci_{number}"] for number, column in enumerate(table.key)}
                for row in values
            ]
        )
        assigned = ", ".join(f'"{column}" = baru."{column}"' for column in columns)
        same = " AND ".join(f'lama."{column}" = baru."{column}"' for column in table.key)
        statement = (
            f"UPDATE {self._temporary} lama SET {assigned} "  # noqa: S608
            f"FROM jsonb_populate_recordset(NULL::{self._real}, CAST(:isi AS jsonb)) baru WHERE {same}"
        )
        self._connection.execute(text(statement), {"isi": document})
