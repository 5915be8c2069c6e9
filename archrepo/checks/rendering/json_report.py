"""The document of ``check --format json`` (design section 5): extended, never broken."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta, timezone

from archrepo.checks.finding import SEVERITIES, Finding
from archrepo.checks.perubahan import Perubahan
from archrepo.checks.registry import CheckResult, unit_name
from archrepo.checks.rendering.facts import ElementFacts, elements_of
from archrepo.checks.skor import FORMULA, Skor, scored
from archrepo.landscape import Landscape

SCHEMA_VERSION = 1

Document = dict[str, object]

# Asia/Makassar keeps no summer time; a Landscape knows its day only, unless it was read from a repository.
_MAKASSAR = timezone(timedelta(hours=8))


def _element(facts: ElementFacts) -> Document:
    source = facts.source
    return {
        "kode": facts.kode,
        "nama": facts.nama,
        "layer": facts.layer,
        "instansi": facts.instansi,
        "pemilik": facts.pemilik or None,
        "pelapor": list(facts.pelapor),
        "source": {"file": source.file, "sheet": source.sheet, "row": source.row} if source else None,
    }


def finding_document(landscape: Landscape, finding: Finding) -> Document:
    """Return one finding as the contract has it; ``facts`` gives the sentence of each element of a joined note."""
    waived = finding.waived
    return {
        "code": finding.code,
        "title": finding.title,
        "severity": finding.severity,
        "elements": [_element(facts) for facts in elements_of(landscape, finding)],
        "pairs": [
            {"a": landscape[pair.a_id].kode, "b": landscape[pair.b_id].kode, "score": pair.score, "why": pair.why}
            for pair in finding.pairs
        ],
        "path": list(finding.path) if finding.path is not None else None,
        "message": finding.message,
        "why": finding.why,
        "mend": finding.mend,
        "basis": [
            {"rule": basis.rule, "article": basis.article, "confidence": basis.confidence} for basis in finding.basis
        ],
        "indicators": list(finding.indicators),
        "score": finding.score,
        "fingerprint": finding.fingerprint,
        "waived": {"by": waived.by, "reason": waived.reason, "until": waived.until} if waived else None,
        "cause": finding.cause,
        "source": {"file": finding.source[0], "sheet": finding.source[1]} if finding.source else None,
        "facts": dict(finding.facts),
        "parts": list(finding.parts),
    }


def document(landscape: Landscape, result: CheckResult) -> Document:
    """Return the whole document. Findings set aside are listed too, with ``waived`` filled, and counted apart."""
    order = {severity: place for place, severity in enumerate(SEVERITIES)}
    found = sorted(
        (*result.findings, *result.waived),
        key=lambda row: (order[row.severity], row.code, tuple(landscape[one].kode for one in row.element_ids)),
    )
    moment = landscape.taken_at or datetime.combine(landscape.as_of, time(), _MAKASSAR)
    return {
        "schema_version": SCHEMA_VERSION,
        "landscape": {
            "instansi": [row.nama for row in landscape.daftar_instansi],
            "elements": len(landscape),
            "as_of": moment.isoformat(),
        },
        "findings": [finding_document(landscape, finding) for finding in found],
        "summary": {
            "by_severity": dict(result.counts),
            "by_code": _counted(finding.code for finding in result.findings),
            "by_opd": _counted(unit_name(landscape, result, finding) for finding in result.findings),
            "waived": len(result.waived),
            "examined": dict(result.examined),
            "score": _scores(landscape, result) if result.is_whole else None,
            "changes": _changes(result.perubahan) if result.perubahan is not None else None,
        },
    }


def _scores(landscape: Landscape, result: CheckResult) -> Document:
    found = scored(landscape, result, result.instansi_id)
    return {
        "formula": list(FORMULA),
        "whole": _score(found.whole),
        "units": [_score(row) for row in found.units],
        "domains": [_score(row) for row in found.domains],
    }


def _score(row: Skor) -> Document:
    def rounded(value: float | None) -> float | None:
        return None if value is None else round(value, 1)

    return {
        "name": row.name,
        "elements": row.elements,
        "clean": row.clean,
        "asked": row.asked,
        "filled": row.filled,
        "share_clean": rounded(row.share_clean),
        "completeness": rounded(row.completeness),
        "value": rounded(row.value),
    }


def _changes(found: Perubahan) -> Document:
    return {
        "since": found.name,
        "new": len(found.new),
        "unchanged": len(found.unchanged),
        "mended": [{"code": row.code, "severity": row.severity, "message": row.message} for row in found.mended],
    }


def _counted(names: Iterator[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(names).items()))


def render(landscape: Landscape, result: CheckResult) -> str:
    """Return the document as indented JSON text that ends with a newline."""
    return json.dumps(document(landscape, result), ensure_ascii=False, indent=2) + "\n"
