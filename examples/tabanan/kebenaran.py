"""The truth beside the workbooks: what every row is, which rows are one application, and labelled pairs.

It is derived from the same declarations as the workbooks, so the two cannot drift; ``buat.py`` reads the written files
back and compares.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import TypedDict

from isi.aplikasi import APLIKASI
from isi.pasangan import BERBEDA, SEBAB, TUMPANG_TINDIH
from kiriman import Berkas
from satuan import PERANGKAT_DAERAH

_MIRIP = 0.55


class BarisAplikasi(TypedDict):
    """One row that names one application."""

    file: str
    sheet: str
    row: int
    app: str
    name: str
    unit: str
    hosting: str | None
    status: str | None
    bentuk: str
    shifted: bool


class BarisBanyak(TypedDict):
    """One row whose name cell names several applications; keeping it whole and reporting it is right too."""

    file: str
    sheet: str
    row: int
    apps: list[str]
    name: str
    unit: str


class BarisLain(TypedDict):
    """One non-empty row that is no application."""

    file: str
    sheet: str
    row: int
    kind: str


class LembarDomain(TypedDict):
    """One sheet of the analysts: its class, its header row and how many rows stand below it."""

    file: str
    sheet: str
    kelas: str
    header_row: int
    rows: int


class Aplikasi(TypedDict):
    """One application as it really is, and the rows that are it."""

    id: str
    name: str
    owner: str | None
    national: str | None
    bentuk: str
    members: list[str]


class Pasangan(TypedDict):
    """One judged pair. ``a`` and ``b`` are both row references ``FILE!SHEET!ROW`` or both ids of applications."""

    a: str
    b: str
    refs: str
    label: str
    cause: str
    why: str
    difficulty: str


class Satuan(TypedDict):
    """Which of the 43 units sent something."""

    melapor: list[str]
    tanpa_aplikasi: list[str]
    belum_menyampaikan: list[str]


class Kebenaran(TypedDict):
    """The whole file."""

    schema: str
    note: str
    rows: list[BarisAplikasi]
    multi_rows: list[BarisBanyak]
    non_rows: list[BarisLain]
    domain_sheets: list[LembarDomain]
    applications: list[Aplikasi]
    units: Satuan
    pairs: list[Pasangan]


def susun(kiriman: Sequence[Berkas], domain: Sequence[Berkas]) -> Kebenaran:
    """Derive the truth from the sheets and from the declared judgements."""
    bentuk = {satu.sel("id"): satu.sel("bentuk") for satu in APLIKASI}
    baris, banyak, lain = _baris(kiriman, bentuk)
    return Kebenaran(
        schema="kebenaran/1",
        note="DATA CONTOH. Ditulis oleh buat.py; jangan diubah dengan tangan.",
        rows=baris,
        multi_rows=banyak,
        non_rows=lain,
        domain_sheets=[*_lembar_domain(domain)],
        applications=_aplikasi(baris),
        units=_satuan(baris, banyak),
        pairs=[*_pasangan_baris(baris), *_pasangan_dinyatakan(), *_pasangan_situs(), *_pasangan_satu_unit()],
    )


def _baris(
    kiriman: Sequence[Berkas], bentuk: dict[str, str]
) -> tuple[list[BarisAplikasi], list[BarisBanyak], list[BarisLain]]:
    """Sort the marks of all sheets into rows of one application, of several and of none."""
    baris: list[BarisAplikasi] = []
    banyak: list[BarisBanyak] = []
    lain: list[BarisLain] = []
    for berkas in kiriman:
        for lembar in berkas.lembar:
            for tanda in sorted(lembar.penanda, key=lambda satu: satu.baris):
                file, sheet, nomor = berkas.nama, lembar.nama, tanda.baris
                if tanda.jenis:
                    lain.append(BarisLain(file=file, sheet=sheet, row=nomor, kind=tanda.jenis))
                elif len(tanda.app) > 1:
                    apps, nama, unit = list(tanda.app), tanda.nama, tanda.unit
                    banyak.append(BarisBanyak(file=file, sheet=sheet, row=nomor, apps=apps, name=nama, unit=unit))
                else:
                    isi_baris = [str(sel.isi) for sel in lembar.baris[nomor - 1]]
                    baris.append(
                        BarisAplikasi(
                            file=file, sheet=sheet, row=nomor, app=tanda.app[0], name=tanda.nama, unit=tanda.unit,
                            hosting=tanda.hosting, status=tanda.status, bentuk=bentuk[tanda.app[0]],
                            shifted=bool(berkas.tanpa_kutip) and berkas.tanpa_kutip in isi_baris,
                        )
                    )  # fmt: skip
    return baris, banyak, lain


def _lembar_domain(domain: Sequence[Berkas]) -> Iterator[LembarDomain]:
    """Describe the sheets of the analysts."""
    for berkas in domain:
        for lembar in berkas.lembar:
            jumlah = len(lembar.baris) - lembar.baris_kepala
            yield LembarDomain(
                file=berkas.nama, sheet=lembar.nama, kelas=lembar.kelas, header_row=lembar.baris_kepala, rows=jumlah
            )


def rujukan(baris: BarisAplikasi) -> str:
    """Return ``FILE!SHEET!ROW``, as the column ``sumber`` of an export writes it."""
    return f"{baris['file']}!{baris['sheet']}!{baris['row']}"


def _aplikasi(baris: Sequence[BarisAplikasi]) -> list[Aplikasi]:
    """Gather the rows of each application."""
    anggota: defaultdict[str, list[str]] = defaultdict(list)
    for satu in baris:
        anggota[satu["app"]].append(rujukan(satu))
    return [
        Aplikasi(
            id=satu.sel("id"),
            name=satu.sel("nama"),
            owner=satu.sel("pemilik") or None,
            national=satu.sel("nasional") or None,
            bentuk=satu.sel("bentuk"),
            members=anggota[satu.sel("id")],
        )
        for satu in APLIKASI
    ]


def _satuan(baris: Sequence[BarisAplikasi], banyak: Sequence[BarisBanyak]) -> Satuan:
    """Tell which units reported; a division reports for the Sekretariat Daerah."""
    lapor = {satu["unit"] for satu in baris} | {satu["unit"] for satu in banyak}
    lapor |= {"setda"} if any(satu.startswith("bag_") for satu in lapor) else set()
    tanpa = ["satpolpp"]
    return Satuan(
        melapor=[satu for satu in PERANGKAT_DAERAH if satu in lapor],
        tanpa_aplikasi=tanpa,
        belum_menyampaikan=[satu for satu in PERANGKAT_DAERAH if satu not in lapor and satu not in tanpa],
    )


def _polos(teks: str) -> str:
    """Return only the letters and digits of a name, in lower case."""
    return "".join(huruf for huruf in teks.casefold() if huruf.isalnum())


def _pasangan_baris(baris: Sequence[BarisAplikasi]) -> Iterator[Pasangan]:
    """Pair the rows of one application: the first of each spelling with the others, and each repeat with its first."""
    sebab = {satu.sel("app"): (satu.sel("sebab"), satu.sel("alasan")) for satu in SEBAB}
    per_app: defaultdict[str, defaultdict[str, list[BarisAplikasi]]] = defaultdict(lambda: defaultdict(list))
    for satu in baris:
        per_app[satu["app"]][satu["name"].strip()].append(satu)
    for app, ejaan in per_app.items():
        for sama in ejaan.values():
            for ulang in sama[1:]:
                yield _duplikat(sama[0], ulang, "nama_sama", "Nama dan aplikasi sama, dilaporkan lebih dari sekali")
        for kiri, kanan in combinations([sama[0] for sama in ejaan.values()], 2):
            if any(satu["name"].endswith((".go.id", ".example")) for satu in (kiri, kanan)):
                yield _duplikat(kiri, kanan, "host_sebagai_nama", "Satu baris hanya memuat alamat dari aplikasi itu")
            elif _polos(kiri["name"]) == _polos(kanan["name"]):
                yield _duplikat(kiri, kanan, "ejaan", "Hanya tanda baca, spasi, atau huruf besar yang berbeda")
            else:
                yield _duplikat(kiri, kanan, *sebab[app])


def _duplikat(kiri: BarisAplikasi, kanan: BarisAplikasi, sebab: str, alasan: str) -> Pasangan:
    """Return a pair of rows that are one application."""
    sulit = "easy" if sebab in {"nama_sama", "ejaan"} and _polos(kiri["name"]) == _polos(kanan["name"]) else "hard"
    return Pasangan(
        a=rujukan(kiri), b=rujukan(kanan), refs="row", label="duplicate", cause=sebab, why=alasan, difficulty=sulit
    )


def _pasangan_dinyatakan() -> Iterator[Pasangan]:
    """Return the overlaps and the look-alikes that were judged by hand."""
    for label, tabel in (("overlap", TUMPANG_TINDIH), ("distinct", BERBEDA)):
        for satu in tabel:
            sebab, alasan = satu.sel("sebab"), satu.sel("alasan")
            yield _antar_aplikasi(satu.sel("a"), satu.sel("b"), label, sebab, alasan, "hard")


def _antar_aplikasi(a: str, b: str, label: str, sebab: str, alasan: str, sulit: str) -> Pasangan:
    """Return a pair of applications."""
    return Pasangan(a=a, b=b, refs="app", label=label, cause=sebab, why=alasan, difficulty=sulit)


def _sudah() -> set[frozenset[str]]:
    """Return the pairs judged by hand."""
    return {frozenset((satu.sel("a"), satu.sel("b"))) for satu in (*TUMPANG_TINDIH, *BERBEDA)}


def _pasangan_situs() -> Iterator[Pasangan]:
    """Pair the sites of different units: alike in every word but the unit, and never the same."""
    situs = [satu.sel("id") for satu in APLIKASI if satu.sel("id").startswith("website_")]
    for a, b in combinations(situs, 2):
        if frozenset((a, b)) not in _sudah():
            yield _antar_aplikasi(a, b, "distinct", "situs_beda_unit", "Situs dua perangkat daerah", "hard")


def _pasangan_satu_unit() -> Iterator[Pasangan]:
    """Pair what one unit owns and nobody judged: different work, some with names that look alike."""
    sudah = _sudah()
    milik: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for satu in APLIKASI:
        if satu.sel("pemilik") not in {"", "NASIONAL"}:
            milik[satu.sel("pemilik")].append((satu.sel("id"), satu.sel("nama")))
    for daftar in milik.values():
        for (a, nama_a), (b, nama_b) in combinations(daftar, 2):
            if frozenset((a, b)) in sudah or (a.startswith("website_") and b.startswith("website_")):
                continue
            mirip = SequenceMatcher(None, nama_a.casefold(), nama_b.casefold()).ratio() >= _MIRIP
            alasan = "Milik satu perangkat daerah, fungsi berbeda"
            yield _antar_aplikasi(a, b, "distinct", "beda_fungsi", alasan, "hard" if mirip else "easy")


def nama_terlapor(baris: Iterable[BarisAplikasi]) -> dict[str, set[str]]:
    """Return, for each name that a row bears, the applications that bear it."""
    hasil: defaultdict[str, set[str]] = defaultdict(set)
    for satu in baris:
        hasil[satu["name"].strip()].add(satu["app"])
    return dict(hasil)
