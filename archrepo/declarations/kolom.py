"""Columns of imports, exports and the template, declared once in ``schema/kolom.yaml``; texts of several values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from archrepo.declarations.metamodel import NOT_ELEMENTS, Field, Kelas, classes, common_fields, kelas
from archrepo.declarations.resource import schema_document
from archrepo.names import clean, fold

VERSION = "versi_objek"
"""Column with the counter of changes that an exported row was based on; it is checked when the row comes back."""

CLEAR = "(hapus)"
"""What a cell of our own export holds to clear a field; an empty cell changes nothing."""

CLASS_COLUMN = "kelas"
"""The first column of a CSV that holds several classes."""

# Common fields that are no column: identity is ours, and both halves of the owner are the column `pemilik`.
_NO_COLUMN = frozenset({"id", "kunci_alami", "asal_baris", "perangkat_daerah_id", "instansi_luar_id"})
_NO_ELEMENTS_OF_USERS = NOT_ELEMENTS | {"Temuan"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a class.

    ``title`` is what the template writes, ``spellings`` all titles by which the column is known (title and field name
    included), ``kind`` one of the metamodel's kinds or unit, unit_banyak, teks_banyak, catatan, pribadi, abaikan or
    ikutan.
    ``multi`` columns hold several values (``split_values``); ``computed`` ones are written by an export and never read.
    ``relation`` is the relation that the texts of a column fill which is no field of the class.
    """

    field: str
    title: str
    spellings: tuple[str, ...]
    kind: str
    vocabulary: str | None = None
    targets: tuple[str, ...] = ()
    required: str = "tidak"
    hint: str = ""
    example: str = ""
    multi: bool = False
    computed: bool = False
    relation: str | None = None

    @property
    def is_reference(self) -> bool:
        """Whether the cell holds texts that name other elements."""
        return self.kind in {"ref", "ref_banyak", "unit", "unit_banyak", "teks_banyak"}


def _rows(name: str) -> Mapping[str, Any]:
    return schema_document("kolom.yaml")["kelas"].get(name, {}).get("kolom", {})  # type: ignore[no-any-return]


def _spellings(title: str, row: Mapping[str, Any], inherited: Mapping[str, Any], label: str) -> tuple[str, ...]:
    texts = [title, *row.get("tulisan", ()), *row.get("lazim", ())]
    if not row.get("tulisan") and not row.get("lazim"):
        texts += [*inherited.get("tulisan", ()), *inherited.get("lazim", ())]
    return tuple(dict.fromkeys(text for text in (*texts, label) if text))


def _column(field: str, owner: Kelas, declared: Field | None) -> Kolom:
    common = schema_document("kolom.yaml")["umum"].get(field, {})
    own = _rows(owner.name).get(field, {})
    row = {**common, **own}
    label = declared.label if declared else ""
    title = str(row.get("judul") or label or field)
    kind = str(row.get("jenis") or (declared.kind if declared else "teks"))
    return Kolom(
        field=field,
        title=title,
        spellings=_spellings(title, own or common, common, label),
        kind=kind,
        vocabulary=row.get("kosakata") or (declared.vocabulary if declared else None),
        targets=tuple(row.get("sasaran") or (declared.targets if declared else ())),
        required=declared.required if declared else "tidak",
        hint=str(row.get("petunjuk", "")),
        example=str(row.get("contoh", "")),
        multi=bool(row.get("jamak", kind in {"ref_banyak", "unit_banyak", "teks_banyak"})),
        computed=bool(row.get("dihitung", False)),
        relation=row.get("relasi"),
    )


def _order(owner: Kelas) -> tuple[str, ...]:
    """Return the fields in the order of an export: what the contract fixes, then the rest, new ones at the end."""
    declared = schema_document("kolom.yaml")["kelas"].get(owner.name, {})
    fields = [field.name for field in owner.fields]
    validity = [field.name for field in common_fields() if field.name not in _NO_COLUMN | {"nama", "deskripsi"}]
    fixed = declared.get("urutan")
    if fixed:
        return tuple(dict.fromkeys((*fixed, *fields, *_rows(owner.name), *validity)))
    owned = () if owner.name in {"PerangkatDaerah", "InstansiLuar", "Instansi", "Urusan"} else ("pemilik",)
    first = ("kode", "nama", *owned, "deskripsi")
    return tuple(dict.fromkeys((*first, *fields, *_rows(owner.name), *validity, "sumber", "instansi", VERSION)))


@cache
def columns(name: str) -> tuple[Kolom, ...]:
    """Return the columns of a class in the order of its export; that of Aplikasi is a contract (design section 5).

    Raises:
        UnknownNameError: there is no class of that name.
    """
    owner = kelas(name)
    found = [_column(field, owner, owner.field(field)) for field in _order(owner)]
    declared = {fold(spelling) for column in (*found, *side_columns(name)) for spelling in column.spellings}
    # A field's name is a spelling too, unless it is another column's usual title (Kondisi is a status). A computed
    # column is read from our own export only, where it is known by its exact name.
    return tuple(
        column
        if column.computed or fold(column.field) in declared
        else replace(column, spellings=(*column.spellings, column.field))
        for column in found
    )


@cache
def column(name: str, field: str) -> Kolom | None:
    """Return the column of that field, or None."""
    return next((column for column in columns(name) if column.field == field), None)


@cache
def side_columns(name: str) -> tuple[Kolom, ...]:
    """Return titles that are known but fill no field: kept as a note, dropped as personal, or needless.

    ``hint`` says why for the last two.
    """
    declared = schema_document("kolom.yaml")["kolom_samping"]
    rows = {**declared["*"], **declared.get(name, {})}
    return tuple(
        Kolom(
            field=field,
            title=field,
            spellings=tuple(dict.fromkeys((*row.get("tulisan", ()), *row.get("lazim", ())))),
            kind=str(row["jenis"]),
            hint=str(row.get("alasan", "")),
        )
        for field, row in rows.items()
    )


@cache
def column_classes() -> tuple[str, ...]:
    """Return the names of the classes that are imported and exported, in the order of the metamodel."""
    return tuple(name for name in classes() if name not in _NO_ELEMENTS_OF_USERS)


def join_values(values: Iterable[str]) -> str:
    """Join several values into one cell: separated by ``; ``, a value that holds ``;`` or ``"`` in double quotes.

    ``split_values`` gives back what was joined, blanks at the ends of a value apart.
    """
    return "; ".join(_quoted(value) if any(sign in value for sign in ';"\n\r') else value for value in values)


def join_names(names: Iterable[str]) -> str:
    """Join names of applications as ``join_values`` does; one with a comma, or that starts with a sign, is quoted too:
    a reader of lists would take it for several names, or its sign for a bullet."""
    parted = frozenset(';,"\n\r')
    return "; ".join(
        name if name[:1].isalnum() and parted.isdisjoint(name) else _quoted(name) for name in names if name
    )


def stands_quoted(value: str, cell: str) -> bool:
    """Whether a value that ``split_values`` found in a cell stands there in double quotes: it is one, whatever is in
    it."""
    return '"' in cell and _quoted(value) in cell


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'


def split_values(text: str) -> tuple[str, ...]:
    """Split a cell that ``join_values`` wrote, or one where a unit separated values by ``;`` or line breaks.

    A quote that does not open a value, or is never closed, is an ordinary sign. Empty values and repeated ones are left
    out.
    """
    found: list[str] = []
    rest = text
    while rest:
        value, rest = _first_value(rest.lstrip(" \t\r\n;\u00a0"))
        if value:
            found.append(value)
    return tuple(dict.fromkeys(found))


def _first_value(text: str) -> tuple[str, str]:
    if text.startswith('"'):
        end = _closing_quote(text)
        after = text[end + 1 :].lstrip(" \t\u00a0") if end else ""
        if end and (not after or after[0] in ";\n\r"):
            return clean(text[1:end].replace('""', '"')), after[1:]
    for position, sign in enumerate(text):
        if sign in ";\n\r":
            return clean(text[:position]), text[position + 1 :]
    return clean(text), ""


def _closing_quote(text: str) -> int:
    position = 1
    while (position := text.find('"', position)) > 0:
        if text[position + 1 : position + 2] != '"':
            return position
        position += 2
    return 0


def guard_formula(text: str) -> str:
    """Put one ``'`` before text that a spreadsheet would run as a formula (or that begins with ``'``)."""
    return "'" + text if text.startswith(_FORMULA) else text


def unguard_formula(text: str) -> str:
    """Take off the ``'`` that ``guard_formula`` put; other text comes back as it is."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
