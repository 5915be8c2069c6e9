"""Pairs of the records that share a key, bounded: what many share tells no two of them together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, combinations, product
from typing import NamedTuple

Place = int
Two = tuple[Place, Place]

MOST_OF_A_KEY = 48
"""So many records may share a word, an address or a text for it to be a reason to compare every two of them."""

MOST_OF_A_FUNCTION = 100
"""The same for what they do: the question of a headline, which a person asks of fifty sooner than of two."""

# Pairs that one kind of evidence may name: eight a record, and always enough for every two of 450.
_A_RECORD, _ALWAYS = 8, 100_000
# A name that is left when these are used up is compared in parts of so many, in the order of ids.
_PART = 12


class Bundel(NamedTuple):
    """Records to compare: every two of ``kiri``, or each of ``kiri`` with each of ``kanan`` where that is given."""

    kiri: Sequence[Place]
    kanan: Sequence[Place] | None = None

    @property
    def banyak(self) -> int:
        """How many pairs these are, at most."""
        size = len(self.kiri)
        return size * (size - 1) // 2 if self.kanan is None else size * len(self.kanan)

    def pairs(self) -> Iterator[Two]:
        """Yield them, the smaller place first."""
        if self.kanan is None:
            return combinations(self.kiri, 2)
        return ((one, other) if one < other else (other, one) for one, other in product(self.kiri, self.kanan))


def room_for(records: int) -> int:
    """Return how many pairs one kind of evidence may name among so many records."""
    return max(_ALWAYS, _A_RECORD * records)


def bundled(members: Sequence[Place], own: int, most: int | None = None) -> Iterator[Bundel]:
    """Yield what is to be compared of the records that share one key.

    Args:
        members: their places, ascending.
        own: places from here on are national applications, compared with the others, never among themselves.
        most: more own ones than this tell no two of them together; None for no such limit.
    """
    if members[-1] < own:
        if most is None or len(members) <= most:
            yield Bundel(members)
        return
    mine = [place for place in members if place < own]
    if len(mine) > 1 and (most is None or len(mine) <= most):
        yield Bundel(mine)
    if mine:
        yield Bundel(mine, members[len(mine) :])


def within(bundles: Collection[Bundel], room: int) -> set[Two]:
    """Return the pairs of the smallest bundles that find room: what few share is the stronger evidence."""
    return set(chain.from_iterable(bundle.pairs() for bundle in _fitting(bundles, room)[0]))


def within_or_in_parts(bundles: Collection[Bundel], room: int) -> set[Two]:
    """Return the pairs of the smallest bundles that find room; the others are compared in parts, nobody is left out."""
    fitting, left = _fitting(bundles, room)
    found = set(chain.from_iterable(bundle.pairs() for bundle in fitting))
    for bundle in left:
        found.update(chain.from_iterable(_parts(bundle)))
    return found


def _smallest_first(bundle: Bundel) -> tuple[object, ...]:
    return bundle.banyak, tuple(bundle.kiri), tuple(bundle.kanan or ())


def _fitting(bundles: Collection[Bundel], room: int) -> tuple[Iterable[Bundel], Sequence[Bundel]]:
    if sum(bundle.banyak for bundle in bundles) <= room:
        return bundles, ()
    order = sorted(bundles, key=_smallest_first)
    used = 0
    for number, bundle in enumerate(order):
        used += bundle.banyak
        if used > room:
            return order[:number], order[number:]
    return order, ()


def _parts(bundle: Bundel) -> Iterator[Iterator[Two]]:
    for start in range(0, len(bundle.kiri), _PART):
        part = bundle.kiri[start : start + _PART]
        yield Bundel(part, None if bundle.kanan is None else bundle.kanan[:_PART]).pairs()
