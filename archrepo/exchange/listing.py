"""Lists and finds elements: filters, columns, and a search that forgives slips of the pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from archrepo.declarations.kolom import columns
from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.metamodel import classes, kelas
from archrepo.errors import UnknownNameError
from archrepo.exchange.rows import Rows, exported_classes
from archrepo.landscape import Aplikasi, Elemen, Landscape
from archrepo.landscape.pusat_data import STATUS_LABELS, status_integrasi
from archrepo.names import fold

_SHORT = {
    "aplikasi": ("kode", "nama", "pemilik", "status", "lokasi_hosting", "status_integrasi", "url"),
    "layanan": ("kode", "nama", "unit_pelaksana_id", "target", "metode", "status"),
    "data": ("kode", "nama", "produsen", "sifat", "jenis", "validitas"),
}
_BASIC = ("kelas", "kode", "nama", "pemilik")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows: everything of a layer that meets all that is given."""

    instansi_id: int
    layer: str
    kelas: str | None = None
    units: frozenset[int] | None = None
    status: str | None = None
    status_integrasi: str | None = None


def list_rows(landscape: Landscape, wanted: Filter, fields: Sequence[str] = ()) -> list[dict[str, str]]:
    """Return the rows of a list, texts by field.

    Args:
        fields: columns to show; the usual ones of the layer when empty.

    Raises:
        UnknownNameError: a class, a status or a field that is not known.
    """
    names = (
        (_class_of(wanted),)
        if wanted.kelas is not None or wanted.layer == "aplikasi"
        else exported_classes(wanted.layer)
    )
    shown = tuple(fields) or _SHORT.get(wanted.layer, _BASIC)
    _check_fields(shown, names)
    rows = Rows(landscape, wanted.instansi_id)
    found = []
    for name in names:
        for element in rows.elements(name):
            if _passes(landscape, element, wanted):
                texts = {"kelas": name, **rows.row(element)}
                found.append({field: texts.get(field, "") for field in shown})
    return found


def _class_of(wanted: Filter) -> str:
    text = wanted.kelas or "Aplikasi"
    for name, row in classes().items():
        if fold(text) in (fold(name), fold(row.label)):
            return name
    return kelas(text).name


def _check_fields(fields: Sequence[str], names: Sequence[str]) -> None:
    known = {"kelas", *(column.field for name in names for column in columns(name))}
    for field in fields:
        if field not in known:
            near = process.extract(field, known, limit=3, score_cutoff=60)
            raise UnknownNameError("Isian", field, tuple(match[0] for match in near))


def _passes(landscape: Landscape, element: Elemen, wanted: Filter) -> bool:
    if wanted.units is not None and not _concerns(landscape, element, wanted.units):
        return False
    if wanted.status is not None:
        words = vocabulary("status_aplikasi")
        if element.nilai("status") != (words.match(wanted.status) or wanted.status):
            return False
    if wanted.status_integrasi is None:
        return True
    state = fold(wanted.status_integrasi).replace(" ", "_")
    if state not in STATUS_LABELS:
        raise UnknownNameError("Status integrasi", wanted.status_integrasi, tuple(STATUS_LABELS))
    return isinstance(element, Aplikasi) and status_integrasi(landscape, element).state == state


def _concerns(landscape: Landscape, element: Elemen, units: frozenset[int]) -> bool:
    ends = {element.pemilik_id, *(edge.dari for edge in landscape.into(element.id, "R58", "R16", "R07", "R01"))}
    return bool(ends & units)


def search_rows(landscape: Landscape, text: str, limit: int) -> list[dict[str, str]]:
    """Return the elements that a text finds, best first: by kode, name, other names, address, function.

    A word that stands in the text counts more than likeness; likeness below 75 of 100 finds nothing.
    """
    wanted = fold(text)
    scored = []
    for element in landscape.elements:
        score = max((_score(wanted, fold(part)) for part in _texts(element)), default=0.0)
        if score >= 60:
            scored.append((-score, element.kode, element))
    rows = []
    for _, _, element in sorted(scored, key=lambda row: row[:2])[:limit]:
        owner = landscape.get(element.pemilik_id)
        rows.append(
            {
                "kode": element.kode,
                "jenis": kelas(element.kelas).label,
                "nama": element.nama,
                "pemilik": owner.nama if owner is not None else "",
            }
        )
    return rows


def _texts(element: Elemen) -> Iterator[str]:
    yield element.kode
    yield element.nama
    for field in ("singkatan", "alias", "url", "fungsi", "deskripsi"):
        value = element.nilai(field)
        if isinstance(value, tuple):
            yield from value
        elif isinstance(value, str):
            yield value


def _score(wanted: str, part: str) -> float:
    if wanted == part:
        return 100.0
    if wanted and f" {wanted} " in f" {part} ":
        return 95.0
    if len(wanted) >= 4 and wanted in part:
        return 85.0
    return 0.8 * fuzz.ratio(wanted, part)
