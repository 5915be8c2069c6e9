"""Writes elements and what belongs to them in bulk: the one way all commands and imports change the tables.

    with repository.write(pelaku, "import") as work:
        writer = work.writer
        (simpeg,) = writer.insert("Aplikasi", [{"instansi_id": kab, "nama": "SIMPEG", "status": "aktif"}])
        writer.update("Aplikasi", simpeg, {"url": "https://simpeg.contohkab.go.id"}, versi=1)
        writer.relations.add([("R58", bkpsdm, simpeg), ("R10", simpeg, pegawai, {"mode_akses": "ubah"})])
        writer.aliases.add(kab, bkpsdm, ["BKD"])
        sheet = writer.sources.add_sheet(writer.sources.add_file("a.xlsx", sha), "Lembar1", "Aplikasi", …)
        writer.sources.add_rows([{"elemen_id": simpeg, "lembar_id": sheet, "baris": 7, "pelapor_id": bkpsdm}])

Rows are mappings of declared field names (and columns of ``elemen``) to values; what is missing is left empty. Ids and
kode may be taken beforehand with ``new_ids`` and ``new_kode``, so that rows can refer to each other in any order;
without them they are assigned here. Every write keeps versi, dibuat and diubah right and belongs to one batch, which is
recorded at the end. References and relations are checked against the metamodel in ``finish``, which the
unit of work calls before it commits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from archrepo.errors import ConflictError
from archrepo.model.borongan import insert_columns
from archrepo.model.kelompok import BatchRecord
from archrepo.model.pemeriksaan import PendingChecks
from archrepo.model.penomoran import Penomoran
from archrepo.model.rincian import ELEMEN, ClassTables, class_tables
from archrepo.model.tautan import AliasRows, RelationRows, SourceRows, listed

_CHUNK = 900

_ALIAS_OWNER = "PerangkatDaerah"

Row = Mapping[str, Any]


class StaleEditError(ConflictError):
    """An element was changed by somebody else since it was read; ``changes`` say how."""

    code = "KON001"

    def __init__(self, kode: str, nama: str, changes: Sequence[str] = ()) -> None:
        self.changes = tuple(changes)
        told = "".join(f"\n  - {line}" for line in changes)
        super().__init__(
            f'{kode} "{nama}" sudah diubah orang lain sejak Anda membacanya{f":{told}" if told else ""}',
            mend="Muat ulang datanya, lalu ulangi perubahan Anda.",
        )


class Writer:
    """Changes the repository within one transaction, for one person and one command.

    ``relations``, ``aliases`` and ``sources`` write what hangs on elements; ``batch`` knows the batch and its summary.

    Args:
        connection: of the unit of work, in a transaction.
        batch: number of the batch that the writes belong to.
        actor: who writes, kept with every change.
        command: what writes, kept with the batch.
        asal: origin of what is inserted: impor, manual or bawaan.
        files: base names of the files read, kept with the batch.
    """

    def __init__(
        self, connection: Connection, batch: int, *, actor: str, command: str, asal: str, files: Sequence[str]
    ) -> None:
        self.connection = connection
        self.batch = BatchRecord(connection, batch, actor=actor, command=command, asal=asal, files=files)
        self.numbers = Penomoran(connection)
        self._checks = PendingChecks(connection)
        self.relations = RelationRows(connection, self.batch, self._checks)
        self.aliases = AliasRows(connection, self.batch)
        self.sources = SourceRows(connection, self.batch)

    def new_ids(self, n: int) -> range:
        """Take n ids of elements."""
        return self.numbers.ids(n)

    def new_kode(self, instansi_id: int, kelas: str, n: int) -> list[str]:
        """Take n kode of a class in an Instansi, none of which is in use."""
        return self.numbers.kode(instansi_id, kelas, n)

    def finish(self) -> None:
        """Check all references and relations written.

        Raises:
            RelationNotAllowedError: one of them is not declared in the metamodel.
        """
        self._checks.run()

    # ---- elements

    def insert(self, kelas: str, rows: Sequence[Row]) -> list[int]:
        """Insert elements of one class; return their ids in order.

        A row needs ``instansi_id`` and ``nama``; an Instansi has its own id there. ``id``, ``kode`` and ``asal`` are
        taken as given where they are. ``alias`` may be a sequence or one text with semicolons.

        Raises:
            UnknownNameError: a field that the class does not have.
            KodeTakenError: a given kode that the Instansi has already.
        """
        if not rows:
            return []
        tables = class_tables(kelas)
        ids = self._ids(rows)
        kode = self._kode(kelas, rows)
        shared, own = self._columns(tables, rows)
        asal = [row.get("asal") or self.batch.asal for row in rows]
        fixed = {"kelas": kelas, "versi": 1, **self._made()}
        insert_columns(self.connection, ELEMEN, {"id": ids, "kode": kode, "asal": asal, **shared}, fixed)
        insert_columns(self.connection, tables.table, {"id": ids, **own})
        self._note(tables, ids, rows)
        self.batch.count("dibuat", len(rows))
        if kelas == _ALIAS_OWNER:
            for identifier, row in zip(ids, rows, strict=True):
                self.aliases.add(row["instansi_id"], identifier, row.get("alias"))
        return ids

    def update(self, kelas: str, identifier: int, changes: Row, *, versi: int | None = None) -> None:
        """Change one element.

        Args:
            versi: the counter as it was read; None to write over whatever is there.

        Raises:
            StaleEditError: the element has another ``versi`` by now.
            UnknownNameError: a field that the class does not have.
        """
        self.update_many(kelas, [(identifier, changes)], versi=None if versi is None else {identifier: versi})

    def update_many(
        self, kelas: str, rows: Sequence[tuple[int, Row]], *, versi: Mapping[int, int] | None = None
    ) -> None:
        """Change elements of one class, each once; as ``update``, with the counters as read, by id."""
        self._check_versions(versi or {})
        tables = class_tables(kelas)
        stamp = {"diubah": self.batch.now, "diubah_oleh": self.batch.actor}
        shared: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        own: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for identifier, changes in rows:
            top, rest = self._split(tables, changes)
            top |= stamp
            shared[tuple(sorted(top))].append(_bound(identifier, top))
            if rest:
                own[tuple(sorted(rest))].append(_bound(identifier, rest))
            if kelas == _ALIAS_OWNER and "alias" in changes:
                self.aliases.replace(identifier, changes["alias"])
        for columns, values in shared.items():
            self._update(ELEMEN, columns, values, versi=ELEMEN.c.versi + 1)
        for columns, values in own.items():
            self._update(tables.table, columns, values)
        self._note(tables, [identifier for identifier, _ in rows], [changes for _, changes in rows])
        self.batch.count("diubah", len(rows))

    def _update(self, table: Any, columns: tuple[str, ...], values: list[dict[str, Any]], **more: Any) -> None:
        changed = {name: bindparam(f"b_{name}", type_=table.c[name].type) for name in columns}
        self.connection.execute(update(table).where(table.c.id == bindparam("b_id")).values(**changed, **more), values)

    def _columns(
        self, tables: ClassTables, rows: Sequence[Row]
    ) -> tuple[Mapping[str, Sequence[Any]], Mapping[str, Sequence[Any]]]:
        shared, own = tables.columns(rows, _apart(tables.kelas) | {"id", "kode"})
        for column, blank in _BLANK.items():
            if column in shared:
                shared[column] = [blank if value is None else value for value in shared[column]]
        if tables.kelas == "Aplikasi" and "alias" in own:
            own["alias"] = [listed(names) or None for names in own["alias"]]
        return shared, own

    def _made(self) -> dict[str, Any]:
        now, actor = self.batch.now, self.batch.actor
        return {"dibuat": now, "dibuat_oleh": actor, "diubah": now, "diubah_oleh": actor}

    def _split(self, tables: ClassTables, row: Row) -> tuple[dict[str, Any], dict[str, Any]]:
        apart = _apart(tables.kelas)
        shared, own = tables.split({field: value for field, value in row.items() if field not in apart})
        if tables.kelas == "Aplikasi" and "alias" in own:
            own["alias"] = listed(own["alias"]) or None
        return shared, own

    def _note(self, tables: ClassTables, ids: Sequence[int], rows: Sequence[Row]) -> None:
        """Have what was written checked before the commit."""
        self._checks.elements(tables.kelas, ids)
        for field in tables.references:
            stated = ((identifier, row.get(field)) for identifier, row in zip(ids, rows, strict=True))
            targets = {identifier: target for identifier, target in stated if target is not None}
            if targets:
                self._checks.references(tables.kelas, field, targets)

    def _ids(self, rows: Sequence[Row]) -> list[int]:
        fresh = iter(self.new_ids(sum(1 for row in rows if row.get("id") is None)))
        return [row["id"] if row.get("id") is not None else next(fresh) for row in rows]

    def _kode(self, kelas: str, rows: Sequence[Row]) -> list[str]:
        missing: dict[int, int] = defaultdict(int)
        given: dict[int, list[str]] = defaultdict(list)
        for row in rows:
            if row.get("kode"):
                given[row["instansi_id"]].append(row["kode"])
            else:
                missing[row["instansi_id"]] += 1
        for instansi, taken in given.items():
            self.numbers.claim(instansi, taken)
        fresh = {instansi: iter(self.new_kode(instansi, kelas, n)) for instansi, n in missing.items()}
        return [row.get("kode") or next(fresh[row["instansi_id"]]) for row in rows]

    def _check_versions(self, versi: Mapping[int, int]) -> None:
        ids = sorted(versi)
        for start in range(0, len(ids), _CHUNK):
            columns = select(ELEMEN.c.id, ELEMEN.c.versi, ELEMEN.c.kode, ELEMEN.c.nama)
            for row in self.connection.execute(columns.where(ELEMEN.c.id.in_(ids[start : start + _CHUNK]))):
                if row.versi != versi[row.id]:
                    raise StaleEditError(row.kode, row.nama)


# What stands in a column of ``elemen`` that must not be empty.
_BLANK: Row = {"kondisi": "saat_ini", "keadaan": "tercatat", "tidak_lagi_dilaporkan": False}


def _apart(kelas: str) -> frozenset[str]:
    """Return the fields of a row that are not simply columns: other names of a unit have their own table."""
    return frozenset({"asal", "alias"}) if kelas == _ALIAS_OWNER else frozenset({"asal"})


def _bound(identifier: int, columns: Row) -> dict[str, Any]:
    return {f"b_{name}": value for name, value in columns.items()} | {"b_id": identifier}
