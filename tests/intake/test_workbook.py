"""Every format gives the same values, with Excel's row numbers and column letters."""

from __future__ import annotations

import codecs
import contextlib
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from sheet_drawing import MINIMAL, draw_ods, draw_xls, draw_xlsx, small_xlsx

from archrepo.intake.delimited import decode, find_separator
from archrepo.intake.limits import Limits
from archrepo.intake.problems import FileProblem
from archrepo.intake.workbook import Merged, column_letter, read_workbook


def table(path: Path) -> list[list[object]]:
    return [[cell for cell in row if cell not in (None, "")] for row in read_workbook(path).sheets[0].rows]


EXPECTED: list[list[object]] = [["No", "Nama Aplikasi", "URL"], [1, "SIMPEG", "simpeg.contohkab.go.id"]]


def test_formats_agree(tmp_path: Path) -> None:
    assert table(small_xlsx(tmp_path / "a.xlsx")) == EXPECTED
    assert table(draw_xls(tmp_path / "b.xls", MINIMAL)) == EXPECTED
    assert table(draw_ods(tmp_path / "c.ods", MINIMAL.replace("#1", "satu"))) == [
        EXPECTED[0],
        ["satu", *EXPECTED[1][1:]],
    ]


def test_rows_and_letters_are_those_of_excel(tmp_path: Path) -> None:
    drawing = "|\n|\n||No|Nama Aplikasi|<\n||#1|SIMPEG|x"
    sheet = read_workbook(draw_xlsx(tmp_path / "a.xlsx", {"Satu": drawing}, hidden_columns=(3,))).sheets[0]
    position = next(index for index, row in enumerate(sheet.rows) if "No" in row)
    assert sheet.row_number(position) == 3
    assert sheet.letter(sheet.rows[position].index("No")) == "C"
    assert sheet.merged == (Merged(position, 1, position, 2),)
    assert [sheet.letter(column) for column in sheet.hidden_columns] == ["D"]


def test_dates_and_numbers_keep_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("A")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_row(0, 0, [2021.0, 1.5, True, "teks"])
        sheet.write_datetime(1, 0, datetime(2021, 3, 4), day)
        sheet.write_datetime(1, 1, datetime(2021, 3, 4, 5, 6), moment)
    rows = read_workbook(path).sheets[0].rows
    assert rows[0] == (2021, 1.5, True, "teks")
    assert isinstance(rows[0][0], int)
    assert rows[1][:2] == (date(2021, 3, 4), datetime(2021, 3, 4, 5, 6))


def test_hidden_sheets_are_told(tmp_path: Path) -> None:
    path = draw_xlsx(tmp_path / "a.xlsx", {"A": MINIMAL, "Petunjuk": "x"}, hidden_sheets=("Petunjuk",))
    assert [(sheet.name, sheet.hidden) for sheet in read_workbook(path).sheets] == [("A", False), ("Petunjuk", True)]


def test_hidden_columns_of_a_sheet_with_an_ampersand_are_told(tmp_path: Path) -> None:
    path = draw_xlsx(tmp_path / "a.xlsx", {"Data & Informasi": MINIMAL}, hidden_columns=(1,))
    (sheet,) = read_workbook(path).sheets
    assert sheet.hidden_columns == {1}


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_files(separator: str, encoding: str, tmp_path: Path) -> None:
    text = "No,Nama Aplikasi,Keterangan\r\n1,SIMPEG,café – uji\r\n2,e-Kinerja,\r\n".replace(",", separator)
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding))
    assert read_workbook(path).sheets[0].rows == [
        ("No", "Nama Aplikasi", "Keterangan"),
        ("1", "SIMPEG", "café – uji"),
        ("2", "e-Kinerja", None),
    ]


def test_rows_of_a_text_file_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('sep=;\n\nNo;Nama\n1;"dua\nbaris"\n2;SIMPEG\n')
    rows = read_workbook(path).sheets[0].rows
    assert [position for position, row in enumerate(rows, start=1) if row and row[0]] == [2, 3, 4]


def test_decimal_commas_do_not_decide_the_separator() -> None:
    assert find_separator("Nama;Nilai\nA;1,5\nB;2,5\nC;3,5\n") == ";"
    assert find_separator('Nama,Uraian\nA,"satu; dua"\nB,"tiga; empat"\n') == ","


def test_one_column_of_text_is_a_table_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nama Aplikasi\nSIMPEG\n")
    assert read_workbook(path).sheets[0].rows == [("Nama Aplikasi",), ("SIMPEG",)]


@given(st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    with contextlib.suppress(FileProblem):
        assert isinstance(decode(data, "a.csv"), str)


@given(st.text(max_size=200))
def test_text_survives_utf16_without_mark_when_it_is_western(text: str) -> None:
    western = "No;Nama\n" + "".join(sign for sign in text if " " <= sign < "\u0100")
    assert decode(western.encode("utf-16-le"), "a.csv") == western
    assert decode(codecs.BOM_UTF8 + text.encode("utf-8", "ignore"), "a.csv") == text.encode("utf-8", "ignore").decode()


def test_wide_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="Jumlah kolom"):
        read_workbook(small_xlsx(tmp_path / "a.xlsx"), Limits(columns=2))


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_column_letters(number: int, letters: str) -> None:
    assert column_letter(number) == letters
