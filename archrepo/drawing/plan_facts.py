"""Facts of the road map and of changes between two points in time."""

from __future__ import annotations

from collections.abc import Mapping

from archrepo.declarations.kalimat import number
from archrepo.declarations.kosakata import vocabulary
from archrepo.drawing.change import KINDS
from archrepo.drawing.fact import NOTHING, Answers, Fact, FactFunction
from archrepo.landscape.elemen import Elemen
from archrepo.names import fold


def _content(_facts: Answers, element: Elemen) -> Fact:
    """Which of the seven contents of the road map an initiative belongs to."""
    value = element.nilai("muatan")
    if not isinstance(value, str):
        return Fact("belum_disebut", "Muatan belum disebut", ("~",))
    known = vocabulary("muatan_peta_rencana")
    ids = [row.id for row in known.nilai]
    rank = ids.index(value) if value in ids else len(ids)
    return Fact(value, known.label(value), (f"{rank:02d}", fold(value)))


def _initiative_state(_facts: Answers, element: Elemen) -> Fact:
    value = element.nilai("status")
    if element.kelas != "InisiatifPetaRencana":
        return NOTHING
    if not isinstance(value, str):
        return Fact("tidak_disebut", "Keadaan belum disebut", ("9",))
    known = vocabulary("status_inisiatif")
    ids = [row.id for row in known.nilai]
    if value not in ids:
        return Fact("kata_lain", "Tertulis dengan kata lain", ("8",))
    return Fact(value, known.label(value), (f"{ids.index(value)}",))


def _year(name: str) -> FactFunction:
    def fact(_facts: Answers, element: Elemen) -> Fact:
        value = element.nilai(name)
        return Fact(str(value), str(value), (str(value),)) if isinstance(value, int) else NOTHING

    return fact


def _touches(facts: Answers, element: Elemen) -> Fact:
    names = sorted({row.nama for row in facts.landscape.targets(element.id, "R42")}, key=fold)
    return Fact(str(len(names)), f"mengubah {', '.join(names)}") if names else NOTHING


def _cost(facts: Answers, element: Elemen) -> Fact:
    """Budget lines that pay for an initiative, added up."""
    values = [row.nilai("nilai") for row in facts.landscape.sources(element.id, "R45")]
    total = sum(value for value in values if isinstance(value, int))
    return Fact(str(total), f"Rp{number(total)}") if total else NOTHING


def _target(_facts: Answers, element: Elemen) -> Fact:
    value = element.nilai("target_tahunan")
    return Fact("target", f"target {value}") if isinstance(value, str) and value else NOTHING


# ---- changes


def _change(_facts: Answers, element: Elemen) -> Fact:
    value = str(element.nilai("jenis_perubahan") or "")
    return Fact(value, KINDS[value], (f"{list(KINDS).index(value)}",)) if value in KINDS else NOTHING


def _changed_unit(_facts: Answers, element: Elemen) -> Fact:
    value = element.nilai("unit_perubahan")
    return Fact(str(value), str(value), (fold(str(value)),)) if value else Fact("tanpa", "Tanpa pemilik", ("~",))


def _difference(_facts: Answers, element: Elemen) -> Fact:
    value = element.nilai("rincian_perubahan")
    return Fact("rincian", str(value)) if value else NOTHING


FACTS: Mapping[str, FactFunction] = {
    "muatan": _content,
    "status_inisiatif": _initiative_state,
    "tahun_mulai": _year("tahun_mulai"),
    "tahun_selesai": _year("tahun_selesai"),
    "mengubah": _touches,
    "biaya": _cost,
    "target_tahunan": _target,
    "jenis_perubahan": _change,
    "unit_perubahan": _changed_unit,
    "rincian_perubahan": _difference,
}
"""Facts of plans and changes, by the name that a view file uses."""
