"""Repositories for tests, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres_server import PostgresMissingError, Server, shared_server

from archrepo.repository import Repository, create_or_upgrade, open_repository

_serial = itertools.count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one flag by which snapshots of pictures are written anew; read the difference before accepting it."""
    parser.addoption("--perbarui-potret", action="store_true", help="tulis ulang potret gambar")


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The run's PostgreSQL server. Without PostgreSQL the tests that need it fail; they are never skipped."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    try:
        with shared_server(shared) as server:
            yield server
    except PostgresMissingError as error:
        pytest.fail(str(error))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest schema and no content, to be copied."""
    path = tmp_path_factory.mktemp("templat") / "archrepo.db"
    create_or_upgrade(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite repository, for tests in which the engine makes no difference."""
    path = tmp_path / "archrepo.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=("sqlite", "postgresql"))
def engine_name(request: pytest.FixtureRequest) -> str:
    """The database system on which a test runs; every test that asks for an address runs on both."""
    return str(request.param)


@pytest.fixture
def engine_url(engine_name: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a fresh repository at the newest migration, on each engine."""
    if engine_name == "sqlite":
        yield request.getfixturevalue("sqlite_url")
    else:
        yield from _database(request.getfixturevalue("postgres"), empty=False)


@pytest.fixture
def empty_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables (of a file that is not there yet), on each engine."""
    if engine_name == "sqlite":
        yield f"sqlite:///{tmp_path / 'kosong.db'}"
    else:
        yield from _database(request.getfixturevalue("postgres"), empty=True)


def _database(server: Server, *, empty: bool) -> Iterator[str]:
    name = f"uji_{os.getpid()}_{next(_serial)}"
    url = server.create(name, empty=empty)
    yield url
    server.drop(name)


@pytest.fixture
def repository(sqlite_url: str) -> Iterator[Repository]:
    """An opened, empty SQLite repository."""
    opened = open_repository(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def each_repository(engine_url: str) -> Iterator[Repository]:
    """An opened, empty repository on each engine."""
    opened = open_repository(engine_url)
    yield opened
    opened.close()
