"""TKL: the architecture as a whole: its domains, its codes, its releases, and what was set aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import observed
from archrepo.checks.dasar import ARSITEKTUR, KODE_REFERENSI, PEMANTAUAN
from archrepo.checks.finding import fingerprint_of, hashed
from archrepo.checks.grouping import grouped, identity, observations_of
from archrepo.checks.rule import Example, Observation, Rule, Scene, check, indikator, registered_rules
from archrepo.checks.scope import Scope
from archrepo.declarations.istilah import DOMAIN_LABELS
from archrepo.declarations.kalimat import listed
from archrepo.declarations.metamodel import classes
from archrepo.declarations.referensi import doubt_about

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _domains(*, security: bool = False) -> Scene:
    """One element of each domain; the one of the last may belong to another government."""

    def given(b: Builder) -> None:
        other = b.another_instansi("Kabupaten Lain")
        kinds = ("ProsesBisnis", "Layanan", "DataInformasi", "Aplikasi", "JaringanIntra")
        for place, kelas in enumerate(kinds, start=1):
            for home, suffix in ((b.instansi, ""), (other, "B")):
                b.add(kelas, f"Contoh {kelas}", kode=f"E{place}{suffix}", instansi=home)
        b.add("KontrolKeamanan", "Autentikasi", kode="E6B", instansi=other)
        b.add("KontrolKeamanan", "Kontrol akses", kode="E6", instansi=b.instansi if security else other)

    return given


@check(
    "TKL008",
    severity="info",
    title="Arsitektur belum memuat semua domain",
    why="Arsitektur SPBE terdiri atas enam domain yang saling terkait; yang kosong belum dapat diperiksa.",
    mend="Kirim templat domain yang kosong, mulai dari yang paling dibutuhkan.",
    basis=(indikator(11), ARSITEKTUR),
    indicators=(1, 11),
    fires=(Example(_domains(), "Lima domain terisi, keamanan kosong.", (("KAB",),)),),
    silent=(Example(_domains(security=True), "Sama, tetapi keamanan juga terisi."),),
    over="instansi",
)
def domain_missing(scope: Scope) -> Iterator[Observation]:
    """Governments with something in one domain and nothing in another, one finding an Instansi."""
    filled: dict[int, set[str]] = {}
    layers = {name: row.layer for name, row in classes().items()}
    for element in scope.landscape.elements:
        filled.setdefault(element.instansi_id, set()).add(layers.get(element.kelas, ""))
    for instansi in scope.instansi:
        here = filled.get(instansi.id, set())
        empty = [label for layer, label in DOMAIN_LABELS.items() if layer not in here]
        if empty and here.intersection(DOMAIN_LABELS):
            text = f"{len(empty)} dari 6 domain arsitektur belum berisi apa pun: {listed(empty)}."
            yield Observation(element_ids=(instansi.id,), message=text, instansi_id=instansi.id)


def _coded(kode: str) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.add("ProsesBisnis", "Pelayanan dasar", kode="P1", perangkat_daerah_id=dinkes, kode_referensi=kode)

    return given


@check(
    "TKL009",
    severity="info",
    title="Kode referensi arsitektur tidak dikenal dalam versi yang berlaku",
    why="Kode dari versi lain atau referensi lain tidak dapat dipetakan pada Arsitektur SPBE Nasional.",
    mend="Pilih kode dari referensi yang berlaku; tingkat di bawahnya boleh ditambah sendiri.",
    basis=(indikator(11), KODE_REFERENSI),
    indicators=(1, 11),
    fires=(
        Example(_coded("RAB.04.77"), "Urusan 77 tidak ada dalam RAB.", (("P1",),)),
        Example(_coded("RAL.01.08"), "Proses bisnis memakai kode layanan.", (("P1",),)),
    ),
    silent=(
        Example(_coded("RAB.04.01"), "Sama, tetapi kodenya ada."),
        Example(_coded("RAB.04.01.99.05"), "Sama, tetapi tingkat bawahnya milik sendiri."),
    ),
    over="berkode",
    summary="kode referensinya tidak dikenal dalam versi yang berlaku",
)
def unknown_code(scope: Scope) -> Iterator[Observation]:
    """Elements whose reference code is malformed, of another reference, or not in the version in force."""
    layers = {name: row.layer for name, row in classes().items()}
    for element in scope.berkode:
        kode = element.kode_referensi or ""
        doubt = doubt_about(kode, layers.get(element.kelas, ""))
        if doubt is not None:
            yield observed(scope, element, f"{element.nama}: kode {kode} {doubt}.")


def _set_aside(until: date) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", hosting="server_opd")
        b.waive(fingerprint_of("INT001", "KAB", ("A1",)), by="Diskominfo", reason="menunggu ruang", until=until)

    return given


@check(
    "TKL010",
    severity="warning",
    title="Pengesampingan sudah lewat tanggalnya",
    why="Catatan ini dahulu dikesampingkan sampai suatu tanggal, dan sesudahnya belum ditangani.",
    mend="Tangani catatannya, atau kesampingkan lagi dengan alasan dan tanggal yang baru.",
    basis=(indikator(11), PEMANTAUAN),
    indicators=(11, 21),
    fires=(Example(_set_aside(date(2026, 3, 31)), "Dikesampingkan sampai Maret, belum ditangani.", (("A1",),)),),
    silent=(Example(_set_aside(date(2026, 12, 31)), "Sama, tetapi tanggalnya belum lewat."),),
    over="instansi",
)
def waiver_expired(scope: Scope) -> Iterator[Observation]:
    """Waivers past their day whose finding is still there; one whose finding is mended says nothing."""
    day = scope.landscape.as_of
    expired = {row.fingerprint: row for row in scope.landscape.waivers if row.until is not None and row.until < day}
    if not expired:
        return
    for rule in registered_rules().values():
        if rule.code != "TKL010":
            for identity, found in _findings(scope, rule):
                waiver = expired.pop(identity, None)
                if waiver is not None and waiver.until is not None:
                    yield Observation(
                        element_ids=found.element_ids,
                        message=f"{rule.code} dikesampingkan {waiver.by} sampai {waiver.until:%d-%m-%Y} "
                        f"({waiver.reason}); masih ada: {found.message}",
                        instansi_id=found.instansi_id,
                        unit_id=found.unit_id,
                        key=identity,
                    )


def _findings(scope: Scope, rule: Rule) -> Iterator[tuple[str, Observation]]:
    """Give what a rule sees with its fingerprints, one by one and put together: a waiver may be of either."""
    single = observations_of(scope, rule)
    for found in (*single, *grouped(scope, rule, single)):
        yield hashed(identity(scope, rule, found)), found


def _release(**facts: Any) -> Scene:
    def given(b: Builder) -> None:
        rule = b.add("Regulasi", "Perbup Arsitektur SPBE", kode="R1", jenis="perbup", status="berlaku")
        values = {"periode": "2025-2029", "penetapan_id": rule, **facts}
        b.add("RilisArsitektur", "Arsitektur 2025-2029", kode="RL1", **values)

    return given


@check(
    "TKL016",
    severity="info",
    title="Rilis arsitektur belum ditetapkan atau lewat reviunya",
    why="Arsitektur berlaku karena ditetapkan, dan direviu pada paruh waktu serta tahun terakhirnya.",
    mend="Kaitkan dengan peraturan yang menetapkannya; bila lewat tanggal reviu, catat hasil reviunya.",
    basis=(indikator(1, 11), ARSITEKTUR),
    indicators=(1, 11),
    fires=(
        Example(_release(penetapan_id=None), "Rilis tanpa penetapan.", (("RL1",),)),
        Example(_release(tanggal_reviu=date(2025, 12, 31)), "Tanggal reviunya tahun lalu.", (("RL1",),)),
    ),
    silent=(
        Example(_release(), "Sama, tetapi penetapannya disebut."),
        Example(_release(tanggal_reviu=date(2027, 6, 30)), "Sama, tetapi reviunya tahun depan."),
    ),
    over="rilis",
)
def release_open(scope: Scope) -> Iterator[Observation]:
    """Releases of the architecture that no rule decrees, or whose day of review is past."""
    for release in scope.own("RilisArsitektur"):
        day = release.nilai("tanggal_reviu")
        if release.nilai("penetapan_id") is None and not scope.landscape.into(release.id, "R36"):
            yield observed(scope, release, f"{release.nama} belum dikaitkan dengan peraturan penetapannya.")
        elif isinstance(day, date) and day < scope.landscape.as_of:
            yield observed(scope, release, f"{release.nama} dijadwalkan direviu {day:%d-%m-%Y}.")
