"""The facts of the report on the Pusat Data, on landscapes that show one thing each."""

from __future__ import annotations

import pytest
from kabupaten_contoh import kabupaten_contoh

from archrepo.checks.registry import run_checks
from archrepo.landscape.builder import Builder
from archrepo.landscape.pusat_data import PENEMPATAN_LABELS, TIDAK_DIKETAHUI
from archrepo.landscape.questions import counted_applications, pusat_data_use
from archrepo.reports.pusat_data import (
    COUNTED,
    GROUPS,
    STATUS_ORDER,
    USE_LABELS,
    Baris,
    LaporanPusatData,
    pusat_data_report,
)


def report_of(b: Builder) -> LaporanPusatData:
    landscape = b.build()
    return pusat_data_report(landscape, landscape.daftar_instansi[0])


def only(report: LaporanPusatData) -> Baris:
    assert len(report.rows) == 1
    return report.rows[0]


def cross(report: LaporanPusatData) -> dict[str, int]:
    return {label: sum(numbers) for label, numbers in report.cross_rows() if sum(numbers)}


def test_the_cross_table_holds_every_counted_application_once() -> None:
    landscape = kabupaten_contoh()
    report = pusat_data_report(landscape, landscape.daftar_instansi[0])
    counted = counted_applications(landscape, landscape.daftar_instansi[0].id)
    assert len(counted) > 80
    assert sum(sum(numbers) for _, numbers in report.cross_rows()) == len(counted)
    assert sum(report.by_status.values()) == len(counted)
    assert set(report.by_status) <= set(STATUS_ORDER)


def test_every_application_stands_in_one_group() -> None:
    landscape = kabupaten_contoh()
    report = pusat_data_report(landscape, landscape.daftar_instansi[0])
    outside = sum(sum(numbers) for _, _, numbers in report.other_groups())
    assert len(report.counted) + outside == len(report.rows) == len({row.aplikasi.id for row in report.rows})
    assert {row.group for row in report.rows} <= set(GROUPS)


@pytest.mark.parametrize("hosting", [None, "Cloud", "Data Center", "tidak_diketahui"])
def test_an_unknown_place_has_its_own_line_and_is_never_inside(hosting: str | None) -> None:
    b = Builder()
    b.aplikasi("SIPANDU", pemilik=b.unit("Dinas Kesehatan"), hosting=hosting)
    report = report_of(b)
    assert cross(report) == {PENEMPATAN_LABELS[TIDAK_DIKETAHUI]: 1}
    assert "0 ditempatkan di Pusat Data" in report.headline[0]
    assert "1 tidak diketahui tempatnya (tidak dihitung sebagai di dalam)" in report.headline[1]
    assert only(report).step.startswith("Tanyakan kepada unit")


@pytest.mark.parametrize(
    ("fields", "group"),
    [
        ({"bentuk": "situs_informasi"}, "situs_informasi"),
        ({"bentuk": "formulir_tautan"}, "formulir_tautan"),
        ({"bentuk": "layanan_pihak_ketiga"}, "layanan_pihak_ketiga"),
        ({"kepemilikan": "pusat", "hosting": "pusat_kl"}, "instansi_lain"),
        ({"status": "tidak_aktif"}, "tidak_beroperasi"),
        ({"bentuk": "sistem"}, COUNTED),
    ],
)
def test_what_is_no_application_of_the_regency_has_a_line_of_its_own(fields: dict[str, str], group: str) -> None:
    b = Builder()
    b.aplikasi("Sesuatu", pemilik=b.unit("Dinas Kesehatan"), **fields)  # type: ignore[arg-type]
    report = report_of(b)
    assert only(report).group == group
    assert sum(cross(report).values()) == (1 if group == COUNTED else 0)
    assert [row[0] for row in report.other_groups()] == ([] if group == COUNTED else [group])


def test_a_national_application_is_listed_once_and_under_no_unit() -> None:
    b = Builder()
    units = tuple(b.unit(f"Dinas {number}") for number in range(3))
    b.aplikasi("SRIKANDI", nasional="srikandi", pelapor=units)
    row = only(report_of(b))
    assert (row.group, row.unit, row.owner) == ("instansi_lain", None, "Instansi lain")
    assert row.reporters == ("Dinas 0", "Dinas 1", "Dinas 2")
    assert (row.missing, row.step) == ("", "")


def test_an_application_of_a_subunit_stands_under_the_unit_that_counts() -> None:
    b = Builder()
    setda = b.unit("Sekretariat Daerah")
    b.aplikasi("JDIH", pemilik=b.unit("Bagian Hukum", tipe="bagian", induk_id=setda), hosting="server_opd")
    report = report_of(b)
    assert [row.unit.nama for row in report.units] == ["Sekretariat Daerah"]
    assert [row.aplikasi.nama for row in report.to_act(report.units[0].unit)["di_luar"]] == ["JDIH"]
    assert only(report).owner == "Bagian Hukum"


def test_an_application_that_several_units_report_waits_for_its_owner() -> None:
    b = Builder()
    units = (b.unit("Kecamatan A"), b.unit("Kecamatan B"))
    b.aplikasi("SIMPEG", pelapor=units, hosting="server_opd")
    report = report_of(b)
    assert (only(report).unit, only(report).owner) == (None, "Pemilik perlu dikonfirmasi")
    assert [row.aplikasi.nama for row in report.to_act(None)["di_luar"]] == ["SIMPEG"]
    assert [[row.aplikasi.nama for row in unit.reported] for unit in report.units] == [["SIMPEG"], ["SIMPEG"]]


def test_what_an_unconfirmed_unit_owns_stands_with_the_open_owners() -> None:
    b = Builder()
    b.unit("Dinas Kesehatan")
    b.aplikasi("SIJIN", pemilik=b.unit("Dinas Perijinan", keadaan="perlu_konfirmasi"), hosting="server_opd")
    report = report_of(b)
    assert (only(report).unit, only(report).owner) == (None, "Dinas Perijinan")
    assert [row.aplikasi.nama for row in report.to_act(None)["di_luar"]] == ["SIJIN"]


@pytest.mark.parametrize(
    ("hosting", "word"),
    [("server_opd", "server unit"), ("hosting_komersial", "masa sewa"), ("vendor", "penyedia"), ("kolokasi", "ruang")],
)
def test_the_step_speaks_of_the_place(hosting: str, word: str) -> None:
    b = Builder()
    b.aplikasi("SIPANDU", pemilik=b.unit("Dinas Kesehatan"), hosting=hosting)
    assert word in only(report_of(b)).step


def test_missing_links_are_told_in_words() -> None:
    b = Builder()
    b.aplikasi("SIPANDU", pemilik=b.unit("Dinas Kesehatan"), hosting="server_opd", klaim_integrasi="tidak")
    row = only(report_of(b))
    assert row.missing == "Aplikasi ini → Pusat Data; Aplikasi ini → SPL"
    assert row.aplikasi.kode not in row.missing


def test_an_application_inside_needs_no_step() -> None:
    b = Builder()
    b.aplikasi("SIPANDU", pemilik=b.unit("Dinas Kesehatan"), hosting="pusat_data_daerah")
    row = only(report_of(b))
    assert (row.status.state, row.missing, row.step) == ("di_pusat_data", "", "")


def test_all_units_are_listed_with_their_use() -> None:
    landscape = kabupaten_contoh()
    instansi = landscape.daftar_instansi[0]
    report = pusat_data_report(landscape, instansi)
    use = pusat_data_use(landscape, instansi.id)
    assert len(report.units) == 43
    assert [row.unit.nama for row in report.units] == sorted((row.unit.nama for row in report.units), key=str.casefold)
    for state in USE_LABELS:
        assert [row.unit for row in report.units if row.state == state] == list(getattr(use, state))
    assert report.use_line.startswith(f"{len(use.memakai)} dari 43 Perangkat Daerah")


def test_a_unit_that_sent_nothing_is_told_apart_from_one_without_applications() -> None:
    b = Builder()
    b.unit("Dinas Diam")
    b.aplikasi("SRIKANDI", nasional="srikandi", pelapor=b.unit("Dinas Pelapor"))
    silent, reporting = report_of(b).units
    assert (silent.is_silent, silent.reason) == (True, "Belum menyampaikan data.")
    assert not reporting.is_silent
    assert "miliknya sendiri" in reporting.reason


def test_findings_on_exchange_stand_beside_their_applications_and_others_do_not() -> None:
    b = Builder()
    b.aplikasi(
        "SIPANDU", pemilik=b.unit("Dinas Kesehatan"), hosting="server_opd", status="aktif", klaim_integrasi="tidak"
    )
    landscape = b.build()
    findings = run_checks(landscape).findings
    assert {"INT001", "INT004", "APL002"} <= {finding.code for finding in findings}
    report = pusat_data_report(landscape, landscape.daftar_instansi[0], findings)
    assert [note.endswith("(INT004)") for note in only(report).notes] == [True]


def test_an_empty_regency_says_so() -> None:
    report = report_of(Builder())
    assert report.headline == ("Belum ada aplikasi daerah yang beroperasi dalam catatan.",)
    assert (report.rows, report.units) == ((), ())
