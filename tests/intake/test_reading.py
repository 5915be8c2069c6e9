"""Whole files: the real rows of Banten, the sample regency against its key, our own exports, folders, and refusals."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_drawing import MINIMAL, draw_xlsx, names, only, read_drawing, small_xlsx

from archrepo.declarations.kolom import columns, guard_formula, join_values
from archrepo.errors import InputError
from archrepo.intake.corrections import CorrectionError
from archrepo.intake.problems import FileProblem
from archrepo.intake.reading import find_files, read_file, read_paths
from archrepo.intake.records import Record, SheetReading
from archrepo.names import fold

EXAMPLES = Path(__file__).parents[2] / "examples"
BANTEN = EXAMPLES / "banten-2017"
TABANAN = EXAMPLES / "tabanan"

HOSTING = {"Kominfo": "pusat_data_daerah", "Diluar Kominfo": "luar_tanpa_rincian", "-": None, None: None, "": None}
FORM = {"Website": "situs_informasi", "Aplikasi": "sistem"}


def csv_file(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


# ---- real input


def expected_banten() -> dict[str, Any]:
    content = json.loads((BANTEN / "banten-posisi-server.expected.json").read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def test_banten_workbook_gives_every_expected_row() -> None:
    reading = read_file(BANTEN / "banten-posisi-server.xlsx")
    (sheet,) = reading.sheets
    expected = expected_banten()
    found = [
        (r.row, r.unit, r.unit_origin, r.values.get("url"), r.values.get("lokasi_hosting"), r.values["bentuk"])
        for r in sheet.records
    ]
    wanted = [
        (row["row"], row["opd"], "kolom", row["url"], HOSTING[row["hosting"]], FORM[row["form"]])
        for row in expected["rows"]
    ]
    assert found == wanted
    assert len(found) == 99
    assert sheet.header_row == expected["header_rows"][-1]
    assert all(
        fold(str(r.values["nama"])) == fold(row["name"].split("/")[0])
        for r, row in zip(sheet.records, expected["rows"], strict=True)
    )
    assert not sheet.refused


def test_banten_workbook_skips_every_other_row_with_its_kind() -> None:
    (sheet,) = read_file(BANTEN / "banten-posisi-server.xlsx").sheets
    words = {"section": "bagian", "subtotal": "jumlah", "note": "catatan"}
    wanted = {row["row"]: words[row["kind"]] for row in expected_banten()["not_apps"] if row["kind"] in words}
    assert {row.row: row.kind for row in sheet.skipped} == wanted


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("banten_tabel1_website_dan_aplikasi.csv", 100),
        ("banten_tabel2_website.csv", 80),
        ("banten_tabel3_aplikasi.csv", 13),
    ],
)
def test_banten_tables(name: str, rows: int) -> None:
    (sheet,) = read_file(BANTEN / name).sheets
    assert len(sheet.records) == rows - len(sheet.refused)
    # One row of the source has no address, and so nothing to name it by.
    assert len(sheet.refused) == (0 if name.startswith("banten_tabel3") else 1)
    assert {r.unit_origin for r in sheet.records} == {"kolom"}
    assert {r.values.get("lokasi_hosting") for r in sheet.records} <= set(HOSTING.values())


def key() -> dict[str, Any]:
    content = json.loads((TABANAN / "kebenaran.json").read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


@pytest.fixture(scope="module")
def tabanan() -> dict[tuple[str, str, int], list[Record]]:
    """The records of the sample regency by file, sheet and row."""
    found: dict[tuple[str, str, int], list[Record]] = defaultdict(list)
    for reading in read_paths([TABANAN / "kiriman"]):
        for sheet in reading.sheets:
            for record in sheet.records:
                found[reading.file, sheet.sheet, record.row].append(record)
    return found


def test_sample_regency_is_read_as_its_key_says(tabanan: dict[tuple[str, str, int], list[Record]]) -> None:
    wrong: Counter[str] = Counter()
    rows = key()["rows"]
    for row in rows:
        records = tabanan.get((row["file"], row["sheet"] or "", row["row"]), [])
        match = next((r for r in records if fold(str(r.values["nama"])) == fold(row["name"])), None)
        if match is None:
            wrong["row"] += 1
            continue
        wrong["unit"] += match.unit is None
        wrong["hosting"] += match.values.get("lokasi_hosting") != row["hosting"]
        wrong["status"] += match.values.get("status") != row["status"]
    assert wrong["row"] == 0
    assert wrong["unit"] == 0
    assert wrong["status"] == 0
    assert wrong["hosting"] <= 1  # "Google Drive" is kept as written, as every unknown word


def test_sample_regency_has_no_row_that_is_none(tabanan: dict[tuple[str, str, int], list[Record]]) -> None:
    others = {(row["file"], row["sheet"] or "", row["row"]) for row in key()["non_rows"]}
    assert not others & set(tabanan)


def test_sample_cells_of_several_applications_are_taken_apart(
    tabanan: dict[tuple[str, str, int], list[Record]],
) -> None:
    for row in key()["multi_rows"]:
        records = tabanan[row["file"], row["sheet"] or "", row["row"]]
        assert len(records) == len(row["apps"])
        assert {r.values["kepemilikan"] for r in records} == {"pusat", "daerah"}


def test_sample_domains_are_told_apart() -> None:
    by_file: dict[str, list[SheetReading]] = {}
    for sheet in key()["domain_sheets"]:
        if sheet["file"] not in by_file:
            by_file[sheet["file"]] = list(read_file(TABANAN / "kiriman" / sheet["file"]).sheets)
        found = next(own for own in by_file[sheet["file"]] if own.sheet == sheet["sheet"])
        assert (found.kelas, found.header_row, len(found.records)) == (
            sheet["kelas"],
            sheet["header_row"],
            sheet["rows"],
        )
        assert not found.refused
        assert not found.unmapped
        assert found.unit is None


# ---- our own exports


EXPORT = "kode,nama,pemilik,pelapor,status,lokasi_hosting,penempatan,terintegrasi_dengan,sumber,instansi"


def test_own_export_is_read_as_it_was_written(tmp_path: Path) -> None:
    row = 'DAA-001,SIMPEG,BKPSDM,"Dinas A; Dinas B",aktif,pusat_data_daerah,di_dalam,"SIPD; ""A; B""",a.xlsx!X!4,Kab. A'
    (sheet,) = read_file(csv_file(tmp_path / "aplikasi dinkes.csv", f"{EXPORT}\n{row}\n")).sheets
    record = only(sheet)
    assert (record.kode, record.unit) == ("DAA-001", "Dinas A; Dinas B")
    assert record.values == {"nama": "SIMPEG", "status": "aktif", "lokasi_hosting": "pusat_data_daerah"}
    assert record.references == {
        "pengampu": ("BKPSDM",),
        "pelapor": ("Dinas A", "Dinas B"),
        "terintegrasi_dengan": ("SIPD", "A; B"),
    }
    assert [column.column for column in sheet.ignored] == ["penempatan", "sumber", "instansi"]
    assert not sheet.unmapped
    assert {column.confidence for column in sheet.mapping} == {1.0}


def test_clearing_and_empty_cells_of_an_export(tmp_path: Path) -> None:
    text = f"{EXPORT}\nDAA-001,SIMPEG,(hapus),,(hapus),,,,,\n"
    record = only(read_file(csv_file(tmp_path / "a.csv", text)).sheets[0])
    assert record.cleared == {"pemilik", "status"}
    assert set(record.values) == {"nama"}


def test_formula_like_text_comes_back(tmp_path: Path) -> None:
    record = only(read_file(csv_file(tmp_path / "a.csv", "kode,nama,deskripsi\nDAA-1,'=SUM(A1),''x\n")).sheets[0])
    assert (record.values["nama"], record.values["deskripsi"]) == ("=SUM(A1)", "'x")


def test_text_file_of_several_classes(tmp_path: Path) -> None:
    rows = ["Server,SRV-1,web-01,,16", "FasilitasKomputasi,FAS-1,Pusat Data,pusat_data,", "Rumah,X,y,,"]
    text = "\n".join(["kelas,kode,nama,jenis,memori_gb", *rows, ""])
    (sheet,) = read_file(csv_file(tmp_path / "a.csv", text)).sheets
    assert [(r.row, r.kelas, r.kode) for r in sheet.records] == [
        (2, "Server", "SRV-1"),
        (3, "FasilitasKomputasi", "FAS-1"),
    ]
    assert sheet.records[0].values["memori_gb"] == 16
    assert sheet.records[1].values["jenis"] == "pusat_data"
    assert [(problem.row, problem.code) for problem in sheet.refused] == [(4, "IMP032")]


texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=20)


@settings(max_examples=40)
@given(name=texts, others=st.lists(texts, min_size=1, max_size=3))
def test_what_an_export_holds_is_read_back(
    name: str, others: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Of names and references, apart from what is empty, personal or no clean text to begin with."""
    clean_name, clean_others = (
        " ".join(("Aplikasi", *name.split())),
        ["Sistem " + " ".join(text.split()) for text in others],
    )
    cells = ["DAA-1", clean_name, join_values(dict.fromkeys(clean_others))]
    line = ",".join('"' + guard_formula(cell).replace('"', '""') + '"' for cell in cells)
    path = tmp_path_factory.mktemp("ekspor") / "a.csv"
    record = only(read_file(csv_file(path, f"kode,nama,layanan\n{line}\n")).sheets[0])
    assert fold(str(record.values["nama"])) == fold(clean_name)
    assert [fold(text) for text in record.references["layanan"]] == list(
        dict.fromkeys(map(fold, dict.fromkeys(clean_others)))
    )


def test_titles_of_the_template_map_to_their_fields(tmp_path: Path) -> None:
    wanted = [row for row in columns("Aplikasi") if not row.computed]
    example = {
        "nama": "SIMPEG",
        "tahun_dibuat": "2020",
        "url": "https://a.go.id",
        "klaim_integrasi": "Ya",
        "jumlah_pengguna": "5",
    }
    header = "|".join(row.title for row in wanted)
    values = "|".join(row.example or example.get(row.field, "") for row in wanted)
    sheet = read_drawing(tmp_path, f"{header}\n{values}", opd=None)
    assert {column.column: column.field for column in sheet.mapping} == {row.title: row.field for row in wanted}


# ---- hard shapes


def test_stray_separator_is_mended_where_only_one_mending_is_possible(tmp_path: Path) -> None:
    text = (
        "Perangkat Daerah,Nama Aplikasi,Uraian,Link,Status,Tahun\n"
        "Dinas A,SIANGKUT,Jadwal, rute armada,siangkut.go.id,Aktif,2023\n"
        "Dinas A,SIPANDU,Pengaduan,sipandu.go.id,Tidak Aktif,2017\n"
    )
    (sheet,) = read_file(csv_file(tmp_path / "a.csv", text)).sheets
    first = sheet.records[0]
    assert (first.values["nama"], first.values["url"], first.values["status"]) == (
        "SIANGKUT",
        "siangkut.go.id",
        "aktif",
    )
    assert "rute armada" in str(first.values["deskripsi"])
    assert [(problem.code, problem.row) for problem in sheet.warnings] == [("IMP031", 2)]


def test_one_application_a_sheet(tmp_path: Path) -> None:
    card = "PROFIL APLIKASI\nNama OPD|:|Dinas A\nNama Aplikasi|:|{}\nAlamat URL|:|{}.go.id\nStatus|:|Aktif"
    path = draw_xlsx(tmp_path / "a.xlsx", {"Satu": card.format("SIPANDU", "a"), "Dua": card.format("SIAGA", "b")})
    reading = read_file(path)
    assert [only(sheet).values["nama"] for sheet in reading.sheets] == ["SIPANDU", "SIAGA"]
    assert {only(sheet).unit for sheet in reading.sheets} == {"Dinas A"}
    assert reading.sheets[0].header_row is None
    assert {column.field for column in reading.sheets[0].mapping} == {"pelapor", "nama", "url", "status"}


def test_asset_card(tmp_path: Path) -> None:
    drawing = """
KARTU INVENTARIS BARANG (KIB) ASET TAK BERWUJUD
No|Nama Barang|Nomor|<|Spesifikasi|<|Tahun Perolehan|Harga (Rp)
^|^|Kode Barang|Register|Judul|Pencipta|^|^
(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)
#1|Software|1.5.3|0001|SIMRS|CV Maju|#2016|#385000000
#2|Software|1.5.3|0002|e-Antrean|CV Maju|#2018|Rp 7.320.300.000
#3|Software|1.5.3|0003|PACS|CV Maju|#2019|148.500.000,00
#4|Software|1.5.3|0004|SI Farmasi|CV Maju|#2020|Rp. 5.000.000,-
|JUMLAH||||||#9
"""
    sheet = read_drawing(tmp_path, drawing, opd="RSUD Contoh")
    assert names(sheet) == ["SIMRS", "e-Antrean", "PACS", "SI Farmasi"]
    assert {r.kode for r in sheet.records} == {None}
    assert [r.values["tahun_dibuat"] for r in sheet.records] == [2016, 2018, 2019, 2020]
    assert sheet.records[1].notes["Harga (Rp)"] == "Rp 7.320.300.000"


def test_hidden_and_instruction_sheets_are_ignored_with_a_reason(tmp_path: Path) -> None:
    path = draw_xlsx(
        tmp_path / "a.xlsx",
        {"Aplikasi": MINIMAL, "Petunjuk": MINIMAL, "Lama": MINIMAL, "Kosong": ""},
        hidden_sheets=("Lama",),
    )
    reading = read_file(path)
    assert [sheet.sheet for sheet in reading.sheets] == ["Aplikasi"]
    assert {sheet.sheet: sheet.why for sheet in reading.ignored_sheets} == {
        "Petunjuk": "lembar petunjuk atau daftar pilihan",
        "Lama": "lembar tersembunyi",
        "Kosong": "lembar kosong",
    }


def test_hidden_column_does_not_replace_a_visible_one(tmp_path: Path) -> None:
    drawing = "No|Nama Aplikasi|URL|Link\n#1|SIMPEG|lama.go.id|baru.go.id"
    (sheet,) = read_file(draw_xlsx(tmp_path / "a.xlsx", {"A": drawing}, hidden_columns=(2,))).sheets
    assert only(sheet).values["url"] == "baru.go.id"


def test_corrections_apply_and_must_meet_a_column(tmp_path: Path) -> None:
    path = draw_xlsx(tmp_path / "a.xlsx", {"A": "Nama Aplikasi|Tempat|URL\nSIMPEG|Kominfo|a.go.id"})
    (reading,) = read_paths([path], corrections=[("Tempat", "lokasi_hosting")])
    assert only(reading.sheets[0]).values["lokasi_hosting"] == "pusat_data_daerah"
    with pytest.raises(CorrectionError, match="kolom itu tidak ada"):
        read_paths([path], corrections=[("Letak", "lokasi_hosting")])


def test_what_a_source_asked_is_known(tmp_path: Path) -> None:
    sheet = read_drawing(tmp_path, "Nama Aplikasi|Lokasi Server|Keterangan\nA|Kominfo|x\nB|-|y")
    assert sheet.asked == {"nama", "lokasi_hosting"}


# ---- folders and refusals


def test_folder_is_read_without_lock_files_and_hidden_ones(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".tersembunyi").mkdir()
    wanted = [small_xlsx(tmp_path / "a.xlsx"), small_xlsx(tmp_path / "b" / "c.xlsx")]
    for name in ("~$a.xlsx", ".a.xlsx", ".tersembunyi/a.xlsx"):
        small_xlsx(tmp_path / name)
    (tmp_path / "catatan.docx").write_bytes(b"x")
    assert find_files([tmp_path]) == tuple(wanted)
    assert [reading.file for reading in read_paths([tmp_path])] == ["a.xlsx", "c.xlsx"]


def test_empty_folder_and_missing_path(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        find_files([tmp_path])
    assert caught.value.code == "IMP089"
    with pytest.raises(InputError) as missing:
        read_paths([tmp_path / "tidak-ada.xlsx"])
    assert missing.value.code == "IMP070"


def test_sheet_without_a_header_is_named_with_what_is_expected(tmp_path: Path) -> None:
    path = draw_xlsx(tmp_path / "a.xlsx", {"Rapat": "Hari|Jam\nSenin|#9"})
    with pytest.raises(FileProblem) as caught:
        read_file(path)
    assert caught.value.code == "IMP060"
    assert str(caught.value.where) == 'a.xlsx, lembar "Rapat"'
    assert "Nama Aplikasi" in caught.value.mend
    with pytest.raises(FileProblem) as several:
        read_file(draw_xlsx(tmp_path / "b.xlsx", {"Rapat": "Hari|Jam\nSenin|#9", "Kosong": ""}))
    assert several.value.code == "IMP087"
    assert '"Rapat"' in several.value.message


def test_same_bytes_have_the_same_digest(tmp_path: Path) -> None:
    path = small_xlsx(tmp_path / "a.xlsx")
    assert read_file(path).sha256 == read_file(path).sha256
    assert len(read_file(path).sha256) == 64


cell_texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=15)


@settings(max_examples=60)
@given(rows=st.lists(st.lists(cell_texts, min_size=4, max_size=7), max_size=6))
def test_any_rows_below_a_header_are_read(rows: list[list[str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    lines = [["No", "Nama Aplikasi", "URL", "Status"], ["1", "SIMPEG", "a.go.id", "Aktif"], *rows]
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    path = csv_file(tmp_path_factory.mktemp("baris") / "a.csv", text + "\n")
    (sheet,) = read_file(path).sheets
    assert sheet.records[0].values["nama"] == "SIMPEG"
    assert all(problem.code == "IMP030" for problem in sheet.refused)


def test_table_that_only_counts_is_no_list_of_applications(tmp_path: Path) -> None:
    recap = "No|OPD|Jumlah Aplikasi\n#1|Dinas A|#5\n#2|Dinas B|#3"
    reading = read_file(draw_xlsx(tmp_path / "a.xlsx", {"Rekap": recap, "Aplikasi": MINIMAL}))
    assert [sheet.sheet for sheet in reading.sheets] == ["Aplikasi"]
    assert [sheet.sheet for sheet in reading.ignored_sheets] == ["Rekap"]


def test_section_above_the_header_holds_for_the_first_table(tmp_path: Path) -> None:
    drawing = """
A. APLIKASI PUSAT
No|Nama Aplikasi|URL
#1|SIPD|sipd.kemendagri.go.id
B. APLIKASI DAERAH
No|Nama Aplikasi|URL
#1|SIMPEG|simpeg.contohkab.go.id
"""
    sheet = read_drawing(tmp_path, drawing)
    assert [record.values["kepemilikan"] for record in sheet.records] == ["pusat", "daerah"]
