"""How long a picture takes, from a loaded Landscape to the SVG, beside what ``dot`` alone takes on the same DOT text.

    python benchmarks/gambar.py [PUTARAN]

All are run alternately in the same process; the median of CPU seconds, children included, is printed. Sheets of
columns, boxes and tables have their places in the DOT text, so that Graphviz only paints and the floor is low: what
lies above it is selecting, rolling up and laying out, which is ours. For a sheet of lanes Graphviz runs twice (places,
then painting); its floor is the sum of both runs.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "drawing"))

from contoh_lanskap import many_regencies, regency

from archrepo.drawing import draw, picture
from archrepo.drawing.album import draw_album
from archrepo.drawing.catalogue import drawable_views, load_view
from archrepo.drawing.engine import run
from archrepo.drawing.frame import frame
from archrepo.drawing.lanes import lanes_dot
from archrepo.drawing.theme import style, theme
from archrepo.landscape import Landscape

CASES: tuple[tuple[str, Callable[[], Landscape]], ...] = (
    ("180 aplikasi, 43 unit", lambda: regency(180)),
    ("2.000 aplikasi, 43 unit", lambda: regency(2_000)),
    ("27.000 aplikasi, 514 daerah", lambda: many_regencies(514, 52)),
)


def cpu() -> float:
    """Seconds of CPU used so far by this process and its children that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def timed(action: Callable[[], object]) -> float:
    """Return the CPU seconds that an action takes."""
    start = cpu()
    action()
    return cpu() - start


def floor(landscape: Landscape, view: str) -> Callable[[], object]:
    """Return the runs of Graphviz that a picture needs, and nothing else."""
    texts = [(draw(landscape, view, format="dot").decode(), "svg")]
    if load_view(view).arrangement == "lapisan" and (found := picture(landscape, view)).nodes:
        styled = style(found, theme())
        _pile, area = frame(styled, load_view(view).page)
        texts.append((lanes_dot(styled, load_view(view), area.height / area.width), "json0"))
    return lambda: [run(text, output) for text, output in texts]


def measure(label: str, landscape: Landscape, view: str, rounds: int) -> None:
    """Print the line of one view and size."""
    found = picture(landscape, view)
    alone = floor(landscape, view)
    rows = [(timed(lambda: draw(landscape, view, format="svg")), timed(alone)) for _round in range(rounds)]
    ours, theirs = (statistics.median(column) for column in zip(*rows, strict=True))
    print(f"{label:30}{view:16}{len(found.nodes):>8}{ours:>12.2f}{theirs:>14.2f}{ours / max(theirs, 0.01):>8.1f}")


VIEWS = ("lanskap", "integrasi", "penempatan", "peta-kemampuan", "lapisan")


def main(rounds: int = 5) -> None:
    """Print a line a view and size, then one for all views into a folder."""
    print(f"{'landscape':30}{'tampilan':16}{'simpul':>8}{'gambar (s)':>12}{'dot saja (s)':>14}{'rasio':>8}")
    for label, build in CASES:
        landscape = build()
        for view in VIEWS:
            measure(label, landscape, view, rounds)
    with tempfile.TemporaryDirectory() as folder:
        landscape, start = regency(180), time.perf_counter()
        used = timed(lambda: list(draw_album(landscape, drawable_views(), Path(folder), ("svg", "png"))))
        print(f"semua tampilan, svg dan png: {time.perf_counter() - start:.1f} detik, {used:.1f} detik prosesor")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
