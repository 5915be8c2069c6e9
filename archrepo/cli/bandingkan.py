"""Commands that compare: diff."""

from __future__ import annotations

import json
from pathlib import Path

import rich_click as click

from archrepo.cli.opsi import format_option, output_option, rules_option
from archrepo.cli.perintah import command
from archrepo.errors import UsageError


@command("diff")
@click.argument("before", metavar="SEMULA")
@click.argument("after", metavar="SEKARANG", default="kini")
@format_option("table", "json", "xlsx")
@output_option()
@click.option("--tanpa-catatan", "without_findings", is_flag=True, help="Jangan bandingkan catatan perbaikannya.")
@rules_option
@click.pass_context
def diff(
    ctx: click.Context,
    before: str,
    after: str,
    form: str,
    output: Path | None,
    rules_file: Path | None,
    *,
    without_findings: bool,
) -> None:
    """Bandingkan dua keadaan: tanggal, rilis, #BATCH, kini, atau berkas repositori lain."""
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.comparing import compare_states
    from archrepo.reports.perbandingan import diff_document, diff_text, write_diff_xlsx

    target = None if output is None or str(output) == "-" else output
    if target is not None and target.suffix.lower() == ".xlsx":
        form = "xlsx"
    if form == "xlsx" and target is None:
        raise UsageError("Hasil xlsx perlu nama berkas", mend="Tambahkan: -o perubahan.xlsx")
    with progress("Membandingkan"):
        found = compare_states(
            ctx.obj.database, before, after, with_findings=not without_findings, rules_file=rules_file
        )
    if form == "xlsx" and target is not None:
        write_diff_xlsx(found, target)
    else:
        text = json.dumps(diff_document(found), ensure_ascii=False, indent=1) if form == "json" else diff_text(found)
        if target is None:
            click.echo(text)
        else:
            from archrepo.berkas import write_bytes

            write_bytes(target, f"{text}\n".encode())
    if target is not None:
        click.echo(f"Ditulis: {target}", err=True)
