"""Reads the cells of one column: personal data out, then the normaliser of its field; equal cells are read once."""

from __future__ import annotations

from dataclasses import dataclass

from archrepo.declarations.kolom import CLEAR, unguard_formula
from archrepo.intake.mapping import Use
from archrepo.intake.personal import REMOVED, is_personal_number, scrub, scrub_person
from archrepo.intake.splitting import split_references
from archrepo.intake.values import NOTHING, Cell, Outcome, normalise, plain_text, yes_no
from archrepo.intake.wording import is_empty, written
from archrepo.names import fold

_NO_NAMES = frozenset({"nama", "singkatan", "url"})


@dataclass(frozen=True, slots=True)
class CellReading:
    """What one cell gave: its outcome, the texts of a reference column, and how many pieces of personal data went."""

    outcome: Outcome = NOTHING
    texts: tuple[str, ...] = ()
    removed: int = 0


_EMPTY = CellReading()


class ColumnReader:
    """Reads cells of one mapped column."""

    def __init__(self, use: Use, *, is_text_file: bool = False) -> None:
        self.use = use
        self.field = use.column.field
        self._is_text_file = is_text_file
        self._known: dict[Cell, CellReading] = {None: _EMPTY, "": _EMPTY}

    def read(self, cell: Cell) -> CellReading:
        """Return what a cell says. 1, 1.0 and True are equal keys, and mean the same in every column."""
        known = self._known.get(cell)
        if known is None:
            known = self._known[cell] = self._read(cell)
        return known

    def _read(self, cell: Cell) -> CellReading:
        if isinstance(cell, str) and self._is_text_file:
            cell = unguard_formula(cell)
        cell, removed = clean_cell(cell, names=self.field not in _NO_NAMES)
        if cell is None:
            return CellReading(removed=removed)
        if self.use.mark is not None:
            return CellReading(self._ticked(cell), removed=removed)
        column = self.use.column
        if column.is_reference:
            return self._references(cell, removed)
        return CellReading(normalise(cell, column), removed=removed)

    def _references(self, cell: Cell, removed: int) -> CellReading:
        shown = plain_text(cell)
        if shown.lower() == CLEAR:
            return CellReading(Outcome(cleared=True))
        if is_empty(shown) or shown == REMOVED:
            return CellReading(removed=removed)
        if self.use.column.kind in {"unit", "ref"}:
            return CellReading(texts=() if is_empty(shown, "teks") else (shown,), removed=removed)
        texts = split_references(cell if isinstance(cell, str) else shown, self.use.column)
        if self.field == "terintegrasi_dengan":
            return self._partners(texts, removed)
        return CellReading(texts=tuple(text for text in texts if not is_empty(text, "teks")), removed=removed)

    def _partners(self, texts: tuple[str, ...], removed: int) -> CellReading:
        """``Tidak ada`` below Terintegrasi Dengan is an answer: the unit says that it exchanges with nothing."""
        answers = {text: yes_no(text, integration=True) for text in texts}
        named = tuple(text for text, answer in answers.items() if answer.code is not None and text != "0")
        denied = not named and any(answer.value == "tidak" for answer in answers.values())
        outcome = Outcome(also={"klaim_integrasi": "tidak"}) if denied else NOTHING
        return CellReading(outcome, named, removed)

    def _ticked(self, cell: Cell) -> Outcome:
        """Read a tick below a title that is itself the value."""
        shown = plain_text(cell)
        if self.use.mark == "klaim_penempatan":
            answer = yes_no(cell)
            place = {"ya": "pusat_data_daerah", "tidak": "luar_tanpa_rincian"}.get(str(answer.value))
            return Outcome(place, code=None if place or not answer.code else answer.code, slots=answer.slots, note=answer.note)
        if shown.lower() in written("tanda_centang", "ya") or fold(shown) == "ya":
            return normalise(self.use.mark, self.use.column)
        return NOTHING if shown.lower() in written("tanda_centang", "tidak") else normalise(shown, self.use.column)


def clean_cell(cell: Cell, *, names: bool = True) -> tuple[Cell, int]:
    """Return a cell without personal data; a cell that held nothing else becomes None. The number is of what went."""
    if isinstance(cell, str):
        text, removed = scrub(cell, names=names)
        if not removed:
            return cell, 0
        return (None if text == REMOVED else text), removed
    if isinstance(cell, int | float) and not isinstance(cell, bool) and is_personal_number(cell):
        return None, 1
    return cell, 0


class NoteReader:
    """Reads cells of a column that fills no field, for the notes of the element."""

    def __init__(self, *, is_personal: bool = False) -> None:
        self._is_personal = is_personal
        self._known: dict[Cell, tuple[str, int]] = {None: ("", 0), "": ("", 0)}

    def read(self, cell: Cell) -> tuple[str, int]:
        """Return the text to keep, and how many pieces of personal data were taken out of it."""
        known = self._known.get(cell)
        if known is None:
            known = self._known[cell] = self._read(cell)
        return known

    def _read(self, cell: Cell) -> tuple[str, int]:
        shown = plain_text(cell)
        if is_empty(shown):
            return "", 0
        if self._is_personal:
            return scrub_person(shown)
        cleaned, removed = clean_cell(cell)
        return plain_text(cleaned), removed
