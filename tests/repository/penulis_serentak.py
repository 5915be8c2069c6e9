"""Run as a program of its own by the tests of concurrency: many writers at once, and imports killed half-way.

    python penulis_serentak.py hitung URL PROSES KALI
    python penulis_serentak.py bunuh URL KALI

It loads everything once and forks, so that sixteen writers cost no sixteen start-ups.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.errors import ArchrepoError
from archrepo.intake.reading import FileReading
from archrepo.landscape.loader import load_landscape
from archrepo.landscape.sidik import content_hash
from archrepo.repository import open_repository
from archrepo.repository.jurnal import read_head
from archrepo.repository.verifikasi import verify_journal

ROWS = 6


def count(url: str, processes: int, times: int) -> int:
    """Let processes add one to a number that each reads first; return how many of them failed."""
    children = []
    for _ in range(processes):
        child = os.fork()
        if child == 0:
            os._exit(_add(url, times))
        children.append(child)
    return sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0 for child in children)


def _add(url: str, times: int) -> int:
    try:
        repository = open_repository(url, wait=120)
        for _ in range(times):
            with repository.write("x", "hitung") as work:
                query = "SELECT id, deskripsi FROM elemen WHERE kode = 'DAA-0001'"
                identifier, said = work.connection.exec_driver_sql(query).one()
                work.writer.update("Aplikasi", identifier, {"deskripsi": str(int(said or 0) + 1)})
    except ArchrepoError as error:
        sys.stderr.write(f"{error.message}\n")
        return 1
    return 0


def kill(url: str, times: int, seed: int = 5) -> None:
    """Kill imports at random points and check after each; run the killed one again, and so on to the end."""
    chance = random.Random(seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        readings = [reading_of(Path(folder), number) for number in range(times + 1)]
    began = time.monotonic()
    import_one(url, readings[0])
    usual = time.monotonic() - began
    written = 0
    before = state_of(url)
    for reading in readings[1:]:
        mine, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(mine)
            import_one(url, reading)
            os.write(theirs, b"ditulis")
            os._exit(0)
        os.close(theirs)
        time.sleep(chance.uniform(0, usual * 1.3))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acknowledged = bool(os.read(mine, 16))
        os.close(mine)
        after = state_of(url)
        if acknowledged:
            assert after != before, "an acknowledged import is lost"
        written += after != before
        import_one(url, reading)
        whole = state_of(url)
        assert after in (before, whole), "half of an import was kept"
        before = whole
    print(f"{written} of {times} were written before they were killed")  # noqa: T201
    print(state_of(url)[1])  # noqa: T201


def reading_of(folder: Path, number: int) -> tuple[ImportRequest, tuple[FileReading, ...]]:
    path = folder / f"kiriman{number}.csv"
    rows = [
        f"{row},Dinas {number % 7},Aplikasi {number}-{row},a{number}x{row}.contohkab.go.id,Aktif,Server OPD"
        for row in range(1, ROWS + 1)
    ]
    path.write_text("\n".join(["No,OPD,Nama Aplikasi,URL,Status Aplikasi,Lokasi Server", *rows]), encoding="utf-8")
    request = ImportRequest((str(path),))
    return request, read_request(request)


def import_one(url: str, work: tuple[ImportRequest, tuple[FileReading, ...]]) -> None:
    request, readings = work
    repository = open_repository(url, wait=120)
    import_files(repository, "x", request, readings)
    repository.close()


def state_of(url: str) -> tuple[int, str]:
    """Return the last batch and the hash of the content, after checking the chain."""
    with open_repository(url, wait=120).read() as connection:
        found = verify_journal(connection)
        assert found.is_whole, [problem.message for problem in found.problems]
        assert not found.unsealed
        return read_head(connection).batch, content_hash(load_landscape(connection))


if __name__ == "__main__":
    if sys.argv[1] == "hitung":
        sys.exit(count(sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
    kill(sys.argv[2], int(sys.argv[3]))
