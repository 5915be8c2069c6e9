"""The level of processes that a column title names, where a sheet has a column for each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archrepo.names import fold

_PROCESS = r"(?:nama )?(?:(?:sub )*proses bisnis|probis|(?:sub )*proses|bisnis proses|business process)"
_NUMBERED = re.compile(rf"(?:{_PROCESS} )?(?:level|lvl|lv|l|tingkat) ?(\d)(?: {_PROCESS})?")
_SUBORDINATE = re.compile(r"(?:nama )?((?:sub )*)(?:proses(?: bisnis)?|probis)")
_IS_OF_PROCESSES = re.compile(rf"\b{_PROCESS}\b")


def level_of_parts(parts: Sequence[str]) -> int | None:
    """Return the level that a title names, counted from the sender's own first: Proses Bisnis Level 1, Sub Proses.

    Args:
        parts: of the title, from the top down: ``("Proses Bisnis", "Level 2")``. A level without a word that says of
            what is none, nor is a level of the reference architecture (RAB Level 2).
    """
    texts = [text for text in map(fold, parts) if text]
    if not texts:
        return None
    found = _NUMBERED.fullmatch(texts[-1]) or _NUMBERED.fullmatch(" ".join(texts))
    if found is not None:
        return int(found[1]) if any(_IS_OF_PROCESSES.search(text) for text in texts) else None
    subordinate = _SUBORDINATE.fullmatch(texts[-1])
    return subordinate[1].count("sub") if subordinate is not None else None
