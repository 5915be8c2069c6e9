"""Measures the judgement on pairs against labelled ones, and the time that many applications take beside a bare floor.

    python benchmarks/duplikat.py [PAIRS.csv|PAIRS.yaml …] [--banyak 27000] [--duckdb 100000] [--alir 1000000]

PAIRS.csv has the columns id_a,name_a,opd_a,desc_a,id_b,name_b,opd_b,desc_b,label,why; the part of an id before its dash
is the inventory it comes from. Labels are duplicate, overlap, distinct. PAIRS.yaml has the shape of buatan.yaml.
Cross-validation, the floor, Splink and dedupe need the extra ``banding``; ``--duckdb`` the extra ``duckdb``.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from duplikat_banding import labelled_by_others
from duplikat_bobot import declared, features_of, fitted
from duplikat_contoh import read_sample
from duplikat_pasangan import METRICS, LabelledPair, folds, read_pairs, scores
from duplikat_skala import print_duckdb, print_scale, print_stream

from archrepo.similarity.penilaian import Label, judge

FOLDER = Path(__file__).parents[1] / "tests/similarity/pasangan"
INVENTORIES = "duplicates-dev.csv"
OWN = ("buatan.yaml", "buta.yaml", "buta2.yaml", "buta3.csv", "buta4.csv", "buta5.csv")
PAIRS = tuple(FOLDER / name for name in (INVENTORIES, *OWN))
REPEATS, FOLDS = 20, 5
_BINS = ((0.0, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01))


def print_quality(pairs: Sequence[LabelledPair], title: str) -> None:
    """Print the table of F1 beside that of others, and how often each probability was right."""
    judged = [(pair.label, judge(pair.a, pair.b)) for pair in pairs]
    ours = scores([(true, judgement.label) for true, judgement in judged])
    columns = {"archrepo": ours, **{name: scores(labels) for name, labels in labelled_by_others(pairs).items()}}
    print(f"{title}: {len(pairs)} pairs")
    print(f"  {'':<18}" + "".join(f"{name:>12}" for name in columns))
    for metric in METRICS:
        print(f"  {metric:<18}" + "".join(f"{found[metric]:>12.3f}" for found in columns.values()))
    print("  probability        pairs  said  right")
    for low, high in _BINS:
        inside = [(one.probability, true == one.label) for true, one in judged if low <= one.probability < high]
        if inside:
            said = statistics.mean(chance for chance, _ in inside)
            right = statistics.mean(hit for _, hit in inside)
            print(f"  {low:.2f} to {min(high, 1):.2f} {len(inside):>12}  {said:.2f}  {right:.2f}")


def print_validation(pairs: Sequence[LabelledPair], title: str) -> None:
    """Print means and 90 % intervals of repeated folds: weights as declared, and fitted to the other folds."""
    features = features_of(pairs)
    labels = [pair.label for pair in pairs]
    start = declared()
    found: dict[str, list[dict[str, float]]] = {"as declared": [], "fitted": []}
    for repeat in range(REPEATS):
        refitted: list[tuple[Label, Label]] = []
        for held in folds(pairs, FOLDS, seed=repeat):
            others = np.setdiff1d(np.arange(len(pairs)), held)
            weights = fitted(features[others], [labels[place] for place in others], start)
            judged = weights.labels(features[held])
            refitted += [(labels[place], one) for place, one in zip(held, judged, strict=True)]
            plain = start.labels(features[held])
            found["as declared"].append(scores([(labels[p], one) for p, one in zip(held, plain, strict=True)]))
        found["fitted"].append(scores(refitted))
    print(f"{title}: stratified {FOLDS}-fold x {REPEATS}, applications kept together; mean (90 % interval)")
    print("  as declared: over single folds; fitted: over repeats, each judged by weights fitted to the other folds")
    for metric in METRICS:
        shown = (_interval([row[metric] for row in rows]) for rows in found.values())
        print(f"  {metric:<18}" + "".join(f"{text:>26}" for text in shown))


def _interval(values: Sequence[float]) -> str:
    low, high = float(np.quantile(values, 0.05)), float(np.quantile(values, 0.95))
    return f"{statistics.mean(values):.3f} ({low:.3f} to {high:.3f})"


def main() -> None:
    """Run both parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", type=Path, default=PAIRS)
    parser.add_argument("--banyak", type=int, default=27_000, help="applications to generate; 0 leaves this part out")
    parser.add_argument(
        "--alir", type=int, default=0, help="applications to run as a stream, for memory; 0 leaves it out"
    )
    parser.add_argument(
        "--duckdb", type=int, default=0, help="applications to compare with candidates by DuckDB; 0 leaves it out"
    )
    parser.add_argument("--tanpa-pasangan", action="store_true", help="leave the labelled pairs out")
    parser.add_argument("--benih", type=int, default=1, help="seed of the generated applications")
    arguments = parser.parse_args()
    read = {} if arguments.tanpa_pasangan else {path.name: read_pairs(path) for path in arguments.pairs}
    for name, pairs in read.items():
        print_quality(pairs, name)
        print_validation(pairs, name)
    if len(read) > 1:
        own = [pair for name, pairs in read.items() if name != INVENTORIES for pair in pairs]
        print_quality(own, "all of our own")
        print_validation(own, "all of our own")
    if read:
        sample = read_sample()
        print_quality(sample, "sample regency")
        print_validation(sample, "sample regency")
    if arguments.banyak:
        print_scale(arguments.banyak, arguments.benih)
    if arguments.duckdb:
        print_duckdb(arguments.duckdb, arguments.benih)
    if arguments.alir:
        print_stream(arguments.alir, arguments.benih)


if __name__ == "__main__":
    main()
