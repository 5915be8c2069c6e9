"""What people decided on some pairs, as evidence on pairs like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from archrepo.similarity.bukti import Bukti
from archrepo.similarity.ciri import Ciri


@dataclass(frozen=True, slots=True, kw_only=True)
class PutusanPasangan:
    """A decision on two records: whether they are one, and by whom."""

    a_id: int
    b_id: int
    sama: bool
    oleh: str


@dataclass(frozen=True, slots=True)
class Preseden:
    """Decisions ready to be asked: who is one with whom, who is not, and what was said of two names."""

    akar: Mapping[int, int] = field(default_factory=dict)
    terpisah: Mapping[frozenset[int], str] = field(default_factory=dict)
    nama: Mapping[frozenset[str], Counter[bool]] = field(default_factory=dict)
    oleh: Mapping[frozenset[str], str] = field(default_factory=dict)

    def evidence(self, a: Ciri, b: Ciri) -> Iterator[Bukti]:
        """Yield what earlier decisions say: of the very records through a third, or of two names like theirs."""
        one, other = (self.akar.get(row.profil.id, row.profil.id) for row in (a, b))
        apart = self.terpisah.get(frozenset((one, other)))
        if apart is not None:
            yield Bukti("putusan_lain_bukan", apart)
        elif one == other:
            yield Bukti("putusan_lain_sama", f"{a.utama.teks}; {b.utama.teks}")
        else:
            yield from self._of_names(frozenset((a.utama.rapat, b.utama.rapat)))

    def _of_names(self, names: frozenset[str]) -> Iterator[Bukti]:
        said = self.nama.get(names)
        if said is not None and said[True] != said[False]:
            verdict = said[True] > said[False]
            yield Bukti("putusan_serupa_sama" if verdict else "putusan_serupa_bukan", self.oleh[names])


def precedents(traits: Iterable[Ciri], decisions: Iterable[PutusanPasangan]) -> Preseden:
    """Return the decisions on these records; those on others are left out."""
    known = {row.profil.id: row for row in traits}
    held = [row for row in decisions if row.a_id in known and row.b_id in known]
    if not held:
        return Preseden()
    root = _roots(held)
    names: dict[frozenset[str], Counter[bool]] = {}
    by: dict[frozenset[str], str] = {}
    for row in held:
        two = frozenset((known[row.a_id].utama.rapat, known[row.b_id].utama.rapat))
        names.setdefault(two, Counter())[row.sama] += 1
        by[two] = row.oleh
    apart = {
        frozenset((root.get(row.a_id, row.a_id), root.get(row.b_id, row.b_id))): row.oleh
        for row in held
        if not row.sama
    }
    return Preseden(root, apart, names, by)


def _roots(held: Iterable[PutusanPasangan]) -> Mapping[int, int]:
    root: dict[int, int] = {}

    def find(one: int) -> int:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for row in held:
        if row.sama:
            root[find(row.b_id)] = find(row.a_id)
    return {one: find(one) for one in list(root)}
