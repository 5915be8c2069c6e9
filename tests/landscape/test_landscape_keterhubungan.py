"""How an application is connected: paths in both directions, what ends and what breaks them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from archrepo.landscape import Aplikasi
from archrepo.landscape.builder import Builder
from archrepo.landscape.pusat_data import Keadaan, keterhubungan


def _answer(b: Builder, identifier: int) -> Keadaan:
    landscape = b.build()
    aplikasi = landscape[identifier]
    assert isinstance(aplikasi, Aplikasi)
    return keterhubungan(landscape, aplikasi)


def _bus(b: Builder, **fields: Any) -> int:
    fields.setdefault("jenis", "spl_daerah")
    return b.add("SistemPenghubungLayanan", "SPL", **fields)


def _api(b: Builder, provider: int, bus: int | None, **fields: Any) -> int:
    api = b.add("AntarmukaApi", "API", aplikasi_id=provider, **fields)
    if bus is not None:
        b.relasi("R22", bus, api)
    return api


def _pair(**link: Any) -> Keadaan:
    """An application outside that exchanges with one inside; what the exchange says is the test's."""
    b = Builder()
    inside = b.aplikasi("Dalam", hosting="pusat_data_daerah", status="aktif")
    outside = b.aplikasi("Luar", hosting="server_opd")
    b.integrasi(outside, inside, **link)
    return _answer(b, outside)


# ---- the kinds of links


@pytest.mark.parametrize(
    ("jalur", "state"),
    [
        ("spl", "spl"),
        ("splp", "spl"),
        ("titik_ke_titik", "langsung"),
        ("basis_data", "langsung"),
        ("berkas", "belum"),
        ("manual", "belum"),
        ("tidak_ada", "belum"),
        (None, "tidak_diketahui"),
        ("Kabel merah", "tidak_diketahui"),
    ],
)
def test_the_way_of_the_exchange_decides(jalur: str | None, state: str) -> None:
    answer = _pair(jalur=jalur)
    assert answer.state == state
    assert answer.path if state in ("spl", "langsung") else answer.missing


@pytest.mark.parametrize(("status", "state"), [("sudah", "langsung"), ("belum", "belum"), ("terputus", "belum"),
                                               ("rencana", "belum")])  # fmt: skip
def test_only_a_link_that_works_counts(status: str, state: str) -> None:
    assert _pair(jalur="titik_ke_titik", status=status).state == state


@pytest.mark.parametrize("fields", [{"berlaku_sampai": date(2026, 6, 29)}, {"kondisi": "target"}])
def test_a_link_of_the_past_or_the_future_does_not_count(fields: dict[str, Any]) -> None:
    assert _pair(jalur="titik_ke_titik", **fields).state == "tidak_diketahui"


def test_nothing_said_is_unknown_and_no_integration_is_believed() -> None:
    for claim, state in ((None, "tidak_diketahui"), ("ya", "tidak_diketahui"), ("tidak", "belum")):
        b = Builder()
        assert _answer(b, b.aplikasi("A", klaim_integrasi=claim)).state == state


# ---- where a path ends


@pytest.mark.parametrize("swap", [False, True])
def test_a_link_runs_in_either_direction(swap: bool) -> None:
    b = Builder()
    inside = b.aplikasi("Dalam", hosting="pdn")
    outside = b.aplikasi("Luar", hosting="server_opd")
    ends = (inside, outside) if swap else (outside, inside)
    b.integrasi(*ends, jalur="spl")
    answer = _answer(b, outside)
    assert (answer.state, answer.path) == ("spl", ("DAA-0002", "ITG-0001", "DAA-0001"))


def test_a_path_runs_over_several_links_in_mixed_directions() -> None:
    b = Builder()
    inside = b.aplikasi("Dalam", hosting="pusat_data_daerah")
    middle = b.aplikasi("Tengah", hosting="server_opd")
    outside = b.aplikasi("Luar", hosting="vendor")
    b.integrasi(inside, middle, jalur="spl")
    b.integrasi(outside, middle, jalur="spl")
    answer = _answer(b, outside)
    assert (answer.state, answer.path) == ("spl", ("DAA-0003", "ITG-0002", "DAA-0002", "ITG-0001", "DAA-0001"))


def test_one_direct_link_on_the_way_makes_it_direct() -> None:
    b = Builder()
    inside = b.aplikasi("Dalam", hosting="pusat_data_daerah")
    middle = b.aplikasi("Tengah", hosting="server_opd")
    outside = b.aplikasi("Luar", hosting="vendor")
    b.integrasi(inside, middle, jalur="spl")
    b.integrasi(middle, outside, jalur="basis_data")
    assert _answer(b, outside).state == "langsung"
    assert _answer(b, middle).state == "spl"


def test_a_longer_way_through_the_spl_goes_before_a_short_direct_one() -> None:
    b = Builder()
    inside = b.aplikasi("Dalam", hosting="pusat_data_daerah")
    middle = b.aplikasi("Tengah", hosting="server_opd")
    outside = b.aplikasi("Luar", hosting="vendor")
    b.integrasi(outside, inside, jalur="titik_ke_titik")
    b.integrasi(outside, middle, jalur="spl")
    b.integrasi(middle, inside, jalur="spl")
    assert _answer(b, outside).state == "spl"


@pytest.mark.parametrize("status", ["tidak_aktif", "dihentikan", "pengembangan"])
def test_an_inactive_partner_ends_no_path_and_carries_none(status: str) -> None:
    b = Builder()
    outside = b.aplikasi("Luar", hosting="vendor")
    idle = b.aplikasi("Berhenti", hosting="pusat_data_daerah", status=status)
    b.integrasi(outside, idle, jalur="spl")
    assert _answer(b, outside).state == "belum"
    beyond = b.aplikasi("Dalam", hosting="pusat_data_daerah")
    b.integrasi(idle, beyond, jalur="spl")
    assert _answer(b, outside).state == "belum"


def test_a_partner_outside_is_named_as_what_is_missing() -> None:
    b = Builder()
    outside = b.aplikasi("Luar", hosting="vendor")
    other = b.aplikasi("Juga luar", hosting="server_opd")
    b.integrasi(outside, other, jalur="titik_ke_titik")
    answer = _answer(b, outside)
    assert (answer.state, answer.missing) == ("belum", "DAA-0002 → Pusat Data")
    assert "Juga luar" in answer.reason


def test_a_partner_whose_place_is_unknown_leaves_the_answer_unknown() -> None:
    b = Builder()
    outside = b.aplikasi("Luar", hosting="vendor")
    other = b.aplikasi("Entah di mana")
    b.integrasi(outside, other, jalur="titik_ke_titik")
    answer = _answer(b, outside)
    assert (answer.state, answer.missing) == ("tidak_diketahui", "penempatan DAA-0002")
    assert answer.path == ("DAA-0001", "ITG-0001", "DAA-0002")


def test_what_others_run_is_not_inside_wherever_it_may_be() -> None:
    b = Builder()
    outside = b.aplikasi("Luar", hosting="vendor")
    national = b.aplikasi("SRIKANDI", nasional="srikandi")
    b.integrasi(outside, national, jalur="titik_ke_titik")
    assert _answer(b, outside).state == "belum"


def test_an_outside_body_ends_no_path() -> None:
    b = Builder()
    outside = b.aplikasi("Luar", hosting="vendor")
    body = b.add("InstansiLuar", "Bank Contoh")
    b.integrasi(outside, body, jalur="titik_ke_titik")
    answer = _answer(b, outside)
    assert answer.state == "belum"
    assert "Bank Contoh" in answer.reason


def test_circles_end() -> None:
    b = Builder()
    first, second, third = (b.aplikasi(name, hosting="vendor") for name in "ABC")
    for one, other in ((first, second), (second, third), (third, first), (first, first)):
        b.integrasi(one, other, jalur="spl")
    assert _answer(b, first).state == "belum"


# ---- APIs on the bus


def test_an_own_api_on_the_spl_is_a_path() -> None:
    b = Builder()
    outside = b.aplikasi("Luar", hosting="vendor")
    _api(b, outside, _bus(b))
    answer = _answer(b, outside)
    assert (answer.state, answer.path) == ("spl", ("DAA-0001", "API-0001", "SPL-0001"))


def test_an_api_that_is_not_registered_is_none() -> None:
    b = Builder()
    outside = b.aplikasi("Luar", hosting="vendor")
    _bus(b)
    _api(b, outside, None)
    assert _answer(b, outside).state == "tidak_diketahui"


@pytest.mark.parametrize("fields", [{"kondisi": "target"}, {"berlaku_sampai": date(2026, 6, 29)}])
def test_an_api_of_the_past_or_the_future_is_none(fields: dict[str, Any]) -> None:
    b = Builder()
    outside = b.aplikasi("Luar", hosting="vendor")
    _api(b, outside, _bus(b), **fields)
    assert _answer(b, outside).state == "tidak_diketahui"


def test_another_instansis_spl_does_not_count_but_the_splp_does() -> None:
    for jenis, state in (("spl_daerah", "tidak_diketahui"), ("splp", "spl")):
        b = Builder()
        other = b.another_instansi("Provinsi Lain")
        outside = b.aplikasi("Luar", hosting="vendor")
        _api(b, outside, _bus(b, jenis=jenis, instansi=other))
        assert _answer(b, outside).state == state


def test_an_exchange_over_another_instansis_spl_does_not_count() -> None:
    for own in (True, False):
        b = Builder()
        other = b.another_instansi("Provinsi Lain")
        inside = b.aplikasi("Dalam", hosting="pusat_data_daerah")
        outside = b.aplikasi("Luar", hosting="vendor")
        bus = _bus(b, instansi=b.instansi if own else other)
        b.integrasi(outside, inside, jalur="spl", spl_id=bus)
        answer = _answer(b, outside)
        assert answer.state == ("spl" if own else "belum")
        assert own or "pemerintah lain" in answer.reason


def test_an_api_that_is_used_is_a_path() -> None:
    b = Builder()
    provider = b.aplikasi("Penyedia", hosting="vendor")
    outside = b.aplikasi("Luar", hosting="vendor")
    b.relasi("R20", outside, _api(b, provider, _bus(b)))
    assert _answer(b, outside).path == ("DAA-0002", "API-0001", "SPL-0001")


@pytest.mark.parametrize(("jalur", "state"), [("spl", "spl"), (None, "spl"), ("titik_ke_titik", "langsung")])
def test_an_exchange_through_a_registered_api_ends_there(jalur: str | None, state: str) -> None:
    b = Builder()
    provider = b.aplikasi("Penyedia", hosting="vendor", status="tidak_aktif")
    outside = b.aplikasi("Luar", hosting="vendor")
    b.integrasi(outside, provider, jalur=jalur, api_id=_api(b, provider, _bus(b)))
    answer = _answer(b, outside)
    assert (answer.state, answer.path) == (state, ("DAA-0002", "API-0001", "SPL-0001"))


def test_a_partner_with_a_registered_api_ends_the_path() -> None:
    b = Builder()
    partner = b.aplikasi("Mitra", hosting="server_opd")
    outside = b.aplikasi("Luar", hosting="vendor")
    _api(b, partner, _bus(b))
    b.integrasi(outside, partner, jalur="titik_ke_titik")
    answer = _answer(b, outside)
    assert (answer.state, answer.path[-2:]) == ("langsung", ("API-0001", "SPL-0001"))
