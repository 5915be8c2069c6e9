"""The index of one block of records: keys that two must share to be worth a judgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
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
from archrepo.similarity.kepanjangan import is_short, spelled_out
from archrepo.similarity.kunci import name_keys, sign_keys, word_keys
from archrepo.similarity.pengetahuan import Phrase, pengetahuan
from archrepo.similarity.salah_tulis import slips

Index = Mapping[str, list[Place]]

# A word of descriptions that more applications of one block share tells no two of them together.
_COMMON_WORD = 12
# Of the keys that many share, so many of a record are tried two by two, the rarest first.
_BROAD_KEYS = 6
_GLUED_TO = 4


def by_name(rows: Sequence[Ciri], own: int) -> set[Two]:
    """Return pairs that share a name, a telling word, an address, a unit's site, a link, or what is near to it.

    Args:
        rows: the records of a block, those that are national at the end.
        own: how many are not national.
    """
    names = _gathered(map(name_keys, rows))
    signs = _gathered(map(sign_keys, rows))
    words = _gathered(word_keys(rows))
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


def _places_by_name(rows: Sequence[Ciri]) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        found[row.utama.rapat].append(place)
    return found


def _misspelled(rows: Sequence[Ciri]) -> Iterator[Bundel]:
    places = _places_by_name(rows)
    return (Bundel(places[one], places[other]) for one, other in slips(places))


def _acronyms(rows: Sequence[Ciri], own: int) -> Iterator[Bundel]:
    shorts: dict[str, list[Place]] = defaultdict(list)
    longs: dict[Phrase, list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        for name in (row.utama, *row.lain):
            if len(name.kata) > 1:
                longs[name.kata].append(place)
            if is_short(name):
                shorts[name.rapat].append(place)
    for short, words in spelled_out(shorts, longs, own):
        # Of who is called both, nothing is to be found out.
        known = set(shorts[short])
        others = [place for place in longs[words] if place not in known]
        if others:
            yield Bundel(shorts[short], others)


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
