"""Judges the pairs of one block; what is to be said of many pairs in the same words is worked out once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter, itemgetter
from typing import NamedTuple

from archrepo.similarity.batas import Place
from archrepo.similarity.bukti import have_same_owner
from archrepo.similarity.ciri import Ciri
from archrepo.similarity.penilaian import Judgement, judge_traits
from archrepo.similarity.preseden import Preseden
from archrepo.similarity.profil import Profil

_REMEMBERED = 65_536
# Of two that bear one name, other names are not asked for, and all but these owners are only told alike or not.
_ONE_NAME = frozenset({"nama_sama", "nama_sama_umum"})
_OF_THE_TWO = frozenset({"uraian_dan_pemilik_berbeda"})
_told = attrgetter(*(row.name for row in fields(Profil) if row.name not in ("id", "unit", "url", "singkatan", "alias")))
_worked_out = itemgetter(
    *(place for place, name in enumerate(Ciri._fields) if name not in ("profil", "lain", "kunci", "alamat"))
)


class _Sisi(NamedTuple):
    """What is compared of a record before its kind is: ``jenis`` is the number of that, None where all is asked."""

    jenis: int | None
    rapat: str
    host: object
    label: object
    unit: str | None


class Penilai:
    """Judges records of one block by place; they stand in the order of ids, national ones behind them.

    In a large register many records differ only in owner, address and short names. Of two such kinds of record that
    bear one name a judgement is worked out once, as long as owner and address can neither change nor word it.
    """

    def __init__(self, rows: Sequence[Ciri], precedents: Preseden | None) -> None:
        self._rows = rows
        self._precedents = precedents
        self._sides: dict[Place, _Sisi] = {}
        self._kinds: dict[Hashable, int] = {}
        self._owners: dict[tuple[str | None, str | None], bool] = {}
        self._judged: dict[tuple[int | None, int | None, bool], Judgement] = {}

    def judge(self, one: Place, other: Place) -> Judgement:
        """Return the judgement on two records, the smaller place first."""
        if self._rows[one].hanya_nama:
            return judge_traits(self._rows[one], self._rows[other], self._precedents)
        left = self._sides.get(one) or self._side(one)
        right = self._sides.get(other) or self._side(other)
        if (
            left.rapat != right.rapat
            or left.jenis is None
            or right.jenis is None
            or left.host == right.host
            or left.label == right.label
            or (self._precedents is not None and self._are_decided(one, other))
        ):
            return judge_traits(self._rows[one], self._rows[other], self._precedents)
        owners = (left.unit, right.unit)
        same = self._owners.get(owners)
        if same is None:
            same = self._same_owner(owners, one, other)
        key = (left.jenis, right.jenis, same)
        return self._judged.get(key) or self._worked_out(key, one, other)

    def _worked_out(self, key: tuple[int | None, int | None, bool], one: Place, other: Place) -> Judgement:
        found = judge_traits(self._rows[one], self._rows[other])
        named = {row.nama for row in found.evidence}
        if named & _ONE_NAME and not named & _OF_THE_TWO:
            if len(self._judged) >= _REMEMBERED:
                self._judged.clear()
            self._judged[key] = found
        return found

    def _are_decided(self, one: Place, other: Place) -> bool:
        known = self._precedents
        return known is not None and any(True for _ in known.evidence(self._rows[one], self._rows[other]))

    def _same_owner(self, owners: tuple[str | None, str | None], one: Place, other: Place) -> bool:
        if len(self._owners) >= _REMEMBERED:
            self._owners.clear()
        found = self._owners[owners] = have_same_owner(self._rows[one], self._rows[other])
        return found

    def _side(self, place: Place) -> _Sisi:
        row = self._rows[place]
        address = row.alamat
        # A place stands for an address that is not known: it is like no other.
        host = address.host if address is not None else place
        label = address.label or place if address is not None else place
        found = self._sides[place] = _Sisi(self._kind(row), row.utama.rapat, host, label, row.profil.unit)
        return found

    def _kind(self, row: Ciri) -> int | None:
        """Return the number of all that counts but owner, address and other names; None where these are told too."""
        by_place = row.situs or any(":" in word for word in row.unit) or row.utama.unit
        of_nation = row.profil.nasional or row.dikenal is not None or row.mungkin is not None
        if by_place or of_nation or row.utama.modul:
            return None
        key = (_told(row.profil), tuple([_as_key(value) for value in _worked_out(row)]))
        return self._kinds.setdefault(key, len(self._kinds))


def _as_key(value: object) -> Hashable:
    return frozenset(value.items()) if isinstance(value, Mapping) else value
