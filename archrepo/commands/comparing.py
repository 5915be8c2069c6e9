"""Compares two states: of one repository, or of two."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from archrepo.checks.finding import Finding
from archrepo.checks.perubahan import as_earlier
from archrepo.checks.perubahan import compare as compare_findings
from archrepo.checks.registry import own_rules, run_checks
from archrepo.commands.opening import landscape_at, opened, point_of
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.memori import without_collection
from archrepo.landscape.perbandingan import compare
from archrepo.reports.perbandingan import Side, StateDiff

_LARGE = 3_000
"""Elements from which the two sides are checked at the same time, the earlier one in a process of its own."""


def compare_states(
    url: str, before: str, after: str, *, with_findings: bool = True, rules_file: Path | None = None
) -> StateDiff:
    """Load and compare two states, and the findings of each.

    Args:
        url: the repository that names of states are of.
        before, after: a state as ``find_point`` reads it, or the address or SQLite file of another repository.
        with_findings: whether the findings are compared too.
        rules_file: what the regency adds to the rules, in a file of its own.

    Raises:
        RepositoryError: a repository cannot be opened.
        UnknownNameError, NoSuchPastError: there is no such state.
    """
    with without_collection(), ExitStack() as stack:
        second = _side(url, after)
        elsewhere = None
        if with_findings and len(second.landscape) >= _LARGE and multiprocessing.cpu_count() > 1:
            pool = stack.enter_context(ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")))
            elsewhere = pool.submit(_loaded_and_checked, url, before, rules_file)
        first = _side(url, before)
        differences = compare(first.landscape, second.landscape)
        if not with_findings:
            return StateDiff(first, second, differences)
        now = _checked(second.landscape, rules_file)
        was = _checked(first.landscape, rules_file) if elsewhere is None else elsewhere.result()
    news = compare_findings(as_earlier((*was.open, *was.waived)), now.open, now.waived)
    gone = {row.parts for row in news.mended}
    mended = [row for row in was.open if row.parts in gone]
    return StateDiff(first, second, differences, news.new, mended)


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


class _Found(NamedTuple):
    open: tuple[Finding, ...]
    waived: tuple[Finding, ...]


def _loaded_and_checked(url: str, name: str, rules_file: Path | None) -> _Found:
    return _checked(_side(url, name).landscape, rules_file)


def _checked(landscape: Landscape, rules_file: Path | None) -> _Found:
    # Not the whole result: what goes from one process to another must be data alone.
    result = run_checks(landscape, own=own_rules(rules_file))
    return _Found(result.findings, result.waived)
