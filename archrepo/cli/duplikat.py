"""Commands on groups of likely duplicates: duplicates review, export, import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from archrepo.cli.opsi import instansi_option, opd_option
from archrepo.cli.perintah import group

if TYPE_CHECKING:
    from archrepo.commands.deciding import HasilPutusan, Jawaban, Putusan
    from archrepo.landscape import Instansi, Landscape
    from archrepo.reports.duplikat import Anggota, Kelompok

_KEYS = {"s": "sama", "b": "bukan_sama", "g": "gabung", "p": "satu per satu", "n": "nanti", "q": "selesai"}
_TOO = click.option(
    "--tumpang-tindih", "too", is_flag=True, help="Sertakan juga yang tumpang tindih karena fungsi sama."
)


@group("duplicates")
def duplicates() -> None:
    """Putuskan mana yang satu aplikasi, mana yang bukan; putusan diingat."""


def _open(
    url: str, instansi: str | None, opd: tuple[str, ...], *, too: bool
) -> tuple[Landscape, Instansi, tuple[Kelompok, ...]]:
    from archrepo.checks.registry import run_checks
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.opening import find_instansi, find_units, read_landscape
    from archrepo.reports.duplikat import DUPLICATES, OVERLAPS, open_groups

    landscape = read_landscape(url)
    home = find_instansi(landscape, instansi)
    units = find_units(landscape, home.id, opd) if opd else None
    with progress("Membandingkan aplikasi"):
        codes = (DUPLICATES, OVERLAPS) if too else (DUPLICATES,)
        result = run_checks(landscape, only=codes, opd_ids=units, instansi_id=home.id)
    return landscape, home, open_groups(landscape, result.findings)


@duplicates.command("review")
@opd_option
@instansi_option
@_TOO
@click.pass_context
def review(ctx: click.Context, opd: tuple[str, ...], instansi: str | None, too: bool) -> None:
    """Telusuri kelompok satu per satu, dan jawab dengan satu tombol; setiap jawaban langsung disimpan."""
    from archrepo.commands.deciding import decide
    from archrepo.commands.opening import opened

    _, home, groups = _open(ctx.obj.database, instansi, opd, too=too)
    if not groups:
        click.echo("Tidak ada kelompok yang menunggu putusan.")
        return
    decided = 0
    gone: set[str] = set()
    with opened(ctx.obj.database) as repository:
        for number, waiting in enumerate(groups, start=1):
            if gone & {row.kode for row in waiting.semua}:
                continue
            _show(waiting, f"Kelompok {number} dari {len(groups)}")
            answers = _answers(waiting)
            if answers is None:
                break
            if answers:
                result = decide(repository, ctx.obj.pelaku, answers, instansi=home.kode, perintah="duplicates review")
                click.echo(f"  Disimpan: {_said(result)}.\n")
                gone |= {row.lain for row in answers if row.putusan == "gabung"}
                decided += 1
    click.echo(f"{decided} dari {len(groups)} kelompok diputuskan.")


def _show(waiting: Kelompok, heading: str) -> None:
    click.secho(f"{heading} · {waiting.judul} · peluang {waiting.peluang:.0%}".replace("%", " %"), bold=True)
    for number, row in enumerate(waiting.semua, start=1):
        click.echo(f"  {number}  {_line(row)}")
    for row in waiting.lain[:3]:
        if row.mengapa:
            click.echo(f"     {row.mengapa}" if len(waiting.lain) == 1 else f"     {row.kode}: {row.mengapa}")


def _line(row: Anggota) -> str:
    return "  ·  ".join(part for part in (f"{row.kode}  {row.nama}", row.unit, row.alamat, row.fungsi) if part)


def _answers(waiting: Kelompok) -> list[Jawaban] | None:
    """Return the answers on a group, an empty list for later, None when the user stops."""
    several = len(waiting.lain) > 1
    offered = [key for key in _KEYS if several or key != "p"]
    key = _key(offered)
    if key == "q":
        return None
    if key == "n":
        return []
    if key != "p":
        return _answered(waiting, waiting.lain, key)
    found: list[Jawaban] = []
    for row in waiting.lain:
        click.echo(f"  {waiting.utama.kode} {waiting.utama.nama}  dan  {_line(row)}")
        if row.mengapa:
            click.echo(f"     {row.mengapa}")
        one = _key([key for key in _KEYS if key != "p"])
        if one == "q":
            return found or None
        if one != "n":
            found += _answered(waiting, (row,), one)
    return found


def _answered(waiting: Kelompok, rows: tuple[Anggota, ...], key: str) -> list[Jawaban]:
    from archrepo.commands.deciding import Jawaban

    meaning: Putusan = "bukan_sama" if key == "b" else "gabung" if key == "g" else "sama"
    if key == "g":
        click.echo(f"  Yang dipertahankan: {waiting.utama.kode} {waiting.utama.nama}.")
    reason = _reason()
    return [Jawaban(waiting.utama.kode, row.kode, meaning, reason) for row in rows]


def _key(offered: list[str]) -> str:
    """Ask for one key; in a pipe, for a line that begins with it. The end of the input means to stop."""
    shown = "  ".join(f"[{key}] {_KEYS[key].replace('_', ' ')}" for key in offered)
    while True:
        click.echo(f"  {shown}: ", nl=False)
        typed = _typed()
        if typed is None:
            click.echo()
            return "q"
        if typed in offered:
            click.echo(_KEYS[typed].replace("_", " "))
            return typed
        click.echo(f"\n  Tekan salah satu: {', '.join(offered)}.")


def _typed() -> str | None:
    if sys.stdin.isatty():
        return click.getchar().lower()
    line = sys.stdin.readline()
    return line.strip().lower()[:1] if line else None


def _reason() -> str:
    while True:
        if sys.stdin.isatty():
            text = str(click.prompt("  Alasan", prompt_suffix=": ", default="", show_default=False))
        else:
            click.echo("  Alasan: ", nl=False)
            line = sys.stdin.readline()
            if not line:
                raise click.Abort
            text = line
            click.echo(text.rstrip("\n"))
        if text.strip():
            return text.strip()
        click.echo("  Alasan perlu ditulis, satu kalimat cukup.")


def _said(result: HasilPutusan) -> str:
    parts = (
        (result.sama, "pasangan sama"),
        (result.bukan_sama, "pasangan bukan sama"),
        (result.digabung, "catatan digabung"),
    )
    return ", ".join(f"{count} {word}" for count, word in parts if count) or "tidak ada yang berubah"


@duplicates.command("export")
@click.argument("path", metavar="BERKAS.xlsx", type=click.Path(path_type=Path, dir_okay=False))
@opd_option
@instansi_option
@_TOO
@click.pass_context
def export(ctx: click.Context, path: Path, opd: tuple[str, ...], instansi: str | None, too: bool) -> None:
    """Tulis buku kerja berisi kelompok yang menunggu putusan, untuk diisi dan dimasukkan kembali."""
    from archrepo.reports.duplikat_xlsx import write_groups

    landscape, home, groups = _open(ctx.obj.database, instansi, opd, too=too)
    write_groups(landscape, home, groups, path)
    click.echo(f"Ditulis: {path} ({len(groups)} kelompok menunggu putusan).", err=True)


@duplicates.command("import")
@click.argument("path", metavar="BERKAS", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@instansi_option
@click.pass_context
def import_answers(ctx: click.Context, path: Path, instansi: str | None) -> None:
    """Masukkan putusan dari buku kerja; semuanya disimpan, atau tidak ada yang disimpan."""
    from archrepo.commands.deciding import Jawaban, decide
    from archrepo.commands.opening import opened
    from archrepo.reports.duplikat_xlsx import read_answers

    answers = [
        Jawaban(row.isi["kode_utama"], row.isi["kode"], meaning, row.isi["alasan"])
        for row, meaning in read_answers(path)
    ]
    if not answers:
        click.echo("Belum ada putusan di buku kerja ini; tidak ada yang disimpan.")
        return
    with opened(ctx.obj.database) as repository:
        result = decide(repository, ctx.obj.pelaku, answers, instansi=instansi, perintah="duplicates import")
    click.echo(f"{len(answers)} putusan dibaca: {_said(result)}.")
