"""How numbers, days and lists of names stand in an Indonesian sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


def number(value: int) -> str:
    """Return a whole number as Indonesian readers write it: ``27.000``."""
    return f"{value:,}".replace(",", ".")


def decimal(value: float, digits: int = 1) -> str:
    """Return a number with so many digits after the comma: ``83,5``."""
    whole = f"{value:,.{digits}f}"
    return whole.replace(",", "\x00").replace(".", ",").replace("\x00", ".")


def day_text(day: date) -> str:
    """Return a day as Indonesian readers write it: ``30 Juni 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def listed(names: Iterable[str], limit: int | None = None) -> str:
    """Join names for a sentence, in the order given: ``A, B, dan C``; beyond ``limit``: ``A, B, dan 7 lainnya``."""
    known = list(names)
    if limit is not None and len(known) > limit:
        return f"{', '.join(known[:limit])}, dan {number(len(known) - limit)} lainnya"
    if len(known) < 2:
        return "".join(known)
    if len(known) == 2:
        return f"{known[0]} dan {known[1]}"
    return f"{', '.join(known[:-1])}, dan {known[-1]}"
