"""Checks what a unit of work wrote against the metamodel, all at once and in whatever order it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from sqlalchemy import Connection, select

from archrepo.model.relasi import RelationNotAllowedError, check_reference, check_relation
from archrepo.model.rincian import ELEMEN

_CHUNK = 900


class PendingChecks:
    """Remembers references and relations as they are written, and checks them when all elements are there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._classes: dict[int, str] = {}
        self._references: list[tuple[str, str, Mapping[int, int]]] = []
        self._relations: list[tuple[str, int, int]] = []

    def elements(self, kelas: str, ids: Sequence[int]) -> None:
        """Note the class of elements that were written."""
        self._classes.update(dict.fromkeys(ids, kelas))

    def references(self, kelas: str, field: str, targets: Mapping[int, int]) -> None:
        """Note to which elements a field refers, by the id of the element that has it."""
        self._references.append((kelas, field, targets))

    def relations(self, keys: Iterable[tuple[str, int, int]]) -> None:
        """Note rows of the relation table."""
        self._relations.extend(keys)

    def run(self) -> None:
        """Check all that was noted since the last run.

        Raises:
            RelationNotAllowedError: a relation or reference that the metamodel does not declare.
        """
        self._load({target for *_, targets in self._references for target in targets.values()})
        self._load({end for _, dari, ke in self._relations for end in (dari, ke)})
        for kelas, field, targets in self._references:
            self._check_references(kelas, field, targets)
        self._check_relations()
        self._references.clear()
        self._relations.clear()

    def _check_references(self, kelas: str, field: str, targets: Mapping[int, int]) -> None:
        """Check a field; the metamodel is asked once for each class that it refers to."""
        known = self._classes
        refused = {
            other
            for other in set(map(known.get, targets.values()))
            if not _allows(check_reference, kelas, field, other)
        }
        if refused:
            one, other = next(
                (one, known.get(target)) for one, target in targets.items() if known.get(target) in refused
            )
            check_reference(kelas, field, other, of=self._named(one))

    def _check_relations(self) -> None:
        known = self._classes
        found = {(jenis, known.get(dari), known.get(ke)) for jenis, dari, ke in self._relations}
        refused = {ends for ends in found if not _allows(check_relation, *ends)}
        if refused:
            jenis, dari, ke = next(
                key for key in self._relations if (key[0], known.get(key[1]), known.get(key[2])) in refused
            )
            between = f"{self._named(dari)} → {self._named(ke)}"
            check_relation(jenis, known.get(dari), known.get(ke), between=between)

    def _load(self, ids: Set[int]) -> None:
        missing = sorted(ids - self._classes.keys())
        for start in range(0, len(missing), _CHUNK):
            where = ELEMEN.c.id.in_(missing[start : start + _CHUNK])
            for identifier, kelas in self._connection.execute(select(ELEMEN.c.id, ELEMEN.c.kelas).where(where)):
                self._classes[identifier] = kelas

    def _named(self, identifier: int) -> str:
        columns = select(ELEMEN.c.kode, ELEMEN.c.nama).where(ELEMEN.c.id == identifier)
        row = self._connection.execute(columns).first()
        return f'{row.kode} "{row.nama}"' if row is not None else f"objek nomor {identifier}"


def _allows(check: Callable[..., None], *facts: str | None) -> bool:
    try:
        check(*facts)
    except RelationNotAllowedError:
        return False
    return True
