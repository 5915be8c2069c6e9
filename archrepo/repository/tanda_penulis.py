"""The sign that the writer of a SQLite file puts up beside it, for SQLite itself cannot say who holds its lock."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from pathlib import Path


class WriterSign:
    """A small file beside the repository with the name of who writes. The lock is SQLite's; this only tells whose.

    A folder that cannot be written, or a sign left by a process that was killed, does no harm.
    """

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}-penulis")

    def put_up(self, who: str) -> None:
        """Say who writes from now on."""
        said = {"siapa": who, "proses": os.getpid(), "komputer": socket.gethostname()}
        with suppress(OSError):
            self._path.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")

    def take_down(self) -> None:
        """Say that nobody writes any more."""
        with suppress(OSError):
            self._path.unlink()

    def holder(self) -> str | None:
        """Return who writes; None if nobody says so, or whoever did is gone."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            who, process, computer = str(said["siapa"]), int(said["proses"]), str(said["komputer"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if computer != socket.gethostname():
            return f"{who} (di komputer {computer})"
        return who if _is_alive(process) else None


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is another account's
        return True
    return True
