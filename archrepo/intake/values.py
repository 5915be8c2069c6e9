"""Normalisers: pure functions from a cell to a value, or to a problem. Any cell in, never an exception out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz.distance import OSA

from archrepo.declarations.kolom import CLEAR, Kolom
from archrepo.declarations.kosakata import Kosakata, vocabularies
from archrepo.intake.quantities import quantity, unit_of_field
from archrepo.intake.unit_names import is_unit_name
from archrepo.intake.wording import (
    bare_words,
    folded,
    integration_kinds,
    is_empty,
    joined_values,
    patterns,
    reading,
    refuses,
    unit_as_place,
    without_region,
    written,
    yes_no_answers,
)
from archrepo.intake.written import serial_date, written_date, written_number
from archrepo.names import clean, fold, host_of

Cell = str | int | float | bool | date | datetime | None
Value = str | int | float | bool | date | None

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
_FORMULA_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})
_REFERENCE_CODE = re.compile(r"R[A-Z]{2}(?:\.\d{1,3})+(?=\s|$)")
_YEAR = re.compile(r"(?<![\w.,])(?:19[7-9]\d|20\d\d)(?![\w]|[.,]\d)")
_SCHEME = re.compile(r"^(h\w{2,4}?)(s?)\s*[:;]?\s*/{1,3}[:;]?\s*", re.IGNORECASE)
# What needs no mending, and no look at its parts.
_USUAL_ADDRESS = re.compile(
    r"(?:https?://)?(?P<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24})(?::\d{1,5})?(?:/[\w./?=&%#~+-]*)?(?<![.,;:])"
)
_SEPARATED = re.compile(r"[\s,;|]+(?!//)|\s+(?:dan|atau|&)\s+")
_FREE_TEXT = frozenset({"teks", "teks_panjang"})
_NOWHERE = re.compile(r"(^|\.)(tidakada|tidak-ada|belumada)\.|\.(invalid|localhost)$")


_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class Outcome(NamedTuple):
    """What a cell says. A named tuple, because one is made for every distinct cell of a file.

    Attributes:
        value: the normalised value; None says nothing was stated, or nothing that can be used.
        code: the problem, a code of ``problems.PROBLEMS``; None when all is well.
        slots: what the problem's sentence tells.
        note: the text as written, where the value does not hold all of it.
        also: other fields that the same text fills.
        cleared: the cell says ``(hapus)``.
    """

    value: Value = None
    code: str | None = None
    slots: Mapping[str, object] = _NO_TEXTS
    note: str | None = None
    also: Mapping[str, str] = _NO_TEXTS
    cleared: bool = False


NOTHING = Outcome()


def plain_text(cell: Cell) -> str:
    """Return any cell as one clean line; whole numbers without ``.0``, dates as ``yyyy-mm-dd``."""
    if isinstance(cell, str):
        if cell.isascii() and cell.isprintable():  # most cells: nothing to normalise but blanks
            return " ".join(cell.split())
        return clean(_CONTROL.sub(" ", cell))
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Ya" if cell else "Tidak"
    if isinstance(cell, datetime):
        return cell.isoformat(" ") if (cell.hour or cell.minute or cell.second) else cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def normalise(cell: Cell, column: Kolom) -> Outcome:
    """Read a cell of a scalar column. What a reference column holds is split and resolved elsewhere."""
    if cell is None or cell == "":
        return NOTHING
    if isinstance(cell, str):
        cell = plain_text(cell)
        if cell[:1] == "(" and cell.lower() == CLEAR:
            return Outcome(cleared=True)
        if cell[:1] == "#" and cell.upper() in _FORMULA_ERRORS:
            return Outcome(code="IMP019", slots={"value": cell}, note=cell)
    if column.kind in _FREE_TEXT and isinstance(cell, str):
        return NOTHING if is_empty(cell, "teks") else Outcome(cell)
    if column.kind == "tahun":
        return year(cell)
    if column.kind == "tanggal":
        return day(cell)
    if column.kind in {"bilangan", "uang"}:
        unit = unit_of_field(column) if isinstance(cell, str) else None
        return number(cell, money=column.kind == "uang") if unit is None else amount(cell, unit)
    if column.kind == "url":
        return url(cell)
    if column.kind == "ya_tidak":
        return yes_no(cell, integration=column.field in integration_kinds())
    if column.kind == "enum":
        return term(cell, column)
    if column.kind == "kode":
        return code(cell)
    return text(cell)


def text(cell: Cell, kind: str = "teks") -> Outcome:
    """Read free text: one clean line, empty where units write that there is none."""
    shown = plain_text(cell)
    return NOTHING if is_empty(shown, kind) else Outcome(shown)


def code(cell: Cell) -> Outcome:
    """Read a code; of ``RAL.01.23.01 NAMA`` the code counts and the text is a note."""
    shown = plain_text(cell)
    found = _REFERENCE_CODE.match(shown)
    if found and found[0] != shown:
        return Outcome(found[0], note=shown)
    return text(cell)


def year(cell: Cell) -> Outcome:
    """Read a year of building.

    Of several years the first written counts, because the field asks when the application was made: ``2019/2020`` is a
    budget year's work begun in 2019, ``2016 - sekarang`` is in use since 2016. The text is kept as a note.
    """
    if isinstance(cell, date):
        return (
            Outcome(cell.year)
            if 1970 <= cell.year <= 2099
            else Outcome(code="IMP014", slots={"value": cell}, note=str(cell))
        )
    shown = plain_text(cell)
    if is_empty(shown, "teks"):
        return NOTHING
    if isinstance(cell, int | float) and (serial := serial_date(shown)) is not None:
        return Outcome(serial.year, note=serial.isoformat())
    found = _YEAR.findall(shown.removesuffix(".0"))
    if not found:
        return Outcome(code="IMP014", slots={"value": shown}, note=shown)
    value = int(found[0])
    return Outcome(value, note=None if shown == str(value) else shown)


def day(cell: Cell) -> Outcome:
    """Read a date: a date cell, Excel's day number, ``31/12/2024``, ``2024-12-31`` or ``31 Desember 2024``."""
    if isinstance(cell, datetime):
        return Outcome(cell.date())
    if isinstance(cell, date):
        return Outcome(cell)
    shown = plain_text(cell)
    if is_empty(shown, "teks"):
        return NOTHING
    found = serial_date(shown) or written_date(shown.lower())
    return Outcome(found) if found else Outcome(code="IMP015", slots={"value": shown}, note=shown)


def number(cell: Cell, *, money: bool = False) -> Outcome:
    """Read a number as Indonesians write it: ``Rp 7.320.300.000,00``, ``1.234,5``, ``1,5 miliar``, ``16 GB``.

    A single separator before exactly three digits groups thousands; otherwise it is a decimal sign. 0 is a number.
    """
    if isinstance(cell, bool | date):
        shown = plain_text(cell)
        return Outcome(code="IMP016", slots={"value": shown}, note=shown)
    if isinstance(cell, int | float):
        found: float | None = cell if cell == cell and abs(cell) < 1e18 else None
    else:
        shown = plain_text(cell)
        if is_empty(shown):
            return NOTHING
        found = written_number(shown.lower())
    if found is None or (money and found < 0):
        shown = plain_text(cell) if isinstance(cell, str) or cell == cell else "NaN"
        return Outcome(code="IMP016", slots={"value": shown}, note=shown)
    rounded = round(found) if money else found
    return Outcome(int(rounded) if float(rounded).is_integer() else rounded)


def amount(cell: Cell, unit: str) -> Outcome:
    """Read an amount with its unit, converted to ``unit``; the text stays as a note where it says more."""
    shown = plain_text(cell)
    found = None if is_empty(shown) else quantity(shown, unit)
    if found is None:
        return number(cell)
    value = int(found) if found.is_integer() else found
    return Outcome(value, note=None if written_number(shown.lower()) == value else shown)


def url(cell: Cell) -> Outcome:
    """Read an address: the first host of the cell, with its scheme mended and nothing added that was not written."""
    shown = plain_text(cell)
    usual = _USUAL_ADDRESS.fullmatch(shown)
    if usual and not usual["host"].endswith((".invalid", ".localhost")) and not _NOWHERE.search(usual["host"]):
        return Outcome(shown)
    if is_empty(shown, "url"):
        return NOTHING
    if fold(shown) in folded("kata_tanpa_alamat", "kata"):
        return Outcome(note=shown)
    parts = [part for part in _SEPARATED.split(shown) if part and "@" not in part]
    addresses = addresses_in(shown)
    if not addresses:
        return Outcome(code="IMP012", slots={"value": shown}, note=shown)
    if _NOWHERE.search(host_of(addresses[0]) or ""):
        return Outcome(note=shown)
    value = _mended(addresses[0])
    if len({host_of(part) for part in addresses}) > 1:
        return Outcome(value, code="IMP013", slots={"value": shown}, note=shown)
    return Outcome(value, note=None if len(parts) == 1 else shown)


def addresses_in(shown: str) -> list[str]:
    """Return the parts of a text that are addresses, as written."""
    return [part for part in _SEPARATED.split(shown) if part and "@" not in part and host_of(part)]


def _mended(address: str) -> str:
    bare = address.strip("()[]<>\"'").rstrip(".,;:)")
    scheme = _SCHEME.match(bare)
    if scheme is None:
        return bare
    return f"http{scheme[2].lower()}://{bare[scheme.end() :]}"


@cache
def _yes_no_words() -> Mapping[str, str]:
    words = {spelled: identifier for spelled, identifier in vocabularies()["ya_tidak"].index.items() if spelled}
    for identifier in ("ya", "tidak"):
        words.update({fold(word) or word: identifier for word in reading("kata_ya_tidak")[identifier]})
        words.update(dict.fromkeys(written("kata_ya_tidak", identifier), identifier))
    return words


def yes_no(cell: Cell, *, integration: bool = False) -> Outcome:
    """Read yes or no. In a column about integration 0 says nothing, elsewhere it is no; ``belum`` is no in both."""
    shown = plain_text(cell)
    if is_empty(shown, "integrasi_api" if integration else "ya_tidak"):
        return NOTHING
    lowered, bare = shown.lower(), fold(shown)
    words = _yes_no_words()
    found = words.get(lowered) or words.get(bare)
    if found:
        return Outcome(found)
    first = words.get(bare.split(" ")[0]) if len(bare.split(" ")[0]) > 1 else None
    if first:
        return Outcome(first, note=shown)
    return Outcome(code="IMP017", slots={"value": shown}, note=shown)


def term(cell: Cell, column: Kolom) -> Outcome:
    """Read a word of an open vocabulary. An unknown word is kept as written and reported."""
    shown = plain_text(cell)
    if is_empty(shown, "teks"):
        return NOTHING
    joined = joined_values(column.field).get(fold(shown))
    if joined is not None:
        also = {name: value for name, value in joined.items() if value and name != column.field}
        return Outcome(joined.get(column.field), note=shown, also=also)
    if column.vocabulary is None:
        return Outcome(shown)
    return _word(shown, column)


def _word(shown: str, column: Kolom) -> Outcome:
    bare = fold(shown)
    vocabulary = vocabularies()[column.vocabulary or ""]
    if bare in vocabulary.own:
        return Outcome(vocabulary.index[bare])
    if doubt := bare_words(vocabulary.id).get(bare):
        value, question = doubt
        return Outcome(
            value, code="IMP011", slots={"value": shown, "question": question, "field": column.title}, note=shown
        )
    found = vocabulary.index.get(bare)
    if found:
        return Outcome(found)
    found = match_word(bare, vocabulary)
    if found:
        return Outcome(found, note=shown)
    several = _several(shown, column, vocabulary)
    if several is not None:
        return several
    # A status answered with yes: the answer is a word of this vocabulary, or it is none (that of a service has others).
    answered = vocabulary.index.get(fold(yes_no_answers(column.field).get(str(yes_no(shown).value), "")))
    if answered:
        return Outcome(answered, note=shown)
    slots = {"value": shown, "field": column.title, "choices": ", ".join(row.label for row in vocabulary.nilai[:8])}
    return Outcome(shown, code="IMP010", slots=slots, note=shown)


def _several(shown: str, column: Kolom, vocabulary: Kosakata) -> Outcome | None:
    """Read several words in one cell: the first known one counts, if all are known."""
    parts = [part for part in re.split(r"\s*[,;/&\n]\s*|\s+dan\s+", shown) if part]
    found = [match_word(fold(part), vocabulary) for part in parts]
    if len(parts) < 2 or not all(found):
        return None
    if len(set(found)) == 1:
        return Outcome(found[0], note=shown)
    slots = {"value": shown, "field": column.title}
    return Outcome(found[0], code="IMP021", slots=slots, note=shown)


def match_word(bare: str, vocabulary: Kosakata) -> str | None:
    """Return the id that a folded text means: spelled so but for a region at its end, a pattern, or a typing error."""
    short = without_region(bare)
    found = vocabulary.index.get(bare) or vocabulary.index.get(short)
    if found:
        return found
    for pattern in patterns(vocabulary.id):
        if pattern.fits(bare):
            return pattern.value
    return _nearly(short, vocabulary) or _place_of_unit(short, vocabulary)


def _place_of_unit(bare: str, vocabulary: Kosakata) -> str | None:
    """Return what the name of a unit means as a place, alone or after a word such as Server: that unit's own room."""
    declared = unit_as_place(vocabulary.id)
    if declared is None:
        return None
    value, heads = declared
    rest = next((bare.removeprefix(head).strip() for head in heads if bare.startswith(f"{head} ")), bare)
    return value if is_unit_name(rest) else None


def _nearly(bare: str, vocabulary: Kosakata) -> str | None:
    """Return the only id within one typing error of a word of six letters or more, two of twelve or more."""
    if len(bare) < 6:
        return None
    allowed = 2 if len(bare) >= 12 else 1
    near = {
        identifier
        for spelled, identifier in vocabulary.index.items()
        if len(spelled) >= 5
        and abs(len(spelled) - len(bare)) <= allowed
        and OSA.distance(spelled, bare, score_cutoff=allowed) <= allowed
        and refuses(spelled) == refuses(bare)
    }
    return near.pop() if len(near) == 1 else None
