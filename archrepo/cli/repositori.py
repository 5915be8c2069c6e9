"""Commands on the repository itself: init."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from archrepo.cli.perintah import command


@command("init")
@click.option("--instansi", metavar="NAMA", help="Nama pemerintah daerah, misalnya: Kabupaten Tabanan.")
@click.option("--domain", metavar="DOMAIN", help="Domain situs pemerintah daerah, misalnya: tabanankab.go.id.")
@click.option(
    "--unit",
    "unit_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BERKAS.yaml",
    help="Daftar Perangkat Daerah beserta nama lainnya.",
)
@click.pass_context
def init(ctx: click.Context, instansi: str | None, domain: str | None, unit_file: Path | None) -> None:
    """Buat repositori baru, atau perbarui yang lama; aman diulang."""
    from archrepo.commands.initialise import initialise

    result = initialise(ctx.obj.database, ctx.obj.pelaku, instansi=instansi, domain=domain, unit_file=unit_file)
    click.echo(f"Repositori siap: {result.where}", err=True)
    click.echo(f"Instansi: {result.instansi}; {result.units} Perangkat Daerah tercatat.", err=True)
    click.echo("Berikutnya: archrepo import BERKAS.xlsx", err=True)
