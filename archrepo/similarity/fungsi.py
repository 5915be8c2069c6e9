"""What an application does, read from its name and its texts: ids of the functions in ``schema/kemiripan.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from archrepo.similarity.pengetahuan import Phrase, pengetahuan

_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Fungsinya:
    """Functions of one application: those its name tells, those its texts tell, and the broad ones of both."""

    nama: frozenset[str]
    teks: frozenset[str]
    luas: frozenset[str]

    @property
    def utama(self) -> frozenset[str]:
        """What it mainly does: what the name tells, else what the texts tell."""
        return self.nama or self.teks


@cache
def plain_words() -> frozenset[str]:
    """Return the words that name a function when they stand alone or in its phrases (presensi, surat, masuk)."""
    return frozenset(word for phrase in pengetahuan().frasa for word in phrase)


def _found(tokens: Phrase, phrases: Mapping[Phrase, tuple[str, ...]]) -> Iterator[str]:
    place = 0
    while place < len(tokens):
        for size in range(min(_LONGEST_PHRASE, len(tokens) - place), 0, -1):
            ids = phrases.get(tokens[place : place + size])
            if ids:
                yield from ids
                place += size
                break
        else:
            place += 1


def fungsinya(names: tuple[Phrase, ...], meanings: tuple[Phrase, ...], texts: tuple[Phrase, ...]) -> Fungsinya:
    """Return the functions that names and texts tell; the longest phrase wins, no word counts twice.

    What the words of a name say goes first. What a known name or its expansion stands for gives way to texts that say
    otherwise, since many short names stand for several things (SIPPD: planning here, travel there).

    Args:
        names: words of its names.
        meanings: words of the expansions of its acronyms.
        texts: words of what is written about it.
    """
    k = pengetahuan()
    by_word = {found for tokens in names for found in _found(tokens, k.frasa)}
    known = {found for tokens in names for found in _found(tokens, k.frasa_nama)} - by_word
    known |= {found for tokens in meanings for found in _found(tokens, k.frasa)}
    by_text = {found for tokens in texts for found in _found(tokens, k.frasa)}
    told = {one for one in by_text if not k.fungsi[one].luas}
    if not by_word and (not told or known & told):
        by_word = known
    if not by_word | by_text:
        by_word = {found for tokens in names for found in _found(tokens, k.frasa_lemah)}
    broad = {one for one in by_word | by_text if k.fungsi[one].luas}
    return Fungsinya(frozenset(by_word - broad), frozenset(by_text - broad), frozenset(broad))


def labels(ids: frozenset[str]) -> str:
    """Return the labels of functions in words, at most two."""
    return " dan ".join(sorted(pengetahuan().fungsi[one].label for one in ids)[:2])
