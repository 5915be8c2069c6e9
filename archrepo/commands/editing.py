"""Adds, edits and removes single elements by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archrepo.commands.opening import find_instansi
from archrepo.commands.stale import refuse_stale
from archrepo.errors import ConflictError
from archrepo.intake.apply import apply_plan, load_statements
from archrepo.intake.entry import record_of
from archrepo.intake.plan import Planner
from archrepo.intake.records import OWNER, CellProblem, FileReading, Record, SheetReading
from archrepo.landscape.elemen import Elemen
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.model.elemen import DIHAPUS
from archrepo.repository import Repository, UnitOfWork


@dataclass(frozen=True, slots=True)
class EditResult:
    """What an edit did: the element's kode, name and version now, whether anything changed, and what could not be
    resolved."""

    kode: str
    nama: str
    changed: bool
    warnings: tuple[CellProblem, ...] = ()
    versi: int = 1


class EditRefusedError(ConflictError):
    """What was typed cannot be kept: a kode in use, or a reference to nothing."""

    code = "ENT002"


def add_element(
    repository: Repository,
    pelaku: str,
    kelas: str,
    texts: Mapping[str, str],
    *,
    unit: str | None = None,
    instansi: str | None = None,
) -> EditResult:
    """Add one element from typed texts, by the rules of an import; one that is known already is completed.

    Raises:
        UsageError: a field or a value that cannot be read.
        EditRefusedError: it cannot be kept.
    """
    kode = texts.get("kode")
    fields = {name: text for name, text in texts.items() if name != "kode"}
    with repository.write(pelaku, "add") as work:
        landscape = load_landscape(work.connection)
        home = find_instansi(landscape, instansi)
        return _write(work, landscape, home.id, record_of(kelas, fields, kode=kode, unit=unit))


def edit_element(
    repository: Repository,
    pelaku: str,
    kode: str,
    texts: Mapping[str, str],
    *,
    instansi: str | None = None,
    versi: int | None = None,
) -> EditResult:
    """Change fields of one element.

    Args:
        versi: the version that the change was based on; None for the one stored now.

    Raises:
        UnknownNameError: no element of that kode.
        StaleEditError: it was changed since.
    """
    with repository.write(pelaku, "edit") as work:
        landscape = load_landscape(work.connection)
        element = _find(landscape, kode, instansi)
        refuse_stale(repository, element, versi)
        record = record_of(element.kelas, texts, kode=element.kode)
        own = not landscape.is_national(element)
        home = element.instansi_id if own else find_instansi(landscape, instansi).id
        result = _write(work, landscape, home, record)
        if result.changed and element.kelas == "Aplikasi" and record.references.get(OWNER):
            work.writer.update("Aplikasi", element.id, {"dasar_pemilik": "manual"})
    return result


def remove_element(
    repository: Repository, pelaku: str, kode: str, *, instansi: str | None = None, versi: int | None = None
) -> EditResult:
    """Mark an element as removed; nothing is deleted, and its sources stay.

    Args:
        versi: the version that the decision was based on; None for the one stored now.

    Raises:
        UnknownNameError: no element of that kode.
        StaleEditError: it was changed since.
    """
    with repository.write(pelaku, "remove") as work:
        landscape = load_landscape(work.connection)
        element = _find(landscape, kode, instansi)
        refuse_stale(repository, element, versi)
        work.writer.update(element.kelas, element.id, {"keadaan": DIHAPUS}, versi=element.versi)
    return EditResult(element.kode, element.nama, changed=True, versi=element.versi + 1)


def _find(landscape: Landscape, kode: str, instansi: str | None) -> Elemen:
    home = find_instansi(landscape, instansi).id if instansi else None
    return landscape.by_kode(kode, home)


def _write(work: UnitOfWork, landscape: Landscape, instansi_id: int, record: Record) -> EditResult:
    planner = Planner(landscape, instansi_id, load_statements(work.connection))
    plan = planner.plan([_as_reading(record)])
    sheet = next(iter(plan.outcome.sheets))
    if sheet.refused:
        problem = sheet.refused[0]
        raise EditRefusedError(problem.message, mend=problem.mend, code=problem.code)
    refs = [source.ref for source in plan.sources]
    # What a person types has no file: its provenance is the batch itself.
    plan.sources.clear()
    plan.notes.clear()
    changed = not plan.is_empty
    applied = apply_plan(plan, work.writer)
    fresh = load_landscape(work.connection)
    ref = refs[0] if refs else landscape.by_kode(record.kode or "", instansi_id).id
    element = fresh[applied.ids.get(ref, ref) if applied is not None else ref]
    return EditResult(element.kode, element.nama, changed, tuple(sheet.warnings), element.versi)


def _as_reading(record: Record) -> FileReading:
    sheet = SheetReading(
        file="",
        sheet="",
        layer="",
        kelas=record.kelas,
        header_row=None,
        mapping=(),
        unmapped=(),
        ignored=(),
        records=(record,),
        refused=(),
        warnings=(),
        skipped=(),
        asked=frozenset(),
        unit=None,
        units_without=(),
    )
    return FileReading("", (sheet,), "", 0)
