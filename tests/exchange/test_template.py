"""The workbook for a unit: what stands in it, and what happens when it comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened
from archrepo.declarations.kolom import column
from archrepo.declarations.kosakata import vocabulary
from archrepo.exchange.template import CHOICES_SHEET, NOTES_TITLE, SHEETS, sheet_title, write_template
from archrepo.intake.outcome import ImportOutcome
from archrepo.intake.reading import read_file
from archrepo.landscape import Aplikasi, Landscape
from archrepo.landscape.builder import Builder
from archrepo.landscape.loader import load_landscape
from archrepo.repository import Repository


def header_row(sheet: Worksheet) -> int:
    return next(row for row in range(1, 20) if sheet.cell(row, 1).value == "Kode")


def titles(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[header_row(sheet)] if cell.value]


def data_rows(sheet: Worksheet) -> list[dict[str, object]]:
    first = header_row(sheet)
    names = titles(sheet)
    rows = sheet.iter_rows(min_row=first + 1, values_only=True)
    return [dict(zip(names, row, strict=False)) for row in rows if any(cell is not None for cell in row)]


@pytest.fixture
def regency() -> tuple[Landscape, int]:
    b = Builder()
    dinkes = b.unit("Dinas Kesehatan", singkatan="Dinkes")
    b.unit("Dinas Sosial")
    rsud = b.unit("RSUD Contoh", tipe="rsud", induk_id=dinkes)
    uptd = b.unit("UPTD Puskesmas", tipe="uptd", induk_id=dinkes)
    service = b.add("Layanan", "Pendaftaran; daring", unit_pelaksana_id=dinkes)
    own = b.aplikasi(
        "=1+1", pemilik=dinkes, status="aktif", hosting="server_opd", tahun_dibuat=2021, layanan=(service,)
    )
    b.aplikasi("SIPUSKES", pemilik=uptd)
    b.aplikasi("SIMRS", pemilik=rsud)
    b.aplikasi("SRIKANDI", nasional="srikandi", pelapor=dinkes)
    other = b.aplikasi("e-Bansos", pemilik=b.unit("Dinas Lain"))
    b.integrasi(own, other, jalur="spl")
    return b.build(), dinkes


def test_the_guide_comes_first_and_every_class_has_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(Builder().build(), path)
    book = load_workbook(path)
    assert book.sheetnames == ["Petunjuk", *(sheet_title(name) for name in SHEETS), CHOICES_SHEET]
    assert book[CHOICES_SHEET].sheet_state == "hidden"


@pytest.mark.parametrize("name", list(SHEETS))
def test_every_column_of_a_sheet_is_a_declared_one(name: str) -> None:
    assert [field for field in SHEETS[name] if column(name, field) is None] == []
    assert SHEETS[name][:2] == ("kode", "nama")


def test_drop_downs_offer_the_labels_of_the_vocabulary(tmp_path: Path, regency: tuple[Landscape, int]) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(regency[0], path, unit_id=regency[1])
    book = load_workbook(path)
    sheet = book["Aplikasi"]
    letter = next(cell.column_letter for cell in sheet[header_row(sheet)] if cell.value == "Status Aplikasi")
    rule = next(
        rule
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list" and str(rule.sqref).startswith(letter)
    )
    name, area = next(iter(book.defined_names[str(rule.formula1)].destinations))
    offered = [row[0].value for row in book[name][area.replace("$", "")]]
    assert offered == [value.label for value in vocabulary("status_aplikasi").nilai]
    # Vocabularies are open: another word is allowed after a hint.
    assert rule.errorStyle == "information"


def test_units_are_offered_where_a_unit_is_asked(tmp_path: Path, regency: tuple[Landscape, int]) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(regency[0], path, unit_id=regency[1])
    book = load_workbook(path)
    name, area = next(iter(book.defined_names["daftar_perangkat_daerah"].destinations))
    offered = [row[0].value for row in book[name][area.replace("$", "")]]
    assert offered == [unit.nama for unit in regency[0].units()]


def test_heads_are_frozen_and_carry_notes(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(Builder().build(), path)
    sheet = load_workbook(path)["Aplikasi"]
    first = header_row(sheet)
    assert sheet.freeze_panes == f"C{first + 1}"
    head = next(cell for cell in sheet[first] if cell.value == "Tahun Pembangunan")
    assert head.comment is not None
    assert "2021" in head.comment.text


def test_an_empty_template_holds_no_data_and_no_example(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(Builder().build(), path)
    book = load_workbook(path)
    assert {name: data_rows(book[sheet_title(name)]) for name in SHEETS} == {name: [] for name in SHEETS}
    reading = read_file(path)
    assert [len(sheet.records) for sheet in reading.sheets] == [0] * len(SHEETS)


def test_a_unit_finds_what_it_owns_or_reports_and_nothing_of_others(
    tmp_path: Path, regency: tuple[Landscape, int]
) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(regency[0], path, unit_id=regency[1])
    book = load_workbook(path)
    assert [row["Nama Aplikasi"] for row in data_rows(book["Aplikasi"])] == ["=1+1", "SIPUSKES", "SRIKANDI"]
    assert [row["Nama Layanan"] for row in data_rows(book["Layanan"])] == ["Pendaftaran; daring"]
    assert [row["Ke Aplikasi"] for row in data_rows(book["Integrasi"])] == ["e-Bansos"]


def test_cells_are_for_people_and_formula_like_text_stays_text(tmp_path: Path, regency: tuple[Landscape, int]) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(regency[0], path, unit_id=regency[1])
    sheet = load_workbook(path)["Aplikasi"]
    row = data_rows(sheet)[0]
    assert row["Lokasi Server"] == "Server milik perangkat daerah"
    assert row["Tahun Pembangunan"] == 2021
    assert row["Layanan yang Didukung"] == '"Pendaftaran; daring"'
    cell = sheet.cell(header_row(sheet) + 1, 2)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_the_importer_knows_every_column_and_the_unit(tmp_path: Path, regency: tuple[Landscape, int]) -> None:
    path = tmp_path / "templat.xlsx"
    notes = {element.id: ("Perlu bukti integrasi",) for element in regency[0].of(Aplikasi)}
    write_template(
        regency[0], path, unit_id=regency[1], watermark="DATA CONTOH", notes=notes, letter=("Dengan hormat",)
    )
    reading = read_file(path)
    assert [sheet.kelas for sheet in reading.sheets] == list(SHEETS)
    assert {sheet.unit for sheet in reading.sheets} == {"Dinas Kesehatan"}
    for sheet in reading.sheets:
        assert [(row.column, row.field) for row in sheet.mapping] == [
            (known.title, known.field) for field in SHEETS[sheet.kelas] if (known := column(sheet.kelas, field))
        ]
        assert all(not record.notes for record in sheet.records)


def test_the_watermark_is_on_every_sheet(tmp_path: Path, regency: tuple[Landscape, int]) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(regency[0], path, unit_id=regency[1], watermark="DATA CONTOH", letter=("Dengan hormat",))
    book = load_workbook(path)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert [sheet.title for sheet in shown if "DATA CONTOH" not in str(sheet["A1"].value)] == []
    headers = {sheet.title: sheet.oddHeader for sheet in shown}
    assert [name for name, header in headers.items() if header is None or "&G" not in str(header.center.text)] == []


def test_the_same_data_give_the_same_bytes(tmp_path: Path, regency: tuple[Landscape, int]) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_template(regency[0], tmp_path / name, unit_id=regency[1], watermark="DATA CONTOH")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


# ---- sent back


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    url = f"sqlite:///{tmp_path}/isi.db"
    initialise(url, "penguji", instansi="Kabupaten Contoh", domain="contohkab.go.id")
    with opened(url) as found:
        yield found


def bring(repository: Repository, path: Path) -> ImportOutcome:
    request = ImportRequest((str(path),))
    return import_files(repository, "penguji", request, read_request(request))


def load(repository: Repository) -> Landscape:
    with repository.read() as connection:
        return load_landscape(connection)


def sent_by_units(path: Path) -> Path:
    book = Workbook()
    sheet = book.create_sheet("Aplikasi", 0)
    sheet.append(["OPD", "Nama Aplikasi", "URL", "Status Aplikasi", "Lokasi Server", "Tahun", "Nama Layanan"])
    sheet.append(["Dinas Kesehatan", "SIPANDU", "sipandu.contohkab.go.id", "Aktif", "Server OPD", 2020, "Posyandu"])
    sheet.append(["Dinas Kesehatan", "SIGIZI", "sigizi.contohkab.go.id", "Aktif", "Server Diskominfo", 2021, None])
    sheet.append(["Dinas Kesehatan", "SRIKANDI", "srikandi.arsip.go.id", "Aktif", None, None, None])
    sheet.append(["Dinas Sosial", "SIKS", "siks.contohkab.go.id", "Tidak aktif", "Cloud", None, None])
    book.save(path)
    return path


def workbook_of(repository: Repository, path: Path, unit: str) -> Path:
    landscape = load(repository)
    found = next(row for row in landscape.units() if row.nama == unit)
    notes = {row.id: ("Aplikasi belum punya pemilik",) for row in landscape.of(Aplikasi)}
    write_template(landscape, path, unit_id=found.id, notes=notes)
    return path


def test_a_workbook_that_comes_back_untouched_changes_nothing(repository: Repository, tmp_path: Path) -> None:
    bring(repository, sent_by_units(tmp_path / "kiriman.xlsx"))
    before = load(repository)
    outcome = bring(repository, workbook_of(repository, tmp_path / "konfirmasi.xlsx", "Dinas Kesehatan"))
    counts = {sheet.sheet: sheet.count("unchanged") for sheet in outcome.sheets}
    assert counts["Aplikasi"] == 3
    assert [sheet.refused for sheet in outcome.sheets if sheet.refused] == []
    after = load(repository)
    assert after.of(Aplikasi) == before.of(Aplikasi)


def test_a_corrected_cell_reaches_the_right_application(repository: Repository, tmp_path: Path) -> None:
    bring(repository, sent_by_units(tmp_path / "kiriman.xlsx"))
    path = workbook_of(repository, tmp_path / "konfirmasi.xlsx", "Dinas Kesehatan")
    book = load_workbook(path)
    sheet = book["Aplikasi"]
    names = titles(sheet)
    row = next(cell.row for cell in sheet["B"] if cell.value == "SIPANDU")
    sheet.cell(row, names.index("Nama Aplikasi") + 1, "SIPANDU Plus")
    sheet.cell(row, names.index("Status Aplikasi") + 1, "Tidak Aktif")
    book.save(path)
    kode = next(row.kode for row in load(repository).of(Aplikasi) if row.nama == "SIPANDU")
    outcome = bring(repository, path)
    assert {sheet.sheet: sheet.count("updated") for sheet in outcome.sheets}["Aplikasi"] == 1
    corrected = load(repository).by_kode(kode)
    assert isinstance(corrected, Aplikasi)
    assert (corrected.nama, corrected.status) == ("SIPANDU Plus", "tidak_aktif")


def test_the_notes_of_a_check_do_not_come_back_as_data(repository: Repository, tmp_path: Path) -> None:
    bring(repository, sent_by_units(tmp_path / "kiriman.xlsx"))
    path = workbook_of(repository, tmp_path / "konfirmasi.xlsx", "Dinas Kesehatan")
    assert NOTES_TITLE in titles(load_workbook(path)["Aplikasi"])
    bring(repository, path)
    texts = [text for row in load(repository).of(Aplikasi) for text in row.catatan.values()]
    assert [text for text in texts if "belum punya pemilik" in text] == []
