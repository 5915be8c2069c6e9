"""What an unlisted column title of applications means, told by the kinds of words in it (``pola_judul``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from archrepo.declarations.kolom import Kolom, columns, side_columns
from archrepo.intake.wording import any_word, reading
from archrepo.names import fold

_MOST_WORDS = 14
"""A title of more words is an instruction or a cell of text."""


@dataclass(frozen=True, slots=True)
class _TitlePattern:
    column: Kolom
    groups: tuple[re.Pattern[str], ...]
    refused: re.Pattern[str] | None
    only: frozenset[str]
    is_weak: bool

    def fits(self, title: str, words: frozenset[str]) -> bool:
        if self.only and not words <= self.only:
            return False
        return all(group.search(title) for group in self.groups) and not (self.refused and self.refused.search(title))


@cache
def _patterns() -> tuple[_TitlePattern, ...]:
    known = {row.field: row for row in (*side_columns("Aplikasi"), *columns("Aplikasi"))}
    return tuple(
        _TitlePattern(
            known[row["kolom"]],
            tuple(map(any_word, row.get("semua", ()))),
            any_word(row["bukan"]) if row.get("bukan") else None,
            frozenset(fold(word) for word in row.get("hanya", ())),
            bool(row.get("lemah")),
        )
        for row in reading("pola_judul")["Aplikasi"]
    )


@cache
def patterned(title: str, *, is_strict: bool = False) -> Kolom | None:
    """Return the column of applications that the words of a title mean, or None.

    Args:
        title: as cleaned.
        is_strict: leave out the patterns that cells of data fit too (``Server OPD``).
    """
    folded = fold(title)
    words = frozenset(folded.split())
    if not words or len(words) > _MOST_WORDS:
        return None
    fitting = (row for row in _patterns() if not (is_strict and row.is_weak) and row.fits(folded, words))
    return next((row.column for row in fitting), None)
