"""What checks read from ``schema/pemeriksaan.yaml``: thresholds, word lists, severities, the regency's own rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from archrepo.checks.finding import SEVERITIES, Basis, Severity
from archrepo.declarations.resource import schema_document
from archrepo.errors import DeclarationError, Place

FILE = "pemeriksaan.yaml"


def _document() -> Mapping[str, Any]:
    return schema_document(FILE)


def _missing(what: str) -> DeclarationError:
    return DeclarationError(
        f'"{what}" tidak ada', mend=f"Tambahkan ke schema/{FILE}.", where=Place(file=f"schema/{FILE}")
    )


@cache
def limit(name: str) -> int:
    """Return a threshold by its name under ``batas``.

    Raises:
        DeclarationError: it is not declared.
    """
    try:
        return int(_document()["batas"][name]["nilai"])
    except KeyError:
        raise _missing(f"batas.{name}") from None


@cache
def words(name: str) -> frozenset[str]:
    """Return a declared list of words.

    Raises:
        DeclarationError: it is not declared.
    """
    try:
        return frozenset(str(word) for word in _document()[name]["nilai"])
    except KeyError:
        raise _missing(name) from None


@cache
def asking_columns(fact: str) -> frozenset[str]:
    """Return the columns that ask for a fact; a source with none of them never asked for it."""
    try:
        return frozenset(_document()["kolom_yang_menanyakan"]["daftar"][fact]["kolom"])
    except KeyError:
        raise _missing(f"kolom_yang_menanyakan.{fact}") from None


@cache
def fact_label(fact: str) -> str:
    """Return the words for a fact that a source may ask for."""
    return str(_document()["kolom_yang_menanyakan"]["daftar"][fact]["label"])


@cache
def path_severities() -> Mapping[str, Severity]:
    """Return the severity of an exchange past the SPL by its jalur."""
    found: dict[str, Severity] = {}
    for path, word in _document()["jalur_di_luar_spl"]["daftar"].items():
        found[path] = _severity(word, f"jalur_di_luar_spl.{path}")
    return found


@cache
def severity_changes() -> Mapping[str, Severity]:
    """Return the severities that the regency gives to codes instead of the rules' own."""
    return {str(code): _severity(word, f"keparahan.{code}") for code, word in _document()["keparahan"].items()}


def _severity(word: object, where: str) -> Severity:
    for severity in SEVERITIES:
        if word == severity:
            return severity
    raise DeclarationError(
        f'{where}: "{word}" bukan keparahan',
        mend=f"Pilih salah satu: {', '.join(SEVERITIES)}.",
        where=Place(file=f"schema/{FILE}"),
    )


@dataclass(frozen=True, slots=True)
class LayananIndeks:
    """One of the named services of the index: its indicator, its name, and the words by which it is known."""

    indikator: int
    nama: str
    kata: tuple[str, ...]


@cache
def index_services() -> tuple[LayananIndeks, ...]:
    """Return the named services of the index, in the order of their indicators."""
    rows = _document()["layanan_indeks"]["daftar"]
    return tuple(LayananIndeks(int(number), row["nama"], tuple(row["kata"])) for number, row in sorted(rows.items()))


@cache
def support_table() -> tuple[tuple[str, Mapping[str, date]], ...]:
    """Return each spelling of a product with its versions and the days their support ended, longest spelling first."""
    rows = _document()["dukungan_berakhir"]["daftar"].values()
    spelled = [(str(text), row["versi"]) for row in rows for text in row["tulisan"]]
    return tuple(sorted(spelled, key=lambda row: -len(row[0])))


@cache
def own_rule_names() -> tuple[str, ...]:
    """Return the subjects on which a regency may have a rule of its own."""
    return tuple(_document()["dasar_daerah"])


@cache
def own_rule(name: str) -> Basis | None:
    """Return the regency's own rule of that subject, or None while it is not filled in."""
    try:
        row = _document()["dasar_daerah"][name]
    except KeyError:
        raise _missing(f"dasar_daerah.{name}") from None
    return Basis(str(row["aturan"]), row.get("pasal"), "high") if row.get("aturan") else None
