"""Domain 5: facilities, machines, networks and platforms."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from archrepo.model.dasar import Bilangan, Rupiah, rujukan
from archrepo.model.elemen import Elemen, Turunan


class FasilitasKomputasi(Turunan, Elemen):
    """A place built to run computers: data centre, computing room or control room."""

    jenis: Mapped[str | None]
    alias: Mapped[str | None]
    bandwidth_intranet: Mapped[Bilangan | None]
    bandwidth_internet: Mapped[Bilangan | None]
    lokasi: Mapped[str | None]
    status_kepemilikan: Mapped[str | None]
    nama_pemilik: Mapped[str | None]
    tier: Mapped[str | None]
    pengamanan: Mapped[str | None]


class KomputasiAwan(Turunan, Elemen):
    """Computing resources rented or shared over a network."""

    tipe: Mapped[str | None]
    status_kepemilikan: Mapped[str | None]
    nama_pemilik: Mapped[str | None]
    biaya_layanan: Mapped[Rupiah | None]
    jangka_waktu: Mapped[str | None]


class Server(Turunan, Elemen):
    """A physical or virtual machine that runs services."""

    bentuk: Mapped[str | None]
    jenis_penggunaan: Mapped[str | None]
    status_kepemilikan: Mapped[str | None]
    nama_pemilik: Mapped[str | None]
    memori_gb: Mapped[Bilangan | None]
    prosesor: Mapped[str | None]
    penyimpanan_gb: Mapped[Bilangan | None]
    fasilitas_id: Mapped[int | None] = rujukan("fasilitas_komputasi")


class PerangkatPeriferal(Turunan, Elemen):
    """Input, output and supporting devices."""

    tipe: Mapped[str | None]


class MediaPenyimpanan(Turunan, Elemen):
    """Shared storage apart from servers."""

    status_kepemilikan: Mapped[str | None]
    nama_pemilik: Mapped[str | None]
    penyimpanan_gb: Mapped[Bilangan | None]
    metode_akses: Mapped[str | None]


class PerangkatJaringan(Turunan, Elemen):
    """Devices that carry traffic."""

    tipe: Mapped[str | None]
    status_kepemilikan: Mapped[str | None]
    nama_pemilik: Mapped[str | None]


class PerangkatKeamanan(Turunan, Elemen):
    """Devices that watch or guard traffic and systems."""

    tipe: Mapped[str | None]
    status_kepemilikan: Mapped[str | None]
    nama_pemilik: Mapped[str | None]


class PerangkatLunakPlatform(Turunan, Elemen):
    """Operating system, database system or utility on which applications rest (three portal objects in one class)."""

    tipe: Mapped[str | None]
    produk: Mapped[str | None]
    # The counter of the element has the name already; the column keeps the declared one.
    versi_produk: Mapped[str | None] = mapped_column("versi")
    jenis_lisensi: Mapped[str | None]
    nama_pemilik: Mapped[str | None]
    validitas_lisensi: Mapped[date | None]


class JaringanIntra(Turunan, Elemen):
    """The closed network that joins the units' nodes, self-built or leased."""

    jenis: Mapped[str | None]
    status_kepemilikan: Mapped[str | None]
    nama_pemilik: Mapped[str | None]
    media: Mapped[str | None]
    bandwidth: Mapped[Bilangan | None]


class SistemPenghubungLayanan(Turunan, Elemen):
    """The integration platform through which services exchange data: the regency's own SPL or the national SPLP."""

    jenis: Mapped[str | None]
    nama_pemilik: Mapped[str | None]
