"""The safety gate: what a sent file is, and whether a reader may open it. Nothing is parsed here, only looked at."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from pathlib import Path

from archrepo.intake.gate_archive import check_archive
from archrepo.intake.limits import DEFAULT_LIMITS, MIB, Limits
from archrepo.intake.problems import FileProblem

WORKBOOKS = frozenset({".xlsx", ".xls", ".ods"})
TEXTS = frozenset({".csv", ".txt", ".tsv"})
JSON = frozenset({".json"})
SUFFIXES = WORKBOOKS | TEXTS | JSON
"""Endings of files that are taken in."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Passed:
    """A file that passed the gate: its kind is its ending, ``inflated`` the bytes that a reader will meet."""

    path: Path
    kind: str
    inflated: int


def check_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> Passed:
    """Refuse a file that is missing, empty, of another kind than it says, damaged, locked or unsafe.

    Raises:
        FileProblem: the first reason found, with its mend.
    """
    suffix = path.suffix.lower()
    size = _size(path, limits)
    if suffix == ".xlsm":
        raise FileProblem("IMP080", path.name)
    if suffix not in SUFFIXES:
        raise FileProblem("IMP073", path.name, suffix=suffix or "tanpa akhiran")
    if suffix in JSON:
        return Passed(path, suffix, size)
    head = _head(path)
    if suffix in TEXTS:
        return _check_text(path, suffix, head, size, limits)
    if head.startswith(_OLE):
        return _check_compound(path, suffix, size)
    if not head.startswith(_ZIP):
        raise FileProblem("IMP074", path.name, found=_name_of(head), suffix=suffix)
    if suffix == ".xls":
        raise FileProblem("IMP074", path.name, found="berkas .xlsx atau arsip zip", suffix=suffix)
    return Passed(path, suffix, check_archive(path, suffix, limits))


def _size(path: Path, limits: Limits) -> int:
    try:
        if not path.exists():
            raise FileProblem("IMP070", path.name)
        if not path.is_file():
            raise FileProblem("IMP071", path.name, reason="bukan berkas biasa")
        size = path.stat().st_size
    except OSError as error:
        raise FileProblem("IMP071", path.name, reason=_reason(error)) from error
    if size == 0:
        raise FileProblem("IMP072", path.name)
    if size > limits.file_bytes:
        raise FileProblem(
            "IMP077", path.name, what="Ukuran berkas", found=_mib(size), limit=_mib(limits.file_bytes)
        )  # fmt: skip
    return size


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "tidak ada izin baca"
    return "nama berkas terlalu panjang" if error.errno == 36 else "gangguan pada media penyimpanan"


def _mib(size: int) -> str:
    return f"{size / MIB:.0f} MiB"


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except OSError as error:
        raise FileProblem("IMP071", path.name, reason=_reason(error)) from error


def _name_of(head: bytes) -> str:
    """Say what a file is that is no workbook, by its first bytes."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    if start.startswith(b"%pdf"):
        return "dokumen PDF"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<table", b"<meta", b"<div")):
        return "halaman web (HTML)"
    if start.startswith(b"<"):
        return "berkas XML"
    if start.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8")):
        return "gambar"
    if start.startswith((b"rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        return "arsip termampat"
    if head.startswith(_OLE):
        return "buku kerja Excel lama (.xls)"
    if head.startswith(_ZIP):
        return "buku kerja .xlsx atau arsip zip"
    if b"\x00" not in head and not head.startswith(_UTF16):
        return "teks biasa"
    return "berkas yang tidak dikenal"


def _check_compound(path: Path, suffix: str, size: int) -> Passed:
    """Look at an OLE file: an old workbook, or the wrapper that Excel puts around a locked one."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            raise FileProblem("IMP075", path.name)
        if content.find("WordDocument".encode("utf-16-le")) >= 0:
            raise FileProblem("IMP074", path.name, found="dokumen Word lama", suffix=suffix)
        if suffix != ".xls":
            raise FileProblem("IMP074", path.name, found="buku kerja Excel lama (.xls)", suffix=suffix)
        if content.find("_VBA_PROJECT_CUR".encode("utf-16-le")) >= 0:
            raise FileProblem("IMP080", path.name)
    return Passed(path, suffix, size)


def _check_text(path: Path, suffix: str, head: bytes, size: int, limits: Limits) -> Passed:
    if size > limits.csv_bytes:
        raise FileProblem("IMP077", path.name, what="Ukuran berkas", found=_mib(size), limit=_mib(limits.csv_bytes))
    found = _name_of(head)
    if found not in {"teks biasa", "berkas yang tidak dikenal"}:
        raise FileProblem("IMP074", path.name, found=found, suffix=suffix)
    return Passed(path, suffix, size)
