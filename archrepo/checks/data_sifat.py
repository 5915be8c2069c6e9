"""DAT: what a data set is: open or not, personal or not, by whom it is kept, and what is written of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import blanks, observed
from archrepo.checks.dasar import DATA_PRIBADI, KODE_REFERENSI, SATU_DATA
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.declarations.kosakata import vocabulary
from archrepo.landscape import Aplikasi, DataInformasi
from archrepo.landscape.pusat_data import is_operating
from archrepo.names import fold

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _data(**facts: Any) -> Scene:
    """One data set with its producer, its openness and its code, but for the facts given."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        values = {"produsen": dinkes, "perangkat_daerah_id": dinkes, "sifat": "terbatas", "kode_referensi": "RAD.04.01"}
        b.add("DataInformasi", "Data balita", kode="D1", **{**values, **facts})

    return given


@check(
    "DAT003",
    severity="warning",
    title="Data pribadi belum punya klasifikasi",
    why="Tanpa klasifikasi, belum jelas siapa yang boleh melihat data pribadi ini dan bagaimana menjaganya.",
    mend="Tetapkan klasifikasi keamanan datanya bersama walidata.",
    basis=(indikator(22, 23), DATA_PRIBADI, OwnRule("data")),
    indicators=(3, 22, 23),
    fires=(Example(_data(data_pribadi="ya"), "Memuat data pribadi, klasifikasinya kosong.", (("D1",),)),),
    silent=(
        Example(_data(data_pribadi="ya", klasifikasi="rahasia"), "Sama, tetapi klasifikasinya disebut."),
        Example(_data(data_pribadi=None), "Sama, tetapi belum diketahui memuat data pribadi."),
    ),
    over="data",
    summary="memuat data pribadi tanpa klasifikasi",
    fact="klasifikasi",
)
def personal_without_class(scope: Scope) -> Iterator[Observation]:
    """Data sets said to hold personal data whose security class is blank, where a source asked for it."""
    return blanks(scope, "klasifikasi", "{nama} memuat data pribadi; klasifikasinya belum ditetapkan.")


@check(
    "DAT004",
    severity="info",
    title="Data terbuka belum dapat dibagipakaikan",
    why="Data disebut terbuka, tetapi belum dapat diambil oleh sistem atau warga yang membutuhkannya.",
    mend="Terbitkan pada portal data terbuka, atau sediakan antarmuka untuk mengambilnya.",
    basis=(indikator(23, 43), SATU_DATA),
    indicators=(23, 43),
    fires=(Example(_data(sifat="terbuka", interoperabilitas="tidak"), "Terbuka, tetapi tidak dibagi.", (("D1",),)),),
    silent=(
        Example(_data(sifat="terbuka", interoperabilitas="ya"), "Sama, tetapi dapat dibagi."),
        Example(_data(sifat="terbuka", interoperabilitas=None), "Sama, tetapi belum diketahui."),
    ),
    over="data",
    summary="disebut terbuka tetapi belum dapat dibagipakaikan",
)
def open_but_closed(scope: Scope) -> Iterator[Observation]:
    """Data sets of open nature that are said not to be shared."""
    for data in scope.data:
        if data.sifat == "terbuka" and data.nilai("interoperabilitas") == "tidak":
            yield observed(scope, data, f"{data.nama} disebut terbuka, tetapi belum dapat dibagipakaikan.")


@check(
    "DAT005",
    severity="warning",
    title="Data terbuka yang memuat data pribadi atau tertutup",
    why="Sifat terbuka dan isi atau klasifikasinya tidak mungkin benar keduanya.",
    mend="Perbaiki sifatnya, atau pisahkan bagian yang boleh dibuka.",
    basis=(indikator(22, 23), DATA_PRIBADI, SATU_DATA),
    indicators=(22, 23, 43),
    fires=(
        Example(_data(sifat="terbuka", data_pribadi="ya", klasifikasi="biasa"), "Terbuka; data pribadi.", (("D1",),)),
        Example(_data(sifat="terbuka", klasifikasi="rahasia"), "Terbuka, tetapi rahasia.", (("D1",),)),
    ),
    silent=(
        Example(_data(data_pribadi="ya", klasifikasi="biasa"), "Sama, tetapi sifatnya terbatas."),
        Example(_data(sifat="terbuka", klasifikasi="biasa"), "Sama, tetapi klasifikasinya biasa."),
    ),
    over="data",
    summary="terbuka, padahal memuat data pribadi atau tertutup",
)
def open_against_class(scope: Scope) -> Iterator[Observation]:
    """Data sets of open nature that hold personal data or have a closed security class."""
    for data in scope.data:
        if data.sifat != "terbuka":
            continue
        kind = data.nilai("klasifikasi")
        if data.data_pribadi == "ya":
            yield observed(scope, data, f"{data.nama} disebut terbuka, padahal memuat data pribadi.")
        elif kind in words("klasifikasi_tidak_terbuka"):
            label = vocabulary("klasifikasi_data").label(str(kind))
            yield observed(scope, data, f"{data.nama} disebut terbuka, padahal klasifikasinya {label}.")


def _steward(*, named: bool) -> Scene:
    def given(b: Builder) -> None:
        kominfo = b.unit("Dinas Komunikasi dan Informatika", kode="KOMINFO")
        home = b.another_instansi("Kabupaten Lain", walidata_id=kominfo if named else None)
        b.add("DataInformasi", "Data balita", kode="D1", instansi=home, produsen=kominfo)

    return given


@check(
    "DAT006",
    severity="info",
    title="Walidata daerah belum dicatat",
    why="Data yang tidak menyebut walidata mengikuti walidata daerah; selama itu kosong, penjaganya belum diketahui.",
    mend="Isi walidata pada keterangan pemerintah daerah.",
    basis=(indikator(23), SATU_DATA, OwnRule("data")),
    indicators=(3, 23),
    fires=(Example(_steward(named=False), "Ada data, walidatanya belum dicatat.", (("KAB3",),)),),
    silent=(Example(_steward(named=True), "Sama, tetapi walidatanya dicatat."),),
    over="instansi",
)
def without_steward(scope: Scope) -> Iterator[Observation]:
    """Governments without a walidata of their own that have data sets which name none either."""
    following = Counter(row.instansi_id for row in scope.data if row.wali_data_id is None)
    for instansi in scope.instansi:
        count = following[instansi.id]
        if count and instansi.walidata_id is None:
            yield observed(scope, instansi, f"Walidata {instansi.nama} belum dicatat; {count} data mengikutinya.")


def _linked(*, managed: bool = False) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        data = b.add("DataInformasi", "Data balita", kode="D1", produsen=dinkes)
        aplikasi = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif")
        if managed:
            b.relasi("R10", aplikasi, data)

    return given


@check(
    "DAT007",
    severity="info",
    title="Data belum dikaitkan dengan apa pun",
    why="Belum terlihat aplikasi, layanan, atau proses bisnis yang memakai data ini.",
    mend="Kaitkan dengan aplikasi yang mengelolanya, layanan yang memakainya, atau proses yang menghasilkannya.",
    basis=(indikator(11, 23), SATU_DATA),
    indicators=(11, 23),
    fires=(Example(_linked(), "Data tanpa kaitan.", (("D1",),)),),
    silent=(Example(_linked(managed=True), "Sama, tetapi dikelola sebuah aplikasi."),),
    over="data",
    summary="belum dikaitkan dengan aplikasi, layanan, atau proses bisnis",
)
def without_link(scope: Scope) -> Iterator[Observation]:
    """Data sets that no application manages (R10), no process makes (R11), no service uses (R12), no whole holds."""
    for data in scope.data:
        used = scope.landscape.into(data.id, "R10", "R11", "R12", "R56") or scope.landscape.out(data.id, "R56")
        if not used:
            yield observed(scope, data, f"{data.nama} belum dikaitkan dengan aplikasi, layanan, atau proses bisnis.")


@check(
    "DAT008",
    severity="info",
    title="Data belum punya kode referensi arsitektur",
    why="Tanpa kode RAD, data belum dapat dipetakan pada Arsitektur SPBE Nasional.",
    mend="Pilih kode RAD yang sesuai dari referensi arsitektur.",
    basis=(indikator(11, 23), KODE_REFERENSI),
    indicators=(11, 23),
    fires=(Example(_data(kode_referensi=None), "Data tanpa kode RAD.", (("D1",),)),),
    silent=(Example(_data(), "Sama, tetapi kodenya disebut."),),
    over="data",
    summary="belum punya kode RAD",
    fact="kode_rad",
)
def without_reference(scope: Scope) -> Iterator[Observation]:
    """Data sets without a code of the data reference (RAD), where a source asked for it."""
    return blanks(scope, "kode_rad", "{nama} belum punya kode RAD.")


@check(
    "DAT009",
    severity="info",
    title="Sifat data belum disebut",
    why="Belum jelas apakah data ini boleh dibuka, terbatas, atau tertutup.",
    mend="Isi sifat datanya bersama walidata.",
    basis=(indikator(23), SATU_DATA),
    indicators=(23, 43),
    fires=(Example(_data(sifat=None), "Data tanpa sifat.", (("D1",),)),),
    silent=(Example(_data(), "Sama, tetapi sifatnya disebut."),),
    over="data",
    summary="belum disebut sifatnya",
    fact="sifat_data",
)
def without_nature(scope: Scope) -> Iterator[Observation]:
    """Data sets of which nobody said whether they are open, where a source asked for it."""
    return blanks(scope, "sifat_data", "{nama} belum disebut sifatnya.")


def _born(*, elsewhere: bool) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        dinsos = b.unit("Dinas Sosial", kode="DINSOS")
        data = b.add("DataInformasi", "Data balita", kode="D1", produsen=dinkes)
        aplikasi = b.aplikasi("SIPANDU", kode="A1", pemilik=dinsos if elsewhere else dinkes, status="aktif")
        b.relasi("R10", aplikasi, data, mode_akses="buat")

    return given


@check(
    "DAT010",
    severity="info",
    title="Data dibuat di aplikasi unit yang bukan produsennya",
    why="Yang bertanggung jawab atas kebenaran data bukan yang memegang tempat lahirnya.",
    mend="Perbaiki produsennya, atau catat kesepakatan antara kedua Perangkat Daerah.",
    basis=(indikator(23), SATU_DATA, OwnRule("data")),
    indicators=(3, 23),
    fires=(Example(_born(elsewhere=True), "Produsen dan pemilik aplikasinya berbeda.", (("D1", "A1"),)),),
    silent=(Example(_born(elsewhere=False), "Sama, tetapi aplikasinya milik produsen."),),
    over="data",
    summary="dibuat di aplikasi unit yang bukan produsennya",
)
def born_elsewhere(scope: Scope) -> Iterator[Observation]:
    """Data sets that an operating application of another known unit than their producer creates."""
    creating = words("mode_membuat")
    for data in scope.data:
        for edge in scope.landscape.into(data.id, "R10") if data.produsen is not None else ():
            aplikasi = scope.landscape[edge.dari]
            modes = set(fold(edge.atribut.get("mode_akses", "")).split())
            if isinstance(aplikasi, Aplikasi) and modes & creating and is_operating(aplikasi, scope.landscape.as_of):
                found = _strange_owner(scope, data, aplikasi)
                if found is not None:
                    yield found


def _strange_owner(scope: Scope, data: DataInformasi, aplikasi: Aplikasi) -> Observation | None:
    owner, producer = scope.landscape.get(aplikasi.pemilik_id), scope.landscape.get(data.produsen)
    if owner is None or producer is None or owner.id == producer.id:
        return None
    return Observation(
        element_ids=(data.id, aplikasi.id),
        message=f"{data.nama}: produsennya {producer.nama}, tetapi dibuat di {aplikasi.nama} milik {owner.nama}.",
        instansi_id=data.instansi_id,
        label=data.nama,
        unit_id=producer.id if producer.kelas == "PerangkatDaerah" else scope.unit_of(data),
        path=(producer.kode, data.kode, aplikasi.kode, owner.kode),
    )
