"""Units named inside texts: cut out of what an application does, kept for telling one unit's site from another's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from archrepo.names import clean, squeeze
from archrepo.similarity.kata import stem, words
from archrepo.similarity.pengetahuan import pengetahuan

# "perjalanan dinas", "naskah dinas", "berat badan" name no unit; nor do "badan usaha" and "badan hukum".
_OFFICES = (
    r"(?<!perjalanan )(?<!naskah )(?<!surat )(?<!kendaraan )(?<!rumah )(?<!nota )dinas|"
    r"(?<!berat )(?<!tinggi )(?<!suhu )badan(?! usaha| hukum| publik)|biro|(?<!sebagai )bagian|kementerian|inspektorat|"
    r"sekretariat|satuan polisi"
)
_PLACES = (
    r"kecamatan|kapanewon|kemantren|distrik|kelurahan|pemerintah desa|pemdes|desa|nagari|gampong|puskesmas|"
    r"rumah sakit umum daerah|rumah sakit umum|rumah sakit|"
    r"rsud|rsu|rs|sd negeri|smp negeri|sma negeri|smk negeri|sdn|smpn|sman|smkn"
)
_END = (
    r"(?=\s[-–—]\s|[.;:()/]|\b(?:provinsi|prov|propinsi|kabupaten|kab|kota|pemerintah|pemda|pemkab|pemkot|pemprov)\b|$)"
)
_OFFICE = re.compile(rf"\b(?:{_OFFICES})\b.{{0,90}}?{_END}", re.IGNORECASE)
_PLACE = re.compile(rf"\b(?P<jenis>{_PLACES})\b(?P<nama>.{{0,60}}?){_END}", re.IGNORECASE)


@lru_cache(maxsize=8_192)
def without_offices(text: str) -> str:
    """Return a text without the offices it names ("Aplikasi surat Dinas Bina Marga dan Tata Ruang")."""
    return _OFFICE.sub(" ", clean(text))


def without_units(text: str) -> str:
    """Return a text without offices and places."""
    return _PLACE.sub(" ", without_offices(text))


@cache
def place_name(unit: str) -> str:
    """Return the name of a place behind its kind ("Puskesmas Mawar": mawar), or an empty text."""
    found = _PLACE.fullmatch(clean(unit))
    return found["nama"].strip() if found is not None else ""


@cache
def unit_words(text: str) -> frozenset[str]:
    """Return the words that tell one unit from another in a text that names one, an empty set when it names none.

    Of an office these are the words of its affairs; of a place (kecamatan, rumah sakit …) its kind and its name, so
    that two hospitals stay two.
    """
    k = pengetahuan()
    text = clean(text)
    office = _OFFICE.search(text)
    if office is not None:
        return frozenset(word for word in words(office.group()) if word not in k.unit_umum and not word.isdigit())
    place = _PLACE.search(text)
    if place is None:
        short = squeeze(text)
        if short in k.unit_kepanjangan:
            return frozenset(k.unit_kepanjangan[short]) - k.unit_umum
        return frozenset({short}) if short in k.unit_singkatan else frozenset()
    kind = _kind(place["jenis"].lower())
    named = (word for word in words(place["nama"]) if word not in k.unit_umum and word not in k.situs)
    return frozenset({f"{kind}:{' '.join(named)}"})


def _kind(written: str) -> str:
    if written.startswith(("rs", "rumah")):
        return "rs"
    return "desa" if written.startswith("pem") else written


_NEAR = 0.7


@cache
def owner_words(unit: str) -> frozenset[str]:
    """Return the words that tell an owner from another, also of an office by a short name that is not known."""
    return unit_words(unit) or frozenset(filter(None, [squeeze(unit)]))


@cache
def is_same_unit(one: str, other: str) -> bool:
    """Whether two texts name one office, spelled out or short ("Diskominfo", "Dinas Kominfo dan Persandian").

    Short names are read by what ``schema/kemiripan.yaml`` says of them, else by their first letters ("Dinas TPH").
    """
    if squeeze(one) == squeeze(other):
        return True
    left, right = affairs(one), affairs(other)
    if not left or not right or {*_kinds(one)} != {*_kinds(other)}:
        return False
    shared = len({*left} & {*right})
    if shared >= _NEAR * len({*left} | {*right}) or shared == min(len({*left}), len({*right})) > 1:
        return True
    return any(
        len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)
        for short, long in ((left, right), (right, left))
    )


@cache
def affairs(unit: str) -> tuple[str, ...]:
    """Return the words of an office's affairs in order, its short names spelled out."""
    k = pengetahuan()
    found: list[str] = []
    for word in words(unit):
        found += k.unit_kepanjangan.get(word, () if word in k.unit_umum else (word,))
    return tuple(dict.fromkeys(stem(word) for word in found))


def _kinds(unit: str) -> set[str]:
    """Return the kinds of place a text names: a kecamatan is no dinas, whatever else is alike."""
    return {word for word in words(unit) if (word,) in pengetahuan().unit_tempat}
