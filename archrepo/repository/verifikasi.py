"""Checks the journal against its seals, and says which entry was changed, removed or put elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from archrepo.model.jurnal import PenghapusanJurnal, Segel, TitikRilis
from archrepo.model.rincian import table_of
from archrepo.repository.jurnal import DIGEST_PREFIX, FIRST_SEAL, Head, SealedBatch, entry_digests, read_head

_SEGEL = table_of(Segel)
_FIELDS = tuple(SealedBatch.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class JournalProblem:
    """What is wrong, in a sentence for users, with the number of the entry and the batch where they are known."""

    message: str
    nomor: int | None = None
    batch: int | None = None


@dataclass(slots=True)
class Verification:
    """What a check of the journal found.

    ``outside`` and ``unsealed`` are numbers of entries made outside archrepo: sealed since, and not yet.
    ``redacted`` are entries whose values were blanked with a reason.
    """

    entries: int = 0
    batches: int = 0
    head: Head = field(default_factory=Head)
    problems: list[JournalProblem] = field(default_factory=list)
    outside: list[int] = field(default_factory=list)
    unsealed: list[int] = field(default_factory=list)
    redacted: list[int] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def verify_journal(connection: Connection, kept: Head | None = None) -> Verification:
    """Check every entry and seal of the journal.

    Args:
        kept: an end of the chain that was kept elsewhere, to find a tail that was cut off.
    """
    return _Check(connection).run(kept)


class _Check:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found = Verification(head=read_head(connection))
        blanked = table_of(PenghapusanJurnal)
        self._reasons = set(connection.execute(select(blanked.c.nomor)).scalars())

    def run(self, kept: Head | None) -> Verification:
        seals = self._connection.execute(select(_SEGEL).order_by(_SEGEL.c.nomor_akhir)).mappings().all()
        previous, last = FIRST_SEAL, 0
        for row in seals:
            self._batch(row, previous, last)
            previous, last = row["segel"], row["nomor_akhir"]
        self._after(last)
        self._found.batches = len(seals)
        known = {row["batch_id"]: (row["nomor_akhir"], row["segel"]) for row in seals}
        if kept is not None:
            self._kept_outside(kept, known)
        self._releases({segel for _, segel in known.values()})
        return self._found

    def _say(self, message: str, nomor: int | None = None, batch: int | None = None) -> None:
        self._found.problems.append(JournalProblem(message, nomor, batch))

    def _batch(self, row: Any, previous: str, last: int) -> None:
        """Check one seal and the entries under it."""
        batch = row["batch_id"]
        before = len(self._found.problems)
        if row["segel_sebelum"] != previous:
            self._say(
                f"Rantai segel terputus sebelum batch {batch}: ada batch yang hilang atau disisipkan", batch=batch
            )
        expected = iter(range(last + 1, row["nomor_akhir"] + 1))
        digests = bytearray()
        prefixes = row["sidik_entri"]
        for nomor, owner, digest, is_blanked in entry_digests(self._connection, last, row["nomor_akhir"]):
            self._missing(expected, nomor, batch)
            place = (nomor - row["nomor_awal"]) * DIGEST_PREFIX
            if prefixes[place : place + DIGEST_PREFIX] != digest[:DIGEST_PREFIX]:
                self._say(f"Entri {nomor} dalam batch {batch} tidak sama lagi dengan yang disegel", nomor, batch)
            elif owner not in (None, batch):
                self._say(
                    f"Entri {nomor} disegel dalam batch {batch}, tetapi mengaku milik batch {owner}", nomor, batch
                )
            self._note(nomor, owner, is_blanked=is_blanked, batch=batch)
            digests += digest
        self._missing(expected, row["nomor_akhir"] + 1, batch)
        sealed = SealedBatch(**{name: row[name] for name in _FIELDS})
        if before == len(self._found.problems) and sealed.seal(bytes(digests)) != row["segel"]:
            self._say(f"Segel batch {batch} tidak cocok: keterangan batch atau segelnya diubah", batch=batch)

    def _missing(self, expected: Iterator[int], nomor: int, batch: int) -> None:
        for number in expected:
            if number == nomor:
                return
            self._say(f"Entri {number} dalam batch {batch} hilang", number, batch)

    def _note(self, nomor: int, owner: int | None, *, is_blanked: bool, batch: int | None) -> None:
        self._found.entries += 1
        if is_blanked:
            self._found.redacted.append(nomor)
            if nomor not in self._reasons:
                self._say(f"Isi entri {nomor} dikosongkan tanpa alasan yang tercatat", nomor, batch)
        if owner is None:
            self._found.outside.append(nomor)

    def _after(self, last: int) -> None:
        """Check what follows the last seal: only entries made outside archrepo may stand there."""
        for nomor, owner, _, is_blanked in entry_digests(self._connection, last):
            if owner is None:
                self._found.unsealed.append(nomor)
            else:
                self._say(f"Entri {nomor} mengaku milik batch {owner}, tetapi tidak disegel", nomor, owner)
            self._found.entries += 1
            if is_blanked:
                self._say(f"Isi entri {nomor} dikosongkan sebelum disegel", nomor)

    def _kept_outside(self, kept: Head, known: dict[int, tuple[int, str]]) -> None:
        if kept.batch and kept.batch not in known:
            self._say(
                f"Jurnal terpotong: batch {kept.batch}, yang segelnya Anda simpan, tidak ada lagi", batch=kept.batch
            )
        elif kept.batch and known[kept.batch] != (kept.nomor, kept.segel):
            self._say(f"Segel batch {kept.batch} berbeda dari yang Anda simpan", batch=kept.batch)

    def _releases(self, seals: set[str]) -> None:
        table = table_of(TitikRilis)
        for row in self._connection.execute(select(table).order_by(table.c.id)):
            if row.segel and row.segel not in seals:
                self._say(
                    f"Segel yang disimpan rilis nomor {row.id} tidak ada dalam jurnal: jurnal terpotong atau diganti"
                )
