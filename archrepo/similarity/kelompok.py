"""Groups of which every two members are a pair, so that nothing is joined through a third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

Pair = tuple[int, int]
_Neighbours = Mapping[int, Mapping[int, float]]
_Rank = tuple[float, Pair]


def groups(scores: Mapping[Pair, float]) -> tuple[tuple[int, ...], ...]:
    """Cover all pairs by groups in which every two members are a pair; the same input gives the same groups.

    The surest pair not yet covered is grown, as long as somebody is paired with every member: the one with the
    greatest sum of scores first, the smaller id on a tie.

    Args:
        scores: pairs (smaller id first) with their score.

    Returns:
        Groups of at least two ids, ascending within a group, in the order in which they were grown.
    """
    members, pairs = _hanging_together(scores)
    found: list[tuple[_Rank, tuple[int, ...]]] = []
    for first, ids in members.items():
        inside = pairs[first]
        if len(inside) == len(ids) * (len(ids) - 1) // 2:
            # Everybody is paired with everybody, as where many list one name: nothing is to be grown.
            best = max(map(scores.__getitem__, inside))
            found.append(((-best, min(pair for pair in inside if scores[pair] == best)), tuple(sorted(ids))))
        else:
            found += _covering(sorted((-scores[pair], pair) for pair in inside))
    return tuple(group for _, group in sorted(found))


def _hanging_together(scores: Iterable[Pair]) -> tuple[Mapping[int, list[int]], Mapping[int, list[Pair]]]:
    """Return the ids that are paired, or paired with one who is, and so on, and their pairs; by the first of them."""
    above: dict[int, int] = {}
    for one, other in scores:
        left, right = (_topmost(above, above.setdefault(side, side)) for side in (one, other))
        if left != right:
            above[right] = left
    members: dict[int, list[int]] = defaultdict(list)
    for one in above:
        members[_topmost(above, one)].append(one)
    first = {one: top for top, ids in members.items() for one in ids}
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for pair in scores:
        pairs[first[pair[0]]].append(pair)
    return members, pairs


def _topmost(above: dict[int, int], one: int) -> int:
    while (higher := above[one]) != one:
        # Halving the way each time keeps it short.
        above[one] = one = above[higher]
    return one


def _covering(ranked: list[_Rank]) -> list[tuple[_Rank, tuple[int, ...]]]:
    neighbours: dict[int, dict[int, float]] = defaultdict(dict)
    for score, (one, other) in ranked:
        neighbours[one][other] = neighbours[other][one] = -score
    covered: set[Pair] = set()
    found: list[tuple[_Rank, tuple[int, ...]]] = []
    for rank in ranked:
        if rank[1] not in covered:
            group = _grown(rank[1], neighbours)
            covered.update(combinations(group, 2))
            found.append((rank, group))
    return found


def _grown(pair: Pair, neighbours: _Neighbours) -> tuple[int, ...]:
    one, other = (neighbours[side] for side in pair)
    group = list(pair)
    sums = {row: score + other[row] for row, score in one.items() if row in other}
    while sums:
        best = min(sums, key=lambda row: (-sums[row], row))
        group.append(best)
        near = neighbours[best]
        sums = {row: total + near[row] for row, total in sums.items() if row in near}
    return tuple(sorted(group))
