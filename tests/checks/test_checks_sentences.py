"""What each rule says of its examples, word by word: the text that a reader of the catalogue would check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archrepo.checks.finding import Finding
from archrepo.checks.registry import rules, run_checks
from archrepo.landscape import Landscape

TEXT = Path(__file__).with_name("kalimat.txt")


def _told() -> Iterator[str]:
    """Give the findings of every firing example of the rules that are not about duplicates."""
    for code, rule in rules().items():
        if rule.family == "DUP":
            continue
        for number, example in enumerate(rule.fires):
            landscape = example.landscape()
            result = run_checks(landscape, only=(code,))
            for finding in result.findings:
                unit = landscape.get(result.units[finding.fingerprint])
                yield f"{code}-{number} {_line(landscape, finding)} | {unit.kode if unit else '-'}"


def _line(landscape: Landscape, finding: Finding) -> str:
    kode = " ".join(landscape[one].kode for one in finding.element_ids)
    path = " → ".join(finding.path) if finding.path is not None else "-"
    mend = "" if finding.mend == rules()[finding.code].mend else f" [{finding.mend}]"
    return f"{finding.severity} | {kode} | {path} | {finding.message}{mend}"


def test_what_is_said_is_what_was_read(request: pytest.FixtureRequest) -> None:
    told = "\n".join(_told()) + "\n"
    if request.config.getoption("--perbarui-potret"):
        TEXT.write_text(told, encoding="utf-8")
    assert told.splitlines() == TEXT.read_text(encoding="utf-8").splitlines()


def test_a_summary_goes_on_where_the_count_ends() -> None:
    for rule in rules().values():
        if rule.summary is not None:
            assert not rule.summary.endswith(".")
            assert rule.summary[0].islower()
