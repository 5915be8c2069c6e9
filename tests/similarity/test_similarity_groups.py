"""Candidates and groups: who is compared with whom, and who ends up together."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from archrepo.similarity.kandidat import find_pairs, stream_pairs
from archrepo.similarity.kelompok import groups
from archrepo.similarity.penilaian import judge
from archrepo.similarity.profil import Profil

NAMES = (
    "SIMPEG", "Sistem Informasi Kepegawaian", "e-Presensi", "Presensi Online", "SIHADIR Absensi", "SIPANDU", "SIPANUD",
    "SIPANDU Mobile", "SIMDA Keuangan", "SIMDA BMD", "SAKTI", "MonSakti", "Lapor Bupati", "Pengaduan Masyarakat",
    "sppd.dinkes.contohkab.go.id", "sppd.dinsos.contohkab.go.id", "Perpustakaan Digital", "Web Builder Kecamatan Marga",
)  # fmt: skip


def _profiles(names: tuple[str, ...] = NAMES, instansi: str = "k") -> list[Profil]:
    return [Profil(id=place, nama=name, instansi=instansi, nasional=False) for place, name in enumerate(names, start=1)]


def test_candidates_leave_out_no_pair_that_would_be_flagged() -> None:
    profiles = _profiles()
    flagged = {(one.id, other.id) for one, other in combinations(profiles, 2) if judge(one, other).label != "berbeda"}
    assert {(row.a_id, row.b_id) for row in find_pairs(profiles)} == flagged
    assert len(flagged) >= 7


def test_records_of_two_governments_are_not_compared() -> None:
    profiles = [
        Profil(id=1, nama="SIMPEG", instansi="a", nasional=False),
        Profil(id=2, nama="SIMPEG", instansi="b", nasional=False),
    ]
    assert not list(find_pairs(profiles))


def test_national_applications_are_compared_with_every_government_but_not_among_themselves() -> None:
    profiles = [
        Profil(id=1, nama="e-Arsip", instansi="a", nasional=False),
        Profil(id=2, nama="e-Surat", instansi="b", nasional=False),
        Profil(id=3, nama="SRIKANDI", nasional=True, dikenal="srikandi"),
        Profil(id=4, nama="SIKN-JIKN Arsip", nasional=True, dikenal="sikn_jikn"),
    ]
    pairs = [row for row in find_pairs(profiles) if 3 in (row.a_id, row.b_id)]
    assert {(row.a_id, row.b_id) for row in pairs} == {(1, 3), (2, 3)}
    assert all(row.judgement.cause == "nasional_daerah" for row in pairs)
    assert not any({row.a_id, row.b_id} == {3, 4} for row in find_pairs(profiles))


def _of(number: int, instansi: str, name: str, text: str | None = None, url: str | None = None) -> Profil:
    return Profil(id=number, nama=name, deskripsi=text, url=url, instansi=instansi)


def test_a_shared_application_is_found_across_governments_only_when_asked() -> None:
    rows = [
        _of(1, "a", "Prodeskel", "Profil desa"),
        _of(2, "b", "PRODESKEL", "Data profil desa"),
        _of(3, "c", "Prodeskel Kemendagri"),
        _of(4, "a", "SIMPEG", "Data kepegawaian"),
        _of(5, "b", "SIMPEG", "Data kepegawaian"),
        _of(6, "a", "Siskeudes", "Keuangan desa"),
        _of(7, "b", "Siskeudes", "Keuangan desa"),
        _of(8, "a", "Sapa Warga", url="https://sapa.contohprov.go.id"),
        _of(9, "c", "Aplikasi Sapa Warga", url="sapa.contohprov.go.id"),
    ]
    assert list(find_pairs(rows)) == []
    found = {(row.a_id, row.b_id) for row in find_pairs(rows, across=True)}
    assert {(1, 2), (1, 3), (2, 3)} <= found
    assert not found & {(4, 5), (6, 7)}, "a SIMPEG or an installation of its own is no shared application"
    assert found == {
        (row.a_id, row.b_id) for row in stream_pairs(sorted(rows, key=lambda r: r.instansi or ""), across=True)
    }


def test_a_shared_application_of_very_many_governments_is_told_in_parts_with_the_first() -> None:
    rows = [_of(number, f"i{number}", "Prodeskel", "Data profil desa") for number in range(1, 161)]
    found = {(row.a_id, row.b_id) for row in find_pairs(rows, across=True)}
    assert {(1, number) for number in range(2, 161)} <= found
    assert all(len(group) <= 50 for group in groups(dict.fromkeys(found, 1.0)))
    assert {one for pair in found for one in pair} == set(range(1, 161))


def test_five_letters_may_be_misspelt() -> None:
    rows = [_of(1, "a", "LAKSI", "Pelaporan aksi pangan"), _of(2, "a", "LAKIS", "Pelaporan aksi pangan")]
    assert [row.judgement.label for row in find_pairs(rows)] == ["duplikat"]


def test_a_name_that_every_unit_lists_loses_no_pair() -> None:
    rows = [_of(number, "a", "Sipandu" if number % 2 else "SI PANDU") for number in range(120)]
    assert sum(row.judgement.label == "duplikat" for row in find_pairs(rows)) == 120 * 119 // 2


def test_nothing_is_joined_through_a_third() -> None:
    assert groups({(1, 2): 0.9, (2, 3): 0.8}) == ((1, 2), (2, 3))


def test_three_that_all_agree_are_one_group() -> None:
    assert groups({(1, 2): 0.9, (2, 3): 0.8, (1, 3): 0.7}) == ((1, 2, 3),)


PAIRS = st.dictionaries(
    st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.5, 1),
    max_size=20,
)


@given(PAIRS)
def test_groups_cover_every_pair_and_hold_no_other(scores: dict[tuple[int, int], float]) -> None:
    found = groups(scores)
    covered = {pair for group in found for pair in combinations(group, 2)}
    assert covered == set(scores)


@given(PAIRS)
def test_groups_do_not_depend_on_the_order_of_pairs(scores: dict[tuple[int, int], float]) -> None:
    assert groups(scores) == groups(dict(reversed(scores.items())))
