"""Times the import of 27,000 rows, the load of the Landscape and all checks, beside raw floors run in the same process.

    python benchmarks/impor.py [--rows 27000] [--runs 5]

The floor of the import is python-calamine reading the same workbook and sqlite3 ``executemany`` of the same rows; that
of the load is ``fetchall`` of every table. CPU seconds of parent and children; product and floor run alternately.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from postgres_server import PostgresMissingError, Server, shared_server

from archrepo.checks.registry import run_checks
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened, read_landscape
from archrepo.model.jurnal import JOURNAL_TABLES

Times = dict[str, list[tuple[float, float]]]
"""CPU and wall seconds of each run, by what was done."""

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


# ---- PostgreSQL


@contextmanager
def postgresql(folder: Path) -> Iterator[tuple[Server, Callable[[], float]] | None]:
    """Start a server, and give with it what tells its CPU seconds; None where PostgreSQL is not installed."""
    try:
        with shared_server(folder) as server:
            postmaster = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
            yield server, partial(_cpu_of, postmaster)
    except PostgresMissingError as error:
        print(error)
        yield None


def _cpu_of(process: int) -> float:
    """Return the CPU seconds of a process and of its children that have ended."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def floor_copy(path: Path, url: str) -> None:
    """Read with python-calamine and COPY into a table of texts, nothing else."""
    import psycopg

    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
    columns = ", ".join(f"k{number} text" for number in range(len(HEAD)))
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE t ({columns})".encode())
        with cursor.copy("COPY t FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def measure_postgresql(workbook: Path, folder: Path, runs: int, found: Times) -> None:
    """Import into PostgreSQL beside its floor, alternately; the server's CPU is counted too."""
    with postgresql(folder) as started:
        if started is None:
            return
        server, server_cpu = started
        for run in range(runs):
            for what, name, work in (
                ("PostgreSQL, dasar: baca + COPY", f"dasar{run}", floor_copy),
                ("PostgreSQL, impor", f"impor{run}", product_import),
            ):
                url = server.create(name, empty=work is floor_copy)
                if work is product_import:
                    initialise(url, "benchmark", instansi="Kabupaten Contoh", domain="contohkab.go.id")
                before = server_cpu()
                cpu, wall = timed(partial(work, workbook, url))
                server.drop(name)
                found.setdefault(what, []).append((cpu + server_cpu() - before, wall))


# ---- memory


@contextmanager
def peaks() -> Iterator[dict[str, float]]:
    """Tell the largest memory of this process and of its children within the block, in MiB; Linux only."""
    found = {"induk": 0.0, "anak": 0.0}
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.01):
            children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()
            found["anak"] = max([found["anak"], *(_peak_of(child) for child in children if _is_other_program(child))])

    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield found
    finally:
        ended.set()
        thread.join()
        found["induk"] = _peak_of("self")


def _peak_of(process: str) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _is_other_program(process: str) -> bool:
    """Whether a child has begun its own program: until then it is a copy of this process."""
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes() != Path("/proc/self/cmdline").read_bytes()
    return False


# ---- all of it


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=27_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--kali", type=int, default=0, help="juga impor sekian kali barisnya, satu kali")
    parser.add_argument("--postgresql", action="store_true", help="juga ukur pada PostgreSQL")
    options = parser.parse_args()
    found: Times = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = folder / "besar.xlsx"
        write_workbook(workbook, options.rows)
        for run in range(options.runs):
            _measure(workbook, folder / f"dasar{run}.db", _made(folder / f"archrepo{run}.db"), found)
        memory = _memory_of_import(workbook, _made(folder / "puncak.db"))
        if options.postgresql:
            measure_postgresql(workbook, folder, options.runs, found)
        _print(found, options.rows)
        print("puncak memori saat impor: " + ", ".join(f"{who} {size:.0f} MiB" for who, size in memory.items()))
        if options.kali:
            _print_growth(folder, options.rows, options.kali, found)


def _made(database: Path) -> str:
    url = f"sqlite:///{database}"
    initialise(url, "benchmark", instansi="Kabupaten Contoh", domain="contohkab.go.id")
    return url


def _measure(workbook: Path, raw: Path, url: str, found: Times) -> None:
    """Do everything once, each product after its floor."""

    def note(what: str, work: Callable[[], object]) -> None:
        found.setdefault(what, []).append(timed(work))

    note("dasar: baca + executemany", partial(floor_import, workbook, raw))
    note("impor", partial(product_import, workbook, url))
    note("dasar: fetchall", partial(floor_load, Path(url.removeprefix("sqlite:///"))))
    note("muat Landscape", partial(read_landscape, url))
    landscape = read_landscape(url)
    note("semua pemeriksaan", partial(run_checks, landscape))
    note("impor ulang berkas yang sama", partial(product_import, workbook, url))


def _memory_of_import(workbook: Path, url: str) -> dict[str, float]:
    with peaks() as memory:
        product_import(workbook, url)
    return memory


def _print(found: Times, rows: int) -> None:
    floors = {"impor": "dasar: baca + executemany", "impor ulang berkas yang sama": "dasar: baca + executemany",
              "muat Landscape": "dasar: fetchall", "PostgreSQL, impor": "PostgreSQL, dasar: baca + COPY"}  # fmt: skip
    print(f"{rows} baris x {len(HEAD)} kolom, {len(next(iter(found.values())))} putaran; median detik CPU")
    print(f"{'pekerjaan':32}{'CPU':>8}{'dinding':>9}{'x dasar':>9}")
    for what, times in found.items():
        cpu, wall = (statistics.median(row[side] for row in times) for side in (0, 1))
        floor = floors.get(what)
        ratio = f"{cpu / statistics.median(row[0] for row in found[floor]):9.1f}" if floor else ""
        print(f"{what:32}{cpu:8.2f}{wall:9.2f}{ratio}")


def _print_growth(folder: Path, rows: int, times: int, found: Times) -> None:
    """Import many times the rows once, and print how the cost of a row compares."""
    workbook = folder / "raksasa.xlsx"
    write_workbook(workbook, rows * times)
    floor, _ = timed(partial(floor_import, workbook, folder / "dasar-raksasa.db"))
    url = _made(folder / "raksasa.db")
    with peaks() as memory:
        product, _ = timed(partial(product_import, workbook, url))
    each = {what: statistics.median(row[0] for row in found[what]) for what in ("dasar: baca + executemany", "impor")}
    print(f"{rows * times} baris: dasar {floor:.1f} detik CPU, impor {product:.1f} ({product / floor:.1f} x dasar)")
    print(f"  tiap baris, terhadap {rows} baris: dasar {floor / times / each['dasar: baca + executemany']:.2f} x, "
          f"impor {product / times / each['impor']:.2f} x")  # fmt: skip
    print("  puncak memori: " + ", ".join(f"{who} {size:.0f} MiB" for who, size in memory.items()))


if __name__ == "__main__":
    main()
