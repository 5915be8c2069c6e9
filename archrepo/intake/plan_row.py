"""A row on its way through a plan: where it stands, and what was found out about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archrepo.declarations.metamodel import classes
from archrepo.intake.draft import Ref
from archrepo.intake.outcome import SheetOutcome
from archrepo.intake.planned import EDGE_CLASSES
from archrepo.intake.records import CellProblem, Record


@dataclass(slots=True)
class PlanRow:
    """A record on its way: where it stands and what was found out about it."""

    record: Record
    sheet: int
    outcome: SheetOutcome
    unit: Ref | None = None
    reporters: tuple[Ref, ...] = ()
    ref: Ref | None = None
    refused: bool = False
    changed: bool = False
    made: bool = False
    joined: bool = False
    skipped: bool = False

    def refuse(self, problem: CellProblem) -> None:
        """Refuse the row for a problem."""
        self.outcome.refused.append(problem)
        self.refused = True

    def warn(self, problem: CellProblem) -> None:
        """Report a problem that does not stop the row."""
        self.outcome.warnings.append(problem)

    def skip(self, why: str) -> None:
        """Leave the row out, with the reason, as neither data nor fault."""
        self.outcome.skipped.append({"row": self.record.row, "why": why})
        self.skipped = True

    @property
    def word(self) -> str:
        """What became of the row: refused, created, joined, updated or unchanged."""
        if self.refused:
            return "refused"
        if self.made:
            return "created"
        if self.joined and self.ref is not None and (self.changed or self.ref < 0):
            return "joined"
        return "updated" if self.changed else "unchanged"


def in_order(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """Return rows in the order of import: organisations first, edge objects last, within a class as they stand."""
    order = {name: number for number, name in enumerate(name for name in classes() if name not in EDGE_CLASSES)}
    order |= {name: len(order) + number for number, name in enumerate(EDGE_CLASSES)}
    return sorted(rows, key=lambda row: order[row.record.kelas])
