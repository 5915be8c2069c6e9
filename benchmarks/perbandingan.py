"""Times ``diff`` between two states of one repository: what differs, and with the findings that came and went.

    python benchmarks/perbandingan.py [--rows 27000] [--runs 3]

The later state is the earlier one after every fifth application was stopped and every fiftieth went to another unit.
Wall seconds, since the two sides are checked side by side on two cores, and CPU seconds, children included; the floor
is to load both states.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import impor

from archrepo.commands.comparing import compare_states
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import read_landscape

_STATUS, _UNIT = impor.HEAD.index("Status Aplikasi"), impor.HEAD.index("Perangkat Daerah")


def changed_row(number: int) -> tuple[str | int, ...]:
    """Return a row of the later state."""
    row = list(impor.row_of(number))
    if number % 5 == 0:
        row[_STATUS] = "Dihentikan"
    if number % 50 == 0:
        row[_UNIT] = "Dinas Contoh 3"
    return tuple(row)


def load_both(url: str) -> None:
    """Load the two states, as any comparison has to."""
    for point in ("#2", "kini"):
        read_landscape(url, as_of=point)


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=27_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url, workbook = f"sqlite:///{folder / 'archrepo.db'}", folder / "besar.xlsx"
        initialise(url, "benchmark", instansi="Kabupaten Contoh", domain="contohkab.go.id")
        for row in (impor.row_of, changed_row):
            impor.write_workbook(workbook, options.rows, row)
            impor.product_import(workbook, url)
        works: dict[str, Callable[[], object]] = {
            "dasar: muat dua keadaan": partial(load_both, url),
            "diff --tanpa-catatan": partial(compare_states, url, "#2", "kini", with_findings=False),
            "diff": partial(compare_states, url, "#2", "kini"),
        }
        found = {what: [impor.timed(work) for _ in range(options.runs)] for what, work in works.items()}
    print(f"{options.rows} baris, {options.runs} putaran; median detik")
    print(f"{'pekerjaan':28}{'dinding':>9}{'CPU':>8}")
    for what, times in found.items():
        cpu, wall = (statistics.median(row[side] for row in times) for side in (0, 1))
        print(f"{what:28}{wall:9.2f}{cpu:8.2f}")


if __name__ == "__main__":
    main()
