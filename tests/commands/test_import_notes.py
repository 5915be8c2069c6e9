"""What sheets said and no field could take is listed, by column and by row."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

sys.path.insert(0, str(Path(__file__).parents[1] / "intake"))

from lembar import write_xlsx

from archrepo.cli.main import cli
from archrepo.errors import UsageError

DRAWING = """
OPD|Nama Aplikasi|Kanal Khusus|Tahun Pembuatan|Jenis Aplikasi
Dinas Kesehatan|SIMANIS|loket|202l|Khusus
Dinas Kesehatan|SIPERI|gerai|2020|Khusus
Dinas Sosial|SIRAMA|loket|2021|Sesuatu
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(cli, list(arguments))

    assert call("init", "--instansi", "Kabupaten Contoh").exit_code == 0
    write_xlsx(tmp_path / "kiriman.xlsx", Aplikasi=DRAWING)
    assert call("import", "kiriman.xlsx").exit_code == 0
    return call


def test_columns_are_counted_with_the_field_their_title_means(run: Any) -> None:
    document = json.loads(run("notes", "--format", "json").stdout)
    found = {row["column"]: (row["field"], row["notes"], row["example"]) for row in document["columns"]}
    assert found["Kanal Khusus"] == (None, 3, "loket")
    assert found["Tahun Pembuatan"] == ("tahun_dibuat", 1, "202l")
    assert document["columns"][0]["column"] == "Kanal Khusus"


def test_every_note_tells_unit_file_sheet_and_row(run: Any) -> None:
    document = json.loads(run("notes", "--format", "json", "--kolom", "kanal khusus").stdout)
    found = [(note["unit"], note["text"], note["file"], note["sheet"], note["row"]) for note in document["notes"]]
    assert found == [
        ("Dinas Kesehatan", "loket", "kiriman.xlsx", "Aplikasi", 2),
        ("Dinas Kesehatan", "gerai", "kiriman.xlsx", "Aplikasi", 3),
        ("Dinas Sosial", "loket", "kiriman.xlsx", "Aplikasi", 4),
    ]
    own = json.loads(run("notes", "--format", "json", "--opd", "Dinas Sosial").stdout)
    assert {note["nama"] for note in own["notes"]} == {"SIRAMA"}


def test_table_and_csv_show_columns_or_rows(run: Any, tmp_path: Path) -> None:
    table = run("notes").stdout
    assert "belum dikenal" in table
    assert "--map" in table
    rows = list(csv.DictReader(io.StringIO(run("notes", "--rinci", "--format", "csv").stdout)))
    assert {row["Baris"] for row in rows if row["Kolom"] == "Kanal Khusus"} == {"2", "3", "4"}
    assert run("notes", "--format", "csv", "-o", "kolom.csv").exit_code == 0
    assert (tmp_path / "kolom.csv").read_text().startswith("Kolom,Jenis,Terbaca sebagai")


def test_workbook_holds_both_lists(run: Any, tmp_path: Path) -> None:
    assert run("notes", "--format", "xlsx", "-o", "tulisan.xlsx").exit_code == 0
    book = load_workbook(tmp_path / "tulisan.xlsx")
    assert book.sheetnames == ["Kolom", "Tulisan"]
    texts = {cell.value for row in book["Tulisan"].iter_rows() for cell in row}
    assert {"Kanal Khusus", "gerai", "kiriman.xlsx"} <= texts
    assert isinstance(run("notes", "--format", "xlsx").exception, UsageError)


def test_mapped_column_leaves_the_list_of_the_next_file(run: Any, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "baru.xlsx", Aplikasi="OPD|Nama Aplikasi|Kanal Khusus\nDinas Pasar|SIPASAR|kasir")
    assert run("import", "baru.xlsx", "--map", "Kanal Khusus=fungsi").exit_code == 0
    assert json.loads(run("notes", "--format", "json", "--opd", "Dinas Pasar").stdout) == {"columns": [], "notes": []}


def test_applied_plan_writes_the_copy_to_be_mended(run: Any, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "lagi.xlsx", Aplikasi="OPD|Nama Aplikasi|Tahun Pembuatan\nDinas Pasar|SIPASAR|202x")
    assert run("import", "lagi.xlsx", "--plan", "rencana.json").exit_code == 0
    done = run("apply", "rencana.json", "--report", "perbaikan.xlsx")
    assert done.exit_code == 0
    assert "perbaikan.xlsx" in done.stderr
    assert load_workbook(tmp_path / "perbaikan.xlsx").sheetnames[0] == "Perlu Diperbaiki"
    assert isinstance(run("apply", "rencana.json", "--report", "perbaikan.csv").exception, UsageError)
