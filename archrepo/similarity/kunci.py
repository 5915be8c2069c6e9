"""The keys of a record, by which another may be found: its names, what else is said of it, and its telling words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, combinations

from archrepo.similarity.ciri import Ciri
from archrepo.similarity.fungsi import plain_words
from archrepo.similarity.kata import stem
from archrepo.similarity.pengetahuan import pengetahuan


def name_keys(row: Ciri) -> Collection[str]:
    """Return what it is called, and which known application that is."""
    name = row.utama
    keys = {name.rapat, name.utuh}
    if len(name.kata) > 1:
        keys.add(" ".join(name.urut))
        if name.kata is not name.inti or len(set(name.kata)) < len(name.kata):
            keys.add(" ".join(sorted(set(name.kata))))
    if not row.hanya_nama:
        keys.update(f"k:{key}" for key in row.kunci)
        if row.dikenal is not None or row.mungkin is not None:
            keys.add(f"d:{row.dikenal or row.mungkin}")
        keys.discard("")
    return keys


def sign_keys(row: Ciri) -> Collection[str]:
    """Return its other names, what its texts say of it, and where it is reached."""
    if row.hanya_nama:
        return ()
    keys = {other.rapat for other in row.lain}
    keys.update(" ".join(core) for core in row.uraian)
    if row.alamat is not None:
        keys.add(f"h:{row.alamat.host}")
        if row.alamat.label is not None:
            keys.add(f"l:{row.alamat.domain}/{row.alamat.label}")
    keys.discard("")
    keys.discard(row.utama.rapat)
    return keys


def word_keys(rows: Sequence[Ciri]) -> Iterator[Collection[str]]:
    """Yield, for each, the words by which it may be a part or sister of another; plain ones two by two, by stems.

    Stems that only one of the rows has are left out.
    """
    stemmed = [_stems(row) for row in rows]
    often = Counter(chain.from_iterable(stemmed))
    for row, own_stems in zip(rows, stemmed, strict=True):
        yield _words(row, {one for one in own_stems if often[one] > 1})


def word_keys_of(row: Ciri) -> Collection[str]:
    """Return the same of one record, where the others are not at hand."""
    return _words(row, set(_stems(row)))


def _stems(row: Ciri) -> tuple[str, ...]:
    return tuple(map(stem, row.utama.inti)) if len(row.utama.inti) > 1 else ()


def _words(row: Ciri, shared: set[str]) -> list[str]:
    core, generic = row.utama.inti, pengetahuan().umum
    if len(core) == 1:
        found = [] if core[0] in generic else [core[0]]
    else:
        plain = plain_words()
        found = [word for word in set(core) if word not in plain and word not in generic and len(word) > 2]
        if len(shared) > 1:
            found += map(" ".join, combinations(sorted(shared), 2))
    if not row.hanya_nama:
        found += [f"r:{identifier}" for identifier in row.profil.kaitan]
        if row.situs:
            found += [f"s:{word}" for word in row.unit]
    return found
