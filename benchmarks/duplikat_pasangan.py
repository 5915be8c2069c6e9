"""Labelled pairs for the benchmark of duplicates: reading them, scoring judgements on them, folds that do not leak."""

from __future__ import annotations

import csv
import random
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from archrepo.names import fold
from archrepo.similarity.penilaian import LABELS, Label
from archrepo.similarity.profil import Profil

_OF_CSV: Mapping[str, Label] = {"duplicate": "duplikat", "overlap": "tumpang_tindih", "distinct": "berbeda"}
_FIELDS = ("nama", "deskripsi", "unit", "url", "instansi")
METRICS = ("duplikat", "tumpang_tindih", "berbeda", "macro-F1", "berbeda ditandai")

Labels = Sequence[tuple[Label, Label]]
"""True and judged labels."""


@dataclass(frozen=True)
class LabelledPair:
    """Two records and what a reader thinks of them; ``keys`` are the applications, for folds."""

    a: Profil
    b: Profil
    label: Label
    keys: tuple[str, str]


def read_pairs(path: Path) -> list[LabelledPair]:
    """Read labelled pairs from a csv (columns as in duplicates-dev.csv) or a yaml file (as buatan.yaml)."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [_of_row(row) for row in csv.DictReader(file)]
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        _of_records(label, one, other) for label in LABELS for pairs in document[label].values() for one, other in pairs
    ]


def label_of(word: str) -> Label:
    """Return the label that a word of a list (duplicate, overlap, distinct) means."""
    return _OF_CSV[word]


def _of_row(row: Mapping[str, str]) -> LabelledPair:
    return LabelledPair(
        _profile_of_row(row, "a", 1),
        _profile_of_row(row, "b", 2),
        _OF_CSV[row["label"]],
        (row["id_a"], row["id_b"]),
    )


def _profile_of_row(row: Mapping[str, str], side: str, number: int) -> Profil:
    unit, text = (
        value if value and value != "(kosong)" else None for value in (row[f"opd_{side}"], row[f"desc_{side}"])
    )
    inventory = row[f"id_{side}"].split("-")[0]
    return Profil(id=number, nama=row[f"name_{side}"], deskripsi=text, unit=unit, instansi=inventory)


def _of_records(label: Label, one: Any, other: Any) -> LabelledPair:
    a, b = _record(one, 1), _record(other, 2)
    return LabelledPair(a, b, label, (fold(a.nama), fold(b.nama)))


def _record(row: Any, number: int) -> Profil:
    if isinstance(row, str):
        row = [row]
    fields = row if isinstance(row, dict) else dict(zip(_FIELDS, row, strict=False))
    return Profil(
        id=number, **{"instansi": "k", **{name: value for name, value in fields.items() if value is not None}}
    )


def scores(pairs: Labels) -> dict[str, float]:
    """Return F1 by label, macro-F1, and the share of distinct pairs that were flagged, from (true, judged) labels."""
    found: dict[str, float] = {}
    for label in LABELS:
        hits = sum(true == judged == label for true, judged in pairs)
        named = sum(judged == label for _, judged in pairs) + sum(true == label for true, _ in pairs)
        found[label] = 2 * hits / named if named else 0.0
    found["macro-F1"] = statistics.mean(found[label] for label in LABELS)
    distinct = [judged for true, judged in pairs if true == "berbeda"]
    found["berbeda ditandai"] = sum(judged != "berbeda" for judged in distinct) / max(len(distinct), 1)
    return found


def folds(pairs: Sequence[LabelledPair], count: int, seed: int) -> Iterator[list[int]]:
    """Yield the places of each fold: stratified by label, all pairs that share an application in one fold."""
    groups = _linked(pairs)
    random.Random(seed).shuffle(groups)  # noqa: S311 - folds, not secrets
    # Large groups first, so that the small ones can level the labels.
    groups.sort(key=len, reverse=True)
    filled: list[list[int]] = [[] for _ in range(count)]
    shares: list[dict[Label, int]] = [dict.fromkeys(LABELS, 0) for _ in range(count)]
    for group in groups:
        label = pairs[group[0]].label
        best = min(range(count), key=lambda place: (shares[place][label], len(filled[place])))
        filled[best] += group
        for place in group:
            shares[best][pairs[place].label] += 1
    yield from filled


def _linked(pairs: Sequence[LabelledPair]) -> list[list[int]]:
    root = list(range(len(pairs)))

    def find(place: int) -> int:
        while root[place] != place:
            place = root[place]
        return place

    first: dict[str, int] = {}
    for place, pair in enumerate(pairs):
        for key in pair.keys:
            root[find(place)] = find(first.setdefault(key, place))
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(pairs)):
        groups[find(place)].append(place)
    return [groups[key] for key in sorted(groups)]
