"""APL: the licences and versions on which applications rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from archrepo.checks.completeness import names_of, observed
from archrepo.checks.dasar import APLIKASI, INFRASTRUKTUR
from archrepo.checks.dukungan import support_ended
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.landscape import Aplikasi, Elemen, Server
from archrepo.landscape.pusat_data import current_placements, is_operating

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _licensed(until: date, status: str = "aktif") -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        aplikasi = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status=status)
        platform = b.add(
            "PerangkatLunakPlatform", "Basis data SIPANDU", kode="P1", produk="Oracle", versi="19c",
            validitas_lisensi=until,
        )  # fmt: skip
        b.relasi("R29", platform, aplikasi)

    return given


def applications_on(scope: Scope, platform: Elemen) -> tuple[Aplikasi, ...]:
    """Return the operating applications that rest on a platform: directly (R29), or on a server that runs it (R28)."""
    landscape = scope.landscape
    servers = {row.id for row in landscape.sources(platform.id, "R28") if isinstance(row, Server)}
    direct = {row.id for row in landscape.targets(platform.id, "R29")}
    placed = {edge.dari for server in servers for edge in landscape.into(server, "R26")}
    rows = [landscape[one] for one in sorted(direct | placed)]
    day = landscape.as_of
    return tuple(
        row
        for row in rows
        if isinstance(row, Aplikasi)
        and is_operating(row, day)
        and (row.id in direct or any(place.fasilitas_id in servers for place in current_placements(landscape, row)))
    )


@check(
    "APL018",
    severity="warning",
    title="Lisensi perangkat lunak aplikasi sudah berakhir",
    why="Aplikasi berjalan di atas perangkat lunak yang lisensinya tidak berlaku lagi.",
    mend="Perpanjang lisensinya, ganti dengan yang terbuka, atau perbaiki tanggalnya bila sudah diperpanjang.",
    basis=(indikator(15, 24), APLIKASI),
    indicators=(15, 24),
    fires=(Example(_licensed(date(2025, 12, 31)), "Lisensi basis data berakhir tahun lalu.", (("P1", "A1"),)),),
    silent=(
        Example(_licensed(date(2027, 12, 31)), "Sama, tetapi berakhir tahun depan."),
        Example(_licensed(date(2025, 12, 31), "dihentikan"), "Sama, tetapi aplikasinya sudah dihentikan."),
    ),
    over="platform",
)
def licence_expired(scope: Scope) -> Iterator[Observation]:
    """Platforms with applications whose licence ended before the day looked at."""
    for platform in scope.own("PerangkatLunakPlatform"):
        end = platform.nilai("validitas_lisensi")
        if not isinstance(end, date) or end >= scope.landscape.as_of:
            continue
        rows = applications_on(scope, platform)
        if rows:
            yield Observation(
                element_ids=(platform.id, *(row.id for row in rows)),
                message=f"Lisensi {platform.nama} berakhir {end:%d-%m-%Y}; masih dipakai {names_of(rows)}.",
                instansi_id=platform.instansi_id,
                unit_id=scope.unit_of(platform) or scope.unit_of(rows[0]),
                path=(rows[0].kode, platform.kode),
            )


def _written_in(language: str | None) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", bahasa=language)

    return given


@check(
    "APL023",
    severity="warning",
    title="Aplikasi memakai bahasa pemrograman yang tidak didukung lagi",
    why="Celah keamanan yang ditemukan pada versi ini tidak diperbaiki lagi oleh pembuatnya.",
    mend="Rencanakan pembaruan aplikasi ke versi yang masih didukung.",
    basis=(indikator(15, 22), INFRASTRUKTUR),
    indicators=(15, 22),
    fires=(Example(_written_in("PHP 7.2"), "Ditulis dengan PHP 7.2.", (("A1",),)),),
    silent=(
        Example(_written_in("PHP 8.3"), "Sama, tetapi versinya masih didukung."),
        Example(_written_in("PHP"), "Sama, tetapi versinya tidak disebut."),
    ),
    over="aplikasi",
    summary="memakai bahasa pemrograman yang tidak didukung lagi",
)
def language_out_of_support(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems whose language names a version with a known end of support in the past."""
    for aplikasi in scope.aplikasi:
        language = aplikasi.nilai("bahasa")
        ended = support_ended(language) if isinstance(language, str) else None
        if ended is not None and ended[1] < scope.landscape.as_of:
            text = f"{aplikasi.nama} memakai {language}, yang dukungannya berakhir {ended[1]:%d-%m-%Y}."
            yield observed(scope, aplikasi, text)
