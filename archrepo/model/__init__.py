"""The stored architecture: mapped classes, one module a domain, with the rules that hold on every write."""

from archrepo.model import penjaga  # noqa: F401 - registers the checks that run before a flush
from archrepo.model.acuan import KodeReferensi
from archrepo.model.aplikasi import AntarmukaApi, Aplikasi, Integrasi, Penempatan
from archrepo.model.catatan import (
    AliasUnit,
    AsalBaris,
    Batch,
    CatatanImpor,
    Keputusan,
    LembarSumber,
    Pengesampingan,
    PetaKolom,
    SumberBerkas,
    Urutan,
)
from archrepo.model.dasar import Dasar
from archrepo.model.data import DataInformasi
from archrepo.model.elemen import Elemen
from archrepo.model.infrastruktur import (
    FasilitasKomputasi,
    JaringanIntra,
    KomputasiAwan,
    MediaPenyimpanan,
    PerangkatJaringan,
    PerangkatKeamanan,
    PerangkatLunakPlatform,
    PerangkatPeriferal,
    Server,
    SistemPenghubungLayanan,
)
from archrepo.model.jurnal import Jurnal, KonteksJurnal, PenghapusanJurnal, Segel, TitikRilis
from archrepo.model.keamanan import KategorisasiSistemElektronik, KontrolKeamanan, ProgramKeamanan
from archrepo.model.layanan import Layanan
from archrepo.model.organisasi import Instansi, InstansiLuar, PerangkatDaerah, PeranKontak, Urusan
from archrepo.model.penilaian import BuktiDukung, Indikator, Penilaian, TimAsesor
from archrepo.model.proses_bisnis import ProsesBisnis
from archrepo.model.relasi import Relasi
from archrepo.model.tata_kelola import (
    AuditTik,
    Clearance,
    DokumenManajemen,
    InisiatifPetaRencana,
    ItemAnggaran,
    Kesenjangan,
    KetentuanRegulasi,
    KompetensiSdm,
    ProgramKerja,
    Regulasi,
    RilisArsitektur,
    Risiko,
    Temuan,
    TimKoordinasi,
)

__all__ = [
    "AliasUnit",
    "AntarmukaApi",
    "Aplikasi",
    "AsalBaris",
    "AuditTik",
    "Batch",
    "BuktiDukung",
    "CatatanImpor",
    "Clearance",
    "Dasar",
    "DataInformasi",
    "DokumenManajemen",
    "Elemen",
    "FasilitasKomputasi",
    "Indikator",
    "InisiatifPetaRencana",
    "Instansi",
    "InstansiLuar",
    "Integrasi",
    "ItemAnggaran",
    "JaringanIntra",
    "Jurnal",
    "KategorisasiSistemElektronik",
    "Keputusan",
    "Kesenjangan",
    "KetentuanRegulasi",
    "KodeReferensi",
    "KompetensiSdm",
    "KomputasiAwan",
    "KonteksJurnal",
    "KontrolKeamanan",
    "Layanan",
    "LembarSumber",
    "MediaPenyimpanan",
    "Penempatan",
    "Pengesampingan",
    "PenghapusanJurnal",
    "Penilaian",
    "PeranKontak",
    "PerangkatDaerah",
    "PerangkatJaringan",
    "PerangkatKeamanan",
    "PerangkatLunakPlatform",
    "PerangkatPeriferal",
    "PetaKolom",
    "ProgramKeamanan",
    "ProgramKerja",
    "ProsesBisnis",
    "Regulasi",
    "Relasi",
    "RilisArsitektur",
    "Risiko",
    "Segel",
    "Server",
    "SistemPenghubungLayanan",
    "SumberBerkas",
    "Temuan",
    "TimAsesor",
    "TimKoordinasi",
    "TitikRilis",
    "Urusan",
    "Urutan",
]
