"""The findings as JUnit XML: a suite a family, a case a rule, a failure where a rule found what must be handled."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from archrepo.checks.finding import Finding
from archrepo.checks.registry import CheckResult
from archrepo.checks.rule import Rule
from archrepo.landscape import Landscape

# Signs that XML 1.0 cannot hold, however escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("", text))


def _case(rule: Rule, found: list[Finding]) -> str:
    head = f"    <testcase classname={_attribute(rule.family)} name={_attribute(f'{rule.code} {rule.title}')}"
    heavy = [row for row in found if row.severity != "info"]
    if not found:
        return f"{head}/>"
    lines = "\n".join(f"{_text(row.message)} {_text(row.mend)}" for row in found)
    if not heavy:
        return f"{head}>\n      <system-out>{lines}</system-out>\n    </testcase>"
    message = _attribute(f"{len(found)} catatan perbaikan")
    kind = _attribute(heavy[0].severity)
    return f"{head}>\n      <failure type={kind} message={message}>{lines}</failure>\n    </testcase>"


def render(landscape: Landscape, result: CheckResult) -> str:  # noqa: ARG001 - every form is called in one way
    """Return the XML text; findings of severity info are output of a passed case."""
    by_code: dict[str, list[Finding]] = {}
    for finding in result.findings:
        by_code.setdefault(finding.code, []).append(finding)
    suites = []
    for family in dict.fromkeys(rule.family for rule in result.rules):
        of_family = [rule for rule in result.rules if rule.family == family]
        failed = sum(any(row.severity != "info" for row in by_code.get(rule.code, ())) for rule in of_family)
        cases = "\n".join(_case(rule, by_code.get(rule.code, [])) for rule in of_family)
        head = f'  <testsuite name={_attribute(family)} tests="{len(of_family)}" failures="{failed}">'
        suites.append(f"{head}\n{cases}\n  </testsuite>")
    body = "\n".join(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="archrepo check">\n{body}\n</testsuites>\n'
