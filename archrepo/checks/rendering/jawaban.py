"""What units wrote into the workbook of findings, and what became of it when it came back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

ANSWER = "Jawaban Perangkat Daerah"
SET_ASIDE = "Kesampingkan (ya/tidak)"
UNTIL = "Kesampingkan sampai tanggal"
IDENTITY = "Sidik"
ANSWER_TITLES = (ANSWER, SET_ASIDE, UNTIL)
"""The columns of a unit's sheet that the unit fills in; ``check answers`` reads them back."""


def answer_title(code: str) -> str:
    """Return the title under which the answer to a finding is kept with its first element."""
    return f"Jawaban atas {code}"


@dataclass(frozen=True, slots=True)
class Jawaban:
    """One row that a unit filled in. ``sets_aside`` None: nothing was said of that."""

    sheet: str
    row: int
    fingerprint: str
    text: str
    sets_aside: bool | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class HasilJawaban:
    """What became of a workbook of answers; texts are sentences for the user."""

    answered: int = 0
    waived: int = 0
    unchanged: int = 0
    gone: int = 0
    problems: tuple[str, ...] = ()


def answer_lines(outcome: HasilJawaban, *, dry_run: bool) -> Iterator[str]:
    """Yield what is said of the outcome: what was taken over, what no longer applies, what must be corrected."""
    verb = "akan dicatat" if dry_run else "dicatat"
    yield (
        f"{outcome.answered} jawaban {verb}; {outcome.waived} catatan dikesampingkan; "
        f"{outcome.unchanged} sudah tercatat sebelumnya."
    )
    if outcome.gone:
        yield f"{outcome.gone} jawaban untuk catatan yang sudah tidak ada; tidak ditulis."
    yield from outcome.problems
