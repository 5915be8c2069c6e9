"""Answers for a proposed application what it would repeat: the question before the clearance (indicator 15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from archrepo.checks.pembanding import profile, profile_of_known, regions_of
from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.declarations.nasional import AplikasiNasional, national_applications
from archrepo.landscape import Aplikasi, Elemen, Landscape, PerangkatDaerah
from archrepo.landscape.pusat_data import is_operating
from archrepo.similarity.ciri import Ciri, ciri
from archrepo.similarity.penilaian import Judgement, judge_traits
from archrepo.similarity.profil import Profil

Verdict = Literal["sudah_ada", "menyerupai_aplikasi_umum", "tumpang_tindih", "bagian", "belum_ada"]
_ORDER: tuple[Verdict, ...] = ("sudah_ada", "menyerupai_aplikasi_umum", "tumpang_tindih", "bagian")
MOST_SHOWN = 5
CONCLUSIONS: Mapping[Verdict, str] = {
    "sudah_ada": "Tampaknya sudah ada",
    "menyerupai_aplikasi_umum": "Menyerupai Aplikasi Umum",
    "tumpang_tindih": "Tumpang tindih fungsi",
    "bagian": "Bagian atau kanal dari aplikasi yang ada",
    "belum_ada": "Tidak ada yang serupa",
}
MENDS: Mapping[Verdict, str] = {
    "sudah_ada": "Pakai atau kembangkan yang sudah ada; bila memang berbeda, jelaskan perbedaannya dalam usulan.",
    "menyerupai_aplikasi_umum": "Pakai Aplikasi Umum itu, atau cantumkan dasar dan alasan membangun sendiri.",
    "tumpang_tindih": "Bicarakan dahulu dengan pemiliknya; cantumkan dalam usulan mengapa tidak dipakai bersama.",
    "bagian": "Bangun sebagai kanal atau modul dari aplikasi itu, bukan sebagai aplikasi tersendiri.",
    "belum_ada": "Lanjutkan ke penilaian Clearance; keputusan tetap pada Tim Koordinasi.",
}


_OPENINGS = {"duplikat": "Tampaknya aplikasi yang sama", "tumpang_tindih": "Tampaknya tumpang tindih"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Usulan:
    """A proposed application; ``unit`` is who proposes it."""

    nama: str
    fungsi: str
    deskripsi: str | None = None
    url: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Serupa:
    """One application that a proposal resembles. ``kode`` is empty for a national one that no list here names;
    ``dasar`` is the decree that makes it an Aplikasi Umum, None where none is recorded."""

    verdict: Verdict
    label: str
    cause: str | None
    score: float
    why: str
    kode: str
    nama: str
    pemilik: str
    nasional: bool
    dasar: str | None


@dataclass(frozen=True, slots=True)
class HasilUsulan:
    """The answer on one proposal: the heaviest verdict, and what it rests on, heaviest first."""

    usulan: Usulan
    verdict: Verdict
    serupa: tuple[Serupa, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    traits: Ciri
    element: Elemen | None
    known: AplikasiNasional | None


def examine(landscape: Landscape, instansi_id: int, proposals: Sequence[Usulan]) -> tuple[tuple[HasilUsulan, ...], int]:
    """Compare proposals with what the Instansi records and with known national applications.

    Applications that no longer run are left out: their successor is no repetition.

    Returns:
        The answers in the order of the proposals, and with how many applications each was compared.
    """
    scope = Scope(landscape, instansi_id)
    known = [*_recorded(scope), *_catalogue(scope)]
    region = regions_of(scope).get(instansi_id, ())
    kode = landscape[instansi_id].kode
    return tuple(_answer(scope, row, known, kode, region) for row in proposals), len(known)


def _recorded(scope: Scope) -> Iterator[_Known]:
    landscape = scope.landscape
    regions = regions_of(scope)
    for row in landscape.of(Aplikasi):
        here = landscape.is_national(row) or row.instansi_id == scope.instansi_id
        compared = row.bentuk not in words("bukan_untuk_duplikat") and is_operating(row, landscape.as_of)
        if here and compared:
            traits = ciri(profile(scope, row, regions.get(row.instansi_id, ())))
            yield _Known(traits, row, national_applications().get(row.nasional or ""))


def _catalogue(scope: Scope) -> Iterator[_Known]:
    present = {row.nasional for row in scope.landscape.of(Aplikasi)}
    others = (row for row in national_applications().values() if row.id not in present)
    for number, row in enumerate(others, start=1):
        yield _Known(ciri(profile_of_known(number, row)), None, row)


def _answer(scope: Scope, row: Usulan, known: Sequence[_Known], kode: str, region: tuple[str, ...]) -> HasilUsulan:
    proposed = ciri(
        Profil(
            id=0,
            nama=row.nama,
            fungsi=row.fungsi,
            deskripsi=row.deskripsi,
            url=row.url,
            unit=row.unit,
            instansi=kode,
            wilayah=region,
        )
    )
    judged = ((one, judge_traits(proposed, one.traits)) for one in known)
    found = [_serupa(scope, one, judgement) for one, judgement in judged if judgement.label != "berbeda"]
    found.sort(key=lambda one: (_ORDER.index(one.verdict), -one.score, one.kode, one.nama))
    return HasilUsulan(row, found[0].verdict if found else "belum_ada", tuple(found[:MOST_SHOWN]))


def _serupa(scope: Scope, one: _Known, judgement: Judgement) -> Serupa:
    national = one.element is None or scope.landscape.is_national(one.element)
    decree = one.known.decree if national and one.known is not None else None
    companion = judgement.cause in ("modul", "kanal")
    return Serupa(
        verdict=_verdict(judgement, umum=decree is not None and not companion),
        label=judgement.label,
        cause=judgement.cause,
        score=judgement.probability,
        why=f"{_OPENINGS[judgement.label]}: {judgement.reasons}.",
        kode=one.element.kode if one.element is not None else "",
        nama=one.traits.profil.nama,
        pemilik=_owner(scope, one),
        nasional=national,
        dasar=decree,
    )


def _verdict(judgement: Judgement, *, umum: bool) -> Verdict:
    if umum:
        return "menyerupai_aplikasi_umum"
    if judgement.label == "duplikat":
        return "sudah_ada"
    return "bagian" if judgement.cause in ("modul", "kanal") else "tumpang_tindih"


def _owner(scope: Scope, one: _Known) -> str:
    if one.element is not None:
        unit = scope.landscape.get(scope.unit_of(one.element))
        if isinstance(unit, PerangkatDaerah):
            return unit.nama
    return (one.known.pemilik or "") if one.known is not None else ""
