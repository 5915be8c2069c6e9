"""The findings as text for a terminal: a summary, the headline notes, then the rest by unit."""

from __future__ import annotations

from collections.abc import Iterator

from archrepo.checks.finding import SEVERITIES, Finding
from archrepo.checks.registry import CheckResult, unit_name
from archrepo.checks.rendering.facts import by_unit
from archrepo.checks.scope import POPULATION_LABELS
from archrepo.checks.settings import limit
from archrepo.declarations.istilah import SEVERITY_LABELS
from archrepo.landscape import Landscape


def examined_text(result: CheckResult) -> str:
    """Return what was looked at, such as ``179 aplikasi, 12 layanan``, without what there is none of."""
    counts: dict[str, int] = {}
    for name, count in result.examined.items():
        label = POPULATION_LABELS[name]
        counts[label] = max(count, counts.get(label, 0))
    return ", ".join(f"{count} {label}" for label, count in counts.items() if count)


def summary_lines(result: CheckResult) -> Iterator[str]:
    """Yield the lines that say how much was found, set aside and looked at."""
    examined = examined_text(result) or "Belum ada isi yang dapat"
    if not result.findings:
        yield f"Tidak ada catatan perbaikan: {examined} diperiksa."
    else:
        parts = ", ".join(
            f"{SEVERITY_LABELS[word]} {result.counts[word]}" for word in SEVERITIES if result.counts[word]
        )
        yield f"{len(result.findings)} catatan perbaikan: {parts}. {examined} diperiksa."
    if result.waived:
        yield f"{len(result.waived)} catatan perbaikan dikesampingkan."


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"  [{SEVERITY_LABELS[finding.severity]}] {finding.message} ({finding.code})"
    yield f"    {finding.mend}"


def render(landscape: Landscape, result: CheckResult) -> str:
    """Return the text. Headline notes are the heaviest that are not information, at most ``catatan_utama``."""
    lines = list(summary_lines(result))
    headline = [row for row in result.findings if row.severity != "info"][: limit("catatan_utama")]
    if headline:
        lines += ["", "Catatan utama"]
        for finding in headline:
            lines += [f"  {unit_name(landscape, result, finding)}", *(f"  {line}" for line in _finding_lines(finding))]
    shown = {finding.fingerprint for finding in headline}
    for unit, findings in by_unit(landscape, result).items():
        rest = [row for row in findings if row.fingerprint not in shown]
        if rest:
            lines += ["", f"{unit} ({len(rest)})"]
            for finding in rest:
                lines += _finding_lines(finding)
    if result.findings:
        code = result.findings[0].code
        lines += ["", f"Penjelasan sebuah catatan: archrepo check explain {code}"]
    return "\n".join(lines) + "\n"
