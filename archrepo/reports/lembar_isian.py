"""Reads the small tables that people fill in and send back: a header row that is found by its titles, then rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from archrepo.errors import InputError, Place
from archrepo.intake.workbook import Cell, Row, Sheet, read_workbook
from archrepo.names import clean, fold

_ROWS_BEFORE_HEADER = 30


@dataclass(frozen=True, slots=True)
class BarisIsian:
    """One filled row: where it stands, and the texts of its columns by key; an empty cell is an empty text."""

    place: Place
    isi: Mapping[str, str]


class HeaderMissingError(InputError):
    """No sheet of the file has the columns that are wanted."""

    code = "ISI001"

    def __init__(self, file: str, titles: tuple[str, ...]) -> None:
        wanted = ", ".join(f'"{title}"' for title in titles)
        super().__init__(
            f"tidak ada lembar dengan kolom {wanted}",
            mend="Pakai berkas yang ditulis archrepo, dan jangan ubah judul kolomnya.",
            where=Place(file=file),
        )


def read_rows(path: Path, columns: Mapping[str, str], required: tuple[str, ...]) -> tuple[BarisIsian, ...]:
    """Return the filled rows of the first sheet that has the required columns.

    Args:
        columns: title by key; titles are compared without case and punctuation.
        required: keys whose columns must be there.

    Raises:
        FileProblem: the file is not safe, or cannot be read.
        HeaderMissingError: no sheet has these columns.
    """
    book = read_workbook(path)
    for sheet in book.sheets:
        found = _header(sheet, columns, required)
        if found is not None:
            return tuple(_rows(book.file, sheet, *found))
    raise HeaderMissingError(book.file, tuple(columns[key] for key in required))


def _header(sheet: Sheet, columns: Mapping[str, str], required: tuple[str, ...]) -> tuple[int, dict[str, int]] | None:
    for index, row in enumerate(sheet.rows[:_ROWS_BEFORE_HEADER]):
        titles = {fold(_text(cell)): place for place, cell in reversed(list(enumerate(row)))}
        places = {key: titles[fold(title)] for key, title in columns.items() if fold(title) in titles}
        if all(key in places for key in required):
            return index, places
    return None


def _rows(file: str, sheet: Sheet, header: int, places: Mapping[str, int]) -> Iterator[BarisIsian]:
    for index, row in enumerate(sheet.rows[header + 1 :], start=header + 1):
        texts = {key: _at(row, place) for key, place in places.items()}
        if any(texts.values()):
            yield BarisIsian(Place(file, sheet.name or None, sheet.row_number(index)), texts)


def _at(row: Row, place: int) -> str:
    return _text(row[place]) if place < len(row) else ""


def _text(cell: Cell) -> str:
    return "" if cell is None else clean(str(cell))
