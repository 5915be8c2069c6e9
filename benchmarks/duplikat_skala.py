"""Generates applications with injected duplicates and measures CPU, memory, recall and F1 beside a bare floor."""

from __future__ import annotations

import random
import resource
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby

from archrepo.names import fold
from archrepo.similarity.kandidat import find_pairs, stream_pairs
from archrepo.similarity.profil import Profil

ROUNDS = 5
_KINDS = (
    "Presensi", "Surat", "Perizinan", "Pengaduan", "Pajak", "Retribusi", "Aset", "Perpustakaan", "Antrean", "Parkir",
    "Kepegawaian", "Puskesmas", "Sampah", "Bencana", "Wisata", "Pasar", "Irigasi", "Beasiswa", "Posyandu", "Nelayan",
)  # fmt: skip
_SUBJECTS = (
    "Ternak", "Padi", "Jembatan", "Sekolah", "Pelabuhan", "Koperasi", "Lansia", "Pemuda", "Museum", "Drainase", "Hutan",
    "Kopi", "Bidan", "Terminal", "Gudang", "Taman", "Reklame", "Embung", "Kios", "Zakat", "Ormas", "Haji", "Film",
)  # fmt: skip
_SYLLABLES = (
    "ba", "ci", "da", "ga", "ha", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wi", "yu", "ndo", "ngga",
)  # fmt: skip
_AFFIXES = ("e-{0}", "{0} Online", "Sistem Informasi {0}", "Aplikasi {0}", "{0} Digital", "Layanan {0}")
_SUFFIXES = ("{0} 2024", "{0} v2", "{0} Diskominfo", "{0} Kabupaten Contoh")


def _own(rng: random.Random) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()


def _name(rng: random.Random) -> str:
    """Return one of the shapes that registers have: a made-up word, with what it is about, or that alone."""
    shape = rng.random()
    if shape < 0.25:
        return f"SI{_own(rng).upper()}"
    if shape < 0.5:
        return f"{_own(rng)} {rng.choice(_SUBJECTS)}"
    return f"{_own(rng)} {rng.choice(_KINDS)} {rng.choice(_SUBJECTS)}"


def _typo(rng: random.Random, name: str) -> str:
    """Return the name with two letters swapped, one left out, or one doubled, never the first."""
    places = [place for place in range(1, len(name) - 2) if name[place : place + 2].isalpha()]
    place = rng.choice(places)
    way = rng.randrange(3)
    if way == 0 and name[place] != name[place + 1]:
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    return name[:place] + name[place + 1 :] if way == 1 else name[: place + 1] + name[place:]


def _reordered(name: str) -> str:
    words = name.split()
    return " ".join((*words[1:], words[0])) if len(words) > 1 else f"Aplikasi {name}"


def _injections(rng: random.Random) -> tuple[tuple[str, Callable[[str], str]], ...]:
    return (
        ("typo", lambda name: _typo(rng, name)),
        ("case", lambda name: name.upper().replace(" ", "  ") if " " in name else f"{name[:2]} {name[2:].lower()}"),
        ("affix", lambda name: rng.choice(_AFFIXES).format(name)),
        ("suffix", lambda name: rng.choice(_SUFFIXES).format(name)),
        ("order", _reordered),
        ("host", lambda name: f"{fold(name).replace(' ', '')}.contohkab.go.id"),
    )


Truth = dict[tuple[int, int], str]


def generated(count: int, seed: int, truth: Truth) -> Iterator[Profil]:
    """Yield applications in Instansi of 50 +- 30, and note the injected duplicates (8 in 100) with their kind."""
    rng = random.Random(seed)  # noqa: S311 - sample data
    ways = _injections(rng)
    number = 0
    while number < count:
        instansi, first = str(number), number
        names = [_name(rng) for _ in range(rng.randint(20, 80))]
        for name in names:
            yield Profil(id=number, nama=name, instansi=instansi, nasional=False)
            number += 1
        for place in sorted(rng.sample(range(len(names)), round(0.08 * len(names)))):
            kind, change = ways[len(truth) % len(ways)]
            truth[first + place, number] = kind
            yield Profil(id=number, nama=change(names[place]), instansi=instansi, nasional=False)
            number += 1


def acronyms(count: int, seed: int) -> tuple[list[Profil], Truth]:
    """Return applications of which a tenth stand a second time as an acronym, reported apart."""
    rng = random.Random(seed)  # noqa: S311 - sample data
    profiles: list[Profil] = []
    truth: Truth = {}
    while len(profiles) < count:
        instansi = str(len(profiles))
        for place in range(50):
            one, other = rng.choice(_KINDS), rng.choice(_SUBJECTS)
            if place % 10 == 0:
                first = len(profiles)
                short = f"SI{one[:3]}{other[:3]}".upper()
                for name in (f"Sistem Informasi {one} {other}", short):
                    profiles.append(Profil(id=len(profiles), nama=name, instansi=instansi, nasional=False))
                truth[first, first + 1] = "acronym"
            else:
                profiles.append(Profil(id=len(profiles), nama=_name(rng), instansi=instansi, nasional=False))
    return profiles, truth


def trigram_floor(profiles: Iterable[Profil]) -> set[tuple[int, int]]:
    """Return the pairs of one Instansi with near character trigrams: TF-IDF, a sparse top-n product, nothing else."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    rows = list(profiles)
    matrix = TfidfVectorizer(analyzer="char", ngram_range=(3, 3)).fit_transform(fold(row.nama) for row in rows).tocsr()
    found: set[tuple[int, int]] = set()
    start = 0
    for _, block in groupby(rows, key=lambda row: row.instansi):
        ids = [row.id for row in block]
        part = matrix[start : start + len(ids)]
        near = sp_matmul_topn(part, part.T.tocsr(), top_n=5, threshold=0.3, n_threads=1).tocoo()
        found.update((ids[one], ids[other]) for one, other in zip(near.row, near.col, strict=True) if one < other)
        start += len(ids)
    return found


def _cpu(work: Callable[[], set[tuple[int, int]]]) -> tuple[float, set[tuple[int, int]]]:
    # Both sides fold every name: whoever comes second must not find it done.
    fold.cache_clear()
    started = time.process_time()
    found = work()
    return time.process_time() - started, found


def _duplicates(profiles: Iterable[Profil]) -> set[tuple[int, int]]:
    return {(row.a_id, row.b_id) for row in find_pairs(profiles) if row.judgement.label == "duplikat"}


def print_scale(count: int, seed: int, rounds: int = ROUNDS) -> None:
    """Print CPU time, recall and F1 on generated applications beside the floor, run alternately.

    Each round has a seed of its own, so that nothing remembered of one round's names helps in the next.
    """
    ratios: list[float] = []
    found: dict[str, list[tuple[float, float, float]]] = {"archrepo": [], "trigram floor": []}
    missed: Counter[str] = Counter()
    warm = list(generated(200, seed - 1, {}))
    _duplicates(warm)
    trigram_floor(warm)
    for number in range(rounds):
        truth: Truth = {}
        profiles = list(generated(count, seed + number, truth))
        ours, pairs = _cpu(partial(_duplicates, profiles))
        floor, near = _cpu(partial(trigram_floor, profiles))
        ratios.append(ours / floor)
        found["archrepo"].append((ours, *_recall_and_f1(pairs, truth)))
        found["trigram floor"].append((floor, *_recall_and_f1(near, truth)))
        missed.update(kind for pair, kind in truth.items() if pair not in pairs)
    print(f"{count} applications, seeds {seed} to {seed + rounds - 1}, CPU seconds, medians of {rounds}")
    for name, rows in found.items():
        spent, recall, f1 = (statistics.median(row[place] for row in rows) for place in range(3))
        print(f"  {name:<14} {spent:7.2f} s   recall {recall:.3f}   F1 {f1:.3f}")
    print(f"  ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    print(f"  missed by kind, all rounds: {dict(missed) or 'none'}")
    _print_acronyms(seed)


def _print_acronyms(seed: int) -> None:
    profiles, truth = acronyms(2_000, seed)
    for name, pairs in (("archrepo", _duplicates(profiles)), ("trigram floor", trigram_floor(profiles))):
        recall, _ = _recall_and_f1(pairs & truth.keys(), truth)
        print(f"  acronyms, {name:<14} recall {recall:.3f} of {len(truth)}")


def _recall_and_f1(found: set[tuple[int, int]], truth: Truth) -> tuple[float, float]:
    hits = len(found & truth.keys())
    recall, precision = hits / len(truth), hits / max(len(found), 1)
    return recall, 2 * recall * precision / max(recall + precision, 1e-9)


def print_stream(count: int, seed: int) -> None:
    """Print CPU, recall and the largest memory of a run over a stream that keeps only what was injected."""
    truth: Truth = {}
    hits: set[tuple[int, int]] = set()
    named = 0
    started = time.process_time()
    for row in stream_pairs(generated(count, seed, truth)):
        if row.judgement.label == "duplikat":
            named += 1
            if (row.a_id, row.b_id) in truth:
                hits.add((row.a_id, row.b_id))
    spent = time.process_time() - started
    recall, precision = len(hits) / len(truth), len(hits) / max(named, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"stream of {count} applications, seed {seed}: {spent:.1f} s CPU with making them, {peak:.2f} GiB at most")
    print(f"  recall {recall:.3f}   F1 {2 * recall * precision / (recall + precision):.3f}")
