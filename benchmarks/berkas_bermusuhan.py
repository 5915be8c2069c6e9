"""Measures what each hostile file costs: seconds and memory of the command that refuses it, and of its reading child.

    python benchmarks/berkas_bermusuhan.py [--hanya bomb,sparse] [--banyak 15]

Every file of the corpus of the tests (``tests/intake/hostile_files.py``), and some that stay just below the limits, is
imported by a process of its own, as a user would. The costliest come first. Seconds are CPU, parent and child together,
start-up included; memory is the greatest resident set of each. A child counts at least what its parent held when it was
started, for the kernel counts that in.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "intake"))

from hostile_files import CORPUS
from sheet_drawing import part_of, rezipped, small_xlsx

MOST_SECONDS = 5.0
MOST_MEMORY = 300.0
"""In MiB, each for parent and child."""

_PATIENCE = 60
"""Seconds after which a file is given up; what takes so long is far above what it may cost."""

_SHEET = "xl/worksheets/sheet1.xml"
_PROGRAM = """
import contextlib, io, json, resource, sys
from archrepo.cli.main import main
out, err = io.StringIO(), io.StringIO()
code = 0
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
    try:
        main(sys.argv[1:])
    except SystemExit as leaving:
        code = leaving.code or 0
own, child = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "code": int(code),
    "seconds": own.ru_utime + own.ru_stime + child.ru_utime + child.ru_stime,
    "parent": own.ru_maxrss / 1024,
    "child": child.ru_maxrss / 1024,
    "traceback": "Traceback" in err.getvalue(),
}))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one file cost; memory in MiB."""

    name: str
    code: int
    seconds: float
    parent: float
    child: float
    is_refused: bool

    @property
    def is_cheap(self) -> bool:
        """Whether it stays within what a refusal may cost."""
        return self.seconds < MOST_SECONDS and max(self.parent, self.child) < MOST_MEMORY


def _far_cell(reference: str) -> Callable[[Path], Path]:
    """Return a maker of a workbook of one small table and one cell far off, within the limits of the gate."""

    def make(folder: Path) -> Path:
        path = small_xlsx(folder / "a.xlsx")
        row = "".join(filter(str.isdigit, reference))
        cell = f'<row r="{row}"><c r="{reference}"><v>1</v></c></row></sheetData>'
        return rezipped(path, replace={_SHEET: part_of(path, _SHEET).replace(b"</sheetData>", cell.encode())})

    return make


def _long_csv(cell: str, count: int) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "a.csv"
        path.write_text("No,Nama Aplikasi,OPD,URL,Keterangan\n" + f"1,{cell},{cell},{cell},{cell}\n" * count)
        return path

    return make


ALLOWED: dict[str, Callable[[Path], Path]] = {
    "far cell of 2,000 columns": _far_cell("BXX3900"),
    "far cell of 8 million rows and columns": _far_cell("H1000000"),
    "csv of brackets": _long_csv("(" * 20_000, 20),
    "csv of blanks and dots": _long_csv(" ." * 10_000, 20),
    "csv of boxes": _long_csv("[ ]" * 7_000, 20),
    "csv of names and commas": _long_csv('"' + "SIM, " * 4_000 + '"', 20),
    "csv of hosts": _long_csv("a." * 10_000 + "go.id", 20),
    "csv of digits": _long_csv("1" * 20_000, 20),
    "csv of letters": _long_csv("Aa" * 10_000, 20),
}
"""Files that may be read, made to cost as much as the limits allow."""


def main() -> None:
    """Run and print the table; exits with 1 where a file costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hanya", default="", help="only names that hold one of these, separated by commas")
    parser.add_argument("--banyak", type=int, default=0, help="print only so many; 0 is all")
    options = parser.parse_args()
    wanted = [part for part in options.hanya.split(",") if part]
    costs = sorted(_costs(wanted), key=lambda cost: -max(cost.seconds / MOST_SECONDS, cost.child / MOST_MEMORY))
    print(
        f"{'berkas':48}{'keluar':>7}{'detik':>8}{'induk':>8}{'anak':>8}  ≤ {MOST_SECONDS:.0f} s, {MOST_MEMORY:.0f} MiB"
    )
    for cost in costs[: options.banyak or None]:
        verdict = ("ya" if cost.is_cheap else "TIDAK") + ("" if cost.is_refused else " (dibaca)")
        print(f"{cost.name:48}{cost.code:>7}{cost.seconds:>8.2f}{cost.parent:>8.0f}{cost.child:>8.0f}  {verdict}")
    dear = [cost.name for cost in costs if not cost.is_cheap]
    print(f"{len(costs)} berkas, {len(dear)} melampaui batas")
    sys.exit(1 if dear else 0)


def _costs(wanted: list[str]) -> Iterator[Cost]:
    makers = {name: maker for name, (_, maker) in CORPUS.items()} | ALLOWED
    for name, maker in makers.items():
        if wanted and not any(part in name for part in wanted):
            continue
        with tempfile.TemporaryDirectory() as folder:
            yield _cost(name, maker, Path(folder), is_refused=name in CORPUS)


def _cost(name: str, maker: Callable[[Path], Path], folder: Path, *, is_refused: bool) -> Cost:
    path = maker(folder)
    database = f"sqlite:///{folder / 'ukur.db'}"
    _run(folder, "--database", database, "init", "--instansi", "Kabupaten Contoh")
    try:
        found = _run(folder, "--database", database, "import", str(path), "--opd", "Dinas Contoh", "--dry-run")
    except subprocess.TimeoutExpired:
        return Cost(name, -1, _PATIENCE, 0, 0, is_refused)
    if found["traceback"] or (is_refused and found["code"] != 2):
        raise SystemExit(f"{name}: exit {found['code']}, not refused with a message")
    return Cost(name, int(found["code"]), found["seconds"], found["parent"], found["child"], is_refused)


def _run(folder: Path, *arguments: str) -> dict[str, float]:
    command = [sys.executable, "-c", _PROGRAM, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=_PATIENCE)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


if __name__ == "__main__":
    main()
