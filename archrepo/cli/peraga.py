"""Commands that show the product: demo."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from archrepo.cli.perintah import command


@command("demo")
@click.argument("folder", type=click.Path(path_type=Path), default="demo-output", metavar="[FOLDER]")
@click.pass_context
def demo(ctx: click.Context, folder: Path) -> None:
    """Jalankan semuanya pada kabupaten contoh: impor, periksa, gambar, laporan."""
    from archrepo.commands.demo import run_demo

    result = run_demo(folder, ctx.obj.pelaku, lambda line: click.echo(line, err=True))
    rows = sum(len(sheet.outcomes) for sheet in result.outcome.sheets)
    found = len(result.check.findings)
    click.echo(f"DATA CONTOH: {rows} baris dari {len(result.outcome.files)} berkas; {found} catatan perbaikan.")
    click.echo(f"Hasil di {folder}:")
    for path, what in result.made:
        click.echo(f"  {path.relative_to(folder)!s:45} {what}")
    for line in result.missing:
        click.echo(f"  Belum dibuat: {line}", err=True)
    click.echo("Mulai dari laporan/ringkasan-pimpinan.pdf dan gambar/lanskap.png.")
