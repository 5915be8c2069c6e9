"""What a check finds: facts about elements, never layout."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Severities, heaviest first."""


@dataclass(frozen=True, slots=True)
class Basis:
    """A rule that a check rests on; ``confidence`` is high, medium or low, and low is shown as such."""

    rule: str
    article: str | None = None
    confidence: str = "medium"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two elements judged together: ids, probability 0..1 and one Indonesian sentence that names the evidence."""

    a_id: int
    b_id: int
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Waived:
    """By whom, why and until which day (ISO text, or None) a finding is set aside."""

    by: str
    reason: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``element_ids`` are its elements, most telling first; ``path`` the kode of a path or missing link.

    ``message`` is one Indonesian sentence with the evidence; title, why, mend and basis come from the rule.
    ``fingerprint`` is the same as long as code, Instansi and the elements' kode are; ``parts`` are the fingerprints
    that its notes would have one by one, by which two runs are compared.
    """

    code: str
    title: str
    severity: Severity
    element_ids: tuple[int, ...]
    message: str
    why: str
    mend: str
    fingerprint: str
    basis: tuple[Basis, ...] = ()
    indicators: tuple[int, ...] = ()
    path: tuple[str, ...] | None = None
    pairs: tuple[Pair, ...] = ()
    score: float | None = None
    cause: str | None = None
    source: tuple[str, str] | None = None
    waived: Waived | None = None
    parts: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict, compare=False)


def fingerprint_of(code: str, instansi: str, kode: tuple[str, ...]) -> str:
    """Return the fingerprint of a finding: 16 hex digits over code, Instansi and sorted kode, never texts or score."""
    canonical = "\x1f".join((code, instansi, *sorted(kode)))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
