"""What can go wrong for a user: every error names its place, what was found and the mend, in Indonesian."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line (design section 5)."""

    OK = 0
    BAD_NEWS = 1
    USAGE = 2
    REPOSITORY = 3
    MISSING = 4
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands: any part may be missing. ``row`` is numbered as Excel does, from 1."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = []
        if self.file:
            parts.append(self.file)
        if self.sheet:
            parts.append(f'lembar "{self.sheet}"')
        if self.row is not None:
            parts.append(f"baris {self.row}")
        if self.column:
            parts.append(f'kolom "{self.column}"')
        return ", ".join(parts)


class ArchrepoError(Exception):
    """Base of all errors shown to a user.

    Args:
        message: what was found, in Indonesian, without a final newline.
        mend: what the user can do about it, one sentence in Indonesian.
        where: the place, where there is one.
        code: a stable identifier such as ``IMP014``; subclasses give a default.

    The command line prints ``where: message (code).`` and the mend on the next line, and exits with ``exit_code``.
    """

    code = "ARC000"
    exit_code = ExitCode.USAGE

    def __init__(self, message: str, *, mend: str, where: Place | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend
        self.where = where
        if code is not None:
            self.code = code


class UsageError(ArchrepoError):
    """A wrong option, an unknown name or kode."""

    code = "ARC001"
    exit_code = ExitCode.USAGE


class UnknownNameError(UsageError):
    """A name or kode that is not known; the message carries the nearest known ones.

    Args:
        kind: what was looked for, in Indonesian, e.g. ``"Perangkat Daerah"``.
        value: what the user wrote.
        nearest: known values, best first; at most three are shown.
    """

    code = "ARC002"

    def __init__(self, kind: str, value: str, nearest: tuple[str, ...] = (), *, where: Place | None = None) -> None:
        hint = f"Mungkin maksudnya: {', '.join(nearest[:3])}." if nearest else "Periksa ejaannya."
        super().__init__(f'{kind} "{value}" tidak dikenal', mend=hint, where=where)
        self.value = value
        self.nearest = nearest[:3]


class InputError(ArchrepoError):
    """A file that cannot be read, or is not safe to read."""

    code = "IMP000"
    exit_code = ExitCode.USAGE


class RepositoryError(ArchrepoError):
    """The repository cannot be opened or written, or is at another migration."""

    code = "REP000"
    exit_code = ExitCode.REPOSITORY


class MissingPartError(ArchrepoError):
    """Something needed is missing or ran out: `dot`, a time limit, disk, the wait for a lock."""

    code = "SYS000"
    exit_code = ExitCode.MISSING


class ConflictError(ArchrepoError):
    """A stale edit, plan or undo, or a relation that the metamodel does not allow."""

    code = "KON000"
    exit_code = ExitCode.BAD_NEWS


class DeclarationError(ArchrepoError):
    """A declared file (schema, view, user vocabulary) is not well formed."""

    code = "DEK000"
    exit_code = ExitCode.USAGE
