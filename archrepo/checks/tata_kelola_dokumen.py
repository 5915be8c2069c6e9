"""TKL: rules, documents and proofs: what they cover, and whether they are of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import named, names_of, observed
from archrepo.checks.dasar import ARSITEKTUR, MANAJEMEN, PEMANTAUAN, PENYELENGGARA
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.declarations.kosakata import vocabulary
from archrepo.landscape import Elemen, Instansi

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder

POLICY = range(1, 11)
"""Indicators of policy: each asks for a clause of the regency's own rules."""


def _rules(*, covered: bool = False) -> Scene:
    """Ten indicators of policy, a Perbup whose clauses cover nine of them, and a clause for the tenth or for none."""

    def given(b: Builder) -> None:
        rule = b.add("Regulasi", "Perbup SPBE", kode="R1", jenis="perbup", status="berlaku")
        for number in POLICY:
            goal = b.add("Indikator", f"Kebijakan {number}", kode=f"IND{number}", nomor=number, instansi=b.nasional)
            clause = b.add("KetentuanRegulasi", f"Pasal {number}", kode=f"K{number}", regulasi_id=rule)
            if number < POLICY[-1] or covered:
                b.relasi("R38", clause, goal)

    return given


@check(
    "TKL003",
    severity="warning",
    title="Indikator kebijakan belum punya ketentuan daerah",
    why="Sepuluh indikator kebijakan dinilai dari Perda, Perbup, atau keputusan daerah sendiri.",
    mend="Kaitkan dengan pasal yang mengaturnya, atau rencanakan pengaturannya.",
    basis=(indikator(*POLICY),),
    indicators=tuple(POLICY),
    fires=(Example(_rules(), "Sembilan indikator tercakup, satu belum.", (("IND10",),)),),
    silent=(Example(_rules(covered=True), "Sama, tetapi semuanya tercakup."),),
    over="instansi",
)
def policy_without_clause(scope: Scope) -> Iterator[Observation]:
    """Indicators 1 to 10 that no clause of a rule of the regency in force satisfies (R38), one finding an Instansi.

    Nothing is said while no rule of the regency is recorded; it is information while no clause is.
    """
    indicators = {row.nilai("nomor"): row for row in scope.landscape.of_class("Indikator")}
    for instansi in scope.instansi:
        rules = {row.id for row in scope.own_of("Regulasi", instansi.id) if _is_own_rule(row)}
        clauses = [row for row in scope.own_of("KetentuanRegulasi", instansi.id) if row.nilai("regulasi_id") in rules]
        covered = {goal.nilai("nomor") for clause in clauses for goal in scope.landscape.targets(clause.id, "R38")}
        missing = [number for number in POLICY if number in indicators and number not in covered]
        if rules and missing:
            names = named([f"{number} {_short(indicators[number])}" for number in missing], 10)
            yield Observation(
                element_ids=tuple(indicators[number].id for number in missing),
                message=f"{len(missing)} indikator kebijakan belum punya ketentuan daerah yang tercatat: {names}.",
                instansi_id=instansi.id,
                severity=None if clauses else "info",
            )


def _short(indicator: Elemen) -> str:
    return indicator.nama.removeprefix("Tingkat Kematangan ").removeprefix("Kebijakan Internal ")


def _is_own_rule(rule: Elemen) -> bool:
    return rule.nilai("jenis") in words("jenis_regulasi_daerah") and rule.nilai("status") in (None, "berlaku", "diubah")


def _documents(*, last: str = "rancangan") -> Scene:
    """An SOP for every area of management, the last one in the state given."""

    def given(b: Builder) -> None:
        areas = vocabulary("area_manajemen").nilai
        for place, area in enumerate(areas, start=1):
            state = last if place == len(areas) else "berlaku"
            b.add("DokumenManajemen", f"SOP {area.label}", kode=f"D{place}", area=area.id, jenis="sop", status=state)

    return given


@check(
    "TKL004",
    severity="warning",
    title="Area manajemen belum punya SOP atau pedoman",
    why="Delapan area manajemen SPBE dinilai dari pedoman dan pelaksanaannya.",
    mend="Susun atau tetapkan pedomannya, lalu catat sebagai dokumen manajemen yang berlaku.",
    basis=(indikator(*range(21, 29)), MANAJEMEN),
    indicators=tuple(range(21, 29)),
    fires=(Example(_documents(), "Satu area baru punya rancangan.", (("KAB",),)),),
    silent=(Example(_documents(last="berlaku"), "Sama, tetapi pedomannya sudah berlaku."),),
    over="instansi",
)
def area_without_document(scope: Scope) -> Iterator[Observation]:
    """Areas of management without a document in force, one finding an Instansi.

    Nothing is said of an Instansi that records no document and no rule; with rules but no document it is information.
    """
    for instansi in scope.instansi:
        documents = scope.own_of("DokumenManajemen", instansi.id)
        if not documents and not scope.own_of("Regulasi", instansi.id):
            continue
        valid = {row.nilai("area") for row in documents if row.nilai("status") in words("status_dokumen_berlaku")}
        missing = [area for area in vocabulary("area_manajemen").nilai if area.id not in valid]
        if missing:
            names = [f"{area.label} (indikator {area.attributes['indikator']})" for area in missing]
            text = f"{len(missing)} area manajemen belum punya SOP atau pedoman yang berlaku: {named(names, 8)}."
            yield _of_instansi(instansi, text, None if documents else "info")


def _of_instansi(instansi: Instansi, text: str, severity: Any = None) -> Observation:
    return Observation(element_ids=(instansi.id,), message=text, instansi_id=instansi.id, severity=severity)


def _rule(**facts: Any) -> Scene:
    """A rule in force that bases an application."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        values = {"jenis": "perbup", "status": "berlaku", **facts}
        rule = b.add("Regulasi", "Perbup layanan kesehatan", kode="R1", perangkat_daerah_id=dinkes, **values)
        b.relasi("R36", rule, b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif"))

    return given


@check(
    "TKL006",
    severity="info",
    title="Regulasi atau pedoman sudah lewat tanggal reviunya",
    why="Reviu berkala menjadi syarat tingkat kematangan yang lebih tinggi.",
    mend="Reviu isinya, catat hasilnya, dan tetapkan tanggal reviu berikutnya.",
    basis=(indikator(*range(1, 11)), PEMANTAUAN),
    indicators=(*POLICY, *range(21, 29)),
    fires=(Example(_rule(tanggal_reviu=date(2025, 12, 31)), "Tanggal reviunya tahun lalu.", (("R1",),)),),
    silent=(
        Example(_rule(tanggal_reviu=date(2027, 12, 31)), "Sama, tetapi tahun depan."),
        Example(_rule(tanggal_reviu=date(2025, 12, 31), status="dicabut"), "Sama, tetapi sudah dicabut."),
    ),
    over="regulasi",
    summary="sudah lewat tanggal reviunya",
    together="instansi",
)
def past_review(scope: Scope) -> Iterator[Observation]:
    """Rules and documents in force whose day of review is past."""
    for row in (*scope.own("Regulasi"), *scope.own("DokumenManajemen")):
        day = row.nilai("tanggal_reviu")
        if isinstance(day, date) and day < scope.landscape.as_of and row.nilai("status") != "dicabut":
            yield observed(scope, row, f"{row.nama} dijadwalkan direviu {day:%d-%m-%Y}.")


@check(
    "TKL007",
    severity="warning",
    title="Dasar hukum sudah dicabut",
    why="Objek ini masih menyebut peraturan yang tidak berlaku lagi sebagai dasarnya.",
    mend="Kaitkan dengan peraturan penggantinya.",
    basis=(indikator(*range(1, 11)), ARSITEKTUR),
    indicators=(*POLICY, 15),
    fires=(Example(_rule(status="dicabut"), "Aplikasi berdasar Perbup yang dicabut.", (("R1", "A1"),)),),
    silent=(Example(_rule(), "Sama, tetapi Perbupnya masih berlaku."),),
    over="regulasi",
)
def revoked_base(scope: Scope) -> Iterator[Observation]:
    """Revoked rules that something still rests on (R36)."""
    for rule in scope.own("Regulasi"):
        rows = scope.landscape.targets(rule.id, "R36") if rule.nilai("status") == "dicabut" else ()
        if rows:
            yield Observation(
                element_ids=(rule.id, *(row.id for row in rows)),
                message=f"{rule.nama} sudah dicabut, tetapi masih mendasari {names_of(rows)}.",
                instansi_id=rule.instansi_id,
                unit_id=scope.unit_of(rows[0]),
                path=(rule.kode, rows[0].kode),
            )


def _team(*, based: bool) -> Scene:
    def given(b: Builder) -> None:
        rule = b.add("Regulasi", "Kepbup Tim Koordinasi", kode="R1", jenis="kepbup", status="berlaku")
        b.add("TimKoordinasi", "Tim Koordinasi SPBE", kode="TIM1", **({"dasar_id": rule} if based else {}))

    return given


@check(
    "TKL012",
    severity="warning",
    title="Tim Koordinasi belum punya dasar penetapan",
    why="Tanpa keputusan penetapannya, kewenangan tim dan keanggotaannya sulit ditunjukkan.",
    mend="Kaitkan dengan keputusan kepala daerah yang membentuknya.",
    basis=(indikator(10, 19), PENYELENGGARA),
    indicators=(10, 19),
    fires=(Example(_team(based=False), "Tim tanpa keputusan pembentukan.", (("TIM1",),)),),
    silent=(Example(_team(based=True), "Sama, tetapi keputusannya disebut."),),
    over="tim",
)
def team_without_base(scope: Scope) -> Iterator[Observation]:
    """Coordination teams without the decree that set them up (dasar_id, or R36)."""
    for team in scope.own("TimKoordinasi"):
        if team.nilai("dasar_id") is None and not scope.landscape.into(team.id, "R36"):
            yield observed(scope, team, f"{team.nama} belum punya dasar penetapan.")


def _rated(*, proven: bool, level: int = 3) -> Scene:
    def given(b: Builder) -> None:
        goal = b.add("Indikator", "Arsitektur SPBE", kode="IND11", nomor=11, instansi=b.nasional)
        facts = {"indikator_id": goal, "tahun": 2026, "tingkat": level}
        rating = b.add("Penilaian", "Penilaian arsitektur", kode="N1", **facts)
        proof = b.add("BuktiDukung", "Dokumen arsitektur", kode="B1", jenis="dokumen")
        if proven:
            b.relasi("R49", proof, rating)

    return given


@check(
    "TKL015",
    severity="warning",
    title="Tingkat yang diakui belum punya bukti dukung",
    why="Penilai hanya menghitung tingkat yang dapat dibuktikan.",
    mend="Lampirkan buktinya, atau turunkan tingkat yang diakui.",
    basis=(indikator(*range(1, 48)), PEMANTAUAN),
    indicators=tuple(range(1, 48)),
    fires=(Example(_rated(proven=False), "Tingkat 3 tanpa bukti.", (("N1",),)),),
    silent=(
        Example(_rated(proven=True), "Sama, tetapi ada buktinya."),
        Example(_rated(proven=False, level=1), "Sama, tetapi tingkat 1."),
    ),
    over="penilaian",
    summary="belum punya bukti dukung",
    together="instansi",
)
def rating_without_proof(scope: Scope) -> Iterator[Observation]:
    """Ratings of the present year of level 2 or more that nothing proves (R49)."""
    latest = _latest_years(scope)
    for rating in scope.own("Penilaian"):
        level, year = rating.nilai("tingkat"), rating.nilai("tahun")
        is_latest = not isinstance(year, int) or year >= latest.get(rating.instansi_id, year)
        if isinstance(level, int) and level > 1 and is_latest and not scope.landscape.into(rating.id, "R49"):
            yield observed(scope, rating, f"{rating.nama}: tingkat {level} belum punya bukti dukung.")


def _latest_years(scope: Scope) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for rating in scope.own("Penilaian"):
        year = rating.nilai("tahun")
        if isinstance(year, int):
            found[rating.instansi_id] = max(year, found.get(rating.instansi_id, year))
    return found
