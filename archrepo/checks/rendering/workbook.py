"""The findings as a workbook to send round: a summary, all notes, and a sheet a unit with a column for its answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from archrepo.checks.finding import SEVERITIES, Finding
from archrepo.checks.registry import CheckResult
from archrepo.checks.rendering.facts import by_unit
from archrepo.checks.rendering.jawaban import ANSWER, ANSWER_TITLES, UNTIL, answer_title
from archrepo.checks.rendering.rows import TITLES, row_of
from archrepo.checks.rendering.table import label, summary_lines
from archrepo.checks.skor import FORMULA, Penilaian, scored
from archrepo.declarations.istilah import SEVERITY_LABELS
from archrepo.landscape import Landscape

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FILLED_ROWS = "Kolom kuning pada lembar setiap Perangkat Daerah diisi, lalu berkasnya dikirim balik."

_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_WIDTHS = {
    **dict(zip(TITLES, (28, 9, 18, 34, 60, 50, 40, 14, 30, 24, 14, 7, 34, 10, 20, 18), strict=True)),
    **dict(zip(ANSWER_TITLES, (40, 15, 17), strict=True)),
}
UNIT_TITLES = (
    "Kode", "Tingkat", "Uraian", "Saran perbaikan", *ANSWER_TITLES, "Nama elemen", "Berkas", "Lembar", "Baris", "Dasar",
    "Sidik",
)  # fmt: skip
"""What a unit reads and fills in; all there is to a note stands on the sheet of all notes."""

_LINE, _MOST_LINES = 15, 20
_A3, _A4 = 8, 9
_SUMMARY_WIDTH = 140
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
    found["ask"] = book.add_format({**base, "bold": True, "bg_color": "#FFE8A3"})
    found["small"] = book.add_format({**base, "font_size": 8, "font_color": "#57606A"})
    found["line"] = book.add_format({"text_wrap": True, "valign": "top"})
    found["day"] = book.add_format({**base, "num_format": "dd/mm/yyyy"})
    found["number"] = book.add_format({**base, "num_format": "0.0"})
    found["mark"] = book.add_format({"bold": True, "font_color": "#B42318"})
    found["title"] = book.add_format({"bold": True, "font_size": 14})
    return found


def _lines(text: str, width: int) -> int:
    """Return about how many lines a text takes in a column of so many signs."""
    return min(_MOST_LINES, ceil(len(text) * 1.1 / width) or 1)


def _write_table(
    sheet: Worksheet,
    titles: tuple[str, ...],
    rows: list[tuple[Finding, tuple[str, ...]]],
    formats: dict[str, Format],
    top: int,
) -> None:
    """Write notes under titles; those that a unit fills in stand out."""
    widths = [_WIDTHS[title] for title in titles]
    sheet.set_row(top, 2 * _LINE)
    for column, (title, width) in enumerate(zip(titles, widths, strict=True)):
        sheet.write_string(top, column, title, formats["ask" if title in ANSWER_TITLES else "head"])
        sheet.set_column(column, column, width)
    for number, (finding, texts) in enumerate(rows, start=top + 1):
        # Programs that do not fit wrapped rows by themselves would print the lines over each other.
        sheet.set_row(number, _LINE * max(map(_lines, texts, widths)))
        for column, (title, text) in enumerate(zip(titles, texts, strict=True)):
            sheet.write_string(number, column, text, formats[_format_of(title, finding)])
    sheet.autofilter(top, 0, top + max(len(rows), 1), len(titles) - 1)
    sheet.freeze_panes(top + 1, 2)
    sheet.set_paper(_A3)
    sheet.repeat_rows(0, top)


def _format_of(title: str, finding: Finding) -> str:
    if title == "Tingkat":
        return finding.severity
    return {"Sidik": "small", UNTIL: "day"}.get(title, "text")


def _write_unit(
    sheet: Worksheet,
    rows: list[tuple[Finding, tuple[str, ...]]],
    formats: dict[str, Format],
    top: int,
    answers: Mapping[str, str],
) -> None:
    """Write the notes of one unit with what it needs to act, and room for its answers."""
    filled = []
    for finding, texts in rows:
        known = {**dict(zip(TITLES, texts, strict=True)), ANSWER: answers.get(finding.fingerprint, "")}
        filled.append((finding, tuple(known.get(title, "") for title in UNIT_TITLES)))
    _write_table(sheet, UNIT_TITLES, filled, formats, top)
    if rows:
        _guide_answers(sheet, top + 1, top + len(rows))


def _guide_answers(sheet: Worksheet, first: int, last: int) -> None:
    column = UNIT_TITLES.index(ANSWER)
    sheet.data_validation(first, column + 1, last, column + 1, {"validate": "list", "source": ["ya", "tidak"]})
    sheet.data_validation(
        first, column + 2, last, column + 2,
        {
            "validate": "date", "criteria": ">", "value": date(2020, 1, 1), "error_title": "Bukan tanggal",
            "error_message": "Tulis tanggal, misalnya 31/12/2026.",
        },
    )  # fmt: skip


def given_answers(landscape: Landscape, findings: Iterable[Finding]) -> Mapping[str, str]:
    """Return what units answered before, by the fingerprint of the finding."""
    found = {}
    for finding in findings:
        notes = landscape[finding.element_ids[0]].catatan if finding.element_ids else {}
        answer = notes.get(answer_title(finding.code))
        if answer:
            found[finding.fingerprint] = answer
    return found


def _add_sheet(book: Workbook, name: str, formats: dict[str, Format], watermark: str | None) -> tuple[Worksheet, int]:
    """Return a new sheet that prints lying on A4, one page wide, and the first row below its watermark."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
    if not watermark:
        return sheet, 0
    sheet.write_string(0, 0, f"{watermark}   ·   " * 6, formats["mark"])
    sheet.set_header(f'&C&"Arial,Bold"&28&K9AA4AF{watermark.replace("&", "&&")}')
    return sheet, 1


def _write_summary(
    sheet: Worksheet, landscape: Landscape, result: CheckResult, formats: dict[str, Format], top: int
) -> None:
    sheet.set_column(0, 0, 76)
    sheet.set_column(1, 4, 18)
    sheet.write_string(top, 0, "Catatan perbaikan", formats["title"])
    lines = [f"Keadaan {landscape.as_of:%d-%m-%Y}", *summary_lines(result), _FILLED_ROWS]
    for number, line in enumerate(lines, start=top + 1):
        sheet.set_row(number, _LINE * _lines(line, _SUMMARY_WIDTH))
        sheet.merge_range(number, 0, number, len(SEVERITIES) + 1, line, formats["line"])
    head = last = top + len(lines) + 2
    for column, title in enumerate(("Perangkat Daerah", *(SEVERITY_LABELS[word] for word in SEVERITIES), "Jumlah")):
        sheet.write_string(head, column, title, formats["head"])
    for number, (unit, findings) in enumerate(by_unit(landscape, result).items(), start=head + 1):
        sheet.write_string(number, 0, unit, formats["text"])
        for column, word in enumerate(SEVERITIES, start=1):
            sheet.write_number(number, column, sum(row.severity == word for row in findings), formats["text"])
        sheet.write_number(number, len(SEVERITIES) + 1, len(findings), formats["text"])
        last = number
    if result.is_whole:
        _write_scores(sheet, scored(landscape, result, result.instansi_id), formats, last + 2)


def _write_scores(sheet: Worksheet, found: Penilaian, formats: dict[str, Format], top: int) -> None:
    sheet.write_string(top, 0, "Skor", formats["title"])
    titles = ("Domain atau Perangkat Daerah", "Objek", "Tanpa catatan berat", "Kelengkapan", "Skor")
    for column, title in enumerate(titles):
        sheet.write_string(top + 1, column, title, formats["head"])
    row = top + 2
    for score in (found.whole, *found.domains, *found.units):
        sheet.write_string(row, 0, label(score), formats["text"])
        sheet.write_number(row, 1, score.elements, formats["text"])
        for column, value in enumerate((score.share_clean, score.completeness, score.value), start=2):
            if value is None:
                sheet.write_string(row, column, "–", formats["text"])
            else:
                sheet.write_number(row, column, round(value, 1), formats["number"])
        row += 1
    for line in FORMULA:
        row += 1
        sheet.set_row(row, _LINE * _lines(line, _SUMMARY_WIDTH))
        sheet.merge_range(row, 0, row, len(SEVERITIES) + 1, line, formats["line"])


def write(path: Path, landscape: Landscape, result: CheckResult, watermark: str | None = None) -> None:
    """Write the workbook to a file; texts are typed as texts, so that none runs as a formula.

    Args:
        watermark: text at the top of every sheet and across the head of every printed page.
    """
    import xlsxwriter

    taken: set[str] = set()
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        formats = _formats(book)
        sheet, top = _add_sheet(book, sheet_name("Ringkasan", taken), formats, watermark)
        _write_summary(sheet, landscape, result, formats, top)
        everything = [(row, row_of(landscape, result, row)) for row in (*result.findings, *result.waived)]
        sheet, top = _add_sheet(book, sheet_name("Semua catatan", taken), formats, watermark)
        _write_table(sheet, TITLES, everything, formats, top)
        for unit, findings in by_unit(landscape, result).items():
            rows = [(row, row_of(landscape, result, row)) for row in findings]
            sheet, top = _add_sheet(book, sheet_name(unit, taken), formats, watermark)
            _write_unit(sheet, rows, formats, top, given_answers(landscape, findings))
