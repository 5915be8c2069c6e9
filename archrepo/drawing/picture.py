"""What a picture says, before anything is drawn: nodes, edges, groups, legend and caption."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from archrepo.landscape.landscape import Relasi

MIXED = "campuran"
"""Value of the colour fact of a row whose merged elements differ in it."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing drawn: an element, or several merged into one.

    ``element_ids`` are the elements it stands for; ``facts`` are what the theme looks at (fact name to value);
    ``groups`` the ids of the groups it lies in, outermost first; ``breakdown`` the colour values of merged elements
    with their counts. The id is built from kode and stays the same from run to run.
    """

    id: str
    label: str
    element_ids: tuple[int, ...]
    facts: Mapping[str, str]
    groups: tuple[str, ...] = ()
    detail: str = ""
    tooltip: str = ""
    url: str | None = None
    breakdown: tuple[tuple[str, int], ...] = ()
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """One line drawn; ``source`` and ``target`` are ids of nodes or of groups, ``count`` the edges merged into it.

    ``relations`` are the edges of the Landscape that it stands for, ``findings`` the fingerprints of the findings; one
    of the two is never empty. ``why`` is the reason that a finding gives.
    """

    id: str
    source: str
    target: str
    label: str
    relations: tuple[Relasi, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    count: int = 1
    findings: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A box around nodes: ``fact`` and ``value`` say what its members share, ``count`` how many elements it holds."""

    id: str
    label: str
    fact: str
    value: str
    parent: str | None = None
    count: int = 0
    order: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One meaning of colour and sign, with the number of elements drawn so."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Legend:
    """What colour means in this picture; ``fact`` is the name by which the theme colours."""

    title: str
    fact: str
    entries: tuple[LegendEntry, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """What must stand on every sheet.

    ``counted`` is the sentence with the number of elements and of source files, ``merged`` the number of elements
    that have no node of their own, ``row_word`` what they became, ``left_out`` sentences on what the definition selects
    away.
    """

    title: str
    question: str
    audience: str
    region: str
    day: date
    counted: str
    merged: int = 0
    row_word: str = "baris"
    left_out: tuple[str, ...] = ()
    watermark: str | None = None


@dataclass(frozen=True)
class Picture:
    """A whole sheet. ``level`` is 0 when every element has its own node, else the roll-up level that was needed.

    ``notice`` is what the sheet says instead of a picture when nothing was selected.
    """

    view: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...]
    legend: Legend
    caption: Caption
    level: int = 0
    notice: str = ""

    @property
    def element_ids(self) -> frozenset[int]:
        """Every element that some node stands for."""
        return frozenset(identifier for node in self.nodes for identifier in node.element_ids)

    def members(self, group_id: str) -> tuple[Node, ...]:
        """Return the nodes whose innermost group is this one, in drawing order."""
        return self._members.get(group_id, ())

    @cached_property
    def _members(self) -> Mapping[str, tuple[Node, ...]]:
        found: dict[str, list[Node]] = defaultdict(list)
        for node in self.nodes:
            if node.groups:
                found[node.groups[-1]].append(node)
        return {key: tuple(nodes) for key, nodes in found.items()}
