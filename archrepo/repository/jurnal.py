"""The journal of one batch: tells the triggers who is at work, and seals what they wrote.

An entry's hash is the SHA-256 of its columns, joined by the character U+001F, which JSON never holds unescaped. A seal
is the SHA-256 over what the batch was, the numbers of its entries, their hashes in order, and the seal before. Whoever
changes, removes or reorders an entry would have to compute every later seal anew, and would still be found out by a
seal that was kept elsewhere (``Head``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select, text, update

from archrepo.model.catatan import Batch
from archrepo.model.jurnal import Jurnal, KonteksJurnal, Segel
from archrepo.model.kelompok import BatchRecord
from archrepo.model.rincian import table_of
from archrepo.repository.migrasi import known_revisions

FIRST_SEAL = ""
"""What stands for the seal before the first one."""

DIGEST_PREFIX = 8
"""Bytes of every entry's hash that are kept with the seal, so that a changed entry can be named."""

_JURNAL = table_of(Jurnal)
_SEGEL = table_of(Segel)
_KONTEKS = table_of(KonteksJurnal)
_BLOCK = 10_000


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: the last sealed batch, the number of its last entry, and its seal.

    Kept outside the repository it shows later whether the tail of the journal was cut. All zero and empty before the
    first batch.
    """

    batch: int = 0
    nomor: int = 0
    segel: str = FIRST_SEAL

    def __str__(self) -> str:
        return f"{self.batch}:{self.nomor}:{self.segel}"


@dataclass(frozen=True, slots=True)
class SealedBatch:
    """What a seal says of its batch; ``seal`` computes the hash over it."""

    batch_id: int
    waktu: datetime
    pelaku: str
    perintah: str
    revisi: str
    nomor_awal: int
    nomor_akhir: int
    jumlah: int
    segel_sebelum: str

    def seal(self, entries: bytes) -> str:
        """Return the seal.

        Args:
            entries: the full hashes of the entries, joined in order.
        """
        said = [
            self.segel_sebelum,
            self.batch_id,
            self.waktu.astimezone(UTC).isoformat(timespec="microseconds"),
            self.pelaku,
            self.perintah,
            self.revisi,
            self.nomor_awal,
            self.nomor_akhir,
            self.jumlah,
            hashlib.sha256(entries).hexdigest(),
        ]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def read_head(connection: Connection) -> Head:
    """Return the end of the chain."""
    columns = select(_SEGEL.c.batch_id, _SEGEL.c.nomor_akhir, _SEGEL.c.segel)
    row = connection.execute(columns.order_by(_SEGEL.c.nomor_akhir.desc()).limit(1)).first()
    return Head(*row) if row is not None else Head()


def last_number(connection: Connection) -> int:
    """Return the number of the newest entry, sealed or not; 0 in an empty journal."""
    newest = select(_JURNAL.c.nomor).order_by(_JURNAL.c.nomor.desc()).limit(1)
    return connection.execute(newest).scalar() or 0


def entry_digests(
    connection: Connection, after: int, until: int | None = None
) -> Iterator[tuple[int, int | None, bytes, bool]]:
    """Give number, batch, hash and whether its values were blanked, of each entry in order.

    Args:
        after: the number before the first one wanted.
        until: the last number wanted; to the end if not given.
    """
    query = text(
        f"SELECT nomor, batch_id, {_said(connection)}, sidik FROM jurnal "  # noqa: S608 - columns named below
        "WHERE nomor > :after AND nomor <= :until ORDER BY nomor"
    )
    last = last_number(connection) if until is None else until
    for start in range(after, last, _BLOCK):
        bounds = {"after": start, "until": min(start + _BLOCK, last)}
        for nomor, batch, said, sidik in connection.execute(query, bounds).all():
            blanked = sidik is not None
            yield nomor, batch, bytes.fromhex(sidik) if blanked else hashlib.sha256(said).digest(), blanked


_PARTS = ("nomor", "batch_id", "luar", "tabel", "baris", "aksi", "sebelum", "sesudah")


def _said(connection: Connection) -> str:
    """Return the expression that gives the bytes over which an entry is hashed; an empty column is an empty text."""
    if connection.dialect.name == "sqlite":
        # One call writes the text once; joining with || copies it for every column.
        marks = " || char(31) || ".join("'%s'" for _ in _PARTS)
        return f"CAST(printf({marks}, {', '.join(_PARTS)}) AS BLOB)"
    joined = " || chr(31) || ".join(f"coalesce(CAST({part} AS TEXT), '')" for part in _PARTS)
    return f"convert_to({joined}, 'UTF8')"


def has_journal(revision: str | None) -> bool:
    """Whether a repository at a migration has a journal."""
    return revision is not None and revision >= "0002"


class OpenBatch:
    """The batch that a unit of work may become: its number is known before anything is written.

    ``before`` is the state that it starts from: the last seal, and the number of the newest entry, sealed or not.

    Args:
        connection: in a transaction that holds the lock of the writer.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._head = read_head(connection)
        self._start = last_number(connection)
        self.before = Head(self._head.batch, self._start, self._head.segel)
        newest = connection.execute(select(func.max(Batch.id))).scalar()
        self.id = (newest or 0) + 1
        self._tell(self.id)

    @property
    def has_entries(self) -> bool:
        """Whether anything was written in the batch."""
        wrote = select(_JURNAL.c.nomor).where(_JURNAL.c.nomor > self._start, _JURNAL.c.batch_id == self.id).limit(1)
        return self._connection.execute(wrote).first() is not None

    @property
    def has_unsealed(self) -> bool:
        """Whether there are entries that no seal covers, of this batch or made outside."""
        return last_number(self._connection) > self._head.nomor

    def seal(self, batch: BatchRecord, revision: str | None = None) -> Head:
        """Seal all entries that no seal covers yet, those made outside too; return the new end of the chain.

        Args:
            revision: the migration at which the entries were written; the newest if not given.
        """
        entries = list(entry_digests(self._connection, self._head.nomor))
        digests = b"".join([digest for _, _, digest, _ in entries])
        prefixes = b"".join([digest[:DIGEST_PREFIX] for _, _, digest, _ in entries])
        sealed = SealedBatch(
            batch_id=self.id,
            waktu=batch.now,
            pelaku=batch.actor,
            perintah=batch.command,
            revisi=revision or known_revisions()[-1],
            nomor_awal=entries[0][0],
            nomor_akhir=entries[-1][0],
            jumlah=len(entries),
            segel_sebelum=self._head.segel,
        )
        segel = sealed.seal(digests)
        row = {name: getattr(sealed, name) for name in sealed.__slots__}
        self._connection.execute(insert(_SEGEL), row | {"sidik_entri": prefixes, "segel": segel})
        self._tell(None)
        return Head(self.id, sealed.nomor_akhir, segel)

    def close(self) -> None:
        """Leave the batch without a seal: what is written from now on is not of it."""
        self._tell(None)

    def _tell(self, batch: int | None) -> None:
        """Tell the triggers which batch is at work; on PostgreSQL for this transaction only."""
        if self._connection.dialect.name == "sqlite":
            self._connection.execute(update(_KONTEKS).values(batch_id=batch))
        else:
            setting = text("SELECT set_config('archrepo.batch', :batch, true)")
            self._connection.execute(setting, {"batch": "" if batch is None else str(batch)})
