"""What an application does, read from its name and its texts: ids of the functions in ``schema/kemiripan.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from archrepo.names import fold
from archrepo.similarity.pengetahuan import Phrase, pengetahuan

_LONGEST_PHRASE = 4


class Fungsinya(NamedTuple):
    """Functions of one application: those its name tells, those its texts tell, and the broad ones of both."""

    nama: frozenset[str]
    teks: frozenset[str]
    luas: frozenset[str]

    @property
    def utama(self) -> frozenset[str]:
        """What it mainly does: what the name tells, else what the texts tell."""
        return self.nama or self.teks


_NOTHING = Fungsinya(frozenset(), frozenset(), frozenset())


@cache
def plain_words() -> frozenset[str]:
    """Return the words that name a function when they stand alone or in its phrases (presensi, surat, masuk)."""
    return frozenset(word for phrase in pengetahuan().frasa for word in phrase)


def _found(tokens: Phrase, phrases: Mapping[Phrase, tuple[str, ...]]) -> Sequence[str]:
    """Return the functions of phrases in the words; of two that share a word the more telling one, then the later.

    What comes later narrows what stands before it: "inventaris aset desa" is about the village.
    """
    beginnings = _beginnings(id(phrases))
    if beginnings.isdisjoint(tokens):
        return ()
    matches: list[tuple[int, int, tuple[str, ...]]] = []
    for place, first in enumerate(tokens):
        if first not in beginnings:
            continue
        for size in range(min(_LONGEST_PHRASE, len(tokens) - place), 0, -1):
            ids = phrases.get(tokens[place : place + size])
            if ids:
                matches.append((place, place + size, ids))
                break
    if len(matches) == 1:
        return matches[0][2]
    matches.sort(key=lambda row: (-_weight(tokens[row[0] : row[1]]), -row[0]))
    taken: set[int] = set()
    found: list[str] = []
    for start, end, ids in matches:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found += ids
    return found


def _without_place(tokens: Phrase) -> Phrase:
    """Drop the kind of place behind the name of an application: SIMPEG Rumah Sakit is about staff."""
    k = pengetahuan()
    if not tokens or tokens[0] not in k.nama_aplikasi or k.kata_jenis.isdisjoint(tokens[1:]):
        return tokens
    for place in range(1, len(tokens)):
        if any(tokens[place : place + size] in k.unit_jenis for size in (2, 1)):
            return tokens[:place]
    return tokens


@cache
def _beginnings(which: int) -> frozenset[str]:
    """Return the first words of one of the phrase tables, told by its identity: they live as long as the process."""
    k = pengetahuan()
    table = next(one for one in (k.frasa, k.frasa_nama, k.frasa_lemah) if id(one) == which)
    return frozenset(phrase[0] for phrase in table)


@cache
def _any_beginning() -> frozenset[str]:
    k = pengetahuan()
    return frozenset(phrase[0] for table in (k.frasa, k.frasa_nama, k.frasa_lemah) for phrase in table)


def _weight(phrase: Phrase) -> int:
    """Return how telling a phrase is: "keuangan desa" more than "pengelolaan keuangan"."""
    handling = pengetahuan().olah
    return sum(1 if word in handling else 3 for word in phrase)


@lru_cache(maxsize=8_192)
def fungsinya(
    names: tuple[Phrase, ...], brands: tuple[Phrase, ...], meanings: tuple[Phrase, ...], texts: tuple[Phrase, ...]
) -> Fungsinya:
    """Return the functions that names and texts tell; the longest phrase wins, no word counts twice.

    What the words of a name say goes first. What a known name or its expansion stands for gives way to texts that say
    otherwise, since many short names stand for several things (SIPPD: planning here, travel there).

    Args:
        names: words of its names.
        brands: the same with the word behind a prefix for a made-up name (SIPASAR), which is a guess (SIKOPI).
        meanings: words of the expansions of its acronyms.
        texts: words of what is written about it.
    """
    if len(names) == 1 and not meanings and not texts:
        return function_of_name(names[0], brands[0])
    k = pengetahuan()
    names, brands = (tuple([_without_place(tokens) for tokens in rows]) for rows in (names, brands))
    by_word = {found for tokens in names for found in _found(tokens, k.frasa)}
    by_text = {found for tokens in texts for found in _found(tokens, k.frasa)}
    if by_word and by_text and not by_word & by_text and _is_play(names[0]):
        by_word = by_word if related(frozenset(by_word), frozenset(by_text)) else set()
    if not by_word:
        known = {found for tokens in names for found in _found(tokens, k.frasa_nama)}
        known |= {found for tokens in (*meanings, *brands) for found in _found(tokens, k.frasa)}
        sure = not k.nama_khas.isdisjoint(map("".join, names))
        if sure or not by_text or known & by_text or related(frozenset(known), frozenset(by_text)):
            by_word = known
    if not by_word | by_text:
        by_word = {found for tokens in names for found in _found(tokens, k.frasa_lemah)}
    if not by_word and not by_text:
        return _NOTHING
    broad = {one for one in by_word | by_text if k.fungsi[one].luas}
    return Fungsinya(frozenset(by_word - broad), frozenset(by_text - broad), frozenset(broad))


def _is_play(tokens: Phrase) -> bool:
    """Whether a name is letters before a plain word, which then may be a play (J-Kopi for koperasi)."""
    known = pengetahuan().kata
    return len(tokens) == 2 and len(tokens[0]) <= 2 and tokens[0] not in known


def function_of_name(tokens: Phrase, brand: Phrase) -> Fungsinya:
    """Return the functions of a record of which nothing but one name is known."""
    beginnings = _any_beginning()
    if beginnings.isdisjoint(tokens) and (tokens == brand or beginnings.isdisjoint(brand)):
        return _NOTHING
    k = pengetahuan()
    tokens, brand = _without_place(tokens), _without_place(brand)
    for words, phrases in ((tokens, k.frasa), (tokens, k.frasa_nama), (brand, k.frasa), (tokens, k.frasa_lemah)):
        found = _found(words, phrases)
        if found:
            if phrases is k.frasa_nama:
                found = [*found, *_found(brand, k.frasa)]
            return _named(frozenset(found))
    return _NOTHING


@lru_cache(maxsize=4_096)
def _named(ids: frozenset[str]) -> Fungsinya:
    known = pengetahuan().fungsi
    broad = frozenset(one for one in ids if known[one].luas)
    return Fungsinya(ids - broad, frozenset(), broad)


def related(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a function of the one set is declared to touch on one of the other."""
    known = pengetahuan().fungsi
    return any(known[one].terkait & right for one in left)


def is_known_name(text: str) -> bool:
    """Whether a name stands for a function by itself, as those of known applications do (SIKN: static archives)."""
    tokens = tuple(fold(text).split())
    return any(form in pengetahuan().frasa_nama for form in (tokens, ("".join(tokens),)))


def labels(ids: frozenset[str]) -> str:
    """Return the labels of functions in words, at most two."""
    return " dan ".join(sorted(pengetahuan().fungsi[one].label for one in ids)[:2])
