"""Reads the written files back and compares them with the truth and with what the sample promises."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from isi import arsitektur
from isi.aplikasi import APLIKASI
from isi.tabel import Baris
from kebenaran import Kebenaran, nama_terlapor
from lembar import arti_hosting
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

# Two current placements on purpose, and a position that two sheets tell differently.
BOLEH_BEDA = frozenset({"Dukcapil Daring"})
_SANDI = {"09": ("cp1252", ";"), "10": ("utf-8-sig", ","), "11": ("utf-16", ","), "06": ("utf-8", ",")}

Tabel = dict[str, list[list[str]]]


class SampleError(Exception):
    """The sample does not say what it claims to say."""


def periksa(folder: Path, benar: Kebenaran) -> None:
    """Compare the files in a folder with the truth.

    Raises:
        SampleError: naming every disagreement, one a line.
    """
    salah = [*_baris_benar(folder, benar), *_rujukan_benar(benar), *_janji(benar)]
    if salah:
        raise SampleError("\n".join(salah))


def bandingkan(baru: Path, lama: Path) -> None:
    """Compare two folders byte for byte.

    Raises:
        SampleError: naming every file that differs or is missing.
    """
    nama = [satu.relative_to(baru) for satu in sorted(baru.rglob("*")) if satu.is_file()]
    beda = [
        str(satu)
        for satu in nama
        if not (lama / satu).exists() or (lama / satu).read_bytes() != (baru / satu).read_bytes()
    ]
    if beda:
        raise SampleError("Berbeda dari yang dibuat ulang: " + ", ".join(beda))


def baca(jalur: Path) -> Tabel:
    """Read a file as texts, sheet by sheet; merged cells keep their place and blank rows above a table count."""
    if jalur.suffix == ".csv":
        sandi, pemisah = _SANDI[jalur.name[:2]]
        with jalur.open(encoding=sandi, newline="") as berkas:
            return {"": list(csv.reader(berkas, delimiter=pemisah))}
    if jalur.suffix == ".ods":
        buku = CalamineWorkbook.from_path(str(jalur))
        return {nama: _teks(buku.get_sheet_by_name(nama).to_python(skip_empty_area=False)) for nama in buku.sheet_names}
    buku_xlsx = load_workbook(jalur)
    return {lembar.title: _teks([list(baris) for baris in lembar.iter_rows(values_only=True)]) for lembar in buku_xlsx}


def _teks(baris: Sequence[Sequence[object]]) -> list[list[str]]:
    """Turn cells into texts."""
    return [["" if sel is None else str(sel) for sel in satu] for satu in baris]


def _baris_benar(folder: Path, benar: Kebenaran) -> Iterator[str]:
    """Report every row of the truth that the file does not bear, and every full row that the truth omits."""
    isi = {satu.name: baca(satu) for satu in sorted(folder.iterdir())}
    dikenal: set[tuple[str, str, int]] = set()
    for satu in (*benar["rows"], *benar["multi_rows"]):
        dikenal.add((satu["file"], satu["sheet"], satu["row"]))
        if satu["name"] not in isi[satu["file"]][satu["sheet"]][satu["row"] - 1]:
            yield f"{satu['file']}!{satu['sheet']}!{satu['row']}: tidak memuat {satu['name']!r}"
    for lain in benar["non_rows"]:
        dikenal.add((lain["file"], lain["sheet"], lain["row"]))
        if not any(isi[lain["file"]][lain["sheet"]][lain["row"] - 1]):
            yield f"{lain['file']}!{lain['sheet']}!{lain['row']}: baris {lain['kind']} ternyata kosong"
    domain = {satu["file"] for satu in benar["domain_sheets"]}
    for file, buku in isi.items():
        if file in domain:
            continue
        for sheet, baris in buku.items():
            for nomor, sel in enumerate(baris, start=1):
                if any(sel) and (file, sheet, nomor) not in dikenal:
                    yield f"{file}!{sheet}!{nomor}: baris tanpa kebenaran"
    for lembar in benar["domain_sheets"]:
        baris = isi[lembar["file"]][lembar["sheet"]]
        if len(baris) - lembar["header_row"] != lembar["rows"]:
            yield f"{lembar['file']}!{lembar['sheet']}: jumlah baris berbeda"


def _sebutan() -> Iterator[tuple[str, str]]:
    """Return every name of an application that the analysts' sheets use, with the place."""
    sumber: tuple[tuple[str, Sequence[Baris], tuple[str, ...]], ...] = (
        ("Layanan", arsitektur.PROSES_LAYANAN, ("aplikasi",)),
        ("Data", arsitektur.DATA, ("aplikasi",)),
        ("Penempatan", arsitektur.PENEMPATAN, ("aplikasi",)),
        ("API", arsitektur.API, ("aplikasi",)),
        ("Integrasi", arsitektur.INTEGRASI, ("dari", "ke")),
        ("Kontrol", arsitektur.KONTROL, ("aplikasi",)),
        ("Program", arsitektur.KEAMANAN, ("aset",)),
        ("Kategorisasi", arsitektur.KATEGORISASI, ("aplikasi",)),
        ("Inisiatif", arsitektur.INISIATIF, ("aplikasi",)),
        ("Anggaran", arsitektur.ANGGARAN, ("aplikasi",)),
    )
    for tempat, tabel, kolom in sumber:
        for baris in tabel:
            for kunci in kolom:
                yield from ((tempat, satu) for satu in baris.sel(kunci).split("; ") if satu)


def _rujukan_benar(benar: Kebenaran) -> Iterator[str]:
    """Report names of applications that no row bears or that two applications bear, and codes that stand nowhere."""
    nama = nama_terlapor(benar["rows"])
    kode = {baris.sel("kode") for tabel in _tabel_berkode() for baris in tabel}
    kode |= {f"DAD-{baris.sel('no')}" for baris in arsitektur.DATA}
    kode |= {f"DAB-{baris.sel('no')}" for baris in arsitektur.PROSES_LAYANAN}
    for tempat, satu in _sebutan():
        if satu[:4] in {"DAD-", "DAI-"}:
            if satu not in kode:
                yield f"{tempat}: kode {satu} tidak ada"
        elif satu != "Bank BPD Bali" and len(nama.get(satu, ())) != 1:
            yield f"{tempat}: {satu!r} menunjuk {sorted(nama.get(satu, ()))}"
    pemakaian: tuple[tuple[Sequence[Baris], tuple[str, ...]], ...] = (
        (arsitektur.INTEGRASI, ("api", "spl", "data")),
        (arsitektur.PENEMPATAN, ("tempat",)),
        (arsitektur.SERVER, ("fasilitas",)),
        (arsitektur.PROSES_LAYANAN, ("data",)),
        (arsitektur.DATA, ("proses",)),
        (arsitektur.API, ("spl",)),
        (arsitektur.ANGGARAN, ("inisiatif",)),
        (arsitektur.PLATFORM, ("server",)),
    )
    for tabel, kolom in pemakaian:
        for baris in tabel:
            for kunci in kolom:
                for satu in filter(None, baris.sel(kunci).split("; ")):
                    if satu not in kode:
                        yield f"kode {satu} tidak ada"


def _tabel_berkode() -> Iterator[Sequence[Baris]]:
    """Return the tables whose rows carry a kode of their own."""
    a = arsitektur
    yield from (a.FASILITAS, a.AWAN, a.SERVER, a.JARINGAN, a.SPL, a.PERANGKAT_KEAMANAN, a.PENYIMPANAN, a.PLATFORM)
    yield from (a.API, a.KEAMANAN, a.KONTROL, a.KATEGORISASI, a.REGULASI, a.INISIATIF, a.ANGGARAN)


def _janji(benar: Kebenaran) -> Iterator[str]:
    """Report what the sample promises and does not keep."""
    pelapor = Counter(satu["app"] for satu in benar["rows"])
    camat = sorted({satu["unit"] for satu in benar["rows"] if satu["app"] == "simpeg" and satu["unit"][:4] == "kec_"})
    ids = {satu.sel("id") for satu in APLIKASI}
    pasangan = [satu for satu in benar["pairs"] if satu["refs"] == "app"]
    ganda = Counter(frozenset((satu["a"], satu["b"])) for satu in benar["pairs"])
    syarat: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("SRIKANDI dilaporkan sembilan unit", lambda: pelapor["srikandi"] == 9),
        ("SIMPEG dilaporkan enam kecamatan", lambda: len(camat) == 6),
        ("setiap aplikasi punya baris", lambda: all(satu["members"] for satu in benar["applications"])),
        ("pasangan menunjuk aplikasi yang ada", lambda: all({satu["a"], satu["b"]} <= ids for satu in pasangan)),
        ("tidak ada pasangan yang dinilai dua kali", lambda: max(ganda.values()) == 1),
        ("sedikitnya 600 pasangan", lambda: len(benar["pairs"]) >= 600),
        ("sedikitnya 150 pasangan sulit", lambda: sum(s["difficulty"] == "hard" for s in benar["pairs"]) >= 150),
        ("sedikitnya 30 perangkat daerah melapor", lambda: len(benar["units"]["melapor"]) >= 30),
        ("sedikitnya 10 rantai utuh", lambda: len(rantai_utuh()) >= 10),
        ("sedikitnya 16 aplikasi terhubung lewat SPL", lambda: len(terhubung_spl()) >= 16),
    )
    yield from (f"Janji tidak terpenuhi: {isi}" for isi, terpenuhi in syarat if not terpenuhi())
    yield from _penempatan_cocok(benar)


def _penempatan_cocok(benar: Kebenaran) -> Iterator[str]:
    """Report a production placement that contradicts the server position that the rows of the application tell."""
    for baris in arsitektur.PENEMPATAN:
        nama = baris.sel("aplikasi")
        if baris.sel("lingkungan") != "Produksi" or nama in BOLEH_BEDA:
            continue
        app = next(satu["app"] for satu in benar["rows"] if satu["name"] == nama)
        tertulis = {satu["hosting"] for satu in benar["rows"] if satu["app"] == app} - {None}
        if tertulis and arti_hosting(baris.sel("lokasi")) not in tertulis:
            yield f"Penempatan {nama}: {baris.sel('lokasi')} tetapi baris berkata {sorted(map(str, tertulis))}"


def terhubung_spl() -> set[str]:
    """Return the names of the applications with a working exchange through the SPL or the SPLP."""
    jalur = [satu for satu in arsitektur.INTEGRASI if satu.sel("jalur") in {"SPL", "SPLP"}]
    jalan = [satu for satu in jalur if satu.sel("keadaan") == "Sudah Integrasi"]
    return {satu.sel("dari") for satu in jalan} | {satu.sel("ke") for satu in jalan}


def rantai_utuh() -> set[str]:
    """Return the services with a process, an application on a named machine and a security control on it."""
    bertempat = {satu.sel("aplikasi") for satu in arsitektur.PENEMPATAN if satu.sel("tempat")}
    terjaga = {nama for satu in arsitektur.KONTROL for nama in satu.sel("aplikasi").split("; ")}
    return {
        satu.sel("layanan")
        for satu in arsitektur.PROSES_LAYANAN
        if satu.sel("layanan") and satu.sel("data") and set(satu.sel("aplikasi").split("; ")) & bertempat & terjaga
    }
