"""Compares what intake understood of a drawn workbook with what it says: rows, units, places, states."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from shape_canvas import Expected, Sent
from shape_facts import REGION, UNIT_FILE, units

from archrepo.commands.initialise import initialise
from archrepo.commands.opening import read_landscape
from archrepo.errors import ArchrepoError
from archrepo.intake.plan import Planner
from archrepo.intake.planned import Plan
from archrepo.intake.reading import read_file, read_paths
from archrepo.landscape.landscape import Landscape
from archrepo.names import host_of, squeeze

BANTEN = Path(__file__).parents[2] / "examples" / "banten-2017"
AIMS: Mapping[str, float] = {"ditemukan": 0.99, "tepat": 0.99, "unit": 0.98, "server": 0.97, "status": 0.97}
"""The shares that the issue asks for: recall and precision of application rows, units, places and states."""


@dataclass(slots=True)
class Tally:
    """Counts over files; ``misread`` says what was read otherwise than it was meant."""

    files: int = 0
    expected: int = 0
    found: int = 0
    matched: int = 0
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    asked: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    misread: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add another's counts."""
        self.files += other.files
        self.expected += other.expected
        self.found += other.found
        self.matched += other.matched
        for name, count in other.right.items():
            self.right[name] += count
        for name, count in other.asked.items():
            self.asked[name] += count
        self.misread += other.misread

    def shares(self) -> dict[str, float]:
        """Return the measured shares, by the names of ``AIMS``."""
        parts = {
            name: self.right[name] / self.asked[name] if self.asked[name] else 1.0
            for name in ("unit", "server", "status")
        }
        return {
            "ditemukan": self.matched / self.expected if self.expected else 1.0,
            "tepat": self.matched / self.found if self.found else 0.0,
            **parts,
        }

    def note(self, what: str, *, right: bool, text: str) -> None:
        """Count one answer."""
        self.asked[what] += 1
        self.right[what] += right
        if not right:
            self.misread.append(f"{what}: {text}")


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    unit: str | None
    hosting: str
    status: str


def regency(folder: Path) -> Landscape:
    """Return a repository that knows the units of the sample regency and nothing else."""
    url = f"sqlite:///{folder / 'bentuk.db'}"
    initialise(url, "uji", unit_file=UNIT_FILE)
    return read_landscape(url)


@cache
def _unit_ids() -> Mapping[str, str]:
    return {unit.nama: unit.id for unit in units().values()}


def measure(landscape: Landscape, sent: Sent, tally: Tally) -> None:
    """Read and plan a drawn file and count what was understood."""
    tally.files += 1
    tally.expected += sum(len(row.names) for row in sent.expected)
    try:
        readings = read_paths([sent.path], opd=sent.opd)
    except ArchrepoError as error:
        tally.misread.append(f"{sent.path.name}: {error.code} {error.message}")
        return
    home = next(row for row in landscape.daftar_instansi if row.nama == REGION)
    plan = Planner(landscape, home.id, {}).plan(readings)
    found = _found(plan)
    for row in sent.expected:
        _compare(sent, row, found, tally)
    for (sheet, number), rows in found.items():
        tally.found += len(rows)
        tally.misread += [f"{sent.path.name} {sheet!r} baris {number}: lebih {row.name!r}" for row in rows]


def _found(plan: Plan) -> dict[tuple[str, int], list[_Found]]:
    found: dict[tuple[str, int], list[_Found]] = defaultdict(list)
    for source in plan.sources:
        said = source.statement
        unit = None
        if source.pelapor is not None:
            unit = _unit_ids().get(plan.draft.nama(source.pelapor), plan.draft.nama(source.pelapor))
        elif owner := said.get("&pengampu"):
            unit = str(owner)
        row = _Found(str(said["nama"]), unit, str(said.get("lokasi_hosting") or ""), str(said.get("status") or ""))
        found[(plan.sheets[source.sheet].sheet, source.row)].append(row)
    return found


def _compare(sent: Sent, row: Expected, found: dict[tuple[str, int], list[_Found]], tally: Tally) -> None:
    place = f"{sent.path.name} {row.sheet!r} baris {row.row}"
    keys = [(row.sheet, row.row)] if row.row is not None else [key for key in found if key[0] == row.sheet]
    for name in row.names:
        hit = next(((key, one) for key in keys for one in found.get(key, ()) if _same(one.name, name)), None)
        if hit is None:
            read = [one.name for key in keys for one in found.get(key, ())]
            tally.misread.append(f"{place}: {name!r} tidak terbaca; terbaca {read}")
            continue
        key, one = hit
        found[key].remove(one)
        tally.found += 1
        tally.matched += 1
        if row.unit is not None:
            tally.note("unit", right=one.unit == row.unit, text=f"{place} {name!r}: {one.unit!r} bukan {row.unit!r}")
        if row.hosting is not None:
            tally.note(
                "server",
                right=one.hosting == row.hosting,
                text=f"{place} {name!r}: {one.hosting!r} bukan {row.hosting!r}",
            )
        if row.status is not None:
            tally.note(
                "status", right=one.status == row.status, text=f"{place} {name!r}: {one.status!r} bukan {row.status!r}"
            )


def _same(read: str, meant: str) -> bool:
    return squeeze(read) == squeeze(meant) or (host_of(meant) is not None and host_of(read) == host_of(meant))


def banten(tally: Tally) -> None:
    """Count the real rows of Banten against their key."""
    key = json.loads((BANTEN / "banten-posisi-server.expected.json").read_text(encoding="utf-8"))
    places = {"Kominfo": "pusat_data_daerah", "Diluar Kominfo": "luar_tanpa_rincian"}
    (sheet,) = read_file(BANTEN / "banten-posisi-server.xlsx").sheets
    found = {record.row: record for record in sheet.records}
    tally.files += 1
    tally.expected += len(key["rows"])
    tally.found += len(sheet.records)
    for row in key["rows"]:
        record = found.get(row["row"])
        if record is None or host_of(str(record.values.get("url"))) != host_of(row["url"]):
            tally.misread.append(f"baris {row['row']}: {row['name']} tidak terbaca")
            continue
        tally.matched += 1
        tally.note(
            "unit", right=record.unit == row["opd"], text=f"baris {row['row']}: {record.unit!r} bukan {row['opd']!r}"
        )
        place = places.get(row["hosting"], "")
        told = str(record.values.get("lokasi_hosting") or "")
        tally.note("server", right=told == place, text=f"baris {row['row']}: {told!r} bukan {place!r}")
