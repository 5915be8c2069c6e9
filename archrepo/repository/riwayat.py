"""Reads entries of the journal, each with the batch that made it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Connection, String, and_, cast, or_, select

from archrepo.model import Dasar
from archrepo.model.jurnal import AWAL, Jurnal, Segel
from archrepo.model.rincian import ELEMEN, ELEMENT_CLASSES, class_tables, table_of
from archrepo.repository.masa_lalu import Translation, parsed
from archrepo.repository.titik import outside_moment

_JURNAL = table_of(Jurnal)
_SEGEL = table_of(Segel)
_BLOCK = 900

OUTSIDE = "luar"
OLDER = "awal"


@dataclass(frozen=True, slots=True)
class BatchInfo:
    """Who made a batch, when (UTC) and by which command."""

    waktu: datetime
    pelaku: str
    perintah: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``command`` is that of its batch, or ``luar`` for a change made outside archrepo and ``awal`` for a
    row older than the journal; ``before`` and ``after`` are read as if written today."""

    nomor: int
    batch: int | None
    moment: datetime
    actor: str
    command: str
    table: str
    row: int | None
    action: str
    before: dict[str, Any]
    after: dict[str, Any]
    is_blanked: bool


def element_tables() -> frozenset[str]:
    """Return the tables whose rows are elements, or parts of them with the same number."""
    return frozenset({ELEMEN.name, *(class_tables(name).table.name for name in ELEMENT_CLASSES)})


def read_entries(
    connection: Connection,
    *,
    after: int = 0,
    batch: int | None = None,
    elements: Collection[int] | None = None,
) -> Iterator[Entry]:
    """Give entries in order.

    Args:
        after: the number before the first one wanted.
        batch: only those of this batch.
        elements: of the tables of elements only these rows; entries of other tables come all.
    """
    columns = select(
        _JURNAL.c.nomor, _JURNAL.c.batch_id, _JURNAL.c.luar, _JURNAL.c.tabel, _JURNAL.c.baris, _JURNAL.c.aksi,
        cast(_JURNAL.c.sebelum, String), cast(_JURNAL.c.sesudah, String), _JURNAL.c.sidik,
    ).where(_JURNAL.c.nomor > after)  # fmt: skip
    if batch is not None:
        columns = columns.where(_JURNAL.c.batch_id == batch)
    if elements is not None:
        tables = sorted(element_tables())
        wanted = sorted(elements)
        parts = [wanted[start : start + _BLOCK] for start in range(0, len(wanted), _BLOCK)]
        rows = or_(*(_JURNAL.c.baris.in_(part) for part in parts)) if parts else _JURNAL.c.baris.is_(None)
        columns = columns.where(or_(and_(_JURNAL.c.tabel.in_(tables), rows), _JURNAL.c.tabel.not_in(tables)))
    batches = _batches(connection)
    translate = Translation(connection, after)
    for nomor, owner, luar, table, row, action, before, later, sidik in connection.execute(
        columns.order_by(_JURNAL.c.nomor)
    ):
        old, new = translate(nomor, table, parsed(before), parsed(later))
        info = _info(owner, luar, batches)
        yield Entry(
            nomor, owner, info.waktu, info.pelaku, info.perintah, table, row, action,
            _plain(table, old), _plain(table, new), sidik is not None,
        )  # fmt: skip


def _batches(connection: Connection) -> dict[int, BatchInfo]:
    columns = select(_SEGEL.c.batch_id, _SEGEL.c.waktu, _SEGEL.c.pelaku, _SEGEL.c.perintah)
    return {row.batch_id: BatchInfo(row.waktu, row.pelaku, row.perintah) for row in connection.execute(columns)}


def _info(owner: int | None, luar: dict[str, Any] | None, batches: dict[int, BatchInfo]) -> BatchInfo:
    if owner is not None and owner in batches:
        return batches[owner]
    said = luar or {}
    moment = outside_moment(said["waktu"]) if "waktu" in said else datetime.fromtimestamp(0, UTC)
    return BatchInfo(moment, str(said.get("pelaku") or "tidak diketahui"), OLDER if AWAL in said else OUTSIDE)


def _plain(table: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return values with columns that hold JSON read: SQLite keeps them as text."""
    known = Dasar.metadata.tables.get(table)
    if known is None:
        return values
    return {
        name: parsed(value)
        if isinstance(value, str) and name in known.columns and isinstance(known.columns[name].type, JSON)
        else value
        for name, value in values.items()
    }
