"""Everything that is known of one element: fields, relations, sources, and how it stands towards the Pusat Data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archrepo.declarations.metamodel import Field, common_fields, kelas, relation_kinds
from archrepo.landscape import Aplikasi, Elemen, Landscape, Value
from archrepo.landscape.isian import field_text
from archrepo.landscape.pusat_data import (
    KETERHUBUNGAN_LABELS,
    PENEMPATAN_LABELS,
    STATUS_LABELS,
    Keadaan,
    keterhubungan,
    penempatan,
    status_integrasi,
)

_NOT_SHOWN = frozenset({"id", "kunci_alami", "asal_baris", "nama", "perangkat_daerah_id", "instansi_luar_id"})


def portrait(landscape: Landscape, element: Elemen) -> dict[str, Any]:
    """Return what ``show`` prints, as one JSON document: technical keys, vocabulary ids, kode of other elements."""
    owner = landscape.get(element.pemilik_id)
    instansi = landscape.get(element.instansi_id)
    document: dict[str, Any] = {
        "kode": element.kode,
        "nama": element.nama,
        "kelas": element.kelas,
        "instansi": instansi.nama if instansi is not None else None,
        "pemilik": owner.nama if owner is not None else None,
        "keadaan": element.keadaan,
        "tidak_lagi_dilaporkan": element.tidak_lagi_dilaporkan,
        "versi": element.versi,
        "isian": {name: _json(landscape, field, value) for name, field, value in _filled(element)},
        "hubungan": list(_relations(landscape, element)),
        "sumber": [
            {
                "file": source.file,
                "sheet": source.sheet,
                "row": source.row,
                "pelapor": _name(landscape, source.pelapor_id),
            }
            for source in element.sumber
        ],
        "catatan_impor": dict(element.catatan),
    }
    if isinstance(element, Aplikasi):
        document["pusat_data"] = {
            "penempatan": _state(penempatan(landscape, element)),
            "keterhubungan": _state(keterhubungan(landscape, element)),
            "status_integrasi": _state(status_integrasi(landscape, element)),
        }
    return document


def _filled(element: Elemen) -> Iterator[tuple[str, Field, Value]]:
    reference = kelas(element.kelas).reference
    for field in (*common_fields(), *kelas(element.kelas).fields):
        name = "kode_referensi" if field.name == reference else field.name
        value = element.nilai(name)
        if field.name not in _NOT_SHOWN and value not in (None, ()) and field.kind != "ref_banyak":
            yield field.name, field, value


def _name(landscape: Landscape, identifier: int | None) -> str | None:
    element = landscape.get(identifier)
    return element.nama if element is not None else None


def _json(landscape: Landscape, field: Field, value: Value) -> Any:
    if field.kind == "ref" and isinstance(value, int):
        other = landscape.get(value)
        return f"{other.kode} {other.nama}" if other is not None else None
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, int | float) else str(value)


def _relations(landscape: Landscape, element: Elemen) -> Iterator[dict[str, Any]]:
    for edge in (*landscape.out(element.id), *landscape.into(element.id)):
        outward = edge.dari == element.id
        other = landscape[edge.ke if outward else edge.dari]
        via = landscape.get(edge.lewat)
        yield {
            "relasi": edge.jenis,
            "nama": relation_kinds()[edge.jenis].name,
            "arah": "ke" if outward else "dari",
            "kode": other.kode,
            "objek": other.nama,
            "kelas": other.kelas,
            "lewat": via.kode if via is not None else None,
        }


def _state(state: Keadaan) -> dict[str, Any]:
    return {"nilai": state.state, "alasan": state.reason, "jalur": list(state.path), "yang_belum_ada": state.missing}


# ---- as text


def portrait_text(document: dict[str, Any]) -> str:
    """Return the document of ``portrait`` as lines for a reader."""
    return "\n".join(_lines(document))


def _lines(document: dict[str, Any]) -> Iterator[str]:
    own = kelas(document["kelas"])
    yield f"{document['kode']}  {document['nama']}"
    yield f"  {own.label}, {document['instansi']}; versi {document['versi']}"
    yield f"  Pemilik: {document['pemilik'] or 'perlu dikonfirmasi'}"
    if document["tidak_lagi_dilaporkan"]:
        yield "  Tidak lagi dilaporkan dalam kiriman terakhir."
    fields = {field.name: field for field in (*common_fields(), *own.fields)}
    for name, value in document["isian"].items():
        yield f"  {fields[name].label}: {field_text(own.name, name, value, lambda _: None)}"
    if "pusat_data" in document:
        yield "Pusat Data"
        tables = (
            ("penempatan", "Penempatan", PENEMPATAN_LABELS),
            ("keterhubungan", "Keterhubungan", KETERHUBUNGAN_LABELS),
            ("status_integrasi", "Status", STATUS_LABELS),
        )
        for key, title, labels in tables:
            state = document["pusat_data"][key]
            yield f"  {title}: {labels[state['nilai']]}. {state['alasan']}"
    if document["hubungan"]:
        yield "Hubungan"
        for row in document["hubungan"]:
            arrow = "→" if row["arah"] == "ke" else "←"
            via = f" (lewat {row['lewat']})" if row["lewat"] else ""
            yield f"  {arrow} {row['nama']}: {row['kode']} {row['objek']}{via}"
    if document["sumber"]:
        yield "Sumber"
        for row in document["sumber"]:
            sheet = f', lembar "{row["sheet"]}"' if row["sheet"] else ""
            reporter = f" ({row['pelapor']})" if row["pelapor"] else ""
            yield f"  {row['file']}{sheet}, baris {row['row']}{reporter}"
    if document["catatan_impor"]:
        yield "Catatan dari berkas"
        for title, text in document["catatan_impor"].items():
            yield f"  {title}: {text}"
