"""Times the import of 27,000 rows, the load of the Landscape and all checks, beside raw floors run in the same process.

    python benchmarks/impor.py [--rows 27000] [--runs 5]

The floor of the import is python-calamine reading the same workbook and sqlite3 ``executemany`` of the same rows; that
of the load is ``fetchall`` of every table. CPU seconds of parent and children; product and floor run alternately.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from archrepo.checks.registry import run_checks
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened, read_landscape
from archrepo.model.jurnal import JOURNAL_TABLES

HEAD = (
    "No", "Perangkat Daerah", "Nama Aplikasi", "Singkatan", "Deskripsi Aplikasi", "Fungsi Aplikasi", "Jenis Aplikasi",
    "Kepemilikan", "Basis Aplikasi", "Status Aplikasi", "Lokasi Server", "Integrasi", "URL", "Database", "Pengembang",
    "Tahun Pembuatan", "Bahasa Pemrograman", "Framework", "Jumlah Pengguna", "Keterangan",
)  # fmt: skip
_WORDS = (
    "Layanan",
    "Pendataan",
    "Monitoring",
    "Pengaduan",
    "Antrean",
    "Arsip",
    "Kinerja",
    "Retribusi",
    "Perizinan",
    "Aset",
)
_SYLLABLES = tuple(a + b for a in "bcdgjklmnprstw" for b in "aiueo")
_PLACES = ("Server OPD", "Server Diskominfo", "Hosting", "VPS", "", "Cloud Hosting")


def row_of(number: int) -> tuple[str | int, ...]:
    """Return one row of the workbook."""
    unit = number % 500
    word = _WORDS[number % len(_WORDS)]
    own = "".join(_SYLLABLES[(number * step) % len(_SYLLABLES)] for step in (7, 31, 1 + number // len(_SYLLABLES)))
    name = f"SI{own.upper()} {word}"
    return (
        number, f"Dinas Contoh {unit}", name, f"S{number}", f"Aplikasi {name} untuk pelayanan", f"{word} masyarakat",
        "Khusus", "Daerah", "Web", "Aktif" if number % 3 else "Tidak Aktif", _PLACES[number % len(_PLACES)],
        "Ya" if number % 4 else "Tidak", f"https://a{number}.contohkab.go.id", "MySQL", "CV Maju Jaya",
        2010 + number % 15, "PHP", "Laravel", number % 900, "dipakai sejak lama",
    )  # fmt: skip


def write_workbook(path: Path, rows: int, row: Callable[[int], tuple[str | int, ...]] = row_of) -> None:
    """Write the workbook that both sides read."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Aplikasi")
        sheet.write_row(0, 0, HEAD)
        for number in range(1, rows + 1):
            sheet.write_row(number, 0, row(number))


def _cpu() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return CPU and wall seconds of a piece of work."""
    cpu, wall = _cpu(), time.perf_counter()
    work()
    return _cpu() - cpu, time.perf_counter() - wall


def floor_import(path: Path, database: Path) -> None:
    """Read with python-calamine and insert with sqlite3, nothing else."""
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
    connection = sqlite3.connect(database)
    columns = ", ".join(f"k{number}" for number in range(len(HEAD)))
    connection.execute(f"create table t ({columns})")
    marks = ", ".join("?" * len(HEAD))
    connection.executemany(f"insert into t values ({marks})", rows)  # noqa: S608 - names made above
    connection.commit()
    connection.close()


def product_import(path: Path, url: str) -> None:
    """Read, plan and write, as the command does; start-up and init are outside."""
    request = ImportRequest((str(path),))
    with opened(url) as repository:
        import_files(repository, "benchmark", request, read_request(request))


def floor_load(database: Path) -> None:
    """Fetch every row of every table but the journal's."""
    connection = sqlite3.connect(database)
    names = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    for name in set(names) - JOURNAL_TABLES:
        connection.execute(f'select * from "{name}"').fetchall()  # noqa: S608 - names from the database itself
    connection.close()


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=27_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    found: dict[str, list[tuple[float, float]]] = {}

    def note(what: str, work: Callable[[], object]) -> None:
        found.setdefault(what, []).append(timed(work))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = folder / "besar.xlsx"
        write_workbook(workbook, options.rows)
        for run in range(options.runs):
            raw, database = folder / f"dasar{run}.db", folder / f"archrepo{run}.db"
            url = f"sqlite:///{database}"
            initialise(url, "benchmark", instansi="Kabupaten Contoh", domain="contohkab.go.id")
            note("dasar: baca + executemany", partial(floor_import, workbook, raw))
            note("impor", partial(product_import, workbook, url))
            note("dasar: fetchall", partial(floor_load, database))
            note("muat Landscape", partial(read_landscape, url))
            landscape = read_landscape(url)
            note("semua pemeriksaan", partial(run_checks, landscape))
            note("impor ulang berkas yang sama", partial(product_import, workbook, url))
    _print(found, options.rows)


def _print(found: dict[str, list[tuple[float, float]]], rows: int) -> None:
    floors = {"impor": "dasar: baca + executemany", "impor ulang berkas yang sama": "dasar: baca + executemany",
              "muat Landscape": "dasar: fetchall"}  # fmt: skip
    print(f"{rows} baris x {len(HEAD)} kolom, {len(next(iter(found.values())))} putaran; median detik CPU")
    print(f"{'pekerjaan':32}{'CPU':>8}{'dinding':>9}{'x dasar':>9}")
    for what, times in found.items():
        cpu, wall = (statistics.median(row[side] for row in times) for side in (0, 1))
        floor = floors.get(what)
        ratio = f"{cpu / statistics.median(row[0] for row in found[floor]):9.1f}" if floor else ""
        print(f"{what:32}{cpu:8.2f}{wall:9.2f}{ratio}")


if __name__ == "__main__":
    main()
