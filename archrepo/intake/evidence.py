"""What the values of a column say of its kind: the share of filled cells that are years, addresses, units, words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from archrepo.declarations.kolom import Kolom
from archrepo.declarations.kosakata import Kosakata, vocabularies
from archrepo.intake.quantities import unit_of_field
from archrepo.intake.unit_names import is_unit_name, is_user_group
from archrepo.intake.values import amount, day, match_word, number, plain_text, url, year, yes_no
from archrepo.intake.wording import bare_words, folded, is_empty, joined_values, written, yes_no_answers
from archrepo.names import fold

SAMPLE = 200
"""So many filled cells of a column are looked at."""


class Evidence:
    """The filled cells of a column, as texts."""

    def __init__(self, values: Sequence[object]) -> None:
        texts = (plain_text(value) for value in values[: 4 * SAMPLE])  # type: ignore[arg-type]
        self.texts = [text for text in texts if not is_empty(text)][:SAMPLE]

    @property
    def count(self) -> int:
        """How many filled cells there are."""
        return len(self.texts)

    @cached_property
    def distinct(self) -> int:
        """How many different texts there are."""
        return len(set(self.texts))

    @cached_property
    def is_numbering(self) -> bool:
        """Whether the cells count on from the first: 1, 2, 3 … with no number twice."""
        numbers = [int(text) for text in self.texts if text.isdecimal()]
        return bool(numbers) and len(numbers) == self.count and numbers == sorted(set(numbers)) and numbers[0] <= 1

    @cached_property
    def commonest(self) -> float:
        """The share of the text that stands most often."""
        return Counter(self.texts).most_common(1)[0][1] / len(self.texts) if self.texts else 0.0

    def share(self, holds: Callable[[str], bool]) -> float:
        """Return the share of cells for which something holds; 0 where there are none."""
        if not self.texts:
            return 0.0
        verdicts = {text: holds(text) for text in set(self.texts)}
        return sum(verdicts[text] for text in self.texts) / len(self.texts)


def _is_word_of(vocabulary: Kosakata, *, is_strict: bool) -> Callable[[str], bool]:
    bare = bare_words(vocabulary.id)

    def holds(text: str) -> bool:
        folded = fold(text)
        if folded in vocabulary.index or folded in bare:
            return True
        return not is_strict and len(folded) <= 60 and match_word(folded, vocabulary) is not None

    return holds


def _is_application_name(text: str) -> bool:
    return yes_no(text, integration=True).value is None and not text.isdigit()


def _is_plain_answer(text: str) -> bool:
    answer = yes_no(text)
    return answer.value is not None and answer.note is None


_KINDS: Mapping[str, Callable[[str], bool]] = {
    "tahun": lambda text: len(text) <= 40 and year(text).value is not None,
    "url": lambda text: url(text).value is not None,
    "ya_tidak": lambda text: len(text) <= 60 and yes_no(text).value is not None,
    "angka": lambda text: isinstance(number(text).value, int | float),
    "tanggal": lambda text: day(text).value is not None,
    "unit": is_unit_name,
    "kelompok_pengguna": is_user_group,
    "nama_aplikasi": _is_application_name,
    "kalimat": lambda text: len(text.split()) >= 3,
    "gabungan": lambda text: fold(text) in joined_values("jenis"),
    "kondisi_barang": lambda text: fold(text) in folded("kondisi_barang", "kata"),
    "teks_nama": lambda text: not text.replace(".", "").isdigit() and url(text).value is None,
}


def share_of(kind: str, evidence: Evidence, *, is_strict: bool = False) -> float:
    """Return the share of cells of a kind: one of those above, a vocabulary, or ``sama`` (one value for all).

    ``is_strict`` counts the declared spellings of a vocabulary only, and plain answers of yes and no.
    """
    if kind == "sama":
        return 1.0 if evidence.count >= 5 and evidence.distinct == 1 else 0.0
    if kind == "ya_tidak" and is_strict:
        return evidence.share(_is_plain_answer)
    if kind in _KINDS:
        return evidence.share(_KINDS[kind])
    vocabulary = vocabularies().get(kind)
    return evidence.share(_is_word_of(vocabulary, is_strict=is_strict)) if vocabulary else 0.0


_OF_COLUMN = {"bilangan": "angka", "uang": "angka", "unit": "unit", "unit_banyak": "unit"}


def share_of_kind(column: Kolom, evidence: Evidence) -> float | None:
    """Return how many cells are of the column's kind, or None where nothing can be said: no cells, or free text."""
    if not evidence.count:
        return None
    if column.kind == "enum":
        return _share_of_words(column, evidence) if column.vocabulary else None
    if column.field == "nama":
        # A column that says the same in most rows (Software Aplikasi, …) names a kind of thing, not the things.
        is_kind = evidence.commonest >= 0.5 and (evidence.count >= 4 or (evidence.count > 1 and evidence.distinct == 1))
        return share_of("teks_nama", evidence) * (0.3 if is_kind else 1.0)
    if column.field == "pengguna":
        return max(share_of("unit", evidence), share_of("kelompok_pengguna", evidence))
    if (unit := unit_of_field(column)) is not None:
        return evidence.share(lambda text: amount(text, unit).code is None)
    if column.kind in {"tahun", "url", "ya_tidak", "tanggal"} or column.kind in _OF_COLUMN:
        return share_of(_OF_COLUMN.get(column.kind, column.kind), evidence)
    return None


def _share_of_words(column: Kolom, evidence: Evidence) -> float:
    """Return how many cells are words of the column's vocabulary, or the yes and no that stand for such words."""
    words = share_of(column.vocabulary or "", evidence)
    if words >= 0.6 or not yes_no_answers(column.field):
        return words
    return max(words, share_of("ya_tidak", evidence))


def is_mark(cell: object, *meanings: str) -> bool:
    """Whether a cell is a tick (``ya``), or a cross or a dash (``tidak``)."""
    shown = plain_text(cell).lower()  # type: ignore[arg-type]
    return any(shown in written("tanda_centang", meaning) for meaning in meanings)


def marks_share(values: Iterable[object]) -> float:
    """Return the share of filled cells that hold a tick, a cross or a dash."""
    verdicts = [is_mark(value, "ya", "tidak") for value in values if value not in (None, "")]
    return sum(verdicts) / len(verdicts) if verdicts else 0.0
