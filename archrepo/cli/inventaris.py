"""Commands that show what is there: list, show, search."""

from __future__ import annotations

import json

import rich_click as click

from archrepo.cli.opsi import as_of_option, format_option, instansi_option, opd_option
from archrepo.cli.perintah import command
from archrepo.declarations.metamodel import LAYERS


@command("list")
@click.option(
    "--layer",
    type=click.Choice(LAYERS),
    default="aplikasi",
    show_default=True,
    metavar="LAPISAN",
    help="Lapisan yang didaftar.",
)
@click.option("--jenis", metavar="JENIS", help="Hanya objek jenis ini, misalnya Server.")
@click.option("--status", metavar="KATA", help="Hanya yang berstatus ini, misalnya aktif.")
@click.option("--integrasi", metavar="KATA", help="Hanya yang status integrasinya ini, misalnya di_luar.")
@click.option("--kolom", metavar="ISIAN,…", help="Kolom yang ditampilkan, dipisah koma.")
@opd_option
@instansi_option
@format_option("table", "json", "csv")
@as_of_option
@click.pass_context
def list_command(
    ctx: click.Context,
    layer: str,
    jenis: str | None,
    status: str | None,
    integrasi: str | None,
    kolom: str | None,
    opd: tuple[str, ...],
    instansi: str | None,
    form: str,
    as_of: str | None,
) -> None:
    """Daftar objek, dengan saringan dan pilihan kolom."""
    from archrepo.cli.tabel import print_rows
    from archrepo.commands.opening import find_instansi, find_units, read_landscape
    from archrepo.exchange.listing import Filter, list_rows

    landscape = read_landscape(ctx.obj.database, as_of=as_of)
    home = find_instansi(landscape, instansi)
    units = find_units(landscape, home.id, opd) if opd else None
    wanted = tuple(part.strip() for part in kolom.split(",") if part.strip()) if kolom else ()
    rows = list_rows(landscape, Filter(home.id, layer, jenis, units, status, integrasi), wanted)
    if form == "json":
        click.echo(json.dumps({"rows": rows}, ensure_ascii=False, indent=1))
    else:
        print_rows(rows, form, empty="Tidak ada yang cocok.")


@command("show")
@click.argument("kode")
@format_option("table", "json")
@instansi_option
@as_of_option
@click.pass_context
def show(ctx: click.Context, kode: str, form: str, instansi: str | None, as_of: str | None) -> None:
    """Tampilkan satu objek: isian, hubungan, sumber, dan status dengan alasannya."""
    from archrepo.commands.opening import find_instansi, read_landscape
    from archrepo.exchange.portrait import portrait, portrait_text

    landscape = read_landscape(ctx.obj.database, as_of=as_of)
    home = find_instansi(landscape, instansi).id if instansi else None
    found = portrait(landscape, landscape.by_kode(kode, home))
    click.echo(json.dumps(found, ensure_ascii=False, indent=1) if form == "json" else portrait_text(found))


@command("search")
@click.argument("words", nargs=-1, required=True, metavar="KATA…")
@click.option(
    "--jumlah", type=click.IntRange(1, 200), default=20, show_default=True, metavar="N", help="Hasil terbanyak."
)
@format_option("table", "json", "csv")
@as_of_option
@click.pass_context
def search(ctx: click.Context, words: tuple[str, ...], jumlah: int, form: str, as_of: str | None) -> None:
    """Cari objek menurut nama, singkatan, alamat, fungsi, atau kode; salah ketik tetap ketemu."""
    from archrepo.cli.tabel import print_rows
    from archrepo.commands.opening import read_landscape
    from archrepo.exchange.listing import search_rows

    rows = search_rows(read_landscape(ctx.obj.database, as_of=as_of), " ".join(words), jumlah)
    if form == "json":
        click.echo(json.dumps({"rows": rows}, ensure_ascii=False, indent=1))
    else:
        print_rows(rows, form, empty="Tidak ditemukan. Coba kata lain, atau: archrepo list")
