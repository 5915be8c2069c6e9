"""A regency of realistic size, for reports: 43 units and some 180 applications with the faults that really occur."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files
from itertools import cycle

from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder

UNITS = """
Setda|Sekretariat Daerah|sekretariat_daerah
Setwan|Sekretariat DPRD|sekretariat_dprd
Inspektorat|Inspektorat Daerah|inspektorat
Disdik|Dinas Pendidikan|dinas
Dinkes|Dinas Kesehatan|dinas
PUPRPKP|Dinas Pekerjaan Umum, Penataan Ruang, Perumahan, dan Kawasan Permukiman|dinas
Satpol PP|Satuan Polisi Pamong Praja|dinas
BPBD|Badan Penanggulangan Bencana Daerah|badan
DinsosP3A|Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak|dinas
Disnaker|Dinas Tenaga Kerja|dinas
Diskop UKM|Dinas Koperasi dan UKM|dinas
DKP|Dinas Ketahanan Pangan|dinas
Diskan|Dinas Perikanan|dinas
DLH|Dinas Lingkungan Hidup|dinas
Disdukcapil|Dinas Kependudukan dan Pencatatan Sipil|dinas
DPMD|Dinas Pemberdayaan Masyarakat dan Desa|dinas
DPPKB|Dinas Pengendalian Penduduk dan Keluarga Berencana|dinas
Dishub|Dinas Perhubungan|dinas
Diskominfo|Dinas Komunikasi dan Informatika|dinas
DPMPTSP|Dinas Penanaman Modal dan Pelayanan Perizinan Terpadu Satu Pintu|dinas
Disbud|Dinas Kebudayaan|dinas
Disperpusip|Dinas Perpustakaan dan Arsip|dinas
Dispar|Dinas Pariwisata|dinas
Distan|Dinas Pertanian & Pangan Hortikultura|dinas
Disperindag|Dinas Perindustrian dan Perdagangan|dinas
Bapelitbang|Badan Perencanaan Pembangunan, Penelitian, dan Pengembangan|badan
Bakeuda|Badan Keuangan Daerah|badan
BKPSDM|Badan Kepegawaian dan Pengembangan Sumber Daya Manusia|badan
Kesbangpol|Badan Kesatuan Bangsa dan Politik|kesbangpol
Bapenda|Badan Pendapatan Daerah|badan
BRIDA|Badan Riset dan Inovasi Daerah|badan
RSUD A|Rumah Sakit Umum Daerah A|rsud
RSUD B|Rumah Sakit Umum Daerah B|rsud
Kec. Utara|Kecamatan Utara|kecamatan
Kec. Selatan|Kecamatan Selatan|kecamatan
Kec. Barat|Kecamatan Barat|kecamatan
Kec. Timur|Kecamatan Timur|kecamatan
Kec. Tengah|Kecamatan Tengah|kecamatan
Kec. Pesisir|Kecamatan Pesisir|kecamatan
Kec. Bukit|Kecamatan Bukit|kecamatan
Kec. Hulu|Kecamatan Hulu|kecamatan
Kec. Hilir|Kecamatan Hilir|kecamatan
Kec. Danau|Kecamatan Danau|kecamatan
"""
_SILENT = frozenset({"BRIDA", "Disbud", "Kec. Danau"})
_OF_AFFAIR = {
    "Kepegawaian": "BKPSDM", "Pengawasan": "Inspektorat", "Akuntabilitas Kinerja": "Setda", "Pelayanan Publik": "Setda",
    "Hukum": "Setda", "Komunikasi dan Informatika": "Diskominfo", "Kearsipan": "Disperpusip",
    "Perpustakaan": "Disperpusip", "Statistik": "Diskominfo", "Tata Ruang": "PUPRPKP", "Persandian": "Diskominfo",
    "Keuangan": "Bakeuda", "Pendapatan": "Bapenda", "Perencanaan": "Bapelitbang", "Penelitian": "Bapelitbang",
    "Kependudukan": "Disdukcapil", "Kesehatan": "Dinkes", "Pendidikan": "Disdik", "Sosial": "DinsosP3A",
    "Pemberdayaan Desa": "DPMD", "Tenaga Kerja": "Disnaker", "Perhubungan": "Dishub", "Pariwisata": "Dispar",
    "Ketertiban Umum": "Satpol PP", "Kesatuan Bangsa": "Kesbangpol", "Sekretariat DPRD": "Setwan", "Umum": "Setda",
    "Aset": "Bakeuda", "Protokol": "Setda", "Kewilayahan": "Kec. Utara",
}  # fmt: skip
_PLACES = (
    "server_opd", "hosting_komersial", "pusat_data_daerah", None, "vendor", "server_opd", "pusat_data_daerah",
    "Cloud", "hosting_komersial", "awan_publik", "luar_tanpa_rincian", None, "kolokasi", "lokal_tanpa_server",
)  # fmt: skip
_STATES = ("aktif", "aktif", "aktif", "aktif", None, "aktif", "tidak_aktif", "aktif", "pengembangan")
_OWN = (
    "e-Surat", "Buku Tamu Digital", "Sistem Informasi Layanan Terpadu", "e-Agenda", "Monitoring Kegiatan",
    "Pendaftaran Online",
)  # fmt: skip


class _Regency:
    def __init__(self) -> None:
        self.b = Builder(as_of=date(2026, 6, 30))
        self.places = cycle(_PLACES)
        self.states = cycle(_STATES)
        self.claims = cycle(("tidak", None, "ya", "tidak", None))
        self.units: dict[str, int] = {}
        self.row = 4

    def add_units(self) -> None:
        for line in UNITS.strip().splitlines():
            singkatan, nama, tipe = line.split("|")
            parent = self.units.get("Dinkes") if tipe == "rsud" else None
            self.units[singkatan] = self.b.unit(nama, singkatan=singkatan, tipe=tipe, induk_id=parent)

    def source(self, unit: str) -> dict[str, object]:
        self.row += 1
        return {"sumber": self.b.sumber(f"Inventaris {unit}.xlsx", self.row, self.units[unit], "Aplikasi")}

    def application(self, nama: str, unit: str, **fields: object) -> int:
        owner = self.units[unit]
        given: dict[str, object] = {
            "pemilik": owner,
            "pelapor": owner,
            "hosting": next(self.places),
            "status": next(self.states),
            "klaim_integrasi": next(self.claims),
            **self.source(unit),
            **fields,
        }
        return self.b.aplikasi(nama, **given)  # type: ignore[arg-type]


def _facilities(regency: _Regency) -> tuple[int, int, int]:
    b = regency.b
    owner = regency.units["Diskominfo"]
    centre = b.add("FasilitasKomputasi", "Pusat Data Diskominfo", jenis="pusat_data", perangkat_daerah_id=owner)
    bus = b.add("SistemPenghubungLayanan", "SPL Kabupaten Contoh", jenis="spl_daerah", perangkat_daerah_id=owner)
    room = b.add(
        "FasilitasKomputasi",
        "Ruang Server RSUD A",
        jenis="pusat_komputasi",
        perangkat_daerah_id=regency.units["RSUD A"],
    )
    return centre, bus, room


def _regional(regency: _Regency, rows: list[dict[str, str]]) -> list[int]:
    found = []
    for row in rows:
        unit = _OF_AFFAIR.get(row["urusan"], "Setda")
        site = row["name"].startswith("Website")
        host = row["name"].casefold().replace(" ", "").replace("/", "")
        found.append(
            regency.application(
                f"{row['name']} Contoh" if site else row["name"],
                unit,
                bentuk="situs_informasi" if site else "sistem",
                url=f"https://{host}.contohkab.go.id",
                fungsi=row["function"],
            )
        )
    return found


def _national(regency: _Regency, rows: list[dict[str, str]]) -> None:
    reporting = [unit for unit in regency.units if unit not in _SILENT]
    for number, row in enumerate(rows):
        named = [regency.units[reporting[(number * 5 + step * 7) % len(reporting)]] for step in range(1 + number % 9)]
        regency.b.aplikasi(
            row["name"], nasional="srikandi" if number == 0 else "", pelapor=tuple(dict.fromkeys(named)),
            status="aktif", hosting="pusat_kl" if number % 3 else None,
        )  # fmt: skip


def _own_of_units(regency: _Regency) -> None:
    for number, unit in enumerate(regency.units):
        if unit in _SILENT:
            continue
        regency.application(f"{_OWN[number % len(_OWN)]} {unit}", unit)
        regency.application(f"Website {unit}", unit, bentuk="situs_informasi")
        if number % 7 == 0:
            regency.application(f"Formulir Survei {unit}", unit, bentuk="formulir_tautan", hosting=None)


def _odd_ones(regency: _Regency, bus: int, centre: int, room: int) -> None:
    b, units = regency.b, regency.units
    regency.application('=HYPERLINK("http://contoh.test","klik")', "Dishub", hosting="server_opd", status="aktif")
    regency.application("SIM <Tata> & Ruang \"Terpadu\" | 'RDTR'", "PUPRPKP", hosting="vendor", status="aktif")
    regency.application("Sistem Informasi " + "Sangat Panjang Sekali " * 9, "DLH", hosting=None, status="aktif")
    shared = tuple(units[name] for name in units if name.startswith("Kec."))[:6]
    regency.application("SIMPEG Kecamatan", "Kec. Utara", pemilik=None, pelapor=shared, hosting=None, status="aktif")
    inside = regency.application(
        "Data Warehouse Daerah", "Diskominfo", hosting="pusat_data_daerah", fasilitas=centre, status="aktif"
    )
    direct = regency.application("SIMRS Klinik A", "RSUD A", hosting=None, fasilitas=room, status="aktif")
    b.integrasi(direct, inside, jalur="titik_ke_titik")
    through = regency.application("e-Kinerja Daerah", "BKPSDM", hosting="server_opd", status="aktif")
    b.integrasi(through, inside, jalur="spl", spl_id=bus)
    b.integrasi(inside, through, jalur="splp")


def kabupaten_contoh() -> Landscape:
    """Return the regency: 43 units of which three reported nothing, about 180 applications, of every kind and state."""
    regency = _Regency()
    regency.add_units()
    centre, bus, room = _facilities(regency)
    text = files("archrepo.schema").joinpath("nama-aplikasi.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    _regional(regency, [row for row in rows if row["cakupan"] == "daerah"])
    _national(regency, [row for row in rows if row["cakupan"] == "nasional"][:28])
    _own_of_units(regency)
    _odd_ones(regency, bus, centre, room)
    return regency.b.build()
