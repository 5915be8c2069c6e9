"""A change by hand that was based on an older state is refused, with what changed since; nothing is overwritten."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from isi_contoh import store
from openpyxl import load_workbook

from archrepo.commands.editing import edit_element, remove_element
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.merging import merge_elements
from archrepo.commands.stale import UnknownVersionError
from archrepo.exchange.export import export_layers
from archrepo.exchange.template import write_template
from archrepo.intake.outcome import ImportOutcome
from archrepo.landscape.loader import load_landscape
from archrepo.landscape.sidik import content_hash
from archrepo.model.penulis import StaleEditError
from archrepo.repository import Repository


@pytest.fixture
def changed(each_repository: Repository) -> Repository:
    """Two applications; Ani changed the first since its version 1 was read."""
    isi = store(each_repository)
    with each_repository.write("Penguji", "isi") as work:
        work.writer.insert("Aplikasi", [{"instansi_id": isi.kabupaten, "nama": "SIMRS Lama"}])
    edit_element(each_repository, "Ani", "DAA-0001", {"fungsi": "rekam medis", "status": "tidak_aktif"})
    return each_repository


@pytest.mark.parametrize(
    "change",
    [
        lambda repository: edit_element(repository, "Budi", "DAA-0001", {"fungsi": "lain"}, versi=1),
        lambda repository: remove_element(repository, "Budi", "DAA-0001", versi=1),
        lambda repository: merge_elements(repository, "Budi", "DAA-0001", ["DAA-0002"], versions={"DAA-0001": 1}),
        lambda repository: merge_elements(repository, "Budi", "DAA-0002", ["DAA-0001"], versions={"daa-0001": 1}),
    ],
)
def test_a_stale_change_is_refused_with_the_difference(
    changed: Repository, change: Callable[[Repository], object]
) -> None:
    with changed.read() as connection:
        before = content_hash(load_landscape(connection))
    with pytest.raises(StaleEditError) as caught:
        change(changed)
    assert any("Ani: " in line and "rekam medis" in line for line in caught.value.changes)
    assert any('Status diubah dari "Aktif" menjadi "Tidak Aktif"' in line for line in caught.value.changes)
    assert "rekam medis" in caught.value.message
    with changed.read() as connection:
        assert content_hash(load_landscape(connection)) == before


def test_a_change_based_on_the_present_state_is_kept(changed: Repository) -> None:
    done = edit_element(changed, "Budi", "DAA-0001", {"fungsi": "lain"}, versi=2)
    assert (done.changed, done.versi) == (True, 3)
    merge_elements(changed, "Budi", "DAA-0001", ["DAA-0002"], versions={"DAA-0001": 3, "DAA-0002": 1})


def test_a_version_that_has_never_been_is_called_so(changed: Repository) -> None:
    with pytest.raises(UnknownVersionError, match="belum pernah sampai versi 9; sekarang versi 2"):
        edit_element(changed, "Budi", "DAA-0001", {"fungsi": "lain"}, versi=9)


# ---- workbooks and exports that come back


@pytest.fixture
def sent(changed: Repository, tmp_path: Path) -> Path:
    """What Diskominfo sent out at version 2, before Citra changed the status and the function by hand."""
    path = tmp_path / "aplikasi.csv"
    with changed.read() as connection:
        landscape = load_landscape(connection)
    home = landscape.daftar_instansi[0].id
    export_layers(landscape, layer="aplikasi", form="csv", target=path, instansi_id=home)
    edit_element(changed, "Citra", "DAA-0001", {"status": "aktif", "fungsi": "rawat inap"})
    return path


def _bring(repository: Repository, path: Path) -> ImportOutcome:
    request = ImportRequest((str(path),))
    return import_files(repository, "Budi", request, read_request(request))


def _rewrite(path: Path, **cells: str) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        if row["kode"] == "DAA-0001":
            row.update(cells)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def test_a_row_that_would_overwrite_later_work_is_refused(changed: Repository, sent: Path) -> None:
    _rewrite(sent, url="simrs.go.id")
    outcome = _bring(changed, sent)
    (problem,) = [row for sheet in outcome.sheets for row in sheet.refused]
    assert (problem.code, problem.value) == ("IMP048", "DAA-0001 SIMRS")
    assert 'tercatat "aktif", berkas "tidak_aktif"' in problem.message
    assert not outcome.written
    with changed.read() as connection:
        element = load_landscape(connection).by_kode("DAA-0001")
    assert (element.nilai("status"), element.nilai("fungsi"), element.nilai("url")) == ("aktif", "rawat inap", None)


def test_a_row_without_version_says_that_its_word_counts(changed: Repository, sent: Path) -> None:
    _rewrite(sent, url="simrs.go.id", versi_objek="")
    assert _bring(changed, sent).written
    with changed.read() as connection:
        element = load_landscape(connection).by_kode("DAA-0001")
    assert (element.nilai("status"), element.nilai("url")) == ("tidak_aktif", "simrs.go.id")


def test_a_correction_of_what_nobody_changed_is_taken(changed: Repository, sent: Path) -> None:
    with changed.read() as connection:
        versi = load_landscape(connection).by_kode("DAA-0001").versi
    _rewrite(sent, url="simrs.go.id", status="aktif", fungsi="rawat inap", versi_objek=str(versi))
    outcome = _bring(changed, sent)
    assert [row for sheet in outcome.sheets for row in sheet.refused] == []
    with changed.read() as connection:
        assert load_landscape(connection).by_kode("DAA-0001").nilai("url") == "simrs.go.id"


def test_what_comes_back_unchanged_is_refused_only_where_it_differs(changed: Repository, sent: Path) -> None:
    """The second application is as it was sent; its row changes nothing, however old the file."""
    outcome = _bring(changed, sent)
    assert [row.row for sheet in outcome.sheets for row in sheet.refused] == [2]


def test_the_workbook_of_a_unit_carries_the_versions(changed: Repository, tmp_path: Path) -> None:
    with changed.read() as connection:
        landscape = load_landscape(connection)
    path = tmp_path / "dinkes.xlsx"
    unit = next(row for row in landscape.units() if row.nama == "Dinas Kesehatan")
    write_template(landscape, path, unit_id=unit.id)
    edit_element(changed, "Citra", "DAA-0001", {"fungsi": "rawat inap"})
    book = load_workbook(path)
    sheet = book["Aplikasi"]
    (head,) = [row for row in sheet.iter_rows() if row[0].value == "Kode"]
    columns = {cell.value: cell.column for cell in head}
    assert "Versi Catatan" in columns
    address = sheet.cell((head[0].row or 0) + 1, columns["Alamat (URL)"] or 0)
    address.value = "simrs.go.id"
    book.save(path)
    (problem,) = [row for sheet_ in _bring(changed, path).sheets for row in sheet_.refused]
    assert problem.code == "IMP048"


def test_an_owner_is_cleared_by_a_workbook(changed: Repository, sent: Path) -> None:
    _rewrite(sent, pemilik="(hapus)", versi_objek="")
    assert _bring(changed, sent).written
    with changed.read() as connection:
        assert load_landscape(connection).by_kode("DAA-0001").pemilik_id is None
