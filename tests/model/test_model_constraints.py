"""What the tables themselves refuse, on both engines, and in which words a user hears of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from isi_contoh import store
from sqlalchemy import insert, select, update

from archrepo.errors import ArchrepoError, ConflictError
from archrepo.model import AliasUnit, Elemen, Keputusan, Relasi
from archrepo.model.rincian import ELEMEN, class_tables, table_of
from archrepo.repository import Repository

NOW = datetime(2026, 6, 30, tzinfo=UTC)


def _element(**fields: Any) -> dict[str, Any]:
    stamp = {"dibuat": NOW, "diubah": NOW, "dibuat_oleh": "x", "diubah_oleh": "x"}
    return {"kelas": "Aplikasi", "kode": "X-1", "nama": "X", **stamp, **fields}


def test_kode_is_unique_within_an_instansi_only(each_repository: Repository) -> None:
    isi = store(each_repository)
    with each_repository.write("x", "x") as work:
        row = _element(id=900, instansi_id=isi.nasional, kode="DAA-0001")
        work.connection.execute(insert(ELEMEN), row)
    with pytest.raises(ConflictError, match="Kode itu sudah dipakai"), each_repository.write("x", "x") as work:
        work.connection.execute(insert(ELEMEN), _element(id=901, instansi_id=isi.kabupaten, kode="DAA-0001"))


def test_the_kode_of_an_instansi_is_unique(each_repository: Repository) -> None:
    isi = store(each_repository)
    with pytest.raises(ConflictError, match="Kode itu sudah dipakai Instansi lain"):
        _rename(each_repository, isi.kabupaten, "NASIONAL")


def _rename(repository: Repository, instansi: int, kode: str) -> None:
    with repository.write("x", "x") as work:
        work.writer.update("Instansi", instansi, {"kode": kode})


def test_an_element_has_one_owner_at_most(each_repository: Repository) -> None:
    isi = store(each_repository)
    with each_repository.write("x", "x") as work:
        (luar,) = work.writer.insert("InstansiLuar", [{"instansi_id": isi.nasional, "nama": "Kementerian Contoh"}])
    with pytest.raises(ConflictError, match="Pemilik hanya boleh satu"), each_repository.write("x", "x") as work:
        work.writer.update("Aplikasi", isi.simrs, {"instansi_luar_id": luar})


@pytest.mark.parametrize("changes", [{"keadaan": "digabung"}, {"keadaan": "hilang"}, {"digabung_ke_id": 1}])
def test_the_state_of_a_record_is_a_known_one(repository: Repository, changes: dict[str, Any]) -> None:
    isi = store(repository)
    with pytest.raises(ConflictError), repository.write("x", "x") as work:
        work.connection.execute(update(ELEMEN).where(ELEMEN.c.id == isi.simrs).values(**changes))


def test_references_are_checked_at_the_end_of_the_transaction(each_repository: Repository) -> None:
    isi = store(each_repository)
    table = class_tables("Penempatan").table
    with each_repository.write("x", "x") as work:
        work.connection.execute(insert(ELEMEN), _element(id=900, instansi_id=isi.kabupaten, kelas="Penempatan"))
        work.connection.execute(insert(table), {"id": 900, "aplikasi_id": 901})
        later = _element(id=901, instansi_id=isi.kabupaten, kode="X-2")
        work.connection.execute(insert(ELEMEN), later)
        work.connection.execute(insert(class_tables("Aplikasi").table), {"id": 901})
    with pytest.raises(ConflictError, match="bertentangan"), each_repository.write("x", "x") as work:
        work.connection.execute(update(table).where(table.c.id == 900).values(aplikasi_id=12345))


def test_a_relation_stands_once(each_repository: Repository) -> None:
    isi = store(each_repository)
    row = {"jenis": "R58", "dari_id": isi.dinkes, "ke_id": isi.simrs}
    with pytest.raises(ConflictError), each_repository.write("x", "x") as work:
        work.connection.execute(insert(table_of(Relasi)), [row, row])


def test_a_certain_name_means_one_unit(each_repository: Repository) -> None:
    isi = store(each_repository)
    row = {"instansi_id": isi.kabupaten, "alias": "Dinkes", "lipat": "dinkes", "status": "pasti"}
    with pytest.raises(ConflictError), each_repository.write("x", "x") as work:
        work.connection.execute(insert(table_of(AliasUnit)), {**row, "elemen_id": isi.diskominfo})


def test_a_decision_is_about_two_elements_in_order(repository: Repository) -> None:
    isi = store(repository)
    row = {"a_id": isi.simrs, "b_id": isi.simrs, "putusan": "sama", "pelaku": "x", "alasan": "", "waktu": NOW}
    with pytest.raises(ConflictError, match="dua objek yang berbeda"), repository.write("x", "x") as work:
        work.connection.execute(insert(table_of(Keputusan)), row)


def test_moments_come_back_in_utc(each_repository: Repository) -> None:
    before = datetime.now(UTC)
    store(each_repository)
    with each_repository.read() as connection:
        moments = connection.execute(select(Elemen.dibuat)).scalars().all()
    assert all(moment.utcoffset() is not None for moment in moments)
    assert all(before <= moment <= datetime.now(UTC) for moment in moments)


def test_whole_numbers_and_json_come_back_as_they_were(each_repository: Repository) -> None:
    isi = store(each_repository)
    with each_repository.write("x", "x") as work:
        common = {"instansi_id": isi.kabupaten}
        server = {**common, "nama": "S", "memori_gb": 64, "penyimpanan_gb": 1.5}
        work.writer.insert("Server", [server])
        work.writer.insert("KomputasiAwan", [{**common, "nama": "A", "biaya_layanan": 12_500_000_000}])
        work.writer.update("Aplikasi", isi.simrs, {"alias": ["Sistem RS", "SIM-RS"]})
    with each_repository.read() as connection:
        servers = class_tables("Server").table
        row = connection.execute(select(servers.c.memori_gb, servers.c.penyimpanan_gb)).one()
        assert repr(tuple(row)) == "(64, 1.5)"
        assert (
            connection.execute(select(class_tables("KomputasiAwan").table.c.biaya_layanan)).scalar() == 12_500_000_000
        )
        applications = class_tables("Aplikasi").table
        assert connection.execute(select(applications.c.alias)).scalar() == ["Sistem RS", "SIM-RS"]


def test_a_refusal_never_shows_the_databases_own_words(each_repository: Repository) -> None:
    isi = store(each_repository)
    with pytest.raises(ArchrepoError) as caught, each_repository.write("x", "x") as work:
        work.connection.execute(insert(ELEMEN), _element(id=isi.simrs, instansi_id=isi.kabupaten))
    assert "elemen" not in caught.value.message
    assert "UNIQUE" not in caught.value.message
