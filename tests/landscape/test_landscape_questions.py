"""Questions that several readers ask: users, reach, groups, what is counted, which units use the Pusat Data."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archrepo.landscape import Aplikasi
from archrepo.landscape.builder import Builder
from archrepo.landscape.questions import (
    connected_groups,
    counted_applications,
    counted_unit_of,
    counted_units,
    pusat_data_use,
    reachable,
    reporters,
    users,
)


def test_users_and_reporters_are_told_apart_once_each_in_alphabetical_order() -> None:
    b = Builder()
    zeta, alfa = b.unit("Dinas Zeta"), b.unit("dinas alfa")
    identifier = b.aplikasi("A", pelapor=(zeta,), pengguna=(alfa, zeta))
    landscape = b.build()
    aplikasi = landscape[identifier]
    assert isinstance(aplikasi, Aplikasi)
    assert [unit.id for unit in users(landscape, aplikasi)] == [alfa, zeta]
    assert [unit.id for unit in reporters(landscape, aplikasi)] == [zeta]


def test_reach_follows_edges_either_way_as_far_as_wanted() -> None:
    b = Builder()
    layanan = b.add("Layanan", "L")
    first = b.aplikasi("A", layanan=(layanan,))
    second = b.aplikasi("B", layanan=(layanan,))
    data = b.add("DataInformasi", "D")
    b.relasi("R10", second, data)
    alone = b.aplikasi("C")
    landscape = b.build()
    assert reachable(landscape, first) == {first, layanan, second, data}
    assert reachable(landscape, first, depth=1) == {first, layanan}
    assert reachable(landscape, first, depth=0) == {first}
    assert reachable(landscape, first, jenis=["R08"]) == {first, layanan, second}
    assert reachable(landscape, alone) == {alone}


def test_groups_hang_together_over_the_given_edges_only() -> None:
    b = Builder()
    a, c, d, e = (b.aplikasi(name) for name in "ACDE")
    layanan = b.add("Layanan", "L")
    b.integrasi(a, c)
    b.integrasi(d, c)
    b.relasi("R08", e, layanan)
    landscape = b.build()
    assert connected_groups(landscape, "Aplikasi", "R21") == (frozenset({a, c, d}), frozenset({e}))
    assert connected_groups(landscape, "Aplikasi", "R08") == tuple(frozenset({row}) for row in (a, c, d, e))


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12))
def test_groups_part_the_applications(links: list[tuple[int, int]]) -> None:
    b = Builder()
    ids = [b.aplikasi(f"A{number}") for number in range(8)]
    for one, other in links:
        b.integrasi(ids[one], ids[other])
    landscape = b.build()
    groups = connected_groups(landscape, "Aplikasi", "R21")
    assert sorted(member for group in groups for member in group) == ids
    for group in groups:
        assert reachable(landscape, min(group), jenis=["R21"]) == group


# ---- what headline numbers count


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        ({}, True),
        ({"bentuk": None}, True),
        ({"bentuk": "Aplikasi terpadu"}, True),
        ({"bentuk": "kanal_mobile"}, True),
        ({"bentuk": "situs_informasi"}, False),
        ({"bentuk": "formulir_tautan"}, False),
        ({"bentuk": "layanan_pihak_ketiga"}, False),
        ({"status": "tidak_aktif"}, False),
        ({"kepemilikan": "pusat"}, False),
        ({"kepemilikan": "pusat", "hosting": "server_opd"}, True),
        ({"nasional": "srikandi"}, False),
    ],
)
def test_active_regional_systems_are_counted(fields: dict[str, Any], counted: bool) -> None:
    b = Builder()
    identifier = b.aplikasi("A", **fields)
    assert [row.id for row in counted_applications(b.build())] == ([identifier] if counted else [])


def test_a_channel_counts_with_its_system() -> None:
    b = Builder()
    system = b.aplikasi("SIAP")
    channel = b.aplikasi("SIAP Mobile", bentuk="kanal_mobile")
    b.relasi("R17", system, channel)
    assert [row.id for row in counted_applications(b.build())] == [system]


def test_counting_one_instansi_leaves_the_others_out() -> None:
    b = Builder()
    other = b.another_instansi("Kabupaten Lain")
    here, there = b.aplikasi("A"), b.aplikasi("B", instansi=other)
    landscape = b.build()
    assert [row.id for row in counted_applications(landscape, b.instansi)] == [here]
    assert [row.id for row in counted_applications(landscape, other)] == [there]
    assert len(counted_applications(landscape)) == 2


# ---- units


def test_sub_units_count_with_the_unit_above_but_hospitals_by_themselves() -> None:
    b = Builder()
    dinkes = b.unit("Dinas Kesehatan")
    bidang = b.unit("Bidang P2P", induk_id=dinkes)
    seksi = b.unit("Seksi P2", induk_id=bidang)
    rsud = b.unit("RSUD", tipe="rsud", induk_id=dinkes)
    poli = b.unit("Poliklinik", induk_id=rsud)
    lost = b.unit("Bagian Lama", induk_id=9999)
    landscape = b.build()
    assert [unit.id for unit in counted_units(landscape, b.instansi)] == [lost, dinkes, rsud]
    assert [counted_unit_of(landscape, unit) for unit in (seksi, poli, lost)] == [dinkes, rsud, lost]


def test_a_circle_of_units_ends() -> None:
    b = Builder()
    first = b.unit("A", induk_id=4)
    second = b.unit("B", induk_id=first)
    assert second == 4
    assert counted_unit_of(b.build(), first) in (first, second)


def _use(b: Builder) -> tuple[list[str], list[str], list[str]]:
    use = pusat_data_use(b.build(), b.instansi)
    return tuple([unit.nama for unit in group] for group in (use.memakai, use.belum, use.tidak_diketahui))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("hosting", "group"),
    [
        (["pusat_data_daerah"], 0),
        (["server_opd", "pusat_data_daerah"], 0),
        ([None, "pusat_data_daerah"], 0),
        (["server_opd"], 1),
        (["server_opd", "pusat_kl"], 1),
        (["server_opd", "lokal_tanpa_server"], 1),
        (["server_opd", None], 2),
        (["server_opd", "awan_publik"], 2),
        (["lokal_tanpa_server"], 2),
        ([], 2),
    ],
)
def test_units_by_their_use_of_the_pusat_data(hosting: list[str | None], group: int) -> None:
    b = Builder()
    unit = b.unit("Dinas A")
    for number, place in enumerate(hosting):
        b.aplikasi(f"A{number}", pemilik=unit, hosting=place)
    assert _use(b)[group] == ["Dinas A"]


def test_what_does_not_operate_or_is_run_by_others_says_nothing_about_a_unit() -> None:
    b = Builder()
    unit = b.unit("Dinas A")
    b.aplikasi("Mati", pemilik=unit, hosting="pusat_data_daerah", status="tidak_aktif")
    b.aplikasi("Pusat", pemilik=unit, hosting="pusat_kl", kepemilikan="pusat")
    assert _use(b)[2] == ["Dinas A"]


def test_an_application_without_owner_counts_for_a_single_reporter_only() -> None:
    b = Builder()
    first, second = b.unit("Dinas A"), b.unit("Dinas B")
    b.aplikasi("Bersama", pelapor=(first, second), hosting="pusat_data_daerah")
    assert _use(b) == ([], [], ["Dinas A", "Dinas B"])
    b.aplikasi("Sendiri", pelapor=first, hosting="pusat_data_daerah")
    assert _use(b) == (["Dinas A"], [], ["Dinas B"])


def test_a_sub_units_application_counts_for_the_unit_above() -> None:
    b = Builder()
    dinkes = b.unit("Dinas Kesehatan")
    b.aplikasi("A", pemilik=b.unit("Puskesmas", induk_id=dinkes), hosting="pusat_data_daerah")
    b.aplikasi("B", pemilik=b.unit("RSUD", tipe="rsud", induk_id=dinkes), hosting="server_opd")
    assert _use(b) == (["Dinas Kesehatan"], ["RSUD"], [])
