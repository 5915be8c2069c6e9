"""Options that several commands share, declared once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

Command = TypeVar("Command", bound=Callable[..., Any])


def instansi_option(command: Command) -> Command:
    """Add ``--instansi``: which government is meant, where there are several."""
    text = "Pemerintah daerah, bila repositori memuat lebih dari satu."
    return click.option("--instansi", metavar="NAMA", help=text)(command)


def opd_option(command: Command) -> Command:
    """Add a repeatable ``--opd``: units to which a result is limited."""
    text = "Hanya Perangkat Daerah ini (dan unit di bawahnya); boleh diulang."
    return click.option("--opd", "opd", multiple=True, metavar="NAMA", help=text)(command)


def as_of_option(command: Command) -> Command:
    """Add ``--as-of``: the state that is read, instead of the present one."""
    text = "Keadaan pada akhir tanggal ini (TTTT-BB-HH), pada rilis ini, atau sesudah batch ini (#12)."
    return click.option("--as-of", "as_of", metavar="TANGGAL|RILIS|#BATCH", help=text)(command)


def rules_option(command: Command) -> Command:
    """Add ``--aturan``: rules, severities and regulations of the regency's own, for every command that checks."""
    return click.option(
        "--aturan",
        "rules_file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="BERKAS.yaml",
        envvar="ARCHREPO_ATURAN",
        help="Aturan, keparahan, dan dasar hukum daerah sendiri (juga: ARCHREPO_ATURAN).",
    )(command)


def format_option(*forms: str) -> Callable[[Command], Command]:
    """Return a decorator that adds ``--format`` with these forms, the first as default."""
    return click.option(
        "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help="Bentuk hasil."
    )


def output_option(metavar: str = "BERKAS") -> Callable[[Command], Command]:
    """Return a decorator that adds ``-o``; ``-`` and nothing mean stdout."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, allow_dash=True),
        metavar=metavar,
        help="Tulis ke berkas ini; - berarti layar.",
    )
