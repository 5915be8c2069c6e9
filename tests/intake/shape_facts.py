# ruff: noqa: E501 - words of one meaning, and the cells of one row, stand on one line
"""Rows of the sample regency, and others of its make, as the facts that a drawn workbook tells."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from archrepo.names import squeeze

TABANAN = Path(__file__).parents[2] / "examples" / "tabanan"
UNIT_FILE = TABANAN / "perangkat-daerah.yaml"
REGION = "Kabupaten Tabanan"

# Names that begin as rows do which are no data, hold commas, or say nothing of applications.
_AWKWARD = (
    "Total Quality Monitoring", "Catatan Sipil Online", "Jumlah Penduduk Online", "Camat Online", "Sumber Air Info",
    "Direktori Pasar Rakyat", "Perencanaan, Penganggaran, dan Pelaporan Daerah", "Website Resmi", "Absensi", "E-Office",
    "Lapor Pak Camat", "Info Harga Pangan", "Perpustakaan Digital", "Pembina UMKM Online", "Sistem Informasi Data Aset",
    "Server Monitoring Terpadu", "SIMDA Keuangan", "SIMDA BMD", "112", "Tabanan Satu Data", "Operator Desk Layanan",
    "Sekretariat Digital", "Laporan Kinerja Harian", "Rumah Data", "Kios Data", "Inspektorat Mengawasi",
)  # fmt: skip
_SYLLABLES = ("bu", "ra", "ti", "ka", "lo", "me", "sa", "pe", "du", "wi", "ga", "no", "li", "tu", "ba")
_TOPICS = ("Pelayanan", "Pendataan", "Monitoring", "Pengaduan", "Antrean", "Arsip", "Kinerja", "Retribusi", "Perizinan", "Aset",
           "Kepegawaian", "Gizi Balita", "Irigasi", "Pasar", "Parkir", "Sampah", "Wisata", "Sekolah", "Ternak", "Bencana")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the regency, and the ways in which it is written."""

    id: str
    nama: str
    singkatan: str
    alias: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """An application that a row tells of; empty ids are not stated."""

    nama: str
    unit: Unit
    hosting: str
    status: str
    url: str
    topic: str
    year: int


@cache
def units() -> dict[str, Unit]:
    """Return the units of the regency by id, without the names that may mean several."""
    document = yaml.safe_load(UNIT_FILE.read_text(encoding="utf-8"))
    unclear = {alias for row in document["alias_ambigu"]["daftar"] for alias in (row["alias"], *row.get("juga", ()))}
    rows = (
        Unit(
            row["id"],
            row["nama"],
            row["nama"] if row.get("singkatan") in unclear else row.get("singkatan") or row["nama"],
            tuple(alias for alias in row.get("alias") or () if alias not in unclear),
        )
        for row in document["perangkat_daerah"]
    )
    return {unit.id: unit for unit in rows}


@cache
def _sample() -> tuple[tuple[str, str, str, str], ...]:
    """Return name, unit, hosting and status of the sample regency's own rows, each name of a unit once."""
    key = json.loads((TABANAN / "kebenaran.json").read_text(encoding="utf-8"))
    known = {
        (squeeze(row["name"]), row["unit"]): (row["name"], row["unit"], row["hosting"] or "", row["status"] or "")
        for row in key["rows"]
        if row["unit"] in units() and not row["shifted"] and "." not in row["name"]
    }
    return tuple(known.values())


def facts_of(rng: random.Random, count: int, only: Sequence[Unit] = ()) -> list[Fact]:
    """Return so many applications, no name of a unit twice; of the given units only, where there are any."""
    chosen = list(only) or rng.sample(sorted(units().values(), key=lambda unit: unit.id), rng.randint(2, 7))
    found: dict[tuple[str, str], Fact] = {}
    while len(found) < count:
        unit = rng.choice(chosen)
        fact = _fact(rng, unit)
        found.setdefault((squeeze(fact.nama), unit.id), fact)
    order = {unit.id: position for position, unit in enumerate(chosen)}
    return sorted(found.values(), key=lambda fact: order[fact.unit.id])


def _fact(rng: random.Random, unit: Unit) -> Fact:
    topic = rng.choice(_TOPICS)
    name, hosting, status = _name(rng, topic), _hosting(rng), _status(rng)
    own = [row for row in _sample() if row[1] == unit.id]
    if own and rng.random() < 0.5:
        name, _, hosting, status = rng.choice(own)
    slug = squeeze(name)[:24] or "app"
    url = rng.choice((f"https://{slug}.tabanankab.go.id", f"{slug}.tabanankab.go.id", f"http;//{slug}.tabanankab.go.id",
                      f"www.{slug}.example.com", "", f"{slug}.tabanankab.go.id/login"))  # fmt: skip
    return Fact(name, unit, hosting, status, url, topic, rng.randint(2009, 2025))


def _name(rng: random.Random, topic: str) -> str:
    coined = "SI" + "".join(rng.choice(_SYLLABLES) for _ in range(3)).upper()
    return rng.choice(
        (
            coined,
            f"{coined} ({topic} {rng.choice(_TOPICS)})",
            f"e-{topic}",
            f"Sistem Informasi {topic} {rng.choice(('Terpadu', 'Daerah', 'Online'))}",
            f"Aplikasi {topic} {coined}",
            f"Website {topic}",
            rng.choice(_AWKWARD),
        )
    )


def _hosting(rng: random.Random) -> str:
    ids = ("pusat_data_daerah", "server_opd", "hosting_komersial", "vendor", "pusat_kl", "pdn", "lokal_tanpa_server", "awan_publik",
           "luar_tanpa_rincian", "kolokasi", "tidak_diketahui", "")  # fmt: skip
    return rng.choices(ids, (30, 20, 8, 6, 12, 3, 4, 2, 2, 1, 5, 7))[0]


def _status(rng: random.Random) -> str:
    ids = ("aktif", "tidak_aktif", "pengembangan", "pemeliharaan", "dihentikan", "aktif_tidak_dipakai", "")
    return rng.choices(ids, (60, 16, 8, 3, 2, 2, 9))[0]


def unit_written(rng: random.Random, unit: Unit) -> str:
    """Return the unit's name in one of the ways in which units write it."""
    ways = [
        unit.nama,
        unit.nama,
        unit.nama.upper(),
        unit.singkatan,
        f"{unit.nama} Kab. Tabanan",
        f"{unit.nama} Kabupaten Tabanan",
        unit.nama.replace(" dan ", " & "),
        f" {unit.nama} ",
        unit.nama.replace(" ", "\u00a0", 1),
        *unit.alias[:2],
    ]
    return rng.choice(ways)
