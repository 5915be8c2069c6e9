"""History, releases and comparison as users meet them: sentences, files, and states by date, release and batch."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from isi_contoh import store
from openpyxl import load_workbook
from sqlalchemy import insert

from archrepo.cli.main import main
from archrepo.commands.comparing import compare_states
from archrepo.commands.editing import edit_element, remove_element
from archrepo.commands.history import HistoryRequest, tell_history
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.merging import merge_elements
from archrepo.commands.releasing import (
    ReleaseRefusedError,
    approve_release,
    create_release,
    list_releases,
    show_release,
)
from archrepo.commands.taking_back import take_back
from archrepo.errors import UnknownNameError
from archrepo.landscape.loader import load_landscape
from archrepo.model import Keputusan
from archrepo.model.rincian import table_of
from archrepo.reports.perbandingan import diff_document, diff_text, write_diff_xlsx
from archrepo.reports.riwayat import history_document, history_text, rows_of
from archrepo.repository import Repository, create_or_upgrade, open_repository
from archrepo.repository.titik import find_point
from archrepo.waktu import now

SHEET = (
    "No,Nama Aplikasi,Perangkat Daerah,Status Aplikasi,URL,Catatan Khusus\n"
    "1,SIMRS,Dinas Kesehatan,Tidak Aktif,simrs.contohkab.go.id,pindah gedung\n"
    "2,e-Office,Dinas Komunikasi dan Informatika,Aktif,,\n"
)


@pytest.fixture
def lived(sqlite_url: str, tmp_path: Path) -> Repository:
    """A repository with a life behind it: stored, imported, edited, removed."""
    repository = open_repository(sqlite_url)
    isi = store(repository)
    edit_element(repository, "Ani", "DAA-0001", {"url": "simrs.contohkab.go.id"})
    path = tmp_path / "Kiriman Dinkes.csv"
    path.write_text(SHEET, encoding="utf-8")
    request = ImportRequest((str(path),))
    import_files(repository, "Budi", request, read_request(request))
    edit_element(repository, "Ani", "DAA-0001", {"fungsi": "rekam medis", "url": "(hapus)"})
    remove_element(repository, "Citra", "DAL-0001")
    assert isi.simrs
    return repository


def _sentences(repository: Repository, **asked: object) -> list[str]:
    return [change.sentence for change in tell_history(repository, HistoryRequest(**asked))]  # type: ignore[arg-type]


def test_an_element_tells_its_life_with_old_and_new_values_and_sources(lived: Repository) -> None:
    changes = tell_history(lived, HistoryRequest(element="DAA-0001"))
    told = [(change.actor, change.command, change.sentence) for change in changes]
    assert ("Ani", "edit", 'URL diisi "simrs.contohkab.go.id"') in told
    assert ("Budi", "import", 'Status diubah dari "Aktif" menjadi "Tidak Aktif"') in told
    assert ("Ani", "edit", 'URL dikosongkan, semula "simrs.contohkab.go.id"') in told
    assert any("memakai" in sentence for _, _, sentence in told)
    assert any("pindah gedung" in sentence for _, _, sentence in told)
    (status,) = [change for change in changes if change.field == "status"]
    assert (status.before, status.after) == ("Aktif", "Tidak Aktif")
    assert status.sources == ("Kiriman Dinkes.csv!!2",)


def test_a_unit_a_time_and_a_batch_can_be_asked_for(lived: Repository) -> None:
    unit = _sentences(lived, opd="Dinas Kesehatan")
    assert any("rekam medis" in sentence for sentence in unit)
    assert not any("e-Office" in sentence and "dicatat" in sentence for sentence in unit)
    assert "Ditandai dihapus" in _sentences(lived, since="#4")
    assert "Ditandai dihapus" not in _sentences(lived, batch=4)
    assert _sentences(lived, since="2099-01-01") == []
    assert _sentences(lived, since="2001-01-01") == _sentences(lived)
    with pytest.raises(UnknownNameError):
        _sentences(lived, batch=99)
    with pytest.raises(UnknownNameError):
        _sentences(lived, element="DAA-9999")


def test_what_was_merged_away_still_has_its_history(lived: Repository) -> None:
    merge_elements(lived, "Ani", "DAA-0001", ["DAA-0002"])
    told = _sentences(lived, element="DAA-0002")
    assert "Digabung ke SIMRS" in told
    assert any(sentence.startswith("Aplikasi SPBE dicatat") for sentence in told)


def test_a_change_from_outside_is_told_as_such(lived: Repository) -> None:
    with lived._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE aplikasi SET fungsi = 'diam-diam'")
    last = tell_history(lived, HistoryRequest(element="DAA-0001"))[-1]
    assert (last.command, last.batch, last.after) == ("luar", None, "diam-diam")


def test_the_forms_of_a_history_hold_the_same(lived: Repository) -> None:
    changes = tell_history(lived, HistoryRequest())
    document = history_document(changes)
    assert json.loads(json.dumps(document))["changes"][0]["actor"] == "Penguji"
    assert len(document["changes"]) == len(rows_of(changes)) == len(changes)
    text = history_text(changes)
    assert "Budi (import, batch #3)" in text
    assert history_text([]) == "Tidak ada perubahan yang tercatat."


# ---- releases


def test_a_release_names_a_state_that_stays(lived: Repository) -> None:
    made = create_release(lived, "Ani", "Rilis Satu", periode="2025-2029")
    edit_element(lived, "Ani", "DAA-0001", {"fungsi": "lain"})
    with lived.write("Ani", "add") as work:
        home = work.connection.exec_driver_sql("SELECT id FROM elemen WHERE kode = 'KAB'").scalar_one()
        work.writer.insert("Regulasi", [{"instansi_id": home, "nama": "Perbup 12 Tahun 2026"}])
    found, again = show_release(lived, "rilis satu")
    assert again == found.content == made.content
    with lived.read() as connection:
        point = find_point(connection, "Rilis Satu")
    with lived.read(point.nomor) as connection:
        landscape = load_landscape(connection, taken_at=point.moment)
    assert landscape.by_kode("DAA-0001").nilai("fungsi") == "rekam medis"
    approved = approve_release(lived, "Citra", "Rilis Satu", decree="Perbup 12 Tahun 2026")
    assert (approved.decree, approved.approved_by) == ("Perbup 12 Tahun 2026", "Citra")
    assert [row.nama for row in list_releases(lived)] == ["Rilis Satu"]


def test_a_release_is_refused_with_its_reason(lived: Repository) -> None:
    create_release(lived, "Ani", "Rilis Satu")
    with pytest.raises(ReleaseRefusedError, match="sudah ada"):
        create_release(lived, "Ani", "RILIS SATU")
    with pytest.raises(UnknownNameError, match="Regulasi"):
        approve_release(lived, "Ani", "Rilis Satu", decree="Perbup entah")
    with pytest.raises(UnknownNameError, match="Rilis"):
        show_release(lived, "Rilis Dua")


# ---- comparison


def test_two_states_are_compared(lived: Repository, sqlite_url: str, tmp_path: Path) -> None:
    diff = compare_states(sqlite_url, "#1", "kini")
    found = diff.comparison
    assert [row.nama for row in found.added] == ["e-Office"]
    assert [row.kode for row in found.gone] == ["DAL-0001"]
    (changed,) = [row for row in found.changed if row.element.kode == "DAA-0001"]
    fields = {field.field: (field.before, field.after) for field in changed.fields}
    assert fields["status"] == ("Aktif", "Tidak Aktif")
    assert fields["fungsi"] == ("", "rekam medis")
    assert {row.nama for row in found.relations_added} == {"melaporkan", "memakai"}
    document = diff_document(diff)
    assert document["summary"]["elements"]["added"] == 1
    assert document["findings"] is not None
    text = diff_text(diff)
    assert "Objek yang tidak ada lagi (1)" in text
    path = tmp_path / "perubahan.xlsx"
    write_diff_xlsx(diff, path)
    book = load_workbook(path, read_only=True)
    assert {"Ringkasan", "Objek baru", "Isian berubah", "Hubungan baru"} <= set(book.sheetnames)
    assert lived.where


def test_findings_that_appeared_and_were_mended_are_told(lived: Repository, sqlite_url: str) -> None:
    edit_element(lived, "Ani", "DAA-0001", {"status": "aktif", "lokasi_hosting": "server_opd"})
    forward = diff_document(compare_states(sqlite_url, "#1", "kini"))["findings"]
    backward = diff_document(compare_states(sqlite_url, "kini", "#1"))["findings"]
    assert forward["mended"] == backward["appeared"]
    assert "INT001" in {row["code"] for row in forward["appeared"]}


def test_large_states_are_checked_in_two_processes_with_the_same_result(
    lived: Repository, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit_element(lived, "Ani", "DAA-0001", {"status": "aktif", "lokasi_hosting": "server_opd"})
    alone = diff_document(compare_states(sqlite_url, "#1", "kini"))
    monkeypatch.setattr("archrepo.commands.comparing._LARGE", 1)
    assert diff_document(compare_states(sqlite_url, "#1", "kini")) == alone


def test_an_owner_that_changed_is_a_move(lived: Repository, sqlite_url: str) -> None:
    edit_element(lived, "Ani", "DAA-0001", {"pemilik": "Dinas Komunikasi dan Informatika"})
    found = compare_states(sqlite_url, "#1", "kini", with_findings=False).comparison
    (moved,) = [row for row in found.moved if row.element.kode == "DAA-0001"]
    assert (moved.before, moved.after) == ("Dinas Kesehatan", "Dinas Komunikasi dan Informatika")


def test_a_state_compared_with_itself_is_the_same(lived: Repository, sqlite_url: str) -> None:
    same = compare_states(sqlite_url, "kini", "kini")
    assert same.comparison.is_empty
    assert (same.appeared, same.mended) == ((), [])
    assert "Tidak ada objek" in diff_text(same)
    assert lived.where


def test_two_repositories_are_compared(lived: Repository, sqlite_url: str, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path / 'lain.db'}"
    store(create_or_upgrade(other))
    found = compare_states(sqlite_url, other, "kini", with_findings=False).comparison
    assert "e-Office" in {row.nama for row in found.added}
    assert lived.where


# ---- the commands


class Line:
    """Runs the command line in this process; start-up is tested elsewhere."""

    def __init__(self, url: str, capsys: pytest.CaptureFixture[str]) -> None:
        self._place = ["--database", url, "--pelaku", "Dewi"]
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as leaving:
            main([*self._place, *arguments])
        shown = self._capsys.readouterr()
        return int(leaving.value.code or 0), shown.out, shown.err


def test_the_commands_print_what_they_promise(
    lived: Repository, sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lived.close()
    line = Line(sqlite_url, capsys)
    rows = list(csv.DictReader(io.StringIO(line("history", "DAA-0001", "--format", "csv")[1])))
    assert {"waktu", "pelaku", "perubahan", "semula", "sekarang", "sumber"} <= rows[0].keys()
    assert line("history", "-o", str(tmp_path / "riwayat.xlsx"))[0] == 0
    assert load_workbook(tmp_path / "riwayat.xlsx", read_only=True).sheetnames == ["Riwayat"]
    assert json.loads(line("show", "DAA-0001", "--as-of", "#2", "--format", "json")[1])["versi"] == 2
    listed = json.loads(line("list", "--as-of", "#2", "--format", "json")[1])
    assert [row["kode"] for row in listed["rows"]] == ["DAA-0001"]
    assert json.loads(line("diff", "#1", "--format", "json")[1])["schema_version"] == 1


def test_only_what_is_new_since_a_state_is_shown(
    lived: Repository, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lived.close()
    line = Line(sqlite_url, capsys)
    line("edit", "DAA-0001", "status=aktif", "lokasi_hosting=server_opd")
    whole = json.loads(line("check", "--format", "json")[1])
    fresh = json.loads(line("check", "--since", "#5", "--format", "json")[1])
    known = {row["fingerprint"] for row in whole["findings"]}
    new = {row["fingerprint"] for row in fresh["findings"]}
    assert new < known
    assert "INT001" in {row["code"] for row in fresh["findings"]}
    counted = line("check", "trend", "#5", "kini")[1].splitlines()
    assert counted[0].split() == ["#5", "kini", "Beda"]
    assert any(row.startswith("INT") and "+" in row for row in counted)


def test_the_picture_of_changes_holds_what_changed(
    lived: Repository, sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lived.close()
    line = Line(sqlite_url, capsys)
    line("edit", "DAA-0001", "pemilik=Dinas Komunikasi dan Informatika")
    assert line("view", "perubahan", "-o", str(tmp_path / "x.svg"))[0] == 2
    assert line("view", "perubahan", "--since", "#1", "-o", str(tmp_path / "perubahan.svg"))[0] == 0
    drawn = (tmp_path / "perubahan.svg").read_text(encoding="utf-8")
    assert "e-Office" in drawn
    assert "Rawat jalan" in drawn
    assert "perubahan sejak #1" in drawn


def test_the_commands_on_the_journal_say_what_they_find(
    lived: Repository, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lived.close()
    line = Line(sqlite_url, capsys)
    head = line("journal", "head")[1].strip()
    assert line("journal", "verify", "--head", head)[0] == 0
    code, said, _ = line("journal", "verify", "--head", f"99:9999:{'0' * 64}", "--format", "json")
    assert (code, json.loads(said)["whole"]) == (1, False)
    assert line("journal", "verify", "--head", "entah")[0] == 2
    line("edit", "DAA-0001", "status=aktif")
    code, _, told = line("undo", "--batch", "3")
    assert code == 1
    assert "diubah Dewi dalam batch #6 (edit)" in told
    assert line("release", "create", "Rilis Satu")[0] == 0
    assert json.loads(line("release", "show", "Rilis Satu", "--format", "json")[1])["sesuai"] is True
    assert "Rilis Satu" in line("release", "list")[1]


def test_an_owner_typed_by_hand_can_be_cleared_again(lived: Repository) -> None:
    edit_element(lived, "Ani", "DAA-0001", {"pemilik": "Dinas Komunikasi dan Informatika"})
    edit_element(lived, "Ani", "DAA-0001", {"pemilik": "(hapus)"})
    with lived.read() as connection:
        assert load_landscape(connection).by_kode("DAA-0001").pemilik_id is None
    told = _sentences(lived, element="DAA-0001")
    assert 'Pemilik diubah dari "Dinas Kesehatan" menjadi "Dinas Komunikasi dan Informatika"' in told


def test_decisions_follow_a_merged_record(lived: Repository) -> None:
    """What was decided on the record that is gone and a third one holds for the record that was kept."""
    with lived.write("Ani", "isi") as work:
        home = work.connection.exec_driver_sql("SELECT id FROM elemen WHERE kode = 'KAB'").scalar_one()
        (third,) = work.writer.insert("Aplikasi", [{"instansi_id": home, "nama": "Lain"}])
        landscape = load_landscape(work.connection)
        kept, gone = landscape.by_kode("DAA-0001").id, landscape.by_kode("DAA-0002").id
        row = {"a_id": gone, "b_id": third, "putusan": "bukan_sama", "pelaku": "Ani", "alasan": "x", "waktu": now()}
        work.connection.execute(insert(table_of(Keputusan)), row)
    merge_elements(lived, "Ani", "DAA-0001", ["DAA-0002"])
    with lived.read() as connection:
        pairs = {(row.a_id, row.b_id) for row in load_landscape(connection).decisions}
    assert (kept, third) in pairs
    take_back(lived, "Ani")
    with lived.read() as connection:
        assert {(row.a_id, row.b_id) for row in load_landscape(connection).decisions} == {(gone, third)}
