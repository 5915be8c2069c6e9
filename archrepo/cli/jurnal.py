"""Commands on the journal: journal verify, head, redact."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import rich_click as click

from archrepo.cli.opsi import format_option
from archrepo.cli.perintah import group
from archrepo.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from archrepo.repository.jurnal import Head
    from archrepo.repository.verifikasi import Verification

_SHOWN = 20


@group("journal")
def journal() -> None:
    """Jurnal perubahan: periksa keutuhannya, simpan segelnya, hapus isi bila wajib."""


def _head(text: str | None) -> Head | None:
    from archrepo.repository.jurnal import Head

    if text is None:
        return None
    parts = text.strip().split(":")
    if len(parts) != 3 or not (parts[0].isdigit() and parts[1].isdigit()):
        raise UsageError(
            f'Ujung jurnal "{text}" tidak dapat dibaca', mend="Salin utuh hasil perintah: archrepo journal head"
        )
    return Head(int(parts[0]), int(parts[1]), parts[2])


@journal.command("verify")
@click.option("--head", metavar="UJUNG", help="Hasil journal head yang Anda simpan, untuk mengetahui jurnal terpotong.")
@format_option("table", "json")
@click.pass_context
def verify(ctx: click.Context, head: str | None, form: str) -> None:
    """Periksa bahwa tidak ada entri yang diubah, dihapus, atau ditukar; hasil buruk berakhir dengan kode 1."""
    from archrepo.commands.opening import opened
    from archrepo.repository.verifikasi import verify_journal

    kept = _head(head)
    with opened(ctx.obj.database) as repository, repository.read() as connection:
        found = verify_journal(connection, kept)
    click.echo(json.dumps(_document(found), ensure_ascii=False, indent=1) if form == "json" else _text(found))
    if not found.is_whole:
        ctx.exit(int(ExitCode.BAD_NEWS))


def _document(found: Verification) -> dict[str, object]:
    return {
        "whole": found.is_whole,
        "entries": found.entries,
        "batches": found.batches,
        "head": str(found.head),
        "problems": [{"message": row.message, "entry": row.nomor, "batch": row.batch} for row in found.problems],
        "outside": found.outside,
        "unsealed": found.unsealed,
        "redacted": found.redacted,
    }


def _text(found: Verification) -> str:
    lines = [f"{found.entries} entri dalam {found.batches} batch diperiksa."]
    lines += [f"  {row.message}." for row in found.problems[:_SHOWN]]
    if len(found.problems) > _SHOWN:
        lines.append(f"  … dan {len(found.problems) - _SHOWN} lagi.")
    if found.outside:
        lines.append(f"{len(found.outside)} entri dibuat di luar archrepo: {_numbers(found.outside)}.")
    if found.unsealed:
        lines.append(f"{len(found.unsealed)} entri dari luar belum disegel: {_numbers(found.unsealed)}.")
    if found.redacted:
        lines.append(f"{len(found.redacted)} entri isinya dihapus dengan alasan: {_numbers(found.redacted)}.")
    lines.append("Jurnal utuh." if found.is_whole else "Jurnal TIDAK utuh.")
    return "\n".join(lines)


def _numbers(numbers: list[int]) -> str:
    """Return numbers with runs drawn together: ``3, 7–12``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in runs[:_SHOWN]]
    return ", ".join(shown) + (", …" if len(runs) > _SHOWN else "")


@journal.command("head")
@click.pass_context
def head_command(ctx: click.Context) -> None:
    """Tampilkan ujung jurnal (batch:entri:segel); simpan di tempat lain untuk journal verify --head."""
    from archrepo.commands.opening import opened
    from archrepo.repository.jurnal import read_head

    with opened(ctx.obj.database) as repository, repository.read() as connection:
        click.echo(str(read_head(connection)))


@journal.command("redact")
@click.argument("entry", type=int, metavar="NOMOR-ENTRI")
@click.option("--reason", required=True, metavar="TEKS", help="Mengapa isinya harus dihapus.")
@click.pass_context
def redact(ctx: click.Context, entry: int, reason: str) -> None:
    """Hapus isi satu entri jurnal; sidiknya tetap, sehingga rantai segel tetap dapat diperiksa."""
    from archrepo.commands.opening import opened
    from archrepo.commands.redacting import redact_entry

    with opened(ctx.obj.database) as repository:
        done = redact_entry(repository, ctx.obj.pelaku, entry, reason=reason)
    click.echo(f"Isi entri {done.nomor} dihapus dari jurnal: {', '.join(done.columns)}.")
    click.echo("Bila isinya masih ada pada objek itu sendiri, kosongkan juga dengan archrepo edit.", err=True)
