"""Commands and groups with an Indonesian usage line: click leaves metavars and prefix untranslated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import rich_click as click

OPTIONS = "[OPSI]"
SUBCOMMAND = "PERINTAH [ARGUMEN]…"
_PREFIX = "Cara pakai:"


class Command(click.RichCommand):
    """A command of archrepo."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **{"options_metavar": OPTIONS, **more})

    def format_usage(self, ctx: click.Context, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _PREFIX)


class Group(click.RichGroup):
    """A group of commands of archrepo."""

    command_class = Command

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **{"options_metavar": OPTIONS, "subcommand_metavar": SUBCOMMAND, **more})

    def format_usage(self, ctx: click.Context, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _PREFIX)


def command(name: str) -> Callable[[Callable[..., Any]], Command]:
    """Return the decorator that makes a function the command of that name."""
    return click.command(name, cls=Command)


def group(name: str, **more: Any) -> Callable[[Callable[..., Any]], Group]:
    """Return the decorator that makes a function the group of that name."""
    return click.group(name, cls=Group, **more)
