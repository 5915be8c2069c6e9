"""Groups of which every two members are a pair, so that nothing is joined through a third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

Pair = tuple[int, int]
_Neighbours = Mapping[int, Mapping[int, float]]


def groups(scores: Mapping[Pair, float]) -> tuple[tuple[int, ...], ...]:
    """Cover all pairs by groups in which every two members are a pair; the same input gives the same groups.

    The surest pair not yet covered is grown, as long as somebody is paired with every member: the one with the
    greatest sum of scores first, the smaller id on a tie.

    Args:
        scores: pairs (smaller id first) with their score.

    Returns:
        Groups of at least two ids, ascending within a group, in the order in which they were grown.
    """
    neighbours: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        neighbours[one][other] = neighbours[other][one] = score
    hanging = _hanging_together(neighbours)
    pairs: dict[int, list[tuple[float, Pair]]] = defaultdict(list)
    for pair, score in scores.items():
        pairs[hanging[pair[0]]].append((-score, pair))
    members: dict[int, list[int]] = defaultdict(list)
    for one, first in hanging.items():
        members[first].append(one)
    found: list[tuple[tuple[float, Pair], tuple[int, ...]]] = []
    for first, ranked in pairs.items():
        size = len(members[first])
        if len(ranked) == size * (size - 1) // 2:
            # Everybody is paired with everybody, as where many list one name: nothing is to be grown.
            found.append((min(ranked), tuple(sorted(members[first]))))
        else:
            found += _covering(sorted(ranked), neighbours)
    return tuple(group for _, group in sorted(found))


def _hanging_together(neighbours: _Neighbours) -> Mapping[int, int]:
    """Return, for everyone, the first of those that are paired with them or with one who is, and so on."""
    found: dict[int, int] = {}
    for start in neighbours:
        if start in found:
            continue
        found[start] = start
        open_ids = [start]
        while open_ids:
            for other in neighbours[open_ids.pop()]:
                if other not in found:
                    found[other] = start
                    open_ids.append(other)
    return found


def _covering(
    ranked: list[tuple[float, Pair]], neighbours: _Neighbours
) -> list[tuple[tuple[float, Pair], tuple[int, ...]]]:
    covered: set[Pair] = set()
    found: list[tuple[tuple[float, Pair], tuple[int, ...]]] = []
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
