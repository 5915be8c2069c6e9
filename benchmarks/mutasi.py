"""Changes the bodies of rules one spot at a time, and counts how many of the changes the tests of the checks notice.

    python benchmarks/mutasi.py [--hasil mutasi.jsonl] [--keluarga INT,APL] [--menit 60] [--sisa]

Only tests in ``tests/checks`` are run, and only those that name the rule or read all sentences: they are collected
once, and each change is tried in a child of its own. Every result is a line of the file, so that a run that was stopped
goes on where it ended. ``--sisa`` prints the changes that nobody noticed.

A change is one of: a comparison turned (== to !=, < to <=, in to not in), and to or, not taken off, a number moved by
one, True to False, a word of a comparison or a lookup spoilt, a keyword of a call set to None, ``continue`` left out,
a condition of an ``if`` turned round. Sentences are not changed word by word: the file of sentences holds them.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import json
import os
import signal
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from archrepo.checks import rule as rule_module
from archrepo.checks.registry import rules

TESTS = Path(__file__).parents[1] / "tests" / "checks"
LIMIT = 60
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip

Change = Callable[[ast.AST], None]


def changes(tree: ast.AST) -> Iterator[tuple[str, int, Change]]:
    """Yield what can be changed: a name for it, the place of the node in the walk, and the change of that node."""
    sentences = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)}
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for place, node in enumerate(ast.walk(tree)):
        if id(node) in sentences or id(node) in docstrings:
            continue
        for name, change in _of_node(node):
            yield f"{name} @{getattr(node, 'lineno', 0)}", place, change


def _of_node(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Compare):
        for number, op in enumerate(node.ops):
            if type(op) in _TURNED:
                yield f"{type(op).__name__} to {_TURNED[type(op)].__name__}", _turning(number)
    elif isinstance(node, ast.BoolOp):
        yield "and/or", _swap_boolean
    elif isinstance(node, ast.Constant):
        yield from _of_constant(node)
    elif isinstance(node, ast.If):
        yield "if turned", _turn_if
    elif isinstance(node, ast.Call):
        for number, keyword in enumerate(node.keywords):
            if keyword.arg in ("severity", "unit_id", "path", "key", "label"):
                yield f"{keyword.arg}=None", _emptying(number)


def _of_constant(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    if isinstance(node.value, bool):
        yield f"{bool(node.value)} turned", _turn_constant
    elif isinstance(node.value, int):
        yield f"{int(node.value)} + 1", _move_constant
    elif isinstance(node.value, str) and node.value and " " not in node.value:
        yield f"word {str(node.value)!r} spoilt", _spoil_constant


def _turning(number: int) -> Change:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Compare)
        node.ops[number] = _TURNED[type(node.ops[number])]()

    return change


def _swap_boolean(node: ast.AST) -> None:
    assert isinstance(node, ast.BoolOp)
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()


def _turn_if(node: ast.AST) -> None:
    assert isinstance(node, ast.If)
    node.test = ast.UnaryOp(ast.Not(), node.test)


def _turn_constant(node: ast.AST) -> None:
    assert isinstance(node, ast.Constant)
    node.value = not node.value


def _move_constant(node: ast.AST) -> None:
    assert isinstance(node, ast.Constant)
    assert isinstance(node.value, int)
    node.value += 1


def _spoil_constant(node: ast.AST) -> None:
    assert isinstance(node, ast.Constant)
    assert isinstance(node.value, str)
    node.value = f"{node.value}XX"


def _emptying(number: int) -> Change:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Call)
        node.keywords[number].value = ast.Constant(None)

    return change


def bodies() -> Iterator[tuple[str, ModuleType, FunctionType]]:
    """Yield the functions of rules with the rule's code, and the private functions of their modules with all codes."""
    for code, rule in rules().items():
        if rule.family != "DUP" and isinstance(rule.examine, FunctionType):
            yield code, importlib.import_module(rule.examine.__module__), rule.examine


def mutants(code: str, function: FunctionType) -> Iterator[tuple[str, ast.Module]]:
    """Yield the changed definitions of a function, without its decorators and docstring, with a name for each."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    definition = tree.body[0]
    assert isinstance(definition, ast.FunctionDef)
    definition.decorator_list = []
    definition.returns = None
    for argument in definition.args.args:
        argument.annotation = None
    for number, (name, place, change) in enumerate(changes(tree)):
        copied = deepcopy(tree)
        change(list(ast.walk(copied))[place])
        yield f"{code}#{number} {name}", ast.fix_missing_locations(copied)


def is_noticed(items: list[pytest.Item], change: Callable[[], None]) -> bool:
    """Run tests in a child in which a rule is changed; a child that hangs or breaks has noticed too."""
    child = os.fork()
    if child == 0:
        signal.alarm(LIMIT)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os._exit(_tested(items, change))
    _, status = os.waitpid(child, 0)
    return status != 0


def _tested(items: list[pytest.Item], change: Callable[[], None]) -> int:
    try:
        change()
        for item in items:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if item.session.testsfailed:
                return 1
    except BaseException:  # noqa: BLE001 - whatever happens in a changed rule is a change noticed
        return 1
    return 0


def _changing(code: str, module: ModuleType, function: FunctionType, tree: ast.Module) -> Callable[[], None]:
    def change() -> None:
        exec(compile(tree, module.__file__ or "", "exec"), module.__dict__)  # noqa: S102 - our own source, changed
        known = rule_module._registered
        known[code] = replace(known[code], examine=module.__dict__[function.__name__])
        rules.cache_clear()

    return change


class Run:
    """A plugin of pytest that, instead of running the tests once, runs those of each rule for each of its changes."""

    def __init__(self, path: Path, families: set[str], end: float) -> None:
        self.path, self.families, self.end = path, families, end

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try the changes that have no result yet, until the time is over."""
        found = _read(self.path)
        with self.path.open("a", encoding="utf-8") as out:
            for code, module, function in bodies():
                if self.families and code[:3] not in self.families:
                    continue
                items = [item for item in session.items if code in item.name or "sentences" in item.nodeid]
                if is_noticed(items, lambda: None):
                    pytest.exit(f"{code}: its tests fail without any change", returncode=2)
                for name, tree in mutants(code, function):
                    if time.monotonic() > self.end:
                        return True
                    if name not in found:
                        noticed = is_noticed(items, _changing(code, module, function, tree))
                        out.write(json.dumps({"mutant": name, "noticed": noticed}) + "\n")
                        out.flush()
        return True


def main() -> None:
    """Go on with the run, or print what is left."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hasil", type=Path, default=Path("mutasi.jsonl"), help="file of results, one a line")
    parser.add_argument("--keluarga", default="", help="families, separated by commas; all when empty")
    parser.add_argument("--menit", type=float, default=60, help="stop after so many minutes")
    parser.add_argument("--sisa", action="store_true", help="print the changes that nobody noticed")
    asked = parser.parse_args()
    if not asked.sisa:
        families = {name for name in asked.keluarga.split(",") if name}
        plugin = Run(asked.hasil, families, time.monotonic() + 60 * asked.menit)
        pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(TESTS)], [plugin])
    _print(_read(asked.hasil), rest=asked.sisa)


def _read(path: Path) -> dict[str, bool]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {row["mutant"]: row["noticed"] for row in map(json.loads, lines)}


def _print(found: dict[str, bool], *, rest: bool) -> None:
    by_family: Counter[tuple[str, bool]] = Counter((name[:3], noticed) for name, noticed in found.items())
    for family in sorted({name for name, _ in by_family}):
        seen, missed = by_family[family, True], by_family[family, False]
        print(f"  {family}  {seen:5} of {seen + missed:5}  {100 * seen / (seen + missed):5.1f} %")
    if found:
        print(f"  all  {sum(found.values()):5} of {len(found):5}  {100 * sum(found.values()) / len(found):5.1f} %")
    for name, noticed in found.items():
        if rest and not noticed:
            print(f"    {name}")


if __name__ == "__main__":
    main()
