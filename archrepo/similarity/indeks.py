"""The index of one block of records: keys that two must share to be worth a judgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

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
from archrepo.similarity.nama import Nama, stems
from archrepo.similarity.pengetahuan import pengetahuan
from archrepo.similarity.salah_tulis import slips
from archrepo.similarity.singkatan import acronym_letters, begins_syllable, is_loose_acronym

Index = Mapping[str, list[Place]]

# A word of descriptions that more applications of one block share tells no two of them together.
_COMMON_WORD = 12
# Of the keys that many share, so many of a record are tried two by two, the rarest first.
_BROAD_KEYS = 6
_GLUED_TO = 4
_ROOTS = (2, 3, 4)
_SHORTEST_ACRONYM = 3
# Short and long names that are spelled out against each other, for each record.
_SPELLED_OUT, _SPELLED_OUT_ALWAYS = 32, 200_000


def by_name(rows: Sequence[Ciri], own: int) -> set[Two]:
    """Return pairs that share a name, a telling word, an address, a unit's site, a link, or what is near to it.

    Args:
        rows: the records of a block, those that are national at the end.
        own: how many are not national.
    """
    names: dict[str, list[Place]] = defaultdict(list)
    signs: dict[str, list[Place]] = defaultdict(list)
    words: dict[str, list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        for key in _names(row):
            names[key].append(place)
        if not row.hanya_nama:
            for key in _signs(row):
                signs[key].append(place)
        for key in _words(row):
            words[key].append(place)
    room = room_for(own)
    found = within_or_in_parts(_named(names, signs, own), room)
    found |= within(_shared(signs, own, MOST_OF_A_KEY), room)
    found |= within(_shared(words, own, MOST_OF_A_KEY), room)
    found |= within(_twice_shared(words, own), room)
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


def _named(names: Index, signs: Index, own: int) -> list[Bundel]:
    """Return the records that bear one name; those for whom it is another name too, unless it is one of very many."""
    found: dict[tuple[Place, ...], Bundel] = {}
    for key, members in names.items():
        others = signs.get(key)
        if others is not None and len(others) <= MOST_OF_A_KEY:
            members = sorted({*members, *others})
        if len(members) > 1:
            for bundle in bundled(members, own):
                # One group under each of its keys is one group.
                found.setdefault((*bundle.kiri, *(bundle.kanan or ())), bundle)
    return list(found.values())


def _shared(index: Index, own: int, most: int) -> list[Bundel]:
    return [bundle for members in index.values() if len(members) > 1 for bundle in bundled(members, own, most)]


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


def _names(row: Ciri) -> set[str]:
    """Return what it is called, and which known application that is."""
    name = row.utama
    keys = {name.rapat, name.utuh}
    if len(name.kata) > 1:
        keys.add(" ".join(name.urut))
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


def _words(row: Ciri) -> list[str]:
    """Return the words by which it may be a part or sister of another; plain ones only two by two, by their stems."""
    core = row.utama.inti
    if len(core) == 1:
        found = [] if core[0] in pengetahuan().umum else [core[0]]
    else:
        plain, generic = plain_words(), pengetahuan().umum
        found = [word for word in set(core) if word not in plain and word not in generic and len(word) > 2]
        found += [" ".join(two) for two in combinations(sorted(stems(core)), 2)]
    if row.profil.kaitan:
        found += [f"r:{identifier}" for identifier in row.profil.kaitan]
    if row.situs:
        found += [f"s:{word}" for word in row.unit]
    return found


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
    longs: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        for name in row.semua_nama:
            if len(name.kata) > 1:
                longs[name.kata].append(place)
            if _may_be_acronym(name):
                shorts[name.rapat].append(place)
    if not shorts or not longs:
        return
    by_initial: dict[str, list[str]] = defaultdict(list)
    for short in shorts:
        by_initial[short[0]].append(short)
    meant: dict[str, list[tuple[tuple[str, ...], list[frozenset[str]]]]] = defaultdict(list)
    for words in longs:
        giving = [_giving(word) for word in words if word not in generic]
        for initial in _initials(words, generic):
            if initial in by_initial:
                meant[initial].append((words, giving))
    for initial, spelled in meant.items():
        tried = by_initial[initial]
        # In an Instansi of thousands a first letter is no reason to spell out every long name.
        if len(tried) * len(spelled) > max(_SPELLED_OUT_ALWAYS, _SPELLED_OUT * own):
            continue
        for short in tried:
            letters = frozenset(short)
            for words, giving in spelled:
                if any(map(letters.isdisjoint, giving)):
                    continue
                if acronym_letters(short, words) > 1 or is_loose_acronym(short, words):
                    # Of who is called both, nothing is to be found out.
                    known = set(shorts[short])
                    others = [place for place in longs[words] if place not in known]
                    if others:
                        yield Bundel(shorts[short], others)


def _may_be_acronym(name: Nama) -> bool:
    return len(name.inti) == 1 and not name.umum and len(name.rapat) >= _SHORTEST_ACRONYM


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


def _initials(words: tuple[str, ...], generic: frozenset[str]) -> set[str]:
    """Return the letters with which an acronym of the words may begin: generic words may be passed over."""
    found: set[str] = set()
    for word in words:
        found.add(word[0])
        if word not in generic:
            # A letter may also come from behind a prefix: kePEGawaian.
            found.update(
                word[cut] for cut in (2, 3, 4) if len(word) > cut + 2 and word[:2] in ("ke", "pe", "se", "be", "te")
            )
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
