"""Reads the names of a row whose sheet has several columns of names, and what each column says of what it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archrepo.intake.cells import ColumnReader
from archrepo.intake.mapping import ColumnMap
from archrepo.intake.name_columns import NameColumn
from archrepo.intake.splitting import Named, split_names
from archrepo.intake.values import Value, plain_text
from archrepo.intake.wording import is_empty, says_without_application
from archrepo.intake.workbook import Row


class SeveralNames:
    """Reads rows from the top down: a level that a row leaves blank is that of the row above it."""

    def __init__(self, mapping: ColumnMap) -> None:
        uses = {use.title.index: use for use in mapping.uses}
        self._columns = [(name, ColumnReader(uses[name.title.index])) for name in mapping.names]
        self._has_levels = any(name.level is not None for name in mapping.names)
        self._above: list[str] = []
        self._told: set[tuple[str, ...]] = set()

    def read(self, row: Row) -> tuple[tuple[Named, ...], int]:
        """Return what the columns name, and how many pieces of personal data were taken out of them.

        Of levels, the last one is what the row is about; the others are named where no row named them before.
        """
        found: list[tuple[NameColumn, str]] = []
        removed = 0
        for name, reader in self._columns:
            cell = row[name.title.index] if name.title.index < len(row) else None
            if cell is None or cell == "":
                continue
            reading = reader.known.get(cell) or reader.read(cell)
            removed += reading.removed
            if _is_name(reading.value):
                found.append((name, str(reading.value)))
        return (self._by_level(found) if self._has_levels else _by_kind(found)), removed

    def _by_level(self, found: Sequence[tuple[NameColumn, str]]) -> tuple[Named, ...]:
        names: list[Named] = []
        for column, text in found:
            level = column.level or 0
            # A row of merged cells repeats what stands above it.
            own = plain_text(text)
            self._above[level:] = [own]
            path = tuple(self._above)
            part_of = path[-2] if len(path) > 1 else None
            if path not in self._told or column is found[-1][0]:
                names.append(Named(own, part_of=part_of, is_bare=column is not found[-1][0]))
            self._told.add(path)
        return tuple(names)


def _is_name(value: Value) -> bool:
    text = plain_text(value)
    return isinstance(value, str) and not is_empty(text, "teks") and not says_without_application(text)


def _by_kind(found: Sequence[tuple[NameColumn, str]]) -> tuple[Named, ...]:
    names: list[Named] = []
    for column, text in found:
        says = (column.says,) if column.says else ()
        names += [replace(named, says=(*named.says, *says)) for named in split_names(text).names]
    return tuple(names)
