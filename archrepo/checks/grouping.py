"""Puts the observations of one unit together, so that a note is a piece of work and not a line of a sheet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from archrepo.checks.completeness import named
from archrepo.checks.finding import Severity, identity_of
from archrepo.checks.rule import Observation, Rule
from archrepo.checks.scope import Scope, population_label
from archrepo.checks.settings import limit


def observations_of(scope: Scope, rule: Rule) -> tuple[Observation, ...]:
    """Return what a rule sees, worked out once a run: what became of waivers is read from it too."""
    found = scope.worked_out.get(rule.code)
    if not isinstance(found, tuple):
        found = scope.worked_out[rule.code] = tuple(rule.examine(scope))
    return found


def identity(scope: Scope, rule: Rule, observation: Observation) -> str:
    """Return what the note that an observation becomes is known by."""
    instansi = scope.landscape[observation.instansi_id].kode
    if observation.sheet is not None:
        return identity_of(rule.code, instansi, ("|".join(observation.sheet),))
    parts = scope.landscape.kodes(observation.element_ids)
    return identity_of(rule.code, instansi, (*parts, observation.key) if observation.key else parts)


def grouped(scope: Scope, rule: Rule, observations: Iterable[Observation]) -> Iterator[Observation]:
    """Join the observations of one rule by unit, or by Instansi, as the rule says.

    Observations of a source and those without a unit stay as they are, and so does the only one of a unit. A rule
    that would speak of more units than ``unit_sebelum_digabung`` speaks once for the Instansi, unless ``per_unit``.
    """
    open_groups: dict[tuple[int, int, Severity], list[Observation]] = defaultdict(list)
    for observation in observations:
        alone = rule.summary is None or observation.sheet is not None
        unit = observation.unit_id if rule.together == "unit" else 0
        if alone or unit is None:
            yield observation
        else:
            severity = observation.severity or rule.severity
            open_groups[observation.instansi_id, unit, severity].append(observation)
    yield from _joined(scope, rule, open_groups)


def _joined(
    scope: Scope, rule: Rule, groups: Mapping[tuple[int, int, Severity], list[Observation]]
) -> Iterator[Observation]:
    crowded = Counter((instansi, severity) for instansi, _, severity in groups)
    if not groups:
        return
    totals = scope.totals(rule.over)
    merged: dict[tuple[int, Severity], list[Observation]] = defaultdict(list)
    for (instansi, unit, severity), found in groups.items():
        rows = _in_order(scope, found)
        too_many = not rule.per_unit and crowded[instansi, severity] > limit("unit_sebelum_digabung")
        if rule.together == "instansi" or too_many:
            merged[instansi, severity].extend(rows)
        elif len(rows) == 1:
            yield rows[0]
        else:
            yield _of_unit(scope, rule, unit, rows, totals)
    for (instansi, _), found in merged.items():
        rows = _in_order(scope, found)
        yield rows[0] if len(rows) == 1 else _of_instansi(scope, rule, instansi, rows, totals)


def _in_order(scope: Scope, rows: Iterable[Observation]) -> list[Observation]:
    """Put observations into an order that does not hang on that of the rows they came from."""
    kodes = scope.landscape.kodes
    return sorted(rows, key=lambda row: (row.label.casefold(), *kodes(row.element_ids[:1]), row.key))


def _count(rule: Rule, rows: Sequence[Observation], total: int) -> str:
    label = population_label(rule.over)
    return f"{len(rows)} dari {total} {label}" if total > len(rows) else f"{len(rows)} {label}"


def _of_unit(scope: Scope, rule: Rule, unit: int, rows: list[Observation], totals: Counter[int]) -> Observation:
    names = named([row.label for row in rows])
    text = f"{scope.landscape[unit].nama}: {_count(rule, rows, totals[unit])} {rule.summary}: {names}."
    return _merge(scope, rule, rows, text)


def _of_instansi(scope: Scope, rule: Rule, instansi: int, rows: list[Observation], totals: Counter[int]) -> Observation:
    units = Counter(row.unit_id for row in rows if row.unit_id is not None)
    if rule.together == "instansi" or not units or rule.over == "perangkat_daerah":
        text = f"{_count(rule, rows, totals[-instansi])} {rule.summary}: {named([row.label for row in rows], 10)}."
    else:
        order = sorted(units.items(), key=lambda item: (-item[1], scope.landscape[item[0]].nama))
        most = named([f"{scope.landscape[unit].nama} ({count})" for unit, count in order], limit("unit_disebut"))
        where = f"di {len(units)} Perangkat Daerah"
        text = f"{_count(rule, rows, totals[-instansi])} {where} {rule.summary}; terbanyak: {most}."
    return _merge(scope, rule, rows, text)._replace(unit_id=None)


def _merge(scope: Scope, rule: Rule, rows: list[Observation], message: str) -> Observation:
    ids = tuple(dict.fromkeys(identifier for row in rows for identifier in row.element_ids))
    facts = {row.key or scope.landscape[row.element_ids[0]].kode: row.message for row in rows}
    key = "|".join(sorted(filter(None, (row.key for row in rows))))
    identities = tuple([identity(scope, rule, row) for row in rows])
    return rows[0]._replace(
        element_ids=ids,
        message=message,
        path=None,
        mend=None,
        label="",
        key=key,
        facts=facts,
        identities=identities,
    )
