"""Command that lists what sheets said and no field could take: notes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from archrepo.cli.opsi import format_option, instansi_option, opd_option, output_option
from archrepo.cli.perintah import command
from archrepo.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archrepo.commands.import_notes import ImportNote, NotedColumn

_EXAMPLE = 60


@command("notes")
@click.option("--kolom", "column", metavar="JUDUL", help="Hanya tulisan dari kolom berjudul ini.")
@click.option("--rinci", "detailed", is_flag=True, help="Setiap tulisan dengan berkas, lembar, dan barisnya.")
@opd_option
@instansi_option
@format_option("table", "json", "csv", "xlsx")
@output_option()
@click.pass_context
def notes(
    ctx: click.Context,
    column: str | None,
    opd: tuple[str, ...],
    instansi: str | None,
    form: str,
    output: Path | None,
    *,
    detailed: bool,
) -> None:
    """Tulisan pada kiriman OPD yang belum masuk isian mana pun, menurut kolom dan unit."""
    from archrepo.commands.import_notes import import_notes, noted_columns
    from archrepo.commands.opening import opened

    target = None if output is None or str(output) == "-" else output
    if form == "xlsx" and target is None:
        raise UsageError(
            "Buku kerja tidak dapat ditampilkan di layar", mend="Sebutkan berkasnya dengan -o BERKAS.xlsx."
        )
    with opened(ctx.obj.database) as repository:
        found = import_notes(repository, instansi, opd, column)
    columns = noted_columns(found)
    if form == "xlsx" and target is not None:
        from archrepo.exchange.notes_workbook import write_notes_workbook
        from archrepo.waktu import now

        write_notes_workbook(target, _column_rows(columns), _note_rows(found), now())
    elif form == "table" and target is None:
        _print(columns, found, detailed=detailed or column is not None)
        return
    else:
        text = _json(columns, found) if form == "json" else _csv(columns, found, detailed=detailed)
        if target is None:
            click.echo(text, nl=form == "json")
            return
        from archrepo.berkas import write_bytes

        write_bytes(target, text.encode("utf-8"))
    click.echo(f"Ditulis: {target}", err=True)


def _print(columns: Sequence[NotedColumn], found: Sequence[ImportNote], *, detailed: bool) -> None:
    from archrepo.cli.tabel import print_rows

    empty = "Semua tulisan sudah masuk isiannya."
    print_rows(_note_rows(found) if detailed else _column_rows(columns), "table", empty=empty)
    if found:
        unknown = sum(not row.field for row in columns)
        click.echo(f"{len(found)} tulisan dari {len(columns)} kolom; {unknown} kolom belum dikenal.")
    if any(not row.field for row in columns) and not detailed:
        click.echo(
            'Beri isiannya dengan: archrepo import BERKAS --map "Kolom=isian"; rinciannya: archrepo notes --rinci'
        )


def _column_rows(columns: Sequence[NotedColumn]) -> list[Mapping[str, str | int]]:
    return [
        {
            "Kolom": row.column,
            "Jenis": row.kelas,
            "Terbaca sebagai": row.field or "belum dikenal",
            "Tulisan": row.notes,
            "Unit": len(row.units),
            "Contoh": row.example if len(row.example) <= _EXAMPLE else f"{row.example[:_EXAMPLE]}…",
        }
        for row in columns
    ]


def _note_rows(found: Sequence[ImportNote]) -> list[Mapping[str, str | int]]:
    return [
        {
            "Unit": note.unit,
            "Kolom": note.column,
            "Tulisan": note.text,
            "Kode": note.kode,
            "Nama": note.nama,
            "Berkas": note.file,
            "Lembar": note.sheet,
            "Baris": note.row if note.row is not None else "",
        }
        for note in found
    ]


def _csv(columns: Sequence[NotedColumn], found: Sequence[ImportNote], *, detailed: bool) -> str:
    from archrepo.cli.tabel import csv_text

    rows = _note_rows(found) if detailed else _column_rows(columns)
    return csv_text(rows, list(rows[0]) if rows else [])


def _json(columns: Sequence[NotedColumn], found: Sequence[ImportNote]) -> str:
    document = {
        "columns": [
            {"column": row.column, "kelas": row.kelas, "field": row.field or None, "notes": row.notes,
             "units": list(row.units), "example": row.example}
            for row in columns
        ],
        "notes": [
            {"unit": note.unit or None, "column": note.column, "text": note.text, "kode": note.kode,
             "nama": note.nama, "kelas": note.kelas, "file": note.file, "sheet": note.sheet, "row": note.row}
            for note in found
        ],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=1)
