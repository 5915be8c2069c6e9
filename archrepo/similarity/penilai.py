"""Judges the pairs of one block; what is to be said of many pairs in the same words is worked out once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from archrepo.names import squeeze
from archrepo.similarity.batas import Place
from archrepo.similarity.ciri import Ciri
from archrepo.similarity.penilaian import Judgement, judge_traits
from archrepo.similarity.preseden import Preseden

_REMEMBERED = 65_536
# Evidence that names the owners or addresses of the very two records.
_OF_THE_TWO = frozenset({"uraian_dan_pemilik_berbeda"})


class Penilai:
    """Judges records of one block by place.

    In a large register many records differ only in owner, address and short names. Of two such kinds of record that
    bear one name a judgement is worked out once, as long as owner and address can neither change nor word it.
    """

    def __init__(self, rows: Sequence[Ciri], precedents: Preseden | None) -> None:
        self._rows = rows
        self._precedents = precedents
        self._kinds: dict[Place, int | None] = {}
        self._known_kinds: dict[Hashable, int] = {}
        self._owners: dict[str | None, str] = {}
        self._judged: dict[tuple[int, int, bool], Judgement] = {}

    def judge(self, one: Place, other: Place) -> Judgement:
        """Return the judgement on two records."""
        a, b = self._rows[one], self._rows[other]
        if b.profil.id < a.profil.id:
            one, other, a, b = other, one, b, a
        if a.hanya_nama or a.utama.rapat != b.utama.rapat or self._tied(a, b):
            return judge_traits(a, b, self._precedents)
        first, second = self._kind(one), self._kind(other)
        if first is None or second is None:
            return judge_traits(a, b, self._precedents)
        key = (first, second, self._same_owner(a, b))
        found = self._judged.get(key)
        if found is None:
            found = judge_traits(a, b)
            if not any(row.nama in _OF_THE_TWO for row in found.evidence):
                if len(self._judged) >= _REMEMBERED:
                    self._judged.clear()
                self._judged[key] = found
        return found

    def _tied(self, a: Ciri, b: Ciri) -> bool:
        """Whether their addresses, or what people decided, speak of these two records and not only of their kinds."""
        one, other = a.alamat, b.alamat
        if one is not None and other is not None and one.domain == other.domain:
            tied = one.host == other.host or (one.label is not None and one.label == other.label)
            if tied:
                return True
        known = self._precedents
        return known is not None and any(True for _ in known.evidence(a, b))

    def _same_owner(self, a: Ciri, b: Ciri) -> bool:
        one, other = a.profil.unit, b.profil.unit
        if not one or not other:
            return False
        return one == other or self._owner(one) == self._owner(other)

    def _owner(self, unit: str) -> str:
        found = self._owners.get(unit)
        if found is None:
            found = self._owners[unit] = squeeze(unit)
        return found

    def _kind(self, place: Place) -> int | None:
        """Return the number of all that counts but owner, address and other names; None where these are told too."""
        if place not in self._kinds:
            self._kinds[place] = self._found_kind(self._rows[place])
        return self._kinds[place]

    def _found_kind(self, row: Ciri) -> int | None:
        profil = row.profil
        by_place = row.situs or any(":" in word for word in row.unit) or row.utama.unit
        if row.dikenal is not None or row.mungkin is not None or row.utama.modul or by_place or profil.nasional:
            return None
        key = (
            profil.nama, profil.nasional, profil.instansi, profil.dikenal, profil.bentuk, profil.kaitan, row.utama,
            row.panjang, row.uraian, row.fungsi, row.isi, row.induk, row.unit,
        )  # fmt: skip
        return self._known_kinds.setdefault(key, len(self._known_kinds))
