"""What is installed must carry the declared data: a wheel made from the sdist, and an editable install alike."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA_PACKAGES = {"archrepo.examples": "examples", "archrepo.schema": "schema", "archrepo.views": "views"}
LIST_RESOURCES = """
import json, sys
from importlib.resources import files

def walk(folder, prefix=""):
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from walk(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name

print(json.dumps({name: sorted(walk(files(name))) for name in sys.argv[1:]}))
"""


# A catalogue of translations is compiled beside its text; only the former is read.
SOURCE_SUFFIXES = (".py", ".pyc", ".po")


def _is_code(path: Path) -> bool:
    return path.suffix in SOURCE_SUFFIXES or "__pycache__" in path.parts


def _data_files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and not _is_code(path)}


def _expected() -> dict[str, set[str]]:
    expected = {package: _data_files(ROOT / folder) for package, folder in DATA_PACKAGES.items()}
    migrations = ROOT / "migrations"
    versions = {str(path.relative_to(migrations)) for path in migrations.glob("versions/*.py")}
    expected["archrepo.migrations"] = _data_files(migrations) | versions
    expected["archrepo"] = _data_files(ROOT / "archrepo")
    return expected


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _checkout(folder: Path) -> Path:
    """Copy what a clean clone holds, so that no cache and no build beside us changes the result."""
    copy = folder / "checkout"
    for name in ("archrepo", *DATA_PACKAGES.values(), "migrations"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    return copy


def _environment(folder: Path, wheel: Path) -> Path:
    """Make an environment that holds the wheel and borrows only the dependencies of the one that runs the tests."""
    _run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = folder / "bin" / "python"
    install = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    _run(sys.executable, "-m", "pip", "--python", python, *install, wheel, cwd=folder.parent)
    site = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder.parent).strip())
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


def _build(checkout: Path, out: Path) -> dict[str, Path]:
    """Build the wheel from the sdist, and the wheel that an editable install of the checkout is made of."""
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, cwd=checkout)
    program = "import sys, build; print(build.ProjectBuilder('.').build('editable', sys.argv[1]))"
    _run(sys.executable, "-c", program, out / "editable", cwd=checkout)
    return {"wheel": next(out.glob("*.whl")), "editable": next((out / "editable").glob("*.whl"))}


def _found(package: str, listed: list[str], expected: set[str]) -> set[str]:
    """Return the listed data files of the package; a wheel keeps the data packages inside ``archrepo``."""
    inside = (
        tuple(f"{folder}/" for folder in ("examples", "migrations", "schema", "views")) if package == "archrepo" else ()
    )
    return {name for name in listed if (name in expected or not _is_code(Path(name))) and not name.startswith(inside)}


# One test, not one an installation: the build is the slow part, and workers would each repeat it.
def test_every_installation_carries_the_declared_data(tmp_path: Path) -> None:
    expected = _expected()
    for kind, wheel in _build(_checkout(tmp_path), tmp_path / "dist").items():
        python = _environment(tmp_path / kind, wheel)
        listed = json.loads(_run(python, "-c", LIST_RESOURCES, *expected, cwd=tmp_path))
        for package, files in expected.items():
            assert _found(package, listed[package], files) == files, f"{kind}, {package}"
        work = tmp_path / f"kerja-{kind}"
        work.mkdir()
        _run(python.with_name("archrepo"), "init", cwd=work)
        assert (work / "archrepo.db").exists(), kind


def test_every_subpackage_is_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    found = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in (ROOT / "archrepo").rglob("*.py")
        if "__pycache__" not in path.parts
    }
    mapped = set(declared["package-dir"]) - {"archrepo"}
    assert set(declared["packages"]) == found | mapped


@pytest.mark.parametrize("package", sorted(_expected()))
def test_there_is_data_to_carry(package: str) -> None:
    assert _expected()[package], f"{package}: the comparison above would hold for an empty package"
