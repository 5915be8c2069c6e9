"""Finds the element that a row is about, among what is stored and what earlier rows of the batch brought."""

from __future__ import annotations

from collections.abc import Mapping

from archrepo.intake.directory import Directory
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.identity import Key, RowIdentity, identify
from archrepo.intake.plan_row import PlanRow
from archrepo.intake.planned import EDGE_CLASSES, Statements
from archrepo.intake.records import Record
from archrepo.intake.references import ReferenceRule
from archrepo.intake.unit_reading import UnitReader
from archrepo.landscape.elemen import Aplikasi, Value
from archrepo.names import clean, squeeze


def said_identity(said: Mapping[str, Value], reporter: Ref | None, domain: str | None) -> RowIdentity:
    """Return the identity of what a row of applications says."""
    url, lokasi, owned = said.get("url"), said.get("lokasi_hosting"), said.get("kepemilikan")
    return identify(
        str(said.get("nama") or ""),
        url if isinstance(url, str) else None,
        reporter,
        domain,
        lokasi if isinstance(lokasi, str) else None,
        owned if isinstance(owned, str) else None,
    )


class Recogniser:
    """Applies the rules of identity (design section 3) in their order.

    Args:
        statements: what earlier rows said, by which an element is found again though it was renamed or merged since.
        domain: web domain of the Instansi.
    """

    def __init__(
        self,
        draft: Draft,
        directory: Directory,
        units: UnitReader,
        references: ReferenceRule,
        statements: Statements,
        domain: str | None,
    ) -> None:
        self._draft = draft
        self._directory = directory
        self._units = units
        self._references = references
        self._statements = statements
        self._domain = domain
        self._keys: dict[Key, Ref] = {}
        self._index_stored()

    def _index_stored(self) -> None:
        """Learn by which facts stored applications are recognised: their own, and what earlier rows said of them."""
        landscape, instansi = self._draft.landscape, self._draft.instansi_id
        for element in landscape.of(Aplikasi):
            if element.instansi_id == instansi or landscape.is_national(element):
                if element.nasional is not None:
                    home = "nasional" if landscape.is_national(element) else "lokal"
                    self._keys.setdefault((home, element.nasional), element.id)
                for nama in (element.nama, *element.alias):
                    self.learn_name(element.id, nama)
        for (ref, reporter), said in self._statements.items():
            known = landscape.get(ref)
            for statement in said:
                if statement.get("kode"):
                    self._directory.coded.add(ref)
                if known is None or not statement.get("nama"):
                    continue
                if isinstance(known, Aplikasi):
                    self.learn(ref, said_identity(statement, reporter, self._domain))
                else:
                    # Whoever is its owner since: the unit that listed it lists it again.
                    self._keys.setdefault((known.kelas, str(reporter), squeeze(str(statement["nama"]))), ref)

    def learn_name(self, ref: Ref, nama: str) -> None:
        """Let rows with that name, at the address or from a reporter of a stored application, mean it."""
        landscape = self._draft.landscape
        element = landscape[ref]
        if not isinstance(element, Aplikasi):
            return
        placement = next(iter(landscape.placements(ref)), None)
        lokasi = placement.lokasi if placement else None
        for reporter in [edge.dari for edge in landscape.into(ref, "R58")] or (None,):
            said = identify(nama, element.url, reporter, self._domain, lokasi, element.kepemilikan)
            self.learn(ref, said)

    def identity(self, row: PlanRow) -> RowIdentity | None:
        """Return what a row offers to be recognised by; None for other classes than Aplikasi."""
        return said_identity(row.record.values, row.unit, self._domain) if row.record.kelas == "Aplikasi" else None

    def learn(self, ref: Ref, identity: RowIdentity) -> None:
        """Let later rows with one of these keys mean this element; a key that is taken stays."""
        for key in identity.keys:
            self._keys.setdefault(key, ref)

    def keep_kode(self, ref: Ref, record: Record) -> None:
        """Let the batch find an element under the kode its sender gave; a new one gets it as its own."""
        if record.kode is None:
            return
        if ref < 0 and self._draft.created[ref].kode is None:
            self._draft.created[ref].kode = record.kode
        self._directory.add(ref, record.kelas, (), record.kode)
        self._directory.coded.add(ref)

    def find(self, row: PlanRow, identity: RowIdentity | None) -> Ref | None:
        """Return the element that a row is about, stored or drafted; None for a new one."""
        record = row.record
        if record.kode:
            found = self._directory.by_kode(record.kode)
            if found is not None:
                return found
        found = self._find_by_facts(row, identity)
        # Different kode, different elements (rule 1); a kode that we gave ourselves was never stated by a sender.
        return None if record.kode and found is not None and self._stated_kode(found) else found

    def _find_by_facts(self, row: PlanRow, identity: RowIdentity | None) -> Ref | None:
        record = row.record
        if identity is not None:
            return self._by_keys(identity)
        if record.kelas in EDGE_CLASSES:
            return self._references.find_edge(record)
        if record.kelas == "PerangkatDaerah":
            return self._units.known(str(record.values.get("nama", "")))
        return self._keys.get(self._other_key(row)) or self._stored_other(row)

    def _stated_kode(self, ref: Ref) -> bool:
        return self._draft.created[ref].kode is not None if ref < 0 else ref in self._directory.coded

    def _by_keys(self, identity: RowIdentity) -> Ref | None:
        for key in identity.keys:
            found = self._keys.get(key)
            if found is not None:
                return found
        return None

    def learn_other(self, row: PlanRow, ref: Ref) -> None:
        """Let later rows of the same class, unit and name mean this element."""
        self._keys.setdefault(self._other_key(row), ref)

    def _other_key(self, row: PlanRow) -> Key:
        return (row.record.kelas, str(row.unit), squeeze(str(row.record.values.get("nama", ""))))

    def _stored_other(self, row: PlanRow) -> Ref | None:
        record = row.record
        found = self._directory.find(clean(str(record.values.get("nama", ""))), (record.kelas,), row.unit)
        if found is None:
            return None
        owner = self._draft.value(found, "perangkat_daerah_id")
        return found if owner is None or row.unit is None or owner == row.unit else None
