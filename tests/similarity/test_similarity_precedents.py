"""What people decided on some pairs moves the judgement on pairs like them."""

from __future__ import annotations

from archrepo.similarity.kandidat import find_pairs
from archrepo.similarity.preseden import PutusanPasangan
from archrepo.similarity.profil import Profil


def _row(number: int, name: str, text: str | None = None) -> Profil:
    return Profil(id=number, nama=name, deskripsi=text, instansi="k", nasional=False)


def _labels(profiles: list[Profil], *decisions: PutusanPasangan) -> dict[tuple[int, int], str]:
    return {(row.a_id, row.b_id): row.judgement.label for row in find_pairs(profiles, decisions)}


def _said(one: int, other: int, *, same: bool) -> PutusanPasangan:
    return PutusanPasangan(a_id=one, b_id=other, sama=same, oleh="Bu Rai")


THREE = [_row(1, "SIGAP"), _row(2, "Sigap"), _row(3, "SIGAP Online")]
OVERLAPPING = [_row(1, "e-Presensi"), _row(2, "SIABSEN"), _row(3, "Presensi Online"), _row(4, "Siabsen v2")]


def test_not_the_same_holds_for_other_pairs_of_these_names() -> None:
    assert _labels(THREE)[2, 3] == "duplikat"
    assert _labels(THREE, _said(1, 2, same=False)).get((2, 3)) != "duplikat"


def test_one_with_the_same_third_is_one() -> None:
    rows = [_row(1, "SIABSEN"), _row(2, "e-Presensi"), _row(3, "HADIR", "Kehadiran pegawai")]
    assert _labels(rows)[1, 3] == "tumpang_tindih"
    told = _labels(rows, _said(1, 2, same=True), _said(2, 3, same=True))
    assert told[1, 3] == "duplikat"


def test_what_is_not_one_with_a_record_is_not_one_with_its_likes() -> None:
    rows = [_row(1, "SIGAP"), _row(2, "SIGAP Web"), _row(3, "Sigap v2")]
    told = _labels(rows, _said(1, 2, same=True), _said(1, 3, same=False))
    assert told.get((2, 3)) != "duplikat"


def test_the_same_said_of_two_names_moves_a_pair_of_such_names() -> None:
    assert _labels(OVERLAPPING)[3, 4] == "tumpang_tindih"
    moved = next(row for row in find_pairs(OVERLAPPING, (_said(1, 2, same=True),)) if (row.a_id, row.b_id) == (3, 4))
    before = next(row for row in find_pairs(OVERLAPPING) if (row.a_id, row.b_id) == (3, 4))
    assert moved.judgement.probabilities["duplikat"] > before.judgement.probabilities["duplikat"]
    assert "Bu Rai" in " ".join(row.rincian for row in moved.judgement.evidence)


def test_decisions_on_others_change_nothing() -> None:
    assert _labels(THREE, _said(8, 9, same=False)) == _labels(THREE)
