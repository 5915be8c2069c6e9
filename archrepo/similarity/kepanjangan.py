"""Short names with the long ones they may stand for, found among the distinct names of a block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from archrepo.similarity.nama import Nama
from archrepo.similarity.pengetahuan import Phrase, pengetahuan
from archrepo.similarity.singkatan import acronym_letters, begins_syllable, is_loose_acronym

_PREFIXES, _ROOTS = frozenset({"ke", "pe", "se", "be", "te"}), (2, 3, 4)
_SHORTEST_ACRONYM, _SAME_START = 3, 4
# Short and long names that are spelled out against each other, for each record, and always.
_SPELLED_OUT, _SPELLED_OUT_ALWAYS = 32, 200_000


def is_short(name: Nama) -> bool:
    """Whether a name may stand for a longer one: one word of its own."""
    return len(name.inti) == 1 and not name.umum and len(name.rapat) >= _SHORTEST_ACRONYM


def spelled_out(shorts: Iterable[str], longs: Iterable[Phrase], records: int) -> Iterator[tuple[str, Phrase]]:
    """Yield each short name with the words of each long one that may spell it out.

    Args:
        shorts: distinct cores of one word.
        longs: distinct names of several words.
        records: how many records they are of, which bounds what is tried.
    """
    generic = pengetahuan().umum
    by_initial: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for short in shorts:
        by_initial[short[0]].append((short, frozenset(short)))
    meant: dict[str, list[tuple[Phrase, frozenset[str]]]] = defaultdict(list)
    for words in longs if by_initial else ():
        initials = [initial for initial in _initials(words, generic) if initial in by_initial]
        if initials:
            letters = frozenset("".join(words))
            for initial in initials:
                meant[initial].append((words, letters))
    for initial, spelled in meant.items():
        tried = by_initial[initial]
        # In an Instansi of thousands a first letter is no reason to spell out every long name.
        if len(tried) * len(spelled) > max(_SPELLED_OUT_ALWAYS, _SPELLED_OUT * records):
            continue
        for words, letters in spelled:
            for short, of_short in tried:
                if of_short <= letters and _may_stand_for(short, of_short, words):
                    yield short, words


def _may_stand_for(short: str, letters: frozenset[str], words: Phrase) -> bool:
    generic = pengetahuan().umum
    if words[0][:_SAME_START] == short[:_SAME_START] and words[0] not in pengetahuan().kata:
        # Sibalada Layanan is a name itself, and beside Sibalala another one.
        return False
    if any(letters.isdisjoint(_giving(word)) for word in words if word not in generic):
        return False
    return acronym_letters(short, words) > 1 or is_loose_acronym(short, words)


@lru_cache(maxsize=8_192)
def _giving(word: str) -> frozenset[str]:
    """Return the letters with which a word may come into an acronym: those that begin it, a root in it, a syllable."""
    inner = (word[place] for place in range(1, len(word)) if place in _ROOTS or begins_syllable(word, place))
    return frozenset((word[0], *inner))


def _initials(words: Phrase, generic: frozenset[str]) -> Collection[str]:
    """Return the letters with which an acronym of the words may begin: generic words may be passed over."""
    if words[0] not in generic and words[0][:2] not in _PREFIXES:
        return words[0][0]
    found: set[str] = set()
    for word in words:
        found.add(word[0])
        if word not in generic:
            # A letter may also come from behind a prefix: kePEGawaian.
            if word[:2] in _PREFIXES:
                found.update(word[cut] for cut in _ROOTS if len(word) > cut + 2)
            break
    return found
