"""INF: machines and the places they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from archrepo.checks.completeness import observed
from archrepo.checks.dasar import INFRASTRUKTUR
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _machine(*, housed: bool = False) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        room = b.add("FasilitasKomputasi", "Ruang server", kode="F1", jenis="pusat_komputasi")
        b.add("Server", "Server 1", kode="S1", perangkat_daerah_id=dinkes, fasilitas_id=room if housed else None)

    return given


def _room(jenis: str | None = None) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.add("FasilitasKomputasi", "Ruang server", kode="F1", jenis=jenis, perangkat_daerah_id=dinkes)

    return given


@check(
    "INF001",
    severity="info",
    title="Server belum disebut tempatnya",
    why="Aplikasi di server ini belum dapat dipastikan berada di dalam atau di luar Pusat Data.",
    mend="Isi fasilitas komputasi tempat server berada.",
    basis=(indikator(16, 24), INFRASTRUKTUR),
    indicators=(16, 24),
    fires=(Example(_machine(), "Server tanpa fasilitas.", (("S1",),)),),
    silent=(Example(_machine(housed=True), "Sama, tetapi tempatnya disebut."),),
    over="server",
    summary="belum disebut tempatnya",
)
def without_facility(scope: Scope) -> Iterator[Observation]:
    """Machines whose facility is not known."""
    for server in scope.server:
        if server.fasilitas_id is None:
            yield observed(scope, server, f"{server.nama} belum disebut berada di fasilitas mana.")


@check(
    "INF002",
    severity="info",
    title="Jenis fasilitas komputasi belum disebut",
    why="Tanpa jenisnya, belum dapat dikatakan apakah fasilitas ini Pusat Data atau bukan.",
    mend="Isi jenis fasilitas: pusat data, pusat komputasi, atau lainnya.",
    basis=(indikator(16), INFRASTRUKTUR),
    indicators=(16,),
    fires=(Example(_room(), "Fasilitas tanpa jenis.", (("F1",),)),),
    silent=(Example(_room("pusat_data"), "Sama, tetapi jenisnya disebut."),),
    over="fasilitas",
    summary="belum disebut jenisnya",
)
def kind_unknown(scope: Scope) -> Iterator[Observation]:
    """Facilities whose kind is not known, so that no placement in them can be judged."""
    for facility in scope.fasilitas:
        if facility.jenis is None:
            yield observed(scope, facility, f"{facility.nama} belum disebut jenisnya.")
