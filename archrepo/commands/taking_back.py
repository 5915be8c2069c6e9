"""Takes a batch back: writes the inverse of each of its changes as a new batch, or says what stands in the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, String, cast, select

from archrepo.commands.history import HistoryRequest, tell_history
from archrepo.errors import ConflictError, UnknownNameError, UsageError
from archrepo.model import Dasar
from archrepo.model.catatan import Batch
from archrepo.model.jurnal import HAPUS, TAMBAH, Jurnal, Segel
from archrepo.model.rincian import ELEMEN, table_of
from archrepo.reports.riwayat import Change
from archrepo.repository import Repository, UnitOfWork
from archrepo.repository.baris import Key, RowWriter, Values, row_key
from archrepo.repository.masa_lalu import Translation, parsed
from archrepo.repository.pemicu import WatchedTable, watched_tables

USUAL = ("import", "merge", "opd merge")
"""Commands whose last batch ``undo`` takes back when none is named."""

TAKES_BACK = "membatalkan"
"""Key in a batch's summary: the batch that it took back."""

# Numbers once given stay given, and what a batch was remains on record.
_LEFT = frozenset({"urutan", "batch"})
_NEVER = ("init", "migrasi", "journal redact")
_BOOKKEEPING = frozenset({"versi", "diubah", "diubah_oleh", "dibuat", "dibuat_oleh"})
_SHOWN = 10
_CHUNK = 900


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was taken back, or would be: the batch, who made it by which command, and its changes in sentences.

    ``written`` is the number of the new batch, None for a preview.
    """

    batch: int
    actor: str
    command: str
    changes: Sequence[Change]
    written: int | None


class UndoRefusedError(ConflictError):
    """Later work depends on the batch, or it cannot be taken back at all."""

    code = "JUR003"

    def __init__(self, message: str, conflicts: Sequence[str] = ()) -> None:
        shown = "".join(f"\n  - {line}" for line in conflicts[:_SHOWN])
        more = f"\n  - dan {len(conflicts) - _SHOWN} lagi" if len(conflicts) > _SHOWN else ""
        super().__init__(
            f"{message}{shown}{more}" if conflicts else message,
            mend="Batalkan dahulu batch yang lebih baru itu, atau ubah objeknya dengan archrepo edit."
            if conflicts
            else "Lihat batch yang ada dengan: archrepo history",
        )
        self.conflicts = tuple(conflicts)


@dataclass(frozen=True, slots=True)
class _Step:
    """One entry of the batch, as it is to be taken back."""

    nomor: int
    table: WatchedTable
    key: Key
    action: str
    before: Values
    after: Values


def take_back(repository: Repository, pelaku: str, batch: int | None = None, *, preview: bool = False) -> TakenBack:
    """Take a batch back.

    Args:
        batch: its number; the last import or merge when not given.
        preview: change nothing, and return what would be taken back.

    Raises:
        UnknownNameError: there is no such batch.
        UndoRefusedError: later work depends on it, it was taken back before, or it is none that can be.
    """
    with repository.write(pelaku, "undo") as work:
        connection = work.connection
        number, actor, command = _target(connection, batch)
        changes = tell_history(repository, HistoryRequest(batch=number))
        steps = _steps(connection, number)
        if not steps:
            raise UndoRefusedError(f"Batch #{number} tidak memuat perubahan yang dapat dibatalkan")
        conflicts = [*_touched_since(connection, steps), *_depending(connection, steps)]
        if conflicts:
            raise UndoRefusedError(
                f"Batch #{number} tidak dapat dibatalkan: {len(conflicts)} hal sesudahnya bergantung padanya", conflicts
            )
        if preview:
            return TakenBack(number, actor, command, changes, None)
        _write(work, steps)
        work.writer.batch.summary[TAKES_BACK] = number
        work.writer.batch.count("dikembalikan", len(steps))
        written = work.writer.batch.id
    return TakenBack(number, actor, command, changes, written)


def _target(connection: Connection, wanted: int | None) -> tuple[int, str, str]:
    """Return number, actor and command of the batch to take back."""
    seals = table_of(Segel)
    rows = connection.execute(select(seals).order_by(seals.c.batch_id)).all()
    known = {row.batch_id: row for row in rows}
    undone = _undone(connection)
    if wanted is None:
        found = next((row for row in reversed(rows) if row.perintah in USUAL and row.batch_id not in undone), None)
        if found is None:
            raise UsageError(
                "Tidak ada impor atau penggabungan yang dapat dibatalkan",
                mend="Sebutkan batchnya dengan --batch NOMOR.",
            )
        return found.batch_id, found.pelaku, found.perintah
    if wanted not in known:
        raise UnknownNameError("Batch", f"#{wanted}", tuple(f"#{number}" for number in list(known)[-1:]))
    if wanted in undone:
        raise UndoRefusedError(f"Batch #{wanted} sudah dibatalkan oleh batch #{undone[wanted]}")
    if known[wanted].perintah in _NEVER:
        raise UndoRefusedError(f'Batch #{wanted} ("{known[wanted].perintah}") tidak dapat dibatalkan')
    return wanted, known[wanted].pelaku, known[wanted].perintah


def _undone(connection: Connection) -> dict[int, int]:
    """Return the batches that were taken back and still are, each with the batch that did it."""
    table = table_of(Batch)
    found: dict[int, int] = {}
    for number, summary in connection.execute(select(table.c.id, table.c.ringkasan).order_by(table.c.id)):
        taken = (summary or {}).get(TAKES_BACK)
        if taken is not None:
            # Taking back what took a batch back brings that batch into force again.
            found = {old: new for old, new in found.items() if new != taken} | {taken: number}
    return found


def _steps(connection: Connection, batch: int) -> list[_Step]:
    """Return the entries of a batch, newest first."""
    tables = {table.name: table for table in watched_tables(connection) if table.name not in _LEFT}
    table = table_of(Jurnal)
    columns = select(table).where(table.c.batch_id == batch, table.c.tabel.in_(tables)).order_by(table.c.nomor.desc())
    translate = Translation(connection, 0)
    found = []
    for row in connection.execute(_as_text(columns)).all():
        if row.sidik is not None:
            raise UndoRefusedError(f"Isi entri {row.nomor} batch ini sudah dihapus dari jurnal")
        before, after = translate(row.nomor, row.tabel, parsed(row.sebelum), parsed(row.sesudah))
        watched = tables[row.tabel]
        found.append(_Step(row.nomor, watched, row_key(watched, row.baris, after or before), row.aksi, before, after))
    return found


def _as_text(query: Any) -> Any:
    """Read JSON columns as the text that the database keeps."""
    columns = [cast(column, String).label(column.name) if column.name in ("sebelum", "sesudah") else column
               for column in query.selected_columns]  # fmt: skip
    return query.with_only_columns(*columns)


# ---- what stands in the way


def _touched_since(connection: Connection, steps: Sequence[_Step]) -> Iterator[str]:
    """Give the later changes of what the batch changed, each in words."""
    changed = _changed_columns(steps)
    last = max(step.nomor for step in steps)
    tables = {step.table.name: step.table for step in steps}
    cancelled = {number for pair in _undone(connection).items() for number in pair}
    table, seals = table_of(Jurnal), table_of(Segel)
    query = _as_text(select(table).where(table.c.nomor > last, table.c.tabel.in_(tables)).order_by(table.c.nomor))
    actors = {row.batch_id: row for row in connection.execute(select(seals)).all()}
    told: set[tuple[str, Key, int | None]] = set()
    for row in connection.execute(query).all():
        before, after = parsed(row.sebelum), parsed(row.sesudah)
        key = row_key(tables[row.tabel], row.baris, after or before)
        place = (row.tabel, key, row.batch_id)
        if row.batch_id in cancelled or place in told or not _collides(changed, row, key, {*before, *after}):
            continue
        told.add(place)
        seal = actors.get(row.batch_id)
        by = f"{seal.pelaku} dalam batch #{row.batch_id} ({seal.perintah})" if seal else "di luar archrepo"
        done = "dihapus" if row.aksi == HAPUS else "diubah"
        yield f"{_called(connection, row.tabel, key, before)} {done} {by}"


def _changed_columns(steps: Sequence[_Step]) -> dict[tuple[str, Key], set[str] | None]:
    """Return what the batch changed of each row; None for a row that it made, of which everything is its own."""
    found: dict[tuple[str, Key], set[str] | None] = {}
    for step in steps:
        place = (step.table.name, step.key)
        columns = found.setdefault(place, set())
        if step.action == TAMBAH:
            found[place] = None
        elif columns is not None:
            columns |= {*step.before, *step.after} - _BOOKKEEPING
    return found


def _collides(changed: Mapping[tuple[str, Key], set[str] | None], row: Any, key: Key, theirs: set[str]) -> bool:
    if (row.tabel, key) not in changed or row.aksi == TAMBAH:
        return False
    ours = changed[row.tabel, key]
    theirs = theirs - _BOOKKEEPING
    return row.aksi == HAPUS or bool(theirs if ours is None else theirs & ours)


def _called(connection: Connection, table: str, key: Key, values: Mapping[str, Any] | None = None) -> str:
    """Return what a row is, in words: an element, a relation between two, what hangs on one, or the row of a table."""
    if isinstance(key, int):
        known = Dasar.metadata.tables[table]
        ends = [name for name in ("dari_id", "ke_id", "elemen_id") if name in known.columns]
        if table == ELEMEN.name or _is_class_table(table):
            named = _named(connection, key)
            if named is not None:
                return named
        elif ends:
            stored = values or connection.execute(select(known).where(known.c.id == key)).mappings().first() or {}
            names = [_named(connection, stored.get(name)) or "?" for name in ends]
            return f"{_ATTACHED.get(table, table)} {' → '.join(names)}"
    return f"baris {key} tabel {table}"


_ATTACHED = {
    "relasi": "hubungan",
    "asal_baris": "sumber",
    "catatan_impor": "catatan berkas",
    "alias_unit": "nama lain",
}


def _named(connection: Connection, identifier: int | None) -> str | None:
    row = connection.execute(select(ELEMEN.c.kode, ELEMEN.c.nama).where(ELEMEN.c.id == identifier)).first()
    return f'{row.kode} "{row.nama}"' if row is not None else None


def _is_class_table(table: str) -> bool:
    keys = Dasar.metadata.tables[table].columns
    return "id" in keys and any(key.column.table is ELEMEN for key in keys["id"].foreign_keys)


def _depending(connection: Connection, steps: Sequence[_Step]) -> Iterator[str]:
    """Give what refers to rows that the batch inserted and is not of the batch itself."""
    inserted: dict[str, set[int]] = defaultdict(set)
    mine: set[tuple[str, Key]] = set()
    for step in steps:
        mine.add((step.table.name, step.key))
        if step.action == TAMBAH and isinstance(step.key, int):
            inserted[step.table.name].add(step.key)
    for table in Dasar.metadata.sorted_tables:
        if table.name in _LEFT or "id" not in table.columns:
            continue
        for column in table.columns:
            for key in column.foreign_keys:
                gone = inserted.get(key.column.table.name)
                if column.primary_key or not gone:
                    continue
                for start in range(0, len(gone), _CHUNK):
                    part = sorted(gone)[start : start + _CHUNK]
                    query = select(table.c.id, column).where(column.in_(part))
                    for identifier, target in connection.execute(query):
                        if (table.name, identifier) not in mine:
                            what = _called(connection, table.name, identifier)
                            yield f"{what} menunjuk ke {_called(connection, key.column.table.name, target)}"


# ---- taking back


def _write(work: UnitOfWork, steps: Sequence[_Step]) -> None:
    touched: set[int] = set()
    for (name, action, _), group in groupby(steps, key=lambda step: (step.table.name, step.action, step.table)):
        part = list(group)
        writer = RowWriter(work.connection, part[0].table)
        if action == TAMBAH:
            writer.delete([step.key for step in part])
        elif action == HAPUS:
            writer.insert([(step.key, step.before) for step in part])
        else:
            writer.update(_single([(step.key, _inverse(step)) for step in part]))
        if name == ELEMEN.name or _is_class_table(name):
            touched |= {step.key for step in part if isinstance(step.key, int)}
    _stamp(work, touched)


def _single(rows: Sequence[tuple[Key, Values]]) -> list[tuple[Key, Values]]:
    """Return one change a row, the oldest value of each column: the rows come newest first."""
    found: dict[Key, Values] = {}
    for key, values in rows:
        found.setdefault(key, {}).update(values)
    return list(found.items())


def _inverse(step: _Step) -> Values:
    names = {*step.before, *step.after} - _BOOKKEEPING - set(step.table.key)
    return {name: step.before.get(name) for name in names}


def _stamp(work: UnitOfWork, touched: set[int]) -> None:
    """Count the change of elements that are still there, so that an edit based on the state before is refused."""
    batch = work.writer.batch
    numbers = sorted(touched)
    for start in range(0, len(numbers), _CHUNK):
        chosen = ELEMEN.update().where(ELEMEN.c.id.in_(numbers[start : start + _CHUNK]))
        stamp: Mapping[str, Any] = {"versi": ELEMEN.c.versi + 1, "diubah": batch.now, "diubah_oleh": batch.actor}
        work.connection.execute(chosen.values(**stamp))
