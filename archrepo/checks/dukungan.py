"""Tells whether the makers of a product still support the version that a text names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from archrepo.checks.settings import support_table

_VERSION = re.compile(r"\d+(?:\.\d+)*")


_DISTINCT_TEXTS = 4_096
"""Lists repeat the few products they name; so many answers are kept."""


@lru_cache(_DISTINCT_TEXTS)
def support_ended(product: str, version: str = "") -> tuple[str, date] | None:
    """Return the known version that a text names and the day on which its support ended; None when it is not known.

    Args:
        product: name of the product, with or without its version: ``PHP 7.4``.
        version: its version, where that is written apart.
    """
    name = " ".join(product.casefold().split())
    for spelling, versions in _spellings():
        found = spelling.search(name)
        if found is None:
            continue
        written = _VERSION.search(version or name[found.end() :])
        near = [row for row in versions if written and (written[0] == row or written[0].startswith(f"{row}."))]
        closest = max(near, key=len, default=None)
        return None if closest is None else (closest, versions[closest])
    return None


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], Mapping[str, date]], ...]:
    return tuple(
        (re.compile(rf"(?<![a-z]){re.escape(spelling)}(?![a-z])"), versions) for spelling, versions in support_table()
    )
