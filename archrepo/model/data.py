"""Domain 3: data sets."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, synonym

from archrepo.model.dasar import rujukan
from archrepo.model.elemen import Elemen, Turunan


class DataInformasi(Turunan, Elemen):
    """A data set kept in electronic form, with a producer, its openness and how often it is renewed; the walidata
    is the government's own unless another unit is named; the portal calls the field Penanggung Jawab Data/Wali
    Data.
    """

    rad: Mapped[str | None] = synonym("kode_referensi")
    tujuan: Mapped[str | None]
    sifat: Mapped[str | None]
    jenis: Mapped[str | None]
    validitas: Mapped[str | None]
    produsen: Mapped[int | None] = rujukan("elemen")
    wali_data_id: Mapped[int | None] = rujukan("perangkat_daerah")
    informasi_masukan: Mapped[str | None]
    informasi_luaran: Mapped[str | None]
    interoperabilitas: Mapped[str | None]
    data_pribadi: Mapped[str | None]
    klasifikasi: Mapped[str | None]
    data_induk: Mapped[str | None]
