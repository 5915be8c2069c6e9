"""Turns elements into the rows of an export: one text a column, so written that an import reads the same back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from archrepo.declarations.kolom import VERSION, Kolom, columns, join_names, join_values
from archrepo.declarations.metamodel import classes, kelas, relation_kinds
from archrepo.landscape import Aplikasi, Elemen, Integrasi, Landscape, Value
from archrepo.landscape.penempatan import stated_placement
from archrepo.landscape.pusat_data import keterhubungan, penempatan, status_integrasi
from archrepo.landscape.questions import reporters, users
from archrepo.names import squeeze

# References that every repository brings along, and what is derived: nothing a person would send back.
NOT_EXPORTED = frozenset({"Instansi", "Urusan", "Indikator", "KodeReferensi", "Temuan"})


class Rows:
    """Writes rows of one Instansi, and of what it uses of NASIONAL; what other Instansi say stays with them.

    Another element is named by its name where that is unique in its class within the Instansi and NASIONAL, else by its
    kode, so that an import finds the same one.
    """

    def __init__(self, landscape: Landscape, instansi_id: int) -> None:
        self._landscape = landscape
        self._instansi_id = instansi_id

    def _is_home(self, element: Elemen) -> bool:
        return element.instansi_id == self._instansi_id or self._landscape.is_national(element)

    def elements(self, kelas_name: str) -> tuple[Elemen, ...]:
        """Return what an export of a class holds: the Instansi's own, and what it uses of NASIONAL."""
        landscape = self._landscape
        own = [row for row in landscape.of_class(kelas_name) if row.instansi_id == self._instansi_id]
        shared = [row for row in landscape.of_class(kelas_name) if landscape.is_national(row) and self._is_used(row)]
        return (*own, *shared)

    def _is_used(self, element: Elemen) -> bool:
        landscape = self._landscape
        ends = [edge.ke if edge.dari == element.id else edge.dari for edge in landscape.out(element.id)]
        ends += [edge.dari for edge in landscape.into(element.id)]
        owned = element.kelas == "InstansiLuar" and bool(ends)
        return owned or any(landscape[end].instansi_id == self._instansi_id for end in ends)

    @cached_property
    def _name_counts(self) -> Mapping[tuple[str, str], int]:
        counts: dict[tuple[str, str], int] = defaultdict(int)
        for element in self._landscape.elements:
            if element.kelas != "Penempatan" and self._is_home(element):
                counts[(element.kelas, squeeze(element.nama))] += 1
        return counts

    def name(self, element: Elemen) -> str:
        """Return the text by which an import finds the element."""
        alone = self._name_counts.get((element.kelas, squeeze(element.nama)), 0) == 1
        return element.nama if alone else element.kode

    def row(self, element: Elemen) -> dict[str, str]:
        """Return the texts of an element by field, in the order of the columns; nothing is an empty text."""
        return {column.field: self._text(element, column) for column in columns(element.kelas)}

    def _text(self, element: Elemen, column: Kolom) -> str:
        if column.field in _COMPUTED:
            return _COMPUTED[column.field](self._landscape, element)
        if column.field in _QUESTIONS and isinstance(element, Aplikasi):
            return _QUESTIONS[column.field](self._landscape, element).state
        special = _SPECIAL.get(column.field) if isinstance(element, Aplikasi) else None
        if special is not None and isinstance(element, Aplikasi):
            return self._names(special(self._landscape, element))
        if column.field == "pemilik":
            owner = self._landscape.get(element.pemilik_id)
            return self.name(owner) if owner is not None else ""
        if column.field == "lokasi_hosting" and isinstance(element, Aplikasi):
            placement = stated_placement(self._landscape, element)
            return placement.lokasi or "" if placement is not None else ""
        relation = column.relation or _relation_of(element.kelas, column.field)
        if relation is not None:
            return self._names(self._related(element, relation, column))
        return self._plain(element, column)

    def _names(self, others: Iterable[Elemen]) -> str:
        shown = [other for other in others if self._is_home(other)]
        join = join_names if all(isinstance(other, Aplikasi) for other in shown) else join_values
        return join(self.name(other) for other in shown)

    def _related(self, element: Elemen, relation: str, column: Kolom) -> Iterable[Elemen]:
        landscape = self._landscape
        kind = relation_kinds()[relation]
        if set(kind.sources) & set(kind.targets) == {element.kelas}:
            # A relation within one class: the successor and the parent stand at the side that points to this element.
            backward = column.field in ("pengganti_id", "induk")
            return landscape.sources(element.id, relation) if backward else landscape.targets(element.id, relation)
        others = (*landscape.targets(element.id, relation), *landscape.sources(element.id, relation))
        return sorted(set(others), key=lambda other: (other.nama.casefold(), other.kode))

    def _plain(self, element: Elemen, column: Kolom) -> str:
        stored = "kode_referensi" if column.field == kelas(element.kelas).reference else column.field
        value = element.nilai(stored)
        if column.kind == "ref" and isinstance(value, int):
            other = self._landscape.get(value)
            return self.name(other) if other is not None else ""
        return _written(value)


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return join_values(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _relation_of(kelas_name: str, field: str) -> str | None:
    for kind in relation_kinds().values():
        if (kelas_name, field) in (kind.view_many, kind.view_one):
            return kind.id
    return None


def _sources(_: Landscape, element: Elemen) -> str:
    return join_values(str(source) for source in element.sumber)


def _instansi(landscape: Landscape, element: Elemen) -> str:
    home = landscape.get(element.instansi_id)
    return home.nama if home is not None else ""


def _partners(landscape: Landscape, aplikasi: Aplikasi) -> Iterable[Elemen]:
    """Return the other ends of exchanges that are done."""
    found: dict[int, Elemen] = {}
    for exchange in landscape.exchanges(aplikasi.id):
        if isinstance(exchange, Integrasi) and exchange.status == "sudah":
            other = landscape.get(exchange.ke_id if exchange.dari_id == aplikasi.id else exchange.dari_id)
            if other is not None and other.id != aplikasi.id:
                found.setdefault(other.id, other)
    return found.values()


_QUESTIONS = {"penempatan": penempatan, "keterhubungan": keterhubungan, "status_integrasi": status_integrasi}


def _version(_landscape: Landscape, element: Elemen) -> str:
    return str(element.versi)


_COMPUTED = {"sumber": _sources, "instansi": _instansi, VERSION: _version}
_SPECIAL = {"pelapor": reporters, "pengguna": users, "terintegrasi_dengan": _partners}


def exported_classes(layer: str) -> tuple[str, ...]:
    """Return the classes of a layer that are exported, in the order of the metamodel."""
    return tuple(name for name, row in classes().items() if row.layer == layer and name not in NOT_EXPORTED)
