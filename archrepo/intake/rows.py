"""Turns the rows of a mapped table into records: what a row is, whose it is, and what its cells say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archrepo.declarations.kolom import VERSION
from archrepo.declarations.kosakata import vocabularies
from archrepo.declarations.nasional import national_hosts, owner_hint
from archrepo.intake.cells import CellReading, ColumnReader, NoteReader
from archrepo.intake.form_hints import form_of
from archrepo.intake.mapping import ColumnMap
from archrepo.intake.records import OWNER, CellProblem, Record, SkippedRow, cell_problem
from archrepo.intake.row_kinds import DATA, REASONS, RowKind, RowSorter
from archrepo.intake.several_names import SeveralNames
from archrepo.intake.splitting import Named, split_names
from archrepo.intake.table import Table, Title
from archrepo.intake.unit_in_force import Unit, UnitColumn
from archrepo.intake.unit_names import is_unit_name, is_user_group, without_numbering
from archrepo.intake.values import Value, addresses_in, plain_text, url
from archrepo.intake.wording import is_empty, says_without_application
from archrepo.intake.workbook import Row
from archrepo.names import host_of, name_from_address

_SECTION_FIELDS = (("bentuk", "bentuk_aplikasi"), ("kepemilikan", "pemilik_aplikasi"), ("status", "status_aplikasi"))
_SECTION_NOTE = "Bagian"
_RESPONSIBLE = ("produsen", "unit_pelaksana_id")


@dataclass(slots=True)
class Gathered:
    """What the rows of a table gave."""

    records: list[Record] = field(default_factory=list)
    refused: list[CellProblem] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    units_without: dict[str, int] = field(default_factory=dict)
    removed: int = 0


@dataclass(slots=True)
class _Draft:
    """One row while it is read."""

    row: int
    values: dict[str, Value] = field(default_factory=dict)
    references: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    cleared: set[str] = field(default_factory=set)


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, table: Table, mapping: ColumnMap, unit: Unit | None, *, is_text_file: bool = False) -> None:
        self._table = table
        self._mapping = mapping
        self._unit = unit
        self._sorter = RowSorter(table, mapping)
        self._units = UnitColumn(table, mapping)
        readers = [
            ColumnReader(use, is_text_file=is_text_file, is_own_export=mapping.is_own_export)
            for use in mapping.uses
            if not use.column.computed and not (mapping.names and use.column.field == "nama")
        ]
        self._several = SeveralNames(mapping) if mapping.names else None
        # What the inner loop needs of a reader, looked up once.
        self._plan = [(reader.index, reader.known.get, reader, reader.field) for reader in readers]
        self._notes: list[tuple[Title, NoteReader]] = [
            (use.title, NoteReader(is_personal=use.column.kind == "pribadi"))
            for use in mapping.sides
            if use.column.kind != "abaikan"
        ] + [(title, NoteReader()) for title in mapping.unknown_titles]
        self._written_units: dict[str, Unit | None] = {}
        self._section_unit: str | None = None
        self._section_text = _section_above(table)
        self.gathered = Gathered()

    def read(self) -> Gathered:
        """Read every row, from the top down."""
        for position, row in self._table.filled_rows():
            kind = self._sorter.kind_of(position, row)
            if kind.kind == DATA:
                self._data(position, row)
            elif kind.kind == "bagian":
                self._section(position, kind)
            elif kind.kind in REASONS:
                self._skip(position, kind.kind)
        return self.gathered

    def _skip(self, position: int, kind: str, why: str | None = None) -> None:
        self.gathered.skipped.append(SkippedRow(self._table.row_number(position), why or REASONS[kind], kind))

    def _section(self, position: int, kind: RowKind) -> None:
        if kind.unit:
            self._section_unit, self._section_text = kind.unit, None
            self._skip(position, "bagian", f'bagian "{kind.unit}"')
        else:
            self._section_text = kind.text
            self._skip(position, "bagian", f'bagian "{kind.text}"')
        self._units.forget()

    def _data(self, position: int, row: Row) -> None:
        draft = _Draft(self._table.row_number(position))
        unit = self._unit_of(row)
        self._fill(draft, position, row)
        names = self._names(draft, position, row)
        if self._says_nothing(draft, names, unit, position):
            return
        if not names:
            self._refuse_or_continue(draft, row, position)
            return
        self._from_section(draft)
        self._from_address(draft, position)
        for record in self._records(draft, names, unit):
            self.gathered.records.append(record)

    def _unit_of(self, row: Row) -> Unit | None:
        written = self._units.read(row)
        if written:
            if written not in self._written_units:
                self._written_units[written] = None if is_user_group(written) else Unit(written, "kolom")
            if unit := self._written_units[written]:
                return unit
        if self._section_unit:
            return Unit(self._section_unit, "bagian")
        return self._unit

    # ---- cells

    def _fill(self, draft: _Draft, position: int, row: Row) -> None:
        width, values = len(row), draft.values
        for index, known, reader, name in self._plan:
            cell = row[index] if index < width else None
            if cell is None or cell == "":
                continue
            reading = known(cell) or reader.read(cell)
            if reading.value is not None:
                values[name] = reading.value
            if not reading.is_simple:
                self._take_rest(draft, reader, reading, position)
        for title, notes in self._notes:
            cell = row[title.index] if title.index < width else None
            if cell is None or cell == "":
                continue
            text, removed = notes.known.get(cell) or notes.read(cell)
            self.gathered.removed += removed
            if text:
                # Two columns may have one title; neither's text is lost.
                kept = draft.notes.get(title.text)
                draft.notes[title.text] = text if kept in (None, text) else f"{kept}; {text}"

    def _take_rest(self, draft: _Draft, reader: ColumnReader, reading: CellReading, position: int) -> None:
        name, outcome = reader.field, reading.outcome
        self.gathered.removed += reading.removed
        if reading.references:
            draft.references.update(reading.references)
        if outcome.cleared:
            draft.cleared.add(name)
        if outcome.also:
            for other, value in outcome.also.items():
                draft.values.setdefault(other, value)
        if outcome.note and name != "nama":
            draft.notes[reader.use.title.text] = outcome.note
        if outcome.code:
            row, letter = self._table.place(position, reader.use.title)
            place = (row, reader.use.title.text, letter, outcome.note)
            self.gathered.warnings.append(CellProblem(*place, outcome.code, *reading.told))

    def _warn(self, code: str, position: int, title: Title, value: str, **slots: object) -> None:
        row, letter = self._table.place(position, title)
        problem = cell_problem(code, row=row, column=title.text, letter=letter, value=value, **slots)
        self.gathered.warnings.append(problem)

    # ---- names

    def _names(self, draft: _Draft, position: int, row: Row) -> tuple[Named, ...]:
        if self._several is not None:
            names, removed = self._several.read(row)
            self.gathered.removed += removed
            if names:
                return names
        raw = draft.values.pop("nama", None)
        shown = plain_text(raw) if isinstance(raw, str) else ""
        if isinstance(raw, str) and not is_empty(shown, "teks") and not says_without_application(shown):
            has_kode = any(sign.isalpha() for sign in str(draft.values.get("kode", "")))
            # A kode says that the row is one element, whatever stands in its name.
            if self._mapping.kelas != "Aplikasi" or self._mapping.is_own_export or has_kode:
                return (Named(shown),)
            split = split_names(raw)
            if not split.is_certain:
                use = self._mapping.by_field["nama"]
                draft.notes.setdefault(use.title.text, shown)
                self._warn("IMP018", position, use.title, shown)
            return split.names
        host = host_of(str(draft.values["url"])) if "url" in draft.values else None
        if host and self._mapping.kelas == "Aplikasi":
            draft.values["nama_dari_host"] = True
            return (Named(name_from_address(str(draft.values["url"]))),)
        return self._name_from_references(draft)

    def _name_from_references(self, draft: _Draft) -> tuple[Named, ...]:
        """Name what has no name of its own, such as an Integrasi, after what it joins."""
        if self._mapping.kelas in {"", "Aplikasi"} or "nama" in self._mapping.by_field:
            return ()
        texts = [texts[0] for name, texts in draft.references.items() if texts and name.endswith("_id")]
        return (Named(" – ".join(texts)),) if texts else ()

    def _says_nothing(self, draft: _Draft, names: tuple[Named, ...], unit: Unit | None, position: int) -> bool:
        """Skip a row that names no application: the unit says that it has none, or the row is not filled in."""
        if names and names[0].name:
            return False
        use = self._mapping.by_field.get("nama")
        if use is not None and not names and says_without_application(self._name_cell(position, use.title)):
            self._skip(position, "tanpa_aplikasi", "unit menyatakan tidak memiliki aplikasi")
            if unit:
                self.gathered.units_without.setdefault(unit.name, self._table.row_number(position))
            return True
        stated = set(draft.values) - {"klaim_integrasi"} or draft.references.keys() - {OWNER, "pelapor"}
        if not stated and not draft.notes:
            self._skip(position, "tanpa_isian")
            return True
        return False

    def _name_cell(self, position: int, title: Title) -> str:
        row = self._table.rows[position]
        return plain_text(row[title.index]) if title.index < len(row) else ""

    def _refuse_or_continue(self, draft: _Draft, row: Row, position: int) -> None:
        filled = [cell for cell in row if cell not in (None, "")]
        named = (name for names in draft.references.values() for name in names)
        texts = [*draft.notes.values(), *(str(value) for value in draft.values.values()), *named]
        if len(filled) == 1 and self.gathered.records:
            last = self.gathered.records[-1]
            notes = {**last.notes, "Lanjutan": " ".join(filter(None, (last.notes.get("Lanjutan"), *texts)))}
            self.gathered.records[-1] = last._replace(notes=notes)
            self._skip(position, "lanjutan")
            return
        use = self._mapping.by_field.get("nama") or self._mapping.by_field.get("url")
        title = use.title if use else None
        self.gathered.refused.append(
            cell_problem(
                "IMP030", row=draft.row, column=title.text if title else None, letter=title.letter if title else None
            )
        )

    # ---- what else the row says

    def _from_section(self, draft: _Draft) -> None:
        if self._section_text is None or self._mapping.kelas != "Aplikasi":
            return
        text = self._section_text
        for name, vocabulary in _SECTION_FIELDS:
            value = vocabularies()[vocabulary].match(text)
            if value:
                if name not in self._mapping.by_field:
                    draft.values.setdefault(name, value)
                return
        draft.notes.setdefault(_SECTION_NOTE, text)

    def _from_address(self, draft: _Draft, position: int) -> None:
        """Doubt a kind that the owner of the address contradicts."""
        if self._mapping.kelas != "Aplikasi" or "url" not in draft.values:
            return
        address = str(draft.values["url"])
        use = self._mapping.by_field.get("jenis")
        shown = draft.notes.get(use.title.text) if use else None
        # Only the word that joins owner and kind is doubted; a plain Khusus is what the unit says.
        if use and shown and draft.values.get("jenis") == "khusus" and draft.values.get("kepemilikan") == "daerah":
            host = host_of(address) or ""
            if host in national_hosts() or owner_hint(host, None) not in (None, "daerah"):
                draft.values["jenis"] = shown
                del draft.values["kepemilikan"]
                self._warn("IMP022", position, use.title, shown, host=host)

    def _records(self, draft: _Draft, names: Sequence[Named], unit: Unit | None) -> Iterator[Record]:
        is_application = self._mapping.kelas == "Aplikasi"
        kode, raw = None, draft.values.pop("kode", None)
        if isinstance(raw, str | int | float):
            kode = str(raw) if any(letter.isalpha() for letter in str(raw)) or self._mapping.is_own_export else None
            if kode is None:
                draft.notes[self._mapping.by_field["kode"].title.text] = str(raw)
        based_on = draft.values.pop(VERSION, None)
        if unit is None and is_application and draft.references.get(OWNER):
            unit = Unit(draft.references[OWNER][0], "kolom")
        if not is_application and OWNER not in draft.references:
            responsible = _responsible(draft.references)
            unit = unit or responsible
            if own := responsible or (unit if unit and unit.origin == "kolom" else None):
                draft.references[OWNER] = (own.name,)
        addresses = self._addresses(draft, names)
        several = sum(not named.is_bare for named in names) > 1
        for position, named in enumerate(names):
            values: dict[str, Value] = {"nama": named.name}
            if not named.is_bare:
                values = self._shared(draft, names, addresses, position)
            for name, said in named.says:
                values.setdefault(name, said)
            if is_application and "bentuk" not in values and (form := form_of(named.name, _text(values.get("url")))):
                values["bentuk"] = form
            yield Record(
                row=draft.row,
                kelas=self._mapping.kelas,
                values=values,
                references=draft.references if named.part_of is None else _as_part(draft.references, named),
                unit=unit.name if unit else None,
                unit_origin=unit.origin if unit else None,
                notes={} if named.is_bare else draft.notes,
                kode=None if named.is_bare or several else kode,
                cleared=frozenset(draft.cleared),
                based_on=int(based_on) if isinstance(based_on, int | float) else None,
            )

    def _addresses(self, draft: _Draft, names: Sequence[Named]) -> list[Value]:
        """Return the addresses of several names, where there are as many: then none of them was left out."""
        use = self._mapping.by_field.get("url")
        if use is None or len(names) == 1:
            return []
        found = addresses_in(draft.notes.get(use.title.text, ""))
        if len(found) != len(names):
            return []
        warnings = self.gathered.warnings
        warnings[:] = [row for row in warnings if (row.code, row.row) != ("IMP013", draft.row)]
        draft.notes.pop(use.title.text)
        return [url(address).value for address in found]

    def _shared(
        self, draft: _Draft, names: Sequence[Named], addresses: Sequence[Value], position: int
    ) -> dict[str, Value]:
        """Return the values of one of several names: addresses go with the names only where there are as many."""
        values: dict[str, Value] = {"nama": names[position].name, **draft.values}
        if sum(not named.is_bare for named in names) == 1:
            return values
        first = values.pop("url", None)
        use = self._mapping.by_field.get("url")
        if addresses:
            values["url"] = addresses[position]
        elif first is not None and use is not None:
            draft.notes.setdefault(use.title.text, str(first))
        return values


def _section_above(table: Table) -> str | None:
    """Return the section that stands above the header, as where a sheet has a table for each: ``A. APLIKASI PUSAT``."""
    for row in reversed(table.before[-3:]):
        texts = {plain_text(cell) for cell in row} - {""}
        if len(texts) > 1:
            return None
        for text in texts:
            bare = without_numbering(text)
            return bare if any(vocabularies()[name].match(bare) for _, name in _SECTION_FIELDS) else None
    return None


def _responsible(references: Mapping[str, tuple[str, ...]]) -> Unit | None:
    """Return the unit that produces a data set or carries out a service: it is responsible where no owner is named."""
    texts = (text for name in _RESPONSIBLE for text in references.get(name, ()))
    return next((Unit(text, "kolom") for text in texts if is_unit_name(text)), None)


def _as_part(references: Mapping[str, tuple[str, ...]], named: Named) -> Mapping[str, tuple[str, ...]]:
    return {**references, "induk": (named.part_of or "",)}


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None
