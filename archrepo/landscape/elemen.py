"""The records of the read model: one frozen ``Elemen``, and typed ones for the kinds that rules read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from archrepo.declarations.nasional import NASIONAL as NASIONAL  # the readers' name for it
from archrepo.names import host_of

Value = str | int | float | date | tuple[str, ...] | None
"""What a field holds: text, a vocabulary id or the word as written, a whole number (also a year, an amount in rupiah,
or the id of another element), a decimal number, a day, or nothing."""


@dataclass(frozen=True, slots=True)
class Sumber:
    """One row of a file that named an element. ``row`` is Excel's number; ``pelapor_id`` the unit whose list it was."""

    file: str
    sheet: str
    row: int
    pelapor_id: int | None = None
    batch: int | None = None

    def __str__(self) -> str:
        return f"{self.file}!{self.sheet}!{self.row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Elemen:
    """One object of the architecture.

    ``kode`` is unique within its Instansi (``instansi_id``); ``perangkat_daerah_id`` or ``instansi_luar_id`` is the
    owner, both None while it is to be confirmed. ``keadaan`` is the state of the record: tercatat or perlu_konfirmasi
    (removed and merged ones are not loaded). ``lain`` holds the declared fields that have no typed place.
    """

    id: int
    kelas: str
    kode: str
    nama: str
    instansi_id: int
    deskripsi: str | None = None
    perangkat_daerah_id: int | None = None
    instansi_luar_id: int | None = None
    kode_referensi: str | None = None
    kondisi: str = "saat_ini"
    berlaku_mulai: date | None = None
    berlaku_sampai: date | None = None
    keyakinan: str | None = None
    keadaan: str = "tercatat"
    tidak_lagi_dilaporkan: bool = False
    versi: int = 1
    sumber: tuple[Sumber, ...] = ()
    catatan: Mapping[str, str] = field(default_factory=dict, compare=False)
    lain: Mapping[str, Value] = field(default_factory=dict, compare=False)

    @property
    def pemilik_id(self) -> int | None:
        """Id of the owner, a PerangkatDaerah or an InstansiLuar; None while to be confirmed."""
        return self.perangkat_daerah_id if self.perangkat_daerah_id is not None else self.instansi_luar_id

    def nilai(self, name: str) -> Value:
        """Return the value of a declared field, wherever it is kept; None when empty."""
        # A class may declare a field that every record has in another sense: versi of a product, nilai of a budget.
        if name in self.lain:
            return self.lain[name]
        value: Value = getattr(self, name) if name in type(self).__dataclass_fields__ else None
        return value

    def is_valid_on(self, day: date) -> bool:
        """Whether the day lies within berlaku_mulai and berlaku_sampai, both included, either open."""
        started = self.berlaku_mulai is None or self.berlaku_mulai <= day
        return started and (self.berlaku_sampai is None or day <= self.berlaku_sampai)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instansi(Elemen):
    """A government whose architecture is kept. ``domain_situs`` is its web domain, such as ``tabanankab.go.id``."""

    domain_situs: str | None = None
    walidata_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PerangkatDaerah(Elemen):
    """A unit of the regional government. ``keadaan`` perlu_konfirmasi marks one that a file named and nobody knew."""

    singkatan: str | None = None
    tipe: str | None = None
    induk_id: int | None = None
    alias: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstansiLuar(Elemen):
    """A ministry, province, village, state firm or provider outside the regency's own units."""

    jenis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsesBisnis(Elemen):
    """An ordered set of activities by which units carry out an affair."""

    jenis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layanan(Elemen):
    """An output of value to users."""

    arah: str | None = None
    status: str | None = None
    target: str | None = None
    unit_pelaksana_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataInformasi(Elemen):
    """A data set; ``produsen`` and ``wali_data_id`` are ids of organisations."""

    produsen: int | None = None
    wali_data_id: int | None = None
    sifat: str | None = None
    jenis: str | None = None
    data_pribadi: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aplikasi(Elemen):
    """An application, site, mobile face, form or third-party service (``bentuk``).

    ``nasional`` is the id in ``aplikasi-nasional.yaml`` when the row was recognised as that national application.
    ``dasar_pemilik`` says where the owner comes from: kolom, nasional, pelapor_tunggal or manual.
    """

    singkatan: str | None = None
    alias: tuple[str, ...] = ()
    bentuk: str | None = None
    fungsi: str | None = None
    basis: str | None = None
    jenis: str | None = None
    kepemilikan: str | None = None
    sasaran: str | None = None
    status: str | None = None
    url: str | None = None
    tahun_dibuat: int | None = None
    basis_data: str | None = None
    klaim_integrasi: str | None = None
    pengembang: int | None = None
    nasional: str | None = None
    dasar_pemilik: str | None = None

    @property
    def host(self) -> str | None:
        """Host of ``url``, lower case, without ``www.``."""
        return host_of(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class AntarmukaApi(Elemen):
    """A named point through which an application offers data or functions."""

    aplikasi_id: int | None = None
    protokol: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Integrasi(Elemen):
    """A flow of data from ``dari_id`` (Aplikasi) to ``ke_id`` (Aplikasi or InstansiLuar)."""

    dari_id: int
    ke_id: int
    jalur: str | None = None
    api_id: int | None = None
    spl_id: int | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Penempatan(Elemen):
    """Where an application runs. ``lokasi`` is a word of lokasi_hosting or the text as written; ``fasilitas_id`` is a
    FasilitasKomputasi, KomputasiAwan or Server, where known."""

    aplikasi_id: int
    lokasi: str | None = None
    fasilitas_id: int | None = None
    lingkungan: str | None = None
    mulai: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FasilitasKomputasi(Elemen):
    """A place built to run computers."""

    jenis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server(Elemen):
    """A physical or virtual machine; ``fasilitas_id`` is the room it stands in."""

    bentuk: str | None = None
    fasilitas_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SistemPenghubungLayanan(Elemen):
    """The regency's own SPL (jenis spl_daerah) or the national SPLP (jenis splp)."""

    jenis: str | None = None


TYPED: Mapping[str, type[Elemen]] = MappingProxyType(
    {
        kind.__name__: kind
        for kind in (
            Instansi, PerangkatDaerah, InstansiLuar, ProsesBisnis, Layanan, DataInformasi, Aplikasi, AntarmukaApi,
            Integrasi, Penempatan, FasilitasKomputasi, Server, SistemPenghubungLayanan,
        )
    }
)  # fmt: skip
"""Typed record of each class that has one; every other class is a plain Elemen."""
