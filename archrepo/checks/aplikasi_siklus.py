"""APL: the life of an application: proposed, cleared, built, used, replaced, no longer listed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import blanks, observed
from archrepo.checks.dasar import APLIKASI, ARSITEKTUR, CLEARANCE
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import limit, words
from archrepo.declarations.kosakata import vocabulary
from archrepo.landscape import Aplikasi, Elemen
from archrepo.landscape.pusat_data import is_operating
from archrepo.names import fold

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _one(**facts: Any) -> Scene:
    """One application that runs, but for the facts given."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.aplikasi("SIPANDU", kode="A1", **{"pemilik": dinkes, "status": "aktif", **facts})

    return given


@check(
    "APL009",
    severity="warning",
    title="Aplikasi aktif tetapi tidak dipakai",
    why="Biaya dan celah keamanannya berjalan terus, sedangkan manfaatnya tidak ada.",
    mend="Tanyakan sebabnya; ajak penggunanya kembali, atau hentikan aplikasinya dan simpan datanya.",
    basis=(indikator(11, 15), APLIKASI),
    indicators=(11, 15),
    fires=(
        Example(_one(status="aktif_tidak_dipakai"), "Berstatus aktif tetapi tidak dipakai.", (("A1",),)),
        Example(_one(jumlah_pengguna=0), "Berstatus aktif dengan nol pengguna.", (("A1",),)),
    ),
    silent=(
        Example(_one(), "Sama, tetapi dipakai."),
        Example(_one(jumlah_pengguna=3), "Sama, tetapi ada penggunanya."),
    ),
    over="sistem",
    summary="aktif tetapi tidak dipakai",
)
def unused(scope: Scope) -> Iterator[Observation]:
    """Regional systems that run and are said to have no user: by their status, or by a number of users of nought."""
    idle = words("status_tidak_dipakai")
    for aplikasi in scope.sistem:
        none_counted = aplikasi.nilai("jumlah_pengguna") == 0 and is_operating(aplikasi, scope.landscape.as_of)
        if aplikasi.status in idle or none_counted:
            yield observed(scope, aplikasi, f"{aplikasi.nama} aktif, tetapi tercatat tidak ada yang memakainya.")


def _replaced(status: str) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        old = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status=status)
        new = b.aplikasi("SIGIZI", kode="A2", pemilik=dinkes, status="aktif")
        b.relasi("R18", new, old)

    return given


@check(
    "APL010",
    severity="warning",
    title="Aplikasi yang sudah ada penggantinya masih aktif",
    why="Selama keduanya berjalan, data tersebar di dua tempat dan biayanya ganda.",
    mend="Tetapkan tanggal berhentinya yang lama, pindahkan datanya, lalu ubah statusnya.",
    basis=(indikator(12, 15, 27), APLIKASI),
    indicators=(12, 15, 27),
    fires=(Example(_replaced("aktif"), "Pengganti sudah aktif, yang lama juga.", (("A1", "A2"),)),),
    silent=(Example(_replaced("dihentikan"), "Sama, tetapi yang lama sudah dihentikan."),),
    over="aplikasi",
)
def replaced_but_active(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems that an operating application replaces (R18)."""
    day = scope.landscape.as_of
    for aplikasi in scope.aplikasi:
        successors = scope.landscape.sources(aplikasi.id, "R18")
        running = [row for row in successors if isinstance(row, Aplikasi) and is_operating(row, day)]
        if running and running[0].id != aplikasi.id:
            yield Observation(
                element_ids=(aplikasi.id, running[0].id),
                message=f"{aplikasi.nama} masih aktif, padahal sudah digantikan {running[0].nama}.",
                instansi_id=aplikasi.instansi_id,
                unit_id=scope.unit_of(aplikasi),
                path=(running[0].kode, aplikasi.kode),
            )


def _proposed(verdict: str | None = None, **facts: Any) -> Scene:
    """An application being built, with an opinion on it or, without a verdict, on another one."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        one = b.aplikasi("SIPANDU", kode="A1", **{"pemilik": dinkes, "status": "pengembangan", **facts})
        other = b.aplikasi("SIMRS", kode="A2", pemilik=dinkes, status="aktif")
        b.add(
            "Clearance", "Rekomendasi 1", kode="C1", aplikasi_id=one if verdict else other,
            putusan=verdict or "disetujui", tanggal=date(2026, 3, 1),
        )  # fmt: skip

    return given


@check(
    "APL011",
    severity="warning",
    title="Aplikasi dibangun tanpa rekomendasi (clearance)",
    why="Tanpa rekomendasi, kesamaan dengan aplikasi lain dan kesesuaian dengan arsitektur belum diperiksa.",
    mend="Ajukan rekomendasi kepada Diskominfo sebelum pembangunan diteruskan, lalu catat putusannya.",
    basis=(indikator(4, 15), OwnRule("pembangunan_aplikasi"), CLEARANCE),
    indicators=(4, 13, 15),
    fires=(Example(_proposed(), "Sedang dibangun, belum ada rekomendasinya.", (("A1",),)),),
    silent=(
        Example(_proposed("disetujui"), "Sama, tetapi rekomendasinya ada."),
        Example(_proposed(status="aktif"), "Sama, tetapi sudah lama berjalan."),
    ),
    over="sistem",
    summary="dibangun tanpa rekomendasi",
)
def without_clearance(scope: Scope) -> Iterator[Observation]:
    """Regional systems still to be built without an approving opinion (R47).

    Those that run are asked too when they were built in or after the year of the first opinion that is recorded: before
    that nobody asked.
    """
    first = _first_year(scope)
    for aplikasi in scope.sistem:
        planned = aplikasi.status in words("status_direncanakan")
        recent = first is not None and (aplikasi.tahun_dibuat or 0) >= first and _runs(scope, aplikasi)
        if (planned or recent) and not scope.landscape.into(aplikasi.id, "R47"):
            state = vocabulary("status_aplikasi").label(aplikasi.status) or "dibangun"
            yield observed(scope, aplikasi, f"{aplikasi.nama} ({state}) belum punya rekomendasi pembangunan.")


def _runs(scope: Scope, aplikasi: Aplikasi) -> bool:
    return is_operating(aplikasi, scope.landscape.as_of)


def _first_year(scope: Scope) -> int | None:
    days = [day for row in scope.own("Clearance") if isinstance(day := row.nilai("tanggal"), date)]
    return min(days).year if days else None


@check(
    "APL012",
    severity="warning",
    title="Aplikasi berjalan meski usulannya ditolak",
    why="Putusan Diskominfo dan keadaan di lapangan tidak sejalan.",
    mend="Bahas dengan pemiliknya: hentikan, gabungkan dengan yang ada, atau tinjau kembali putusannya.",
    basis=(indikator(15), OwnRule("pembangunan_aplikasi"), CLEARANCE),
    indicators=(4, 15),
    fires=(Example(_proposed("ditolak"), "Usulannya ditolak, tetapi tetap dibangun.", (("A1", "C1"),)),),
    silent=(Example(_proposed("disetujui"), "Sama, tetapi usulannya disetujui."),),
    over="sistem",
)
def refused_but_there(scope: Scope) -> Iterator[Observation]:
    """Regional systems that run or are being built although the latest opinion on them refuses."""
    for aplikasi in scope.sistem:
        opinions = scope.landscape.sources(aplikasi.id, "R47")
        if not opinions or not (_runs(scope, aplikasi) or aplikasi.status in words("status_direncanakan")):
            continue
        latest = max(opinions, key=_opinion_day)
        if latest.nilai("putusan") in words("putusan_menolak"):
            yield Observation(
                element_ids=(aplikasi.id, latest.id),
                message=f"{aplikasi.nama} tetap ada, padahal usulannya ditolak ({latest.nama}).",
                instansi_id=aplikasi.instansi_id,
                unit_id=scope.unit_of(aplikasi),
            )


def _opinion_day(opinion: Elemen) -> tuple[date, str]:
    day = opinion.nilai("tanggal")
    return (day if isinstance(day, date) else date.min), opinion.kode


@check(
    "APL013",
    severity="warning",
    title="Status aplikasi dan keterangannya tidak sejalan",
    why="Status dan keterangan dari berkas yang sama menyatakan hal yang berlawanan.",
    mend="Tanyakan keadaan yang sebenarnya, lalu perbaiki statusnya atau keterangannya.",
    basis=(indikator(11, 15), ARSITEKTUR),
    indicators=(11, 15),
    fires=(
        Example(_one(catatan={"Keterangan": "Sudah tidak digunakan"}), "Aktif; ditulis tidak digunakan.", (("A1",),)),
        Example(
            _one(status="tidak_aktif", catatan={"Keterangan": "Masih digunakan oleh puskesmas"}),
            "Tidak aktif; ditulis masih digunakan.",
            (("A1",),),
        ),
    ),
    silent=(
        Example(_one(catatan={"Keterangan": "Sudah digunakan"}), "Sama, tetapi ditulis digunakan."),
        Example(
            _one(status="tidak_aktif", catatan={"Keterangan": "Sudah tidak digunakan"}), "Sama, tetapi tidak aktif."
        ),
    ),
    over="sistem",
    summary="status dan keterangannya tidak sejalan",
)
def status_against_remark(scope: Scope) -> Iterator[Observation]:
    """Regional systems whose remarks say the opposite of their status; the first such remark is quoted."""
    for aplikasi in scope.sistem:
        if aplikasi.status is None:
            continue
        retired = aplikasi.status in words("status_dihentikan")
        if not retired and not _runs(scope, aplikasi):
            continue
        remark = _opposite(aplikasi, "keterangan_masih_aktif" if retired else "keterangan_tidak_aktif")
        if remark is not None:
            status = vocabulary("status_aplikasi").label(aplikasi.status)
            yield observed(scope, aplikasi, f'{aplikasi.nama} berstatus {status}, tetapi keterangannya: "{remark}".')


def _opposite(aplikasi: Aplikasi, listed: str) -> str | None:
    reason = aplikasi.nilai("sebab_tidak_aktif") if listed == "keterangan_tidak_aktif" else None
    for text in (*aplikasi.catatan.values(), *([reason] if isinstance(reason, str) else [])):
        folded = f" {fold(text)} "
        said = any(f" {phrase} " in folded for phrase in words(listed))
        if said and not any(f" {word} " in folded for word in words("bukan_keterangan_tidak_aktif")):
            return text
    return None


@check(
    "APL019",
    severity="info",
    title="Status aplikasi belum disebut",
    why="Tanpa status, aplikasi dianggap masih berjalan dan ikut dihitung.",
    mend="Isi statusnya: aktif, tidak aktif, dalam pengembangan, atau dihentikan.",
    basis=(indikator(11), ARSITEKTUR),
    indicators=(11, 15),
    fires=(Example(_one(status=None), "Aplikasi tanpa status.", (("A1",),)),),
    silent=(Example(_one(), "Sama, tetapi statusnya disebut."),),
    over="aplikasi",
    summary="belum disebut statusnya",
    fact="status",
)
def without_status(scope: Scope) -> Iterator[Observation]:
    """Regional systems that count as operating only because nobody stated a status."""
    return blanks(scope, "status", "{nama} belum disebut statusnya.")


@check(
    "APL020",
    severity="info",
    title="Aplikasi tidak lagi dilaporkan",
    why="Ada dalam daftar yang lalu, tetapi tidak ada dalam daftar terbaru dari Perangkat Daerahnya.",
    mend="Tanyakan: dihentikan, berganti nama, atau terlewat; lalu perbarui statusnya atau daftarnya.",
    basis=(indikator(11), ARSITEKTUR),
    indicators=(11, 15),
    fires=(Example(_one(tidak_lagi_dilaporkan=True), "Hilang dari daftar terbaru.", (("A1",),)),),
    silent=(Example(_one(), "Sama, tetapi masih dilaporkan."),),
    over="aplikasi",
    summary="tidak lagi dilaporkan",
)
def no_longer_reported(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems that the newest list of their unit does not name."""
    for aplikasi in scope.aplikasi:
        if aplikasi.tidak_lagi_dilaporkan:
            yield observed(scope, aplikasi, f"{aplikasi.nama} tidak ada lagi dalam daftar terbaru.")


@check(
    "APL021",
    severity="info",
    title="Aplikasi sudah lama dalam pengembangan",
    why="Pembangunan yang tidak selesai menahan anggaran dan belum memberi manfaat.",
    mend="Tanyakan kemajuannya; selesaikan, gabungkan dengan yang ada, atau hentikan.",
    basis=(indikator(12, 15), APLIKASI),
    indicators=(12, 15),
    fires=(
        Example(_one(status="pengembangan", tahun_dibuat=2021), "Dalam pengembangan sejak lima tahun.", (("A1",),)),
    ),
    silent=(
        Example(_one(status="pengembangan", tahun_dibuat=2025), "Sama, tetapi baru setahun."),
        Example(_one(tahun_dibuat=2021), "Sama, tetapi sudah berjalan."),
    ),
    over="sistem",
    summary="sudah lama dalam pengembangan",
)
def long_in_the_making(scope: Scope) -> Iterator[Observation]:
    """Regional systems still to be built since ``tahun_pengembangan`` years or more."""
    year = scope.landscape.as_of.year
    for aplikasi in scope.sistem:
        began = aplikasi.tahun_dibuat
        if aplikasi.status in words("status_direncanakan") and began and year - began >= limit("tahun_pengembangan"):
            yield observed(scope, aplikasi, f"{aplikasi.nama} masih dalam pengembangan sejak {began}.")
