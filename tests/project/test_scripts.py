"""The two commands on a bare machine: what they find, what they ask for, and that they do not install twice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("bash", "cat", "cut", "dirname", "env", "id", "ls", "sha256sum")

OLD_PYTHON = """#!/bin/sh
[ "$1" = --version ] || exit 1
echo "Python 3.9.18"
"""

# A build backend without requirements, so that pip installs a real project and needs no network.
BACKEND = """
import zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "contoh-1-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("contoh-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: contoh\\nVersion: 1\\n")
        wheel.writestr("contoh-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("contoh-1.dist-info/RECORD", "")
    with open("built.log", "a") as log:
        log.write("built\\n")
    return name
"""

PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "contoh"
version = "1"

[project.optional-dependencies]
dev = []
"""


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A PATH with a few basic tools and a good Python; no dot, no apt-get, no sudo."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    _program(folder / "python3", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    return folder


def _program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def _run(path: Path, *command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {"PATH": str(path), "LANG": "C.UTF-8", **environment}
    return subprocess.run(
        (path / "bash", *command), env=variables, cwd=path.parent, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("script", ["demo", "test"])
def test_an_old_python_is_named_and_stops_with_4(bare: Path, script: str) -> None:
    _program(bare / "python3", OLD_PYTHON)
    done = _run(bare, ROOT / "scripts" / script)
    assert done.returncode == 4
    assert "Python 3.11" in done.stderr
    assert "Python 3.9.18" in done.stderr


@pytest.mark.parametrize("script", ["demo", "test"])
def test_what_cannot_be_installed_is_one_apt_line(bare: Path, script: str) -> None:
    done = _run(bare, ROOT / "scripts" / script, ARCHREPO_VENV=str(bare.parent / "venv"))
    assert done.returncode == 4
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].endswith("sudo apt-get install -y graphviz")
    assert not (bare.parent / "venv").exists()


def test_a_folder_that_is_no_environment_is_left_alone(bare: Path) -> None:
    _program(bare / "dot", "#!/bin/sh\n")
    mine = bare.parent / "mine"
    mine.mkdir()
    (mine / "surat.txt").write_text("penting", encoding="utf-8")
    done = _run(bare, ROOT / "scripts" / "demo", ARCHREPO_VENV="mine")
    assert done.returncode == 4
    assert str(mine) in done.stderr
    assert (mine / "surat.txt").read_text(encoding="utf-8") == "penting"


def test_an_installation_is_repeated_only_when_something_changed(bare: Path) -> None:
    project = bare.parent / "dengan spasi"
    project.mkdir()
    (project / "backend.py").write_text(BACKEND, encoding="utf-8")
    (project / "pyproject.toml").write_text(PROJECT, encoding="utf-8")

    def builds(*arguments: str) -> int:
        program = f'set -eu; root=$PWD; . "{ROOT}/scripts/persiapan.sh"; find_python; install_checkout "$@"'
        done = subprocess.run(
            (bare / "bash", "-c", program, "bash", *arguments),
            env={"PATH": str(bare)},
            cwd=project,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return len((project / "built.log").read_text(encoding="utf-8").splitlines())

    assert builds(".", "demo", "dev") == 1
    assert builds(".", "demo", "dev") == 1
    assert builds(".[dev]", "dev") == 2, "the demo's installation lacks the development tools"
    assert builds(".", "demo", "dev") == 2, "an installation for development is good enough for the demo"
    (project / "pyproject.toml").write_text(PROJECT + 'more = ["contoh"]\n', encoding="utf-8")
    assert builds(".[dev]", "dev") == 3
