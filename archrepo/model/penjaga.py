"""Holds the relation matrix for objects written through a session: every flush is checked first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Session

from archrepo.model.elemen import Elemen
from archrepo.model.relasi import Relasi, check_reference, check_relation, reference_fields


@event.listens_for(Session, "before_flush")
def check_before_flush(session: Session, _context: Any, _instances: Any) -> None:
    """Check the relations and references of all new and changed objects of the model.

    Raises:
        RelationNotAllowedError: one of them is not declared.
    """
    written = [row for row in (*session.new, *session.dirty) if isinstance(row, (Elemen, Relasi))]
    if not written:
        return
    kelas = _classes_of(session, {target for row in written for target in _targets(row)})
    for row in written:
        if isinstance(row, Relasi):
            check_relation(row.jenis, kelas.get(row.dari_id), kelas.get(row.ke_id))
        else:
            for field, target in _references(row):
                check_reference(type(row).__name__, field, kelas.get(target), of=f'"{row.nama}"')


def _references(row: Elemen) -> Iterable[tuple[str, int]]:
    for field in reference_fields(type(row).__name__):
        target = getattr(row, field)
        if target is not None:
            yield field, target


def _targets(row: Elemen | Relasi) -> Iterable[int]:
    if isinstance(row, Relasi):
        return (row.dari_id, row.ke_id)
    return (target for _, target in _references(row))


def _classes_of(session: Session, ids: set[int]) -> dict[int, str]:
    found = {row.id: type(row).__name__ for row in session.new if isinstance(row, Elemen)}
    found |= {
        row.id: type(row).__name__
        for row in session.identity_map.values()
        if isinstance(row, Elemen) and not inspect(row).expired
    }
    missing = ids - found.keys()
    if missing:
        with session.no_autoflush:
            rows = session.execute(select(Elemen.id, Elemen.kelas).where(Elemen.id.in_(missing)))
            found |= {row.id: row.kelas for row in rows}
    return found
