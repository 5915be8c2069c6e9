# fmt: off
# ruff: noqa: E501 - a row of a sheet stays on one line here, as it does in the sheet
"""The workbook of the ten kecamatan: one sheet each, no two with the same columns, words or header row."""

from typing import NamedTuple

from .tabel import Baris, tabel


class LembarKecamatan(NamedTuple):
    """One sheet: ``judul`` are its title rows, ``kolom`` pairs a key of the table with the header as written."""

    unit: str
    nama_lembar: str
    judul: tuple[str, ...]
    kolom: tuple[tuple[str, str], ...]
    baris: tuple[Baris, ...]
    kosong_sebelum_judul_kolom: int = 1


PETUNJUK = (
    "PETUNJUK PENGISIAN",
    "1. Tulis seluruh aplikasi yang dipakai di kecamatan, baik buatan pusat maupun daerah.",
    "2. Satu baris untuk satu aplikasi.",
    "3. Lembar dikirim kembali ke Dinas Komunikasi dan Informatika paling lambat akhir bulan.",
)

KECAMATAN = (
    LembarKecamatan(
        "kec_tabanan", "Tabanan",
        ("DAFTAR APLIKASI YANG DIGUNAKAN", "KECAMATAN TABANAN", "TAHUN 2025"),
        (("no", "No"), ("nama", "Nama Aplikasi"), ("guna", "Kegunaan"), ("url", "Alamat Website"), ("server", "Lokasi Server"), ("status", "Status")),
        tabel("""
app | nama | guna | url | server | status
simpeg | SIMPEG | Data pegawai | simpeg.tabanankab.go.id | Server Diskominfo | Aktif
sipd | SIPD RI | Penatausahaan keuangan | sipd-ri.kemendagri.go.id | Server Pusat | Aktif
e_presensi | E Presensi | Absensi pegawai | presensi.tabanankab.go.id | Server Diskominfo | Aktif
prodeskel | Prodeskel | Profil desa dan kelurahan | prodeskel.binapemdes.kemendagri.go.id | Kementerian | Aktif
epdeskel | Epdeskel | Evaluasi perkembangan desa dan kelurahan | epdeskel.binapemdes.kemendagri.go.id | Kementerian | Aktif
paten_tabanan | PATEN Kecamatan Tabanan | Pelayanan administrasi terpadu kecamatan | paten.tabanankab.go.id | Server OPD | Aktif
e_rtrw | e-Surat Pengantar | Surat pengantar kelurahan | | Hosting | Tidak Aktif
"""),
    ),
    LembarKecamatan(
        "kec_kediri", "Kediri",
        ("PEMERINTAH KABUPATEN TABANAN", "KECAMATAN KEDIRI", "Inventarisasi aplikasi tahun 2025"),
        (("nama", "APLIKASI"), ("server", "SERVER"), ("url", "LINK"), ("guna", "FUNGSI"), ("status", "KONDISI APLIKASI"), ("ket", "KET.")),
        tabel("""
app | nama | server | url | guna | status | ket
simpeg | SIMPEG~ | Diskominfo | http://simpeg.tabanankab.go.id | Kepegawaian | aktif |
sipd | SIPD | Server Pusat | sipd.kemendagri.go.id | Perencanaan dan keuangan | aktif |
srikandi | Srikandi | Server Pusat | srikandi.layanan.go.id | Persuratan | aktif |
idm | IDM | Server Pusat | idm.kemendesa.go.id | Indeks Desa Membangun | aktif |
siskeudes | Siskeudes | PC | Aplikasi yang diinstal | Keuangan desa | aktif | Dipasang di kantor desa
paten_kediri | PATEN Kediri | VPS | paten.kediri.tabanankab.go.id | Pelayanan administrasi terpadu kecamatan | naktif |
web_builder | Web Builder Kecamatan Kediri | Hosting | | Situs kecamatan dari Website Builder | naktif | Tidak diperbarui
buku_tamu | Buku Tamu Digital | | bit.ly/contoh-tamu-kediri | Daftar tamu | nonaktif | Google Form
"""),
        2,
    ),
    LembarKecamatan(
        "kec_kerambitan", "Kec. Krambitan",
        ("INVENTARIS APLIKASI",),
        (("no", "Nomor"), ("guna", "Uraian"), ("nama", "Nama Sistem Informasi"), ("status", "Status Pemakaian"), ("url", "URL")),
        tabel("""
app | guna | nama | status | url
simpeg | Data kepegawaian daerah | SIMPEG | Masih digunakan | simpeg.tabanankab.go.id
e_presensi | Daftar hadir | E-Presensi | Masih digunakan | https://presensi.tabanankab.go.id
prodeskel | Profil desa | e-prodeskel | Masih digunakan | prodeskel.binapemdes.kemendagri.go.id
siskeudes | Keuangan desa | SISKEUDES Online | Masih digunakan |
djp_online | Laporan pajak | DJP Online | Masih digunakan | djponline.pajak.go.id
elhkpn | Laporan harta kekayaan | LJKPN | Masih digunakan | elhkpn.kpk.go.id
"""),
    ),
    LembarKecamatan(
        "kec_marga", "MARGA",
        ("FORMAT PENDATAAN APLIKASI PERANGKAT DAERAH", "Unit Kerja : Kecamatan Marga"),
        (("no", "No."), ("nama", "Nama Aplikasi"), ("jenis", "Jenis"), ("pemilik", "Kepemilikan"), ("guna", "Fungsi Utama"), ("status", "Status")),
        tabel("""
app | nama | jenis | pemilik | guna | status
sipd | SIPD-RI | Aplikasi | Pusat | Penatausahaan keuangan | Aktif
srikandi | SRIKANDI | Aplikasi | Pusat | Surat menyurat | Aktif
prodeskel | Prodeskel | Aplikasi | Pusat | Profil desa/kelurahan | Aktif
epdeskel | Epedeskel | Aplikasi | Pusat | Tingkat perkembangan desa | Aktif
idm | IDM Kemendesa | Aplikasi | Pusat | Indeks desa membangun | Aktif
paten_marga | PATEN Marga | Aplikasi | Daerah | Pelayanan administrasi terpadu kecamatan | Tidak digunakan
siak | SIAK | Aplikasi | Pusat | Administrasi kependudukan | Aktif
"""),
        2,
    ),
    LembarKecamatan(
        "kec_penebel", "Penebel",
        ("KECAMATAN PENEBEL KABUPATEN TABANAN", "DAFTAR APLIKASI"),
        (("no", "No"), ("nama", "Nama Aplikasi"), ("deskripsi", "Deskripsi"), ("pengampu", "OPD Pengampu"), ("url", "Domain"), ("hosting", "Hosting"), ("integrasi", "Terintegrasi")),
        tabel("""
app | nama | deskripsi | pengampu | url | hosting | integrasi
simpeg | Simpeg Tabanan | Sistem informasi kepegawaian | BKPSDM | simpeg.tabanankab.go.id | Kominfo | Ya
e_presensi | EPRESENSI | Presensi pegawai | | presensi.tabanankab.go.id | Kominfo | Ya
sipd | SIPD | Keuangan daerah | Kemendagri | | | Ya
srikandi | SRIKANDI | Persuratan elektronik | ANRI | srikandi.arsip.go.id | | -
opensid | OpenSID Desa se-Kecamatan Penebel | Administrasi desa | Desa | | VPS | Tidak
web_builder | Website Builder Kec. Penebel | Situs kecamatan | | webbuilder.tabanankab.go.id/penebel | Kominfo | Tidak
"""),
    ),
    LembarKecamatan(
        "kec_baturiti", "Baturiti",
        ("DATA APLIKASI KECAMATAN BATURITI", "Keadaan bulan Agustus 2025"),
        (("status", "Status Aplikasi"), ("nama", "Nama Aplikasi"), ("url", "Link"), ("tahun", "Tahun Mulai Digunakan"), ("ket", "Keterangan")),
        tabel("""
app | status | nama | url | tahun | ket
simpeg | Aktif | SIMPEG | simpeg.tabanankab.go.id | 2016 |
sipd | Aktif | SIPD RI | sipd-ri.kemendagri.go.id | 2021 |
prodeskel | Aktif | Prodeskel | prodeskel.binapemdes.kemendagri.go.id | - |
idm | Aktif | IDM | idm.kemendesa.go.id | - | Sejak 2024 menjadi Indeks Desa
sirup | Aktif | Sirup LKPP | sirup.lkpp.go.id | 2017 |
pasar_baturiti | Tidak bisa dibuka | Info Harga Sayur Baturiti | hargasayur.example | 2016 - sekarang | Harga sayur pasar Baturiti
"""),
        3,
    ),
    LembarKecamatan(
        "kec_pupuan", "Pupuan",
        ("KECAMATAN PUPUAN", "REKAP APLIKASI"),
        (("no", "No"), ("nama", "Nama Aplikasi"), ("guna", "Kegunaan"), ("platform", "Platform"), ("hosting", "Tempat penyimpanan server"), ("status", "Status")),
        tabel("""
app | nama | guna | platform | hosting | status
simpeg | SIMPEG Kabupaten Tabanan | Kepegawaian | Web | Server Kominfo | Aktif
srikandi | SRIKANDI Live | Arsip dinamis | Web | Server Pusat | Aktif
e_presensi | e-Presensi Kab. Tabanan | Kehadiran | Android | Server Kominfo | Aktif
paten_pupuan | PATEN Pupuan | Pelayanan administrasi terpadu kecamatan | Desktop | PC | Aktif
siskeudes | Siskeudes | Keuangan desa | Desktop | PC | Aktif
"""),
    ),
    LembarKecamatan(
        "kec_selemadeg", "Selemadeg",
        ("DAFTAR APLIKASI", "Kecamatan Selemadeg"),
        (("no", "No"), ("nama", "Judul"), ("guna", "Deskripsi Singkat Aplikasi"), ("url", "Alamat Domain / Link Aplikasi"), ("status", "Status")),
        tabel("""
app | nama | guna | url | status
sipd | SIPD | Keuangan | sipd.kemendagri.go.id | Aktif
prodeskel | Prodeskel | Profil desa | prodeskel.kemendagri.go.id | Aktif
epdeskel | EPDESKEL | Evaluasi desa | epdeskel.binapemdes.kemendagri.go.id | Aktif
myasn | SIASN | Data mandiri ASN | myasn.bkn.go.id | Aktif
sp4n | LAPOR! | Pengaduan masyarakat | lapor.go.id | Aktif
"""),
    ),
    LembarKecamatan(
        "kec_selemadeg_timur", "Seltim",
        ("KECAMATAN SELEMADEG TIMUR", "DAFTAR APLIKASI TAHUN 2025"),
        (("no", "No"), ("nama", "Aplikasi"), ("pemilik", "Pemilik"), ("url", "URL"), ("server", "Posisi Server"), ("guna", "Keterangan")),
        tabel("""
app | nama | pemilik | url | server | guna
e_presensi | Presensi Online | Daerah | presensi.tabanankab.go.id | Kominfo | Kehadiran ASN
sipd | SIPD RI | Pusat | sipd-ri.kemendagri.go.id | | Penatausahaan
idm | IDM | Pusat | idm.kemendesa.go.id | | Indeks desa
prodeskel | Prodeskel | Pusat | prodeskel.binapemdes.kemendagri.go.id | | Profil desa
omspan | OMSPAN | Pusat | spanint.kemenkeu.go.id | | Dana desa
web_builder | Website Builder Selemadeg Timur | Daerah | webbuilder.tabanankab.go.id/seltim | Kominfo | Situs kecamatan
"""),
    ),
    LembarKecamatan(
        "kec_selemadeg_barat", "Selbar",
        ("KANTOR CAMAT SELEMADEG BARAT", "Aplikasi yang dipakai"),
        (("no", "No"), ("nama", "Nama Aplikasi"), ("guna", "Kegunaan"), ("jenis", "Jenis Aplikasi"), ("status", "Kondisi Aplikasi")),
        tabel("""
app | nama | guna | jenis | status
sipd | SIPD-RI | Keuangan | Aplikasi Pusat/Umum | Aktif
srikandi | SRIKANDI | Persuratan | Aplikasi Pusat/Umum | Aktif
epdeskel | Epdeskel | Evaluasi Perkembangan Desa dan Kelurahan | Aplikasi Pusat/Umum | Aktif
paten_selbar | PATEN Selbar | Pelayanan administrasi terpadu kecamatan | Aplikasi Khusus/Daerah | Dalam Pengembangan
- | tidak ada | | |
"""),
    ),
)
