# ruff: noqa: E501 - a drawn row, and what is expected of it, stands on one line
"""Forms of the domains other than applications, as a regency's units send them, with the rows that they say.

Each form is drawn as text (see ``sheet_drawing``); what is expected of it was written down before it was first read. Three
expectations were changed afterwards, where the metamodel says otherwise: an SOP is a Regulasi, a weighing of a system
is a KategorisasiSistemElektronik, and a thing that is called by its kind alone gets its brand beside that word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """An element that a form tells of: its name, fields by name, texts that name others, and texts kept as notes."""

    nama: str
    values: Mapping[str, object] = field(default_factory=dict)
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """One form: its sheets by name, the class of its rows, and the rows; ``dropped`` is text of people that must go."""

    name: str
    sheets: Mapping[str, str]
    kelas: str
    rows: tuple[Row, ...]
    dropped: tuple[str, ...] = ()


SATU_DATA = Form(
    "daftar data Satu Data",
    {
        "Daftar Data": """
DAFTAR DATA PRIORITAS SATU DATA INDONESIA TINGKAT KABUPATEN|<|<|<|<|<|<|<|<|<|<|<
DINAS KESEHATAN KABUPATEN CONTOH TAHUN 2025|<|<|<|<|<|<|<|<|<|<|<

No|Kode Referensi|Nama Data|Konsep|Definisi|Satuan|Produsen Data|Walidata|Sifat Data|Jadwal Pemutakhiran|Jenis Data|Format Data
(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)|(11)|(12)
#1|DKES-01|Jumlah Kunjungan Puskesmas|Kunjungan|Banyaknya kunjungan pasien|Kunjungan|Dinas Kesehatan|Dinas Kominfo|Terbuka|Setiap bulan|Statistik Sektoral|XLSX
#2|DKES-02|Cakupan Imunisasi Dasar|Imunisasi|Persentase bayi yang diimunisasi lengkap|Persen|Dinas Kesehatan|Dinas Kominfo|Terbuka|1 tahun|Statistik Sektoral|XLSX
#3|DKES-03|Data Penderita TBC|Penderita|Daftar penderita per kecamatan|Orang|Dinas Kesehatan|Dinas Kominfo|Terbatas|Per triwulan|Statistik Sektoral|CSV
#4|DKES-04|Peta Sebaran Faskes|Faskes|Titik koordinat fasilitas kesehatan|Titik|Dinas Kesehatan|Dinas Kominfo|Terbuka|2 tahun sekali|Geospasial|SHP
||Jumlah data: 4|||||||||
""",
    },
    "DataInformasi",
    (
        Row("Jumlah Kunjungan Puskesmas", {"sifat": "terbuka", "validitas": "bulanan", "jenis": "statistik"}, {"produsen": ("Dinas Kesehatan",), "wali_data_id": ("Dinas Kominfo",)}, ("Kunjungan", "XLSX")),
        Row("Cakupan Imunisasi Dasar", {"sifat": "terbuka", "validitas": "tahunan", "jenis": "statistik"}, {"produsen": ("Dinas Kesehatan",)}, ("Persen",)),
        Row("Data Penderita TBC", {"sifat": "terbatas", "validitas": "tiga_bulanan"}, {}, ("Orang", "CSV")),
        Row("Peta Sebaran Faskes", {"validitas": "dua_tahunan", "jenis": "geospasial"}, {}, ("SHP",)),
    ),
)  # fmt: skip

PETA_PROSES = Form(
    "peta proses bisnis",
    {
        "Probis": """
PETA PROSES BISNIS PEMERINTAH KABUPATEN CONTOH|<|<|<|<|<
No|Nama Proses Bisnis|Kategori|Level|Perangkat Daerah Penanggung Jawab|Produk/Layanan
|||||
#1|Perencanaan Pembangunan Daerah|Manajemen|#1|Bappeda|Dokumen RKPD
#2|Pelayanan Kesehatan Rujukan|Inti|#1|Dinas Kesehatan|Layanan rujukan
#3|Pengelolaan Kepegawaian|Pendukung|#1|BKPSDM|SK pegawai
""",
    },
    "ProsesBisnis",
    (
        Row("Perencanaan Pembangunan Daerah", {"jenis": "manajemen"}, {"pengampu": ("Bappeda",), "layanan": ("Dokumen RKPD",)}),
        Row("Pelayanan Kesehatan Rujukan", {"jenis": "inti"}, {"pengampu": ("Dinas Kesehatan",), "layanan": ("Layanan rujukan",)}),
        Row("Pengelolaan Kepegawaian", {"jenis": "pendukung"}, {"pengampu": ("BKPSDM",), "layanan": ("SK pegawai",)}),
    ),
)  # fmt: skip

SOP = Form(
    "daftar SOP",
    {
        "SOP Dinsos": """
DAFTAR STANDAR OPERASIONAL PROSEDUR (SOP)|<|<|<|<
DINAS SOSIAL|<|<|<|<
No|Nama SOP|Nomor SOP|Tanggal Penetapan|Status
1|SOP Pelayanan Rekomendasi Bansos|065/01/2024|12/01/2024|Berlaku
2|SOP Penanganan Pengaduan|065/02/2024|15/02/2024|Berlaku
3|SOP Verifikasi Data Kemiskinan|065/03/2023|10/03/2023|Perlu reviu
""",
    },
    "Regulasi",
    (
        Row("SOP Pelayanan Rekomendasi Bansos", {"nomor": "065/01/2024", "tahun": 2024, "status": "berlaku"}),
        Row("SOP Penanganan Pengaduan", {"nomor": "065/02/2024", "status": "berlaku"}, {}, ("15/02/2024",)),
        Row("SOP Verifikasi Data Kemiskinan", {"nomor": "065/03/2023", "status": "Perlu reviu"}),
    ),
)  # fmt: skip

STANDAR_PELAYANAN = Form(
    "standar pelayanan",
    {
        "Standar Pelayanan": """
REKAPITULASI STANDAR PELAYANAN PUBLIK|<|<|<|<|<|<|<
DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU|<|<|<|<|<|<|<

No|Jenis Pelayanan|Persyaratan|Jangka Waktu|Biaya/Tarif|Produk Pelayanan|Pengguna Layanan|Cara Layanan
1|Izin Praktik Dokter|STR, KTP, pas foto|5 hari kerja|Gratis|Surat Izin Praktik|Masyarakat|Online
2|Persetujuan Bangunan Gedung|Gambar rencana, KRK|28 hari kerja|Sesuai Perda|Dokumen PBG|Pelaku usaha|Online dan offline
3|Izin Penelitian|Proposal|2 hari kerja|Gratis|Surat rekomendasi|Masyarakat|Datang langsung
""",
    },
    "Layanan",
    (
        Row("Izin Praktik Dokter", {"target": "masyarakat", "metode": "elektronik"}, {}, ("STR, KTP, pas foto", "5 hari kerja", "Gratis", "Surat Izin Praktik")),
        Row("Persetujuan Bangunan Gedung", {"target": "usaha", "metode": "hybrid"}, {}, ("28 hari kerja",)),
        Row("Izin Penelitian", {"target": "masyarakat", "metode": "tatap_muka"}, {}, ("2 hari kerja",)),
    ),
)  # fmt: skip

BANDWIDTH = Form(
    "jaringan dan bandwidth",
    {
        "Jaringan": """
DAFTAR JARINGAN INTERNET PERANGKAT DAERAH TAHUN 2025|<|<|<|<|<|<
No|Lokasi Titik|Bandwidth|Jenis Koneksi|Media|Penyedia|Status Kepemilikan
#1|Kantor Dinas Kesehatan|100 Mbps|Internet dedicated|Fiber Optik|PT Telkom|Sewa
#2|Kantor Bappeda|1 Gbps|Metro Ethernet|FO|Icon Plus|Sewa
#3|Kecamatan Utara|20 Mbps|Internet broadband|Wireless|PT Telkom|Sewa
#4|Puskesmas Selatan|10|VPN IP|Radio link|Diskominfo|Milik Pemkab
""",
    },
    "JaringanIntra",
    (
        Row("Kantor Dinas Kesehatan", {"bandwidth": 100, "jenis": "internet", "media": "serat_optik", "nama_pemilik": "PT Telkom", "status_kepemilikan": "pihak_ketiga"}),
        Row("Kantor Bappeda", {"bandwidth": 1000, "jenis": "intranet", "media": "serat_optik", "nama_pemilik": "Icon Plus"}),
        Row("Kecamatan Utara", {"bandwidth": 20, "jenis": "internet", "media": "gelombang_mikro"}),
        Row("Puskesmas Selatan", {"bandwidth": 10, "jenis": "intranet", "media": "gelombang_mikro", "status_kepemilikan": "milik_sendiri"}),
    ),
)  # fmt: skip

KIB_B = Form(
    "KIB B peralatan server",
    {
        "KIB B": """
KARTU INVENTARIS BARANG (KIB) B|<|<|<|<|<|<|<|<
PERALATAN DAN MESIN - SERVER|<|<|<|<|<|<|<|<
No|Kode Barang|Nama Barang|Nomor Register|Merk/Type|Tahun Pembelian|Asal Usul|Harga|Kondisi
^|^|^|^|^|^|^|^|^
#1|1.3.2.10.01.02.001|Server|0001|HP ProLiant DL380 Gen10|#2020|APBD|Rp 120.000.000|Baik
#2|1.3.2.10.01.02.001|Server|0002|Dell PowerEdge R740|#2021|APBD|Rp 150.000.000|Kurang Baik
#3|1.3.2.10.01.02.001|Server|0003|Lenovo SR650|#2022|Hibah|Rp 98.500.000|Baik
|Jumlah||||||Rp 368.500.000|
""",
    },
    "Server",
    (
        Row("Server HP ProLiant DL380 Gen10", {}, {}, ("0001", "Baik", "2020")),
        Row("Server Dell PowerEdge R740", {}, {}, ("0002", "Kurang Baik")),
        Row("Server Lenovo SR650", {}, {}, ("0003", "Hibah")),
    ),
)  # fmt: skip

KATEGORISASI = Form(
    "kategorisasi sistem elektronik",
    {
        "Kategori SE": """
HASIL KATEGORISASI SISTEM ELEKTRONIK|<|<|<|<|<
No|Nama Sistem Elektronik|Pemilik|Hasil Penilaian|<|Tanggal Penetapan Kategori
^|^|^|Skor|Kategori|^
#1|SIMPEG Terpadu|BKPSDM|#28|Tinggi|05/03/2025
#2|e-Cuti|BKPSDM|#12|Rendah|05/03/2025
#3|SIMRS|RSUD|#37|Strategis|06/03/2025
""",
    },
    "KategorisasiSistemElektronik",
    (
        Row("SIMPEG Terpadu", {"skor": 28, "hasil": "tinggi", "tanggal": "2025-03-05"}, {"aplikasi_id": ("SIMPEG Terpadu",), "pengampu": ("BKPSDM",)}),
        Row("e-Cuti", {"skor": 12, "hasil": "rendah", "tanggal": "2025-03-05"}, {"aplikasi_id": ("e-Cuti",)}),
        Row("SIMRS", {"skor": 37, "hasil": "strategis", "tanggal": "2025-03-06"}, {"pengampu": ("RSUD",)}),
    ),
)  # fmt: skip

KEGIATAN_KEAMANAN = Form(
    "kegiatan keamanan informasi",
    {
        "Keamanan": """
REKAP KEGIATAN KEAMANAN INFORMASI|<|<|<|<|<
PERSANDIAN DISKOMINFO|<|<|<|<|<
No|Nama Kegiatan|Objek Keamanan|Tanggal Kegiatan|Aplikasi Terkait|Hasil
1|Bimtek Kesadaran Keamanan Siber|Edukasi|14 Februari 2025|-|120 peserta
2|Pentest SIMPEG|Uji kerentanan|03/06/2025|SIMPEG Terpadu|2 temuan tinggi
3|Penanganan deface laman DPRD|Insiden|20-07-2025|Laman DPRD|Pulih dalam 4 jam
""",
    },
    "ProgramKeamanan",
    (
        Row("Bimtek Kesadaran Keamanan Siber", {"jenis": "edukasi", "tanggal": "2025-02-14", "hasil": "120 peserta"}),
        Row("Pentest SIMPEG", {"jenis": "kerentanan", "tanggal": "2025-06-03"}, {"aset": ("SIMPEG Terpadu",)}),
        Row("Penanganan deface laman DPRD", {"jenis": "insiden", "hasil": "Pulih dalam 4 jam"}, {"aset": ("Laman DPRD",)}),
    ),
)  # fmt: skip

PER_UNIT = Form(
    "satu lembar satu unit, layanan",
    {
        "Dinas Perhubungan": """
DAFTAR LAYANAN SPBE|<|<|<|<
No|Nama Layanan|Fungsi Layanan|Metode|Sasaran Layanan
1|Uji KIR|Pengujian kendaraan|Semi elektronik|Pelaku usaha
2|Izin Trayek|Perizinan angkutan|Elektronik|Pelaku usaha
""",
        "Dinas Pertanian": """
|DAFTAR LAYANAN|<|<
|Layanan|Sasaran Layanan|Metode Layanan
|Rekomendasi Pupuk Bersubsidi|Petani|Manual
|Pemeriksaan Kesehatan Hewan|Masyarakat|Luring
""",
    },
    "Layanan",
    (
        Row("Uji KIR", {"metode": "hybrid", "target": "usaha", "fungsi": "Pengujian kendaraan"}),
        Row("Izin Trayek", {"metode": "elektronik", "target": "usaha"}),
        Row("Rekomendasi Pupuk Bersubsidi", {"metode": "tatap_muka", "target": "masyarakat"}),
        Row("Pemeriksaan Kesehatan Hewan", {"metode": "tatap_muka", "target": "masyarakat"}),
    ),
)  # fmt: skip

PUSAT_DATA = Form(
    "ruang server dan pusat data",
    {
        "Fasilitas": """
INVENTARIS FASILITAS PUSAT DATA DAN RUANG SERVER|<|<|<|<|<|<
No|Nama Ruang Server|Jenis Fasilitas|Lokasi Gedung|Kepemilikan|Tier|Bandwidth Internet
#1|Pusat Data Diskominfo|Data Center|Gedung A lantai 2|Milik Pemkab|Tier 2|1 Gbps
#2|Ruang Server RSUD|Ruang server|Gedung IGD|Milik RSUD|-|200 Mbps
#3|Command Center|Ruang kendali|Kantor Bupati|Milik sendiri||500
""",
    },
    "FasilitasKomputasi",
    (
        Row("Pusat Data Diskominfo", {"jenis": "pusat_data", "lokasi": "Gedung A lantai 2", "status_kepemilikan": "milik_sendiri", "tier": "tier_2", "bandwidth_internet": 1000}),
        Row("Ruang Server RSUD", {"jenis": "pusat_komputasi", "status_kepemilikan": "milik_sendiri", "bandwidth_internet": 200}),
        Row("Command Center", {"jenis": "pusat_kendali", "bandwidth_internet": 500}),
    ),
)  # fmt: skip

LISENSI = Form(
    "lisensi perangkat lunak",
    {
        "Lisensi": """
DAFTAR LISENSI PERANGKAT LUNAK|<|<|<|<|<|<
DISKOMINFO|<|<|<|<|<|<
No|Nama Perangkat Lunak|Versi|Kategori|Jenis Lisensi|Masa Berlaku|Jumlah
1|Windows Server Standard|2019|Sistem Operasi|Berbayar|31/12/2026|4
2|PostgreSQL|15|Database|Gratis|-|3
3|VMware vSphere|7.0|Virtualisasi|Langganan|30 Juni 2026|2
""",
    },
    "PerangkatLunakPlatform",
    (
        Row("Windows Server Standard", {"versi": "2019", "tipe": "sistem_operasi", "jenis_lisensi": "proprietary", "validitas_lisensi": "2026-12-31"}, {}, ("4",)),
        Row("PostgreSQL", {"tipe": "sistem_basis_data", "jenis_lisensi": "open_source"}, {}, ("3",)),
        Row("VMware vSphere", {"versi": "7.0", "tipe": "utilitas", "validitas_lisensi": "2026-06-30"}),
    ),
)  # fmt: skip

SERVER_VM = Form(
    "daftar VM dengan penanggung jawab",
    {
        "VM": """
DAFTAR VIRTUAL MACHINE PUSAT DATA|<|<|<|<|<|<|<|<
No|Nama VM|Spesifikasi|<|<|Sistem Operasi|Peruntukan|Penanggung Jawab|No HP
^|^|vCPU|RAM|Disk|^|^|^|^
#1|VM-WEB-01|#4|8 GB|100 GB|Ubuntu 22.04|Hosting website OPD|Dinas Kominfo|081234567890
#2|VM-DB-01|#8|32GB|1 TB|Debian 12|Database|Dinas Kominfo|081234567891
#3|VM-SIMRS|#8|16 GB|500GB|Windows Server 2019|Aplikasi SIMRS|RSUD|081298765432
""",
    },
    "Server",
    (
        Row("VM-WEB-01", {"memori_gb": 8, "penyimpanan_gb": 100, "jenis_penggunaan": "web"}, {"perangkat_lunak": ("Ubuntu 22.04",), "pengampu": ("Dinas Kominfo",)}, ("4",)),
        Row("VM-DB-01", {"memori_gb": 32, "penyimpanan_gb": 1024, "jenis_penggunaan": "basis_data"}, {"pengampu": ("Dinas Kominfo",)}),
        Row("VM-SIMRS", {"memori_gb": 16, "penyimpanan_gb": 500, "jenis_penggunaan": "aplikasi"}, {"pengampu": ("RSUD",)}),
    ),
    dropped=("081234567890", "081298765432"),
)  # fmt: skip

FORMS = (
    SATU_DATA, PETA_PROSES, SOP, STANDAR_PELAYANAN, BANDWIDTH, KIB_B, KATEGORISASI, KEGIATAN_KEAMANAN, PER_UNIT,
    PUSAT_DATA, LISENSI, SERVER_VM,
)  # fmt: skip
