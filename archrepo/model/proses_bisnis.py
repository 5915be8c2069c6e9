"""Domain 1: business processes."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, synonym

from archrepo.model.elemen import Elemen, Turunan


class ProsesBisnis(Turunan, Elemen):
    """An ordered set of activities by which units carry out an affair; the master to which services, data and
    applications hang.
    """

    rab: Mapped[str | None] = synonym("kode_referensi")
    jenis: Mapped[str | None]
    dokumen: Mapped[str | None]
    lintas_opd: Mapped[str | None]
