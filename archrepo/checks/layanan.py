"""LAY: services and the applications that make them electronic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from archrepo.checks.completeness import observed
from archrepo.checks.dasar import LAYANAN
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.landscape import Aplikasi
from archrepo.landscape.pusat_data import is_operating

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _service(*, status: str = "berjalan", supported: str | None = None) -> Scene:
    """A service; ``supported`` is the status of the application that supports it."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        layanan = b.add("Layanan", "Izin praktik", kode="L1", unit_pelaksana_id=dinkes, status=status)
        b.aplikasi(
            "SIPRAKTIK", kode="A1", pemilik=dinkes, status=supported or "aktif", layanan=(layanan,) if supported else ()
        )

    return given


@check(
    "LAY001",
    severity="info",
    title="Layanan belum didukung aplikasi",
    why="Layanan yang dikerjakan tanpa aplikasi belum dapat dihitung sebagai layanan SPBE.",
    mend="Kaitkan dengan aplikasi yang mendukungnya, atau rencanakan pemakaian aplikasi yang sudah ada.",
    basis=(indikator(11), LAYANAN),
    indicators=(11,),
    fires=(
        Example(_service(), "Layanan berjalan tanpa aplikasi.", (("L1",),)),
        Example(_service(supported="dihentikan"), "Aplikasi pendukungnya sudah dihentikan.", (("L1",),)),
    ),
    silent=(
        Example(_service(supported="aktif"), "Sama, tetapi didukung aplikasi yang aktif."),
        Example(_service(status="dihentikan"), "Sama, tetapi layanannya sudah dihentikan."),
    ),
    over="layanan",
    summary="belum didukung aplikasi yang aktif",
)
def without_application(scope: Scope) -> Iterator[Observation]:
    """Running services that no operating application supports (R08), national ones included as support."""
    day = scope.landscape.as_of
    for layanan in scope.layanan:
        supporting = scope.landscape.sources(layanan.id, "R08")
        if not any(isinstance(row, Aplikasi) and is_operating(row, day) for row in supporting):
            yield observed(scope, layanan, f"{layanan.nama} belum didukung aplikasi yang aktif.")
