"""Reads one table of one sheet: its class, its columns, its rows, and what was understood of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from archrepo.declarations.kolom import CLASS_COLUMN, column_classes
from archrepo.declarations.metamodel import classes
from archrepo.intake.class_guess import guess_class
from archrepo.intake.corrections import is_corrected
from archrepo.intake.device_classes import device_rows
from archrepo.intake.gate import TEXTS
from archrepo.intake.mapping import SIDE_KINDS, ColumnMap, Use, map_columns
from archrepo.intake.mended import Mended
from archrepo.intake.records import SheetReading, SkippedRow, UnusedColumn, cell_problem
from archrepo.intake.repair import repair_rows
from archrepo.intake.row_kinds import REASONS
from archrepo.intake.rows import Gathered, RowReader
from archrepo.intake.samples import samples_of
from archrepo.intake.table import Table
from archrepo.intake.thing_names import told_apart
from archrepo.intake.unit_in_force import unit_of_table
from archrepo.intake.values import plain_text
from archrepo.names import fold

Corrections = Sequence[tuple[str, str]]

Recall = Callable[[str | None, str], Corrections]
"""Tells the remembered corrections of a unit, by its name as written, and a class of rows."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a file besides its content: its sender, its layer, and how columns are to be read."""

    opd: str | None
    layer: str | None
    corrections: Corrections
    recall: Recall | None
    mended: Mended | None = None


class SheetReader:
    """Reads one table of one sheet."""

    def __init__(self, path: Path, table: Table, hints: Hints) -> None:
        self._path = path
        self._table = table
        self._opd = hints.opd
        self._layer = hints.layer
        self._hints = hints
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
        if self._layer is None and (devices := device_rows(self._table, mapping)):
            return self._read_groups(devices, None, Gathered())
        read = self._read_mapped(kelas, mapping)
        remembered = self._remembered(kelas, read)
        if remembered:
            mapping = self._map(self._table, kelas, remembered)
            read = self._read_mapped(kelas, mapping)
        return read

    def _read_mapped(self, kelas: str, mapping: ColumnMap) -> tuple[SheetReading, int] | None:
        if not mapping.can_name_rows:
            return None
        table, problems = repair_rows(self._table, mapping)
        gathered = self._gather(table, mapping)
        gathered.warnings[:0] = problems
        if self._hints.mended is not None:
            _keep_marked(gathered, self._hints.mended.marked_rows(self._table))
        return self._reading(kelas, (mapping,), gathered), gathered.removed

    def _remembered(self, kelas: str, read: tuple[SheetReading, int] | None) -> Corrections:
        """Return the corrections that are remembered for the unit of most rows, for columns that this table has."""
        if self._hints.recall is None:
            return ()
        units = Counter(record.unit for record in read[0].records) if read else Counter()
        unit = units.most_common(1)[0][0] if units else self._unit_beside(kelas)
        titles = [title.text for title in self._table.titles]
        return [
            (title, field)
            for title, field in self._hints.recall(unit, kelas)
            if any(is_corrected(text, title) for text in titles)
        ]

    def _unit_beside(self, kelas: str) -> str | None:
        found = unit_of_table(self._table, kelas, self._opd, self._path.stem)
        return found.name if found else None

    def _guess_class(self) -> str:
        heading = " ".join(plain_text(cell) for row in self._table.before[-8:] for cell in row if isinstance(cell, str))
        return guess_class(self._table.titles, self._table.sheet.name, heading, self._layer)

    def _map(self, table: Table, kelas: str, remembered: Corrections = ()) -> ColumnMap:
        return map_columns(table.titles, samples_of(table), kelas, self._hints.corrections, remembered)

    def _gather(self, table: Table, mapping: ColumnMap) -> Gathered:
        unit = (
            None
            if mapping.is_own_export and not self._opd
            else unit_of_table(table, mapping.kelas, self._opd, self._path.stem)
        )
        gathered = RowReader(table, mapping, unit, is_text_file=self._is_text_file).read()
        gathered.records = told_apart(gathered.records, mapping)
        return gathered

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
        return self._read_groups(groups, index, total)

    def _read_groups(
        self, groups: Mapping[str, list[int]], without: int | None, total: Gathered
    ) -> tuple[SheetReading, int]:
        """Read rows of several classes, each with the columns of its own; ``without`` is the column of the class."""
        mappings = []
        for name, positions in groups.items():
            mapping = self._map(self._only(positions, without), name)
            mappings.append(mapping)
            _join(total, self._gather(self._only(positions, without), mapping))
        total.records.sort(key=lambda record: record.row)
        if self._hints.mended is not None:
            _keep_marked(total, self._hints.mended.marked_rows(self._table))
        return self._reading("", tuple(mappings), total), total.removed

    def _only(self, positions: list[int], index: int | None) -> Table:
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
        read = [use for use in ordered if not use.column.computed and use.column.kind not in SIDE_KINDS - {"ikutan"}]
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
            header_top=self._table.header_top,
            is_partial=self._hints.mended is not None,
        )


def _keep_marked(gathered: Gathered, rows: frozenset[int] | None) -> None:
    """Leave out the rows of a mended copy that bear no remark: they were written before."""
    if rows is None:
        return
    others = dict.fromkeys(record.row for record in gathered.records if record.row not in rows)
    gathered.skipped += [SkippedRow(row, REASONS["sudah_tercatat"], "sudah_tercatat") for row in others]
    gathered.records[:] = [record for record in gathered.records if record.row in rows]
    gathered.refused[:] = [problem for problem in gathered.refused if problem.row in rows]
    gathered.warnings[:] = [problem for problem in gathered.warnings if problem.row in rows]
    gathered.units_without = {unit: row for unit, row in gathered.units_without.items() if row in rows}


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
