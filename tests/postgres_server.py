"""Starts a real PostgreSQL for the tests: one server a run, shared by all xdist workers, on a Unix socket only."""

from __future__ import annotations

import fcntl
import json
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from archrepo.repository import create_or_upgrade

OLDEST = 14
"""Oldest supported major release."""

INSTALL = "sudo apt-get install -y postgresql"

_ROOM = 2**30

_ROLE = "archrepo"
_TEMPLATE = "archrepo_templat"
# Nothing of the tests' data need survive a power cut.
_SETTINGS = (
    "listen_addresses=''", "fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=100",
    "shared_buffers=64MB",
)  # fmt: skip


class PostgresMissingError(Exception):
    """No usable PostgreSQL is installed; the text says how to mend it."""


def binaries() -> Path:
    """Return the folder of the newest PostgreSQL that is installed.

    Raises:
        PostgresMissingError: there is none, or only older ones.
    """
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    on_path = shutil.which("postgres")
    if on_path is not None:
        folders.append(Path(on_path).resolve().parent)
    found = sorted((_major(folder), folder) for folder in folders if (folder / "initdb").exists())
    if not found or found[-1][0] < OLDEST:
        raise PostgresMissingError(f"PostgreSQL >= {OLDEST} belum terpasang. Pasang dengan: {INSTALL}")
    return found[-1][1]


def _major(folder: Path) -> int:
    text = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return int(text.split()[-1 if text.split()[-1][0].isdigit() else 2].split(".")[0])


@dataclass(frozen=True)
class Server:
    """A running server: its folder holds data and socket."""

    folder: Path

    def url(self, database: str) -> str:
        """Return the address of a database, as users write it."""
        return f"postgresql://{_ROLE}@/{database}?host={self.folder}"

    def create(self, database: str, *, empty: bool = False) -> str:
        """Create a database, with the newest schema unless it is to be empty; return its address."""
        template = "template0" if empty else _TEMPLATE
        self._execute(f'CREATE DATABASE "{database}" TEMPLATE {template}')
        return self.url(database)

    def drop(self, database: str) -> None:
        """Drop a database, whoever is still connected."""
        self._execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with psycopg.connect(host=str(self.folder), user=_ROLE, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def shared_server(folder: Path) -> Iterator[Server]:
    """Use the run's server: the first worker starts it, the last one stops it.

    Args:
        folder: a folder that all workers of the run share.

    Raises:
        PostgresMissingError: there is no PostgreSQL to start.
    """
    state = folder / "postgres.json"
    with _locked(folder):
        known = json.loads(state.read_text()) if state.exists() else None
        if known is None:
            known = {"users": 0, "folder": str(_start())}
        known["users"] += 1
        state.write_text(json.dumps(known))
    server = Server(Path(known["folder"]))
    try:
        yield server
    finally:
        with _locked(folder):
            known = json.loads(state.read_text())
            known["users"] -= 1
            state.write_text(json.dumps(known))
            if known["users"] == 0:
                state.unlink()
                _stop(server.folder)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with (folder / "postgres.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _account() -> dict[str, Any]:
    """Return how to run a command of the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    name = next(name for name in ("postgres", "nobody") if name in names)
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}


def _memory() -> str | None:
    """Return the file system in memory where it has room: a database is hundreds of files, and copied for each test."""
    folder = "/dev/shm"  # noqa: S108
    if not os.access(folder, os.W_OK) or shutil.disk_usage(folder).free < _ROOM:
        return None
    return folder


def _start() -> Path:
    programs = binaries()
    # The path of a Unix socket may have no more than about a hundred characters, so not below pytest's own folder.
    folder = Path(tempfile.mkdtemp(prefix="archrepo-pg-", dir=_memory()))
    account = _account()
    if account:
        shutil.chown(folder, account["user"])
    data = folder / "data"
    options = ["-D", str(data), "-U", _ROLE, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    _run([programs / "initdb", *options], account)
    with (data / "postgresql.conf").open("a") as configuration:
        configuration.write("\n".join((*_SETTINGS, f"unix_socket_directories='{folder}'", "")))
    _run([programs / "pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "start"], account)
    server = Server(folder)
    create_or_upgrade(server.create(_TEMPLATE, empty=True)).close()
    return folder


def _stop(folder: Path) -> None:
    _run([binaries() / "pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "stop"], _account())
    shutil.rmtree(folder)


def _run(command: list[Any], account: dict[str, Any]) -> None:
    # pg_ctl leaves the server behind with its output streams: a pipe would never end.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(command, stdout=output, stderr=output, cwd="/", check=False, **account)
        if done.returncode:
            output.seek(0)
            raise RuntimeError(output.read().decode(errors="replace"))
