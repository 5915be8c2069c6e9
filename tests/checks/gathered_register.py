"""A register of 186 rows as a regency gathers it: 105 come from kecamatan that list what is national."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder

ROWS = 186
FILE = "register.xlsx"

KECAMATAN = 15
NATIONAL = (
    ("SRIKANDI", "srikandi"), ("SIPD RI", "sipd"), ("SIASN", "siasn"), ("Prodeskel", "prodeskel"), ("IDM", "idm"),
)  # fmt: skip
SHARED = (("SIMPEG", "Data kepegawaian"), ("e-Presensi", "Kehadiran pegawai"))
DINAS = 27


def _regional_names() -> Iterator[tuple[str, str]]:
    text = files("archrepo.schema").joinpath("nama-aplikasi.csv").read_text(encoding="utf-8")
    shared = {name for name, _ in SHARED}
    for row in csv.DictReader(text.splitlines()):
        if row["cakupan"] == "daerah" and row["name"] not in shared:
            yield row["name"], row["function"]


def register(asked: set[str], *, fill: str = "") -> Landscape:
    """Build the register.

    Args:
        asked: columns of the sheet. What has a column is filled in, but for those named in ``fill``.
        fill: ``blank`` leaves every column but name and unit empty, ``worst`` gives answers that a rule dislikes.
    """
    b = Builder()
    b.sheet(FILE, asked=asked, rows=ROWS)
    row = iter(range(2, ROWS + 2))
    kecamatan = tuple(b.unit(f"Kecamatan {number}", tipe="kecamatan") for number in range(1, KECAMATAN + 1))
    facts = _facts(asked, fill)
    for name, identifier in NATIONAL:
        sources = tuple(source for unit in kecamatan for source in b.sumber(FILE, next(row), unit))
        b.aplikasi(name, nasional=identifier, pelapor=kecamatan, sumber=sources)
    for name, function in SHARED:
        sources = tuple(source for unit in kecamatan for source in b.sumber(FILE, next(row), unit))
        own: dict[str, Any] = {"fungsi": function} if "fungsi" in asked and fill != "blank" else {}
        b.aplikasi(name, pelapor=kecamatan, sumber=sources, **own, **facts)
    dinas = tuple(b.unit(f"Dinas {number}", tipe="dinas") for number in range(1, DINAS + 1))
    for place, (name, function) in zip(range(ROWS - 7 * KECAMATAN), enough_names(), strict=False):
        unit = dinas[place % DINAS]
        own = {"fungsi": function} if "fungsi" in asked and fill != "blank" else {}
        b.aplikasi(name, pemilik=unit, pelapor=unit, sumber=b.sumber(FILE, next(row), unit), **own, **facts)
    return b.build()


def enough_names() -> Iterator[tuple[str, str]]:
    """Yield names of regional applications with their functions, more than the register needs."""
    names = list(_regional_names())
    yield from names
    # A register of real names holds some that no list knows.
    unknown = (
        "Gema Nusa", "Lentera", "Rumah Rindu", "Kancil", "Teras Hati", "Bintang Timur", "Wiraloka",
        "Sapa Pagi", "Kelor", "Matahati", "Titian", "Pelita", "Sekoci", "Jendela", "Nakula", "Arjuna",
        "Dahlia", "Kemuning", "Saga", "Bahtera", "Gelora", "Panglima", "Delima", "Rembulan", "Samudra",
        "Kenanga", "Cempaka", "Pandawa", "Garda", "Mentari",
    )  # fmt: skip
    yield from ((name, "keperluan sendiri") for name in unknown)


def _facts(asked: set[str], fill: str) -> dict[str, Any]:
    facts: dict[str, Any] = {"status": "aktif"} if "status" in asked else {}
    if fill == "worst":
        if "lokasi_hosting" in asked:
            facts["hosting"] = "server_opd"
        if "klaim_integrasi" in asked:
            facts["klaim_integrasi"] = "ya"
    return facts
