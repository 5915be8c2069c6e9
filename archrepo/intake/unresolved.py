"""Tells of names that a batch uses and nobody knows: kept with the element, one message for a column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archrepo.intake.directory import near_text
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.plan_row import PlanRow
from archrepo.intake.planned import Plan, PlannedNote
from archrepo.intake.records import CellProblem, Record, cell_problem

_SHOWN = 5
# Each is told where it stands: units and bodies, which rows usually bring themselves, and partners of an application.
_TOLD_ONE_BY_ONE = frozenset({"PerangkatDaerah", "InstansiLuar"})


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A text of a row that names no known element: of which element, below which title, what it could name."""

    ref: Ref
    record: Record
    label: str
    text: str
    targets: tuple[str, ...]
    near: tuple[str, ...]
    doubt: str = ""

    @property
    def problem(self) -> CellProblem:
        """The message for this text alone."""
        near = self.doubt or near_text(self.near)
        return cell_problem("IMP043", self.record.row, self.label, self.text, field=self.label, near=near)

    @property
    def is_told_alone(self) -> bool:
        """Whether the text is told at its row rather than with the others of its column."""
        is_partner = self.record.kelas == "Aplikasi" and "Aplikasi" in self.targets
        return bool(self.doubt) or not self.targets or is_partner or bool(_TOLD_ONE_BY_ONE & set(self.targets))


def tell_unresolved(rows: Iterable[PlanRow], found: Sequence[Unresolved], plan: Plan) -> None:
    """Keep every such text as a note of its element, and report it."""
    row_of = {id(row.record): row for row in rows}
    columns: dict[tuple[int, str], list[Unresolved]] = defaultdict(list)
    for each in found:
        row = row_of[id(each.record)]
        if not _is_noted(plan.draft, each):
            plan.notes.append(PlannedNote(each.ref, each.label, each.text, row.sheet, each.record.row))
            row.changed = True
        if each.is_told_alone:
            row.warn(each.problem)
        else:
            columns[row.sheet, each.label].append(each)
    for group in columns.values():
        row_of[id(group[0].record)].warn(_of_column(group))


def _is_noted(draft: Draft, each: Unresolved) -> bool:
    if each.ref < 0:
        return False
    return each.text in draft.element(each.ref).catatan.get(each.label, "").split("; ")


def _of_column(group: Sequence[Unresolved]) -> CellProblem:
    texts = {each.text: each for each in group}
    shown = [f'"{text}"{near_text(each.near[:1])}' for text, each in list(texts.items())[:_SHOWN]]
    more = f", dan {len(texts) - _SHOWN} lagi" if len(texts) > _SHOWN else ""
    first = group[0]
    return cell_problem(
        "IMP047",
        first.record.row if len(group) == 1 else None,
        first.label,
        first.text if len(texts) == 1 else None,
        field=first.label,
        count=len(texts),
        names=", ".join(shown) + more,
        kelas=first.targets[0],
        first=first.text,
    )
