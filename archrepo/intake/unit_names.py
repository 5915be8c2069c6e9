"""Texts that look like the name of a unit: in a column, a title row, a section row, a sheet's or a file's name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from archrepo.declarations.kosakata import vocabularies
from archrepo.intake.wording import any_word, folded, longest_first, reading
from archrepo.names import clean, fold

_NUMBERING = re.compile(
    r"^\s*(?:\(?(?:[ivxlc]{1,6}|[a-z]|\d{1,3})[.)]\s*|(?:[IVXLC]{1,6}|[A-Z]|\d{1,3})\s*[.)-]\s*)(?=\S)", re.IGNORECASE
)
_TAIL = re.compile(
    r"\s+(?:[–—-]\s+(?:kab|kota|pem|prov|tahun|\w+\s+regency).*|\w+\s+regency|kab(?:upaten|\.)?\s+\w+|provinsi\s+\w+|pemerintah\s.*|pemkab\b.*|tahun\b.*|t\.?a\.?\s+\d.*|periode\b.*|semester\b.*|triwulan\b.*|per\s+\d.*|bulan\b.*|(?:19|20)\d\d\b.*|lampiran\b.*)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:nama\s+)?(?:opd|skpd|perangkat\s+daerah|unit\s+kerja|unit\s+organisasi|instansi|satuan\s+kerja|satker|dinas\s*/\s*\w+(?:\s*/\s*\w+)*|lembaga|asal\s+opd|"
    r"opd\s*/\s*\w+(?:\s+\w+)?|skpd\s*/\s*\w+|organisasi|perangkat\s+daerah\s*\(?opd\)?)\s*(?:\([^)]*\))?\s*(?P<sign>[:=;]?)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)


_KIND_LABEL = re.compile(
    r"^(?P<kind>kecamatan|kelurahan|dinas|badan|bagian|biro|uptd?|puskesmas|kantor)\s*(?P<sign>[:=]?)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_LONGEST_PROPER = 8


def without_numbering(text: str) -> str:
    """Return a text without ``I.``, ``A.`` or ``1)`` before it."""
    return clean(_NUMBERING.sub("", text, count=1))


@cache
def _beginning() -> re.Pattern[str]:
    words = sorted(folded("kata_unit", "awal"), key=longest_first)
    return re.compile("(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


@cache
def _written_beginning() -> re.Pattern[str]:
    words = sorted(folded("kata_unit", "awal"), key=longest_first)
    parts = [re.escape(word).replace(r"\ ", r"\.?\s+") for word in words]
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + r")\b\.?(?=\s+\w)", re.IGNORECASE)


@cache
def _no_unit() -> re.Pattern[str]:
    return re.compile("(?:" + any_word(reading("kata_unit")["bukan"]).pattern + ")")


@cache
def _group_words() -> frozenset[str]:
    return frozenset(vocabularies()["kelompok_pengguna"].index)


def is_user_group(text: str) -> bool:
    """Whether a text names a group of users such as ``Seluruh Perangkat Daerah``, never a unit."""
    return fold(text) in _group_words()


@lru_cache(65_536)
def is_unit_name(text: str) -> bool:
    """Whether a text begins as names of units do, or is one of their usual short forms; groups of users are none."""
    bare = fold(without_numbering(text))
    if not bare or bare in _group_words() or len(bare) > 120:
        return False
    if bare in folded("kata_unit", "singkatan") or bare.split()[0] in folded("kata_unit", "singkatan"):
        return len(bare.split()) <= 5
    found = _beginning().match(bare)
    return found is not None and _names_one(bare[found.end() :].split(), bare)


def _names_one(rest: list[str], bare: str) -> bool:
    """Whether what follows the first word names one unit: ``DINAS``, ``Badan dan Rumah Sakit`` head many."""
    if not rest:
        return bare in folded("kata_unit", "tunggal")
    return (
        rest[0] not in {"dan", "serta", "lainnya", "lain", "se", "daerah", "terkait", "masing", "dinas", "badan"}
        or len(rest) > 3
    )


def unit_in_title(text: str) -> str | None:
    """Return the unit that a title row names: ``DATA APLIKASI DINAS KESEHATAN 2024`` → ``DINAS KESEHATAN``."""
    shown = clean(text)
    if len(shown) > 160 or _no_unit().match(fold(shown)):
        return None
    found = _written_beginning().search(shown)
    if found:
        return trimmed(shown[found.start() :])
    if is_unit_name(shown):
        return trimmed(shown)
    short = fold(shown)
    words = [word for word in re.split(r"[^\w]+", shown) if fold(word) in folded("kata_unit", "singkatan")]
    if words and len(short.split()) <= 12:
        return words[-1]
    return None


def trimmed(unit: str) -> str:
    """Return the name of a unit without region, year and the like at its end."""
    shorter = _TAIL.sub("", unit).strip(" .,:;-–(\"'")
    if not shorter or shorter == unit:
        return unit
    return trimmed(shorter)


def labelled_unit(cells: list[str]) -> str | None:
    """Return the unit of a row such as ``Perangkat Daerah : Dinas Kesehatan``, in one cell or in two."""
    for position, cell in enumerate(cells):
        found = _LABEL.match(cell)
        if found is None:
            if position == 0 and (unit := _by_kind(cells)):
                return unit
            continue
        rest = found["rest"].strip(" :=.")
        if rest and (found["sign"] or is_unit_name(rest)):
            return trimmed(rest)
        if not rest:
            following = [text.strip(" :=") for text in cells[position + 1 :] if text.strip(" :=")]
            if len(following) == 1 and (
                found["sign"] or ":" in "".join(cells[position + 1 :]) or is_unit_name(following[0])
            ):
                return trimmed(following[0])
    return None


def _by_kind(cells: list[str]) -> str | None:
    """Return the unit of a row whose label is the kind of unit: ``Kecamatan : Marga`` is Kecamatan Marga."""
    found = _KIND_LABEL.match(cells[0])
    if found is None or (found["rest"] and not found["sign"]):
        return None
    following = [text.strip(" :=") for text in (found["rest"], *cells[1:]) if text.strip(" :=")]
    if len(following) != 1 or len(following[0].split()) > _LONGEST_PROPER or not fold(following[0])[:1].isalpha():
        return None
    proper = following[0]
    return trimmed(proper if is_unit_name(proper) else f"{found['kind']} {proper}")


def unit_of_sheet(name: str, *, is_strict: bool = False) -> str | None:
    """Return the unit that a sheet's name says, or None for ``Sheet1``, ``Lamp. I`` or ``Aplikasi 2024``.

    A name that is no usual word of a sheet counts as a unit too (``DLH``, ``Singasana``), unless ``is_strict``: sheets
    of analysts are named after what they hold.
    """
    shown = clean(re.sub(r"[_]+", " ", name))
    shown = re.sub(r"^\d{1,3}[\s.)-]+", "", shown).strip()
    bare = fold(shown)
    if not bare:
        return None
    if is_unit_name(shown):
        return trimmed(shown)
    if is_strict:
        return None
    words = [word for word in bare.split() if not re.fullmatch(r"\d+|[ivxlc]+", word)]
    generic = folded("nama_lembar_umum", "kata")
    if not words or all(word in generic or re.sub(r"\d+$", "", word) in generic for word in words):
        return None
    return unit_in_title(shown) or (shown if not any(word in generic for word in words) else None)


def unit_of_file(stem: str) -> str | None:
    """Return the unit that a file's name clearly says, or None."""
    return unit_in_title(clean(re.sub(r"[_\-.]+", " ", stem)))
