"""Puts into a repository what every one starts with: NASIONAL and its references, the Instansi, and its units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from archrepo.declarations.nasional import NASIONAL
from archrepo.model import KodeReferensi
from archrepo.model.borongan import insert_columns
from archrepo.model.penulis import Writer
from archrepo.model.rincian import ELEMEN, class_tables, table_of
from archrepo.names import clean, fold
from archrepo.repository.acuan import indicator_rows, reference_codes, urusan_rows
from archrepo.repository.berkas_unit import UnitFile, UnitRow
from archrepo.repository.lifecycle import Repository

DEFAULT_INSTANSI = "Pemerintah Daerah"

_SHORT = {"kabupaten": "KAB", "kab": "KAB", "kota": "KOTA", "provinsi": "PROV", "prov": "PROV"}


@dataclass(frozen=True, slots=True)
class InitSummary:
    """What ``init_contents`` found or made: the Instansi, and how many units there are now and were added."""

    instansi: str
    kode: str
    units: int
    new_units: int
    changed: bool


def instansi_kode(nama: str) -> str:
    """Derive the kode of an Instansi: ``Kabupaten Tabanan`` gives ``KAB-TABANAN``, ``Pemerintah Daerah`` ``PEMDA``."""
    words = fold(nama).removeprefix("pemerintah ").split()
    if words == ["daerah"] or not words:
        return "PEMDA"
    return "-".join([_SHORT.get(words[0], words[0].upper()), *(word.upper() for word in words[1:])])


def init_contents(
    repository: Repository, *, actor: str, instansi: str | None = None, units: UnitFile | None = None
) -> InitSummary:
    """Add what is missing; a second run changes nothing, and what people changed since is left alone.

    Args:
        instansi: name of the government; from the unit file, or "Pemerintah Daerah", if not given. A repository that
            only has that unnamed one takes the new name for it.
        units: what a unit file says, from ``read_unit_file``.
    """
    files = () if units is None else (units.file,)
    with repository.write(actor, "init", asal="bawaan", files=files) as work:
        contents = _Contents(work.writer)
        contents.add_references()
        nama = instansi or (units.instansi if units is not None else None)
        home = contents.add_instansi(clean(nama) if nama else None, units)
        before = contents.unit_count(home)
        if units is not None:
            contents.add_units(home, units)
        row = work.connection.execute(select(ELEMEN.c.nama, ELEMEN.c.kode).where(ELEMEN.c.id == home)).one()
        after = contents.unit_count(home)
        return InitSummary(row.nama, row.kode, after, after - before, work.writer.batch.is_counted)


class _Contents:
    """Adds contents through a writer, each only where it is missing."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._connection: Connection = writer.connection

    # ---- NASIONAL and the references

    def add_references(self) -> None:
        national = self._instansi_named(NASIONAL)
        self._nasional = national if national is not None else self._new_instansi(NASIONAL, "Nasional", {})
        self._add_codes()
        self._add_national("Urusan", urusan_rows())
        self._add_national("Indikator", indicator_rows())

    def _add_codes(self) -> None:
        table = table_of(KodeReferensi)
        known = {(row.kode, row.versi) for row in self._connection.execute(select(table.c.kode, table.c.versi))}
        rows = [row for row in reference_codes() if (row["kode"], row["versi"]) not in known]
        if rows:
            columns = {name: [row[name] for row in rows] for name in rows[0]}
            insert_columns(self._connection, table, columns)
            self._writer.batch.count("kode_referensi", len(rows))

    def _add_national(self, kelas: str, rows: Sequence[Mapping[str, Any]]) -> None:
        where = (ELEMEN.c.kelas == kelas) & (ELEMEN.c.instansi_id == self._nasional)
        known = set(self._connection.execute(select(ELEMEN.c.kode).where(where)).scalars())
        missing = [{**row, "instansi_id": self._nasional} for row in rows if row["kode"] not in known]
        self._writer.insert(kelas, missing)

    # ---- the Instansi

    def add_instansi(self, nama: str | None, units: UnitFile | None) -> int:
        """Return the Instansi of that name, made or renamed where it is missing; without a name the first one."""
        known = self._connection.execute(
            select(ELEMEN.c.id, ELEMEN.c.nama, ELEMEN.c.kode)
            .where(ELEMEN.c.kelas == "Instansi", ELEMEN.c.kode != NASIONAL)
            .order_by(ELEMEN.c.id)
        ).all()
        fields = {} if units is None else {"domain_situs": units.domain, "kode_wilayah": units.kode_wilayah}
        if nama is None:
            home = known[0].id if known else self._new_instansi("PEMDA", DEFAULT_INSTANSI, fields)
            self._fill(home, fields)
            return int(home)
        same = next((row.id for row in known if _is_named(row, nama)), None)
        if same is None and [row.nama for row in known] == [DEFAULT_INSTANSI]:
            same = known[0].id
            self._writer.update("Instansi", same, {"nama": nama, "kode": instansi_kode(nama)})
        if same is None:
            return self._new_instansi(instansi_kode(nama), nama, fields)
        self._fill(same, fields)
        return int(same)

    def _instansi_named(self, kode: str) -> int | None:
        where = (ELEMEN.c.kelas == "Instansi") & (ELEMEN.c.kode == kode)
        return self._connection.execute(select(ELEMEN.c.id).where(where)).scalar()

    def _new_instansi(self, kode: str, nama: str, fields: Mapping[str, Any]) -> int:
        (identifier,) = self._writer.new_ids(1)
        row = {"id": identifier, "instansi_id": identifier, "kode": kode, "nama": nama, **fields}
        self._writer.insert("Instansi", [row])
        return identifier

    def _fill(self, home: int, fields: Mapping[str, Any]) -> None:
        """Fill fields of the Instansi that are empty."""
        table = class_tables("Instansi").table
        row = self._connection.execute(select(table).where(table.c.id == home)).mappings().one()
        missing = {name: value for name, value in fields.items() if value is not None and row[name] is None}
        if missing:
            self._writer.update("Instansi", home, missing)

    # ---- units

    def unit_count(self, home: int) -> int:
        where = (ELEMEN.c.kelas == "PerangkatDaerah") & (ELEMEN.c.instansi_id == home)
        return len(self._connection.execute(select(ELEMEN.c.id).where(where)).all())

    def add_units(self, home: int, file: UnitFile) -> None:
        """Add the units that are missing, then their names, urusan and outside bodies."""
        ids = self._units(home, file.units)
        doubtful = {fold(name) for name, _ in file.ambiguous}
        for unit in file.units:
            names = [name for name in unit.alias if fold(name) not in doubtful]
            self._writer.aliases.add(home, ids[unit.key], names)
        for name, means in file.ambiguous:
            self._writer.aliases.add_ambiguous(home, name, [ids[key] for key in means])
        self._add_urusan(file.units, ids)
        walidata = next((ids[unit.key] for unit in file.units if unit.is_walidata), None)
        self._fill(home, {"walidata_id": walidata})
        self._add_outside(file)

    def _units(self, home: int, units: Sequence[UnitRow]) -> dict[str, int]:
        """Return the ids of the units by their key, made where neither the key nor the name is known."""
        where = (ELEMEN.c.kelas == "PerangkatDaerah") & (ELEMEN.c.instansi_id == home)
        rows = self._connection.execute(select(ELEMEN.c.id, ELEMEN.c.nama, ELEMEN.c.kunci_alami).where(where)).all()
        by_key = {row.kunci_alami: row.id for row in rows if row.kunci_alami}
        by_name = {fold(row.nama): row.id for row in rows}
        found = {unit.key: by_key.get(_natural_key(unit)) or by_name.get(fold(unit.nama)) for unit in units}
        missing = [unit for unit in units if found[unit.key] is None]
        fresh = dict(zip((unit.key for unit in missing), self._writer.new_ids(len(missing)), strict=True))
        ids = {key: identifier for key, identifier in found.items() if identifier is not None} | fresh
        self._writer.insert("PerangkatDaerah", [_unit_columns(unit, home, ids) for unit in missing])
        return ids

    def _add_urusan(self, units: Sequence[UnitRow], ids: Mapping[str, int]) -> None:
        where = (ELEMEN.c.kelas == "Urusan") & (ELEMEN.c.instansi_id == self._nasional)
        by_kode = {
            row.kode: row.id for row in self._connection.execute(select(ELEMEN.c.kode, ELEMEN.c.id).where(where))
        }
        self._writer.relations.add(
            ("R02", ids[unit.key], by_kode[kode], {"keyakinan": doubt} if doubt else None)
            for unit in units
            for kode, doubt in unit.urusan
            if kode in by_kode
        )

    def _add_outside(self, file: UnitFile) -> None:
        where = (ELEMEN.c.kelas == "InstansiLuar") & (ELEMEN.c.instansi_id == self._nasional)
        known = {fold(nama) for nama in self._connection.execute(select(ELEMEN.c.nama).where(where)).scalars()}
        self._writer.insert(
            "InstansiLuar",
            [
                {"instansi_id": self._nasional, "nama": nama, "jenis": jenis, "keyakinan": keyakinan}
                for nama, jenis, keyakinan in file.outside
                if fold(nama) not in known
            ],
        )


def _is_named(row: Any, nama: str) -> bool:
    """Whether a name, however it is shortened, or a kode is that of an Instansi."""
    return fold(row.nama) == fold(nama) or row.kode in (nama.upper(), instansi_kode(nama))


def _natural_key(unit: UnitRow) -> str:
    return f"unit:{unit.key}"


def _unit_columns(unit: UnitRow, home: int, ids: Mapping[str, int]) -> dict[str, Any]:
    return {
        "id": ids[unit.key],
        "instansi_id": home,
        "nama": unit.nama,
        "singkatan": unit.singkatan,
        "tipe": unit.tipe,
        "induk_id": ids[unit.parent] if unit.parent is not None else None,
        "keyakinan": unit.keyakinan,
        "kunci_alami": _natural_key(unit),
    }
