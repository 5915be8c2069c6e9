"""The graph itself: its indexes, the edges that fields hold, and how elements are found."""

from __future__ import annotations

from datetime import date

import pytest

from archrepo.errors import UnknownNameError, UsageError
from archrepo.landscape import Aplikasi, Penempatan
from archrepo.landscape.builder import Builder


def test_fields_that_refer_are_edges_under_their_relation() -> None:
    b = Builder()
    dinkes = b.unit("Dinas Kesehatan")
    rsud = b.unit("RSUD", induk_id=dinkes)
    luar = b.add("InstansiLuar", "Kementerian")
    layanan = b.add("Layanan", "L", unit_pelaksana_id=luar)
    data = b.add("DataInformasi", "D", produsen=dinkes)
    owned, foreign = b.aplikasi("A", pemilik=dinkes), b.aplikasi("B", pemilik=luar)
    api = b.add("AntarmukaApi", "API", aplikasi_id=owned)
    server = b.add("Server", "S", perangkat_daerah_id=dinkes)
    landscape = b.build()
    assert landscape.targets(dinkes, "R15") == (landscape[owned],)
    assert landscape.targets(luar, "R15") == (landscape[foreign],)
    assert landscape.targets(luar, "R07") == (landscape[layanan],)
    assert landscape.sources(data, "R13") == (landscape[dinkes],)
    assert landscape.targets(owned, "R19") == (landscape[api],)
    assert landscape.targets(rsud, "R54") == (landscape[dinkes],)
    assert landscape.sources(server, "R32") == (landscape[dinkes],)


def test_placements_and_exchanges_are_edges_that_name_their_object() -> None:
    b = Builder()
    places = [
        ("R24", b.add("FasilitasKomputasi", "F")),
        ("R25", b.add("KomputasiAwan", "K")),
        ("R26", b.add("Server", "S")),
    ]
    for jenis, place in places:
        identifier = b.aplikasi(jenis, fasilitas=place)
        landscape = b.build()
        (edge,) = landscape.out(identifier, jenis)
        assert (edge.ke, landscape.placements(identifier)[0].id) == (place, edge.lewat)
    a, c = b.aplikasi("A"), b.aplikasi("C")
    exchange = b.integrasi(a, c)
    landscape = b.build()
    assert [edge.lewat for edge in landscape.out(a, "R21")] == [exchange]
    assert landscape.exchanges(a) == landscape.exchanges(c) == (landscape[exchange],)


def test_an_exchange_with_itself_is_listed_once() -> None:
    b = Builder()
    a = b.aplikasi("A")
    b.integrasi(a, a)
    assert len(b.build().exchanges(a)) == 1


def test_edges_to_what_is_not_loaded_are_left_out() -> None:
    b = Builder()
    a = b.aplikasi("A")
    b.relasi("R08", a, 9999)
    b.add("Penempatan", "P", aplikasi_id=9999, fasilitas_id=9998)
    landscape = b.build()
    assert landscape.out(a) == ()
    assert landscape.edges == ()


def test_an_edge_stands_once() -> None:
    b = Builder()
    unit = b.unit("A")
    a = b.aplikasi("A", pelapor=unit, pengguna=(unit,))
    landscape = b.build()
    assert len(landscape.into(a, "R16")) == 1
    assert {edge.jenis for edge in landscape.into(a)} == {"R16", "R58"}


def test_elements_by_kind_and_layer() -> None:
    b = Builder()
    a = b.aplikasi("A", hosting="pdn")
    landscape = b.build()
    assert [row.id for row in landscape.of(Aplikasi)] == [a]
    assert [type(row) for row in landscape.of_layer("aplikasi")] == [Aplikasi, Penempatan]
    assert landscape.of_class("Risiko") == ()
    assert len(landscape) == len(landscape.elements) == 4
    assert a in landscape
    assert landscape.get(None) is None


def test_a_kode_is_found_whatever_its_case() -> None:
    b = Builder()
    a = b.aplikasi("A")
    assert b.build().by_kode(" daa-0001 ").id == a


def test_an_unknown_kode_names_the_nearest() -> None:
    b = Builder()
    b.aplikasi("A")
    with pytest.raises(UnknownNameError, match="DAA-0010") as caught:
        b.build().by_kode("DAA-0010")
    assert "DAA-0001" in caught.value.nearest


def test_a_kode_of_several_instansi_needs_to_be_told_apart() -> None:
    b = Builder()
    other = b.another_instansi("Kabupaten Lain")
    here = b.aplikasi("A", kode="APP-1")
    b.aplikasi("B", kode="APP-1", instansi=other)
    landscape = b.build()
    with pytest.raises(UsageError, match="beberapa Instansi"):
        landscape.by_kode("APP-1")
    assert landscape.by_kode("APP-1", b.instansi).id == here


def test_nasional_is_told_apart_from_the_governments() -> None:
    b = Builder()
    srikandi = b.aplikasi("SRIKANDI", nasional="srikandi")
    own = b.aplikasi("A")
    landscape = b.build()
    assert [row.id for row in landscape.daftar_instansi] == [b.instansi]
    assert landscape.is_national(landscape[srikandi])
    assert not landscape.is_national(landscape[own])


def test_units_in_alphabetical_order_and_with_all_below() -> None:
    b = Builder()
    setda = b.unit("Sekretariat Daerah")
    umum = b.unit("bagian umum", induk_id=setda)
    rumah = b.unit("Subbagian Rumah Tangga", induk_id=umum)
    landscape = b.build()
    assert [unit.nama for unit in landscape.units()] == ["bagian umum", "Sekretariat Daerah", "Subbagian Rumah Tangga"]
    assert landscape.unit_with_children(setda) == {setda, umum, rumah}
    assert landscape.unit_with_children(rumah) == {rumah}
    assert landscape.units(b.nasional) == ()


def test_a_field_is_found_wherever_it_is_kept() -> None:
    b = Builder()
    a = b.aplikasi("A", status="aktif", bahasa="PHP", pemilik=b.unit("U"))
    platform = b.add("PerangkatLunakPlatform", "MySQL", versi="8.4")
    budget = b.add("ItemAnggaran", "Belanja", nilai=5)
    empty = b.add("ItemAnggaran", "Kosong")
    landscape = b.build()
    aplikasi = landscape[a]
    assert [aplikasi.nilai(name) for name in ("status", "bahasa", "kerangka", "tidak_ada")] == [
        "aktif",
        "PHP",
        None,
        None,
    ]
    assert aplikasi.pemilik_id == aplikasi.nilai("perangkat_daerah_id")
    assert (landscape[platform].nilai("versi"), landscape[platform].versi) == ("8.4", 1)
    assert (landscape[budget].nilai("nilai"), landscape[empty].nilai("nilai")) == (5, None)


def test_validity_includes_both_ends() -> None:
    b = Builder()
    a = b.aplikasi("A", berlaku_mulai=date(2026, 1, 1), berlaku_sampai=date(2026, 12, 31))
    element = b.build()[a]
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [element.is_valid_on(day) for day in days] == [False, True, True, False]
