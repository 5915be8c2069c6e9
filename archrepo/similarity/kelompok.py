"""Groups of which every two members are a pair, so that nothing is joined through a third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

Pair = tuple[int, int]


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
    covered: set[Pair] = set()
    found: list[tuple[int, ...]] = []
    for pair in sorted(scores, key=lambda row: (-scores[row], row)):
        if pair not in covered:
            group = _grown(pair, neighbours)
            covered.update((one, other) for one in group for other in group if one < other)
            found.append(group)
    return tuple(found)


def _grown(pair: Pair, neighbours: Mapping[int, Mapping[int, float]]) -> tuple[int, ...]:
    group = list(pair)
    open_ids = set(neighbours[pair[0]]) & set(neighbours[pair[1]])
    while open_ids:
        best = min(open_ids, key=lambda one: (-sum(neighbours[one][member] for member in group), one))
        group.append(best)
        open_ids &= set(neighbours[best])
    return tuple(sorted(group))
