"""Fills the fields of an element from what a row says, by whose word counts."""

from __future__ import annotations

from archrepo.declarations.kolom import column, split_values
from archrepo.declarations.metamodel import classes
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.outcome import shown
from archrepo.intake.plan_row import PlanRow
from archrepo.intake.planned import EDGE_CLASSES, Plan, PlannedNote, PlannedSource, Statement, Statements
from archrepo.intake.records import OWNER, Record, cell_problem
from archrepo.intake.references import ReferenceRule
from archrepo.landscape.elemen import Value
from archrepo.names import squeeze, without_scheme

# Classes whose other names are kept one by one.
_MANY_NAMES = frozenset({"Aplikasi", "PerangkatDaerah"})
# Kept beside the fields of the element: where it runs in its Penempatan, where its name comes from nowhere.
_ELSEWHERE = frozenset({"nama_dari_host", "lokasi_hosting"})
# What a unit's row may say about an application that others own: its own use of it shows elsewhere.
_FROM_UNITS_OF_NATIONAL = frozenset({"deskripsi", "fungsi", "url", "sasaran"})


def _stored_name(kelas_name: str, name: str) -> str:
    return "kode_referensi" if name == classes()[kelas_name].reference else name


def _stated(record: Record) -> dict[str, Value]:
    """Return the fields of a new element as its row states them."""
    found: dict[str, Value] = {name: value for name, value in record.values.items() if value is not None}
    for name in _ELSEWHERE | {"nama"}:
        found.pop(name, None)
    names = found.get("alias")
    if isinstance(names, str) and record.kelas in _MANY_NAMES:
        found["alias"] = split_values(names)
    reference = classes()[record.kelas].reference
    if reference in found:
        found["kode_referensi"] = found.pop(reference)
    return found


def _statement(record: Record) -> dict[str, Value]:
    said: dict[str, Value] = {name: value for name, value in record.values.items() if value is not None}
    for name, texts in record.references.items():
        if texts:
            said[f"&{name}"] = texts
    for title, text in record.notes.items():
        said[f"~{title}"] = text
    if record.kode:
        said["kode"] = record.kode
    return said


class FieldRule:
    """Fills fields, and keeps with each row what it said, where, and whose list it stood in."""

    def __init__(self, draft: Draft, references: ReferenceRule, statements: Statements) -> None:
        self._draft = draft
        self._references = references
        self._statements = statements

    def fill(self, row: PlanRow, ref: Ref, plan: Plan) -> None:
        """Fill what a row says of its element, but for references to others, which wait for all rows.

        A row that says what an earlier import of the same unit said changes nothing. A field that is stated otherwise
        is changed by its owner, by a row with a kode, or by the unit whose own earlier word is in force; what another
        unit says is reported, and the first word of a batch stands.
        """
        record = row.record
        statement = _statement(record)
        earlier = self._statements.get((ref, row.unit), ()) if ref >= 0 else ()
        if statement in earlier:
            if not self._has_source(ref, row, plan):
                plan.sources.append(PlannedSource(ref, row.sheet, record.row, row.unit, statement))
            row.changed |= self._report_again(row, ref)
            return
        before = earlier[0] if earlier else {}
        self._fill_values(row, ref, before)
        for name in record.cleared:
            known = column(record.kelas, name)
            if known is not None and known.is_reference:
                row.changed |= self._references.clear(ref, record.kelas, known)
            else:
                row.changed |= self._draft.set(ref, _stored_name(record.kelas, name), None)
        row.changed |= self._report_again(row, ref)
        row.changed |= self._references.place(ref, record, row.unit, row.warn, before.get("lokasi_hosting"))
        for title, text in record.notes.items():
            # An unknown word is kept as written in its field; it need not be noted beside it.
            if before.get(f"~{title}") != text and text not in record.values.values():
                plan.notes.append(PlannedNote(ref, title, text, row.sheet, record.row))
                row.changed = True
        if row.made or row.changed or not record.kode:
            plan.sources.append(PlannedSource(ref, row.sheet, record.row, row.unit, statement))

    def _fill_values(self, row: PlanRow, ref: Ref, before: Statement) -> None:
        record = row.record
        if row.made and self._draft.is_bare(ref):
            # Nothing is known of it but its name: nothing can differ.
            self._draft.state(ref, _stated(record))
            row.changed = True
            return
        national = not record.kode and self._references.is_of_others(ref)
        for name, value in record.values.items():
            if name in _ELSEWHERE or (national and name not in _FROM_UNITS_OF_NATIONAL):
                continue
            row.changed |= self._fill_field(row, ref, name, value, before.get(name))

    def _fill_field(self, row: PlanRow, ref: Ref, name: str, value: Value, before: Value) -> bool:
        field_name = _stored_name(row.record.kelas, name)
        current = self._draft.value(ref, field_name)
        if name == "alias" and row.record.kelas in _MANY_NAMES and isinstance(value, str):
            value = split_values(value)
        if value is None or current == value:
            return False
        if name == "nama" and row.record.kelas in EDGE_CLASSES:
            # The name that we made of its ends gives way to the sender's.
            return self._draft.set(ref, name, value)
        stated_here = self._draft.is_assigned(ref, field_name)
        trusted = bool(row.record.kode) or (row.unit is not None and row.unit == self._owner(ref))
        corrected = before is not None and before == current
        if current is None or (not stated_here and (trusted or corrected)):
            if name != "nama" and ref >= 0:
                row.outcome.differences.append(
                    {"row": row.record.row, "field": name, "old": shown(current), "new": shown(value)}
                )
            return self._draft.set(ref, field_name, value)
        if not _say_the_same(name, str(value), str(current)):
            self._differ(row, name, value, current)
        return False

    def _differ(self, row: PlanRow, name: str, value: Value, current: Value) -> None:
        known = column(row.record.kelas, name)
        label = known.title if known else name
        vocabulary = known.vocabulary if known else None
        texts = {"field": label, "other": shown(current, vocabulary)}
        row.warn(cell_problem("IMP044", row.record.row, label, shown(value, vocabulary), **texts))

    def _owner(self, ref: Ref) -> Value:
        return self._draft.value(ref, "perangkat_daerah_id")

    def _report_again(self, row: PlanRow, ref: Ref) -> bool:
        """Record who reported the element, and that it is reported (again)."""
        changed = bool(self._draft.value(ref, "tidak_lagi_dilaporkan")) and self._draft.set(
            ref, "tidak_lagi_dilaporkan", value=False
        )
        for reporter in row.reporters:
            changed |= self._draft.relate("R58", reporter, ref)
        if row.unit is None or row.record.kelas in EDGE_CLASSES:
            return changed
        if row.record.kelas == "Aplikasi":
            changed |= self._draft.relate("R58", row.unit, ref)
            changed |= self._draft.relate("R16", row.unit, ref)
            return changed
        owned = self._owner(ref) is not None or self._draft.value(ref, "instansi_luar_id") is not None
        # A workbook sent back with our kode corrects what it names; it makes its sender the owner of nothing.
        if not owned and not row.record.kode and not row.record.references.get(OWNER):
            changed |= self._draft.set(ref, "perangkat_daerah_id", row.unit)
        return changed

    def _has_source(self, ref: Ref, row: PlanRow, plan: Plan) -> bool:
        sheet = plan.sheets[row.sheet]
        if row.record.kode and row.unit is None:
            return True
        return any(
            (source.file, source.sheet, source.row, source.pelapor_id)
            == (sheet.file, sheet.sheet, row.record.row, row.unit)
            for source in self._draft.element(ref).sumber
        )


def _say_the_same(name: str, one: str, other: str) -> bool:
    """Whether two writings of a name or an address differ in nothing that counts: blanks and case, the scheme."""
    if name == "nama":
        return squeeze(one) == squeeze(other)
    if name == "url":
        return without_scheme(one).casefold().rstrip("/") == without_scheme(other).casefold().rstrip("/")
    return False
