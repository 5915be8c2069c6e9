"""The batch to which the writes of one unit of work belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, update

from archrepo.model.catatan import Batch
from archrepo.model.rincian import table_of

_BATCH = table_of(Batch)


class BatchRecord:
    """Who writes, when and by which command; recorded in the table when the first write happens.

    ``summary`` is kept with the batch as it stands at the end, beside the counts of what was written.
    """

    def __init__(self, connection: Connection, *, actor: str, command: str, asal: str, files: Sequence[str]) -> None:
        self.actor = actor
        self.command = command
        self.asal = asal
        self.now = datetime.now(UTC)
        self.summary: dict[str, Any] = {}
        self._connection = connection
        self._files = list(files)
        self._id: int | None = None
        self._counts: Counter[str] = Counter()

    @property
    def is_recorded(self) -> bool:
        """Whether anything was written; without it there is no batch."""
        return self._id is not None

    @property
    def id(self) -> int:
        """Id of the batch, recorded when first asked for."""
        if self._id is None:
            row = {"waktu": self.now, "pelaku": self.actor, "perintah": self.command, "daftar_berkas": self._files}
            self._id = int(self._connection.execute(insert(_BATCH).returning(_BATCH.c.id), row).scalar_one())
        return self._id

    def count(self, what: str, n: int = 1) -> None:
        """Note that n things of a kind were written."""
        if n:
            self._counts[what] += n
            _ = self.id

    def close(self) -> None:
        """Keep counts and summary with the batch."""
        if self._id is not None:
            content = {**self._counts, **self.summary}
            self._connection.execute(update(_BATCH).where(_BATCH.c.id == self._id).values(ringkasan=content))
