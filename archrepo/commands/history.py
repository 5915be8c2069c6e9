"""Tells the history of an element, a unit, a batch or a time, in sentences made of the journal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from archrepo.commands.opening import find_instansi, find_unit, point_of
from archrepo.declarations.metamodel import kelas, relation_kinds
from archrepo.errors import UnknownNameError
from archrepo.landscape.isian import field_label, field_text
from archrepo.landscape.loader import load_landscape
from archrepo.model.catatan import LembarSumber, SumberBerkas
from archrepo.model.elemen import DIGABUNG, DIHAPUS, PERLU_KONFIRMASI, table_name
from archrepo.model.jurnal import HAPUS, TAMBAH, Segel
from archrepo.model.rincian import ELEMEN, ELEMENT_CLASSES, table_of
from archrepo.reports.riwayat import Change
from archrepo.repository import Repository
from archrepo.repository.riwayat import Entry, read_entries
from archrepo.repository.titik import NoSuchPastError
from archrepo.waktu import now

# Counters and stamps change with everything; the batch says the same better.
_BOOKKEEPING = frozenset({"versi", "diubah", "diubah_oleh", "dibuat", "dibuat_oleh", "asal", "kelas", "kunci_alami"})
_CLASS_OF = {table_name(name): name for name in ELEMENT_CLASSES}
_CREATED_FIELDS = 6


@dataclass(frozen=True, slots=True)
class HistoryRequest:
    """What is asked: an element by kode, a unit, a time or state since when, one batch. Nothing: everything."""

    element: str | None = None
    opd: str | None = None
    since: str | None = None
    batch: int | None = None
    instansi: str | None = None


def tell_history(repository: Repository, request: HistoryRequest) -> list[Change]:
    """Return what changed, oldest first; since a day before the journal began, all of it.

    Raises:
        UnknownNameError: there is no such element, unit, state or batch.
    """
    after = _last_entry_before(repository, request.since)
    with repository.read() as connection:
        names = _Names(connection)
        if request.batch is not None and request.batch not in names.batches:
            raise UnknownNameError("Batch", f"#{request.batch}", tuple(f"#{number}" for number in names.batches[-1:]))
        wanted = _wanted(connection, names, request)
        if after is None:  # since now, or a day to come: nothing can have changed
            return []
        entries = list(read_entries(connection, after=after, batch=request.batch, elements=wanted))
        return list(_Teller(names, entries).changes(wanted))


def _last_entry_before(repository: Repository, since: str | None) -> int | None:
    if since is None:
        return 0
    try:
        return point_of(repository, since).nomor
    except NoSuchPastError:
        return 0


def _wanted(connection: Connection, names: _Names, request: HistoryRequest) -> frozenset[int] | None:
    """Return the ids of the elements asked for, with the placements and exchanges of applications; None for all."""
    if request.element is None and request.opd is None:
        return None
    found: set[int] = set()
    if request.element is not None:
        found.add(names.by_kode(request.element))
    if request.opd is not None:
        landscape = load_landscape(connection)
        home = find_instansi(landscape, request.instansi)
        unit = find_unit(landscape, home.id, request.opd)
        units = landscape.unit_with_children(unit.id)
        found |= units | {number for number, row in names.rows.items() if row.owner in units}
        found |= {edge.ke for unit_id in units for edge in landscape.out(unit_id, "R58")}
    return frozenset(found | names.parts_of(found))


@dataclass(slots=True)
class _Row:
    kelas: str
    kode: str
    nama: str
    owner: int | None = None


@dataclass(slots=True)
class _Names:
    """What elements are called, those removed since too, and which placements and exchanges belong to which."""

    connection: Connection
    rows: dict[int, _Row] = field(default_factory=dict)
    batches: list[int] = field(default_factory=list)
    sheets: dict[int, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        columns = (ELEMEN.c.id, ELEMEN.c.kelas, ELEMEN.c.kode, ELEMEN.c.nama, ELEMEN.c.perangkat_daerah_id)
        for identifier, name, kode, nama, owner in self.connection.execute(select(*columns)):
            self.rows[identifier] = _Row(name, kode, nama, owner)
        seals = table_of(Segel)
        self.batches = list(self.connection.execute(select(seals.c.batch_id).order_by(seals.c.batch_id)).scalars())
        sheet, file = table_of(LembarSumber), table_of(SumberBerkas)
        query = select(sheet.c.id, file.c.nama, sheet.c.nama).join_from(sheet, file, sheet.c.berkas_id == file.c.id)
        self.sheets = {identifier: (name, lembar) for identifier, name, lembar in self.connection.execute(query)}

    def learn(self, entries: Iterable[Entry]) -> None:
        """Take the names of rows that are no longer there from the entries that made or deleted them."""
        files: dict[int, str] = {}
        for entry in entries:
            values = entry.after or entry.before
            if entry.row is None or entry.action not in (TAMBAH, HAPUS):
                continue
            if entry.table == "elemen" and entry.row not in self.rows:
                owner = values.get("perangkat_daerah_id")
                self.rows[entry.row] = _Row(
                    str(values.get("kelas")), str(values.get("kode")), str(values.get("nama")), owner
                )
            elif entry.table == "sumber_berkas":
                files[entry.row] = str(values.get("nama"))
            elif entry.table == "lembar_sumber" and entry.row not in self.sheets:
                self.sheets[entry.row] = (files.get(values.get("berkas_id", 0), ""), str(values.get("nama", "")))

    def by_kode(self, kode: str) -> int:
        """Return the id of the element of that kode, removed ones too, the one alive first."""
        wanted = kode.strip().casefold()
        found = [identifier for identifier, row in self.rows.items() if row.kode.casefold() == wanted]
        if not found:
            self.learn(read_entries(self.connection))
            found = [identifier for identifier, row in self.rows.items() if row.kode.casefold() == wanted]
        if found:
            return found[-1]
        from rapidfuzz import process

        near = process.extract(wanted, [row.kode for row in self.rows.values()], limit=3, score_cutoff=70)
        raise UnknownNameError("Kode", kode, tuple(match[0] for match in near))

    def parts_of(self, ids: set[int]) -> set[int]:
        """Return the placements, exchanges and interfaces of applications."""
        found: set[int] = set()
        for table, columns in (
            ("penempatan", "id, aplikasi_id, NULL"),
            ("integrasi", "id, dari_id, ke_id"),
            ("antarmuka_api", "id, aplikasi_id, NULL"),
        ):
            rows = self.connection.exec_driver_sql(f"SELECT {columns} FROM {table}")  # noqa: S608 - named above
            found |= {row[0] for row in rows if row[1] in ids or row[2] in ids}
        return found

    def name(self, identifier: int) -> str | None:
        """Return what an element is called, None when nobody knows."""
        row = self.rows.get(identifier)
        return row.nama if row is not None else None

    def place(self, lembar: int | None, baris: object) -> str:
        """Return a row of a sheet as ``FILE!SHEET!ROW``."""
        file, sheet = self.sheets.get(lembar or 0, ("", ""))
        return f"{file}!{sheet}!{baris}"


class _Teller:
    """Turns entries into sentences."""

    def __init__(self, names: _Names, entries: Sequence[Entry]) -> None:
        self._names = names
        self._entries = entries
        names.learn(entries)
        self._zone = now().tzinfo
        self._sources: dict[tuple[int | None, int], list[str]] = defaultdict(list)
        for entry in entries:
            if entry.table == "asal_baris" and entry.action == TAMBAH:
                place = names.place(entry.after.get("lembar_id"), entry.after.get("baris"))
                self._sources[entry.batch, entry.after.get("elemen_id", 0)].append(place)
        # What stands in an element's own table belongs to the sentence that says that it was recorded.
        self._made = {
            (entry.batch, entry.row): entry.after
            for entry in entries
            if entry.action == TAMBAH and entry.table in _CLASS_OF and entry.row is not None
        }

    def changes(self, wanted: frozenset[int] | None) -> Iterator[Change]:
        """Give the changes, of the wanted elements or of all."""
        for entry in self._entries:
            tell = _TELLERS.get(entry.table)
            if entry.table == "elemen" or entry.table in _CLASS_OF:
                yield from self._element(entry, wanted)
            elif tell is not None:
                told = list(tell(self, entry))
                # A relation is told of both ends, and once where all is told.
                for identifier, sentence in told[:1] if wanted is None else told:
                    if wanted is None or identifier in wanted:
                        yield self._change(entry, identifier, sentence)

    def _change(self, entry: Entry, identifier: int | None, sentence: str, **more: Any) -> Change:
        row = self._names.rows.get(identifier or 0)
        return Change(
            moment=entry.moment.astimezone(self._zone),
            actor=entry.actor,
            command=entry.command,
            batch=entry.batch,
            nomor=entry.nomor,
            kode=row.kode if row is not None else "",
            nama=row.nama if row is not None else "",
            sentence=sentence,
            sources=tuple(dict.fromkeys(self._sources.get((entry.batch, identifier or 0), ()))),
            **more,
        )

    def _element(self, entry: Entry, wanted: frozenset[int] | None) -> Iterator[Change]:
        identifier = entry.row
        if identifier is None or (wanted is not None and identifier not in wanted):
            return
        row = self._names.rows.get(identifier)
        name = row.kelas if row is not None else _CLASS_OF.get(entry.table, "")
        if entry.action == TAMBAH:
            if entry.table == "elemen":
                yield self._change(entry, identifier, self._recorded(entry, name))
        elif entry.action == HAPUS:
            if entry.table == "elemen":
                yield self._change(entry, identifier, f"{kelas(name).label} ditarik dari catatan")
        else:
            yield from self._fields(entry, identifier, name)

    def _recorded(self, entry: Entry, name: str) -> str:
        own = self._made.get((entry.batch, entry.row or 0), {})
        values = {
            key: value
            for key, value in {**entry.after, **own}.items()
            if key not in _BOOKKEEPING and key not in ("kode", "nama", "instansi_id", "keadaan", "kondisi")
            and value not in (None, False, [], 0)
        }  # fmt: skip
        told = [f"{field_label(name, key)}: {self._text(name, key, value)}" for key, value in values.items()]
        rest = f", dan {len(told) - _CREATED_FIELDS} isian lain" if len(told) > _CREATED_FIELDS else ""
        said = f" ({'; '.join(told[:_CREATED_FIELDS])}{rest})" if told else ""
        return f"{kelas(name).label} dicatat{said}"

    def _fields(self, entry: Entry, identifier: int, name: str) -> Iterator[Change]:
        for key in sorted({*entry.before, *entry.after} - _BOOKKEEPING):
            old, new = entry.before.get(key), entry.after.get(key)
            label = field_label(name, key)
            before, after = self._text(name, key, old), self._text(name, key, new)
            sentence = self._state(key, old, new, entry) or _sentence(label, before, after)
            yield self._change(entry, identifier, sentence, field=key, before=before, after=after)

    def _state(self, key: str, old: Any, new: Any, entry: Entry) -> str | None:
        """Return the sentence of a field that says how a record stands, None for any other."""
        if key == "keadaan":
            if new == DIHAPUS:
                return "Ditandai dihapus"
            if new == DIGABUNG:
                target = entry.after.get("digabung_ke_id")
                return f"Digabung ke {self._names.name(target) if target else 'objek lain'}"
            return "Dikonfirmasi" if old == PERLU_KONFIRMASI else f"Keadaan catatan menjadi {new}"
        if key == "tidak_lagi_dilaporkan":
            return "Tidak lagi dilaporkan dalam kiriman terakhir" if new else "Dilaporkan kembali"
        return None

    def _text(self, name: str, key: str, value: Any) -> str:
        return field_text(name, key, value, self._names.name) if name else str(value if value is not None else "")

    # ---- what hangs on elements

    def relation(self, entry: Entry) -> Iterator[tuple[int | None, str]]:
        values = entry.after if entry.action == TAMBAH else entry.before
        if "dari_id" not in values or "ke_id" not in values:
            return
        kind = relation_kinds().get(str(values.get("jenis")))
        ends = values["dari_id"], values["ke_id"]
        names = [self._names.name(end) or f"objek nomor {end}" for end in ends]
        done = "ditambahkan" if entry.action == TAMBAH else "dilepas"
        sentence = f"Hubungan {done}: {names[0]} → {kind.name if kind else values.get('jenis')} → {names[1]}"
        for end in dict.fromkeys(ends):
            yield end, sentence

    def source(self, entry: Entry) -> Iterator[tuple[int | None, str]]:
        values = entry.after or entry.before
        if entry.action == TAMBAH:
            reporter = values.get("pelapor_id")
            by = f", dilaporkan {self._names.name(reporter)}" if reporter else ""
            yield values.get("elemen_id"), f"Disebut dalam berkas{by}"

    def note(self, entry: Entry) -> Iterator[tuple[int | None, str]]:
        values = entry.after or entry.before
        if entry.action == TAMBAH:
            yield values.get("elemen_id"), f'Catatan dari berkas, kolom "{values.get("judul")}": {values.get("teks")}'

    def alias(self, entry: Entry) -> Iterator[tuple[int | None, str]]:
        values = entry.after if entry.action == TAMBAH else entry.before
        if entry.action in (TAMBAH, HAPUS) and values.get("elemen_id"):
            done = "dicatat" if entry.action == TAMBAH else "dilepas"
            yield values["elemen_id"], f'Nama lain "{values.get("alias")}" {done}'

    def decision(self, entry: Entry) -> Iterator[tuple[int | None, str]]:
        values = entry.after or entry.before
        if entry.action == HAPUS or "a_id" not in values:
            return
        said = "satu aplikasi yang sama" if values.get("putusan") == "sama" else "bukan aplikasi yang sama"
        names = [self._names.name(values[side]) or "" for side in ("a_id", "b_id")]
        for side in ("a_id", "b_id"):
            yield values[side], f"Diputuskan {said}: {names[0]} dan {names[1]} ({values.get('alasan')})"

    def waiver(self, entry: Entry) -> Iterator[tuple[int | None, str]]:
        values = entry.after or entry.before
        done = "dikesampingkan" if entry.action != HAPUS else "tidak lagi dikesampingkan"
        yield None, f"Catatan perbaikan {values.get('sidik')} {done}: {values.get('alasan')}"

    def redaction(self, entry: Entry) -> Iterator[tuple[int | None, str]]:
        yield None, f"Isi satu entri jurnal dihapus: {(entry.after or entry.before).get('alasan')}"

    def release(self, entry: Entry) -> Iterator[tuple[int | None, str]]:
        done = "Titik rilis ditetapkan" if entry.action == TAMBAH else "Rilis disetujui"
        yield entry.row, done


_TELLERS: Mapping[str, Callable[[_Teller, Entry], Iterator[tuple[int | None, str]]]] = {
    "relasi": _Teller.relation,
    "asal_baris": _Teller.source,
    "catatan_impor": _Teller.note,
    "alias_unit": _Teller.alias,
    "keputusan": _Teller.decision,
    "pengesampingan": _Teller.waiver,
    "penghapusan_jurnal": _Teller.redaction,
    "titik_rilis": _Teller.release,
}


def _sentence(label: str, before: str, after: str) -> str:
    if not before:
        return f'{label} diisi "{after}"'
    return (
        f'{label} dikosongkan, semula "{before}"' if not after else f'{label} diubah dari "{before}" menjadi "{after}"'
    )
