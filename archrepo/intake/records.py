"""What was read from a file, as values: the contract between reading (pure) and planning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from archrepo.intake.problems import PROBLEMS
from archrepo.intake.values import Value

OWNER = "pengampu"
"""Key of a record's references under which the owner of an element stands; its column is ``pemilik``."""


class Record(NamedTuple):
    """One element as a row states it; a cell that names several applications gives several records of one row.

    A named tuple, as a problem is, because there is one for every row.

    Attributes:
        row: as Excel numbers it.
        kelas: a class of the metamodel.
        values: scalar fields by their names in the metamodel, and ``lokasi_hosting`` for an Aplikasi. Vocabulary fields
            hold an id, or the word as written. ``nama`` is always there; where only a host was given it is the host and
            ``nama_dari_host`` is True.
        references: texts that name other elements: pengampu (the owner), pelapor (all units of the cell), pengguna,
            terintegrasi_dengan, layanan, proses_bisnis, data, and every ref or ref_banyak column by its field.
        unit: the unit in force for the row, as written; None where none could be told.
        unit_origin: kolom, bagian, opsi, judul, lembar or berkas.
        notes: what no field holds, by column title; personal data is taken out.
        kode: a kode with a letter in it.
        cleared: fields that the row clears with ``(hapus)``.
        based_on: counter of changes of the element when the row was exported; None where the row does not say.
    """

    row: int
    kelas: str
    values: Mapping[str, Value]
    references: Mapping[str, tuple[str, ...]]
    unit: str | None
    unit_origin: str | None
    notes: Mapping[str, str] = MappingProxyType({})
    kode: str | None = None
    cleared: frozenset[str] = frozenset()
    based_on: int | None = None


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column that fills a field, how sure that is (0..1), and whether it was guessed, corrected or remembered."""

    column: str
    letter: str
    field: str
    confidence: float
    source: str = "guess"


@dataclass(frozen=True, slots=True)
class UnusedColumn:
    """A column that fills no field, and why; its texts are kept as notes unless they are personal or needless."""

    column: str
    letter: str
    why: str


class CellProblem(NamedTuple):
    """A problem of a cell, or of a row or column as a whole; ``code`` is one of ``problems.PROBLEMS``."""

    row: int | None
    column: str | None
    letter: str | None
    value: str | None
    code: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that holds no element, why, and of which kind (nomor, judul, jumlah, bagian, catatan, tanda_tangan, …)."""

    row: int
    why: str
    kind: str


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One sheet as it was understood.

    ``unmapped`` columns are kept as notes, ``ignored`` ones are known and not read. ``asked`` are the fields for which
    the source had a column. ``units_without`` are units that said they have no application, with the row of each.
    ``kelas`` is empty where a column says the class of each row. ``header_top`` is the first header row. A reading
    ``is_partial`` where rows were left out on purpose, as those of a mended copy that were right before.
    """

    file: str
    sheet: str
    layer: str
    kelas: str
    header_row: int | None
    mapping: tuple[MappedColumn, ...]
    unmapped: tuple[UnusedColumn, ...]
    ignored: tuple[UnusedColumn, ...]
    records: tuple[Record, ...]
    refused: tuple[CellProblem, ...]
    warnings: tuple[CellProblem, ...]
    skipped: tuple[SkippedRow, ...]
    asked: frozenset[str]
    unit: str | None
    units_without: tuple[tuple[str, int], ...]
    header_top: int | None = None
    is_partial: bool = False

    @property
    def all_columns(self) -> tuple[MappedColumn | UnusedColumn, ...]:
        """Every titled column of the table."""
        return (*self.mapping, *self.unmapped, *self.ignored)


@dataclass(frozen=True, slots=True)
class IgnoredSheet:
    """A sheet that was not read, and why."""

    sheet: str
    why: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file as it was understood; ``sha256`` is of its bytes, ``removed_personal`` counts what was taken out."""

    file: str
    sheets: tuple[SheetReading, ...]
    sha256: str
    removed_personal: int
    ignored_sheets: tuple[IgnoredSheet, ...] = ()


def cell_problem(
    code: str,
    row: int | None = None,
    column: str | None = None,
    value: object = None,
    *,
    letter: str | None = None,
    **slots: object,
) -> CellProblem:
    """Return a problem of the catalogue at its place, its sentence filled."""
    problem = PROBLEMS[code]
    filled = {"value": value, "column": column, **slots}
    text = None if value is None else str(value)
    return CellProblem(row, column, letter, text, code, problem.message(**filled), problem.advice(**filled))
