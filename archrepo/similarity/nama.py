"""The core of a name: what is left when generic words, affixes, years, regions, units and channels are taken off."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from archrepo.names import squeeze
from archrepo.similarity.fungsi import plain_words
from archrepo.similarity.kata import stem, words
from archrepo.similarity.pengetahuan import Phrase, pengetahuan

_VERSION = re.compile(
    r"\b(?:v|ver|versi|version)[\s.]*\d+(?:\.\d+)*\b|\b\d+\.\d+(?:\.\d+)*\b|"
    r"\b(?:(?:tahun(?:\s+anggaran)?|t\.?a\.?|th\.?)\s*)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SEPARATORS = re.compile(r"[()\[\]/|:;=,]|\s[-–—]\s|\batau\b|\balias\b", re.IGNORECASE)
_SIGNS = frozenset("()[]/|:;=,-–—")
_SHORTEST_PIECE = 3
_SHORTEST_BEHIND_E = 4
_REGION_KINDS = frozenset({"kabupaten", "kab", "kota", "provinsi", "prov", "pemkab", "pemkot", "pemprov"})


class Nama(NamedTuple):  # not a dataclass: made a million times, it costs a third of one
    """One name, or one piece of a name written with its other name ("SIMPEG (Sistem Informasi Kepegawaian)").

    ``kata`` are its words, ``inti`` the core words, ``rapat`` the core without blanks, ``urut`` in alphabetical order.
    ``umum`` says that the core only tells what it does (presensi), not which one it is. ``unit``, ``pusat``, ``kanal``
    and ``modul`` are the owner, the ministry or agency, and the marks that were taken off.
    """

    teks: str
    utuh: str
    kata: Phrase
    inti: Phrase
    rapat: str
    urut: Phrase
    umum: bool
    unit: Phrase
    pusat: Phrase
    kanal: frozenset[str]
    modul: bool


def _is_plain_text(text: str) -> bool:
    """Whether it is letters and blanks, as most names are: no sign to part it at, no version."""
    return text.replace(" ", "").isalpha()


def has_separator(text: str) -> bool:
    """Whether a name may be written as several: brackets, slash, dash, atau."""
    lowered = text.lower()
    if (_is_plain_text(text) or _SIGNS.isdisjoint(text)) and "atau" not in lowered and "alias" not in lowered:
        return False
    return _SEPARATORS.search(text) is not None


def pieces(text: str) -> tuple[str, ...]:
    """Return the whole name and, where it is written as several (brackets, slash, dash), each of them."""
    if not has_separator(text):
        return (text,)
    found = [piece.strip() for piece in _SEPARATORS.split(text)]
    kept = [piece for piece in found if len(squeeze(piece)) >= _SHORTEST_PIECE]
    return tuple(dict.fromkeys((text, *kept))) if len(kept) > 1 else (text,)


@lru_cache(maxsize=8_192)
def without_affix(word: str) -> str:
    """Take a glued affix off a known word: ``epresensi``, ``presensionline``."""
    k = pengetahuan()
    plain = plain_words()
    if word in k.umum or word in k.akronim or word in k.kanal:
        return word
    if word.startswith("e") and len(word) > _SHORTEST_BEHIND_E and (word[1:] in plain or word[1:] in k.akronim):
        return word[1:]
    if word in plain:
        return word
    # A known name loses its affix only before a plain word: earsip is arsip, siasn stays.
    known, shortest = (plain, 4) if word in k.kata else (k.kata, 3)
    for prefix in k.imbuhan_depan if word[0] in k.huruf_depan else ():
        rest = word.removeprefix(prefix)
        if rest != word and rest in known and len(rest) >= shortest:
            return rest
    if word in k.kata:
        return word
    for suffix in k.imbuhan_belakang if word.endswith(k.imbuhan_belakang) else ():
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) >= 3 and (rest in k.kata or len(suffix) > 4):
            return rest
    return word


def telling(tokens: Phrase) -> Phrase:
    """Return the words of a name for reading its function: of SIPASAR the word behind the prefix."""
    return tuple([_behind_brand(word) for word in tokens])


@lru_cache(maxsize=8_192)
def _behind_brand(word: str) -> str:
    k = pengetahuan()
    if word in k.kata or not word.startswith(k.imbuhan_merek):
        return word
    cut = (word.removeprefix(prefix) for prefix in k.imbuhan_merek)
    rests = (k.ejaan.get(rest, rest) if rest != word else word for rest in cut)
    return next((rest for rest in rests if rest != word and len(rest) >= 4 and rest in plain_words()), word)


def is_region(phrase: Phrase, wilayah: frozenset[Phrase]) -> bool:
    """Whether words are the name of a region, a known one or one's own."""
    return phrase in wilayah or phrase in pengetahuan().wilayah


def _without_names_of_regions(tokens: Phrase, wilayah: frozenset[Phrase]) -> Phrase:
    """Drop names of regions, but not one that the name begins with."""
    found: list[str] = []
    place = 0
    while place < len(tokens):
        size = next((n for n in (3, 2, 1) if is_region(tokens[place : place + n], wilayah)), 0)
        if size and place > 0:
            place += size
        else:
            found.append(tokens[place])
            place += 1
    return tuple(found)


def _without_unit(tokens: Phrase) -> tuple[Phrase, Phrase]:
    """Cut off an owner at the end: a kind of unit with a name behind it ("RSUD Tabanan"), or a unit's short name.

    Returns the rest and what was cut.
    """
    k = pengetahuan()
    for place in range(1, len(tokens)):
        size = next((n for n in (2, 1) if tokens[place : place + n] in k.unit_jenis), 0)
        named = any(word not in k.umum for word in tokens[place + size :])
        of_region = tokens[place + size : place + size + 1] and tokens[place + size] in _REGION_KINDS
        if size and named and not of_region and not all(word in k.umum for word in tokens[:place]):
            return tokens[:place], tokens[place:]
    short = tuple(word for word in tokens[1:] if word in k.unit_singkatan)
    rest = tuple(word for place, word in enumerate(tokens) if place == 0 or word not in k.unit_singkatan)
    # Of e-Bapenda nothing would be left.
    return (rest, short) if any(word not in k.umum for word in rest) else (tokens, ())


def _without_agency(tokens: Phrase) -> tuple[Phrase, Phrase]:
    """Cut off a ministry or agency behind a name ("Sirup LKPP", "e-Dabu BPJS Kesehatan")."""
    k = pengetahuan()
    found = tuple(
        word
        for place, word in enumerate(tokens)
        if place > 0 and (word in k.unit_pusat or (tokens[place - 1] == "bpjs" and place > 1))
    )
    return tuple(word for place, word in enumerate(tokens) if place == 0 or word not in found), found


def _without_region(tokens: Phrase, wilayah: frozenset[Phrase]) -> Phrase:
    """Drop names of regions, and the last word behind a kind of region (Kabupaten Contoh), known or not."""
    if len(tokens) > 2 and tokens[-2] in _REGION_KINDS:
        tokens = tokens[:-2]
    return _without_names_of_regions(tokens, wilayah)


def _kept(before: Phrase, after: Phrase) -> Phrase:
    return after if after else before


def _without_activity(tokens: Phrase) -> Phrase:
    k = pengetahuan()
    named = tuple(k.kegiatan.get(word, word) for word in tokens)
    rest = tuple(word for word in named if word not in k.kegiatan)
    telling = [word for word in rest if word not in k.umum and word not in k.kanal and word not in k.situs]
    return rest if telling else named


def _without_numbers(tokens: Phrase) -> Phrase:
    """Drop a running number at the end, unless it numbers a place (SMP Negeri 2) or belongs to the word (AK 1)."""
    if len(tokens) > 1 and tokens[-1].isdigit() and len(tokens[-1]) == 1 and len(tokens[-2]) > 2:
        k = pengetahuan()
        if not any((word,) in k.unit_tempat for word in tokens):
            return tokens[:-1]
    return tokens


def _names_region(tokens: Phrase, wilayah: frozenset[Phrase]) -> bool:
    return bool(wilayah) and any(phrase[0] in tokens for phrase in wilayah if phrase)


@lru_cache(maxsize=8_192)
def nama(text: str, wilayah: frozenset[Phrase] = frozenset()) -> Nama:
    """Return the parts of one name.

    Each kind of word is taken off only while something else remains, so that no core is empty.

    Args:
        text: the name as written.
        wilayah: names of the own region besides the known ones, in words.
    """
    k = pengetahuan()
    numbered = _DIGIT.search(text) is not None
    tokens = (words(_VERSION.sub(" ", text)) if numbered else ()) or words(text)
    tokens = tuple([without_affix(word) for word in tokens])
    if (
        k.khusus.isdisjoint(tokens)
        and not (numbered and any(map(str.isdigit, tokens)))
        and not _names_region(tokens, wilayah)
    ):
        # Nothing to take off: the case of most names, and by far the cheapest.
        return Nama(
            text, squeeze(text), tokens, tokens, "".join(tokens), tuple(sorted(tokens)), is_plain(tokens),
            (), (), frozenset(), modul=False,
        )  # fmt: skip
    kanal = frozenset(k.kanal[word] for word in tokens if word in k.kanal)
    modul = any(word in k.modul for word in tokens)
    core = _kept(tokens, _without_numbers(_without_activity(tokens)))
    core = _kept(core, tuple(word for word in core if word not in k.kanal and word not in k.modul))
    core, pusat = _without_agency(core)
    core, unit = _without_unit(core)
    core = _kept(core, _without_region(core, wilayah))
    core = _kept(core, tuple(word for word in core if word not in k.umum))
    return Nama(
        teks=text,
        utuh=squeeze(text),
        kata=tokens,
        inti=core,
        rapat="".join(core),
        urut=tuple(sorted(core)),
        umum=is_plain(core),
        unit=unit,
        pusat=pusat,
        kanal=kanal,
        modul=modul,
    )


def is_plain(core: Phrase) -> bool:
    """Whether a core only says what the thing does: all its words are words of functions or generic."""
    return _plain_words().issuperset(core)


@cache
def _plain_words() -> frozenset[str]:
    k = pengetahuan()
    return k.umum | k.situs | frozenset(k.kegiatan) | plain_words()


def stems(tokens: Phrase) -> frozenset[str]:
    """Return the stems of words."""
    return frozenset(stem(word) for word in tokens)
