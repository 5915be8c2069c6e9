"""What stands in a cell: the value of an element for a declared column, in the words that an import reads back.

A reference is written as the element's name where that name alone finds it again among the classes that the column may
point to (own Instansi and NASIONAL), else as its kode. Vocabulary values are their ids, or labels for people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property

from archrepo.declarations.kolom import Kolom
from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.metamodel import RelationKind, expand_targets, relation_kinds
from archrepo.landscape import Aplikasi, Elemen, InstansiLuar, Landscape, PerangkatDaerah
from archrepo.landscape.penempatan import stated_placement
from archrepo.landscape.pusat_data import (
    KETERHUBUNGAN_LABELS,
    PENEMPATAN_LABELS,
    STATUS_LABELS,
    keterhubungan,
    penempatan,
    status_integrasi,
)
from archrepo.names import squeeze

CellValue = str | int | float | tuple[str, ...] | None
"""Text, number, several texts in order, or nothing. A day is its ISO text."""

_COMPUTED = {
    "penempatan": (penempatan, PENEMPATAN_LABELS),
    "keterhubungan": (keterhubungan, KETERHUBUNGAN_LABELS),
    "status_integrasi": (status_integrasi, STATUS_LABELS),
}
_ORGANISATIONS = ("PerangkatDaerah", "InstansiLuar")


@cache
def _shown_relation(kelas: str, field: str) -> RelationKind | None:
    """Return the relation whose rows a declared reference field shows, or None for a foreign key."""
    for kind in relation_kinds().values():
        if (kelas, field) in (kind.view_many, kind.view_one):
            return kind
    return None


class Cells:
    """Gives the cells of the elements of one Landscape.

    Args:
        landscape: where the elements are.
        labels: write the labels of vocabulary values and states, for people; else their ids.
    """

    def __init__(self, landscape: Landscape, *, labels: bool = False) -> None:
        self._landscape = landscape
        self._labels = labels

    def value(self, element: Elemen, kolom: Kolom) -> CellValue:
        """Return what an export writes for an element into a column; None where nothing is stated."""
        if kolom.field == "pemilik":
            owner = self._landscape.get(element.pemilik_id)
            return None if owner is None else self.reference(owner, _ORGANISATIONS)
        if kolom.field == "sumber":
            return tuple(str(source) for source in element.sumber) or None
        if kolom.field == "instansi":
            home = self._landscape.get(element.instansi_id)
            return None if home is None else home.nama
        if isinstance(element, Aplikasi):
            if kolom.field in _COMPUTED:
                return self._state(element, kolom.field)
            if kolom.field == "lokasi_hosting":
                placement = stated_placement(self._landscape, element)
                return None if placement is None else self._word(kolom, placement.lokasi)
            if kolom.field == "terintegrasi_dengan":
                return self._partners(element, kolom)
        return self._references(element, kolom) if kolom.is_reference else self._plain(element, kolom)

    def _state(self, aplikasi: Aplikasi, field: str) -> str:
        decide, labels = _COMPUTED[field]
        state = decide(self._landscape, aplikasi).state
        return labels[state] if self._labels else state

    def _word(self, kolom: Kolom, value: str | None) -> str | None:
        if value is None or not self._labels or kolom.vocabulary is None:
            return value
        return vocabulary(kolom.vocabulary).label(value)

    def _plain(self, element: Elemen, kolom: Kolom) -> CellValue:
        value = element.nilai(kolom.field)
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str):
            return self._word(kolom, value)
        return value or None if isinstance(value, tuple) else value

    def _partners(self, aplikasi: Aplikasi, kolom: Kolom) -> tuple[str, ...] | None:
        """Name the far ends of the exchanges that are done, whichever way they flow; each once, by name."""
        others = {
            exchange.ke_id if exchange.dari_id == aplikasi.id else exchange.dari_id
            for exchange in self._landscape.exchanges(aplikasi.id)
            if exchange.status in (None, "sudah")
        }
        found = (self._landscape.get(other) for other in others if other != aplikasi.id)
        return self._names((element for element in found if element is not None), kolom)

    def _references(self, element: Elemen, kolom: Kolom) -> CellValue:
        kind = relation_kinds()[kolom.relation] if kolom.relation else _shown_relation(element.kelas, kolom.field)
        if kind is None:
            value = element.nilai(kolom.field)
            other = self._landscape.get(value) if isinstance(value, int) else None
            return value if isinstance(value, str) else None if other is None else self.reference(other, kolom.targets)
        names = self._names(self._ends(element, kolom, kind), kolom)
        return names if kolom.multi or names is None else names[0]

    def _ends(self, element: Elemen, kolom: Kolom, kind: RelationKind) -> Iterable[Elemen]:
        wanted = expand_targets(kolom.targets)
        # A single value that a class has of its own kind (Proses Induk, Digantikan Oleh) stands on the other side.
        forward = element.kelas in kind.sources and (kolom.multi or element.kelas not in kind.targets)
        ends = self._landscape.targets if forward else self._landscape.sources
        return (other for other in ends(element.id, kind.id) if not wanted or other.kelas in wanted)

    def _names(self, elements: Iterable[Elemen], kolom: Kolom) -> tuple[str, ...] | None:
        unique = {element.id: element for element in elements}
        names = (self.reference(element, kolom.targets) for element in unique.values())
        return tuple(sorted(dict.fromkeys(names), key=str.casefold)) or None

    # ---- references

    def reference(self, element: Elemen, targets: tuple[str, ...]) -> str:
        """Return the text by which an import finds an element among the classes of a column: its name, or its kode."""
        name = squeeze(element.nama)
        for kelas in expand_targets(targets):
            found = self._named.get((kelas, name), set())
            nearby = {identifier for identifier in found if self._is_near(element, identifier)}
            if nearby:
                return element.nama if nearby == {element.id} and not self._is_kode(element.nama) else element.kode
        return element.kode

    def _is_near(self, element: Elemen, identifier: int) -> bool:
        other = self._landscape[identifier]
        return other.instansi_id == element.instansi_id or self._landscape.is_national(other)

    def _is_kode(self, name: str) -> bool:
        return name.split(" ", 1)[0].casefold() in self._kodes

    @cached_property
    def _kodes(self) -> frozenset[str]:
        return frozenset(element.kode.casefold() for element in self._landscape.elements)

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], set[int]]:
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for element in self._landscape.elements:
            for name in _names_of(element):
                found[element.kelas, squeeze(name)].add(element.id)
        return found


def _names_of(element: Elemen) -> Iterable[str]:
    yield element.nama
    if isinstance(element, PerangkatDaerah | Aplikasi):
        yield from element.alias
        if element.singkatan:
            yield element.singkatan
    elif isinstance(element, InstansiLuar):
        alias = element.nilai("alias")
        yield from alias if isinstance(alias, tuple) else ()
