"""Tells whether the makers of a product still support the version that a text names."""

from __future__ import annotations

import re
from datetime import date

from archrepo.checks.settings import support_table

_VERSION = re.compile(r"\d+(?:\.\d+)*")


def support_ended(product: str, version: str = "") -> tuple[str, date] | None:
    """Return the known version that a text names and the day on which its support ended; None when it is not known.

    Args:
        product: name of the product, with or without its version: ``PHP 7.4``.
        version: its version, where that is written apart.
    """
    name = " ".join(product.casefold().split())
    for spelling, versions in support_table():
        found = re.search(rf"(?<![a-z]){re.escape(spelling)}(?![a-z])", name)
        if found is None:
            continue
        written = _VERSION.search(version or name[found.end() :])
        near = [row for row in versions if written and (written[0] == row or written[0].startswith(f"{row}."))]
        return (max(near, key=len), versions[max(near, key=len)]) if near else None
    return None
