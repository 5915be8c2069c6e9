"""A workbook that needs mending comes back with every problem at its cell, and brings only what was marked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

sys.path.insert(0, str(Path(__file__).parents[1] / "intake"))

from sheet_drawing import draw_xlsx

from archrepo.commands.importing import ImportRequest, import_files, read_request, write_reports
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened
from archrepo.intake.mended import LIST_SHEET
from archrepo.intake.outcome import ImportOutcome
from archrepo.landscape import Aplikasi
from archrepo.landscape.loader import load_landscape
from archrepo.repository import Repository

DRAWING = """
INVENTARIS APLIKASI DINAS KESEHATAN|<|<|<
No|Nama Aplikasi|Data Teknis|<
^|^|Lokasi Server|Tahun Pembuatan
#1|SIPANDU|Server OPD|202l
#2||Diskominfo|#2019
#3|e-Arsip|Diskominfo|#2020
"""


@pytest.fixture
def repository(sqlite_url: str) -> Iterator[Repository]:
    initialise(sqlite_url, "penguji", instansi="Kabupaten Contoh")
    with opened(sqlite_url) as found:
        yield found


def bring(repository: Repository, path: Path, report: Path | None = None, *, partial: bool = False) -> ImportOutcome:
    request = ImportRequest((str(path),), opd="Dinas Kesehatan", partial=partial)
    outcome = import_files(repository, "penguji", request, read_request(request, repository))
    if report is not None:
        write_reports(request, outcome, report)
    return outcome


def names(repository: Repository) -> dict[str, int | None]:
    with repository.read() as connection:
        return {row.nama: row.tahun_dibuat for row in load_landscape(connection).of(Aplikasi)}


def sheet(path: Path, name: str = "Inventaris") -> Worksheet:
    found = load_workbook(path)[name]
    assert isinstance(found, Worksheet)
    return found


def test_mended_copy_of_a_partly_written_file_brings_the_marked_rows_only(
    repository: Repository, tmp_path: Path
) -> None:
    path, copy = draw_xlsx(tmp_path / "Dinkes.xlsx", {"Inventaris": DRAWING}), tmp_path / "perbaikan.xlsx"
    assert bring(repository, path, copy, partial=True).has_refused
    marked = sheet(copy)
    assert marked["B5"].comment is not None
    assert "IMP030" in marked["B5"].comment.text
    assert marked["D4"].comment is not None
    assert marked["E2"].value == "Catatan Perbaikan"
    assert [bool(marked.cell(row, 5).value) for row in (4, 5, 6)] == [True, True, False]
    listed = sheet(copy, LIST_SHEET)
    links = {cell.hyperlink.location for row in listed.iter_rows() for cell in row if cell.hyperlink}
    assert {"'Inventaris'!B5", "'Inventaris'!D4"} <= links

    book = load_workbook(copy)
    book["Inventaris"]["B5"] = "SIGIZI"
    book["Inventaris"]["D4"] = 2021
    book["Inventaris"]["B6"] = "nama yang tidak ditandai"
    book.save(copy)
    (again,) = bring(repository, copy).sheets
    assert again.outcomes == {4: "updated", 5: "created"}
    assert again.elements.no_longer_reported == 0
    assert names(repository) == {"SIPANDU": 2021, "SIGIZI": 2019, "e-Arsip": 2020}


def test_mended_copy_of_a_file_of_which_nothing_was_written_brings_all(repository: Repository, tmp_path: Path) -> None:
    path, copy = draw_xlsx(tmp_path / "Dinkes.xlsx", {"Inventaris": DRAWING}), tmp_path / "perbaikan.xlsx"
    assert not bring(repository, path, copy).written
    book = load_workbook(copy)
    book["Inventaris"]["B5"] = "SIGIZI"
    book.save(copy)
    bring(repository, copy)
    assert names(repository) == {"SIPANDU": None, "SIGIZI": 2019, "e-Arsip": 2020}


def test_copy_of_a_text_file_runs_no_formula(repository: Repository, tmp_path: Path) -> None:
    path, copy = tmp_path / "data.csv", tmp_path / "perbaikan.xlsx"
    path.write_text("Nama Aplikasi;Status;Tahun Pembuatan;Catatan Lain\nSIPANDU;=1+1;20x1;=HYPERLINK(1)\n")
    bring(repository, path, copy)
    marked = sheet(copy, "Data")
    assert (marked["B2"].value, marked["B2"].data_type) == ("=1+1", "s")
    assert marked["D2"].data_type == "s"
    assert marked["C2"].comment is not None


def test_form_that_needs_mending_is_taken_whole(repository: Repository, tmp_path: Path) -> None:
    sheets = {
        "Satu": "Nama Aplikasi|SIPANDU\nTahun Pembuatan|20x1\nStatus|Aktif",
        "Dua": "Nama Aplikasi|SIGIZI\nTahun Pembuatan|#2020\nStatus|Aktif",
    }
    path, copy = draw_xlsx(tmp_path / "profil.xlsx", sheets), tmp_path / "perbaikan.xlsx"
    bring(repository, path, copy)
    book = load_workbook(copy)
    book["Satu"]["B2"] = 2021
    book.save(copy)
    outcome = bring(repository, copy)
    assert [dict(found.outcomes) for found in outcome.sheets] == [{1: "updated"}, {}]
    assert names(repository) == {"SIPANDU": 2021, "SIGIZI": 2020}


def test_each_file_with_problems_has_its_copy(repository: Repository, tmp_path: Path) -> None:
    folder = tmp_path / "kiriman"
    folder.mkdir()
    draw_xlsx(folder / "a.xlsx", {"Inventaris": DRAWING})
    draw_xlsx(folder / "b.xlsx", {"Inventaris": "Nama Aplikasi|Status|URL\nX|Aktif|x.go.id"})
    request = ImportRequest((str(folder),), opd="Dinas Kesehatan", partial=True)
    outcome = import_files(repository, "penguji", request, read_request(request, repository))
    written = write_reports(request, outcome, tmp_path / "perbaikan.xlsx")
    assert [path.name for path in written] == ["perbaikan-a.xlsx"]
