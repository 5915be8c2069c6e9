"""Fills what a row says about other elements: owners, users, services, data, partners, placements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal

from archrepo.declarations.kolom import Kolom, column
from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.metamodel import expand_targets, kelas, relation_kinds
from archrepo.declarations.nasional import AplikasiNasional
from archrepo.intake.directory import Directory, near_text
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.identity import recognise
from archrepo.intake.records import OWNER, CellProblem, Record, cell_problem
from archrepo.intake.unit_names import is_unit_name
from archrepo.intake.unit_reading import UnitReader
from archrepo.intake.units import looks_like_unit
from archrepo.intake.unresolved import Unresolved
from archrepo.landscape.elemen import Aplikasi, Value
from archrepo.landscape.penempatan import stated_placement
from archrepo.names import clean, squeeze

Warn = Callable[[CellProblem], None]

_ORGANISATIONS = frozenset({"PerangkatDaerah", "InstansiLuar"})
_PLACES = ("FasilitasKomputasi", "KomputasiAwan", "Server")
_KEADAAN = {"high": "tinggi", "medium": "sedang", "low": "rendah"}
# The ends of the classes that are edges, in the order of their names; a row without them has no place.
_ENDS: Mapping[str, tuple[str, ...]] = {
    "Penempatan": ("aplikasi_id",),
    "Integrasi": ("dari_id", "ke_id"),
    "AntarmukaApi": ("aplikasi_id",),
}


class ReferenceRule:
    """Resolves the texts of one import by kode and name, forward references within the batch included.

    ``local_products`` are installations of national products in the regency, which units may describe as their own.
    """

    def __init__(self, draft: Draft, directory: Directory, units: UnitReader) -> None:
        self._draft = draft
        self._directory = directory
        self._units = units
        self._ends: dict[tuple[int, str], dict[str, Ref]] = {}
        self._placements: dict[Ref, list[Ref]] = {}
        self._edges: dict[tuple[Ref, ...], Ref] = {}
        self.local_products: set[Ref] = set()
        self.unresolved: list[Unresolved] = []
        for aplikasi in draft.landscape.of(Aplikasi):
            stated = stated_placement(draft.landscape, aplikasi)
            if stated is not None:
                others = (row.id for row in draft.landscape.placements(aplikasi.id) if row is not stated)
                self._placements[aplikasi.id] = [stated.id, *others]
        for exchange in draft.landscape.of_class("Integrasi"):
            source, target = exchange.nilai("dari_id"), exchange.nilai("ke_id")
            if isinstance(source, int) and isinstance(target, int):
                self._edges.setdefault((source, target), exchange.id)

    # ---- national applications

    def create_national(self, known: AplikasiNasional, *, local: bool, kode: str | None = None) -> Ref:
        """Draft a national application in NASIONAL, or the regency's own installation of a national product."""
        fields: dict[str, Value] = {
            "nama": known.nama,
            "nasional": known.id,
            "kepemilikan": "pusat",
            "bentuk": "sistem",
            "keyakinan": _KEADAAN.get(known.confidence),
        }
        nasional = self._draft.landscape.nasional
        if local or nasional is None:
            ref = self._draft.create("Aplikasi", fields, kode=kode)
            self.local_products.add(ref)
            return ref
        fields["jenis"] = known.jenis if known.decree is not None or known.jenis == "khusus" else None
        if known.pemilik:
            fields["instansi_luar_id"] = self._units.outside(known.pemilik, _kind_of_owner(known.pemilik))
            fields["dasar_pemilik"] = "nasional"
        if known.hosts:
            fields["url"] = f"https://{known.hosts[0]}"
        return self._draft.create("Aplikasi", fields, instansi_id=nasional.id, kode=kode)

    # ---- edge objects

    def resolve_ends(self, record: Record, warn: Warn) -> bool:
        """Find the elements that an edge row joins; warn of one that cannot be told, which leaves the row no place."""
        ends: dict[str, Ref] = {}
        for name in _ENDS.get(record.kelas, ()):
            texts = record.references.get(name, ())
            found = self._find(texts[0], record.kelas, name, None) if texts else None
            if found is None:
                text = texts[0] if texts else ""
                label = _label(record.kelas, name)
                near = self._alternatives(text, self._targets(record.kelas, name)) if text else ""
                warn(cell_problem("IMP036", record.row, label, text, field=label, near=near))
                return False
            ends[name] = found
        self._ends[(id(record), record.kelas)] = ends
        return True

    def edge_fields(self, record: Record) -> dict[str, Value]:
        """Return the ends of an edge row as fields; empty for other rows."""
        return dict(self._ends.get((id(record), record.kelas), {}))

    def edge_name(self, record: Record) -> str:
        """Return the name of an edge object whose row gives none."""
        names = [self._draft.nama(ref) for ref in self._ends.get((id(record), record.kelas), {}).values()]
        return f"{kelas(record.kelas).label}: {' → '.join(names)}"

    def find_edge(self, record: Record) -> Ref | None:
        """Return the stored or drafted edge object that a row is about."""
        ends = self._ends.get((id(record), record.kelas), {})
        if record.kelas == "Integrasi":
            return self._same_exchange(ends["dari_id"], ends["ke_id"])
        if record.kelas == "Penempatan":
            return self._same_placement(record, ends["aplikasi_id"])
        return self._directory.find(str(record.values.get("nama", "")), (record.kelas,))

    def _same_exchange(self, source: Ref, target: Ref) -> Ref | None:
        known = self._edges.get((source, target))
        back = self._edges.get((target, source))
        if known is None and back is not None and self._draft.value(back, "jalur") is None:
            # A row of an application only mentioned the partner: the direction is told here for the first time.
            self._draft.set(back, "dari_id", source)
            self._draft.set(back, "ke_id", target)
            return back
        return known

    def _same_placement(self, record: Record, aplikasi: Ref) -> Ref | None:
        texts = record.references.get("fasilitas_id", ())
        place = self._find(texts[0], "Penempatan", "fasilitas_id", None) if texts else None
        lokasi, lingkungan = record.values.get("lokasi"), record.values.get("lingkungan") or "produksi"
        for ref in self._placements.get(aplikasi, ()):
            same_kind = (self._draft.value(ref, "lingkungan") or "produksi") == lingkungan
            known_place = self._draft.value(ref, "fasilitas_id")
            known_location = self._draft.value(ref, "lokasi")
            if not same_kind or (place is not None and known_place not in (None, place)):
                continue
            if place is not None and known_place == place:
                return ref
            if lokasi in (None, known_location) or known_location is None:
                return ref
        return None

    # ---- placement of an application

    def place(self, ref: Ref, record: Record, unit: Ref | None, warn: Warn, before: Value) -> bool:
        """Keep where an application runs, as its row says it (``lokasi_hosting``), in its Penempatan."""
        lokasi = record.values.get("lokasi_hosting")
        if record.kelas != "Aplikasi" or not isinstance(lokasi, str):
            return False
        if self.is_of_others(ref):
            value = vocabulary("lokasi_hosting").nilai_of(lokasi)
            if value is None or value.attributes.get("penempatan") != "instansi_lain":
                warn(cell_problem("IMP045", record.row, "Lokasi", lokasi, other=self._draft.nama(ref)))
                return False
        # A word of the vocabulary names no facility; anything else may be the name of one.
        is_word = vocabulary("lokasi_hosting").nilai_of(lokasi) is not None
        place = None if is_word else self._directory.find(lokasi, _PLACES, unit)
        current = next(iter(self._placements.get(ref, ())), None)
        if current is None:
            fields: dict[str, Value] = {
                "nama": f"Penempatan {self._draft.nama(ref)}",
                "aplikasi_id": ref,
                "lokasi": lokasi,
                "fasilitas_id": place,
            }
            home = None if ref < 0 else self._draft.element(ref).instansi_id
            if ref < 0:
                home = self._draft.created[ref].instansi_id
            placement = self._draft.create("Penempatan", fields, instansi_id=home)
            self._placements.setdefault(ref, []).append(placement)
            return True
        return self._place_again(current, lokasi, before, record, warn)

    def _place_again(self, placement: Ref, lokasi: str, before: Value, record: Record, warn: Warn) -> bool:
        known = self._draft.value(placement, "lokasi")
        if known == lokasi:
            return False
        corrected = before is not None and before == known
        if known is None or (not self._draft.is_assigned(placement, "lokasi") and (corrected or record.kode)):
            return self._draft.set(placement, "lokasi", lokasi)
        words = vocabulary("lokasi_hosting")
        texts = {"field": "Lokasi", "other": words.label(str(known))}
        warn(cell_problem("IMP044", record.row, "Lokasi", words.label(lokasi), **texts))
        return False

    def is_of_others(self, ref: Ref) -> bool:
        """Whether an application is a national one in NASIONAL, of which a unit can tell only its own use."""
        return self._draft.value(ref, "nasional") is not None and not self._is_local(ref)

    def clear(self, ref: Ref, own_class: str, known: Kolom) -> bool:
        """Take off what a reference column says of an element."""
        if known.field == "pemilik":
            changed = self._draft.set(ref, "perangkat_daerah_id", None)
            changed |= self._draft.set(ref, "instansi_luar_id", None)
            return changed
        relation = _relation_shown_by(own_class, known.field) or known.relation
        return self._draft.release(relation, ref) if relation is not None else self._draft.set(ref, known.field, None)

    def _is_local(self, ref: Ref) -> bool:
        if ref in self.local_products:
            return True
        nasional = self._draft.landscape.nasional
        return ref >= 0 and nasional is not None and self._draft.element(ref).instansi_id != nasional.id

    # ---- references of a row

    def fill(self, ref: Ref, record: Record, unit: Ref | None, warn: Warn) -> bool:
        """Resolve every reference of a row; what cannot be found is warned of. Return whether anything changed."""
        changed = False
        for name, texts in record.references.items():
            if name in _ENDS.get(record.kelas, ()):
                continue
            known = column(record.kelas, "pemilik" if name == OWNER else name)
            for text in texts:
                changed |= self._fill_one(ref, record, known, name, text, unit, warn)
        return changed

    def remember(self, ref: Ref) -> None:
        """Make an edge object of the batch known, so that a row which means the same one finds it."""
        if self._draft.kelas(ref) == "Penempatan":
            known = self._placements.setdefault(self._end(ref, "aplikasi_id"), [])
            if ref not in known:
                known.append(ref)
        elif self._draft.kelas(ref) == "Integrasi":
            self._edges.setdefault((self._end(ref, "dari_id"), self._end(ref, "ke_id")), ref)

    def _end(self, ref: Ref, name: str) -> Ref:
        value = self._draft.value(ref, name)
        return value if isinstance(value, int) else 0

    def _fill_one(
        self, ref: Ref, record: Record, known: Kolom | None, name: str, text: str, unit: Ref | None, warn: Warn
    ) -> bool:
        relation = known.relation if known is not None else None
        if name == OWNER:
            return self._own(ref, record, text, warn)
        if name == "pengguna" and vocabulary("kelompok_pengguna").match(text):
            group = vocabulary("kelompok_pengguna").match(text)
            return self._draft.value(ref, "kelompok_pengguna") is None and self._draft.set(
                ref, "kelompok_pengguna", group
            )
        if relation == "R21":
            return self._exchange(ref, record, text, unit)
        found = self._find(text, record.kelas, name, unit, (record.row, warn))
        if found is None:
            if not _means_nothing(text):
                self._not_found(ref, record, name, text)
            return False
        if relation is not None:
            return self._relate(relation, record.kelas, ref, found)
        return self._fill_declared(ref, record, name, found)

    def _fill_declared(self, ref: Ref, record: Record, name: str, found: Ref) -> bool:
        """Fill a ref field of the metamodel: a foreign key, or the rows of the relation that it shows."""
        relation = _relation_shown_by(record.kelas, name)
        if relation is not None:
            return self._relate(relation, record.kelas, ref, found)
        current = self._draft.value(ref, name)
        if current is None or (record.kode and not self._draft.is_assigned(ref, name)):
            return self._draft.set(ref, name, found)
        return False

    def _relate(self, relation: str, own_class: str, ref: Ref, found: Ref) -> bool:
        kind = relation_kinds()[relation]
        other_class = self._draft.kelas(found)
        # R18 is "A menggantikan B", shown on B as its successor; every other view stands on the side of its class.
        forward = own_class in kind.sources and other_class in kind.targets
        if kind.view_one == (own_class, "pengganti_id") or (relation == "R05" and own_class == "ProsesBisnis"):
            forward = False
        return self._draft.relate(relation, ref, found) if forward else self._draft.relate(relation, found, ref)

    def _own(self, ref: Ref, record: Record, text: str, warn: Warn) -> bool:
        nasional = self.is_of_others(ref)
        owner = None if nasional else self._units.owner(text, record.row, warn)
        if owner is None:
            if not nasional and not _means_nothing(text):
                self._not_found(ref, record, OWNER, text)
            return False
        side, found = owner
        other = "instansi_luar_id" if side == "perangkat_daerah_id" else "perangkat_daerah_id"
        basis = self._draft.value(ref, "dasar_pemilik")
        known = self._draft.value(ref, side) or self._draft.value(ref, other)
        if known == found:
            return False
        provisional = known is None or basis == "pelapor_tunggal" or record.kode
        if not provisional or self._draft.is_assigned(ref, side):
            if known is not None and isinstance(known, int):
                texts = {"field": "Pemilik", "other": self._draft.nama(known)}
                warn(cell_problem("IMP044", record.row, "Pemilik", text, **texts))
            return False
        self._draft.set(ref, other, None)
        if record.kelas == "Aplikasi":
            self._draft.set(ref, "dasar_pemilik", record.values.get("dasar_pemilik") or "kolom")
        return self._draft.set(ref, side, found)

    def _exchange(self, ref: Ref, record: Record, text: str, unit: Ref | None) -> bool:
        """Draft the exchange with a partner that the row names; its path stays unknown until somebody states it."""
        partner = self._find(text, record.kelas, "terintegrasi_dengan", unit)
        if partner is None and not self._directory.named(text, ("Aplikasi",)):
            known = recognise(text, None, None)
            partner = self._draft_national(known) if known is not None and known.distinctive else None
        if partner is None:
            self._not_found(ref, record, "terintegrasi_dengan", text)
            return False
        if partner == ref or (ref, partner) in self._edges or (partner, ref) in self._edges:
            return False
        nama = f"{self._draft.nama(ref)} → {self._draft.nama(partner)}"
        fields: dict[str, Value] = {"nama": nama, "dari_id": ref, "ke_id": partner, "status": "sudah"}
        self._edges[(ref, partner)] = self._draft.create("Integrasi", fields)
        return True

    def _draft_national(self, known: AplikasiNasional) -> Ref:
        ref = self.create_national(known, local=False)
        self._directory.add(ref, "Aplikasi", [known.nama, *known.alias])
        return ref

    def _targets(self, own_class: str, name: str) -> tuple[str, ...]:
        return _targets_of(own_class, "pemilik" if name == OWNER else name)

    def _find(
        self, text: str, own_class: str, name: str, unit: Ref | None, at: tuple[int, Warn] | None = None
    ) -> Ref | None:
        targets = self._targets(own_class, name)
        found = self._directory.find(clean(text), targets, unit)
        if found is not None or not _ORGANISATIONS & set(targets):
            return found
        if at is not None and set(targets) >= _ORGANISATIONS:
            owner = self._units.owner(text, at[0], at[1])
            return owner[1] if owner is not None else None
        if "PerangkatDaerah" in targets:
            known = self._units.known(text)
            if known is None and at is not None and (looks_like_unit(text) or is_unit_name(text)):
                return self._units.read(text, at[0], at[1])
            return known
        return self._units.named_outside(text)

    def _not_found(self, ref: Ref, record: Record, name: str, text: str) -> None:
        targets = self._targets(record.kelas, name)
        several = len(self._directory.named(text, targets))
        doubt = f" dengan pasti: ada {several} objek bernama sama" if several > 1 else ""
        near = self._directory.nearest(text, targets)
        self.unresolved.append(Unresolved(ref, record, _label(record.kelas, name), text, targets, near, doubt))

    def _alternatives(self, text: str, targets: tuple[str, ...]) -> str:
        """Return, as the tail of a message, the elements that carry the name, or those with names like it."""
        several = self._directory.named(text, targets)
        if len(several) > 1:
            return f" dengan pasti: ada {len(several)} objek bernama sama"
        return near_text(self._directory.nearest(text, targets))


@cache
def _targets_of(own_class: str, name: str) -> tuple[str, ...]:
    known = column(own_class, name)
    if known is not None and known.targets:
        return expand_targets(known.targets)
    declared = kelas(own_class).field(name)
    return expand_targets(declared.targets) if declared is not None else ()


@cache
def _relation_shown_by(own_class: str, name: str) -> str | None:
    """Return the relation whose rows a field of a class shows, or None for a field of its own."""
    kinds = (kind.id for kind in relation_kinds().values() if (own_class, name) in (kind.view_many, kind.view_one))
    return next(kinds, None)


def _label(own_class: str, name: str) -> str:
    known = column(own_class, "pemilik" if name == OWNER else name)
    return known.title if known is not None else name


def _means_nothing(text: str) -> bool:
    return squeeze(text) in {"", "tidakada", "belumada", "nihil", "tidakdiketahui", "0"}


def _kind_of_owner(name: str) -> Literal["kementerian", "lembaga", "vendor"]:
    folded = name.casefold()
    if folded.startswith("kementerian"):
        return "kementerian"
    return "vendor" if folded.startswith("pt ") else "lembaga"
