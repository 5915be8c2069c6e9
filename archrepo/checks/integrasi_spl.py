"""INT: what an exchange through the Sistem Penghubung Layanan should say: its API, its data, the way to the SPLP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import blanks, observed
from archrepo.checks.dasar import PENGHUBUNG
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.landscape import AntarmukaApi, Aplikasi, Integrasi, SistemPenghubungLayanan
from archrepo.landscape.pusat_data import is_operating

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _through(*, registered: bool = True, joined: bool = True, with_api: bool = True, with_data: bool = True) -> Scene:
    """An exchange over the regency's bus with its API and its data, without what is said to be missing."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        one = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif")
        other = b.aplikasi("SIMRS", kode="A2", pemilik=dinkes, status="aktif")
        api = b.add("AntarmukaApi", "API kunjungan", kode="API1", aplikasi_id=one)
        bus = b.add("SistemPenghubungLayanan", "SPL Kabupaten", kode="SPL1", jenis="spl_daerah")
        nation = b.add("SistemPenghubungLayanan", "SPLP", kode="SPLP", jenis="splp", instansi=b.nasional)
        data = b.add("DataInformasi", "Data kunjungan", kode="D1", produsen=dinkes)
        facts: dict[str, Any] = {"api_id": api} if with_api else {}
        exchange = b.integrasi(one, other, kode="I1", jalur="spl", **facts)
        if registered:
            b.relasi("R22", bus, api)
        if joined:
            b.relasi("R23", bus, nation)
        if with_data:
            b.relasi("R71", exchange, data)

    return given


@check(
    "INT011",
    severity="info",
    title="API belum terdaftar pada Sistem Penghubung Layanan",
    why="API yang tidak terdaftar belum dapat ditemukan, dipantau, dan dipakai ulang oleh aplikasi lain.",
    mend="Daftarkan API ini pada SPL daerah, atau pada SPLP.",
    basis=(indikator(18), OwnRule("penghubung_layanan"), PENGHUBUNG),
    indicators=(7, 18),
    fires=(Example(_through(registered=False), "API aplikasi aktif yang belum terdaftar.", (("API1",),)),),
    silent=(Example(_through(), "Sama, tetapi API-nya terdaftar pada SPL."),),
    over="api",
    summary="belum terdaftar pada SPL",
)
def not_registered(scope: Scope) -> Iterator[Observation]:
    """APIs of operating applications that no bus publishes (R22), where the Instansi has a bus at all."""
    day = scope.landscape.as_of
    with_bus = {row.instansi_id for row in scope.own("SistemPenghubungLayanan")}
    for api in scope.own("AntarmukaApi"):
        owner = scope.landscape.get(api.aplikasi_id) if isinstance(api, AntarmukaApi) else None
        if api.instansi_id not in with_bus or not api.is_valid_on(day) or scope.landscape.into(api.id, "R22"):
            continue
        if isinstance(owner, Aplikasi) and is_operating(owner, day):
            yield Observation(
                element_ids=(api.id,),
                message=f"{api.nama} ({owner.nama}) belum terdaftar pada SPL: {owner.kode} → {api.kode} → (belum) SPL.",
                instansi_id=api.instansi_id,
                label=api.nama,
                unit_id=scope.unit_of(owner),
                path=(owner.kode, api.kode, "(belum terdaftar)", "SPL"),
            )


@check(
    "INT012",
    severity="info",
    title="SPL daerah belum terhubung dengan SPLP nasional",
    why="Tanpa hubungan ke SPLP, pertukaran data dengan pemerintah lain masih lewat sambungan tersendiri.",
    mend="Hubungkan SPL daerah dengan SPLP, lalu catat hubungannya.",
    basis=(indikator(18), PENGHUBUNG),
    indicators=(7, 18),
    fires=(Example(_through(joined=False), "SPL daerah tanpa hubungan ke SPLP.", (("SPL1",),)),),
    silent=(Example(_through(), "Sama, tetapi terhubung dengan SPLP."),),
    over="spl",
)
def not_joined(scope: Scope) -> Iterator[Observation]:
    """Buses of the regency (spl_daerah) that are joined to no other bus (R23)."""
    for bus in scope.own("SistemPenghubungLayanan"):
        alone = not scope.landscape.out(bus.id, "R23") and not scope.landscape.into(bus.id, "R23")
        if isinstance(bus, SistemPenghubungLayanan) and bus.jenis == "spl_daerah" and alone:
            yield observed(scope, bus, f"{bus.nama} belum terhubung dengan SPLP nasional.")


@check(
    "INT013",
    severity="info",
    title="Pertukaran lewat SPL tanpa nama API",
    why="Tanpa nama API, belum dapat dipastikan data apa yang lewat dan siapa yang boleh memakainya.",
    mend="Isi API yang dipakai pertukaran ini.",
    basis=(indikator(18), PENGHUBUNG),
    indicators=(18,),
    fires=(Example(_through(with_api=False), "Pertukaran lewat SPL, API-nya tidak disebut.", (("A1", "A2"),)),),
    silent=(Example(_through(), "Sama, tetapi API-nya disebut."),),
    over="integrasi",
    summary="lewat SPL tanpa nama API",
)
def without_named_api(scope: Scope) -> Iterator[Observation]:
    """Current exchanges over a bus that name no API."""
    for exchange in scope.integrasi:
        if exchange.api_id is None and (exchange.spl_id is not None or exchange.jalur in ("spl", "splp")):
            yield _of_exchange(scope, exchange, "lewat SPL, API-nya belum disebut")


def _of_exchange(scope: Scope, exchange: Integrasi, said: str) -> Observation:
    source, target = scope.landscape[exchange.dari_id], scope.landscape[exchange.ke_id]
    return Observation(
        element_ids=(source.id, target.id),
        message=f"{source.nama} → {target.nama}: {said}.",
        instansi_id=exchange.instansi_id,
        label=f"{source.nama} → {target.nama}",
        unit_id=scope.unit_of(source),
        path=(source.kode, exchange.kode, target.kode),
        key=exchange.kode,
    )


@check(
    "INT014",
    severity="info",
    title="Data yang dipertukarkan belum disebut",
    why="Tanpa datanya, belum dapat diperiksa apakah data pribadi atau data terbatas ikut mengalir.",
    mend="Isi data yang dialirkan pertukaran ini.",
    basis=(indikator(18, 23), PENGHUBUNG),
    indicators=(18, 23),
    fires=(Example(_through(with_data=False), "Pertukaran tanpa nama data.", (("I1",),)),),
    silent=(Example(_through(), "Sama, tetapi datanya disebut."),),
    over="integrasi",
    summary="belum disebut datanya",
    fact="data_dialirkan",
)
def without_named_data(scope: Scope) -> Iterator[Observation]:
    """Current exchanges that name no data set (R71), where a source asked for it."""
    for found in blanks(scope, "data_dialirkan", "{nama}: data yang dialirkan belum disebut."):
        exchange = scope.landscape[found.element_ids[0]]
        if isinstance(exchange, Integrasi):
            source = scope.landscape[exchange.dari_id]
            yield Observation(
                element_ids=(exchange.id,),
                message=f"{_pair(scope, exchange)}: data yang dialirkan belum disebut.",
                instansi_id=exchange.instansi_id,
                label=_pair(scope, exchange),
                unit_id=scope.unit_of(source),
            )


def _pair(scope: Scope, exchange: Integrasi) -> str:
    return f"{scope.landscape[exchange.dari_id].nama} → {scope.landscape[exchange.ke_id].nama}"
