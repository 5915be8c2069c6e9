"""Spellings that units write in forms of services, data, infrastructure and security."""

from __future__ import annotations

import pytest

from archrepo.declarations.kolom import column
from archrepo.intake.values import normalise


@pytest.mark.parametrize(
    ("kelas", "field", "spellings", "expected"),
    [
        ("DataInformasi", "validitas", ["1 tahun", "Setiap tahun", "Tahunan (akhir tahun)"], "tahunan"),
        ("DataInformasi", "validitas", ["6 bulan", "per semester", "Semesteran"], "enam_bulanan"),
        ("DataInformasi", "validitas", ["Setiap hari", "harian"], "harian"),
        ("DataInformasi", "validitas", ["3 bulan sekali", "Triwulanan", "TW"], "tiga_bulanan"),
        ("DataInformasi", "validitas", ["5 tahun sekali"], "lima_tahunan"),
        ("DataInformasi", "sifat", ["Bersifat terbuka", "Open Data"], "terbuka"),
        ("DataInformasi", "sifat", ["Dikecualikan", "Sangat Rahasia"], "tertutup"),
        ("DataInformasi", "jenis", ["Statistik Sektoral", "data sektoral dinas"], "statistik"),
        ("Layanan", "metode", ["Semi elektronik", "Online dan offline", "Manual dan elektronik"], "hybrid"),
        ("Layanan", "metode", ["Datang ke kantor", "Non elektronik", "manual (loket)"], "tatap_muka"),
        ("Layanan", "metode", ["Full online", "melalui website"], "elektronik"),
        ("Layanan", "target", ["Masyarakat umum", "G2C", "Warga miskin"], "masyarakat"),
        ("Layanan", "status", ["Masih berjalan", "Aktif"], "berjalan"),
        ("Server", "jenis_penggunaan", ["Database server", "DB Server", "Server Basis Data"], "basis_data"),
        ("Server", "jenis_penggunaan", ["Webserver", "Hosting website OPD"], "web"),
        ("Server", "status_kepemilikan", ["Milik Pemkab", "Milik sendiri", "Aset Pemda"], "milik_sendiri"),
        ("Server", "status_kepemilikan", ["Sewa", "Sewa Telkom", "Langganan"], "pihak_ketiga"),
        ("Server", "bentuk", ["Virtual Machine", "VM Proxmox"], "virtual"),
        ("JaringanIntra", "media", ["Fiber Optik", "FO", "kabel serat optik"], "serat_optik"),
        ("JaringanIntra", "media", ["Wireless PtP", "nirkabel"], "gelombang_mikro"),
        ("FasilitasKomputasi", "jenis", ["Ruang server kantor", "Server Room"], "pusat_komputasi"),
        ("ProgramKeamanan", "jenis", ["Bimtek keamanan informasi", "Sosialisasi"], "edukasi"),
        ("ProgramKeamanan", "jenis", ["Pentest", "ITSA BSSN"], "kerentanan"),
        ("KategorisasiSistemElektronik", "hasil", ["Kategori Tinggi", "SE Tinggi"], "tinggi"),
    ],
)  # fmt: skip
def test_spellings(kelas: str, field: str, spellings: list[str], expected: str) -> None:
    known = column(kelas, field)
    assert known is not None
    read = {text: normalise(text, known) for text in spellings}
    assert {text: outcome.value for text, outcome in read.items()} == dict.fromkeys(spellings, expected)
    assert not any(outcome.code for outcome in read.values())


@pytest.mark.parametrize(
    ("kelas", "field", "text"),
    [("DataInformasi", "validitas", "2019"), ("Layanan", "metode", "Tidak elektronik"), ("Server", "bentuk", "Baik")],
)
def test_what_says_something_else_is_kept_as_written(kelas: str, field: str, text: str) -> None:
    known = column(kelas, field)
    assert known is not None
    outcome = normalise(text, known)
    assert (outcome.value, outcome.code) == (text, "IMP010")
