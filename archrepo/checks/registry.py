"""Finds the rules by listing this package, runs them over a Landscape, and explains one."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import archrepo.checks
from archrepo.checks.aturan_daerah import AturanDaerah, read_rules
from archrepo.checks.finding import SEVERITIES, Basis, Finding, Severity, Waived, hashed
from archrepo.checks.grouping import grouped, identity, observations_of
from archrepo.checks.perubahan import Lama, Perubahan, compare
from archrepo.checks.rule import Example, Observation, OwnRule, Rule, registered_rules
from archrepo.checks.scope import Scope
from archrepo.checks.settings import own_rule, severity_changes
from archrepo.errors import UnknownNameError
from archrepo.landscape import Elemen, Landscape, Pengesampingan
from archrepo.landscape.memori import without_collection

NOTHING_OWN = AturanDaerah()
"""What a regency without a file of its own adds."""

MIXED = "Lintas Perangkat Daerah"
"""Heading of findings that are the work of several units, or of none that can be told."""


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by code, in the order of codes. The modules of the package are imported at the first call."""
    for module in pkgutil.iter_modules(archrepo.checks.__path__):
        if not module.ispkg:
            importlib.import_module(f"{archrepo.checks.__name__}.{module.name}")
    return MappingProxyType(dict(sorted(registered_rules().items())))


def own_rules(path: Path | None) -> AturanDaerah:
    """Return what a regency adds in a file of its own; nothing where it has none.

    Raises:
        InputError: the file cannot be read or says what cannot be (``aturan_daerah.read_rules``).
    """
    return NOTHING_OWN if path is None else read_rules(path, rules())


def select(only: Iterable[str] = (), own: AturanDaerah = NOTHING_OWN) -> tuple[Rule, ...]:
    """Return the rules of the codes or families named (``INT001``, ``DUP``; case ignored), all when none is named.

    Args:
        only: codes or families.
        own: what the regency adds; its rules come after ours.

    Raises:
        UnknownNameError: a name is neither; it carries the nearest known codes.
    """
    wanted = [name.strip().upper() for name in only if name.strip()]
    known = {**rules(), **{rule.code: rule for rule in own.rules}}
    families = {rule.family for rule in known.values()}
    for name in wanted:
        if name not in known and name not in families:
            from rapidfuzz import process

            near = process.extract(name, [*sorted(families), *known], limit=3, score_cutoff=50)
            raise UnknownNameError("Kode pemeriksaan", name, tuple(match[0] for match in near))
    if not wanted:
        return tuple(known.values())
    return tuple(rule for rule in known.values() if rule.code in wanted or rule.family in wanted)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a run found. ``findings`` are open, ``waived`` set aside; both sorted by severity, code, kode.

    ``counts`` are the open findings by severity, every severity present. ``examined`` is how many elements of each
    population the rules looked at. ``units`` gives the unit of a finding by its fingerprint (None: several or none).
    ``rules`` are those that ran; ``is_whole`` that all did, over all units of ``instansi_id`` (None: of all Instansi).
    ``perubahan`` says what became of the findings of an earlier run, where one was named.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    counts: Mapping[Severity, int]
    examined: Mapping[str, int]
    units: Mapping[str, int | None]
    rules: tuple[Rule, ...] = ()
    perubahan: Perubahan | None = None
    instansi_id: int | None = None
    is_whole: bool = False

    def reaches(self, severity: str) -> bool:
        """Whether an open finding is of that severity or a heavier one; ``never`` is reached by none."""
        heavy = SEVERITIES[: SEVERITIES.index(severity) + 1] if severity in SEVERITIES else ()
        return any(self.counts[word] for word in heavy)


def run_checks(
    landscape: Landscape,
    *,
    only: Iterable[str] = (),
    opd_ids: Iterable[int] | None = None,
    instansi_id: int | None = None,
    own: AturanDaerah = NOTHING_OWN,
) -> CheckResult:
    """Run the rules over a Landscape.

    Args:
        landscape: what is looked at, with its waivers and decisions.
        only: codes or families; empty for all.
        opd_ids: units (and those below them) whose findings are wanted: they own or reported an element of it.
        instansi_id: one Instansi; None for all.
        own: rules, severities and regulations of the regency itself.

    Raises:
        UnknownNameError: a name in ``only`` is neither a code nor a family.
        DeclarationError: ``schema/pemeriksaan.yaml`` lacks what a rule needs.
    """
    scope = Scope(landscape, instansi_id)
    units = _with_children(landscape, opd_ids)
    selected = select(only, own)
    waivers = _valid_waivers(landscape)
    findings: list[tuple[Finding, int | None]] = []
    with without_collection():
        for rule in selected:
            observations = [row for row in observations_of(scope, rule) if _concerns(scope, row, units)]
            findings.extend(_findings(scope, rule, observations, waivers, own))
        ordered = sorted(findings, key=lambda row: _order(landscape, row[0]))
    opened = tuple(finding for finding, _ in ordered if finding.waived is None)
    tally = Counter(finding.severity for finding in opened)
    return CheckResult(
        findings=opened,
        waived=tuple(finding for finding, _ in ordered if finding.waived is not None),
        counts={severity: tally[severity] for severity in SEVERITIES},
        examined={name: len(scope.population(name)) for name in dict.fromkeys(rule.over for rule in selected)},
        units={finding.fingerprint: unit for finding, unit in ordered},
        rules=selected,
        instansi_id=instansi_id,
        is_whole=units is None and len(selected) == len(select(own=own)),
    )


def since(result: CheckResult, before: Iterable[Lama], name: str) -> CheckResult:
    """Return a result with only what is new since an earlier run; what became of the rest is in ``perubahan``.

    Args:
        result: a run of now, over the same rules and units as the earlier one.
        before: findings of the earlier run (``perubahan.read_earlier``, ``perubahan.as_earlier``).
        name: what the earlier run is called: a file, a release.
    """
    codes = {rule.code for rule in result.rules}
    earlier = (row for row in before if row.code in codes)
    found = compare(earlier, result.findings, result.waived, name)
    tally = Counter(finding.severity for finding in found.new)
    counts = {severity: tally[severity] for severity in SEVERITIES}
    return replace(result, findings=found.new, counts=counts, perubahan=found, is_whole=False)


def _with_children(landscape: Landscape, opd_ids: Iterable[int] | None) -> frozenset[int] | None:
    if opd_ids is None:
        return None
    return frozenset(unit for identifier in opd_ids for unit in landscape.unit_with_children(identifier))


def _concerns(scope: Scope, observation: Observation, units: frozenset[int] | None) -> bool:
    return units is None or observation.unit_id in units or bool(scope.involved_units(observation.element_ids) & units)


def _valid_waivers(landscape: Landscape) -> Mapping[str, Pengesampingan]:
    """Return the waivers that hold today; one whose end date has passed no longer does."""
    return {row.fingerprint: row for row in landscape.waivers if row.until is None or row.until >= landscape.as_of}


def _findings(
    scope: Scope,
    rule: Rule,
    observations: Sequence[Observation],
    waivers: Mapping[str, Pengesampingan],
    own: AturanDaerah,
) -> Iterator[tuple[Finding, int | None]]:
    """Turn observations into findings. What is set aside for one element stays apart from the note of its unit."""
    alone: list[Observation] = []
    rest: list[Observation] = []
    for row in observations:
        (alone if waivers and hashed(identity(scope, rule, row)) in waivers else rest).append(row)
    basis, severity = bases(rule, own), severity_of(rule, own)
    for observation in (*alone, *grouped(scope, rule, rest)):
        known_by = identity(scope, rule, observation)
        waiver = waivers.get(hashed(known_by)) if waivers else None
        yield _finding(rule, observation, known_by, basis, severity, waiver), observation.unit_id


def _finding(
    rule: Rule,
    observation: Observation,
    known_by: str,
    basis: tuple[Basis, ...],
    severity: Severity | None,
    waiver: Pengesampingan | None,
) -> Finding:
    return Finding(
        code=rule.code,
        title=rule.title,
        severity=severity or observation.severity or rule.severity,
        element_ids=observation.element_ids,
        message=observation.message,
        why=rule.why,
        mend=observation.mend or rule.mend,
        fingerprint=hashed(known_by),
        basis=basis,
        indicators=rule.indicators,
        path=observation.path,
        pairs=observation.pairs,
        score=observation.score,
        cause=observation.cause,
        source=observation.sheet,
        waived=Waived(waiver.by, waiver.reason, waiver.until.isoformat() if waiver.until else None) if waiver else None,
        identities=observation.identities or (known_by,),
        facts=observation.facts,
    )


def severity_of(rule: Rule, own: AturanDaerah = NOTHING_OWN) -> Severity | None:
    """Return the severity that the regency gives a rule, in its own file or in ours; None where it leaves it."""
    return own.keparahan.get(rule.code) or severity_changes().get(rule.code)


def bases(rule: Rule, own: AturanDaerah = NOTHING_OWN) -> tuple[Basis, ...]:
    """Return what a rule rests on; the regency's own regulations only where they are filled in."""
    found = (own.dasar.get(row.name) or own_rule(row.name) if isinstance(row, OwnRule) else row for row in rule.basis)
    return tuple(basis for basis in found if basis is not None)


def _order(landscape: Landscape, finding: Finding) -> tuple[int, str, tuple[str, ...], tuple[str, str]]:
    kode = landscape.kodes(finding.element_ids)
    return SEVERITIES.index(finding.severity), finding.code, kode, finding.source or ("", "")


def unit_name(landscape: Landscape, result: CheckResult, finding: Finding) -> str:
    """Return the name of the unit whose work a finding is, or ``MIXED``."""
    unit = landscape.get(result.units.get(finding.fingerprint))
    return unit.nama if unit is not None else MIXED


@dataclass(frozen=True, slots=True)
class ExplainedExample:
    """An example of a rule: what is shown, its elements as "kode nama", and the sentences the rule says about it."""

    note: str
    elements: tuple[str, ...]
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What ``check explain`` prints of one rule; the messages of the examples come from running it."""

    code: str
    title: str
    severity: Severity
    why: str
    mend: str
    basis: tuple[Basis, ...]
    indicators: tuple[int, ...]
    fires: tuple[ExplainedExample, ...]
    silent: tuple[ExplainedExample, ...]


def explain(code: str, own: AturanDaerah = NOTHING_OWN) -> Explanation:
    """Return all that is known of one rule, with its examples run.

    Raises:
        UnknownNameError: there is no rule of that code.
    """
    found = select((code,), own)
    rule = next((row for row in found if row.code == code.strip().upper()), None)
    if rule is None:
        raise UnknownNameError("Kode pemeriksaan", code, tuple(row.code for row in found))
    return Explanation(
        code=rule.code,
        title=rule.title,
        severity=severity_of(rule, own) or rule.severity,
        why=rule.why,
        mend=rule.mend,
        basis=bases(rule, own),
        indicators=rule.indicators,
        fires=tuple(_explained(rule, example) for example in rule.fires),
        silent=tuple(_explained(rule, example) for example in rule.silent),
    )


def _explained(rule: Rule, example: Example) -> ExplainedExample:
    landscape = example.landscape()
    found = run_checks(landscape, only=(rule.code,)).findings
    shown = (element for element in landscape.elements if element.kelas not in ("Instansi", "Penempatan"))
    return ExplainedExample(
        note=example.note,
        elements=tuple(_named(element) for element in shown),
        messages=tuple(finding.message for finding in found),
    )


def _named(element: Elemen) -> str:
    return f"{element.kode} {element.nama}"
