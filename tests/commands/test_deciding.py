"""Decisions on pairs: written whole with reason and person, contradictions refused, merges followed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from archrepo.checks.registry import run_checks
from archrepo.cli.main import cli
from archrepo.commands.deciding import ContradictionError, Jawaban, decide
from archrepo.commands.editing import add_element
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import read_landscape
from archrepo.errors import UnknownNameError, UsageError
from archrepo.landscape import Landscape
from archrepo.reports.duplikat_xlsx import AnswerError
from archrepo.repository import Repository, open_repository

NAMES = ("SIMPEG", "Sistem Informasi Kepegawaian", "Simpeg v2", "e-Cuti", "Cuti Online")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a few applications of one unit, to be copied."""
    path = tmp_path_factory.mktemp("putusan") / "isi.db"
    url = f"sqlite:///{path}"
    initialise(url, "penguji")
    opened = open_repository(url)
    add_element(opened, "penguji", "PerangkatDaerah", {"nama": "Dinas Sosial"})
    for name in NAMES:
        add_element(opened, "penguji", "Aplikasi", {"nama": name, "status": "aktif"}, unit="Dinas Sosial")
    opened.close()
    return path


@pytest.fixture
def sqlite_url(filled: Path, tmp_path: Path) -> str:
    shutil.copy(filled, tmp_path / "archrepo.db")
    return f"sqlite:///{tmp_path / 'archrepo.db'}"


@pytest.fixture
def repository(sqlite_url: str) -> Iterator[Repository]:
    opened = open_repository(sqlite_url)
    yield opened
    opened.close()


def kode(landscape: Landscape, name: str) -> str:
    return next(row.kode for row in landscape.of_class("Aplikasi") if row.nama == name)


@pytest.fixture
def codes(repository: Repository, sqlite_url: str) -> dict[str, str]:
    assert repository is not None
    landscape = read_landscape(sqlite_url)
    return {name: kode(landscape, name) for name in NAMES}


def groups(url: str) -> set[frozenset[str]]:
    landscape = read_landscape(url)
    found = run_checks(landscape, only=("DUP001",)).findings
    return {frozenset(landscape[one].nama for one in row.element_ids) for row in found}


def decisions(url: str) -> dict[frozenset[str], tuple[str, str, str]]:
    landscape = read_landscape(url)
    return {
        frozenset((landscape[row.a_id].nama, landscape[row.b_id].nama)): (row.verdict, row.by, row.reason)
        for row in landscape.decisions
        if row.a_id in landscape and row.b_id in landscape
    }


def test_what_is_one_with_the_same_is_one_with_each_other(
    repository: Repository, sqlite_url: str, codes: dict[str, str]
) -> None:
    answers = [
        Jawaban(codes["SIMPEG"], codes["Simpeg v2"], "sama", "satu server"),
        Jawaban(codes["SIMPEG"], codes["Sistem Informasi Kepegawaian"], "sama", "satu server"),
        Jawaban(codes["SIMPEG"], codes["e-Cuti"], "bukan_sama", "lain fungsi"),
    ]
    result = decide(repository, "Bu Rai", answers)
    assert (result.sama, result.bukan_sama, result.digabung) == (3, 3, 0)
    written = decisions(sqlite_url)
    assert written[frozenset(("Simpeg v2", "Sistem Informasi Kepegawaian"))] == ("sama", "Bu Rai", "satu server")
    assert written[frozenset(("Simpeg v2", "e-Cuti"))] == ("bukan_sama", "Bu Rai", "lain fungsi")


def test_the_same_answer_twice_writes_once(repository: Repository, codes: dict[str, str]) -> None:
    answer = [Jawaban(codes["e-Cuti"], codes["Cuti Online"], "bukan_sama", "beda unit")]
    assert decide(repository, "a", answer).changed
    assert not decide(repository, "a", answer).changed


def test_a_later_answer_replaces_the_earlier(repository: Repository, sqlite_url: str, codes: dict[str, str]) -> None:
    pair = (codes["e-Cuti"], codes["Cuti Online"])
    decide(repository, "a", [Jawaban(*pair, "bukan_sama", "beda unit")])
    assert frozenset(("e-Cuti", "Cuti Online")) not in groups(sqlite_url)
    decide(repository, "b", [Jawaban(*pair, "sama", "ternyata satu")])
    assert decisions(sqlite_url)[frozenset(("e-Cuti", "Cuti Online"))] == ("sama", "b", "ternyata satu")
    assert frozenset(("e-Cuti", "Cuti Online")) in groups(sqlite_url)


def test_contradictions_are_refused_and_nothing_is_written(
    repository: Repository, sqlite_url: str, codes: dict[str, str]
) -> None:
    answers = [
        Jawaban(codes["SIMPEG"], codes["Simpeg v2"], "sama", "x"),
        Jawaban(codes["Simpeg v2"], codes["Sistem Informasi Kepegawaian"], "sama", "x"),
        Jawaban(codes["SIMPEG"], codes["Sistem Informasi Kepegawaian"], "bukan_sama", "x"),
    ]
    with pytest.raises(ContradictionError):
        decide(repository, "a", answers)
    assert decisions(sqlite_url) == {}


def test_an_answer_needs_a_reason_two_records_and_known_ones(repository: Repository, codes: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        decide(repository, "a", [Jawaban(codes["SIMPEG"], codes["e-Cuti"], "sama", " ")])
    with pytest.raises(UsageError):
        decide(repository, "a", [Jawaban(codes["SIMPEG"], codes["SIMPEG"], "sama", "x")])
    with pytest.raises(UnknownNameError):
        decide(repository, "a", [Jawaban(codes["SIMPEG"], "TIDAK-ADA", "sama", "x")])


def test_merging_keeps_names_and_what_was_decided_on_the_other(
    repository: Repository, sqlite_url: str, codes: dict[str, str]
) -> None:
    decide(repository, "a", [Jawaban(codes["Simpeg v2"], codes["e-Cuti"], "bukan_sama", "lain")])
    merged = [
        Jawaban(codes["SIMPEG"], codes["Simpeg v2"], "gabung", "ganda"),
        Jawaban(codes["Simpeg v2"], codes["Sistem Informasi Kepegawaian"], "gabung", "ganda"),
    ]
    assert decide(repository, "a", merged).digabung == 2
    landscape = read_landscape(sqlite_url)
    kept = landscape.by_kode(codes["SIMPEG"])
    assert {"Simpeg v2", "Sistem Informasi Kepegawaian"} <= set(kept.nilai("alias") or ())  # type: ignore[arg-type]
    assert decisions(sqlite_url)[frozenset(("SIMPEG", "e-Cuti"))][0] == "bukan_sama"
    assert not any("SIMPEG" in group for group in groups(sqlite_url))


class TestCommandLine:
    def run(self, url: str, *arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(
            cli, ["--database", url, "--pelaku", "Bu Rai", *arguments], input=typed, catch_exceptions=False
        )

    def test_review_by_keys(self, repository: Repository, sqlite_url: str, codes: dict[str, str]) -> None:
        assert repository is not None
        told = self.run(sqlite_url, "duplicates", "review", typed="x\nb\nbeda unit\ns\nsatu server\n")
        assert told.exit_code == 0, told.output
        assert "2 dari 2 kelompok diputuskan" in told.output
        assert {verdict for verdict, _, _ in decisions(sqlite_url).values()} == {"sama", "bukan_sama"}
        again = self.run(sqlite_url, "duplicates", "review")
        assert "Tidak ada kelompok yang menunggu putusan." in again.output
        assert codes["SIMPEG"] not in again.output

    def test_later_and_the_end_of_the_input_write_nothing(self, repository: Repository, sqlite_url: str) -> None:
        assert repository is not None
        told = self.run(sqlite_url, "duplicates", "review", typed="n\n")
        assert "0 dari 2 kelompok diputuskan" in told.output
        assert decisions(sqlite_url) == {}

    def test_workbook_there_and_back(self, repository: Repository, sqlite_url: str, tmp_path: Path) -> None:
        assert repository is not None
        path = tmp_path / "duplikat.xlsx"
        assert self.run(sqlite_url, "duplicates", "export", str(path)).exit_code == 0
        untouched = self.run(sqlite_url, "duplicates", "import", str(path))
        assert "Belum ada putusan" in untouched.output
        book = openpyxl.load_workbook(path)
        sheet = book["Kelompok"]
        head = next(row for row in sheet.iter_rows() if row[0].value == "Kelompok" and row[1].value == "Dugaan")
        column = {str(cell.value): int(cell.column or 0) for cell in head}
        filled = range(int(head[0].row or 0) + 1, sheet.max_row + 1)
        rows = [row for row in filled if sheet.cell(row, column["Kode"]).value]
        assert len(rows) == 3
        for row in rows:
            alone = "Cuti" in str(sheet.cell(row, column["Aplikasi Utama"]).value)
            sheet.cell(row, column["Putusan"], "Bukan Sama" if alone else "gabung")
            sheet.cell(row, column["Alasan"], "hasil rapat")
        book.save(path)
        done = self.run(sqlite_url, "duplicates", "import", str(path))
        assert done.exit_code == 0, done.output
        assert "2 catatan digabung" in done.output
        assert groups(sqlite_url) == set()

    def test_a_proposal_is_told_what_it_would_repeat(
        self, repository: Repository, sqlite_url: str, tmp_path: Path
    ) -> None:
        assert repository is not None
        known = self.run(sqlite_url, "check", "candidate", "--nama", "SIMPEG Daerah", "--fungsi", "Data kepegawaian")
        assert known.exit_code == 1
        assert "Tampaknya sudah ada" in known.output
        new = self.run(sqlite_url, "check", "candidate", "--nama", "SIPENYU", "--fungsi", "Tempat penetasan penyu")
        assert new.exit_code == 0
        assert "Tidak ada yang serupa" in new.output
        form, answered = tmp_path / "usulan.xlsx", tmp_path / "jawaban.xlsx"
        assert self.run(sqlite_url, "check", "candidate", "--templat", str(form)).exit_code == 0
        book = openpyxl.load_workbook(form)
        sheet = book["Usulan"]
        first = next(int(row[0].row or 0) for row in sheet.iter_rows() if row[0].value == "Nama Aplikasi") + 1
        sheet.cell(first, 1, "Persuratan Pintar")
        sheet.cell(first, 2, "Surat menyurat dan arsip dinamis")
        book.save(form)
        done = self.run(sqlite_url, "check", "candidate", "--berkas", str(form), "-o", str(answered))
        assert done.exit_code == 1
        texts = {cell.value for row in openpyxl.load_workbook(answered)["Usulan"].iter_rows() for cell in row}
        assert "Menyerupai Aplikasi Umum" in texts

    def test_a_wrong_word_names_its_cell(self, repository: Repository, sqlite_url: str, tmp_path: Path) -> None:
        assert repository is not None
        path = tmp_path / "putusan.csv"
        path.write_text("Kode Utama,Kode,Putusan,Alasan\nA,B,mungkin,x\n", encoding="utf-8")
        with pytest.raises(AnswerError) as refused:
            self.run(sqlite_url, "duplicates", "import", str(path))
        assert "baris 2" in str(refused.value.where)
        assert "Putusan" in str(refused.value.where)
