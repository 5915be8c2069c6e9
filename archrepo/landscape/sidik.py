"""The hash of what a repository holds: equal content gives an equal hash, whatever the order, ids and engine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from archrepo.declarations.metamodel import classes, common_fields, relation_kinds
from archrepo.landscape.elemen import TYPED, Elemen
from archrepo.landscape.landscape import Landscape

# Ids and counters say how a content came to be, not what it is; the rest is written out apart.
_APART = frozenset({"id", "versi", "kelas", "kode", "sumber", "catatan", "lain"})
_OWNERS = frozenset({"instansi_id", "perangkat_daerah_id", "instansi_luar_id"})

Key = tuple[str, str, str]
"""Instansi, class and kode of an element."""


def content_hash(landscape: Landscape) -> str:
    """Return the SHA-256, as hexadecimal digits, of everything that readers see: elements with fields, sources and
    notes, relations, sheets, waivers, decisions and ambiguous names.

    Left out are ids, counters of changes, times, and who wrote: two repositories into which the same was put are equal.
    """
    items = sorted(json.dumps(item, ensure_ascii=False, sort_keys=True) for item in _items(landscape))
    digest = hashlib.sha256()
    for item in items:
        digest.update(item.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def element_key(landscape: Landscape, identifier: int | None) -> Key | None:
    """Return what names an element in every repository that holds it; None for one that is not there."""
    element = landscape.get(identifier)
    if element is None:
        return None
    home = landscape.get(element.instansi_id)
    return (home.kode if home is not None else "", element.kelas, element.kode)


@cache
def reference_names(kelas: str) -> frozenset[str]:
    """Return the fields of a class that hold the id of another element."""
    declared = {field.name for field in (*classes()[kelas].fields, *common_fields()) if field.kind == "ref"}
    return frozenset(declared | _OWNERS)


@cache
def _typed_names(kelas: str) -> tuple[str, ...]:
    return tuple(name for name in TYPED.get(kelas, Elemen).__dataclass_fields__ if name not in _APART)


def field_values(landscape: Landscape, element: Elemen) -> Mapping[str, Any]:
    """Return the fields of an element that are filled, references as keys, days as text, several values as a
    sorted list."""
    references = reference_names(element.kelas)
    named = {name: getattr(element, name) for name in _typed_names(element.kelas)}
    found: dict[str, Any] = {}
    for name, value in (named | dict(element.lain)).items():
        if value is None or value == () or value is False:
            continue
        if name in references and isinstance(value, int):
            found[name] = element_key(landscape, value)
        elif isinstance(value, tuple):
            found[name] = sorted(value)
        else:
            found[name] = value.isoformat() if isinstance(value, date) else value
    return found


def _items(landscape: Landscape) -> Iterator[list[Any]]:
    def key(identifier: int | None) -> Key | None:
        return element_key(landscape, identifier)

    for element in landscape.elements:
        sources = sorted(
            [source.file, source.sheet, source.row, key(source.pelapor_id) or ()] for source in element.sumber
        )
        yield ["elemen", key(element.id), field_values(landscape, element), sources, dict(element.catatan)]
    for edge in landscape.edges:
        if relation_kinds()[edge.jenis].is_row and edge.lewat is None:
            yield ["relasi", edge.jenis, key(edge.dari), key(edge.ke), dict(edge.atribut)]
    for sheet in landscape.sheets:
        reporters = sorted(key(unit) or () for unit in sheet.pelapor_ids)
        yield ["lembar", sheet.file, sheet.sheet, sheet.kelas, sorted(sheet.asked), sheet.rows, reporters]
    for waiver in landscape.waivers:
        until = waiver.until.isoformat() if waiver.until else None
        yield ["pengesampingan", waiver.fingerprint, waiver.reason, waiver.by, until]
    for decision in landscape.decisions:
        pair = sorted((key(decision.a_id) or (), key(decision.b_id) or ()))
        yield ["keputusan", pair, decision.verdict, decision.by, decision.reason]
    for alias in landscape.ambiguous_aliases:
        yield ["nama_ambigu", key(alias.instansi_id), alias.alias, [key(unit) for unit in alias.unit_ids]]
