"""Refuses a change that was based on an older state of an element, and shows what has changed since."""

from __future__ import annotations

from archrepo.commands.history import HistoryRequest, tell_history
from archrepo.errors import ConflictError
from archrepo.landscape.elemen import Elemen
from archrepo.model.penulis import StaleEditError
from archrepo.repository import Repository
from archrepo.repository.riwayat import read_entries

_SHOWN = 10


class UnknownVersionError(StaleEditError):
    """The version that a change says it was based on has never been."""

    def __init__(self, kode: str, nama: str, versi: int, present: int) -> None:
        ConflictError.__init__(
            self,
            f'{kode} "{nama}" belum pernah sampai versi {versi}; sekarang versi {present}',
            mend=f"Lihat dahulu dengan: archrepo show {kode}",
        )
        self.changes = ()


def refuse_stale(repository: Repository, element: Elemen, versi: int | None) -> None:
    """Do nothing if the change was based on the element as it is, or says nothing of what it was based on.

    Args:
        element: as it stands now.
        versi: its counter as it was read by whoever changes it.

    Raises:
        StaleEditError: it was changed since; the error tells by whom and what.
    """
    if versi is None or versi == element.versi:
        return
    if versi > element.versi:
        raise UnknownVersionError(element.kode, element.nama, versi, element.versi)
    raise StaleEditError(element.kode, element.nama, changes_since(repository, element, versi))


def changes_since(repository: Repository, element: Elemen, versi: int) -> tuple[str, ...]:
    """Return what changed of an element since it had a counter, each change in a sentence with its author."""
    with repository.read() as connection:
        first = next(
            (
                entry.nomor
                for entry in read_entries(connection, elements={element.id})
                if entry.table == "elemen" and entry.row == element.id and entry.after.get("versi", 0) > versi
            ),
            None,
        )
    if first is None:
        return ()
    changes = [row for row in tell_history(repository, HistoryRequest(element=element.kode)) if row.nomor >= first]
    lines = [f"{row.moment:%d-%m-%Y %H:%M} {row.actor}: {row.sentence}" for row in changes]
    return tuple(lines[-_SHOWN:])
