"""The command reference: every command with its arguments and options, read from the command line itself."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from importlib.resources import files
from inspect import cleandoc

import click

from archrepo.cli.main import cli
from halaman.markdown import code, escape, page, table


def command_line() -> str:
    """Return the reference: options of every command first, then each command under its full name."""
    # click's own words (default, required) follow the language of whoever writes the page, unless told otherwise.
    os.environ["LANGUAGE"] = "id"
    gettext.bindtextdomain("messages", str(files("archrepo.cli").joinpath("locale")))
    context = click.Context(cli, info_name="archrepo")
    return page(
        "Perintah",
        "Yang sama keluar dari `archrepo --help` dan `archrepo PERINTAH --help`. Hasil keluar pada layar atau berkas "
        "`-o`; pesan dan kemajuan keluar terpisah, sehingga hasil dapat dialirkan ke program lain. Arti kode keluar: "
        "[Jika ada yang salah](../tugas/jika-ada-yang-salah.md#kode-keluar).",
        "## Pilihan untuk semua perintah\n\n" + _parameters(context),
        *(_section(sub) for sub in _leaves(context)),
    )


def _leaves(context: click.Context) -> Iterator[click.Context]:
    """Yield every command that does something itself: leaves, and groups that may be called without a subcommand."""
    group = context.command
    if not isinstance(group, click.Group):
        yield context
        return
    if group.invoke_without_command and context.parent is not None:
        yield context
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            yield from _leaves(click.Context(command, info_name=name, parent=context))


def _section(context: click.Context) -> str:
    command = context.command
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    parts = [f"## {context.command_path}", _prose(command.help or ""), f"```text\n{usage}\n```", _parameters(context)]
    return "\n\n".join(part for part in parts if part)


def _prose(text: str) -> str:
    """Return a help text as Markdown; ``\\b``, by which click keeps line breaks, becomes a block as written."""
    blocks = []
    for block in cleandoc(text).split("\n\n"):
        lines = block.strip("\n").split("\n")
        if lines[0].strip() == "\b":
            blocks.append("```text\n" + "\n".join(lines[1:]) + "\n```")
        elif block.strip():
            blocks.append(escape(block))
    return "\n\n".join(blocks)


def _parameters(context: click.Context) -> str:
    rows = []
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Argument):
            rows.append((code(parameter.make_metavar(context)), ""))
        elif record is not None and "--help" not in parameter.opts:
            rows.append((code(record[0]), escape(record[1])))
    return table(("Pilihan", "Arti"), rows) if rows else ""
