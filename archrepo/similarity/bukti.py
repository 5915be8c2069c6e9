"""The evidence on a pair: named pieces, each with the words that show it, for and against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from archrepo.declarations.nasional import national_applications
from archrepo.names import squeeze
from archrepo.similarity.bukti_fungsi import OWN_SYSTEMS, function_relation, functions_served
from archrepo.similarity.ciri import Ciri, subject
from archrepo.similarity.fungsi import Fungsinya
from archrepo.similarity.hubungan_nama import is_same_name, name_relation, opposite
from archrepo.similarity.nama import is_plain, stems
from archrepo.similarity.pengetahuan import Phrase, pengetahuan
from archrepo.similarity.unit import is_same_unit

_TEXT_SAME = 0.85
_TEXT_LIKE = 0.5
_ENOUGH_WORDS = 3
_UNIT_LIKE = 0.5
_TELLING_NAME = 4
_OF_A_PART = frozenset({"bagian", "bagian_menurut_uraian", "kanal"})
_AGREE = frozenset({"fungsi_sama", "fungsi_termuat", "fungsi_sebagian"})
_ONE_SHORT_NAME = frozenset(
    {
        "nama_sama",
        "nama_sama_umum",
        "nama_alternatif",
        "singkatan_kuat",
        "singkatan_longgar",
        "singkatan_lemah",
        "ejaan",
    }
)
_SAME_FIELD = frozenset({"fungsi_sama", "fungsi_termuat", "fungsi_sebagian", "fungsi_terkait", "fungsi_sama_luas"})
_OF_THEIR_OWN = ("rs:", "desa:", "nagari:", "sd", "smp", "sma", "smk")
_LONGER_PLAIN_NAME = frozenset({"nama_umum_termuat", "nama_umum_daerah"})
_SAME_NAME = frozenset({"nama_sama", "nama_sama_umum"})


@dataclass(frozen=True, slots=True)
class Bukti:
    """One piece of evidence: its name in ``schema/kemiripan.yaml`` and what it was found in."""

    nama: str
    rincian: str = ""


def evidence(a: Ciri, b: Ciri) -> tuple[Bukti, ...]:
    """Return all evidence on a pair, the same for both orders but for the order of names within a detail."""
    found = [Bukti(*row) for row in name_relation(a, b)]
    if a.hanya_nama and b.hanya_nama and a.profil.instansi == b.profil.instansi:
        # Nothing else is known of either; most pairs of a large register are such.
        of_part = bool(found) and found[0].nama in _OF_A_PART
        told = _of_functions(a, b)
        return (*found, *(row for row in told if not (of_part and row.nama == "fungsi_berbeda")))
    found += _of_parts(a, b)
    apart = any(row.nama in _OF_A_PART for row in found)
    found += _of_sites(a, b) if a.situs or b.situs else _of_functions(a, b)
    if apart:
        # A module naturally does something else than its whole.
        found = [row for row in found if row.nama != "fungsi_berbeda"]
    found += _of_addresses(a, b)
    agree = any(row.nama == "fungsi_sama" for row in found)
    # Where both do the same, other words are synonyms.
    found += [row for row in _of_texts(a, b) if not (agree and row.nama == "uraian_berbeda")]
    found += _of_mentions(a, b, found)
    found = _softened(a, b, found)
    found += _of_meanings(a, b, found)
    found += _of_owners(a, b, found)
    contrary = opposite(a.utama, b.utama)
    if contrary:
        found.append(Bukti("lawan_kata", contrary))
    return tuple(found)


def _of_sites(a: Ciri, b: Ciri) -> Iterator[Bukti]:
    if a.situs != b.situs:
        yield Bukti("situs_dan_aplikasi", f"{a.profil.nama}; {b.profil.nama}")
        return
    if not a.unit or not b.unit:
        return
    alike = len(a.unit & b.unit) / len(a.unit | b.unit)
    shown = f"{_unit_text(a)}; {_unit_text(b)}"
    if alike == 1 or (alike >= _UNIT_LIKE and have_same_owner(a, b)):
        yield Bukti("situs_unit_sama", _unit_text(a))
    elif alike >= _UNIT_LIKE:
        yield Bukti("situs_unit_mirip", shown)
    elif have_same_owner(a, b) and not any(":" in word for word in a.unit | b.unit):
        yield Bukti("situs_pemilik_sama", a.profil.unit or "")
    else:
        yield Bukti("situs_unit_berbeda", shown)


def have_same_owner(a: Ciri, b: Ciri) -> bool:
    """Whether both name an owner, and it is one unit."""
    one, other = a.profil.unit, b.profil.unit
    return bool(one and other) and is_same_unit(one or "", other or "")


def _unit_text(row: Ciri) -> str:
    return row.profil.unit or row.profil.nama


@lru_cache(maxsize=16_384)
def function_evidence(one: Fungsinya, other: Fungsinya) -> tuple[Bukti, ...]:
    """Return what the functions of two records say by themselves."""
    return tuple([Bukti(*row) for row in function_relation(one, other)])


def _of_functions(a: Ciri, b: Ciri) -> list[Bukti]:
    if not a.utama.umum and is_same_name(a, b):
        # Under one name of its own a means serves several.
        return list(function_evidence(a.fungsi, b.fungsi))
    return [Bukti(*row) for row in functions_served(a, b)]


def _of_addresses(a: Ciri, b: Ciri) -> Iterator[Bukti]:
    one, other = a.alamat, b.alamat
    if one is None or other is None:
        return
    if one.host == other.host:
        if one.path == other.path:
            yield Bukti("host_sama", one.host)
    elif (
        one.domain == other.domain
        and one.label is not None
        and one.label == other.label
        and one.label not in pengetahuan().unit_singkatan
    ):
        plain = is_plain((one.label,))
        yield Bukti("label_sama_umum" if plain else "label_sama", f"{one.host}; {other.host}")


def _of_texts(a: Ciri, b: Ciri) -> Iterator[Bukti]:
    if a.profil.kaitan & b.profil.kaitan:
        yield Bukti("kaitan_sama")
    if a.situs and b.situs:
        return
    common = a.isi & b.isi
    if len(common) >= 2:
        alike = 2 * len(common) / (len(a.isi) + len(b.isi))
        if alike >= _TEXT_SAME:
            yield Bukti("uraian_sama")
        elif alike >= _TEXT_LIKE:
            yield Bukti("uraian_mirip", ", ".join(sorted(common)[:3]))
    elif not common and min(len(a.isi), len(b.isi)) >= _ENOUGH_WORDS:
        yield Bukti("uraian_berbeda")


def _softened(a: Ciri, b: Ciri, found: list[Bukti]) -> list[Bukti]:
    """A name of its own that two list is mostly one thing that each describes by what it uses it for.

    Not so where two offices have each its own, or where a name that only tells what it does says otherwise.
    """
    named = {row.nama for row in found}
    if not named & {"nama_sama", "nama_alternatif"} or "fungsi_berbeda" not in named or _of_two_offices(a, b):
        return found
    placed = _in_place(a) or _in_place(b) or _names_itself(a) or _names_itself(b)
    if not (placed or a.isi & b.isi):
        return found
    rest = [row for row in found if row.nama not in ("fungsi_berbeda", "uraian_berbeda")]
    return [*rest, *(Bukti("fungsi_berbeda_seuraian", row.rincian) for row in found if row.nama == "fungsi_berbeda")]


def _of_meanings(a: Ciri, b: Ciri, found: list[Bukti]) -> Iterator[Bukti]:
    """What the texts say of the names: the other's name, or that one short name stands for two things."""
    named = {row.nama for row in found}
    for one, other in ((a, b), (b, a)):
        if named & _SAME_NAME or other.utama.modul or not one.uraian:
            continue
        whole = subject(other.utama.kata)
        if len(whole) > 1 and whole in one.uraian and len(one.utama.kata) == 1 and not one.utama.umum:
            yield Bukti("uraian_adalah_nama", other.utama.teks)
            break
        if other.utama.urut in one.uraian:
            plain = other.utama.umum and len(other.utama.kata) < _TELLING_NAME
            yield Bukti("uraian_adalah_nama_umum" if plain else "uraian_adalah_nama", other.utama.teks)
            break
    left, right = (stems(telling_words(row.panjang)) for row in (a, b))
    apart = left and right and not left & right and not named & {"fungsi_sama", "fungsi_terkait"}
    if apart and named & (_SAME_NAME | {"nama_alternatif"}):
        yield Bukti("kepanjangan_berbeda", f"{' '.join(a.panjang)}; {' '.join(b.panjang)}")
    elif named & _ONE_SHORT_NAME and not named & _SAME_FIELD and _describe_two_things(a, b):
        yield Bukti("uraian_dan_pemilik_berbeda", f"{a.profil.unit}; {b.profil.unit}")


def _describe_two_things(a: Ciri, b: Ciri) -> bool:
    """Two offices describe each something else under the name, and neither text names the other or brings all together.

    A known national application is mostly one thing however it is described, but for a name that others use as well.
    """
    if not (a.isi and b.isi) or a.isi & b.isi or not _of_two_offices(a, b) or _is_umbrella(a) or _is_umbrella(b):
        return False
    if a.isi & stems(b.utama.kata) or b.isi & stems(a.utama.kata) or a.utama.unit or b.utama.unit:
        return False
    known = national_applications().get(a.dikenal or "")
    told = a.profil.dikenal is not None or a.alamat is not None or b.alamat is not None
    return a.dikenal is None or a.dikenal != b.dikenal or not (told or known is None or known.distinctive)


def _of_mentions(a: Ciri, b: Ciri, found: list[Bukti]) -> Iterator[Bukti]:
    """A text gives the other's name: as that of what is used, or of what holds it."""
    if not a.sebutan and not b.sebutan:
        return
    named = {row.nama for row in found}
    if named & (_SAME_NAME | _OF_A_PART | {"nama_alternatif", "singkatan_kuat"}):
        return
    for one, other in ((a, b), (b, a)):
        for name in other.semua_nama:
            kind = next((one.sebutan[key] for key in (name.rapat, name.utuh) if key in one.sebutan), None)
            if kind == "sumber" and not named & _AGREE:
                continue
            written = kind == "sama" and name.utuh != name.rapat and name.utuh in one.sebutan
            if kind is not None and (not name.umum or written or (kind != "disebut" and named & _AGREE)):
                yield Bukti("sebutan_bagian" if kind in ("bagian", "sumber") else "sebutan_sama", name.teks)
                return


def _is_umbrella(row: Ciri) -> bool:
    """Whether it brings other services together, each of which its users may describe."""
    return bool((row.fungsi.nama | row.fungsi.teks) & pengetahuan().payung)


def telling_words(phrase: Phrase) -> Phrase:
    """Return the words of an expansion that are not generic, or all but the first two where all are."""
    return tuple(word for word in phrase if word not in pengetahuan().umum) or phrase[2:]


def _of_two_offices(a: Ciri, b: Ciri) -> bool:
    """Both are an office's own, not one's; kecamatan and the like mostly list what is shared."""
    places = _in_place(a) or _in_place(b)
    return bool(a.unit and b.unit) and not places and not a.unit & b.unit and not have_same_owner(a, b)


def _names_itself(row: Ciri) -> bool:
    """Whether the text tells what is done through the application ("lewat aplikasi Ogan Lopian"), not what it is."""
    return not row.utama.umum and bool({row.utama.rapat, row.utama.utuh} & row.sebutan.keys())


def _in_place(row: Ciri) -> bool:
    """Whether it is a kecamatan's or a puskesmas's; hospitals, schools and villages have things of their own."""
    return any(":" in word and not word.startswith(_OF_THEIR_OWN) for word in row.unit)


def _of_parts(a: Ciri, b: Ciri) -> Iterator[Bukti]:
    for one, other in ((a, b), (b, a)):
        if any(_names_parent(other, parent) for parent in one.induk):
            yield Bukti("bagian_menurut_uraian", f"{one.profil.nama}; {other.profil.nama}")
            return


def _names_parent(row: Ciri, parent: Phrase) -> bool:
    """Whether the words behind "modul" or "bagian dari" name an application; a plain name must be all they say."""
    core = set(row.utama.inti)
    if row.utama.umum:
        return core == {word for word in parent if word not in pengetahuan().umum}
    return core <= set(parent)


def _of_owners(a: Ciri, b: Ciri, found: list[Bukti]) -> Iterator[Bukti]:
    named = {row.nama for row in found}
    told = a.profil.dikenal is not None and b.profil.dikenal is not None
    apart = named & {"fungsi_berbeda", "fungsi_berbeda_seuraian", "kepanjangan_berbeda", "uraian_dan_pemilik_berbeda"}
    sure = _is_unmistakable(a, b) and "kepanjangan_berbeda" not in named
    if told or not apart or sure or named & {"uraian_sama", "uraian_mirip"}:
        # A name alone names no national application where the texts say that it does something else.
        yield from _of_nationals(a, b)
    one, other = a.profil, b.profil
    if have_same_owner(a, b):
        yield Bukti("unit_sama")
    elif _other_place(a, b) or (named & _LONGER_PLAIN_NAME and _is_of_hospital(a) != _is_of_hospital(b)):
        yield Bukti("tempat_berbeda", f"{one.unit}; {other.unit}")
    same_national = a.dikenal is not None and a.dikenal == b.dikenal
    elsewhere = one.instansi is not None and other.instansi is not None and one.instansi != other.instansi
    lent = "sebutan_sama" in named and (a.dikenal or b.dikenal)
    if elsewhere and not same_national and not lent and not (one.nasional or other.nasional):
        yield Bukti("instansi_berbeda")
        agree = named & {"fungsi_sama", "uraian_sama", "uraian_mirip"}
        if agree and is_same_name(a, b) and a.utama.rapat not in pengetahuan().lazim and not a.utama.umum:
            yield Bukti("lintas_instansi_khas")


def _is_unmistakable(a: Ciri, b: Ciri) -> bool:
    """Both are one national application whose name nobody else uses."""
    known = national_applications().get(a.dikenal or "")
    return known is not None and known.distinctive and a.dikenal == b.dikenal


def _may_be_one_national(a: Ciri, b: Ciri) -> bool:
    """One is a national application, the other bears a common name of it and does nothing else."""
    functions = (a.fungsi.utama | a.fungsi.luas, b.fungsi.utama | b.fungsi.luas)
    agree = not (functions[0] and functions[1]) or bool(functions[0] & functions[1])
    return agree and any(one.dikenal is not None and one.dikenal == other.mungkin for one, other in ((a, b), (b, a)))


def _of_nationals(a: Ciri, b: Ciri) -> Iterator[Bukti]:
    companion = _companion(a, b) or _companion(b, a)
    if companion:
        yield Bukti("pendamping", companion)
    elif a.profil.nasional is not None and b.profil.nasional is not None and a.profil.nasional != b.profil.nasional:
        national = a if a.profil.nasional else b
        yield Bukti("nasional_daerah", national.profil.nama)
    elif a.dikenal is not None and a.dikenal == b.dikenal:
        yield Bukti("nasional_sama", _known_name(a.dikenal))
    elif _may_be_one_national(a, b):
        yield Bukti("nasional_mungkin_sama", _known_name(a.dikenal or b.dikenal or ""))
    elif a.dikenal is not None and b.dikenal is not None:
        shown = f"{_known_name(a.dikenal)}; {_known_name(b.dikenal)}"
        family = _family(a.dikenal)
        yield Bukti("keluarga_nasional" if family and family == _family(b.dikenal) else "nasional_berbeda", shown)


def _known_name(identifier: str) -> str:
    known = national_applications().get(identifier)
    return known.nama if known is not None else identifier.upper()


def _family(identifier: str) -> str | None:
    known = national_applications().get(identifier)
    return known.family if known is not None else None


def _other_place(a: Ciri, b: Ciri) -> bool:
    """Both belong to a hospital or a puskesmas, not the same one: such run systems of their own under a common name.

    Two puskesmas have mostly copies of one, and so have all who use a product with a name of its own (SIMRS Khanza).

    One of them is enough where both names only tell what is done, each with its unit (Antrean RSUD, Antrean Dukcapil).
    A kecamatan mostly lists what is shared, so that two of them say nothing.
    """
    places = [{word for word in row.unit if word.startswith(OWN_SYSTEMS)} for row in (a, b)]
    if places[0] == places[1]:
        return False
    each_its_own = all(row.utama.umum and row.utama.unit for row in (a, b))
    common = a.utama.umum or a.utama.rapat in pengetahuan().lazim
    return (bool(places[0] and places[1]) and common and not _all_in(places, "puskesmas:")) or each_its_own


def _is_of_hospital(row: Ciri) -> bool:
    return any(word.startswith("rs:") for word in row.unit)


def _all_in(places: list[set[str]], kind: str) -> bool:
    return all(word.startswith(kind) for words in places for word in words)


def _companion(a: Ciri, b: Ciri) -> str:
    """Return the words for a companion (WP-SIPD) of the national application that ``a`` is, or an empty text."""
    known = national_applications().get(a.dikenal or "")
    if known is None:
        return ""
    for text in known.companions:
        if squeeze(text) in {row.utuh for row in b.semua_nama} | {row.rapat for row in b.semua_nama}:
            return f"{b.profil.nama} adalah pendamping {known.nama}"
    return ""
