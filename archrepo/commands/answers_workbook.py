"""Reads the columns that units fill in out of the workbook of findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from archrepo.checks.rendering.jawaban import ANSWER, IDENTITY, SET_ASIDE, UNTIL, Jawaban
from archrepo.errors import InputError, Place
from archrepo.intake.personal import scrub
from archrepo.intake.values import day, plain_text, yes_no
from archrepo.intake.workbook import Sheet, read_workbook
from archrepo.names import fold

_WANTED = (IDENTITY, ANSWER, SET_ASIDE, UNTIL)


def read_answers(path: Path) -> tuple[tuple[Jawaban, ...], tuple[str, ...]]:
    """Return the rows that were filled in, and a sentence for each that must be corrected; personal data is removed.

    Raises:
        FileProblem: the file cannot be read, or is not safe to read.
        InputError: no sheet has the columns of the workbook of findings.
    """
    answers: list[Jawaban] = []
    problems: list[str] = []
    found = False
    for sheet in read_workbook(path).sheets:
        head = _head(sheet)
        if head is None:
            continue
        found = True
        for read in _rows(sheet, *head):
            if isinstance(read, Jawaban):
                answers.append(read)
            else:
                problems.append(read)
    if not found:
        raise InputError(
            f'Tidak ada lembar dengan kolom "{ANSWER}"',
            mend="Pakai berkas dari: archrepo check --format xlsx -o catatan-perbaikan.xlsx",
            where=Place(file=path.name),
        )
    return tuple({row.fingerprint: row for row in answers}.values()), tuple(problems)


def _head(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """Return the row of the titles and the columns by title; None for a sheet without room for answers."""
    for number, row in enumerate(sheet.rows[:20]):
        titles = {fold(plain_text(cell)): place for place, cell in enumerate(row)}
        columns = {title: titles[fold(title)] for title in _WANTED if fold(title) in titles}
        if IDENTITY in columns and ANSWER in columns:
            return number, columns
    return None


def _rows(sheet: Sheet, head: int, columns: dict[str, int]) -> Iterator[Jawaban | str]:
    for index, row in enumerate(sheet.rows[head + 1 :], start=head + 1):
        cells = {title: row[place] if place < len(row) else None for title, place in columns.items()}
        number = sheet.row_number(index)
        text = scrub(plain_text(cells[ANSWER]))[0].strip()
        wish = plain_text(cells.get(SET_ASIDE)).strip()
        if not text and not wish:
            continue
        said = yes_no(cells.get(SET_ASIDE)).value if wish else None
        until = day(cells.get(UNTIL)).value
        where = f'Lembar "{sheet.name}", baris {number}'
        if wish and said is None:
            yield f'{where}, kolom "{SET_ASIDE}": "{wish}" bukan ya atau tidak.'
        elif said == "ya" and not text:
            yield f'{where}: dikesampingkan tanpa alasan. Tulis alasannya pada kolom "{ANSWER}".'
        elif plain_text(cells.get(UNTIL)).strip() and not isinstance(until, date):
            yield f'{where}, kolom "{UNTIL}": "{plain_text(cells.get(UNTIL))}" bukan tanggal. Misalnya: 31/12/2026.'
        else:
            yield Jawaban(
                sheet=sheet.name,
                row=number,
                fingerprint=plain_text(cells[IDENTITY]).strip().lower(),
                text=text,
                sets_aside=None if said is None else said == "ya",
                until=until if isinstance(until, date) else None,
            )
