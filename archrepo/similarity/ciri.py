"""The traits of one application, worked out once: its names, address, functions, words, and whose site it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from archrepo.declarations.nasional import national_hosts, national_names
from archrepo.names import fold, squeeze
from archrepo.similarity.alamat import Alamat, alamat, is_host_name, region_of
from archrepo.similarity.fungsi import Fungsinya, fungsinya
from archrepo.similarity.kata import stem, words
from archrepo.similarity.nama import Nama, is_region, nama, pieces, telling
from archrepo.similarity.pengetahuan import Phrase, pengetahuan
from archrepo.similarity.profil import Profil
from archrepo.similarity.singkatan import acronym_letters
from archrepo.similarity.unit import unit_words, without_offices, without_units

_LONGEST_EXPANSION = 8
_HEAD = 3
_PARENT = re.compile(r"\b(?:modul|bagian dari|fitur dari|turunan dari|pendamping)\s+([^,.;()]+)", re.IGNORECASE)
_SYSTEM_WORDS = frozenset({"sistem", "sistim", "system", "informasi", "manajemen"})
_SITE_WORDS = frozenset({"website", "situs", "laman", "web"})


@dataclass(frozen=True, slots=True)
class Ciri:
    """What is compared.

    ``kunci`` are acronyms by which it is known, in either form; ``isi`` the stems of its texts; ``induk`` the words of
    what the texts call it a part of; ``situs`` says that it is a site that only presents a unit; ``unit`` the words of
    that unit, or of its owner; ``dikenal`` the national application that it is.
    """

    profil: Profil
    utama: Nama
    lain: tuple[Nama, ...]
    kunci: frozenset[str]
    alamat: Alamat | None
    fungsi: Fungsinya
    isi: frozenset[str]
    induk: tuple[Phrase, ...]
    situs: bool
    unit: frozenset[str]
    dikenal: str | None

    @property
    def semua_nama(self) -> tuple[Nama, ...]:
        """The name and its other names."""
        return (self.utama, *self.lain)


def ciri(profil: Profil) -> Ciri:
    """Work out the traits of an application."""
    place = alamat(profil.url) or (alamat(profil.nama) if is_host_name(profil.nama) else None)
    wilayah = _regions(profil, place)
    texts = tuple(text for text in (profil.fungsi, profil.deskripsi) if text)
    bare = tuple(words(without_offices(text)) for text in texts)
    utama, others = _names(profil, place, wilayah, bare)
    keys = _keys((utama, *others))
    expansions = tuple(phrase for key in keys for phrase in pengetahuan().akronim[key])
    functions = fungsinya(tuple(_telling(row) for row in (utama, *others)), expansions, bare)
    content = _content(bare, wilayah)
    site = _is_unit_site(profil, utama, texts, wilayah)
    return Ciri(
        profil=profil,
        utama=utama,
        lain=others,
        kunci=keys,
        alamat=place,
        fungsi=functions,
        isi=content,
        induk=tuple(words(found.group(1)) for text in texts for found in _PARENT.finditer(text)),
        situs=site,
        unit=_unit(profil, texts) if site else unit_words(profil.unit or ""),
        dikenal=_known(profil, (utama, *others), place),
    )


def _regions(profil: Profil, place: Alamat | None) -> frozenset[Phrase]:
    named = [*profil.wilayah]
    if place is not None:
        named.append(region_of(place.domain) or "")
    found = {tuple(fold(word).split()) for word in named if word}
    return frozenset(found | {(word,) for phrase in found for word in phrase if len(word) > 3})


def _names(
    profil: Profil, place: Alamat | None, wilayah: frozenset[Phrase], texts: tuple[Phrase, ...]
) -> tuple[Nama, tuple[Nama, ...]]:
    k = pengetahuan()
    if is_host_name(profil.nama) and place is not None:
        written = [_label_text(place.label or profil.nama)]
    else:
        written = list(pieces(profil.nama))
        label = place.label if place is not None else None
        if label is not None and label not in k.unit_singkatan and place is not None and len(label) >= _HEAD:
            written.append(_label_text(label))
    written += [text for text in (profil.singkatan, *profil.alias) if text]
    names = [nama(text, wilayah) for text in dict.fromkeys(written)]
    expansion = _expansion(names[0], texts)
    if expansion:
        names.append(nama(" ".join(expansion), wilayah))
    return names[0], tuple(dict.fromkeys(names[1:]))


def _label_text(label: str) -> str:
    """Return a label as words; a unit written behind a name ("dmsppid") is cut off."""
    k = pengetahuan()
    text = label.replace("-", " ").replace("_", " ")
    for cut in range(len(text) - 3, 2, -1):
        head, tail = text[:cut], text[cut:]
        if tail in k.unit_singkatan | {"ppid"} and (head in k.akronim or head in k.kata):
            return head
    return text


def _expansion(name: Nama, texts: tuple[Phrase, ...]) -> Phrase:
    """Return the words at the start of a text of which the one-word name is the acronym."""
    if len(name.inti) != 1:
        return ()
    for text in texts:
        for start in range(min(_HEAD, len(text))):
            for end in range(min(len(text), start + _LONGEST_EXPANSION), start + 1, -1):
                if acronym_letters(name.rapat, text[start:end]) >= 2:
                    return text[start:end]
    return ()


def _keys(names: tuple[Nama, ...]) -> frozenset[str]:
    found = {row.rapat for row in names if row.rapat in pengetahuan().akronim}
    for row in names:
        key = _by_expansion().get(row.urut) if len(row.kata) > 1 else None
        # One plain word is an expansion only where it is written as one: Sistem Informasi Puskesmas, not e-Puskesmas.
        if key is not None and (len(row.inti) > 1 or _SYSTEM_WORDS & set(row.kata)):
            found.add(key)
    return frozenset(found)


@cache
def _by_expansion() -> Mapping[Phrase, str]:
    """Return the acronyms by the core of their expansions, in alphabetical order."""
    found: dict[Phrase, str] = {}
    for short, texts in pengetahuan().akronim.items():
        for text in texts:
            found.setdefault(nama(" ".join(text)).urut, short)
    return found


def _telling(row: Nama) -> Phrase:
    """Return the words of a name that may tell its function: not those of its owner ("Antrean Dukcapil")."""
    return telling(tuple(word for word in row.kata if word not in row.unit))


def _content(texts: tuple[Phrase, ...], wilayah: frozenset[Phrase]) -> frozenset[str]:
    k = pengetahuan()
    found = {word for text in texts for word in text}
    dull = k.kata_tanpa_isi
    return frozenset(
        stem(word) for word in found if word not in dull and not word.isdigit() and not is_region((word,), wilayah)
    )


def _is_unit_site(profil: Profil, name: Nama, texts: tuple[str, ...], wilayah: frozenset[Phrase]) -> bool:
    """Whether it is a site that presents a unit and has no subject of its own."""
    heads = [words(text)[:_HEAD] for text in texts]
    marked = any(word in _SITE_WORDS for row in (name.kata, *heads) for word in row)
    if profil.bentuk != "situs_informasi" and not marked:
        return False
    subject = {word for text in texts for word in words(without_units(text))}
    if is_host_name(profil.nama):
        # A label is a unit's short name, known or not; only plain words in it are a subject.
        subject.update(word for word in name.kata if word in pengetahuan().kata)
        named = bool(texts) or _is_unit_label(name, profil.unit or "")
    else:
        subject.update(words(without_units(profil.nama)))
        named = bool(_unit(profil, texts))
    return named and all(_says_nothing(word, wilayah) for word in subject)


def _is_unit_label(name: Nama, unit: str) -> bool:
    return name.rapat in pengetahuan().unit_singkatan or acronym_letters(name.rapat, words(unit)) >= _HEAD


def _says_nothing(word: str, wilayah: frozenset[Phrase]) -> bool:
    k = pengetahuan()
    plain = word in k.kata_tanpa_isi or word in k.unit_umum or word in k.kegiatan
    return plain or word.isdigit() or is_region((word,), wilayah)


def _unit(profil: Profil, texts: tuple[str, ...]) -> frozenset[str]:
    for text in (*texts, profil.nama, profil.unit or ""):
        found = unit_words(text)
        if found:
            return found
    return frozenset()


def _known(profil: Profil, names: tuple[Nama, ...], place: Alamat | None) -> str | None:
    """Return the national application it is: as told, by its host, or by a name that is not also a common local one."""
    if profil.dikenal is not None:
        return profil.dikenal
    if place is not None and place.host in national_hosts():
        return national_hosts()[place.host].id
    if profil.nasional is False:
        return None
    k = pengetahuan()
    for row in names:
        for text in dict.fromkeys((row.utuh, squeeze(" ".join(row.kata)), row.rapat)):
            known = national_names().get(text)
            if known is not None and row.rapat not in k.lazim:
                return known.id
            if text in k.nasional_lain:
                return text
    return None
