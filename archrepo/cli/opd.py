"""Commands on units: opd list, confirm, alias, merge."""

from __future__ import annotations

import json

import rich_click as click

from archrepo.cli.opsi import as_of_option, format_option, instansi_option
from archrepo.cli.perintah import group


@group("opd")
def opd() -> None:
    """Perangkat Daerah dan nama-namanya."""


@opd.command("list")
@click.option("--keadaan", type=click.Choice(["tercatat", "perlu_konfirmasi"]), metavar="KEADAAN",
              help="Hanya yang tercatat, atau yang perlu_konfirmasi.")  # fmt: skip
@format_option("table", "json", "csv")
@instansi_option
@as_of_option
@click.pass_context
def list_units(ctx: click.Context, keadaan: str | None, form: str, instansi: str | None, as_of: str | None) -> None:
    """Daftar Perangkat Daerah, jumlah aplikasi yang dilaporkan, dan yang perlu dikonfirmasi."""
    from archrepo.cli.tabel import print_rows
    from archrepo.commands.opening import find_instansi, read_landscape

    landscape = read_landscape(ctx.obj.database, as_of=as_of)
    home = find_instansi(landscape, instansi)
    rows = [
        {
            "kode": unit.kode,
            "nama": unit.nama,
            "singkatan": unit.singkatan or "",
            "alias": "; ".join(unit.alias),
            "keadaan": unit.keadaan,
            "melaporkan": len(landscape.out(unit.id, "R58")),
            "memiliki": len(landscape.out(unit.id, "R15")),
        }
        for unit in landscape.units(home.id)
        if keadaan in (None, unit.keadaan)
    ]
    if form == "json":
        click.echo(json.dumps({"units": rows}, ensure_ascii=False, indent=1))
    else:
        print_rows(rows, form, empty="Tidak ada Perangkat Daerah.")


@opd.command("confirm")
@click.argument("name", metavar="NAMA")
@instansi_option
@click.pass_context
def confirm(ctx: click.Context, name: str, instansi: str | None) -> None:
    """Pastikan unit yang belum dikenal memang Perangkat Daerah."""
    from archrepo.commands.opening import opened
    from archrepo.commands.units import confirm_unit

    with opened(ctx.obj.database) as repository:
        unit = confirm_unit(repository, ctx.obj.pelaku, name, instansi=instansi)
    click.echo(f"{unit.kode} {unit.nama} dikonfirmasi.")


@opd.command("alias")
@click.argument("alias", metavar="NAMA-LAIN")
@click.argument("name", metavar="NAMA-UNIT")
@instansi_option
@click.pass_context
def add_alias(ctx: click.Context, alias: str, name: str, instansi: str | None) -> None:
    """Ingat bahwa NAMA-LAIN berarti NAMA-UNIT; baris yang menunggu ikut dipindahkan."""
    from archrepo.commands.opening import opened
    from archrepo.commands.units import alias_unit

    with opened(ctx.obj.database) as repository:
        unit = alias_unit(repository, ctx.obj.pelaku, alias, name, instansi=instansi)
    click.echo(f'"{alias}" sekarang berarti {unit.nama}.')


@opd.command("merge")
@click.argument("keep", metavar="NAMA-UNIT")
@click.argument("gone", metavar="UNIT-YANG-SAMA")
@instansi_option
@click.pass_context
def merge(ctx: click.Context, keep: str, gone: str, instansi: str | None) -> None:
    """Gabungkan dua unit yang sama; aplikasi dan laporannya pindah ke NAMA-UNIT."""
    from archrepo.commands.opening import opened
    from archrepo.commands.units import merge_units

    with opened(ctx.obj.database) as repository:
        unit = merge_units(repository, ctx.obj.pelaku, keep, gone, instansi=instansi)
    click.echo(f'"{gone}" digabung ke {unit.nama}.')
