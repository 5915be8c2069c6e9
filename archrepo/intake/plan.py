"""Turns what was read into what will be written: which element each row is about, and what changes for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from archrepo.declarations.kolom import column, split_values
from archrepo.declarations.metamodel import classes, kelas
from archrepo.intake.directory import Directory, near_text
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.identity import Key, RowIdentity, identify
from archrepo.intake.outcome import (
    ElementCounts,
    FileOutcome,
    ImportOutcome,
    SheetOutcome,
    row_problem,
    shown,
)
from archrepo.intake.ownership import OwnerRule, home_domain, mark_unreported
from archrepo.intake.planned import EDGE_CLASSES, Plan, PlannedNote, PlannedSheet, PlannedSource, Statements
from archrepo.intake.records import CellProblem, FileReading, Record, SheetReading
from archrepo.intake.references import OWNER, ReferenceRule
from archrepo.intake.unit_reading import UnitReader
from archrepo.landscape.elemen import Aplikasi, Value
from archrepo.landscape.landscape import Landscape
from archrepo.names import clean, squeeze

# Classes whose rows need a unit; the others may stand without one.
_NEEDS_UNIT = frozenset({"Aplikasi", "Layanan", "ProsesBisnis", "DataInformasi"})
_STATES_UNIT = (OWNER, "pelapor", "unit_pelaksana_id", "produsen")
# A title or a sheet name is a unit only when it is known or looks like one; what was said outright is believed.
_SURE_ORIGINS = frozenset({"kolom", "opsi"})
# Classes whose other names are kept one by one.
_MANY_NAMES = frozenset({"Aplikasi", "PerangkatDaerah"})


@dataclass(slots=True)
class _Row:
    """A record on its way: where it stands and what was found out about it."""

    record: Record
    sheet: int
    outcome: SheetOutcome
    unit: Ref | None = None
    reporters: tuple[Ref, ...] = ()
    ref: Ref | None = None
    refused: bool = False
    changed: bool = False
    made: bool = False
    joined: bool = False
    skipped: bool = False

    def refuse(self, problem: CellProblem) -> None:
        self.outcome.refused.append(problem)
        self.refused = True

    def warn(self, problem: CellProblem) -> None:
        self.outcome.warnings.append(problem)

    def skip(self, why: str) -> None:
        self.outcome.skipped.append({"row": self.record.row, "why": why})
        self.skipped = True


class Planner:
    """Makes one Plan from the files of one import.

    Args:
        landscape: the repository as it is.
        instansi_id: the Instansi that the files belong to.
        statements: what earlier rows said, so that an unchanged file changes nothing and a corrected cell does.
    """

    def __init__(self, landscape: Landscape, instansi_id: int, statements: Statements) -> None:
        self.draft = Draft(landscape, instansi_id)
        self.directory = Directory(self.draft)
        self.units = UnitReader(self.draft, self.directory)
        self.references = ReferenceRule(self.draft, self.directory, self.units)
        self._statements = statements
        self._keys: dict[Key, Ref] = {}
        self._seen: dict[Ref, int] = {}
        self._domain: str | None = None

    def plan(self, readings: Sequence[FileReading]) -> Plan:
        """Return the plan for the files, all problems of all rows in its outcome."""
        outcome = ImportOutcome([])
        plan = Plan(self.draft, outcome)
        rows = self._rows(readings, plan)
        self._domain = home_domain(self.draft.landscape, self.draft.instansi_id, (row.record for row in rows))
        self._index_stored()
        kode_of_batch = {row.record.kode.casefold() for row in rows if row.record.kode}
        # Units go first: rows of other classes name them.
        for units in (True, False):
            group = [row for row in _in_order(rows) if (row.record.kelas == "PerangkatDaerah") is units]
            self._prepare(group, kode_of_batch)
            for row in group:
                if not row.refused:
                    self._take(row, plan)
        for row in _in_order(rows):
            if not row.refused and row.ref is not None:
                row.changed |= self.references.fill(row.ref, row.record, row.unit, row.warn)
        OwnerRule(self.draft, self._domain).assign({row.ref for row in rows if row.ref is not None})
        named = [(row.ref, row.sheet, row.unit) for row in rows if row.ref is not None and row.unit is not None]
        gone = mark_unreported(self.draft, plan.sheets, named)
        self._finish(rows, plan, gone)
        return plan

    # ---- rows and sheets

    def _rows(self, readings: Sequence[FileReading], plan: Plan) -> list[_Row]:
        rows: list[_Row] = []
        for reading in readings:
            ignored = [{"sheet": sheet.sheet, "why": sheet.why} for sheet in reading.ignored_sheets]
            file = FileOutcome(reading.file, [], reading.removed_personal, ignored)
            plan.outcome.files.append(file)
            for sheet in reading.sheets:
                outcome = _sheet_outcome(sheet)
                file.sheets.append(outcome)
                number = len(plan.sheets)
                plan.sheets.append(
                    PlannedSheet(
                        reading.file,
                        sheet.sheet,
                        reading.sha256,
                        sheet.kelas,
                        tuple(sorted(sheet.asked)),
                        len(sheet.records),
                        (),
                        sheet.header_row,
                    )
                )
                rows.extend(_Row(record, number, outcome) for record in sheet.records)
        return rows

    def _prepare(self, rows: Iterable[_Row], kode_of_batch: Set[str]) -> None:
        """Read units and judge kode before anything is drafted, so that a refused row leaves nothing behind."""
        owners: dict[str, _Row] = {}
        for row in rows:
            record = row.record
            if record.kode:
                self._judge_kode(row, owners)
            for text in (text for texts in record.references.values() for text in texts):
                kode = self.directory.kode_in(text)
                if kode and self.directory.by_kode(kode) is None and kode.casefold() not in kode_of_batch:
                    row.refuse(row_problem("IMP035", record.row, None, kode))
                    break
            if not row.refused:
                self._read_unit(row)

    def _judge_kode(self, row: _Row, owners: dict[str, _Row]) -> None:
        record = row.record
        kode = (record.kode or "").casefold()
        stored = self.directory.by_kode(kode)
        if stored is not None and self.draft.kelas(stored) != record.kelas:
            other = f"{kelas(self.draft.kelas(stored)).label} {self.draft.nama(stored)}"
            row.refuse(row_problem("IMP034", record.row, "Kode", record.kode, other=other))
            return
        first = owners.setdefault(kode, row)
        if first is not row and squeeze(str(first.record.values.get("nama", ""))) != squeeze(
            str(record.values.get("nama", ""))
        ):
            other = f"{first.record.values.get('nama')} (baris {first.record.row})"
            row.refuse(row_problem("IMP034", record.row, "Kode", record.kode, other=other))

    def _read_unit(self, row: _Row) -> None:
        record = row.record
        if record.kelas == "PerangkatDaerah":
            return
        reporters = record.references.get("pelapor", ())
        if len(reporters) > 1:
            # Our own export: all reporters of one element in one cell, none of whom sent this file.
            row.reporters = tuple(
                unit for text in reporters if (unit := self.units.read(text, record.row, row.warn)) is not None
            )
        elif record.kode and record.unit_origin == "kolom" and not reporters:
            # An element that is known already, named by its owner: nobody reported it with this row.
            row.unit = None
        elif record.unit and (record.unit_origin in _SURE_ORIGINS or self.units.is_unit(record.unit)):
            row.unit = self.units.read(record.unit, record.row, row.warn)
        stated = any(record.references.get(name) for name in _STATES_UNIT)
        if row.unit is None and record.kelas in _NEEDS_UNIT and not record.kode and not stated:
            row.refuse(row_problem("IMP033", record.row, None, record.unit or ""))

    # ---- identity

    def _index_stored(self) -> None:
        """Learn by which facts stored applications are recognised: their own, and what earlier rows said of them."""
        landscape, instansi = self.draft.landscape, self.draft.instansi_id
        for element in landscape.of(Aplikasi):
            if element.instansi_id == instansi or landscape.is_national(element):
                if element.nasional is not None:
                    home = "nasional" if landscape.is_national(element) else "lokal"
                    self._keys.setdefault((home, element.nasional), element.id)
                placement = next(iter(landscape.placements(element.id)), None)
                lokasi = placement.lokasi if placement else None
                reporters = [edge.dari for edge in landscape.into(element.id, "R58")]
                for nama in (element.nama, *element.alias):
                    for reporter in reporters or (None,):
                        self._learn(element.id, identify(nama, element.url, reporter, self._domain, lokasi))
        for (ref, reporter), said in self._statements.items():
            known = landscape.get(ref)
            for statement in said:
                if statement.get("kode"):
                    self.directory.coded.add(ref)
                if isinstance(known, Aplikasi) and statement.get("nama"):
                    self._learn(ref, _said_identity(statement, reporter, self._domain))

    def _learn(self, ref: Ref, identity: RowIdentity) -> None:
        for key in identity.keys:
            self._keys.setdefault(key, ref)

    def _take(self, row: _Row, plan: Plan) -> None:
        """Find or draft the element of a row, and fill its fields."""
        record = row.record
        if record.kelas in EDGE_CLASSES and not self.references.resolve_ends(record, row.warn):
            row.skip("Objek yang dihubungkan tidak dikenal; lihat peringatan baris ini.")
            return
        identity = _said_identity(record.values, row.unit, self._domain) if record.kelas == "Aplikasi" else None
        ref = self._find(row, identity)
        if ref is None:
            ref = self._create(row, identity)
            row.made = True
        elif ref in self._seen:
            row.joined = True
        row.ref = ref
        self._keep_kode(ref, record)
        if identity is not None:
            self._learn(ref, identity)
        elif record.kelas in EDGE_CLASSES:
            self.references.remember(ref)
        self._fill(row, ref, plan)
        self._seen.setdefault(ref, row.record.row)

    def _keep_kode(self, ref: Ref, record: Record) -> None:
        """Let the batch find an element under the kode its sender gave; a new one gets it as its own."""
        if record.kode is None:
            return
        if ref < 0 and self.draft.created[ref].kode is None:
            self.draft.created[ref].kode = record.kode
        self.directory.add(ref, record.kelas, (), record.kode)
        self.directory.coded.add(ref)

    def _find(self, row: _Row, identity: RowIdentity | None) -> Ref | None:
        record = row.record
        if record.kode:
            found = self.directory.by_kode(record.kode)
            if found is not None:
                return found
        found = self._find_by_facts(row, identity)
        # Different kode, different elements (rule 1); a kode that we gave ourselves was never stated by a sender.
        return None if record.kode and found is not None and self._stated_kode(found) else found

    def _find_by_facts(self, row: _Row, identity: RowIdentity | None) -> Ref | None:
        record = row.record
        if identity is not None:
            return self._by_keys(identity)
        if record.kelas in EDGE_CLASSES:
            return self.references.find_edge(record)
        if record.kelas == "PerangkatDaerah":
            return self.units.known(str(record.values.get("nama", "")))
        return self._keys.get(self._other_key(row)) or self._stored_other(row)

    def _stated_kode(self, ref: Ref) -> bool:
        return self.draft.created[ref].kode is not None if ref < 0 else ref in self.directory.coded

    def _by_keys(self, identity: RowIdentity) -> Ref | None:
        return next((self._keys[key] for key in identity.keys if key in self._keys), None)

    def _other_key(self, row: _Row) -> Key:
        return (row.record.kelas, str(row.unit), squeeze(str(row.record.values.get("nama", ""))))

    def _stored_other(self, row: _Row) -> Ref | None:
        record = row.record
        found = self.directory.find(clean(str(record.values.get("nama", ""))), (record.kelas,), row.unit)
        if found is None:
            return None
        owner = self.draft.value(found, "perangkat_daerah_id")
        return found if owner is None or row.unit is None or owner == row.unit else None

    # ---- drafting

    def _create(self, row: _Row, identity: RowIdentity | None) -> Ref:
        record = row.record
        nama = str(record.values.get("nama") or "")
        if identity is not None and identity.national is not None:
            ref = self.references.create_national(identity.national, local=identity.local_product, kode=record.kode)
        else:
            ends = self.references.edge_fields(record)
            nama = nama or self.references.edge_name(record)
            home = self.draft.landscape.nasional if record.kelas == "InstansiLuar" else None
            fields = {"nama": nama, **ends}
            ref = self.draft.create(record.kelas, fields, kode=record.kode, instansi_id=home.id if home else None)
            if record.kelas not in ("Aplikasi", *EDGE_CLASSES):
                self._keys.setdefault(self._other_key(row), ref)
        self.directory.add(ref, record.kelas, [self.draft.nama(ref), nama], record.kode)
        if record.kelas == "PerangkatDaerah":
            self.units.learn(ref, record)
        return ref

    def _fill(self, row: _Row, ref: Ref, plan: Plan) -> None:
        record = row.record
        statement = _statement(record)
        earlier = self._statements.get((ref, row.unit), ()) if ref >= 0 else ()
        if statement in earlier:
            if not self._has_source(ref, row, plan):
                plan.sources.append(PlannedSource(ref, row.sheet, record.row, row.unit, statement))
            self._report_again(row, ref)
            return
        before = earlier[0] if earlier else {}
        national = not record.kode and self.references.is_of_others(ref)
        for name, value in record.values.items():
            if name in ("nama_dari_host", "lokasi_hosting") or (national and name not in _FROM_UNITS_OF_NATIONAL):
                continue
            row.changed |= self._fill_field(row, ref, name, value, before.get(name))
        for name in record.cleared:
            known = column(record.kelas, name)
            if known is not None and known.is_reference:
                row.changed |= self.references.clear(ref, record.kelas, known)
            else:
                row.changed |= self.draft.set(ref, _stored_name(record.kelas, name), None)
        row.changed |= self._report_again(row, ref)
        row.changed |= self.references.place(ref, record, row.unit, row.warn, before.get("lokasi_hosting"))
        for title, text in record.notes.items():
            # An unknown word is kept as written in its field; it need not be noted beside it.
            if before.get(f"~{title}") != text and text not in record.values.values():
                plan.notes.append(PlannedNote(ref, title, text, row.sheet, record.row))
                row.changed = True
        if row.made or row.changed or not record.kode:
            plan.sources.append(PlannedSource(ref, row.sheet, record.row, row.unit, statement))

    def _fill_field(self, row: _Row, ref: Ref, name: str, value: Value, before: Value) -> bool:
        field_name = _stored_name(row.record.kelas, name)
        current = self.draft.value(ref, field_name)
        if name == "alias" and row.record.kelas in _MANY_NAMES and isinstance(value, str):
            value = split_values(value)
        if value is None or current == value:
            return False
        if name == "nama" and row.record.kelas in EDGE_CLASSES:
            # The name that we made of its ends gives way to the sender's.
            return self.draft.set(ref, name, value)
        stated_here = self.draft.is_assigned(ref, field_name)
        trusted = bool(row.record.kode) or (row.unit is not None and row.unit == self._owner(ref))
        corrected = before is not None and before == current
        if current is None or (not stated_here and (trusted or corrected)):
            if name != "nama" and ref >= 0:
                row.outcome.differences.append(
                    {"row": row.record.row, "field": name, "old": shown(current), "new": shown(value)}
                )
            return self.draft.set(ref, field_name, value)
        if name != "nama" or squeeze(str(value)) != squeeze(str(current)):
            self._differ(row, name, value, current)
        return False

    def _differ(self, row: _Row, name: str, value: Value, current: Value) -> None:
        known = column(row.record.kelas, name)
        label = known.title if known else name
        vocabulary = known.vocabulary if known else None
        texts = {"field": label, "other": shown(current, vocabulary)}
        row.warn(row_problem("IMP044", row.record.row, label, shown(value, vocabulary), **texts))

    def _owner(self, ref: Ref) -> Value:
        return self.draft.value(ref, "perangkat_daerah_id")

    def _report_again(self, row: _Row, ref: Ref) -> bool:
        """Record who reported the element, and that it is reported (again)."""
        changed = bool(self.draft.value(ref, "tidak_lagi_dilaporkan")) and self.draft.set(
            ref, "tidak_lagi_dilaporkan", value=False
        )
        for reporter in row.reporters:
            changed |= self.draft.relate("R58", reporter, ref)
        if row.unit is None:
            return changed
        if row.record.kelas == "Aplikasi":
            changed |= self.draft.relate("R58", row.unit, ref)
            changed |= self.draft.relate("R16", row.unit, ref)
            return changed
        owned = self._owner(ref) is not None or self.draft.value(ref, "instansi_luar_id") is not None
        if not owned and not row.record.references.get(OWNER):
            changed |= self.draft.set(ref, "perangkat_daerah_id", row.unit)
        return changed

    def _has_source(self, ref: Ref, row: _Row, plan: Plan) -> bool:
        sheet = plan.sheets[row.sheet]
        if row.record.kode and row.unit is None:
            return True
        return any(
            (source.file, source.sheet, source.row, source.pelapor_id)
            == (sheet.file, sheet.sheet, row.record.row, row.unit)
            for source in self.draft.element(ref).sumber
        )

    # ---- results

    def _finish(self, rows: Sequence[_Row], plan: Plan, gone: Mapping[int, int]) -> None:
        outcome_of: dict[int, set[Ref]] = defaultdict(set)
        tallies: dict[int, Counter[str]] = defaultdict(Counter)
        pelapor: dict[int, dict[Ref, None]] = defaultdict(dict)
        changed_elements = {row.ref for row in rows if row.changed}
        for row in rows:
            record, sheet = row.record, row.sheet
            if row.skipped:
                continue
            row.outcome.outcomes[record.row] = _word(row)
            if row.unit is not None:
                pelapor[sheet][row.unit] = None
            if row.ref is None or row.refused or row.ref in outcome_of[sheet]:
                continue
            outcome_of[sheet].add(row.ref)
            made = row.ref < 0
            tallies[sheet]["created" if made else "updated" if row.ref in changed_elements else "unchanged"] += 1
        outcomes = [outcome for file in plan.outcome.files for outcome in file.sheets]
        for number, outcome in enumerate(outcomes):
            counts = tallies[number]
            outcome.elements = ElementCounts(
                counts["created"], counts["updated"], counts["unchanged"], gone.get(number, 0)
            )
            plan.sheets[number] = replace(plan.sheets[number], pelapor=tuple(pelapor[number]))
        _warn_of_strangers(rows, self.draft)
        plan.outcome.new_units = [
            {
                "nama": self.draft.nama(ref),
                "keadaan": "perlu_konfirmasi",
                "nearest": list(near),
                "message": f'Unit "{self.draft.nama(ref)}" belum dikenal{near_text(near)}.',
            }
            for ref, near in self.units.created.items()
        ]


# What a unit's row may say about an application that others own: its own use of it shows elsewhere.
_FROM_UNITS_OF_NATIONAL = frozenset({"deskripsi", "fungsi", "url", "sasaran"})


def _stored_name(kelas_name: str, name: str) -> str:
    return "kode_referensi" if name == classes()[kelas_name].reference else name


def _said_identity(said: Mapping[str, Value], reporter: Ref | None, domain: str | None) -> RowIdentity:
    """Return the identity of what a row of applications says."""
    url, lokasi = said.get("url"), said.get("lokasi_hosting")
    return identify(
        str(said.get("nama") or ""),
        url if isinstance(url, str) else None,
        reporter,
        domain,
        lokasi if isinstance(lokasi, str) else None,
    )


def _statement(record: Record) -> dict[str, Value]:
    said: dict[str, Value] = {name: value for name, value in record.values.items() if value is not None}
    said.update({f"&{name}": texts for name, texts in record.references.items() if texts})
    said.update({f"~{title}": text for title, text in record.notes.items()})
    if record.kode:
        said["kode"] = record.kode
    return said


def _word(row: _Row) -> str:
    if row.refused:
        return "refused"
    if row.made:
        return "created"
    if row.joined and row.ref is not None and (row.changed or row.ref < 0):
        return "joined"
    return "updated" if row.changed else "unchanged"


def _in_order(rows: Sequence[_Row]) -> list[_Row]:
    """Return rows in the order of import: organisations first, edge objects last, within a class as they stand."""
    order = {name: number for number, name in enumerate(name for name in classes() if name not in EDGE_CLASSES)}
    order |= {name: len(order) + number for number, name in enumerate(EDGE_CLASSES)}
    return sorted(rows, key=lambda row: order[row.record.kelas])


def _sheet_outcome(sheet: SheetReading) -> SheetOutcome:
    outcome = SheetOutcome(
        sheet=sheet.sheet,
        layer=sheet.layer,
        kelas=sheet.kelas,
        header_row=sheet.header_row,
        mapping=[
            {"column": row.column, "letter": row.letter, "field": row.field, "confidence": round(row.confidence, 2)}
            for row in sheet.mapping
        ],
        unmapped=[{"column": row.column, "letter": row.letter, "why": row.why} for row in sheet.unmapped],
        skipped=[{"row": row.row, "why": row.why} for row in sheet.skipped],
    )
    outcome.refused.extend(sheet.refused)
    outcome.outcomes.update((problem.row, "refused") for problem in sheet.refused if problem.row is not None)
    outcome.warnings.extend(sheet.warnings)
    return outcome


def _warn_of_strangers(rows: Sequence[_Row], draft: Draft) -> None:
    """Report single rows of other units in a sheet of at least five that is plainly one unit's own (four in five)."""
    by_sheet: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        if row.unit is not None:
            by_sheet[row.sheet].append(row)
    for group in by_sheet.values():
        unit, most = Counter(row.unit for row in group).most_common(1)[0]
        if len(group) < 5 or most == len(group) or most < 0.8 * len(group):
            continue
        for row in group:
            if row.unit != unit and row.unit is not None and unit is not None:
                texts = {"other": draft.nama(unit)}
                row.warn(row_problem("IMP046", row.record.row, None, draft.nama(row.unit), **texts))
