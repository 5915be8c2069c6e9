"""What an application should say about itself, and which of its blanks are the unit's and which the sheet's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from archrepo.checks.rule import Observation
from archrepo.checks.scope import Scope
from archrepo.checks.settings import limit
from archrepo.landscape import Aplikasi, Elemen
from archrepo.landscape.pusat_data import TIDAK_DIKETAHUI

Lacks = Callable[[Scope, Aplikasi], bool]


def _no_edge(*jenis: str) -> Lacks:
    return lambda scope, aplikasi: not scope.landscape.out(aplikasi.id, *jenis)


LACKS: Mapping[str, Lacks] = {
    "penempatan": lambda scope, aplikasi: scope.penempatan(aplikasi).state == TIDAK_DIKETAHUI,
    "layanan": _no_edge("R08"),
    "proses_bisnis": _no_edge("R09"),
    "data": _no_edge("R10"),
    "kode_referensi": lambda _, aplikasi: not (aplikasi.kode_referensi or aplikasi.nilai("raa")),
    "fungsi": lambda _, aplikasi: not (aplikasi.fungsi or aplikasi.deskripsi),
    "pemilik": lambda _, aplikasi: aplikasi.pemilik_id is None,
}
"""Whether an application lacks a fact, by its name in ``kolom_yang_menanyakan`` (``schema/pemeriksaan.yaml``)."""


def blanks(scope: Scope, fact: str, message: str) -> Iterator[Observation]:
    """Yield the applications whose blank is the unit's: a column asked, or they were entered by hand.

    Args:
        scope: what is examined.
        fact: a key of ``LACKS``.
        message: the sentence, with the slot ``{nama}``.
    """
    lacks = LACKS[fact]
    for aplikasi in scope.aplikasi:
        if lacks(scope, aplikasi) and scope.unasked_by(aplikasi, fact) is None:
            yield observed(scope, aplikasi, message.format(nama=aplikasi.nama))


def observed(scope: Scope, element: Elemen, message: str) -> Observation:
    """Return the plain observation of one element."""
    return Observation(
        element_ids=(element.id,),
        message=message,
        instansi_id=element.instansi_id,
        label=element.nama,
        unit_id=scope.unit_of(element),
    )


def unasked(scope: Scope, fact: str) -> Mapping[str, list[tuple[Aplikasi, str]]]:
    """Return, by file, the applications that lack a fact because no sheet that lists them asked; with the sheet."""
    lacks = LACKS[fact]
    found: dict[str, list[tuple[Aplikasi, str]]] = {}
    for aplikasi in scope.aplikasi:
        if lacks(scope, aplikasi):
            sheet = scope.unasked_by(aplikasi, fact)
            if sheet is not None:
                found.setdefault(sheet[0], []).append((aplikasi, sheet[1]))
    return found


def sheet_of(rows: list[tuple[Aplikasi, str]]) -> str:
    """Return the sheet of a finding on a file: its name when only one is concerned, else an empty text."""
    names = {sheet for _, sheet in rows}
    return names.pop() if len(names) == 1 else ""


def named(labels: list[str], most: int | None = None) -> str:
    """Return the first labels in a sentence's form, and how many more there are."""
    most = most if most is not None else limit("nama_disebut")
    shown = ", ".join(labels[:most])
    return f"{shown}, dan {len(labels) - most} lainnya" if len(labels) > most else shown
