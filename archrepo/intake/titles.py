"""How well a column title names a field: the same, beginning so, holding it, or with a typing error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from archrepo.declarations.kolom import Kolom, column_classes, columns, side_columns
from archrepo.intake.title_patterns import patterned
from archrepo.intake.values import plain_text
from archrepo.intake.wording import folded as folded_words
from archrepo.intake.wording import reading
from archrepo.names import clean, fold

KNOWN = 0.72
"""A title that scores so much begins with a known spelling at least."""

_PATTERNED = 0.9
_BESIDE_PATTERN = 0.7
"""What is left of the scores of likeness where the words of a title mean another column (``Nama Dinas`` is no name)."""

_MARKS = re.compile(
    r"^(?:\(?\d{1,2}[.)]|[a-zA-Z][.)])\s+|^\d{1,2}\s*[.)]\s*(?=\D)|[\s:*]+$|\s*\((?:wajib|opsional|required|optional)[^)]*\)\s*$",
    re.IGNORECASE,
)
_HINT = re.compile(r"\s*(?:→|->|⟶|=>)\s*")


def clean_title(cell: object) -> str:
    """Return a title without number, colon, star or ``(wajib)``; a line break is a blank."""
    if not isinstance(cell, str):
        return ""
    text = plain_text(cell)
    if text[:1] in {"#", "№"} and not text.strip("#№ :.*"):
        return "No"
    for _ in range(3):
        shorter = _MARKS.sub("", text).strip()
        if shorter == text:
            break
        text = shorter
    return clean(_HINT.sub(" ", text))


@cache
def _spellings(kelas: str) -> tuple[tuple[str, Kolom], ...]:
    """Return folded spellings of the columns and side columns of a class, longest first."""
    found = {
        (fold(spelling), column.field): column
        for column in (*columns(kelas), *side_columns(kelas))
        for spelling in column.spellings
    }
    rows = [(spelling, column) for (spelling, _), column in found.items() if spelling]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def title_scores(title: str, kelas: str) -> Mapping[str, tuple[Kolom, float]]:
    """Return the columns of a class that a title may name, by field, with a score 0..1."""
    folded = fold(title)
    best: dict[str, tuple[Kolom, float]] = {}
    if not folded:
        return best
    of_unit = _names_a_unit(folded)
    for spelling, column in _spellings(kelas):
        score = _score(folded, spelling)
        if score < 1.0 and of_unit and column.kind == "pribadi":
            continue
        if score > best.get(column.field, (column, 0.0))[1]:
            best[column.field] = (column, score)
    return _with_pattern(title, best) if kelas == "Aplikasi" else _without_class(folded, kelas, best)


def _names_a_unit(folded: str) -> bool:
    """Whether a title asks for a unit, so that likeness to a title of people (Nama Pengelola) says nothing."""
    return not _unit_words().isdisjoint(folded.split())


@cache
def _unit_words() -> frozenset[str]:
    return folded_words("kata_judul_unit", "kata")


def _without_class(folded: str, kelas: str, best: dict[str, tuple[Kolom, float]]) -> dict[str, tuple[Kolom, float]]:
    """Read ``Kepemilikan Server`` in a list of servers as ``Kepemilikan``: what the rows are adds nothing."""
    words = _words_of_class(kelas)
    rest = " ".join(word for word in folded.split() if word not in words)
    if not rest or rest == folded or any(score == 1.0 for _, score in best.values()):
        return best
    for spelling, column in _spellings(kelas):
        if spelling == rest and best.get(column.field, (column, 0.0))[1] < _PATTERNED:
            best[column.field] = (column, _PATTERNED)
    return best


@cache
def _words_of_class(kelas: str) -> frozenset[str]:
    return frozenset(fold(word) for word in reading("kata_kelas").get(kelas, ()))


def _with_pattern(title: str, likeness: dict[str, tuple[Kolom, float]]) -> dict[str, tuple[Kolom, float]]:
    """Let the meaning of a title's words go before its likeness to spellings, unless it is one of them."""
    if any(score == 1.0 for _, score in likeness.values()):
        return likeness
    meant = patterned(title)
    if meant is None:
        return likeness
    others = {name: (row, _BESIDE_PATTERN * score) for name, (row, score) in likeness.items()}
    return others | {meant.field: (meant, _PATTERNED)}


@cache
def _by_first_word_of(kelas: str) -> Mapping[str, tuple[tuple[str, Kolom], ...]]:
    found: dict[str, list[tuple[str, Kolom]]] = {}
    for spelling, column in _spellings(kelas):
        found.setdefault(spelling.split()[0], []).append((spelling, column))
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def clear_fields(title: str, kelas: str) -> Mapping[str, tuple[Kolom, float]]:
    """Return the columns whose spelling a title is or begins with: enough, and quick, to tell classes apart."""
    folded = fold(title)
    best: dict[str, tuple[Kolom, float]] = {}
    for spelling, column in _by_first_word_of(kelas).get(folded.split(" ")[0], ()):
        score = 1.0 if folded == spelling else _score(folded, spelling) if folded.startswith(spelling + " ") else 0.0
        if score > best.get(column.field, (column, 0.0))[1]:
            best[column.field] = (column, score)
    # A title of another class (Nama Layanan) is not read by its words.
    return _with_pattern(title, best) if kelas == "Aplikasi" and folded not in _all_spellings() else best


def _score(title: str, spelling: str) -> float:
    if title == spelling:
        return 1.0
    share = len(spelling) / len(title)
    if title.startswith(spelling + " "):
        return KNOWN + 0.2 * share
    if share <= 1 and len(spelling) >= 4 and f" {spelling} " in f" {title} ":
        return 0.55 + 0.3 * share
    if len(title) >= 5 and is_typing_error(title, spelling):
        return 0.9 * fuzz.ratio(title, spelling) / 100
    return _shared_words(title, spelling)


def is_typing_error(title: str, spelling: str) -> bool:
    """Whether a title is a spelling but for a slip or two, or an ending such as ``-nya``: Produk is no Nama."""
    if abs(len(title) - len(spelling)) > 3:
        return False
    if title.startswith(spelling):
        return len(spelling) >= 8
    allowed = 1 if len(spelling) < 10 else 2
    return OSA.distance(title, spelling, score_cutoff=allowed) <= allowed


def _shared_words(title: str, spelling: str) -> float:
    words = spelling.split()
    if len(words) < 2:
        return 0.0
    present = title.split()
    if all(word in present for word in words):
        return 0.45 + 0.3 * len(words) / max(len(present), len(words))
    return 0.0


@cache
def _all_spellings() -> Mapping[str, frozenset[str]]:
    """Return every spelling of every class, folded, with the fields it may name."""
    found: dict[str, set[str]] = {}
    for kelas in column_classes():
        for column in (*columns(kelas), *side_columns(kelas)):
            for spelling in column.spellings:
                found.setdefault(fold(spelling), set()).add(column.field)
    return {spelling: frozenset(fields) for spelling, fields in found.items() if spelling}


@cache
def _by_first_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for spelling in _all_spellings():
        found.setdefault(spelling.split()[0], []).append(spelling)
    return {word: tuple(spellings) for word, spellings in found.items()}


@cache
def familiarity(title: str) -> float:
    """Return how much a text looks like a title of any class: 1 the same, less for one that begins with or holds it."""
    folded = fold(title)
    if not folded:
        return 0.0
    if folded in _all_spellings():
        return 1.0
    if patterned(title, is_strict=True) is not None:
        return _PATTERNED
    padded = f" {folded} "
    best = 0.0
    for word in set(folded.split()):
        for spelling in _by_first_word().get(word, ()):
            if len(spelling) >= 3 and f" {spelling} " in padded:
                share = len(spelling) / len(folded)
                best = max(best, (0.5 if folded.startswith(spelling) else 0.3) + 0.4 * share)
    if best < 0.7 and 5 <= len(folded) <= 40:
        best = max(best, 0.8 * _typing_error(folded))
    return best


def _typing_error(folded: str) -> float:
    near = (
        fuzz.ratio(folded, spelling, score_cutoff=88)
        for spelling in _all_spellings()
        if abs(len(spelling) - len(folded)) <= 2
    )
    return max(near, default=0.0) / 100


@cache
def exact_fields(title: str) -> frozenset[str]:
    """Return the fields, of any class, of which a title is a spelling."""
    return _all_spellings().get(fold(title), frozenset())


@cache
def meant_fields(title: str) -> frozenset[str]:
    """Return the fields that a title surely means: those of which it is a spelling, or the one its words mean."""
    exact = exact_fields(title)
    meant = None if exact else patterned(title, is_strict=True)
    return exact if meant is None else frozenset({meant.field})
