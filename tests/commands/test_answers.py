"""The workbook of findings on its way: written, filled in by a unit, sent back, taken over."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from archrepo.checks.registry import CheckResult, own_rules, run_checks
from archrepo.checks.rendering import workbook
from archrepo.checks.rendering.jawaban import ANSWER, SET_ASIDE, UNTIL
from archrepo.cli.main import cli
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened, read_landscape
from archrepo.commands.waiving import receive_answers, waive_finding
from archrepo.errors import InputError
from archrepo.landscape import Landscape


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'archrepo.db'}"
    unit_file = tmp_path / "unit.yaml"
    unit_file.write_text(
        "schema: perangkat-daerah/1\nperangkat_daerah:\n"
        "  - {id: dinkes, nama: Dinas Kesehatan, tipe: dinas, singkatan: Dinkes}\n",
        encoding="utf-8",
    )
    initialise(url, "penguji", instansi="Kabupaten Contoh", domain="contohkab.go.id", unit_file=unit_file)
    rows = tmp_path / "aplikasi.csv"
    rows.write_text(
        "Nama Aplikasi;Pemilik;Lokasi Server;Status;URL\n"
        "SIPANDU;Dinas Kesehatan;Server OPD;Aktif;http://sipandu.contohkab.go.id\n"
        "SIMRS;Dinas Kesehatan;Vendor;Aktif;\n",
        encoding="utf-8",
    )
    request = ImportRequest((str(rows),), opd="Dinas Kesehatan")
    with opened(url) as repository:
        import_files(repository, "penguji", request, read_request(request))
    return url


def _written(url: str, path: Path) -> tuple[Landscape, CheckResult]:
    landscape = read_landscape(url)
    result = run_checks(landscape)
    workbook.write(path, landscape, result)
    return landscape, result


def _answer(path: Path, code: str, text: str, wish: str | None = None, until: datetime | None = None) -> None:
    book = load_workbook(path)
    sheet = book["Dinas Kesehatan"]
    titles = {cell.value: number for number, cell in enumerate(sheet[1], start=1)}
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, titles["Kode"]).value == code)
    for title, value in ((ANSWER, text), (SET_ASIDE, wish), (UNTIL, until)):
        sheet.cell(row, titles[title]).value = value
    book.save(path)


def _cells(path: Path) -> str:
    book = load_workbook(path, read_only=True)
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def test_an_answer_becomes_a_remark_and_stands_in_the_next_workbook(url: str, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    _written(url, path)
    _answer(path, "INT001", "Dipindah triwulan depan, hubungi 081234567890")
    outcome = receive_answers(url, "penguji", path)
    assert (outcome.answered, outcome.waived, outcome.problems) == (1, 0, ())
    landscape, result = _written(url, path)
    (finding,) = (row for row in result.findings if row.code == "INT001")
    said = landscape[finding.element_ids[0]].catatan["Jawaban atas INT001"]
    assert said.startswith("Dipindah triwulan depan")
    assert "0812" not in said
    again = receive_answers(url, "penguji", path)
    assert (again.answered, again.unchanged) == (0, 1)


def test_a_wish_sets_the_finding_aside_with_its_reason_and_end(url: str, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    _written(url, path)
    _answer(path, "INT001", "Menunggu ruang", "ya", datetime(2099, 12, 31))
    assert receive_answers(url, "penguji", path, dry_run=True).waived == 1
    assert not run_checks(read_landscape(url)).waived
    assert receive_answers(url, "penguji", path).waived == 1
    (waived,) = run_checks(read_landscape(url)).waived
    assert waived.waived is not None
    assert (waived.code, waived.waived.reason, waived.waived.until) == ("INT001", "Menunggu ruang", "2099-12-31")
    assert receive_answers(url, "penguji", path).waived == 0


def test_rows_with_a_problem_are_told_and_the_others_taken(url: str, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    _written(url, path)
    _answer(path, "INT001", "", "ya")
    _answer(path, "KAM001", "Sudah benar", "barangkali")
    outcome = receive_answers(url, "penguji", path)
    assert outcome.waived == 0
    assert any("tanpa alasan" in problem for problem in outcome.problems)
    assert any("bukan ya atau tidak" in problem for problem in outcome.problems)


def test_an_answer_to_what_is_gone_is_counted(url: str, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    _written(url, path)
    book = load_workbook(path)
    sheet = book["Dinas Kesehatan"]
    titles = {cell.value: number for number, cell in enumerate(sheet[1], start=1)}
    sheet.cell(2, titles["Sidik"]).value = "0" * 16
    sheet.cell(2, titles[ANSWER]).value = "Selesai"
    book.save(path)
    assert receive_answers(url, "penguji", path).gone == 1


def test_another_workbook_is_refused(url: str, tmp_path: Path) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(InputError):
        receive_answers(url, "penguji", path)


def test_a_second_waiver_replaces_the_first(url: str) -> None:
    fingerprint = next(row.fingerprint for row in run_checks(read_landscape(url)).findings if row.code == "INT001")
    waive_finding(url, "penguji", fingerprint, reason="pindah")
    waive_finding(url, "penguji", fingerprint, reason="pindah tahun depan")
    (waived,) = run_checks(read_landscape(url)).waived
    assert waived.waived is not None
    assert waived.waived.reason == "pindah tahun depan"


def test_the_commands_print_and_exit(url: str, tmp_path: Path) -> None:
    def run(*words: str) -> tuple[int, str]:
        outcome = CliRunner().invoke(cli, ["--database", url, "check", *words])
        return outcome.exit_code, outcome.output

    saved = tmp_path / "januari.json"
    assert run("--format", "json", "-o", str(saved))[0] == 0
    code, text = run("--baseline", str(saved), "--fail-on", "warning")
    assert (code, "Dibandingkan dengan januari.json: 0 baru" in text) == (0, True)
    code, text = run("trend", str(saved), str(saved))
    assert (code, "Perlu diperhatikan" in text) == (0, True)
    code, text = run("score")
    assert (code, "Dinas Kesehatan" in text, "Skor =" in text) == (0, True, True)
    rules_file = tmp_path / "aturan.yaml"
    rules_file.write_text("keparahan: {INT001: error}\n", encoding="utf-8")
    assert run("--aturan", str(rules_file), "--only", "INT001")[0] == 1
    assert run("--only", "INT001")[0] == 0


def test_the_rules_of_the_regency_hold_in_every_command(url: str, tmp_path: Path) -> None:
    rules_file = tmp_path / "aturan.yaml"
    rules_file.write_text(
        "aturan:\n- {kode: DRH001, jenis: Aplikasi, judul: Alamat tanpa https, keparahan: error, bila: "
        "[{bidang: url, memuat: 'http:'}], pesan: '{nama} memakai http.', saran: Pasang sertifikat.}\n",
        encoding="utf-8",
    )
    own = own_rules(rules_file)

    def run(*words: str) -> tuple[int, str]:
        outcome = CliRunner().invoke(cli, ["--database", url, *words], env={"ARCHREPO_ATURAN": str(rules_file)})
        return outcome.exit_code, outcome.output

    assert "SIPANDU memakai http." in run("check")[1]
    assert run("report", "konfirmasi-opd", "-o", str(tmp_path / "konfirmasi"))[0] == 0
    assert "Alamat tanpa https" in _cells(tmp_path / "konfirmasi" / "Konfirmasi Dinkes.xlsx")
    assert "SIPANDU memakai http." in run("diff", "#1", "kini")[1]
    landscape = read_landscape(url)
    found = next(row for row in run_checks(landscape, own=own).findings if row.code == "DRH001")
    path = tmp_path / "catatan.xlsx"
    workbook.write(path, landscape, run_checks(landscape, own=own))
    _answer(path, "DRH001", "Sertifikat sudah dipesan")
    assert receive_answers(url, "penguji", path, own=own, dry_run=True).answered == 1
    assert run("check", "waive", found.fingerprint, "--alasan", "dipasang bulan depan")[0] == 0
    assert [row.code for row in run_checks(read_landscape(url), own=own).waived] == ["DRH001"]
