"""The findings as SARIF 2.1.0; a location is a file, with sheet and row."""

from __future__ import annotations

import json
from urllib.parse import quote

from archrepo.checks.finding import Finding, Severity
from archrepo.checks.registry import CheckResult
from archrepo.checks.rendering.facts import elements_of, place_of
from archrepo.checks.rule import Rule
from archrepo.landscape import Landscape

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

Document = dict[str, object]


def _location(landscape: Landscape, finding: Finding) -> list[Document]:
    logical: list[Document] = [
        {"name": facts.nama, "fullyQualifiedName": facts.kode, "kind": facts.layer or "element"}
        for facts in elements_of(landscape, finding)
    ]
    place = place_of(landscape, finding)
    if place is None:
        return [{"logicalLocations": logical}]
    physical: Document = {"artifactLocation": {"uri": quote(place.file)}}
    if place.row:
        physical["region"] = {"startLine": place.row, "message": {"text": f'lembar "{place.sheet}"'}}
    return [{"physicalLocation": physical, "logicalLocations": logical}]


def _result(landscape: Landscape, finding: Finding) -> Document:
    found: Document = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.mend}"},
        "locations": _location(landscape, finding),
        "partialFingerprints": {"archrepo/v1": finding.fingerprint},
    }
    if finding.waived is not None:
        text = f"{finding.waived.by}: {finding.waived.reason}"
        found["suppressions"] = [{"kind": "external", "status": "accepted", "justification": text}]
    return found


def _rule(rule: Rule) -> Document:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def render(landscape: Landscape, result: CheckResult) -> str:
    """Return one SARIF log with one run, as indented JSON text that ends with a newline."""
    found = (*result.findings, *result.waived)
    codes = {finding.code for finding in found}
    log: Document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "archrepo",
                        "language": "id",
                        "rules": [_rule(rule) for rule in result.rules if rule.code in codes],
                    }
                },
                "results": [_result(landscape, finding) for finding in found],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"
