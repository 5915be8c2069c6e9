"""Writes sheets as xlsx, ods and csv so that the same content gives the same bytes, on any day and machine."""

import csv
import io
import math
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter
from lembar import Isi, Lembar, Rumus, Sel
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

DIBUAT = datetime(2025, 8, 11, 8, 0, 0)
_FOLIO = 14
_TINGGI_GARIS = 12.75
_UANG = 100_000
_GARIS: dict[str, object] = {"border": 1, "valign": "top", "text_wrap": True}
_GAYA: dict[str, dict[str, object]] = {
    "contoh": {"bold": True, "italic": True, "font_color": "#9C0006", "align": "center"},
    "judul": {"bold": True, "font_size": 12, "align": "center"},
    "kepala": {**_GARIS, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#D9E2F3"},
    "nomor": {**_GARIS, "italic": True, "align": "center", "font_size": 8},
    "isi": _GARIS,
    "tengah": {**_GARIS, "align": "center"},
    "unit": {**_GARIS, "valign": "vcenter"},
    "rupiah": {**_GARIS, "num_format": "#,##0", "align": "right"},
    "tanggal": {**_GARIS, "num_format": "dd/mm/yyyy", "align": "center"},
    "bagian": {**_GARIS, "bold": True, "bg_color": "#E2EFDA", "text_wrap": False},
    "jumlah": {**_GARIS, "bold": True, "align": "center", "bg_color": "#F2F2F2"},
    "label": {"bold": True, "valign": "top"},
    "nilai": {"valign": "top", "text_wrap": True, "align": "left"},
    "catatan": {"italic": True, "font_size": 9},
    "tanda": {},
    "kosong": {},
}


def tulis_xlsx(berkas: Path, daftar: Sequence[Lembar]) -> None:
    """Write a workbook."""
    buku = xlsxwriter.Workbook(str(berkas), {"strings_to_urls": False, "strings_to_formulas": False})
    buku.set_properties({"title": "DATA CONTOH", "comments": "Bukan data resmi", "created": DIBUAT})
    gaya = {nama: buku.add_format({"font_name": "Arial", "font_size": 10, **sifat}) for nama, sifat in _GAYA.items()}
    for lembar in daftar:
        halaman = buku.add_worksheet(lembar.nama)
        _tata_halaman(halaman, lembar)
        _isi_sel(halaman, lembar, gaya)
    buku.close()


def _tata_halaman(halaman: Worksheet, lembar: Lembar) -> None:
    """Set paper, widths and what is hidden."""
    halaman.set_landscape()
    halaman.set_paper(_FOLIO)
    halaman.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    halaman.fit_to_pages(1, 0)
    halaman.set_footer("&L&8DATA CONTOH – bukan data resmi&R&8Halaman &P dari &N")
    for nomor, lebar in enumerate(lembar.lebar):
        pilihan = {"hidden": True} if nomor + 1 in lembar.kolom_tersembunyi else {}
        halaman.set_column(nomor, nomor, lebar, None, pilihan)
    if lembar.tersembunyi:
        halaman.hide()
    if lembar.baris_kepala and not lembar.tersembunyi:
        atas = min((satu.baris for satu in lembar.penanda if satu.jenis == "header"), default=lembar.baris_kepala)
        halaman.repeat_rows(atas - 1, lembar.baris_kepala - 1)


def _isi_sel(halaman: Worksheet, lembar: Lembar, gaya: dict[str, Format]) -> None:
    """Write every cell, then the merged ones over them."""
    for baris, sel_baris in enumerate(lembar.baris):
        tinggi = _jumlah_garis(lembar, baris, sel_baris)
        if tinggi > 1:
            halaman.set_row(baris, tinggi * _TINGGI_GARIS + 2)
        for kolom, sel in enumerate(sel_baris):
            _tulis_sel(halaman, baris, kolom, sel.isi, gaya[_gaya_sel(sel)])
    for baris, kolom, baris_akhir, kolom_akhir in lembar.gabungan:
        sel = lembar.baris[baris - 1][kolom - 1]
        rentang = (baris - 1, kolom - 1, baris_akhir - 1, kolom_akhir - 1)
        halaman.merge_range(*rentang, "", gaya[sel.gaya])
        _tulis_sel(halaman, baris - 1, kolom - 1, sel.isi, gaya[sel.gaya])


def _gaya_sel(sel: Sel) -> str:
    """Return the style of a cell; plain numbers stand in the middle, sums of money to the right."""
    if sel.gaya != "isi" or not isinstance(sel.isi, int):
        return sel.gaya
    return "rupiah" if sel.isi >= _UANG else "tengah"


def _jumlah_garis(lembar: Lembar, baris: int, isi: Sequence[Sel]) -> int:
    """Estimate how many lines the fullest wrapped cell needs: no program measures rows when the file is only read."""
    gabung = {(atas - 1, kiri - 1) for atas, kiri, _, _ in lembar.gabungan}
    garis = 1
    for kolom, sel in enumerate(isi):
        if not isinstance(sel.isi, str) or not _GAYA[sel.gaya].get("text_wrap") or (baris, kolom) in gabung:
            continue
        lebar = lembar.lebar[kolom] if kolom < len(lembar.lebar) else 9
        if kolom + 1 not in lembar.kolom_tersembunyi:
            garis = max(garis, math.ceil(len(sel.isi) * 0.98 / lebar))
    return garis


def _tulis_sel(halaman: Worksheet, baris: int, kolom: int, isi: Isi, gaya: Format) -> None:
    """Write one cell with the type that it has here; text never becomes a number, a link or a formula."""
    match isi:
        case None | "":
            halaman.write_blank(baris, kolom, None, gaya)
        case Rumus():
            halaman.write_formula(baris, kolom, isi.teks, gaya, isi.nilai)
        case date():
            halaman.write_datetime(baris, kolom, isi, gaya)
        case int() | float():
            halaman.write_number(baris, kolom, isi, gaya)
        case str():
            halaman.write_string(baris, kolom, isi, gaya)


def teks_csv(lembar: Lembar, pemisah: str) -> str:
    """Return a sheet as csv text with the line ends that spreadsheets write."""
    wadah = io.StringIO()
    penulis = csv.writer(wadah, delimiter=pemisah, lineterminator="\r\n")
    for baris in lembar.baris:
        penulis.writerow(["" if sel.isi is None else str(sel.isi) for sel in baris])
    return wadah.getvalue()


def tulis_ods(berkas: Path, daftar: Sequence[Lembar]) -> None:
    """Write a plain OpenDocument spreadsheet: texts and whole numbers, no styles."""
    ruang = " ".join(
        f'xmlns:{pendek}="urn:oasis:names:tc:opendocument:xmlns:{panjang}:1.0"'
        for pendek, panjang in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    isi = "".join(_tabel_ods(lembar) for lembar in daftar)
    badan = f"<office:body><office:spreadsheet>{isi}</office:spreadsheet></office:body>"
    dokumen = f'<office:document-content {ruang} office:version="1.2">{badan}</office:document-content>'
    tipe = "application/vnd.oasis.opendocument.spreadsheet"
    entri = "".join(
        f'<manifest:file-entry manifest:full-path="{jalur}" manifest:media-type="{jenis}"/>'
        for jalur, jenis in (("/", tipe), ("content.xml", "text/xml"))
    )
    ruang_manifes = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"'
    manifes = f"<manifest:manifest {ruang_manifes}>{entri}</manifest:manifest>"
    kepala = '<?xml version="1.0" encoding="UTF-8"?>\n'
    with zipfile.ZipFile(berkas, "w") as arsip:
        _tambah_entri(arsip, "mimetype", tipe, zipfile.ZIP_STORED)
        _tambah_entri(arsip, "content.xml", kepala + dokumen, zipfile.ZIP_DEFLATED)
        _tambah_entri(arsip, "META-INF/manifest.xml", kepala + manifes, zipfile.ZIP_DEFLATED)


def _tambah_entri(arsip: zipfile.ZipFile, nama: str, isi: str, cara: int) -> None:
    """Add a member with a fixed date."""
    keterangan = zipfile.ZipInfo(nama, date_time=DIBUAT.timetuple()[:6])
    keterangan.compress_type = cara
    keterangan.external_attr = 0o644 << 16
    arsip.writestr(keterangan, isi)


def _tabel_ods(lembar: Lembar) -> str:
    """Return one table element."""
    baris = "".join(
        f"<table:table-row>{''.join(_sel_ods(sel.isi) for sel in isi) or '<table:table-cell/>'}</table:table-row>"
        for isi in lembar.baris
    )
    kolom = max((len(isi) for isi in lembar.baris), default=1)
    lebar = f'<table:table-column table:number-columns-repeated="{kolom}"/>'
    return f'<table:table table:name="{escape(lembar.nama)}">{lebar}{baris}</table:table>'


def _sel_ods(isi: Isi) -> str:
    """Return one cell element."""
    match isi:
        case None | "":
            return "<table:table-cell/>"
        case int() | float():
            nilai = f'office:value-type="float" office:value="{isi}"'
        case _:
            nilai = 'office:value-type="string"'
    return f"<table:table-cell {nilai}><text:p>{escape(str(isi))}</text:p></table:table-cell>"
