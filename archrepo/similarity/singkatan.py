"""Whether a short name is made of the letters of a long one: SIMPEG of Sistem Informasi Manajemen Kepegawaian."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from archrepo.similarity.pengetahuan import pengetahuan

_LONGEST_SHORT_NAME = 14
_INNER_STARTS = ("kepe", "ke", "pe", "per", "pem", "pen", "peng", "se", "ber", "ter")


@lru_cache(maxsize=8_192)
def _pieces(word: str) -> tuple[str, ...]:
    """Return the forms of a word whose beginnings may stand in an acronym, the word itself first."""
    inner = (word[len(start) :] for start in _INNER_STARTS if word.startswith(start) and len(word) - len(start) >= 3)
    return tuple(dict.fromkeys((word, *inner)))


@lru_cache(maxsize=8_192)
def acronym_letters(short: str, phrase: tuple[str, ...]) -> int:
    """Return how many letters of an acronym come from the telling words of a phrase; 0 when it is no acronym of it.

    Every letter of ``short`` must be used, in order, and every word that is not generic must give at least one; a word
    gives letters from its beginning, or from behind a prefix (kePEGawaian). Words are folded, link words left out.
    """
    if not 3 <= len(short) <= _LONGEST_SHORT_NAME or len(phrase) < 2 or short in phrase:
        return 0
    if phrase[0] in pengetahuan().akronim:
        # SIMPEG Rumah Sakit is a SIMPEG, whatever its letters could spell.
        return 0
    generic = pengetahuan().umum
    if sum(len(word) > 1 for word in phrase) < 2:
        # e-Disiplin is cut short by DIS, but so are others.
        return 0
    initials = "".join(word[0] for word in phrase)
    if short == initials:
        return len(short)
    best = _match(short, phrase, generic)
    return best if best > 0 and _is_spelled_out(phrase) else 0


def _is_spelled_out(phrase: tuple[str, ...]) -> bool:
    """Whether a phrase is made of words, at least half of them known, unlike a made-up name (SIMAK DIHATI)."""
    known = pengetahuan().kata_biasa
    return 2 * sum(word in known for word in phrase) >= len(phrase)


# Generic in a name, but of as much use as others in its acronym: SIMPADA of Sistem Informasi Manajemen Pajak Daerah.
_TELLING = frozenset({"daerah", "pelayanan", "layanan", "terpadu", "kabupaten", "kota", "pemerintah", "nasional"})


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
                best = max(best, tail + (0 if word in generic and word not in _TELLING else length))
    return best


@lru_cache(maxsize=8_192)
def contracted(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with known expansions behind the first word made short: simda barang milik daerah is simda bmd."""
    for place in range(1, len(phrase) - 1):
        for end in range(len(phrase), place + 1, -1):
            short = _short_forms().get(phrase[place:end])
            if short is not None:
                return (*phrase[:place], short, *phrase[end:])
    return phrase


@cache
def _short_forms() -> Mapping[tuple[str, ...], str]:
    return {text: short for short, texts in pengetahuan().akronim.items() for text in texts if len(text) > 1}


_LETTERS_OF_SISTEM = ("sim", "si", "s")
_FEWEST_OF_SUBJECT = 2
_VOWELS = frozenset("aiueo")


@lru_cache(maxsize=8_192)
def is_loose_acronym(short: str, phrase: tuple[str, ...]) -> bool:
    """Whether a name such as SINAKER is built from syllables of "Sistem Informasi Ketenagakerjaan".

    The phrase must begin with "sistem informasi", whose letters lead the name; every other telling word gives up to two
    runs of letters, each from the beginning of a syllable or, the second one, from the end of the word. "Daerah" may
    give letters or not. At least two letters must come from there.
    """
    if phrase[:2] != ("sistem", "informasi") or not 4 <= len(short) <= _LONGEST_SHORT_NAME:
        return False
    generic = pengetahuan().umum
    subject = tuple(word for word in phrase[2:] if word not in generic or word in ("manajemen", "daerah"))
    if all(word in generic for word in subject):
        return False
    starts = (start for start in _LETTERS_OF_SISTEM if short.startswith(start))
    return any(
        len(short) - len(start) >= _FEWEST_OF_SUBJECT and _spelled(short[len(start) :], subject, generic)
        for start in starts
    )


def _spelled(rest: str, words: tuple[str, ...], generic: frozenset[str]) -> bool:
    if not words:
        return not rest
    word, later = words[0], words[1:]
    if word in generic and _spelled(rest, later, generic):
        return True
    return any(_spelled(tail, later, generic) for tail in _tails(rest, word) if tail != rest)


def _tails(rest: str, word: str) -> set[str]:
    """Return what may be left of the letters when a word has given one or two runs of its own."""
    starts = [place for place in range(len(word)) if begins_syllable(word, place)]
    after_one = {
        (rest[length:], place + length)
        for place in starts
        for length in range(1, _common_length(rest, word[place:]) + 1)
    }
    found = {tail for tail, _ in after_one}
    for tail, used in after_one:
        for place in starts:
            if place >= used:
                found.update(tail[length:] for length in range(1, _common_length(tail, word[place:]) + 1))
        if used < len(word) and tail[:1] == word[-1]:
            found.add(tail[1:])
    return found


def begins_syllable(word: str, place: int) -> bool:
    """Whether a syllable of the word begins at that place, by its vowels."""
    if place == 0:
        return True
    here, before = word[place], word[place - 1]
    if here in _VOWELS:
        return before in _VOWELS
    return place + 1 < len(word) and word[place + 1] in _VOWELS


def _common_length(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
