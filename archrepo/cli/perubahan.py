"""Commands that change single elements: add, edit, remove, merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich_click as click

from archrepo.cli.opsi import instansi_option
from archrepo.cli.perintah import command
from archrepo.declarations.metamodel import classes, kelas
from archrepo.errors import UsageError

if TYPE_CHECKING:
    from archrepo.commands.editing import EditResult


def _texts(pairs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign or not name.strip():
            raise UsageError(f'"{pair}" tidak dapat dibaca', mend="Tulis isian=nilai, misalnya status=aktif.")
        found[name.strip()] = text.strip()
    return found


def _versions(pairs: tuple[str, ...]) -> dict[str, int]:
    found = {}
    for pair in pairs:
        kode, _, number = pair.partition("=")
        if not kode.strip() or not number.strip().isdigit():
            raise UsageError(f'"{pair}" tidak dapat dibaca', mend="Tulis KODE=versi, misalnya DAA-0001=3.")
        found[kode.strip()] = int(number)
    return found


def _class_name(text: str) -> str:
    """Return the class that a name or label means, case ignored."""
    for name, row in classes().items():
        if text.casefold() in (name.casefold(), row.label.casefold()):
            return name
    return kelas(text).name


def _say(result: EditResult, done: str) -> None:
    said = f"{done} (versi {result.versi})" if result.changed else "tidak ada yang berubah"
    click.echo(f"{result.kode} {result.nama}: {said}.")
    for warning in result.warnings:
        click.echo(f"  {warning.message} ({warning.code}).\n    {warning.mend}", err=True)


@command("add")
@click.argument("class_name", metavar="JENIS")
@click.argument("pairs", nargs=-1, required=True, metavar="isian=nilai…")
@click.option("--opd", metavar="NAMA", help="Perangkat Daerah yang melaporkan.")
@instansi_option
@click.pass_context
def add(ctx: click.Context, class_name: str, pairs: tuple[str, ...], opd: str | None, instansi: str | None) -> None:
    """Tambah satu objek, misalnya: archrepo add aplikasi nama=SIMPEG status=aktif --opd BKPSDM."""
    from archrepo.commands.editing import add_element
    from archrepo.commands.opening import opened

    with opened(ctx.obj.database) as repository:
        name = _class_name(class_name)
        result = add_element(repository, ctx.obj.pelaku, name, _texts(pairs), unit=opd, instansi=instansi)
    _say(result, "ditambahkan")


@command("edit")
@click.argument("kode")
@click.argument("pairs", nargs=-1, required=True, metavar="isian=nilai…")
@click.option("--versi", type=int, metavar="N", help="Versi yang Anda baca; ditolak bila sudah diubah orang lain.")
@instansi_option
@click.pass_context
def edit(ctx: click.Context, kode: str, pairs: tuple[str, ...], versi: int | None, instansi: str | None) -> None:
    """Ubah isian satu objek; (hapus) mengosongkan isian."""
    from archrepo.commands.editing import edit_element
    from archrepo.commands.opening import opened

    with opened(ctx.obj.database) as repository:
        result = edit_element(repository, ctx.obj.pelaku, kode, _texts(pairs), instansi=instansi, versi=versi)
    _say(result, "diubah")


@command("remove")
@click.argument("kode")
@click.option("--versi", type=int, metavar="N", help="Versi yang Anda baca; ditolak bila sudah diubah orang lain.")
@instansi_option
@click.pass_context
def remove(ctx: click.Context, kode: str, versi: int | None, instansi: str | None) -> None:
    """Tandai satu objek sebagai dihapus; datanya tetap tersimpan."""
    from archrepo.commands.editing import remove_element
    from archrepo.commands.opening import opened

    with opened(ctx.obj.database) as repository:
        _say(remove_element(repository, ctx.obj.pelaku, kode, instansi=instansi, versi=versi), "ditandai dihapus")


@command("merge")
@click.argument("keep", metavar="KODE")
@click.argument("others", nargs=-1, required=True, metavar="KODE-LAIN…")
@click.option("--versi", "versions", multiple=True, metavar="KODE=N",
              help="Versi objek yang Anda baca; ditolak bila sudah diubah orang lain; boleh diulang.")  # fmt: skip
@instansi_option
@click.pass_context
def merge(
    ctx: click.Context, keep: str, others: tuple[str, ...], versions: tuple[str, ...], instansi: str | None
) -> None:
    """Gabungkan objek yang sama ke KODE; semua sumber, hubungan, dan nama lain ikut."""
    from archrepo.commands.merging import merge_elements
    from archrepo.commands.opening import opened

    with opened(ctx.obj.database) as repository:
        kept = merge_elements(repository, ctx.obj.pelaku, keep, others, instansi=instansi, versions=_versions(versions))
    click.echo(f"{', '.join(others)} digabung ke {kept.kode} {kept.nama}.")
