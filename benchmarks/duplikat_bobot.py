"""Fits the weights of evidence to labelled pairs, held near the declared ones: for validation, and to revise them.

    python benchmarks/duplikat_bobot.py PAIRS…

prints the weights of schema/kemiripan.yaml beside the fitted ones; a person decides what to take over. Needs numpy.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from duplikat_pasangan import LabelledPair, read_pairs

from archrepo.similarity.bukti import evidence
from archrepo.similarity.ciri import ciri
from archrepo.similarity.pengetahuan import pengetahuan
from archrepo.similarity.penilaian import LABELS, Label

Array = Any  # of numpy, which type checkers need not have
HOLD = 0.5
"""How far a weight strays from its declared value, as a standard deviation in log-odds."""
_ROUNDS = 30


@dataclass(frozen=True)
class Weights:
    """Log-odds against ``berbeda``: one row each for duplikat and tumpang_tindih, the base in the first column."""

    values: Array

    def labels(self, features: Array) -> list[Label]:
        """Return the likeliest label of each row of features."""
        return [LABELS[place] for place in np.argmax(self.chances(features), axis=1)]

    def chances(self, features: Array) -> Array:
        """Return the probabilities of the three labels, in the order of LABELS."""
        logits = np.column_stack([features @ self.values.T, np.zeros(len(features))])
        logits -= logits.max(axis=1, keepdims=True)
        raw = np.exp(logits)
        chances: Array = raw / raw.sum(axis=1, keepdims=True)
        return chances


def names() -> list[str]:
    """Return the names of the pieces of evidence, in the order of the columns behind the base."""
    return list(pengetahuan().bobot)


def features_of(pairs: Sequence[LabelledPair]) -> Array:
    """Return one row a pair: 1 for the base, then how often each piece of evidence was found."""
    place = {name: column for column, name in enumerate(names(), start=1)}
    rows = np.zeros((len(pairs), len(place) + 1))
    rows[:, 0] = 1
    for number, pair in enumerate(pairs):
        for found in evidence(ciri(pair.a), ciri(pair.b)):
            rows[number, place[found.nama]] += 1
    return rows


def declared() -> Weights:
    """Return the weights of the schema, divided by its temperature."""
    k = pengetahuan()
    rows = [k.dasar, *(k.bobot[name] for name in names())]
    values = np.array([[row.duplikat for row in rows], [row.tumpang_tindih for row in rows]])
    return Weights(values / k.suhu)


def fitted(features: Array, labels: Sequence[Label], start: Weights) -> Weights:
    """Return the likeliest weights when each is thought to lie near its start (Newton's method on the ridge)."""
    truth = np.array([[label == one for one in LABELS[:2]] for label in labels], dtype=float)
    values = start.values.copy()
    width = features.shape[1]
    for _ in range(_ROUNDS):
        chances = Weights(values).chances(features)[:, :2]
        slope = (chances - truth).T @ features + (values - start.values) / HOLD**2
        bend = np.zeros((2 * width, 2 * width))
        for one in range(2):
            for other in range(2):
                mix = chances[:, one] * ((one == other) - chances[:, other])
                bend[one * width : (one + 1) * width, other * width : (other + 1) * width] = (
                    features * mix[:, None]
                ).T @ features
        bend += np.eye(2 * width) / HOLD**2
        step = np.linalg.solve(bend, slope.ravel()).reshape(2, width)
        values -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return Weights(values)


def main() -> None:
    """Print declared and fitted weights."""
    pairs = [pair for path in sys.argv[1:] for pair in read_pairs(Path(path))]
    features, start = features_of(pairs), declared()
    found = fitted(features, [pair.label for pair in pairs], start)
    scale = pengetahuan().suhu
    seen = features.sum(axis=0)
    print(f"{'':<28}{'pairs':>6}{'duplikat':>18}{'tumpang_tindih':>18}")
    for column, name in enumerate(["dasar", *names()]):
        old, new = start.values[:, column] * scale, found.values[:, column] * scale
        print(f"{name:<28}{int(seen[column]):>6}{old[0]:>9.1f}{new[0]:>9.1f}{old[1]:>9.1f}{new[1]:>9.1f}")


if __name__ == "__main__":
    main()
