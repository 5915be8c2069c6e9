"""Matches the names of units as sheets write them with the units that are known; proposes, never guesses silently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.resource import schema_document
from archrepo.intake.wording import longest_first
from archrepo.landscape.landscape import Landscape
from archrepo.names import clean, fold

_BRACKETS = re.compile(r"\s*\(([^)]*)\)\s*")


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """What a written name stands for.

    ``kind``: pasti (``unit`` is it), ejaan (``unit`` is it but for spelling), ambigu (one of ``candidates``), kelompok
    (a group of users, ``unit`` None), tidak_ada (unknown; ``candidates`` are the nearest). Ids are those of the index.
    """

    kind: str
    unit: int | None = None
    candidates: tuple[int, ...] = ()


@cache
def _short_words() -> dict[str, str]:
    return dict(schema_document("unit.yaml")["singkatan"])


@cache
def _ignored_words() -> frozenset[str]:
    return frozenset(schema_document("unit.yaml")["kata_abaikan"])


@cache
def normal_unit(text: str) -> str:
    """Return the form in which names of units are compared: folded, short words written out, "dan" left out."""
    words = fold(text.replace("&", " dan ")).split()
    long = " ".join(_short_words().get(word, word) for word in words).split()
    return " ".join(word for word in long if word not in _ignored_words())


def looks_like_unit(text: str) -> bool:
    """Whether a name starts with a word that units of a regency start with."""
    folded = f"{fold(text)} "
    return any(folded.startswith(f"{word} ") for word in schema_document("unit.yaml")["kata_unit"])


def _close(word: str, other: str) -> bool:
    if word == other:
        return True
    # One slip in a short word, two in a long one; numbers never slip ("SMP 1" is not "SMP 2").
    if min(len(word), len(other)) < 4 or word.isdigit() or other.isdigit():
        return False
    allowed = 1 if max(len(word), len(other)) <= 8 else 2
    return OSA.distance(word, other, score_cutoff=allowed) <= allowed


def same_but_for_spelling(name: str, other: str) -> bool:
    """Whether two normal forms agree word by word but for slips of the pen; the number of words must agree."""
    words, others = name.split(), other.split()
    return len(words) == len(others) and all(_close(word, twin) for word, twin in zip(words, others, strict=True))


class UnitIndex:
    """Known units of one Instansi by every way they are written; new ones can be added while a plan is made.

    Args:
        region: name of the Instansi, such as "Kabupaten Tabanan", taken off names that end with it.
        ambiguous: folded alias -> ids that may be meant.
    """

    def __init__(self, region: str, ambiguous: Iterable[tuple[str, tuple[int, ...]]] = ()) -> None:
        self._exact: dict[str, int] = {}
        self._by_length: dict[int, dict[str, int]] = defaultdict(dict)
        self._names: dict[int, str] = {}
        self._ambiguous = {normal_unit(alias): ids for alias, ids in ambiguous}
        self._cache: dict[str, UnitMatch] = {}
        self._tails = _region_tails(region)

    @classmethod
    def of(cls, landscape: Landscape, instansi_id: int) -> UnitIndex:
        """Return the index of the units of an Instansi in a Landscape."""
        index = cls(
            landscape[instansi_id].nama,
            ((row.alias, row.unit_ids) for row in landscape.ambiguous_aliases if row.instansi_id == instansi_id),
        )
        for unit in landscape.units(instansi_id):
            others = (unit.singkatan or "", *unit.alias, unit.kode)
            index.add(unit.id, unit.nama, others, is_confirmed=unit.keadaan != "perlu_konfirmasi")
        return index

    def add(self, unit: int, nama: str, others: Iterable[str] = (), *, is_confirmed: bool = True) -> None:
        """Make a unit known under its name and other names; an earlier unit keeps a name both carry.

        Slips of the pen are read only towards confirmed units: two names that nobody knows may be two places.
        """
        self._names[unit] = nama
        for text in (nama, *others):
            normal = normal_unit(text)
            if not normal or (normal in self._ambiguous and text != nama):
                continue
            self._exact.setdefault(normal, unit)
            if is_confirmed:
                self._by_length[len(normal.split())].setdefault(normal, unit)
        self._cache.clear()

    def add_pending(self, unit: int, nama: str) -> None:
        """Make a unit to be confirmed known under its name alone, also where that name is ambiguous."""
        self._ambiguous.pop(normal_unit(nama), None)
        self.add(unit, nama, is_confirmed=False)

    def match(self, text: str) -> UnitMatch:
        """Find the unit that a text names."""
        key = clean(text)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._match(key)
        return found

    def beginning(self, text: str) -> int | None:
        """Return the only unit one of whose names begins with a text of two words and more, or is it."""
        form = normal_unit(text)
        exact = self._exact.get(form)
        if exact is not None or len(form.split()) < 2:
            return exact
        found = {unit for name, unit in self._exact.items() if name.startswith(form)}
        return found.pop() if len(found) == 1 else None

    def _match(self, text: str) -> UnitMatch:
        if vocabulary("kelompok_pengguna").match(text) and normal_unit(text) not in self._exact:
            return UnitMatch("kelompok")
        forms = list(self._forms(text))
        for form in forms:
            if form in self._ambiguous and form not in self._exact:
                return UnitMatch("ambigu", None, self._ambiguous[form])
            if form in self._exact:
                return UnitMatch("pasti", self._exact[form])
        for form in forms:
            known = self._by_length.get(len(form.split()), {})
            # A likeness in C first: of hundreds of units, a few are worth the comparison word by word.
            alike = process.extract(form, list(known), scorer=fuzz.ratio, score_cutoff=75, limit=None)
            close = {known[name] for name, _, _ in alike if same_but_for_spelling(form, name)}
            if len(close) == 1:
                return UnitMatch("ejaan", close.pop())
            if close:
                return UnitMatch("ambigu", None, tuple(sorted(close)))
        return UnitMatch("tidak_ada", None, self._nearest(forms[0]))

    def _forms(self, text: str) -> Iterable[str]:
        """Yield the normal forms to try, the most literal first."""
        yield normal_unit(text)
        bracket = _BRACKETS.search(text)
        if bracket is not None:
            outer, inner = normal_unit(_BRACKETS.sub(" ", text)), normal_unit(bracket[1])
            # "Dinas Kesehatan (Dinkes)" is one unit; "Badan Pendapatan Daerah (PPKD)" may be another.
            if self._exact.get(inner) is not None and self._exact.get(inner) == self._exact.get(outer):
                yield outer
        stripped = normal_unit(text)
        for tail in self._tails:
            if stripped.endswith(f" {tail}"):
                stripped = stripped.removesuffix(f" {tail}")
                yield stripped
                break
        for head in schema_document("unit.yaml")["awalan_pemerintah"]:
            if stripped.startswith(f"{head} "):
                bare = stripped.removeprefix(f"{head} ")
                for tail in self._tails:
                    bare = bare.removeprefix(f"{tail} ")
                yield bare
                break

    def _nearest(self, form: str) -> tuple[int, ...]:
        """Return up to three stored units whose telling words are alike; "Dinas" and "Daerah" tell nothing."""
        told = {_telling(name): name for name, unit in self._exact.items() if unit >= 0}
        near = process.extract(_telling(form), list(told), scorer=fuzz.token_set_ratio, limit=6, score_cutoff=80)
        return tuple(dict.fromkeys(self._exact[told[name]] for name, _, _ in near))[:3]


@cache
def _telling(form: str) -> str:
    generic = {*schema_document("unit.yaml")["kata_unit"], "daerah", "kabupaten", "kota", "provinsi"}
    return " ".join(word for word in form.split() if word not in generic) or form


def _region_tails(region: str) -> tuple[str, ...]:
    """Return the ways in which a region stands at the end of a unit's name, longest first."""
    words = normal_unit(region).removeprefix("pemerintah ").split()
    if not words:
        return ()
    bare = [word for word in words if word not in ("kabupaten", "kota", "provinsi", "daerah")] or words
    tails = {" ".join(words), " ".join(bare)}
    tails |= {f"{kind} {' '.join(bare)}" for kind in ("kabupaten", "kota", "provinsi")}
    tails |= {f"{' '.join(bare)} {kind}" for kind in ("regency", "city", "province")}
    tails |= {f"{head} {tail}" for head in schema_document("unit.yaml")["awalan_pemerintah"] for tail in tails}
    return tuple(sorted(tails, key=longest_first))
