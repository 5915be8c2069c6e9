"""Reference codes of the national architecture, kept beside the elements that carry them."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from archrepo.model.dasar import Bilangan, Dasar


class KodeReferensi(Dasar):
    """One node of RAB, RAL, RAD, RAA, RAI or RAK in a given version. ``aktif`` is ya or tidak."""

    __tablename__ = "kode_referensi"

    kode: Mapped[str] = mapped_column(primary_key=True)
    versi: Mapped[str] = mapped_column(primary_key=True)
    nama: Mapped[str]
    tingkat: Mapped[Bilangan]
    induk_kode: Mapped[str | None]
    aktif: Mapped[str] = mapped_column(server_default="ya")
    keyakinan: Mapped[str | None]
