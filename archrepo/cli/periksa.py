"""Commands that check: check, and what belongs to it: explain, score, trend, waive, answers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from archrepo.cli.calon import candidate
from archrepo.cli.opsi import as_of_option, format_option, instansi_option, opd_option, output_option, rules_option
from archrepo.cli.perintah import group
from archrepo.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from archrepo.checks.perubahan import Lama

_FORMS = ("table", "json", "sarif", "junit", "csv", "xlsx", "html")

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@group("check", invoke_without_command=True)
@click.option("--only", metavar="KODE|KELUARGA,…", help="Hanya aturan ini, misalnya INT001 atau DUP,INT.")
@opd_option
@instansi_option
@rules_option
@click.option(
    "--baseline",
    type=_FILE,
    metavar="BERKAS.json",
    help="Hanya yang baru sejak hasil ini (dari check --format json -o BERKAS.json).",
)
@click.option("--since", metavar="TANGGAL|RILIS|#BATCH", help="Hanya yang baru sejak keadaan ini.")
@format_option(*_FORMS)
@output_option()
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Mulai keparahan mana perintah ini berakhir dengan kode 1.",
)
@as_of_option
@click.pass_context
def check(
    ctx: click.Context,
    only: str | None,
    opd: tuple[str, ...],
    instansi: str | None,
    rules_file: Path | None,
    baseline: Path | None,
    since: str | None,
    form: str,
    output: Path | None,
    fail_on: str,
    as_of: str | None,
) -> None:
    """Periksa inventaris: yang tercatat lebih dari sekali, di luar Pusat Data, belum lengkap."""
    if ctx.invoked_subcommand is not None:
        return
    from archrepo.checks.perubahan import as_earlier, read_earlier
    from archrepo.checks.registry import own_rules, run_checks
    from archrepo.checks.registry import since as new_since
    from archrepo.checks.rendering.writing import write_result
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.opening import find_instansi, find_units, read_landscape

    target = None if output is None or str(output) == "-" else output
    if since is not None and baseline is not None:
        raise UsageError("--since dan --baseline tidak dapat dipakai bersama", mend="Pilih salah satu.")
    if form == "xlsx" and target is None:
        raise UsageError("Hasil xlsx perlu nama berkas", mend="Tambahkan: -o catatan-perbaikan.xlsx")
    own, earlier = own_rules(rules_file), read_earlier(baseline) if baseline is not None else None
    landscape = read_landscape(ctx.obj.database, as_of=as_of)
    home = find_instansi(landscape, instansi) if instansi or opd else None
    home_id = home.id if home is not None else None
    units = find_units(landscape, home.id, opd) if home is not None and opd else None
    codes = tuple(part.strip() for part in only.split(",") if part.strip()) if only else ()
    with progress("Memeriksa"):
        result = run_checks(landscape, only=codes, opd_ids=units, instansi_id=home_id, own=own)
        if since is not None:
            state = read_landscape(ctx.obj.database, as_of=since)
            was = run_checks(state, only=codes, opd_ids=units, instansi_id=home_id, own=own)
            result = new_since(result, as_earlier((*was.findings, *was.waived)), since)
    if earlier is not None and baseline is not None:
        result = new_since(result, earlier, baseline.name)
    text = write_result(landscape, result, form, target)
    if text is not None:
        click.echo(text)
    else:
        click.echo(f"Ditulis: {target}", err=True)
    if result.reaches(fail_on):
        ctx.exit(int(ExitCode.BAD_NEWS))


@check.command("explain")
@click.argument("code", metavar="KODE")
@rules_option
def explain(code: str, rules_file: Path | None) -> None:
    """Jelaskan satu aturan: artinya, dasarnya, contohnya, dan cara memperbaiki."""
    from archrepo.checks.registry import own_rules
    from archrepo.checks.rendering.writing import explanation_text

    click.echo(explanation_text(code, own_rules(rules_file)))


@check.command("score")
@instansi_option
@rules_option
@as_of_option
@click.pass_context
def score(ctx: click.Context, instansi: str | None, rules_file: Path | None, as_of: str | None) -> None:
    """Hitung skor setiap domain dan Perangkat Daerah, dengan rumusnya."""
    from archrepo.checks.registry import own_rules, run_checks
    from archrepo.checks.rendering.table import score_lines
    from archrepo.checks.skor import scored
    from archrepo.commands.opening import find_instansi, read_landscape

    landscape = read_landscape(ctx.obj.database, as_of=as_of)
    home = find_instansi(landscape, instansi).id if instansi else None
    result = run_checks(landscape, instansi_id=home, own=own_rules(rules_file))
    click.echo("\n".join(score_lines(scored(landscape, result, home))))


def _findings_of(url: str, point: str, rules_file: Path | None) -> tuple[Lama, ...]:
    """Return the findings that a saved document holds, or those of a state of the repository."""
    from archrepo.checks.perubahan import as_earlier, read_earlier
    from archrepo.checks.registry import own_rules, run_checks
    from archrepo.commands.opening import read_landscape

    if Path(point).suffix == ".json":
        return read_earlier(Path(point))
    result = run_checks(read_landscape(url, as_of=point), own=own_rules(rules_file))
    return as_earlier((*result.findings, *result.waived))


@check.command("trend")
@click.argument("points", metavar="BERKAS.json|TANGGAL|RILIS|#BATCH…", nargs=-1, required=True)
@rules_option
@click.pass_context
def trend(ctx: click.Context, points: tuple[str, ...], rules_file: Path | None) -> None:
    """Bandingkan jumlah catatan pada beberapa saat, dari yang terlama: keadaan, atau hasil check --format json."""
    from archrepo.checks.perubahan import trend as trend_of
    from archrepo.checks.rendering.table import trend_lines
    from archrepo.declarations.istilah import SEVERITY_LABELS

    found = [(Path(point).stem, _findings_of(ctx.obj.database, point, rules_file)) for point in points]
    click.echo("\n".join(trend_lines(trend_of(found, SEVERITY_LABELS))))


@check.command("waive")
@click.argument("fingerprint", metavar="SIDIK")
@click.option("--alasan", required=True, metavar="TEKS", help="Mengapa catatan ini dikesampingkan.")
@click.option("--sampai", type=click.DateTime(["%Y-%m-%d"]), metavar="TTTT-BB-HH", help="Berlaku sampai hari ini.")
@rules_option
@click.pass_context
def waive(ctx: click.Context, fingerprint: str, alasan: str, sampai: datetime | None, rules_file: Path | None) -> None:
    """Kesampingkan satu catatan perbaikan, dengan alasan; tetap dihitung dan disebut."""
    from archrepo.checks.registry import own_rules
    from archrepo.commands.waiving import waive_finding

    until, own = sampai.date() if sampai else None, own_rules(rules_file)
    waive_finding(ctx.obj.database, ctx.obj.pelaku, fingerprint, reason=alasan, until=until, own=own)
    click.echo("Catatan perbaikan dikesampingkan.", err=True)


@check.command("answers")
@click.argument("workbook", metavar="BERKAS.xlsx", type=_FILE)
@click.option("--dry-run", is_flag=True, help="Tampilkan saja, jangan menulis.")
@rules_option
@click.pass_context
def answers(ctx: click.Context, workbook: Path, rules_file: Path | None, *, dry_run: bool) -> None:
    """Terima jawaban Perangkat Daerah dari buku kerja catatan perbaikan yang dikirim balik."""
    from archrepo.checks.registry import own_rules
    from archrepo.checks.rendering.jawaban import answer_lines
    from archrepo.commands.waiving import receive_answers

    outcome = receive_answers(ctx.obj.database, ctx.obj.pelaku, workbook, own=own_rules(rules_file), dry_run=dry_run)
    for line in answer_lines(outcome, dry_run=dry_run):
        click.echo(line)
    if outcome.problems:
        ctx.exit(int(ExitCode.BAD_NEWS))


check.add_command(candidate)
