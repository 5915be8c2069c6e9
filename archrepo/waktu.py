"""Days and moments as users mean them: the zone of the clock on the wall, and when a day there begins and ends."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from archrepo.errors import UsageError

WITA = timezone(timedelta(hours=8), "WITA")
"""Asia/Makassar, which has no summer time: the zone of days that name none."""

_INDONESIAN: Mapping[str, tzinfo] = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": WITA,
    "WIT": timezone(timedelta(hours=9), "WIT"),
}


def configured_zone() -> tzinfo:
    """Return the zone that ``ARCHREPO_ZONE`` names (WIB, WITA, WIT, or a name such as Asia/Jakarta); WITA without it.

    Raises:
        UsageError: it names no zone.
    """
    name = os.environ.get("ARCHREPO_ZONE", "").strip()
    if not name:
        return WITA
    known = _INDONESIAN.get(name.upper())
    if known is not None:
        return known
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise UsageError(
            f'Zona waktu "{name}" pada ARCHREPO_ZONE tidak dikenal', mend="Pakai WIB, WITA, WIT, atau Asia/Jakarta."
        ) from None


def now(zone: tzinfo | None = None) -> datetime:
    """Return this moment in a zone, the configured one if none is given."""
    return datetime.now(UTC).astimezone(zone or configured_zone())


def end_of_day(day: date, zone: tzinfo | None = None) -> datetime:
    """Return the moment at which a day ends in a zone, the configured one if none is given."""
    return datetime.combine(day + timedelta(days=1), time(), zone or configured_zone())
