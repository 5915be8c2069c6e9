"""How texts are read: the words of ``schema/pembacaan.yaml`` in the shapes in which intake asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from archrepo.declarations.resource import schema_document
from archrepo.names import clean, fold

ALWAYS_EMPTY = "selalu"
_LONGEST_EMPTY = 16


def longest_first(text: str) -> tuple[int, str]:
    """Return the key by which longer texts come first, and those of one length in alphabetical order."""
    return -len(text), text


def reading(section: str) -> Any:
    """Return a section of ``schema/pembacaan.yaml``."""
    return schema_document("pembacaan.yaml")[section]


@cache
def folded(section: str, key: str) -> frozenset[str]:
    """Return a list of words, folded."""
    return frozenset(fold(word) for word in reading(section)[key])


@cache
def written(section: str, key: str) -> frozenset[str]:
    """Return a list of words in lower case with their signs, for marks such as ``√`` that folding would lose."""
    return frozenset(clean(word).lower() for word in reading(section)[key])


@cache
def empty_words(kind: str) -> frozenset[str]:
    """Return how an unfilled cell looks in a column of that kind (teks, url, nama, integrasi_api, …), in lower case."""
    section = reading("nilai_kosong")
    own = section["per_jenis_kolom"].get(kind, {}).get("kosong", ())
    return frozenset(clean(word).lower() for word in (*section["selalu_kosong"], *own))


def is_empty(text: str, kind: str = ALWAYS_EMPTY) -> bool:
    """Whether a cleaned text is how a cell of that kind is left unfilled: ``-``, ``N/A``, ``0`` in a text column."""
    if len(text) > _LONGEST_EMPTY and text[0].isalnum():
        return False
    lowered = text.lower()
    return lowered in empty_words(kind) or not lowered.strip("-–—_.?/ :'\"=~*")


@cache
def integration_kinds() -> frozenset[str]:
    """Return the fields in which ``belum`` and ``tidak ada`` are answers, and 0 is none."""
    return frozenset(reading("nilai_kosong")["per_jenis_kolom"]["integrasi_api"]["kolom"])


@cache
def says_without_application(text: str) -> bool:
    """Whether a name cell says that the unit has no application: ``Nihil``, ``Belum memiliki aplikasi sendiri``."""
    section = reading("nilai_kosong")["per_jenis_kolom"]["nama"]
    bare = fold(text)
    for denial in map(fold, section["unit_tanpa_aplikasi"]):
        if bare == denial:
            return True
        if bare.startswith(f"{denial} "):
            return set(bare.removeprefix(denial).split()) <= set(section["boleh_menyusul"])
    return False


@cache
def unit_as_place(vocabulary: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the value that the name of a unit stands for in a vocabulary, and the words that may stand before it."""
    row = reading("tempat_unit").get(vocabulary)
    if row is None or not isinstance(row, dict):
        return None
    return row["nilai"], tuple(sorted(map(fold, row["awal"]), key=longest_first))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A value of a vocabulary known by words: every group has one in the text, and no refusing word is there."""

    value: str
    groups: tuple[re.Pattern[str], ...]
    refused: re.Pattern[str] | None

    def fits(self, text: str) -> bool:
        """Whether a folded text is of this value."""
        return all(group.search(text) for group in self.groups) and not (self.refused and self.refused.search(text))


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds one of the words, whole, in a folded text."""
    parts = sorted({fold(word) for word in words} - {""}, key=longest_first)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, parts)) + r")(?!\w)")


@cache
def patterns(vocabulary: str) -> tuple[Pattern, ...]:
    """Return the patterns of a vocabulary, in their order."""
    return tuple(
        Pattern(
            row["nilai"], tuple(map(any_word, row["semua"])), any_word(row["bukan"]) if row.get("bukan") else None
        )
        for row in reading("pola_nilai").get(vocabulary, ())
    )  # fmt: skip


@cache
def bare_words(vocabulary: str) -> Mapping[str, tuple[str, str]]:
    """Return the words too bare to decide, folded, with the value they become and the question for the unit."""
    return {
        fold(word): (row["nilai"], row["tanya"])
        for row in reading("kata_tidak_cukup")
        if row["kosakata"] == vocabulary
        for word in row["kata"]
    }


@cache
def joined_values(field: str) -> Mapping[str, Mapping[str, str | None]]:
    """Return written values that fill two fields, folded, with what each fills, for the column of that field."""
    return {
        fold(text): row["isi"] for row in reading("gabungan") if row["kolom"] == field for text in row["tulisan"]
    }  # fmt: skip


def yes_no_answers(field: str) -> Mapping[str, str]:
    """Return what ``ya`` and ``tidak`` mean in a column of that field; empty where they mean nothing there."""
    section = reading("jawaban_ya_tidak")
    return section[field] if isinstance(section.get(field), dict) else {}


@cache
def _refusing() -> re.Pattern[str]:
    return any_word(reading("kata_penolak")["kata"])


def refuses(text: str) -> bool:
    """Whether a folded text denies something, so that a value it merely holds is not its value."""
    return _refusing().search(text) is not None


@cache
def _region() -> re.Pattern[str]:
    words = "|".join(re.escape(fold(word)) for word in reading("akhiran_wilayah")["awal"])
    return re.compile(rf"(?<=\w)\s+(?:{words})(?:\s+\w+){{0,2}}$")


def without_region(text: str) -> str:
    """Return a folded text without the region at its end: ``server diskominfo kab tabanan`` → ``server diskominfo``."""
    return _region().sub("", text)


def begins_with(text: str, section: str, key: str) -> bool:
    """Whether a folded text is, or begins with, one of the words of a list."""
    return _beginning(section, key).match(text) is not None


@cache
def _beginning(section: str, key: str) -> re.Pattern[str]:
    words = sorted(folded(section, key) - {""}, key=longest_first)
    return re.compile("(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")
