"""Every command that the README shows is run, in its order, on the sample inventory, and leaves the file it names."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from archrepo.errors import ExitCode

ROOT = Path(__file__).parents[2]
_SHELL_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)

# Findings and rows to be corrected are in the sample on purpose: they are news, not a failure.
NEWS = {"import", "check"}


def _shown() -> Iterator[list[str]]:
    for block in _SHELL_BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("archrepo "):
                yield shlex.split(line)[1:]


def _made(words: list[str]) -> Path | None:
    """Return the file that a command names: after ``-o``, or the workbook of ``template``."""
    if "-o" in words:
        return Path(words[words.index("-o") + 1])
    return Path(words[1]) if words[0] == "template" else None


def _is_filled(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() else path.is_file() and path.stat().st_size > 0


# One test: every command needs what those before it have made.
def test_every_command_works(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    program = Path(sys.executable).with_name("archrepo")
    for words in _shown():
        done = subprocess.run((program, *words), cwd=tmp_path, capture_output=True, text=True, check=False)
        told = f"archrepo {shlex.join(words)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        allowed = {ExitCode.OK, ExitCode.BAD_NEWS} if words[0] in NEWS else {ExitCode.OK}
        assert done.returncode in allowed, told
        made = _made(words)
        assert _is_filled(tmp_path / made) if made else done.stdout.strip() or done.stderr.strip(), told


def test_the_ten_commands_are_shown() -> None:
    shown = {words[0] for words in _shown()}
    assert shown >= {"init", "import", "opd", "check", "view", "report", "list", "search", "show", "template", "export"}
