"""Runs the main job on the sample regency: init, import, check, views and reports, into one folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path

from archrepo.checks.registry import CheckResult, run_checks
from archrepo.checks.rendering.writing import write_result
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import find_instansi, opened, read_landscape
from archrepo.drawing.album import draw_album
from archrepo.drawing.catalogue import drawable_views
from archrepo.errors import MissingPartError, UsageError
from archrepo.exchange.export import export_layers
from archrepo.exchange.template import write_template
from archrepo.intake.outcome import ImportOutcome
from archrepo.landscape.landscape import Landscape
from archrepo.reports.daftar import FOLDER, describe, write_report

WATERMARK = "DATA CONTOH"
DOMAIN = "tabanankab.go.id"
_MARKER = ".archrepo-demo"


@dataclass(slots=True)
class DemoResult:
    """What the demo made: every file with what it shows, and what could not be made and why."""

    folder: Path
    outcome: ImportOutcome
    check: CheckResult
    made: list[tuple[Path, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def run_demo(folder: Path, pelaku: str, say: Callable[[str], None]) -> DemoResult:
    """Make the demo in a folder, which is emptied first when an earlier demo made it.

    Args:
        folder: where results go.
        say: called with one line for each step.

    Raises:
        UsageError: the folder holds something else.
    """
    _prepare(folder)
    database = f"sqlite:///{folder / 'archrepo.db'}"
    with _sample() as sample:
        say("Membuat repositori dan mencatat Perangkat Daerah …")
        initialise(database, pelaku, domain=DOMAIN, unit_file=sample / "perangkat-daerah.yaml")
        say("Mengimpor berkas dari Perangkat Daerah …")
        request = ImportRequest((str(sample / "kiriman"),), partial=True)
        with opened(database) as repository:
            outcome = import_files(repository, pelaku, request, read_request(request))
    landscape = read_landscape(database)
    say("Memeriksa …")
    home = find_instansi(landscape, None)
    result = DemoResult(folder, outcome, run_checks(landscape, instansi_id=home.id))
    result.made.append((folder / "archrepo.db", "repositori contoh"))
    _write_checks(landscape, result)
    say("Menggambar …")
    _draw(landscape, result, home.id)
    say("Menyusun laporan …")
    _report(landscape, result, home.id)
    return result


def _prepare(folder: Path) -> None:
    if folder.exists():
        if not folder.is_dir():
            raise UsageError(f'"{folder}" adalah berkas', mend="Sebutkan nama folder.")
        if any(folder.iterdir()) and not (folder / _MARKER).exists():
            raise UsageError(f'Folder "{folder}" sudah berisi', mend="Sebutkan folder lain yang kosong.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / _MARKER).write_text("Folder ini dibuat oleh archrepo demo dan boleh dihapus.\n", encoding="utf-8")


@contextmanager
def _sample() -> Iterator[Path]:
    with as_file(files("archrepo.examples").joinpath("tabanan")) as sample:
        yield sample


def _write_checks(landscape: Landscape, result: DemoResult) -> None:
    for form in ("xlsx", "html", "json"):
        path = result.folder / f"catatan-perbaikan.{form}"
        write_result(landscape, result.check, form, path, watermark=WATERMARK)
        result.made.append((path, "catatan perbaikan"))


def _draw(landscape: Landscape, result: DemoResult, instansi_id: int) -> None:
    folder = result.folder / "gambar"
    folder.mkdir()
    album = draw_album(
        landscape,
        drawable_views(),
        folder,
        ("png", "svg", "pdf", "html"),
        findings=result.check.findings,
        instansi_id=instansi_id,
        watermark=WATERMARK,
    )
    for done in sorted(album, key=lambda row: row.view.name):
        if done.missing is not None:
            result.missing.append(f"{done.view.name}: {done.missing.message}. {done.missing.mend}")
        else:
            result.made.append((done.paths[0], f"{done.view.title} (juga svg, pdf, html)"))


def _report(landscape: Landscape, result: DemoResult, instansi_id: int) -> None:
    folder = result.folder / "laporan"
    folder.mkdir()
    findings = result.check.findings
    for report in describe():
        for form in report.formats:
            if form == "zip":  # the same files as the folder
                continue
            path = folder / (report.name if form == FOLDER else f"{report.name}.{form}")
            try:
                write_report(
                    report.name, landscape, path, findings=findings, instansi_id=instansi_id, watermark=WATERMARK
                )
            except MissingPartError as error:
                result.missing.append(f"{path.name}: {error.message}. {error.mend}")
                continue
            result.made.append((path, report.title))
    path = folder / "templat.xlsx"
    write_template(landscape, path, instansi_id=instansi_id, watermark=WATERMARK)
    result.made.append((path, "templat isian untuk Perangkat Daerah"))
    export_layers(landscape, layer="aplikasi", form="csv", target=folder / "aplikasi.csv", instansi_id=instansi_id)
    result.made.append((folder / "aplikasi.csv", "daftar aplikasi (csv)"))
