"""DAT: data sets, who makes them, and whether each is born in one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import names_of, observed
from archrepo.checks.dasar import SATU_DATA
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.landscape import Aplikasi
from archrepo.landscape.pusat_data import is_operating
from archrepo.names import fold

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _data_set(*, produced: bool = True) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.add("DataInformasi", "Data balita", kode="D1", produsen=dinkes if produced else None)

    return given


def _two_writers(mode: str = "buat", **facts: Any) -> Scene:
    """Two applications that make one data set, the second in the mode given."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        data = b.add("DataInformasi", "Data balita", kode="D1", produsen=dinkes)
        one = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif")
        other = b.aplikasi("SIGIZI", kode="A2", pemilik=dinkes, **{"status": "aktif", **facts})
        b.relasi("R10", one, data, mode_akses="buat")
        b.relasi("R10", other, data, mode_akses=mode)

    return given


@check(
    "DAT001",
    severity="warning",
    title="Data belum punya produsen",
    why="Tanpa produsen, belum jelas siapa yang menjaga kebenaran data.",
    mend="Tetapkan Perangkat Daerah yang menghasilkan data ini.",
    basis=(indikator(3, 23), SATU_DATA, OwnRule("data")),
    indicators=(3, 23),
    fires=(Example(_data_set(produced=False), "Data tanpa produsen.", (("D1",),)),),
    silent=(Example(_data_set(), "Sama, tetapi produsennya disebut."),),
    over="data",
    summary="belum punya produsen",
)
def without_producer(scope: Scope) -> Iterator[Observation]:
    """Data sets without produsen; an empty walidata is none of this, it is the Instansi's own."""
    for data in scope.data:
        if data.produsen is None:
            yield observed(scope, data, f"{data.nama} belum punya produsen data.")


@check(
    "DAT002",
    severity="warning",
    title="Satu data dibuat di dua aplikasi",
    why="Data yang sama lahir di dua tempat mudah berbeda isinya.",
    mend="Tentukan satu aplikasi sebagai tempat data dibuat; aplikasi lain cukup membacanya lewat SPL.",
    basis=(indikator(23), SATU_DATA, OwnRule("data")),
    indicators=(3, 11, 23),
    fires=(Example(_two_writers(), "Dua aplikasi membuat data yang sama.", (("D1", "A1", "A2"),)),),
    silent=(
        Example(_two_writers(mode="baca"), "Sama, tetapi yang kedua hanya membaca."),
        Example(_two_writers(status="dihentikan"), "Sama, tetapi yang kedua sudah dihentikan."),
    ),
    over="data",
)
def two_creators(scope: Scope) -> Iterator[Observation]:
    """Data sets that two operating applications create (a word of ``mode_membuat`` in R10 mode_akses)."""
    day = scope.landscape.as_of
    creating = words("mode_membuat")
    for data in scope.data:
        creators = []
        for edge in scope.landscape.into(data.id, "R10"):
            aplikasi = scope.landscape[edge.dari]
            modes = set(fold(edge.atribut.get("mode_akses", "")).split())
            if isinstance(aplikasi, Aplikasi) and modes & creating and is_operating(aplikasi, day):
                creators.append(aplikasi)
        if len({row.id for row in creators}) > 1:
            distinct = sorted({row.id: row for row in creators}.values(), key=lambda row: row.kode)
            yield Observation(
                element_ids=(data.id, *(row.id for row in distinct)),
                message=f"{data.nama} dibuat di {len(distinct)} aplikasi: {names_of(distinct)}.",
                instansi_id=data.instansi_id,
                unit_id=scope.unit_of(data),
            )
