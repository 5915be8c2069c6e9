"""Draws small workbooks as text, reads them for real, and plans them against a hand-built Landscape."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from archrepo.intake.plan import Planner
from archrepo.intake.planned import Plan, Statements
from archrepo.intake.reading import read_paths
from archrepo.landscape.landscape import Landscape


def write_xlsx(path: Path, **sheets: str) -> Path:
    """Write a workbook; each sheet is drawn as lines of cells separated by ``|``. Underscores in names are blanks."""
    with xlsxwriter.Workbook(path) as book:
        for name, drawing in sheets.items():
            sheet = book.add_worksheet(name.replace("_", " "))
            for row, line in enumerate(drawing.strip("\n").splitlines()):
                for column, text in enumerate(line.split("|")):
                    if text.strip():
                        sheet.write_string(row, column, text.strip())
    return path


def plan_of(landscape: Landscape, *paths: Path, opd: str | None = None, statements: Statements | None = None) -> Plan:
    """Return the plan of files against a Landscape with one Instansi."""
    readings = read_paths(list(paths), opd=opd)
    return Planner(landscape, landscape.daftar_instansi[0].id, statements or {}).plan(readings)
