"""Commands that draw: view."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from archrepo.cli.opsi import as_of_option, instansi_option, opd_option, output_option
from archrepo.cli.perintah import command
from archrepo.errors import UsageError

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition
    from archrepo.drawing.render import Wishes
    from archrepo.landscape import Landscape

_FORMATS = ("svg", "png", "pdf", "dot", "html")
_ALBUM = ("svg", "png", "html")


def _form_of(path: Path | None) -> str:
    if path is None or str(path) == "-":
        return "svg"
    form = path.suffix.removeprefix(".").lower()
    if form not in _FORMATS:
        raise UsageError(
            f'Bentuk gambar "{path.suffix}" tidak dikenal', mend=f"Pakai salah satu akhiran: {', '.join(_FORMATS)}."
        )
    return form


_FOLDER = click.Path(file_okay=False, path_type=Path)


@command("view")
@click.argument("name", required=False, metavar="NAMA")
@output_option("BERKAS.svg|png|pdf|dot|html")
@click.option("--list", "listing", is_flag=True, help="Daftar gambar yang tersedia.")
@click.option("--explain", is_flag=True, help="Jelaskan isinya; dengan --elemen: mengapa ia tampak atau tidak.")
@click.option("--all", "target", type=_FOLDER, metavar="FOLDER", help="Buat semua gambar di folder ini.")
@click.option("--elemen", "--fokus", "elemen", metavar="KODE", help="Elemen yang menjadi pusat gambar.")
@click.option("--kedalaman", type=click.IntRange(1, 6), metavar="N", help="Jumlah langkah dari elemen itu (1-6).")
@click.option("--arah", type=click.Choice(["dua", "keluar", "masuk"]), help="Arah relasi yang ditelusuri.")
@opd_option
@instansi_option
@click.option("--tanda", metavar="TEKS", help='Tulisan yang melintang di gambar, misalnya "DATA CONTOH".')
@click.option("--tema", type=click.Path(dir_okay=False, path_type=Path), envvar="ARCHREPO_TEMA", metavar="BERKAS.yaml",
              help="Nama daerah, lambang, dan warna sendiri (atau ARCHREPO_TEMA).")  # fmt: skip
@click.option("--folder", type=_FOLDER, envvar="ARCHREPO_VIEWS", metavar="FOLDER",
              help="Folder berisi tampilan buatan sendiri (atau ARCHREPO_VIEWS).")  # fmt: skip
@click.option("--tautan", metavar="ALAMAT", help="Alamat halaman setiap elemen, dengan {kode} di tempat kodenya.")
@click.option("--since", metavar="TANGGAL|RILIS|#BATCH", help="Keadaan sebelumnya, untuk tampilan perubahan.")
@as_of_option
@click.pass_context
def view(ctx: click.Context, /, name: str | None, output: Path | None, **given: Any) -> None:
    """Gambarkan arsitektur."""
    from archrepo.drawing.catalogue import load_view

    folder = given["folder"]
    if given["listing"]:
        _list(folder)
        return
    if name is None and given["target"] is None:
        raise UsageError("Nama gambar belum disebut", mend="Lihat pilihannya dengan: archrepo view --list")
    form = _form_of(output)
    definition = load_view(name, folder) if name is not None else None
    compares = definition is not None and definition.source == "perubahan"
    if compares and given["since"] is None and not given["explain"]:
        raise UsageError(
            f'Tampilan "{name}" memerlukan keadaan sebelumnya', mend="Tambahkan: --since TANGGAL, RILIS, atau #BATCH"
        )
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.opening import find_instansi, find_units, read_landscape

    landscape = read_landscape(ctx.obj.database, as_of=given["as_of"])
    home = find_instansi(landscape, given["instansi"])
    units = find_units(landscape, home.id, given["opd"]) if given["opd"] else None
    wishes = _wishes(given, home.id, units)
    if given["target"] is not None:
        _draw_all(landscape, given["target"], folder, wishes)
        return
    assert definition is not None  # noqa: S101 - said above
    with progress(f"Menggambar {definition.name}"):
        wishes["findings"] = _findings(landscape, [definition], home.id)
        if given["explain"]:
            _explain(landscape, definition, given["elemen"], wishes)
            return
        wishes |= {"focus": given["elemen"], "depth": given["kedalaman"], "direction": given["arah"]}
        if compares:
            wishes |= _changes(ctx.obj.database, given["since"], landscape, home.nama)
        _draw(landscape, definition, output, form, wishes)


def _wishes(given: dict[str, Any], instansi_id: int, units: frozenset[int] | None) -> Wishes:
    from archrepo.drawing.theme_file import load_theme

    return {
        "opd_ids": units,
        "instansi_id": instansi_id,
        "watermark": given["tanda"],
        "theme": load_theme(given["tema"]) if given["tema"] is not None else None,
        "page_of": given["tautan"],
    }


def _changes(url: str, since: str, landscape: Landscape, home: str) -> Wishes:
    from archrepo.commands.opening import read_landscape
    from archrepo.declarations.kalimat import day_text
    from archrepo.landscape.perbandingan import compare
    from archrepo.reports.perubahan import changes_of

    before = read_landscape(url, as_of=since)
    told = since if not since[:1].isdigit() else day_text(before.as_of)
    return {"changes": changes_of(compare(before, landscape), home), "region_name": f"{home}, perubahan sejak {told}"}


def _findings(landscape: Landscape, views: list[ViewDefinition], instansi_id: int) -> Any:
    from archrepo.reports.gambar import findings_for

    return findings_for(landscape, views, instansi_id=instansi_id)


def _list(folder: Path | None) -> None:
    from archrepo.drawing import catalogue

    rows = catalogue.describe(folder)
    widest = max(len(row.name) for row in rows)
    for row in rows:
        own = " (buatan sendiri)" if row.is_own else ""
        click.echo(f"{row.name:{widest}} {row.title}{own}: {row.question}")


def _explain(landscape: Landscape, definition: ViewDefinition, kode: str | None, wishes: Wishes) -> None:
    from archrepo.drawing.explanation import explain_view

    for line in explain_view(landscape, definition, kode=kode, **wishes):
        click.echo(line)


def _draw(landscape: Landscape, definition: ViewDefinition, output: Path | None, form: str, wishes: Wishes) -> None:
    from archrepo.drawing import draw, draw_to_file

    if output is None or str(output) == "-":
        sys.stdout.buffer.write(draw(landscape, definition, format=form, **wishes))
    else:
        draw_to_file(landscape, definition, path=output, **wishes)
        click.echo(f"Gambar dibuat: {output}", err=True)


def _draw_all(landscape: Landscape, target: Path, folder: Path | None, wishes: Wishes) -> None:
    from archrepo.berkas import make_folder
    from archrepo.cli.kemajuan import progress
    from archrepo.drawing.album import draw_album
    from archrepo.drawing.catalogue import drawable_views

    make_folder(target)
    views = drawable_views(folder)
    wishes["findings"] = _findings(landscape, views, wishes["instansi_id"] or 0)
    missing = None
    with progress(f"Menggambar {len(views)} tampilan"):
        for number, done in enumerate(draw_album(landscape, views, target, _ALBUM, **wishes), 1):
            missing = missing or done.missing
            for path in done.paths:
                click.echo(str(path))
            click.echo(f"{number} dari {len(views)}: {done.view.title}", err=True)
    if missing is not None:
        raise missing
