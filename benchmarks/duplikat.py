"""Measures the judgement on pairs against labelled ones, and the time that many applications take beside a bare floor.

    python benchmarks/duplikat.py [PAIRS.csv] [--banyak 27000] [--benih 1]

PAIRS.csv has the columns id_a,name_a,opd_a,desc_a,id_b,name_b,opd_b,desc_b,label,why; the part of an id before its dash
is the inventory it comes from. Labels are duplicate, overlap, distinct.
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz

from archrepo.names import fold
from archrepo.similarity.kandidat import find_pairs
from archrepo.similarity.penilaian import LABELS, Label, judge
from archrepo.similarity.profil import Profil

PAIRS = Path(__file__).parents[1] / "tests/similarity/pasangan/duplicates-dev.csv"
OURS: dict[str, Label] = {"duplicate": "duplikat", "overlap": "tumpang_tindih", "distinct": "berbeda"}
ROUNDS = 5


@dataclass(frozen=True)
class LabelledPair:
    """Two records and what a reader thinks of them."""

    a: Profil
    b: Profil
    label: Label


def read_pairs(path: Path) -> list[LabelledPair]:
    """Read labelled pairs; an OPD or description that is empty or "(kosong)" is not stated."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            LabelledPair(_profile(row, "a", 1), _profile(row, "b", 2), OURS[row["label"]])
            for row in csv.DictReader(file)
        ]


def _profile(row: dict[str, str], side: str, number: int) -> Profil:
    unit, text = (
        value if value and value != "(kosong)" else None for value in (row[f"opd_{side}"], row[f"desc_{side}"])
    )
    inventory = row[f"id_{side}"].split("-")[0]
    return Profil(id=number, nama=row[f"name_{side}"], deskripsi=text, unit=unit, instansi=inventory)


def scores(pairs: Sequence[tuple[Label, Label]]) -> dict[str, float]:
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


def best_fuzzy(pairs: Sequence[LabelledPair]) -> list[tuple[Label, Label]]:
    """Return the labels of a fuzzy name score with the two thresholds that serve these very pairs best."""
    marks = [(pair.label, fuzz.token_set_ratio(fold(pair.a.nama), fold(pair.b.nama))) for pair in pairs]
    steps = sorted({round(mark) for _, mark in marks} | {0, 101})

    def labelled(low: int, high: int) -> list[tuple[Label, Label]]:
        return [
            (true, "duplikat" if mark >= high else "tumpang_tindih" if mark >= low else "berbeda")
            for true, mark in marks
        ]

    choices = (labelled(low, high) for low, high in combinations(steps, 2))
    return max(choices, key=lambda labels: scores(labels)["macro-F1"])


def print_quality(path: Path) -> None:
    """Print the table of F1 beside the fuzzy name score, and how often each probability was right."""
    pairs = read_pairs(path)
    judged = [(pair.label, judge(pair.a, pair.b)) for pair in pairs]
    ours = scores([(true, judgement.label) for true, judgement in judged])
    base = scores(best_fuzzy(pairs))
    print(f"{path.name}: {len(pairs)} pairs")
    print(f"  {'':<18}{'archrepo':>10}{'fuzzy name':>12}")
    for name, value in ours.items():
        print(f"  {name:<18}{value:>10.3f}{base[name]:>12.3f}")
    print("  probability        pairs  right")
    for low, high in ((0.0, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01)):
        inside = [true == one.label for true, one in judged if low <= one.probability < high]
        if inside:
            print(f"  {low:.2f} to {min(high, 1):.2f} {len(inside):>12}  {sum(inside) / len(inside):.2f}")


# ---- scale

_KINDS = (
    "Presensi", "Surat", "Perizinan", "Pengaduan", "Pajak", "Retribusi", "Aset", "Perpustakaan", "Antrean", "Parkir",
    "Kepegawaian", "Puskesmas", "Sampah", "Bencana", "Wisata", "Pasar", "Irigasi", "Beasiswa", "Posyandu", "Nelayan",
)  # fmt: skip
_SUBJECTS = (
    "Ternak", "Padi", "Jembatan", "Sekolah", "Pelabuhan", "Koperasi", "Lansia", "Pemuda", "Museum", "Drainase", "Hutan",
    "Kopi", "Bidan", "Terminal", "Gudang", "Taman", "Reklame", "Embung", "Kios", "Zakat", "Ormas", "Haji", "Film",
)  # fmt: skip
_AFFIXES = ("e-{0}", "{0} Online", "Sistem Informasi {0}", "Aplikasi {0}", "{0} Digital")
_SUFFIXES = ("{0} 2024", "{0} v2", "{0} Diskominfo", "{0} Kabupaten Contoh")


def _name(rng: random.Random) -> str:
    syllables = (
        "ba",
        "ci",
        "da",
        "ga",
        "ha",
        "ka",
        "la",
        "ma",
        "na",
        "pa",
        "ra",
        "sa",
        "ta",
        "wi",
        "yu",
        "ndo",
        "ngga",
    )
    own = "".join(rng.choice(syllables) for _ in range(rng.randint(2, 4))).capitalize()
    return f"{own} {rng.choice(_KINDS)} {rng.choice(_SUBJECTS)}"


def _typo(rng: random.Random, name: str) -> str:
    place = rng.randrange(1, len(name) - 2)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _injections(rng: random.Random) -> tuple[tuple[str, Callable[[str], Profil]], ...]:
    def named(change: Callable[[str], str]) -> Callable[[str], Profil]:
        return lambda name: Profil(id=0, nama=change(name))

    return (
        ("typo", named(lambda name: _typo(rng, name))),
        ("case", named(lambda name: name.upper().replace(" ", "  "))),
        ("affix", named(lambda name: rng.choice(_AFFIXES).format(name))),
        ("suffix", named(lambda name: rng.choice(_SUFFIXES).format(name))),
        ("order", named(lambda name: " ".join(reversed(name.split())))),
        ("host", named(lambda name: f"{fold(name).replace(' ', '')}.contohkab.go.id")),
    )


def generated(count: int, seed: int) -> tuple[list[Profil], dict[tuple[int, int], str]]:
    """Return applications in Instansi of 50 ± 30, and the injected duplicates (8 in 100) with their kind."""
    rng = random.Random(seed)  # noqa: S311 - sample data
    profiles: list[Profil] = []
    truth: dict[tuple[int, int], str] = {}
    ways = _injections(rng)
    while len(profiles) < count:
        instansi = str(len(profiles))
        first = len(profiles)
        for _ in range(rng.randint(20, 80)):
            profiles.append(Profil(id=len(profiles), nama=_name(rng), instansi=instansi, nasional=False))
        for original in rng.sample(profiles[first:], round(0.08 * (len(profiles) - first))):
            kind, change = ways[len(truth) % len(ways)]
            copy = change(original.nama)
            truth[original.id, len(profiles)] = kind
            profiles.append(Profil(id=len(profiles), nama=copy.nama, instansi=instansi, nasional=False))
    return profiles, truth


def trigram_floor(profiles: Sequence[Profil]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of one Instansi whose names share most of their character trigrams: an index, nothing else."""
    blocks: dict[str | None, list[tuple[int, set[str]]]] = defaultdict(list)
    for profile in profiles:
        text = f"  {fold(profile.nama)} "
        blocks[profile.instansi].append((profile.id, {text[place : place + 3] for place in range(len(text) - 2)}))
    for block in blocks.values():
        index: dict[str, list[int]] = defaultdict(list)
        for place, (_, grams) in enumerate(block):
            for gram in grams:
                index[gram].append(place)
        common: Counter[tuple[int, int]] = Counter()
        for places in index.values():
            common.update(combinations(places, 2))
        for (one, other), shared in common.items():
            if 2 * shared >= len(block[one][1]) + len(block[other][1]) - shared:
                yield block[one][0], block[other][0]


def print_scale(count: int, seed: int) -> None:
    """Print the CPU time, recall and F1 on generated applications beside the floor, run alternately."""
    profiles, truth = generated(count, seed)
    ours: list[float] = []
    floor: list[float] = []
    pairs: set[tuple[int, int]] = set()
    near: set[tuple[int, int]] = set()
    for _ in range(ROUNDS):
        started = time.process_time()
        pairs = {(row.a_id, row.b_id) for row in find_pairs(profiles) if row.judgement.label == "duplikat"}
        ours.append(time.process_time() - started)
        started = time.process_time()
        near = set(trigram_floor(profiles))
        floor.append(time.process_time() - started)
    print(
        f"{len(profiles)} applications, {len(truth)} injected duplicates, seed {seed}, CPU seconds (median of {ROUNDS})"
    )
    for name, times, found in (("archrepo", ours, pairs), ("trigram floor", floor, near)):
        hits = len(found & truth.keys())
        recall, precision = hits / len(truth), hits / max(len(found), 1)
        f1 = 2 * recall * precision / max(recall + precision, 1e-9)
        print(f"  {name:<14} {statistics.median(times):7.2f} s   recall {recall:.3f}   F1 {f1:.3f}")
    print(f"  ratio {statistics.median(ours) / statistics.median(floor):.2f}")
    missed = Counter(kind for pair, kind in truth.items() if pair not in pairs)
    print(f"  missed by kind: {dict(missed) or 'none'}")


def main() -> None:
    """Run both parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", type=Path, default=[PAIRS])
    parser.add_argument("--banyak", type=int, default=27_000, help="applications to generate; 0 leaves this part out")
    parser.add_argument("--benih", type=int, default=1, help="seed of the generated applications")
    arguments = parser.parse_args()
    for path in arguments.pairs:
        print_quality(path)
    if arguments.banyak:
        print_scale(arguments.banyak, arguments.benih)


if __name__ == "__main__":
    main()
