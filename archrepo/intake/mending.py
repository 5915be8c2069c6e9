"""What needs mending comes back mendable: a copy of the sender's workbook with every problem at its cell.

Importing the mended copy of a file that was written in part takes the marked rows only; of a file of which nothing was
written, all rows.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from archrepo.berkas import atomic_path
from archrepo.errors import MissingPartError, Place
from archrepo.intake.limits import DEFAULT_LIMITS, MIB, Limits
from archrepo.intake.mended import COLUMNS, LIST_SHEET, NOTES_TITLE, mark_of
from archrepo.intake.outcome import FileOutcome, SheetOutcome
from archrepo.intake.records import CellProblem
from archrepo.intake.workbook import Sheet, column_letter, read_workbook
from archrepo.names import fold

_CHILD = Path(__file__).with_name("mending_child.py")
_MEMORY = 2048 * MIB


class ReportFailedError(MissingPartError):
    """The copy could not be made; the import itself is not touched by that."""

    def __init__(self, file: str) -> None:
        super().__init__(
            "Salinan untuk diperbaiki tidak dapat dibuat dari buku kerja ini",
            mend="Impornya tidak terpengaruh. Simpan ulang buku kerja itu di Excel atau LibreOffice, lalu ulangi.",
            where=Place(file=file),
        )


def has_problems(outcome: FileOutcome) -> bool:
    """Whether there is anything to mend in a file."""
    return any(sheet.refused or sheet.warnings for sheet in outcome.sheets)


def write_mending(
    source: Path, outcome: FileOutcome, target: Path, *, is_written: bool, limits: Limits = DEFAULT_LIMITS
) -> int:
    """Write the copy of a file with its problems; return how many there are.

    Args:
        source: the file as it was imported; it passed the gate.
        outcome: what became of it.
        target: the xlsx file to write.
        is_written: whether the rest of the file was written, so that its copy brings only what was marked.

    Raises:
        OutputError: the target cannot be written.
        ReportFailedError: the workbook cannot be copied within the limits.
    """
    sheets = None if source.suffix.lower() == ".xlsx" else read_workbook(source, limits).sheets
    titles = _titles(outcome, sheets)
    lines = [line for sheet in outcome.sheets for line in _lines(sheet, titles[sheet.sheet])]
    with atomic_path(target) as temporary:
        document = {
            "source": str(source.resolve()) if sheets is None else None,
            "sheets": _rows(sheets or (), titles),
            "target": str(temporary.resolve()),
            "marks": _marks(outcome.sheets, titles),
            "list_title": LIST_SHEET,
            "heading": _heading(source.name, len(lines), is_written=is_written),
            "columns": COLUMNS,
            "lines": [line | {"cells": [number, *line["cells"]]} for number, line in enumerate(lines, start=1)],
        }
        _run(document, source.name, limits)
    return len(lines)


def _run(document: Mapping[str, Any], file: str, limits: Limits) -> None:
    command = [sys.executable, "-I", str(_CHILD), str(_MEMORY), str(limits.seconds)]
    data = json.dumps(document, default=str).encode()
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own file
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReportFailedError(file) from None
    if done.returncode:
        raise ReportFailedError(file)


def _heading(file: str, count: int, *, is_written: bool) -> list[tuple[str, str]]:
    after = (
        "Perbaiki sel yang berwarna, simpan, lalu impor berkas ini. Hanya baris bertanda yang akan dibaca."
        if is_written
        else "Perbaiki sel yang berwarna, simpan, lalu impor berkas ini. Semua baris akan dibaca."
    )
    return [
        (f"{count} hal perlu diperbaiki atau diperhatikan", "title"),
        (
            f"Salinan dari {file}. Jingga: baris belum tercatat. Kuning: tercatat, tetapi ada yang perlu dilihat.",
            "note",
        ),
        (after, "note"),
        (mark_of(is_part=is_written), "note"),
    ]


def _titles(outcome: FileOutcome, sheets: Sequence[Sheet] | None) -> dict[str, str]:
    """Return the names of the sheets in the copy; a text file has a sheet without a name."""
    names = [sheet.name for sheet in sheets] if sheets is not None else [sheet.sheet for sheet in outcome.sheets]
    return {name: re.sub(r"[\[\]:*?/\\]", " ", name)[:31] if name else "Data" for name in names}


def _rows(sheets: Iterable[Sheet], titles: Mapping[str, str]) -> list[dict[str, Any]]:
    found = []
    for sheet in sheets:
        above: list[tuple[object, ...]] = [()] * (sheet.first_row - 1)
        left = (None,) * (sheet.first_column - 1)
        found.append({"title": titles[sheet.name], "rows": [*above, *((*left, *row) for row in sheet.rows)]})
    return found


def _problems(sheet: SheetOutcome) -> list[tuple[str, CellProblem]]:
    return [*(("refused", problem) for problem in sheet.refused), *(("warning", problem) for problem in sheet.warnings)]


def _lines(sheet: SheetOutcome, title: str) -> Iterable[dict[str, Any]]:
    for kind, problem in sorted(_problems(sheet), key=lambda pair: (pair[0], pair[1].row or 0)):
        cell = _cell(sheet, problem)
        cells = [title, problem.row or "-", problem.column or "", problem.value or "",
                 problem.message, problem.mend, problem.code]  # fmt: skip
        yield {"kind": kind, "cells": cells, "link": _target(title, cell) if cell else None}


def _target(title: str, cell: str) -> str:
    return "'" + title.replace("'", "''") + "'!" + cell


def _cell(sheet: SheetOutcome, problem: CellProblem) -> str | None:
    """Return the cell of a problem: its own column, the one it names by title or field, else that of the name."""
    row = problem.row or sheet.header_row
    if row is None:
        return None
    letter = problem.letter
    wanted = fold(problem.column or "")
    for column in (*sheet.mapping, *sheet.unmapped):
        if letter is None and wanted and wanted in (fold(column["column"]), fold(column.get("label", ""))):
            letter = column["letter"]
    named = next((column["letter"] for column in sheet.mapping if column["field"] in ("nama", "url")), None)
    return f"{letter or named or 'A'}{row}"


def _marks(sheets: Sequence[SheetOutcome], titles: Mapping[str, str]) -> list[dict[str, Any]]:
    return [_marks_of(sheet, titles[sheet.sheet]) for sheet in sheets if sheet.refused or sheet.warnings]


def _marks_of(sheet: SheetOutcome, title: str) -> dict[str, Any]:
    texts: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, str] = {}
    notes: dict[int, list[str]] = defaultdict(list)
    for kind, problem in _problems(sheet):
        text = f"{problem.message} ({problem.code}).\n{problem.mend}"
        cell = _cell(sheet, problem)
        if cell is not None:
            texts[cell].append(text)
            kinds.setdefault(cell, kind)
        if problem.row is not None:
            notes[problem.row].append(f"{problem.message}. {problem.mend}")
    is_table = sheet.header_top is not None
    return {
        "title": title,
        "refused_rows": sorted({problem.row for problem in sheet.refused if problem.row is not None}),
        "cells": [{"cell": cell, "kind": kinds[cell], "text": "\n\n".join(found)} for cell, found in texts.items()],
        "notes_column": (sheet.notes_letter or column_letter(sheet.last_column + 1)) if is_table else None,
        "notes_title": NOTES_TITLE,
        "header_top": sheet.header_top,
        "notes": {row: "\n".join(dict.fromkeys(found)) for row, found in notes.items()},
    }
