"""Names that a slip of the pen parts, found among the distinct names of a block without comparing all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from archrepo.similarity.hubungan_nama import is_slip

TwoNames = tuple[str, str]

# Beginnings and endings of names are only a reason to look closer.
_MOST_OF_AN_END = 100
# Measured on made-up registers: a name and its misspellings have at most four such neighbours, a series six and more.
_MOST_SLIPS = 5
_SHORTEST, _SHORT_NAME, _END = 5, 8, 4
_LONG_NAME, _LONGEST_APART = 12, 2


def slips(names: Iterable[str]) -> Iterator[TwoNames]:
    """Yield the slips among distinct cores, but for those between names that each have many: these are a series."""
    found = list(_alike({name for name in names if len(name) >= _SHORTEST}))
    often = Counter(name for two in found for name in two)
    return (two for two in found if min(often[two[0]], often[two[1]]) <= _MOST_SLIPS)


def _alike(names: set[str]) -> Iterator[TwoNames]:
    """Short names meet by what one letter less leaves of them, long ones by an end."""
    meeting: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    first: dict[str, str] = {}

    def put(key: str, name: str, index: dict[str, list[str]]) -> None:
        other = first.setdefault(key, name)
        if other is not name:
            index.setdefault(key, [other]).append(name)

    # In alphabetical order, so that a pair is told the same way whatever comes first.
    for name in sorted(names):
        if len(name) <= _SHORT_NAME:
            # Swapped, changed, doubled or left out: one letter less of each is the same.
            for left in {name, *(name[:cut] + name[cut + 1 :] for cut in range(len(name)))}:
                put(left, name, meeting)
        if len(name) >= _SHORT_NAME:
            put(f"^{name[:_END]}", name, ends)
            put(f"{name[-_END:]}$", name, ends)
    letters: dict[str, int] = {}
    seen: set[TwoNames] = set()
    for members in (*meeting.values(), *_narrowed(ends)):
        if len(members) > _MOST_OF_AN_END:
            continue
        for name in members:
            if name not in letters:
                letters[name] = _letters(name)
        for two in combinations(members, 2):
            one, other = two
            apart = (letters[one] ^ letters[other]).bit_count()
            # A letter changed makes two that only one of the names may have, and long names may have two changed.
            if apart > 4 or (apart > 2 and min(len(one), len(other)) < _LONG_NAME) or two in seen:
                continue
            seen.add(two)
            if abs(len(one) - len(other)) <= _LONGEST_APART and is_slip(one, other):
                yield two


def _letters(name: str) -> int:
    """Return the letters of a name as bits."""
    found = 0
    for sign in name:
        found |= 1 << (ord(sign) & 63)
    return found


def _narrowed(index: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Yield the groups of one beginning or ending; a broad one is parted by two signs of the other end."""
    for end, members in index.items():
        if len(members) <= _MOST_OF_AN_END:
            if len(members) > 1:
                yield members
            continue
        parts: dict[str, list[str]] = defaultdict(list)
        for name in members:
            # Swapped ends meet: the two signs in alphabetical order.
            parts["".join(sorted(name[-2:] if end.startswith("^") else name[:2]))].append(name)
        yield from parts.values()
