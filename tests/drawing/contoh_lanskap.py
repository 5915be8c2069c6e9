"""A regency to look at: 43 units, 180 applications with placements and exchanges, one service in all layers."""

from __future__ import annotations

import csv
import random
from importlib.resources import files
from itertools import pairwise
from typing import Any

from archrepo.landscape.builder import Builder
from archrepo.landscape.landscape import Landscape

UNITS = (
    "Sekretariat Daerah|Setda|sekretariat_daerah", "Sekretariat DPRD|Setwan|sekretariat_dprd",
    "Inspektorat Daerah|Inspektorat|inspektorat", "Dinas Pendidikan|Disdik|dinas", "Dinas Kesehatan|Dinkes|dinas",
    "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan, dan Kawasan Permukiman|PUPRPKP|dinas",
    "Satuan Polisi Pamong Praja|Satpol PP|dinas", "Badan Penanggulangan Bencana Daerah|BPBD|badan",
    "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak|DinsosP3A|dinas", "Dinas Tenaga Kerja|Disnaker|dinas",
    "Dinas Koperasi dan UKM|Diskop UKM|dinas", "Dinas Ketahanan Pangan|DKP|dinas", "Dinas Perikanan|Diskan|dinas",
    "Dinas Lingkungan Hidup|DLH|dinas", "Dinas Kependudukan dan Pencatatan Sipil|Disdukcapil|dinas",
    "Dinas Pemberdayaan Masyarakat dan Desa|DPMD|dinas",
    "Dinas Pengendalian Penduduk dan Keluarga Berencana|DPPKB|dinas", "Dinas Perhubungan|Dishub|dinas",
    "Dinas Komunikasi dan Informatika|Diskominfo|dinas",
    "Dinas Penanaman Modal dan Pelayanan Perizinan Terpadu Satu Pintu|DPMPTSP|dinas", "Dinas Kebudayaan|Disbud|dinas",
    "Dinas Perpustakaan dan Arsip|Disperpusip|dinas", "Dinas Pariwisata|Dispar|dinas", "Dinas Pertanian|Distan|dinas",
    "Dinas Perindustrian dan Perdagangan|Disperindag|dinas",
    "Badan Perencanaan Pembangunan, Penelitian, dan Pengembangan|Bapelitbang|badan",
    "Badan Keuangan Daerah|Bakeuda|badan", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia|BKPSDM|badan",
    "Badan Kesatuan Bangsa dan Politik|Kesbangpol|kesbangpol", "Badan Pendapatan Daerah|Bapenda|badan",
    "Badan Riset dan Inovasi Daerah|BRIDA|badan", "Rumah Sakit Umum Daerah Tabanan|RSUD Tabanan|rsud",
    "Rumah Sakit Umum Daerah Singasana|RSUD Singasana|rsud",
    *(f"Kecamatan {name}|Kec. {name}|kecamatan" for name in (
        "Tabanan", "Kediri", "Kerambitan", "Selemadeg", "Selemadeg Barat", "Selemadeg Timur", "Penebel", "Marga",
        "Baturiti", "Pupuan")),
)  # fmt: skip

_STATUS = (*["aktif"] * 11, "pemeliharaan", "pengembangan", "tidak_aktif", "tidak_aktif", "usulan", "dihentikan", None)
_PLACES = (
    "server_opd",
    "server_opd",
    "hosting_komersial",
    "vendor",
    "awan_publik",
    "kolokasi",
    "luar_tanpa_rincian",
    None,
)
_FORMS = (*["sistem"] * 9, "situs_informasi", "kanal_mobile", "formulir_tautan")


def sample_names() -> list[tuple[str, str, str]]:
    """Return name, expansion and reach (nasional, daerah) of known applications."""
    text = files("archrepo.schema").joinpath("nama-aplikasi.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return [(row["name"], row["expansion"], row["cakupan"]) for row in rows]


def regency(count: int = 180, *, seed: int = 7) -> Landscape:
    """Return the sample regency with about so many applications."""
    rng = random.Random(seed)  # noqa: S311 - a sample, no secret
    b = Builder(domain="tabanankab.go.id")
    units = [_unit(b, text) for text in UNITS]
    files_of = {unit: f"Inventaris-{number:02d}.xlsx" for number, unit in enumerate(units)}
    centre = b.add("FasilitasKomputasi", "Pusat Data Kabupaten", jenis="pusat_data", perangkat_daerah_id=units[18])
    server = b.add("Server", "srv-apl-01", fasilitas_id=centre, bentuk="virtual", perangkat_daerah_id=units[18])
    spl = b.add("SistemPenghubungLayanan", "SPL Kabupaten", jenis="spl_daerah")
    b.add("SistemPenghubungLayanan", "SPLP Nasional", jenis="splp", instansi=b.nasional)
    names = sample_names()
    ours = [(name, long) for name, long, reach in names if reach == "daerah"]
    inside: list[int] = []
    outside: list[int] = []
    running: set[int] = set()
    for name, _long, reach in names:
        if reach == "nasional" and rng.random() < 0.45:
            users = tuple(rng.sample(units, rng.randint(1, 20)))
            b.aplikasi(name, nasional=name.lower(), pengguna=users, hosting="pusat_kl", status="aktif")
    owners = [unit for unit in units[:33] for _again in range(rng.choice((1, 2, 3, 4, 6)))] or units
    for number in range(max(count - 50, 1)):
        name, long = ours[number % len(ours)]
        suffix = "" if number < len(ours) else f" {UNITS[number % 33].split('|')[1]}"
        shown = f"{name}{suffix}" if rng.random() < 0.75 else f"{long}{suffix}"
        owner = owners[(number * 7) % len(owners)]
        is_inside = rng.random() < 0.22
        status = rng.choice(_STATUS)
        app = b.aplikasi(
            shown,
            pemilik=owner if rng.random() < 0.93 else None,
            pelapor=owner,
            status=status,
            bentuk=rng.choice(_FORMS),
            hosting=None if is_inside else rng.choice(_PLACES),
            fasilitas=(server if rng.random() < 0.5 else centre) if is_inside else None,
            sumber=b.sumber(files_of[owner], number + 5, owner),
        )
        (inside if is_inside else outside).append(app)
        if status in ("aktif", "pemeliharaan"):
            running.add(app)
    active = [app for app in inside if app in running]
    outside = [app for app in outside if app in running]
    if len(active) < 2:
        outside = []
    for app in outside[:9]:
        b.integrasi(app, active[0], jalur="spl", spl_id=spl)
    for app in outside[9:15]:
        b.integrasi(app, active[1], jalur="titik_ke_titik")
    for app in active[2:7]:
        b.integrasi(app, active[1], jalur="spl", spl_id=spl)
    _service(b, units, server, centre, spl)
    _around_it(b, units, centre, spl)
    return b.build()


def _unit(b: Builder, text: str) -> int:
    name, short, kind = text.split("|")
    return b.unit(name, singkatan=short, tipe=kind)


def _around_it(b: Builder, units: list[int], centre: int, spl: int) -> None:
    """What the views of one layer show: network, affairs, stewards, road map."""
    network = b.add("JaringanIntra", "Jaringan Intra Kabupaten", bandwidth=1000, perangkat_daerah_id=units[18])
    b.relasi("R30", network, centre)
    for unit in units[:30]:
        b.relasi("R31", network, unit)
    for number, unit in enumerate(units[:33]):
        b.relasi("R02", unit, b.add("Urusan", f"Urusan {number}", kode=f"{number:02d}"))
    b.add("Server", "srv-cadangan", fasilitas_id=centre, perangkat_daerah_id=units[18])
    b.add(
        "DataInformasi",
        "Data Statistik",
        produsen=units[18],
        wali_data_id=units[18],
        sifat="terbuka",
        data_pribadi="tidak",
    )
    plan: dict[str, Any] = {
        "status": "berjalan",
        "tahun_mulai": 2025,
        "tahun_selesai": 2027,
        "perangkat_daerah_id": units[18],
    }
    first = b.add("InisiatifPetaRencana", "Pemindahan ke Pusat Data", muatan="infrastruktur_spbe", **plan)
    b.add("InisiatifPetaRencana", "Tanpa tahun", muatan="aplikasi_spbe")
    b.relasi("R42", first, spl)
    b.relasi("R45", b.add("ItemAnggaran", "Peladen", nilai=850_000_000, tahun=2026), first)


def _service(b: Builder, units: list[int], server: int, centre: int, spl: int) -> None:
    """One service through the six layers."""
    permit = b.add("Layanan", "Perizinan Berusaha dan Nonperizinan", perangkat_daerah_id=units[19])
    other = b.add("Layanan", "Pengaduan Masyarakat", perangkat_daerah_id=units[18])
    processes = [
        b.add("ProsesBisnis", name)
        for name in ("Penerimaan permohonan", "Verifikasi berkas dan peninjauan lapangan", "Penerbitan izin")
    ]
    data = [
        b.add("DataInformasi", name, produsen=units[19])
        for name in ("Data Permohonan Izin", "Data Pelaku Usaha", "Data Retribusi", "Data Kependudukan (NIK)")
    ]
    second = b.add("Server", "srv-db-02", fasilitas_id=centre, bentuk="fisik")
    platform = b.add("PerangkatLunakPlatform", "PostgreSQL 15", tipe="Sistem Database")
    applications = [
        b.aplikasi("SiCantik Cloud", pemilik=units[19], hosting="pusat_kl", layanan=(permit,), data=tuple(data[:2])),
        b.aplikasi("SIMTARU", pemilik=units[5], fasilitas=server, layanan=(permit,), data=(data[1],)),
        b.aplikasi(
            "e-Retribusi", pemilik=units[29], fasilitas=second, layanan=(permit, other), data=(data[2],), status="aktif"
        ),
    ]
    for earlier, later in pairwise(processes):
        b.relasi("R06", earlier, later)
    for process in processes:
        b.relasi("R04", process, permit)
    b.relasi("R09", applications[0], processes[0])
    b.relasi("R09", applications[1], processes[1])
    b.relasi("R12", permit, data[3])
    b.relasi("R29", platform, applications[2])
    api = b.add("AntarmukaApi", "API Retribusi", aplikasi_id=applications[2])
    b.relasi("R22", spl, api)
    b.integrasi(applications[0], applications[2], jalur="spl", spl_id=spl)
    for application, names in (
        (applications[0], ("Autentikasi", "Kontrol akses")),
        (applications[2], ("Kriptografi", "Proteksi data", "Pencatatan log")),
    ):
        for name in names:
            b.relasi("R33", application, b.add("KontrolKeamanan", name, kelompok=name))
    b.add("KategorisasiSistemElektronik", "Kategori SE e-Retribusi: Tinggi", aplikasi_id=applications[2])
    b.relasi("R34", b.add("ProgramKeamanan", "Uji kerentanan 2026", jenis="kerentanan"), applications[0])


def many_regencies(regencies: int, each: int, *, seed: int = 3) -> Landscape:
    """Return so many governments with so many applications each, over five units."""
    rng = random.Random(seed)  # noqa: S311 - a sample, no secret
    b = Builder()
    for number in range(regencies):
        home = b.another_instansi(f"Kabupaten {number:03d}")
        units = [b.unit(f"Dinas {place}", instansi=home, tipe="dinas") for place in "ABCDE"]
        for serial in range(each):
            b.aplikasi(
                f"Aplikasi {number}-{serial}",
                pemilik=units[serial % 5],
                instansi=home,
                status=rng.choice(_STATUS),
                hosting=rng.choice((*_PLACES, "pusat_data_daerah")),
            )
    return b.build()
