"""Opening, creating and refusing repositories: each refusal in one plain sentence, and nothing changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from archrepo.errors import ArchrepoError, ExitCode, UsageError
from archrepo.model import Batch
from archrepo.model.rincian import ELEMEN
from archrepo.repository import Repository, create_or_upgrade, open_repository
from archrepo.repository.engine import describe, make_engine, parse_url
from archrepo.repository.galat import (
    DamagedError,
    FolderMissingError,
    NotOursError,
    NotWritableError,
    RepositoryMissingError,
    RepositoryNewerError,
    RepositoryOlderError,
    UnreachableError,
)
from archrepo.repository.migrasi import known_revisions


def _set_revision(url: str, revision: str) -> None:
    with make_engine(parse_url(url)).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def _insert_instansi(repository: Repository, kode: str = "KAB") -> None:
    with repository.write("Penguji", "isi") as work:
        (identifier,) = work.writer.new_ids(1)
        work.writer.insert("Instansi", [{"id": identifier, "instansi_id": identifier, "kode": kode, "nama": kode}])


def _count(repository: Repository) -> int:
    with repository.read() as connection:
        return len(connection.execute(select(ELEMEN.c.id)).all())


# ---- creating and opening


def test_a_new_repository_can_be_opened(empty_url: str) -> None:
    create_or_upgrade(empty_url).close()
    assert _count(open_repository(empty_url)) == 0


def test_creating_again_changes_nothing(engine_url: str) -> None:
    _insert_instansi(open_repository(engine_url))
    create_or_upgrade(engine_url).close()
    assert _count(open_repository(engine_url)) == 1


def test_a_missing_file_is_not_made_by_opening(tmp_path: Path) -> None:
    path = tmp_path / "tidak-ada.db"
    with pytest.raises(RepositoryMissingError, match=r"tidak-ada\.db belum ada") as caught:
        open_repository(f"sqlite:///{path}")
    assert caught.value.exit_code == ExitCode.REPOSITORY
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderMissingError, match="belum-ada"):
        create_or_upgrade(f"sqlite:///{tmp_path / 'belum-ada' / 'archrepo.db'}")


def test_an_older_repository_is_refused(engine_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    revisions = (*known_revisions(), "9999")
    monkeypatch.setattr("archrepo.repository.migrasi.known_revisions", lambda: revisions)
    with pytest.raises(RepositoryOlderError, match="lebih lama") as caught:
        open_repository(engine_url)
    assert "archrepo init" in caught.value.mend


def test_a_newer_repository_is_refused(engine_url: str) -> None:
    _set_revision(engine_url, "7777")
    for use in (open_repository, create_or_upgrade):
        with pytest.raises(RepositoryNewerError, match="lebih baru") as caught:
            use(engine_url)
        assert caught.value.exit_code == ExitCode.REPOSITORY


def test_tables_of_somebody_else_are_refused_and_left_alone(empty_url: str) -> None:
    with make_engine(parse_url(empty_url), create=True).begin() as connection:
        connection.execute(text("CREATE TABLE pelanggan (id INTEGER)"))
    for use in (open_repository, create_or_upgrade):
        with pytest.raises(NotOursError, match="bukan repositori archrepo"):
            use(empty_url)
    with make_engine(parse_url(empty_url)).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM pelanggan")).scalar() == 0


def test_an_empty_database_is_no_repository(tmp_path: Path) -> None:
    path = tmp_path / "kosong.db"
    sqlite3.connect(path).close()
    with pytest.raises(NotOursError):
        open_repository(f"sqlite:///{path}")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "archrepo.db"
    path.write_text("Daftar aplikasi kami ada di lembar lain. " * 100)
    for use in (open_repository, create_or_upgrade):
        with pytest.raises(NotOursError):
            use(f"sqlite:///{path}")
    assert path.read_text().startswith("Daftar aplikasi")


def test_a_damaged_file_is_named(sqlite_url: str, tmp_path: Path) -> None:
    path = tmp_path / "archrepo.db"
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(DamagedError, match="rusak"):
        open_repository(sqlite_url)


def test_a_folder_is_no_repository(tmp_path: Path) -> None:
    with pytest.raises(ArchrepoError) as caught:
        open_repository(f"sqlite:///{tmp_path}")
    assert caught.value.exit_code == ExitCode.REPOSITORY


# ---- addresses


@pytest.mark.parametrize("url", ["archrepo.db", "mysql://root@localhost/x", "sqlite://", "sqlite:///:memory:", ""])
def test_an_address_that_names_no_repository_is_wrong_usage(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_repository(url)
    assert "sqlite:///archrepo.db" in caught.value.mend


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://budi:rahasia-sekali@127.0.0.1:1/basis",
        "postgresql://budi@127.0.0.1:1/basis?password=rahasia-sekali",
    ],
)
def test_a_password_is_never_shown(url: str) -> None:
    with pytest.raises(UnreachableError) as caught:
        open_repository(url)
    assert "rahasia" not in caught.value.message + caught.value.mend + repr(caught.value)
    assert describe(parse_url(url)) == "basis data basis di 127.0.0.1"
    with pytest.raises(UsageError) as wrong:
        open_repository(url.replace("postgresql", "mysql"))
    assert "rahasia" not in wrong.value.message + wrong.value.mend


def test_a_missing_driver_is_named_with_its_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ArchrepoError, match="psycopg") as caught:
        open_repository("postgresql://x@127.0.0.1/x")
    assert caught.value.exit_code == ExitCode.REPOSITORY
    assert "archrepo[postgresql]" in caught.value.mend


# ---- units of work


def test_a_failure_undoes_everything(each_repository: Repository) -> None:
    def write_and_fail(error: BaseException) -> None:
        with each_repository.write("x", "x") as work:
            (identifier,) = work.writer.new_ids(1)
            row = {"id": identifier, "instansi_id": identifier, "kode": "K", "nama": "K"}
            work.writer.insert("Instansi", [row])
            raise error

    for error in (ZeroDivisionError(), KeyboardInterrupt()):
        with pytest.raises(type(error)):
            write_and_fail(error)
        assert _count(each_repository) == 0
    _insert_instansi(each_repository)
    assert _count(each_repository) == 1


def test_a_reader_sees_one_state(each_repository: Repository) -> None:
    with each_repository.read() as connection:
        before = connection.execute(select(ELEMEN.c.id)).all()
        _insert_instansi(each_repository)
        assert connection.execute(select(ELEMEN.c.id)).all() == before
    assert _count(each_repository) == 1


def test_a_reader_changes_nothing(each_repository: Repository) -> None:
    _insert_instansi(each_repository)
    with suppress(NotWritableError), each_repository.read() as connection:
        connection.execute(text("DELETE FROM instansi"))
    with each_repository.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM instansi")).scalar() == 1


def test_a_wrong_statement_is_not_called_a_repository_out_of_reach(each_repository: Repository) -> None:
    with pytest.raises(DBAPIError), each_repository.read() as connection:
        connection.execute(text("SELECT warna FROM elemen"))


def test_sqlite_keeps_a_write_ahead_log_and_foreign_keys(sqlite_url: str) -> None:
    with make_engine(parse_url(sqlite_url)).connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


# ---- a folder that may not be written


@contextmanager
def _without_rights() -> Iterator[None]:
    """Be nobody for a while: root may write everywhere. The saved user id is the way back."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def locked_folder(sqlite_template: Path) -> Iterator[Path]:
    """A folder with a repository, in which nobody may write. pytest's own folders are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="archrepo-uji-"))
    shutil.copy(sqlite_template, folder)
    _insert_instansi(open_repository(f"sqlite:///{folder / 'archrepo.db'}"))
    (folder / "archrepo.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_repository_in_a_read_only_folder_can_be_read(locked_folder: Path) -> None:
    with _without_rights():
        assert _count(open_repository(f"sqlite:///{locked_folder / 'archrepo.db'}")) == 1


def test_a_read_only_folder_says_why_it_cannot_be_written(locked_folder: Path) -> None:
    repository = open_repository(f"sqlite:///{locked_folder / 'archrepo.db'}")
    with _without_rights(), pytest.raises(NotWritableError, match="tidak dapat ditulis"):
        _insert_instansi(open_repository(f"sqlite:///{locked_folder / 'archrepo.db'}"))
    with _without_rights(), pytest.raises(NotWritableError, match=r"baru\.db tidak dapat ditulis"):
        create_or_upgrade(f"sqlite:///{locked_folder / 'baru.db'}")
    assert [path.name for path in locked_folder.iterdir()] == ["archrepo.db"]
    assert _count(repository) == 1


def test_batches_are_numbered_on(each_repository: Repository) -> None:
    _insert_instansi(each_repository, "A")
    _insert_instansi(each_repository, "B")
    with each_repository.read() as connection:
        assert connection.execute(select(Batch.id).order_by(Batch.id)).scalars().all() == [1, 2]


def test_a_relative_address_is_that_of_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine of an address is kept; in another folder the same words mean another file."""
    for name in ("satu", "dua"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        create_or_upgrade("sqlite:///archrepo.db").close()
        assert (tmp_path / name / "archrepo.db").is_file()
