"""The journal's triggers on SQLite.

The batch at work stands in the one row of ``konteks_jurnal``: a trigger can read no temporary table and no variable.
``json_patch('{}', …)`` leaves out what is null. A row that is replaced (``INSERT OR REPLACE``) is deleted without any
trigger, so an insert of an id that is there is refused, in the journal and in the tables that it watches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archrepo.repository.pemicu import WatchedTable

_BATCH = "(SELECT batch_id FROM konteks_jurnal)"
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_OUTSIDE = f"CASE WHEN {_BATCH} IS NULL THEN json_object('waktu', {_NOW}) END"
_COLUMNS = "batch_id, luar, tabel, baris, aksi, sebelum, sesudah"

_REFUSED = "jurnal hanya dapat ditambah, tidak dapat diubah"
_REPLACED = "nomor sudah ada; ubah barisnya dengan UPDATE agar tercatat dalam jurnal"
_MOVED = "nomor baris tidak dapat diubah"


def statements(tables: Sequence[WatchedTable]) -> list[str]:
    """Return the statements that make all triggers, each after dropping the one of that name."""
    made = [*_guards()]
    for table in tables:
        made += _watch(table)
    return [statement for name, body in made for statement in (f"DROP TRIGGER IF EXISTS {name}", body)]


def first_entries(table: WatchedTable) -> str:
    """Return the statement that makes entries of the rows that a table has already."""
    luar = f"json_object('waktu', {_NOW}, 'awal', 1)"
    return (
        f"INSERT INTO jurnal ({_COLUMNS}) SELECT NULL, {luar}, '{table.name}', {_number(table, 't')}, 'I', NULL, "
        f'{_whole(table, "t")} FROM "{table.name}" t ORDER BY rowid'
    )


def _watch(table: WatchedTable) -> list[tuple[str, str]]:
    name = table.name
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in table.values) or "0"
    made = [
        _trigger(table, "tambah", "AFTER INSERT", _entry(table, "NEW", "I", "NULL", _whole(table, "NEW"))),
        _trigger(table, "hapus", "AFTER DELETE", _entry(table, "OLD", "D", _whole(table, "OLD"), "NULL")),
        _trigger(
            table,
            "ubah",
            "AFTER UPDATE",
            _entry(table, "NEW", "U", _changed(table, "OLD"), _changed(table, "NEW")),
            when=changed,
        ),
    ]
    if table.has_number:
        (key,) = table.key
        known = f'EXISTS (SELECT 1 FROM "{name}" WHERE "{key}" = NEW."{key}")'
        made.append(_trigger(table, "ganti", "BEFORE INSERT", _raise(_REPLACED), when=known))
        moved = f'OLD."{key}" IS NOT NEW."{key}"'
        made.append(_trigger(table, "pindah", f'BEFORE UPDATE OF "{key}"', _raise(_MOVED), when=moved))
    return made


def _trigger(table: WatchedTable, what: str, event: str, action: str, *, when: str = "") -> tuple[str, str]:
    name = f"jurnal_{table.name}_{what}"
    condition = f" WHEN {when}" if when else ""
    return name, f'CREATE TRIGGER {name} {event} ON "{table.name}"{condition} BEGIN {action}; END'


def _raise(text: str) -> str:
    return f"SELECT RAISE(ABORT, '{text}')"


def _entry(table: WatchedTable, row: str, action: str, before: str, after: str) -> str:
    return (
        f"INSERT INTO jurnal ({_COLUMNS}) VALUES "
        f"({_BATCH}, {_OUTSIDE}, '{table.name}', {_number(table, row)}, '{action}', {before}, {after})"
    )


def _number(table: WatchedTable, row: str) -> str:
    return f'{row}."{table.key[0]}"' if table.has_number else "NULL"


def _json(pairs: Iterable[tuple[str, str]]) -> str:
    listed = ", ".join(f"'{column}', {value}" for column, value in pairs)
    return f"json_patch('{{}}', json_object({listed}))"


def _whole(table: WatchedTable, row: str) -> str:
    return _json((column, f'{row}."{column}"') for column in table.values)


def _changed(table: WatchedTable, row: str) -> str:
    """Return the changed columns; a key that is kept among the values is always there."""
    return _json(
        (
            column,
            f'{row}."{column}"'
            if column in table.key
            else f'CASE WHEN OLD."{column}" IS NOT NEW."{column}" THEN {row}."{column}" END',
        )
        for column in table.values
    )


def _guards() -> Iterable[tuple[str, str]]:
    redacted = (
        "OLD.sidik IS NULL AND NEW.sidik IS NOT NULL AND NEW.nomor = OLD.nomor AND NEW.batch_id IS OLD.batch_id "
        "AND NEW.luar IS OLD.luar AND NEW.tabel = OLD.tabel AND NEW.baris IS OLD.baris AND NEW.aksi = OLD.aksi "
        "AND EXISTS (SELECT 1 FROM penghapusan_jurnal WHERE nomor = OLD.nomor)"
    )
    refuse = _raise(_REFUSED)
    for table, number, allowed in (("jurnal", "nomor", redacted), ("segel", "batch_id", "0")):
        known = f"EXISTS (SELECT 1 FROM {table} WHERE {number} = NEW.{number})"
        events = (("ganti", "INSERT", known), ("ubah", "UPDATE", f"NOT ({allowed})"), ("hapus", "DELETE", "1"))
        for what, event, when in events:
            name = f"jaga_{table}_{what}"
            yield name, f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {when} BEGIN {refuse}; END"
