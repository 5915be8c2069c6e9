"""The inventory files as the units sent them, shape by shape."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from isi import arsitektur, kecamatan, lain, register
from isi.kode import NAMA_KODE
from isi.tabel import Baris
from lembar import CONTOH, Isi, Lembar, Rumus
from satuan import NAMA, unit_dan_teks


@dataclass(frozen=True)
class Berkas:
    """One file: its sheets, and for csv how the text is written."""

    nama: str
    lembar: Sequence[Lembar]
    bentuk: Literal["xlsx", "csv", "ods"] = "xlsx"
    pemisah: str = ","
    sandi: str = "utf-8"
    tanpa_kutip: str = ""  # a text with the separator in it that the sender did not quote


def semua() -> list[Berkas]:
    """Return every inventory file in the order of its number."""
    return [
        kesejahteraan(),
        ekonomi(),
        badan(),
        lembar_kecamatan(),
        situs(),
        formulir(),
        kartu_aset(),
        profil(),
        bapenda(),
        dlh(),
        puprpkp(),
        inggris(),
        perpustakaan_perhubungan(),
        domain_aplikasi(),
    ]


def angka(teks: str) -> Isi:
    """Return a four-digit year or a whole number as a number, anything else as written."""
    return int(teks) if teks.isdigit() else (teks or None)


def _penutup(lembar: Lembar, catatan: Iterable[str], jabatan: str, nama: str, nip: str, kolom: int) -> None:
    """Append notes and a signature block below a table; the person is invented."""
    lembar.kosong()
    for satu in catatan:
        lembar.tambah([satu], "catatan", "note")
    lembar.kosong()
    for satu in ("Tabanan, 11 Agustus 2025", jabatan):
        lembar.tambah([satu], "tanda", "signature", kolom)
    lembar.kosong(3)
    for satu in (nama, nip):
        lembar.tambah([satu], "tanda", "signature", kolom)


def _kepala_dua_baris(lembar: Lembar, kolom: Sequence[tuple[str, str]]) -> None:
    """Append a header of two rows: (group, title); without a group the title is merged over both rows."""
    atas: list[Isi] = []
    for nomor, (kelompok, judul) in enumerate(kolom):
        sama = nomor > 0 and kelompok and kelompok == kolom[nomor - 1][0]
        atas.append(None if sama else kelompok or judul)
    baris = lembar.tambah(atas, "kepala", "header")
    bawah = lembar.tambah([judul if kelompok else None for kelompok, judul in kolom], "kepala", "header")
    awal = 0
    while awal < len(kolom):
        kelompok = kolom[awal][0]
        akhir = awal
        while kelompok and akhir + 1 < len(kolom) and kolom[akhir + 1][0] == kelompok:
            akhir += 1
        if not kelompok:
            lembar.gabung(baris, awal + 1, bawah, awal + 1)
        elif akhir > awal:
            lembar.gabung(baris, awal + 1, baris, akhir + 1)
        awal = akhir + 1
    lembar.baris_kepala = bawah


def _penomoran(lembar: Lembar, jumlah: int) -> None:
    """Append the row of column numbers (1), (2), (3) below a header."""
    lembar.tambah([f"({nomor})" for nomor in range(1, jumlah + 1)], "nomor", "numbering")


def kesejahteraan() -> Berkas:
    """Several dinas in the register form: two-row header, numbering, hidden column, total, notes, signature."""
    lembar = Lembar(
        "Inventaris 2025",
        (5, 19, 19, 27, 25, 10, 10, 9, 14, 11, 16, 12, 11, 22, 19),
        kolom_tersembunyi=frozenset({14}),
    )
    judul = (
        "DAFTAR INVENTARISASI APLIKASI PERANGKAT DAERAH",
        "BIDANG KESEJAHTERAAN RAKYAT – PEMERINTAH KABUPATEN TABANAN",
        "TAHUN 2025",
    )
    lembar.judul(judul, 15)
    lembar.kosong()
    kolom = (
        ("", "No"), ("", "Nama Perangkat Daerah"), ("", "Nama Aplikasi"), ("", "Uraian"),
        ("Data Teknis", "URL"), ("Data Teknis", "Platform"), ("Data Teknis", "Database"), ("", "Jenis Aplikasi"),
        ("Penempatan", "Lokasi Server"), ("Penempatan", "Terhubung Pusat Data"), ("", "Terintegrasi Dengan"),
        ("", "Status"), ("", "Tahun Pembuatan"), ("", "Nama Pengelola"), ("", "Keterangan"),
    )  # fmt: skip
    _kepala_dua_baris(lembar, kolom)
    _penomoran(lembar, len(kolom))
    kunci = ("nama", "uraian", "url", "basis", "db", "jenis", "server", "terhubung", "dengan", "status")
    nomor = 0
    for baris in register.KESEJAHTERAAN:
        if baris.perintah:
            lembar.kosong()
            continue
        nomor += 1
        unit, teks = unit_dan_teks(baris.sel("unit"))
        ekor = [angka(baris.sel("tahun")), baris.sel("pengelola"), baris.sel("ket")]
        letak = lembar.tambah([nomor, teks, *(baris.sel(satu) for satu in kunci), *ekor])
        lembar.aplikasi(letak, baris.sel("app"), baris.sel("nama"), unit, baris.sel("server"), baris.sel("status"))
    akhir = lembar.tambah(["Jumlah aplikasi", None, nomor, *[None] * 12], "jumlah", "total")
    lembar.gabung(akhir, 1, akhir, 2)
    catatan = (
        "Catatan:",
        "1. Kolom Terhubung Pusat Data diisi Ya atau Tidak.",
        "2. Aplikasi milik kementerian tetap dicatat bila dipakai perangkat daerah.",
    )
    jabatan = "Ketua Tim Kerja Pendataan Aplikasi (contoh)"
    _penutup(lembar, catatan, jabatan, "Dra. NI LUH CONTOH REKAAN, M.Si.", "NIP. 19700101 199503 2 999", 11)
    return Berkas("01 Inventaris Aplikasi Bidang Kesejahteraan Rakyat.xlsx", [lembar])


def ekonomi() -> Berkas:
    """The same register for the economic agencies: other words, one header row, contract ends, no total."""
    lembar = Lembar("Lampiran", (5, 19, 19, 26, 23, 11, 15, 13, 10, 14, 11, 9, 14, 12, 20))
    lembar.judul(("LAMPIRAN SURAT SEKRETARIS DAERAH (CONTOH)", "DATA APLIKASI PERANGKAT DAERAH BIDANG EKONOMI"), 15)
    lembar.kosong(2)
    kepala = (
        "No.", "OPD", "Nama Aplikasi", "Kegunaan", "Link", "Platform", "Jenis Aplikasi", "Hosting", "Status Integrasi",
        "Aplikasi Terkait", "Status Aplikasi", "Tahun Dibuat", "Pengembang", "Berlaku sampai", "Keterangan",
    )  # fmt: skip
    lembar.baris_kepala = lembar.tambah(kepala, "kepala", "header")
    kunci = ("nama", "guna", "link", "platform", "jenis", "hosting", "integrasi", "terkait", "status")
    nomor = 0
    for baris in register.EKONOMI:
        if baris.perintah:
            lembar.kosong()
            continue
        nomor += 1
        unit, teks = unit_dan_teks(baris.sel("unit"))
        ekor = [angka(baris.sel("tahun")), baris.sel("pengembang"), baris.sel("sampai"), baris.sel("ket")]
        letak = lembar.tambah([nomor, teks, *(baris.sel(satu) for satu in kunci), *ekor])
        lembar.aplikasi(letak, baris.sel("app"), baris.sel("nama"), unit, baris.sel("hosting"), baris.sel("status"))
    jabatan = "Kepala Bagian Perekonomian (contoh)"
    _penutup(
        lembar,
        ("Sumber: isian perangkat daerah.",),
        jabatan,
        "I WAYAN MISALKAN, S.E.",
        "NIP. 19750505 200003 1 999",
        12,
    )
    return Berkas("02 Data Aplikasi Bidang Ekonomi.xlsx", [lembar])


def badan() -> Berkas:
    """Units named only in section rows, with a subtotal formula at the end of a section."""
    lembar = Lembar("Badan dan Setda", (5, 21, 28, 19, 13, 26, 15, 13, 12, 10, 19, 20))
    lembar.judul(("REKAPITULASI APLIKASI BADAN, INSPEKTORAT, DAN SEKRETARIAT", "KABUPATEN TABANAN TAHUN 2025"), 12)
    lembar.kosong()
    kepala = (
        "No", "Nama Aplikasi", "Deskripsi", "OPD Pengampu", "Pengguna", "Alamat Website", "Lokasi Instalasi",
        "Kondisi Aplikasi", "Thn Pembuatan", "Integrasi", "Terintegrasi Dengan", "Ket",
    )  # fmt: skip
    lembar.baris_kepala = lembar.tambah(kepala, "kepala", "header")
    kunci = ("nama", "deskripsi", "pengampu", "pengguna", "situs", "lokasi", "kondisi")
    nomor = awal = 0
    for baris in register.BADAN:
        if baris.perintah:
            nomor, awal = _sisipan_badan(lembar, baris, nomor, awal)
            continue
        nomor += 1
        sel = [baris.sel(satu) for satu in kunci]
        ekor = [baris.sel(satu) for satu in ("integrasi", "dengan", "ket")]
        letak = lembar.tambah([nomor, *sel, angka(baris.sel("tahun")), *ekor])
        lembar.aplikasi(
            letak, baris.sel("app"), baris.sel("nama"), baris.sel("unit"), baris.sel("lokasi"), baris.sel("kondisi")
        )
    return Berkas("03 Rekap Aplikasi Badan dan Sekretariat.xlsx", [lembar])


def _sisipan_badan(lembar: Lembar, baris: Baris, nomor: int, awal: int) -> tuple[int, int]:
    """Append a section row or a subtotal; return the running number and the first row of the section."""
    if baris.perintah == "bagian":
        letak = lembar.tambah([baris.teks.split(" | ")[0], *[None] * 11], "bagian", "section")
        lembar.gabung(letak, 1, letak, 12)
        return 0, letak + 1
    if baris.perintah == "subtotal":
        letak = len(lembar.baris) + 1
        rumus = Rumus(f"=COUNTA(B{awal}:B{letak - 1})", letak - awal)
        lembar.tambah([None, baris.teks, rumus, *[None] * 9], "jumlah", "subtotal")
    else:
        lembar.kosong()
    return nomor, awal


def lembar_kecamatan() -> Berkas:
    """One sheet a kecamatan behind a hidden sheet of instructions; header words, order and row always differ."""
    petunjuk = Lembar("Petunjuk", (100,), tersembunyi=True)
    petunjuk.tambah([CONTOH], "contoh", "title")
    for teks in kecamatan.PETUNJUK:
        petunjuk.tambah([teks], "nilai", "note")
    return Berkas("04 Aplikasi Kecamatan.xlsx", [petunjuk, *(_satu_kecamatan(satu) for satu in kecamatan.KECAMATAN)])


def _satu_kecamatan(isi: kecamatan.LembarKecamatan) -> Lembar:
    """Build the sheet of one kecamatan."""
    lebar = {"no": 7, "nama": 28, "guna": 36, "deskripsi": 36, "url": 38, "ket": 26, "server": 20}
    lembar = Lembar(isi.nama_lembar, [lebar.get(kunci, 18) for kunci, _ in isi.kolom])
    lembar.judul(isi.judul, len(isi.kolom))
    lembar.kosong(isi.kosong_sebelum_judul_kolom)
    lembar.baris_kepala = lembar.tambah([judul for _, judul in isi.kolom], "kepala", "header")
    for nomor, baris in enumerate(isi.baris, start=1):
        sel = [nomor if kunci == "no" else angka(baris.sel(kunci)) for kunci, _ in isi.kolom]
        tanpa = baris.sel("app") == "-"
        letak = lembar.tambah(sel, jenis="none" if tanpa else "")
        if not tanpa:
            hosting = baris.sel("server") or baris.sel("hosting")
            lembar.aplikasi(letak, baris.sel("app"), baris.sel("nama"), isi.unit, hosting, baris.sel("status"))
    return lembar


def situs() -> Berkas:
    """A table from column B on: the unit merged downwards, section rows, subtotals, the host as the only name."""
    lembar = Lembar("Lamp. I", (3, 5, 32, 34, 15, 10, 30, 16))
    judul = ("LAMPIRAN I", "DAFTAR WEBSITE DAN SUBDOMAIN tabanankab.go.id", "Dinas Komunikasi dan Informatika")
    lembar.judul(judul, 8, mulai=2)
    lembar.kosong()
    kepala = ("No", "OPD / Lembaga", "URL", "Posisi Server", "Jenis", "Keterangan", "Status")
    lembar.baris_kepala = lembar.tambah(kepala, "kepala", "header", mulai=2)
    nomor = awal_bagian = awal_unit = 0
    unit_tadi = ""
    for baris in lain.SITUS:
        if baris.perintah or baris.sel("unit") != unit_tadi:
            _gabung_unit(lembar, awal_unit)
            awal_unit, unit_tadi = (0 if baris.perintah else len(lembar.baris) + 1), baris.sel("unit")
        if baris.perintah == "bagian":
            letak = lembar.tambah([baris.teks, *[None] * 6], "bagian", "section", mulai=2)
            lembar.gabung(letak, 2, letak, 8)
            awal_bagian = letak + 1
            continue
        if baris.perintah:
            letak = len(lembar.baris) + 1
            rumus = Rumus(f"=COUNTA(D{awal_bagian}:D{letak - 1})", letak - awal_bagian)
            lembar.tambah([None, baris.teks, rumus, *[None] * 4], "jumlah", "subtotal", mulai=2)
            continue
        nomor += 1
        unit, teks = unit_dan_teks(baris.sel("unit"))
        pertama = len(lembar.baris) + 1 == awal_unit
        sel = [baris.sel(kunci) for kunci in ("url", "posisi", "jenis", "ket", "status")]
        letak = lembar.tambah([nomor, teks if pertama else None, *sel], mulai=2)
        lembar.aplikasi(letak, baris.sel("app"), baris.sel("url"), unit, baris.sel("posisi"), baris.sel("status"))
    return Berkas("05 Lampiran Website dan Subdomain.xlsx", [lembar])


def _gabung_unit(lembar: Lembar, awal: int) -> None:
    """Merge the unit cell over the rows from ``awal`` to the last one."""
    if awal and len(lembar.baris) > awal:
        lembar.gabung(awal, 3, len(lembar.baris), 3)


def formulir() -> Berkas:
    """The export of an online form: whole questions as headers, one answer a row."""
    lembar = Lembar("")
    kepala = (
        "Timestamp", "Apa nama perangkat daerah / unit kerja Anda?", "Apa nama aplikasi yang digunakan?",
        "Apa kegunaan aplikasi tersebut?", "Tuliskan alamat website / link aplikasi (bila ada)",
        "Di mana server aplikasi ditempatkan?", "Aplikasi tersebut terintegrasi dengan aplikasi apa saja?",
        "Bagaimana status aplikasi saat ini?", "Tahun mulai digunakan",
        "Nama dan nomor HP pengelola aplikasi", "Saran atau keterangan lain",
    )  # fmt: skip
    lembar.baris_kepala = lembar.tambah(kepala, jenis="header")
    ekor = ("nama", "guna", "url", "server", "integrasi", "status", "tahun", "pengelola", "saran")
    for baris in lain.FORMULIR:
        unit, teks = unit_dan_teks(baris.sel("unit"))
        tanpa = baris.sel("app") == "-"
        sel = [baris.sel("waktu"), teks, *(baris.sel(kunci) for kunci in ekor)]
        letak = lembar.tambah(sel, jenis="none" if tanpa else "")
        if not tanpa:
            lembar.aplikasi(letak, baris.sel("app"), baris.sel("nama"), unit, baris.sel("server"), baris.sel("status"))
    return Berkas("06 DATA CONTOH Formulir Pendataan Aplikasi (Jawaban).csv", [lembar], "csv")


def kartu_aset() -> Berkas:
    """An asset card (KIB) without unit column: two-row header, prices as number, with Rp and with ,00."""
    lembar = Lembar("ATB", (6, 13, 10, 16, 38, 20, 10, 11, 9, 19, 13))
    judul = (
        "KARTU INVENTARIS BARANG (KIB)",
        "ASET TIDAK BERWUJUD",
        "SKPD : RUMAH SAKIT UMUM DAERAH TABANAN",
        "KABUPATEN TABANAN – PROVINSI BALI",
    )
    lembar.judul(judul, 11)
    lembar.kosong()
    kolom = (
        ("", "No. Urut"), ("Nomor", "Kode Barang"), ("Nomor", "Register"), ("", "Nama Barang"),
        ("Spesifikasi", "Judul"), ("Spesifikasi", "Pencipta"), ("", "Asal Usul"), ("", "Tahun Pembelian"),
        ("", "Jumlah"), ("", "Harga (Rp)"), ("", "Keterangan"),
    )  # fmt: skip
    _kepala_dua_baris(lembar, kolom)
    _penomoran(lembar, len(kolom))
    for nomor, baris in enumerate(lain.KIB, start=1):
        depan = [baris.sel(kunci) for kunci in ("kode", "register", "nama", "judul", "pencipta", "asal")]
        belakang = [angka(baris.sel("tahun")), 1, angka(baris.sel("harga")), baris.sel("ket")]
        letak = lembar.tambah([nomor, *depan, *belakang])
        lembar.aplikasi(letak, baris.sel("app"), baris.sel("judul"), "rsud_tabanan")
    jumlah = lembar.tambah(["JUMLAH", *[None] * 8, "Rp 8.968.800.000", None], "jumlah", "total")
    lembar.gabung(jumlah, 1, jumlah, 9)
    _penutup(lembar, (), "Pengurus Barang Pengguna (contoh)", "GEDE UMPAMAKAN, A.Md.", "NIP. 19850817 201001 1 999", 9)
    return Berkas("07 KIB Aset Tak Berwujud RSUD Tabanan.xlsx", [lembar])


def profil() -> Berkas:
    """One application a sheet, label left, value right; only the row of the name is an application row."""
    label = (
        ("nama", "Nama Aplikasi"), ("fungsi", "Fungsi Aplikasi"), ("url", "URL"), ("basis", "Basis Aplikasi"),
        ("server", "Lokasi Server"), ("status", "Status Aplikasi"), ("tahun", "Tahun Pembuatan"),
        ("db", "Basis Data"), ("pengembang", "Pengembang"), ("dengan", "Terintegrasi Dengan"), ("kendala", "Catatan"),
    )  # fmt: skip
    daftar = []
    for baris in lain.PROFIL:
        lembar = Lembar(baris.sel("lembar"), (3, 28, 3, 70))
        lembar.judul(("PROFIL APLIKASI", "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KABUPATEN TABANAN"), 4)
        lembar.kosong()
        for kunci, teks in label:
            isi: Isi = angka(baris.sel(kunci)) if kunci == "tahun" else baris.sel(kunci)
            letak = lembar.tambah([None, teks, ":", isi], "nilai", "" if kunci == "nama" else "field")
            if kunci == "nama":
                app, nama = baris.sel("app"), baris.sel("nama")
                lembar.aplikasi(letak, app, nama, "disdukcapil", baris.sel("server"), baris.sel("status"))
        daftar.append(lembar)
    return Berkas("08 Profil Aplikasi Disdukcapil.xlsx", daftar)


def _berkas_datar(
    tabel: Sequence[Baris], kolom: Sequence[tuple[str, str]], unit: str, judul: Sequence[str] = (), nama: str = ""
) -> Lembar:
    """Build a plain table below optional title rows, all its rows reported by one unit."""
    lembar = Lembar(nama)
    for teks in judul:
        lembar.tambah([teks], jenis="title")
    lembar.baris_kepala = lembar.tambah([teks for _, teks in kolom], jenis="header")
    for baris in tabel:
        letak = lembar.tambah([baris.sel(kunci) for kunci, _ in kolom])
        lembar.aplikasi(letak, baris.sel("app"), baris.sel("nama"), unit, baris.sel("server"), baris.sel("status"))
    return lembar


def bapenda() -> Berkas:
    """A semicolon csv in cp1252 whose first lines are titles."""
    kolom = (
        ("nama", "Nama Aplikasi"), ("fungsi", "Fungsi"), ("url", "Alamat Website"), ("basis", "Basis Aplikasi"),
        ("server", "Letak Server"), ("basisdata", "Jenis Database"), ("status", "Status"), ("tahun", "Tahun Pembuatan"),
        ("integrasi", "Integrasi"), ("dengan", "Terintegrasi Dengan"), ("ket", "Keterangan"),
    )  # fmt: skip
    judul = (CONTOH, "Daftar aplikasi Badan Pendapatan Daerah Kabupaten Tabanan")
    lembar = _berkas_datar(lain.BAPENDA, kolom, "bapenda", judul)
    return Berkas("09 aplikasi_bapenda.csv", [lembar], "csv", ";", "cp1252")


def dlh() -> Berkas:
    """A comma csv with a byte-order mark; a comma inside the last row's description was not quoted by the sender."""
    kolom = (
        ("unit", "Perangkat Daerah"), ("nama", "Nama Aplikasi"), ("uraian", "Uraian"), ("url", "Link"),
        ("server", "Lokasi Server"), ("integrasi", "Terintegrasi"), ("status", "Status"), ("tahun", "Tahun"),
    )  # fmt: skip
    tabel = [Baris({**satu.isi, "unit": "Dinas LH"}) for satu in lain.DLH]
    lembar = _berkas_datar(tabel, kolom, "dlh")
    return Berkas("10 DATA CONTOH aplikasi_dlh.csv", [lembar], "csv", ",", "utf-8-sig", "Jadwal, rute armada sampah")


def puprpkp() -> Berkas:
    """A comma csv in UTF-16 with a byte-order mark."""
    kolom = (
        ("no", "No"), ("opd", "SKPD"), ("nama", "Nama Aplikasi"), ("kegunaan", "Kegunaan"), ("url", "URL"),
        ("server", "Server"), ("status", "Status"), ("tahun", "Tahun Dibangun"), ("vendor", "Vendor"),
    )  # fmt: skip
    tabel = [Baris({**satu.isi, "opd": "Dinas PUPRPKP"}) for satu in lain.PUPRPKP]
    lembar = _berkas_datar(tabel, kolom, "puprpkp")
    return Berkas("11 DATA CONTOH aplikasi_puprpkp.csv", [lembar], "csv", ",", "utf-16")


def inggris() -> Berkas:
    """A consultant's inventory with English headers."""
    lembar = Lembar("Application Inventory", (5, 22, 26, 15, 27, 10, 16, 14, 9, 12, 20, 18))
    lembar.judul(("APPLICATION INVENTORY", "Dinas Komunikasi dan Informatika – Tabanan Regency"), 12)
    lembar.kosong()
    kolom = (
        ("nama", "Application Name"), ("uraian", "Description"), ("owner", "Owner"), ("url", "URL"),
        ("platform", "Platform"), ("hosting", "Hosting Location"), ("status", "Status"), ("year", "Year Built"),
        ("connected", "Integrated"), ("dengan", "Integrated With"), ("remarks", "Remarks"),
    )  # fmt: skip
    lembar.baris_kepala = lembar.tambah(["#", *(teks for _, teks in kolom)], "kepala", "header")
    for nomor, baris in enumerate(register.DISKOMINFO, start=1):
        letak = lembar.tambah([nomor, *(angka(baris.sel(kunci)) for kunci, _ in kolom)])
        lembar.aplikasi(
            letak, baris.sel("app"), baris.sel("nama"), "diskominfo", baris.sel("hosting"), baris.sel("status")
        )
    return Berkas("12 Application Inventory Diskominfo.xlsx", [lembar])


def perpustakaan_perhubungan() -> Berkas:
    """An OpenDocument spreadsheet with a sheet a unit."""
    kolom = (
        ("nama", "Nama Aplikasi"), ("fungsi", "Fungsi Utama"), ("url", "Domain"), ("server", "Penempatan Server"),
        ("status", "Status Pemakaian"), ("tahun", "Tahun Mulai Digunakan"),
    )  # fmt: skip
    daftar = []
    for unit, nama, tabel in (
        ("disperpusip", "Disperpusip", lain.PERPUSTAKAAN),
        ("dishub", "Dishub", lain.PERHUBUNGAN),
    ):
        daftar.append(_berkas_datar(tabel, kolom, unit, (CONTOH, NAMA[unit]), nama))
    return Berkas("13 Aplikasi Perpustakaan dan Perhubungan.ods", daftar, "ods")


def domain_aplikasi() -> Berkas:
    """The analysts' list of applications, with codes and the labels of the national portal."""
    lembar = Lembar("Aplikasi", (9, 20, 22, 20, 10, 15, 24, 20, 24, 11, 11, 9, 11, 11), kelas="Aplikasi")
    lembar.judul(("ARSITEKTUR SPBE – DOMAIN APLIKASI", "Disusun oleh Dinas Komunikasi dan Informatika"), 14)
    lembar.kosong()
    kolom = (
        ("kode", "Kode"), ("nama", "Nama Aplikasi"), ("pemilik", "Perangkat Daerah Pemilik"),
        ("raa", "RAA Level 1-4"), ("jenis", "Umum/Khusus"), ("sasaran", "Layanan publik/administrasi"),
        ("fungsi", "Fungsi Aplikasi"), ("luaran", "Luaran"), ("url", "URL"), ("basis", "Basis Aplikasi"),
        ("basisdata", "Basis Data"), ("status", "Status"), ("mulai", "Berlaku mulai"), ("sampai", "Berlaku sampai"),
    )  # fmt: skip
    lembar.baris_kepala = lembar.tambah([teks for _, teks in kolom], "kepala", "header")
    for baris in arsitektur.APLIKASI_KODE:
        kode = baris.sel("raa")
        isi = {**baris.isi, "pemilik": NAMA[baris.sel("pemilik")], "raa": f"{kode} {NAMA_KODE[kode]}" if kode else ""}
        letak = lembar.tambah([isi[kunci] for kunci, _ in kolom])
        lembar.aplikasi(letak, baris.sel("app"), baris.sel("nama"), "diskominfo", "", baris.sel("status"))
    return Berkas("20 Domain Arsitektur Aplikasi.xlsx", [lembar])
