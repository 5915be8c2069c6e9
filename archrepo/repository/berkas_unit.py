"""Reads a unit file: the regency and its units, as the officer of Diskominfo can write and correct it (YAML)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archrepo.declarations.resource import parse_yaml
from archrepo.errors import DeclarationError, InputError, Place
from archrepo.names import clean
from archrepo.repository.acuan import KEYAKINAN

SCHEMA = "perangkat-daerah/1"

_MEND = "Bandingkan dengan contoh berkas unit di dokumentasi, lalu perbaiki bagian itu."


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit of the file; ``key`` is its id there, ``parent`` the id of the unit above it."""

    key: str
    nama: str
    singkatan: str | None = None
    tipe: str | None = None
    alias: tuple[str, ...] = ()
    parent: str | None = None
    urusan: tuple[tuple[str, str | None], ...] = ()
    keyakinan: str | None = None
    is_walidata: bool = False


@dataclass(frozen=True, slots=True)
class UnitFile:
    """What a unit file of that name says. ``ambiguous`` gives for a name the ids it may mean, likeliest first."""

    file: str
    instansi: str | None
    domain: str | None
    kode_wilayah: str | None
    units: tuple[UnitRow, ...]
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...]
    outside: tuple[tuple[str, str | None, str | None], ...]


def read_unit_file(path: Path) -> UnitFile:
    """Read a unit file.

    Raises:
        InputError: it is missing, unreadable, or not such a file; a unit lacks its name, or names an unknown one.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError("Berkas tidak ditemukan", mend="Periksa nama dan letaknya.", where=_place(path)) from None
    except (OSError, UnicodeDecodeError):
        mend = "Pastikan berkasnya teks YAML (UTF-8) dan boleh dibaca."
        raise InputError("Berkas tidak dapat dibaca", mend=mend, where=_place(path)) from None
    try:
        document = parse_yaml(text, path.name)
    except DeclarationError as error:
        raise InputError(error.message, mend=error.mend, where=error.where) from None
    if document.get("schema") != SCHEMA:
        raise InputError(f'Berkas ini bukan berkas unit ("schema: {SCHEMA}")', mend=_MEND, where=_place(path))
    try:
        found = _unit_file(document, path.name)
    except (KeyError, TypeError, AttributeError):
        message = "Ada bagian berkas unit yang susunannya tidak dikenali"
        raise InputError(message, mend=_MEND, where=_place(path)) from None
    _check_references(found, path)
    return found


def _place(path: Path) -> Place:
    return Place(file=path.name)


def _unit_file(document: Mapping[str, Any], file: str) -> UnitFile:
    region = document.get("daerah") or {}
    return UnitFile(
        file=file,
        instansi=region.get("nama"),
        domain=region.get("domain"),
        kode_wilayah=region.get("kode_kemendagri"),
        units=tuple(_units(document)),
        ambiguous=tuple(_ambiguous(document)),
        outside=tuple(
            (clean(row["nama"]), row.get("jenis"), KEYAKINAN.get(row.get("confidence", "")))
            for row in document.get("bukan_perangkat_daerah") or ()
        ),
    )


def _units(document: Mapping[str, Any]) -> Iterator[UnitRow]:
    for row in document["perangkat_daerah"]:
        yield _unit(row)
    parts = document.get("bagian_setda")
    if parts:
        for row in parts["daftar"]:
            shared = {"tipe": "bagian", "induk": parts["induk"], "confidence": parts.get("confidence", "")}
            yield _unit({**shared, **row})


def _unit(row: Mapping[str, Any]) -> UnitRow:
    doubts = row.get("urusan_confidence") or {}
    return UnitRow(
        key=str(row["id"]),
        nama=clean(row["nama"]),
        singkatan=row.get("singkatan"),
        tipe=row.get("tipe"),
        alias=tuple(row.get("alias") or ()),
        parent=None if row.get("induk") is None else str(row["induk"]),
        urusan=tuple((str(kode), KEYAKINAN.get(doubts.get(kode, ""))) for kode in row.get("urusan") or ()),
        keyakinan=KEYAKINAN.get(row.get("confidence", "")),
        is_walidata="wali_data" in (row.get("peran") or ()),
    )


def _ambiguous(document: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in (document.get("alias_ambigu") or {}).get("daftar") or ():
        for name in (row["alias"], *(row.get("juga") or ())):
            yield clean(name), tuple(str(key) for key in row["mungkin"])


def _check_references(found: UnitFile, path: Path) -> None:
    keys = [unit.key for unit in found.units]
    known = set(keys)
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise InputError(f'Unit "{twice}" tertulis dua kali', mend="Hapus salah satunya.", where=_place(path))
    named = [unit.parent for unit in found.units if unit.parent is not None]
    named += [key for _, means in found.ambiguous for key in means]
    unknown = next((key for key in named if key not in known), None)
    if unknown is not None:
        mend = "Tulis id unit yang ada dalam berkas yang sama."
        raise InputError(f'Unit "{unknown}" disebut, tetapi tidak ada dalam berkas', mend=mend, where=_place(path))
