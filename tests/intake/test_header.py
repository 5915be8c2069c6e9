"""Where the table of a sheet begins: below titles, over two rows, in the middle of a sheet, or as a form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheet_drawing import drawn_sheet

from archrepo.intake.header import find_table, is_numbering
from archrepo.intake.table import Table
from archrepo.intake.tables import find_tables
from archrepo.intake.titles import clean_title, familiarity
from archrepo.intake.workbook import Cell, Sheet


def table(drawing: str) -> Table:
    found = find_table(drawn_sheet(drawing))
    assert found is not None
    return found


def titles(drawing: str) -> list[str]:
    return [title.text for title in table(drawing).titles]


def test_header_below_title_rows() -> None:
    found = table(
        """
PEMERINTAH KABUPATEN CONTOH|<|<
INVENTARIS APLIKASI TAHUN 2024|<|<

No|Nama Aplikasi|URL
#1|SIMPEG|simpeg.go.id
"""
    )
    assert (found.header_row, found.first_row) == (4, 5)
    assert [title.letter for title in found.titles] == ["A", "B", "C"]


def test_title_row_that_speaks_of_applications_is_no_header() -> None:
    drawing = "DAFTAR NAMA APLIKASI DAN WEBSITE\nNo|Nama Aplikasi|Alamat URL\n#1|SIMPEG|simpeg.go.id"
    assert table(drawing).header_row == 2
    assert titles(drawing) == ["No", "Nama Aplikasi", "Alamat URL"]


def test_two_rows_with_merges() -> None:
    drawing = """
No|Nama Aplikasi|Data Teknis|<|Status
^|^|URL|Database|^
(1)|(2)|(3)|(4)|(5)
#1|SIMPEG|simpeg.go.id|MySQL|Aktif
"""
    assert titles(drawing) == ["No", "Nama Aplikasi", "Data Teknis / URL", "Data Teknis / Database", "Status"]
    assert table(drawing).header_row == 2


def test_two_rows_without_merges() -> None:
    drawing = """
No|Nama Aplikasi|Data Teknis||Status
||URL|Database|
#1|SIMPEG|simpeg.go.id|MySQL|Aktif
"""
    assert titles(drawing)[2:4] == ["Data Teknis / URL", "Data Teknis / Database"]


def test_three_rows() -> None:
    drawing = """
No|Nama Aplikasi|Teknis|<|<
^|^|Server|<|URL
^|^|Lokasi|Sistem Operasi|^
#1|SIMPEG|Kominfo|Linux|simpeg.go.id
"""
    assert titles(drawing)[2:] == ["Teknis / Server / Lokasi", "Teknis / Server / Sistem Operasi", "Teknis / URL"]
    assert table(drawing).header_row == 3


def test_first_row_of_data_does_not_join_the_header() -> None:
    drawing = "No|Nama Aplikasi|Keterangan|URL\n|Sistem|Aplikasi|\n#1|SIMPEG||simpeg.go.id"
    assert table(drawing).header_row == 1


def test_table_that_starts_in_another_column() -> None:
    sheet = drawn_sheet("No|Nama Aplikasi|URL\n#1|SIMPEG|x.go.id")
    moved = Sheet("A", sheet.rows, first_row=1, first_column=3)
    found = find_table(moved)
    assert found is not None
    assert [title.letter for title in found.titles] == ["C", "D", "E"]


def test_english_and_question_headers() -> None:
    assert table("#|Application Name|Owner|Hosting\n#1|SIMPEG|BKD|AWS").header_row == 1
    questions = "Timestamp|Apa nama perangkat daerah Anda?|Sebutkan nama aplikasi yang digunakan|Di mana servernya?"
    assert table(f"{questions}\nx|Dinas A|SIMPEG|Kominfo").header_row == 1


def test_a_list_of_names_is_enough() -> None:
    assert titles("Nama Aplikasi\nSIMPEG\nSRIKANDI\nSIPD") == ["Nama Aplikasi"]


def test_form_with_labels_on_the_left() -> None:
    found = table(
        """
PROFIL APLIKASI
Nama Aplikasi|:|SIMPEG
Nama OPD|:|BKPSDM
Tahun Pembuatan|:|#2016
Lokasi Server|: Kominfo
5. Status: Aktif
"""
    )
    assert found.is_form
    assert found.header_row is None
    assert [title.text for title in found.titles] == [
        "Nama Aplikasi",
        "Nama OPD",
        "Tahun Pembuatan",
        "Lokasi Server",
        "Status",
    ]
    assert list(found.rows) == [("SIMPEG", "BKPSDM", 2016, "Kominfo", "Aktif")]
    assert found.place(0, found.titles[2]) == (4, "C")


def test_two_forms_in_one_sheet() -> None:
    found = table("Nama Aplikasi|SIMPEG\nURL|a.go.id\nStatus|Aktif\n\nNama Aplikasi|SIPD\nURL|b.go.id\nStatus|Aktif")
    assert [row[0] for row in found.rows] == ["SIMPEG", "SIPD"]
    assert [found.row_number(position) for position in (0, 1)] == [1, 5]


@pytest.mark.parametrize(
    "drawing", ["Rapat|Tanggal\nSatu|Dua", "Halo\n\nDunia", "#1|#2|#3\n#4|#5|#6", "Anggaran|Realisasi|Sisa\n#5|#6|#7"]
)
def test_sheet_without_a_header(drawing: str) -> None:
    assert find_table(drawn_sheet(drawing)) is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("(1)", "(2)", "(3)"), True), ((1, 2, 3, 4), True), (("a", "b", "c"), True), (("1", "2", "3", "4=2x3"), True),
        ((1, "SIMPEG", 3), False), ((2019, 2020, 2021), False), ((1, 2), False), ((3, 4, 5), False),
    ],
)  # fmt: skip
def test_numbering_rows(row: tuple[object, ...], expected: bool) -> None:
    assert is_numbering(row) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("1. Nama Aplikasi :", "Nama Aplikasi"),
        ("a) URL", "URL"),
        ("Nama\nAplikasi *", "Nama Aplikasi"),
        ("Status (wajib)", "Status"),
        ("#", "No"),
    ],
)
def test_titles_are_cleaned(written: str, cleaned: str) -> None:
    assert clean_title(written) == cleaned


@given(st.text(max_size=60))
def test_any_text_has_a_familiarity(text: str) -> None:
    assert 0 <= familiarity(clean_title(text)) <= 1


@given(st.lists(st.lists(st.one_of(st.none(), st.text(max_size=12), st.integers(0, 3000)), max_size=6), max_size=12))
def test_any_sheet_can_be_searched(rows: list[list[Cell]]) -> None:
    found = find_table(Sheet("A", [tuple(row) for row in rows]))
    assert found is None or found.titles


def test_tables_below_one_another_are_read_each_with_its_header() -> None:
    drawing = """
DAFTAR APLIKASI DINAS KESEHATAN||
A. APLIKASI PUSAT||
No|Nama Aplikasi|Lokasi Server
#1|SATUSEHAT|Kementerian
B. APLIKASI DAERAH||
Nama Aplikasi|Status Aplikasi|Posisi Server
SIGEMAS|Aktif|Server OPD
"""
    first, second = find_tables(drawn_sheet(drawing))
    assert [title.text for title in first.titles] == ["No", "Nama Aplikasi", "Lokasi Server"]
    assert len(first.rows) == 1
    assert [title.text for title in second.titles] == ["Nama Aplikasi", "Status Aplikasi", "Posisi Server"]
    assert second.header_row == 6
    assert second.before[0][0] == "DAFTAR APLIKASI DINAS KESEHATAN"
    assert second.before[-1][0] == "B. APLIKASI DAERAH"


def test_header_that_is_repeated_heads_no_further_table() -> None:
    drawing = "Nama Aplikasi|Status|URL\nA|Aktif|a.go.id\nNama Aplikasi|Status|URL\nB|Aktif|b.go.id"
    (table,) = find_tables(drawn_sheet(drawing))
    assert len(table.rows) == 3


def test_data_that_looks_like_titles_heads_no_table() -> None:
    drawing = "Nama Aplikasi|Dikelola|Server\nWebsite|Kominfo|Server OPD\nAplikasi Pasar|Vendor|Server"
    (table,) = find_tables(drawn_sheet(drawing))
    assert len(table.rows) == 2


def test_form_with_an_application_in_each_column() -> None:
    found = table(
        "Uraian|Aplikasi 1|Aplikasi 2\nNama Aplikasi|SIMPUS|SIGIZI\nLokasi Server|Diskominfo|Server OPD\nStatus|Aktif|-"
    )
    assert [row[found.titles[1].index] for row in found.rows] == ["SIMPUS", "SIGIZI"]
    assert found.place(1, found.titles[2]) == (3, "C")


def test_form_with_two_labels_in_a_row() -> None:
    found = table("Nama Aplikasi|SIMPUS|Tahun|#2019\nLokasi Server|Kominfo|Status|Aktif\nNama OPD|Dinkes||")
    titles = [title.text for title in found.titles]
    assert dict(zip(titles, found.rows[0], strict=True)) == {
        "Nama Aplikasi": "SIMPUS",
        "Tahun": 2019,
        "Lokasi Server": "Kominfo",
        "Status": "Aktif",
        "Nama OPD": "Dinkes",
    }


def test_remark_beside_the_values_of_a_form_is_no_application() -> None:
    found = table(
        "Nama Aplikasi|SIMPUS|(diisi nama resmi)\nLokasi Server|Kominfo|(pilih satu)\nStatus|Aktif|(aktif atau tidak)"
    )
    assert len(found.rows) == 1


def test_own_export_is_a_table_whatever_its_sources_are_called() -> None:
    rows = [
        f"ProsesBisnis|PRB-{n}|Proses {n}|Dinas Sosial||21 Domain Proses Bisnis.xlsx!Proses Bisnis!{n}|Kabupaten Contoh"
        for n in range(1, 40)
    ]
    for header in (
        "kelas|kode|nama|pemilik|deskripsi|sumber|instansi",
        "Kelas|Kode|Nama Proses Bisnis|Perangkat Daerah|Deskripsi|Asal Baris|Pemerintah Daerah",
    ):
        table = find_table(drawn_sheet("\n".join([header, *rows])))
        assert table is not None
        assert not table.is_form
        assert len(table.rows) == 39
