"""Writes a plan: the only place of intake that changes the repository, within the caller's unit of work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, select

from archrepo.declarations.metamodel import classes
from archrepo.intake.draft import NewElement, Ref
from archrepo.intake.planned import EDGE_CLASSES, Plan, PlannedSource, Statement, Statements
from archrepo.landscape.elemen import Value
from archrepo.model.catatan import AsalBaris
from archrepo.model.penulis import Writer
from archrepo.model.rincian import class_tables, table_of


def load_statements(connection: Connection) -> Statements:
    """Return what earlier rows said, by element and reporting unit, the newest first."""
    table = table_of(AsalBaris)
    columns = select(table.c.elemen_id, table.c.pelapor_id, table.c.isi).where(table.c.isi.is_not(None))
    found: dict[tuple[int, int | None], list[Statement]] = defaultdict(list)
    for element, reporter, said in connection.execute(columns.order_by(table.c.id.desc())):
        found[(element, reporter)].append(_read_back(said))
    return found


@dataclass(frozen=True, slots=True)
class Applied:
    """What was written: the batch, and the ids of new elements by their references in the draft."""

    batch: int
    ids: Mapping[Ref, int]


def apply_plan(plan: Plan, writer: Writer) -> Applied | None:
    """Write everything that a plan holds.

    Args:
        plan: made against the repository as it stands within the same unit of work.
        writer: of that unit of work.

    Returns:
        What was written, or None when there was nothing to write.
    """
    if plan.is_empty:
        return None
    ids = _take_ids(plan, writer)
    _insert(plan, writer, ids)
    _update(plan, writer, ids)
    writer.relations.remove(plan.draft.released)
    writer.relations.add(
        (jenis, _id(dari, ids), _id(ke, ids), atribut) for (jenis, dari, ke), atribut in plan.draft.relations.items()
    )
    _write_sources(plan, writer, ids)
    return Applied(writer.batch.id, ids)


def _take_ids(plan: Plan, writer: Writer) -> Mapping[Ref, int]:
    refs = list(plan.draft.created)
    return dict(zip(refs, writer.new_ids(len(refs)), strict=True))


def _id(ref: Ref, ids: Mapping[Ref, int]) -> int:
    return ids[ref] if ref < 0 else ref


def _insert(plan: Plan, writer: Writer, ids: Mapping[Ref, int]) -> None:
    groups: dict[str, list[NewElement]] = defaultdict(list)
    for element in plan.draft.created.values():
        groups[element.kelas].append(element)
    for name in sorted(groups, key=_insert_order):
        group = groups[name]
        references = _references(name)
        rows = [
            {
                **_resolved(element.fields, references, ids),
                "id": ids[element.ref],
                "kode": element.kode,
                "keadaan": element.keadaan,
                "instansi_id": element.instansi_id,
            }
            for element in group
        ]
        writer.insert(name, rows)


def _insert_order(name: str) -> tuple[bool, int]:
    """Put classes before those that refer to them, as far as an order can.

    References are checked at commit and may point ahead; but while one does, SQLite looks for it at every insert.
    """
    return name in EDGE_CLASSES, list(classes()).index(name)


@cache
def _references(name: str) -> frozenset[str]:
    """Return the fields of a class that refer to elements."""
    return frozenset(class_tables(name).references)


def _resolved(fields: Mapping[str, Value], references: Set[str], ids: Mapping[Ref, int]) -> dict[str, Any]:
    """Return fields with references as ids."""
    found: dict[str, Any] = dict(fields)
    for name in references & fields.keys():
        value = fields[name]
        if isinstance(value, int) and value < 0:
            found[name] = ids[value]
    return found


def _update(plan: Plan, writer: Writer, ids: Mapping[Ref, int]) -> None:
    changes: dict[int, dict[str, Any]] = defaultdict(dict)
    for change in plan.draft.changes:
        references = _references(plan.draft.kelas(change.ref))
        changes[change.ref] |= _resolved({change.field: change.new}, references, ids)
    groups: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for identifier, fields in changes.items():
        groups[plan.draft.kelas(identifier)].append((identifier, fields))
    for name, rows in groups.items():
        writer.update_many(name, rows)


def _write_sources(plan: Plan, writer: Writer, ids: Mapping[Ref, int]) -> None:
    files: dict[str, int] = {}
    sheets: dict[int, int] = {}
    used = {source.sheet for source in plan.sources} | {note.sheet for note in plan.notes}
    used |= {number for number, _ in plan.without}
    for number, sheet in enumerate(plan.sheets):
        if number not in used:
            continue
        key = f"{sheet.sha256}:{sheet.file}"
        if key not in files:
            files[key] = writer.sources.add_file(PurePath(sheet.file).name, sheet.sha256)
        sheets[number] = writer.sources.add_sheet(
            files[key],
            sheet.sheet,
            sheet.kelas,
            asked=sheet.asked,
            rows=sheet.rows,
            header_row=sheet.header_row,
            reporters=[_id(ref, ids) for ref in sheet.pelapor],
        )
    writer.sources.add_rows(_source_rows(plan, sheets, ids))
    writer.sources.add_notes(
        [
            {
                "elemen_id": _id(note.ref, ids),
                "judul": note.title,
                "teks": note.text,
                "lembar_id": sheets[note.sheet],
                "baris": note.row,
            }
            for note in plan.notes
        ]
    )


def _source_rows(plan: Plan, sheets: Mapping[int, int], ids: Mapping[Ref, int]) -> list[dict[str, Any]]:
    """Return the rows of provenance; a row that names an element twice is told apart by its position."""
    positions: dict[tuple[Ref, int, int], int] = defaultdict(int)
    rows = []
    for source in plan.sources:
        key = (source.ref, source.sheet, source.row)
        rows.append(_source_row(source, positions[key], sheets, ids))
        positions[key] += 1
    return rows


def _source_row(
    source: PlannedSource, position: int, sheets: Mapping[int, int], ids: Mapping[Ref, int]
) -> dict[str, Any]:
    return {
        "elemen_id": _id(source.ref, ids),
        "lembar_id": sheets[source.sheet],
        "baris": source.row,
        "pelapor_id": None if source.pelapor is None else _id(source.pelapor, ids),
        "posisi": position,
        "isi": _stored(source.statement),
    }


def _stored(said: Statement) -> Mapping[str, Any]:
    """Return what a row said as JSON keeps it: a day as ``{"tanggal": …}``; several values become a list there."""
    if date not in map(type, said.values()):
        return said
    return {name: {"tanggal": value.isoformat()} if type(value) is date else value for name, value in said.items()}


def _read_back(said: Mapping[str, Any]) -> Statement:
    return {name: _value_of(value) for name, value in said.items()}


def _value_of(value: Any) -> Value:
    if isinstance(value, dict):
        return date.fromisoformat(value["tanggal"])
    return tuple(value) if isinstance(value, list) else value
