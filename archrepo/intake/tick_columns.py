"""Columns whose titles are the values, with a tick below one: Lokasi Server / Diskominfo | OPD, Aktif | Tidak Aktif."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from archrepo.declarations.kolom import Kolom, columns
from archrepo.declarations.kosakata import vocabularies
from archrepo.intake.evidence import is_mark, marks_share
from archrepo.intake.table import Title
from archrepo.intake.titles import title_scores
from archrepo.intake.values import match_word, yes_no
from archrepo.intake.wording import bare_words
from archrepo.names import fold

_LEAST_MARKS = 0.8
_LEAST_TITLE = 0.7


class TickColumn(NamedTuple):
    """A column, the field that its group fills, and the text that a tick in it stands for."""

    title: Title
    column: Kolom
    mark: str


def tick_columns(titles: Sequence[Title], samples: Mapping[int, Sequence[object]], kelas: str) -> Iterator[TickColumn]:
    """Yield the columns of all groups in which ticks stand for the titles.

    A group stands below one title, which says the field, or whose parts are all words of one vocabulary; without a
    title above them, neighbours are a group where all are words of one vocabulary and no row has two ticks.
    """
    groups: dict[str, list[Title]] = {}
    for title in titles:
        if title.group:
            groups.setdefault(title.group, []).append(title)
    for group, members in groups.items():
        if len(members) >= 2 and _share(members, samples) >= _LEAST_MARKS:
            words = [title.sub for title in members]
            titled = _of_title(group.split(" / ")[-1], kelas)
            knows = titled is not None and 2 * sum(_known(words, titled)) >= len(words)
            column = titled if knows else _of_words(words, kelas) or titled
            if column is not None:
                yield from (TickColumn(title, column, title.sub) for title in members)
    for members in _neighbours([title for title in titles if not title.group], samples):
        column = _of_words([title.text for title in members], kelas)
        if column is not None:
            yield from (TickColumn(title, column, title.text) for title in members)


def _share(members: Sequence[Title], samples: Mapping[int, Sequence[object]]) -> float:
    return marks_share([value for title in members for value in samples.get(title.index, ())])


def _neighbours(titles: Sequence[Title], samples: Mapping[int, Sequence[object]]) -> Iterator[list[Title]]:
    """Yield runs of two and more columns beside one another that hold nothing but marks, one at most in a row."""
    run: list[Title] = []
    marked = [title for title in titles if marks_share(samples.get(title.index, ())) == 1.0]
    for before, title in pairwise([None, *marked, None]):
        if before is not None:
            run.append(before)
        if before is None or title is None or title.index != before.index + 1:
            if len(run) >= 2 and _is_exclusive(run, samples):
                yield run
            run = []


def _is_exclusive(members: Sequence[Title], samples: Mapping[int, Sequence[object]]) -> bool:
    values = [list(samples.get(title.index, ())) for title in members]
    height = max(map(len, values))
    rows = zip(*(own + [None] * (height - len(own)) for own in values), strict=True)
    return all(sum(is_mark(cell, "ya") for cell in row) <= 1 for row in rows)


def _of_title(title: str, kelas: str) -> Kolom | None:
    scores = sorted(title_scores(title, kelas).values(), key=lambda pair: -pair[1])
    return next((row for row, score in scores if score >= _LEAST_TITLE and row.kind in {"enum", "ya_tidak"}), None)


def _known(words: Sequence[str], column: Kolom) -> list[bool]:
    """Tell for each word whether it is a value of the column."""
    vocabulary = vocabularies().get(column.vocabulary or "")
    if column.kind == "ya_tidak" or vocabulary is None:
        return [yes_no(word).value is not None for word in words]
    return [fold(word) in bare_words(vocabulary.id) or match_word(fold(word), vocabulary) is not None for word in words]


def _of_words(words: Sequence[str], kelas: str) -> Kolom | None:
    """Return the column of whose vocabulary all words are; declared spellings go before patterns."""
    found: list[tuple[int, Kolom]] = []
    for column in columns(kelas):
        vocabulary = vocabularies().get(column.vocabulary or "") if column.kind == "enum" else None
        if vocabulary is None:
            continue
        known = [match_word(fold(word), vocabulary) for word in words]
        if None not in known and len(set(known)) == len(known):
            found.append((sum(fold(word) in vocabulary.index for word in words), column))
    return max(found, key=lambda pair: pair[0])[1] if found else None
