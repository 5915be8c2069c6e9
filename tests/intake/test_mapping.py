"""Which column fills which field, and how sure that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_drawing import drawn_sheet, read_drawing

from archrepo.intake.class_guess import guess_class
from archrepo.intake.corrections import CorrectionError, check_corrections
from archrepo.intake.header import find_table
from archrepo.intake.mapping import ColumnMap, map_columns
from archrepo.intake.samples import samples_of
from archrepo.intake.title_patterns import patterned
from archrepo.intake.titles import title_scores


def mapped(drawing: str, *, kelas: str = "Aplikasi", corrections: tuple[tuple[str, str], ...] = ()) -> ColumnMap:
    table = find_table(drawn_sheet(drawing))
    assert table is not None
    return map_columns(table.titles, samples_of(table), kelas, corrections)


def fields(result: ColumnMap) -> dict[str, str]:
    return {use.title.text: use.column.field for use in (*result.uses, *result.sides)}


def field_of(title: str, *values: str) -> str | None:
    """Return the field that a column of that title and these values fills, beside a name column."""
    lines = [f"App {number}|{value}" for number, value in enumerate(values)]
    return fields(mapped("\n".join([f"Nama Aplikasi|{title}", *lines]))).get(title)


def test_exact_titles_with_agreeing_values_are_sure() -> None:
    result = mapped("Nama Aplikasi|Tahun Pembuatan|Lokasi Server\nA|#2020|Kominfo\nB|#2021|Server OPD")
    assert [use.shown.confidence for use in result.uses] == [0.98] * 3
    assert [use.column.field for use in result.uses] == ["nama", "tahun_dibuat", "lokasi_hosting"]


@pytest.mark.parametrize(
    ("title", "values", "field"),
    [
        ("Jenis", ("Website", "Aplikasi"), "bentuk"),
        ("Jenis", ("Umum", "Khusus"), "jenis"),
        ("Jenis Aplikasi", ("Web", "Mobile", "Desktop"), "basis"),
        ("Jenis Aplikasi", ("Aplikasi Khusus/Daerah", "Aplikasi Pusat/Umum"), "jenis"),
        ("Kategori", ("Pusat", "Daerah"), "kepemilikan"),
        ("Pemilik", ("Dinas Kesehatan", "Diskominfo"), "pemilik"),
        ("Pemilik", ("Pusat", "Daerah"), "kepemilikan"),
        ("Integrasi", ("Ya", "Belum"), "klaim_integrasi"),
        ("Integrasi", ("SIMPEG", "SIPD"), "terintegrasi_dengan"),
        ("Pengguna", ("120", "35"), "jumlah_pengguna"),
        ("Pengguna", ("Dinas Kesehatan", "RSUD Contoh"), "pengguna"),
        ("Pengguna", ("Seluruh OPD", "Masyarakat"), "pengguna"),
        ("Server", ("Kominfo", "Server OPD"), "lokasi_hosting"),
        ("Server", ("Ubuntu 20.04", "Windows Server 2016"), None),
        ("Tahun", ("2019", "2021", "2020", "2019", "2018"), "tahun_dibuat"),
        ("Tahun", ("2024", "2024", "2024", "2024", "2024"), "periode"),
        ("Status", ("Aktif", "Tidak Aktif"), "status"),
        ("Status", ("Sudah", "Belum"), "keterangan"),
        ("Penanggung Jawab", ("Dinas Kesehatan", "Diskominfo"), "pemilik"),
        ("Penanggung Jawab", ("Budi", "Sari"), "pengelola"),
        ("Alamat", ("Jl. Pahlawan 1", "Jl. Merdeka 2", "Jl. Sudirman 3"), None),
        ("Di Data Center Kominfo? (Ya/Tdk)", ("Ya", "Tdk"), "lokasi_hosting"),
        ("Kode Barang", ("1.3.2", "1.3.3"), "kode_barang"),
        ("No HP", ("0812", "0813"), "telepon"),
        ("Ruang Rapat", ("x", "y"), None),
    ],
)  # fmt: skip
def test_titles_and_values_together(title: str, values: tuple[str, ...], field: str | None) -> None:
    assert field_of(title, *values) == field


def test_claim_about_the_data_centre_is_a_note_beside_a_server_column() -> None:
    result = mapped("Nama Aplikasi|Posisi Server|Di Data Center Kominfo? (Ya/Tdk)\nA|Kominfo|Ya\nB|Diluar Kominfo|Tdk")
    assert fields(result)["Di Data Center Kominfo? (Ya/Tdk)"] == "klaim_penempatan"
    assert result.sides[0].column.kind == "catatan"


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Application Name", "nama"),
        ("Hosted On", "lokasi_hosting"),
        ("Year Built", "tahun_dibuat"),
        ("Database", "basis_data"),
        ("Apa nama aplikasi yang Saudara gunakan?", "nama"),
        ("Apakah aplikasi sudah terintegrasi dengan Pusat Data?", "klaim_integrasi"),
        ("Di mana server aplikasi ditempatkan?", "lokasi_hosting"),
        ("Terintegrasi dengan aplikasi apa saja", "terintegrasi_dengan"),
        ("Perangkat Daerah / Unit Kerja", "pelapor"),
        ("Tahun Pembutan", "tahun_dibuat"),
        ("Alamat Domain / Link Aplikasi", "url"),
    ],
)
def test_titles_without_values(title: str, field: str) -> None:
    other = "Nama Aplikasi|" if field != "nama" else ""
    assert fields(mapped(f"{other}Uraian|{title}\n"))[title] == field


def test_lower_title_alone_decides_where_it_is_known() -> None:
    result = mapped(
        "No|Nama Aplikasi|Pengguna|<|Teknis|<\n^|^|Jumlah Pengguna|Internal|Database|Framework\n#1|A|#5|x|MySQL|Laravel"
    )
    assert fields(result)["Teknis / Database"] == "basis_data"
    assert fields(result)["Teknis / Framework"] == "kerangka"
    assert fields(result)["Pengguna / Jumlah Pengguna"] == "jumlah_pengguna"


def test_two_columns_of_one_title_are_told_apart_by_their_letters() -> None:
    (problem,) = mapped("Nama Aplikasi|URL|URL\nA|a.go.id|b.go.id").problems
    assert (problem.code, problem.letter) == ("IMP050", "C")
    assert '"URL (kolom B)"' in problem.message


def test_second_column_for_a_field_is_reported() -> None:
    result = mapped("Nama Aplikasi|URL|Link\nA|a.go.id|b.go.id")
    assert [use.column.field for use in result.uses] == ["nama", "url"]
    assert [(problem.code, problem.column) for problem in result.problems] == [("IMP050", "Link")]
    assert [column.column for column in result.unknown] == ["Link"]


def test_levels_of_a_reference_code_share_a_field() -> None:
    result = mapped("Nama Layanan|RAL Level 1|RAL Level 2\nA|RAL.01|RAL.01.02", kelas="Layanan")
    assert [use.column.field for use in result.uses] == ["nama", "ral", "ral"]
    assert not result.problems


def test_ticks_below_titles_that_are_the_values() -> None:
    result = mapped("Nama Aplikasi|Lokasi Server|<\n^|Diskominfo|Server OPD\nA|√|\nB||√")
    assert [(use.column.field, use.mark) for use in result.uses[1:]] == [
        ("lokasi_hosting", "Diskominfo"),
        ("lokasi_hosting", "Server OPD"),
    ]


def test_address_column_is_found_by_its_values() -> None:
    assert field_of("Xyzzy", "a.go.id", "b.go.id", "c.go.id") == "url"
    assert field_of("Xyzzy", "satu", "dua", "tiga") is None


def test_own_export_is_recognised_by_its_field_names() -> None:
    result = mapped("kode|nama|status|penempatan|sumber\nDAA-1|SIMPEG|aktif|di_dalam|a.xlsx!A!2")
    assert result.is_own_export
    assert {use.confidence for use in result.uses} == {1.0}
    assert {use.column.field for use in result.uses if use.column.computed} == {"penempatan", "sumber"}


def test_corrections_win() -> None:
    drawing = "Nama Aplikasi|Tempat|URL\nA|Kominfo|a.go.id"
    result = mapped(drawing, corrections=(("tempat", "lokasi_hosting"), ("URL", "-")))
    assert fields(result)["Tempat"] == "lokasi_hosting"
    assert "url" not in result.by_field


def test_correction_to_an_unknown_field_names_the_nearest() -> None:
    with pytest.raises(CorrectionError, match="lokasi_hosting"):
        check_corrections([("Tempat", "lokasi_hostig")])
    check_corrections([("Tempat", "lokasi_hosting"), ("Ket", "-")])


@pytest.mark.parametrize(
    ("header", "sheet", "layer", "kelas"),
    [
        ("No|Nama Aplikasi|URL", "Sheet1", None, "Aplikasi"),
        ("No|Nama Layanan|Target Layanan|Metode Layanan", "Sheet1", None, "Layanan"),
        ("No|Nama Data|Sifat Data|Jenis Data", "Sheet1", None, "DataInformasi"),
        ("No|Nama|Keterangan", "Data dan Informasi", None, "DataInformasi"),
        ("No|Nama Server|RAM|Processor", "Sheet1", None, "Server"),
        ("Nama Proses Bisnis|RAB Level 1|Perangkat Daerah", "Sheet1", None, "ProsesBisnis"),
        ("Dari Aplikasi|Ke Aplikasi|Jalur", "Sheet1", None, "Integrasi"),
        ("Nama|Perangkat Daerah|Tujuan", "Sheet1", "layanan", "Layanan"),
        ("Nama|Keterangan", "Sheet1", None, "Aplikasi"),
        ("Judul|Pencipta|Tahun Perolehan|Harga", "ATB", None, "Aplikasi"),
    ],
)
def test_class_of_a_sheet(header: str, sheet: str, layer: str | None, kelas: str) -> None:
    table = find_table(drawn_sheet(header + "\nx|y|z|w", sheet))
    assert table is not None
    assert guess_class(table.titles, sheet, "", layer) == kelas


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Tempat Penyimpanan Data / Server", "lokasi_hosting"),
        ("Server yang dipakai saat ini", "lokasi_hosting"),
        ("Nama Sistem Informasi yang Dimiliki OPD", "nama"),
        ("Uraian Barang", "nama"),
        ("Nama Dinas / Badan", "pelapor"),
        ("Badan/Dinas/Bagian", "pelapor"),
        ("Perangkat Daerah yang Mengampu (Pengampu)", "pemilik"),
        ("Nama Penanggung Jawab Aplikasi", "pengelola"),
        ("Keterangan Aktif/Tidak Aktif", "status"),
        ("Apakah masih dipakai sampai sekarang?", "status"),
        ("Alamat Akses Aplikasi", "url"),
        ("Tahun berapa mulai dipakai", "tahun_dibuat"),
        ("Keamanan (SSL)", "catatan_teknis"),
        ("Bila ya, terintegrasi dengan apa?", "terintegrasi_dengan"),
    ],
)
def test_title_that_nobody_declared_is_read_by_its_words(title: str, field: str) -> None:
    meant = patterned(title)
    assert meant is not None
    assert meant.field == field


def test_words_of_a_title_go_before_its_likeness() -> None:
    scores = title_scores("Nama Dinas", "Aplikasi")
    assert max(scores, key=lambda name: scores[name][1]) == "pelapor"


def test_status_that_is_answered_with_yes_and_no(tmp_path: Path) -> None:
    drawing = "Nama Aplikasi|Masih Digunakan?|URL\nA|Ya|a.go.id\nB|Tidak|b.go.id\nC||c.go.id"
    assert [row.values.get("status") for row in read_drawing(tmp_path, drawing).records] == [
        "aktif",
        "tidak_aktif",
        None,
    ]


def test_marks_of_an_asset_card_are_no_state_of_an_application(tmp_path: Path) -> None:
    reading = read_drawing(
        tmp_path, "No|Uraian Barang|Tahun|Kondisi\n#1|SIMDA|2019|B\n#2|SIPD|2021|RB\n#3|SIKDA|2022|KB"
    )
    assert [row.values.get("status") for row in reading.records] == [None, None, None]
    assert [row.notes["Kondisi"] for row in reading.records] == ["B", "RB", "KB"]


TICKS = """
No|Nama Aplikasi|Jenis Layanan|<|Penempatan Server|<|<|Status|<
^|^|Adm. Pemerintahan|Publik|Data Center Kominfo|Server OPD|Cloud / Hosting Luar|Aktif|Tidak Aktif
#1|SIMANIS||√|√|||√|
#2|SIPERI|√|||√|||√
|JUMLAH|#1|#1|#1|#1|#0|#1|#1
"""


def test_ticks_below_titles_are_read_beside_a_total(tmp_path: Path) -> None:
    first, second = (record.values for record in read_drawing(tmp_path, TICKS).records)
    assert (first["sasaran"], first["lokasi_hosting"], first["status"]) == (
        "layanan_publik",
        "pusat_data_daerah",
        "aktif",
    )
    assert (second["sasaran"], second["lokasi_hosting"], second["status"]) == (
        "administrasi",
        "server_opd",
        "tidak_aktif",
    )


def test_ticked_neighbours_need_no_title_above_them() -> None:
    def marks(titles: str, *rows: str) -> dict[str, str | None]:
        lines = [f"#{number}|App {number}|{row}" for number, row in enumerate(rows)]
        uses = mapped("\n".join([f"No|Nama Aplikasi|{titles}", *lines])).uses
        return {use.title.text: use.mark for use in uses if use.column.field != "nama"}

    assert marks("Aktif|Tidak Aktif", "v|", "|v", "v|") == {"Aktif": "Aktif", "Tidak Aktif": "Tidak Aktif"}
    assert set(marks("Aktif|Tidak Aktif", "v|v", "v|v").values()) == {None}
    assert marks("Aktif|Terintegrasi", "v|", "|v") == {"Aktif": None, "Terintegrasi": None}


@pytest.mark.parametrize(
    ("title", "values", "field"),
    [
        ("Apa nama aplikasi yang dikelola oleh unit kerja Anda?", ("SIMANIS", "SIPERI"), "nama"),
        ("Sebutkan nama aplikasi yang terintegrasi dengannya", ("SIMANIS", "SIPERI"), "terintegrasi_dengan"),
        ("Nama pengelola aplikasi", ("Budi Contoh", "Ani Contoh"), "pengelola"),
        ("Sistem Penyimpanan", ("VPS Kominfo", "Google Cloud"), "lokasi_hosting"),
        ("Ditempatkan di", ("Kominfo", "Server RSUD"), "lokasi_hosting"),
        ("Connected to Data Center", ("Yes", "No"), "klaim_integrasi"),
        ("Seberapa sering aplikasi ini digunakan?", ("Setiap hari", "Jarang"), "status"),
    ],
)
def test_titles_of_forms(title: str, values: tuple[str, ...], field: str) -> None:
    lines = [f"#{number}|https://a{number}.contohkab.go.id|Web|{value}" for number, value in enumerate(values)]
    assert fields(mapped("\n".join([f"No|URL|Basis Aplikasi|{title}", *lines])))[title] == field


def test_kind_of_goods_gives_way_to_what_they_are_called() -> None:
    header = "Nama Barang|Judul / Pencipta|<\n^|Judul|Pencipta"
    card = f"{header}\nSoftware|Aplikasi Arsip|CV Contoh\nSoftware|Sistem Pasar|PT Contoh"
    assert fields(mapped(card))["Judul / Pencipta / Judul"] == "nama"


def test_column_of_kinds_names_where_no_other_does() -> None:
    titled = "No|Jenis Aplikasi/ Sistem Informasi|Kegunaan|Lokasi Server\n#1|SIKEPO|kependudukan|Kominfo"
    assert fields(mapped(titled))["Jenis Aplikasi/ Sistem Informasi"] == "nama"


@pytest.mark.parametrize(
    ("values", "field"), [(("Dinas Sosial", "Dinas Pasar"), "pemilik"), (("Budi", "Ani"), "pengelola")]
)
def test_who_answers_for_a_process_is_a_unit_or_a_person(values: tuple[str, str], field: str) -> None:
    drawing = f"Nama Proses Bisnis|Penanggung Jawab\nPerizinan|{values[0]}\nPengaduan|{values[1]}"
    assert fields(mapped(drawing, kelas="ProsesBisnis"))["Penanggung Jawab"] == field
