"""The findings as rows, for csv and workbook."""

from __future__ import annotations

from archrepo.checks.finding import Finding
from archrepo.checks.registry import CheckResult, unit_name
from archrepo.checks.rendering.facts import basis_text, elements_of, place_of
from archrepo.declarations.istilah import SEVERITY_LABELS
from archrepo.landscape import Landscape

TITLES = (
    "Perangkat Daerah", "Kode", "Tingkat", "Judul", "Uraian", "Saran perbaikan", "Mengapa", "Kode elemen",
    "Nama elemen", "Berkas", "Lembar", "Baris", "Dasar", "Indikator", "Dikesampingkan", "Sidik",
)  # fmt: skip
"""Column titles, in order."""


def row_of(landscape: Landscape, result: CheckResult, finding: Finding) -> tuple[str, ...]:
    """Return one finding as texts under ``TITLES``; several elements are separated by ``; ``."""
    elements = elements_of(landscape, finding)
    place = place_of(landscape, finding)
    waived = finding.waived
    return (
        unit_name(landscape, result, finding),
        finding.code,
        SEVERITY_LABELS[finding.severity],
        finding.title,
        finding.message,
        finding.mend,
        finding.why,
        "; ".join(facts.kode for facts in elements),
        "; ".join(facts.nama for facts in elements),
        place.file if place else "",
        place.sheet if place else "",
        str(place.row) if place and place.row else "",
        basis_text(finding),
        ", ".join(str(number) for number in finding.indicators),
        f"{waived.by}: {waived.reason}" if waived else "",
        finding.fingerprint,
    )
