"""Which known national application a record is, or may be: as told, by its address, or by its name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from archrepo.declarations.nasional import national_applications, national_hosts, national_names
from archrepo.similarity.alamat import Alamat
from archrepo.similarity.fungsi import Fungsinya, function_of_name, related
from archrepo.similarity.kata import stem, words
from archrepo.similarity.nama import Nama, nama
from archrepo.similarity.pengetahuan import pengetahuan
from archrepo.similarity.profil import Profil
from archrepo.similarity.singkatan import contracted


def known_national(profil: Profil, names: tuple[Nama, ...], place: Alamat | None) -> tuple[str | None, str | None]:
    """Return the national application it is (as told, by its host, by a name of its own), and the one it may be."""
    if profil.dikenal is not None:
        return profil.dikenal, None
    if place is not None and place.host in national_hosts():
        return national_hosts()[place.host].id, None
    if profil.nasional is False:
        return None, None
    if "." in profil.nama:
        begun = _national_by_host_start().get(_as_host(profil.nama))
        if begun is not None:
            return begun, None
    k = pengetahuan()
    likely: str | None = None
    for row in names:
        if len(row.kata) > 2 and row.kata[0] in _national_heads():
            known = national_names().get("".join(contracted(row.kata)))
            if known is not None:
                return known.id, None
        bare = [word for word in row.kata if word not in row.pusat] if row.pusat else row.kata
        for text in {row.utuh: None, "".join(row.kata): None, "".join(bare): None, row.rapat: None}:
            known = national_names().get(text)
            if known is not None and (row.rapat not in k.lazim or row.pusat):
                return known.id, None
            if known is not None:
                likely = likely or known.id
            elif text in k.nasional_lain and row.rapat not in k.lazim:
                return text, None
    return None, likely


def _as_host(name: str) -> str:
    return name.strip().lower().removeprefix("www.")


@cache
def _national_by_host_start() -> Mapping[str, str]:
    """Return national applications by the first two labels of their addresses: who writes "srikandi.arsip" means it."""
    return {
        ".".join(labels[:2]): known.id
        for host, known in national_hosts().items()
        if len(labels := host.removeprefix("www.").split(".")) > 3
    }


@cache
def _national_heads() -> frozenset[str]:
    """Return the first words of national names of several words (SIMDA BMD)."""
    names = (nama(text).kata for row in national_applications().values() for text in (row.nama, *row.alias))
    return frozenset(tokens[0] for tokens in names if len(tokens) > 1)


def does_something_else(known: str, functions: Fungsinya, content: frozenset[str]) -> bool:
    """Whether the texts of a record that bears a national application's common name tell of other work (SI CANTIK)."""
    row = national_applications().get(known)
    if row is None or row.distinctive or not functions.teks:
        return False
    theirs = _functions_of(known)
    told = functions.teks | functions.nama | functions.luas
    if not theirs or theirs & told or related(theirs, told):
        return False
    return content.isdisjoint(_work_of(theirs))


@cache
def _work_of(functions: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words that tell functions, without those of handling things."""
    k = pengetahuan()
    dull = k.olah | k.umum | k.kata_tanpa_isi
    return frozenset(
        stem(word) for phrase, ids in k.frasa.items() if functions & set(ids) for word in phrase if word not in dull
    )


@cache
def _functions_of(known: str) -> frozenset[str]:
    row = national_applications()[known]
    found = [function_of_name(tokens, tokens) for tokens in map(words, (row.nama, *row.alias))]
    return frozenset(one for functions in found for one in functions.nama | functions.luas)
