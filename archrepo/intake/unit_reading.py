"""Reads names of organisations in a sheet: known units, units to be confirmed, and bodies outside the regency."""

from __future__ import annotations

from collections.abc import Callable

from archrepo.declarations.instansi import national_body
from archrepo.declarations.kolom import split_values
from archrepo.declarations.kosakata import vocabulary
from archrepo.intake.bodies import names_nobody, outside_kind
from archrepo.intake.directory import Directory, near_text
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.records import CellProblem, Record, cell_problem
from archrepo.intake.unit_names import is_unit_name
from archrepo.intake.units import UnitIndex, looks_like_unit
from archrepo.names import clean

Warn = Callable[[CellProblem], None]


class UnitReader:
    """Finds or drafts the organisation that a text names. ``created`` are the units nobody knew, with the nearest."""

    def __init__(self, draft: Draft, directory: Directory) -> None:
        self._draft = draft
        self._directory = directory
        self._index = UnitIndex.of(draft.landscape, draft.instansi_id)
        self.created: dict[Ref, tuple[str, ...]] = {}
        self._warned: set[tuple[str, str]] = set()

    def known(self, text: str) -> Ref | None:
        """Return the unit of that name, None when it is not certain."""
        match = self._index.match(text)
        return match.unit if match.kind in ("pasti", "ejaan") else None

    def is_unit(self, text: str) -> bool:
        """Whether a text found beside the table is a unit: a known one, or one that is written like a unit."""
        return self._index.match(text).kind in ("pasti", "ejaan", "ambigu") or looks_like_unit(text)

    def learn(self, ref: Ref, record: Record) -> None:
        """Make a unit that the batch brings known to later rows."""
        stated = (record.values.get(name) for name in ("singkatan", "alias"))
        others = [name for text in stated if isinstance(text, str) for name in split_values(text)]
        self._index.add(ref, self._draft.nama(ref), others)

    def completed(self, name: str) -> str:
        """Return the whole name of the one unit that begins so, else the name: Excel cuts the names of sheets."""
        unit = self._index.beginning(name)
        return name if unit is None else self._draft.nama(unit)

    def read(self, text: str, row: int, warn: Warn) -> Ref | None:
        """Return the reporting unit of a row; an unknown one is drafted as perlu_konfirmasi and warned of once.

        None for a group of users such as "Seluruh OPD", which is never a unit, and for a body outside the regency.
        """
        name = clean(text)
        match = self._index.match(name)
        is_body = match.kind != "pasti" and national_body(name) is not None
        if is_body or match.kind == "kelompok" or (match.kind == "tidak_ada" and outside_kind(name) is not None):
            return None
        if match.unit is not None:
            if match.kind == "ejaan":
                self._once(warn, cell_problem("IMP041", row, None, name, other=self._draft.nama(match.unit)))
            return match.unit
        near = tuple(self._draft.nama(ref) for ref in match.candidates)
        if match.kind == "ambigu":
            self._once(warn, cell_problem("IMP040", row, None, name, near=" atau ".join(f'"{one}"' for one in near)))
        else:
            self._once(warn, cell_problem("IMP042", row, None, name, near=near_text(near)))
        return self._pending(name, near)

    def _once(self, warn: Warn, problem: CellProblem) -> None:
        key = (problem.code, str(problem.value))
        if key not in self._warned:
            self._warned.add(key)
            warn(problem)

    def _pending(self, name: str, near: tuple[str, ...]) -> Ref:
        ref = self._draft.create("PerangkatDaerah", {"nama": name}, keadaan="perlu_konfirmasi")
        self._index.add_pending(ref, name)
        self.created[ref] = near
        self._directory.add(ref, "PerangkatDaerah", [name])
        return ref

    def owner(self, text: str, row: int, warn: Warn) -> tuple[str, Ref] | None:
        """Return ``(column, organisation)`` of an owner, producer or developer: column is perangkat_daerah_id or
        instansi_luar_id. None when the text names nobody or nothing certain; the caller keeps it as a note.

        A name that looks like a unit of the regency is read as one; a company, ministry or other body outside is
        drafted in NASIONAL, one object for all.
        """
        name = clean(text)
        if not name or names_nobody(name) or vocabulary("kelompok_pengguna").match(name):
            return None
        match = self._index.match(name)
        # BPKP is no slip of the pen for BPKD.
        near_enough = ("pasti",) if national_body(name) is not None else ("pasti", "ejaan")
        if match.kind in near_enough and match.unit is not None:
            return "perangkat_daerah_id", match.unit
        outside = self.named_outside(name)
        if outside is not None:
            return "instansi_luar_id", outside
        if match.kind == "ambigu" or looks_like_unit(name) or is_unit_name(name):
            unit = self.read(name, row, warn)
            return None if unit is None else ("perangkat_daerah_id", unit)
        return None

    def named_outside(self, text: str) -> Ref | None:
        """Return the body outside the regency that a text names, drafted when its name says what it is; else None."""
        found = self._directory.find(text, ("InstansiLuar",))
        if found is not None:
            return found
        body, kind = national_body(text), outside_kind(text)
        return None if kind is None else self.outside(body.nama if body is not None else clean(text), kind)

    def outside(self, name: str, jenis: str | None) -> Ref:
        """Return the body outside the regency of that name, drafted in NASIONAL when it is new.

        A central body is one object, under whichever of its names it was written first.
        """
        body = national_body(name)
        names = (name, *body.names) if body is not None else (name,)
        known = (self._directory.find(each, ("InstansiLuar",)) for each in names)
        found = next((ref for ref in known if ref is not None), None)
        if found is not None:
            return found
        nasional = self._draft.landscape.nasional
        home = nasional.id if nasional is not None else None
        ref = self._draft.create("InstansiLuar", {"nama": name, "jenis": jenis}, instansi_id=home)
        self._directory.add(ref, "InstansiLuar", names)
        return ref
