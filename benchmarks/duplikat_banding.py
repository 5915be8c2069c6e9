"""What others make of the same labelled pairs: a fuzzy name score."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from duplikat_pasangan import LabelledPair, scores
from rapidfuzz import fuzz

from archrepo.names import fold
from archrepo.similarity.penilaian import Label


def best_fuzzy(pairs: Sequence[LabelledPair]) -> list[tuple[Label, Label]]:
    """Return the labels of a fuzzy name score with the two thresholds that serve these very pairs best."""
    return best_thresholds(pairs, [fuzz.token_set_ratio(fold(pair.a.nama), fold(pair.b.nama)) for pair in pairs])


def best_thresholds(pairs: Sequence[LabelledPair], marks: Sequence[float]) -> list[tuple[Label, Label]]:
    """Return the labels that a score from 0 to 100 gives with the two thresholds best for these very pairs."""
    steps = sorted({round(mark) for mark in marks} | {0, 101})

    def labelled(low: int, high: int) -> list[tuple[Label, Label]]:
        return [
            (pair.label, "duplikat" if mark >= high else "tumpang_tindih" if mark >= low else "berbeda")
            for pair, mark in zip(pairs, marks, strict=True)
        ]

    return max((labelled(*two) for two in combinations(steps, 2)), key=lambda labels: scores(labels)["macro-F1"])
