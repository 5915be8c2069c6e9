"""The immutable read model of the architecture, and the questions asked of it.

Readers import from here. The loader is not imported on purpose: it reaches the database, and readers must not.
"""

from archrepo.landscape.elemen import (
    AntarmukaApi,
    Aplikasi,
    DataInformasi,
    Elemen,
    FasilitasKomputasi,
    Instansi,
    InstansiLuar,
    Integrasi,
    Layanan,
    Penempatan,
    PerangkatDaerah,
    ProsesBisnis,
    Server,
    SistemPenghubungLayanan,
    Sumber,
    Value,
)
from archrepo.landscape.landscape import AliasAmbigu, Keputusan, Landscape, LembarSumber, Pengesampingan, Relasi

__all__ = [
    "AliasAmbigu",
    "AntarmukaApi",
    "Aplikasi",
    "DataInformasi",
    "Elemen",
    "FasilitasKomputasi",
    "Instansi",
    "InstansiLuar",
    "Integrasi",
    "Keputusan",
    "Landscape",
    "Layanan",
    "LembarSumber",
    "Penempatan",
    "Pengesampingan",
    "PerangkatDaerah",
    "ProsesBisnis",
    "Relasi",
    "Server",
    "SistemPenghubungLayanan",
    "Sumber",
    "Value",
]
