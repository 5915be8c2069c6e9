"""The Landscape: an immutable, indexed graph of the six domains as of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from archrepo.declarations.metamodel import classes, relation_kinds
from archrepo.errors import UnknownNameError, UsageError
from archrepo.landscape.elemen import NASIONAL, Elemen, Instansi, Integrasi, Penempatan, PerangkatDaerah

Kind = TypeVar("Kind", bound=Elemen)

_PLACEMENT_RELATION = {"FasilitasKomputasi": "R24", "KomputasiAwan": "R25", "Server": "R26"}


@dataclass(frozen=True, slots=True)
class Relasi:
    """One edge: ``jenis`` is the relation's id (R08), ``lewat`` the Penempatan or Integrasi it came from."""

    jenis: str
    dari: int
    ke: int
    lewat: int | None = None
    atribut: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class LembarSumber:
    """One imported sheet: which class it listed, for which fields it had a column, whose list it was, and when."""

    file: str
    sheet: str
    kelas: str
    asked: frozenset[str]
    rows: int
    pelapor_ids: tuple[int, ...] = ()
    batch: int | None = None
    dibaca: date | None = None


@dataclass(frozen=True, slots=True)
class Pengesampingan:
    """A waiver: the finding with this fingerprint is set aside, by whom, why and until when."""

    fingerprint: str
    reason: str
    by: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Keputusan:
    """A decision of a person on a pair of applications: ``sama`` or ``bukan_sama``."""

    a_id: int
    b_id: int
    verdict: str
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AliasAmbigu:
    """A name that more than one unit may carry (folded), with the ids of the likely units, likeliest first."""

    instansi_id: int
    alias: str
    unit_ids: tuple[int, ...]


class Landscape:
    """The architecture as of one day. Nothing in it can be changed; all questions are answered from indexes.

    Args:
        elements: every element, of every class, ids unique.
        relations: rows of the relation table. Edges held by a foreign key (design section 3, one home a fact) and by
            Penempatan and Integrasi are derived here and need not be given.
        as_of: day for which validity is judged.
        taken_at: moment at which the repository was read, for captions.
        sheets, waivers, decisions, ambiguous_aliases: what readers need to know besides the graph.
    """

    def __init__(
        self,
        elements: Iterable[Elemen],
        relations: Iterable[Relasi] = (),
        *,
        as_of: date,
        taken_at: datetime | None = None,
        sheets: Iterable[LembarSumber] = (),
        waivers: Iterable[Pengesampingan] = (),
        decisions: Iterable[Keputusan] = (),
        ambiguous_aliases: Iterable[AliasAmbigu] = (),
    ) -> None:
        self.as_of = as_of
        self.taken_at = taken_at
        self.sheets = tuple(sheets)
        self.waivers = tuple(waivers)
        self.decisions = tuple(decisions)
        self.ambiguous_aliases = tuple(ambiguous_aliases)
        self._by_id: Mapping[int, Elemen] = MappingProxyType({element.id: element for element in elements})
        by_class: dict[str, list[Elemen]] = defaultdict(list)
        for element in self._by_id.values():
            by_class[element.kelas].append(element)
        self._by_class = {name: tuple(group) for name, group in by_class.items()}
        self._edges = tuple(
            edge
            for edge in dict.fromkeys((*relations, *self._derived_edges()))
            if edge.dari in self._by_id and edge.ke in self._by_id
        )
        out: dict[int, list[Relasi]] = defaultdict(list)
        into: dict[int, list[Relasi]] = defaultdict(list)
        for edge in self._edges:
            out[edge.dari].append(edge)
            into[edge.ke].append(edge)
        self._out = {key: tuple(group) for key, group in out.items()}
        self._into = {key: tuple(group) for key, group in into.items()}

    def _derived_edges(self) -> Iterator[Relasi]:
        for kind in relation_kinds().values():
            for holder, column in kind.homes:
                # A relation to a whole group (R32: infrastructure) has its column on every class of the group.
                names = kind.targets if holder in kind.targets else (holder,)
                for element in (row for name in names for row in self._by_class.get(name, ())):
                    other = element.nilai(column)
                    if isinstance(other, int):
                        forward = holder in kind.sources
                        yield Relasi(kind.id, element.id, other) if forward else Relasi(kind.id, other, element.id)
        for exchange in self.of(Integrasi):
            yield Relasi("R21", exchange.dari_id, exchange.ke_id, exchange.id)
        for placement in self.of(Penempatan):
            place = self._by_id.get(placement.fasilitas_id or 0)
            if place is not None and place.kelas in _PLACEMENT_RELATION:
                yield Relasi(_PLACEMENT_RELATION[place.kelas], placement.aplikasi_id, place.id, placement.id)

    # ---- elements

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, identifier: int) -> bool:
        return identifier in self._by_id

    def get(self, identifier: int | None) -> Elemen | None:
        """Return the element of that id, or None."""
        return None if identifier is None else self._by_id.get(identifier)

    def __getitem__(self, identifier: int) -> Elemen:
        return self._by_id[identifier]

    def kodes(self, identifiers: Iterable[int]) -> tuple[str, ...]:
        """Return the kode of each element of those ids."""
        by_id = self._by_id
        return tuple([by_id[identifier].kode for identifier in identifiers])

    @property
    def elements(self) -> tuple[Elemen, ...]:
        """Every element, in the order of loading."""
        return tuple(self._by_id.values())

    def of_class(self, kelas: str) -> tuple[Elemen, ...]:
        """Return all elements of a class by its declared name."""
        return self._by_class.get(kelas, ())

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return all elements of a typed record class, e.g. ``landscape.of(Aplikasi)``."""
        return tuple(element for element in self._by_class.get(kind.__name__, ()) if isinstance(element, kind))

    def of_layer(self, layer: str) -> tuple[Elemen, ...]:
        """Return all elements of a layer, in the declared order of its classes."""
        return tuple(
            element for name, row in classes().items() if row.layer == layer for element in self.of_class(name)
        )

    @cached_property
    def _by_kode(self) -> Mapping[str, tuple[Elemen, ...]]:
        found: dict[str, list[Elemen]] = defaultdict(list)
        for element in self._by_id.values():
            found[element.kode.casefold()].append(element)
        return {kode: tuple(group) for kode, group in found.items()}

    def by_kode(self, kode: str, instansi_id: int | None = None) -> Elemen:
        """Return the element of that kode, case ignored.

        Raises:
            UnknownNameError: there is none.
            UsageError: several Instansi have one and ``instansi_id`` is not given.
        """
        found = self._by_kode.get(kode.strip().casefold(), ())
        if instansi_id is not None:
            found = tuple(element for element in found if element.instansi_id == instansi_id) or found
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f'Kode "{kode}" ada di beberapa Instansi', mend="Sebutkan salah satu dengan --instansi NAMA."
            )
        from rapidfuzz import process

        near = process.extract(kode.casefold(), self._by_kode.keys(), limit=3, score_cutoff=70)
        raise UnknownNameError("Kode", kode, tuple(self._by_kode[match[0]][0].kode for match in near))

    # ---- organisations

    @cached_property
    def nasional(self) -> Instansi | None:
        """The built-in Instansi of national applications and outside bodies."""
        return next((row for row in self.of(Instansi) if row.kode == NASIONAL), None)

    @cached_property
    def daftar_instansi(self) -> tuple[Instansi, ...]:
        """The governments whose architecture is kept, NASIONAL apart."""
        return tuple(row for row in self.of(Instansi) if row.kode != NASIONAL)

    def is_national(self, element: Elemen) -> bool:
        """Whether the element belongs to the built-in NASIONAL."""
        return self.nasional is not None and element.instansi_id == self.nasional.id

    @cached_property
    def _units(self) -> Mapping[int, tuple[PerangkatDaerah, ...]]:
        found: dict[int, list[PerangkatDaerah]] = defaultdict(list)
        for unit in self.of(PerangkatDaerah):
            found[unit.instansi_id].append(unit)
        return {key: tuple(sorted(group, key=lambda unit: unit.nama.casefold())) for key, group in found.items()}

    def units(self, instansi_id: int | None = None) -> tuple[PerangkatDaerah, ...]:
        """Return the units of one Instansi, or of all, in alphabetical order."""
        if instansi_id is not None:
            return self._units.get(instansi_id, ())
        return tuple(unit for group in self._units.values() for unit in group)

    def unit_with_children(self, unit_id: int) -> frozenset[int]:
        """Return the id of a unit and of all units below it."""
        children: dict[int, list[int]] = defaultdict(list)
        for unit in self.of(PerangkatDaerah):
            if unit.induk_id is not None:
                children[unit.induk_id].append(unit.id)
        found: set[int] = set()
        open_ids = [unit_id]
        while open_ids:
            current = open_ids.pop()
            if current not in found:
                found.add(current)
                open_ids.extend(children.get(current, ()))
        return frozenset(found)

    # ---- edges

    @property
    def edges(self) -> tuple[Relasi, ...]:
        """Every edge: rows of the relation table, foreign keys, placements and exchanges."""
        return self._edges

    def out(self, identifier: int, *jenis: str) -> tuple[Relasi, ...]:
        """Return the edges that leave an element, of the given kinds or of all."""
        edges = self._out.get(identifier, ())
        return tuple([edge for edge in edges if edge.jenis in jenis]) if jenis and edges else edges

    def into(self, identifier: int, *jenis: str) -> tuple[Relasi, ...]:
        """Return the edges that arrive at an element, of the given kinds or of all."""
        edges = self._into.get(identifier, ())
        return tuple([edge for edge in edges if edge.jenis in jenis]) if jenis and edges else edges

    def targets(self, identifier: int, *jenis: str) -> tuple[Elemen, ...]:
        """Return the elements at the far end of the edges that leave an element."""
        return tuple(self._by_id[edge.ke] for edge in self.out(identifier, *jenis))

    def sources(self, identifier: int, *jenis: str) -> tuple[Elemen, ...]:
        """Return the elements at the far end of the edges that arrive at an element."""
        return tuple(self._by_id[edge.dari] for edge in self.into(identifier, *jenis))

    # ---- edge objects of an application

    @cached_property
    def _placements(self) -> Mapping[int, tuple[Penempatan, ...]]:
        found: dict[int, list[Penempatan]] = defaultdict(list)
        for placement in self.of(Penempatan):
            found[placement.aplikasi_id].append(placement)
        return {key: tuple(group) for key, group in found.items()}

    def placements(self, aplikasi_id: int) -> tuple[Penempatan, ...]:
        """Return every placement of an application, past, test and target ones too."""
        return self._placements.get(aplikasi_id, ())

    @cached_property
    def _exchanges(self) -> Mapping[int, tuple[Integrasi, ...]]:
        found: dict[int, list[Integrasi]] = defaultdict(list)
        for exchange in self.of(Integrasi):
            found[exchange.dari_id].append(exchange)
            if exchange.ke_id != exchange.dari_id:
                found[exchange.ke_id].append(exchange)
        return {key: tuple(group) for key, group in found.items()}

    def exchanges(self, identifier: int) -> tuple[Integrasi, ...]:
        """Return every exchange of which an application (or outside body) is one end, in any state."""
        return self._exchanges.get(identifier, ())
