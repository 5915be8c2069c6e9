"""Reads the cells of one column: personal data out, then the normaliser of its field; equal cells are read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from archrepo.declarations.kolom import CLEAR, Kolom, column, split_values, unguard_formula
from archrepo.declarations.kosakata import vocabularies
from archrepo.intake.bodies import is_post, named_after_nobody, names_nobody, unit_headed_by
from archrepo.intake.choices import ticked_choices
from archrepo.intake.claims import read_claim
from archrepo.intake.mapping import Use
from archrepo.intake.personal import REMOVED, is_personal_number, scrub, scrub_person
from archrepo.intake.problems import PROBLEMS
from archrepo.intake.quantities import unit_of_field, unit_of_title
from archrepo.intake.records import OWNER
from archrepo.intake.splitting import split_references
from archrepo.intake.unit_names import is_unit_name, is_user_group
from archrepo.intake.values import NOTHING, Cell, Outcome, Value, normalise, plain_text, yes_no
from archrepo.intake.wording import is_empty, written
from archrepo.names import fold

_NO_NAMES = frozenset({"nama", "singkatan", "url"})
_UNITS = frozenset({"pemilik", "pelapor", "pengguna"})
_NO_REFERENCES: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class CellReading(NamedTuple):
    """What one cell gave.

    Attributes:
        value: the value of the column's own field.
        is_simple: there is nothing but the value.
        outcome: the whole outcome.
        references: texts that name other elements, by the key of a record's references.
        removed: how many pieces of personal data were taken out.
        told: message and mend of the outcome's problem; the sentence is made once for all equal cells.
    """

    value: Value = None
    is_simple: bool = True
    outcome: Outcome = NOTHING
    references: Mapping[str, tuple[str, ...]] = _NO_REFERENCES
    removed: int = 0
    told: tuple[str, str] = ("", "")


class ColumnReader:
    """Reads cells of one mapped column; ``known`` holds what each distinct cell gave."""

    def __init__(self, use: Use, *, is_text_file: bool = False, is_own_export: bool = False) -> None:
        self.use = use
        self.field = use.column.field
        self.index = use.title.index
        self.known: dict[Cell, CellReading] = {}
        self._is_text_file = is_text_file
        self._is_own_export = is_own_export
        self._names = self.field not in _NO_NAMES
        self._is_unit = use.column.is_reference and "PerangkatDaerah" in use.column.targets and not is_own_export
        self._may_be_outside = use.column.is_reference and "InstansiLuar" in use.column.targets
        stated, own = unit_of_title(use.title.text), unit_of_field(use.column)
        self._title_unit = stated if own is not None and stated not in (None, own) else None

    def read(self, cell: Cell) -> CellReading:
        """Read a cell and remember it. 1, 1.0 and True are equal keys, and mean the same in every column."""
        shown = unguard_formula(cell) if self._is_text_file and isinstance(cell, str) else cell
        if isinstance(shown, str) and (ticked := ticked_choices(shown)) is not None:
            shown = ticked
        cleaned, removed = clean_cell(shown, names=self._names)
        reading = self.known[cell] = self._read(cleaned, removed)
        return reading

    def _read(self, cell: Cell, removed: int) -> CellReading:
        if cell is None:
            return CellReading(is_simple=False, removed=removed)
        if self.use.mark is not None:
            return _reading(self._ticked(cell), removed)
        if self.use.column.is_reference:
            return self._references(cell, removed)
        if self.field == "nama":
            return self._name(cell, removed)
        if self.field == "kepemilikan" and is_unit_name(plain_text(cell)):
            unit = plain_text(cell)
            return _reading(Outcome("daerah"), removed, {OWNER: (unit,)})
        if self.field == "klaim_integrasi" and isinstance(cell, str) and (partners := _partners_of("Aplikasi")):
            outcome, named = read_claim(plain_text(cell), partners)
            return _reading(outcome, removed, {partners.field: named} if named else {})
        if self._title_unit is not None and not any(sign.isalpha() for sign in plain_text(cell)):
            cell = f"{plain_text(cell)} {self._title_unit}"
        return _reading(normalise(cell, self.use.column), removed)

    def _name(self, cell: Cell, removed: int) -> CellReading:
        """Keep the line breaks of a name: it may be taken apart there."""
        outcome = normalise(cell, self.use.column)
        if isinstance(cell, str) and isinstance(outcome.value, str):
            return _reading(outcome, removed)._replace(value=cell)
        return _reading(outcome, removed)

    def _references(self, cell: Cell, removed: int) -> CellReading:
        shown = plain_text(cell)
        if shown.lower() == CLEAR:
            return _reading(Outcome(cleared=True), removed)
        if is_empty(shown) or shown == REMOVED:
            return _reading(NOTHING, removed)
        if self.use.column.kind in {"unit", "ref"}:
            texts: tuple[str, ...] = () if is_empty(shown, "teks") else (shown,)
        elif self._is_own_export:
            # What we wrote is parted as we join it: a name of ours may hold commas.
            texts = split_values(cell if isinstance(cell, str) else shown)
        else:
            texts = split_references(cell if isinstance(cell, str) else shown, self.use.column)
        if self.field == "terintegrasi_dengan":
            return self._partners(texts, removed)
        texts = tuple(text for text in texts if not is_empty(text, "teks"))
        if self._is_unit and any(map(is_post, texts)):
            return self._posts(shown, texts, removed)
        if self._may_be_outside and any(map(_names_nobody_certain, texts)):
            return self._without_nobody(shown, texts, removed)
        if self.field in _UNITS:
            return self._units(texts, removed)
        return _reading(NOTHING, removed, {self.field: texts} if texts else {})

    def _without_nobody(self, shown: str, texts: tuple[str, ...], removed: int) -> CellReading:
        """``Swakelola`` and ``Pihak ketiga`` name no organisation: kept as a note, but for the firm named beside."""
        named = [named_after_nobody(text) if _names_nobody_certain(text) else text for text in texts]
        others = tuple(text for text in named if text is not None)
        key = OWNER if self.field == "pemilik" else self.field
        return _reading(Outcome(note=shown), removed, {key: others} if others else {})

    def _posts(self, shown: str, texts: tuple[str, ...], removed: int) -> CellReading:
        """A post is no unit: it stays as a note, and the unit that it heads is the one meant."""
        named = [unit_headed_by(text) if is_post(text) else text for text in texts]
        units = tuple(text for text in named if text is not None)
        key = OWNER if self.field == "pemilik" else self.field
        return _reading(Outcome(note=shown), removed, {key: units} if units else {})

    def _partners(self, texts: tuple[str, ...], removed: int) -> CellReading:
        """``Tidak ada`` below Terintegrasi Dengan is an answer: the unit says that it exchanges with nothing."""
        answers = {text: yes_no(text, integration=True) for text in texts}
        named = tuple(text for text, answer in answers.items() if answer.code is not None)
        denied = not named and any(answer.value == "tidak" for answer in answers.values())
        outcome = Outcome(also={"klaim_integrasi": "tidak"}) if denied else NOTHING
        return _reading(outcome, removed, {self.field: named} if named else {})

    def _units(self, texts: tuple[str, ...], removed: int) -> CellReading:
        """Tell units from groups of users (Seluruh OPD) and from kinds of owner (Pusat), which name no unit."""
        groups = [text for text in texts if is_user_group(text)]
        others = tuple(text for text in texts if not is_user_group(text))
        also: dict[str, str] = {}
        note = "; ".join(texts) if groups else None
        if groups and (group := vocabularies()["kelompok_pengguna"].match(groups[0])):
            also["kelompok_pengguna"] = group
        if self.field == "pemilik" and others and (kind := vocabularies()["pemilik_aplikasi"].match(others[0])):
            also["kepemilikan"] = kind
            others = ()
        if self.field == "pengguna" and not self._is_own_export:
            # Words such as Pegawai or Guru are no units and stay as a note.
            units = tuple(text for text in others if is_unit_name(text))
            note = "; ".join(texts) if len(units) < len(texts) else None
            others = units
        key = OWNER if self.field == "pemilik" else self.field
        return _reading(Outcome(note=note, also=also), removed, {key: others} if others else {})

    def _ticked(self, cell: Cell) -> Outcome:
        """Read a tick below a title that is itself the value."""
        shown = plain_text(cell)
        if self.use.mark == "klaim_penempatan":
            answer = yes_no(cell)
            place = {"ya": "pusat_data_daerah", "tidak": "luar_tanpa_rincian"}.get(str(answer.value))
            return answer._replace(value=place)
        if shown.lower() in written("tanda_centang", "ya") or fold(shown) == "ya":
            return normalise(self.use.mark, self.use.column)
        return NOTHING if shown.lower() in written("tanda_centang", "tidak") else normalise(shown, self.use.column)


@cache
def _partners_of(kelas: str) -> Kolom | None:
    return column(kelas, "terintegrasi_dengan")


def _names_nobody_certain(text: str) -> bool:
    """Whether a text names nobody, or a firm only after a word that does; Pusat and Daerah tell kinds of owners."""
    if vocabularies()["pemilik_aplikasi"].match(text):
        return False
    return names_nobody(text) or named_after_nobody(text) is not None


def _reading(outcome: Outcome, removed: int, references: Mapping[str, tuple[str, ...]] = _NO_REFERENCES) -> CellReading:
    plain = outcome.code is None and outcome.note is None and not outcome.also and not outcome.cleared
    told = ("", "")
    if outcome.code:
        problem = PROBLEMS[outcome.code]
        told = problem.message(**outcome.slots), problem.advice(**outcome.slots)
    return CellReading(outcome.value, plain and not removed and not references, outcome, references, removed, told)


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
        self.known: dict[Cell, tuple[str, int]] = {}
        self._is_personal = is_personal

    def read(self, cell: Cell) -> tuple[str, int]:
        """Return the text to keep, and how many pieces of personal data were taken out of it."""
        kept = self.known[cell] = self._read(cell)
        return kept

    def _read(self, cell: Cell) -> tuple[str, int]:
        shown = plain_text(cell)
        if is_empty(shown):
            return "", 0
        if self._is_personal:
            return scrub_person(shown)
        cleaned, removed = clean_cell(cell)
        return plain_text(cleaned), removed
