"""Names of other applications that a text gives: what the record is recorded with, or what it is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from archrepo.names import clean, squeeze
from archrepo.similarity.pengetahuan import pengetahuan

Jenis = Literal["bagian", "sama", "sumber", "disebut"]
_KINDS: tuple[Jenis, ...] = ("bagian", "sama", "sumber", "disebut")
_LONGEST = 3
_SHORTEST = 4
_BRACKET = re.compile(r"\(([^()]{3,40})\)")
_NOTHING: Mapping[str, Jenis] = {}


def mentions(texts: tuple[str, ...]) -> Mapping[str, Jenis]:
    """Return the names a record's texts give, squeezed, with what they say of them.

    ``sama``: it is used ("memakai SIKAP BKPSDM"), or stands in brackets as the other name; ``disebut``: it follows a
    generic word ("aplikasi SPSE untuk tender"); ``bagian``: the work is done inside of it ("di dalam SIMPEG");
    ``sumber``: what it shows comes from there ("tagihan dari SIM PBB"). Words that follow such a cue are taken as they
    stand, one to three of them, so that most of what is returned names nothing; it is for looking up the names of
    others.
    """
    found: dict[str, Jenis] = {}
    for text in texts:
        for kind, name in _named(clean(text)):
            if len(name) >= _SHORTEST or kind == "sama":
                found.setdefault(name, kind)
    return found or _NOTHING


def _named(text: str) -> Iterator[tuple[Jenis, str]]:
    if text and len(text.split()) <= _LONGEST:
        yield "sama", squeeze(text)
    for content in _BRACKET.findall(text):
        yield from (("sama", name) for name in _windows(content))
    for kind, cue in _cues():
        for place in cue.finditer(text):
            yield from ((kind, name) for name in _windows(text[place.end() :]))


def _windows(text: str) -> Iterator[str]:
    words = re.split(r"[\s,;:.()]+", text.strip(" ,;:.()"), maxsplit=_LONGEST)[:_LONGEST]
    generic = pengetahuan().umum
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            name = squeeze("".join(words[start:end]))
            if len(name) >= _SHORTEST - 1:
                yield name
        if words[start].lower() not in generic:
            break


@cache
def _cues() -> tuple[tuple[Jenis, re.Pattern[str]], ...]:
    known = pengetahuan().isyarat
    # A part of it goes first: "modul dari aplikasi SIMPEG" says aplikasi too.
    return tuple(
        [(kind, re.compile(rf"\b(?:{'|'.join(map(re.escape, known[kind]))})\s+", re.IGNORECASE)) for kind in _KINDS]
    )
