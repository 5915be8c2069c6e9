"""Dates and numbers as Indonesians write them, read without a doubt or not at all."""

from __future__ import annotations

import re
from datetime import date, timedelta

_SERIAL = range(20_000, 80_000)
_EPOCH = date(1899, 12, 30)
_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb pebruari february", "maret mar march", "april apr", "mei may",
            "juni jun june", "juli jul july", "agustus agu ags agt aug august", "september sep sept",
            "oktober okt oct october", "november nov nopember nop", "desember des dec december",
        ),
        start=1,
    )
    for month in names.split()
}  # fmt: skip
_WORDED_DATE = re.compile(r"(?<!\d)(\d{1,2})[\s./-]+([a-z]{3,9})[\s./,-]+(\d{4})(?!\d)")
_NUMBER_DATE = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")
_ISO_DATE = re.compile(r"(?<!\d)(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)")
_NUMBER = re.compile(r"^(?:rp|idr)?\.?\s*(-?[\d.,]*\d)\s*(?:,-|,–|\.-)?\s*([a-z%]*)\.?(?:\s*\(.*\))?$")
_SCALES = {"ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "m": 10**9,
           "triliun": 10**12}  # fmt: skip
# Words after a number that do not change it. MB is none of them: columns of memory and storage are in GB.
_UNITS = frozenset(
    {"", *re.findall(r"\w+", "gb mbps orang org user users pengguna unit buah bh rupiah akun pegawai tahun kali")}
)


def serial_date(shown: str) -> date | None:
    """Return the day of Excel's day number, also where it came as a text; years 1954 to 2118 only."""
    if re.fullmatch(r"\d{5}(\.\d+)?", shown) and int(shown[:5]) in _SERIAL:
        return _EPOCH + timedelta(days=int(shown[:5]))
    return None


def written_date(shown: str) -> date | None:
    """Return the first date that a text in lower case holds: 2024-12-31, 31 desember 2024 or 31/12/2024."""
    if iso := _ISO_DATE.search(shown):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if worded := _WORDED_DATE.search(shown):
        return _date(int(worded[3]), _MONTHS.get(worded[2], 0), int(worded[1]))
    if numbers := _NUMBER_DATE.search(shown):
        first, second, year_text = int(numbers[1]), int(numbers[2]), numbers[3]
        whole = int(year_text) + (2000 if len(year_text) == 2 else 0)
        # A portal set to English writes the month first; that is certain only where the second number is no month.
        return _date(whole, second, first) or (_date(whole, first, second) if second > 12 else None)
    return None


def _date(whole: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(whole, month, day_of_month)
    except ValueError:
        return None


def written_number(shown: str) -> float | None:
    """Return the number that a text in lower case is: rp 7.320.300.000,00, 1.234,5, 1,5 miliar, 16 gb."""
    match = _NUMBER.match(shown)
    if match is None:
        return None
    digits, unit = match[1], match[2]
    if unit not in _UNITS and unit not in _SCALES:
        return None
    plain = _decimal(digits, grouped=unit not in _SCALES)
    return None if plain is None or abs(plain) >= 1e15 else plain * _SCALES.get(unit, 1)


def plain_decimal(digits: str) -> float | None:
    """Return the number that bare digits with separators are: 1.024 and 1,5 alike, None for anything else."""
    return _decimal(digits, grouped=True)


def _decimal(digits: str, *, grouped: bool) -> float | None:
    """Read digits with separators; the last separator is a decimal sign when it is alone of its kind."""
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return float(digits)
    sign = digits[last]
    other = "." if sign == "," else ","
    whole, rest = digits[:last], digits[last + 1 :]
    is_decimal = digits.count(sign) == 1 and (other in whole or len(rest) != 3 or not grouped)
    groups = re.split(r"[.,]", whole if is_decimal else digits)
    if len(groups) > 1 and any(len(group) != 3 for group in groups[1:]):
        return None
    joined = "".join(groups) + (f".{rest}" if is_decimal else "")
    try:
        return float(joined)
    except ValueError:
        return None
