"""A list that comes a second time changes nothing, whoever owns what it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened, read_landscape

FORMS = {
    "data": (
        "No,Nama Data,Uraian Data,Sifat Data,Penghasil Data\n"
        "1,Data Pokok Peserta Didik,Daftar siswa per sekolah,Terbatas,Dinas Pendidikan\n"
        "2,Peta Sebaran Sekolah,Koordinat sekolah,Terbuka,Dinas Pendidikan\n"
    ),
    "layanan": (
        "No,Nama Layanan,Tujuan Layanan,Unit Pelaksana,Target Layanan,Metode Layanan\n"
        "1,Rekomendasi Bantuan Sosial,Memberi rekomendasi,Bidang Jaminan Sosial,G2C,Semi elektronik\n"
    ),
    "proses": "No,Kode RAB,Proses Bisnis,Uraian Proses Bisnis,Unit Kerja\n1,RAB.05.01,Imunisasi,Bayi,Dinkes\n",
    "server": "No,Nama Server,Unit Pengelola,Memori (GB),Kapasitas Penyimpanan\n1,DELL R740,Diskominfo,128,4 TB\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_comes_again_writes_nothing(name: str, sqlite_url: str, tmp_path: Path) -> None:
    initialise(sqlite_url, "penguji", instansi="Kabupaten Contoh", domain="contohkab.go.id")
    path = tmp_path / f"{name}.csv"
    path.write_text(FORMS[name], encoding="utf-8")
    request = ImportRequest((str(path),), opd="Dinas Sosial")
    counts = []
    for _ in range(3):
        with opened(sqlite_url) as repository:
            import_files(repository, "penguji", request, read_request(request))
        counts.append(len(read_landscape(sqlite_url)))
    assert counts == counts[:1] * 3
