"""What an import is about to write: new elements, changed fields, new relations; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from archrepo.landscape.elemen import Elemen, Value
from archrepo.landscape.landscape import Landscape

Ref = int
"""An element in a draft: its id where it is stored already, a negative number where it is new."""

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(slots=True)
class NewElement:
    """An element to be made; fields by column, references among them as Ref."""

    ref: Ref
    kelas: str
    instansi_id: int
    fields: dict[str, Value]
    kode: str | None = None
    keadaan: str = "tercatat"


class Change(NamedTuple):
    """A field that gets another value."""

    ref: int
    field: str
    old: Value
    new: Value


Relation = tuple[str, Ref, Ref]
"""A row of the relation table: its kind, and the elements that it joins."""


class Draft:
    """Changes on top of a Landscape, so that later rows see what earlier rows of the batch said.

    ``relations`` are those to be made, with their attributes, ``released`` those to be ended.

    Args:
        landscape: what is stored, of every Instansi.
        instansi_id: the Instansi whose sheets are read; new elements go there unless said otherwise.
    """

    def __init__(self, landscape: Landscape, instansi_id: int) -> None:
        self.landscape = landscape
        self.instansi_id = instansi_id
        self.created: dict[Ref, NewElement] = {}
        self._changes: dict[tuple[int, str], Change] = {}
        self.relations: dict[Relation, Mapping[str, str]] = {}
        self.released: dict[Relation, None] = {}
        self._stored_relations = {(edge.jenis, edge.dari, edge.ke) for edge in landscape.edges if edge.lewat is None}
        self._assigned: set[tuple[Ref, str]] = set()

    # ---- reading

    def element(self, ref: Ref) -> Elemen:
        """Return the stored element of a non-negative reference."""
        return self.landscape[ref]

    def kelas(self, ref: Ref) -> str:
        """Return the class of an element, stored or new."""
        return self.created[ref].kelas if ref < 0 else self.landscape[ref].kelas

    def nama(self, ref: Ref) -> str:
        """Return the name of an element, stored or new."""
        return str(self.value(ref, "nama") or "")

    def value(self, ref: Ref, column: str) -> Value:
        """Return the value of a field as it will be after this draft."""
        if ref < 0:
            return self.created[ref].fields.get(column)
        change = self._changes.get((ref, column))
        return change.new if change is not None else self.landscape[ref].nilai(column)

    def is_assigned(self, ref: Ref, column: str) -> bool:
        """Whether this batch has already stated the field."""
        return column in self.created[ref].fields if ref < 0 else (ref, column) in self._assigned

    def has_relation(self, jenis: str, dari: Ref, ke: Ref) -> bool:
        """Whether the relation is stored or drafted."""
        key = (jenis, dari, ke)
        return key in self.relations or key in self._stored_relations

    @property
    def changes(self) -> tuple[Change, ...]:
        """Changed fields of stored elements."""
        return tuple(self._changes.values())

    # ---- drafting

    def create(
        self,
        kelas: str,
        fields: Mapping[str, Value],
        *,
        instansi_id: int | None = None,
        kode: str | None = None,
        keadaan: str = "tercatat",
    ) -> Ref:
        """Draft a new element and return its reference."""
        ref = -len(self.created) - 1
        stated: dict[str, Value] = {key: value for key, value in fields.items() if value is not None}
        self.created[ref] = NewElement(ref, kelas, instansi_id or self.instansi_id, stated, kode, keadaan)
        return ref

    def state(self, ref: Ref, fields: Mapping[str, Value]) -> None:
        """Draft fields of a new element, all at once."""
        self.created[ref].fields.update(fields)

    def is_bare(self, ref: Ref) -> bool:
        """Whether an element is new and has no field but its name."""
        return ref < 0 and len(self.created[ref].fields) == 1

    def set(self, ref: Ref, column: str, value: Value) -> bool:
        """Draft a field's value; return whether that changes anything."""
        if ref < 0:
            fields = self.created[ref].fields
            is_new = fields.get(column) != value
            fields[column] = value
            return is_new
        self._assigned.add((ref, column))
        if self.value(ref, column) == value:
            return False
        old = self.landscape[ref].nilai(column)
        if old == value:
            self._changes.pop((ref, column), None)
        else:
            self._changes[(ref, column)] = Change(ref, column, old, value)
        return True

    def relate(self, jenis: str, dari: Ref, ke: Ref, atribut: Mapping[str, str] = _NONE) -> bool:
        """Draft a relation; return whether it is new."""
        if self.has_relation(jenis, dari, ke):
            return False
        self.relations[jenis, dari, ke] = atribut
        return True

    def release(self, jenis: str, ref: Ref) -> bool:
        """Draft the end of every stored relation of a kind at an element; return whether there is one."""
        ends = [
            (edge.jenis, edge.dari, edge.ke)
            for edge in (*self.landscape.out(ref, jenis), *self.landscape.into(ref, jenis))
            if edge.lewat is None
        ]
        for end in ends:
            self.released[end] = None
            self._stored_relations.discard(end)
        return bool(ends)
