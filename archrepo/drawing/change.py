"""What changed between two points in time, as a plain list that a picture can be drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from archrepo.landscape.elemen import Elemen
from archrepo.landscape.landscape import Landscape

Kind = Literal["ditambah", "hilang", "berubah", "pindah"]

KINDS: dict[str, str] = {
    "ditambah": "Baru tercatat",
    "hilang": "Tidak lagi tercatat",
    "berubah": "Keterangannya berubah",
    "pindah": "Berpindah tempat atau pemilik",
}
"""Kinds of change and what readers see, in drawing order."""


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One element that differs: ``kelas`` is its declared class, ``unit`` the name of its owner ("" for none).

    ``detail`` says in a few Indonesian words what differs, such as ``Server OPD → Pusat Data``.
    """

    kode: str
    nama: str
    kelas: str
    unit: str
    kind: Kind
    detail: str = ""


def landscape_of_changes(landscape: Landscape, changes: Iterable[Perubahan], instansi_id: int | None) -> Landscape:
    """Return a Landscape that holds the Instansi and one element for every change, so that a view can draw them.

    Args:
        landscape: the later of the two points, for day and names.
        instansi_id: whose change it is; the only Instansi when not given.
    """
    homes = landscape.daftar_instansi
    home = instansi_id if instansi_id is not None else min((row.id for row in homes), default=0)
    start = max((element.id for element in landscape.elements), default=0) + 1
    rows = [
        Elemen(
            id=start + offset,
            kelas=row.kelas,
            kode=row.kode,
            nama=row.nama,
            instansi_id=home,
            lain={"jenis_perubahan": row.kind, "unit_perubahan": row.unit, "rincian_perubahan": row.detail},
        )
        for offset, row in enumerate(changes)
    ]
    return Landscape((*landscape.of_class("Instansi"), *rows), as_of=landscape.as_of, taken_at=landscape.taken_at)
