"""How long a picture takes, from a loaded Landscape to the SVG, beside what ``dot`` alone takes on the same picture.

    python benchmarks/gambar.py [PUTARAN]

Two floors, both of ``dot`` alone. *Melukis*: it only paints the DOT text in which all places are given, ours. *Menata*:
it lays out the same graph itself, the same nodes with their labels, edges with their names and clusters, all places
taken away, within a time limit. All are run alternately in the same process; the median of CPU seconds, children
included, is printed, and below it the goals in seconds. Sheets that are larger than any printer's show what happens
without rolling up: as many nodes as the register has.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "drawing"))

from contoh_lanskap import many_regencies, regency

from archrepo.drawing import draw
from archrepo.drawing.album import draw_album
from archrepo.drawing.catalogue import drawable_views, load_view
from archrepo.drawing.definition import ViewDefinition
from archrepo.drawing.dot import label_markup, to_dot
from archrepo.drawing.engine import TimeLimitError, run
from archrepo.drawing.picture import Group, Picture
from archrepo.drawing.render import Request, Wishes, composed
from archrepo.drawing.sheet import Label, Sheet
from archrepo.drawing.theme import theme
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder

LIMIT = 60.0
"""Seconds that ``dot`` may take to lay out a picture by itself."""
ALLOWED = 1.3
MANY = 200


@dataclass(frozen=True)
class Case:
    """A picture to measure; ``goal`` is in seconds, ``side`` the larger side of a sheet that rolls nothing up."""

    label: str
    build: Callable[[], Landscape]
    view: str
    goal: float
    side: int = 0
    wishes: Wishes = field(default_factory=Wishes)

    def definition(self) -> ViewDefinition:
        """Return the view, with no limit of nodes on a large sheet."""
        view = load_view(self.view)
        if not self.side:
            return view
        return view.model_copy(update={"roll_up": view.roll_up.model_copy(update={"limit": 100_000})})

    def wanted(self) -> Wishes:
        """Return the wishes, the large sheet among them."""
        if not self.side:
            return self.wishes
        pages = dict.fromkeys(theme().pages, (self.side, round(self.side * 0.7)))
        return Wishes(**{**self.wishes, "theme": replace(theme(), pages=pages)})


def hub(neighbours: int) -> Landscape:
    """Return an application with so many neighbours of four kinds, for a dense picture of lanes."""
    b = Builder()
    units = [b.unit(f"Dinas {number}", tipe="dinas") for number in range(20)]
    centre = b.aplikasi("Pusat", kode="PUSAT", pemilik=units[0], status="aktif", pengguna=tuple(units))
    for number in range(neighbours - 20):
        if number % 4 == 0:
            b.relasi("R33", centre, b.add("KontrolKeamanan", f"Kontrol {number}"))
        elif number % 4 == 1:
            b.relasi("R10", centre, b.add("DataInformasi", f"Data {number}", produsen=units[number % 20]))
        else:
            other = b.aplikasi(f"Aplikasi {number}", pemilik=units[number % 20], status="aktif")
            b.integrasi(*((centre, other) if number % 2 else (other, centre)), jalur="titik_ke_titik")
    return b.build()


def _cases() -> Iterator[Case]:
    sizes = (
        ("180 aplikasi, 43 unit", lambda: regency(180), 1.0),
        ("2.000 aplikasi, 43 unit", lambda: regency(2_000), 10.0),
        ("27.000 aplikasi, 514 daerah", lambda: many_regencies(514, 52), 10.0),
    )
    for label, build, goal in sizes:
        for view in ("lanskap", "integrasi", "penempatan", "peta-kemampuan", "lapisan", "konteks"):
            yield Case(label, build, view, goal)
    yield Case("450 aplikasi, tanpa gabung", lambda: regency(450), "lanskap", 1.0, 2_000)
    yield Case("2.000 aplikasi, tanpa gabung", lambda: regency(2_000), "lanskap", 10.0, 4_400)
    yield Case("4.000 aplikasi, tanpa gabung", lambda: regency(4_000), "integrasi", 10.0, 5_000)
    around = Wishes(focus="PUSAT")
    yield Case("220 tetangga, tanpa gabung", lambda: hub(220), "konteks", 1.0, 9_500, around)


def cpu() -> float:
    """Seconds of CPU used so far by this process and its children that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def timed(action: Callable[[], object]) -> float:
    """Return the CPU seconds that an action takes."""
    start = cpu()
    action()
    return cpu() - start


# ---- what dot is asked to lay out by itself


def unplaced(picture: Picture, sheet: Sheet) -> str:
    """Return a picture as DOT text without any place: nodes and headings with their labels, in clusters, and edges."""
    labels = {label.id: label for label in sheet.labels}
    inner: dict[str | None, list[Group]] = {}
    for group in picture.groups:
        inner.setdefault(group.parent, []).append(group)
    text = ["digraph {", "\tnode [shape=plain]"]
    for group in inner.get(None, ()):
        text.extend(_cluster(picture, labels, inner, group))
    known = {node.id for node in picture.nodes} | {f"judul-{group.id}" for group in picture.groups}
    text.extend(_node(label) for label in sheet.labels if label.id not in known and not label.id.startswith("nama-"))
    for edge in picture.edges:
        ends = [name if name in labels else f"judul-{name}" for name in (edge.source, edge.target)]
        text.append(f'\t"{ends[0]}" -> "{ends[1]}" [label="{edge.label}"]')
    return "\n".join((*text, "}"))


def _cluster(
    picture: Picture, labels: dict[str, Label], inner: dict[str | None, list[Group]], group: Group
) -> Iterator[str]:
    yield f'\tsubgraph "cluster_{group.id}" {{'
    names = (f"judul-{group.id}", *(node.id for node in picture.members(group.id)))
    yield from (_node(labels[name]) for name in names if name in labels)
    for below in inner.get(group.id, ()):
        yield from _cluster(picture, labels, inner, below)
    yield "\t}"


def _node(label: Label) -> str:
    return f'\t"{label.id}" [label={label_markup(label)}]'


# ---- measuring


def measure(case: Case, landscape: Landscape, rounds: int) -> None:
    """Print the line of one case."""
    definition, wanted = case.definition(), case.wanted()
    done = composed(landscape, definition, Request.of(wanted))
    picture, sheet = done.styled.picture, done.sheet
    placed, free = to_dot(sheet, theme().fonts.name), unplaced(picture, sheet)
    is_slow = False
    rows = []
    for _round in range(rounds):
        ours = timed(lambda: draw(landscape, definition, format="svg", **wanted))
        painting = timed(lambda: run(placed, "svg"))
        try:
            laying = LIMIT if is_slow else timed(lambda: run(free, "svg", seconds=LIMIT))
        except TimeLimitError:
            is_slow, laying = True, LIMIT
        rows.append((ours, painting, laying))
    ours, painting, laying = (statistics.median(column) for column in zip(*rows, strict=True))
    verdict = "tercapai" if ours < case.goal else "TIDAK TERCAPAI"
    if len(picture.nodes) >= MANY and ours > ALLOWED * max(painting, laying):
        verdict += f", di atas {ALLOWED} x dot"
    print(
        f"{case.label:30}{case.view:16}{len(picture.nodes):>7}{len(picture.edges):>6}{ours:>9.2f}{painting:>9.2f}"
        f"{'>' if is_slow else ''}{laying:>{8 if is_slow else 9}.2f}{ours / max(painting, 0.01):>9.1f}"
        f"{ours / max(laying, 0.01):>9.1f}  {case.goal:g} detik: {verdict}",
        flush=True,
    )


def main(rounds: int = 5) -> None:
    """Print a line a case, then one for all views into a folder."""
    print(
        f"{'landscape':30}{'tampilan':16}{'simpul':>7}{'garis':>6}{'kami':>9}{'melukis':>9}{'menata':>9}"
        f"{':melukis':>9}{':menata':>9}  sasaran"
    )
    landscape, label = regency(10), ""
    for case in _cases():
        if case.label != label:
            landscape, label = case.build(), case.label
        measure(case, landscape, rounds)
    with tempfile.TemporaryDirectory() as folder:
        landscape, start = regency(180), time.perf_counter()
        used = timed(lambda: list(draw_album(landscape, drawable_views(), Path(folder), ("svg", "png", "html"))))
        taken = time.perf_counter() - start
    print(f"semua tampilan, svg, png, dan html: {taken:.1f} detik, {used:.1f} detik prosesor ({used / taken:.1f} inti)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
