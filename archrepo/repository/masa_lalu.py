"""Shows a connection the repository as it was at a point of the journal.

Every table that changed since is copied into a temporary table of the same name, which both engines look for first,
and the changes are taken back there, newest first. So whatever reads through the connection reads the past, and costs
the same as reading the present.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select, text

from archrepo.model.jurnal import HAPUS, TAMBAH, Segel
from archrepo.model.rincian import table_of
from archrepo.repository.baris import Key, RowWriter, Values, real_name, row_key
from archrepo.repository.migrasi import Reader, older_entries
from archrepo.repository.pemicu import WatchedTable, watched_tables

_SEGEL = table_of(Segel)
_FETCH = 10_000
_REMEMBERED = 50_000


def show_past(connection: Connection, nomor: int) -> None:
    """Make a connection read what the repository held after an entry of the journal.

    Args:
        connection: in a transaction that is rolled back at the end (``Repository.read``).
        nomor: number of the last entry that counts; 0 for the state before the first.
    """
    tables = {table.name: table for table in watched_tables(connection)}
    for name, changes in _taken_back(connection, nomor, tables).items():
        _shadow(connection, tables[name], changes)


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
            self.is_absent, self.is_whole, self.values = False, True, dict(before)
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
    translate = Translation(connection, nomor)
    read = _Reader()
    for number, name, row, action, before, after in _later_entries(connection, nomor):
        if row in fresh[name]:
            continue
        table = tables.get(name)
        if table is None:  # a later migration dropped it, and nothing reads it any more
            continue
        old, new = read(before), read(after)
        if translate.is_needed:
            old, new = translate(number, name, old, new)
        key = row_key(table, row, old or new)
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


def parsed(value: str | None) -> Values:
    """Return the values of an entry, as the database wrote them; none for an empty cell."""
    # Databases write JSON without blanks around it, so the decoder alone reads it, at half the cost of json.loads.
    return _decode(value)[0] if value else {}


class _Reader:
    """Reads values, each text once: a batch changes many rows alike. What it returns is not to be changed."""

    def __init__(self) -> None:
        self._known: dict[str | None, Values] = {None: {}}

    def __call__(self, value: str | None) -> Values:
        found = self._known.get(value)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known = {None: {}}
            found = self._known[value] = parsed(value)
        return found


class Translation:
    """Reads entries that were written before a migration as if they had been written after it."""

    def __init__(self, connection: Connection, nomor: int) -> None:
        columns = select(_SEGEL.c.nomor_akhir, _SEGEL.c.revisi).where(_SEGEL.c.nomor_akhir > nomor)
        seals = connection.execute(columns.order_by(_SEGEL.c.nomor_akhir)).all()
        self._maps: list[tuple[int, Sequence[Reader]]] = [
            (row.nomor_akhir, maps) for row in seals if (maps := older_entries(row.revisi))
        ]

    @property
    def is_needed(self) -> bool:
        """Whether any entry was written before a migration that has a map."""
        return bool(self._maps)

    def __call__(self, nomor: int, tabel: str, before: Values, after: Values) -> tuple[Values, Values]:
        if not self._maps or nomor > self._maps[-1][0]:
            return before, after
        for last, maps in self._maps:
            if nomor <= last:
                for read in maps:
                    before, after = read(tabel, before), read(tabel, after)
                break
        return before, after


def _shadow(connection: Connection, table: WatchedTable, changes: Changes) -> None:
    """Put a temporary table before a table of the same name, with the changed rows back to what they were."""
    is_sqlite = connection.dialect.name == "sqlite"
    place = f'"{"temp" if is_sqlite else "pg_temp"}"."{table.name}"'
    real = real_name(connection, table)
    connection.exec_driver_sql(f'CREATE TEMPORARY TABLE "{table.name}" AS SELECT * FROM {real}')  # noqa: S608
    key = ", ".join(f'"{column}"' for column in table.key)
    index = f'"masa_lalu_{table.name}"'
    indexed = f'"temp".{index} ON "{table.name}"' if is_sqlite else f"{index} ON {place}"
    connection.exec_driver_sql(f"CREATE INDEX {indexed} ({key})")
    writer = RowWriter(connection, table, place)
    writer.delete([key for key, change in changes.items() if change.is_absent or change.is_whole])
    writer.insert([(key, change.values) for key, change in changes.items() if change.is_whole])
    writer.update(
        [(key, change.values) for key, change in changes.items() if not (change.is_absent or change.is_whole)]
    )
