"""Imports files: reads them, plans, and writes the plan in one unit of work."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from archrepo.berkas import write_bytes
from archrepo.commands.column_memory import recall, remember
from archrepo.commands.opening import find_instansi
from archrepo.declarations.kosakata import with_spellings
from archrepo.errors import ConflictError, InputError, Place
from archrepo.intake.apply import apply_plan, load_statements
from archrepo.intake.garbage import without_collection
from archrepo.intake.mending import has_problems, write_mending
from archrepo.intake.outcome import ImportOutcome, outcome_json
from archrepo.intake.own_spellings import read_spellings
from archrepo.intake.plan import Planner
from archrepo.intake.planned import Plan
from archrepo.intake.reading import FileReading, find_files, read_paths
from archrepo.landscape.loader import load_landscape
from archrepo.model.catatan import Batch
from archrepo.repository import Repository

PLAN_SCHEMA = "archrepo-plan/1"


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import and how.

    ``corrections`` maps the title of a column to the field that it fills, ``renames`` the old name of an application to
    its new one; ``vocabulary`` is a file of the user's own spellings.
    """

    paths: tuple[str, ...]
    opd: str | None = None
    layer: str | None = None
    instansi: str | None = None
    corrections: tuple[tuple[str, str], ...] = ()
    partial: bool = False
    renames: tuple[tuple[str, str], ...] = ()
    vocabulary: str | None = None


class RepositoryMovedError(ConflictError):
    """The repository or a file changed between making a plan and applying it."""

    code = "KON011"

    def __init__(self, message: str) -> None:
        super().__init__(message, mend="Buat rencana baru, periksa lagi, lalu terapkan.")


def read_request(request: ImportRequest, repository: Repository | None = None) -> tuple[FileReading, ...]:
    """Read the files of a request; nothing is opened for writing.

    Args:
        repository: which remembers the columns that were corrected in earlier files.

    Raises:
        InputError: a file that cannot be read or is not safe.
    """
    remembered = None
    if repository is not None:
        with repository.read() as connection:
            remembered = recall(connection, request.instansi)
    own = read_spellings(Path(request.vocabulary)) if request.vocabulary else {}
    with with_spellings(own):
        return read_paths(
            [Path(path) for path in request.paths],
            opd=request.opd,
            layer=request.layer,
            corrections=request.corrections,
            recall=remembered,
        )


def _plan(connection: Connection, request: ImportRequest, readings: Sequence[FileReading]) -> Plan:
    landscape = load_landscape(connection)
    instansi = find_instansi(landscape, request.instansi)
    statements = load_statements(connection)
    planner = Planner(landscape, instansi.id, statements, request.renames)
    plan = planner.plan(readings)
    if planner.stale:
        # A row of the past must leave no trace in the plan, so it is made again without.
        plan = Planner(landscape, instansi.id, statements, request.renames, planner.stale).plan(readings)
    return plan


def preview(repository: Repository, request: ImportRequest, readings: Sequence[FileReading]) -> ImportOutcome:
    """Return what an import would do."""
    with without_collection(), repository.read() as connection:
        based_on = _last_batch(connection)
        outcome = _plan(connection, request, readings).outcome
    outcome.based_on = based_on
    outcome.dry_run = True
    return outcome


def import_files(
    repository: Repository,
    pelaku: str,
    request: ImportRequest,
    readings: Sequence[FileReading],
    *,
    based_on: int | None = None,
) -> ImportOutcome:
    """Write what was read, all of it or nothing.

    With a refused row nothing is written, unless the request is partial: then the refused rows alone are left out.

    Args:
        based_on: id of the last batch that a shown plan was made on; None to import into whatever is there.

    Raises:
        RepositoryMovedError: there is a later batch by now.
    """
    names = [reading.file for reading in readings]
    with without_collection(), repository.write(pelaku, "import", asal="impor", files=names) as work:
        if based_on is not None and _last_batch(work.connection) != based_on:
            raise RepositoryMovedError("Repositori sudah berubah sejak rencana dibuat")
        plan = _plan(work.connection, request, readings)
        if plan.outcome.has_refused and not request.partial:
            return plan.outcome
        applied = apply_plan(plan, work.writer)
        kept = 0
        if request.corrections:
            kept = remember(work, plan.draft.instansi_id, plan, readings, request.corrections, applied)
        plan.outcome.written = applied is not None or kept > 0
        plan.outcome.batch = work.writer.batch.id if plan.outcome.written else None
    return plan.outcome


# ---- what needs mending


def write_reports(request: ImportRequest, outcome: ImportOutcome, target: Path) -> dict[Path, int]:
    """Write a copy of each file that has problems, each problem at its cell; return how many each copy tells.

    One file goes to ``target``; of several, each copy has the name of its file added.

    Raises:
        OutputError: a copy cannot be written.
        ReportFailedError: a workbook cannot be copied.
    """
    sources = find_files([Path(path) for path in request.paths])
    written: dict[Path, int] = {}
    for source, file in zip(sources, outcome.files, strict=True):
        if has_problems(file):
            path = target if len(sources) == 1 else target.with_name(f"{target.stem}-{source.stem}{target.suffix}")
            written[path] = write_mending(source, file, path, is_written=outcome.written)
    return written


# ---- plans kept in a file


def _last_batch(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(Batch.id), 0))).scalar_one())


def save_plan(path: Path, request: ImportRequest, readings: Sequence[FileReading], outcome: ImportOutcome) -> None:
    """Keep a preview in a file that ``apply_saved`` applies: the request, the files' hashes, and what would be done."""
    absolute = tuple(str(Path(name).resolve()) for name in request.paths)
    document = {
        "schema": PLAN_SCHEMA,
        "last_batch": outcome.based_on,
        "request": asdict(request) | {"paths": absolute, "vocabulary": _absolute(request.vocabulary)},
        "vocabulary_sha256": _digest(request.vocabulary),
        "files": [{"file": reading.file, "sha256": reading.sha256} for reading in readings],
        "outcome": outcome_json(outcome),
    }
    write_bytes(path, json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8"))


def _absolute(name: str | None) -> str | None:
    return None if name is None else str(Path(name).resolve())


def _digest(name: str | None) -> str | None:
    """Return the hash of a file of spellings, by which a plan knows that it is still the same; None without one."""
    try:
        return None if name is None else hashlib.sha256(Path(name).read_bytes()).hexdigest()
    except OSError:
        return ""


def _load_plan(path: Path) -> Mapping[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError):
        document = None
    if not isinstance(document, dict) or document.get("schema") != PLAN_SCHEMA:
        raise InputError(
            "Berkas ini bukan rencana impor archrepo",
            mend="Buat rencana dengan: archrepo import BERKAS --dry-run --plan RENCANA.json",
            where=Place(file=path.name),
            code="IMP090",
        )
    return document


def _request_of(document: Mapping[str, Any]) -> ImportRequest:
    stored = document["request"]
    return ImportRequest(
        paths=tuple(stored["paths"]),
        opd=stored["opd"],
        layer=stored["layer"],
        instansi=stored["instansi"],
        corrections=tuple((title, field) for title, field in stored["corrections"]),
        partial=stored["partial"],
        renames=tuple((old, new) for old, new in stored.get("renames", ())),
        vocabulary=stored.get("vocabulary"),
    )


def saved_request(path: Path) -> ImportRequest:
    """Return the request that a saved plan carries out.

    Raises:
        InputError: the file is no plan.
    """
    return _request_of(_load_plan(path))


def apply_saved(repository: Repository, pelaku: str, path: Path) -> ImportOutcome:
    """Apply a saved plan, exactly as it was shown.

    Raises:
        InputError: the file is no plan.
        RepositoryMovedError: the repository or one of the files changed since; nothing is written.
    """
    document = _load_plan(path)
    request = _request_of(document)
    if _digest(request.vocabulary) != document.get("vocabulary_sha256"):
        raise RepositoryMovedError("Berkas kosakata sudah berubah sejak rencana dibuat")
    readings = read_request(request, repository)
    if [{"file": reading.file, "sha256": reading.sha256} for reading in readings] != document["files"]:
        raise RepositoryMovedError("Berkas yang diimpor sudah berubah sejak rencana dibuat")
    return import_files(repository, pelaku, request, readings, based_on=document["last_batch"])
