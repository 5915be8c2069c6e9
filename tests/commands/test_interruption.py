"""What stops half-way leaves the repository as it was."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import xlsxwriter


def _run(folder: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "archrepo", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


def _counts(database: Path) -> dict[str, int]:
    with sqlite3.connect(database) as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        return {name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for name in tables}  # noqa: S608


def test_an_interrupted_import_says_so_and_writes_nothing(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "besar.xlsx") as book:
        sheet = book.add_worksheet("Aplikasi")
        sheet.write_row(0, 0, ["No", "OPD", "Nama Aplikasi", "Fungsi Aplikasi", "Lokasi Server"])
        for number in range(1, 6000):
            texts = [str(number), f"Dinas {number % 90}", f"Aplikasi {number}", f"fungsi {number}", "Server OPD"]
            sheet.write_row(number, 0, texts)
    assert _run(tmp_path, "init").returncode == 0
    before = _counts(tmp_path / "archrepo.db")
    command = [sys.executable, "-m", "archrepo", "import", "besar.xlsx"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        # The writer has the file locked when its write-ahead log has grown: then it is in the middle of its work.
        log = tmp_path / "archrepo.db-wal"
        deadline = time.monotonic() + 60
        while process.poll() is None and not (log.exists() and log.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "tidak ada yang ditulis" in errors
    assert "Traceback" not in errors
    assert _counts(tmp_path / "archrepo.db") == before
    assert _run(tmp_path, "import", "besar.xlsx").returncode == 0
