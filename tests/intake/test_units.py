"""Names of units as sheets write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archrepo.intake.bodies import names_nobody, outside_kind
from archrepo.intake.units import UnitIndex, looks_like_unit, same_but_for_spelling
from archrepo.intake.wording import longest_first

KOMINFO, SELEMADEG, SELTIM, SELBAR, DINKES, TABANAN, RSUD, BAKEUDA, BKPSDM = range(1, 10)


@pytest.fixture
def index() -> UnitIndex:
    known = UnitIndex("Kabupaten Tabanan", [("BKD", (BAKEUDA, BKPSDM))])
    known.add(KOMINFO, "Dinas Komunikasi dan Informatika", ["Diskominfo", "Kominfo"])
    known.add(SELEMADEG, "Kecamatan Selemadeg", ["Kec. Selemadeg"])
    known.add(SELTIM, "Kecamatan Selemadeg Timur", ["Kec. Seltim"])
    known.add(SELBAR, "Kecamatan Selemadeg Barat")
    known.add(DINKES, "Dinas Kesehatan", ["Dinkes"])
    known.add(TABANAN, "Kecamatan Tabanan")
    known.add(RSUD, "Rumah Sakit Umum Daerah Tabanan", ["RSUD Tabanan"])
    known.add(BAKEUDA, "Badan Keuangan Daerah", ["Bakeuda"])
    known.add(BKPSDM, "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", ["BKPSDM"])
    return known


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("DISKOMINFO Kab. Tabanan", KOMINFO),
        ("Dinas Kominfo", KOMINFO),
        ("dinas komunikasi & informatika", KOMINFO),
        ("Dinas  Komunikasi\u00a0dan Informatika Kabupaten Tabanan", KOMINFO),
        ("Kec. Selemadeg", SELEMADEG),
        ("KECAMATAN SELEMADEG TIMUR", SELTIM),
        ("Kec. Selemadeg Barat", SELBAR),
        ("Dinas Kesehatan (Dinkes)", DINKES),
        ("Pemerintah Kabupaten Tabanan Dinas Kesehatan", DINKES),
        ("Kec Tabanan", TABANAN),
        ("RSUD Tabanan", RSUD),
        ("Badan Kepegawaian dan Pengembangan SDM", BKPSDM),
    ],
)
def test_known_units_are_found(index: UnitIndex, text: str, unit: int) -> None:
    match = index.match(text)
    assert (match.kind, match.unit) == ("pasti", unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Dinas Kesehatn", DINKES), ("Kecamatan Slemadeg Timur", SELTIM), ("Dinas Komunikasi dan Infromatika", KOMINFO)],
)
def test_slips_of_the_pen_are_read_and_said(index: UnitIndex, text: str, unit: int) -> None:
    match = index.match(text)
    assert (match.kind, match.unit) == ("ejaan", unit)


def test_an_ambiguous_name_is_proposed_never_resolved(index: UnitIndex) -> None:
    match = index.match("BKD")
    assert (match.kind, match.unit, match.candidates) == ("ambigu", None, (BAKEUDA, BKPSDM))


def test_a_group_of_users_is_no_unit(index: UnitIndex) -> None:
    assert index.match("Seluruh OPD").kind == "kelompok"


def test_an_unknown_name_comes_with_the_nearest(index: UnitIndex) -> None:
    match = index.match("Dinas Kesehatan Hewan dan Ternak")
    assert (match.kind, match.unit) == ("tidak_ada", None)
    assert DINKES in match.candidates


def test_a_bracket_that_is_no_short_name_of_the_unit_keeps_it_apart(index: UnitIndex) -> None:
    assert index.match("Badan Keuangan Daerah (PPKD)").unit is None


def test_two_names_that_nobody_knows_are_two_places(index: UnitIndex) -> None:
    index.add_pending(20, "Kecamatan Awangi")
    assert index.match("Kecamatan Bwangi").unit is None
    assert index.match("Kecamatan Awangi").unit == 20


def test_numbers_never_slip() -> None:
    assert not same_but_for_spelling("smp negeri 1234", "smp negeri 1235")


@given(st.text(max_size=60))
def test_any_text_matches_something_or_nothing(text: str) -> None:
    known = UnitIndex("Kabupaten Tabanan")
    known.add(1, "Dinas Kesehatan")
    assert known.match(text).kind in {"pasti", "ejaan", "kelompok", "tidak_ada"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kementerian Kesehatan", "kementerian"),
        ("CV. Maju Jaya", "vendor"),
        ("BKN", "lembaga"),
        ("Dinas Kesehatan", None),
    ],
)
def test_bodies_outside_the_regency(text: str, kind: str | None) -> None:
    assert outside_kind(text) == kind


def test_words_that_name_nobody() -> None:
    assert names_nobody("Pihak Ketiga")
    assert not names_nobody("Dinas Kesehatan")
    assert looks_like_unit("UPTD Metrologi")
    assert not looks_like_unit("Budi")


def test_longer_words_come_first_and_equal_ones_by_the_alphabet() -> None:
    assert sorted({"dinas", "badan", "kecamatan", "upt"}, key=longest_first) == ["kecamatan", "badan", "dinas", "upt"]
