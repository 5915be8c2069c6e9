"""Several names in one cell: taken apart where that is certain, else kept whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from archrepo.declarations.kolom import Kolom, split_values, stands_quoted
from archrepo.declarations.kosakata import vocabularies
from archrepo.declarations.nasional import national_names
from archrepo.intake.bodies import bodies_in
from archrepo.intake.unit_names import is_unit_name
from archrepo.intake.values import plain_text
from archrepo.intake.wording import is_empty
from archrepo.names import clean, fold, host_of, squeeze

_LINE = re.compile(r"[\r\n\x0b\u2028]+")
_BULLET = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-z][.)]|[-–•●▪*·✓➢])\s*", re.IGNORECASE)
_INLINE_NUMBER = re.compile(r"(?:^|[\s,;])\(?\d{1,2}[.)]\s*(?=[^\d\s])")
_LABELLED = re.compile(r"^\s*([^:;\n]{3,40}?)\s*:\s*(.+)$", re.DOTALL)
_ACRONYM = re.compile(r"[A-Z]{2,}|\d|^[A-Z][a-z]*[A-Z]|^(?:e|i|my|si)[\s-]?[A-Za-z]", re.UNICODE)
_CONNECTING = re.compile(r"^(?:dan|atau|serta|yang|untuk|dengan|pada|di|the|and|of)\b", re.IGNORECASE)
_FILLER = frozenset({"dll", "dst", "dsb", "dan lain lain", "lainnya", "etc", "dan sebagainya", "dkk"})
MOST_WORDS = 9
_LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class Named:
    """One name out of a cell, and what the text before it, or the title above it, says of it: ``Aplikasi Pusat : …``.

    ``part_of`` is the name of the whole that it is a part of, where columns go from the whole to its parts; a
    ``bare`` one is only named by a row that is about another.
    """

    name: str
    says: tuple[tuple[str, str], ...] = ()
    part_of: str | None = None
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """What a name cell holds; ``is_certain`` is False where it looks like several names that cannot be told apart."""

    names: tuple[Named, ...]
    is_certain: bool = True


def split_names(cell: str) -> Split:
    """Take a name cell apart.

    Certain are: lines or parts with numbers or bullets, parts between semicolons, and commas or line breaks between
    parts that each look like an application's short name, as do strokes between three or more.
    ``Perencanaan, Penganggaran, dan Pelaporan`` is one name.
    """
    if not _looks_plural(cell):
        return Split((Named(plain_text(cell)),))
    groups = [group for group in re.split(r"[;\n\r]+", cell) if group.strip()]
    labelled = [_labelled(group) for group in groups]
    if any(labelled) and all(labelled):
        return _ordered(name for group in labelled if group for name in group)
    for parts in (_numbered(cell), _by(cell, r";", _is_name), _by(cell, r"[\r\n]+", is_short_name)):
        if parts:
            return _ordered(Named(part) for part in parts)
    lines = _parts(cell, _LINE.pattern)
    # A wrapped name has two lines; three short ones of which half are written like names are a list.
    if len(lines) >= _LEAST_LINES and _is_mostly_short(lines):
        return _ordered(Named(line) for line in lines)
    commas = _parts(cell, r"\s*[,\r\n]\s*|\s+(?:dan|&|serta)\s+(?=[A-Z]|[ei]-)")
    if _is_list_of_short_names(commas):
        return _ordered(Named(part) for part in commas)
    strokes = _by(cell, r"\s*/\s*", is_short_name)
    if len(strokes) >= 3 and not host_of(cell):
        return _ordered(Named(part) for part in strokes)
    whole = plain_text(cell)
    return Split((Named(whole),), is_certain=not _is_doubtful(cell))


def _looks_plural(cell: str) -> bool:
    if any(sign in cell for sign in ";\n\r,") or cell.count("/") >= 2:
        return True
    return ("." in cell or ")" in cell) and len(_INLINE_NUMBER.findall(cell)) >= 2


def _ordered(names: Iterable[Named]) -> Split:
    return Split(tuple({squeeze(named.name): named for named in names}.values()))


def _labelled(group: str) -> list[Named] | None:
    """Read ``Aplikasi Pusat : SIPD-RI, e-Billing Pajak``: the label names an owner, the rest is a list."""
    found = _LABELLED.match(group)
    if found is None:
        return None
    label = fold(found[1])
    ownership = vocabularies()["pemilik_aplikasi"].index.get(label)
    if ownership is None and not label.startswith(("aplikasi", "website", "sistem", "daftar aplikasi")):
        return None
    parts = _parts(found[2], r"[,;]|\s+dan\s+(?=[A-Z])")
    says = (("kepemilikan", ownership),) if ownership else ()
    return [Named(part, says) for part in parts] if all(map(_is_name, parts)) else None


def _parts(text: str, separator: str) -> list[str]:
    parts = [plain_text(_BULLET.sub("", part)).strip(" .,:;") for part in re.split(separator, text)]
    return [part for part in parts if part and fold(part) not in _FILLER and not is_empty(part)]


def _by(cell: str, separator: str, accepts: Callable[[str], bool]) -> list[str]:
    parts = _parts(cell, separator)
    return parts if len(parts) >= 2 and all(map(accepts, parts)) else []


def _numbered(cell: str) -> list[str]:
    lines = [line for line in _LINE.split(cell) if line.strip()]
    if len(lines) >= 2 and all(_BULLET.match(line) for line in lines):
        parts = _parts(cell, _LINE.pattern)
    elif len(_INLINE_NUMBER.findall(cell)) >= 2 and _INLINE_NUMBER.match(cell):
        parts = [clean(part).strip(" ,;.") for part in _INLINE_NUMBER.split(cell)]
        parts = [part for part in parts if part]
    else:
        return []
    return parts if len(parts) >= 2 and all(map(_is_name, parts)) else []


def _is_name(part: str) -> bool:
    return 2 <= len(part) <= 90 and len(part.split()) <= MOST_WORDS and not _CONNECTING.match(part)


@lru_cache(65_536)
def is_short_name(part: str) -> bool:
    """Whether a part between commas is a name of its own: known, a host, or short and written like an acronym."""
    if not _is_name(part) or part.startswith("("):
        return False
    if squeeze(part) in national_names() or host_of(part):
        return True
    return len(part.split()) <= 4 and _ACRONYM.search(part) is not None and part.count("(") == part.count(")")


def _is_list_of_short_names(parts: list[str]) -> bool:
    """Whether parts between commas are names: all of them short ones, or of four and more at least half."""
    short = sum(map(is_short_name, parts))
    if len(parts) < 4:
        return len(parts) >= 2 and short == len(parts)
    return _is_mostly_short(parts)


def _is_mostly_short(parts: list[str]) -> bool:
    short = sum(map(is_short_name, parts))
    return 2 * short >= len(parts) and all(_is_name(part) and len(part.split()) <= 4 for part in parts)


def _is_doubtful(cell: str) -> bool:
    """Whether a cell kept whole may well hold several names."""
    parts = _parts(cell, r"[,;\r\n]+")
    short = sum(is_short_name(part) for part in parts)
    return ";" in cell or (len(parts) >= 3 and short >= 2)


def split_references(cell: str, column: Kolom) -> tuple[str, ...]:
    """Take a cell of references apart.

    Semicolons, line breaks and numbered parts always separate. A comma separates units where a unit's name follows it,
    partners where every part is short, applications where every part is a known or acronym-like name, and nothing else:
    names of services and data hold commas. What stands in double quotes is one name.
    """
    numbered = _numbered(cell)
    values = tuple(numbered) if numbered else split_values(cell)
    found: list[str] = []
    for value in values:
        if stands_quoted(value, cell):
            found.append(value)
            continue
        text = plain_text(_BULLET.sub("", value)).strip()
        if column.targets == ("InstansiLuar",):
            found += bodies_in(text)
        else:
            found += _split_commas(text, column) if "," in text else [text]
    return tuple(dict.fromkeys(text for text in found if text and not is_empty(text) and fold(text) not in _FILLER))


def _split_commas(text: str, column: Kolom) -> list[str]:
    parts = _parts(text, r",|\s+dan\s+(?=[A-Z])")
    if "PerangkatDaerah" in column.targets:
        return _units(text)
    if column.kind == "teks_banyak":
        certain = all(len(part.split()) <= 4 and not _CONNECTING.match(part) for part in parts)
    else:
        certain = "Aplikasi" in column.targets and all(map(is_short_name, parts))
    return parts if certain and len(parts) >= 2 else [text]


def _units(text: str) -> list[str]:
    """Cut before the name of a further unit only: Dinas Koperasi, Usaha Kecil dan Menengah is one."""
    found: list[str] = []
    for part in (clean(part) for part in text.split(",")):
        if found and not is_unit_name(part):
            found[-1] += f", {part}"
        elif part:
            found.append(part)
    return found
