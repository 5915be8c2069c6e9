"""Corrections of a column's guess that a user gave with ``--map "Kolom=isian"``."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process

from archrepo.declarations.kolom import column_classes, columns, side_columns
from archrepo.errors import UsageError
from archrepo.intake.problems import PROBLEMS
from archrepo.names import fold

NO_FIELD = "-"
"""In a correction: the column fills no field and is kept as notes."""


class CorrectionError(UsageError):
    """A correction ``--map "Kolom=isian"`` that cannot be followed."""

    code = "IMP051"

    def __init__(self, title: str, name: str, reason: str) -> None:
        problem = PROBLEMS["IMP051"]
        value = f"{title}={name}"
        super().__init__(problem.message(value=value, reason=reason), mend=problem.advice())


def check_corrections(corrections: Sequence[tuple[str, str]]) -> None:
    """Refuse a correction to a field that no class has.

    Raises:
        CorrectionError: there is one; the nearest field names are given.
    """
    known = sorted({row.field for kelas in column_classes() for row in (*columns(kelas), *side_columns(kelas))})
    for title, name in corrections:
        if name not in known and name != NO_FIELD:
            near = [match[0] for match in process.extract(name, known, limit=3, score_cutoff=60)]
            hint = f"; mungkin maksudnya {', '.join(near)}" if near else ""
            raise CorrectionError(title, name, f'isian "{name}" tidak ada{hint}')


def is_corrected(column_title: str, title: str) -> bool:
    """Whether a correction for ``title`` is about that column; of a two-row header the lower part is enough."""
    return fold(title) in (fold(column_title), fold(column_title.split(" / ")[-1]))
