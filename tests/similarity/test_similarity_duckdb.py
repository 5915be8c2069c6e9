"""Candidates by DuckDB are those of the index in memory, judged the same. Needs the extra ``duckdb``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_similarity_bounds import PROFILES, SHAPES, _plain

from archrepo.similarity import kandidat
from archrepo.similarity.lewat_duckdb import find_pairs
from archrepo.similarity.profil import Profil

NATIONAL = (
    Profil(id=901, nama="SRIKANDI", fungsi="Pengelolaan arsip dinamis", nasional=True, dikenal="srikandi"),
    Profil(id=902, nama="LAPOR", nasional=True, dikenal="sp4n_lapor"),
)


def _told(pairs: object) -> list[tuple[int, int, str, float]]:
    return sorted((row.a_id, row.b_id, row.judgement.label, row.judgement.probability) for row in pairs)  # type: ignore[attr-defined]


def _messy(count: int, seed: int) -> list[Profil]:
    """Return records of two Instansi, of which every third repeats another with something changed."""
    rng = Random(seed)  # noqa: S311 - no secret
    rows: list[Profil] = []
    for number in range(1, count + 1):
        row = replace(_plain(number), instansi=rng.choice("ab"))
        if rows and rng.random() < 0.3:
            other = rng.choice(rows)
            name = rng.choice(
                (other.nama, other.nama.upper(), f"Aplikasi {other.nama}", f"{other.nama[:3]}{other.nama[4:]}")
            )
            row = replace(other, id=number, nama=name)
        for shape in rng.sample(sorted(SHAPES), 2) if rng.random() < 0.5 else ():
            row = SHAPES[shape](row)
        rows.append(row)
    return rows


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_pairs_are_those_of_the_index_in_memory(seed: int) -> None:
    profiles = [*_messy(400, seed), *NATIONAL]
    found = _told(find_pairs(profiles))
    assert found == _told(kandidat.find_pairs(profiles))
    assert len(found) > 100


@settings(max_examples=15, deadline=None)
@given(st.lists(PROFILES, min_size=2, max_size=14))
def test_records_with_all_that_can_be_known_give_the_same(drawn: list[Profil]) -> None:
    profiles = [*(replace(row, id=number) for number, row in enumerate(drawn, start=1)), *NATIONAL]
    assert _told(find_pairs(profiles)) == _told(kandidat.find_pairs(profiles))


def test_what_is_worked_out_may_lie_in_a_file(tmp_path: Path) -> None:
    profiles = _messy(50, 7)
    file = tmp_path / "calon.duckdb"
    assert _told(find_pairs(profiles, database=file, memory="200MB")) == _told(kandidat.find_pairs(profiles))
    assert file.stat().st_size > 0
