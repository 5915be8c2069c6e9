"""How many pairs are looked at, whatever the shape of a register; and that what is remembered changes no judgement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archrepo.similarity import batas
from archrepo.similarity.ciri import ciri
from archrepo.similarity.indeks import by_function, by_name
from archrepo.similarity.kandidat import find_pairs
from archrepo.similarity.penilaian import judge
from archrepo.similarity.profil import Profil
from archrepo.similarity.salah_tulis import slips

RECORDS, A_RECORD = 600, 64
SYLLABLES = tuple(a + b for a in "bcdgjklmnprstw" for b in "aiueo")


def _own_name(number: int) -> str:
    return "".join(Random(number).choices(SYLLABLES, k=5)).capitalize()  # noqa: S311 - no secret


def _plain(number: int) -> Profil:
    return Profil(id=number, nama=_own_name(number), instansi="k", nasional=False)


SHAPES: dict[str, Callable[[Profil], Profil]] = {
    "one host": lambda row: replace(row, url=f"https://layanan.contohkab.go.id/{row.nama}"),
    "one domain": lambda row: replace(row, url=f"https://{row.nama}.contohkab.go.id"),
    "one address": lambda row: replace(row, url="https://layanan.contohkab.go.id"),
    "one description": lambda row: replace(row, deskripsi="Aplikasi untuk pelayanan administrasi kependudukan"),
    "one sentence": lambda row: replace(row, deskripsi=f"Aplikasi {row.nama} untuk pelayanan masyarakat umum"),
    "one word in every name": lambda row: replace(row, nama=f"{row.nama} Sipandai"),
    "ten words in names": lambda row: replace(row, nama=f"{row.nama} Sipandai{'abcdefghij'[row.id % 10]}"),
    "one function": lambda row: replace(row, fungsi="Pengaduan masyarakat"),
    "one name": lambda row: replace(row, nama="Sipandai"),
    "one plain name": lambda row: replace(row, nama="Aplikasi"),
    "one other name": lambda row: replace(row, alias=("Sipandai",)),
    "one unit": lambda row: replace(row, unit="Dinas Kesehatan"),
    "one unit's site": lambda row: replace(row, nama=f"Website {row.nama}", unit="Dinas Kesehatan"),
    "one service": lambda row: replace(row, kaitan=frozenset({7, 8})),
    "numbered": lambda row: replace(row, nama=f"Aplikasi Layanan {row.id}"),
    "long names": lambda row: replace(row, nama=f"Sistem Informasi Pengelolaan {row.nama} Daerah Terpadu"),
}


@pytest.fixture
def _no_room_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small register be bounded as a large one is."""
    monkeypatch.setattr(batas, "_ALWAYS", 0)


@pytest.mark.usefixtures("_no_room_for_nothing")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(SHAPES)), min_size=1, max_size=3, unique=True))
def test_no_shape_makes_more_than_so_many_pairs_a_record(shapes: list[str]) -> None:
    profiles = [_plain(number) for number in range(1, RECORDS + 1)]
    for shape in shapes:
        profiles = [SHAPES[shape](row) for row in profiles]
    rows = [ciri(row) for row in profiles]
    found = by_name(rows, len(rows)) | by_function(rows, len(rows))
    assert len(found) <= A_RECORD * RECORDS


@pytest.mark.parametrize(
    "shape", ["one host", "one domain", "one description", "one function", "one word in every name"]
)
def test_what_all_have_in_common_makes_no_pair(shape: str) -> None:
    rows = [ciri(SHAPES[shape](_plain(number))) for number in range(1, 301)]
    assert not by_name(rows, len(rows)) | by_function(rows, len(rows))


@pytest.mark.usefixtures("_no_room_for_nothing")
def test_a_name_of_very_many_is_compared_in_parts_and_nobody_is_left_out() -> None:
    profiles = [Profil(id=number, nama="Sipandai", instansi="k", nasional=False) for number in range(1, RECORDS + 1)]
    found = list(find_pairs(profiles))
    assert {row for pair in found for row in (pair.a_id, pair.b_id)} == set(range(1, RECORDS + 1))
    assert len(found) <= A_RECORD * RECORDS
    shuffled = Random(1).sample(profiles, len(profiles))  # noqa: S311 - no secret
    assert [row[:2] for row in find_pairs(shuffled)] == [row[:2] for row in found]


def test_few_who_share_a_name_are_told_though_others_are_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batas, "_ALWAYS", 300)
    many = [Profil(id=number, nama="Aplikasi", instansi="k", nasional=False) for number in range(10, 310)]
    two = [Profil(id=number, nama="Sipandai", instansi="k", nasional=False) for number in (1, 2)]
    assert (1, 2) in {row[:2] for row in find_pairs([*many, *two])}


def test_a_national_application_is_compared_with_however_many() -> None:
    own = [replace(_plain(number), nama=f"e-Arsip {_own_name(number)}") for number in range(1, 301)]
    national = Profil(id=900, nama="SRIKANDI", nasional=True, dikenal="srikandi")
    found = {row[:2] for row in find_pairs([*own, national])}
    assert found >= {(row.id, 900) for row in own}


def test_a_slip_is_found_beside_a_name_and_not_within_a_series() -> None:
    series = [f"sita{first}{second}ra" for first in "bcdf" for second in "aiue"]
    assert list(slips([*series, "sipandu", "sipanud"])) == [("sipandu", "sipanud")]


def test_a_slip_of_a_name_that_every_unit_lists_is_found() -> None:
    rows = [Profil(id=number, nama="Sipandaiku", instansi="k", nasional=False) for number in range(1, 61)]
    slip = Profil(id=99, nama="Sipandiaku", instansi="k", nasional=False)
    assert {row.a_id for row in find_pairs([*rows, slip]) if row.b_id == 99} == set(range(1, 61))


WORDS = ("Sipandai", "Presensi", "SIMPEG", "Kepegawaian", "Arsip", "Mobile", "Modul", "RSUD Mawar", "Sistem Informasi")
TEXTS = (
    None, "Presensi pegawai", "Pengelolaan arsip dinamis", "Modul dari Sipandai", "Layanan pengaduan masyarakat desa",
    "Website Dinas Kesehatan",
)  # fmt: skip
PROFILES = st.builds(
    Profil,
    id=st.just(0),
    nama=st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join),
    singkatan=st.sampled_from((None, "SPD", "SIMPEG")),
    alias=st.sampled_from(((), ("Sipandai",), ("Arsip Daerah",))),
    fungsi=st.sampled_from(TEXTS),
    deskripsi=st.sampled_from(TEXTS),
    url=st.sampled_from((None, "a.contohkab.go.id", "sipandai.contohkab.go.id", "sipandai.x.contohkab.go.id")),
    bentuk=st.sampled_from((None, "sistem", "situs_informasi")),
    unit=st.sampled_from(
        (None, "Dinas Kesehatan", "dinas kesehatan", "RSUD Mawar", "Puskesmas Melati", "Dinas Sosial")
    ),
    instansi=st.just("k"),
    nasional=st.just(False),
    kaitan=st.sampled_from((frozenset(), frozenset({5}), frozenset({6}))),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PROFILES, min_size=2, max_size=14))
def test_what_is_remembered_of_other_pairs_changes_no_judgement(drawn: list[Profil]) -> None:
    profiles = {number: replace(row, id=number) for number, row in enumerate(drawn, start=1)}
    for pair in find_pairs(profiles.values()):
        assert pair.judgement == judge(profiles[pair.a_id], profiles[pair.b_id])
