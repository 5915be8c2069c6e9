"""The batch to which the writes of one unit of work belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert

from archrepo.model.catatan import Batch
from archrepo.model.rincian import table_of

_BATCH = table_of(Batch)


class BatchRecord:
    """Who writes, when and by which command; its row is written last, when it is known what was done.

    ``id`` is its number; ``summary`` is kept with it, beside the counts of what was written.
    """

    def __init__(
        self,
        connection: Connection,
        identifier: int,
        *,
        actor: str,
        command: str,
        asal: str,
        files: Sequence[str],
    ) -> None:
        self.id = identifier
        self.actor = actor
        self.command = command
        self.asal = asal
        self.now = datetime.now(UTC)
        self.summary: dict[str, Any] = {}
        self._connection = connection
        self._files = list(files)
        self._counts: Counter[str] = Counter()

    @property
    def is_counted(self) -> bool:
        """Whether anything was noted as written."""
        return bool(self._counts)

    def count(self, what: str, n: int = 1) -> None:
        """Note that n things of a kind were written."""
        if n:
            self._counts[what] += n

    def record(self) -> None:
        """Write the row of the batch."""
        row = {
            "id": self.id,
            "waktu": self.now,
            "pelaku": self.actor,
            "perintah": self.command,
            "daftar_berkas": self._files,
            "ringkasan": {**self._counts, **self.summary},
        }
        self._connection.execute(insert(_BATCH), row)
