"""Sheet names for any title, text that stays text, and files written whole or not at all."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from archrepo.berkas import OutputError, atomic_path, make_folder, write_bytes
from archrepo.exchange.buku_kerja import BukuKerja, SheetNames

MOMENT = datetime(2026, 6, 30, tzinfo=UTC)


@given(st.lists(st.text(max_size=60), max_size=30))
def test_any_titles_become_names_that_excel_accepts(titles: list[str]) -> None:
    names = SheetNames()
    found = [names.name(title) for title in titles]
    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert 1 <= len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_long_names_of_two_units_stay_apart() -> None:
    names = SheetNames()
    first = names.name("Dinas Penanaman Modal dan Pelayanan Perizinan")
    second = names.name("Dinas Penanaman Modal dan Pelayanan Terpadu")
    assert (len(first), second) == (31, "Dinas Penanaman Modal dan P (2)")


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@SUM(A1)", "'kutip", "http://contoh.test", "007"])
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    with BukuKerja(path, title="Contoh", created=MOMENT) as book:
        book.sheet("Isi").grid(("Nama",), [(text,)])
    cell = load_workbook(path)["Isi"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "laporan.csv"
    write_bytes(path, b"lama")

    def write_half() -> None:
        with atomic_path(path) as temporary:
            temporary.write_bytes(b"setengah")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("laporan.csv", b"lama")]


def test_a_missing_folder_is_named_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="tidak ada") as caught:
        write_bytes(tmp_path / "belum" / "a.csv", b"")
    assert "Buat foldernya" in caught.value.mend


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="adalah folder"):
        write_bytes(tmp_path, b"")


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    write_bytes(tmp_path / "laporan", b"")
    with pytest.raises(OutputError, match="tidak dapat dibuat"):
        make_folder(tmp_path / "laporan")
