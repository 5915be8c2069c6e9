"""Chooses the form in which a result of the checks is read, and explains one rule in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archrepo.berkas import atomic_path, write_bytes
from archrepo.checks.aturan_daerah import AturanDaerah
from archrepo.checks.registry import NOTHING_OWN, CheckResult, Explanation, explain
from archrepo.checks.rendering import csv_report, json_report, junit, page, sarif, table, workbook
from archrepo.declarations.istilah import SEVERITY_LABELS
from archrepo.landscape import Landscape

_TEXTS = {
    "table": table.render,
    "json": json_report.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "csv": csv_report.render,
}

FORMS = (*_TEXTS, "xlsx", "html")
"""Every form, the first as default."""


def write_result(
    landscape: Landscape, result: CheckResult, form: str, path: Path | None, *, watermark: str | None = None
) -> str | None:
    """Render a result; into a file when there is a path, else as the text returned.

    Args:
        form: one of ``FORMS``; xlsx needs a path.
        watermark: text across every page and sheet, for html and xlsx.

    Raises:
        OutputError: the file cannot be written; one of that name stays as it was.
    """
    if form == "xlsx":
        assert path is not None  # noqa: S101 - callers ask for a file name first
        with atomic_path(path) as temporary:
            workbook.write(temporary, landscape, result, watermark)
        return None
    text = page.render(landscape, result, watermark) if form == "html" else _TEXTS[form](landscape, result)
    if path is None:
        return text
    write_bytes(path, text.encode("utf-8"))
    return None


def explanation_text(code: str, own: AturanDaerah = NOTHING_OWN) -> str:
    """Return what a user reads about one rule, ours or the regency's own.

    Raises:
        UnknownNameError: there is no rule of that code.
    """
    return "\n".join(_lines(explain(code, own)))


def _lines(rule: Explanation) -> Iterator[str]:
    yield f"{rule.code} {rule.title} ({SEVERITY_LABELS[rule.severity]})"
    yield f"  Mengapa: {rule.why}"
    yield f"  Saran: {rule.mend}"
    for basis in rule.basis:
        article = f", {basis.article}" if basis.article else ""
        doubt = " (perlu dipastikan)" if basis.confidence == "low" else ""
        yield f"  Dasar: {basis.rule}{article}{doubt}"
    if rule.indicators:
        yield f"  Indikator SPBE: {', '.join(str(number) for number in rule.indicators)}"
    for title, examples in (("Contoh yang dicatat", rule.fires), ("Contoh yang tidak dicatat", rule.silent)):
        for example in examples:
            yield f"  {title}{f' ({example.note})' if example.note else ''}: {', '.join(example.elements)}"
            for message in example.messages:
                yield f"    → {message}"
