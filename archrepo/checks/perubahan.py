"""Compares the findings of two runs: what is new, what was mended, what is as it was; and the trend over several."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archrepo.checks.finding import SEVERITIES, Finding
from archrepo.errors import InputError, Place

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Lama:
    """A finding of an earlier run: what is needed to know it again, and to speak of it."""

    code: str
    severity: str
    message: str
    parts: tuple[str, ...]
    is_waived: bool = False


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What became of findings. ``new_parts`` is how many notes of a finding are new, by its fingerprint.

    A finding with one new note among seven is new; one of which a note went and none came is unchanged. Mended are the
    earlier open findings none of whose notes is left, whether as open or as set aside.
    """

    new: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    mended: tuple[Lama, ...]
    new_parts: Mapping[str, int] = field(default_factory=dict)
    name: str = ""


def as_earlier(findings: Iterable[Finding]) -> tuple[Lama, ...]:
    """Return findings of a run of now as those of an earlier one, to compare with."""
    return tuple(Lama(row.code, row.severity, row.message, row.parts, row.waived is not None) for row in findings)


def compare(
    before: Iterable[Lama], now: Iterable[Finding], waived: Iterable[Finding] = (), name: str = ""
) -> Perubahan:
    """Compare an earlier run with one of now.

    Args:
        before: findings of the earlier run, those set aside among them.
        now: open findings of now.
        waived: findings of now that are set aside: still there, so not mended.
        name: what the earlier run is called in a sentence.
    """
    earlier = tuple(before)
    known = {part for row in earlier for part in row.parts}
    open_now = tuple(now)
    left = {part for row in (*open_now, *waived) for part in row.parts}
    fresh = {row.fingerprint: sum(part not in known for part in row.parts) for row in open_now}
    return Perubahan(
        new=tuple(row for row in open_now if fresh[row.fingerprint]),
        unchanged=tuple(row for row in open_now if not fresh[row.fingerprint]),
        mended=tuple(row for row in earlier if not row.is_waived and not left.intersection(row.parts)),
        new_parts={identity: count for identity, count in fresh.items() if count},
        name=name,
    )


def read_earlier(path: Path) -> tuple[Lama, ...]:
    """Read the document of ``check --format json`` of an earlier run.

    Raises:
        InputError: the file cannot be read, or is no such document.
    """
    refusal = InputError(
        "Berkas pembanding tidak dapat dibaca",
        mend="Pakai berkas yang ditulis dengan: archrepo check --format json -o BERKAS.json",
        where=Place(file=str(path)),
    )
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        found = tuple(_earlier(row) for row in document["findings"])
        is_ours = document["schema_version"] == _VERSION
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise refusal from error
    if not is_ours:
        raise refusal
    return found


def _earlier(row: Mapping[str, Any]) -> Lama:
    # A document of the first version does not yet say its parts.
    parts = tuple(str(part) for part in row.get("parts") or (row["fingerprint"],))
    return Lama(str(row["code"]), str(row["severity"]), str(row["message"]), parts, row["waived"] is not None)


@dataclass(frozen=True, slots=True)
class Tren:
    """Numbers of open findings at several points: rows of (label, one number a point), severities before families."""

    points: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def trend(points: Sequence[tuple[str, Iterable[Lama]]], labels: Mapping[str, str]) -> Tren:
    """Count the open findings of several runs by severity and by family.

    Args:
        points: the name of each run with its findings, oldest first.
        labels: words for the severities.
    """
    counts = [
        Counter(word for row in rows if not row.is_waived for word in (row.severity, row.code[:3]))
        for _, rows in points
    ]
    families = sorted({word for count in counts for word in count} - set(SEVERITIES))
    rows = [(labels.get(word, word), word) for word in (*SEVERITIES, *families)]
    return Tren(
        tuple(name for name, _ in points),
        tuple((label, tuple(count[word] for count in counts)) for label, word in rows),
    )
