"""Compares two states: of one repository, or of two."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from archrepo.checks.finding import Finding
from archrepo.checks.registry import run_checks
from archrepo.commands.opening import landscape_at, opened, point_of
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.perbandingan import Comparison, compare
from archrepo.reports.perbandingan import Side

_LARGE = 3_000
"""Elements from which the two sides are checked at the same time, in two processes."""


def compare_states(url: str, before: str, after: str, *, with_findings: bool = True) -> tuple[Side, Side, Comparison]:
    """Load and compare two states, with the findings of each.

    Args:
        url: the repository that names of states are of.
        before, after: a state as ``find_point`` reads it, or the address or SQLite file of another repository.

    Raises:
        RepositoryError: a repository cannot be opened.
        UnknownNameError, NoSuchPastError: there is no such state.
    """
    first, second = (_side(url, name) for name in (before, after))
    if with_findings:
        found = _findings(url, before, first.landscape, second.landscape)
        first, second = replace(first, findings=found[0]), replace(second, findings=found[1])
    return first, second, compare(first.landscape, second.landscape)


def _place(url: str, name: str) -> tuple[str, str | None]:
    """Return the repository that a name means, and the state in it."""
    if "://" in name:
        return name, None
    if Path(name).suffix == ".db" and Path(name).exists():
        return f"sqlite:///{name}", None
    return url, name


def _side(url: str, name: str) -> Side:
    address, state = _place(url, name)
    with opened(address) as repository:
        point = point_of(repository, state)
        return Side(name if state is None else point.label, landscape_at(repository, point))


def _findings(
    url: str, before: str, first: Landscape, second: Landscape
) -> tuple[Sequence[Finding], Sequence[Finding]]:
    if len(first) < _LARGE or multiprocessing.cpu_count() < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return run_checks(first).findings, run_checks(second).findings
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as pool:
        other: Future[Sequence[Finding]] = pool.submit(_checked, url, before)
        mine = run_checks(second).findings
        return other.result(), mine


def _checked(url: str, name: str) -> Sequence[Finding]:
    return run_checks(_side(url, name).landscape).findings
