"""What an import will write and report: the values that planning hands on to applying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from archrepo.intake.draft import Draft, Ref
from archrepo.intake.outcome import ImportOutcome
from archrepo.landscape.elemen import Value

EDGE_CLASSES = ("AntarmukaApi", "Penempatan", "Integrasi")
"""Classes that join others: their rows are read and written after all the rest."""

Statement = Mapping[str, Value]
"""What one row said, field by field, as it was normalised; notes stand under ``~Title``."""

Statements = Mapping[tuple[int, int | None], Sequence[Statement]]
"""What is stored of earlier rows, by element and reporting unit."""


class PlannedSource(NamedTuple):
    """A row that names an element, and what it said."""

    ref: Ref
    sheet: int
    row: int
    pelapor: Ref | None
    statement: Statement


class PlannedNote(NamedTuple):
    """Text that filled no field, kept with the element."""

    ref: Ref
    title: str
    text: str
    sheet: int
    row: int


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """A sheet that was read; ``pelapor`` are the units whose rows it holds."""

    file: str
    sheet: str
    sha256: str
    kelas: str
    asked: tuple[str, ...]
    rows: int
    pelapor: tuple[Ref, ...]
    header_row: int | None = None


@dataclass(slots=True)
class Plan:
    """What an import will write, and what it will report. ``is_empty`` plans write nothing.

    ``without`` are units that said, for the first time in a sheet, that they have no application: they have reported.
    """

    draft: Draft
    outcome: ImportOutcome
    sheets: list[PlannedSheet] = field(default_factory=list)
    without: list[tuple[int, Ref]] = field(default_factory=list)
    sources: list[PlannedSource] = field(default_factory=list)
    notes: list[PlannedNote] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        draft = self.draft
        return not any(
            (draft.created, draft.changes, draft.relations, draft.released, self.sources, self.notes, self.without)
        )
