"""The list of reports: name, title, forms, and how each is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from archrepo.checks.finding import Finding
from archrepo.errors import UnknownNameError, UsageError
from archrepo.landscape import Instansi, Landscape
from archrepo.reports.keterangan import government_of

FOLDER = "folder"
"""The form of a report that is a folder of files; its path has no ending."""


@dataclass(frozen=True, slots=True)
class Pesanan:
    """What a report is written from. ``findings`` is None where no check was run, which is not: none was found."""

    landscape: Landscape
    instansi: Instansi
    findings: tuple[Finding, ...] | None
    watermark: str | None


@dataclass(frozen=True, slots=True)
class Laporan:
    """One report of the list: ``formats`` are endings of file names without the dot, or ``folder``."""

    name: str
    title: str
    formats: tuple[str, ...]
    write: Callable[[Pesanan, Path, str], None]


def _pusat_data(order: Pesanan, path: Path, form: str) -> None:
    from archrepo.berkas import atomic_path
    from archrepo.reports.pusat_data import pusat_data_report

    report = pusat_data_report(order.landscape, order.instansi, order.findings or ())
    with atomic_path(path) as temporary:
        if form == "xlsx":
            from archrepo.reports.pusat_data_xlsx import write_pusat_data_xlsx

            write_pusat_data_xlsx(report, temporary, watermark=order.watermark)
        elif form == "csv":
            from archrepo.reports.pusat_data_csv import write_pusat_data_csv

            write_pusat_data_csv(report, temporary, watermark=order.watermark)
        else:
            from archrepo.reports.gambar import draw_integration
            from archrepo.reports.pusat_data_html import pusat_data_page

            # The page's own watermark runs across the picture too; two of them would hide the text.
            picture = draw_integration(
                order.landscape,
                format="svg",
                instansi_id=order.instansi.id,
                findings=order.findings or (),
            )
            page = pusat_data_page(report, picture, watermark=order.watermark)
            temporary.write_text(page, encoding="utf-8")


def _ringkasan(order: Pesanan, path: Path, form: str) -> None:
    from archrepo.berkas import write_bytes
    from archrepo.reports.gambar import draw_integration
    from archrepo.reports.ringkasan import leaders_summary

    summary = leaders_summary(order.landscape, order.instansi, order.findings)
    picture = draw_integration(
        order.landscape,
        format="png" if form == "pdf" else "svg",
        instansi_id=order.instansi.id,
        brief=True,
    )
    if form == "pdf":
        from archrepo.reports.ringkasan_pdf import summary_pdf

        write_bytes(path, summary_pdf(summary, picture, watermark=order.watermark))
    else:
        from archrepo.reports.ringkasan_html import summary_page

        write_bytes(path, summary_page(summary, picture, watermark=order.watermark).encode("utf-8"))


def _konfirmasi(order: Pesanan, path: Path, _: str) -> None:
    from archrepo.reports.konfirmasi import write_confirmations

    write_confirmations(order.landscape, order.instansi, path, findings=order.findings or (), watermark=order.watermark)


_REPORTS: Mapping[str, Laporan] = MappingProxyType(
    {
        report.name: report
        for report in (
            Laporan("di-luar-pusat-data", "Aplikasi di luar Pusat Data", ("xlsx", "html", "csv"), _pusat_data),
            Laporan(
                "konfirmasi-opd", "Buku kerja konfirmasi untuk setiap Perangkat Daerah", (FOLDER, "zip"), _konfirmasi
            ),
            Laporan("ringkasan-pimpinan", "Ringkasan satu halaman untuk pimpinan", ("pdf", "html"), _ringkasan),
        )
    }
)


def report_names() -> tuple[str, ...]:
    """Return the names of all reports in alphabetical order."""
    return tuple(_REPORTS)


def describe() -> tuple[Laporan, ...]:
    """Return every report with its title and forms, for ``report --list``."""
    return tuple(_REPORTS.values())


def write_report(
    name: str,
    landscape: Landscape,
    path: Path,
    *,
    findings: Sequence[Finding] | None = None,
    watermark: str | None = None,
    instansi_id: int | None = None,
) -> Path:
    """Write a report to a file or folder, whole or not at all; the ending of the name is its form.

    Args:
        findings: those of a check of the same Landscape; None says that none was run.
        watermark: text across every sheet, page and picture, such as ``DATA CONTOH``.
        instansi_id: the government it is about; may be left out while there is only one.

    Raises:
        UnknownNameError: there is no such report or Instansi.
        UsageError: the report has no such form, several Instansi are there and none is named, or the place cannot be
            written.
    """
    report = _REPORTS.get(name)
    if report is None:
        from rapidfuzz import process

        near = tuple(match[0] for match in process.extract(name, report_names(), limit=3, score_cutoff=40))
        raise UnknownNameError("Laporan", name, near or report_names())
    form = path.suffix.removeprefix(".").lower() or FOLDER
    if form not in report.formats:
        endings = ", ".join("folder (nama tanpa akhiran)" if each == FOLDER else f".{each}" for each in report.formats)
        raise UsageError(
            f'Laporan "{name}" tidak dapat dibuat sebagai "{path.name}"', mend=f"Bentuk yang ada: {endings}."
        )
    order = Pesanan(
        landscape, government_of(landscape, instansi_id), None if findings is None else tuple(findings), watermark
    )
    report.write(order, path, form)
    return path
