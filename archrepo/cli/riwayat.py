"""Commands on the past: history, undo."""

from __future__ import annotations

import json
from pathlib import Path

import rich_click as click

from archrepo.cli.opsi import format_option, instansi_option, output_option
from archrepo.cli.perintah import command
from archrepo.errors import UsageError


def _batch_number(text: str | None) -> int | None:
    if text is None:
        return None
    digits = text.strip().removeprefix("#")
    if not digits.isdigit():
        raise UsageError(f'Nomor batch "{text}" tidak dapat dibaca', mend="Tulis nomornya saja, misalnya 12.")
    return int(digits)


@command("history")
@click.argument("element", required=False, metavar="KODE")
@click.option("--opd", metavar="NAMA", help="Semua yang dimiliki atau dilaporkan Perangkat Daerah ini.")
@click.option("--since", metavar="TANGGAL|RILIS|#BATCH", help="Hanya perubahan sesudah keadaan ini.")
@click.option("--batch", metavar="NOMOR", help="Hanya perubahan dalam batch ini.")
@instansi_option
@format_option("table", "json", "csv", "xlsx")
@output_option()
@click.pass_context
def history(
    ctx: click.Context,
    element: str | None,
    opd: str | None,
    since: str | None,
    batch: str | None,
    instansi: str | None,
    form: str,
    output: Path | None,
) -> None:
    """Riwayat perubahan: siapa mengubah apa, kapan, dan dari sumber mana."""
    from archrepo.berkas import write_bytes
    from archrepo.cli.tabel import csv_text
    from archrepo.commands.history import HistoryRequest, tell_history
    from archrepo.commands.opening import opened
    from archrepo.reports.riwayat import COLUMNS, history_document, history_text, rows_of, write_history_xlsx
    from archrepo.waktu import now

    target = None if output is None or str(output) == "-" else output
    if target is not None and target.suffix.lower() in (".xlsx", ".csv", ".json"):
        form = target.suffix.lower().removeprefix(".")
    if form == "xlsx" and target is None:
        raise UsageError("Hasil xlsx perlu nama berkas", mend="Tambahkan: -o riwayat.xlsx")
    with opened(ctx.obj.database) as repository:
        request = HistoryRequest(element, opd, since, _batch_number(batch), instansi)
        changes = tell_history(repository, request)
    if form == "xlsx" and target is not None:
        write_history_xlsx(changes, target, title="Riwayat perubahan", created=now())
        click.echo(f"Ditulis: {target}", err=True)
        return
    if form == "json":
        text = json.dumps(history_document(changes), ensure_ascii=False, indent=1) + "\n"
    elif form == "csv":
        text = csv_text(rows_of(changes), COLUMNS)
    else:
        text = history_text(changes) + "\n"
    if target is None:
        click.echo(text, nl=False)
    else:
        write_bytes(target, text.encode())
        click.echo(f"Ditulis: {target}", err=True)


@command("undo")
@click.option("--batch", metavar="NOMOR", help="Batch yang dibatalkan; bawaan: impor atau penggabungan terakhir.")
@click.option("--dry-run", "preview", is_flag=True, help="Tampilkan saja apa yang akan dikembalikan.")
@click.pass_context
def undo(ctx: click.Context, batch: str | None, *, preview: bool) -> None:
    """Batalkan satu batch; pembatalannya dicatat sebagai batch baru."""
    from archrepo.commands.opening import opened
    from archrepo.commands.taking_back import take_back
    from archrepo.reports.riwayat import history_text

    with opened(ctx.obj.database) as repository:
        done = take_back(repository, ctx.obj.pelaku, _batch_number(batch), preview=preview)
    if done.written is None:
        click.echo(history_text(done.changes))
        click.echo(
            f"Batch #{done.batch} ({done.command}, {done.actor}) dapat dibatalkan; belum ada yang ditulis.", err=True
        )
    else:
        click.echo(
            f"Batch #{done.batch} ({done.command}, {done.actor}) dibatalkan; dicatat sebagai batch #{done.written}."
        )
