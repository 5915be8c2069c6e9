"""Times what the journal costs and gives: import with and without triggers, loading the past, and its verification.

    python benchmarks/riwayat.py [--rows 27000] [--runs 3]

Imports with and without triggers run alternately in one process; the past is loaded beside the present. The past is
the state after the first import, with one and with ten re-imports of changed files behind it, and half-way between.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from impor import product_import, timed, write_workbook

from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened
from archrepo.landscape.loader import load_landscape
from archrepo.model.jurnal import JOURNAL_TABLES
from archrepo.repository.engine import make_engine, parse_url
from archrepo.repository.jurnal import last_number
from archrepo.repository.verifikasi import verify_journal


def drop_triggers(url: str) -> None:
    """Leave a repository without its journal's triggers."""
    with make_engine(parse_url(url)).begin() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
        for (name,) in names:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")


def sizes(url: str) -> tuple[int, int]:
    """Return the bytes of the journal and of the data, with their indexes."""
    with make_engine(parse_url(url)).connect() as connection:
        pages = connection.exec_driver_sql("SELECT name, sum(pgsize) FROM dbstat GROUP BY name").all()
        made = connection.exec_driver_sql("SELECT name, tbl_name FROM sqlite_master").all()
    owners = {str(name): str(table) for name, table in made}
    journal = sum(int(size) for name, size in pages if owners.get(name, "") in JOURNAL_TABLES)
    return journal, sum(int(size) for _, size in pages) - journal


def change_all(url: str, serial: int) -> None:
    """Change a field of every application, as a re-import of changed files does."""
    with opened(url) as repository, repository.write("benchmark", "import") as work:
        rows = work.connection.exec_driver_sql("SELECT id FROM aplikasi").all()
        work.writer.update_many(
            "Aplikasi", [(identifier, {"jumlah_pengguna": serial, "url": f"u{serial}.go.id"}) for (identifier,) in rows]
        )


def load(url: str, at: int | None = None) -> None:
    """Load a Landscape, now or as of a point."""
    with opened(url) as repository, repository.read(at) as connection:
        load_landscape(connection)


def verify(url: str) -> None:
    """Check the whole journal."""
    with opened(url) as repository, repository.read() as connection:
        if not verify_journal(connection).is_whole:
            raise RuntimeError(url)


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=27_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    found: dict[str, list[float]] = {}

    def note(what: str, work: Callable[[], object]) -> None:
        found.setdefault(what, []).append(timed(work)[0])

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = folder / "besar.xlsx"
        write_workbook(workbook, options.rows)
        template = folder / "awal.db"
        initialise(f"sqlite:///{template}", "benchmark", instansi="Kabupaten Contoh", domain="contohkab.go.id")
        for run in range(options.runs):
            urls = []
            for kind in ("dengan", "tanpa"):
                target = folder / f"{kind}{run}.db"
                shutil.copy(template, target)
                urls.append(f"sqlite:///{target}")
            drop_triggers(urls[1])
            note("impor dengan jurnal", partial(product_import, workbook, urls[0]))
            note("impor tanpa pemicu", partial(product_import, workbook, urls[1]))
        url = urls[0]
        journal, data = sizes(url)
        points: dict[str, int] = {}
        for serial in range(1, 11):
            with opened(url) as repository, repository.read() as connection:
                points[f"sesudah perubahan ke-{serial - 1}"] = last_number(connection)
            change_all(url, serial)
            if serial == 1:
                for _ in range(options.runs):
                    note("muat kini (1 perubahan)", partial(load, url))
                    note("muat lalu, 1 perubahan", partial(load, url, points["sesudah perubahan ke-0"]))
        for _ in range(options.runs):
            note("muat kini (10 perubahan)", partial(load, url))
            for label in ("sesudah perubahan ke-0", "sesudah perubahan ke-5", "sesudah perubahan ke-9"):
                note(f"muat lalu, {label} dari 10", partial(load, url, points[label]))
            note("journal verify", partial(verify, url))
        with opened(url) as repository, repository.read() as connection:
            entries = last_number(connection)
    print(f"{options.rows} baris; median detik CPU dari {options.runs} putaran")
    for what, times in found.items():
        print(f"{what:45}{statistics.median(times):8.2f}")
    print(f"jurnal {journal / 1e6:.1f} MB, data {data / 1e6:.1f} MB: {journal / data:.2f} x; {entries} entri diperiksa")


if __name__ == "__main__":
    main()
