"""Prints rows as a table for people or as csv for programs."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping, Sequence

import click

from archrepo.declarations.kolom import guard_formula


def csv_text(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> str:
    """Return rows as csv with a header; formula-like text is guarded."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guard_formula(str(row.get(column, ""))) for column in columns])
    return stream.getvalue()


def print_rows(
    rows: Sequence[Mapping[str, object]], form: str, *, empty: str, columns: Sequence[str] | None = None
) -> None:
    """Print rows of the same keys to stdout as ``table`` or ``csv``; ``empty`` is said when there are none."""
    names = list(columns if columns is not None else rows[0] if rows else ())
    if form == "csv":
        click.echo(csv_text(rows, names), nl=False)
        return
    if not rows:
        click.echo(empty)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(str(row.get(name, "")) for name in names))
    # A pipe has no width of its own: lines are left whole there.
    width = None if sys.stdout.isatty() else 240
    Console(width=width, highlight=False, markup=False).print(table)
