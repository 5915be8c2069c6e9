"""The command check candidate: what a proposed application would repeat."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from archrepo.cli.opsi import format_option, instansi_option, output_option
from archrepo.cli.perintah import command
from archrepo.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from archrepo.checks.calon import HasilUsulan, Serupa, Usulan

_HEAVY = frozenset({"sudah_ada", "menyerupai_aplikasi_umum"})


@command("candidate")
@click.option("--nama", metavar="TEKS", help="Nama aplikasi yang diusulkan.")
@click.option("--fungsi", metavar="TEKS", help="Apa yang akan dikerjakannya.")
@click.option("--deskripsi", metavar="TEKS", help="Keterangan tambahan.")
@click.option("--url", metavar="ALAMAT", help="Alamat yang direncanakan.")
@click.option("--opd", metavar="NAMA", help="Perangkat Daerah pengusul.")
@click.option("--berkas", "file", metavar="BERKAS", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Buku kerja berisi banyak usulan.")  # fmt: skip
@click.option("--templat", metavar="BERKAS.xlsx", type=click.Path(path_type=Path, dir_okay=False),
              help="Tulis buku kerja usulan yang kosong.")  # fmt: skip
@format_option("table", "json", "xlsx")
@output_option()
@instansi_option
@click.option("--fail-on", type=click.Choice(["sudah_ada", "never"]), default="sudah_ada", show_default=True,
              help="Berakhir dengan kode 1 bila usulan tampaknya sudah ada atau menyerupai Aplikasi Umum.")  # fmt: skip
@click.pass_context
def candidate(
    ctx: click.Context,
    nama: str | None,
    fungsi: str | None,
    deskripsi: str | None,
    url: str | None,
    opd: str | None,
    file: Path | None,
    templat: Path | None,
    form: str,
    output: Path | None,
    instansi: str | None,
    fail_on: str,
) -> None:
    """Bandingkan usulan aplikasi dengan yang sudah ada, sebelum dibangun (bahan Clearance)."""
    from archrepo.checks.calon import Usulan, examine
    from archrepo.cli.kemajuan import progress
    from archrepo.commands.opening import find_instansi, read_landscape
    from archrepo.reports.usulan_xlsx import read_proposals, write_answers, write_form

    landscape = read_landscape(ctx.obj.database)
    home = find_instansi(landscape, instansi)
    if templat is not None:
        write_form(landscape, home, templat)
        click.echo(f"Ditulis: {templat}", err=True)
        return
    proposals: tuple[Usulan, ...]
    if file is not None:
        proposals = read_proposals(file)
    elif nama and fungsi:
        proposals = (Usulan(nama=nama, fungsi=fungsi, deskripsi=deskripsi, url=url, unit=opd),)
    else:
        raise UsageError("Usulan belum lengkap", mend="Sebutkan --nama dan --fungsi, atau --berkas BERKAS.")
    with progress("Membandingkan usulan"):
        results, compared = examine(landscape, home.id, proposals)
    target = None if output is None or str(output) == "-" else output
    if form == "xlsx" or (target is not None and target.suffix.lower() == ".xlsx"):
        if target is None:
            raise UsageError("Hasil xlsx perlu nama berkas", mend="Tambahkan: -o usulan.xlsx")
        write_answers(landscape, home, results, compared, target)
        click.echo(f"Ditulis: {target}", err=True)
    else:
        text = _json(results, compared) if form == "json" else _table(results, compared)
        _print(text, target)
    if fail_on != "never" and any(row.verdict in _HEAVY for row in results):
        ctx.exit(int(ExitCode.BAD_NEWS))


def _print(text: str, target: Path | None) -> None:
    if target is None:
        click.echo(text)
        return
    from archrepo.berkas import atomic_path

    with atomic_path(target) as temporary:
        temporary.write_text(text + "\n", encoding="utf-8")
    click.echo(f"Ditulis: {target}", err=True)


def _table(results: tuple[HasilUsulan, ...], compared: int) -> str:
    from archrepo.checks.calon import CONCLUSIONS, MENDS
    from archrepo.reports.usulan_xlsx import name_of

    lines: list[str] = []
    for result in results:
        lines += [f"{result.usulan.nama}: {CONCLUSIONS[result.verdict]}."]
        for row in result.serupa:
            lines += [f"  {name_of(row)} · peluang {round(100 * row.score)} %", f"    {row.why}"]
        lines += [f"  Langkah: {MENDS[result.verdict]}", ""]
    lines.append(f"{len(results)} usulan dibandingkan dengan {compared} aplikasi.")
    return "\n".join(lines)


def _json(results: tuple[HasilUsulan, ...], compared: int) -> str:
    document = {
        "schema_version": 1,
        "compared": compared,
        "proposals": [
            {
                "nama": result.usulan.nama,
                "fungsi": result.usulan.fungsi,
                "unit": result.usulan.unit,
                "verdict": result.verdict,
                "matches": [_match(row) for row in result.serupa],
            }
            for result in results
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _match(row: Serupa) -> dict[str, object]:
    names = ("verdict", "label", "cause", "score", "why", "kode", "nama", "pemilik", "nasional", "dasar")
    return {name: getattr(row, name) for name in names}
