"""Bodies outside the regency as sheets name them, and words that stand where a name should but name nobody."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from archrepo.declarations.instansi import national_body
from archrepo.declarations.resource import schema_document
from archrepo.intake.unit_names import is_unit_name
from archrepo.names import clean, fold

_TEXTS = 65_536
"""Sheets repeat the names of bodies and posts; so many answers are kept."""

_SEPARATORS = (r"\s*[,;]\s*(?:dan\s+)?", r"\s*[,;/&]\s*|\s+(?:dan|serta)\s+")


@lru_cache(_TEXTS)
def outside_kind(text: str) -> str | None:
    """Return the jenis_instansi of a name that marks a body outside the regency, or None."""
    body = national_body(text)
    if body is not None:
        return body.jenis
    folded = f"{fold(text)} "
    for row in schema_document("unit.yaml")["kata_luar"]:
        if any(folded.startswith(f"{word} ") for word in row["awal"]):
            return str(row["jenis"])
    return None


def bodies_in(text: str) -> list[str]:
    """Cut a text between bodies outside the regency: Kementerian Energi dan Sumber Daya Mineral is one."""
    if national_body(text) is not None:
        return [text]
    for separator in _SEPARATORS:
        parts = [part for part in re.split(separator, text) if part]
        if len(parts) > 1 and all(outside_kind(part) is not None for part in parts):
            return parts
    return [text]


@cache
def _nobody() -> frozenset[str]:
    return frozenset(map(fold, schema_document("unit.yaml")["bukan_nama"]))


def names_nobody(text: str) -> bool:
    """Whether the text is a word such as "vendor" or "swakelola" that names no organisation, or several of them."""
    parts = re.split(r"[/,;&+()]|\bdan\b|\batau\b", text.casefold())
    words = [fold(part) for part in parts if fold(part)]
    return bool(words) and all(word in _nobody() for word in words)


@lru_cache(_TEXTS)
def named_after_nobody(text: str) -> str | None:
    """Return the body that follows such a word, ``Pihak ketiga (PT Maju)`` → ``PT Maju``, or None."""
    folded = fold(text)
    if not any(folded.startswith(f"{word} ") for word in _nobody()):
        return None
    found = re.search(r"[(:–—-]\s*(?P<name>[^():]+?)\s*\)?\s*$", text)
    name = clean(found["name"]) if found else ""
    return name if name and outside_kind(name) is not None else None


@lru_cache(_TEXTS)
def is_post(text: str) -> bool:
    """Whether a text names a post such as ``Kepala Bidang SD``, no unit and no person."""
    return any(f"{fold(text)} ".startswith(f"{word} ") for word in schema_document("unit.yaml")["kata_jabatan"])


def unit_headed_by(text: str) -> str | None:
    """Return the unit that a post heads: ``Kepala Dinas Kesehatan`` → ``Dinas Kesehatan``; None for any other text."""
    first, _, rest = clean(text).partition(" ")
    return rest if fold(first) == "kepala" and is_unit_name(rest) else None
