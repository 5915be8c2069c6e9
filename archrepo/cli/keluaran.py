"""Commands that take data out: export."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from archrepo.cli.opsi import as_of_option, format_option, instansi_option, output_option
from archrepo.cli.perintah import command
from archrepo.declarations.metamodel import LAYERS


@command("export")
@click.option("--layer", type=click.Choice(LAYERS), metavar="LAPISAN", help="Hanya lapisan ini.")
@format_option("csv", "json", "xlsx")
@output_option("BERKAS|FOLDER")
@instansi_option
@as_of_option
@click.pass_context
def export(
    ctx: click.Context, layer: str | None, form: str, output: Path | None, instansi: str | None, as_of: str | None
) -> None:
    """Keluarkan isi repositori; hasilnya dapat diimpor lagi."""
    from archrepo.commands.opening import find_instansi, read_landscape
    from archrepo.exchange.export import export_layers

    landscape = read_landscape(ctx.obj.database, as_of=as_of)
    home = find_instansi(landscape, instansi)
    target = None if output is None or str(output) == "-" else output
    written = export_layers(landscape, layer=layer, form=form, target=target, instansi_id=home.id)
    if target is None:
        click.echo(written, nl=False)
    else:
        click.echo(f"Ditulis: {target}", err=True)
