"""Splink on the same labelled pairs and the same generated register: an unsupervised model on its DuckDB backend."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from typing import Any

from duplikat_pasangan import LabelledPair

from archrepo.names import fold
from archrepo.similarity.profil import Profil

LIKELY = 0.1
_SEED = 1


def _row(number: int, block: str, profil: Profil) -> dict[str, Any]:
    return {
        "unique_id": number,
        "blok": block,
        "nama": fold(profil.nama),
        "uraian": fold(f"{profil.fungsi or ''} {profil.deskripsi or ''}") or None,
        "unit": fold(profil.unit or "") or None,
    }


def _predicted(rows: Sequence[dict[str, Any]], comparisons: Sequence[Any], at_least: float) -> list[dict[str, Any]]:
    """Return the predictions inside each block, the model trained on these very rows, as its manual shows."""
    import pyarrow as pa
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=list(comparisons),
        blocking_rules_to_generate_predictions=[block_on("blok")],
        probability_two_random_records_match=0.002,
    )
    linker = Linker(DuckDBAPI().register(pa.Table.from_pylist(list(rows))), settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=_SEED)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("blok"))
    found: list[dict[str, Any]] = linker.inference.predict(threshold_match_probability=at_least).as_record_list()
    return found


def marks_of_pairs(pairs: Sequence[LabelledPair]) -> list[float]:
    """Return, from 0 to 100, how probable Splink holds each labelled pair to be a match, by name, text and unit."""
    import splink.comparison_library as cl

    rows = []
    for number, pair in enumerate(pairs):
        rows += [_row(2 * number, str(number), pair.a), _row(2 * number + 1, str(number), pair.b)]
    comparisons = (
        cl.JaroWinklerAtThresholds("nama", [0.95, 0.88, 0.8]),
        cl.JaroWinklerAtThresholds("uraian", [0.9, 0.75]),
        cl.ExactMatch("unit"),
    )
    chances = {
        min(row["unique_id_l"], row["unique_id_r"]) // 2: float(row["match_probability"])
        for row in _predicted(rows, comparisons, 0.0)
    }
    return [100 * chances.get(number, 0.0) for number in range(len(pairs))]


def likely_pairs(profiles: Iterable[Profil]) -> dict[tuple[int, int], float]:
    """Return the pairs of one Instansi that Splink finds likely, by name written together, and words of the name."""
    import splink.comparison_library as cl

    rows = [_row(row.id, row.instansi or "", row) for row in profiles]
    for row in rows:
        row["rapat"] = row["nama"].replace(" ", "")
        row["kata"] = row["nama"].split()
    comparisons = (
        cl.JaroWinklerAtThresholds("rapat", [0.97, 0.94, 0.9, 0.8]),
        cl.ArrayIntersectAtSizes("kata", [3, 2, 1]),
    )
    return {
        (min(two), max(two)): float(row["match_probability"])
        for row in _predicted(rows, comparisons, LIKELY)
        for two in [(int(row["unique_id_l"]), int(row["unique_id_r"]))]
    }
