"""The index of one block of records: keys that two must share to be worth a judgement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations
from typing import NamedTuple

from archrepo.similarity.batas import (
    MOST_OF_A_FUNCTION,
    MOST_OF_A_KEY,
    Bundel,
    Place,
    Two,
    bundled,
    room_for,
    within,
    within_or_in_parts,
)
from archrepo.similarity.ciri import Ciri
from archrepo.similarity.fungsi import plain_words
from archrepo.similarity.kata import stem
from archrepo.similarity.pengetahuan import Phrase, pengetahuan
from archrepo.similarity.salah_tulis import slips
from archrepo.similarity.singkatan import acronym_letters, begins_syllable, is_loose_acronym

Index = Mapping[str, list[Place]]

# A word of descriptions that more applications of one block share tells no two of them together.
_COMMON_WORD = 12
# Of the keys that many share, so many of a record are tried two by two, the rarest first.
_BROAD_KEYS = 6
_GLUED_TO = 4
_PREFIXES, _ROOTS = frozenset({"ke", "pe", "se", "be", "te"}), (2, 3, 4)
_SHORTEST_ACRONYM, _SAME_START = 3, 4
# Short and long names that are spelled out against each other, for each record.
_SPELLED_OUT, _SPELLED_OUT_ALWAYS = 32, 200_000


def by_name(rows: Sequence[Ciri], own: int) -> set[Two]:
    """Return pairs that share a name, a telling word, an address, a unit's site, a link, or what is near to it.

    Args:
        rows: the records of a block, those that are national at the end.
        own: how many are not national.
    """
    names = _gathered(map(_names, rows))
    signs = _gathered(() if row.hanya_nama else _signs(row) for row in rows)
    words = _gathered(_words(rows))
    room = room_for(own)
    found = within_or_in_parts(_named(names, signs, own), room)
    if signs.first:
        found |= within(_shared(signs.groups, own, MOST_OF_A_KEY), room)
    found |= within(_shared(words.groups, own, MOST_OF_A_KEY), room)
    found |= within(_twice_shared(words.groups, own), room)
    found |= within([*_misspelled(rows), *_acronyms(rows, own), *_glued(rows)], room)
    if any(row.isi for row in rows):
        found.update(_sharing_words(rows))
    return found


def by_function(rows: Sequence[Ciri], own: int) -> set[Two]:
    """Return pairs that do the same or what is related to it, whatever they are called."""
    index: dict[str, list[Place]] = defaultdict(list)
    related = pengetahuan().fungsi
    for place, row in enumerate(rows):
        for one in row.fungsi.utama or row.fungsi.luas:
            index[one].append(place)
    bundles = _shared(index, own, MOST_OF_A_FUNCTION)
    bundles += _twice_shared(index, own, MOST_OF_A_FUNCTION)
    for one in index:
        for other in related[one].terkait:
            if one < other and other in index:
                bundles += _across(index[one], index[other], own)
    return {two for two in within(bundles, room_for(own)) if two[0] != two[1]}


def _across(left: list[Place], right: list[Place], own: int) -> Iterator[Bundel]:
    """Yield what does one thing beside what does a related one; national ones beside however many."""
    if left[-1] < own and right[-1] < own:
        both = Bundel(left, right)
        if both.banyak <= MOST_OF_A_FUNCTION**2:
            yield both
        return
    (mine, others), (mine_too, others_too) = (
        ([place for place in side if place < own], [place for place in side if place >= own]) for side in (left, right)
    )
    if len(mine) * len(mine_too) <= MOST_OF_A_FUNCTION**2:
        yield Bundel(mine, mine_too)
    yield Bundel(mine, others_too)
    yield Bundel(mine_too, others)


class _Gathered(NamedTuple):
    """The first record of each key, and all of those keys that several have."""

    first: dict[str, Place]
    groups: dict[str, list[Place]]


def _gathered(keys: Iterable[Iterable[str]]) -> _Gathered:
    first: dict[str, Place] = {}
    groups: dict[str, list[Place]] = {}
    for place, found in enumerate(keys):
        for key in found:
            other = first.setdefault(key, place)
            if other != place:
                group = groups.get(key)
                if group is None:
                    groups[key] = [other, place]
                else:
                    group.append(place)
    return _Gathered(first, groups)


def _named(names: _Gathered, signs: _Gathered, own: int) -> list[Bundel]:
    """Return the records that bear one name; those for whom it is another name too, unless it is one of very many."""
    groups = dict(names.groups)
    for key in names.first.keys() & signs.first.keys():
        others = signs.groups.get(key) or [signs.first[key]]
        if len(others) <= MOST_OF_A_KEY:
            groups[key] = sorted({*(groups.get(key) or [names.first[key]]), *others})
    # One group under each of its keys is one group.
    several = {tuple(members) for members in groups.values() if len(members) > 1}
    return [bundle for members in several for bundle in bundled(members, own)]


def _shared(groups: Index, own: int, most: int) -> list[Bundel]:
    return [bundle for members in groups.values() for bundle in bundled(members, own, most)]


def _twice_shared(index: Index, own: int, most: int = MOST_OF_A_KEY) -> list[Bundel]:
    """Return what two broad keys together have in common, where each alone is too broad."""
    broad = {key: members for key, members in index.items() if len(members) > most}
    if len(broad) < 2:
        return []
    keys_of: dict[Place, list[str]] = defaultdict(list)
    for key in sorted(broad, key=lambda one: (len(broad[one]), one)):
        for place in broad[key]:
            if len(keys_of[place]) < _BROAD_KEYS:
                keys_of[place].append(key)
    both: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in sorted(keys_of):
        for two in combinations(sorted(keys_of[place]), 2):
            both[two].append(place)
    return [bundle for members in both.values() if len(members) > 1 for bundle in bundled(members, own, most)]


def _names(row: Ciri) -> Collection[str]:
    """Return what it is called, and which known application that is."""
    name = row.utama
    keys = {name.rapat, name.utuh}
    if len(name.kata) > 1:
        keys.add(" ".join(name.urut))
        if name.kata is not name.inti or len(set(name.kata)) < len(name.kata):
            keys.add(" ".join(sorted(set(name.kata))))
    if not row.hanya_nama:
        keys.update(f"k:{key}" for key in row.kunci)
        if row.dikenal is not None or row.mungkin is not None:
            keys.add(f"d:{row.dikenal or row.mungkin}")
        keys.discard("")
    return keys


def _signs(row: Ciri) -> set[str]:
    """Return its other names, what its texts say of it, and where it is reached."""
    keys = {other.rapat for other in row.lain}
    keys.update(" ".join(core) for core in row.uraian)
    if row.alamat is not None:
        keys.add(f"h:{row.alamat.host}")
        if row.alamat.label is not None:
            keys.add(f"l:{row.alamat.domain}/{row.alamat.label}")
    keys.discard("")
    keys.discard(row.utama.rapat)
    return keys


def _words(rows: Sequence[Ciri]) -> Iterator[list[str]]:
    """Yield, for each, the words by which it may be a part or sister of another; plain ones two by two, by stems."""
    plain, generic = plain_words(), pengetahuan().umum
    stemmed = [tuple(map(stem, row.utama.inti)) if len(row.utama.inti) > 1 else () for row in rows]
    often = Counter(chain.from_iterable(stemmed))
    for row, own_stems in zip(rows, stemmed, strict=True):
        core = row.utama.inti
        if len(core) == 1:
            found = [] if core[0] in generic else [core[0]]
        else:
            found = [word for word in set(core) if word not in plain and word not in generic and len(word) > 2]
            shared = {one for one in own_stems if often[one] > 1}
            if len(shared) > 1:
                found += map(" ".join, combinations(sorted(shared), 2))
        if not row.hanya_nama:
            found += [f"r:{identifier}" for identifier in row.profil.kaitan]
            if row.situs:
                found += [f"s:{word}" for word in row.unit]
        yield found


def _places_by_name(rows: Sequence[Ciri]) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        found[row.utama.rapat].append(place)
    return found


def _misspelled(rows: Sequence[Ciri]) -> Iterator[Bundel]:
    places = _places_by_name(rows)
    return (Bundel(places[one], places[other]) for one, other in slips(places))


def _acronyms(rows: Sequence[Ciri], own: int) -> Iterator[Bundel]:
    """Yield one-word names with the long names they may stand for."""
    generic = pengetahuan().umum
    shorts: dict[str, list[Place]] = defaultdict(list)
    longs: dict[Phrase, list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        for name in (row.utama, *row.lain):
            if len(name.kata) > 1:
                longs[name.kata].append(place)
            if len(name.inti) == 1 and not name.umum and len(name.rapat) >= _SHORTEST_ACRONYM:
                shorts[name.rapat].append(place)
    if not shorts or not longs:
        return
    by_initial: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for short in shorts:
        by_initial[short[0]].append((short, frozenset(short)))
    meant: dict[str, list[tuple[Phrase, frozenset[str]]]] = defaultdict(list)
    for words in longs:
        initials = [initial for initial in _initials(words, generic) if initial in by_initial]
        if initials:
            letters = frozenset("".join(words))
            for initial in initials:
                meant[initial].append((words, letters))
    for initial, spelled in meant.items():
        tried = by_initial[initial]
        # In an Instansi of thousands a first letter is no reason to spell out every long name.
        if len(tried) * len(spelled) > max(_SPELLED_OUT_ALWAYS, _SPELLED_OUT * own):
            continue
        for words, letters in spelled:
            for short, of_short in tried:
                if of_short <= letters and _may_stand_for(short, of_short, words):
                    # Of who is called both, nothing is to be found out.
                    known = set(shorts[short])
                    others = [place for place in longs[words] if place not in known]
                    if others:
                        yield Bundel(shorts[short], others)


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


def _glued(rows: Sequence[Ciri]) -> Iterator[Bundel]:
    """Yield glued parts ("MonSakti") with their parent."""
    starts = tuple(pengetahuan().imbuhan_modul)
    if not any(row.utama.rapat.startswith(starts) for row in rows):
        return
    places = _places_by_name(rows)
    for name, members in places.items():
        for start in starts if name.startswith(starts) else ():
            parent = name.removeprefix(start)
            if parent != name and len(parent) >= _GLUED_TO and parent in places:
                yield Bundel(members, places[parent])


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


def _sharing_words(rows: Sequence[Ciri]) -> Iterator[Two]:
    """Yield pairs whose texts share two words that few others of the block use."""
    index: dict[str, list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        for word in row.isi:
            index[word].append(place)
    common: dict[Two, int] = defaultdict(int)
    for members in index.values():
        if 1 < len(members) <= _COMMON_WORD:
            for two in combinations(members, 2):
                common[two] += 1
    yield from (pair for pair, count in common.items() if count > 1)
