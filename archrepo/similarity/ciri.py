"""The traits of one application, worked out once: its names, address, functions, words, and whose site it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from archrepo.names import fold
from archrepo.similarity.alamat import Alamat, alamat, is_host_name, region_of
from archrepo.similarity.dikenal import does_something_else, known_national
from archrepo.similarity.fungsi import Fungsinya, function_of_name, fungsinya
from archrepo.similarity.kata import stem, words
from archrepo.similarity.nama import Nama, has_separator, is_region, nama, pieces, telling
from archrepo.similarity.pengetahuan import Phrase, pengetahuan
from archrepo.similarity.profil import Profil
from archrepo.similarity.sebutan import Jenis, mentions
from archrepo.similarity.singkatan import acronym_letters, is_loose_acronym
from archrepo.similarity.situs import is_unit_site, site_unit
from archrepo.similarity.unit import owner_words, place_name, without_offices

_LONGEST_EXPANSION = 8
_NOWHERE: frozenset[Phrase] = frozenset()
_NO_KEYS: frozenset[str] = frozenset()
_NO_CORES: frozenset[Phrase] = frozenset()
_NO_MENTIONS: Mapping[str, Jenis] = {}
_NO_TEXTS: tuple[str, ...] = ()
_HEAD = 3
_GOVERNMENT_HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+go\.id\b", re.IGNORECASE)
_PARENT = re.compile(r"\b(?:modul|bagian dari|fitur dari|turunan dari|pendamping)\s+([^,.;()]+)", re.IGNORECASE)
_SYSTEM_WORDS = frozenset({"sistem", "sistim", "system", "informasi", "manajemen"})
_HEAD_OF_TEXT = re.compile(
    r"[,.;:(]|\s[-–—]\s|\b(?:untuk|yang|bagi|dengan|di|pada|kabupaten|kab|kota|provinsi|pemerintah|pemkab|pemkot)\b",
    re.IGNORECASE,
)


class Ciri(NamedTuple):  # not a dataclass, for the same reason as Nama
    """What is compared.

    ``kunci`` are acronyms by which it is known, in either form; ``panjang`` what its texts spell its short name out as;
    ``uraian`` the cores of its texts, as if they were names; ``isi`` the stems of its texts; ``induk`` the words of
    what the texts call it a part of; ``sebutan`` the names that its texts give (``mentions``); ``situs`` says that it
    is a site that only presents a unit; ``unit`` the words of that unit, or of its owner; ``kanal`` the channels that
    its texts tell; ``dikenal`` the national application that it is, ``mungkin`` the one that its name also has, though
    many regencies give it to things of their own. ``hanya_nama`` says that nothing is known of it but one
    name: no text, address, owner, link or national side, and no word that has a contrary.
    """

    profil: Profil
    utama: Nama
    lain: tuple[Nama, ...]
    kunci: frozenset[str]
    panjang: Phrase
    uraian: frozenset[Phrase]
    alamat: Alamat | None
    fungsi: Fungsinya
    isi: frozenset[str]
    induk: tuple[Phrase, ...]
    sebutan: Mapping[str, Jenis]
    situs: bool
    unit: frozenset[str]
    kanal: frozenset[str]
    dikenal: str | None
    mungkin: str | None
    hanya_nama: bool

    @property
    def semua_nama(self) -> tuple[Nama, ...]:
        """The name and its other names."""
        return (self.utama, *self.lain) if self.lain else (self.utama,)


def ciri(profil: Profil) -> Ciri:
    """Work out the traits of an application."""
    return _of_a_name_alone(profil) or _worked_out(profil)


def _of_a_name_alone(profil: Profil) -> Ciri | None:
    """Return the traits of a record that is nothing but one plain name, the cheap and common case, else None."""
    p = profil
    if p.fungsi or p.deskripsi or p.url or p.unit or p.singkatan or p.alias or p.wilayah or p.dikenal or p.bentuk:
        return None
    if p.nasional or p.kaitan or "." in p.nama or has_separator(p.nama):
        return None
    name = nama(p.nama)
    if name.unit or name.pusat or name.modul or _means_more(p, name):
        return None
    return Ciri(
        p, name, (), _NO_KEYS, (), _NO_CORES, None, function_of_name(name.kata, telling(name.kata)),
        _NO_KEYS, (), _NO_MENTIONS, situs=False, unit=_NO_KEYS, kanal=_NO_KEYS, dikenal=None, mungkin=None,
        hanya_nama=pengetahuan().kata_berlawan.isdisjoint(name.kata),
    )  # fmt: skip


def _means_more(profil: Profil, name: Nama) -> bool:
    """Whether a name is an acronym or its expansion, marks a site, or may be a national application's."""
    k = pengetahuan()
    if name.rapat in k.akronim or name.utuh in k.akronim or not k.situs_tanda.isdisjoint(name.kata):
        return True
    if len(name.kata) > 1 and name.urut in _by_expansion():
        return True
    return profil.nasional is None and known_national(profil, (name,), None) != (None, None)


def _worked_out(profil: Profil) -> Ciri:
    place = alamat(profil.url) if profil.url else None
    if place is None and is_host_name(profil.nama):
        place = alamat(profil.nama)
    if place is None and profil.deskripsi and "." in profil.deskripsi:
        place = _address_in(profil.deskripsi)
    wilayah = _regions(profil, place)
    texts = _NO_TEXTS
    if profil.fungsi or profil.deskripsi:
        texts = tuple(text for text in (profil.fungsi, profil.deskripsi) if text)
    bare = tuple([words(without_offices(text)) for text in texts])
    utama, others, expansion = _names(profil, place, wilayah, bare)
    names = (utama, *others)
    keys = _keys(names)
    expansions = tuple([phrase for key in keys for phrase in pengetahuan().akronim[key]])
    plain = tuple([_without_owner(row) for row in names])
    functions = fungsinya(plain, tuple([telling(row) for row in plain]), expansions, bare)
    content = _content(bare, wilayah)
    site = is_unit_site(profil, utama, texts, wilayah)
    known, likely = known_national(profil, names, place)
    if (
        known is not None
        and profil.dikenal is None
        and place is None
        and len(utama.inti) == 1
        and does_something_else(known, functions, content)
    ):
        known = None
    return Ciri(
        profil=profil,
        utama=utama,
        lain=others,
        kunci=keys,
        panjang=expansion,
        uraian=_cores(texts, wilayah) if texts else _NO_CORES,
        alamat=place,
        fungsi=functions,
        isi=content,
        sebutan=mentions(texts) if texts else _NO_MENTIONS,
        induk=tuple([words(found.group(1)) for text in texts for found in _PARENT.finditer(text)]),
        situs=site,
        unit=site_unit(profil, texts) if site else owner_words(profil.unit or ""),
        kanal=_channels(bare),
        dikenal=known,
        mungkin=likely,
        hanya_nama=not (texts or others or site or place or known or likely)
        and not (profil.kaitan or profil.nasional or profil.unit)
        and pengetahuan().kata_berlawan.isdisjoint(utama.kata),
    )


@lru_cache(maxsize=8_192)
def _cores(texts: tuple[str, ...], wilayah: frozenset[Phrase]) -> frozenset[Phrase]:
    found = {core for text in texts if len(core := nama(text, wilayah).urut) > 1}
    return frozenset(
        found | {head for text in texts if len(head := subject(nama(_HEAD_OF_TEXT.split(text)[0]).kata)) > 1}
    )


def subject(tokens: Phrase) -> Phrase:
    """Return the words of a written-out name in alphabetical order without those that any system's name may have.

    "Sistem Perizinan Terpadu" and "Sistem Informasi Perizinan Terpadu" have the same subject.
    """
    if not tokens or tokens[0] not in _SYSTEM_WORDS:
        return ()
    return tuple(sorted(word for word in tokens if word not in _SYSTEM_WORDS))


def _regions(profil: Profil, place: Alamat | None) -> frozenset[Phrase]:
    if not profil.wilayah and not profil.unit and place is None:
        return _NOWHERE
    named = [*profil.wilayah, place_name(profil.unit or "")]
    if place is not None:
        named.append(region_of(place.domain) or "")
    return _region_phrases(tuple(named))


@lru_cache(maxsize=8_192)
def _region_phrases(named: tuple[str, ...]) -> frozenset[Phrase]:
    found = {tuple(fold(word).split()) for word in named if word}
    return frozenset(found | {(word,) for phrase in found for word in phrase if len(word) > 3})


def _names(
    profil: Profil, place: Alamat | None, wilayah: frozenset[Phrase], texts: tuple[Phrase, ...]
) -> tuple[Nama, tuple[Nama, ...], Phrase]:
    k = pengetahuan()
    if is_host_name(profil.nama) and place is not None:
        written = [_label_text(place.label or _own_domain(place) or profil.nama)]
    else:
        # A part named with its whole ("SIMPEG - Modul Cuti") has not the whole's name for its other name.
        written = [profil.nama] if _names_a_part(profil.nama) else list(pieces(profil.nama))
        label = place.label if place is not None else None
        if label is not None and label not in k.unit_singkatan and len(label) >= _HEAD and _is_word(label):
            written.append(_label_text(label))
    if profil.singkatan or profil.alias:
        written += [text for text in (profil.singkatan, *profil.alias) if text and _is_word(text)]
    if len(written) == 1 and not texts:
        return nama(written[0], wilayah), (), ()
    names = [nama(text, wilayah) for text in dict.fromkeys(written)]
    expansion = _written_expansion(names)
    if not expansion:
        expansion = _expansion(names[0], texts)
        if expansion:
            names.append(nama(" ".join(expansion), wilayah))
    return names[0], tuple(dict.fromkeys(names[1:])), expansion


def _is_word(text: str) -> bool:
    """Whether it is more than a letter and a number: A17 is a place in a list, no name."""
    return text.isalpha() or sum(map(str.isalpha, text)) > 1


def _written_expansion(names: Sequence[Nama]) -> Phrase:
    """Return the words of the longer name of a record written with both ("SIDAB (Sistem Informasi Air Bersih)")."""
    for short in names[1:]:
        if len(short.kata) == 1 and not short.umum:
            for long in names[1:]:
                if len(long.kata) > 1 and (_SYSTEM_WORDS & set(long.kata[:2]) or _spells_out(short.rapat, long.kata)):
                    return long.kata
    return ()


def _address_in(text: str) -> Alamat | None:
    """Return the first government address that a text gives."""
    found = _GOVERNMENT_HOST.search(text)
    return alamat(found.group()) if found is not None else None


def _own_domain(place: Alamat) -> str | None:
    """Return the name of a domain that is an application's own (simkopdes.go.id), not a region's."""
    name = place.domain.split(".")[0]
    return name if region_of(place.domain) is None and (name,) not in pengetahuan().wilayah else None


def _names_a_part(text: str) -> bool:
    return not pengetahuan().modul.isdisjoint(words(text))


def _label_text(label: str) -> str:
    """Return a label as words; a unit written behind a name ("dmsppid") is cut off."""
    k = pengetahuan()
    if label in k.label_alamat:
        return k.label_alamat[label]
    text = label.replace("-", " ").replace("_", " ")
    for cut in range(len(text) - 3, 2, -1):
        head, tail = text[:cut], text[cut:]
        if (tail in k.unit_singkatan or tail == "ppid") and (head in k.akronim or head in k.kata):
            return head
    return text


def _expansion(name: Nama, texts: tuple[Phrase, ...]) -> Phrase:
    """Return the words at the start of a text of which the one-word name is the acronym."""
    if not texts or len(name.inti) != 1:
        return ()
    known = pengetahuan().akronim.get(name.rapat, ())
    for text in texts:
        for phrase in known:
            if text[: len(phrase)] == phrase:
                return phrase
        for start in range(min(_HEAD, len(text))):
            for end in range(min(len(text), start + _LONGEST_EXPANSION), start + 1, -1):
                phrase = text[start:end]
                if _spells_out(name.rapat, phrase):
                    return phrase
    return ()


def _spells_out(short: str, phrase: Phrase) -> bool:
    initials = "".join(word[0] for word in phrase)
    return initials == short or acronym_letters(short, phrase) >= 2 or is_loose_acronym(short, phrase)


def _keys(names: tuple[Nama, ...]) -> frozenset[str]:
    known = pengetahuan().akronim
    found = {form for row in names if not row.modul for form in (row.rapat, row.utuh) if form in known}
    if len(names) == 1 and len(names[0].kata) == 1:
        return frozenset(found) if found else _NO_KEYS
    for row in names:
        key = _by_expansion().get(row.urut) if len(row.kata) > 1 and not row.modul else None
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


def _without_owner(row: Nama) -> Phrase:
    """Return the words of a name that may tell its function: not those of its owner ("Antrean Dukcapil")."""
    if not row.unit and not row.pusat:
        return row.kata
    return tuple(word for word in row.kata if word not in row.unit and word not in row.pusat)


def _channels(texts: tuple[Phrase, ...]) -> frozenset[str]:
    """Return the channels that texts tell ("versi Android", "berbasis web")."""
    known = pengetahuan().kanal
    return frozenset(known[word] for text in texts for word in text if word in known and len(word) > 1)


@lru_cache(maxsize=8_192)
def _content(texts: tuple[Phrase, ...], wilayah: frozenset[Phrase]) -> frozenset[str]:
    if not texts:
        return frozenset()
    k = pengetahuan()
    found = {word for text in texts for word in text}
    dull = k.kata_tanpa_isi
    return frozenset(
        stem(word) for word in found if word not in dull and not word.isdigit() and not is_region((word,), wilayah)
    )
