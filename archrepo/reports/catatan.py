"""The open remarks of a check, gathered by element; those that were set aside are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from archrepo.checks.finding import Finding


def titles_by_element(findings: Iterable[Finding]) -> dict[int, tuple[str, ...]]:
    """Return what is not yet so, by element, as units read it: titles without codes, each once."""
    return _gathered(findings, lambda finding: finding.title)


def notes_by_element(findings: Iterable[Finding]) -> dict[int, tuple[str, ...]]:
    """Return what is not yet so, by element, as Diskominfo reads it: titles with the code that explains them."""
    return _gathered(findings, lambda finding: f"{finding.title} ({finding.code})")


def _gathered(findings: Iterable[Finding], text: Callable[[Finding], str]) -> dict[int, tuple[str, ...]]:
    found: dict[int, dict[str, None]] = {}
    for finding in findings:
        if finding.waived is None:
            for identifier in finding.element_ids:
                found.setdefault(identifier, {})[text(finding)] = None
    return {identifier: tuple(texts) for identifier, texts in found.items()}
