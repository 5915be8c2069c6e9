"""One writer at a time, between processes: who waits, who is told, and that nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from isi_contoh import store
from penulis_serentak import import_one, reading_of, state_of

from archrepo.errors import ExitCode
from archrepo.repository import Repository, create_or_upgrade, open_repository
from archrepo.repository.galat import RepositoryLockedError
from archrepo.repository.verifikasi import verify_journal

HOLDS_THE_LOCK = """
import sys
from archrepo.repository import open_repository

with open_repository(sys.argv[1]).write("Ani", "import") as work:
    work.writer.new_ids(1)
    print("siap", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def _holder(url: str) -> Iterator[subprocess.Popen[str]]:
    """Run a process that is in the middle of writing; a line to its input lets it finish."""
    arguments = [sys.executable, "-c", HOLDS_THE_LOCK, url]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "siap\n"
        try:
            yield process
        finally:
            process.kill()


def _let_finish(process: subprocess.Popen[str]) -> None:
    process.communicate("\n")
    assert process.returncode == 0


def _next_id(repository: Repository) -> int:
    with repository.write("Budi", "edit") as work:
        return work.writer.new_ids(1).start


def test_a_second_writer_is_told_after_the_wait(engine_url: str) -> None:
    with _holder(engine_url) as process:
        with pytest.raises(RepositoryLockedError, match=r"sudah ditunggu 0\.2 detik") as caught:
            _next_id(open_repository(engine_url, wait=0.2))
        assert caught.value.exit_code == ExitCode.MISSING
        assert "oleh Ani, import" in caught.value.message
        _let_finish(process)
    assert _next_id(open_repository(engine_url)) == 2


def test_a_second_writer_sees_what_the_first_one_wrote(engine_url: str) -> None:
    """The snapshot is taken after the lock: a writer that waited must not work on what was there before."""
    with _holder(engine_url) as process, ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(_next_id, open_repository(engine_url, wait=60))
        _let_finish(process)
        assert waiting.result() == 2


def test_readers_do_not_wait_for_a_writer(engine_url: str) -> None:
    with _holder(engine_url), open_repository(engine_url).read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM urutan").scalar() == 0


def test_a_writer_that_dies_leaves_neither_lock_nor_trace(engine_url: str) -> None:
    with _holder(engine_url) as process:
        process.kill()
        process.wait()
    assert _next_id(open_repository(engine_url, wait=60)) == 1


def test_a_failed_unit_of_work_lets_go_of_the_lock(engine_url: str) -> None:
    repository = open_repository(engine_url, wait=0.2)

    def fail() -> None:
        with repository.write("x", "x"):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert _next_id(open_repository(engine_url, wait=0.2)) == 1


def test_many_writing_processes_lose_nothing(engine_name: str, engine_url: str) -> None:
    store(open_repository(engine_url))
    processes, times = (8, 6) if engine_name == "sqlite" else (16, 2)
    done = _run("hitung", engine_url, str(processes), str(times))
    assert (done.returncode, done.stderr) == (0, "")
    with open_repository(engine_url).read() as connection:
        said = connection.exec_driver_sql("SELECT deskripsi FROM elemen WHERE kode = 'DAA-0001'").scalar_one()
        assert int(said) == processes * times
        found = verify_journal(connection)
    assert (found.is_whole, found.head.batch) == (True, processes * times + 1)


def test_imports_killed_at_any_point_leave_all_or_nothing(engine_name: str, engine_url: str, tmp_path: Path) -> None:
    """After every kill the chain is whole and the content that before or after; run again, all ends the same."""
    times = 50 if engine_name == "sqlite" else 8
    store(open_repository(engine_url))
    done = _run("bunuh", engine_url, str(times))
    assert done.returncode == 0, done.stderr
    undisturbed = f"sqlite:///{tmp_path / 'tenang.db'}"
    store(create_or_upgrade(undisturbed))
    for number in range(times + 1):
        import_one(undisturbed, reading_of(tmp_path, number))
    assert done.stdout.split()[-1] == state_of(undisturbed)[1]


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = Path(__file__).with_name("penulis_serentak.py")
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=False)
