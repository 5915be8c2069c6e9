"""ORG: owners, units, and what the lists that units send do not ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import FACTS, named, sheet_of, unasked
from archrepo.checks.dasar import ARSITEKTUR, PERANGKAT_DAERAH
from archrepo.checks.finding import Severity
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope, population_label
from archrepo.checks.settings import fact_label
from archrepo.landscape import Elemen, PerangkatDaerah
from archrepo.landscape.questions import reporting_units

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _reported(*, owned: bool = False, units: int = 6) -> Scene:
    """An application that so many kecamatan list, with BKPSDM as its owner or with none."""

    def given(b: Builder) -> None:
        bkpsdm = b.unit("BKPSDM", kode="BKPSDM", tipe="badan")
        names = ("Kediri", "Marga", "Baturiti", "Penebel", "Pupuan", "Selemadeg")
        reporting = tuple(b.unit(f"Kecamatan {name}", tipe="kecamatan") for name in names[:units])
        b.aplikasi("SIMPEG", kode="A1", pemilik=bkpsdm if owned else None, pelapor=reporting, status="aktif")

    return given


@check(
    "ORG001",
    severity="warning",
    title="Pemilik aplikasi perlu dikonfirmasi",
    why="Tanpa pemilik, belum jelas siapa yang menganggarkan, merawat, dan memutuskan tentang aplikasi ini.",
    mend="Tanyakan kepada Perangkat Daerah yang mengelola, lalu isi pemiliknya; yang hanya memakai tetap pengguna.",
    basis=(indikator(4, 15), ARSITEKTUR),
    indicators=(4, 15),
    fires=(Example(_reported(), "Enam kecamatan mencantumkan SIMPEG; pemiliknya tidak disebut.", (("A1",),)),),
    silent=(Example(_reported(owned=True), "Sama, tetapi pemiliknya disebut."),),
    over="aplikasi",
    summary="belum jelas pemiliknya",
    fact="pemilik",
)
def without_owner(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems without an owner.

    One that several units list is a note of its own. One that a single unit lists is that unit's, or the source's
    where the source never asked who owns it (ORG004).
    """
    for aplikasi in scope.aplikasi:
        if aplikasi.pemilik_id is not None:
            continue
        reporting = scope.reporters(aplikasi.id)
        if len(reporting) < 2 and scope.unasked_by(aplikasi, "pemilik") is not None:
            continue
        yield Observation(
            element_ids=(aplikasi.id,),
            message=f"{aplikasi.nama}: pemiliknya belum disebut{_reported_by(scope, reporting)}.",
            instansi_id=aplikasi.instansi_id,
            label=aplikasi.nama,
            unit_id=reporting[0] if len(reporting) == 1 else None,
        )


def _reported_by(scope: Scope, reporting: tuple[int, ...]) -> str:
    if not reporting:
        return ""
    names = sorted(scope.landscape[identifier].nama for identifier in reporting)
    return f"; dicantumkan oleh {len(names)} Perangkat Daerah: {named(names)}"


def _unknown_unit(keadaan: str = "perlu_konfirmasi") -> Scene:
    def given(b: Builder) -> None:
        unit = b.unit("Dinas Perijinan Terpadu", kode="U1", keadaan=keadaan)
        b.aplikasi("SIPINTER", kode="A1", pelapor=unit, pemilik=unit)

    return given


@check(
    "ORG002",
    severity="warning",
    title="Nama Perangkat Daerah perlu dikonfirmasi",
    why="Berkas menyebut Perangkat Daerah yang belum dikenal, sehingga hitungan per Perangkat Daerah belum pasti.",
    mend="Konfirmasi sebagai Perangkat Daerah baru, jadikan nama lain dari yang sudah ada, atau gabungkan.",
    basis=(indikator(11), PERANGKAT_DAERAH),
    indicators=(11,),
    fires=(Example(_unknown_unit(), "Berkas menyebut unit yang belum dikenal.", (("U1",),)),),
    silent=(Example(_unknown_unit("tercatat"), "Sama, tetapi unitnya sudah dikonfirmasi."),),
    over="perangkat_daerah",
    summary="belum dikenal dan perlu dikonfirmasi",
)
def unknown_unit(scope: Scope) -> Iterator[Observation]:
    """Units that a file named and nobody knew."""
    for unit in scope.landscape.of(PerangkatDaerah):
        if unit.keadaan == "perlu_konfirmasi" and scope.instansi_id in (None, unit.instansi_id):
            sources = sorted({source.file for source in unit.sumber})
            where = f" (disebut di {named(sources)})" if sources else ""
            yield Observation(
                element_ids=(unit.id,),
                message=f"{unit.nama}: nama ini belum dikenal{where}.",
                instansi_id=unit.instansi_id,
                unit_id=unit.id,
                label=unit.nama,
            )


def _silent_unit(*, reports: bool = False, tipe: str = "dinas") -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES", tipe="dinas")
        dinsos = b.unit("Dinas Sosial", kode="DINSOS", tipe=tipe)
        b.relasi("R58", dinkes, b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes))
        other = b.aplikasi("SIKS Daerah", kode="A2")
        if reports:
            b.relasi("R58", dinsos, other)

    return given


@check(
    "ORG003",
    severity="warning",
    title="Perangkat Daerah belum menyampaikan data",
    why="Inventaris belum lengkap selama daftar aplikasi Perangkat Daerah ini belum diterima.",
    mend='Kirim templat dan minta daftarnya; bila memang tidak punya aplikasi, minta jawaban "tidak ada".',
    basis=(indikator(11), ARSITEKTUR),
    indicators=(11, 16),
    fires=(Example(_silent_unit(), "Satu dinas belum mengirim daftar.", (("DINSOS",),)),),
    silent=(Example(_silent_unit(reports=True), "Sama, tetapi sudah mengirim daftar."),),
    over="perangkat_daerah",
    summary="belum menyampaikan data",
    together="instansi",
)
def silent_unit(scope: Scope) -> Iterator[Observation]:
    """Units that no list came from and that own nothing; a kecamatan is information only.

    Nothing is said while no unit has reported yet: then there is no round of reports to be late for.
    """
    if not reporting_units(scope.landscape) and not any(row.perangkat_daerah_id for row in scope.semua_aplikasi):
        return
    for unit in scope.silent:
        severity: Severity = "info" if unit.tipe == "kecamatan" else "warning"
        yield Observation(
            element_ids=(unit.id,),
            message=f"{unit.nama} belum menyampaikan data.",
            instansi_id=unit.instansi_id,
            label=unit.nama,
            unit_id=unit.id,
            severity=severity,
        )


def _list(*extra: str) -> Scene:
    """An application from a list whose columns are few, with the extra columns given."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.sheet(
            "daftar.xlsx",
            asked={"nama", "pelapor", "layanan", "proses_bisnis", "data", "raa", "status", "kategori_se", *extra},
        )
        row = b.sumber("daftar.xlsx", 5, dinkes)
        service = b.add("Layanan", "Pelayanan ibu dan anak", kode="L1")
        process = b.add("ProsesBisnis", "Pelayanan kesehatan dasar", kode="P1")
        data = b.add("DataInformasi", "Data kunjungan", kode="D1", produsen=dinkes)
        links: dict[str, Any] = {"layanan": (service,), "proses": (process,), "data": (data,)}
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, pelapor=dinkes, sumber=row, kode_referensi="RAA.01", **links)

    return given


@check(
    "ORG004",
    severity="info",
    title="Daftar belum menanyakan hal yang dibutuhkan",
    why="Yang tidak ditanyakan sebuah daftar bukan kekurangan Perangkat Daerah yang mengisinya.",
    mend="Kirim templat yang memuat kolom-kolom itu, atau tambahkan kolomnya lalu impor ulang.",
    basis=(indikator(11), ARSITEKTUR),
    indicators=(11,),
    fires=(Example(_list(), "Daftar tanpa kolom fungsi.", (("A1",),)),),
    silent=(Example(_list("deskripsi"), "Sama, tetapi daftarnya punya kolom uraian."),),
    over="sumber",
)
def unasked_facts(scope: Scope) -> Iterator[Observation]:
    """For each file, the facts that none of its sheets asked and that are therefore unknown (placement is INT002's)."""
    by_file: dict[str, dict[str, list[tuple[Elemen, str]]]] = {}
    for fact in FACTS:
        if fact != "penempatan":
            for file, rows in unasked(scope, fact).items():
                kept = [row for row in rows if fact != "pemilik" or len(scope.reporters(row[0].id)) < 2]
                if kept:
                    by_file.setdefault(file, {})[fact] = kept
    for file, facts in by_file.items():
        rows = [row for group in facts.values() for row in group]
        elements = {element.id: element for element, _ in rows}
        asked_for = "; ".join(
            f"{fact_label(fact)} ({len(group)} {population_label(FACTS[fact].over)})" for fact, group in facts.items()
        )
        yield Observation(
            element_ids=tuple(elements),
            message=f"{file} tidak punya kolom untuk: {asked_for}.",
            instansi_id=rows[0][0].instansi_id,
            sheet=(file, sheet_of(rows)),
        )
