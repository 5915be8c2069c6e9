"""Writes a file whole or not at all: to a temporary name beside it, then renamed."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archrepo.errors import ArchrepoError, MissingPartError, Place, UsageError


class OutputError(UsageError):
    """The file or folder that a result should go to cannot be written."""

    code = "OUT001"


def _plain(error: OSError, path: Path) -> ArchrepoError:
    where = Place(file=path.name)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return MissingPartError("Ruang simpan penuh", mend="Kosongkan ruang simpan, lalu ulangi.", where=where)
    if not path.parent.is_dir():
        return OutputError(
            f'Folder "{path.parent}" tidak ada', mend="Buat foldernya dahulu atau pilih folder lain.", where=where
        )
    return OutputError(
        f'Berkas "{path.name}" tidak dapat ditulis di folder "{path.parent}"',
        mend="Tutup berkas itu bila sedang dibuka, atau pilih folder lain yang boleh ditulisi.",
        where=where,
    )


@contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """Give a temporary path in the same folder that becomes ``path`` when the block ends without an error.

    Raises:
        OutputError: the folder is missing or cannot be written, or ``path`` is itself a folder.
        MissingPartError: the disk is full.
    """
    if path.is_dir():
        raise OutputError(f'"{path}" adalah folder', mend="Tambahkan nama berkas di belakangnya.")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise _plain(error, path) from error
    temporary = Path(name)
    try:
        yield temporary
        _open_to_readers(temporary)
        temporary.replace(path)
    except OSError as error:
        raise _plain(error, path) from error
    finally:
        temporary.unlink(missing_ok=True)


def _open_to_readers(path: Path) -> None:
    # mkstemp makes a file that only its owner may read; a result has the rights any new file has.
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises as ``atomic_path`` does."""
    with atomic_path(path) as temporary:
        temporary.write_bytes(content)


def make_folder(path: Path) -> None:
    """Create a folder and those above it, if it is not there yet.

    Raises:
        OutputError: it cannot be created, or a file stands in its place.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f'Folder "{path}" tidak dapat dibuat', mend="Pilih nama atau tempat lain yang boleh ditulisi."
        ) from error
