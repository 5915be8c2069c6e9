"""Every declared class and field has its place in the model and in the migrations; what is missing is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import BigInteger, Date, Integer, Text, inspect
from sqlalchemy.orm import configure_mappers
from sqlalchemy.types import TypeEngine

from archrepo.declarations.metamodel import Field, Kelas, classes, common_fields, relation_kinds
from archrepo.landscape.elemen import TYPED, Elemen
from archrepo.model import Dasar
from archrepo.model import Elemen as StoredElemen
from archrepo.model.dasar import BilanganUtuh
from archrepo.model.elemen import table_name
from archrepo.model.rincian import ELEMENT_CLASSES, class_tables
from archrepo.repository.engine import make_engine, parse_url

TYPES: Mapping[str, type[TypeEngine[Any]]] = {
    "teks": Text,
    "teks_panjang": Text,
    "kode": Text,
    "url": Text,
    "enum": Text,
    "ya_tidak": Text,
    "bilangan": BilanganUtuh,
    "uang": BigInteger,
    "tanggal": Date,
    "tahun": Integer,
    "ref": Integer,
}

COMPUTED = {"asal_baris": "a view of the sources"}

# Declared as text, kept otherwise, each with its reason.
KEPT_ELSEWHERE = {
    ("PerangkatDaerah", "alias"): "rows of alias_unit, where imports look names up",
    ("Urusan", "kode"): "the kode of the element",
}
KEPT_AS_LIST = {("Aplikasi", "alias"): "several names, as a list"}

# Columns of elemen that the metamodel does not declare: what every record needs.
OWN_COLUMNS = {
    "kelas", "kode", "instansi_id", "kode_referensi", "keadaan", "digabung_ke_id", "tidak_lagi_dilaporkan", "versi",
    "asal", "dibuat", "dibuat_oleh", "diubah", "diubah_oleh",
}  # fmt: skip


def _views() -> set[tuple[str, str] | None]:
    return {view for kind in relation_kinds().values() for view in (kind.view_many, kind.view_one)}


def kept_fields(kelas: Kelas) -> Iterator[Field]:
    """Give the fields of a class that are columns: not the views of relations and synonyms of kode_referensi."""
    for field in kelas.fields:
        is_view = field.kind == "ref_banyak" or (kelas.name, field.name) in _views()
        if not is_view and field.name != kelas.reference and (kelas.name, field.name) not in KEPT_ELSEWHERE:
            yield field


def missing_places(kelas: Kelas, model: Mapping[str, TypeEngine[Any]], migrated: set[str]) -> list[str]:
    """Name the places that a class's fields lack."""
    found = []
    for field in kept_fields(kelas):
        if field.name not in model:
            found.append(f"{kelas.name}.{field.name}: kolom model")
        elif (kelas.name, field.name) not in KEPT_AS_LIST and not isinstance(model[field.name], TYPES[field.kind]):
            found.append(f"{kelas.name}.{field.name}: jenis kolom model, seharusnya {TYPES[field.kind].__name__}")
        if field.name not in migrated:
            found.append(f"{kelas.name}.{field.name}: migrasi")
    declared = {field.name for field in kept_fields(kelas)}
    found += [f"{kelas.name}.{name}: deklarasi" for name in (model.keys() | migrated) - declared - {"id"}]
    return found


@pytest.fixture
def migrated(engine_url: str) -> Mapping[str, set[str]]:
    engine = make_engine(parse_url(engine_url))
    with engine.connect() as connection:
        inspector = inspect(connection)
        return {
            table: {str(column["name"]) for column in inspector.get_columns(table)}
            for table in inspector.get_table_names()
        }


def test_every_declared_field_has_its_column_in_model_and_migration(migrated: Mapping[str, set[str]]) -> None:
    found: list[str] = []
    for name in ELEMENT_CLASSES:
        table = Dasar.metadata.tables[table_name(name)]
        model = {column.name: column.type for column in table.columns}
        found += missing_places(classes()[name], model, migrated.get(table.name, set()))
    assert found == []


def test_common_fields_are_columns_of_elemen(migrated: Mapping[str, set[str]]) -> None:
    declared = {field.name for field in common_fields()} - COMPUTED.keys()
    columns = {column.name for column in StoredElemen.__table__.columns}
    assert declared | OWN_COLUMNS == columns
    assert migrated["elemen"] == columns


def test_a_field_that_lacks_a_place_is_named() -> None:
    kelas = replace(classes()["Urusan"], fields=(Field("warna", "Warna", "teks"), Field("berat", "Berat", "bilangan")))
    assert missing_places(kelas, {"id": Integer(), "berat": Text()}, {"id", "berat", "lama"}) == [
        "Urusan.warna: kolom model",
        "Urusan.warna: migrasi",
        "Urusan.berat: jenis kolom model, seharusnya BilanganUtuh",
        "Urusan.lama: deklarasi",
    ]


def test_reference_fields_read_and_write_kode_referensi() -> None:
    configure_mappers()
    mapped = {mapper.class_.__name__: mapper for mapper in StoredElemen.__mapper__.self_and_descendants}
    for name in ELEMENT_CLASSES:
        reference = classes()[name].reference
        if reference is not None:
            assert mapped[name].synonyms[reference].name == "kode_referensi"
            assert class_tables(name).shared[reference] == "kode_referensi"


def test_every_class_is_mapped_once() -> None:
    configure_mappers()
    mapped = [mapper.class_.__name__ for mapper in StoredElemen.__mapper__.self_and_descendants]
    assert sorted(mapped) == sorted(["Elemen", *ELEMENT_CLASSES])


def test_typed_records_know_only_declared_fields() -> None:
    """A typed field of the Landscape that the declaration lacks would never be filled."""
    common = set(Elemen.__dataclass_fields__)
    for name, kind in TYPED.items():
        declared = {field.name for field in classes()[name].fields}
        assert set(kind.__dataclass_fields__) - common <= declared, name


def test_every_constraint_and_index_has_a_name() -> None:
    for table in Dasar.metadata.tables.values():
        named: list[Any] = [*table.constraints, *table.indexes]
        for item in named:
            assert item.name, (table.name, item)
            assert len(str(item.name)) <= 63, "PostgreSQL cuts longer names off"


def _index(row: Any) -> tuple[str, ...]:
    where = {name: str(value) for name, value in row.get("dialect_options", {}).items()}
    return (row["name"], str(row["column_names"]), str(row["unique"]), str(where))


def _described(url: str) -> dict[str, Any]:
    engine = make_engine(parse_url(url))
    with engine.connect() as connection:
        inspector: Any = inspect(connection)
        found = {}
        for table in sorted(set(inspector.get_table_names()) - {"alembic_version"}):
            found[table] = {
                "columns": {
                    str(column["name"]): (str(column["type"]), column["nullable"], column["default"])
                    for column in inspector.get_columns(table)
                },
                "primary": inspector.get_pk_constraint(table),
                "foreign": sorted(inspector.get_foreign_keys(table), key=lambda row: str(row["name"])),
                "unique": sorted(inspector.get_unique_constraints(table), key=lambda row: str(row["name"])),
                "checks": sorted(inspector.get_check_constraints(table), key=lambda row: str(row["name"])),
                "indexes": sorted(map(_index, inspector.get_indexes(table))),
            }
        return found


def test_the_migration_builds_what_the_model_says(engine_url: str, empty_url: str) -> None:
    """Checks and partial indexes too, which Alembic's own comparison leaves out."""
    engine = make_engine(parse_url(empty_url), create=True)
    with engine.begin() as connection:
        Dasar.metadata.create_all(connection)
    assert _described(empty_url) == _described(engine_url)
