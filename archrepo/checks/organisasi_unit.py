"""ORG: units as they change: what they last sent, what they hold, what they are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from archrepo.checks.completeness import blanks, named, names_of
from archrepo.checks.dasar import ARSITEKTUR, PERANGKAT_DAERAH, URUSAN
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import limit
from archrepo.landscape import Aplikasi, PerangkatDaerah
from archrepo.landscape.questions import counted_unit_of
from archrepo.names import fold

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _sent(day: date) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES", tipe="dinas")
        b.sheet("dinkes.xlsx", asked={"nama", "status"}, pelapor=(dinkes,), dibaca=day)
        row = b.sumber("dinkes.xlsx", 5, dinkes)
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, pelapor=dinkes, status="aktif", sumber=row)

    return given


@check(
    "ORG005",
    severity="warning",
    title="Laporan Perangkat Daerah sudah lebih dari setahun",
    why="Aplikasi yang baru, berhenti, atau pindah sesudah itu belum tercatat.",
    mend="Minta daftar terbaru; kirim templat yang sudah terisi agar tinggal diperbaiki.",
    basis=(indikator(11), ARSITEKTUR),
    indicators=(11, 20),
    fires=(Example(_sent(date(2025, 3, 1)), "Daftar terakhir lebih dari setahun.", (("DINKES",),)),),
    silent=(Example(_sent(date(2026, 3, 1)), "Sama, tetapi baru beberapa bulan."),),
    over="perangkat_daerah",
    summary="laporan terakhirnya sudah lebih dari setahun",
    together="instansi",
)
def old_report(scope: Scope) -> Iterator[Observation]:
    """Units whose newest list was read more than ``hari_laporan`` days ago; a kecamatan is information only."""
    latest = _latest_reports(scope)
    oldest = scope.landscape.as_of - timedelta(days=limit("hari_laporan"))
    for unit in scope.perangkat_daerah:
        day = latest.get(unit.id)
        if day is not None and day < oldest:
            yield Observation(
                element_ids=(unit.id,),
                message=f"{unit.nama} terakhir menyampaikan data {day:%d-%m-%Y}.",
                instansi_id=unit.instansi_id,
                label=unit.nama,
                unit_id=unit.id,
                severity="info" if unit.tipe == "kecamatan" else None,
            )


def _latest_reports(scope: Scope) -> Mapping[int, date]:
    """Return the day of the newest list of each counted unit: as a whole sheet, or as rows of one."""
    landscape = scope.landscape
    days = {(row.file, row.sheet, row.batch): row.dibaca for row in landscape.sheets}
    named_by = [(unit, row.dibaca) for row in landscape.sheets for unit in row.pelapor_ids]
    named_by += [
        (source.pelapor_id, days.get((source.file, source.sheet, source.batch)))
        for element in landscape.of(Aplikasi)
        for source in element.sumber
        if source.pelapor_id is not None
    ]
    found: dict[int, date] = {}
    for identifier, day in named_by:
        if day is not None and identifier in landscape:
            unit = counted_unit_of(landscape, identifier)
            found[unit] = max(day, found.get(unit, day))
    return found


def _holding(*, urusan: bool) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES", tipe="dinas")
        health = b.add("Urusan", "Kesehatan", kode="1.02", instansi=b.nasional)
        if urusan:
            b.relasi("R02", dinkes, health)

    return given


@check(
    "ORG006",
    severity="info",
    title="Urusan Perangkat Daerah belum disebut",
    why="Tanpa urusan, sebaran aplikasi per urusan dan kesenjangannya belum dapat digambar.",
    mend="Isi urusan yang diampu menurut peraturan pembentukannya.",
    basis=(indikator(11), URUSAN, PERANGKAT_DAERAH),
    indicators=(11, 14),
    fires=(Example(_holding(urusan=False), "Dinas tanpa urusan.", (("DINKES",),)),),
    silent=(Example(_holding(urusan=True), "Sama, tetapi urusannya disebut."),),
    over="dinas_badan",
    summary="belum disebut urusannya",
    together="instansi",
    fact="urusan_unit",
)
def without_affair(scope: Scope) -> Iterator[Observation]:
    """Confirmed dinas and badan that hold no affair (R02), where the affairs are known and a source asked."""
    if not scope.landscape.of_class("Urusan"):
        return
    for found in blanks(scope, "urusan_unit", "{nama} belum disebut urusannya."):
        if scope.landscape[found.element_ids[0]].keadaan != "perlu_konfirmasi":
            yield found


def _of_closed(until: date | None) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan dan Keluarga Berencana", kode="DINKES", berlaku_sampai=until)
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif")

    return given


@check(
    "ORG007",
    severity="warning",
    title="Aplikasi masih milik Perangkat Daerah yang sudah tidak ada",
    why="Sesudah penggabungan atau penghapusan, belum jelas siapa yang merawat dan menganggarkannya.",
    mend="Alihkan kepada Perangkat Daerah penerusnya.",
    basis=(indikator(4, 15), PERANGKAT_DAERAH),
    indicators=(4, 11, 15),
    fires=(Example(_of_closed(date(2025, 12, 31)), "Pemiliknya berakhir tahun lalu.", (("A1", "DINKES"),)),),
    silent=(Example(_of_closed(None), "Sama, tetapi pemiliknya masih ada."),),
    over="aplikasi",
)
def of_closed_unit(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems owned by a unit past its validity."""
    for aplikasi in scope.aplikasi:
        owner = scope.landscape.get(aplikasi.perangkat_daerah_id)
        if isinstance(owner, PerangkatDaerah) and owner.berlaku_sampai and not owner.is_valid_on(scope.landscape.as_of):
            yield Observation(
                element_ids=(aplikasi.id, owner.id),
                message=f"{aplikasi.nama} milik {owner.nama}, yang berakhir {owner.berlaku_sampai:%d-%m-%Y}.",
                instansi_id=aplikasi.instansi_id,
                unit_id=owner.id,
            )


def _two_names(alias: str) -> Scene:
    def given(b: Builder) -> None:
        b.unit("Dinas Pekerjaan Umum", kode="PU", singkatan="DPU", alias=("Dinas PU",))
        b.unit("Dinas Perumahan", kode="PERKIM", alias=(alias,))

    return given


@check(
    "ORG008",
    severity="info",
    title="Satu nama dipakai dua Perangkat Daerah",
    why="Berkas yang memakai nama ini tidak dapat dipastikan milik siapa.",
    mend="Hapus nama lain itu dari salah satunya, atau tulis nama lengkap dalam berkas.",
    basis=(indikator(11), PERANGKAT_DAERAH),
    indicators=(11,),
    fires=(Example(_two_names("DPU"), "Singkatan satu unit menjadi nama lain unit kedua.", (("PU", "PERKIM"),)),),
    silent=(Example(_two_names("DPKP"), "Sama, tetapi nama lainnya berbeda."),),
    over="perangkat_daerah",
)
def one_name_for_two(scope: Scope) -> Iterator[Observation]:
    """Confirmed units of one Instansi that share a name, short name or alias; one told apart already is no finding."""
    told = {(row.instansi_id, row.alias) for row in scope.landscape.ambiguous_aliases}
    meant: dict[tuple[int, str], dict[int, str]] = {}
    for unit in scope.landscape.of(PerangkatDaerah):
        if scope.instansi_id in (None, unit.instansi_id) and unit.keadaan != "perlu_konfirmasi":
            for name in (unit.nama, unit.singkatan, *unit.alias):
                if name and fold(name):
                    meant.setdefault((unit.instansi_id, fold(name)), {})[unit.id] = name
    for (instansi, alias), units in sorted(meant.items()):
        if len(units) > 1 and (instansi, alias) not in told:
            order = sorted(units, key=lambda one: scope.landscape[one].kode)
            names = [scope.landscape[one].nama for one in order]
            written = units[order[0]]
            yield Observation(
                element_ids=tuple(order),
                message=f'"{written}" dapat berarti {named(names)}.',
                instansi_id=instansi,
                key=fold(written),
            )


def _circle(*, back: bool) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES", induk_id=4 if back else None)
        b.unit("Puskesmas Marga", kode="PKM", induk_id=dinkes)

    return given


@check(
    "ORG009",
    severity="error",
    title="Susunan Perangkat Daerah berputar",
    why="Sebuah unit tidak mungkin berada di bawah bawahannya sendiri; hitungan per unit menjadi tidak pasti.",
    mend="Perbaiki induk salah satu unit ini.",
    basis=(indikator(11), PERANGKAT_DAERAH),
    indicators=(11,),
    fires=(Example(_circle(back=True), "Dinas dan puskesmas saling menjadi induk.", (("DINKES", "PKM"),)),),
    silent=(Example(_circle(back=False), "Sama, tetapi dinas tidak punya induk."),),
    over="perangkat_daerah",
)
def above_itself(scope: Scope) -> Iterator[Observation]:
    """Units that stand, over those above them, below themselves."""
    told: set[int] = set()
    for unit in sorted(scope.landscape.of(PerangkatDaerah), key=lambda row: row.kode):
        if unit.id in told or scope.instansi_id not in (None, unit.instansi_id):
            continue
        chain = _climb(scope, unit)
        if chain:
            told.update(row.id for row in chain)
            yield Observation(
                element_ids=tuple(row.id for row in chain),
                message=f"{names_of(chain)} saling menjadi induk.",
                instansi_id=unit.instansi_id,
                path=(*(row.kode for row in chain), unit.kode),
            )


def _climb(scope: Scope, start: PerangkatDaerah) -> tuple[PerangkatDaerah, ...]:
    """Return the units from one up to itself; nothing when the climb ends or goes round elsewhere."""
    chain = [start]
    while True:
        above = scope.landscape.get(chain[-1].induk_id)
        if not isinstance(above, PerangkatDaerah) or above in chain[1:]:
            return ()
        if above.id == start.id:
            return tuple(chain)
        chain.append(above)
