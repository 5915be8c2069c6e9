"""Whether a short name is made of the letters of a long one: SIMPEG of Sistem Informasi Manajemen Kepegawaian."""

from __future__ import annotations

from functools import cache

from archrepo.similarity.pengetahuan import pengetahuan

_LONGEST_SHORT_NAME = 14
_INNER_STARTS = ("kepe", "ke", "pe", "per", "pem", "pen", "peng", "se", "ber", "ter")


@cache
def _pieces(word: str) -> tuple[str, ...]:
    """Return the forms of a word whose beginnings may stand in an acronym, the word itself first."""
    inner = (word[len(start) :] for start in _INNER_STARTS if word.startswith(start) and len(word) - len(start) >= 3)
    return tuple(dict.fromkeys((word, *inner)))


@cache
def acronym_letters(short: str, phrase: tuple[str, ...]) -> int:
    """Return how many letters of an acronym come from the telling words of a phrase; 0 when it is no acronym of it.

    Every letter of ``short`` must be used, in order, and every word that is not generic must give at least one; a word
    gives letters from its beginning, or from behind a prefix (kePEGawaian). Words are folded, link words left out.
    """
    if not 3 <= len(short) <= _LONGEST_SHORT_NAME or len(phrase) < 2 or short in phrase:
        return 0
    generic = pengetahuan().umum
    best = _match(short, phrase, generic)
    return max(best, 0)


def _match(short: str, phrase: tuple[str, ...], generic: frozenset[str]) -> int:
    if not phrase:
        return 0 if not short else -1
    word, rest = phrase[0], phrase[1:]
    best = _match(short, rest, generic) if word in generic else -1
    for piece in _pieces(word):
        for length in range(1, len(piece) + 1):
            if not short.startswith(piece[:length]):
                break
            tail = _match(short[length:], rest, generic)
            if tail >= 0:
                best = max(best, tail + (0 if word in generic else length))
    return best
