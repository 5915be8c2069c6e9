"""What the picture of changes shows of a comparison: one line an element, with its difference in a few words."""

from __future__ import annotations

from collections.abc import Iterator

from archrepo.drawing.change import Kind, Perubahan
from archrepo.landscape.perbandingan import ChangedElement, Comparison, FieldChange

_PLACE = frozenset({"lokasi", "fasilitas_id"})
_MOST_FIELDS = 3


def changes_of(comparison: Comparison, instansi: str) -> list[Perubahan]:
    """Return the changed elements of one Instansi, each once: what moved is not told again as changed.

    Args:
        instansi: name of the Instansi.
    """
    return [change for change, home in _changes(comparison) if home == instansi]


def _changes(comparison: Comparison) -> Iterator[tuple[Perubahan, str]]:
    for row in comparison.added:
        yield Perubahan(row.kode, row.nama, row.kelas, row.pemilik, "ditambah"), row.instansi
    for row in comparison.gone:
        yield Perubahan(row.kode, row.nama, row.kelas, row.pemilik, "hilang"), row.instansi
    moved = set()
    for move in comparison.moved:
        row = move.element
        moved.add((row.instansi, row.kelas, row.kode))
        detail = f"{move.before or 'pemilik belum pasti'} → {move.after or 'pemilik belum pasti'}"
        yield Perubahan(row.kode, row.nama, row.kelas, row.pemilik, "pindah", detail), row.instansi
    for changed in comparison.changed:
        row = changed.element
        if (row.instansi, row.kelas, row.kode) not in moved:
            kind: Kind = "pindah" if _has_new_place(changed) else "berubah"
            yield Perubahan(row.kode, row.nama, row.kelas, row.pemilik, kind, _detail(changed)), row.instansi


def _has_new_place(changed: ChangedElement) -> bool:
    return changed.element.kelas == "Penempatan" and any(field.field in _PLACE for field in changed.fields)


def _detail(changed: ChangedElement) -> str:
    told = [_told(field) for field in changed.fields[:_MOST_FIELDS]]
    more = len(changed.fields) - _MOST_FIELDS
    return "; ".join(told) + (f"; dan {more} isian lain" if more > 0 else "")


def _told(field: FieldChange) -> str:
    return f"{field.label}: {field.before or 'kosong'} → {field.after or 'kosong'}"
