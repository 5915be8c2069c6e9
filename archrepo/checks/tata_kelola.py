"""TKL: whether money, plans and the work of the teams belong together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import observed
from archrepo.checks.dasar import ANGGARAN, CLEARANCE, PENYELENGGARA, PETA_RENCANA, RISIKO
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import limit, words

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _budget(*, planned: bool = False, **facts: Any) -> Scene:
    """A budget line and an initiative, together or apart."""

    def given(b: Builder) -> None:
        unit = b.unit("Dinas Komunikasi dan Informatika", kode="KOMINFO")
        values = {"tahun_mulai": 2026, "tahun_selesai": 2027, "status": "berjalan", **facts}
        initiative = b.add(
            "InisiatifPetaRencana", "Pusat Data terpadu", kode="INI1", perangkat_daerah_id=unit, **values
        )
        other = b.add("InisiatifPetaRencana", "Jaringan terpadu", kode="INI2", perangkat_daerah_id=unit, **values)
        line = b.add("ItemAnggaran", "Belanja server", kode="ANG1", tahun=2026, perangkat_daerah_id=unit)
        b.relasi("R45", b.add("ItemAnggaran", "Belanja jaringan", kode="ANG2", perangkat_daerah_id=unit), other)
        if planned:
            b.relasi("R45", line, initiative)

    return given


@check(
    "TKL001",
    severity="warning",
    title="Belanja TIK belum dikaitkan dengan Peta Rencana",
    why="Belanja di luar rencana sulit dijelaskan manfaatnya bagi SPBE.",
    mend="Kaitkan dengan inisiatif Peta Rencana, atau tambahkan inisiatifnya.",
    basis=(indikator(13), PETA_RENCANA),
    indicators=(12, 13),
    fires=(Example(_budget(), "Item anggaran tanpa inisiatif.", (("ANG1",),)),),
    silent=(Example(_budget(planned=True), "Sama, tetapi inisiatifnya disebut."),),
    over="anggaran",
    summary="belum dikaitkan dengan inisiatif Peta Rencana",
)
def budget_without_initiative(scope: Scope) -> Iterator[Observation]:
    """Budget lines that pay for no initiative (R45)."""
    for line in scope.own("ItemAnggaran"):
        if not scope.landscape.out(line.id, "R45"):
            yield observed(scope, line, f"{line.nama} belum dikaitkan dengan inisiatif Peta Rencana.")


@check(
    "TKL002",
    severity="warning",
    title="Inisiatif Peta Rencana belum punya anggaran",
    why="Rencana tanpa anggaran jarang terlaksana pada tahunnya.",
    mend="Kaitkan dengan item anggarannya, usulkan pada tahun berikut, atau tunda inisiatifnya.",
    basis=(indikator(12, 13), PETA_RENCANA, ANGGARAN),
    indicators=(12, 13),
    fires=(Example(_budget(), "Inisiatif berjalan tanpa item anggaran.", (("INI1",),)),),
    silent=(Example(_budget(planned=True), "Sama, tetapi item anggarannya disebut."),),
    over="inisiatif",
    summary="belum punya anggaran",
)
def initiative_without_budget(scope: Scope) -> Iterator[Observation]:
    """Initiatives begun and not over for which no budget line pays (R45), where budget lines are recorded at all."""
    with_lines = {row.instansi_id for row in scope.own("ItemAnggaran")}
    for initiative in scope.own("InisiatifPetaRencana"):
        begins = initiative.nilai("tahun_mulai")
        is_due = not isinstance(begins, int) or begins <= scope.landscape.as_of.year
        is_over = initiative.nilai("status") in words("status_inisiatif_selesai")
        paid = scope.landscape.into(initiative.id, "R45")
        if initiative.instansi_id in with_lines and is_due and not is_over and not paid:
            yield observed(scope, initiative, f"{initiative.nama} belum punya item anggaran.")


def _initiative(**facts: Any) -> Scene:
    def given(b: Builder) -> None:
        unit = b.unit("Dinas Komunikasi dan Informatika", kode="KOMINFO")
        values = {"tahun_mulai": 2024, "tahun_selesai": 2025, "status": "berjalan", **facts}
        b.add("InisiatifPetaRencana", "Pusat Data terpadu", kode="INI1", perangkat_daerah_id=unit, **values)

    return given


@check(
    "TKL011",
    severity="warning",
    title="Inisiatif Peta Rencana melewati tahunnya",
    why="Rencana yang lewat tahun dan belum selesai mengubah urutan inisiatif sesudahnya.",
    mend="Perbarui statusnya bila sudah selesai, atau geser tahunnya dan catat sebabnya.",
    basis=(indikator(12), PETA_RENCANA),
    indicators=(12, 27),
    fires=(Example(_initiative(), "Berakhir tahun lalu, belum selesai.", (("INI1",),)),),
    silent=(
        Example(_initiative(status="selesai"), "Sama, tetapi sudah selesai."),
        Example(_initiative(tahun_selesai=2026), "Sama, tetapi berakhir tahun ini."),
    ),
    over="inisiatif",
    summary="melewati tahunnya",
)
def late_initiative(scope: Scope) -> Iterator[Observation]:
    """Initiatives whose last year is past and that are neither finished nor given up."""
    for initiative in scope.own("InisiatifPetaRencana"):
        ends = initiative.nilai("tahun_selesai")
        is_over = initiative.nilai("status") in words("status_inisiatif_selesai")
        if isinstance(ends, int) and ends < scope.landscape.as_of.year and not is_over:
            yield observed(scope, initiative, f"{initiative.nama} direncanakan selesai {ends}, belum selesai.")


def _activity(**facts: Any) -> Scene:
    def given(b: Builder) -> None:
        rule = b.add("Regulasi", "Kepbup Tim Koordinasi", kode="R1", jenis="kepbup", status="berlaku")
        team = b.add("TimKoordinasi", "Tim Koordinasi SPBE", kode="TIM1", dasar_id=rule)
        values = {"kegiatan": "Rapat evaluasi", "target": "4 kali", "tanggal": date(2026, 3, 31), **facts}
        b.add("ProgramKerja", "Rapat evaluasi", kode="PK1", tim_id=team, **values)

    return given


@check(
    "TKL005",
    severity="warning",
    title="Program kerja Tim Koordinasi belum ada realisasinya",
    why="Kegiatan yang lewat tanggalnya tanpa realisasi tidak dapat menjadi bukti pelaksanaan.",
    mend="Catat realisasi dan buktinya, atau geser tanggalnya.",
    basis=(indikator(19), PENYELENGGARA),
    indicators=(10, 19, 20),
    fires=(Example(_activity(), "Tanggalnya lewat, realisasinya kosong.", (("PK1",),)),),
    silent=(
        Example(_activity(realisasi="1 kali, notula 3 April"), "Sama, tetapi realisasinya ditulis."),
        Example(_activity(tanggal=date(2026, 12, 31)), "Sama, tetapi tanggalnya belum lewat."),
    ),
    over="program_kerja",
    summary="belum ada realisasinya",
    together="instansi",
)
def without_realisation(scope: Scope) -> Iterator[Observation]:
    """Activities of a team whose day is past and of which nobody wrote what came of them."""
    for activity in scope.own("ProgramKerja"):
        day = activity.nilai("tanggal")
        if isinstance(day, date) and day < scope.landscape.as_of and not activity.nilai("realisasi"):
            yield observed(scope, activity, f"{activity.nama} ({day:%d-%m-%Y}) belum ada realisasinya.")


def _waiting(day: date, verdict: str = "menunggu") -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        aplikasi = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="usulan")
        b.add("Clearance", "Usulan SIPANDU", kode="C1", aplikasi_id=aplikasi, putusan=verdict, tanggal=day)

    return given


@check(
    "TKL013",
    severity="info",
    title="Usulan aplikasi lama menunggu rekomendasi",
    why="Perangkat Daerah yang terlalu lama menunggu cenderung membangun tanpa rekomendasi.",
    mend="Periksa usulannya dengan archrepo check candidate, lalu catat putusannya.",
    basis=(indikator(15), OwnRule("pembangunan_aplikasi"), CLEARANCE),
    indicators=(4, 13, 15),
    fires=(Example(_waiting(date(2026, 1, 5)), "Menunggu hampir enam bulan.", (("C1",),)),),
    silent=(
        Example(_waiting(date(2026, 6, 1)), "Sama, tetapi baru sebulan."),
        Example(_waiting(date(2026, 1, 5), "disetujui"), "Sama, tetapi sudah diputus."),
    ),
    over="clearance",
    summary="lama menunggu rekomendasi",
    together="instansi",
)
def long_waiting(scope: Scope) -> Iterator[Observation]:
    """Proposals that wait for an opinion since more than ``hari_clearance`` days."""
    for opinion in scope.own("Clearance"):
        day = opinion.nilai("tanggal")
        waits = (scope.landscape.as_of - day).days if isinstance(day, date) else 0
        if opinion.nilai("putusan") == "menunggu" and waits > limit("hari_clearance"):
            yield observed(scope, opinion, f"{opinion.nama} menunggu rekomendasi sejak {waits} hari.")


def _risk(**facts: Any) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        values = {"kemungkinan": 4, "dampak": 5, **facts}
        b.add("Risiko", "Server berhenti", kode="RS1", perangkat_daerah_id=dinkes, **values)

    return given


@check(
    "TKL014",
    severity="warning",
    title="Risiko besar belum punya penanganan",
    why="Kemungkinan dan dampaknya besar, sedangkan langkah menghadapinya belum ditulis.",
    mend="Tulis penanganannya: dihindari, dikurangi, dialihkan, atau diterima dengan alasan.",
    basis=(indikator(21), RISIKO),
    indicators=(21,),
    fires=(Example(_risk(), "Kemungkinan 4, dampak 5, tanpa penanganan.", (("RS1",),)),),
    silent=(
        Example(_risk(penanganan="Siapkan tempat cadangan"), "Sama, tetapi penanganannya ditulis."),
        Example(_risk(dampak=2), "Sama, tetapi dampaknya kecil."),
    ),
    over="risiko",
    summary="belum punya penanganan",
)
def risk_untreated(scope: Scope) -> Iterator[Observation]:
    """Risks whose likelihood times impact reaches ``risiko_tinggi`` without a treatment."""
    for risk in scope.own("Risiko"):
        likelihood, impact = risk.nilai("kemungkinan"), risk.nilai("dampak")
        if not isinstance(likelihood, int) or not isinstance(impact, int) or risk.nilai("penanganan"):
            continue
        if likelihood * impact >= limit("risiko_tinggi"):
            text = f"{risk.nama}: kemungkinan {likelihood}, dampak {impact}, penanganannya belum ditulis."
            yield observed(scope, risk, text)
