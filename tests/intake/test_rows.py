"""What rows are, whose they are, and what their cells say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheet_drawing import names, only, read_drawing

from archrepo.declarations.kolom import column
from archrepo.intake.choices import ticked_choices
from archrepo.intake.personal import REMOVED, scrub, scrub_person
from archrepo.intake.records import OWNER, SheetReading
from archrepo.intake.splitting import split_names, split_references
from archrepo.intake.unit_names import is_unit_name, labelled_unit, unit_in_title, unit_of_sheet


def kinds(reading: SheetReading) -> list[tuple[int, str]]:
    return [(row.row, row.kind) for row in reading.skipped]


REGISTER = """
INVENTARIS APLIKASI DINAS KESEHATAN KABUPATEN CONTOH|<|<|<

No|Nama Aplikasi|URL|Lokasi Server
(1)|(2)|(3)|(4)
I|APLIKASI TERPUSAT||
#1|SIPD|sipd.kemendagri.go.id|Server Pusat
#2|SIMPEG|simpeg.contohkab.go.id|Kominfo

No|Nama Aplikasi|URL|Lokasi Server
#3|e-Puskesmas|epus.contohkab.go.id|Cloud
|Jumlah||#3
Keterangan: data per Desember 2024|<|<|<
Contoh, 5 Januari 2025|<|<|<
|||Kepala Dinas Kesehatan
|||
|||dr. I Made Contoh, M.Kes
|||NIP. 19800101 200501 1 001
"""


def test_rows_that_are_no_data_are_skipped_with_a_reason(tmp_path: Path) -> None:
    reading = read_drawing(tmp_path, REGISTER, opd=None)
    assert names(reading) == ["SIPD", "SIMPEG", "e-Puskesmas"]
    assert [record.row for record in reading.records] == [6, 7, 10]
    assert kinds(reading) == [
        (4, "nomor"), (5, "bagian"), (9, "judul"), (11, "jumlah"), (12, "catatan"), (13, "tanda_tangan"),
        (14, "tanda_tangan"), (16, "tanda_tangan"), (17, "tanda_tangan"),
    ]  # fmt: skip
    assert not any("Contoh, M.Kes" in row.why or "1980" in row.why for row in reading.skipped)


def test_unit_stands_in_a_title_row(tmp_path: Path) -> None:
    reading = read_drawing(tmp_path, REGISTER, opd=None)
    assert {(record.unit, record.unit_origin) for record in reading.records} == {("DINAS KESEHATAN", "judul")}
    assert reading.unit == "DINAS KESEHATAN"


def test_the_users_word_beats_the_title_row(tmp_path: Path) -> None:
    reading = read_drawing(tmp_path, REGISTER, opd="Dinas Sosial")
    assert {(record.unit, record.unit_origin) for record in reading.records} == {("Dinas Sosial", "opsi")}


def test_unit_of_a_labelled_row_and_of_a_sheet(tmp_path: Path) -> None:
    drawing = "DATA APLIKASI\nPerangkat Daerah|:|Dinas Sosial\n\nNo|Nama Aplikasi|URL\n#1|SIMPEG|x.go.id"
    assert only(read_drawing(tmp_path, drawing, opd=None)).unit == "Dinas Sosial"
    sheet = "No|Nama Aplikasi|URL\n#1|SIMPEG|x.go.id"
    record = only(read_drawing(tmp_path, sheet, sheet="Kec. Kediri", opd=None))
    assert (record.unit, record.unit_origin) == ("Kec. Kediri", "lembar")
    assert only(read_drawing(tmp_path, sheet, sheet="Sheet1", opd=None)).unit is None


def test_unit_merged_downwards(tmp_path: Path) -> None:
    drawing = "OPD|Nama Aplikasi|Status\nDinas A|SIMPEG|Aktif\n^|SIPD|Aktif\nDinas B|SIMPEG|Aktif"
    reading = read_drawing(tmp_path, drawing, opd=None)
    assert [record.unit for record in reading.records] == ["Dinas A", "Dinas A", "Dinas B"]


def test_unit_written_once_for_a_group(tmp_path: Path) -> None:
    drawing = "No|OPD|Nama Aplikasi\n#1|Dinas A|SIMPEG\n#2||SIPD\n#3|Dinas B|e-Kinerja\n#4||SRIKANDI"
    reading = read_drawing(tmp_path, drawing, opd=None)
    assert [record.unit for record in reading.records] == ["Dinas A", "Dinas A", "Dinas B", "Dinas B"]


def test_forgotten_unit_in_a_list_that_repeats_units_stays_unknown(tmp_path: Path) -> None:
    drawing = (
        "No|OPD|Nama Aplikasi\n#1|Dinas A|SIMPEG\n#2|Dinas A|SIPD\n#3||e-Kinerja\n#4|Dinas B|SRIKANDI\n#5|Dinas B|SIPD"
    )
    reading = read_drawing(tmp_path, drawing, opd=None)
    assert [record.unit for record in reading.records] == ["Dinas A", "Dinas A", None, "Dinas B", "Dinas B"]


def test_unit_in_section_rows(tmp_path: Path) -> None:
    drawing = """
No|Nama Aplikasi|URL|Status
A.|DINAS KESEHATAN||
#1|e-Puskesmas|epus.go.id|Aktif
BADAN KEUANGAN DAERAH|<|<|<
#1|SIPKD|sipkd.go.id|Aktif
|Sub Total||
"""
    reading = read_drawing(tmp_path, drawing, opd=None)
    assert [(record.unit, record.unit_origin) for record in reading.records] == [
        ("DINAS KESEHATAN", "bagian"),
        ("BADAN KEUANGAN DAERAH", "bagian"),
    ]


def test_section_that_names_a_form_is_a_hint_and_no_unit(tmp_path: Path) -> None:
    drawing = (
        "No|OPD|URL|Status\nA. WEBSITE|<|<|<\n#1|Dinas A|a.go.id|Aktif\nB. APLIKASI|<|<|<\n#1|Dinas A|b.go.id|Aktif"
    )
    reading = read_drawing(tmp_path, drawing, opd=None)
    assert [record.values["bentuk"] for record in reading.records] == ["situs_informasi", "sistem"]
    assert {record.unit for record in reading.records} == {"Dinas A"}


def test_heading_of_many_units_is_no_unit(tmp_path: Path) -> None:
    drawing = (
        "No|Nama Aplikasi|URL|Status\nDINAS|<|<|<\n#1|A|a.go.id|Aktif\nBADAN DAN RUMAH SAKIT|<|<|<\n#2|B|b.go.id|Aktif"
    )
    reading = read_drawing(tmp_path, drawing, opd=None)
    assert {record.unit for record in reading.records} == {None}


def test_host_is_the_only_name(tmp_path: Path) -> None:
    record = only(read_drawing(tmp_path, "No|URL|Posisi Server\n#1|https://Simpeg.contohkab.go.id/login|Kominfo"))
    assert record.values["nama"] == "simpeg.contohkab.go.id"
    assert record.values["nama_dari_host"] is True


def test_row_without_name_and_host_is_refused(tmp_path: Path) -> None:
    drawing = "No|Nama Aplikasi|URL|Status|Fungsi\n#1|SIMPEG|a.go.id|Aktif|x\n#2||tidak ada|Aktif|Pelayanan umum"
    reading = read_drawing(tmp_path, drawing)
    assert [(problem.row, problem.code, problem.letter) for problem in reading.refused] == [(3, "IMP030", "B")]
    assert names(reading) == ["SIMPEG"]


@pytest.mark.parametrize("word", ["tidak ada", "Nihil", "Belum ada", "TIDAK MEMILIKI APLIKASI"])
def test_unit_that_says_it_has_none(word: str, tmp_path: Path) -> None:
    drawing = f"OPD|Nama Aplikasi|URL\nDinas A|{word}|-\nDinas B|SIMPEG|x.go.id"
    reading = read_drawing(tmp_path, drawing, opd=None)
    assert reading.units_without == (("Dinas A", 2),)
    assert kinds(reading) == [(2, "tanpa_aplikasi")]
    assert not reading.refused


def test_row_that_is_not_filled_in_is_skipped(tmp_path: Path) -> None:
    reading = read_drawing(tmp_path, "No|Nama Aplikasi|URL|Status\n#1|SIMPEG|x.go.id|Aktif\n#2|-|-|-\n#3|||")
    assert names(reading) == ["SIMPEG"]
    assert {kind for _, kind in kinds(reading)} == {"tanpa_isian"}
    assert not reading.refused


def test_continued_text_stays_with_the_row_above(tmp_path: Path) -> None:
    drawing = "No|Nama Aplikasi|Fungsi|URL\n#1|SIMPEG|Mengelola data|x.go.id\n||kepegawaian daerah|\n#2|SIPD|y|z.go.id"
    reading = read_drawing(tmp_path, drawing)
    assert reading.records[0].notes["Lanjutan"] == "kepegawaian daerah"
    assert not reading.refused


def test_a_reference_on_a_line_of_its_own_stays_with_the_row_above(tmp_path: Path) -> None:
    drawing = "Nama Aplikasi|URL|Terintegrasi Dengan\nSIMPEG|simpeg.contohkab.go.id|SIASN\n||SRIKANDI"
    record = only(read_drawing(tmp_path, drawing))
    assert record.notes["Lanjutan"] == "SRIKANDI"


def test_columns_of_one_title_both_keep_their_text(tmp_path: Path) -> None:
    drawing = "Nama Aplikasi|URL|Catatan Lain|Catatan Lain\nSIMPEG|simpeg.contohkab.go.id|satu|dua"
    assert only(read_drawing(tmp_path, drawing)).notes["Catatan Lain"] == "satu; dua"


def test_text_of_unknown_columns_is_kept(tmp_path: Path) -> None:
    record = only(read_drawing(tmp_path, "No|Nama Aplikasi|URL|Warna Ikon|Keterangan\n#1|SIMPEG|x.go.id|biru|lama"))
    assert record.notes["Warna Ikon"] == "biru"


def test_bad_cell_leaves_its_field_empty_and_is_reported(tmp_path: Path) -> None:
    reading = read_drawing(tmp_path, "No|Nama Aplikasi|Tahun Pembuatan\n#1|SIMPEG|202l\n#2|SIPD|#2020\n#3|A|#2021")
    record = reading.records[0]
    assert "tahun_dibuat" not in record.values
    assert record.notes["Tahun Pembuatan"] == "202l"
    (problem,) = reading.warnings
    assert (problem.row, problem.letter, problem.column, problem.value) == (2, "C", "Tahun Pembuatan", "202l")
    assert problem.message == '"202l" bukan tahun'


def test_denied_exchange_is_a_claim(tmp_path: Path) -> None:
    drawing = "Nama Aplikasi|URL|Terintegrasi Dengan\nA|a.go.id|tidak ada\nB|b.go.id|-\nC|c.go.id|SIMPEG, SIPD RI"
    first, second, third = read_drawing(tmp_path, drawing).records
    assert first.values["klaim_integrasi"] == "tidak"
    assert "klaim_integrasi" not in second.values
    assert third.references["terintegrasi_dengan"] == ("SIMPEG", "SIPD RI")


def test_groups_of_users_are_no_units(tmp_path: Path) -> None:
    drawing = "OPD|Nama Aplikasi|Pengguna\nDinas A|X|Seluruh OPD\nDinas B|Y|Dinas C; Pegawai\nSemua OPD|Z|Masyarakat"
    first, second, third = read_drawing(tmp_path, drawing, opd=None).records
    assert first.values["kelompok_pengguna"] == "seluruh_perangkat_daerah"
    assert "pengguna" not in first.references
    assert second.references["pengguna"] == ("Dinas C",)
    assert second.notes["Pengguna"] == "Dinas C; Pegawai"
    assert third.unit != "Semua OPD"


def test_owner_column_tells_units_from_kinds_of_owner(tmp_path: Path) -> None:
    drawing = "Nama Aplikasi|Pemilik Aplikasi|URL\nX|Dinas A|x.go.id\nY|Dinas B|y.go.id\nZ|Pusat|z.go.id"
    first, _, third = read_drawing(tmp_path, drawing).records
    assert first.references["pengampu"] == ("Dinas A",)
    assert third.values["kepemilikan"] == "pusat"
    assert "pengampu" not in third.references


def test_kind_that_the_address_contradicts_is_asked(tmp_path: Path) -> None:
    word = "Aplikasi Khusus/Daerah"
    drawing = f"Nama Aplikasi|Jenis|URL\nA|{word}|a.contohkab.go.id\nSIPD|{word}|sipd.kemendagri.go.id"
    own, foreign = (reading := read_drawing(tmp_path, drawing)).records
    assert (own.values["jenis"], own.values["kepemilikan"]) == ("khusus", "daerah")
    assert foreign.values["jenis"] == "Aplikasi Khusus/Daerah"
    assert "kepemilikan" not in foreign.values
    assert [problem.code for problem in reading.warnings] == ["IMP022"]


def test_foreign_kode_needs_a_letter(tmp_path: Path) -> None:
    drawing = "Kode Aplikasi|Nama Aplikasi|URL\n#7|A|a.go.id\nAPP-7|B|b.go.id"
    first, second = read_drawing(tmp_path, drawing).records
    assert (first.kode, first.notes["Kode Aplikasi"]) == (None, "7")
    assert second.kode == "APP-7"


def test_running_number_is_never_a_kode(tmp_path: Path) -> None:
    record = only(read_drawing(tmp_path, "No|Nama Aplikasi|URL\nA1|SIMPEG|x.go.id"))
    assert record.kode is None


def test_link_on_a_shared_platform_is_a_form(tmp_path: Path) -> None:
    record = only(read_drawing(tmp_path, "No|Nama Aplikasi|URL\n#1|Survei|bit.ly/survei-kab"))
    assert record.values["bentuk"] == "formulir_tautan"


def test_ticks_give_the_title_below_which_they_stand(tmp_path: Path) -> None:
    drawing = "Nama Aplikasi|Lokasi Server|<|Status|<\n^|Diskominfo|Server OPD|Aktif|Tidak Aktif\nA|√||v|\nB||√||v"
    first, second = read_drawing(tmp_path, drawing).records
    assert (first.values["lokasi_hosting"], first.values["status"]) == ("pusat_data_daerah", "aktif")
    assert (second.values["lokasi_hosting"], second.values["status"]) == ("server_opd", "tidak_aktif")


# ---- several names in a cell


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("SIPD; SRIKANDI", ["SIPD", "SRIKANDI"]),
        ("1. SIPD\n2. SRIKANDI\n3. e-Kinerja", ["SIPD", "SRIKANDI", "e-Kinerja"]),
        ("- SIPD\n- Aplikasi Gaji", ["SIPD", "Aplikasi Gaji"]),
        ("1) SIPD 2) SRIKANDI", ["SIPD", "SRIKANDI"]),
        ("SIPD, SRIKANDI, SIMPEG dan e-Kinerja", ["SIPD", "SRIKANDI", "SIMPEG", "e-Kinerja"]),
        ("Sistem Informasi\nManajemen Kepegawaian", ["Sistem Informasi Manajemen Kepegawaian"]),
        ("SIMPEG (Sistem Informasi, Kepegawaian)", ["SIMPEG (Sistem Informasi, Kepegawaian)"]),
        ("Sistem Perencanaan, Penganggaran, dan Pelaporan", ["Sistem Perencanaan, Penganggaran, dan Pelaporan"]),
        ("SIMDA Keuangan", ["SIMDA Keuangan"]),
    ],
)
def test_names_in_one_cell(cell: str, expected: list[str]) -> None:
    split = split_names(cell)
    assert [named.name for named in split.names] == expected
    assert split.is_certain


def test_nine_applications_with_their_owners() -> None:
    cell = "Aplikasi Pusat : SIPD-RI, e-Billing Pajak, SPSE; Aplikasi Daerah : SIMPEG, e-Kinerja"
    split = split_names(cell)
    assert [(named.name, dict(named.says).get("kepemilikan")) for named in split.names] == [
        ("SIPD-RI", "pusat"),
        ("e-Billing Pajak", "pusat"),
        ("SPSE", "pusat"),
        ("SIMPEG", "daerah"),
        ("e-Kinerja", "daerah"),
    ]


def test_what_cannot_be_told_apart_stays_whole_and_is_reported(tmp_path: Path) -> None:
    drawing = (
        "Nama Aplikasi|URL\nDapodik, Aplikasi belajar untuk semua anak di desa, SIPLah|x.go.id\nSIPD; SRIKANDI|y.go.id"
    )
    reading = read_drawing(tmp_path, drawing)
    assert len(reading.records) == 3
    assert [problem.code for problem in reading.warnings] == ["IMP018"]
    assert [record.row for record in reading.records] == [2, 3, 3]
    assert all("url" not in record.values for record in reading.records[1:])


@given(st.text(max_size=120))
def test_any_name_cell_gives_names(cell: str) -> None:
    assert all(named.name == named.name.strip() for named in split_names(cell).names)


def test_references_in_one_cell() -> None:
    partners, users, services = (column("Aplikasi", name) for name in ("terintegrasi_dengan", "pengguna", "layanan"))
    assert partners is not None
    assert users is not None
    assert services is not None
    assert split_references("Dukcapil Daring, Dapodik", partners) == ("Dukcapil Daring", "Dapodik")
    assert split_references("Dinas Koperasi, Usaha Kecil dan Menengah, Dinas Sosial", users) == (
        "Dinas Koperasi, Usaha Kecil dan Menengah", "Dinas Sosial",
    )  # fmt: skip
    assert split_references("Layanan KTP, KK, dan Akta; Layanan Pindah", services) == (
        "Layanan KTP, KK, dan Akta", "Layanan Pindah",
    )  # fmt: skip


# ---- people


@pytest.mark.parametrize("place", ["Call Center", "Dinas Kesehatan", "Kepala Bidang Aptika"])
def test_who_answers_an_office_number_stays(place: str) -> None:
    assert scrub(f"{place} 081234567890") == (f"{place} [data pribadi dihapus]", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Ni Luh Contoh (0812-0000-0001)", "081234567890", "+62 812 3456 7890", "NIP. 19800101 200501 1 001",
        "198001012005011001", "5102010101800001", "510201 010180 0001", "budi@gmail.com", "Telp (0361) 811234",
        "Bapak Made Wirawan", "Ketut Rekaan, S.Kom., M.T.", "085.123.456.789", "hub. Rekaan Semata 081234567890",
    ],
)  # fmt: skip
def test_personal_data_goes(text: str) -> None:
    cleaned, removed = scrub(f"untuk akses ke {text} pada jam kerja")
    assert removed >= 1
    assert not any(
        part in cleaned
        for part in ("0812", "812 3456", "1980", "5102", "gmail", "811234", "Made", "Rekaan", "Luh", "456")
    )
    assert cleaned.startswith("untuk akses ke")
    assert cleaned.endswith("pada jam kerja")


@pytest.mark.parametrize(
    "text",
    [
        "Rp 7.320.300.000",
        "2019 2020 2021 2022",
        "http://36.95.0.10:8080/sigemas",
        "1.5.3.01.01",
        "v1.0.2",
        "kominfo@contohkab.go.id",
        "Pemantauan Ibu Hamil dan Ibu dan Anak",
        "Kepala Bidang Aptika",
        "P-Care, SATUSEHAT",
        "Sistem Informasi I dan II",
        "0001",
        "31/12/2024 10:20:30",
    ],
)
def test_what_is_not_personal_stays(text: str) -> None:
    assert scrub(text) == (text, 0)


def test_roles_stay_in_columns_of_people() -> None:
    assert scrub_person("Kepala Bidang Aptika (I Made Contoh)") == ("Kepala Bidang Aptika", 1)
    assert scrub_person("Budi Santoso / 08123456789") == ("", 2)
    assert scrub_person("Diskominfo") == ("Diskominfo", 0)


def test_people_are_gone_from_every_part_of_a_reading(tmp_path: Path) -> None:
    drawing = """
Nama Aplikasi|URL|PIC|Kontak Lain|Keterangan
SIMPEG|x.go.id|Budi Santoso|0812-3456-7890|hubungi Ni Made Contoh
SIPD|salah 081234567890|Operator|budi@yahoo.com|#5102010101800001
"""
    reading = read_drawing(tmp_path, drawing)
    shown = repr(reading)
    for part in ("Budi", "3456", "yahoo", "5102010101", "Made"):
        assert part not in shown
    assert reading.records[1].notes["PIC"] == "Operator"


@given(st.text(max_size=80))
def test_scrubbing_twice_is_scrubbing_once(text: str) -> None:
    once, _ = scrub(text)
    assert scrub(once)[0] == once


# ---- units


@pytest.mark.parametrize(
    "text",
    [
        "Dinas Kesehatan",
        "DISKOMINFO",
        "Kec. Kediri",
        "RSUD Contoh",
        "Bagian Umum",
        "Setda",
        "A. INSPEKTORAT DAERAH",
        "Puskesmas Kediri I",
    ],
)
def test_unit_names(text: str) -> None:
    assert is_unit_name(text)


@pytest.mark.parametrize(
    "text", ["SIMPEG", "Dinas", "BADAN DAN RUMAH SAKIT", "Seluruh OPD", "Website", "Semua Desa", "", "Aplikasi Dinas"]
)
def test_no_unit_names(text: str) -> None:
    assert not is_unit_name(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("INVENTARIS APLIKASI DINAS KESEHATAN KABUPATEN CONTOH TAHUN 2024", "DINAS KESEHATAN"),
        ("Data Aplikasi pada Badan Keuangan Daerah", "Badan Keuangan Daerah"),
        ("Dinas Komunikasi dan Informatika – Contoh Regency", "Dinas Komunikasi dan Informatika"),
        ("DAFTAR APLIKASI BKPSDM", "BKPSDM"),
        ("PEMERINTAH KABUPATEN CONTOH", None),
        ("Jl. Pahlawan No. 1, Kecamatan Kediri", None),
        ("Lampiran Surat Kepala Dinas Kominfo", None),
        ("DATA WEBSITE DAN APLIKASI TAHUN 2017", None),
    ],
)
def test_units_in_titles(text: str, unit: str | None) -> None:
    assert unit_in_title(text) == unit


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        (["Nama OPD : Dinas A"], "Dinas A"),
        (["PERANGKAT DAERAH", ":", "Dinas A"], "Dinas A"),
        (["Unit Kerja", "Bagian Umum"], "Bagian Umum"),
        (["No", "Nama OPD", "Status"], None),
        (["OPD"], None),
    ],
)
def test_labelled_units(cells: list[str], unit: str | None) -> None:
    assert labelled_unit(cells) == unit


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Dinkes", "Dinkes"),
        ("01. DLH", "DLH"),
        ("Kec. Kediri", "Kec. Kediri"),
        ("Sheet1", None),
        ("Lamp. I", None),
        ("Aplikasi 2024", None),
        ("Form Responses 1", None),
        ("Data OPD", None),
    ],
)
def test_units_of_sheets(name: str, unit: str | None) -> None:
    assert unit_of_sheet(name) == unit


def test_unit_that_reports_nothing_is_told_with_its_row(tmp_path: Path) -> None:
    drawing = "OPD|Nama Aplikasi|URL\nDinas A|SIMPEG|x.go.id\nDinas B|Tidak ada aplikasi yang dikelola|-"
    reading = read_drawing(tmp_path, drawing, opd=None)
    assert reading.units_without == (("Dinas B", 3),)
    assert names(reading) == ["SIMPEG"]


def test_name_that_begins_with_a_denial_is_a_name(tmp_path: Path) -> None:
    assert names(read_drawing(tmp_path, "Nama Aplikasi|URL\nTanpa Antre Online|a.go.id")) == ["Tanpa Antre Online"]


def test_as_many_addresses_as_names_go_with_them_mended(tmp_path: Path) -> None:
    reading = read_drawing(
        tmp_path, "Nama Aplikasi|URL\nSIPANDU; SIGIZI|http;//a.x.go.id, b.x.go.id\nSIKDA; SIMPUS|c.x.go.id"
    )
    assert [row.values.get("url") for row in reading.records] == ["http://a.x.go.id", "b.x.go.id", None, None]
    assert [problem.code for problem in reading.warnings] == []
    assert [row.notes for row in reading.records[2:]] == [{"URL": "c.x.go.id"}] * 2


@pytest.mark.parametrize(
    ("cell", "ticked"),
    [
        ("☑ Aktif  ☐ Tidak Aktif", "Aktif"),
        ("[ ] Ya [x] Tidak", "Tidak"),
        ("( ) Kominfo (v) OPD ( ) Vendor", "OPD"),
        ("☑ Web ☑ Mobile ☐ Desktop", "Web; Mobile"),
        ("☐ Ya ☐ Tidak", ""),
        ("(v) 2.0", None),
        ("Aplikasi (X) Contoh [v] lama", None),
        ("Aktif", None),
    ],
)
def test_boxes_in_a_cell_say_what_is_ticked(cell: str, ticked: str | None) -> None:
    assert ticked_choices(cell) == ticked


@given(st.text())
def test_any_text_has_boxes_or_none(text: str) -> None:
    assert isinstance(ticked_choices(text), str | None)


def test_short_links_of_one_unit_are_two_things(tmp_path: Path) -> None:
    drawing = "No|Alamat Web\n#1|https://bit.ly/aduan\n#2|bit.ly/survei\n#3|https://www.contohkab.go.id/a"
    assert names(read_drawing(tmp_path, drawing)) == ["bit.ly/aduan", "bit.ly/survei", "contohkab.go.id"]


def test_three_lines_of_short_names_are_names() -> None:
    lines = split_names("SILAMPAH\nBank Sampah Induk\ne-Retribusi Sampah")
    assert [named.name for named in lines.names] == ["SILAMPAH", "Bank Sampah Induk", "e-Retribusi Sampah"]
    wrapped = split_names("Sistem Informasi\nManajemen Kepegawaian\nDaerah")
    assert len(wrapped.names) == 1


def test_who_produces_a_data_set_is_its_unit(tmp_path: Path) -> None:
    drawing = "No|Nama Data|Produsen Data\n#1|Luas Panen|Dinas Pertanian\n#2|Inflasi|BPS Provinsi"
    reading = read_drawing(tmp_path, drawing, opd=None)
    assert [(row.unit, row.references.get(OWNER)) for row in reading.records] == [
        ("Dinas Pertanian", ("Dinas Pertanian",)),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        (["Kecamatan", "Marga"], "Kecamatan Marga"),
        (["Kecamatan : Marga"], "Kecamatan Marga"),
        (["Dinas", ":", "Dinas Kesehatan"], "Dinas Kesehatan"),
        (["Bagian", "1", "2"], None),
        (["Kecamatan Marga"], None),
        (["Kantor", "12"], None),
    ],
)
def test_kind_of_unit_as_a_label(cells: list[str], unit: str | None) -> None:
    assert labelled_unit(cells) == unit


def test_mail_is_taken_out_of_a_long_text_without_long_search() -> None:
    assert scrub("hubungi a.b+c@contoh.com atau dinas@contohkab.go.id")[1] == 1
    assert scrub("x" * 200_000 + "@contoh.com") == (REMOVED, 1)
    assert scrub("1" * 200_000) == ("1" * 200_000, 0)
