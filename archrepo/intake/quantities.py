"""Numbers with a unit in sheets (``4 TB``, ``RAM 64GB``, ``2 x 16 GB``), converted to the unit of a field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from archrepo.declarations.kolom import Kolom
from archrepo.intake.wording import reading
from archrepo.intake.written import plain_decimal

_DIGITS = r"\d[\d.,]*"
_QUANTITY = re.compile(
    rf"(?:(?P<times>\d{{1,3}})\s*[x×*]\s*)?(?P<number>{_DIGITS})\s*(?P<unit>[a-zA-Z]+(?:/\s?(?:s|dtk|detik|sec))?)?"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKETED = re.compile(r"\(([^()]+)\)\s*$")


@cache
def _families() -> Mapping[str, Mapping[str, float]]:
    """Return, for each unit that fields are kept in, how much one of every written unit is of it."""
    return {
        unit: {spelled.casefold(): float(factor) for spelled, factor in rows.items()}
        for unit, rows in reading("satuan").items()
        if isinstance(rows, dict)
    }


@cache
def unit_of_title(title: str) -> str | None:
    """Return the unit that a title states in brackets at its end, or None: ``Kapasitas Memori (GB)`` → ``GB``."""
    found = _BRACKETED.search(title)
    word = found[1].strip() if found else ""
    known = {spelled for rows in _families().values() for spelled in rows}
    return word if word.casefold() in known else None


def unit_of_field(column: Kolom) -> str | None:
    """Return the unit in which a number field is kept, as its title states it; None for a bare number."""
    return unit_of_title(column.title) if column.kind == "bilangan" else None


def quantity(text: str, field_unit: str, title_unit: str | None = None) -> float | None:
    """Return the amount that a text states, in the unit of its field; None where that is not certain.

    Args:
        text: a cleaned cell.
        field_unit: the unit in which the field is kept, such as ``GB``.
        title_unit: the unit that the sender's own title states, for numbers written without one.

    Several amounts (``2 x 16 GB``, ``500 GB + 1 TB``) are summed; a range or a choice is no amount.
    """
    factors = _families().get(field_unit)
    if factors is None or len(text) > 80:
        return None
    outer = _BRACKETS.sub(" ", text)
    if outer != text and (amount := quantity(outer.strip(), field_unit, title_unit)) is not None:
        return amount
    own = factors.get((title_unit or field_unit).casefold())
    found = [
        (match, factors.get((match["unit"] or "").replace(" ", "").casefold()))
        for match in _QUANTITY.finditer(text)
        if not _inside_word(text, match.start())
    ]
    with_unit = [(match, factor) for match, factor in found if factor is not None]
    if not with_unit:
        alone = [match for match, _ in found if not match["unit"]]
        whole = len(alone) == 1 == len(found) and alone[0][0].strip() == text.strip()
        return _amount(alone[0], own) if whole and own is not None else None
    if len(with_unit) > 1 and not _is_sum(text, [match for match, _ in with_unit]):
        return None
    amounts = [_amount(match, factor) for match, factor in with_unit if factor is not None]
    return None if None in amounts else sum(amount for amount in amounts if amount is not None)


def _inside_word(text: str, start: int) -> bool:
    """Whether a number is part of a model's name (``DDR4``, ``E5-2650``) and states no amount."""
    before = text[start - 1] if start else " "
    return before.isalnum() or before in "-._/"


def _is_sum(text: str, parts: list[re.Match[str]]) -> bool:
    """Whether amounts are joined by nothing but plus signs, commas and words for "and"."""
    between = (text[left.end() : right.start()] for left, right in pairwise(parts))
    return all(re.fullmatch(r"[\w\s]*(?:\+|,|;|&|\bdan\b)[\w\s]*", gap, re.IGNORECASE) for gap in between)


def _amount(match: re.Match[str], factor: float | None) -> float | None:
    number = plain_decimal(match["number"].rstrip(".,"))
    if number is None or factor is None:
        return None
    return round(number * int(match["times"] or 1) * factor, 6)
