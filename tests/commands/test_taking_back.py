"""Taking a batch back: everything is what it was, or what stands in the way is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from isi_contoh import Isi, store

from archrepo.commands.editing import edit_element, remove_element
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.merging import merge_elements
from archrepo.commands.taking_back import UndoRefusedError, take_back
from archrepo.errors import UnknownNameError, UsageError
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.landscape.sidik import content_hash
from archrepo.repository import Repository
from archrepo.repository.verifikasi import verify_journal

SHEET = (
    "No,Nama Aplikasi,Perangkat Daerah,Status Aplikasi,URL,Lokasi Server,Terintegrasi Dengan,Keterangan\n"
    "1,SIMRS,Dinas Kesehatan,Tidak Aktif,simrs.contohkab.go.id,Server OPD,e-Office,catatan satu\n"
    "2,e-Office,Dinas Komunikasi dan Informatika,Aktif,,Pusat Data,,\n"
    "3,Absensi,Dinas Baru Sekali,Aktif,absen.contohkab.go.id,,SIMRS,\n"
)


@pytest.fixture
def isi(each_repository: Repository) -> Isi:
    isi = store(each_repository)
    with each_repository.write("Penguji", "isi") as work:
        work.writer.update("Aplikasi", isi.simrs, {"url": "simrs.contohkab.go.id"})
    return isi


def _now(repository: Repository) -> Landscape:
    with repository.read() as connection:
        return load_landscape(connection)


def _import(repository: Repository, folder: Path, text: str, name: str = "a.csv") -> int:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    request = ImportRequest((str(path),))
    outcome = import_files(repository, "Budi", request, read_request(request))
    assert outcome.batch is not None
    return outcome.batch


def test_an_import_is_taken_back_whole(each_repository: Repository, isi: Isi, tmp_path: Path) -> None:
    before = content_hash(_now(each_repository))
    batch = _import(each_repository, tmp_path, SHEET)
    assert content_hash(_now(each_repository)) != before
    done = take_back(each_repository, "Citra")
    assert (done.batch, done.actor, done.command, done.written) == (batch, "Budi", "import", batch + 1)
    assert any("diubah" in change.sentence for change in done.changes)
    assert content_hash(_now(each_repository)) == before
    assert _now(each_repository)[isi.simrs].versi > 1, "an edit based on the state before must still be refused"
    with each_repository.read() as connection:
        assert verify_journal(connection).is_whole


def test_what_took_a_batch_back_can_be_taken_back(each_repository: Repository, isi: Isi, tmp_path: Path) -> None:
    batch = _import(each_repository, tmp_path, SHEET)
    imported = content_hash(_now(each_repository))
    undone = take_back(each_repository, "Citra").written
    assert undone is not None
    take_back(each_repository, "Citra", undone)
    assert content_hash(_now(each_repository)) == imported
    take_back(each_repository, "Citra", batch)
    assert "e-Office" not in {row.nama for row in _now(each_repository).elements}
    assert isi.simrs in _now(each_repository)


def test_a_merge_is_taken_back_whole(each_repository: Repository, isi: Isi, tmp_path: Path) -> None:
    _import(each_repository, tmp_path, SHEET)
    landscape = _now(each_repository)
    before = content_hash(landscape)
    kode = {row.nama: row.kode for row in landscape.of_class("Aplikasi")}
    merge_elements(each_repository, "Ani", kode["SIMRS"], [kode["Absensi"], kode["e-Office"]])
    assert len(_now(each_repository).of_class("Aplikasi")) == 1
    done = take_back(each_repository, "Citra")
    assert done.command == "merge"
    assert content_hash(_now(each_repository)) == before
    assert isi.simrs in _now(each_repository)


def test_any_named_batch_is_taken_back_if_nothing_depends_on_it(each_repository: Repository, isi: Isi) -> None:
    kode = _now(each_repository)[isi.simrs].kode
    edit_element(each_repository, "Ani", kode, {"fungsi": "satu"})
    with each_repository.read() as connection:
        first = verify_journal(connection).head.batch
    edit_element(each_repository, "Budi", kode, {"deskripsi": "lain hal"})
    take_back(each_repository, "Citra", first)
    element = _now(each_repository)[isi.simrs]
    assert (element.nilai("fungsi"), element.deskripsi) == (None, "lain hal")


def test_later_work_on_the_same_field_stands_in_the_way(each_repository: Repository, isi: Isi) -> None:
    kode = _now(each_repository)[isi.simrs].kode
    edit_element(each_repository, "Ani", kode, {"fungsi": "satu"})
    with each_repository.read() as connection:
        first = verify_journal(connection).head.batch
    edit_element(each_repository, "Budi", kode, {"fungsi": "dua"})
    before = content_hash(_now(each_repository))
    with pytest.raises(UndoRefusedError, match=r"diubah Budi dalam batch #4 \(edit\)") as caught:
        take_back(each_repository, "Citra", first)
    assert len(caught.value.conflicts) == 1
    assert content_hash(_now(each_repository)) == before
    # Once that is taken back itself, the way is free.
    take_back(each_repository, "Citra", first + 1)
    take_back(each_repository, "Citra", first)
    assert _now(each_repository)[isi.simrs].nilai("fungsi") is None


def test_what_points_to_an_inserted_row_stands_in_the_way(
    each_repository: Repository, isi: Isi, tmp_path: Path
) -> None:
    batch = _import(each_repository, tmp_path, SHEET)
    kode = _now(each_repository)[isi.layanan].kode
    unit = next(row for row in _now(each_repository).units() if row.nama == "Dinas Baru Sekali")
    with each_repository.write("Ani", "edit") as work:
        work.writer.update("Layanan", isi.layanan, {"unit_pelaksana_id": unit.id})
    with pytest.raises(UndoRefusedError) as caught:
        take_back(each_repository, "Citra", batch)
    assert [line for line in caught.value.conflicts if kode in line and unit.kode in line]


def test_a_change_from_outside_stands_in_the_way(each_repository: Repository, isi: Isi) -> None:
    remove_element(each_repository, "Ani", _now(each_repository)[isi.simrs].kode)
    with each_repository.read() as connection:
        batch = verify_journal(connection).head.batch
    with each_repository._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE elemen SET keadaan = 'tercatat'")
    with pytest.raises(UndoRefusedError, match="di luar archrepo"):
        take_back(each_repository, "Citra", batch)


def test_a_preview_changes_nothing(each_repository: Repository, isi: Isi, tmp_path: Path) -> None:
    _import(each_repository, tmp_path, SHEET)
    before = content_hash(_now(each_repository))
    done = take_back(each_repository, "Citra", preview=True)
    assert done.written is None
    assert content_hash(_now(each_repository)) == before
    assert isi.simrs in _now(each_repository)


def test_refusals_say_why(each_repository: Repository, isi: Isi) -> None:
    with pytest.raises(UsageError, match="Tidak ada impor atau penggabungan"):
        take_back(each_repository, "Citra")
    with pytest.raises(UnknownNameError, match="#99"):
        take_back(each_repository, "Citra", 99)
    kode = _now(each_repository)[isi.simrs].kode
    edit_element(each_repository, "Ani", kode, {"fungsi": "satu"})
    take_back(each_repository, "Citra", 3)
    with pytest.raises(UndoRefusedError, match="sudah dibatalkan oleh batch #4"):
        take_back(each_repository, "Citra", 3)
