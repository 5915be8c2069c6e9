"""JSON as other systems give it: wrapped, nested, grouped by unit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archrepo.intake.json_shapes import listed_rows
from archrepo.intake.reading import read_file

ROW = {"nama_aplikasi": "SIMANIS", "opd": "Dinas Sosial"}


@pytest.mark.parametrize(
    "document",
    [
        [ROW],
        {"data": [ROW]},
        {"status": "success", "code": 200, "data": {"items": [ROW], "total": 1}},
        {"aplikasi": [ROW], "catatan": []},
        {"daftar_aplikasi_2024": [ROW]},
    ],
)
def test_list_is_found_in_what_wraps_it(document: Any) -> None:
    assert listed_rows(document) == [ROW]


@pytest.mark.parametrize("document", [{}, "teks", 7, None, [1, 2], {"a": [ROW], "b": [ROW]}, {"data": []}, [[ROW]]])
def test_what_holds_no_one_list_is_none(document: Any) -> None:
    assert listed_rows(document) is None


def test_nested_objects_become_columns_and_called_ones_their_name(tmp_path: Path) -> None:
    row = {
        "nama_aplikasi": "SIMANIS",
        "perangkat_daerah": {"id": 7, "nama": "Dinas Sosial"},
        "hosting": {"lokasi": "Diskominfo", "jenis": None},
        "is_active": False,
    }
    path = tmp_path / "api.json"
    path.write_text(json.dumps({"data": [row, row | {"nama_aplikasi": "SIPERI", "is_active": True}]}))
    records = read_file(path).sheets[0].records
    assert [(row.values["nama"], row.unit, row.values["lokasi_hosting"], row.values["status"]) for row in records] == [
        ("SIMANIS", "Dinas Sosial", "pusat_data_daerah", "tidak_aktif"),
        ("SIPERI", "Dinas Sosial", "pusat_data_daerah", "aktif"),
    ]


def test_lists_grouped_by_unit_are_taken_apart(tmp_path: Path) -> None:
    first = [{"nama": "SIMANIS", "server": "vendor"}, {"nama": "SIPERI", "server": "OPD"}]
    second = [{"nama": "SIPASAR", "server": "Diskominfo"}]
    groups = [{"opd": "Dinas Sosial", "aplikasi": first}, {"opd": "Dinas Pasar", "aplikasi": second}]
    path = tmp_path / "opd.json"
    path.write_text(json.dumps(groups))
    records = read_file(path).sheets[0].records
    assert [(row.values["nama"], row.unit) for row in records] == [
        ("SIMANIS", "Dinas Sosial"),
        ("SIPERI", "Dinas Sosial"),
        ("SIPASAR", "Dinas Pasar"),
    ]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    )
)
def test_any_document_gives_flat_rows_or_none(document: Any) -> None:
    rows = listed_rows(document)
    assert rows is None or all(isinstance(row, dict) for row in rows)
