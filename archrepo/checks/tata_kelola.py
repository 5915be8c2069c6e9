"""TKL: whether money, plans and rules belong together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from archrepo.checks.completeness import observed
from archrepo.checks.finding import Basis
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder

_PLAN = Basis("Perpres 95/2018", "Pasal 13-19", "medium")


def _budget(*, planned: bool = False) -> Scene:
    def given(b: Builder) -> None:
        initiative = b.add("InisiatifPetaRencana", "Pusat Data terpadu", kode="INI1")
        line = b.add("ItemAnggaran", "Belanja server", kode="ANG1")
        other = b.add("ItemAnggaran", "Belanja jaringan", kode="ANG2")
        b.relasi("R45", other, initiative)
        if planned:
            b.relasi("R45", line, initiative)

    return given


@check(
    "TKL001",
    severity="warning",
    title="Belanja TIK belum dikaitkan dengan Peta Rencana",
    why="Belanja di luar rencana sulit dijelaskan manfaatnya bagi SPBE.",
    mend="Kaitkan dengan inisiatif Peta Rencana, atau tambahkan inisiatifnya.",
    basis=(indikator(13), _PLAN),
    indicators=(12, 13),
    fires=(Example(_budget(), "Item anggaran tanpa inisiatif.", (("ANG1",),)),),
    silent=(Example(_budget(planned=True), "Sama, tetapi inisiatifnya disebut."),),
    over="anggaran",
    summary="belum dikaitkan dengan inisiatif Peta Rencana",
)
def budget_without_initiative(scope: Scope) -> Iterator[Observation]:
    """Budget lines that pay for no initiative (R45)."""
    for line in scope.anggaran:
        if not scope.landscape.out(line.id, "R45"):
            yield observed(scope, line, f"{line.nama} belum dikaitkan dengan inisiatif Peta Rencana.")
