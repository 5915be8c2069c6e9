"""The hash of what a repository holds: equal content gives an equal hash, whatever the order, ids and engine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from archrepo.declarations.metamodel import classes, common_fields, relation_kinds
from archrepo.landscape.elemen import TYPED, Elemen, Instansi
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


def element_keys(landscape: Landscape) -> Mapping[int, Key]:
    """Return, by id, what names each element in every repository that holds it."""
    homes = {row.id: row.kode for row in landscape.of(Instansi)}
    return {row.id: (homes.get(row.instansi_id, ""), row.kelas, row.kode) for row in landscape.elements}


@cache
def reference_names(kelas: str) -> frozenset[str]:
    """Return the fields of a class that hold the id of another element."""
    declared = {field.name for field in (*classes()[kelas].fields, *common_fields()) if field.kind == "ref"}
    return frozenset(declared | _OWNERS)


@cache
def _typed_names(kelas: str) -> tuple[str, ...]:
    return tuple(name for name in TYPED.get(kelas, Elemen).__dataclass_fields__ if name not in _APART)


@cache
def _typed_values(kelas: str) -> Callable[[Elemen], tuple[Any, ...]]:
    getter: Callable[[Elemen], tuple[Any, ...]] = attrgetter(*_typed_names(kelas))
    return getter


def same_record(one: Elemen, other: Elemen) -> bool:
    """Whether two elements of a class hold the same values as stored, references by their ids."""
    values = _typed_values(one.kelas)
    return values(one) == values(other) and one.lain == other.lain


def referred(element: Elemen) -> Iterator[int]:
    """Yield the ids of the elements that the fields of an element name."""
    for name in reference_names(element.kelas):
        value = element.nilai(name)
        if isinstance(value, int):
            yield value


def field_values(keys: Mapping[int, Key], element: Elemen) -> Mapping[str, Any]:
    """Return the fields of an element that are filled, references as keys, days as text, several values as a
    sorted list.

    Args:
        keys: what names the elements of its Landscape (``element_keys``).
        element: one of them.
    """
    references = reference_names(element.kelas)
    named = zip(_typed_names(element.kelas), _typed_values(element.kelas)(element), strict=True)
    found: dict[str, Any] = {}
    for name, value in (*named, *element.lain.items()):
        if value is None or value == () or value is False:
            continue
        if name in references and isinstance(value, int):
            found[name] = keys.get(value)
        elif isinstance(value, tuple):
            found[name] = sorted(value)
        else:
            found[name] = value.isoformat() if isinstance(value, date) else value
    return found


def _items(landscape: Landscape) -> Iterator[list[Any]]:
    keys = element_keys(landscape)

    def key(identifier: int | None) -> Key | None:
        return None if identifier is None else keys.get(identifier)

    for element in landscape.elements:
        sources = sorted(
            [source.file, source.sheet, source.row, key(source.pelapor_id) or ()] for source in element.sumber
        )
        yield ["elemen", key(element.id), field_values(keys, element), sources, dict(element.catatan)]
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
