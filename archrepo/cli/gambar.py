"""Commands that draw: view."""

from __future__ import annotations

import sys
from pathlib import Path

import rich_click as click

from archrepo.cli.opsi import as_of_option, instansi_option, opd_option, output_option
from archrepo.cli.perintah import command
from archrepo.errors import UsageError

_FORMATS = ("svg", "png", "pdf", "dot", "html")


def _form_of(path: Path | None) -> str:
    if path is None or str(path) == "-":
        return "svg"
    form = path.suffix.removeprefix(".").lower()
    if form not in _FORMATS:
        raise UsageError(
            f'Bentuk gambar "{path.suffix}" tidak dikenal', mend=f"Pakai salah satu akhiran: {', '.join(_FORMATS)}."
        )
    return form


@command("view")
@click.argument("name", required=False, metavar="NAMA")
@output_option("BERKAS.svg|png|pdf|dot|html")
@click.option("--list", "listing", is_flag=True, help="Daftar gambar yang tersedia.")
@click.option("--all", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Buat semua gambar (SVG dan PNG) di folder ini.")  # fmt: skip
@click.option("--fokus", metavar="KODE", help="Objek yang menjadi pusat gambar, bila gambarnya mengenal itu.")
@opd_option
@instansi_option
@click.option("--tanda", metavar="TEKS", help='Tulisan yang melintang di gambar, misalnya "DATA CONTOH".')
@as_of_option
@click.pass_context
def view(
    ctx: click.Context,
    name: str | None,
    output: Path | None,
    folder: Path | None,
    fokus: str | None,
    opd: tuple[str, ...],
    instansi: str | None,
    tanda: str | None,
    as_of: str | None,
    *,
    listing: bool,
) -> None:
    """Gambarkan arsitektur."""
    from archrepo.drawing import catalogue

    if listing:
        for row in catalogue.describe():
            click.echo(f"{row.name:12} {row.title}: {row.question}")
        return
    if name is None and folder is None:
        raise UsageError("Nama gambar belum disebut", mend="Lihat pilihannya dengan: archrepo view --list")
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.opening import find_instansi, find_units, read_landscape
    from archrepo.drawing import draw, draw_to_file

    landscape = read_landscape(ctx.obj.database, as_of=as_of)
    home = find_instansi(landscape, instansi)
    units = find_units(landscape, home.id, opd) if opd else None
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for known in catalogue.view_names():
            for form in ("svg", "png"):
                target = folder / f"{known}.{form}"
                with progress(f"Menggambar {target.name}"):
                    draw_to_file(landscape, known, path=target, opd_ids=units, instansi_id=home.id, watermark=tanda)
                click.echo(str(target))
        return
    assert name is not None  # noqa: S101 - said above
    form = _form_of(output)
    with progress(f"Menggambar {name}"):
        if output is None or str(output) == "-":
            content = draw(
                landscape, name, format=form, opd_ids=units, instansi_id=home.id, focus=fokus, watermark=tanda
            )
            sys.stdout.buffer.write(content)
        else:
            draw_to_file(landscape, name, path=output, opd_ids=units, instansi_id=home.id, focus=fokus, watermark=tanda)
            click.echo(f"Gambar dibuat: {output}", err=True)
