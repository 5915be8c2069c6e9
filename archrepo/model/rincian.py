"""Says for each declared class in which table and column a field is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Table

from archrepo.declarations.metamodel import NOT_ELEMENTS, classes, kelas
from archrepo.errors import UnknownNameError
from archrepo.model import (  # noqa: F401 - the tables of all classes, before they are asked for
    aplikasi,
    data,
    infrastruktur,
    keamanan,
    layanan,
    organisasi,
    penilaian,
    proses_bisnis,
    tata_kelola,
)
from archrepo.model.dasar import Dasar
from archrepo.model.elemen import table_name
from archrepo.model.relasi import reference_fields

ELEMEN = Dasar.metadata.tables["elemen"]

ELEMENT_CLASSES = tuple(name for name in classes() if name not in NOT_ELEMENTS)
"""Every declared class whose objects are elements, in the order of the declaration."""

# Set by the writer alone; a class may have a field of the same name in its own table (PerangkatLunakPlatform.versi).
_KEPT = frozenset({"id", "kelas", "versi", "asal", "dibuat", "dibuat_oleh", "diubah", "diubah_oleh"})


@dataclass(frozen=True, slots=True)
class ClassTables:
    """Where the fields of one class are kept.

    ``shared`` and ``own`` map a declared field to its column in ``elemen`` and in ``table``; ``references`` names the
    fields among them that refer to elements.
    """

    kelas: str
    table: Table
    shared: Mapping[str, str]
    own: Mapping[str, str]
    references: tuple[str, ...]

    def split(self, row: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Part a row of fields into the columns of ``elemen`` and those of the class's table.

        Raises:
            UnknownNameError: the class keeps no field of that name.
        """
        shared, own = {}, {}
        for field, value in row.items():
            if field in self.own:
                own[self.own[field]] = value
            elif field in self.shared:
                shared[self.shared[field]] = value
            elif field != "id":
                known = (*self.own, *self.shared)
                near = tuple(get_close_matches(field, known, n=3))
                raise UnknownNameError(f"Isian {kelas(self.kelas).label}", field, near)
        return shared, own

    def columns(
        self, rows: Sequence[Mapping[str, Any]], apart: Set[str]
    ) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
        """Part rows of fields into the columns of ``elemen`` and those of the class's table, each with all its values.

        Args:
            rows: each with the fields that it states.
            apart: fields to be left out.

        Raises:
            UnknownNameError: the class keeps no field of that name.
        """
        stated = dict.fromkeys(set(chain.from_iterable(rows)) - apart)
        self.split(stated)
        shared: dict[str, list[Any]] = {}
        own: dict[str, list[Any]] = {}
        for places, found in ((self.own, own), (self.shared, shared)):
            for field, column in places.items():
                if field in stated and (found is own or field not in self.own):
                    values = [row.get(field) for row in rows]
                    known = found.get(column)
                    # Two names of one column: each row may use either.
                    found[column] = values if known is None else list(map(_first_stated, values, known))
        return shared, own


def _first_stated(value: Any, other: Any) -> Any:
    return other if value is None else value


@cache
def class_tables(name: str) -> ClassTables:
    """Return where the fields of a declared class of elements are kept.

    Raises:
        UnknownNameError: there is no such class.
    """
    declared = kelas(name)
    table = Dasar.metadata.tables[table_name(name)]
    shared = {column.name: column.name for column in ELEMEN.columns if column.name not in _KEPT}
    if declared.reference is not None:
        shared[declared.reference] = "kode_referensi"
    own = {column.name: column.name for column in table.columns if column.name != "id"}
    return ClassTables(name, table, shared, own, tuple(reference_fields(name)))


def table_of(mapped: type[Dasar]) -> Table:
    """Return the table of a mapped class."""
    return Dasar.metadata.tables[str(mapped.__tablename__)]
