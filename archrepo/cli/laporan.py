"""Commands that report: report."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from archrepo.cli.opsi import as_of_option, instansi_option, output_option, rules_option
from archrepo.cli.perintah import command
from archrepo.errors import UsageError


@command("report")
@click.argument("name", required=False, metavar="NAMA")
@output_option("BERKAS.xlsx|html|pdf|csv")
@click.option("--list", "listing", is_flag=True, help="Daftar laporan yang tersedia.")
@instansi_option
@click.option("--tanda", metavar="TEKS", help='Tulisan yang melintang di laporan, misalnya "DATA CONTOH".')
@rules_option
@as_of_option
@click.pass_context
def report(
    ctx: click.Context,
    name: str | None,
    output: Path | None,
    instansi: str | None,
    tanda: str | None,
    rules_file: Path | None,
    as_of: str | None,
    *,
    listing: bool,
) -> None:
    """Buat laporan untuk pimpinan dan Perangkat Daerah."""
    from archrepo.reports.daftar import describe, write_report

    if listing:
        for row in describe():
            click.echo(f"{row.name:22} {row.title} ({', '.join(row.formats)})")
        return
    if name is None:
        raise UsageError("Nama laporan belum disebut", mend="Lihat pilihannya dengan: archrepo report --list")
    if output is None or str(output) == "-":
        raise UsageError("Nama berkas hasil belum disebut", mend=f"Misalnya: archrepo report {name} -o laporan.html")
    from archrepo.checks.registry import own_rules, run_checks
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.opening import find_instansi, read_landscape

    landscape = read_landscape(ctx.obj.database, as_of=as_of)
    home = find_instansi(landscape, instansi)
    with progress(f"Menyusun {name}"):
        findings = run_checks(landscape, instansi_id=home.id, own=own_rules(rules_file)).findings
        write_report(name, landscape, output, findings=findings, instansi_id=home.id, watermark=tanda)
    click.echo(f"Laporan dibuat: {output}", err=True)
