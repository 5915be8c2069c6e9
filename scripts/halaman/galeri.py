"""The gallery: every view with the question it answers, and its picture of the sample regency."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from archrepo.drawing.catalogue import ViewSummary, describe, drawable_views, view_names
from archrepo.drawing.change import Perubahan
from archrepo.drawing.theme import theme
from halaman.markdown import escape, page

if TYPE_CHECKING:
    from PIL import Image

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
    """Run the demo and keep its pictures, smaller; what shows two points in time gets a list of changes."""
    from archrepo.commands.demo import WATERMARK, run_demo
    from archrepo.commands.opening import read_landscape
    from archrepo.drawing import draw_to_file

    with tempfile.TemporaryDirectory() as folder:
        result = run_demo(Path(folder) / "demo", "scripts/docs.py", lambda _: None)
        pictures = result.folder / "gambar"
        drawn = {view.name for view in drawable_views()}
        for name in view_names():
            path = pictures / f"{name}.png"
            if name not in drawn:
                landscape = read_landscape(f"sqlite:///{result.folder / 'archrepo.db'}")
                draw_to_file(landscape, name, path=path, changes=CHANGES, watermark=WATERMARK)
            _shrink(path, docs / "gambar" / f"{name}.png")


CHANGES = (
    Perubahan("DAA-0051", "e-Presensi Mobile", "Aplikasi", "BKPSDM", "ditambah", "kanal dari e-Presensi"),
    Perubahan("API-003", "API Verifikasi NIK", "AntarmukaApi", "Disdukcapil", "ditambah", "ditayangkan pada SPL"),
    Perubahan("DAD-034", "Data Pegawai", "DataInformasi", "BKPSDM", "ditambah"),
    Perubahan("DAI-103", "VM Layanan Publik", "Server", "Diskominfo", "ditambah"),
    Perubahan(
        "DAA-0080", "e-Presensi Kab. Tabanan", "Aplikasi", "Kecamatan Pupuan", "hilang", "digabung ke e-Presensi"
    ),
    Perubahan("DAA-0172", "e-Arsip Tabanan", "Aplikasi", "Disperpusip", "hilang", "beralih ke SRIKANDI"),
    Perubahan("DAA-001", "SIMPEG", "Aplikasi", "BKPSDM", "berubah", "status: pengembangan → aktif"),
    Perubahan("DAA-009", "JDIH", "Aplikasi", "Setda", "berubah", "alamat diperbarui"),
    Perubahan("DAL-034", "Layanan Administrasi Kepegawaian", "Layanan", "BKPSDM", "berubah", "target: ASN"),
    Perubahan("DAA-0137", "e-BPHTB", "Aplikasi", "Bapenda", "pindah", "Ruang Server Bapenda → Pusat Data"),
    Perubahan("DAA-006", "Dukcapil Daring", "Aplikasi", "Disdukcapil", "pindah", "Server lama → VM Layanan Publik"),
)
"""What the picture of changes shows in the gallery: made up, as the sample regency is."""


def _shrink(source: Path, target: Path) -> None:
    from PIL import Image

    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(source) as picture:
        size = (WIDTH, round(picture.height * WIDTH / picture.width))
        small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    small.quantize(palette=_palette(small), dither=Image.Dither.NONE).save(target, optimize=True)


def _palette(picture: Image.Image) -> Image.Image:
    """Return 256 colours of a picture, those of the theme among them: a small sign's colour has a meaning."""
    from PIL import Image

    look = theme()
    rows = (*look.nodes, *look.edges, *look.groups)
    colours = sorted({row.attributes[name] for row in rows for name in ("warna", "latar") if name in row.attributes})
    swatches = Image.new("RGB", (picture.width, picture.height + 30), "#FFFFFF")
    swatches.paste(picture, (0, 0))
    side = picture.width // len(colours)
    for index, colour in enumerate(colours):
        swatches.paste(colour, (index * side, picture.height, (index + 1) * side, picture.height + 30))
    return swatches.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
