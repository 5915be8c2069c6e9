"""The summary towards the Pusat Data: the first state that holds, and what leaves the regency's count."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archrepo.landscape import Aplikasi, Landscape
from archrepo.landscape.builder import Builder
from archrepo.landscape.pusat_data import (
    STATUS_LABELS,
    is_run_by_others,
    keterhubungan,
    penempatan,
    status_integrasi,
)


def _application(landscape: Landscape, identifier: int) -> Aplikasi:
    aplikasi = landscape[identifier]
    assert isinstance(aplikasi, Aplikasi)
    return aplikasi


def _status(b: Builder, identifier: int) -> str:
    landscape = b.build()
    return status_integrasi(landscape, _application(landscape, identifier)).state


def _linked(b: Builder, identifier: int, jalur: str) -> int:
    inside = b.aplikasi("Dalam", hosting="pusat_data_daerah")
    b.integrasi(identifier, inside, jalur=jalur)
    return identifier


def test_the_states_stand_in_the_order_of_the_design() -> None:
    assert list(STATUS_LABELS) == [
        "dikelola_instansi_lain",
        "tidak_berlaku",
        "di_pusat_data",
        "terhubung_spl",
        "terhubung_langsung",
        "perlu_cek",
        "di_luar",
        "tidak_diketahui",
    ]


@pytest.mark.parametrize(
    ("fields", "jalur", "state"),
    [
        ({"hosting": "pusat_kl", "kepemilikan": "pusat"}, "spl", "dikelola_instansi_lain"),
        ({"hosting": "lokal_tanpa_server"}, "spl", "tidak_berlaku"),
        ({"bentuk": "formulir_tautan"}, "spl", "tidak_berlaku"),
        ({"hosting": "pusat_data_daerah"}, "titik_ke_titik", "di_pusat_data"),
        ({"hosting": "server_opd"}, "spl", "terhubung_spl"),
        ({"hosting": "server_opd"}, "titik_ke_titik", "terhubung_langsung"),
        ({"hosting": "awan_publik"}, "titik_ke_titik", "terhubung_langsung"),
        ({"hosting": "awan_publik"}, "berkas", "perlu_cek"),
        ({"hosting": "pusat_kl"}, "berkas", "perlu_cek"),
        ({"hosting": "server_opd"}, "berkas", "di_luar"),
        ({}, "spl", "terhubung_spl"),
        ({}, "berkas", "tidak_diketahui"),
        ({"hosting": "Cloud"}, "berkas", "tidak_diketahui"),
    ],
)
def test_the_first_state_that_holds_wins(fields: dict[str, Any], jalur: str, state: str) -> None:
    b = Builder()
    assert _status(b, _linked(b, b.aplikasi("A", **fields), jalur)) == state


def test_a_claim_changes_nothing_but_a_stated_no_is_told() -> None:
    for claim in (None, "ya", "tidak"):
        b = Builder()
        assert _status(b, b.aplikasi("A", hosting="server_opd", klaim_integrasi=claim)) == "di_luar"


def test_every_answer_has_a_reason_and_one_outside_names_the_missing_link() -> None:
    b = Builder()
    identifier = b.aplikasi("A", hosting="server_opd")
    landscape = b.build()
    answer = status_integrasi(landscape, _application(landscape, identifier))
    assert "Server" in answer.reason
    assert answer.missing


# ---- owned and run by others


def _by_others(b: Builder, identifier: int) -> bool:
    landscape = b.build()
    return is_run_by_others(landscape, _application(landscape, identifier))


@pytest.mark.parametrize("kepemilikan", ["pusat", "provinsi", "desa", "bumd"])
def test_anothers_application_leaves_the_count(kepemilikan: str) -> None:
    b = Builder()
    assert _by_others(b, b.aplikasi("A", kepemilikan=kepemilikan))


@pytest.mark.parametrize("kepemilikan", ["daerah", None, "Entah"])
def test_the_regencys_own_application_stays(kepemilikan: str | None) -> None:
    b = Builder()
    assert not _by_others(b, b.aplikasi("A", kepemilikan=kepemilikan, hosting="pusat_kl"))


def test_an_outside_owner_leaves_the_count() -> None:
    b = Builder()
    assert _by_others(b, b.aplikasi("A", pemilik=b.add("InstansiLuar", "Kementerian")))


@pytest.mark.parametrize(
    ("hosting", "by_others"),
    [
        (None, True),
        ("pusat_kl", True),
        ("pdn", True),
        ("awan_pemerintah", True),
        ("pusat_data_daerah", False),
        ("server_opd", False),
        ("hosting_komersial", False),
        ("awan_publik", False),
    ],
)
def test_a_national_product_stays_where_the_regency_runs_it(hosting: str | None, by_others: bool) -> None:
    b = Builder()
    assert _by_others(b, b.aplikasi("SRIKANDI", nasional="srikandi", hosting=hosting)) is by_others
    b = Builder()
    assert _by_others(b, b.aplikasi("Aplikasi pusat", kepemilikan="pusat", hosting=hosting)) is by_others


def test_a_product_known_to_be_installed_locally_stays_until_it_is_said_where_it_runs() -> None:
    b = Builder()
    known = b.add("Aplikasi", "SPSE", nasional="spse", kepemilikan="pusat")
    other = b.add("Aplikasi", "SRIKANDI", nasional="srikandi", kepemilikan="pusat")
    assert not _by_others(b, known)
    assert _by_others(b, other)


@pytest.mark.parametrize(
    ("url", "by_others"),
    [
        ("https://epuskesmas.contohkab.go.id", False),
        ("contohkab.go.id/epuskesmas", False),
        ("https://bukancontohkab.go.id", True),
        ("https://epuskesmas.kemkes.go.id", True),
        (None, True),
    ],
)
def test_anothers_product_on_the_regencys_own_domain_stays(url: str | None, by_others: bool) -> None:
    b = Builder()
    assert _by_others(b, b.aplikasi("e-Puskesmas", kepemilikan="pusat", url=url)) is by_others


def test_the_shared_national_object_is_never_taken_for_an_installation() -> None:
    b = Builder()
    assert _by_others(b, b.aplikasi("SPSE", nasional="spse", url="https://spse.contohkab.go.id"))


# ---- what is unrelated changes nothing

UNRELATED = st.lists(
    st.sampled_from(["Aplikasi", "Layanan", "FasilitasKomputasi", "PerangkatDaerah", "SistemPenghubungLayanan"]),
    min_size=1,
    max_size=4,
)
PLACES = st.sampled_from(["pusat_data_daerah", "server_opd", "awan_publik", "pusat_kl", "Cloud", None])
WAYS = st.sampled_from(["spl", "titik_ke_titik", "berkas", None])
APPLICATIONS = st.lists(
    st.tuples(PLACES, st.sampled_from(["aktif", "tidak_aktif", None]), st.sampled_from(["daerah", "pusat"])),
    min_size=1,
    max_size=5,
)
LINKS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), WAYS), max_size=6)

Drawn = tuple[list[tuple[str | None, str | None, str]], list[tuple[int, int, str | None]]]


def _regency(drawn: Drawn) -> tuple[Builder, list[int]]:
    b = Builder()
    applications, links = drawn
    ids = [
        b.aplikasi(f"A{number}", hosting=place, status=status, kepemilikan=owner)
        for number, (place, status, owner) in enumerate(applications)
    ]
    for one, other, way in links:
        b.integrasi(ids[one % len(ids)], ids[other % len(ids)], jalur=way)
    return b, ids


def _answers(landscape: Landscape, ids: list[int]) -> list[Any]:
    questions = (penempatan, keterhubungan, status_integrasi, is_run_by_others)
    return [question(landscape, _application(landscape, identifier)) for identifier in ids for question in questions]


@given(drawn=st.tuples(APPLICATIONS, LINKS), unrelated=UNRELATED)
def test_what_is_unrelated_changes_no_answer(drawn: Drawn, unrelated: list[str]) -> None:
    b, ids = _regency(drawn)
    before = _answers(b.build(), ids)
    for name in unrelated:
        b.add(name, "Tidak terkait")
    b.integrasi(b.aplikasi("Sendiri", hosting="pusat_data_daerah"), b.aplikasi("Kawannya"), jalur="spl")
    assert _answers(b.build(), ids) == before


@given(drawn=st.tuples(APPLICATIONS, LINKS))
def test_every_application_has_one_known_state_with_a_reason(drawn: Drawn) -> None:
    b, ids = _regency(drawn)
    landscape = b.build()
    for identifier in ids:
        answer = status_integrasi(landscape, _application(landscape, identifier))
        assert answer.state in STATUS_LABELS
        assert answer.reason


@given(drawn=st.tuples(APPLICATIONS, LINKS))
def test_a_path_begins_at_the_application_and_every_step_is_an_edge(drawn: Drawn) -> None:
    b, ids = _regency(drawn)
    landscape = b.build()
    for identifier in ids:
        aplikasi = _application(landscape, identifier)
        answer = keterhubungan(landscape, aplikasi)
        if answer.state not in ("spl", "langsung"):
            continue
        steps = [landscape.by_kode(kode) for kode in answer.path]
        assert steps[0] == aplikasi
        for start, link, end in zip(steps[::2], steps[1::2], steps[2::2], strict=False):
            assert {start.id, end.id} == {link.nilai("dari_id"), link.nilai("ke_id")}
        assert penempatan(landscape, _application(landscape, steps[-1].id)).state == "di_dalam"
