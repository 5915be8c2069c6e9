"""Entry of the command line: the list of commands, global options, and what a user sees when something goes wrong."""

from __future__ import annotations

import getpass
import gettext
import importlib
import json
import os
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import rich_click as click
from click.exceptions import Exit

import archrepo
from archrepo.cli.perintah import Group
from archrepo.errors import ArchrepoError, ExitCode

DEFAULT_DATABASE = "sqlite:///archrepo.db"

_COMMANDS = {
    "init": "repositori:init",
    "import": "masukan:import_command",
    "apply": "masukan:apply_command",
    "template": "masukan:template",
    "notes": "tulisan:notes",
    "list": "inventaris:list_command",
    "show": "inventaris:show",
    "search": "inventaris:search",
    "add": "perubahan:add",
    "edit": "perubahan:edit",
    "remove": "perubahan:remove",
    "merge": "perubahan:merge",
    "opd": "opd:opd",
    "check": "periksa:check",
    "duplicates": "duplikat:duplicates",
    "view": "gambar:view",
    "report": "laporan:report",
    "export": "keluaran:export",
    "history": "riwayat:history",
    "diff": "bandingkan:diff",
    "undo": "riwayat:undo",
    "release": "rilis:release",
    "journal": "jurnal:journal",
    "demo": "peraga:demo",
}
"""Each command and where it stands; loaded only when it is called, so that the others cost no start-up."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every command: the repository's address, and who works."""

    database: str
    pelaku: str


class LazyGroup(Group):
    """A group that imports a command's module when the command is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return super().get_command(ctx, cmd_name)
        module, name = place.split(":")
        command = getattr(importlib.import_module(f"archrepo.cli.{module}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 - a wrong entry of _COMMANDS is our mistake
        return command


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return "tidak dikenal"


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--database",
    metavar="ALAMAT",
    envvar="ARCHREPO_DATABASE_URL",
    default=DEFAULT_DATABASE,
    show_default=True,
    help="Alamat repositori: sqlite:///berkas.db atau postgresql://…",
)
@click.option(
    "--pelaku",
    metavar="NAMA",
    envvar="ARCHREPO_USER",
    default=_account,
    help="Nama yang dicatat sebagai pengubah; bawaan: nama akun.",
)
@click.option(
    "--pengetahuan",
    metavar="BERKAS",
    envvar="ARCHREPO_PENGETAHUAN",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Pengetahuan tambahan tentang nama aplikasi (singkatan, fungsi, nama unit).",
)
@click.version_option(
    archrepo.__version__,
    prog_name="archrepo",
    message="%(prog)s, versi %(version)s",
    help="Tampilkan versi lalu selesai.",
)
@click.pass_context
def cli(ctx: click.Context, database: str, pelaku: str, pengetahuan: Path | None) -> None:
    """Repositori arsitektur SPBE: inventaris, pemeriksaan, gambar, dan laporan."""
    if pengetahuan is not None:
        from archrepo.similarity.tambahan import use_file

        use_file(pengetahuan)
    ctx.obj = Settings(database, pelaku)


def _speak_indonesian() -> None:
    """Make click's own messages Indonesian: it asks gettext for the domain ``messages``."""
    os.environ["LANGUAGE"] = "id"
    gettext.bindtextdomain("messages", str(files("archrepo.cli").joinpath("locale")))
    click.rich_click.OPTIONS_PANEL_TITLE = "Opsi"
    click.rich_click.COMMANDS_PANEL_TITLE = "Perintah"
    click.rich_click.ARGUMENTS_PANEL_TITLE = "Argumen"
    click.rich_click.ERRORS_PANEL_TITLE = "Kesalahan"
    click.rich_click.ERRORS_SUGGESTION = "Bantuan: tambahkan --help pada perintah."
    click.rich_click.REQUIRED_LONG_STRING = "[wajib]"
    click.rich_click.DEFAULT_STRING = "[bawaan: {}]"
    click.rich_click.ENVVAR_STRING = "[variabel: {}]"


def _wants_json(arguments: list[str]) -> bool:
    pairs = zip(arguments, [*arguments[1:], ""], strict=True)
    return any(word == "--format=json" or (word == "--format" and value == "json") for word, value in pairs)


def _report(error: ArchrepoError, *, as_json: bool) -> int:
    where = str(error.where) if error.where is not None else None
    if as_json:
        document = {"code": error.code, "message": error.message, "where": where or None, "mend": error.mend}
        click.echo(json.dumps({"error": document}, ensure_ascii=False))
    else:
        place = f"{where}: " if where else ""
        click.echo(f"{place}{error.message} ({error.code}).\n  {error.mend}", err=True)
    return int(error.exit_code)


def _report_usage(error: click.ClickException, *, as_json: bool) -> int:
    if as_json:
        document = {
            "code": "ARC001",
            "message": error.format_message(),
            "where": None,
            "mend": "Tambahkan --help untuk melihat cara pakai.",
        }
        click.echo(json.dumps({"error": document}, ensure_ascii=False))
    else:
        error.show()
    return int(ExitCode.USAGE)


def _run(arguments: list[str], *, as_json: bool) -> int:
    try:
        result = cli.main(args=arguments, prog_name="archrepo", standalone_mode=False)
    except ArchrepoError as error:
        return _report(error, as_json=as_json)
    except Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        return _report_usage(error, as_json=as_json)
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nDihentikan; tidak ada yang ditulis.", err=True)
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # The reader of a pipe (head, less) went away: nothing is wrong, and nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.OK)
    except (OSError, MemoryError) as error:
        return _report(_system_error(error), as_json=as_json)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user never sees a traceback
        return _report(_unexpected(error), as_json=as_json)
    return result if isinstance(result, int) else int(ExitCode.OK)


def _system_error(error: OSError | MemoryError) -> ArchrepoError:
    from archrepo.cli.kerusakan import system_error

    return system_error(error)


def _unexpected(error: Exception) -> ArchrepoError:
    from archrepo.cli.kerusakan import unexpected

    return unexpected(error)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    _speak_indonesian()
    given = sys.argv[1:] if arguments is None else arguments
    sys.exit(_run(given, as_json=_wants_json(given)))
