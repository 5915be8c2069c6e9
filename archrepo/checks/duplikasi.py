"""DUP: one application recorded more than once, applications that overlap, and look-alikes of an Aplikasi Umum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import named
from archrepo.checks.finding import Basis, Pair, Severity
from archrepo.checks.pembanding import JudgedPairs, ids_of, judged_pairs
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import limit
from archrepo.declarations.nasional import AplikasiNasional, national_applications
from archrepo.landscape import Aplikasi, Instansi, PerangkatDaerah
from archrepo.similarity.kelompok import groups

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder

_BUILDING = Basis("Perpres 95/2018", "Pasal 34-39", "medium")

CAUSES: Mapping[str, tuple[Severity, str, str]] = {
    "fungsi_sama": (
        "warning",
        "Fungsi yang sama",
        "Pertemukan pemiliknya; pilih satu yang dipakai bersama, atau catat alasan keduanya tetap berjalan.",
    ),
    "kanal": (
        "info",
        "Kanal dari satu layanan",
        "Kaitkan sebagai kanal dari satu aplikasi, agar dihitung satu kali.",
    ),
    "modul": (
        "info",
        "Bagian dari satu aplikasi",
        "Kaitkan sebagai modul dari aplikasi induknya, agar dihitung satu kali.",
    ),
}
"""Severity, heading and mend of an overlap by its cause; nasional_daerah has a rule of its own shape."""

_SHARED = (
    "Bila memang satu aplikasi bersama, sepakati siapa pemiliknya dan catat yang lain sebagai pengguna; bila bukan, "
    'simpan putusan "bukan sama" dan alasannya.'
)


def judgements(scope: Scope) -> JudgedPairs:
    """Return the judged pairs of a run, worked out once for all rules of the family."""
    found = scope.worked_out.get("pasangan")
    if not isinstance(found, JudgedPairs):
        found = scope.worked_out["pasangan"] = judged_pairs(scope)
    return found


def _two(first: str, second: str, **facts: Any) -> Scene:
    """Two applications of one dinas; ``facts`` are those of the second."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.aplikasi(first, kode="A1", pemilik=dinkes, status="aktif")
        b.aplikasi(second, kode="A2", **{"pemilik": dinkes, "status": "aktif", **facts})

    return given


@check(
    "DUP001",
    severity="warning",
    title="Satu aplikasi tercatat lebih dari sekali",
    why="Hitungan aplikasi menjadi lebih besar dari yang sebenarnya, dan keterangannya tersebar di beberapa catatan.",
    mend='Bila memang satu aplikasi, gabungkan catatannya; bila bukan, simpan putusan "bukan sama" dan alasannya.',
    basis=(indikator(11, 15), _BUILDING),
    indicators=(11, 15),
    fires=(
        Example(
            _two("SIMPEG", "Sistem Informasi Manajemen Kepegawaian"),
            "Singkatan dan kepanjangannya dicatat terpisah.",
            (("A1", "A2"),),
        ),
        Example(_two("e-Presensi", "Presensi Online"), "Nama yang sama dengan imbuhan berbeda.", (("A1", "A2"),)),
    ),
    silent=(
        Example(_two("SIMPEG", "Sistem Informasi Manajemen Kepemudaan"), "Sama, tetapi kepanjangannya lain."),
        Example(_two("SIMDA Keuangan", "SIMDA BMD"), "Dua aplikasi yang berbeda dari satu keluarga."),
    ),
    over="semua_aplikasi",
)
def recorded_twice(scope: Scope) -> Iterator[Observation]:
    """Groups in which every two records are judged one application, or decided to be."""
    by_ids = {(pair.a_id, pair.b_id): pair for pairs in judgements(scope).duplicates.values() for pair in pairs}
    for group in groups({ids: pair.score for ids, pair in by_ids.items()}):
        inside = _pairs_of(group, by_ids)
        surest = max(inside, key=lambda pair: (pair.score, -pair.a_id))
        homes = {scope.landscape[identifier].instansi_id for identifier in group}
        times = f"{len(group)} kali" if len(homes) == 1 else f"{len(group)} kali di {len(homes)} Instansi"
        score = min(pair.score for pair in inside)
        sure = len(homes) == 1 and _is_sure(scope, group, score)
        yield Observation(
            element_ids=group,
            message=f"{_named(scope, group, across=len(homes) > 1)} tercatat {times}. {surest.why}",
            instansi_id=scope.landscape[group[0]].instansi_id,
            unit_id=_common_unit(scope, group),
            severity="error" if sure else "warning",
            mend=_SHARED if len(homes) > 1 else None,
            pairs=inside,
            score=score,
        )


def _is_sure(scope: Scope, group: tuple[int, ...], score: float) -> bool:
    """Only operating systems are to be handled at once; sites and records of the past can wait."""
    return 100 * score >= limit("peluang_pasti") and _counted(scope).issuperset(group)


def _counted(scope: Scope) -> frozenset[int]:
    found = scope.worked_out.get("terhitung")
    if not isinstance(found, frozenset):
        found = scope.worked_out["terhitung"] = frozenset(row.id for row in scope.aplikasi)
    return found


def _pairs_of(group: tuple[int, ...], by_ids: Mapping[tuple[int, int], Pair]) -> tuple[Pair, ...]:
    return tuple([by_ids[two] for two in combinations(group, 2)])


def _named(scope: Scope, group: tuple[int, ...], *, across: bool = False) -> str:
    """Return the names with their owners, or with their Instansi where a group goes across several."""
    landscape = scope.landscape
    labels = []
    for identifier in group:
        element = landscape[identifier]
        owner = landscape[element.instansi_id] if across else landscape.get(scope.unit_of(element))
        labels.append(
            f"{element.nama} ({owner.nama})" if isinstance(owner, PerangkatDaerah | Instansi) else element.nama
        )
    return named(labels)


def _common_unit(scope: Scope, group: tuple[int, ...]) -> int | None:
    units = {scope.unit_of(scope.landscape[identifier]) for identifier in group}
    return units.pop() if len(units) == 1 else None


@check(
    "DUP002",
    severity="warning",
    title="Aplikasi yang tumpang tindih",
    why="Dua aplikasi dengan pekerjaan yang sama berarti biaya dan data ganda, kecuali memang dibagi dengan sengaja.",
    mend="Tentukan mana yang dipakai bersama, atau catat alasan keduanya tetap berjalan.",
    basis=(indikator(15), OwnRule("pembangunan_aplikasi"), _BUILDING),
    indicators=(11, 15),
    fires=(
        Example(_two("e-Presensi", "SIABSEN"), "Dua aplikasi kehadiran pegawai.", (("A1", "A2"),)),
        Example(_two("SIPANDU", "SIPANDU Mobile"), "Web dan Android dari satu layanan.", (("A1", "A2"),)),
    ),
    silent=(
        Example(_two("e-Presensi", "SIABSEN", status="dihentikan"), "Sama, tetapi salah satunya sudah dihentikan."),
        Example(_two("e-Presensi", "e-Cuti"), "Sama, tetapi fungsinya lain."),
    ),
    over="aplikasi",
)
def overlapping(scope: Scope) -> Iterator[Observation]:
    """Groups of operating applications in which every two overlap for one cause, and look-alikes of national ones."""
    found = judgements(scope)
    for (instansi, cause), pairs in found.overlaps.items():
        severity, heading, mend = CAUSES[cause]
        by_ids = {(pair.a_id, pair.b_id): pair for pair in pairs}
        for group in groups({ids: pair.score for ids, pair in by_ids.items()}):
            inside = _pairs_of(group, by_ids)
            surest = max(inside, key=lambda pair: (pair.score, -pair.a_id))
            yield Observation(
                element_ids=group,
                message=f"{heading}: {_named(scope, group)}. {surest.why}",
                instansi_id=instansi,
                unit_id=_common_unit(scope, group),
                severity=severity,
                mend=mend,
                pairs=inside,
                score=min(pair.score for pair in inside),
                cause=cause,
            )
    for (instansi, key), pairs in found.nationals.items():
        if _decree_of(scope, key) is None:
            yield _national_observation(scope, instansi, pairs)


def _decree_of(scope: Scope, key: str) -> AplikasiNasional | None:
    """Return the known national application when what makes it an Aplikasi Umum is recorded."""
    element = scope.landscape.get(int(key)) if key.isdigit() else None
    identifier = element.nasional if isinstance(element, Aplikasi) else key
    known = national_applications().get(identifier or "")
    return known if known is not None and known.decree is not None else None


def _national_observation(scope: Scope, instansi: int, pairs: list[Pair]) -> Observation:
    ids = tuple(dict.fromkeys(ids_of(pairs)))
    own = tuple(row for row in ids if not scope.landscape.is_national(scope.landscape[row]))
    national = next((scope.landscape[row].nama for row in ids if row not in own), "")
    surest = max(pairs, key=lambda pair: (pair.score, -pair.a_id))
    return Observation(
        element_ids=(*own, *(row for row in ids if row not in own)),
        message=f"Mirip dengan aplikasi nasional {national}: {_named(scope, own)}. {surest.why}",
        instansi_id=instansi,
        unit_id=_common_unit(scope, own),
        severity="info",
        mend="Cek apakah pekerjaannya sudah tersedia di aplikasi nasional itu; bila berbeda, catat perbedaannya.",
        pairs=tuple(pair for pair in pairs if min(pair.a_id, pair.b_id) > 0),
        score=min(pair.score for pair in pairs),
        cause="nasional_daerah",
    )


@check(
    "DUP003",
    severity="warning",
    title="Aplikasi daerah menyerupai Aplikasi Umum",
    why="Aplikasi Umum disediakan untuk dipakai bersama; aplikasi daerah yang sejenis perlu dijelaskan keperluannya.",
    mend="Rencanakan perpindahan ke Aplikasi Umum, atau catat dasar dan alasan tetap memakai aplikasi daerah.",
    basis=(indikator(15), OwnRule("pembangunan_aplikasi"), _BUILDING),
    indicators=(15,),
    fires=(Example(_two("SIPANDU", "e-Arsip Daerah"), "Arsip dinamis daerah di samping SRIKANDI.", (("A2",),)),),
    silent=(
        Example(_two("SIPANDU", "e-Cuti Daerah"), "Sama, tetapi fungsinya lain."),
        Example(_two("SIPANDU", "e-Arsip Daerah", status="dihentikan"), "Sama, tetapi sudah dihentikan."),
    ),
    over="aplikasi",
)
def resembles_umum(scope: Scope) -> Iterator[Observation]:
    """Operating regional applications that do the work of an Aplikasi Umum whose decree is recorded."""
    for (instansi, key), pairs in judgements(scope).nationals.items():
        known = _decree_of(scope, key)
        if known is None:
            continue
        ids = tuple(dict.fromkeys(ids_of(pairs)))
        own = tuple(row for row in ids if not scope.landscape.is_national(scope.landscape[row]))
        surest = max(pairs, key=lambda pair: (pair.score, -pair.a_id))
        yield Observation(
            element_ids=(*own, *(row for row in ids if row not in own)),
            message=f"{_named(scope, own)} menyerupai {known.nama}, Aplikasi Umum menurut {known.decree}. {surest.why}",
            instansi_id=instansi,
            unit_id=_common_unit(scope, own),
            pairs=tuple(pair for pair in pairs if min(pair.a_id, pair.b_id) > 0),
            score=min(pair.score for pair in pairs),
            cause="nasional_daerah",
        )
