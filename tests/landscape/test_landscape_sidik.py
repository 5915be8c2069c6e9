"""The content hash: equal for equal content, different for any difference a reader could see."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder
from archrepo.landscape.sidik import content_hash


def _fill(builder: Builder, order: list[int]) -> Landscape:
    """Put the same things into a builder in a given order; kode are given, for they are content."""
    unit = builder.add("PerangkatDaerah", "Dinas Kesehatan", kode="OPD-1")
    layanan = builder.add("Layanan", "Rawat jalan", kode="DAL-1")
    made = {}
    for number in order:
        made[number] = builder.aplikasi(
            f"Aplikasi {number}", kode=f"DAA-{number}", pemilik=unit, url=f"a{number}.go.id", alias=("X", "Y")
        )
    for number in reversed(order):
        builder.relasi("R08", made[number], layanan, catatan="x")
    return builder.build()


def test_the_order_of_insertion_makes_no_difference() -> None:
    order = list(range(20))
    first = content_hash(_fill(Builder(), order))
    random.Random(3).shuffle(order)  # noqa: S311
    shifted = Builder()
    assert content_hash(_fill(shifted, order)) == first


@pytest.mark.parametrize(
    "change",
    [
        lambda element: replace(element, nama="Lain"),
        lambda element: replace(element, url=None),
        lambda element: replace(element, kode="DAA-99"),
        lambda element: replace(element, perangkat_daerah_id=None),
        lambda element: replace(element, tidak_lagi_dilaporkan=True),
        lambda element: replace(element, berlaku_mulai=date(2026, 1, 1)),
        lambda element: replace(element, catatan={"Keterangan": "x"}),
        lambda element: replace(element, lain={"versi_aplikasi": "2"}),
    ],
)
def test_any_difference_shows(change: Callable[[object], object]) -> None:
    whole = _fill(Builder(), [1, 2, 3])
    chosen = whole.by_kode("DAA-2")
    elements = [change(element) if element is chosen else element for element in whole.elements]
    other = Landscape(elements, whole.edges, as_of=whole.as_of)  # type: ignore[arg-type]
    assert content_hash(other) != content_hash(Landscape(whole.elements, whole.edges, as_of=whole.as_of))


def test_counters_and_days_make_no_difference() -> None:
    whole = _fill(Builder(), [1, 2])
    elements = [replace(element, versi=element.versi + 7) for element in whole.elements]
    assert content_hash(Landscape(elements, whole.edges, as_of=date(2030, 1, 1))) == content_hash(whole)
