"""The index: indicators, self-assessments, evidence and the teams that rate."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from archrepo.model.dasar import Bilangan, rujukan
from archrepo.model.elemen import Elemen, Turunan


class Indikator(Turunan, Elemen):
    """One indicator of a versioned index (spbe-index.yaml)."""

    versi_indeks: Mapped[str | None]
    nomor: Mapped[Bilangan | None]


class Penilaian(Turunan, Elemen):
    """The level claimed for one indicator in one year, with reasons and evidence."""

    indikator_id: Mapped[int | None] = rujukan("indikator")
    tahun: Mapped[int | None]
    tingkat: Mapped[Bilangan | None]
    penjelasan: Mapped[str | None]
    tim_asesor_id: Mapped[int | None] = rujukan("tim_asesor")


class BuktiDukung(Turunan, Elemen):
    """A document, link or report out of the repository that proves an object or a level, with its date."""

    jenis: Mapped[str | None]
    tautan: Mapped[str | None]
    tanggal_dokumen: Mapped[date | None]


class TimAsesor(Turunan, Elemen):
    """The units that together rate the indicators before the external evaluation; units, never persons."""

    dasar_id: Mapped[int | None] = rujukan("regulasi")
    tahun: Mapped[int | None]
