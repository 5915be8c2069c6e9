"""A workbook as plain values: sheets of rows with Excel's own row numbers and column letters, whatever its format."""

from __future__ import annotations

import marshal
import struct
import subprocess
import sys
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from archrepo.intake.delimited import read_delimited
from archrepo.intake.gate import JSON, TEXTS, Passed, check_file
from archrepo.intake.json_rows import read_json
from archrepo.intake.limits import DEFAULT_LIMITS, MIB, Limits
from archrepo.intake.problems import FileProblem

Cell = str | int | float | bool | date | datetime | None
Row = tuple[Cell, ...]

_CHILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range: indexes into ``Sheet.rows``, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows`` begin at row ``first_row`` and column ``first_column`` (from 1) of the sender's sheet."""

    name: str
    rows: Sequence[Row]
    hidden: bool = False
    first_row: int = 1
    first_column: int = 1
    merged: tuple[Merged, ...] = ()
    hidden_columns: frozenset[int] = frozenset()

    def row_number(self, index: int) -> int:
        """Return the row as Excel numbers it."""
        return self.first_row + index

    def letter(self, index: int) -> str:
        """Return the column as Excel letters it."""
        return column_letter(self.first_column + index)

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that was read: its base name and its sheets, hidden ones too."""

    file: str
    sheets: tuple[Sheet, ...]


def column_letter(number: int) -> str:
    """Return the letters of a column, 1 being A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column by its letters, A being 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def read_workbook(path: Path, limits: Limits = DEFAULT_LIMITS) -> Workbook:
    """Read a file that passes the gate.

    A workbook is opened in a child process with a memory and a time limit; a text file is read here.

    Raises:
        FileProblem: the gate refuses the file, or the reader cannot read it within its limits.
    """
    passed = check_file(path, limits)
    if passed.kind in TEXTS:
        return Workbook(path.name, (Sheet(name="", rows=read_delimited(path, limits)),))
    if passed.kind in JSON:
        return Workbook(path.name, tuple(Sheet(name=name, rows=rows) for name, rows in read_json(path, limits)))
    sheets = tuple(_sheets(passed, limits))
    if not sheets:
        raise FileProblem("IMP086", path.name)
    for sheet in sheets:
        if sheet.width > limits.columns:
            raise FileProblem("IMP077", path.name, what="Jumlah kolom", found=sheet.width, limit=limits.columns)
    return Workbook(path.name, sheets)


def _sheets(passed: Passed, limits: Limits) -> Iterator[Sheet]:
    head: tuple[Any, ...] | None = None
    rows: list[Row] = []
    for frame in _frames(passed, limits):
        if frame[0] == "rows":
            rows.extend(_dated(frame[2]) if frame[1] else map(tuple, frame[2]))
            continue
        if head is not None:
            yield _sheet(head, rows)
        head, rows = frame, []
    if head is not None:
        yield _sheet(head, rows)


def _sheet(head: tuple[Any, ...], rows: list[Row]) -> Sheet:
    # The reader pads leading rows but not leading columns.
    _, name, hidden, (_, left), merged, hidden_columns = head
    return Sheet(
        name=name,
        rows=rows,
        hidden=hidden,
        first_column=left + 1,
        merged=tuple(Merged(top, start - left, bottom, end - left) for top, start, bottom, end in merged),
        hidden_columns=frozenset(column - left for column in hidden_columns),
    )


def _dated(frame: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    for row in frame:
        yield tuple([_date(cell) if type(cell) is tuple else cell for cell in row])


def _date(cell: tuple[str, str]) -> date:
    return date.fromisoformat(cell[1]) if cell[0] == "d" else datetime.fromisoformat(cell[1])


def _frames(passed: Passed, limits: Limits) -> Iterator[tuple[Any, ...]]:
    """Run the child and yield its frames; whatever happens to it becomes one message."""
    memory = min(limits.memory_most, limits.memory_base + limits.memory_factor * passed.inflated)
    command = [sys.executable, "-I", str(_CHILD), str(passed.path.resolve()), str(memory), str(limits.seconds)]
    late = threading.Event()
    with subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(limits.seconds, stop)
        timer.start()
        try:
            assert process.stdout is not None  # noqa: S101 - asked for above
            ended = yield from _read_frames(process.stdout, passed.path.name, memory)
        finally:
            timer.cancel()
            process.kill()
    if late.is_set():
        raise FileProblem("IMP085", passed.path.name, limit=limits.seconds)
    if not ended:
        raise FileProblem("IMP084", passed.path.name, limit=f"{memory // MIB} MiB")


def _read_frames(stream: IO[bytes], file: str, memory: int) -> Generator[tuple[Any, ...], None, bool]:
    """Yield frames; return whether the last one said that all is written."""
    while len(size := stream.read(4)) == 4:
        data = stream.read(struct.unpack("<I", size)[0])
        try:
            frame = marshal.loads(data)  # noqa: S302 - written by our own child; marshal builds plain values only
        except (EOFError, ValueError, TypeError):
            return False
        if frame is None:
            return True
        if frame[0] == "error":
            raise _failure(frame[1], file, memory)
        yield frame
    return False


def _failure(kind: str, file: str, memory: int) -> FileProblem:
    if kind == "password":
        return FileProblem("IMP075", file)
    if kind == "memory":
        return FileProblem("IMP084", file, limit=f"{memory // MIB} MiB")
    return FileProblem("IMP086", file)
