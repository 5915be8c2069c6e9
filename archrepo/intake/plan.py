"""Turns what was read into what will be written: which element each row is about, and what changes for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from archrepo.declarations.metamodel import kelas
from archrepo.errors import UnknownNameError
from archrepo.intake.directory import Directory
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.filling import FieldRule
from archrepo.intake.identity import RowIdentity
from archrepo.intake.outcome import FileOutcome, ImportOutcome
from archrepo.intake.ownership import OwnerRule, home_domain, mark_unreported
from archrepo.intake.plan_row import PlanRow, in_order
from archrepo.intake.planned import EDGE_CLASSES, Plan, PlannedSheet, Statements
from archrepo.intake.proposals import propose
from archrepo.intake.recognition import Recogniser
from archrepo.intake.records import OWNER, CellProblem, FileReading, SheetReading, cell_problem
from archrepo.intake.references import ReferenceRule
from archrepo.intake.results import finish, sheet_outcome
from archrepo.intake.stale import stale_problem
from archrepo.intake.unit_reading import UnitReader
from archrepo.landscape.landscape import Landscape
from archrepo.names import squeeze

# Classes whose rows need a unit; the others may stand without one.
_NEEDS_UNIT = frozenset({"Aplikasi", "Layanan", "ProsesBisnis", "DataInformasi"})
_STATES_UNIT = (OWNER, "pelapor", "unit_pelaksana_id", "produsen")
# A title or a sheet name is a unit only when it is known or looks like one; what was said outright is believed.
_SURE_ORIGINS = frozenset({"kolom", "opsi"})

Place = tuple[int, int]
"""A row: number of its sheet in the plan, and its own number."""


class Planner:
    """Makes one Plan from the files of one import.

    Args:
        landscape: the repository as it is.
        instansi_id: the Instansi that the files belong to.
        statements: what earlier rows said, so that an unchanged file changes nothing and a corrected cell does.
        renames: old and new names of applications, where the user says that a new row is a known application.
        stale: rows to be refused, by number of the sheet and of the row, because an earlier plan found that they would
            overwrite what was changed since they were exported.
    """

    def __init__(
        self,
        landscape: Landscape,
        instansi_id: int,
        statements: Statements,
        renames: Sequence[tuple[str, str]] = (),
        stale: Mapping[Place, CellProblem] = MappingProxyType({}),
    ) -> None:
        self.draft = Draft(landscape, instansi_id)
        self.directory = Directory(self.draft)
        self.units = UnitReader(self.draft, self.directory)
        self.references = ReferenceRule(self.draft, self.directory, self.units)
        self._statements = statements
        self._fields = FieldRule(self.draft, self.references, statements)
        self._renames = renames
        self._refused_before = stale
        self.stale: dict[Place, CellProblem] = {}
        self._renamed: set[Ref] = set()
        self._seen: set[Ref] = set()

    def plan(self, readings: Sequence[FileReading]) -> Plan:
        """Return the plan for the files, all problems of all rows in its outcome.

        Raises:
            UnknownNameError: a rename of an application that is not there.
        """
        outcome = ImportOutcome([])
        plan = Plan(self.draft, outcome)
        rows = self._rows(readings, plan)
        domain = home_domain(self.draft.landscape, self.draft.instansi_id, (row.record for row in rows))
        self._recogniser = Recogniser(self.draft, self.directory, self.units, self.references, self._statements, domain)
        self._rename()
        kode_of_batch = {row.record.kode.casefold() for row in rows if row.record.kode}
        ordered = in_order(rows)
        # Units go first: rows of other classes name them.
        for units in (True, False):
            group = [row for row in ordered if (row.record.kelas == "PerangkatDaerah") is units]
            self._prepare(group, kode_of_batch)
            for row in group:
                if not row.refused:
                    self._take(row, plan)
        for row in ordered:
            if not row.refused and row.ref is not None:
                row.changed |= self.references.fill(row.ref, row.record, row.unit, row.warn)
        OwnerRule(self.draft, domain).assign({row.ref for row in rows if row.ref is not None})
        named = [(row.ref, row.sheet, row.unit) for row in rows if row.ref is not None and row.unit is not None]
        partial = (number for number, sheet in enumerate(_sheets(readings)) if sheet.is_partial)
        gone = mark_unreported(self.draft, plan.sheets, named, _incomplete(outcome, rows) | frozenset(partial))
        self._note_units_without(readings, plan)
        self.stale = dict(self._stale(rows))
        lost = [(each.unit, each.element) for each in gone]
        outcome.proposals += propose(self.draft, self.directory, rows, lost)
        finish(plan, rows, gone, self.units.created)
        return plan

    def _rename(self) -> None:
        for old, new in self._renames:
            ref = self.directory.find(old, ("Aplikasi",))
            if ref is None:
                raise UnknownNameError("Aplikasi", old, self.directory.nearest(old, ("Aplikasi",)))
            names = self.draft.value(ref, "alias")
            before = self.draft.nama(ref)
            self.draft.set(ref, "nama", new)
            self.draft.set(ref, "alias", tuple(dict.fromkeys((*(names if isinstance(names, tuple) else ()), before))))
            self.directory.add(ref, "Aplikasi", [new])
            self._recogniser.learn_name(ref, new)
            self._renamed.add(ref)

    # ---- rows and sheets

    def _rows(self, readings: Sequence[FileReading], plan: Plan) -> list[PlanRow]:
        rows: list[PlanRow] = []
        for reading in readings:
            ignored = [{"sheet": sheet.sheet, "why": sheet.why} for sheet in reading.ignored_sheets]
            file = FileOutcome(reading.file, [], reading.removed_personal, ignored)
            plan.outcome.files.append(file)
            for sheet in reading.sheets:
                outcome = sheet_outcome(sheet)
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
                rows.extend(PlanRow(record, number, outcome) for record in sheet.records)
        return rows

    def _note_units_without(self, readings: Sequence[FileReading], plan: Plan) -> None:
        """Keep which units said that they have no application, unless the same sheet said so before."""
        said = {(sheet.file, sheet.sheet, unit) for sheet in self.draft.landscape.sheets for unit in sheet.pelapor_ids}
        outcomes = [outcome for file in plan.outcome.files for outcome in file.sheets]
        sheets = [sheet for reading in readings for sheet in reading.sheets]
        for number, sheet in enumerate(sheets):
            for name, row in sheet.units_without:
                unit = self.units.read(name, row, outcomes[number].warnings.append)
                planned = plan.sheets[number]
                if unit is not None and (planned.file, planned.sheet, unit) not in said:
                    plan.without.append((number, unit))

    def _prepare(self, rows: Iterable[PlanRow], kode_of_batch: Set[str]) -> None:
        """Read units and judge kode before anything is drafted, so that a refused row leaves nothing behind."""
        owners: dict[str, PlanRow] = {}
        for row in rows:
            record = row.record
            if record.kode:
                self._judge_kode(row, owners)
            if (row.sheet, record.row) in self._refused_before and not row.refused:
                row.refuse(self._refused_before[row.sheet, record.row])
            for text in (text for texts in record.references.values() for text in texts):
                kode = self.directory.kode_in(text)
                if kode and self.directory.by_kode(kode) is None and kode.casefold() not in kode_of_batch:
                    row.refuse(cell_problem("IMP035", record.row, None, kode))
                    break
            if not row.refused:
                self._read_unit(row)

    def _judge_kode(self, row: PlanRow, owners: dict[str, PlanRow]) -> None:
        record = row.record
        kode = (record.kode or "").casefold()
        stored = self.directory.by_kode(kode)
        if stored is not None and self.draft.kelas(stored) != record.kelas:
            other = f"{kelas(self.draft.kelas(stored)).label} {self.draft.nama(stored)}"
            row.refuse(cell_problem("IMP034", record.row, "Kode", record.kode, other=other))
            return
        first = owners.setdefault(kode, row)
        if first is not row and squeeze(str(first.record.values.get("nama", ""))) != squeeze(
            str(record.values.get("nama", ""))
        ):
            other = f"{first.record.values.get('nama')} (baris {first.record.row})"
            row.refuse(cell_problem("IMP034", record.row, "Kode", record.kode, other=other))

    def _stale(self, rows: Iterable[PlanRow]) -> Iterator[tuple[Place, CellProblem]]:
        """Give the rows that change an element which others have changed since the row was exported."""
        for row in rows:
            based_on, ref = row.record.based_on, row.ref
            if based_on is None or ref is None or ref < 0 or row.refused or not row.changed:
                continue
            element = self.draft.element(ref)
            if element.versi > based_on:
                told = [each for each in row.outcome.differences if each["row"] == row.record.row]
                yield (row.sheet, row.record.row), stale_problem(row.record, element, based_on, told)

    def _read_unit(self, row: PlanRow) -> None:
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
        else:
            row.unit = self._unit_in_force(row)
        stated = any(record.references.get(name) for name in _STATES_UNIT)
        if row.unit is None and record.kelas in _NEEDS_UNIT and not record.kode and not stated:
            row.refuse(cell_problem("IMP033", record.row, None, record.unit or ""))

    def _unit_in_force(self, row: PlanRow) -> Ref | None:
        """Return the unit of a row: what the reader found if that is a unit, else the owner that the row names."""
        record = row.record
        name = record.unit
        if name and record.unit_origin == "lembar":
            name = self.units.completed(name)
        if name and (record.unit_origin in _SURE_ORIGINS or self.units.is_unit(name)):
            return self.units.read(name, record.row, row.warn)
        owners = record.references.get(OWNER, ())
        return self.units.known(owners[0]) if owners and record.kelas == "Aplikasi" and not record.kode else None

    def _take(self, row: PlanRow, plan: Plan) -> None:
        """Find or draft the element of a row, and fill its fields."""
        record = row.record
        if record.kelas in EDGE_CLASSES and not self.references.resolve_ends(record, row.warn):
            row.skip("Objek yang dihubungkan tidak dikenal; lihat peringatan baris ini.")
            return
        recogniser = self._recogniser
        identity = recogniser.identity(row)
        ref = recogniser.find(row, identity)
        if ref is None:
            ref = self._create(row, identity)
            row.made = True
        elif ref in self._seen:
            row.joined = True
        row.ref = ref
        row.changed |= ref in self._renamed
        recogniser.keep_kode(ref, record)
        if identity is not None:
            recogniser.learn(ref, identity)
        elif record.kelas in EDGE_CLASSES:
            self.references.remember(ref)
        self._fields.fill(row, ref, plan)
        self._seen.add(ref)

    # ---- drafting

    def _create(self, row: PlanRow, identity: RowIdentity | None) -> Ref:
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
                self._recogniser.learn_other(row, ref)
        self.directory.add(ref, record.kelas, [self.draft.nama(ref), nama], record.kode)
        if record.kelas == "PerangkatDaerah":
            self.units.learn(ref, record)
        return ref


def _sheets(readings: Iterable[FileReading]) -> Iterable[SheetReading]:
    return (sheet for reading in readings for sheet in reading.sheets)


def _incomplete(outcome: ImportOutcome, rows: Iterable[PlanRow]) -> frozenset[int]:
    """Return the numbers of the sheets in which a row was refused, by the reader or by the plan."""
    by_reader = (number for number, sheet in enumerate(outcome.sheets) if sheet.refused)
    return frozenset(by_reader) | {row.sheet for row in rows if row.refused}
