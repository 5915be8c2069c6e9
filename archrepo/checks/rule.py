"""What a rule is: one function from what is examined to observations, with all that is known of it above."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from archrepo.checks.finding import Basis, Pair, Severity
from archrepo.errors import DeclarationError

if TYPE_CHECKING:
    from archrepo.checks.scope import Scope
    from archrepo.landscape import Landscape
    from archrepo.landscape.builder import Builder

Scene = Callable[["Builder"], None]
"""Puts the elements of an example into a new Builder."""


@dataclass(frozen=True, slots=True)
class Example:
    """A small architecture on which a rule speaks or stays silent.

    ``expect`` holds the kode of the elements of each finding, in any order. ``note`` says in Indonesian what is shown;
    that of a silent example names the one fact that differs from a firing one. Built only when asked for.
    """

    given: Scene
    note: str
    expect: tuple[tuple[str, ...], ...] = ()

    def landscape(self) -> Landscape:
        """Build the architecture of the example."""
        from archrepo.landscape.builder import Builder

        builder = Builder()
        self.given(builder)
        return builder.build()


_NO_FACTS: Mapping[str, str] = {}


class Observation(NamedTuple):
    """What a rule saw at one element (or pair, or group), before notes of one unit are put together.

    ``unit_id`` is whose work it is; None when several or nobody can be told. ``sheet`` (file, sheet) says that the
    source never asked. ``severity`` and ``mend`` replace the rule's. ``label`` names the observation in a list. ``key``
    tells apart what has the same elements. ``identities`` are those of what was put together. A run makes hundreds of
    thousands, so they are tuples.
    """

    element_ids: tuple[int, ...]
    message: str
    instansi_id: int
    label: str = ""
    unit_id: int | None = None
    severity: Severity | None = None
    mend: str | None = None
    path: tuple[str, ...] | None = None
    pairs: tuple[Pair, ...] = ()
    score: float | None = None
    cause: str | None = None
    sheet: tuple[str, str] | None = None
    key: str = ""
    identities: tuple[str, ...] = ()
    facts: Mapping[str, str] = _NO_FACTS


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A basis that the regency fills in itself (``dasar_daerah`` of ``schema/pemeriksaan.yaml``)."""

    name: str


def indikator(*numbers: int) -> Basis:
    """Return the basis in the index: indicators of Permen PANRB 59/2020, by their numbers."""
    return Basis("Permen PANRB 59/2020", f"indikator {', '.join(str(number) for number in numbers)}", "high")


Examine = Callable[["Scope"], Iterator[Observation]]
Together = Literal["unit", "instansi"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. ``over`` names the population it looks at (``Scope.population``).

    With ``summary`` (what the elements lack, to follow "3 dari 7 aplikasi …") the observations of one unit, or of one
    Instansi, become one finding; without it each is a finding. ``per_unit`` keeps
    it so however many units there are. ``fact`` is what a source may never have asked.
    """

    code: str
    severity: Severity
    title: str
    why: str
    mend: str
    basis: tuple[Basis | OwnRule, ...]
    indicators: tuple[int, ...]
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
    over: str
    examine: Examine
    summary: str | None = None
    together: Together = "unit"
    per_unit: bool = False
    fact: str | None = None

    @property
    def family(self) -> str:
        """The first three letters of the code."""
        return self.code[:3]


_registered: dict[str, Rule] = {}


def registered_rules() -> Mapping[str, Rule]:
    """Return the rules of the modules imported so far, by code; ``registry.rules`` imports them all first."""
    return _registered


def check(
    code: str,
    severity: Severity,
    title: str,
    why: str,
    mend: str,
    basis: tuple[Basis | OwnRule, ...],
    indicators: tuple[int, ...],
    fires: tuple[Example, ...],
    silent: tuple[Example, ...],
    *,
    over: str,
    summary: str | None = None,
    together: Together = "unit",
    per_unit: bool = False,
    fact: str | None = None,
) -> Callable[[Examine], Examine]:
    """Register a function as the rule of that code.

    Raises:
        DeclarationError: another function has the code already.
    """

    def register(examine: Examine) -> Examine:
        known = _registered.get(code)
        if known is not None:
            raise DeclarationError(
                f"Kode aturan {code} dipakai dua kali ({known.examine.__name__} dan {examine.__name__})",
                mend="Beri aturan yang baru kode lain; arti sebuah kode tidak pernah berubah.",
            )
        _registered[code] = Rule(
            code=code,
            severity=severity,
            title=title,
            why=why,
            mend=mend,
            basis=basis,
            indicators=indicators,
            fires=fires,
            silent=silent,
            over=over,
            examine=examine,
            summary=summary,
            together=together,
            per_unit=per_unit,
            fact=fact,
        )
        return examine

    return register
