"""The index of one block of records: keys that two must share to be worth a judgement, and slips of the pen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from archrepo.similarity.ciri import Ciri
from archrepo.similarity.fungsi import plain_words
from archrepo.similarity.hubungan_nama import is_slip
from archrepo.similarity.nama import stems
from archrepo.similarity.pengetahuan import pengetahuan
from archrepo.similarity.singkatan import acronym_letters, begins_syllable, is_loose_acronym

Place = int
Two = tuple[Place, Place]

# Of records that share a name or an address every two are compared, up to this many: SIMPEG listed by every unit.
_MOST_OF_A_NAME = 600
# A word or function that more records share tells no two of them together: pairs then need a second one in common.
_MOST_OF_A_WORD = 100
# Beginnings and endings of names are only a reason to look closer.
_MOST_OF_AN_END = 200
_MOST_OF_AN_INITIAL = 500
# A word of descriptions that more applications of one block share tells no two of them together.
_COMMON_WORD = 12
_MOST_SLIPS = 25
_WINDOW = 6
_SHORT_NAME, _END = 8, 4
_SHORTEST = 5
_GLUED_TO = 4
_ROOTS = (2, 3, 4)


def by_name(rows: Sequence[Ciri]) -> set[Two]:
    """Return pairs that share a name, a telling word, an address, a unit's site, a link, or what is near to it."""
    names: dict[str, list[Place]] = defaultdict(list)
    words: dict[str, list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        for key in _names(row):
            names[key].append(place)
        for key in _words(row):
            words[key].append(place)
    found: set[Two] = set()
    for members in names.values():
        if len(members) == 1:
            continue
        found.update(combinations(members, 2) if len(members) <= _MOST_OF_A_NAME else _windows(members))
    _add_shared(found, words)
    for more in (_rare_slips(rows), _acronyms(rows), _glued(rows), _sharing_words(rows)):
        found.update(more)
    return found


def by_function(rows: Sequence[Ciri]) -> set[Two]:
    """Return pairs that do the same or what is related to it, whatever they are called."""
    index: dict[str, list[Place]] = defaultdict(list)
    related = pengetahuan().fungsi
    for place, row in enumerate(rows):
        for one in row.fungsi.utama or row.fungsi.luas:
            index[one].append(place)
    found: set[Two] = set()
    _add_shared(found, index)
    for one, members in index.items():
        for other in related[one].terkait:
            if one < other and other in index and len(members) * len(index[other]) <= _MOST_OF_A_WORD**2:
                found.update((min(two), max(two)) for two in _across(members, index[other]))
    return found


def _across(left: list[Place], right: list[Place]) -> Iterator[Two]:
    return ((one, other) for one in left for other in right if one != other)


def _windows(members: list[Place]) -> Iterator[Two]:
    """Yield each with the next ones: an unbounded group stays bounded, and nobody is left out."""
    for start, one in enumerate(members):
        for other in members[start + 1 : start + 1 + _WINDOW]:
            yield one, other


def _add_shared(found: set[Two], index: Mapping[str, list[Place]]) -> None:
    """Add the pairs of each key, and of two broad keys together where one alone is too broad."""
    broad: dict[Place, list[str]] = defaultdict(list)
    for key, members in index.items():
        if len(members) == 1:
            continue
        if len(members) <= _MOST_OF_A_WORD:
            found.update(combinations(members, 2))
        else:
            for place in members:
                broad[place].append(key)
    both: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place, keys in broad.items():
        for two in combinations(sorted(keys), 2):
            both[two].append(place)
    for members in both.values():
        if 1 < len(members) <= _MOST_OF_A_WORD:
            found.update(combinations(members, 2))


def _names(row: Ciri) -> set[str]:
    name = row.utama
    keys = {name.rapat, name.utuh}
    if len(name.kata) > 1:
        keys.add(" ".join(name.urut))
        keys.add(" ".join(sorted(set(name.kata))))
    if row.hanya_nama:
        return keys
    keys.update(other.rapat for other in row.lain)
    keys.update(f"k:{key}" for key in row.kunci)
    keys.update(" ".join(core) for core in row.uraian)
    if row.dikenal is not None or row.mungkin is not None:
        keys.add(f"d:{row.dikenal or row.mungkin}")
    if row.alamat is not None:
        keys.add(f"h:{row.alamat.host}")
        if row.alamat.label is not None:
            keys.add(f"l:{row.alamat.domain}/{row.alamat.label}")
    keys.discard("")
    return keys


def _words(row: Ciri) -> list[str]:
    """Return the words by which it may be a part or sister of another; plain ones only two by two, by their stems."""
    core = row.utama.inti
    if len(core) == 1:
        found = [] if core[0] in pengetahuan().umum else [core[0]]
    else:
        plain, generic = plain_words(), pengetahuan().umum
        found = [word for word in core if word not in plain and word not in generic and len(word) > 2]
        found += [" ".join(two) for two in combinations(sorted(stems(core)), 2)]
    if row.profil.kaitan:
        found += [f"r:{identifier}" for identifier in row.profil.kaitan]
    if row.situs:
        found += [f"s:{word}" for word in row.unit]
    return found


def _rare_slips(rows: Sequence[Ciri]) -> Iterator[Two]:
    """Yield the slips but for those between names that each have dozens: these are a series, not mistakes."""
    pairs = set(_slips(rows))
    often = Counter(place for two in pairs for place in two)
    return (two for two in pairs if min(often[two[0]], often[two[1]]) <= _MOST_SLIPS)


def _slips(rows: Sequence[Ciri]) -> Iterator[Two]:
    """Yield names that a slip of the pen parts: short ones by what one letter less leaves, long ones by an end."""
    shorter: dict[str, list[Place]] = defaultdict(list)
    ends: dict[str, list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        name = row.utama.rapat
        if _SHORTEST <= len(name) <= _SHORT_NAME:
            # Swapped, changed, doubled or left out: one letter less of each is the same.
            for left in {name, *(name[:cut] + name[cut + 1 :] for cut in range(len(name)))}:
                shorter[left].append(place)
        if len(name) >= _SHORT_NAME:
            ends[f"^{name[:_END]}"].append(place)
            ends[f"{name[-_END:]}$"].append(place)
    seen: set[Two] = set()
    for members in (*shorter.values(), *_narrowed(rows, ends)):
        for one, other in combinations(members, 2):
            if (one, other) not in seen and abs(len(rows[one].utama.rapat) - len(rows[other].utama.rapat)) < 3:
                seen.add((one, other))
                if is_slip(rows[one].utama.rapat, rows[other].utama.rapat):
                    yield one, other


def _narrowed(rows: Sequence[Ciri], index: Mapping[str, list[Place]]) -> Iterator[list[Place]]:
    """Yield the groups of one beginning or ending; a broad one is parted by two signs of the other end."""
    for end, members in index.items():
        if len(members) <= _MOST_OF_AN_END:
            if len(members) > 1:
                yield members
            continue
        parts: dict[str, list[Place]] = defaultdict(list)
        for place in members:
            name = rows[place].utama.rapat
            # Swapped ends meet: the two signs in alphabetical order.
            parts["".join(sorted(name[-2:] if end.startswith("^") else name[:2]))].append(place)
        yield from (part for part in parts.values() if 1 < len(part) <= _MOST_OF_AN_END)


def _acronyms(rows: Sequence[Ciri]) -> Iterator[Two]:
    """Yield one-word names with the long names they may stand for."""
    generic = pengetahuan().umum
    shorts = [
        (place, name.rapat)
        for place, row in enumerate(rows)
        for name in row.semua_nama
        if len(name.inti) == 1 and not name.umum
    ]
    initials = {short[0] for _, short in shorts}
    long_names: dict[str, list[tuple[Place, tuple[str, ...]]]] = defaultdict(list)
    for place, row in enumerate(rows):
        for name in row.semua_nama:
            if len(name.kata) > 1:
                for initial in initials & _initials(name.kata, generic):
                    long_names[initial].append((place, name.kata))
    for place, short in shorts:
        meant = long_names.get(short[0], ())
        # In an Instansi of thousands a first letter is no reason to spell out every long name.
        for other, words in meant if len(meant) <= _MOST_OF_AN_INITIAL else ():
            if other == place or any(_giving(word).isdisjoint(short) for word in words if word not in generic):
                continue
            if acronym_letters(short, words) > 1 or is_loose_acronym(short, words):
                yield (place, other) if place < other else (other, place)


@lru_cache(maxsize=8_192)
def _giving(word: str) -> frozenset[str]:
    """Return the letters with which a word may come into an acronym: those that begin it, a root in it, a syllable."""
    inner = (word[place] for place in range(1, len(word)) if place in _ROOTS or begins_syllable(word, place))
    return frozenset((word[0], *inner))


def _glued(rows: Sequence[Ciri]) -> Iterator[Two]:
    """Yield glued parts ("MonSakti") with their parent."""
    parents: dict[str, list[Place]] = defaultdict(list)
    for place, row in enumerate(rows):
        if len(row.utama.rapat) >= _GLUED_TO:
            parents[row.utama.rapat].append(place)
    starts = tuple(pengetahuan().imbuhan_modul)
    for place, row in enumerate(rows):
        if not row.utama.rapat.startswith(starts):
            continue
        for start in starts:
            if row.utama.rapat.startswith(start):
                for other in parents.get(row.utama.rapat[len(start) :], ()):
                    yield (place, other) if place < other else (other, place)


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
