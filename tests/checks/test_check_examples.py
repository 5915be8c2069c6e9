"""Every rule, tested from its own examples and its odd cases; a test is generated for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from landscape_text import CASES, Case, read_cases

from archrepo.checks.finding import SEVERITIES
from archrepo.checks.registry import explain, rules, run_checks
from archrepo.checks.rule import Example, Rule
from archrepo.landscape import Elemen, Landscape


def _examples() -> Iterator[object]:
    for rule in rules().values():
        for kind, examples in (("fires", rule.fires), ("silent", rule.silent)):
            for number, example in enumerate(examples):
                yield pytest.param(rule, example, id=f"{rule.code}-{kind}-{number}")


def _cases() -> Iterator[object]:
    for code in rules():
        for case in read_cases(code):
            yield pytest.param(case, id=f"{code}-{case.name}")


def _found(landscape: Landscape, code: str) -> list[tuple[str, ...]]:
    findings = run_checks(landscape, only=(code,)).findings
    return _sorted(tuple(landscape[one].kode for one in finding.element_ids) for finding in findings)


def _sorted(expected: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(kode)) for kode in expected)


@pytest.mark.parametrize(("rule", "example"), tuple(_examples()))
def test_example(rule: Rule, example: Example) -> None:
    assert _found(example.landscape(), rule.code) == _sorted(example.expect)


@pytest.mark.parametrize("case", tuple(_cases()))
def test_odd_case(case: Case) -> None:
    expected = [tuple(word for word in row if word not in SEVERITIES) for row in case.expect]
    assert _found(case.landscape, case.code) == _sorted(expected)
    heavy = {tuple(sorted(row[1:])): row[0] for row in case.expect if row and row[0] in SEVERITIES}
    for finding in run_checks(case.landscape, only=(case.code,)).findings:
        kode = tuple(sorted(case.landscape[one].kode for one in finding.element_ids))
        assert heavy.get(kode, finding.severity) == finding.severity


def test_every_file_of_cases_is_of_a_rule() -> None:
    assert {file.stem for file in CASES.glob("*.yaml")} <= set(rules())


@pytest.mark.parametrize("rule", [pytest.param(rule, id=code) for code, rule in rules().items()])
class TestWhatEveryRuleHas:
    def test_basis_mend_and_an_example_of_each_kind(self, rule: Rule) -> None:
        assert rule.basis
        assert rule.mend
        assert rule.fires
        assert rule.silent
        assert all(example.expect for example in rule.fires)
        assert not any(example.expect for example in rule.silent)

    def test_texts_are_indonesian(self, rule: Rule) -> None:
        english = {"the", "and", "is", "are", "of", "not", "with", "application", "missing", "should", "a"}
        texts = [rule.title, rule.why, rule.mend, rule.summary or ""]
        texts += [example.note for example in (*rule.fires, *rule.silent)]
        for text in texts:
            assert not english & set(text.casefold().replace(",", " ").replace(".", " ").split()), text
        assert "melanggar" not in " ".join(texts).casefold()

    def test_texts_are_whole_sentences(self, rule: Rule) -> None:
        for text in (rule.why, rule.mend, *(example.note for example in (*rule.fires, *rule.silent))):
            assert text.endswith(".")
        assert not rule.title.endswith(".")

    def test_indicators_exist(self, rule: Rule) -> None:
        assert rule.indicators
        assert all(1 <= number <= 47 for number in rule.indicators)

    def test_a_silent_example_differs_in_one_fact(self, rule: Rule) -> None:
        """The near miss: the only example that proves the rule reads the right field."""
        fires = [_facts(example.landscape()) for example in rule.fires]
        silent = [_facts(example.landscape()) for example in rule.silent]
        assert min(_differences(one, other) for one in fires for other in silent) == 1

    def test_explanation_shows_what_the_rule_really_says(self, rule: Rule) -> None:
        explanation = explain(rule.code)
        assert all(example.messages for example in explanation.fires)
        assert not any(example.messages for example in explanation.silent)
        assert all(example.elements for example in explanation.fires)


def _facts(landscape: Landscape) -> dict[tuple[object, ...], object]:
    """Name every fact: a field of an element (a placement is one fact), a relation between two, a column asked for.

    A unit that lists an application also uses it (R58 and R16): one fact.
    """
    found: dict[tuple[object, ...], object] = {}
    for element in landscape.elements:
        if element.kelas == "Penempatan":
            found["tempat", element.nilai("aplikasi_id"), element.kode] = _values(element)
            continue
        for field, value in (*_values(element).items(), *_kept(element).items()):
            found[element.kode, field] = value
    for edge in landscape.edges:
        if edge.jenis != "R16" and edge.lewat is None and landscape[edge.dari].kelas != "Instansi":
            found[edge.jenis, landscape[edge.dari].kode, landscape[edge.ke].kode] = dict(edge.atribut)
    for sheet in landscape.sheets:
        for column in sheet.asked:
            found[sheet.file, column] = True
        found[sheet.file, "dibaca"] = sheet.dibaca
    for waiver in landscape.waivers:
        found["dikesampingkan", waiver.fingerprint] = waiver.until or "tanpa batas"
    return {key: value for key, value in found.items() if value is not None}


def _kept(element: Elemen) -> dict[str, object]:
    """Name the fields without a typed place, and the remarks."""
    remarks = {f"catatan {title}": text for title, text in element.catatan.items()}
    return {**{f"lain {name}": value for name, value in element.lain.items()}, **remarks}


def _values(element: Elemen) -> dict[str, object]:
    names = (name for kind in type(element).__mro__ for name in getattr(kind, "__dataclass_fields__", ()))
    return {name: getattr(element, name) for name in dict.fromkeys(names) if name not in {"id", "lain", "catatan"}}


def _differences(one: dict[tuple[object, ...], object], other: dict[tuple[object, ...], object]) -> int:
    changed = {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
    # A field that holds another element, and the edge that shows it, are one fact.
    edges = {key for key in changed if str(key[0]).startswith("R") and len(key) == 3}
    fields = changed - edges
    return len(fields) or len(edges)
