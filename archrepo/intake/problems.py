# ruff: noqa: E501 - one problem stands on one line
"""The catalogue of everything that can be wrong with a file, a sheet, a header, a row or a cell, in words for the sender."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter

from archrepo.errors import InputError, Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of problem; ``template`` and ``mend`` have named slots. ``group`` is file, sheet, header, row or cell."""

    code: str
    group: str
    title: str
    template: str
    mend: str

    def message(self, **slots: object) -> str:
        """Return the sentence with its slots filled, long texts shortened."""
        return _filled(self.template, slots)

    def advice(self, **slots: object) -> str:
        """Return what to do, with its slots filled."""
        return _filled(self.mend, slots)


@cache
def _names(template: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(template) if name))


def _filled(template: str, slots: Mapping[str, object]) -> str:
    """Fill a template: a value longer than a reader wants is cut, a missing one is shown as three dots."""
    names = _names(template)
    if not names:
        return template
    return template.format_map({name: _shown(name, slots[name]) if name in slots else "..." for name in names})


def _shown(name: str, value: object) -> str:
    """Return a value for a sentence; a list of names is cut by who makes it."""
    return shorten(value, 600 if name == "names" else 120)


def shorten(value: object, limit: int = 120) -> str:
    """Return the value as one line of at most ``limit`` signs."""
    if type(value) is str and len(value) <= limit and value.isalnum():
        return value
    text = " ".join(str(value).split())
    # A tail such as " (mungkin: …)" brings its own blank.
    text = f" {text}" if isinstance(value, str) and value.startswith(" ") else text
    return text if len(text) <= limit else text[: limit - 1] + "…"


_RESAVE = "Buka berkas di Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu kirim ulang."

_CATALOGUE = (
    # ---- cell
    Problem("IMP010", "cell", "Kata tidak dikenal", '"{value}" bukan pilihan yang dikenal untuk {field}', "Pakai salah satu: {choices}. Tulisan asli tetap disimpan."),
    Problem("IMP011", "cell", "Kata belum cukup jelas", '"{value}" belum cukup untuk menentukan {field}', "{question}"),
    Problem("IMP012", "cell", "Alamat tidak dapat dibaca", '"{value}" bukan alamat situs', "Tulis alamat lengkap, misalnya https://contoh.tabanankab.go.id, atau kosongkan."),
    Problem("IMP013", "cell", "Lebih dari satu alamat", '"{value}" berisi lebih dari satu alamat; yang pertama dipakai', "Tulis satu alamat; alamat lain tulis di kolom keterangan."),
    Problem("IMP014", "cell", "Bukan tahun", '"{value}" bukan tahun', "Tulis empat angka, misalnya 2021."),
    Problem("IMP015", "cell", "Bukan tanggal", '"{value}" bukan tanggal', "Tulis tanggal seperti 31/12/2024 atau 31 Desember 2024."),
    Problem("IMP016", "cell", "Bukan angka", '"{value}" bukan angka', "Tulis angka saja, tanpa satuan, misalnya 1500000."),
    Problem("IMP017", "cell", "Bukan ya atau tidak", '"{value}" bukan Ya atau Tidak', "Tulis Ya atau Tidak, atau kosongkan bila tidak tahu."),
    Problem("IMP018", "cell", "Nama berisi beberapa aplikasi", 'Satu sel berisi beberapa nama yang tidak dapat dipisahkan dengan pasti: "{value}"', "Tulis satu aplikasi satu baris."),
    Problem("IMP019", "cell", "Rumus tanpa hasil", 'Sel berisi kesalahan rumus "{value}"', "Perbaiki rumusnya atau tulis nilainya langsung."),
    Problem("IMP021", "cell", "Dua nilai dalam satu sel", '"{value}" berisi beberapa pilihan untuk {field}; yang pertama dipakai', "Pilih satu; sisanya tulis di kolom keterangan."),
    Problem("IMP022", "cell", "Jenis tidak sesuai pemilik alamat", '"{value}" tidak sesuai dengan alamat {host} yang tampaknya milik instansi lain', "Pastikan siapa pemilik aplikasi ini, lalu isi kolom kepemilikan."),
    # ---- row
    Problem("IMP030", "row", "Tanpa nama dan alamat", "Baris tidak memuat nama maupun alamat aplikasi", "Isi kolom nama, atau hapus baris ini."),
    Problem("IMP031", "row", "Kolom bergeser", "Baris ini berisi {found} kolom, sedangkan judul berisi {expected}", "Beri tanda kutip pada teks yang mengandung pemisah, atau simpan sebagai .xlsx."),
    Problem("IMP033", "row", "Unit tidak diketahui", "Perangkat Daerah baris ini tidak dapat diketahui", "Isi kolom Perangkat Daerah, tulis nama unit di atas tabel, atau impor dengan --opd NAMA."),
    Problem("IMP034", "row", "Kode bertentangan", 'Kode "{value}" sudah dipakai {other}', "Perbaiki kodenya, atau kosongkan supaya diberi kode baru."),
    Problem("IMP035", "row", "Kode yang dirujuk tidak ada", 'Kode "{value}" tidak ada di repositori maupun di kiriman ini', "Perbaiki kodenya, atau kirim bersama baris objek yang dirujuk."),
    Problem("IMP036", "row", "Pihak wajib tidak dikenal", '{field} "{value}" tidak ditemukan{near}', "Tulis namanya persis, atau kodenya, lalu kirim lagi; baris ini belum dicatat."),
    Problem("IMP040", "row", "Unit mungkin beberapa", 'Unit "{value}" dapat berarti {near}', 'Tentukan dengan: archrepo opd alias "{value}" NAMA-UNIT.'),
    Problem("IMP041", "row", "Ejaan unit", 'Unit "{value}" dibaca sebagai "{other}"', "Perbaiki ejaannya di berkas bila itu yang dimaksud."),
    Problem("IMP042", "row", "Unit belum dikenal", 'Unit "{value}" belum dikenal{near}; dicatat dan perlu dikonfirmasi', 'Konfirmasi dengan: archrepo opd confirm "{value}", atau samakan dengan: archrepo opd alias "{value}" NAMA-UNIT.'),
    Problem("IMP043", "cell", "Pihak tidak ditemukan", '{field} "{value}" tidak ditemukan{near}; disimpan sebagai catatan', "Tulis nama atau kode persis seperti di repositori."),
    Problem("IMP044", "row", "Keterangan berbeda", '{field} di sini "{value}", sedangkan yang tercatat "{other}"; yang tercatat dipertahankan', "Pastikan mana yang benar, lalu ubah dengan: archrepo edit."),
    Problem("IMP045", "cell", "Tempat aplikasi nasional", '"{value}" tidak dipakai sebagai tempat {other}, aplikasi milik instansi lain; disimpan sebagai catatan', "Bila benar terpasang di daerah, catat sebagai aplikasi tersendiri."),
    Problem("IMP047", "cell", "Nama yang dirujuk belum tercatat", "{field}: {count} nama belum tercatat ({names}); disimpan sebagai catatan", 'Catat dahulu, misalnya: archrepo add {kelas} nama="{first}" --opd NAMA, atau kirim daftarnya. Sesudah itu impor lagi berkas ini; hubungannya tersambung sendiri.'),
    Problem("IMP048", "row", "Catatan sudah berubah", "{value} sudah diubah sejak berkas ini dibuat (versi {old}, sekarang {new}); yang akan tertimpa: {fields}", "Minta buku kerja yang baru dan tulis lagi perbaikannya di sana; atau, bila isi berkas ini yang benar, kosongkan kolom Versi Catatan pada baris itu."),
    Problem("IMP046", "row", "Unit lain dalam berkas", 'Baris ini milik "{value}", sedangkan berkas ini dari "{other}"', "Pastikan barisnya memang milik unit itu."),
    Problem("IMP032", "row", "Kelas tidak dikenal", '"{value}" bukan kelas yang dikenal', "Pakai salah satu: {choices}."),
    # ---- header
    Problem("IMP050", "header", "Dua kolom untuk satu isian", 'Kolom "{column}" dan "{other}" sama-sama terbaca sebagai {field}; yang dipakai "{other}"', "Bedakan judulnya, hapus salah satu, atau pakai --map. Isinya disimpan sebagai catatan."),
    Problem("IMP051", "header", "Kolom atau isian pada --map tidak ada", '--map "{value}" tidak dapat dipakai: {reason}', 'Tulis --map "Judul Kolom=isian", misalnya --map "Tempat=lokasi_hosting".'),
    # ---- sheet
    Problem("IMP060", "sheet", "Baris judul tidak ditemukan", "Baris judul kolom tidak ditemukan", 'Pastikan ada satu baris judul, paling tidak "Nama Aplikasi" dan "Perangkat Daerah", tepat di atas data.'),
    Problem("IMP061", "sheet", "Lembar kosong", "Lembar tidak berisi data", "Isi lembar ini atau hapus dari berkas."),
    # ---- file
    Problem("IMP070", "file", "Berkas tidak ditemukan", "Berkas atau folder tidak ditemukan", "Periksa nama dan letaknya."),
    Problem("IMP071", "file", "Berkas tidak dapat dibuka", "Berkas tidak dapat dibuka: {reason}", "Periksa izin berkas, atau tutup dahulu di program lain."),
    Problem("IMP072", "file", "Berkas kosong", "Berkas kosong", "Kirim ulang berkas yang berisi data."),
    Problem("IMP073", "file", "Jenis berkas tidak didukung", "Jenis berkas {suffix} tidak didukung", "Simpan sebagai .xlsx, .xls, .ods, .csv, atau .json."),
    Problem("IMP074", "file", "Isi tidak sesuai akhiran", "Isi berkas adalah {found}, bukan {suffix}", _RESAVE),
    Problem("IMP075", "file", "Berkas terkunci sandi", "Berkas dilindungi kata sandi", "Buka dengan kata sandinya, hapus sandi lewat Berkas > Info > Lindungi Buku Kerja, lalu simpan."),
    Problem("IMP076", "file", "Berkas rusak atau terpotong", "Berkas rusak atau terpotong{reason}", "Minta pengirim mengirim ulang, atau buka dan simpan lagi di Excel."),
    Problem("IMP077", "file", "Berkas terlalu besar", "{what} melebihi batas ({found}; batas {limit})", "Hapus lembar, gambar, atau baris yang tidak diperlukan, lalu simpan lagi."),
    Problem("IMP078", "file", "Isi mengembang tidak wajar", "Isi berkas mengembang tidak wajar ({found}; batas {limit})", "Berkas seperti ini tidak aman dibuka. Salin datanya ke buku kerja baru."),
    Problem("IMP079", "file", "Sel terlalu jauh", "Ada isi di sel {cell} yang jauh dari tabel{where}; lembar menjadi terlalu luas", "Hapus isi sel itu (Ctrl+End menunjukkan letaknya), lalu simpan lagi."),
    Problem("IMP080", "file", "Berkas berisi makro", "Berkas berisi makro", "Simpan sebagai .xlsx (tanpa makro), lalu kirim ulang."),
    Problem("IMP081", "file", "Berkas menautkan berkas lain", "Berkas mengambil data dari berkas lain ({found})", "Putuskan lewat Data > Edit Tautan > Putus Tautan, lalu simpan."),
    Problem("IMP082", "file", "Berkas di dalam berkas", "Berkas memuat berkas lain di dalamnya ({found})", "Hapus sisipan itu, atau salin datanya ke buku kerja baru."),
    Problem("IMP083", "file", "Susunan berkas tidak wajar", "Susunan berkas tidak wajar: {reason}", "Salin datanya ke buku kerja baru, simpan sebagai .xlsx, lalu kirim ulang."),
    Problem("IMP084", "file", "Pembaca kehabisan memori", "Berkas membutuhkan memori lebih dari {limit} untuk dibaca", "Pecah menjadi beberapa berkas, atau salin datanya ke buku kerja baru."),
    Problem("IMP085", "file", "Pembacaan terlalu lama", "Pembacaan melewati {limit} detik", "Pecah menjadi beberapa berkas, atau salin datanya ke buku kerja baru."),
    Problem("IMP086", "file", "Berkas tidak dapat dibaca", "Berkas tidak dapat dibaca sebagai lembar kerja", _RESAVE),
    Problem("IMP087", "file", "Tidak ada lembar yang dapat dibaca", "Tidak ada lembar yang dapat dibaca: {reason}", 'Pastikan ada satu baris judul kolom, paling tidak "Nama Aplikasi" dan "Perangkat Daerah".'),
    Problem("IMP088", "file", "Teks tidak dapat dibaca", "Teks tidak dapat dibaca: {reason}", "Simpan sebagai CSV UTF-8 atau .xlsx."),
    Problem("IMP091", "file", "JSON tidak dapat dibaca", "Berkas JSON tidak dapat dibaca: {reason}", "Pakai hasil archrepo export --format json, atau daftar objek dengan nama isian sebagai kunci."),
    Problem("IMP089", "file", "Folder tanpa berkas", "Folder tidak memuat berkas .xlsx, .xls, .ods, atau .csv", "Periksa foldernya, atau sebut berkasnya satu per satu."),
)  # fmt: skip

PROBLEMS: Mapping[str, Problem] = {problem.code: problem for problem in _CATALOGUE}
"""Every problem of intake by code; a code never changes meaning."""


class FileProblem(InputError):  # noqa: N818 - a problem of the catalogue, thrown
    """A file, or one of its sheets, that cannot be read or is not safe to read; ``code`` is one of ``PROBLEMS``."""

    def __init__(self, code: str, file: str, *, sheet: str | None = None, **slots: object) -> None:
        problem = PROBLEMS[code]
        super().__init__(
            problem.message(**slots), mend=problem.advice(**slots), where=Place(file=file, sheet=sheet), code=code
        )
