"""Where an application is placed: each state of design section 3, and the near misses of each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from archrepo.landscape import Aplikasi
from archrepo.landscape.builder import Builder
from archrepo.landscape.pusat_data import Keadaan, is_operating, penempatan


def _built(b: Builder, identifier: int) -> Keadaan:
    landscape = b.build()
    aplikasi = landscape[identifier]
    assert isinstance(aplikasi, Aplikasi)
    return penempatan(landscape, aplikasi)


@pytest.mark.parametrize(
    ("lokasi", "state"),
    [
        ("pdn", "di_dalam"),
        ("pdns", "di_dalam"),
        ("awan_pemerintah", "di_dalam"),
        ("pusat_data_daerah", "di_dalam"),
        ("pusat_kl", "instansi_lain"),
        ("awan_publik", "perlu_cek"),
        ("kolokasi", "perlu_cek"),
        ("hibrida", "perlu_cek"),
        ("server_opd", "di_luar"),
        ("hosting_komersial", "di_luar"),
        ("vendor", "di_luar"),
        ("luar_tanpa_rincian", "di_luar"),
        ("lokal_tanpa_server", "tidak_berlaku"),
        ("tidak_diketahui", "tidak_diketahui"),
        ("Cloud", "tidak_diketahui"),
        ("Data Center", "tidak_diketahui"),
        (None, "tidak_diketahui"),
    ],
)
def test_the_stated_location_decides(lokasi: str | None, state: str) -> None:
    b = Builder()
    answer = _built(b, b.aplikasi("A", hosting=lokasi))
    assert answer.state == state
    assert answer.reason.endswith(".")


def test_a_word_that_does_not_settle_it_is_shown() -> None:
    b = Builder()
    assert '"Cloud"' in _built(b, b.aplikasi("A", hosting="Cloud")).reason


def test_an_application_without_placement_is_unknown() -> None:
    b = Builder()
    answer = _built(b, b.aplikasi("A"))
    assert (answer.state, answer.missing) == ("tidak_diketahui", "penempatan")


@pytest.mark.parametrize("bentuk", ["formulir_tautan", "layanan_pihak_ketiga"])
def test_a_form_or_a_third_partys_service_has_no_place(bentuk: str) -> None:
    b = Builder()
    assert _built(b, b.aplikasi("A", bentuk=bentuk, hosting="server_opd")).state == "tidak_berlaku"


@pytest.mark.parametrize("bentuk", ["sistem", "situs_informasi", "kanal_mobile", "Portal Terpadu", None])
def test_every_other_form_has_a_place(bentuk: str | None) -> None:
    b = Builder()
    assert _built(b, b.aplikasi("A", bentuk=bentuk, hosting="server_opd")).state == "di_luar"


# ---- facilities


def test_a_pusat_data_of_the_own_instansi_is_inside() -> None:
    b = Builder()
    pusat = b.add("FasilitasKomputasi", "Pusat Data", jenis="pusat_data")
    answer = _built(b, b.aplikasi("A", fasilitas=pusat))
    assert (answer.state, answer.path) == ("di_dalam", ("DAA-0001", "FAS-0001"))


def test_a_server_is_where_its_room_is() -> None:
    b = Builder()
    pusat = b.add("FasilitasKomputasi", "Pusat Data", jenis="pusat_data")
    server = b.add("Server", "Server 1", fasilitas_id=pusat)
    answer = _built(b, b.aplikasi("A", fasilitas=server, hosting="server_opd"))
    assert (answer.state, answer.path) == ("di_dalam", ("DAA-0001", "SRV-0001", "FAS-0001"))


def test_a_cloud_is_where_it_runs() -> None:
    b = Builder()
    pusat = b.add("FasilitasKomputasi", "Pusat Data", jenis="pusat_data")
    cloud = b.add("KomputasiAwan", "Awan daerah")
    b.relasi("R57", cloud, pusat)
    assert _built(b, b.aplikasi("A", fasilitas=cloud)).state == "di_dalam"


@pytest.mark.parametrize(("hosting", "state"), [("awan_publik", "perlu_cek"), (None, "tidak_diketahui")])
def test_where_the_facility_does_not_decide_the_location_does(hosting: str | None, state: str) -> None:
    b = Builder()
    for place in (b.add("KomputasiAwan", "Awan sewa"), b.add("Server", "Server lepas")):
        assert _built(b, b.aplikasi("A", fasilitas=place, hosting=hosting)).state == state


def test_another_governments_centre_is_to_be_checked() -> None:
    b = Builder()
    other = b.another_instansi("Kabupaten Lain")
    pusat = b.add("FasilitasKomputasi", "Pusat Data Lain", jenis="pusat_data", instansi=other)
    answer = _built(b, b.aplikasi("A", fasilitas=pusat, hosting="pusat_data_daerah"))
    assert answer.state == "perlu_cek"
    assert "pemerintah lain" in answer.reason


def test_a_centre_that_an_outside_body_owns_is_to_be_checked_too() -> None:
    b = Builder()
    provinsi = b.add("InstansiLuar", "Provinsi Contoh", jenis="provinsi")
    pusat = b.add("FasilitasKomputasi", "Pusat Data Provinsi", jenis="pusat_data", instansi_luar_id=provinsi)
    assert _built(b, b.aplikasi("A", fasilitas=pusat)).state == "perlu_cek"


@pytest.mark.parametrize("lokasi", ["pdn", "pdns", "awan_pemerintah"])
def test_a_national_centre_is_inside_though_another_government_keeps_it(lokasi: str) -> None:
    b = Builder()
    pdn = b.add("FasilitasKomputasi", "PDN", jenis="pusat_data", instansi=b.nasional)
    assert _built(b, b.aplikasi("A", fasilitas=pdn, hosting=lokasi)).state == "di_dalam"


def test_a_room_that_is_no_pusat_data_is_outside() -> None:
    b = Builder()
    ruang = b.add("FasilitasKomputasi", "Ruang server", jenis="pusat_komputasi")
    answer = _built(b, b.aplikasi("A", fasilitas=ruang, hosting="pusat_data_daerah"))
    assert (answer.state, answer.missing) == ("di_luar", "FAS-0001 → Pusat Data")


@pytest.mark.parametrize("jenis", [None, "Gedung B"])
def test_a_facility_of_unknown_kind_does_not_decide(jenis: str | None) -> None:
    b = Builder()
    ruang = b.add("FasilitasKomputasi", "Ruang", jenis=jenis)
    assert _built(b, b.aplikasi("A", fasilitas=ruang, hosting="pusat_data_daerah")).state == "di_dalam"


# ---- several placements


def _with_second(first: str, second: str | None, **fields: Any) -> Keadaan:
    b = Builder()
    identifier = b.aplikasi("A", hosting=first)
    b.add("Penempatan", "Kedua", aplikasi_id=identifier, lokasi=second, **fields)
    return _built(b, identifier)


def test_placements_that_differ_are_to_be_checked() -> None:
    answer = _with_second("pusat_data_daerah", "server_opd")
    assert answer.state == "perlu_cek"
    assert "tidak sejalan" in answer.reason


@pytest.mark.parametrize("second", ["pdn", None, "Cloud"])
def test_placements_of_one_state_or_unknown_ones_agree(second: str | None) -> None:
    assert _with_second("pusat_data_daerah", second).state == "di_dalam"


@pytest.mark.parametrize(
    "fields",
    [
        {"lingkungan": "uji"},
        {"lingkungan": "pengembangan"},
        {"lingkungan": "cadangan"},
        {"berlaku_sampai": date(2026, 6, 29)},
        {"berlaku_mulai": date(2026, 7, 1)},
        {"mulai": date(2026, 7, 1)},
        {"kondisi": "target"},
    ],
)
def test_placements_that_do_not_count_today(fields: dict[str, Any]) -> None:
    assert _with_second("server_opd", "pusat_data_daerah", **fields).state == "di_luar"


@pytest.mark.parametrize(
    "fields",
    [
        {"lingkungan": "produksi"},
        {"lingkungan": "Live di kantor"},
        {"berlaku_sampai": date(2026, 6, 30)},
        {"mulai": date(2026, 6, 30)},
    ],
)
def test_placements_that_count_today(fields: dict[str, Any]) -> None:
    assert _with_second("server_opd", "pusat_data_daerah", **fields).state == "perlu_cek"


# ---- operating


@pytest.mark.parametrize(
    ("fields", "operating"),
    [
        ({"status": "aktif"}, True),
        ({"status": "pemeliharaan"}, True),
        ({"status": None}, True),
        ({"status": "tidak_aktif"}, False),
        ({"status": "dihentikan"}, False),
        ({"status": "aktif_tidak_dipakai"}, False),
        ({"status": "pengembangan"}, False),
        ({"status": "Entah"}, False),
        ({"status": "aktif", "berlaku_sampai": date(2026, 6, 29)}, False),
        ({"status": "aktif", "berlaku_sampai": date(2026, 6, 30)}, True),
        ({"status": "aktif", "kondisi": "target"}, False),
    ],
)
def test_which_applications_operate(fields: dict[str, Any], operating: bool) -> None:
    b = Builder()
    identifier = b.aplikasi("A", **fields)
    aplikasi = b.build()[identifier]
    assert isinstance(aplikasi, Aplikasi)
    assert is_operating(aplikasi, b.as_of) is operating
