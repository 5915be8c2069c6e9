"""The findings as a workbook to send round: a summary, all notes, and a sheet a unit with a column for its answer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from archrepo.checks.finding import SEVERITIES, Finding
from archrepo.checks.registry import CheckResult
from archrepo.checks.rendering.facts import by_unit
from archrepo.checks.rendering.rows import TITLES, row_of
from archrepo.checks.rendering.table import summary_lines
from archrepo.declarations.istilah import SEVERITY_LABELS
from archrepo.landscape import Landscape

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

ANSWER = "Jawaban Perangkat Daerah"
"""The column of a unit's sheet that the unit fills in."""

_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_WIDTHS = (28, 9, 18, 34, 60, 50, 40, 14, 30, 24, 14, 7, 34, 10, 20, 18)
_FILLS = {"error": "#F8D7DA", "warning": "#FFF3CD", "info": "#E7EEF5"}


def sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that Excel accepts (31 signs, none forbidden) and that is not taken; it is added to ``taken``."""
    plain = _NOT_IN_A_SHEET_NAME.sub(" ", title).strip()[:31] or "Lembar"
    name, number = plain, 2
    while name.casefold() in taken:
        ending = f" {number}"
        name, number = plain[: 31 - len(ending)] + ending, number + 1
    taken.add(name.casefold())
    return name


def _formats(book: Workbook) -> dict[str, Format]:
    base = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C9D1D9"}
    found = {word: book.add_format({**base, "bg_color": colour}) for word, colour in _FILLS.items()}
    found["text"] = book.add_format(base)
    found["head"] = book.add_format({**base, "bold": True, "bg_color": "#DDE3EA"})
    found["title"] = book.add_format({"bold": True, "font_size": 14})
    return found


def _write_findings(
    book: Workbook, name: str, rows: list[tuple[Finding, tuple[str, ...]]], formats: dict[str, Format], *, answer: bool
) -> None:
    sheet = book.add_worksheet(name)
    titles = (*TITLES, ANSWER) if answer else TITLES
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, formats["head"])
        sheet.set_column(column, column, _WIDTHS[column] if column < len(_WIDTHS) else 40)
    for number, (finding, texts) in enumerate(rows, start=1):
        for column, text in enumerate(texts):
            sheet.write_string(number, column, text, formats[finding.severity if column == 2 else "text"])
        if answer:
            sheet.write_blank(number, len(TITLES), None, formats["text"])
    sheet.autofilter(0, 0, max(len(rows), 1), len(titles) - 1)
    sheet.freeze_panes(1, 2)


def _write_summary(
    book: Workbook,
    name: str,
    landscape: Landscape,
    result: CheckResult,
    formats: dict[str, Format],
    watermark: str | None,
) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 4, 18)
    sheet.write_string(0, 0, "Catatan perbaikan", formats["title"])
    marked = [watermark] if watermark else []
    lines = [*marked, f"Keadaan {landscape.as_of:%d-%m-%Y}", *summary_lines(result)]
    for number, line in enumerate(lines, start=1):
        sheet.write_string(number, 0, line)
    top = len(lines) + 2
    for column, title in enumerate(("Perangkat Daerah", *(SEVERITY_LABELS[word] for word in SEVERITIES), "Jumlah")):
        sheet.write_string(top, column, title, formats["head"])
    for number, (unit, findings) in enumerate(by_unit(landscape, result).items(), start=top + 1):
        sheet.write_string(number, 0, unit, formats["text"])
        for column, word in enumerate(SEVERITIES, start=1):
            sheet.write_number(number, column, sum(row.severity == word for row in findings), formats["text"])
        sheet.write_number(number, len(SEVERITIES) + 1, len(findings), formats["text"])


def _mark(book: Workbook, watermark: str) -> None:
    """Put the watermark on every sheet: in the header of each printed page, and on the sheet's tab."""
    for sheet in book.worksheets():
        sheet.set_header(f'&C&"Arial,Bold"&28&K9AA4AF{watermark.replace("&", "&&")}')
        sheet.set_tab_color("#9AA4AF")


def write(path: Path, landscape: Landscape, result: CheckResult, watermark: str | None = None) -> None:
    """Write the workbook to a file; texts are typed as texts, so that none runs as a formula."""
    import xlsxwriter

    taken: set[str] = set()
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        formats = _formats(book)
        _write_summary(book, sheet_name("Ringkasan", taken), landscape, result, formats, watermark)
        everything = [(row, row_of(landscape, result, row)) for row in (*result.findings, *result.waived)]
        _write_findings(book, sheet_name("Semua catatan", taken), everything, formats, answer=False)
        for unit, findings in by_unit(landscape, result).items():
            rows = [(row, row_of(landscape, result, row)) for row in findings]
            _write_findings(book, sheet_name(unit, taken), rows, formats, answer=True)
        if watermark:
            _mark(book, watermark)
