"""Whether a record is a site that only presents a unit, and which unit that is."""

from __future__ import annotations

from archrepo.similarity.alamat import is_host_name
from archrepo.similarity.kata import stem, words
from archrepo.similarity.nama import Nama, is_region
from archrepo.similarity.pengetahuan import Phrase, pengetahuan
from archrepo.similarity.profil import Profil
from archrepo.similarity.singkatan import acronym_letters
from archrepo.similarity.unit import affairs, unit_words, without_units

_GOVERNMENT = frozenset({"kabupaten", "kab", "kota", "provinsi", "pemkab", "pemkot", "pemprov", "pemda", "pemerintah"})
_PORTAL = frozenset({"pemerintah daerah"})
_HEAD = 3


def is_unit_site(profil: Profil, name: Nama, texts: tuple[str, ...], wilayah: frozenset[Phrase]) -> bool:
    """Whether it is a site that presents a unit and has no subject of its own."""
    marks = pengetahuan().situs_tanda
    marked = not marks.isdisjoint(name.kata) or any(not marks.isdisjoint(words(text)[:_HEAD]) for text in texts)
    if profil.bentuk != "situs_informasi" and not marked:
        return False
    subject = {word for text in texts for word in words(without_units(text))}
    if is_host_name(profil.nama):
        # A label is a unit's short name, known or not; only plain words in it are a subject.
        subject.update(word for word in name.kata if word in pengetahuan().kata)
        named = bool(texts) or _is_unit_label(name, profil.unit or "")
    else:
        subject.update(words(without_units(profil.nama)))
        named = bool(site_unit(profil, texts))
    own = affairs(profil.unit or "")
    return named and all(_says_nothing(word, wilayah) or stem(word) in own for word in subject)


def _is_unit_label(name: Nama, unit: str) -> bool:
    return name.rapat in pengetahuan().unit_singkatan or acronym_letters(name.rapat, words(unit)) >= _HEAD


def _says_nothing(word: str, wilayah: frozenset[Phrase]) -> bool:
    k = pengetahuan()
    plain = (
        word in k.kata_tanpa_isi
        or word in k.situs_isi
        or word in k.unit_umum
        or word in k.kegiatan
        or (word,) in k.unit_jenis
    )
    return plain or word.isdigit() or is_region((word,), wilayah)


def site_unit(profil: Profil, texts: tuple[str, ...]) -> frozenset[str]:
    """Return whose site it is: by the first text that names a unit, rather one that tells which of its kind."""
    found = [named for text in (*texts, profil.nama) if (named := unit_words(text))]
    if not found and not _GOVERNMENT.isdisjoint(words(profil.nama)):
        # The regency's own portal, though one office keeps it.
        return _PORTAL
    found += [named for named in (unit_words(profil.unit or ""),) if named]
    return next(
        (named for named in found if not all(word.endswith(":") for word in named)), next(iter(found), frozenset())
    )
