"""What the functions of two records say: the same, related, different, or a means that each has for its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from archrepo.similarity.ciri import Ciri
from archrepo.similarity.fungsi import Fungsinya, labels, related
from archrepo.similarity.pengetahuan import pengetahuan
from archrepo.similarity.unit import unit_words

Found = tuple[str, str]
OWN_SYSTEMS = ("rs:", "puskesmas:")


@lru_cache(maxsize=2_048)
def function_relation(one: Fungsinya, other: Fungsinya) -> tuple[Found, ...]:
    """Return what the functions of two records say by themselves: names of evidence, and what they were found in."""
    return tuple(_of_functions(one, other))


def functions_served(a: Ciri, b: Ciri) -> Sequence[Found]:
    """Return what the functions say, where they are only a means (a queue, a map) with what it is used for."""
    told = function_relation(a.fungsi, b.fungsi)
    means = pengetahuan().alat
    common = a.fungsi.utama & b.fungsi.utama
    if not common or not common <= means:
        return told
    left, right = ((row.fungsi.nama | row.fungsi.teks) - means for row in (a, b))
    if left & right or related(left, right):
        return told
    if (left and right) or _have_own_patients(a, b):
        return (("fungsi_alat", labels(common)),)
    return told


def _have_own_patients(a: Ciri, b: Ciri) -> bool:
    """One names a hospital or puskesmas as its owner, the other an office: whom they serve differs."""
    one, other = (_owner_words(row) for row in (a, b))
    return bool(one and other) and _is_of_health(one) != _is_of_health(other)


def _owner_words(row: Ciri) -> frozenset[str]:
    return row.unit or unit_words(" ".join(row.utama.unit))


def _is_of_health(words: frozenset[str]) -> bool:
    return any(word.startswith(OWN_SYSTEMS) for word in words)


def _of_functions(one: Fungsinya, other: Fungsinya) -> Iterator[Found]:
    if one.nama and other.nama:
        left, right = one.nama, other.nama
    else:
        # What a name tells goes before what the texts touch on.
        left, right = one.utama, other.utama
    common = left & right
    rest = (left | right) - common
    touched = (one.nama | one.teks) & (other.nama | other.teks)
    if common and (len(common) > len(rest) or all(related(common, frozenset({one})) for one in rest)):
        yield "fungsi_sama", labels(common)
    elif common - pengetahuan().alat and (left <= right or right <= left) and not _names_a_means(one, other, rest):
        yield "fungsi_termuat", labels(common)
    elif common:
        yield "fungsi_sebagian", labels(common)
    elif related(left, right):
        yield "fungsi_terkait", labels(left | right)
    elif touched and one.nama and other.nama:
        yield "fungsi_tersentuh", labels(touched)
    elif touched:
        whole = touched - pengetahuan().alat and (touched >= one.teks or touched >= other.teks)
        yield ("fungsi_termuat" if whole else "fungsi_sebagian"), labels(touched)
    elif left and right:
        if not (left | right) & pengetahuan().payung:
            yield "fungsi_berbeda", f"{labels(left)}; {labels(right)}"
    elif one.luas & other.luas and not left and not right:
        yield "fungsi_sama_luas", labels(one.luas & other.luas)


def _names_a_means(one: Fungsinya, other: Fungsinya, rest: frozenset[str]) -> bool:
    """Whether what is left over is a means that a name tells: the queue for a service is not the service."""
    return bool(rest & pengetahuan().alat & (one.nama | other.nama))
