"""Who keeps the architecture and who works in it: governments, units, outside bodies, roles, affairs."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from archrepo.model.dasar import rujukan
from archrepo.model.elemen import Elemen, Turunan


class Instansi(Turunan, Elemen):
    """The regency whose architecture is kept; its head sets the architecture."""

    kode_wilayah: Mapped[str | None]
    domain_situs: Mapped[str | None]
    walidata_id: Mapped[int | None] = rujukan("perangkat_daerah")


class PerangkatDaerah(Turunan, Elemen):
    """A unit of the regional government that runs affairs and owns objects in every domain.

    Its other names (``alias``) are rows of ``AliasUnit``, where imports look names up.
    """

    singkatan: Mapped[str | None]
    tipe: Mapped[str | None]
    induk_id: Mapped[int | None] = rujukan("perangkat_daerah")
    blud: Mapped[str | None]


class InstansiLuar(Turunan, Elemen):
    """A ministry, agency, province, other regency, village, state firm or vendor outside the regency's own units."""

    jenis: Mapped[str | None]


class PeranKontak(Turunan, Elemen):
    """A function that answers for an object (pengelola aplikasi, admin, narahubung data), held as a role at a unit
    with an office address; no personal names or numbers are needed.
    """

    peran: Mapped[str | None]
    surel_dinas: Mapped[str | None]


class Urusan(Turunan, Elemen):
    """An affair the regency may run; its declared ``kode`` (1.02) is the element's."""
