"""Loads a Landscape from the repository: one SELECT a table, whatever the number of rows, and no mapped objects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, select
from sqlalchemy.orm import Session

from archrepo.declarations.nasional import NASIONAL
from archrepo.errors import UnknownNameError
from archrepo.landscape.elemen import TYPED, Elemen, Sumber
from archrepo.landscape.landscape import AliasAmbigu, Keputusan, Landscape, LembarSumber, Pengesampingan, Relasi
from archrepo.landscape.memori import without_collection
from archrepo.model import catatan as stored
from archrepo.model.elemen import HIDUP
from archrepo.model.relasi import Relasi as StoredRelasi
from archrepo.model.rincian import ELEMEN, ELEMENT_CLASSES, class_tables, table_of
from archrepo.names import fold
from archrepo.waktu import now

_COMMON = (
    "id", "kelas", "kode", "nama", "instansi_id", "deskripsi", "perangkat_daerah_id", "instansi_luar_id",
    "kode_referensi", "kondisi", "berlaku_mulai", "berlaku_sampai", "keyakinan", "keadaan", "tidak_lagi_dilaporkan",
    "versi",
)  # fmt: skip
_EMPTY: Mapping[str, Any] = {}


def load_landscape(
    source: Connection | Session,
    *,
    as_of: date | None = None,
    instansi: str | None = None,
    taken_at: datetime | None = None,
) -> Landscape:
    """Load the architecture.

    Args:
        source: a connection in a transaction that sees one state (``Repository.read``), or a session.
        as_of: day for which validity is judged; that of ``taken_at`` if not given.
        instansi: kode or name of the one Instansi wanted, loaded with NASIONAL; all of them if not given.
        taken_at: moment that the rows of the connection show, in the zone in which days are told; now if not given.

    Raises:
        UnknownNameError: there is no such Instansi.
    """
    connection = source.connection() if isinstance(source, Session) else source
    taken_at = taken_at or now()
    scope = _scope(connection, instansi)
    with without_collection():
        links = _Links(connection)
        elements = [record for name in ELEMENT_CLASSES for record in _records(connection, name, scope, links)]
        return Landscape(
            elements,
            _relations(connection),
            as_of=as_of or taken_at.date(),
            taken_at=taken_at,
            sheets=links.sheets.values(),
            waivers=_waivers(connection),
            decisions=_decisions(connection),
            ambiguous_aliases=links.ambiguous,
        )


def _scope(connection: Connection, instansi: str | None) -> ColumnElement[bool]:
    """Return which elements are loaded: those alive, of one Instansi with NASIONAL or of all."""
    columns = select(ELEMEN.c.id, ELEMEN.c.kode, ELEMEN.c.nama).where(ELEMEN.c.kelas == "Instansi")
    rows = connection.execute(columns).all()
    alive = ELEMEN.c.keadaan.in_(HIDUP)
    if instansi is None:
        return alive
    wanted = fold(instansi)
    found = [row.id for row in rows if wanted in (fold(row.kode), fold(row.nama))]
    if not found:
        names = {fold(row.nama): row.nama for row in rows if row.kode != NASIONAL}
        near = get_close_matches(wanted, names, n=3, cutoff=0)
        raise UnknownNameError("Instansi", instansi, tuple(names[name] for name in near))
    found += [row.id for row in rows if row.kode == NASIONAL]
    return and_(alive, ELEMEN.c.instansi_id.in_(found))


class _Links:
    """What hangs on elements, by element id."""

    def __init__(self, connection: Connection) -> None:
        self.sheets = _sheets(connection)
        self.sources = _sources(connection, self.sheets)
        self.notes = _notes(connection)
        self.aliases, self.ambiguous = _aliases(connection)


def _records(connection: Connection, name: str, scope: ColumnElement[bool], links: _Links) -> Iterator[Elemen]:
    """Build the records of one class from one SELECT."""
    tables = class_tables(name)
    kind = TYPED.get(name, Elemen)
    typed = [field for field in tables.own if field in kind.__dataclass_fields__ and field not in _COMMON]
    rest = [field for field in tables.own if field not in typed]
    own = [tables.table.c[tables.own[field]] for field in (*typed, *rest)]
    chosen = select(*(ELEMEN.c[column] for column in _COMMON), ELEMEN.c.kunci_alami, *own)
    query = chosen.join_from(ELEMEN, tables.table, ELEMEN.c.id == tables.table.c.id).where(scope).order_by(ELEMEN.c.id)
    names = (*_COMMON, "kunci_alami", *typed)
    start = len(names)
    sources, notes = links.sources, links.notes
    for row in connection.execute(query).all():
        values = dict(zip(names, row, strict=False))
        identifier = values["id"]
        lain = {field: value for field, value in zip(rest, row[start:], strict=True) if value is not None}
        key = values.pop("kunci_alami")
        if key is not None:
            lain["kunci_alami"] = key
        _settle_aliases(name, values, links)
        yield kind(**values, sumber=sources.get(identifier, ()), catatan=notes.get(identifier, _EMPTY), lain=lain)


def _settle_aliases(name: str, values: dict[str, Any], links: _Links) -> None:
    if name == "PerangkatDaerah":
        values["alias"] = links.aliases.get(values["id"], ())
    elif name == "Aplikasi":
        values["alias"] = tuple(values["alias"] or ())


def _relations(connection: Connection) -> Iterator[Relasi]:
    table = table_of(StoredRelasi)
    columns = select(table.c.jenis, table.c.dari_id, table.c.ke_id, table.c.atribut).order_by(table.c.id)
    for jenis, dari, ke, atribut in connection.execute(columns).all():
        yield Relasi(jenis, dari, ke, None, atribut or _EMPTY)


def _sheets(connection: Connection) -> dict[int, LembarSumber]:
    sheet, file, batch = (table_of(kind) for kind in (stored.LembarSumber, stored.SumberBerkas, stored.Batch))
    columns: Select[Any] = select(
        sheet.c.id, file.c.nama, sheet.c.nama, sheet.c.kelas, sheet.c.diminta, sheet.c.jumlah_baris,
        sheet.c.pelapor_ids, file.c.batch_id, batch.c.waktu,
    )  # fmt: skip
    joined = columns.join_from(sheet, file, sheet.c.berkas_id == file.c.id).join(batch, batch.c.id == file.c.batch_id)
    return {
        identifier: LembarSumber(name, lembar, kelas, frozenset(asked), rows, tuple(reporters), number, when.date())
        for identifier, name, lembar, kelas, asked, rows, reporters, number, when in connection.execute(
            joined.order_by(sheet.c.id)
        )
    }


def _sources(connection: Connection, sheets: Mapping[int, LembarSumber]) -> dict[int, tuple[Sumber, ...]]:
    table = table_of(stored.AsalBaris)
    columns = select(table.c.elemen_id, table.c.lembar_id, table.c.baris, table.c.pelapor_id).order_by(table.c.id)
    found: dict[int, list[Sumber]] = defaultdict(list)
    for identifier, lembar, row, reporter in connection.execute(columns).all():
        sheet = sheets[lembar]
        found[identifier].append(Sumber(sheet.file, sheet.sheet, row, reporter, sheet.batch))
    return {identifier: tuple(group) for identifier, group in found.items()}


def _notes(connection: Connection) -> dict[int, dict[str, str]]:
    table = table_of(stored.CatatanImpor)
    columns = select(table.c.elemen_id, table.c.judul, table.c.teks).order_by(table.c.id)
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for identifier, title, text in connection.execute(columns).all():
        notes = found[identifier]
        said = notes.get(title)
        if said is None:
            notes[title] = text
        elif text not in said.split("; "):
            notes[title] = f"{said}; {text}"
    return dict(found)


def _aliases(connection: Connection) -> tuple[dict[int, tuple[str, ...]], tuple[AliasAmbigu, ...]]:
    """Return the certain names of units, and the ambiguous names with the units they may mean."""
    table = table_of(stored.AliasUnit)
    columns = select(table.c.instansi_id, table.c.lipat, table.c.alias, table.c.elemen_id, table.c.status)
    known = columns.order_by(table.c.peringkat, table.c.id)
    certain: dict[int, list[str]] = defaultdict(list)
    ambiguous: dict[tuple[int, str], list[int]] = defaultdict(list)
    for instansi_id, folded, alias, unit_id, status in connection.execute(known):
        if status == stored.PASTI:
            certain[unit_id].append(alias)
        elif status == stored.AMBIGU:
            meant = ambiguous[instansi_id, folded]
            if unit_id is not None:
                meant.append(unit_id)
    return (
        {unit_id: tuple(names) for unit_id, names in certain.items()},
        tuple(AliasAmbigu(instansi_id, alias, tuple(ids)) for (instansi_id, alias), ids in ambiguous.items()),
    )


def _waivers(connection: Connection) -> Sequence[Pengesampingan]:
    table = table_of(stored.Pengesampingan)
    columns = select(table.c.sidik, table.c.alasan, table.c.pelaku, table.c.sampai).order_by(table.c.id)
    return [Pengesampingan(*row) for row in connection.execute(columns)]


def _decisions(connection: Connection) -> Sequence[Keputusan]:
    table = table_of(stored.Keputusan)
    columns = select(table.c.a_id, table.c.b_id, table.c.putusan, table.c.pelaku, table.c.alasan)
    return [Keputusan(*row) for row in connection.execute(columns.order_by(table.c.id))]
