"""Candidate pairs by an index instead of all pairs: inside each Instansi, and of each with national applications."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from archrepo.landscape.memori import without_collection
from archrepo.similarity.ciri import Ciri, ciri
from archrepo.similarity.indeks import by_function, by_name
from archrepo.similarity.lintas import Lintas
from archrepo.similarity.penilai import Penilai
from archrepo.similarity.penilaian import Judgement, judge_functions, judge_traits
from archrepo.similarity.preseden import PutusanPasangan, precedents
from archrepo.similarity.profil import Profil

_by_id = attrgetter("id")
_by_ids = itemgetter(0, 1)


class Pasangan(NamedTuple):  # not a dataclass: a register of thousands makes a hundred thousand
    """Two records, by id with the smaller first, and what is thought of them."""

    a_id: int
    b_id: int
    judgement: Judgement


def find_pairs(
    profiles: Iterable[Profil], decisions: Sequence[PutusanPasangan] = (), *, across: bool = False
) -> Iterator[Pasangan]:
    """Yield the pairs that are judged duplikat or tumpang_tindih, in the order of ids within an Instansi.

    Records marked ``nasional`` are compared with those of every Instansi, never among themselves. Records of different
    Instansi are compared only with ``across``: then every two that list one shared application, in parts where very
    many do. ``decisions`` of people move pairs like theirs; a decided pair itself is for the caller to settle.
    """
    nationals: list[Profil] = []
    blocks: dict[str | None, list[Profil]] = defaultdict(list)
    for profil in profiles:
        (nationals if profil.nasional else blocks[profil.instansi]).append(profil)
    with without_collection():
        traits = [ciri(profil) for profil in nationals]
        shared = Lintas() if across else None
        while blocks:
            yield from _of_block(blocks.pop(next(iter(blocks))), traits, decisions, shared)


def stream_pairs(
    profiles: Iterable[Profil], nationals: Iterable[Profil] = (), *, across: bool = False
) -> Iterator[Pasangan]:
    """Yield the pairs of a stream in which the records of an Instansi stand together; keeps one Instansi at a time.

    Args:
        profiles: records that are not national, Instansi after Instansi.
        nationals: shared national applications, compared with those of every Instansi.
        across: as for ``find_pairs``.
    """
    with without_collection():
        traits = [ciri(profil) for profil in nationals]
        shared = Lintas() if across else None
        for _, block in groupby(profiles, key=lambda profil: profil.instansi):
            yield from _of_block(list(block), traits, (), shared)


def _of_block(
    profiles: Sequence[Profil],
    nationals: Sequence[Ciri],
    decisions: Sequence[PutusanPasangan],
    shared: Lintas | None,
) -> Iterator[Pasangan]:
    own = len(profiles)
    # In the order of ids, so that what is compared in parts does not hang on the order of the rows.
    rows = [*map(ciri, sorted(profiles, key=_by_id)), *nationals]
    known = precedents(rows, decisions) if decisions else None
    judge = Penilai(rows, known).judge
    named = by_name(rows, own)
    found = [(pair, judge(*pair)) for pair in named if pair[0] < own]
    for pair in by_function(rows, own) - named:
        if pair[0] < own:
            quick = judge_functions(rows[pair[0]], rows[pair[1]]) if known is None else None
            found.append((pair, quick or judge(*pair)))
    ids = [row.profil.id for row in rows]
    kept = [
        _pasangan(ids[one], ids[other], judgement) for (one, other), judgement in found if judgement.label != "berbeda"
    ]
    kept.sort(key=_by_ids)
    yield from kept
    if shared is not None:
        for earlier, row in shared.pairs(rows[:own]):
            judgement = judge_traits(earlier, row)
            if judgement.label == "duplikat":
                yield _pasangan(earlier.profil.id, row.profil.id, judgement)


def _pasangan(one_id: int, other_id: int, judgement: Judgement) -> Pasangan:
    return Pasangan(one_id, other_id, judgement) if one_id < other_id else Pasangan(other_id, one_id, judgement)
