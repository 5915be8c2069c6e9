"""The pages of docs/ stay true: generated ones are current, links lead somewhere, commands shown exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from archrepo.cli.main import cli
from archrepo.errors import ExitCode

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted((*DOCS.rglob("*.md"), *ROOT.glob("*.md")))

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_SHELL_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_generated_pages_are_current() -> None:
    command = (sys.executable, ROOT / "scripts" / "docs.py", "--check")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _nav_files(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        for value in entry.values():
            yield from _nav_files(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from _nav_files(value)


def test_every_page_is_in_the_menu_once() -> None:
    menu = list(_nav_files(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]))
    assert sorted(menu) == sorted(str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md"))


def _anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target.read_text(encoding="utf-8")), link


def test_every_exit_code_is_explained() -> None:
    page = (DOCS / "tugas" / "jika-ada-yang-salah.md").read_text(encoding="utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)} == set(ExitCode)


def _shown_commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for block in _SHELL_BLOCK.findall(page.read_text(encoding="utf-8")):
            for line in block.splitlines():
                if line.startswith("archrepo "):
                    yield str(page.relative_to(ROOT)), line


def _parse(command: click.Command, words: list[str], parent: click.Context | None = None) -> None:
    """Parse the words as the command line would, without looking at files or running anything."""
    context = click.Context(command, info_name=command.name, parent=parent)
    parser = command.make_parser(context)
    if not isinstance(command, click.Group):
        parser.parse_args(list(words))
        return
    parser.allow_interspersed_args = False
    _, rest, _ = parser.parse_args(list(words))
    if rest:
        _, found, words = command.resolve_command(context, rest)
        assert found is not None
        _parse(found, words, context)


@pytest.mark.parametrize(("page", "line"), sorted(set(_shown_commands())))
def test_shown_commands_exist(page: str, line: str) -> None:  # noqa: ARG001  (the page is part of the test's name)
    _parse(cli, shlex.split(line)[1:])
