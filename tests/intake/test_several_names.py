"""Several columns of names in one sheet: a column for each kind of application, or for each level of processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_drawing import names, read_drawing

from archrepo.intake.levels import level_of_parts


def said(path: Path, drawing: str, field: str) -> dict[object, object]:
    reading = read_drawing(path, drawing)
    return {record.values["nama"]: record.values.get(field) for record in reading.records}


@pytest.mark.parametrize(
    "header",
    [
        "No|Nama Aplikasi (Umum)|Nama Aplikasi (Khusus)|Keterangan",
        "No|Aplikasi Umum|Aplikasi Khusus|Keterangan",
        "No|Nama Aplikasi|<|Keterangan\n^|Umum|Khusus|^",
        "No|Nama Aplikasi|<|Keterangan\n^|Aplikasi Umum|Aplikasi Khusus|^",
    ],
)
def test_two_columns_of_names_tell_the_kind(tmp_path: Path, header: str) -> None:
    rows = "#1|SIMLUHTAN|SITANI Contoh|rutin\n#2||Contoh Tourism|\n#3|OSS RBA|tidak ada|\n#4|SIPERINTIS|-|"
    assert said(tmp_path, f"{header}\n{rows}", "jenis") == {
        "SIMLUHTAN": "umum",
        "SITANI Contoh": "khusus",
        "Contoh Tourism": "khusus",
        "OSS RBA": "umum",
        "SIPERINTIS": "umum",
    }


def test_two_columns_of_names_tell_the_owner_or_the_form(tmp_path: Path) -> None:
    owner = "No|Aplikasi Pusat|Aplikasi Daerah|Ket\n#1|SIPD|SIMPEG|\n#2|SAKTI|SIMANIS|"
    assert said(tmp_path, owner, "kepemilikan") == {
        "SIPD": "pusat",
        "SIMPEG": "daerah",
        "SAKTI": "pusat",
        "SIMANIS": "daerah",
    }
    form = "No|Nama Aplikasi|Nama Website\n#1|SIMANIS|Portal Contoh\n#2|SIPERI|Web Dinas Contoh"
    assert said(tmp_path, form, "bentuk")["Web Dinas Contoh"] == "situs_informasi"


def test_what_else_a_row_says_holds_for_both_names_but_its_address(tmp_path: Path) -> None:
    drawing = """
    Aplikasi Umum|Aplikasi Khusus|Status|URL
    SIPERI|SIMANIS|Aktif|simanis.contohkab.go.id
    |SIRAMA|Aktif|sirama.contohkab.go.id
    """
    reading = read_drawing(tmp_path, drawing)
    assert [(row.values["nama"], row.values.get("status"), row.values.get("url")) for row in reading.records] == [
        ("SIPERI", "aktif", None),
        ("SIMANIS", "aktif", None),
        ("SIRAMA", "aktif", "sirama.contohkab.go.id"),
    ]
    assert reading.records[0].notes["URL"] == "simanis.contohkab.go.id"


@pytest.mark.parametrize(
    "drawing",
    [
        "Nama Aplikasi|Nama Pengisi Formulir\nSIMANIS|Ni Putu Contoh\nSIPERI|I Made Rekaan",
        "Nama Aplikasi|Nama Pengelola Aplikasi\nSIMANIS|Ni Putu Contoh\nSIPERI|I Made Rekaan",
        "Nama Aplikasi|Aplikasi Umum\nSIMANIS|Ya\nSIPERI|Tidak",
        "Nama Aplikasi|Jenis Aplikasi\nSIMANIS|Umum\nSIPERI|Khusus",
        "Nama Aplikasi|Nama Database\nSIMANIS|db_simanis\nSIPERI|db_siperi",
        "Nama Aplikasi|Aplikasi yang Terintegrasi\nSIMANIS|SIPERI\nSIPERI|SIMANIS",
        "Nama Aplikasi|Nama OPD Pengelola Aplikasi\nSIMANIS|Dinas Kesehatan\nSIPERI|Dinas Sosial",
    ],
)
def test_other_columns_beside_the_name_name_no_application(tmp_path: Path, drawing: str) -> None:
    assert names(read_drawing(tmp_path, drawing)) == ["SIMANIS", "SIPERI"]


def test_levels_of_processes_in_columns_give_a_process_each(tmp_path: Path) -> None:
    drawing = """
    Kode|Proses Bisnis Level 0|Proses Bisnis Level 1|Proses Bisnis Level 2|Penanggung Jawab
    CTH.01|Pelayanan Kesehatan|||Dinas Kesehatan
    CTH.01.01||Pelayanan Puskesmas||Dinas Kesehatan
    CTH.01.01.01|||Pendaftaran Pasien|Dinas Kesehatan
    CTH.02|Administrasi Kependudukan|||Dinas Dukcapil
    CTH.02.01||Penerbitan KTP||Dinas Dukcapil
    """
    reading = read_drawing(tmp_path, drawing, opd=None)
    found = [(row.kode, row.values["nama"], row.references.get("induk"), row.unit) for row in reading.records]
    assert reading.kelas == "ProsesBisnis"
    assert found == [
        ("CTH.01", "Pelayanan Kesehatan", None, "Dinas Kesehatan"),
        ("CTH.01.01", "Pelayanan Puskesmas", ("Pelayanan Kesehatan",), "Dinas Kesehatan"),
        ("CTH.01.01.01", "Pendaftaran Pasien", ("Pelayanan Puskesmas",), "Dinas Kesehatan"),
        ("CTH.02", "Administrasi Kependudukan", None, "Dinas Dukcapil"),
        ("CTH.02.01", "Penerbitan KTP", ("Administrasi Kependudukan",), "Dinas Dukcapil"),
    ]


def test_levels_repeated_in_every_row_are_told_once_and_the_kode_is_that_of_the_last(tmp_path: Path) -> None:
    drawing = """
    ID Proses Bisnis|Proses Bisnis|Sub Proses Bisnis|Deskripsi
    P-1|Perizinan|Izin Usaha|menerbitkan izin
    P-2|Perizinan|Izin Bangunan|memeriksa gambar
    """
    reading = read_drawing(tmp_path, drawing)
    found = [(row.kode, row.values["nama"], row.values.get("deskripsi")) for row in reading.records]
    assert found == [
        (None, "Perizinan", None),
        ("P-1", "Izin Usaha", "menerbitkan izin"),
        ("P-2", "Izin Bangunan", "memeriksa gambar"),
    ]


@pytest.mark.parametrize(
    ("parts", "level"),
    [
        (("Proses Bisnis Level 1",), 1),
        (("Proses Bisnis", "Level 2"), 2),
        (("Peta Proses Bisnis", "L3"), 3),
        (("Nama Sub Proses",), 1),
        (("Sub Sub Proses Bisnis",), 2),
        (("Proses Bisnis",), 0),
        (("RAB Level 1",), None),
        (("Level 1",), None),
        (("Nama Aplikasi",), None),
        ((), None),
    ],
)
def test_level_that_a_title_names(parts: tuple[str, ...], level: int | None) -> None:
    assert level_of_parts(parts) == level
