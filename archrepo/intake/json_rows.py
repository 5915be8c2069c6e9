"""Reads a JSON file as sheets of rows: our own export, or a list of objects as other systems give it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from archrepo.declarations.kolom import CLASS_COLUMN, columns, join_values
from archrepo.declarations.metamodel import classes
from archrepo.intake.json_shapes import listed_rows
from archrepo.intake.limits import Limits
from archrepo.intake.problems import FileProblem

Grid = list[tuple[str | int | float | bool | None, ...]]


def read_json(path: Path, limits: Limits) -> tuple[tuple[str, Grid], ...]:
    """Return ``(sheet name, rows)`` for each class of the file, the first row of each its field names.

    Rows are numbered as if each class were a sheet with one header row. A list of objects without ``kelas`` gives one
    sheet without a name.

    Raises:
        FileProblem: it is no JSON, holds no list of objects, or is nested or wide beyond the limits.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FileProblem("IMP091", path.name, reason=_place(error)) from error
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for row in _objects(document, path):
        groups.setdefault(str(row.get(CLASS_COLUMN, "")), []).append(row)
    if not groups:
        raise FileProblem("IMP072", path.name)
    return tuple((_sheet_name(name), _grid(name, rows, path, limits)) for name, rows in groups.items())


def _place(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"baris {error.lineno}"
    if isinstance(error, UnicodeDecodeError):
        return "bukan teks UTF-8 yang utuh"
    return "susunannya terlalu dalam" if isinstance(error, RecursionError) else "memuat angka yang terlalu panjang"


def _objects(document: Any, path: Path) -> list[Mapping[str, Any]]:
    layers = document.get("layers") if isinstance(document, dict) else None
    if isinstance(layers, dict) and all(isinstance(rows, list) for rows in layers.values()):
        found: list[Any] | None = [row for rows in layers.values() for row in rows]
    elif isinstance(document, list) and not document:
        found = []
    else:
        found = listed_rows(document)
    if found is None or not all(isinstance(row, dict) for row in found):
        raise FileProblem("IMP091", path.name, reason="isinya bukan daftar objek")
    return found


def _sheet_name(name: str) -> str:
    known = classes().get(name)
    return known.label if known is not None else name


def _grid(name: str, rows: Sequence[Mapping[str, Any]], path: Path, limits: Limits) -> Grid:
    # Every column of a known class stands in the header, so that a file which leaves out what is empty reads the same.
    declared = [column.field for column in columns(name)] if name in classes() else []
    fields = list(dict.fromkeys((*declared, *(key for row in rows for key in row if key != CLASS_COLUMN))))
    if len(fields) > limits.columns:
        raise FileProblem("IMP077", path.name, what="Jumlah isian", found=len(fields), limit=limits.columns)
    # The class stands in the first column: a class without a field of its own looks like another one.
    lead = [CLASS_COLUMN] if name else []
    return [(*lead, *fields), *(tuple(_cell(row.get(field)) for field in [*lead, *fields]) for row in rows)]


def _cell(value: Any) -> str | int | float | bool | None:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list):
        return join_values(str(part) for part in value)
    return json.dumps(value, ensure_ascii=False)
