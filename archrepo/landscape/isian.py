"""Puts a field and its value into the words that readers see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from archrepo.declarations.kosakata import vocabularies
from archrepo.declarations.metamodel import Field, common_fields, kelas

_LABELS = {
    "perangkat_daerah_id": "Pemilik",
    "instansi_luar_id": "Pemilik",
    "instansi_id": "Instansi",
    "kode_referensi": "Kode referensi",
    "keadaan": "Keadaan catatan",
    "tidak_lagi_dilaporkan": "Tidak lagi dilaporkan",
    "digabung_ke_id": "Digabung ke",
    "dasar_pemilik": "Dasar pemilik",
    "nasional": "Dikenali sebagai aplikasi nasional",
    "kunci_alami": "Kunci alami",
    "kode": "Kode",
    "nama": "Nama",
    "alias": "Nama lain",
}


@cache
def _declared(kelas_name: str) -> dict[str, Field]:
    declared = kelas(kelas_name)
    found = {field.name: field for field in (*common_fields(), *declared.fields)}
    if declared.reference is not None and declared.reference in found:
        found["kode_referensi"] = found[declared.reference]
    return found


def field_label(kelas_name: str, name: str) -> str:
    """Return what a field of a class is called; the field's own name where it has no label."""
    field = _declared(kelas_name).get(name)
    if name in _LABELS and (field is None or name in ("perangkat_daerah_id", "instansi_luar_id")):
        return _LABELS[name]
    return field.label if field is not None else name


def is_reference(kelas_name: str, name: str) -> bool:
    """Whether a field holds the id of another element."""
    field = _declared(kelas_name).get(name)
    return name.endswith("_id") or (field is not None and field.kind == "ref")


def field_text(kelas_name: str, name: str, value: Any, name_of: Callable[[int], str | None]) -> str:
    """Return a value as readers see it: the word of its vocabulary, the name of an element, several joined by ``; ``.

    Args:
        name_of: returns what an element is called, by its id.
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(str(part) for part in value)
    if isinstance(value, int) and not isinstance(value, bool) and is_reference(kelas_name, name):
        return name_of(value) or f"objek nomor {value}"
    if name == "tidak_lagi_dilaporkan":
        return "ya" if value else "tidak"
    field = _declared(kelas_name).get(name)
    if field is not None and field.vocabulary is not None and field.vocabulary in vocabularies():
        return vocabularies()[field.vocabulary].label(str(value))
    return value.isoformat() if isinstance(value, date) else str(value)
