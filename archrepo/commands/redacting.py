"""Blanks the values of one entry of the journal, for a duty to erase; the chain of seals still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, Text, insert, select, update

from archrepo.errors import ConflictError, UnknownNameError, UsageError
from archrepo.model import Dasar
from archrepo.model.jurnal import JOURNAL_TABLES, Jurnal, PenghapusanJurnal
from archrepo.model.rincian import table_of
from archrepo.repository import Repository
from archrepo.repository.jurnal import entry_digests, read_head

BLANKED = "[dihapus]"

# What a past state needs to be read, and says nothing of a person.
_KEPT = frozenset({
    "kelas", "kode", "keadaan", "kondisi", "asal", "jenis", "putusan", "status", "bidang", "versi", "bentuk",
    "dibuat", "diubah", "waktu", "baris", "posisi", "peringkat", "pelapor_ids", "diminta", "jumlah_baris",
    "baris_judul", "berikutnya", "tidak_lagi_dilaporkan",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was blanked: the entry, its table, and the columns whose values are gone."""

    nomor: int
    tabel: str
    columns: tuple[str, ...]


class RedactionRefusedError(ConflictError):
    """The entry cannot be blanked, or not any more."""

    code = "JUR002"


def redact_entry(repository: Repository, pelaku: str, nomor: int, *, reason: str) -> Redaction:
    """Blank the values of an entry, before and after; its hash, and what is needed to read a past state, stays.

    Raises:
        UnknownNameError: there is no such entry.
        UsageError: no reason is given.
        RedactionRefusedError: it is blank already, holds nothing to blank, or is not sealed yet.
    """
    if not reason.strip():
        raise UsageError("Penghapusan isi jurnal perlu alasan", mend="Tambahkan --reason, misalnya nomor permintaan.")
    with repository.write(pelaku, "journal redact") as work:
        connection = work.connection
        tabel, before, after = _entry(connection, nomor)
        columns = _to_blank(tabel, {*before, *after})
        if not columns:
            raise RedactionRefusedError(
                f"Entri {nomor} tidak memuat isi yang perlu dihapus", mend="Periksa nomornya dengan archrepo history."
            )
        ((_, _, digest, _),) = entry_digests(connection, nomor - 1, nomor)
        row = {"nomor": nomor, "alasan": reason.strip(), "pelaku": pelaku, "waktu": datetime.now(UTC)}
        connection.execute(insert(table_of(PenghapusanJurnal)), row)
        table = table_of(Jurnal)
        blanked = {"sebelum": _blank(tabel, before, columns), "sesudah": _blank(tabel, after, columns)}
        kept = {name: value for name, value in blanked.items() if value is not None}
        connection.execute(update(table).where(table.c.nomor == nomor).values(sidik=digest.hex(), **kept))
    return Redaction(nomor, tabel, columns)


def _entry(connection: Connection, nomor: int) -> tuple[str, dict[str, Any], dict[str, Any]]:
    table = table_of(Jurnal)
    row = connection.execute(select(table).where(table.c.nomor == nomor)).first()
    if row is None:
        raise UnknownNameError("Entri jurnal", str(nomor))
    if row.sidik is not None:
        raise RedactionRefusedError(f"Isi entri {nomor} sudah dihapus", mend="Tidak ada yang perlu dilakukan.")
    if nomor > read_head(connection).nomor:
        raise RedactionRefusedError(
            f"Entri {nomor} belum disegel", mend="Entri dari luar disegel bersama perubahan archrepo yang berikutnya."
        )
    return row.tabel, row.sebelum or {}, row.sesudah or {}


def _to_blank(tabel: str, names: set[str]) -> tuple[str, ...]:
    if tabel in JOURNAL_TABLES or tabel not in Dasar.metadata.tables:
        return tuple(sorted(names))
    columns = Dasar.metadata.tables[tabel].columns
    return tuple(sorted(name for name in names if name not in columns or _is_content(columns[name])))


def _is_content(column: Column[Any]) -> bool:
    return not (column.primary_key or column.foreign_keys or column.name in _KEPT)


def _blank(tabel: str, values: dict[str, Any], columns: tuple[str, ...]) -> dict[str, Any] | None:
    """Return the values without those of some columns: a text is replaced, any other value is left out."""
    known = Dasar.metadata.tables[tabel].columns
    blanked: dict[str, Any] = {}
    for name, value in values.items():
        if name not in columns:
            blanked[name] = value
        elif name in known and isinstance(known[name].type, Text):
            blanked[name] = BLANKED
    return blanked if values else None
