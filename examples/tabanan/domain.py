"""The analysts' workbooks: one sheet a class, the column titles being the labels of the metamodel."""

from collections.abc import Callable, Sequence
from datetime import date

from isi import arsitektur
from isi.kode import NAMA_KODE, URUSAN
from isi.tabel import Baris
from kiriman import Berkas
from lembar import Isi, Lembar, Sel
from satuan import NAMA

Kolom = tuple[str, str, float, Callable[[str], Isi]]


def teks(sel: str) -> Isi:
    """Return a cell as written."""
    return sel


def bilangan(sel: str) -> Isi:
    """Return a whole number, or nothing."""
    return int(sel) if sel else None


def tanggal(sel: str) -> Isi:
    """Return a date written year first as a date, or nothing."""
    return date.fromisoformat(sel) if sel else None


def unit(sel: str) -> Isi:
    """Return the names of the units whose ids a cell holds."""
    return "; ".join(NAMA[satu] for satu in sel.split("; ")) if sel else None


def kode(sel: str) -> Isi:
    """Return a reference code with its name, as the analysts write it."""
    return f"{sel} {NAMA_KODE[sel]}" if sel else None


# The columns of the sheets of domain 5.
_AWAL: list[Kolom] = [("kode", "Kode", 10, teks)]
_PENGELOLA: Kolom = ("unit", "Perangkat Daerah", 26, unit)
_MILIK: list[Kolom] = [("milik", "Status Kepemilikan", 20, teks), ("pemilik", "Nama Pemilik", 24, teks)]
_FASILITAS: list[Kolom] = [
    *_AWAL, ("nama", "Nama Fasilitas Komputasi", 27, teks), ("uraian", "Uraian/Deskripsi", 23, teks), _PENGELOLA,
    ("jenis", "Jenis fasilitas", 16, teks), ("alias", "Nama lain (gedung, ruang)", 26, teks),
    ("intranet", "Bandwidth Intranet (Mbps)", 14, bilangan),
    ("internet", "Bandwidth Internet (Mbps)", 14, bilangan),
    ("lokasi", "Lokasi", 24, teks), ("milik", "Kepemilikan", 16, teks), ("pemilik", "Nama Pemilik", 24, teks),
    ("tier", "Klasifikasi Tier", 10, teks), ("aman", "Sistem Pengamanan", 26, teks),
]  # fmt: skip
_AWAN: list[Kolom] = [
    *_AWAL, ("nama", "Nama Komputasi Awan", 22, teks), ("uraian", "Uraian/Deskripsi", 20, teks), _PENGELOLA,
    ("tipe", "Tipe Government Cloud", 14, teks), *_MILIK, ("biaya", "Biaya Layanan", 14, bilangan),
    ("jangka", "Jangka waktu layanan", 17, teks),
]  # fmt: skip
_SERVER: list[Kolom] = [
    *_AWAL, ("nama", "Nama Server", 24, teks), _PENGELOLA, ("bentuk", "Fisik/Virtual", 12, teks),
    ("guna", "Jenis Penggunaan Server", 17, teks), *_MILIK, ("memori", "Kapasitas Memori (GB)", 12, bilangan),
    ("prosesor", "Jenis Teknologi Prosesor", 14, teks), ("simpan", "Kapasitas Penyimpanan (GB)", 14, bilangan),
    ("fasilitas", "Lokasi (fasilitas)", 14, teks),
]  # fmt: skip
_JARINGAN: list[Kolom] = [
    *_AWAL, ("nama", "Nama Jaringan Intra", 29, teks), _PENGELOLA, ("jenis", "Jenis Jaringan", 12, teks), *_MILIK,
    ("media", "Tipe Media Jaringan", 18, teks), ("bandwidth", "Bandwidth (Mbps)", 12, bilangan),
    ("fasilitas", "Fasilitas Komputasi", 18, teks), ("jangkau", "Menjangkau", 40, unit),
]  # fmt: skip
_SPL: list[Kolom] = [
    *_AWAL, ("nama", "Nama Sistem Penghubung Layanan", 26, teks), _PENGELOLA,
    ("jenis", "Jenis Sistem Penghubung", 17, teks), ("pemilik", "Nama Pemilik", 24, teks),
    ("hubung", "Terhubung dengan", 16, teks),
]  # fmt: skip
_PENGAMAN: list[Kolom] = [
    *_AWAL, ("nama", "Nama Perangkat Keamanan", 24, teks), _PENGELOLA,
    ("tipe", "Tipe Security Device", 17, teks), *_MILIK,
]  # fmt: skip
_SIMPAN: list[Kolom] = [
    *_AWAL, ("nama", "Nama Media Penyimpanan", 26, teks), _PENGELOLA, *_MILIK,
    ("simpan", "Kapasitas Penyimpanan (GB)", 14, bilangan), ("akses", "Metode Akses Data Sharing", 14, teks),
]  # fmt: skip
_PLATFORM: list[Kolom] = [
    *_AWAL, ("nama", "Nama Perangkat Lunak Platform", 26, teks), _PENGELOLA,
    ("tipe", "Sistem Operasi/Sistem Database/Sistem Utilitas", 17, teks), ("produk", "Jenis", 17, teks),
    ("versi", "Versi", 10, teks), ("lisensi", "Jenis Lisensi", 14, teks),
    ("pemilik", "Nama Pemilik (lisensi)", 17, teks),
    ("sampai", "Validitas Lisensi Perangkat Lunak", 16, teks), ("server", "Server", 26, teks),
]  # fmt: skip


def semua() -> list[Berkas]:
    """Return every workbook of the analysts."""
    return [proses_bisnis(), layanan(), data(), infrastruktur(), keamanan(), penempatan(), integrasi(), tata_kelola()]


def _lembar(nama: str, kelas: str, judul: str, kolom: Sequence[Kolom], tabel: Sequence[Baris]) -> Lembar:
    """Build one sheet below its title rows."""
    lembar = Lembar(nama, [lebar for _, _, lebar, _ in kolom], kelas=kelas)
    lembar.judul((judul, "KABUPATEN TABANAN TAHUN 2025"), len(kolom))
    lembar.kosong()
    lembar.baris_kepala = lembar.tambah([title for _, title, _, _ in kolom], "kepala", "header")
    for baris in tabel:
        lembar.tambah([olah(baris.sel(kunci)) for kunci, _, _, olah in kolom])
        lembar.baris[-1] = [
            Sel(satu.isi, "tanggal") if isinstance(satu.isi, date) else satu for satu in lembar.baris[-1]
        ]
    return lembar


def _dengan_kode(awalan: str, tabel: Sequence[Baris], **tambahan: str) -> list[Baris]:
    """Add the kode ``awalan-no``, and columns computed as ``kunci=awalan`` of another kode."""
    hasil = []
    for baris in tabel:
        nomor = baris.sel("no")
        lain = {kunci: f"{depan}-{nomor}" for kunci, depan in tambahan.items()}
        urusan = URUSAN.get(baris.sel("unit"), "")
        hasil.append(Baris({**baris.isi, "kode": f"{awalan}-{nomor}", "urusan": urusan, **lain}))
    return hasil


def proses_bisnis() -> Berkas:
    """Return the workbook of domain 1."""
    kolom: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("proses", "Nama Proses Bisnis", 31, teks), ("unit", "Perangkat Daerah", 27, unit),
        ("rab", "RAB Level 1-7", 32, kode), ("jenis", "Inti/Manajemen/Pendukung", 17, teks),
        ("lintas", "Lintas perangkat daerah", 14, teks), ("urusan", "Urusan", 26, teks),
    ]  # fmt: skip
    tabel = _dengan_kode("DAB", arsitektur.PROSES_LAYANAN)
    lembar = _lembar("Proses Bisnis", "ProsesBisnis", "ARSITEKTUR SPBE – DOMAIN PROSES BISNIS", kolom, tabel)
    return Berkas("21 Domain Arsitektur Proses Bisnis.xlsx", [lembar])


def layanan() -> Berkas:
    """Return the workbook of domain 2; each service names the process that yields it, its applications and data."""
    kolom: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("layanan", "Nama Layanan", 29, teks), ("tujuan", "Tujuan Layanan", 26, teks),
        ("unit", "Unit Pelaksana", 26, unit), ("ral", "RAL Level 1-7", 30, kode),
        ("urusan", "Urusan Pemerintahan terkait", 23, teks), ("target", "Target Layanan", 16, teks),
        ("metode", "Metode Layanan", 14, teks), ("status", "Status layanan", 12, teks),
        ("proses_kode", "Proses Bisnis", 12, teks), ("aplikasi", "Aplikasi", 27, teks),
        ("data", "Data dan Informasi", 17, teks),
    ]  # fmt: skip
    ada = [satu for satu in arsitektur.PROSES_LAYANAN if satu.sel("layanan")]
    tabel = [Baris({**satu.isi, "status": "Berjalan"}) for satu in _dengan_kode("DAL", ada, proses_kode="DAB")]
    lembar = _lembar("Layanan", "Layanan", "ARSITEKTUR SPBE – DOMAIN LAYANAN", kolom, tabel)
    return Berkas("22 Domain Arsitektur Layanan.xlsx", [lembar])


def data() -> Berkas:
    """Return the workbook of domain 3."""
    kolom: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("nama", "Nama Data", 28, teks), ("tujuan", "Tujuan Data", 23, teks),
        ("produsen", "Penghasil Data/Produsen Data", 26, unit), ("walidata", "Walidata", 24, teks),
        ("sifat", "Sifat Data", 12, teks), ("jenis", "Jenis Data", 12, teks), ("validitas", "Validitas Data", 12, teks),
        ("interop", "Interoperabilitas", 14, teks), ("pribadi", "Memuat data pribadi", 12, teks),
        ("rad", "RAD Level 1-7", 30, kode), ("proses", "Proses Bisnis", 16, teks), ("aplikasi", "Aplikasi", 26, teks),
    ]  # fmt: skip
    walidata = {"walidata": NAMA["diskominfo"]}
    tabel = [Baris({**satu.isi, **walidata}) for satu in _dengan_kode("DAD", arsitektur.DATA)]
    lembar = _lembar("Data dan Informasi", "DataInformasi", "ARSITEKTUR SPBE – DOMAIN DATA DAN INFORMASI", kolom, tabel)
    return Berkas("23 Domain Arsitektur Data dan Informasi.xlsx", [lembar])


def infrastruktur() -> Berkas:
    """Return the workbook of domain 5, a sheet for each kind of infrastructure."""
    judul = "ARSITEKTUR SPBE – DOMAIN INFRASTRUKTUR"
    daftar = [
        _lembar("Fasilitas Komputasi", "FasilitasKomputasi", judul, _FASILITAS, arsitektur.FASILITAS),
        _lembar("Komputasi Awan", "KomputasiAwan", judul, _AWAN, arsitektur.AWAN),
        _lembar("Server", "Server", judul, _SERVER, arsitektur.SERVER),
        _lembar("Jaringan Intra", "JaringanIntra", judul, _JARINGAN, arsitektur.JARINGAN),
        _lembar("Sistem Penghubung Layanan", "SistemPenghubungLayanan", judul, _SPL, arsitektur.SPL),
        _lembar("Perangkat Keamanan", "PerangkatKeamanan", judul, _PENGAMAN, arsitektur.PERANGKAT_KEAMANAN),
        _lembar("Media Penyimpanan", "MediaPenyimpanan", judul, _SIMPAN, arsitektur.PENYIMPANAN),
        _lembar("Perangkat Lunak Platform", "PerangkatLunakPlatform", judul, _PLATFORM, arsitektur.PLATFORM),
    ]
    return Berkas("24 Domain Arsitektur Infrastruktur.xlsx", daftar)


def keamanan() -> Berkas:
    """Return the workbook of domain 6."""
    judul = "ARSITEKTUR SPBE – DOMAIN KEAMANAN"
    program: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("nama", "Nama Program Keamanan", 29, teks), ("unit", "Perangkat Daerah", 25, unit),
        ("objek", "Objek keamanan", 24, teks), ("rak", "RAK", 28, kode), ("tanggal", "Tanggal Kegiatan", 14, teks),
        ("mulai", "Tanggal Mulai Penerapan", 14, teks), ("nilai", "Nilai Kematangan", 10, bilangan),
        ("audit", "Jenis Audit Keamanan", 17, teks), ("hasil", "Hasil Audit Keamanan", 23, teks),
        ("lanjut", "Tindak Lanjut Audit Keamanan", 23, teks), ("aset", "Aset terkait", 32, teks),
    ]  # fmt: skip
    kontrol: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("nama", "Nama Kontrol Keamanan", 29, teks),
        ("kelompok", "Kelompok kontrol", 26, teks), ("status", "Status", 14, teks), ("aplikasi", "Aplikasi", 46, teks),
    ]  # fmt: skip
    kategori: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("nama", "Nama Kategorisasi", 25, teks), ("aplikasi", "Aplikasi", 23, teks),
        ("jawaban", "Jawaban (10)", 16, teks), ("skor", "Skor", 8, bilangan), ("hasil", "Kategori", 12, teks),
        ("tanggal", "Tanggal", 14, teks),
    ]  # fmt: skip
    daftar = [
        _lembar("Program Keamanan", "ProgramKeamanan", judul, program, arsitektur.KEAMANAN),
        _lembar("Kontrol Keamanan", "KontrolKeamanan", judul, kontrol, arsitektur.KONTROL),
        _lembar("Kategorisasi SE", "KategorisasiSistemElektronik", judul, kategori, arsitektur.KATEGORISASI),
    ]
    return Berkas("25 Domain Arsitektur Keamanan.xlsx", daftar)


def penempatan() -> Berkas:
    """Return the workbook that says where applications run."""
    kolom: list[Kolom] = [
        ("aplikasi", "Aplikasi", 26, teks), ("lokasi", "Lokasi", 20, teks),
        ("tempat", "Fasilitas/awan/server", 18, teks),
        ("lingkungan", "Lingkungan", 14, teks), ("bentuk", "Bentuk", 12, teks), ("ip", "Alamat IP", 16, teks),
        ("mulai", "Sejak", 14, tanggal),
    ]  # fmt: skip
    lembar = _lembar("Penempatan", "Penempatan", "DAFTAR PENEMPATAN APLIKASI", kolom, arsitektur.PENEMPATAN)
    return Berkas("26 Penempatan Aplikasi.xlsx", [lembar])


def integrasi() -> Berkas:
    """Return the workbook of interfaces and exchanges."""
    antarmuka: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("nama", "Nama Antarmuka/API", 24, teks),
        ("aplikasi", "Aplikasi penyedia", 23, teks), ("alamat", "Titik akhir (endpoint)", 35, teks),
        ("protokol", "Protokol", 14, teks), ("spl", "Terdaftar di SPL", 14, teks),
    ]  # fmt: skip
    kolom: list[Kolom] = [
        ("dari", "Dari aplikasi", 25, teks), ("ke", "Ke aplikasi", 25, teks), ("jalur", "Jalur", 16, teks),
        ("api", "Lewat API", 12, teks), ("spl", "Lewat SPL", 12, teks), ("data", "Data yang dialirkan", 18, teks),
        ("frekuensi", "Frekuensi", 12, teks), ("keadaan", "Keadaan", 17, teks),
    ]  # fmt: skip
    daftar = [
        _lembar("Antarmuka API", "AntarmukaApi", "DAFTAR ANTARMUKA (API)", antarmuka, arsitektur.API),
        _lembar("Integrasi", "Integrasi", "DAFTAR INTEGRASI ANTARAPLIKASI", kolom, arsitektur.INTEGRASI),
    ]
    return Berkas("27 Integrasi Aplikasi.xlsx", daftar)


def tata_kelola() -> Berkas:
    """Return the workbook of rules, road map and budget."""
    regulasi: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("nama", "Nama Regulasi", 26, teks), ("jenis", "Jenis", 12, teks),
        ("nomor", "Nomor", 10, teks), ("tahun", "Tahun", 10, bilangan), ("tentang", "Tentang", 40, teks),
        ("status", "Status", 12, teks), ("reviu", "Tanggal reviu", 14, tanggal),
    ]  # fmt: skip
    inisiatif: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("nama", "Nama Inisiatif", 34, teks), ("unit", "Perangkat Daerah", 26, unit),
        ("muatan", "Muatan peta rencana", 18, teks), ("mulai", "Tahun mulai", 10, bilangan),
        ("selesai", "Tahun selesai", 10, bilangan), ("target", "Target per tahun", 25, teks),
        ("status", "Status", 14, teks), ("aplikasi", "Aplikasi", 31, teks),
    ]  # fmt: skip
    anggaran: list[Kolom] = [
        ("kode", "Kode", 10, teks), ("nama", "Nama Item Anggaran", 29, teks), ("unit", "Perangkat Daerah", 26, unit),
        ("tahun", "Tahun anggaran", 10, bilangan), ("rekening", "Kode program/kegiatan/rekening", 18, teks),
        ("nilai", "Nilai (Rp)", 16, bilangan),
        ("dana", "Sumber dana", 12, teks), ("belanja", "Jenis belanja", 16, teks),
        ("inisiatif", "Inisiatif Peta Rencana", 16, teks), ("aplikasi", "Aplikasi", 24, teks),
    ]  # fmt: skip
    daftar = [
        _lembar("Regulasi", "Regulasi", "DAFTAR REGULASI SPBE", regulasi, arsitektur.REGULASI),
        _lembar("Inisiatif Peta Rencana", "InisiatifPetaRencana", "PETA RENCANA SPBE", inisiatif, arsitektur.INISIATIF),
        _lembar("Item Anggaran", "ItemAnggaran", "RENCANA DAN ANGGARAN SPBE", anggaran, arsitektur.ANGGARAN),
    ]
    return Berkas("28 Tata Kelola SPBE.xlsx", daftar)
