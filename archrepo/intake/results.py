"""Puts together what a plan reports: outcomes of rows, counts of elements, units nobody knew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from archrepo.intake.directory import near_text
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.mended import is_notes_title
from archrepo.intake.outcome import ElementCounts, SheetOutcome
from archrepo.intake.ownership import Gone
from archrepo.intake.plan_row import PlanRow
from archrepo.intake.planned import Plan
from archrepo.intake.records import SheetReading, cell_problem
from archrepo.intake.workbook import column_number

# Of a row that names several elements the strongest outcome is told.
_STRENGTH = ("unchanged", "joined", "updated", "created", "refused")


def sheet_outcome(sheet: SheetReading) -> SheetOutcome:
    """Return the outcome of a sheet as far as reading knows it."""
    outcome = SheetOutcome(
        sheet=sheet.sheet,
        layer=sheet.layer,
        kelas=sheet.kelas,
        header_row=sheet.header_row,
        mapping=[
            {
                "column": row.column,
                "letter": row.letter,
                "field": row.field,
                "confidence": round(row.confidence, 2),
                "source": row.source,
            }
            for row in sheet.mapping
        ],
        unmapped=[{"column": row.column, "letter": row.letter, "why": row.why} for row in sheet.unmapped],
        ignored=[{"column": row.column, "letter": row.letter, "why": row.why} for row in sheet.ignored],
        skipped=[{"row": row.row, "why": row.why} for row in sheet.skipped],
        header_top=sheet.header_top,
        last_column=max((column_number(column.letter) for column in sheet.all_columns), default=0),
        notes_letter=next((column.letter for column in sheet.ignored if is_notes_title(column.column)), None),
    )
    outcome.refused.extend(sheet.refused)
    outcome.outcomes.update((problem.row, "refused") for problem in sheet.refused if problem.row is not None)
    outcome.warnings.extend(sheet.warnings)
    return outcome


def finish(plan: Plan, rows: Sequence[PlanRow], gone: Sequence[Gone], new_units: Mapping[Ref, tuple[str, ...]]) -> None:
    """Count what became of rows and elements, sheet by sheet, and name the units that nobody knew.

    Args:
        gone: elements no longer reported.
        new_units: units drafted as perlu_konfirmasi, with the names nearest to each.
    """
    outcome_of: dict[int, set[Ref]] = defaultdict(set)
    tallies: dict[int, Counter[str]] = defaultdict(Counter)
    pelapor: dict[int, dict[Ref, None]] = defaultdict(dict)
    for number, unit in plan.without:
        pelapor[number][unit] = None
    changed_elements = {row.ref for row in rows if row.changed}
    for row in rows:
        record, sheet = row.record, row.sheet
        if row.skipped:
            continue
        word, known = row.word, row.outcome.outcomes.get(record.row)
        row.outcome.outcomes[record.row] = word if known is None else max(known, word, key=_STRENGTH.index)
        if row.unit is not None:
            pelapor[sheet][row.unit] = None
        if row.ref is None or row.refused or row.ref in outcome_of[sheet]:
            continue
        outcome_of[sheet].add(row.ref)
        made = row.ref < 0
        tallies[sheet]["created" if made else "updated" if row.ref in changed_elements else "unchanged"] += 1
    unreported = Counter(each.sheet for each in gone)
    outcomes = [outcome for file in plan.outcome.files for outcome in file.sheets]
    for number, outcome in enumerate(outcomes):
        counts = tallies[number]
        outcome.elements = ElementCounts(counts["created"], counts["updated"], counts["unchanged"], unreported[number])
        plan.sheets[number] = replace(plan.sheets[number], pelapor=tuple(pelapor[number]))
    _warn_of_strangers(rows, plan.draft)
    plan.outcome.new_units = [
        {
            "nama": plan.draft.nama(ref),
            "keadaan": "perlu_konfirmasi",
            "nearest": list(near),
            "message": f'Unit "{plan.draft.nama(ref)}" belum dikenal{near_text(near)}.',
        }
        for ref, near in new_units.items()
    ]


def _warn_of_strangers(rows: Sequence[PlanRow], draft: Draft) -> None:
    """Report single rows of other units in a sheet of at least five that is plainly one unit's own (four in five)."""
    by_sheet: dict[int, list[PlanRow]] = defaultdict(list)
    for row in rows:
        if row.unit is not None:
            by_sheet[row.sheet].append(row)
    for group in by_sheet.values():
        unit, most = Counter(row.unit for row in group).most_common(1)[0]
        if len(group) < 5 or most == len(group) or most < 0.8 * len(group):
            continue
        for row in group:
            if row.unit != unit and row.unit is not None and unit is not None:
                texts = {"other": draft.nama(unit)}
                row.warn(cell_problem("IMP046", row.record.row, None, draft.nama(row.unit), **texts))
