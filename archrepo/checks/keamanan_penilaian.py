"""KAM: controls, audits, tests, incidents and opinions of fitness, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import names_of, observed
from archrepo.checks.dasar import AUDIT, KATEGORI, KEAMANAN, PENGHUBUNG, STANDAR_KEAMANAN
from archrepo.checks.keamanan import category_of, needs_controls
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import limit, words
from archrepo.declarations.kosakata import vocabulary
from archrepo.landscape import Elemen, SistemPenghubungLayanan

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _audited(day: date, *, kategori: str | None = "tinggi", ours: bool = True) -> Scene:
    """An application of high category that was audited on that day, or another one was."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        one = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", kategori_se=kategori)
        other = b.aplikasi("SIMRS", kode="A2", pemilik=dinkes, status="aktif", kategori_se="rendah")
        audit = b.add("AuditTik", "Audit keamanan", kode="T1", jenis="keamanan", tanggal=day)
        b.relasi("R51", audit, one if ours else other)

    return given


def _age(scope: Scope, day: date) -> float:
    return (scope.landscape.as_of - day).days / 365.25


def _days(rows: tuple[Elemen, ...], *kinds: str) -> list[date]:
    chosen = (row for row in rows if not kinds or row.nilai("jenis") in kinds)
    return [day for row in chosen if isinstance(day := row.nilai("tanggal"), date)]


@check(
    "KAM004",
    severity="warning",
    title="Audit keamanan sudah lewat dua tahun atau belum pernah",
    why="Celah yang muncul sesudah audit terakhir belum diketahui.",
    mend="Jadwalkan audit keamanan, lalu catat tanggal dan hasilnya.",
    basis=(indikator(31), AUDIT),
    indicators=(9, 22, 31),
    fires=(
        Example(_audited(date(2023, 1, 10)), "Kategori tinggi, audit terakhir tiga tahun lalu.", (("A1",),)),
        Example(_audited(date(2025, 9, 1), ours=False), "Kategori tinggi, belum pernah diaudit.", (("A1",),)),
    ),
    silent=(
        Example(_audited(date(2025, 9, 1)), "Sama, tetapi audit terakhir tahun lalu."),
        Example(_audited(date(2025, 9, 1), ours=False, kategori="rendah"), "Sama, tetapi kategorinya rendah."),
    ),
    over="aplikasi",
    summary="auditnya sudah lewat dua tahun atau belum pernah",
)
def audit_too_old(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems of high category whose last audit is old, or that never had one.

    Those of another category are told only when an audit that they had is old. Nothing is told of "never" while the
    Instansi has recorded no audit at all: then it is not known.
    """
    recorded = {row.instansi_id for row in (*scope.own("AuditTik"), *scope.own("ProgramKeamanan"))}
    for aplikasi in scope.aplikasi:
        audits = scope.landscape.sources(aplikasi.id, "R51")
        acts = scope.landscape.sources(aplikasi.id, "R34")
        days = [*_days(audits), *_days(acts, "audit")]
        if days and _age(scope, max(days)) > limit("tahun_audit"):
            yield observed(scope, aplikasi, f"{aplikasi.nama} terakhir diaudit {max(days):%d-%m-%Y}.")
        elif not days and aplikasi.instansi_id in recorded and needs_controls(scope, aplikasi):
            label = vocabulary("kategori_se").label(category_of(scope, aplikasi))
            yield observed(scope, aplikasi, f"{aplikasi.nama} berkategori {label}, auditnya belum tercatat.")


def _fit(*, asset: bool) -> Scene:
    def given(b: Builder) -> None:
        kominfo = b.unit("Dinas Komunikasi dan Informatika", kode="KOMINFO")
        bus = b.add(
            "SistemPenghubungLayanan", "SPL Kabupaten", kode="SPL1", jenis="spl_daerah", perangkat_daerah_id=kominfo
        )
        opinion = b.add("ProgramKeamanan", "Uji kelaikan", kode="K1", jenis="kelaikan", tanggal=date(2026, 1, 5))
        if asset:
            b.relasi("R34", opinion, bus)

    return given


@check(
    "KAM006",
    severity="info",
    title="Kelaikan Sistem Penghubung Layanan belum tercatat",
    why="Semua pertukaran data lewat di sini, sehingga kelaikan keamanannya perlu dapat ditunjukkan.",
    mend="Mintakan penilaian kelaikan, lalu catat tanggal dan hasilnya dengan SPL sebagai aset terkait.",
    basis=(indikator(18), PENGHUBUNG, KEAMANAN),
    indicators=(7, 18, 22),
    fires=(Example(_fit(asset=False), "SPL daerah tanpa penilaian kelaikan.", (("SPL1",),)),),
    silent=(Example(_fit(asset=True), "Sama, tetapi kelaikannya tercatat."),),
    over="spl",
)
def bus_without_fitness(scope: Scope) -> Iterator[Observation]:
    """Buses of the regency of which no opinion of fitness is recorded (kelaikan, R34)."""
    for bus in scope.own("SistemPenghubungLayanan"):
        acts = scope.landscape.sources(bus.id, "R34")
        is_own = isinstance(bus, SistemPenghubungLayanan) and bus.jenis == "spl_daerah"
        if is_own and not any(row.nilai("jenis") == "kelaikan" for row in acts):
            yield observed(scope, bus, f"{bus.nama}: kelaikan keamanannya belum tercatat.")


def _control(state: str, kategori: str = "tinggi") -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        aplikasi = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", kategori_se=kategori)
        b.relasi("R33", aplikasi, b.add("KontrolKeamanan", "Autentikasi", kode="K1", status=state))

    return given


@check(
    "KAM007",
    severity="warning",
    title="Kontrol keamanan belum terpenuhi",
    why="Kontrol ini diharapkan pada aplikasi dengan kategori tinggi atau strategis.",
    mend="Susun rencana pemenuhannya, dahulukan yang menyangkut masuk dan data pribadi.",
    basis=(indikator(22), STANDAR_KEAMANAN),
    indicators=(8, 22),
    fires=(Example(_control("belum"), "Kategori tinggi, autentikasi belum terpenuhi.", (("A1", "K1"),)),),
    silent=(
        Example(_control("terpenuhi"), "Sama, tetapi terpenuhi."),
        Example(_control("belum", "rendah"), "Sama, tetapi kategorinya rendah."),
    ),
    over="aplikasi",
)
def control_unmet(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems of high category with controls said not to be met."""
    for aplikasi in scope.aplikasi:
        if not needs_controls(scope, aplikasi):
            continue
        controls = scope.landscape.targets(aplikasi.id, "R33")
        rows = [row for row in controls if row.nilai("status") in words("kontrol_belum")]
        if rows:
            yield Observation(
                element_ids=(aplikasi.id, *(row.id for row in rows)),
                message=f"{aplikasi.nama}: kontrol yang belum terpenuhi: {names_of(rows)}.",
                instansi_id=aplikasi.instansi_id,
                unit_id=scope.unit_of(aplikasi),
            )


def _weighed(stated: str | None) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        aplikasi = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", kategori_se=stated)
        b.add(
            "KategorisasiSistemElektronik", "Kategorisasi SIPANDU", kode="K1", aplikasi_id=aplikasi, hasil="tinggi",
            tanggal=date(2026, 1, 5),
        )  # fmt: skip

    return given


@check(
    "KAM008",
    severity="warning",
    title="Kategori aplikasi dan hasil kategorisasinya berbeda",
    why="Belum jelas kontrol mana yang berlaku bagi aplikasi ini.",
    mend="Samakan kategori aplikasi dengan hasil kategorisasi terakhir.",
    basis=(indikator(22), KATEGORI),
    indicators=(22,),
    fires=(Example(_weighed("rendah"), "Ditulis rendah, hasilnya tinggi.", (("A1", "K1"),)),),
    silent=(
        Example(_weighed("tinggi"), "Sama, tetapi keduanya tinggi."),
        Example(_weighed(None), "Sama, tetapi pada aplikasi tidak ditulis."),
    ),
    over="aplikasi",
)
def categories_differ(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems whose stated category is not that of their latest weighing (R35)."""
    known = vocabulary("kategori_se")
    for aplikasi in scope.aplikasi:
        stated, weighed = aplikasi.nilai("kategori_se"), category_of(scope, aplikasi)
        if isinstance(stated, str) and weighed is not None and stated != weighed:
            rows = scope.landscape.sources(aplikasi.id, "R35")
            yield Observation(
                element_ids=(aplikasi.id, *(row.id for row in rows)),
                message=f"{aplikasi.nama} ditulis {known.label(stated)}, hasil kategorisasinya {known.label(weighed)}.",
                instansi_id=aplikasi.instansi_id,
                unit_id=scope.unit_of(aplikasi),
            )


def _act(**facts: Any) -> Scene:
    def given(b: Builder) -> None:
        kominfo = b.unit("Dinas Komunikasi dan Informatika", kode="KOMINFO")
        values = {"jenis": "insiden", "tanggal": date(2026, 1, 5), "hasil": "Halaman diubah orang lain", **facts}
        b.add("ProgramKeamanan", "Insiden situs", kode="K1", perangkat_daerah_id=kominfo, **values)

    return given


@check(
    "KAM009",
    severity="warning",
    title="Insiden atau hasil audit belum ditindaklanjuti",
    why="Celah yang sudah diketahui tetap terbuka.",
    mend="Catat tindak lanjutnya, atau rencana dan tenggatnya.",
    basis=(indikator(22, 31), KEAMANAN, AUDIT),
    indicators=(22, 29, 30, 31),
    fires=(Example(_act(), "Insiden tanpa tindak lanjut.", (("K1",),)),),
    silent=(
        Example(_act(tindak_lanjut="Sandi diganti, celah ditutup"), "Sama, tetapi sudah ditindaklanjuti."),
        Example(_act(jenis="edukasi"), "Sama, tetapi kegiatan edukasi."),
    ),
    over="program_keamanan",
    summary="belum ditindaklanjuti",
)
def not_followed_up(scope: Scope) -> Iterator[Observation]:
    """Incidents, audits and tests of the past without a follow-up."""
    day = scope.landscape.as_of
    followed = ("insiden", "audit", "kerentanan")
    acts = (row for row in scope.own("ProgramKeamanan") if row.nilai("jenis") in followed)
    for row in (*acts, *scope.own("AuditTik")):
        when = row.nilai("tanggal")
        if not row.nilai("tindak_lanjut") and isinstance(when, date) and when <= day:
            yield observed(scope, row, f"{row.nama} ({when:%d-%m-%Y}) belum ditindaklanjuti.")


def _tested(*, ours: bool, kategori: str = "tinggi") -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        one = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", kategori_se=kategori)
        other = b.aplikasi("SIMRS", kode="A2", pemilik=dinkes, status="aktif", kategori_se="rendah")
        test = b.add("ProgramKeamanan", "Uji celah", kode="K1", jenis="kerentanan", tanggal=date(2026, 1, 5))
        b.relasi("R34", test, one if ours else other)

    return given


@check(
    "KAM011",
    severity="info",
    title="Kerentanan aplikasi belum diuji dalam dua tahun",
    why="Aplikasi sepenting ini belum diketahui celahnya.",
    mend="Jadwalkan uji kerentanan, lalu catat hasil dan perbaikannya.",
    basis=(indikator(22), KEAMANAN, STANDAR_KEAMANAN),
    indicators=(22, 31),
    fires=(Example(_tested(ours=False), "Kategori tinggi; yang diuji aplikasi lain.", (("A1",),)),),
    silent=(
        Example(_tested(ours=True), "Sama, tetapi aplikasi ini yang diuji."),
        Example(_tested(ours=False, kategori="rendah"), "Sama, tetapi kategorinya rendah."),
    ),
    over="aplikasi",
    summary="kerentanannya belum diuji dalam dua tahun",
)
def not_tested(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems of high category without a recent test, where the Instansi records tests."""
    tests = {row.instansi_id for row in scope.own("ProgramKeamanan") if row.nilai("jenis") == "kerentanan"}
    for aplikasi in scope.aplikasi:
        if aplikasi.instansi_id in tests and needs_controls(scope, aplikasi):
            days = _days(scope.landscape.sources(aplikasi.id, "R34"), "kerentanan")
            if not days or _age(scope, max(days)) > limit("tahun_audit"):
                yield observed(scope, aplikasi, f"{aplikasi.nama}: uji kerentanan belum tercatat dalam dua tahun.")
