"""Reads files into values: what the sheets hold as it was understood, and what was not. Nothing is written."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from archrepo.declarations.kolom import CLASS_COLUMN, column_classes
from archrepo.declarations.metamodel import classes
from archrepo.intake.class_guess import guess_class
from archrepo.intake.gate import TEXTS, WORKBOOKS
from archrepo.intake.limits import DEFAULT_LIMITS, Limits
from archrepo.intake.mapping import (
    SIDE_KINDS,
    ColumnMap,
    CorrectionError,
    Use,
    check_corrections,
    is_corrected,
    map_columns,
)
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
    cell_problem,
)
from archrepo.intake.repair import repair_rows
from archrepo.intake.rows import Gathered, RowReader, samples_of
from archrepo.intake.table import Table
from archrepo.intake.tables import find_tables
from archrepo.intake.unit_in_force import unit_of_table
from archrepo.intake.values import plain_text
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

Corrections = Sequence[tuple[str, str]]


def read_paths(
    paths: Iterable[Path],
    *,
    opd: str | None = None,
    layer: str | None = None,
    corrections: Corrections = (),
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[FileReading, ...]:
    """Read files and folders, sorted by name.

    Raises:
        FileProblem: the first file that cannot be read.
        CorrectionError: a correction names a field that does not exist, or a column that no sheet has.
    """
    check_corrections(corrections)
    readings = tuple(
        read_file(path, opd=opd, layer=layer, corrections=corrections, limits=limits) for path in find_files(paths)
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
    limits: Limits = DEFAULT_LIMITS,
) -> FileReading:
    """Read one file.

    Args:
        path: the file.
        opd: the unit that sent it, where the user says so.
        layer: a layer, or a class, of its rows, where the user says so.
        corrections: pairs of column title and field that win over any guess.
        limits: how much is taken in.

    Raises:
        FileProblem: the gate refuses the file, it cannot be read, or none of its sheets holds a table.
    """
    with _without_collection():
        return _read_file(path, opd, layer, corrections, limits)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the garbage collector away while values are made that are all kept: a fifth of the time, measured."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_file(path: Path, opd: str | None, layer: str | None, corrections: Corrections, limits: Limits) -> FileReading:
    workbook = read_workbook(path, limits)
    sheets: list[SheetReading] = []
    ignored: list[IgnoredSheet] = []
    removed = 0
    for sheet in workbook.sheets:
        skipped = _why_ignored(sheet, len(workbook.sheets))
        tables = () if skipped else find_tables(sheet)
        if not tables:
            ignored.append(skipped or _without_header(sheet))
            continue
        readers = [_SheetReader(path, table, opd, layer, corrections) for table in tables]
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
    if count > 1 and begins_with(fold(sheet.name), "lembar_bukan_data", "awal"):
        return IgnoredSheet(sheet.name, "lembar petunjuk atau daftar pilihan")
    return None


def _without_header(sheet: Sheet) -> IgnoredSheet:
    return IgnoredSheet(sheet.name, PROBLEMS["IMP060"].title.lower(), "IMP060")


def _without_names(sheet: Sheet) -> IgnoredSheet:
    return IgnoredSheet(sheet.name, "tidak ada kolom nama atau alamat, misalnya karena berisi rekapitulasi", "IMP060")


class _SheetReader:
    """Reads one table of one sheet."""

    def __init__(self, path: Path, table: Table, opd: str | None, layer: str | None, corrections: Corrections) -> None:
        self._path = path
        self._table = table
        self._opd = opd
        self._layer = layer
        self._corrections = corrections
        self._is_text_file = path.suffix.lower() in TEXTS

    def read(self) -> tuple[SheetReading, int] | None:
        """Return the reading, and how many pieces of personal data were taken out.

        None where no column can say what a row is about, as in a table that counts applications by unit.
        """
        first = self._table.titles[0]
        if first.text == CLASS_COLUMN:
            return self._read_classes(first.index)
        kelas = self._guess_class()
        mapping = self._map(self._table, kelas)
        if not mapping.can_name_rows:
            return None
        table, problems = repair_rows(self._table, mapping)
        gathered = self._gather(table, mapping)
        gathered.warnings[:0] = problems
        return self._reading(kelas, (mapping,), gathered), gathered.removed

    def _guess_class(self) -> str:
        heading = " ".join(plain_text(cell) for row in self._table.before[-8:] for cell in row if isinstance(cell, str))
        return guess_class(self._table.titles, self._table.sheet.name, heading, self._layer)

    def _map(self, table: Table, kelas: str) -> ColumnMap:
        return map_columns(table.titles, samples_of(table), kelas, self._corrections)

    def _gather(self, table: Table, mapping: ColumnMap) -> Gathered:
        unit = (
            None
            if mapping.is_own_export and not self._opd
            else unit_of_table(table, mapping.kelas, self._opd, self._path.stem)
        )
        return RowReader(table, mapping, unit, is_text_file=self._is_text_file).read()

    def _read_classes(self, index: int) -> tuple[SheetReading, int]:
        """Read a text file whose first column says the class of each row."""
        known = {fold(name): name for name in column_classes()}
        groups: dict[str, list[int]] = {}
        total = Gathered()
        for position, row in enumerate(self._table.rows):
            word = plain_text(row[index]) if index < len(row) else ""
            if not any(cell not in (None, "") for cell in row):
                continue
            name = known.get(fold(word))
            if name is None:
                choices = ", ".join(known.values())
                number, letter = self._table.row_number(position), self._table.sheet.letter(index)
                total.refused.append(cell_problem("IMP032", number, CLASS_COLUMN, word, letter=letter, choices=choices))
                continue
            groups.setdefault(name, []).append(position)
        mappings = []
        for name, positions in groups.items():
            mapping = self._map(self._only(positions, index), name)
            mappings.append(mapping)
            _join(total, self._gather(self._only(positions, index), mapping))
        total.records.sort(key=lambda record: record.row)
        return self._reading("", tuple(mappings), total), total.removed

    def _only(self, positions: list[int], index: int) -> Table:
        """Return the table with the rows of one class; the others are blank, so that row numbers stay."""
        wanted = set(positions)
        rows = [row if position in wanted else () for position, row in enumerate(self._table.rows)]
        used = {
            column for position in positions for column, cell in enumerate(rows[position]) if cell not in (None, "")
        }
        own = [title for title in self._table.titles if title.index != index]
        titles = tuple(title for title in own if title.index in used or title.text in {"kode", "nama"})
        return Table(
            self._table.sheet,
            titles,
            self._table.header_row,
            self._table.before,
            rows,
            self._table.first_row,
            self._table.first_index,
        )

    def _reading(self, kelas: str, mappings: Sequence[ColumnMap], gathered: Gathered) -> SheetReading:
        unit = unit_of_table(self._table, kelas, self._opd, self._path.stem)
        uses = {use.title.index: use for mapping in reversed(mappings) for use in (*mapping.uses, *mapping.sides)}
        ordered = [uses[index] for index in sorted(uses)]
        read = [use for use in ordered if not use.column.computed and use.column.kind not in SIDE_KINDS]
        problems = [problem for mapping in mappings for problem in mapping.problems]
        return SheetReading(
            file=self._path.name,
            sheet=self._table.sheet.name,
            layer=classes()[kelas or mappings[0].kelas].layer if kelas or mappings else "aplikasi",
            kelas=kelas,
            header_row=self._table.header_row,
            mapping=tuple(use.shown for use in read),
            unmapped=(*_unknown(mappings, uses), *(_kept(use) for use in ordered if use.column.kind == "catatan")),
            ignored=tuple(_not_read(use) for use in ordered if use not in read and use.column.kind != "catatan"),
            records=tuple(gathered.records),
            refused=tuple(gathered.refused),
            warnings=(*problems, *gathered.warnings),
            skipped=tuple(gathered.skipped),
            asked=frozenset(use.column.field for use in read),
            unit=unit.name if unit else None,
            units_without=tuple(gathered.units_without.items()),
        )


def _unknown(mappings: Sequence[ColumnMap], uses: Mapping[int, Use]) -> list[UnusedColumn]:
    """Return the columns that no class of the sheet has a use for."""
    rows = {
        title.index: row
        for mapping in mappings
        for title, row in zip(mapping.unknown_titles, mapping.unknown, strict=True)
        if title.index not in uses
    }
    return [rows[index] for index in sorted(rows)]


def _kept(use: Use) -> UnusedColumn:
    return UnusedColumn(use.title.text, use.title.letter, "disimpan sebagai catatan")


def _not_read(use: Use) -> UnusedColumn:
    why = "dihitung oleh aplikasi; tidak dibaca" if use.column.computed else use.column.hint
    return UnusedColumn(use.title.text, use.title.letter, why)


def _join(total: Gathered, more: Gathered) -> None:
    total.records += more.records
    total.refused += more.refused
    total.warnings += more.warnings
    total.skipped += more.skipped
    total.units_without = {**more.units_without, **total.units_without}
    total.removed += more.removed
