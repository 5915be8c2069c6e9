"""Writes what hangs on elements: relations, names of units, and where a value came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from archrepo.model.borongan import insert_columns
from archrepo.model.catatan import AMBIGU, PASTI, USULAN, AliasUnit, AsalBaris, CatatanImpor, LembarSumber, SumberBerkas
from archrepo.model.kelompok import BatchRecord
from archrepo.model.pemeriksaan import PendingChecks
from archrepo.model.relasi import Relasi
from archrepo.model.rincian import ELEMEN, table_of
from archrepo.names import clean, fold

_RELASI = table_of(Relasi)
_ALIAS = table_of(AliasUnit)
_CHUNK = 900

Edge = tuple[str, int, int] | tuple[str, int, int, Mapping[str, Any] | None]
"""Kind, from, to, and what the edge carries."""


class RelationRows:
    """Adds and removes rows of the relation table; what is there already is left as it is."""

    def __init__(self, connection: Connection, batch: BatchRecord, checks: PendingChecks) -> None:
        self._connection = connection
        self._batch = batch
        self._checks = checks

    def add(self, edges: Iterable[Edge]) -> int:
        """Add relations, each once; ``atribut`` given for an existing one replaces what it carried.

        Returns:
            How many rows were added or changed.
        """
        wanted = {edge[:3]: dict(edge[3]) if len(edge) > 3 and edge[3] else None for edge in edges}
        present = self._present(wanted)
        new = [key for key in wanted if key not in present]
        self._checks.relations(wanted)
        changed = [key for key in present if wanted[key] is not None and wanted[key] != present[key]]
        for jenis, dari, ke in changed:
            where = (_RELASI.c.jenis == jenis) & (_RELASI.c.dari_id == dari) & (_RELASI.c.ke_id == ke)
            self._connection.execute(update(_RELASI).where(where).values(atribut=wanted[jenis, dari, ke]))
        if new:
            columns: dict[str, list[Any]] = {
                "jenis": [jenis for jenis, _, _ in new],
                "dari_id": [dari for _, dari, _ in new],
                "ke_id": [ke for _, _, ke in new],
                "atribut": [wanted[key] for key in new],
            }
            stamp = {"asal": self._batch.asal, "batch_id": self._batch.id}
            insert_columns(self._connection, _RELASI, columns, stamp)
        self._batch.count("relasi", len(new) + len(changed))
        return len(new) + len(changed)

    def remove(self, edges: Iterable[tuple[str, int, int]]) -> int:
        """Remove relations; return how many there were."""
        removed = 0
        for jenis, dari, ke in edges:
            where = (_RELASI.c.jenis == jenis) & (_RELASI.c.dari_id == dari) & (_RELASI.c.ke_id == ke)
            removed += self._connection.execute(delete(_RELASI).where(where)).rowcount
        self._batch.count("relasi_dilepas", removed)
        return removed

    def _present(self, wanted: Mapping[Any, Any]) -> dict[tuple[str, int, int], Any]:
        sources = sorted({dari for _, dari, _ in wanted})
        found: dict[tuple[str, int, int], Any] = {}
        for start in range(0, len(sources), _CHUNK):
            columns = select(_RELASI.c.jenis, _RELASI.c.dari_id, _RELASI.c.ke_id, _RELASI.c.atribut)
            chosen = columns.where(_RELASI.c.dari_id.in_(sources[start : start + _CHUNK]))
            for jenis, dari, ke, atribut in self._connection.execute(chosen):
                if (jenis, dari, ke) in wanted:
                    found[jenis, dari, ke] = atribut
        return found


def listed(value: str | Iterable[str] | None) -> list[str]:
    """Return the names in a field that holds several: a sequence, or one text with semicolons."""
    if value is None:
        return []
    parts = value.split(";") if isinstance(value, str) else value
    return [name for name in dict.fromkeys(clean(part) for part in parts) if name]


class AliasRows:
    """Keeps the names under which units are known."""

    def __init__(self, connection: Connection, batch: BatchRecord) -> None:
        self._connection = connection
        self._batch = batch

    def add(self, instansi_id: int, unit_id: int, names: str | Iterable[str] | None) -> None:
        """Add certain names of a unit. A name that is certain for another unit already is only proposed for this."""
        for name in listed(names):
            rows = self._rows(instansi_id, fold(name))
            if any(row.elemen_id == unit_id and row.status == PASTI for row in rows):
                continue
            taken = any(row.status == PASTI for row in rows)
            self._put(instansi_id, name, unit_id, USULAN if taken else PASTI, rows)

    def add_ambiguous(self, instansi_id: int, name: str, unit_ids: Sequence[int]) -> None:
        """Note a name that may mean one of several units, likeliest first; nobody's choice is made for the user."""
        rows = self._rows(instansi_id, fold(name))
        if any(row.status == PASTI for row in rows):
            return
        for rank, unit_id in enumerate(unit_ids):
            self._put(instansi_id, name, unit_id, AMBIGU, rows, rank)

    def settle(self, instansi_id: int, name: str, unit_id: int) -> None:
        """Make a name mean one unit from now on, whatever was noted about it before."""
        where = (_ALIAS.c.instansi_id == instansi_id) & (_ALIAS.c.lipat == fold(name))
        self._connection.execute(delete(_ALIAS).where(where))
        self._put(instansi_id, clean(name), unit_id, PASTI, ())

    def replace(self, unit_id: int, names: str | Iterable[str] | None) -> None:
        """Make these the certain names of a unit, and no others."""
        instansi_id = self._connection.execute(select(ELEMEN.c.instansi_id).where(ELEMEN.c.id == unit_id)).scalar_one()
        kept = [fold(name) for name in listed(names)]
        where = (_ALIAS.c.elemen_id == unit_id) & (_ALIAS.c.status == PASTI) & _ALIAS.c.lipat.not_in(kept)
        self._batch.count("alias", self._connection.execute(delete(_ALIAS).where(where)).rowcount)
        self.add(instansi_id, unit_id, names)

    def move(self, gone_id: int, kept_id: int) -> None:
        """Make the names of one unit those of another, each as certain as it was."""
        stored = self._connection.execute(select(_ALIAS).where(_ALIAS.c.elemen_id == gone_id)).all()
        self._connection.execute(delete(_ALIAS).where(_ALIAS.c.elemen_id == gone_id))
        for row in stored:
            if row.status == PASTI:
                self.settle(row.instansi_id, row.alias, kept_id)
                continue
            known = self._rows(row.instansi_id, row.lipat)
            if not any(other.elemen_id == kept_id for other in known):
                self._put(row.instansi_id, row.alias, kept_id, row.status, known, row.peringkat)

    def _rows(self, instansi_id: int, folded: str) -> Sequence[Any]:
        where = (_ALIAS.c.instansi_id == instansi_id) & (_ALIAS.c.lipat == folded)
        return self._connection.execute(select(_ALIAS.c.id, _ALIAS.c.elemen_id, _ALIAS.c.status).where(where)).all()

    def _put(self, instansi_id: int, name: str, unit_id: int, status: str, rows: Sequence[Any], rank: int = 0) -> None:
        known = next((row for row in rows if row.elemen_id == unit_id), None)
        if known is not None and known.status == status:
            return
        values = {"alias": name, "status": status, "peringkat": rank}
        if known is not None:
            self._connection.execute(update(_ALIAS).where(_ALIAS.c.id == known.id).values(**values))
        else:
            key = {"instansi_id": instansi_id, "lipat": fold(name), "elemen_id": unit_id}
            self._connection.execute(insert(_ALIAS), values | key)
        self._batch.count("alias")


class SourceRows:
    """Keeps from which file, sheet and row elements and notes came."""

    def __init__(self, connection: Connection, batch: BatchRecord) -> None:
        self._connection = connection
        self._batch = batch

    def add_file(self, name: str, sha256: str) -> int:
        """Record a file by its base name; return its id."""
        return self._added(SumberBerkas, {"batch_id": self._batch.id, "nama": name, "sha256": sha256})

    def add_sheet(
        self,
        file_id: int,
        name: str,
        kelas: str,
        *,
        asked: Iterable[str],
        rows: int,
        header_row: int | None = None,
        reporters: Sequence[int] = (),
    ) -> int:
        """Record a sheet: for which fields it had a column, how many rows, whose list it was; return its id."""
        return self._added(
            LembarSumber,
            {
                "berkas_id": file_id,
                "nama": name,
                "kelas": kelas,
                "diminta": sorted(asked),
                "jumlah_baris": rows,
                "baris_judul": header_row,
                "pelapor_ids": list(reporters),
            },
        )

    def add_rows(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Record which rows named which elements: elemen_id, lembar_id, baris, pelapor_id, posisi, isi."""
        if rows:
            names = ("elemen_id", "lembar_id", "baris", "pelapor_id", "isi")
            columns = {name: [row.get(name) for row in rows] for name in names}
            columns["posisi"] = [row.get("posisi", 0) for row in rows]
            insert_columns(self._connection, table_of(AsalBaris), columns)
            self._batch.count("asal", len(rows))

    def add_notes(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Keep what no field could take: elemen_id, judul, teks, and lembar_id and baris where known."""
        if rows:
            names = ("elemen_id", "judul", "teks", "lembar_id", "baris")
            columns = {name: [row.get(name) for row in rows] for name in names}
            insert_columns(self._connection, table_of(CatatanImpor), columns)
            self._batch.count("catatan", len(rows))

    def _added(self, mapped: type[SumberBerkas | LembarSumber], row: dict[str, Any]) -> int:
        table = table_of(mapped)
        return int(self._connection.execute(insert(table).returning(table.c.id), row).scalar_one())
