"""The declaration of columns: the contract of the export, completeness, and cells of several values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archrepo.declarations.kolom import (
    column,
    column_classes,
    columns,
    guard_formula,
    join_values,
    side_columns,
    split_values,
    unguard_formula,
)
from archrepo.declarations.kosakata import vocabularies
from archrepo.declarations.metamodel import classes, common_fields, relation_kinds
from archrepo.declarations.resource import schema_document
from archrepo.names import clean, fold

CONTRACT = [
    "kode", "nama", "singkatan", "pemilik", "pelapor", "pengguna", "deskripsi", "fungsi", "bentuk", "jenis",
    "kepemilikan", "basis", "status", "lokasi_hosting", "penempatan", "keterhubungan", "status_integrasi",
    "klaim_integrasi", "url", "basis_data", "pengembang", "tahun_dibuat", "layanan", "proses_bisnis", "data",
    "terintegrasi_dengan", "sumber", "instansi",
]  # fmt: skip


def test_export_of_applications_begins_with_the_contract() -> None:
    assert [row.field for row in columns("Aplikasi")][: len(CONTRACT)] == CONTRACT


def test_computed_columns_are_those_of_the_contract() -> None:
    computed = {row.field for row in columns("Aplikasi") if row.computed}
    assert computed == {"penempatan", "keterhubungan", "status_integrasi", "sumber", "instansi"}


def test_every_class_of_elements_has_columns() -> None:
    assert set(column_classes()) == set(classes()) - {"KodeReferensi", "Temuan"}


@pytest.mark.parametrize("kelas", column_classes())
def test_every_field_has_one_column(kelas: str) -> None:
    hidden = {"id", "kunci_alami", "asal_baris", "perangkat_daerah_id", "instansi_luar_id"}
    fields = [row.field for row in columns(kelas)]
    assert len(fields) == len(set(fields))
    wanted = {field.name for field in (*classes()[kelas].fields, *common_fields())} - hidden
    assert wanted <= set(fields)
    assert fields[:2] == ["kode", "nama"]


@pytest.mark.parametrize("kelas", column_classes())
def test_columns_name_what_exists(kelas: str) -> None:
    for row in columns(kelas):
        assert row.title
        assert row.title in row.spellings
        assert row.vocabulary is None or row.vocabulary in vocabularies(), row.field
        assert set(row.targets) <= {*classes(), "Infrastruktur"}, row.field
        if row.relation:
            kind = relation_kinds()[row.relation]
            assert kelas in (*kind.sources, *kind.targets), row.field


def test_declared_rows_belong_to_a_class_and_a_known_kind() -> None:
    kinds = {
        "teks", "teks_panjang", "kode", "bilangan", "uang", "tanggal", "tahun", "ya_tidak", "url", "enum", "ref",
        "ref_banyak", "unit", "unit_banyak", "teks_banyak", "catatan", "pribadi", "abaikan", "ikutan",
    }  # fmt: skip
    assert set(schema_document("kolom.yaml")["kelas"]) <= set(column_classes())
    for kelas in column_classes():
        assert {row.kind for row in (*columns(kelas), *side_columns(kelas))} <= kinds


def test_no_spelling_of_an_application_names_two_fields() -> None:
    taken: dict[str, str] = {}
    for row in (*columns("Aplikasi"), *side_columns("Aplikasi")):
        for spelling in {fold(text) for text in row.spellings}:
            assert taken.setdefault(spelling, row.field) == row.field, spelling


def test_unknown_field_has_no_column() -> None:
    assert column("Aplikasi", "tidak_ada") is None


@given(st.lists(st.text(max_size=30).map(clean).filter(bool), max_size=5, unique=True))
def test_joined_values_split_again(values: list[str]) -> None:
    assert list(split_values(join_values(values))) == values


@given(st.text(max_size=60))
def test_any_text_splits(text: str) -> None:
    assert all(value == value.strip() and value for value in split_values(text))


@given(st.text(max_size=40))
def test_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    guarded = guard_formula(text)
    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguard_formula(guarded) == text
