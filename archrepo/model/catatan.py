"""What the repository remembers besides the architecture: batches, sources, notes, aliases, waivers and decisions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from archrepo.model.dasar import Dasar, rujukan
from archrepo.model.elemen import table_name

PASTI = "pasti"
AMBIGU = "ambigu"
USULAN = "usulan"


class Catatan:
    """Names the table after the class."""

    __name__: ClassVar[str]

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return table_name(cls.__name__)


class Batch(Catatan, Dasar):
    """One unit of work that changed something: when, who, by which command, which files, and how much it changed."""

    id: Mapped[int] = mapped_column(primary_key=True)
    waktu: Mapped[datetime]
    pelaku: Mapped[str]
    perintah: Mapped[str]
    ringkasan: Mapped[dict[str, Any] | None]
    daftar_berkas: Mapped[list[str] | None]


class SumberBerkas(Catatan, Dasar):
    """A file that was read, by its base name and the hash of its content."""

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = rujukan("batch", required=True)
    nama: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)


class LembarSumber(Catatan, Dasar):
    """A sheet of a file: the class it listed, the fields it had columns for, its rows and the units whose list it was.

    ``nama`` is empty for a csv file. ``baris_judul`` is the last header row as Excel numbers it.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    berkas_id: Mapped[int] = rujukan("sumber_berkas", required=True, index=True)
    nama: Mapped[str]
    kelas: Mapped[str]
    diminta: Mapped[list[str]]
    jumlah_baris: Mapped[int]
    baris_judul: Mapped[int | None]
    pelapor_ids: Mapped[list[int]]

    berkas: Mapped[SumberBerkas] = relationship("SumberBerkas", viewonly=True)


class AsalBaris(Catatan, Dasar):
    """A row of a sheet that named an element; ``posisi`` tells apart several names or reporters in one row, from 0.

    ``isi`` is what the row said, as it was normalised: a later import of the same words changes nothing, whatever was
    corrected by hand meanwhile, and a corrected cell is told from an old one.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    elemen_id: Mapped[int] = rujukan("elemen", required=True)
    lembar_id: Mapped[int] = rujukan("lembar_sumber", required=True, index=True)
    baris: Mapped[int]
    pelapor_id: Mapped[int | None] = rujukan("elemen")
    posisi: Mapped[int] = mapped_column(server_default="0")
    isi: Mapped[dict[str, Any] | None]

    lembar: Mapped[LembarSumber] = relationship("LembarSumber", viewonly=True)

    __table_args__ = (UniqueConstraint("elemen_id", "lembar_id", "baris", "posisi"),)

    def __str__(self) -> str:
        return f"{self.lembar.berkas.nama}!{self.lembar.nama}!{self.baris}"


class CatatanImpor(Catatan, Dasar):
    """What a cell said and no field could take: the column's title and the text, with the row it stood in."""

    id: Mapped[int] = mapped_column(primary_key=True)
    elemen_id: Mapped[int] = rujukan("elemen", required=True, index=True)
    judul: Mapped[str]
    teks: Mapped[str]
    lembar_id: Mapped[int | None] = rujukan("lembar_sumber")
    baris: Mapped[int | None]


class AliasUnit(Catatan, Dasar):
    """A name under which a unit is known in its Instansi; ``lipat`` is its folded form, by which it is found.

    ``status`` is pasti (one unit, no doubt), ambigu (one row for each unit it may mean, ``peringkat`` 0 the likeliest)
    or usulan (seen, to be confirmed). An ambiguous name of nobody known has one row without unit.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    instansi_id: Mapped[int] = rujukan("instansi", required=True)
    alias: Mapped[str]
    lipat: Mapped[str]
    elemen_id: Mapped[int | None] = rujukan("perangkat_daerah")
    status: Mapped[str]
    peringkat: Mapped[int] = mapped_column(server_default="0")

    __table_args__ = (
        UniqueConstraint("instansi_id", "lipat", "elemen_id"),
        Index(
            "uq_alias_unit_pasti",
            "instansi_id",
            "lipat",
            unique=True,
            sqlite_where=text("status = 'pasti'"),
            postgresql_where=text("status = 'pasti'"),
        ),
        CheckConstraint("status IN ('pasti', 'ambigu', 'usulan')", name="status"),
        CheckConstraint("status <> 'pasti' OR elemen_id IS NOT NULL", name="pasti_berunit"),
    )


class Pengesampingan(Catatan, Dasar):
    """A waiver: the finding with this fingerprint is set aside until a day, or without end."""

    id: Mapped[int] = mapped_column(primary_key=True)
    sidik: Mapped[str] = mapped_column(unique=True)
    alasan: Mapped[str]
    pelaku: Mapped[str]
    waktu: Mapped[datetime]
    sampai: Mapped[date | None]


class Keputusan(Catatan, Dasar):
    """A person's decision on a pair of applications: sama or bukan_sama. The smaller id stands first."""

    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = rujukan("elemen", required=True)
    b_id: Mapped[int] = rujukan("elemen", required=True, index=True)
    putusan: Mapped[str]
    pelaku: Mapped[str]
    alasan: Mapped[str]
    waktu: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("a_id", "b_id"),
        CheckConstraint("a_id < b_id", name="urutan_pasangan"),
    )


class PetaKolom(Catatan, Dasar):
    """A correction of a column mapping, remembered for the sheets of one unit, or of the whole Instansi.

    ``lipat`` is the folded title of the column; ``bidang`` the declared field, or empty: the column is to be left.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    instansi_id: Mapped[int] = rujukan("instansi", required=True)
    pelapor_id: Mapped[int | None] = rujukan("perangkat_daerah")
    kelas: Mapped[str]
    lipat: Mapped[str]
    bidang: Mapped[str]
    pelaku: Mapped[str]
    waktu: Mapped[datetime]

    __table_args__ = (UniqueConstraint("instansi_id", "pelapor_id", "kelas", "lipat"),)


class Urutan(Catatan, Dasar):
    """The next value of a series: ids of elements (no Instansi), or serial numbers of kode within an Instansi."""

    id: Mapped[int] = mapped_column(primary_key=True)
    instansi_id: Mapped[int | None] = rujukan("elemen")
    nama: Mapped[str]
    berikutnya: Mapped[int]

    __table_args__ = (UniqueConstraint("instansi_id", "nama"),)
