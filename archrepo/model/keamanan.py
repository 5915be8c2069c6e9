"""Domain 6: security programmes, controls and categories."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, synonym

from archrepo.model.dasar import Bilangan, rujukan
from archrepo.model.elemen import Elemen, Turunan


class ProgramKeamanan(Turunan, Elemen):
    """One recorded security act or norm on an asset: standard, awareness training, vulnerability identification,
    improvement, incident handling, audit, fitness opinion.
    """

    jenis: Mapped[str | None]
    tanggal: Mapped[date | None]
    tanggal_mulai: Mapped[date | None]
    tanggal_akhir: Mapped[date | None]
    nilai_kematangan: Mapped[Bilangan | None]
    jenis_audit: Mapped[str | None]
    hasil: Mapped[str | None]
    tindak_lanjut: Mapped[str | None]
    rak: Mapped[str | None] = synonym("kode_referensi")


class KontrolKeamanan(Turunan, Elemen):
    """One technical or administrative control asked of an asset, with its state (for web applications the thirteen
    groups of the technical standard).
    """

    kelompok: Mapped[str | None]
    status: Mapped[str | None]
    bukti_id: Mapped[int | None] = rujukan("bukti_dukung")


class KategorisasiSistemElektronik(Turunan, Elemen):
    """The ten-question weighing that makes an application Strategis, Tinggi or Rendah; thresholds are data because
    copies dispute score 35.
    """

    aplikasi_id: Mapped[int | None] = rujukan("aplikasi")
    jawaban: Mapped[str | None]
    skor: Mapped[Bilangan | None]
    hasil: Mapped[str | None]
    tanggal: Mapped[date | None]
