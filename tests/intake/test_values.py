"""Normalisers: the spellings that units write, and any text at all."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archrepo.declarations.kolom import Kolom, column_classes, columns
from archrepo.declarations.kosakata import vocabularies
from archrepo.intake.problems import PROBLEMS
from archrepo.intake.values import day, normalise, number, plain_text, url, year, yes_no

BY_FIELD = {row.field: row for row in columns("Aplikasi")}
KINDS = tuple({(row.kind, row.vocabulary): row for name in column_classes() for row in columns(name)}.values())

cells = st.one_of(
    st.text(max_size=60),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.text("0123456789.,/-: RpGBhtps;www.go.id", max_size=25),
)


def value(field: str, text: object) -> object:
    return normalise(text, BY_FIELD[field]).value  # type: ignore[arg-type]


@given(cells, st.sampled_from(KINDS))
def test_any_cell_is_a_value_or_a_problem(cell: object, column: Kolom) -> None:
    outcome = normalise(cell, column)  # type: ignore[arg-type]
    assert outcome.code is None or PROBLEMS[outcome.code].message(**outcome.slots)
    assert outcome.value is None or isinstance(outcome.value, str | int | float | bool | date)


@given(cells, st.sampled_from(KINDS))
def test_normalising_twice_is_normalising_once(cell: object, column: Kolom) -> None:
    once = normalise(cell, column).value  # type: ignore[arg-type]
    assert normalise(once, column).value == once


@pytest.mark.parametrize(
    ("vocabulary", "answer", "expected"),
    [
        ("status_aplikasi", "Ya", "aktif"),
        ("status_aplikasi", "Tidak", "tidak_aktif"),
        ("status_layanan", "Ya", "berjalan"),
        ("status_layanan", "Tidak", "dihentikan"),
    ],
)
def test_a_status_answered_with_yes_or_no_is_a_word_of_its_own_vocabulary(
    vocabulary: str, answer: str, expected: str
) -> None:
    column = Kolom("status", "Status", (), "enum", vocabulary=vocabulary)
    assert normalise(answer, column).value == expected


@pytest.mark.parametrize("vocabulary", vocabularies())
def test_every_declared_spelling_is_understood(vocabulary: str) -> None:
    column = Kolom("uji", "Uji", (), "enum", vocabulary=vocabulary)
    for row in vocabularies()[vocabulary].nilai:
        assert normalise(row.id, column).value == row.id
        assert normalise(f"  {row.label.upper()}\u00a0", column).value is not None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (2021, 2021), ("2021", 2021), (" 2021\u00a0", 2021), ("TA. 2020", 2020), (date(2019, 5, 1), 2019),
        ("2019/2020", 2019), ("2016 - sekarang", 2016), ("-", None), ("", None), ("N/A", None), ("202l", None),
        (21, None), ("tahun dua ribu", None), ("12021", None),
    ],
)  # fmt: skip
def test_years(written: object, expected: int | None) -> None:
    assert year(written).value == expected  # type: ignore[arg-type]


def test_what_is_no_year_is_reported_and_kept() -> None:
    outcome = year("202l")
    assert (outcome.code, outcome.note) == ("IMP014", "202l")
    assert PROBLEMS["IMP014"].message(**outcome.slots) == '"202l" bukan tahun'
    assert year("-").code is None
    assert year("2019/2020").note == "2019/2020"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("31/12/2024", date(2024, 12, 31)), ("2024-12-31", date(2024, 12, 31)), ("1-2-24", date(2024, 2, 1)),
        ("5 Januari 2021", date(2021, 1, 5)), ("Senin, 05 Agt 2021", date(2021, 8, 5)), (44197, date(2021, 1, 1)),
        ("44197", date(2021, 1, 1)), ("1/25/2024 10:33:22", date(2024, 1, 25)), ("5 Mei 2022", date(2022, 5, 5)),
        (datetime(2021, 1, 2, 3, 4), date(2021, 1, 2)), ("31/02/2024", None), ("segera", None), ("-", None),
    ],
)  # fmt: skip
def test_dates(written: object, expected: date | None) -> None:
    assert day(written).value == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Rp 7.320.300.000", 7320300000), ("Rp7.320.300.000,00", 7320300000), ("7320300000", 7320300000),
        (7320300000.0, 7320300000), ("1.234,5", 1234.5), ("1,234,567", 1234567), ("1.500", 1500), ("1,5", 1.5),
        ("Rp. 148.500.000,-", 148500000), ("1,5 miliar", 1500000000), ("150 juta", 150000000), ("16 GB", 16),
        ("0", 0), (0, 0), ("-", None), ("sekitar seratus", None), ("1.2.3", None), (True, None),
    ],
)  # fmt: skip
def test_numbers(written: object, expected: float | None) -> None:
    assert number(written).value == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("simpeg.contohkab.go.id", "simpeg.contohkab.go.id"),
        ("https://simpeg.contohkab.go.id/login", "https://simpeg.contohkab.go.id/login"),
        ("http;//simpeg.contohkab.go.id", "http://simpeg.contohkab.go.id"),
        ("https;//simpeg.contohkab.go.id", "https://simpeg.contohkab.go.id"),
        ("htpp://simpeg.contohkab.go.id", "http://simpeg.contohkab.go.id"),
        ("https://a.go.id, https://b.go.id", "https://a.go.id"),
        ("http://192.168.1.5:8080/simrs", "http://192.168.1.5:8080/simrs"),
        ("Desktop", None), ("tidak ada", None), ("-", None), ("0", None), ("Dinas Kesehatan", None),
        ("tidakada.invalid", None), ("admin@contohkab.go.id", None),
    ],
)  # fmt: skip
def test_addresses(written: str, expected: str | None) -> None:
    assert url(written).value == expected


def test_two_addresses_and_no_address_are_reported() -> None:
    assert url("https://a.go.id, https://b.go.id").code == "IMP013"
    assert url("Dinas Kesehatan").code == "IMP012"
    assert url("Desktop").code is None
    assert url("tidak ada").code is None


@pytest.mark.parametrize("written", ["Ya", "ya", "Y", "sudah", "v", "√", "✓", "1", True, "Sudah terintegrasi"])
def test_yes(written: object) -> None:
    assert yes_no(written, integration=True).value == "ya"  # type: ignore[arg-type]


@pytest.mark.parametrize("written", ["Tidak", "tdk", "belum", "Belum ada", "tidak ada", "x", "noada", False])
def test_no(written: object) -> None:
    assert yes_no(written, integration=True).value == "tidak"  # type: ignore[arg-type]


def test_what_was_not_stated_is_never_no() -> None:
    assert [yes_no(text, integration=True).value for text in ("-", "0", "", "?")] == [None] * 4
    assert yes_no("0").value == "tidak"


@pytest.mark.parametrize(
    ("field", "written", "expected"),
    [
        ("lokasi_hosting", "Kominfo", "pusat_data_daerah"),
        ("lokasi_hosting", "Diluar Kominfo", "luar_tanpa_rincian"),
        ("lokasi_hosting", "di luar Data Center Kominfo", "luar_tanpa_rincian"),
        ("lokasi_hosting", "Server Diskominfo Kab. Contoh", "pusat_data_daerah"),
        ("lokasi_hosting", "Data Center Kominfo", "pusat_data_daerah"),
        ("lokasi_hosting", "Data Center Diskominfo Provinsi", "pusat_kl"),
        ("lokasi_hosting", "Server Kementerian Kesehatan", "pusat_kl"),
        ("lokasi_hosting", "Server Dinas", "server_opd"),
        ("lokasi_hosting", "hosting di Niagahoster", "hosting_komersial"),
        ("lokasi_hosting", "server pihak ketiga (vendor)", "vendor"),
        ("lokasi_hosting", "terinstal di PC kantor", "lokal_tanpa_server"),
        ("status", "Masih digunakan", "aktif"),
        ("status", "sudah tidak digunakan", "tidak_aktif"),
        ("status", "belum aktif", "tidak_aktif"),
        ("status", "masih dalam pengembangan", "pengembangan"),
        ("status", "Digantikan SPMB", "dihentikan"),
        ("status", "aktif tapi jarang digunakan", "aktif_tidak_dipakai"),
        ("basis", "Web & Android", "hibrida"),
        ("basis", "Dekstop", "desktop"),
        ("basis_data", "MySQL 5.7", "mysql"),
        ("kepemilikan", "Pemerintah Pusat", "pusat"),
        ("klaim_integrasi", "Sudah, dengan SIMPEG", "ya"),
    ],
)
def test_words_of_vocabularies(field: str, written: str, expected: str) -> None:
    assert value(field, written) == expected


@pytest.mark.parametrize("written", ["Cloud", "VPS", "Hosting", "Pusat Data", "Server", "Data Center"])
def test_bare_words_do_not_decide_and_ask(written: str) -> None:
    outcome = normalise(written, BY_FIELD["lokasi_hosting"])
    assert (outcome.value, outcome.code, outcome.note) == ("tidak_diketahui", "IMP011", written)
    assert "siapa" in PROBLEMS["IMP011"].advice(**outcome.slots)


def test_unknown_word_is_kept_as_written_and_reported() -> None:
    outcome = normalise("Gudang lantai 2", BY_FIELD["lokasi_hosting"])
    assert (outcome.value, outcome.code) == ("Gudang lantai 2", "IMP010")


def test_one_word_that_fills_two_fields() -> None:
    both = normalise("Aplikasi Khusus/Daerah", BY_FIELD["jenis"])
    assert (both.value, dict(both.also)) == ("khusus", {"kepemilikan": "daerah"})
    owner = normalise("Aplikasi Pusat/Umum", BY_FIELD["jenis"])
    assert (owner.value, dict(owner.also), owner.code) == (None, {"kepemilikan": "pusat"}, None)


def test_clear_and_formula_errors() -> None:
    assert normalise("(hapus)", BY_FIELD["status"]).cleared
    assert normalise("#REF!", BY_FIELD["fungsi"]).code == "IMP019"


def test_reference_code_stands_before_its_name() -> None:
    assert value("raa", "RAA.01.02 Aplikasi Kesehatan") == "RAA.01.02"


def test_plain_text_of_any_cell() -> None:
    assert plain_text("  a\u00a0 b\n c\x01 ") == "a b c"
    assert [plain_text(cell) for cell in (None, 2.0, True, date(2020, 1, 2))] == ["", "2", "Ya", "2020-01-02"]


def test_day_number_in_a_column_of_years_is_the_year_of_that_day() -> None:
    assert value("tahun_dibuat", 43831) == 2020
    assert value("tahun_dibuat", "43831") is None


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("lokasi_hosting", "Pihak III", "vendor"),
        ("lokasi_hosting", "Pusat Data Pemerintah Kabupaten", "pusat_data_daerah"),
        ("lokasi_hosting", "Server KLHK", "pusat_kl"),
        ("lokasi_hosting", "Puskesmas", "server_opd"),
        ("status", "Stop", "tidak_aktif"),
        ("status", "Tidak pernah digunakan", "tidak_aktif"),
        ("status", "Kadang-kadang", "aktif_tidak_dipakai"),
        ("status", "Up", "aktif"),
        ("klaim_integrasi", "N", "tidak"),
    ],
)
def test_words_of_forms(field: str, text: str, expected: str) -> None:
    assert value(field, text) == expected
