"""Candidate pairs by an index instead of all pairs: inside each Instansi, and of each with national applications."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from archrepo.similarity.ciri import Ciri, ciri
from archrepo.similarity.hubungan_nama import is_slip
from archrepo.similarity.pengetahuan import pengetahuan
from archrepo.similarity.penilaian import Judgement, judge_traits
from archrepo.similarity.preseden import PutusanPasangan, precedents
from archrepo.similarity.profil import Profil
from archrepo.similarity.singkatan import acronym_letters

# A key that more records of one Instansi share tells no two of them together: pairs then need a second key in common.
# A regency of a few hundred applications stays below it; thousands in one Instansi would be compared pair by pair.
_BROAD_KEY = 60
# The same for beginnings and endings of names, which are only a reason to look closer.
_BROAD_END = 200
_BROAD_INITIAL = 500

# A word of descriptions that more applications of one block share tells no two of them together.
_COMMON_WORD = 12
_SHORT_END, _LONG_END = 3, 4


@dataclass(frozen=True, slots=True)
class Pasangan:
    """Two records, by id with the smaller first, and what is thought of them."""

    a_id: int
    b_id: int
    judgement: Judgement


def find_pairs(profiles: Iterable[Profil], decisions: Sequence[PutusanPasangan] = ()) -> Iterator[Pasangan]:
    """Yield the pairs that are judged duplikat or tumpang_tindih, in the order of ids.

    Records of different Instansi are not compared; records marked ``nasional`` are compared with those of every
    Instansi, never among themselves. ``decisions`` of people move pairs like theirs; a decided pair itself is for the
    caller to settle.
    """
    nationals: list[Ciri] = []
    blocks: dict[str | None, list[Ciri]] = defaultdict(list)
    for profil in profiles:
        traits = ciri(profil)
        if profil.nasional:
            nationals.append(traits)
        else:
            blocks[profil.instansi].append(traits)
    for block in blocks.values():
        known = precedents((*block, *nationals), decisions) if decisions else None
        for one, other in sorted(candidates(block, nationals), key=_ids):
            judgement = judge_traits(one, other, known)
            if judgement.label != "berbeda":
                first, second = _ids((one, other))
                yield Pasangan(first, second, judgement)


def _ids(pair: tuple[Ciri, Ciri]) -> tuple[int, int]:
    one, other = pair[0].profil.id, pair[1].profil.id
    return (one, other) if one < other else (other, one)


def candidates(block: Sequence[Ciri], nationals: Sequence[Ciri] = ()) -> Iterator[tuple[Ciri, Ciri]]:
    """Yield the pairs of one Instansi, and of it with national applications, that share a key worth a judgement."""
    everyone = [*block, *nationals]
    own = len(block)
    found: set[tuple[int, int]] = set()
    for members in _groups(_by_key(everyone)):
        found.update(pair for pair in combinations(members, 2) if pair[0] < own)
    found.update(pair for pair in _slips(everyone) if pair[0] < own)
    found.update(pair for pair in _acronyms(everyone) if pair[0] < own)
    found.update(pair for pair in _sharing_words(everyone) if pair[0] < own)
    for one, other in found:
        yield everyone[one], everyone[other]


def _groups(index: Mapping[str, list[int]]) -> Iterator[list[int]]:
    """Yield the groups to be compared: of each key, and of two broad keys together where one alone is too broad."""
    broad: dict[int, list[str]] = defaultdict(list)
    for key, members in index.items():
        if len(members) <= _BROAD_KEY:
            yield members
        else:
            for place in members:
                broad[place].append(key)
    both: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, keys in broad.items():
        for two in combinations(sorted(keys), 2):
            both[two].append(place)
    yield from (members for members in both.values() if len(members) <= _BROAD_KEY)


def _by_key(everyone: Sequence[Ciri]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(everyone):
        for key in _keys(row):
            index[key].append(place)
    return index


def _keys(row: Ciri) -> set[str]:
    keys = {f"n:{name.rapat}" for name in row.semua_nama if len(name.rapat) > 2}
    keys.add(f"n:{row.utama.utuh}")
    keys.add(f"u:{' '.join(row.utama.urut)}")
    keys.add(f"w:{' '.join(sorted(row.utama.kata))}")
    keys.update(f"k:{key}" for key in row.kunci)
    keys.update(f"f:{one}" for one in row.fungsi.utama)
    keys.update(f"r:{one}" for one in row.profil.kaitan)
    telling = pengetahuan().umum
    keys.update(f"t:{word}" for word in row.utama.inti if len(word) > 2 and word not in telling)
    if row.dikenal is not None:
        keys.add(f"d:{row.dikenal}")
    if row.alamat is not None:
        keys.add(f"h:{row.alamat.host}")
        if row.alamat.label is not None:
            keys.add(f"l:{row.alamat.domain}/{row.alamat.label}")
    if row.situs:
        keys.update(f"s:{word}" for word in row.unit)
    return keys


def _ends(name: str) -> Iterator[str]:
    """Yield the beginnings and endings one of which a slip of the pen leaves whole."""
    for size in (_SHORT_END, _LONG_END):
        if 2 * size <= len(name) and (size == _LONG_END or len(name) <= 2 * _LONG_END):
            yield f"^{name[:size]}"
            yield f"{name[-size:]}$"


def _slips(everyone: Sequence[Ciri]) -> Iterator[tuple[int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(everyone):
        for end in _ends(row.utama.rapat):
            index[end].append(place)
    seen: set[tuple[int, int]] = set()
    for members in _narrowed(everyone, index):
        for pair in combinations(members, 2):
            if pair not in seen:
                seen.add(pair)
                if is_slip(everyone[pair[0]].utama.rapat, everyone[pair[1]].utama.rapat):
                    yield pair


def _narrowed(everyone: Sequence[Ciri], index: Mapping[str, list[int]]) -> Iterator[list[int]]:
    """Yield the groups of one beginning or ending; a broad one is parted by two signs of the other end."""
    for end, members in index.items():
        if len(members) <= _BROAD_END:
            yield members
            continue
        parts: dict[str, list[int]] = defaultdict(list)
        for place in members:
            name = everyone[place].utama.rapat
            parts[name[-2:] if end.startswith("^") else name[:2]].append(place)
        yield from (part for part in parts.values() if len(part) <= _BROAD_END)


def _acronyms(everyone: Sequence[Ciri]) -> Iterator[tuple[int, int]]:
    """Yield one-word names with the long names they may stand for; glued parts ("MonSakti") with their parent."""
    generic = pengetahuan().umum
    long_names: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for place, row in enumerate(everyone):
        for name in row.semua_nama:
            if len(name.kata) > 1:
                for initial in _initials(name.kata, generic):
                    long_names[initial].append((place, name.kata))
    for place, row in enumerate(everyone):
        for name in row.semua_nama:
            if len(name.inti) == 1 and not name.umum:
                meant = long_names.get(name.rapat[:1], ())
                # In an Instansi of thousands a first letter is no reason to spell out every long name.
                for other, words in meant if len(meant) <= _BROAD_INITIAL else ():
                    if other != place and acronym_letters(name.rapat, words) > 1:
                        yield (place, other) if place < other else (other, place)
    yield from _glued(everyone)


def _glued(everyone: Sequence[Ciri]) -> Iterator[tuple[int, int]]:
    parents = defaultdict(list)
    for place, row in enumerate(everyone):
        parents[row.utama.rapat].append(place)
    for place, row in enumerate(everyone):
        for start in pengetahuan().imbuhan_modul:
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


def _sharing_words(everyone: Sequence[Ciri]) -> Iterator[tuple[int, int]]:
    """Yield pairs whose texts share two words that few others of the block use."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(everyone):
        for word in row.isi:
            index[word].append(place)
    common: Counter[tuple[int, int]] = Counter()
    for members in index.values():
        if len(members) <= _COMMON_WORD:
            common.update(combinations(members, 2))
    yield from (pair for pair, count in common.items() if count >= 2)
