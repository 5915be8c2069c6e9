"""Checks what a unit of work wrote against the metamodel, all at once and in whatever order it was written."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from archrepo.model.relasi import RelationNotAllowedError, check_reference, check_relation
from archrepo.model.rincian import ELEMEN

_CHUNK = 900


class PendingChecks:
    """Remembers references and relations as they are written, and checks them when all elements are there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._classes: dict[int, str] = {}
        self._references: list[tuple[str, str, int, int]] = []
        self._relations: list[tuple[str, int, int]] = []

    def element(self, identifier: int, kelas: str) -> None:
        """Note the class of an element that was written."""
        self._classes[identifier] = kelas

    def reference(self, kelas: str, field: str, identifier: int, target: int) -> None:
        """Note that a field of an element refers to another."""
        self._references.append((kelas, field, identifier, target))

    def relation(self, jenis: str, dari: int, ke: int) -> None:
        """Note a row of the relation table."""
        self._relations.append((jenis, dari, ke))

    def run(self) -> None:
        """Check all that was noted since the last run.

        Raises:
            RelationNotAllowedError: a relation or reference that the metamodel does not declare.
        """
        self._load(target for _, _, _, target in self._references)
        self._load(end for _, dari, ke in self._relations for end in (dari, ke))
        known = self._classes
        for kelas, field, identifier, target in self._references:
            try:
                check_reference(kelas, field, known.get(target))
            except RelationNotAllowedError:  # the name is looked up only now, when it is needed
                check_reference(kelas, field, known.get(target), of=self._named(identifier))
        for jenis, dari, ke in self._relations:
            try:
                check_relation(jenis, known.get(dari), known.get(ke))
            except RelationNotAllowedError:
                check_relation(
                    jenis, known.get(dari), known.get(ke), between=f"{self._named(dari)} → {self._named(ke)}"
                )
        self._references.clear()
        self._relations.clear()

    def _load(self, ids: Iterable[int]) -> None:
        missing = sorted(set(ids) - self._classes.keys())
        for start in range(0, len(missing), _CHUNK):
            where = ELEMEN.c.id.in_(missing[start : start + _CHUNK])
            for identifier, kelas in self._connection.execute(select(ELEMEN.c.id, ELEMEN.c.kelas).where(where)):
                self._classes[identifier] = kelas

    def _named(self, identifier: int) -> str:
        columns = select(ELEMEN.c.kode, ELEMEN.c.nama).where(ELEMEN.c.id == identifier)
        row = self._connection.execute(columns).first()
        return f'{row.kode} "{row.nama}"' if row is not None else f"objek nomor {identifier}"
