"""What others make of the same labelled pairs and the same register: a fuzzy name score, Splink and dedupe."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from itertools import combinations

from duplikat_pasangan import LabelledPair, scores
from rapidfuzz import fuzz

from archrepo.names import fold
from archrepo.similarity.penilaian import Label
from archrepo.similarity.profil import Profil

Truth = Mapping[tuple[int, int], str]
Likely = Mapping[tuple[int, int], float]


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


def labelled_by_others(pairs: Sequence[LabelledPair]) -> dict[str, list[tuple[Label, Label]]]:
    """Return the labels of each tool that is installed, with the thresholds best for these very pairs."""
    found = {"fuzzy name": best_fuzzy(pairs)}
    if find_spec("splink") is not None:
        from duplikat_splink import marks_of_pairs

        found["Splink"] = best_thresholds(pairs, marks_of_pairs(pairs))
    if find_spec("dedupe") is not None:
        from duplikat_dedupe import marks_of_pairs as taught_marks

        found["dedupe"] = best_thresholds(pairs, taught_marks(pairs))
    return found


def print_others(profiles: Sequence[Profil], truth: Truth, few: Sequence[Profil], few_truth: Truth) -> None:
    """Print what Splink finds of the injected duplicates, and dedupe in a smaller register, where they are installed.

    Each at the threshold that serves this very register best.
    """
    if find_spec("splink") is not None:
        from duplikat_splink import likely_pairs

        _print_best("Splink", len(profiles), truth, lambda: likely_pairs(profiles))
    if find_spec("dedupe") is not None:
        from duplikat_dedupe import likely_pairs as taught_pairs

        _print_best("dedupe", len(few), few_truth, lambda: taught_pairs(few, list(few_truth)))


def _print_best(name: str, count: int, truth: Truth, work: Callable[[], Likely]) -> None:
    started = time.process_time()
    likely = work()
    spent = time.process_time() - started
    marks = sorted({round(mark, 2) for mark in likely.values()})
    found = [(*recall_and_f1({two for two, mark in likely.items() if mark >= least}, truth), least) for least in marks]
    recall, f1, least = max(found, key=lambda row: row[1], default=(0.0, 0.0, 0.0))
    print(f"  {name:<14} {spent:7.2f} s   recall {recall:.3f}   F1 {f1:.3f}   ({count} applications, from {least:.2f})")


def recall_and_f1(found: set[tuple[int, int]], truth: Truth) -> tuple[float, float]:
    """Return how many of the true pairs are among the found ones, and the balance of that with how many are true."""
    hits = len(found & truth.keys())
    recall, precision = hits / len(truth), hits / max(len(found), 1)
    return recall, 2 * recall * precision / max(recall + precision, 1e-9)
