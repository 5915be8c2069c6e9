"""Commands on releases: release create, list, show, approve."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import rich_click as click

from archrepo.cli.opsi import format_option, instansi_option
from archrepo.cli.perintah import group

if TYPE_CHECKING:
    from archrepo.commands.releasing import Release


@group("release")
def release() -> None:
    """Rilis arsitektur: beri nama pada keadaan sekarang, dan catat penetapannya."""


def _row(row: Release) -> dict[str, object]:
    return {
        "kode": row.kode,
        "nama": row.nama,
        "periode": row.periode or "",
        "dibuat": row.moment.isoformat(timespec="seconds"),
        "entri": row.nomor,
        "segel": row.head,
        "sidik_isi": row.content,
        "penetapan": row.decree or "",
        "disetujui": row.approved.isoformat(timespec="seconds") if row.approved else "",
        "disetujui_oleh": row.approved_by or "",
    }


@release.command("create")
@click.argument("nama")
@click.option("--periode", metavar="TAHUN-TAHUN", help="Masa berlaku arsitektur, misalnya 2025-2029.")
@click.option("--regulasi", metavar="KODE", help="Regulasi yang menetapkannya, bila sudah ada.")
@instansi_option
@click.pass_context
def create(ctx: click.Context, nama: str, periode: str | None, regulasi: str | None, instansi: str | None) -> None:
    """Beri nama pada keadaan sekarang, misalnya: archrepo release create "Rilis Januari 2026"."""
    from archrepo.commands.opening import opened
    from archrepo.commands.releasing import create_release

    with opened(ctx.obj.database) as repository:
        made = create_release(repository, ctx.obj.pelaku, nama, periode=periode, decree=regulasi, instansi=instansi)
    click.echo(f"{made.kode} {made.nama}: keadaan sampai entri {made.nomor}.")
    click.echo(f"Sidik isi: {made.content}")


@release.command("list")
@format_option("table", "json", "csv")
@click.pass_context
def list_command(ctx: click.Context, form: str) -> None:
    """Daftar rilis."""
    from archrepo.cli.tabel import print_rows
    from archrepo.commands.opening import opened
    from archrepo.commands.releasing import list_releases

    with opened(ctx.obj.database) as repository:
        rows = [_row(row) for row in list_releases(repository)]
    if form == "json":
        click.echo(json.dumps({"releases": rows}, ensure_ascii=False, indent=1))
    else:
        shown = ("kode", "nama", "periode", "dibuat", "penetapan", "disetujui")
        print_rows(rows, form, empty="Belum ada rilis.", columns=shown if form == "table" else None)


@release.command("show")
@click.argument("name", metavar="RILIS")
@format_option("table", "json")
@click.pass_context
def show(ctx: click.Context, name: str, form: str) -> None:
    """Tampilkan satu rilis, segelnya, dan sidik isinya; sidik dihitung lagi dari jurnal."""
    from archrepo.commands.opening import opened
    from archrepo.commands.releasing import show_release

    with opened(ctx.obj.database) as repository:
        found, again = show_release(repository, name)
    document = _row(found) | {"sidik_isi_sekarang": again, "sesuai": again == found.content}
    if form == "json":
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    click.echo(f"{found.kode} {found.nama}")
    click.echo(f"  Dibuat: {found.moment:%d-%m-%Y %H:%M}, keadaan sampai entri {found.nomor}")
    if found.periode:
        click.echo(f"  Periode: {found.periode}")
    click.echo(f"  Segel: {found.head or '(belum ada batch)'}")
    same = "sesuai dengan jurnal" if again == found.content else f"TIDAK sesuai; dari jurnal: {again}"
    click.echo(f"  Sidik isi: {found.content} ({same})")
    click.echo(f"  Penetapan: {found.decree or 'belum dicatat'}")
    if found.approved:
        click.echo(f"  Disetujui: {found.approved:%d-%m-%Y}, dicatat oleh {found.approved_by}")


@release.command("approve")
@click.argument("name", metavar="RILIS")
@click.option("--regulasi", required=True, metavar="KODE", help="Regulasi yang menetapkan arsitektur ini.")
@click.option("--mulai", type=click.DateTime(["%Y-%m-%d"]), metavar="TTTT-BB-HH", help="Berlaku mulai hari ini.")
@click.pass_context
def approve(ctx: click.Context, name: str, regulasi: str, mulai: datetime | None) -> None:
    """Catat bahwa rilis ini sudah ditetapkan dengan suatu regulasi."""
    from archrepo.commands.opening import opened
    from archrepo.commands.releasing import approve_release

    with opened(ctx.obj.database) as repository:
        day = mulai.date() if mulai else None
        done = approve_release(repository, ctx.obj.pelaku, name, decree=regulasi, day=day)
    click.echo(f"{done.kode} {done.nama}: ditetapkan dengan {done.decree}.")
