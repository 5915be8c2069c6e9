"""The journal: every change of every table, written by triggers of the database, and the seals that chain its batches.

Nothing here is written through mapped classes but seals and redactions: the entries come from the triggers
(``archrepo.repository.pemicu``), so that bulk statements and changes made outside archrepo are in it too.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from archrepo.model.catatan import Catatan
from archrepo.model.dasar import Dasar

TAMBAH = "I"
UBAH = "U"
HAPUS = "D"

AWAL = "awal"
"""Key in ``luar`` of an entry that was made of a row older than the journal."""


class Jurnal(Catatan, Dasar):
    """One change of one row.

    ``nomor`` counts without gaps. ``batch_id`` is the batch of archrepo that made the change; it is no foreign key,
    for the row of the batch is written last. An entry without batch was made outside; ``luar`` then says when and,
    on PostgreSQL, by which account. ``baris`` is the id of the row, empty for a table whose key is not one number: its
    key stands in the values then. ``sebelum`` and ``sesudah`` hold the whole row for an insert or delete and the
    changed columns for an update; empty values are left out. ``sidik`` keeps the hash of an entry whose values were
    blanked.
    """

    nomor: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    batch_id: Mapped[int | None]
    luar: Mapped[dict[str, Any] | None]
    tabel: Mapped[str]
    baris: Mapped[int | None]
    aksi: Mapped[str]
    sebelum: Mapped[dict[str, Any] | None]
    sesudah: Mapped[dict[str, Any] | None]
    sidik: Mapped[str | None]

    __table_args__ = (
        Index(None, "tabel", "baris"),
        CheckConstraint("aksi IN ('I', 'U', 'D')", name="aksi"),
    )


class Segel(Catatan, Dasar):
    """The seal of a batch over the entries that followed the last seal, and what the batch was.

    ``nomor_awal`` and ``nomor_akhir`` are the first and last of its entries, ``jumlah`` how many they are.
    ``sidik_entri`` holds the first eight bytes of the hash of each, in order, so that a changed one can be named;
    ``segel`` is the hash over all of this, the full hashes and the seal before (``segel_sebelum``).
    """

    batch_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    waktu: Mapped[datetime]
    pelaku: Mapped[str]
    perintah: Mapped[str]
    revisi: Mapped[str]
    nomor_awal: Mapped[int]
    nomor_akhir: Mapped[int] = mapped_column(unique=True)
    jumlah: Mapped[int]
    sidik_entri: Mapped[bytes] = mapped_column(LargeBinary)
    segel_sebelum: Mapped[str]
    segel: Mapped[str]


class KonteksJurnal(Catatan, Dasar):
    """One row that tells the triggers of SQLite which batch is at work; PostgreSQL has a setting of the transaction."""

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    batch_id: Mapped[int | None]

    __table_args__ = (CheckConstraint("id = 1", name="satu_baris"),)


class PenghapusanJurnal(Catatan, Dasar):
    """A redaction: the entry whose values were blanked, by whom and why."""

    nomor: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    alasan: Mapped[str]
    pelaku: Mapped[str]
    waktu: Mapped[datetime]


class TitikRilis(Catatan, Dasar):
    """The point in the journal that a release names: the last entry and seal, the day, and the hash of the content.

    ``id`` is that of the ``RilisArsitektur``. ``disetujui`` and ``disetujui_oleh`` are filled by the approval.
    """

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    nomor: Mapped[int]
    segel: Mapped[str]
    sidik_isi: Mapped[str]
    waktu: Mapped[datetime]
    disetujui: Mapped[datetime | None]
    disetujui_oleh: Mapped[str | None]


JOURNAL_TABLES = frozenset({"jurnal", "segel", "konteks_jurnal"})
"""The tables of the journal itself, which have no triggers that write entries."""
