"""INF: what infrastructure needs to go on: support, backup, a contract that runs, a network that reaches the units."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from archrepo.checks.aplikasi_lisensi import applications_on
from archrepo.checks.completeness import blanks, names_of, observed
from archrepo.checks.dasar import INFRASTRUKTUR, JARINGAN_INTRA, PUSAT_DATA
from archrepo.checks.dukungan import support_ended
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import limit
from archrepo.landscape import Aplikasi, Elemen
from archrepo.landscape.pusat_data import current_placements
from archrepo.landscape.questions import counted_unit_of

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _centre(**facts: Any) -> Scene:
    def given(b: Builder) -> None:
        kominfo = b.unit("Dinas Komunikasi dan Informatika", kode="KOMINFO")
        b.add(
            "FasilitasKomputasi", "Pusat Data Kabupaten", kode="F1", perangkat_daerah_id=kominfo,
            **{"jenis": "pusat_data", "tier": "tier_2", **facts},
        )  # fmt: skip

    return given


@check(
    "INF003",
    severity="info",
    title="Pusat Data belum punya klasifikasi tier",
    why="Tier menunjukkan seberapa lama Pusat Data dapat bertahan saat listrik atau pendingin terganggu.",
    mend="Isi klasifikasi tier menurut hasil penilaian, atau catat bahwa penilaiannya belum ada.",
    basis=(indikator(16), PUSAT_DATA),
    indicators=(16, 24),
    fires=(Example(_centre(tier=None), "Pusat Data tanpa tier.", (("F1",),)),),
    silent=(
        Example(_centre(), "Sama, tetapi tiernya disebut."),
        Example(_centre(tier=None, jenis="pusat_komputasi"), "Sama, tetapi hanya ruang server."),
    ),
    over="pusat_data",
    summary="belum punya klasifikasi tier",
    fact="tier",
)
def without_tier(scope: Scope) -> Iterator[Observation]:
    """Data centres whose tier is not stated, where a source asked for it."""
    return blanks(scope, "tier", "{nama} belum punya klasifikasi tier.")


def _platform(versi: str) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.add(
            "PerangkatLunakPlatform", "Sistem operasi server 1", kode="P1", produk="CentOS", versi=versi,
            perangkat_daerah_id=dinkes,
        )  # fmt: skip

    return given


@check(
    "INF004",
    severity="warning",
    title="Perangkat lunak platform tidak didukung lagi",
    why="Celah keamanan yang ditemukan pada versi ini tidak diperbaiki lagi oleh pembuatnya.",
    mend="Rencanakan pembaruan ke versi yang masih didukung; sementara itu batasi aksesnya.",
    basis=(indikator(22, 24), INFRASTRUKTUR),
    indicators=(22, 24),
    fires=(Example(_platform("7"), "Server dengan CentOS 7.", (("P1",),)),),
    silent=(Example(_platform("9"), "Sama, tetapi versinya tidak tercatat berakhir."),),
    over="platform",
    summary="tidak didukung lagi",
)
def out_of_support(scope: Scope) -> Iterator[Observation]:
    """Platforms whose product and version have a known end of support in the past."""
    for platform in scope.own("PerangkatLunakPlatform"):
        # Every record has a versi of its own; that of the product is kept with the declared fields only.
        product, version = platform.nilai("produk"), platform.lain.get("versi")
        ended = support_ended(f"{product or platform.nama}", f"{version or ''}")
        if ended is None or ended[1] >= scope.landscape.as_of:
            continue
        rows = applications_on(scope, platform)
        used = f"; dipakai {names_of(rows)}" if rows else ""
        written = " ".join(str(part) for part in (product or platform.nama, version) if part)
        yield observed(scope, platform, f"{platform.nama} ({written}): dukungan berakhir {ended[1]:%d-%m-%Y}{used}.")


def _reached(*, second: bool = False) -> Scene:
    """A network that reaches one of two dinas, or both."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES", tipe="dinas")
        dinsos = b.unit("Dinas Sosial", kode="DINSOS", tipe="dinas")
        network = b.add("JaringanIntra", "Jaringan Intra Kabupaten", kode="J1")
        b.relasi("R31", network, dinkes)
        if second:
            b.relasi("R31", network, dinsos)

    return given


@check(
    "INF005",
    severity="warning",
    title="Perangkat Daerah belum terhubung Jaringan Intra",
    why="Tanpa Jaringan Intra, data antarkantor lewat internet umum.",
    mend="Rencanakan sambungannya, atau catat bila kantor itu sudah terhubung.",
    basis=(indikator(17), JARINGAN_INTRA),
    indicators=(6, 17),
    fires=(Example(_reached(), "Satu dinas terhubung, yang lain belum.", (("DINSOS",),)),),
    silent=(Example(_reached(second=True), "Sama, tetapi keduanya terhubung."),),
    over="perangkat_daerah",
    summary="belum terhubung Jaringan Intra",
    together="instansi",
)
def without_network(scope: Scope) -> Iterator[Observation]:
    """Units that no network reaches (R31), where it is recorded for at least one unit; a kecamatan is information."""
    reached = {
        counted_unit_of(scope.landscape, edge.ke)
        for network in scope.own("JaringanIntra")
        for edge in scope.landscape.out(network.id, "R31")
    }
    known = {scope.landscape[one].instansi_id for one in reached}
    for unit in scope.perangkat_daerah:
        if unit.instansi_id in known and unit.id not in reached and unit.keadaan != "perlu_konfirmasi":
            yield Observation(
                element_ids=(unit.id,),
                message=f"{unit.nama} belum terhubung Jaringan Intra.",
                instansi_id=unit.instansi_id,
                label=unit.nama,
                unit_id=unit.id,
                severity="info" if unit.tipe == "kecamatan" else None,
            )


def _housed(*, backup: bool = False, count: int = 3) -> Scene:
    """So many applications in one data centre; the first has a second placement, as backup or of an unknown use."""

    def given(b: Builder) -> None:
        kominfo = b.unit("Dinas Komunikasi dan Informatika", kode="KOMINFO")
        room = b.add("FasilitasKomputasi", "Pusat Data", kode="F1", jenis="pusat_data", perangkat_daerah_id=kominfo)
        other = b.add("FasilitasKomputasi", "Ruang cadangan", kode="F2", jenis="pusat_komputasi")
        ids = [
            b.aplikasi(f"SIPANDU {number}", kode=f"A{number}", pemilik=kominfo, status="aktif", fasilitas=room)
            for number in range(1, count + 1)
        ]
        use = "cadangan" if backup else "uji"
        b.add("Penempatan", "Tempat kedua", kode="T9", aplikasi_id=ids[0], fasilitas_id=other, lingkungan=use)

    return given


@check(
    "INF006",
    severity="info",
    title="Belum ada tempat cadangan bagi Pusat Data",
    why="Bila tempat ini terganggu, semua aplikasi di dalamnya ikut berhenti.",
    mend="Siapkan tempat pemulihan, lalu catat penempatan cadangan aplikasi yang penting.",
    basis=(indikator(16), OwnRule("pusat_data"), PUSAT_DATA),
    indicators=(16, 21),
    fires=(Example(_housed(), "Tiga aplikasi di satu tempat, tanpa cadangan.", (("F1",),)),),
    silent=(Example(_housed(backup=True), "Sama, tetapi satu aplikasi punya tempat cadangan."),),
    over="fasilitas",
)
def without_backup(scope: Scope) -> Iterator[Observation]:
    """Facilities with ``aplikasi_tanpa_cadangan`` operating applications or more, none of which has a backup."""
    inside: dict[int, list[Aplikasi]] = {}
    for aplikasi in scope.aplikasi:
        for placement in current_placements(scope.landscape, aplikasi):
            room = _room_of(scope, placement.fasilitas_id)
            if room is not None:
                inside.setdefault(room.id, []).append(aplikasi)
    for facility in scope.fasilitas:
        rows = list(dict.fromkeys(inside.get(facility.id, ())))
        backed = (row for row in rows for place in scope.landscape.placements(row.id) if place.lingkungan == "cadangan")
        if len(rows) >= limit("aplikasi_tanpa_cadangan") and not any(backed):
            text = f"{len(rows)} aplikasi berjalan di {facility.nama}; belum satu pun punya tempat cadangan."
            yield observed(scope, facility, text)


def _room_of(scope: Scope, place_id: int | None) -> Elemen | None:
    """Return the facility of a placement: itself, or where the server or the cloud stands."""
    place = scope.landscape.get(place_id)
    if place is None or place.kelas == "FasilitasKomputasi":
        return place
    if place.kelas == "KomputasiAwan":
        return next(iter(scope.landscape.targets(place.id, "R57")), None)
    room = place.nilai("fasilitas_id")
    return scope.landscape.get(room) if isinstance(room, int) else None


def _rented(until: date | None) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        cloud = b.add("KomputasiAwan", "Awan sewaan", kode="W1", perangkat_daerah_id=dinkes, berlaku_sampai=until)
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", fasilitas=cloud)

    return given


@check(
    "INF007",
    severity="warning",
    title="Masa layanan tempat aplikasi sudah berakhir",
    why="Aplikasi tercatat berjalan di tempat yang masa sewanya atau masa pakainya sudah lewat.",
    mend="Perpanjang layanannya, pindahkan aplikasinya, atau perbaiki tanggalnya.",
    basis=(indikator(16, 24), INFRASTRUKTUR),
    indicators=(16, 24),
    fires=(Example(_rented(date(2025, 12, 31)), "Awan sewaan berakhir tahun lalu.", (("W1", "A1"),)),),
    silent=(Example(_rented(date(2027, 12, 31)), "Sama, tetapi berakhir tahun depan."),),
    over="aplikasi",
)
def place_expired(scope: Scope) -> Iterator[Observation]:
    """Places past their validity on which operating regional systems still run."""
    found: dict[int, list[Aplikasi]] = {}
    for aplikasi in scope.aplikasi:
        for placement in current_placements(scope.landscape, aplikasi):
            place = scope.landscape.get(placement.fasilitas_id)
            end = place.berlaku_sampai if place is not None else None
            if place is not None and end is not None and end < scope.landscape.as_of:
                found.setdefault(place.id, []).append(aplikasi)
    for identifier, rows in found.items():
        place = scope.landscape[identifier]
        yield Observation(
            element_ids=(place.id, *(row.id for row in rows)),
            message=f"{place.nama} berakhir {place.berlaku_sampai:%d-%m-%Y}; masih dipakai {names_of(rows)}.",
            instansi_id=rows[0].instansi_id,
            unit_id=scope.unit_of(place) or scope.unit_of(rows[0]),
            path=(rows[0].kode, place.kode),
        )


def _joined(*, second: bool = False) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        one = b.add("FasilitasKomputasi", "Pusat Data", kode="F1", jenis="pusat_data", perangkat_daerah_id=dinkes)
        other = b.add("FasilitasKomputasi", "Ruang server", kode="F2", jenis="pusat_komputasi")
        network = b.add("JaringanIntra", "Jaringan Intra Kabupaten", kode="J1")
        b.relasi("R30", network, one)
        if second:
            b.relasi("R30", network, other)

    return given


@check(
    "INF008",
    severity="info",
    title="Fasilitas komputasi belum terhubung Jaringan Intra",
    why="Server di fasilitas ini hanya terjangkau lewat internet umum.",
    mend="Hubungkan dengan Jaringan Intra, atau catat bila sudah terhubung.",
    basis=(indikator(17), JARINGAN_INTRA),
    indicators=(16, 17),
    fires=(Example(_joined(), "Satu fasilitas terhubung, yang lain belum.", (("F2",),)),),
    silent=(Example(_joined(second=True), "Sama, tetapi keduanya terhubung."),),
    over="fasilitas",
    summary="belum terhubung Jaringan Intra",
)
def facility_without_network(scope: Scope) -> Iterator[Observation]:
    """Facilities on no network (R30), where it is recorded for at least one."""
    known = {row.instansi_id for row in scope.fasilitas if scope.landscape.into(row.id, "R30")}
    for facility in scope.fasilitas:
        if facility.instansi_id in known and not scope.landscape.into(facility.id, "R30"):
            yield observed(scope, facility, f"{facility.nama} belum terhubung Jaringan Intra.")
