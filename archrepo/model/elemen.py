"""``Elemen``, the root of all classes of the architecture, by joined-table inheritance."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from archrepo.model.dasar import Dasar, rujukan

if TYPE_CHECKING:
    from archrepo.model.catatan import AsalBaris

TERCATAT = "tercatat"
PERLU_KONFIRMASI = "perlu_konfirmasi"
DIHAPUS = "dihapus"
DIGABUNG = "digabung"

HIDUP = (TERCATAT, PERLU_KONFIRMASI)
"""States (``keadaan``) of a record that readers see; removed and merged ones stay for history."""

_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")


def table_name(kelas: str) -> str:
    """Return the table of a declared class: ``ProsesBisnis`` gives ``proses_bisnis``."""
    return _WORD_START.sub("_", kelas).lower()


class Elemen(Dasar):
    """One object of the architecture.

    ``kelas`` is the declared class; ``kode`` is unique in the Instansi; the owner is one of ``perangkat_daerah_id``
    and ``instansi_luar_id``, or neither while it is to be confirmed. ``versi`` counts changes, for edit conflicts.
    ``asal`` is impor, manual or bawaan. An Instansi is an element of itself.
    """

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-1)
    kelas: Mapped[str] = mapped_column(index=True)
    kode: Mapped[str]
    nama: Mapped[str]
    deskripsi: Mapped[str | None]
    instansi_id: Mapped[int] = rujukan("elemen", required=True)
    perangkat_daerah_id: Mapped[int | None] = rujukan("elemen", index=True)
    instansi_luar_id: Mapped[int | None] = rujukan("elemen")
    kode_referensi: Mapped[str | None]
    kondisi: Mapped[str] = mapped_column(server_default="saat_ini")
    berlaku_mulai: Mapped[date | None]
    berlaku_sampai: Mapped[date | None]
    keyakinan: Mapped[str | None]
    keadaan: Mapped[str] = mapped_column(server_default=TERCATAT)
    digabung_ke_id: Mapped[int | None] = rujukan("elemen")
    tidak_lagi_dilaporkan: Mapped[bool] = mapped_column(server_default=false())
    kunci_alami: Mapped[str | None]
    versi: Mapped[int] = mapped_column(server_default="1")
    asal: Mapped[str] = mapped_column(server_default="manual")
    dibuat: Mapped[datetime]
    dibuat_oleh: Mapped[str]
    diubah: Mapped[datetime]
    diubah_oleh: Mapped[str]

    sumber: Mapped[list[AsalBaris]] = relationship(
        "AsalBaris", order_by="AsalBaris.id", viewonly=True, foreign_keys="AsalBaris.elemen_id"
    )

    __table_args__ = (
        UniqueConstraint("instansi_id", "kode"),
        Index(None, "instansi_id", "kunci_alami"),
        # An Instansi belongs to itself, so the rule above does not tell two of them apart.
        Index(
            "uq_elemen_kode_instansi",
            "kode",
            unique=True,
            sqlite_where=text("kelas = 'Instansi'"),
            postgresql_where=text("kelas = 'Instansi'"),
        ),
        CheckConstraint("perangkat_daerah_id IS NULL OR instansi_luar_id IS NULL", name="satu_pemilik"),
        CheckConstraint("keadaan IN ('tercatat', 'perlu_konfirmasi', 'dihapus', 'digabung')", name="keadaan"),
        CheckConstraint("(keadaan = 'digabung') = (digabung_ke_id IS NOT NULL)", name="digabung_ke"),
    )

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return table_name(cls.__name__)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        if cls.__name__ == "Elemen":
            # The writer counts versi for Core; here the mapper does, and refuses a stale object.
            return {"polymorphic_on": "kelas", "version_id_col": cls.__table__.c.versi}
        own, root = cls.__table__.c, Elemen.__table__.c
        return {"polymorphic_identity": cls.__name__, "inherit_condition": own.id == root.id}

    @property
    def asal_baris(self) -> tuple[str, ...]:
        """The rows that named it, each as ``FILE!SHEET!ROW``."""
        return tuple(str(source) for source in self.sumber)


class Turunan:
    """Gives a class of elements its primary key, which is the element's."""

    @declared_attr
    def id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("elemen.id"), primary_key=True, autoincrement=False, sort_order=-1)
