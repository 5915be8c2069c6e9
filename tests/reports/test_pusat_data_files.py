"""The report on the Pusat Data as files: opened again with other programs' readers."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from pathlib import Path

import pytest
from kabupaten_contoh import kabupaten_contoh
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from archrepo.declarations.kolom import unguard_formula
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder
from archrepo.landscape.pusat_data import KETERHUBUNGAN_LABELS
from archrepo.reports import write_report
from archrepo.reports.pusat_data import LaporanPusatData, pusat_data_report

FORMULA = '=HYPERLINK("http://contoh.test","klik")'


@pytest.fixture(scope="module")
def landscape() -> Landscape:
    return kabupaten_contoh()


@pytest.fixture(scope="module")
def report(landscape: Landscape) -> LaporanPusatData:
    return pusat_data_report(landscape, landscape.daftar_instansi[0])


@pytest.fixture(scope="module")
def folder(landscape: Landscape, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("laporan")
    for form in ("xlsx", "html", "csv"):
        write_report("di-luar-pusat-data", landscape, path / f"laporan.{form}", watermark="DATA CONTOH")
    return path


@pytest.fixture(scope="module")
def book(folder: Path) -> Workbook:
    return load_workbook(folder / "laporan.xlsx")


# ---- xlsx


def test_the_summary_comes_first_with_the_cross_table_and_a_chart(book: Workbook, report: LaporanPusatData) -> None:
    sheet = book["Ringkasan"]
    assert book.sheetnames[0] == "Ringkasan"
    rows = list(sheet.iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if row[0] == "Penempatan")
    assert rows[head][1:6] == (*KETERHUBUNGAN_LABELS.values(), "Jumlah")
    for offset, (label, numbers) in enumerate(report.cross_rows(), start=1):
        assert rows[head + offset][:6] == (label, *numbers, sum(numbers))
    # openpyxl gives no other way to the charts that it read.
    chart = sheet._charts[0]  # type: ignore[attr-defined]
    assert [str(series.val.numRef.f) for series in chart.series] == [
        f"Ringkasan!${letter}${head + 2}:${letter}${head + 7}" for letter in "BCDE"
    ]


def test_the_list_can_be_filtered_and_holds_every_application(book: Workbook, report: LaporanPusatData) -> None:
    sheet = book["Daftar"]
    table = sheet.tables["DaftarAplikasi"]
    rows = sheet[table.ref]
    assert table.autoFilter is not None
    assert [row[1].value for row in rows[1:]] == [row.aplikasi.nama for row in report.rows]


def test_every_unit_has_a_sheet_that_the_list_of_units_leads_to(book: Workbook, report: LaporanPusatData) -> None:
    sheet = book["Perangkat Daerah"]
    links = {cell.value: str(cell.hyperlink.location) for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert len(links) == len(report.units) == 43
    for name, target in links.items():
        assert len(str(name)) <= 31
        assert target == f"'{name}'!A1"
        assert name in book.sheetnames


def test_a_unit_sheet_shows_reason_missing_link_and_step(book: Workbook, report: LaporanPusatData) -> None:
    unit = next(row for row in report.units if report.to_act(row.unit)["di_luar"])
    wanted = report.to_act(unit.unit)["di_luar"][0]
    cells = {str(cell.value) for row in book[str(unit.unit.singkatan)].iter_rows() for cell in row if cell.value}
    assert {wanted.aplikasi.nama, wanted.status.reason, wanted.missing, wanted.step} <= cells


def test_formula_like_names_stay_text_everywhere(book: Workbook) -> None:
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == FORMULA]
    assert len(found) >= 2
    assert {cell.data_type for cell in found} == {"s"}


def test_the_watermark_is_on_every_sheet(book: Workbook) -> None:
    assert [sheet.title for sheet in book if "DATA CONTOH" not in str(sheet["A1"].value)] == []
    plain = {sheet.title: sheet.oddHeader.center.text for sheet in book if sheet.oddHeader is not None}
    assert {str(text) for text in plain.values()} == {"&G"}


def test_without_a_watermark_there_is_none(landscape: Landscape, tmp_path: Path) -> None:
    write_report("di-luar-pusat-data", landscape, tmp_path / "a.xlsx")
    first = [str(sheet["A1"].value) for sheet in load_workbook(tmp_path / "a.xlsx")]
    assert first[0] == "Aplikasi di Luar Pusat Data"
    assert [text for text in first if "CONTOH" in text] == []


def test_units_with_the_same_short_name_keep_sheets_of_their_own(tmp_path: Path) -> None:
    b = Builder()
    for number in range(3):
        b.unit(f"Dinas Urusan Sangat Panjang / Tata [Ruang] {number}", singkatan="Daftar")
    write_report("di-luar-pusat-data", b.build(), tmp_path / "a.xlsx")
    names = load_workbook(tmp_path / "a.xlsx").sheetnames
    assert names == ["Ringkasan", "Perangkat Daerah", "Daftar", "Daftar (2)", "Daftar (3)", "Daftar (4)"]


# ---- csv


def test_the_csv_gives_a_line_an_application(folder: Path, report: LaporanPusatData) -> None:
    with (folder / "laporan.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [unguard_formula(row["nama"]) for row in rows] == [row.aplikasi.nama for row in report.rows]
    assert {row["keterangan"] for row in rows} == {"DATA CONTOH"}
    assert [row["nama"] for row in rows if "HYPERLINK" in row["nama"]] == [f"'{FORMULA}"]
    assert [row["status_integrasi"] for row in rows] == [row.status.state for row in report.rows]


# ---- html


class _Page(HTMLParser):
    """Gathers what a browser would fetch, the texts, and the tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            links_only = tag == "a" and name in ("href", "xlink:href")
            if name in ("src", "srcset", "href", "xlink:href", "data", "poster", "action") and value and not links_only:
                self.fetched.append(value)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_the_page_fetches_nothing_and_carries_the_picture(folder: Path) -> None:
    text = (folder / "laporan.html").read_text(encoding="utf-8")
    page = _Page(text)
    assert page.fetched == []
    assert "@import" not in text
    assert "url(" not in text
    assert "svg" in page.tags
    assert "default-src 'none'" in text


def test_names_are_shown_as_written_and_make_no_tags(folder: Path, report: LaporanPusatData) -> None:
    page = _Page((folder / "laporan.html").read_text(encoding="utf-8"))
    texts = " ".join("".join(page.texts).split())
    assert "tata" not in page.tags
    assert [row.aplikasi.nama for row in report.counted if " ".join(row.aplikasi.nama.split()) not in texts] == []


def test_the_page_says_where_its_facts_come_from(folder: Path, report: LaporanPusatData) -> None:
    texts = "".join(_Page((folder / "laporan.html").read_text(encoding="utf-8")).texts)
    assert report.keterangan.line in texts
    assert "keadaan per 30 Juni 2026" in texts
    assert f"Sumber: {report.keterangan.sources} berkas isian" in texts


@pytest.mark.parametrize("form", ["xlsx", "html", "csv"])
def test_the_same_data_give_the_same_bytes(landscape: Landscape, tmp_path: Path, form: str) -> None:
    for name in ("a", "b"):
        write_report("di-luar-pusat-data", landscape, tmp_path / f"{name}.{form}")
    assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"b.{form}").read_bytes()


@pytest.mark.parametrize("form", ["xlsx", "html", "csv"])
def test_an_empty_regency_gives_a_report_too(tmp_path: Path, form: str) -> None:
    write_report("di-luar-pusat-data", Builder().build(), tmp_path / f"a.{form}")
    assert (tmp_path / f"a.{form}").stat().st_size > 0
