"""What an import did or would do, sheet by sheet: the value behind the printed report and ``--format json``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from archrepo.declarations.kosakata import vocabularies
from archrepo.intake.records import CellProblem


@dataclass(frozen=True, slots=True)
class ElementCounts:
    """How many elements a sheet made, changed, left alone, or no longer names."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    no_longer_reported: int = 0


@dataclass(slots=True)
class SheetOutcome:
    """What became of one sheet. ``outcomes`` maps each data row to created, updated, unchanged, joined or refused.

    ``header_top`` is the first header row of a table, None for a form; ``last_column`` the number of its last titled
    column; ``notes_letter`` that of a column which earlier remarks stand in.
    """

    sheet: str
    layer: str
    kelas: str
    header_row: int | None
    mapping: list[dict[str, Any]]
    unmapped: list[dict[str, Any]]
    ignored: list[dict[str, Any]]
    skipped: list[dict[str, Any]]
    outcomes: dict[int, str] = field(default_factory=dict)
    refused: list[CellProblem] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)
    elements: ElementCounts = field(default_factory=ElementCounts)
    differences: list[dict[str, Any]] = field(default_factory=list)
    header_top: int | None = None
    last_column: int = 0
    notes_letter: str | None = None

    def count(self, outcome: str) -> int:
        """Return how many rows ended so."""
        return sum(1 for known in self.outcomes.values() if known == outcome)


@dataclass(slots=True)
class FileOutcome:
    """What became of one file."""

    file: str
    sheets: list[SheetOutcome]
    removed_personal: int = 0
    ignored_sheets: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an import proposes and leaves to people: ``kind`` is ganti_nama or menggantikan.

    ``dari`` and ``ke`` are kode (None for a new element) and name: the old and the new name of one application, or the
    application that replaces another and the replaced one, in the direction of the relation.
    """

    kind: str
    sheet: str
    row: int
    dari: dict[str, str | None]
    ke: dict[str, str | None]
    message: str
    mend: str


@dataclass(slots=True)
class ImportOutcome:
    """What became of an import.

    ``batch`` is None when nothing was written; ``based_on`` is the last batch that a preview was made on.
    """

    files: list[FileOutcome]
    new_units: list[dict[str, Any]] = field(default_factory=list)
    batch: int | None = None
    based_on: int | None = None
    dry_run: bool = False
    written: bool = False
    proposals: list[Proposal] = field(default_factory=list)

    @property
    def has_refused(self) -> bool:
        """Whether any row was refused."""
        return any(sheet.refused for sheet in self.sheets)

    @property
    def sheets(self) -> Iterable[SheetOutcome]:
        """All sheets of all files."""
        return (sheet for file in self.files for sheet in file.sheets)


def _problem_json(problem: CellProblem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "code": problem.code,
        "message": problem.message,
        "mend": problem.mend,
    }


def _sheet_json(sheet: SheetOutcome) -> dict[str, Any]:
    counts = sheet.elements
    return {
        "sheet": sheet.sheet,
        "layer": sheet.layer,
        "kelas": sheet.kelas,
        "header_row": sheet.header_row,
        "mapping": [{key: row[key] for key in ("column", "letter", "field", "confidence")} for row in sheet.mapping],
        "corrected": [
            {key: row[key] for key in ("column", "letter", "field", "source")}
            for row in sheet.mapping
            if row["source"] != "guess"
        ],
        "unmapped": sheet.unmapped,
        "ignored": sheet.ignored,
        "rows": len(sheet.outcomes),
        "created": sheet.count("created"),
        "updated": sheet.count("updated"),
        "unchanged": sheet.count("unchanged"),
        "joined": sheet.count("joined"),
        "refused": [_problem_json(problem) for problem in sheet.refused],
        "warnings": [_problem_json(problem) for problem in sheet.warnings],
        "skipped": sheet.skipped,
        "elements": {
            "created": counts.created,
            "updated": counts.updated,
            "unchanged": counts.unchanged,
            "no_longer_reported": counts.no_longer_reported,
        },
        "differences": sheet.differences,
    }


def outcome_json(outcome: ImportOutcome) -> dict[str, Any]:
    """Return the document of ``import --format json`` (design section 5); keys are only ever added."""
    return {
        "files": [
            {
                "file": file.file,
                "sheets": [_sheet_json(sheet) for sheet in file.sheets],
                "removed_personal": file.removed_personal,
                "ignored_sheets": file.ignored_sheets,
            }
            for file in outcome.files
        ],
        "new_units": outcome.new_units,
        "batch": outcome.batch,
        "dry_run": outcome.dry_run,
        "written": outcome.written,
        "proposals": [asdict(proposal) for proposal in outcome.proposals],
    }


def shown(value: object, vocabulary: str | None = None) -> str:
    """Return a value as a reader sees it: the label of a vocabulary id, several values joined, nothing as "kosong"."""
    if value is None or value == ():
        return "kosong"
    if isinstance(value, tuple):
        return "; ".join(str(part) for part in value)
    if vocabulary is not None and vocabulary in vocabularies():
        return vocabularies()[vocabulary].label(str(value))
    return str(value)
