"""Forms of services, data, processes, infrastructure and security are read as what they say, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from domain_forms import FORMS, Form, Row
from sheet_drawing import draw_xlsx

from archrepo.intake.reading import read_file
from archrepo.intake.records import OWNER, Record


def _records(path: Path, form: Form) -> Mapping[str, Record]:
    sheets = read_file(draw_xlsx(path / "kiriman.xlsx", form.sheets)).sheets
    assert not any(sheet.refused for sheet in sheets)
    return {str(record.values["nama"]): record for sheet in sheets for record in sheet.records}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _said(record: Record, row: Row) -> Row:
    """Return of a record what the row expects to be told."""
    owner = {OWNER: (record.unit,)} if record.unit and OWNER not in record.references else {}
    references = {**owner, **record.references}
    kept = " | ".join(record.notes.values())
    return Row(
        str(record.values["nama"]),
        {name: _plain(record.values.get(name)) for name in row.values},
        {name: references.get(name, ()) for name in row.references},
        tuple(text for text in row.notes if text in kept),
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_form_is_read(tmp_path: Path, form: Form) -> None:
    records = _records(tmp_path, form)
    assert list(records) == [row.nama for row in form.rows]
    assert {record.kelas for record in records.values()} == {form.kelas}
    assert [_said(records[row.nama], row) for row in form.rows] == list(form.rows)
    assert not any(text in repr(list(records.values())) for text in form.dropped)


def _has_one_header_row(form: Form) -> bool:
    return not any("^" in drawing or "|<|" in drawing.split("No|")[-1] for drawing in form.sheets.values())


@pytest.mark.parametrize("form", [form for form in FORMS if _has_one_header_row(form)], ids=lambda form: form.name)
def test_order_of_columns_says_nothing(tmp_path: Path, form: Form) -> None:
    """The columns of a form with one header row can be turned round, but for the numbering in front."""
    turned = {name: _turned(drawing) for name, drawing in form.sheets.items()}
    records = _records(tmp_path, Form(form.name, turned, form.kelas, form.rows))
    assert [_said(records[row.nama], row) for row in form.rows if row.nama in records] == list(form.rows)


def _turned(drawing: str) -> str:
    lines = []
    for line in drawing.strip("\n").splitlines():
        cells = line.split("|")
        plain = "<" not in cells and len(cells) > 3 and line.strip("| ")
        lines.append("|".join([cells[0], *reversed(cells[1:])]) if plain else line)
    return "\n".join(lines)
