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
    ``fingerprint`` is the same as long as code, Instansi and the elements' kode are; ``identities`` are what
    each of its notes is known by, one by one.
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
    identities: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def parts(self) -> tuple[str, ...]:
        """Fingerprints that its notes would have one by one, by which two runs are compared."""
        return tuple(hashed(row) for row in self.identities) or (self.fingerprint,)


def identity_of(code: str, instansi: str, kode: tuple[str, ...]) -> str:
    """Return what a note is known by: code, Instansi and sorted kode, never texts or score."""
    return "\x1f".join((code, instansi, *(kode if len(kode) == 1 else sorted(kode))))


def hashed(identity: str) -> str:
    """Return the fingerprint of an identity: 16 hex digits."""
    return hashlib.sha256(identity.encode()).hexdigest()[:16]


def fingerprint_of(code: str, instansi: str, kode: tuple[str, ...]) -> str:
    """Return the fingerprint of a finding: 16 hex digits over code, Instansi and sorted kode, never texts or score."""
    return hashed(identity_of(code, instansi, kode))
