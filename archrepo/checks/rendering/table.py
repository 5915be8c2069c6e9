"""The findings as text for a terminal: a summary, the headline notes, then the rest by unit."""

from __future__ import annotations

from collections.abc import Iterator

from archrepo.checks.finding import SEVERITIES, Finding
from archrepo.checks.perubahan import Tren
from archrepo.checks.registry import CheckResult, unit_name
from archrepo.checks.rendering.facts import by_unit
from archrepo.checks.scope import population_label
from archrepo.checks.settings import limit
from archrepo.checks.skor import FORMULA, Penilaian, Skor
from archrepo.declarations.istilah import DOMAIN_LABELS, SEVERITY_LABELS
from archrepo.declarations.kalimat import decimal, number
from archrepo.landscape import Landscape

# A government is always there, and what carries a code is counted as what it is.
_NOT_COUNTED = frozenset({"instansi", "berkode"})
_MAIN = ("aplikasi", "layanan", "data", "proses bisnis", "pertukaran data", "Perangkat Daerah")


def examined_text(result: CheckResult) -> str:
    """Return what was looked at, such as ``179 aplikasi, 12 layanan``: the main kinds, and how many others."""
    counts: dict[str, int] = {}
    for name, count in result.examined.items():
        if name in _NOT_COUNTED:
            continue
        label = population_label(name)
        counts[label] = max(count, counts.get(label, 0))
    found = {label: count for label, count in counts.items() if count}
    order = sorted(found, key=lambda name: _MAIN.index(name) if name in _MAIN else len(_MAIN))
    texts = [f"{number(found[name])} {name}" for name in order[: len(_MAIN)]]
    rest = len(order) - len(texts)
    return ", ".join(texts) + (f", dan {rest} jenis objek lain" if rest else "")


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
    changes = result.perubahan
    if changes is not None:
        yield (
            f"Dibandingkan dengan {changes.name}: {len(changes.new)} baru, {len(changes.mended)} sudah tidak ada, "
            f"{len(changes.unchanged)} tetap (tidak ditampilkan)."
        )


def mended_lines(result: CheckResult) -> Iterator[str]:
    """Yield a line for each earlier finding that is no longer there."""
    for row in result.perubahan.mended if result.perubahan is not None else ():
        yield f"{row.message} ({row.code})"


def score_lines(found: Penilaian) -> Iterator[str]:
    """Yield the table of scores with its formula."""
    rows = [found.whole, *found.domains, *found.units]
    width = max(len(label(row)) for row in rows)
    yield f"{'':<{width}}  {'Objek':>6}  {'Tanpa catatan berat':>19}  {'Kelengkapan':>11}  {'Skor':>5}"
    for title, group in (("", (found.whole,)), ("Domain", found.domains), ("Perangkat Daerah", found.units)):
        if title:
            yield from ("", title)
        for row in group:
            clean, complete, value = (percent(part) for part in (row.share_clean, row.completeness, row.value))
            yield f"{label(row):<{width}}  {number(row.elements):>6}  {clean:>19}  {complete:>11}  {value:>5}"
    yield ""
    yield from FORMULA


def trend_lines(found: Tren) -> Iterator[str]:
    """Yield the table of a trend: a line a severity and family, a column a point, and how much the last differs."""
    width = max(len(name) for name, _ in found.rows)
    columns = [max(len(point), 6) for point in found.points]
    heads = "  ".join(f"{point:>{size}}" for point, size in zip(found.points, columns, strict=True))
    yield f"{'':<{width}}  {heads}  {'Beda':>6}"
    for name, numbers in found.rows:
        cells = "  ".join(f"{number(value):>{size}}" for value, size in zip(numbers, columns, strict=True))
        yield f"{name:<{width}}  {cells}  {numbers[-1] - numbers[0]:>+6}"


def label(row: Skor) -> str:
    """Return the name of a row of scores as users read it."""
    return DOMAIN_LABELS.get(row.name, row.name)


def percent(value: float | None) -> str:
    """Return a score with one decimal, or a dash where there is none."""
    return "–" if value is None else decimal(value)


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"  [{SEVERITY_LABELS[finding.severity]}] {finding.message} ({finding.code})"
    yield f"    {finding.mend}"


def headline(result: CheckResult) -> list[Finding]:
    """Return the notes that stand first: the heaviest that are not information, at most ``catatan_utama``."""
    return [row for row in result.findings if row.severity != "info"][: limit("catatan_utama")]


def render(landscape: Landscape, result: CheckResult) -> str:
    """Return the text: a summary, the headline notes, then the rest by unit."""
    lines = list(summary_lines(result))
    first = headline(result)
    if first:
        lines += ["", "Catatan utama"]
        for finding in first:
            lines += [f"  {unit_name(landscape, result, finding)}", *(f"  {line}" for line in _finding_lines(finding))]
    shown = {finding.fingerprint for finding in first}
    for unit, findings in by_unit(landscape, result).items():
        rest = [row for row in findings if row.fingerprint not in shown]
        if rest:
            lines += ["", f"{unit} ({len(rest)})"]
            for finding in rest:
                lines += _finding_lines(finding)
    mended = list(mended_lines(result))
    if mended:
        lines += ["", f"Sudah tidak ada ({len(mended)})", *(f"  {line}" for line in mended)]
    if result.findings:
        code = result.findings[0].code
        lines += ["", f"Penjelasan sebuah catatan: archrepo check explain {code}"]
    return "\n".join(lines) + "\n"
