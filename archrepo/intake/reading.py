"""Reads files into values: what the sheets hold as it was understood, and what was not. Nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from archrepo.intake.corrections import CorrectionError, check_corrections, is_corrected
from archrepo.intake.garbage import without_collection
from archrepo.intake.gate import TEXTS, WORKBOOKS
from archrepo.intake.limits import DEFAULT_LIMITS, Limits
from archrepo.intake.mended import is_list, mended_part
from archrepo.intake.problems import PROBLEMS, FileProblem
from archrepo.intake.records import (
    CellProblem,
    FileReading,
    IgnoredSheet,
    MappedColumn,
    Record,
    SheetReading,
    SkippedRow,
    UnusedColumn,
)
from archrepo.intake.sheet_reading import Corrections, Hints, Recall, SheetReader
from archrepo.intake.tables import find_tables
from archrepo.intake.wording import begins_with
from archrepo.intake.workbook import Sheet, read_workbook
from archrepo.names import fold

__all__ = [
    "CellProblem",
    "FileReading",
    "IgnoredSheet",
    "MappedColumn",
    "Record",
    "SheetReading",
    "SkippedRow",
    "UnusedColumn",
    "find_files",
    "read_file",
    "read_paths",
]


def read_paths(
    paths: Iterable[Path],
    *,
    opd: str | None = None,
    layer: str | None = None,
    corrections: Corrections = (),
    recall: Recall | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[FileReading, ...]:
    """Read files and folders, sorted by name.

    Raises:
        FileProblem: the first file that cannot be read.
        CorrectionError: a correction names a field that does not exist, or a column that no sheet has.
    """
    check_corrections(corrections)
    readings = tuple(
        read_file(path, opd=opd, layer=layer, corrections=corrections, recall=recall, limits=limits)
        for path in find_files(paths)
    )
    columns = [row.column for reading in readings for sheet in reading.sheets for row in sheet.all_columns]
    for title, field in corrections:
        if not any(is_corrected(column, title) for column in columns):
            raise CorrectionError(title, field, "kolom itu tidak ada")
    return readings


def find_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files to read: folders with all below them, without hidden files and the lock files of Excel.

    Raises:
        FileProblem: a path does not exist, or a folder holds no file that can be read.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        try:
            inside = sorted(inner for inner in path.rglob("*") if inner.is_file() and _is_wanted(inner, path))
        except OSError as error:
            raise FileProblem("IMP071", path.name, reason="tidak ada izin baca") from error
        if not inside:
            raise FileProblem("IMP089", path.name or str(path))
        found += inside
    return tuple(dict.fromkeys(found))


def _is_wanted(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    # A folder of sheets may hold other JSON beside them; a JSON file is read when it is named.
    return path.suffix.lower() in WORKBOOKS | TEXTS and not any(part.startswith((".", "~$", ".~")) for part in parts)


def read_file(
    path: Path,
    *,
    opd: str | None = None,
    layer: str | None = None,
    corrections: Corrections = (),
    recall: Recall | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> FileReading:
    """Read one file.

    Args:
        path: the file.
        opd: the unit that sent it, where the user says so.
        layer: a layer, or a class, of its rows, where the user says so.
        corrections: pairs of column title and field that win over any guess.
        recall: tells corrections of earlier files of the same unit.
        limits: how much is taken in.

    Raises:
        FileProblem: the gate refuses the file, it cannot be read, or none of its sheets holds a table.
    """
    with without_collection():
        return _read_file(path, Hints(opd, layer, tuple(corrections), recall), limits)


def _read_file(path: Path, hints: Hints, limits: Limits) -> FileReading:
    workbook = read_workbook(path, limits)
    hints = replace(hints, mended=mended_part(workbook))
    sheets: list[SheetReading] = []
    ignored: list[IgnoredSheet] = []
    removed = 0
    for sheet in workbook.sheets:
        skipped = _why_ignored(sheet, len(workbook.sheets))
        tables = () if skipped else find_tables(sheet)
        if not tables:
            ignored.append(skipped or _without_header(sheet))
            continue
        readers = [SheetReader(path, table, hints) for table in tables]
        found = [reading for reader in readers if (reading := reader.read()) is not None]
        if not found:
            ignored.append(_without_names(sheet))
        removed += sum(count for _, count in found)
        sheets += [reading for reading, _ in found]
    if not sheets:
        reason = "; ".join(f'"{sheet.sheet}": {sheet.why}' if sheet.sheet else sheet.why for sheet in ignored)
        code = next((sheet.code for sheet in ignored if sheet.code), "IMP087") if len(ignored) == 1 else "IMP087"
        name = ignored[0].sheet or None if len(ignored) == 1 else None
        raise FileProblem(code, path.name, sheet=name, reason=reason)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return FileReading(path.name, tuple(sheets), digest, removed, tuple(ignored))


def _why_ignored(sheet: Sheet, count: int) -> IgnoredSheet | None:
    if not any(cell not in (None, "") for row in sheet.rows for cell in row):
        return IgnoredSheet(sheet.name, "lembar kosong", "IMP061")
    if sheet.hidden:
        return IgnoredSheet(sheet.name, "lembar tersembunyi")
    if is_list(sheet):
        return IgnoredSheet(sheet.name, "daftar yang perlu diperbaiki, bukan isian")
    if count > 1 and begins_with(fold(sheet.name), "lembar_bukan_data", "awal"):
        return IgnoredSheet(sheet.name, "lembar petunjuk atau daftar pilihan")
    return None


def _without_header(sheet: Sheet) -> IgnoredSheet:
    return IgnoredSheet(sheet.name, PROBLEMS["IMP060"].title.lower(), "IMP060")


def _without_names(sheet: Sheet) -> IgnoredSheet:
    return IgnoredSheet(sheet.name, "tidak ada kolom nama atau alamat, misalnya karena berisi rekapitulasi", "IMP060")
