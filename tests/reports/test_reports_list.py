"""The list of reports, and the workbooks for confirmation."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from kabupaten_contoh import kabupaten_contoh
from openpyxl import load_workbook

from archrepo.checks.registry import run_checks
from archrepo.declarations.kalimat import listed
from archrepo.errors import UnknownNameError, UsageError
from archrepo.landscape.builder import Builder
from archrepo.reports import describe, report_names, write_report


def test_every_report_says_what_it_is_and_in_which_forms() -> None:
    assert report_names() == ("di-luar-pusat-data", "konfirmasi-opd", "ringkasan-pimpinan")
    for report in describe():
        assert report.title
        assert report.formats


def test_an_unknown_report_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError) as caught:
        write_report("ringkasan-pimpin", Builder().build(), tmp_path / "a.pdf")
    assert caught.value.nearest[0] == "ringkasan-pimpinan"


@pytest.mark.parametrize("name", ["a.docx", "a", "a.XLSX.txt"])
def test_an_unknown_form_names_the_possible_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="tidak dapat dibuat") as caught:
        write_report("di-luar-pusat-data", Builder().build(), tmp_path / name)
    assert caught.value.mend == "Bentuk yang ada: .xlsx, .html, .csv."
    assert list(tmp_path.iterdir()) == []


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    write_report("di-luar-pusat-data", Builder().build(), tmp_path / "A.CSV")
    assert (tmp_path / "A.CSV").is_file()


def test_of_several_governments_one_must_be_named(tmp_path: Path) -> None:
    b = Builder()
    other = b.another_instansi("Kabupaten Lain")
    b.aplikasi("SIPANDU", pemilik=b.unit("Dinas Kesehatan"), hosting="server_opd")
    landscape = b.build()
    with pytest.raises(UsageError, match="Kabupaten Contoh, Kabupaten Lain"):
        write_report("di-luar-pusat-data", landscape, tmp_path / "a.csv")
    write_report("di-luar-pusat-data", landscape, tmp_path / "a.csv", instansi_id=other)
    assert "SIPANDU" not in (tmp_path / "a.csv").read_text(encoding="utf-8")
    with pytest.raises(UnknownNameError):
        write_report("di-luar-pusat-data", landscape, tmp_path / "a.csv", instansi_id=999)


def test_start_up_loads_nothing_heavy() -> None:
    code = (
        "import sys, archrepo.reports as r; r.describe();"
        "heavy = {'xlsxwriter', 'fpdf', 'jinja2', 'PIL', 'sqlalchemy', 'pydantic', 'graphviz', 'openpyxl'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_names_are_joined_as_a_sentence_needs_them() -> None:
    assert [listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == ["A", "A dan B", "A, B, dan C"]
    assert listed(["A", "B", "C", "D"], 2) == "A, B, dan 2 lainnya"
    assert listed([]) == ""


# ---- konfirmasi-opd


def test_every_unit_gets_a_workbook_with_its_notes_and_a_letter(tmp_path: Path) -> None:
    b = Builder()
    dinkes = b.unit("Dinas Kesehatan", singkatan="Dinkes")
    b.unit("Dinas Sosial/Tenaga Kerja")
    b.aplikasi("SIPANDU", pemilik=dinkes, hosting="server_opd", status="aktif")
    landscape = b.build()
    findings = run_checks(landscape, only=["INT001"]).findings
    assert findings
    write_report("konfirmasi-opd", landscape, tmp_path / "kirim", findings=findings, watermark="DATA CONTOH")
    files = sorted(file.name for file in (tmp_path / "kirim").iterdir())
    assert files == ["Konfirmasi Dinas Sosial Tenaga Kerja.xlsx", "Konfirmasi Dinkes.xlsx"]
    book = load_workbook(tmp_path / "kirim" / "Konfirmasi Dinkes.xlsx")
    assert book.sheetnames[:2] == ["Sampul", "Petunjuk"]
    letter = "\n".join(str(cell.value) for cell in book["Sampul"]["A"] if cell.value)
    assert "Kepada Kepala Dinas Kesehatan" in letter
    assert "1 aplikasi" in letter
    assert findings[0].title in [cell.value for row in book["Aplikasi"].iter_rows() for cell in row]


def test_a_unit_without_data_is_asked_to_begin(tmp_path: Path) -> None:
    b = Builder()
    b.unit("Dinas Diam")
    write_report("konfirmasi-opd", b.build(), tmp_path / "kirim")
    book = load_workbook(tmp_path / "kirim" / "Konfirmasi Dinas Diam.xlsx")
    letter = "\n".join(str(cell.value) for cell in book["Sampul"]["A"] if cell.value)
    assert "Belum ada data dari Dinas Diam." in letter
    assert "tulis: tidak ada" in letter


def test_units_with_the_same_short_name_get_files_of_their_own(tmp_path: Path) -> None:
    b = Builder()
    for nama in ("Dinas A", "Dinas B"):
        b.unit(nama, singkatan="DIN")
    write_report("konfirmasi-opd", b.build(), tmp_path / "kirim")
    assert len(list((tmp_path / "kirim").iterdir())) == 2


def test_a_zip_holds_the_same_workbooks_every_time(tmp_path: Path) -> None:
    landscape = kabupaten_contoh()
    for name in ("a.zip", "b.zip"):
        write_report("konfirmasi-opd", landscape, tmp_path / name)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert (len(names), names) == (43, sorted(names))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
