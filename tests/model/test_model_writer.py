"""The writer: ids, kode, versions, batches, names of units, relations and sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from isi_contoh import Isi, store
from sqlalchemy import select

from archrepo.errors import ConflictError, UnknownNameError
from archrepo.landscape.loader import load_landscape
from archrepo.model import AliasUnit, Aplikasi, AsalBaris, Batch, CatatanImpor, Elemen, PerangkatLunakPlatform, Relasi
from archrepo.model.borongan import insert_columns
from archrepo.model.penomoran import KodeTakenError
from archrepo.model.penulis import StaleEditError
from archrepo.model.rincian import ELEMEN, table_of
from archrepo.repository import Repository


@pytest.fixture
def isi(repository: Repository) -> Isi:
    return store(repository)


def _element(repository: Repository, identifier: int) -> Any:
    with repository.read() as connection:
        return connection.execute(select(ELEMEN).where(ELEMEN.c.id == identifier)).one()


def _aliases(repository: Repository) -> list[tuple[str, int | None, str]]:
    table = table_of(AliasUnit)
    with repository.read() as connection:
        columns = select(table.c.lipat, table.c.elemen_id, table.c.status).order_by(table.c.lipat, table.c.peringkat)
        return [(row[0], row[1], row[2]) for row in connection.execute(columns)]


def test_ids_and_kode_run_on_over_units_of_work(each_repository: Repository) -> None:
    isi = store(each_repository)
    with each_repository.write("x", "x") as work:
        first = work.writer.new_ids(3)
        assert work.writer.new_kode(isi.kabupaten, "Aplikasi", 2) == ["DAA-0002", "DAA-0003"]
    with each_repository.write("x", "x") as work:
        assert work.writer.new_ids(1).start == first.stop
        assert work.writer.new_kode(isi.kabupaten, "Aplikasi", 1) == ["DAA-0004"]
        assert work.writer.new_kode(isi.nasional, "Aplikasi", 1) == ["N-DAA-0001"]


def test_what_is_rolled_back_gives_its_numbers_back(repository: Repository) -> None:
    def take_and_fail() -> None:
        with repository.write("x", "x") as work:
            assert work.writer.new_ids(5).start == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        take_and_fail()
    with repository.write("x", "x") as work:
        assert work.writer.new_ids(1).start == 1


def test_new_kode_pass_over_those_that_came_from_outside(repository: Repository, isi: Isi) -> None:
    row = {"instansi_id": isi.kabupaten, "nama": "Lama"}
    with repository.write("x", "x") as work:
        work.writer.insert("Aplikasi", [{**row, "kode": "DAA-0002"}, {**row, "kode": "APP/7"}])
    with repository.write("x", "x") as work:
        assert work.writer.new_kode(isi.kabupaten, "Aplikasi", 2) == ["DAA-0003", "DAA-0004"]


def test_a_kode_that_is_taken_is_named(repository: Repository, isi: Isi) -> None:
    row = {"instansi_id": isi.kabupaten, "nama": "Lama"}
    with pytest.raises(KodeTakenError, match="DAA-0001"), repository.write("x", "x") as work:
        work.writer.insert("Aplikasi", [{**row, "kode": "DAA-0001"}])
    with pytest.raises(KodeTakenError, match="APP-1"), repository.write("x", "x") as work:
        work.writer.insert("Aplikasi", [{**row, "kode": "APP-1"}, {**row, "kode": "APP-1"}])


def test_rows_may_refer_to_rows_that_come_later(repository: Repository, isi: Isi) -> None:
    with repository.write("x", "x") as work:
        app, placement = work.writer.new_ids(2)
        here = {"instansi_id": isi.kabupaten}
        work.writer.insert("Penempatan", [{**here, "id": placement, "nama": "P", "aplikasi_id": app}])
        work.writer.insert("Aplikasi", [{**here, "id": app, "nama": "Kelak"}])
    assert _element(repository, placement).kelas == "Penempatan"


def test_what_is_left_out_gets_its_default(repository: Repository, isi: Isi) -> None:
    row = _element(repository, isi.simrs)
    assert (row.kondisi, row.keadaan, row.versi, row.asal) == ("saat_ini", "tercatat", 1, "manual")
    assert row.tidak_lagi_dilaporkan is False
    assert (row.dibuat_oleh, row.diubah_oleh) == ("Penguji", "Penguji")
    assert row.dibuat == row.diubah


def test_an_update_counts_and_stamps(repository: Repository, isi: Isi) -> None:
    before = _element(repository, isi.simrs)
    with repository.write("Ani", "edit") as work:
        work.writer.update("Aplikasi", isi.simrs, {"url": "https://simrs.contohkab.go.id", "raa": "RAA.02"}, versi=1)
    row = _element(repository, isi.simrs)
    assert (row.versi, row.diubah_oleh, row.dibuat_oleh, row.kode_referensi) == (2, "Ani", "Penguji", "RAA.02")
    assert row.diubah > before.diubah
    assert row.dibuat == before.dibuat


def test_an_update_changes_only_what_it_names(repository: Repository, isi: Isi) -> None:
    with repository.write("Ani", "edit") as work:
        work.writer.update("Aplikasi", isi.simrs, {"status": None})
        aplikasi = work.session.get_one(Aplikasi, isi.simrs)
        assert (aplikasi.status, aplikasi.nama, aplikasi.perangkat_daerah_id) == (None, "SIMRS", isi.dinkes)


def test_a_stale_edit_is_refused(each_repository: Repository) -> None:
    isi = store(each_repository)
    with each_repository.write("Ani", "edit") as work:
        work.writer.update("Aplikasi", isi.simrs, {"url": "a.id"}, versi=1)
    with pytest.raises(StaleEditError, match="SIMRS"), each_repository.write("Budi", "edit") as work:
        work.writer.update("Aplikasi", isi.simrs, {"url": "b.id"}, versi=1)
    assert _element(each_repository, isi.simrs).versi == 2


def test_a_field_the_class_does_not_have_is_named(repository: Repository, isi: Isi) -> None:
    with pytest.raises(UnknownNameError, match="statsu") as caught, repository.write("x", "x") as work:
        work.writer.update("Aplikasi", isi.simrs, {"statsu": "aktif"})
    assert "status" in caught.value.mend


def test_a_declared_field_named_like_the_counter_is_not_the_counter(repository: Repository, isi: Isi) -> None:
    with repository.write("x", "x") as work:
        row = {"instansi_id": isi.kabupaten, "nama": "MySQL", "versi": "8.0"}
        (identifier,) = work.writer.insert("PerangkatLunakPlatform", [row])
        work.writer.update("PerangkatLunakPlatform", identifier, {"versi": "8.4"})
        platform = work.session.get_one(PerangkatLunakPlatform, identifier)
        assert (platform.versi_produk, platform.versi) == ("8.4", 2)


# ---- batches


def test_a_unit_of_work_that_writes_nothing_leaves_no_batch(each_repository: Repository) -> None:
    with each_repository.write("x", "lihat") as work:
        assert not work.writer.batch.is_counted
    with each_repository.read() as connection:
        assert connection.execute(select(Batch.id)).all() == []
    isi = store(each_repository)
    with each_repository.write("Ani", "import", asal="impor", files=["a.xlsx"]) as work:
        work.writer.batch.summary["catatan"] = "uji"
        row = {"instansi_id": isi.nasional, "nama": "Kementerian"}
        work.writer.insert("InstansiLuar", [row, row])
        number = work.writer.batch.id
    with each_repository.read() as connection:
        batch = connection.execute(select(Batch.__table__).where(Batch.id == number)).one()
    assert (batch.pelaku, batch.perintah, batch.daftar_berkas) == ("Ani", "import", ["a.xlsx"])
    assert batch.ringkasan == {"dibuat": 2, "catatan": "uji"}


# ---- relations


def test_adding_relations_twice_adds_them_once(repository: Repository, isi: Isi) -> None:
    edges = [("R58", isi.dinkes, isi.simrs), ("R08", isi.simrs, isi.layanan), ("R58", isi.dinkes, isi.simrs)]
    with repository.write("x", "x") as work:
        assert work.writer.relations.add(edges) == 2
    with repository.write("x", "x") as work:
        assert work.writer.relations.add(edges) == 0
        assert not work.writer.batch.is_counted


def test_a_relation_keeps_what_it_carries_until_told_otherwise(repository: Repository, isi: Isi) -> None:
    with repository.write("x", "x") as work:
        (data,) = work.writer.insert("DataInformasi", [{"instansi_id": isi.kabupaten, "nama": "Pasien"}])
        work.writer.relations.add([("R10", isi.simrs, data, {"mode_akses": "baca"})])
    with repository.write("x", "x") as work:
        assert work.writer.relations.add([("R10", isi.simrs, data)]) == 0
        assert work.writer.relations.add([("R10", isi.simrs, data, {"mode_akses": "ubah"})]) == 1
        assert work.connection.exec_driver_sql("SELECT atribut FROM relasi").scalar() == '{"mode_akses": "ubah"}'


def test_removing_relations_says_how_many_there_were(repository: Repository, isi: Isi) -> None:
    with repository.write("x", "x") as work:
        work.writer.relations.add([("R58", isi.dinkes, isi.simrs)])
        both = [("R58", isi.dinkes, isi.simrs), ("R58", isi.diskominfo, isi.simrs)]
        assert work.writer.relations.remove(both) == 1


# ---- names of units


def test_a_units_other_names_are_found_by_their_folded_form(repository: Repository, isi: Isi) -> None:
    with repository.write("x", "x") as work:
        work.writer.aliases.add(isi.kabupaten, isi.dinkes, "DINKES; Dikes ;; Dinas  Kesehatan Kab.")
    certain = [(name, isi.dinkes, "pasti") for name in ("dikes", "dinas kesehatan kab", "dinkes")]
    assert _aliases(repository) == certain


def test_a_name_that_is_another_units_is_only_proposed(repository: Repository, isi: Isi) -> None:
    with repository.write("x", "x") as work:
        work.writer.aliases.add(isi.kabupaten, isi.diskominfo, ["Dinkes"])
    assert _aliases(repository) == [("dinkes", isi.dinkes, "pasti"), ("dinkes", isi.diskominfo, "usulan")]


def test_an_ambiguous_name_keeps_its_units_in_order_until_it_is_settled(repository: Repository, isi: Isi) -> None:
    with repository.write("x", "x") as work:
        work.writer.aliases.add_ambiguous(isi.kabupaten, "BKD", [isi.diskominfo, isi.dinkes])
    assert _aliases(repository)[:2] == [("bkd", isi.diskominfo, "ambigu"), ("bkd", isi.dinkes, "ambigu")]
    with repository.write("x", "x") as work:
        work.writer.aliases.settle(isi.kabupaten, "bkd", isi.dinkes)
        work.writer.aliases.add_ambiguous(isi.kabupaten, "BKD", [isi.diskominfo, isi.dinkes])
    assert _aliases(repository)[:1] == [("bkd", isi.dinkes, "pasti")]
    assert len(_aliases(repository)) == 2


def test_changing_the_names_of_a_unit_replaces_them(repository: Repository, isi: Isi) -> None:
    with repository.write("x", "x") as work:
        work.writer.update("PerangkatDaerah", isi.dinkes, {"alias": ["Dikes", "Diskes"]})
    assert _aliases(repository) == [("dikes", isi.dinkes, "pasti"), ("diskes", isi.dinkes, "pasti")]


# ---- sources


def test_sources_and_notes_hang_on_their_elements(each_repository: Repository) -> None:
    isi = store(each_repository)
    with each_repository.write("x", "import", files=["a.xlsx"]) as work:
        sources = work.writer.sources
        sheet = sources.add_sheet(
            sources.add_file("a.xlsx", "00ff"), "Lembar1", "Aplikasi", asked={"nama"}, rows=2, reporters=[isi.dinkes]
        )
        sources.add_rows(
            [
                {"elemen_id": isi.simrs, "lembar_id": sheet, "baris": 7, "pelapor_id": isi.dinkes},
                {"elemen_id": isi.simrs, "lembar_id": sheet, "baris": 9},
            ]
        )
        sources.add_notes([{"elemen_id": isi.simrs, "judul": "Ket", "teks": "lama", "lembar_id": sheet, "baris": 7}])
        elemen = work.session.get_one(Elemen, isi.simrs)
        assert elemen.asal_baris == ("a.xlsx!Lembar1!7", "a.xlsx!Lembar1!9")
        assert work.connection.execute(select(AsalBaris.pelapor_id).order_by(AsalBaris.baris)).scalars().all() == [
            isi.dinkes,
            None,
        ]
        assert work.connection.execute(select(CatatanImpor.teks)).scalar() == "lama"


# ---- many rows at once


def test_many_rows_are_written_as_few_are(each_repository: Repository) -> None:
    """From ten rows on PostgreSQL takes another way (COPY); every kind of value must come out the same."""
    isi = store(each_repository)
    values: dict[str, Any] = {
        "instansi_id": isi.kabupaten,
        "alias": ["A, B", 'tanda "kutip"'],
        "deskripsi": "baris\tsatu\nbaris dua \\N",
        "berlaku_mulai": date(2026, 1, 31),
        "perangkat_daerah_id": isi.dinkes,
        "tahun_dibuat": 2020,
        "url": None,
    }
    with each_repository.write("x", "x") as work:
        one = work.writer.insert("Aplikasi", [{**values, "nama": "satu"}])
        many = work.writer.insert("Aplikasi", [{**values, "nama": f"banyak {number}"} for number in range(30)])
        work.writer.relations.add([("R16", isi.dinkes, number, {"catatan": "x"}) for number in many])
    with each_repository.read() as connection:
        landscape = load_landscape(connection)
        entries = connection.exec_driver_sql("SELECT count(*) FROM jurnal WHERE tabel = 'aplikasi'").scalar_one()
    first = landscape[one[0]]
    for number in many:
        row = landscape[number]
        assert replace(row, id=first.id, kode=first.kode, nama=first.nama) == first
        assert dict(row.lain) == dict(first.lain)
    assert [edge.atribut["catatan"] for edge in landscape.out(isi.dinkes, "R16")] == ["x"] * 30
    assert entries == 32


def test_what_a_bulk_insert_breaks_is_put_into_words(each_repository: Repository) -> None:
    isi = store(each_repository)
    twice: dict[str, list[object]] = {"jenis": ["R16"] * 20, "dari_id": [isi.dinkes] * 20, "ke_id": [isi.simrs] * 20}
    with pytest.raises(ConflictError), each_repository.write("x", "x") as work:
        insert_columns(work.connection, table_of(Relasi), twice, {"asal": "x"})
