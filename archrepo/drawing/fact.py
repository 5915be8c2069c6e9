"""What a fact about an element is, and the one who answers facts about the elements of a Landscape, each once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from archrepo.checks.finding import Finding
from archrepo.landscape.elemen import Aplikasi, Elemen, PerangkatDaerah
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.pusat_data import Keadaan, status_integrasi
from archrepo.landscape.questions import counted_applications


class Fact(NamedTuple):
    """What an element is in one respect: ``value`` for code and theme, ``label`` for readers, ``order`` for sorting."""

    value: str
    label: str
    order: tuple[str, ...] = ()


NOTHING: Final = Fact("", "")


class Answers:
    """Answers facts about the elements of one Landscape, each computed once.

    Args:
        functions: every fact by its name.
        findings: what checks found, for the views that show it; waived ones are left aside.
        unit_ids: the units that a sheet of one unit is about, with those below them.
    """

    def __init__(
        self,
        landscape: Landscape,
        functions: Mapping[str, Callable[[Answers, Elemen], Fact]],
        *,
        findings: Sequence[Finding] = (),
        unit_ids: frozenset[int] = frozenset(),
    ) -> None:
        self.landscape = landscape
        self.findings = tuple(finding for finding in findings if finding.waived is None)
        self.unit_ids = unit_ids
        self._functions = functions
        self._known: dict[str, dict[int, Fact]] = defaultdict(dict)
        self._shared: dict[tuple[str, int], Fact] = {}
        self._standing: dict[int, Keadaan] = {}
        self._worked_out: dict[str, Mapping[int, int]] = {}

    def of(self, name: str, element: Elemen) -> Fact:
        """Return the fact of that name; NOTHING where it does not apply."""
        known = self._known[name]
        fact = known.get(element.id)
        if fact is None:
            fact = known[element.id] = self._functions[name](self, element)
        return fact

    def shared(self, name: str, identifier: int, work: Callable[[], Fact]) -> Fact:
        """Return a fact that all elements of one owner or government share, worked out the first time."""
        key = (name, identifier)
        if key not in self._shared:
            self._shared[key] = work()
        return self._shared[key]

    def worked_out(self, name: str, work: Callable[[], Mapping[int, int]]) -> Mapping[int, int]:
        """Return what a fact needs for all elements at once, worked out the first time it is asked for."""
        if name not in self._worked_out:
            self._worked_out[name] = work()
        return self._worked_out[name]

    @cached_property
    def owned(self) -> Mapping[int, int]:
        """Number of applications by the id of the topmost unit that owns them."""
        counts: Counter[int] = Counter()
        for aplikasi in self.landscape.of(Aplikasi):
            if aplikasi.perangkat_daerah_id is not None:
                unit = top_unit(self.landscape, aplikasi.perangkat_daerah_id)
                if unit is not None:
                    counts[unit.id] += 1
        return counts

    @cached_property
    def counted(self) -> frozenset[int]:
        """Ids of the applications that headline numbers count."""
        return frozenset(aplikasi.id for aplikasi in counted_applications(self.landscape))

    @cached_property
    def findings_of(self) -> Mapping[int, tuple[Finding, ...]]:
        """The findings about each element, by its id."""
        found: dict[int, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            for identifier in finding.element_ids:
                found[identifier].append(finding)
        return {key: tuple(rows) for key, rows in found.items()}

    def standing(self, aplikasi: Aplikasi) -> Keadaan:
        """Return the status towards the Pusat Data with its reason."""
        if aplikasi.id not in self._standing:
            self._standing[aplikasi.id] = status_integrasi(self.landscape, aplikasi)
        return self._standing[aplikasi.id]


FactFunction = Callable[[Answers, Elemen], Fact]
"""Works out one fact of one element."""


def top_unit(landscape: Landscape, unit_id: int) -> PerangkatDaerah | None:
    """Return the unit that a sub-unit counts with: the topmost above it, or itself when it is a hospital."""
    unit = landscape.get(unit_id)
    seen: set[int] = set()
    while isinstance(unit, PerangkatDaerah) and unit.tipe != "rsud" and unit.induk_id is not None:
        if unit.id in seen:
            break
        seen.add(unit.id)
        unit = landscape.get(unit.induk_id)
    return unit if isinstance(unit, PerangkatDaerah) else None
