"""The relation matrix holds on every write: by the writer, and by mapped objects."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from isi_contoh import Isi, store

from archrepo.declarations.metamodel import relation_kinds
from archrepo.model import Aplikasi, Relasi
from archrepo.model.relasi import RelationNotAllowedError, check_reference, check_relation, reference_fields
from archrepo.model.rincian import ELEMENT_CLASSES, class_tables
from archrepo.repository import Repository


@pytest.fixture
def isi(repository: Repository) -> Isi:
    return store(repository)


def test_every_declared_pair_is_allowed_and_every_other_refused() -> None:
    for kind in relation_kinds().values():
        if not kind.is_row:
            continue
        for source in ELEMENT_CLASSES:
            for target in ELEMENT_CLASSES:
                if source in kind.sources and target in kind.targets:
                    check_relation(kind.id, source, target)
                else:
                    with pytest.raises(RelationNotAllowedError):
                        check_relation(kind.id, source, target)


def test_a_relation_with_another_home_is_refused_as_a_row() -> None:
    with pytest.raises(RelationNotAllowedError) as owner:
        check_relation("R15", "PerangkatDaerah", "Aplikasi")
    assert "Aplikasi.perangkat_daerah_id" in owner.value.mend
    with pytest.raises(RelationNotAllowedError) as exchange:
        check_relation("R21", "Aplikasi", "Aplikasi")
    assert "Integrasi" in exchange.value.mend


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(RelationNotAllowedError, match="R99"):
        check_relation("R99", "Aplikasi", "Layanan")


def test_references_to_a_group_of_classes() -> None:
    assert reference_fields("Penempatan")["fasilitas_id"] == ("FasilitasKomputasi", "KomputasiAwan", "Server")
    check_reference("Penempatan", "fasilitas_id", "Server")
    with pytest.raises(RelationNotAllowedError, match="Fasilitas/awan/server"):
        check_reference("Penempatan", "fasilitas_id", "Aplikasi")
    with pytest.raises(RelationNotAllowedError, match="objek yang tidak ada"):
        check_reference("Penempatan", "fasilitas_id", None)


def test_every_reference_column_is_a_foreign_key() -> None:
    for name in ELEMENT_CLASSES:
        tables = class_tables(name)
        for field in tables.references:
            column = tables.table.c.get(field)
            if field in tables.own:
                assert column is not None
                assert column.foreign_keys, (name, field)


def test_the_writer_refuses_a_relation_the_matrix_does_not_hold(repository: Repository, isi: Isi) -> None:
    with pytest.raises(RelationNotAllowedError, match=r"OPD-0001 .* → DAL-0001"), repository.write("x", "x") as work:
        work.writer.relations.add([("R58", isi.dinkes, isi.layanan)])
    with repository.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM relasi").scalar() == 0


def test_the_writer_refuses_an_owner_that_is_no_unit(repository: Repository, isi: Isi) -> None:
    with pytest.raises(RelationNotAllowedError, match=r'DAA-0001 "SIMRS"'), repository.write("x", "x") as work:
        work.writer.update("Aplikasi", isi.simrs, {"perangkat_daerah_id": isi.layanan})


def test_the_writer_refuses_a_reference_to_nothing(repository: Repository, isi: Isi) -> None:
    with pytest.raises(RelationNotAllowedError, match="objek yang tidak ada"), repository.write("x", "x") as work:
        work.writer.insert("Penempatan", [{"instansi_id": isi.kabupaten, "nama": "P", "aplikasi_id": 12345}])


def test_a_session_refuses_a_relation_the_matrix_does_not_hold(repository: Repository, isi: Isi) -> None:
    with pytest.raises(RelationNotAllowedError), repository.write("x", "x") as work:
        work.session.add(Relasi(jenis="R08", dari_id=isi.layanan, ke_id=isi.simrs))
    with repository.write("x", "x") as work:
        work.session.add(Relasi(jenis="R08", dari_id=isi.simrs, ke_id=isi.layanan))
    with repository.read() as connection:
        assert connection.exec_driver_sql("SELECT dari_id, ke_id FROM relasi").all() == [(isi.simrs, isi.layanan)]


def test_a_session_refuses_a_reference_of_the_wrong_class(repository: Repository, isi: Isi) -> None:
    with pytest.raises(RelationNotAllowedError), repository.write("x", "x") as work:
        work.session.get_one(Aplikasi, isi.simrs).pengembang = isi.layanan


def test_a_session_counts_versions_and_keeps_synonyms(repository: Repository, isi: Isi) -> None:
    with repository.write("x", "x") as work:
        aplikasi = work.session.get_one(Aplikasi, isi.simrs)
        aplikasi.raa = "RAA.02.02"
        aplikasi.diubah = datetime.now(UTC)
        work.session.flush()
        assert (aplikasi.versi, aplikasi.kode_referensi) == (2, "RAA.02.02")


def test_new_objects_of_one_session_may_refer_to_each_other(repository: Repository, isi: Isi) -> None:
    now = datetime.now(UTC)
    stamp = {"dibuat": now, "diubah": now, "dibuat_oleh": "x", "diubah_oleh": "x"}
    with repository.write("x", "x") as work:
        (identifier,) = work.writer.new_ids(1)
        new = Aplikasi(id=identifier, kode="APP-1", nama="Baru", instansi_id=isi.kabupaten, **stamp)
        work.session.add_all([new, Relasi(jenis="R17", dari_id=isi.simrs, ke_id=identifier)])
    with repository.read() as connection:
        assert connection.exec_driver_sql("SELECT ke_id FROM relasi").scalar() == identifier
