"""The findings as comma-separated text, one line a finding."""

from __future__ import annotations

import csv
import io

from archrepo.checks.registry import CheckResult
from archrepo.checks.rendering.rows import TITLES, row_of
from archrepo.declarations.kolom import guard_formula
from archrepo.landscape import Landscape


def render(landscape: Landscape, result: CheckResult) -> str:
    """Return a CSV with a title line, open findings first, then those set aside; formula-like text is guarded."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(TITLES)
    for finding in (*result.findings, *result.waived):
        writer.writerow([guard_formula(text) for text in row_of(landscape, result, finding)])
    return out.getvalue()
