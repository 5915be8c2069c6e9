"""What an element should say about itself, and which of its blanks are the unit's and which the sheet's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from archrepo.checks.rule import Observation
from archrepo.checks.scope import Scope
from archrepo.checks.settings import limit
from archrepo.declarations.kalimat import listed
from archrepo.landscape import Aplikasi, Elemen, Layanan
from archrepo.landscape.pusat_data import TIDAK_DIKETAHUI

Lacks = Callable[[Scope, Elemen], bool]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a source may ask for: the population that should have it, and whether an element lacks it."""

    over: str
    lacks: Lacks


def _no_edge(*jenis: str) -> Lacks:
    return lambda scope, element: not scope.landscape.out(element.id, *jenis)


def _no_value(*names: str) -> Lacks:
    return lambda _, element: all(element.nilai(name) in (None, "", ()) for name in names)


def _no_owner(scope: Scope, element: Elemen) -> bool:
    return element.pemilik_id is None and not scope.landscape.into(element.id, "R01")


def _no_place(scope: Scope, element: Elemen) -> bool:
    return isinstance(element, Aplikasi) and scope.penempatan(element).state == TIDAK_DIKETAHUI


def _no_category(scope: Scope, element: Elemen) -> bool:
    return element.nilai("kategori_se") is None and not scope.landscape.into(element.id, "R35")


def _no_executor(_: Scope, element: Elemen) -> bool:
    return isinstance(element, Layanan) and element.unit_pelaksana_id is None and element.pemilik_id is None


def _no_data_named(scope: Scope, element: Elemen) -> bool:
    # An exchange whose path nobody stated is known from a list of partners only, which never asks for data.
    return element.nilai("jalur") is not None and not scope.landscape.out(element.id, "R71")


def _unclassed(_: Scope, element: Elemen) -> bool:
    return element.nilai("data_pribadi") == "ya" and element.nilai("klasifikasi") is None


FACTS: Mapping[str, Fact] = {
    "penempatan": Fact("aplikasi", _no_place),
    "layanan": Fact("aplikasi", _no_edge("R08")),
    "proses_bisnis": Fact("aplikasi", _no_edge("R09")),
    "data": Fact("aplikasi", _no_edge("R10")),
    "kode_referensi": Fact("aplikasi", _no_value("kode_referensi", "raa")),
    "fungsi": Fact("aplikasi", _no_value("fungsi", "deskripsi")),
    "pemilik": Fact("aplikasi", lambda _, row: row.pemilik_id is None),
    "status": Fact("aplikasi", _no_value("status")),
    "kategori_se": Fact("aplikasi", _no_category),
    "produsen": Fact("data", _no_value("produsen")),
    "klasifikasi": Fact("data", _unclassed),
    "sifat_data": Fact("data", _no_value("sifat")),
    "kode_rad": Fact("data", _no_value("kode_referensi", "rad")),
    "kode_rab": Fact("proses_bisnis", _no_value("kode_referensi", "rab")),
    "pelaksana_proses": Fact("proses_bisnis", _no_owner),
    "dasar_proses": Fact("proses_bisnis", lambda scope, row: not scope.landscape.into(row.id, "R36")),
    "kode_ral": Fact("layanan", _no_value("kode_referensi", "ral")),
    "unit_pelaksana": Fact("layanan", _no_executor),
    "tingkat_layanan": Fact("layanan", _no_value("tingkat_layanan")),
    "tier": Fact("pusat_data", _no_value("tier")),
    "data_dialirkan": Fact("integrasi", _no_data_named),
    "urusan_unit": Fact("dinas_badan", _no_edge("R02")),
}
"""Every fact by its name in ``kolom_yang_menanyakan`` (``schema/pemeriksaan.yaml``)."""


def lacking(scope: Scope, fact: str) -> tuple[Elemen, ...]:
    """Return the elements of the fact's population that lack it, whoever is to blame; worked out once a run."""
    found = scope.worked_out.get(f"lacking {fact}")
    if not isinstance(found, tuple):
        known = FACTS[fact]
        rows = (row for row in scope.population(known.over) if isinstance(row, Elemen))
        found = scope.worked_out[f"lacking {fact}"] = tuple(row for row in rows if known.lacks(scope, row))
    return found


def blanks(scope: Scope, fact: str, message: str) -> Iterator[Observation]:
    """Yield the elements whose blank is the unit's: a column asked, or they were entered by hand.

    Args:
        scope: what is examined.
        fact: a key of ``FACTS``.
        message: the sentence, with the slot ``{nama}``.
    """
    for element in lacking(scope, fact):
        if scope.unasked_by(element, fact) is None:
            yield observed(scope, element, message.format(nama=element.nama))


def observed(scope: Scope, element: Elemen, message: str) -> Observation:
    """Return the plain observation of one element."""
    return Observation(
        element_ids=(element.id,),
        message=message,
        instansi_id=element.instansi_id,
        label=element.nama,
        unit_id=scope.unit_of(element),
    )


def unasked(scope: Scope, fact: str) -> Mapping[str, list[tuple[Elemen, str]]]:
    """Return, by file, the elements that lack a fact because no sheet that lists them asked; with the sheet."""
    found: dict[str, list[tuple[Elemen, str]]] = {}
    for element in lacking(scope, fact):
        sheet = scope.unasked_by(element, fact)
        if sheet is not None:
            found.setdefault(sheet[0], []).append((element, sheet[1]))
    return found


def sheet_of(rows: list[tuple[Elemen, str]]) -> str:
    """Return the sheet of a finding on a file: its name when only one is concerned, else an empty text."""
    names = {sheet for _, sheet in rows}
    return names.pop() if len(names) == 1 else ""


def names_of(elements: Iterable[Elemen]) -> str:
    """Return the names of elements in a sentence's form, in alphabetical order, however they were found."""
    return named(sorted((row.nama for row in elements), key=str.casefold))


def named(labels: list[str], most: int | None = None) -> str:
    """Return the first labels in a sentence's form, and how many more there are (``nama_disebut`` if not told)."""
    return listed(labels, most if most is not None else limit("nama_disebut"))
