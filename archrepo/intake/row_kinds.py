"""What a row below the header is: data, or a section, total, note, numbering, signature or repeated header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from archrepo.declarations.kosakata import vocabularies
from archrepo.intake.header import is_numbering
from archrepo.intake.mapping import ColumnMap
from archrepo.intake.table import Table
from archrepo.intake.titles import clean_title
from archrepo.intake.unit_names import is_unit_name, trimmed, without_numbering
from archrepo.intake.values import plain_text
from archrepo.intake.wording import begins_with, folded, is_empty
from archrepo.intake.workbook import Row
from archrepo.names import fold, host_of

_COUNTER = re.compile(r"^\d{1,5}[.)]?$")
_LETTERED = re.compile(r"^\(?(?:[IVXLC]{1,6}|[A-Z])[.)]?$")
_PLACE_AND_DATE = re.compile(r"^[\w .]{3,40},\s*(?:\d{1,2}|\.{2,}|_{2,}|…)?\s*\w*\s*(?:19|20)?\d{0,4}\s*$")
_OFFICIAL = re.compile(r"\bNIP\b|\bpembina\b|\bttd\b|_{5,}|\.{8,}", re.IGNORECASE)

DATA = "data"
BLANK = "kosong"

REASONS = {
    "nomor": "baris nomor kolom",
    "judul": "judul kolom yang diulang",
    "jumlah": "baris jumlah",
    "catatan": "catatan di bawah tabel",
    "tanda_tangan": "blok tanda tangan",
    "contoh": "baris contoh isian",
    "sudah_tercatat": "tidak bertanda perlu diperbaiki; sudah tercatat dari berkas aslinya",
    "tanpa_isian": "baris tanpa isian",
    "lanjutan": "lanjutan isi baris di atasnya; disimpan sebagai catatan",
}


@cache
def _letters_of_totals() -> frozenset[str]:
    """Return the letters with which the words of a total begin: a quick look before the search for them."""
    return frozenset(word[0] for word in folded("baris_bukan_data", "jumlah"))


@dataclass(frozen=True, slots=True)
class RowKind:
    """The kind of a row; a section carries its text, and the unit where it names one."""

    kind: str
    text: str = ""
    unit: str | None = None


_DATA = RowKind(DATA)
_BLANK = RowKind(BLANK)


class RowSorter:
    """Tells the kind of each row of one table, from the top down: below a signature nothing is data any more."""

    def __init__(self, table: Table, mapping: ColumnMap) -> None:
        self._titles = {title.index: fold(title.sub or title.text) for title in table.titles}
        by_field = {use.column.field: use.title.index for use in (*mapping.sides, *mapping.uses)}
        self._name = by_field.get("nama")
        self._host = by_field.get("url")
        self._unit = by_field.get("pelapor", by_field.get("pemilik"))
        self._counter = by_field.get("nomor_urut")
        self._key = self._name if self._name is not None else self._host
        own = [title.sub or title.text for title in table.titles if title.index == self._key]
        self._key_titles = {text.strip().lower() for text in own} | {clean_title(text).lower() for text in own}
        self._is_form = table.is_form
        self._ended = False
        self._noted = False
        self._merged_rows = _merged_across(table)

    def kind_of(self, position: int, row: Row) -> RowKind:
        """Return the kind of the next row."""
        if self._is_plain_data(row):
            return _DATA
        filled = [index for index, cell in enumerate(row) if cell is not None and cell != "" and not _is_blank(cell)]
        if not filled:
            return _BLANK
        if self._is_form:
            return _DATA
        texts = [plain_text(row[index]) for index in filled]
        return self._special(position, row, filled, texts) or _DATA

    def _is_plain_data(self, row: Row) -> bool:
        """Whether a row is so clearly data that nothing else need be asked: most rows are."""
        key = self._key
        if key is None or self._ended or key >= len(row) or len(row) - row.count("") - row.count(None) < 4:
            return False
        text = row[key]
        if not isinstance(text, str) or len(text) < 4 or not text.strip():
            return False
        if text.lstrip()[:1].lower() in _letters_of_totals() and begins_with(fold(text), "baris_bukan_data", "jumlah"):
            return False
        first = row[0] if key else text
        counted = isinstance(first, int | float) or first in (None, "")
        return (counted or key == 0) and text.strip().lower() not in self._key_titles

    def _special(self, position: int, row: Row, filled: Sequence[int], texts: Sequence[str]) -> RowKind | None:
        if is_numbering(row):
            return RowKind("nomor")
        if self._is_repeated_header(row, filled):
            return RowKind("judul")
        words = [
            text
            for index, text in zip(filled, texts, strict=True)
            if index != self._counter or not _COUNTER.match(text)
        ]
        first = fold(words[0]) if words else ""
        numbered = self._counter in filled and _COUNTER.match(plain_text(row[self._counter or 0])) is not None
        if not numbered and begins_with(first, "baris_bukan_data", "contoh") and self._says_example(words):
            return RowKind("contoh")
        if not numbered and self._is_total(first, words):
            return RowKind("jumlah")
        sparse = len(set(texts)) <= 3
        if sparse and not numbered and self._is_signature(texts, first):
            self._ended = True
            return RowKind("tanda_tangan")
        if self._ended and sparse and not numbered:
            return RowKind("tanda_tangan")
        if self._noted and len(set(words)) == 1 and not numbered and not is_unit_name(without_numbering(words[0])):
            return RowKind("catatan")
        if sparse and not numbered and (section := self._section(position, filled, texts)):
            return section
        if len(set(words)) == 1 and not numbered and self._is_note(filled, words[0]):
            self._noted = True
            return RowKind("catatan")
        return None

    def _says_example(self, words: Sequence[str]) -> bool:
        first = fold(words[0])
        return first in {"contoh", "contoh pengisian", "contoh isian"} or words[0].lower().startswith(
            ("contoh:", "contoh :")
        )

    def _is_repeated_header(self, row: Row, filled: Sequence[int]) -> bool:
        titled = [index for index in filled if index in self._titles]
        same = sum(fold(clean_title(row[index])) == self._titles[index] for index in titled)
        return len(titled) >= 2 and same >= 0.6 * len(filled)

    def _is_total(self, first: str, words: Sequence[str]) -> bool:
        if not begins_with(first, "baris_bukan_data", "jumlah"):
            return False
        # "Total Quality Monitoring" is a name: a total has nothing beside its word but numbers.
        rest = [word for word in words[1:] if not word.replace(".", "").replace(",", "").isdigit()]
        return len(first.split()) <= 6 and len(rest) <= 1

    def _is_signature(self, texts: Sequence[str], first: str) -> bool:
        joined = " ".join(texts)
        if _OFFICIAL.search(joined) and len(joined) < 120:
            return True
        if (
            any(_PLACE_AND_DATE.match(text) and any(sign.isdigit() for sign in text) for text in texts)
            and len(set(texts)) == 1
        ):
            return True
        if not begins_with(first, "baris_bukan_data", "tanda_tangan") or len(set(texts)) > 2:
            return False
        return not (self._unit is not None and is_unit_name(texts[0]))

    def _is_note(self, filled: Sequence[int], text: str) -> bool:
        folded = fold(text)
        if text.startswith(("*", "#")) or begins_with(folded, "baris_bukan_data", "catatan"):
            return True
        # A lone long text outside the name column, below or beside the table.
        return filled[0] not in (self._name, self._host, self._unit) and len(text.split()) >= 8

    def _section(self, position: int, filled: Sequence[int], texts: Sequence[str]) -> RowKind | None:
        """Read a row that heads the rows below it: one text, perhaps with a letter or a roman number before it."""
        marked = len(filled) >= 2 and _LETTERED.match(texts[0]) is not None
        own = texts[1:] if marked else texts
        if len(set(own)) != 1 or is_empty(own[0]) or host_of(own[0]):
            return None
        text = without_numbering(own[0])
        has_number = marked or text != own[0]
        column = filled[1] if marked else filled[0]
        if column == self._unit and not has_number and position not in self._merged_rows:
            return RowKind("bagian", text, trimmed(text))
        if is_unit_name(text):
            return RowKind("bagian", text, trimmed(text))
        across = position in self._merged_rows
        known = any(
            fold(text) in vocabularies()[name].index
            for name in ("bentuk_aplikasi", "pemilik_aplikasi", "status_aplikasi")
        )
        if has_number or across or (known and column != self._name):
            return None if self._looks_like_note(own[0]) else RowKind("bagian", text)
        return None

    def _looks_like_note(self, text: str) -> bool:
        return begins_with(fold(text), "baris_bukan_data", "catatan") or len(text.split()) > 14


def _is_blank(cell: object) -> bool:
    return isinstance(cell, str) and not cell.strip(" \t\r\n\u00a0\u200b\ufeff")


def _merged_across(table: Table) -> frozenset[int]:
    """Return the rows below the header in which one cell spans at least three columns."""
    return frozenset(
        merged.top - table.first_index
        for merged in table.sheet.merged
        if merged.right - merged.left >= 2 and merged.top == merged.bottom and merged.top >= table.first_index
    )
