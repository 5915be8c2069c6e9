"""KAM: applications that people sign in to, their category, and the personal data they hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from archrepo.checks.aplikasi_alamat import is_bare_address
from archrepo.checks.completeness import blanks, names_of, observed
from archrepo.checks.dasar import DATA_PRIBADI, KATEGORI, KEAMANAN, PUSAT_DATA, STANDAR_KEAMANAN
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.declarations.kosakata import vocabulary
from archrepo.landscape import Aplikasi, Elemen
from archrepo.landscape.pusat_data import DI_LUAR

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _one(**facts: Any) -> Scene:
    """One operating application with a category and a safe address, but for the facts given."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        values = {"status": "aktif", "url": "https://sipandu.contohkab.go.id", "kategori_se": "rendah", **facts}
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, **values)

    return given


@check(
    "KAM001",
    severity="warning",
    title="Aplikasi dibuka tanpa sambungan aman",
    why="Kata sandi yang diketik lewat http, atau pada alamat angka, dapat dibaca atau dialihkan orang lain.",
    mend="Pasang sertifikat (https) dan nama subdomain, atau perbaiki alamatnya bila tulisannya keliru.",
    basis=(indikator(22), STANDAR_KEAMANAN),
    indicators=(22,),
    fires=(
        Example(_one(url="http://sipandu.contohkab.go.id"), "Alamatnya http.", (("A1",),)),
        Example(_one(url="https://103.10.20.30/sipandu"), "Alamatnya angka.", (("A1",),)),
    ),
    silent=(
        Example(_one(), "Sama, tetapi https."),
        Example(_one(url="sipandu.contohkab.go.id"), "Sama, tetapi cara membukanya tidak ditulis."),
        Example(_one(url="http://sipandu.contohkab.go.id", bentuk="situs_informasi"), "Sama, tetapi situs informasi."),
    ),
    over="aplikasi",
    summary="dibuka tanpa sambungan aman",
)
def unsafe_address(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems at an http address or at bare numbers; an address without a scheme says nothing."""
    for aplikasi in scope.aplikasi:
        host = aplikasi.host
        if host is None:
            continue
        if is_bare_address(host):
            yield observed(scope, aplikasi, f"{aplikasi.nama} dibuka pada alamat angka {host}.")
        elif (aplikasi.url or "").strip().casefold().startswith("http:"):
            yield observed(scope, aplikasi, f"{aplikasi.nama} dibuka lewat http, belum https ({host}).")


@check(
    "KAM002",
    severity="info",
    title="Aplikasi belum punya kategori sistem elektronik",
    why="Kategori (strategis, tinggi, rendah) menentukan kontrol keamanan yang perlu dipenuhi.",
    mend="Lakukan kategorisasi bersama pemiliknya, lalu catat hasil dan tanggalnya.",
    basis=(indikator(22), KATEGORI),
    indicators=(8, 22),
    fires=(Example(_one(kategori_se=None), "Aplikasi aktif tanpa kategori.", (("A1",),)),),
    silent=(Example(_one(), "Sama, tetapi kategorinya disebut."),),
    over="aplikasi",
    summary="belum punya kategori sistem elektronik",
    fact="kategori_se",
)
def without_category(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems without a category, where a source asked for it."""
    return blanks(scope, "kategori_se", "{nama} belum punya kategori sistem elektronik.")


def category_of(scope: Scope, aplikasi: Aplikasi) -> str | None:
    """Return the category of an application: of its latest weighing (R35), else as stated, else None."""
    weighed = [row for row in scope.landscape.sources(aplikasi.id, "R35") if row.nilai("hasil")]
    found = max(weighed, key=_day_of).nilai("hasil") if weighed else aplikasi.nilai("kategori_se")
    return str(found) if found else None


def _day_of(element: Elemen) -> tuple[date, str]:
    day = element.nilai("tanggal")
    return (day if isinstance(day, date) else date.min), element.kode


def needs_controls(scope: Scope, aplikasi: Aplikasi) -> bool:
    """Whether the category of an application is one of those of which controls and audits are asked."""
    return category_of(scope, aplikasi) in words("kategori_perlu_kontrol")


def _controlled(*, met: bool = False, state: str = "terpenuhi", **facts: Any) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        aplikasi = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, **{"status": "aktif", **facts})
        control = b.add("KontrolKeamanan", "Autentikasi", kode="K1", status=state)
        if met:
            b.relasi("R33", aplikasi, control)

    return given


@check(
    "KAM003",
    severity="warning",
    title="Kategori tinggi atau strategis tanpa kontrol keamanan",
    why="Aplikasi sepenting ini belum punya satu pun kontrol keamanan yang dicatat.",
    mend="Periksa tiga belas kelompok kontrol, lalu catat yang terpenuhi, sebagian, dan belum.",
    basis=(indikator(22), STANDAR_KEAMANAN, KATEGORI),
    indicators=(8, 22),
    fires=(Example(_controlled(kategori_se="tinggi"), "Kategori tinggi tanpa kontrol.", (("A1",),)),),
    silent=(
        Example(_controlled(kategori_se="tinggi", met=True), "Sama, tetapi kontrolnya dicatat."),
        Example(_controlled(kategori_se="rendah"), "Sama, tetapi kategorinya rendah."),
    ),
    over="aplikasi",
    summary="berkategori tinggi atau strategis tanpa kontrol keamanan",
)
def without_controls(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems of a high category of which no control is recorded (R33)."""
    for aplikasi in scope.aplikasi:
        if needs_controls(scope, aplikasi) and not scope.landscape.out(aplikasi.id, "R33"):
            label = vocabulary("kategori_se").label(category_of(scope, aplikasi))
            yield observed(scope, aplikasi, f"{aplikasi.nama} berkategori {label}; kontrol keamanannya belum dicatat.")


def _personal(*, place: str = "server_opd", holds: str | None = "ya") -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        data = b.add("DataInformasi", "Data balita", kode="D1", produsen=dinkes, data_pribadi=holds)
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", hosting=place, data=(data,))

    return given


@check(
    "KAM005",
    severity="warning",
    title="Data pribadi di luar Pusat Data",
    why="Data warga disimpan di tempat yang pengamanan dan pencadangannya belum dapat dipastikan.",
    mend="Dahulukan pemindahan aplikasi ini ke Pusat Data, atau catat pengamanan yang sudah dipasang.",
    basis=(indikator(16, 22), DATA_PRIBADI, OwnRule("pusat_data"), PUSAT_DATA),
    indicators=(16, 22),
    fires=(Example(_personal(), "Data pribadi di server Perangkat Daerah.", (("A1", "D1"),)),),
    silent=(
        Example(_personal(place="pusat_data_daerah"), "Sama, tetapi di Pusat Data."),
        Example(_personal(holds="tidak"), "Sama, tetapi tidak memuat data pribadi."),
        Example(_personal(holds=None), "Sama, tetapi belum diketahui memuat data pribadi."),
    ),
    over="aplikasi",
)
def personal_outside(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems surely outside that manage data said to be personal (R10)."""
    for aplikasi in scope.aplikasi:
        if scope.penempatan(aplikasi).state != DI_LUAR:
            continue
        managed = scope.landscape.targets(aplikasi.id, "R10")
        rows = [row for row in dict.fromkeys(managed) if row.nilai("data_pribadi") == "ya"]
        if rows:
            where = scope.penempatan(aplikasi)
            yield Observation(
                element_ids=(aplikasi.id, *(row.id for row in rows)),
                message=f"{aplikasi.nama} memuat data pribadi ({names_of(rows)}). {where.reason}",
                instansi_id=aplikasi.instansi_id,
                unit_id=scope.unit_of(aplikasi),
                path=(rows[0].kode, aplikasi.kode, "(di luar)", "Pusat Data"),
            )


def _sent(*, jalur: str = "berkas", holds: str = "ya") -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        data = b.add("DataInformasi", "Data balita", kode="D1", produsen=dinkes, data_pribadi=holds)
        one = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif")
        other = b.aplikasi("SIMRS", kode="A2", pemilik=dinkes, status="aktif")
        b.relasi("R71", b.integrasi(one, other, kode="I1", jalur=jalur), data)

    return given


@check(
    "KAM010",
    severity="warning",
    title="Data pribadi dikirim lewat berkas atau diketik ulang",
    why="Berkas berisi data warga mudah tercecer, tersalin, dan tidak tercatat siapa yang membukanya.",
    mend="Alihkan ke API lewat SPL; sementara itu kunci berkasnya dan catat pengirimannya.",
    basis=(indikator(18, 22), DATA_PRIBADI, KEAMANAN),
    indicators=(18, 22),
    fires=(Example(_sent(), "Data balita dikirim sebagai berkas.", (("A1", "A2", "D1"),)),),
    silent=(
        Example(_sent(jalur="spl"), "Sama, tetapi lewat SPL."),
        Example(_sent(holds="tidak"), "Sama, tetapi tidak memuat data pribadi."),
    ),
    over="integrasi",
)
def personal_by_hand(scope: Scope) -> Iterator[Observation]:
    """Current exchanges by file or hand that carry data said to be personal (R71)."""
    for exchange in scope.integrasi:
        if exchange.jalur not in words("jalur_tangan") or exchange.spl_id is not None:
            continue
        rows = [row for row in scope.landscape.targets(exchange.id, "R71") if row.nilai("data_pribadi") == "ya"]
        if rows:
            source, target = scope.landscape[exchange.dari_id], scope.landscape[exchange.ke_id]
            how = vocabulary("jalur_integrasi").label(exchange.jalur).lower()
            yield Observation(
                element_ids=(source.id, target.id, *(row.id for row in rows)),
                message=f"{source.nama} → {target.nama}: {names_of(rows)} dikirim lewat {how}.",
                instansi_id=exchange.instansi_id,
                unit_id=scope.unit_of(source),
                path=(source.kode, exchange.kode, target.kode),
            )
