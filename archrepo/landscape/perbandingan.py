"""Compares two Landscapes: what was added, what is gone, what changed, and what moved to another unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archrepo.declarations.metamodel import relation_kinds
from archrepo.landscape.elemen import Elemen
from archrepo.landscape.isian import field_label, field_text
from archrepo.landscape.landscape import Landscape, Relasi
from archrepo.landscape.sidik import Key, element_keys, field_values, referred, same_record

_OWNERS = ("perangkat_daerah_id", "instansi_luar_id")

# What the repository notes of a record, not what the architecture is.
_BOOKKEEPING = frozenset({"kunci_alami", "asal"})


@dataclass(frozen=True, slots=True)
class ComparedElement:
    """An element of one side: what names it, its name, and its owner's name (empty while to be confirmed)."""

    instansi: str
    kelas: str
    kode: str
    nama: str
    pemilik: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose value differs, with both values in readers' words (empty where there was none)."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedElement:
    """An element that is on both sides, as it is after, with the fields that differ."""

    element: ComparedElement
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class MovedElement:
    """An element that another unit (or outside body) owns now; either name is empty while to be confirmed."""

    element: ComparedElement
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ComparedRelation:
    """A relation between two elements, each as ``KODE nama``; ``before`` and ``after`` are what it carried."""

    jenis: str
    nama: str
    dari: str
    ke: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences, each list in the order of Instansi, class and kode."""

    added: tuple[ComparedElement, ...]
    gone: tuple[ComparedElement, ...]
    changed: tuple[ChangedElement, ...]
    moved: tuple[MovedElement, ...]
    relations_added: tuple[ComparedRelation, ...]
    relations_gone: tuple[ComparedRelation, ...]
    relations_changed: tuple[ComparedRelation, ...]

    @property
    def is_empty(self) -> bool:
        """Whether both sides are the same."""
        parts = (self.added, self.gone, self.changed, self.moved)
        return not any((*parts, self.relations_added, self.relations_gone, self.relations_changed))


def compare(before: Landscape, after: Landscape) -> Comparison:
    """Compare two states of one repository, or two repositories; elements are matched by Instansi, class and kode."""
    first, second = _State(before), _State(after)
    old, new = first.elements, second.elements
    both = sorted(old.keys() & new.keys())
    old_edges, new_edges = first.edges(), second.edges()
    return Comparison(
        added=tuple(_element(after, new[key]) for key in sorted(new.keys() - old.keys())),
        gone=tuple(_element(before, old[key]) for key in sorted(old.keys() - new.keys())),
        changed=tuple(_changed(first, second, both)),
        moved=tuple(_moved(first, second, both)),
        relations_added=tuple(_relation(after, new_edges[key]) for key in sorted(new_edges.keys() - old_edges.keys())),
        relations_gone=tuple(_relation(before, old_edges[key]) for key in sorted(old_edges.keys() - new_edges.keys())),
        relations_changed=tuple(
            _relation(after, new_edges[key], old_edges[key])
            for key in sorted(old_edges.keys() & new_edges.keys())
            if dict(old_edges[key].atribut) != dict(new_edges[key].atribut)
        ),
    )


class _State:
    """One side: its Landscape, what names each element, and its elements by that."""

    def __init__(self, landscape: Landscape) -> None:
        self.landscape = landscape
        self.keys = element_keys(landscape)
        self.elements = {self.keys[element.id]: element for element in landscape.elements}

    def key(self, identifier: int | None) -> Key | None:
        return None if identifier is None else self.keys.get(identifier)

    def edges(self) -> dict[tuple[str, Key, Key], Relasi]:
        """Return the rows of the relation table: what a field of an element holds is compared with its fields."""
        kinds = relation_kinds()
        return {
            (edge.jenis, self.keys[edge.dari], self.keys[edge.ke]): edge
            for edge in self.landscape.edges
            if edge.lewat is None and kinds[edge.jenis].is_row
        }


def _named(landscape: Landscape, identifier: int | None) -> str:
    element = landscape.get(identifier)
    return element.nama if element is not None else ""


def _element(landscape: Landscape, element: Elemen) -> ComparedElement:
    home = _named(landscape, element.instansi_id)
    # A placement or an exchange is the business of whoever owns its application.
    held = element.nilai("aplikasi_id") or element.nilai("dari_id")
    owner = element if element.pemilik_id is not None or not isinstance(held, int) else landscape.get(held)
    pemilik = _named(landscape, owner.pemilik_id) if owner is not None else ""
    return ComparedElement(home, element.kelas, element.kode, element.nama, pemilik)


def _changed(before: _State, after: _State, keys: list[Key]) -> Iterator[ChangedElement]:
    # An id that names another element on the other side, or none: fields that hold it differ though they look alike.
    unlike = {identifier for identifier, key in before.keys.items() if after.keys.get(identifier) != key}
    for key in keys:
        old, new = before.elements[key], after.elements[key]
        if same_record(old, new) and (not unlike or unlike.isdisjoint(referred(old))):
            continue
        first, second = field_values(before.keys, old), field_values(after.keys, new)
        differing = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
        fields = [
            FieldChange(
                name,
                field_label(new.kelas, name),
                _text(before.landscape, old, name),
                _text(after.landscape, new, name),
            )
            for name in differing
            if name not in _OWNERS and name not in _BOOKKEEPING
        ]
        if fields:
            yield ChangedElement(_element(after.landscape, new), tuple(fields))


def _text(landscape: Landscape, element: Elemen, name: str) -> str:
    value: Any = element.nilai(name)
    if name == "tidak_lagi_dilaporkan":
        return "ya" if value else ""
    return field_text(element.kelas, name, value, lambda identifier: _reference(landscape, identifier))


def _reference(landscape: Landscape, identifier: int) -> str | None:
    element = landscape.get(identifier)
    return f"{element.kode} {element.nama}" if element is not None else None


def _moved(before: _State, after: _State, keys: list[Key]) -> Iterator[MovedElement]:
    for key in keys:
        was, now = before.elements[key].pemilik_id, after.elements[key].pemilik_id
        if before.key(was) != after.key(now):
            element = _element(after.landscape, after.elements[key])
            yield MovedElement(element, _named(before.landscape, was), _named(after.landscape, now))


def _relation(landscape: Landscape, edge: Relasi, was: Relasi | None = None) -> ComparedRelation:
    return ComparedRelation(
        edge.jenis,
        relation_kinds()[edge.jenis].name,
        _reference(landscape, edge.dari) or "",
        _reference(landscape, edge.ke) or "",
        _carried(was) if was is not None else "",
        _carried(edge) if was is not None else "",
    )


def _carried(edge: Relasi) -> str:
    return "; ".join(f"{name}: {value}" for name, value in sorted(edge.atribut.items()))
