"""The gallery: every view with the question it answers, and its picture of the sample regency."""

from __future__ import annotations

import tempfile
from pathlib import Path

from archrepo.drawing.catalogue import ViewSummary, describe
from halaman.markdown import escape, page

WIDTH = 1400
"""Pixels across: a page of A3 is still read, and the file stays below 200 kB."""


def gallery() -> str:
    """Return the gallery page; the pictures are drawn apart (``draw_pictures``)."""
    return page(
        "Galeri gambar",
        "Semua gambar di bawah dibuat oleh archrepo dari kabupaten contoh (DATA CONTOH, karangan). Setiap gambar "
        "dinyatakan dalam satu berkas di folder `views`.",
        *(_section(view) for view in describe()),
    )


def _section(view: ViewSummary) -> str:
    picture = f"![{escape(view.title)}, data contoh](../gambar/{view.name}.png)"
    command = f"```sh\narchrepo view {view.name} -o {view.name}.svg\n```"
    return f"## {view.title}\n\n**{escape(view.question)}** Untuk: {escape(view.audience)}.\n\n{command}\n\n{picture}"


def missing_pictures(docs: Path) -> list[str]:
    """Return the pictures that the gallery shows and ``docs`` lacks.

    Their content is not compared: pixels depend on the version of Graphviz and on the fonts of the machine.
    """
    names = (f"gambar/{view.name}.png" for view in describe())
    return [name for name in names if not (docs / name).is_file()]


def draw_pictures(docs: Path) -> None:
    """Run the demo and keep its pictures, smaller."""
    from archrepo.commands.demo import run_demo

    with tempfile.TemporaryDirectory() as folder:
        result = run_demo(Path(folder) / "demo", "scripts/docs.py", lambda _: None)
        for view in describe():
            _shrink(result.folder / "gambar" / f"{view.name}.png", docs / "gambar" / f"{view.name}.png")


def _shrink(source: Path, target: Path) -> None:
    from PIL import Image

    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(source) as picture:
        size = (WIDTH, round(picture.height * WIDTH / picture.width))
        small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    # The other ways to choose a palette lose colours of few pixels, and here a small sign's colour has a meaning.
    small.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, optimize=True)
