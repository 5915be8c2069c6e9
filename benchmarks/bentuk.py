"""Measures how well workbooks in the shapes that units send are read: rows, units, places, states.

    python benchmarks/bentuk.py [--bentuk register,kib] [--ragam 30] [--rinci]

The workbooks are drawn from the sample regency with a fixed seed (``tests/intake/shapes.py``); besides them the real
rows of ``examples/banten-2017`` are measured. ``--rinci`` lists what was read otherwise than it was meant.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "intake"))

from shape_measure import AIMS, Tally, banten, measure, regency
from shapes import SHAPES, VARIANTS, draw


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bentuk", default=",".join(SHAPES))
    parser.add_argument("--ragam", type=int, default=VARIANTS)
    parser.add_argument("--rinci", action="store_true")
    options = parser.parse_args()
    total = Tally()
    print(f"{'bentuk':18}{'berkas':>7}{'baris':>7}" + "".join(f"{name:>10}" for name in AIMS))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        landscape = regency(folder)
        for shape in options.bentuk.split(","):
            tally = Tally()
            for variant in range(options.ragam):
                measure(landscape, draw(shape, variant, folder), tally)
            _print(shape, tally, rinci=options.rinci)
            total.add(tally)
    _print("semua", total, rinci=False)
    real = Tally()
    banten(real)
    _print("banten-2017", real, rinci=options.rinci)
    print(f"{'sasaran':32}" + "".join(f"{aim:>10.3f}" for aim in AIMS.values()))


def _print(shape: str, tally: Tally, *, rinci: bool) -> None:
    shares = "".join(f"{share:>10.4f}" for share in tally.shares().values())
    print(f"{shape:18}{tally.files:>7}{tally.expected:>7}{shares}", flush=True)
    for line in tally.misread if rinci else ():
        print(f"    {line}")


if __name__ == "__main__":
    main()
