"""Commands that check: check, check explain, check waive."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import rich_click as click

from archrepo.cli.calon import candidate
from archrepo.cli.opsi import format_option, instansi_option, opd_option, output_option
from archrepo.cli.perintah import group
from archrepo.errors import ExitCode, UsageError

_FORMS = ("table", "json", "sarif", "junit", "csv", "xlsx", "html")


@group("check", invoke_without_command=True)
@click.option("--only", metavar="KODE|KELUARGA,…", help="Hanya aturan ini, misalnya INT001 atau DUP,INT.")
@opd_option
@instansi_option
@format_option(*_FORMS)
@output_option()
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Mulai keparahan mana perintah ini berakhir dengan kode 1.",
)
@click.pass_context
def check(
    ctx: click.Context,
    only: str | None,
    opd: tuple[str, ...],
    instansi: str | None,
    form: str,
    output: Path | None,
    fail_on: str,
) -> None:
    """Periksa inventaris: yang tercatat lebih dari sekali, di luar Pusat Data, belum lengkap."""
    if ctx.invoked_subcommand is not None:
        return
    from archrepo.checks.registry import run_checks
    from archrepo.checks.rendering.writing import write_result
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.opening import find_instansi, find_units, read_landscape

    landscape = read_landscape(ctx.obj.database)
    home = find_instansi(landscape, instansi) if instansi or opd else None
    home_id = home.id if home is not None else None
    units = find_units(landscape, home.id, opd) if home is not None and opd else None
    codes = tuple(part.strip() for part in only.split(",") if part.strip()) if only else ()
    with progress("Memeriksa"):
        result = run_checks(landscape, only=codes, opd_ids=units, instansi_id=home_id)
    target = None if output is None or str(output) == "-" else output
    if form == "xlsx" and target is None:
        raise UsageError("Hasil xlsx perlu nama berkas", mend="Tambahkan: -o catatan-perbaikan.xlsx")
    text = write_result(landscape, result, form, target)
    if text is not None:
        click.echo(text)
    else:
        click.echo(f"Ditulis: {target}", err=True)
    if fail_on != "never":
        heavy = {"error"} if fail_on == "error" else {"error", "warning"}
        if any(finding.severity in heavy and finding.waived is None for finding in result.findings):
            ctx.exit(int(ExitCode.BAD_NEWS))


@check.command("explain")
@click.argument("code", metavar="KODE")
def explain(code: str) -> None:
    """Jelaskan satu aturan: artinya, dasarnya, contohnya, dan cara memperbaiki."""
    from archrepo.checks.rendering.writing import explanation_text

    click.echo(explanation_text(code))


@check.command("waive")
@click.argument("fingerprint", metavar="SIDIK")
@click.option("--alasan", required=True, metavar="TEKS", help="Mengapa catatan ini dikesampingkan.")
@click.option("--sampai", type=click.DateTime(["%Y-%m-%d"]), metavar="TTTT-BB-HH", help="Berlaku sampai hari ini.")
@click.pass_context
def waive(ctx: click.Context, fingerprint: str, alasan: str, sampai: datetime | None) -> None:
    """Kesampingkan satu catatan perbaikan, dengan alasan; tetap dihitung dan disebut."""
    from archrepo.commands.waiving import waive_finding

    until = sampai.date() if sampai else None
    waive_finding(ctx.obj.database, ctx.obj.pelaku, fingerprint, reason=alasan, until=until)
    click.echo("Catatan perbaikan dikesampingkan.", err=True)


check.add_command(candidate)
