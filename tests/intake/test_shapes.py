"""Workbooks in the shapes that units send, drawn at random with a fixed seed: rows, units, places and states are found.

``benchmarks/bentuk.py`` measures all of them; here stand some of each shape.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from shape_measure import AIMS, Tally, banten, measure, regency
from shapes import SHAPES, draw

from archrepo.landscape.landscape import Landscape


@pytest.fixture(scope="module")
def landscape(tmp_path_factory: pytest.TempPathFactory) -> Landscape:
    return regency(tmp_path_factory.mktemp("kabupaten"))


@pytest.mark.parametrize("shape", SHAPES)
def test_shape_is_understood(shape: str, landscape: Landscape, tmp_path: Path) -> None:
    tally = Tally()
    for variant in (3, 11, 24):
        measure(landscape, draw(shape, variant, tmp_path), tally)
    assert tally.expected > 3
    assert {name: share for name, share in tally.shares().items() if share < AIMS[name]} == {}, tally.misread


def test_real_rows_are_understood() -> None:
    tally = Tally()
    banten(tally)
    assert tally.expected == 99
    assert set(tally.shares().values()) == {1.0}, tally.misread


def test_same_variant_is_drawn_the_same_way(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    assert draw("csv", 4, first).path.read_bytes() == draw("csv", 4, second).path.read_bytes()
