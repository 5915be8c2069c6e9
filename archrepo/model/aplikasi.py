"""Domain 4: applications, their interfaces, exchanges and placements."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, synonym

from archrepo.model.dasar import Bilangan, rujukan
from archrepo.model.elemen import Elemen, Turunan


class Aplikasi(Turunan, Elemen):
    """Programs and procedures that run a service; Umum when decreed as shared for all agencies, Khusus when built
    for one agency's own need.
    """

    raa: Mapped[str | None] = synonym("kode_referensi")
    singkatan: Mapped[str | None]
    bentuk: Mapped[str | None]
    fungsi: Mapped[str | None]
    luaran: Mapped[str | None]
    basis: Mapped[str | None]
    tipe_lisensi: Mapped[str | None]
    basis_data: Mapped[str | None]
    jenis: Mapped[str | None]
    kepemilikan: Mapped[str | None]
    sasaran: Mapped[str | None]
    status: Mapped[str | None]
    sebab_tidak_aktif: Mapped[str | None]
    tahap: Mapped[str | None]
    url: Mapped[str | None]
    tahun_dibuat: Mapped[int | None]
    bahasa: Mapped[str | None]
    kerangka: Mapped[str | None]
    pengembang: Mapped[int | None] = rujukan("elemen")
    unit_operasional_id: Mapped[int | None] = rujukan("perangkat_daerah")
    repositori: Mapped[str | None]
    nomor_pse: Mapped[str | None]
    kategori_se: Mapped[str | None]
    jumlah_pengguna: Mapped[Bilangan | None]
    kelompok_pengguna: Mapped[str | None]
    klaim_integrasi: Mapped[str | None]
    alias: Mapped[list[str] | None]
    nasional: Mapped[str | None] = mapped_column(index=True)
    dasar_pemilik: Mapped[str | None]


class AntarmukaApi(Turunan, Elemen):
    """A named point through which an application offers data or functions to others, published on the service bus
    or offered directly.
    """

    aplikasi_id: Mapped[int | None] = rujukan("aplikasi")
    alamat: Mapped[str | None]
    protokol: Mapped[str | None]
    kontrak: Mapped[str | None]


class Integrasi(Turunan, Elemen):
    """A flow of data from one application to another, with its path and state."""

    dari_id: Mapped[int] = rujukan("aplikasi", required=True, index=True)
    ke_id: Mapped[int] = rujukan("elemen", required=True, index=True)
    jalur: Mapped[str | None]
    api_id: Mapped[int | None] = rujukan("antarmuka_api")
    spl_id: Mapped[int | None] = rujukan("sistem_penghubung_layanan")
    frekuensi: Mapped[str | None]
    status: Mapped[str | None]


class Penempatan(Turunan, Elemen):
    """Where an application or its database really runs, since when, with proof; one current placement for
    production, others for test or backup.
    """

    aplikasi_id: Mapped[int] = rujukan("aplikasi", required=True, index=True)
    lokasi: Mapped[str | None]
    fasilitas_id: Mapped[int | None] = rujukan("elemen")
    lingkungan: Mapped[str | None]
    bentuk: Mapped[str | None]
    alamat_ip: Mapped[str | None]
    mulai: Mapped[date | None]
    bukti_id: Mapped[int | None] = rujukan("bukti_dukung")
