"""Loading: the same Landscape as one built by hand, in a fixed number of queries, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert
from sqlalchemy.orm import Session

from archrepo.declarations.metamodel import relation_kinds
from archrepo.errors import UnknownNameError
from archrepo.landscape import AliasAmbigu, Aplikasi, Elemen, Keputusan, Landscape, Pengesampingan
from archrepo.landscape.builder import Builder
from archrepo.landscape.loader import load_landscape
from archrepo.model import Keputusan as StoredKeputusan
from archrepo.model import Pengesampingan as StoredPengesampingan
from archrepo.model.rincian import ELEMENT_CLASSES, class_tables, table_of
from archrepo.repository import Repository, UnitOfWork
from archrepo.waktu import WITA

NOT_WRITTEN = {"versi", "sumber", "catatan", "lain", "kelas"}


def _store(work: UnitOfWork, landscape: Landscape) -> None:
    """Write a Landscape that was built by hand, with its ids, which run from 1 as those of a new repository do."""
    assert list(work.writer.new_ids(len(landscape))) == sorted(row.id for row in landscape.elements)
    for name in ELEMENT_CLASSES:
        tables = class_tables(name)
        rows = []
        for element in landscape.of_class(name):
            common = {
                field: getattr(element, field) for field in Elemen.__dataclass_fields__ if field not in NOT_WRITTEN
            }
            own = {field: element.nilai(field) for field in tables.own}
            rows.append({**common, **own, "alias": element.nilai("alias")} if _has_alias(name) else {**common, **own})
        work.writer.insert(name, rows)
    work.writer.relations.add(
        (edge.jenis, edge.dari, edge.ke, dict(edge.atribut))
        for edge in landscape.edges
        if relation_kinds()[edge.jenis].is_row
    )


def _has_alias(name: str) -> bool:
    return name in ("PerangkatDaerah", "Aplikasi")


def _load(repository: Repository, **options: Any) -> Landscape:
    with repository.read() as connection:
        return load_landscape(connection, **options)


def _regency() -> Landscape:
    b = Builder()
    dinkes = b.unit("Dinas Kesehatan", singkatan="Dinkes", tipe="dinas", alias=("Dikes",), blud="tidak")
    b.unit("RSUD Contoh", tipe="rsud", induk_id=dinkes)
    luar = b.add("InstansiLuar", "Kementerian Contoh", jenis="kementerian", instansi=b.nasional)
    layanan = b.add("Layanan", "Rawat jalan", unit_pelaksana_id=dinkes, tujuan="Sehat")
    proses = b.add("ProsesBisnis", "Pendaftaran", perangkat_daerah_id=dinkes)
    data = b.add("DataInformasi", "Pasien", produsen=dinkes, data_pribadi="ya")
    pusat = b.add("FasilitasKomputasi", "Pusat Data Contoh", jenis="pusat_data", bandwidth_internet=12.5)
    server = b.add("Server", "Server 1", fasilitas_id=pusat, memori_gb=64, berlaku_mulai=date(2024, 1, 2))
    simrs = b.aplikasi(
        "SIMRS",
        pemilik=dinkes,
        pelapor=dinkes,
        hosting="server_opd",
        fasilitas=server,
        layanan=(layanan,),
        proses=(proses,),
        data=(data,),
        alias=("SIM RS", "Sistem RS"),
        kode_referensi="RAA.02.02",
        jumlah_pengguna=1200,
        keyakinan="tinggi",
        tidak_lagi_dilaporkan=True,
    )
    srikandi = b.aplikasi("SRIKANDI", nasional="srikandi", pelapor=(dinkes,), pemilik=luar)
    b.add("AntarmukaApi", "API RS", aplikasi_id=simrs)
    b.integrasi(simrs, srikandi, jalur="titik_ke_titik")
    b.add("PerangkatLunakPlatform", "MySQL", versi="8.4", tipe="basis_data")
    b.add("ItemAnggaran", "Belanja", nilai=12_500_000_000, tahun=2026)
    return b.build()


def test_a_loaded_landscape_equals_the_one_built_by_hand(each_repository: Repository) -> None:
    built = _regency()
    with each_repository.write("Penguji", "isi") as work:
        _store(work, built)
    loaded = _load(each_repository, as_of=built.as_of)
    assert sorted(loaded.elements, key=lambda row: row.id) == sorted(built.elements, key=lambda row: row.id)
    assert set(loaded.edges) == set(built.edges)
    for element in built.elements:
        stored = loaded[element.id]
        assert dict(stored.lain) == dict(element.lain), element.nama
        assert {type(value) for value in stored.lain.values()} == {type(value) for value in element.lain.values()}


def test_what_fields_of_the_same_name_hold(repository: Repository) -> None:
    with repository.write("Penguji", "isi") as work:
        _store(work, _regency())
    loaded = _load(repository)
    (platform,), (budget,) = loaded.of_class("PerangkatLunakPlatform"), loaded.of_class("ItemAnggaran")
    assert (platform.nilai("versi"), platform.versi) == ("8.4", 1)
    assert budget.nilai("nilai") == 12_500_000_000


@contextmanager
def _counted(connection: Connection) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    yield statements
    event.remove(connection, "before_cursor_execute", note)


def _statements(repository: Repository, **options: Any) -> list[str]:
    with repository.read() as connection, _counted(connection) as statements:
        load_landscape(connection, **options)
    return statements


def test_the_number_of_queries_is_fixed(each_repository: Repository) -> None:
    without = _statements(each_repository)
    with each_repository.write("Penguji", "isi") as work:
        _store(work, _regency())
        kab = work.writer.new_ids(60)
        rows = [{"id": kab[0], "instansi_id": kab[0], "kode": "LAIN", "nama": "Kabupaten Lain"}]
        work.writer.insert("Instansi", rows)
        apps = [{"instansi_id": kab[0], "nama": f"Aplikasi {n}"} for n in range(50)]
        ids = work.writer.insert("Aplikasi", apps)
        work.writer.insert(
            "Penempatan", [{"instansi_id": kab[0], "nama": "P", "aplikasi_id": identifier} for identifier in ids]
        )
        sheet = work.writer.sources.add_sheet(
            work.writer.sources.add_file("a.xlsx", "00"), "L", "Aplikasi", asked=(), rows=50
        )
        work.writer.sources.add_rows(
            [{"elemen_id": identifier, "lembar_id": sheet, "baris": n} for n, identifier in enumerate(ids)]
        )
    assert _statements(each_repository) == without
    assert len(without) == len(ELEMENT_CLASSES) + 8
    assert len(_statements(each_repository, instansi="LAIN")) == len(without)


def test_removed_and_merged_elements_are_not_loaded(repository: Repository) -> None:
    built = _regency()
    (simrs,) = (row for row in built.of(Aplikasi) if row.nama == "SIMRS")
    with repository.write("Penguji", "isi") as work:
        _store(work, built)
        (gone,) = work.writer.insert("Aplikasi", [{"instansi_id": simrs.instansi_id, "nama": "SIM RS"}])
        work.writer.update("Aplikasi", gone, {"keadaan": "digabung", "digabung_ke_id": simrs.id})
        work.writer.update("Layanan", built.of_class("Layanan")[0].id, {"keadaan": "dihapus"})
        work.writer.update("PerangkatDaerah", built.units()[1].id, {"keadaan": "perlu_konfirmasi"})
    loaded = _load(repository)
    assert gone not in loaded
    assert loaded.of_class("Layanan") == ()
    assert loaded.out(simrs.id, "R08") == ()
    assert [unit.keadaan for unit in loaded.units()] == ["tercatat", "perlu_konfirmasi"]


def test_one_instansi_is_loaded_with_nasional(repository: Repository) -> None:
    with repository.write("Penguji", "isi") as work:
        _store(work, _regency())
        (other,) = work.writer.new_ids(1)
        row = {"id": other, "instansi_id": other, "kode": "KAB-LAIN", "nama": "Kabupaten Lain"}
        work.writer.insert("Instansi", [row])
        work.writer.insert("Aplikasi", [{"instansi_id": other, "nama": "Milik lain"}])
    for text in ("KAB-LAIN", "kabupaten lain"):
        loaded = _load(repository, instansi=text)
        assert sorted(row.nama for row in loaded.of(Aplikasi)) == ["Milik lain", "SRIKANDI"]
        assert [row.kode for row in loaded.daftar_instansi] == ["KAB-LAIN"]
    with pytest.raises(UnknownNameError, match="Kabupaten Lian") as caught:
        _load(repository, instansi="Kabupaten Lian")
    assert "Kabupaten Lain" in caught.value.nearest


def test_sources_sheets_and_notes_come_with_their_elements(each_repository: Repository) -> None:
    built = _regency()
    dinkes = built.units()[0]
    (simrs,) = (row for row in built.of(Aplikasi) if row.nama == "SIMRS")
    with each_repository.write("Penguji", "import", files=["a.xlsx"]) as work:
        _store(work, built)
        sources = work.writer.sources
        file = sources.add_file("a.xlsx", "00ff")
        first = sources.add_sheet(file, "Lembar1", "Aplikasi", asked={"nama", "url"}, rows=9, reporters=[dinkes.id])
        second = sources.add_sheet(sources.add_file("b.csv", "01ff"), "", "Aplikasi", asked={"nama"}, rows=1)
        sources.add_rows(
            [
                {"elemen_id": simrs.id, "lembar_id": first, "baris": 7, "pelapor_id": dinkes.id},
                {"elemen_id": simrs.id, "lembar_id": second, "baris": 2},
            ]
        )
        sources.add_notes(
            [
                {"elemen_id": simrs.id, "judul": "Ket", "teks": teks, "lembar_id": first, "baris": 7}
                for teks in ("lama", "baru", "lama")
            ]
        )
        batch = work.writer.batch.id
    loaded = _load(each_repository)
    aplikasi = loaded[simrs.id]
    assert [str(source) for source in aplikasi.sumber] == ["a.xlsx!Lembar1!7", "b.csv!!2"]
    assert [(source.pelapor_id, source.batch) for source in aplikasi.sumber] == [(dinkes.id, batch), (None, batch)]
    assert dict(aplikasi.catatan) == {"Ket": "lama; baru"}
    sheet = loaded.sheets[0]
    assert (sheet.file, sheet.sheet, sheet.kelas, sheet.rows) == ("a.xlsx", "Lembar1", "Aplikasi", 9)
    assert (sheet.asked, sheet.pelapor_ids, sheet.batch) == (frozenset({"nama", "url"}), (dinkes.id,), batch)


def test_waivers_decisions_and_ambiguous_names_are_loaded(repository: Repository) -> None:
    built = _regency()
    first, second = built.units()
    now = datetime.now(WITA)
    with repository.write("Penguji", "isi") as work:
        _store(work, built)
        waiver = {"sidik": "ab", "alasan": "uji", "pelaku": "Ani", "waktu": now, "sampai": date(2026, 12, 31)}
        work.connection.execute(insert(table_of(StoredPengesampingan)), waiver)
        ids = sorted(row.id for row in built.of(Aplikasi))
        pair = {"a_id": ids[0], "b_id": ids[1], "putusan": "bukan_sama", "pelaku": "Ani", "alasan": "", "waktu": now}
        work.connection.execute(insert(table_of(StoredKeputusan)), pair)
        work.writer.aliases.add_ambiguous(first.instansi_id, "R.S.", [second.id, first.id])
    loaded = _load(repository)
    assert loaded.waivers == (Pengesampingan("ab", "uji", "Ani", date(2026, 12, 31)),)
    assert loaded.decisions == (Keputusan(ids[0], ids[1], "bukan_sama", "Ani", ""),)
    assert loaded.ambiguous_aliases == (AliasAmbigu(first.instansi_id, "r s", (second.id, first.id)),)


def test_the_day_is_that_of_the_regency(repository: Repository) -> None:
    loaded = _load(repository)
    assert loaded.taken_at is not None
    assert loaded.taken_at.utcoffset() == timedelta(hours=8)
    assert loaded.as_of == loaded.taken_at.date()
    assert _load(repository, as_of=date(2020, 2, 29)).as_of == date(2020, 2, 29)


def test_a_session_can_be_read_too(repository: Repository) -> None:
    with repository.write("Penguji", "isi") as work:
        _store(work, _regency())
        assert isinstance(work.session, Session)
        assert len(load_landscape(work.session)) == len(_regency())
