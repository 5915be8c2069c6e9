"""Domain 2: services."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, synonym

from archrepo.model.dasar import Bilangan, rujukan
from archrepo.model.elemen import Elemen, Turunan


class Layanan(Turunan, Elemen):
    """An output of value to users that application functions produce; public or administrative."""

    ral: Mapped[str | None] = synonym("kode_referensi")
    arah: Mapped[str | None]
    ada_persetujuan: Mapped[str | None]
    ada_validasi: Mapped[str | None]
    tujuan: Mapped[str | None]
    fungsi: Mapped[str | None]
    unit_pelaksana_id: Mapped[int | None] = rujukan("elemen")
    target: Mapped[str | None]
    metode: Mapped[str | None]
    potensi_manfaat: Mapped[str | None]
    potensi_ekonomi: Mapped[str | None]
    potensi_risiko: Mapped[str | None]
    mitigasi_risiko: Mapped[str | None]
    tingkat_layanan: Mapped[Bilangan | None]
    status: Mapped[str | None]
