"""Commands that take data in: import, apply, template."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import rich_click as click

from archrepo.cli.main import Settings
from archrepo.cli.opsi import format_option, instansi_option
from archrepo.cli.perintah import command
from archrepo.declarations.metamodel import LAYERS
from archrepo.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from archrepo.commands.importing import ImportRequest
    from archrepo.intake.outcome import ImportOutcome


Command = TypeVar("Command", bound=Callable[..., Any])


def _pairs(option: str, texts: tuple[str, ...], example: str) -> tuple[tuple[str, str], ...]:
    """Take texts of the form ``kiri=kanan`` apart at their last equals sign."""
    pairs = []
    for text in texts:
        left, found, right = text.rpartition("=")
        if not found or not left.strip() or not right.strip():
            raise UsageError(f'{option} "{text}" tidak dapat dibaca', mend=f"Tulis {option} {example}.")
        pairs.append((left.strip(), right.strip()))
    return tuple(pairs)


def _show(outcome: ImportOutcome, form: str) -> None:
    if form == "json":
        from archrepo.intake.outcome import outcome_json

        click.echo(json.dumps(outcome_json(outcome), ensure_ascii=False, indent=1))
    else:
        from archrepo.cli.hasil_impor import print_outcome

        print_outcome(outcome)


def _exit(ctx: click.Context, outcome: ImportOutcome) -> None:
    if outcome.has_refused:
        ctx.exit(int(ExitCode.BAD_NEWS))


def _report_option(function: Command) -> Command:
    return click.option(
        "--report",
        "report_file",
        type=click.Path(dir_okay=False, path_type=Path),
        callback=_workbook_name,
        metavar="BERKAS.xlsx",
        help="Salinan berkas dengan sel yang perlu diperbaiki diwarnai dan diberi catatan.",
    )(function)


def _workbook_name(_ctx: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    if path is not None and path.suffix.lower() != ".xlsx":
        raise UsageError(f'"{path.name}" bukan nama buku kerja', mend="Tulis --report BERKAS.xlsx.")
    return path


@command("import")
@click.argument("paths", nargs=-1, required=True, metavar="BERKAS|FOLDER…")
@click.option("--opd", metavar="NAMA", help="Perangkat Daerah pengirim, bila tidak tertulis di berkas.")
@click.option("--layer", type=click.Choice(LAYERS), metavar="LAPISAN", help="Lapisan isi berkas, bila tidak jelas.")
@instansi_option
@click.option("--map", "maps", multiple=True, metavar='"Kolom=isian"', help="Betulkan tebakan kolom; boleh diulang.")
@click.option("--rename", "renames", multiple=True, metavar='"Lama=Baru"',
              help="Baris bernama Baru adalah aplikasi Lama yang berganti nama; boleh diulang.")  # fmt: skip
@click.option("--kosakata", "vocabulary", envvar="ARCHREPO_KOSAKATA", metavar="BERKAS.yaml",
              type=click.Path(dir_okay=False),
              help="Tulisan setempat untuk pilihan isian, misalnya nama ruang server.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Tunjukkan apa yang akan terjadi; tidak ada yang ditulis.")
@click.option("--plan", "plan_file", type=click.Path(dir_okay=False, path_type=Path), metavar="BERKAS.json",
              help="Simpan rencana impor untuk diterapkan dengan: archrepo apply.")  # fmt: skip
@_report_option
@click.option("--partial", is_flag=True, help="Tulis baris yang benar walau ada baris yang perlu diperbaiki.")
@format_option("table", "json")
@click.pass_context
def import_command(
    ctx: click.Context,
    paths: tuple[str, ...],
    opd: str | None,
    layer: str | None,
    instansi: str | None,
    maps: tuple[str, ...],
    renames: tuple[str, ...],
    vocabulary: str | None,
    *,
    dry_run: bool,
    plan_file: Path | None,
    report_file: Path | None,
    partial: bool,
    form: str,
) -> None:
    """Impor lembar kerja (xlsx, xls, ods, csv, json) dari Perangkat Daerah."""
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.importing import (
        ImportRequest,
        import_files,
        preview,
        read_request,
        save_plan,
    )
    from archrepo.commands.opening import opened

    settings: Settings = ctx.obj
    request = ImportRequest(
        paths,
        opd,
        layer,
        instansi,
        _pairs("--map", maps, '"Judul Kolom=isian", misalnya --map "Tempat=url"'),
        partial,
        _pairs("--rename", renames, '"Nama Lama=Nama Baru"'),
        vocabulary,
    )
    with opened(settings.database) as repository:
        with progress("Membaca berkas"):
            readings = read_request(request, repository)
        if dry_run or plan_file is not None:
            with progress("Menyusun rencana"):
                outcome = preview(repository, request, readings)
            if plan_file is not None:
                save_plan(plan_file, request, readings, outcome)
        else:
            with progress("Menulis ke repositori"):
                outcome = import_files(repository, settings.pelaku, request, readings)
    _show(outcome, form)
    if report_file is not None:
        _write_reports(request, outcome, report_file)
    _exit(ctx, outcome)


def _write_reports(request: ImportRequest, outcome: ImportOutcome, target: Path) -> None:
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.importing import write_reports

    with progress("Menulis salinan untuk diperbaiki"):
        written = write_reports(request, outcome, target)
    for path, count in written.items():
        click.echo(f"Salinan dengan {count} hal yang perlu diperbaiki: {path}", err=True)
    if not written:
        click.echo("Tidak ada yang perlu diperbaiki; salinan tidak dibuat.", err=True)


@command("apply")
@click.argument("plan_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="RENCANA.json")
@_report_option
@format_option("table", "json")
@click.pass_context
def apply_command(ctx: click.Context, plan_file: Path, report_file: Path | None, form: str) -> None:
    """Terapkan rencana impor persis seperti yang sudah diperiksa."""
    from archrepo.commands.importing import apply_saved, saved_request
    from archrepo.commands.opening import opened

    settings: Settings = ctx.obj
    with opened(settings.database) as repository:
        outcome = apply_saved(repository, settings.pelaku, plan_file)
    _show(outcome, form)
    if report_file is not None:
        _write_reports(saved_request(plan_file), outcome, report_file)
    _exit(ctx, outcome)


@command("template")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), metavar="BERKAS.xlsx")
@click.option("--opd", metavar="NAMA", help="Isi dengan yang sudah diketahui tentang Perangkat Daerah ini.")
@instansi_option
@click.pass_context
def template(ctx: click.Context, path: Path, opd: str | None, instansi: str | None) -> None:
    """Buat buku kerja isian untuk dikirim ke Perangkat Daerah."""
    from archrepo.commands.opening import find_instansi, find_unit, read_landscape
    from archrepo.exchange.template import write_template

    landscape = read_landscape(ctx.obj.database)
    home = find_instansi(landscape, instansi)
    unit = find_unit(landscape, home.id, opd) if opd else None
    write_template(landscape, path, unit_id=unit.id if unit else None, instansi_id=home.id)
    click.echo(f"Templat dibuat: {path}", err=True)
