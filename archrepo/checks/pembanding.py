"""Turns the applications of a Landscape into what similarity compares, and its judgements into pairs of findings."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from archrepo.checks.finding import Pair
from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.declarations.nasional import AplikasiNasional, national_applications
from archrepo.landscape import Aplikasi, Elemen, Keputusan, PerangkatDaerah
from archrepo.landscape.pusat_data import is_operating
from archrepo.similarity.alamat import region_of
from archrepo.similarity.fungsi import is_known_name
from archrepo.similarity.kandidat import Pasangan, find_pairs
from archrepo.similarity.penilaian import Judgement
from archrepo.similarity.preseden import PutusanPasangan
from archrepo.similarity.profil import Profil

SAME, NOT_SAME = "sama", "bukan_sama"
_LINKS = ("R08", "R09", "R10")
_OF_PLACES = ("kecamatan", "kelurahan", "desa", "puskesmas", "rsud")


@dataclass(frozen=True, slots=True)
class JudgedPairs:
    """The pairs of one run: records of one application by Instansi, overlaps by (Instansi, cause), and look-alikes of a
    national application by (Instansi, national). The national side is an element, or a known one that no list names."""

    duplicates: dict[int, list[Pair]] = field(default_factory=dict)
    overlaps: dict[tuple[int, str], list[Pair]] = field(default_factory=dict)
    nationals: dict[tuple[int, str], list[Pair]] = field(default_factory=dict)


def judged_pairs(scope: Scope) -> JudgedPairs:
    """Compare the applications of the scope with each other and with the national ones; decisions of people win."""
    landscape = scope.landscape
    compared = [row for row in scope.semua_aplikasi if row.bentuk not in words("bukan_untuk_duplikat")]
    nationals = [row for row in landscape.of(Aplikasi) if landscape.is_national(row)]
    regions = regions_of(scope)
    profiles = [profile(scope, row, regions.get(row.instansi_id, ())) for row in compared]
    profiles += [profile(scope, row, ()) for row in nationals]
    virtual = decreed({row.nasional for row in nationals})
    profiles += [profile_of_known(identifier, known) for identifier, known in virtual.items()]
    decided = {_ordered(row.a_id, row.b_id): row for row in landscape.decisions}
    found = JudgedPairs()
    told = [
        PutusanPasangan(a_id=ids[0], b_id=ids[1], sama=row.verdict == SAME, oleh=row.by) for ids, row in decided.items()
    ]
    several = scope.instansi_id is None and len(landscape.daftar_instansi) > 1
    sorting = _Sorting(scope, virtual, found)
    for pair in find_pairs(profiles, told, across=several):
        if (pair.a_id, pair.b_id) not in decided:
            sorting.add(pair)
    known_ids = {row.id for row in compared}
    for ids, decision in decided.items():
        if decision.verdict == SAME and set(ids) <= known_ids:
            instansi = landscape[ids[0]].instansi_id
            found.duplicates.setdefault(instansi, []).append(Pair(*ids, 1.0, _said(decision)))
    return _without_copies(scope, found, decided)


def _without_copies(scope: Scope, found: JudgedPairs, decided: Container[tuple[int, int]]) -> JudgedPairs:
    """Let one record speak for all that are one application: an overlap with seven records of it is one overlap."""
    first = _speakers(scope, (pair for pairs in found.duplicates.values() for pair in pairs))
    for kept in (found.overlaps, found.nationals):
        for key, pairs in kept.items():
            best: dict[tuple[int, int], Pair] = {}
            for pair in sorted(pairs, key=lambda row: (-row.score, row.a_id, row.b_id)):
                ids = _ordered(first.get(pair.a_id, pair.a_id), first.get(pair.b_id, pair.b_id))
                if ids[0] != ids[1] and ids not in decided:
                    best.setdefault(ids, replace(pair, a_id=ids[0], b_id=ids[1]))
            kept[key] = list(best.values())
    return found


def _speakers(scope: Scope, pairs: Iterable[Pair]) -> Mapping[int, int]:
    """Return, for every record that is paired, the first that hangs together with it; an operating one if any is."""
    first: dict[int, int] = {}

    def root(one: int) -> int:
        while (above := first.get(one, one)) != one:
            # Halving the way each time keeps it short.
            first[one] = one = first[above]
        return one

    for pair in pairs:
        one, other = _ordered(root(pair.a_id), root(pair.b_id))
        first[other] = one
        first.setdefault(one, one)
    groups: dict[int, list[int]] = {}
    for one in first:
        groups.setdefault(root(one), []).append(one)
    landscape = scope.landscape

    def rank(one: int) -> tuple[bool, int]:
        row = landscape[one]
        return not (isinstance(row, Aplikasi) and is_operating(row, landscape.as_of)), one

    speakers = {first_id: min(group, key=rank) for first_id, group in groups.items()}
    return {one: speakers[first_id] for first_id, group in groups.items() for one in group}


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _said(decision: Keputusan) -> str:
    reason = f" ({decision.reason})" if decision.reason else ""
    return f"Diputuskan sama oleh {decision.by}{reason}."


class _Sorting:
    """Puts judged pairs where the rules look for them. One judgement of many pairs is put into words once."""

    def __init__(self, scope: Scope, virtual: Mapping[int, AplikasiNasional], found: JudgedPairs) -> None:
        self._scope = scope
        self._virtual = virtual
        self._found = found
        self._nationals = {row.id for row in scope.landscape.of(Aplikasi) if scope.landscape.is_national(row)}
        # Judgements by their identity, kept so that none is taken for a later one in its place.
        self._told: dict[int, tuple[Judgement, str]] = {}

    def add(self, pair: Pasangan) -> None:
        a_id, b_id, judgement = pair
        landscape = self._scope.landscape
        one, other = landscape.get(a_id), landscape.get(b_id)
        own = [row for row in (one, other) if row is not None and row.id not in self._nationals]
        if len(own) < 2 and _is_installation(self._scope, one, other):
            return
        regional = own[0]
        judged = Pair(a_id, b_id, judgement.probability, self._why(judgement))
        # A known application that no list names is nothing that is recorded twice: the regional one is like it.
        is_listed = one is not None and other is not None
        if judgement.label == "duplikat" and is_listed:
            self._found.duplicates.setdefault(regional.instansi_id, []).append(judged)
            return
        cause = (judgement.cause or "") if is_listed else "nasional_daerah"
        if not all(is_operating(row, landscape.as_of) for row in own if isinstance(row, Aplikasi)):
            return
        if cause == "nasional_daerah":
            national = other if one is regional else one
            known = self._virtual[-min(pair.a_id, pair.b_id)] if national is None else None
            key = known.id if known is not None else f"{national.id if national is not None else ''}"
            self._found.nationals.setdefault((regional.instansi_id, key), []).append(judged)
        else:
            self._found.overlaps.setdefault((regional.instansi_id, cause), []).append(judged)

    def _why(self, judgement: Judgement) -> str:
        told = self._told.get(id(judgement))
        if told is None:
            told = self._told[id(judgement)] = judgement, judgement.why
        return told[1]


def _is_installation(scope: Scope, one: Elemen | None, other: Elemen | None) -> bool:
    """Whether one is the national product that the other is an installation of: not a look-alike, the thing itself."""
    if not isinstance(one, Aplikasi) or not isinstance(other, Aplikasi) or one.nasional != other.nasional:
        return False
    return one.nasional is not None and scope.landscape.is_national(one) != scope.landscape.is_national(other)


def profile(scope: Scope, aplikasi: Aplikasi, wilayah: tuple[str, ...]) -> Profil:
    """Return what similarity is told of an application; ``wilayah`` are words of its region."""
    landscape = scope.landscape
    national = landscape.is_national(aplikasi)
    unit = landscape.get(scope.unit_of(aplikasi)) if not national else None
    links = {edge.ke for jenis in _LINKS for edge in landscape.out(aplikasi.id, jenis)}
    return Profil(
        id=aplikasi.id,
        nama=aplikasi.nama,
        singkatan=aplikasi.singkatan,
        alias=aplikasi.alias,
        fungsi=aplikasi.fungsi,
        deskripsi=aplikasi.deskripsi,
        url=aplikasi.url,
        bentuk=aplikasi.bentuk,
        unit=unit.nama if unit is not None else None,
        instansi=landscape[aplikasi.instansi_id].kode,
        nasional=national,
        dikenal=aplikasi.nasional,
        wilayah=wilayah,
        kaitan=frozenset(links),
    )


def regions_of(scope: Scope) -> Mapping[int, tuple[str, ...]]:
    """Return the words of each Instansi's region: its name, its web domain, its kecamatan and other places."""
    found: dict[int, tuple[str, ...]] = {}
    for instansi in scope.landscape.daftar_instansi:
        named = [instansi.nama, region_of(instansi.domain_situs or "") or ""]
        places = (unit for unit in scope.landscape.units(instansi.id) if unit.tipe in _OF_PLACES)
        named += [_place_name(unit) for unit in places]
        found[instansi.id] = tuple(name for name in named if name)
    return found


def _place_name(unit: PerangkatDaerah) -> str:
    return unit.nama.partition(" ")[2] or unit.nama


def decreed(present: set[str | None]) -> Mapping[int, AplikasiNasional]:
    """Return, by a number of its own, each Aplikasi Umum with a recorded decree that no list of the regency names."""
    known = (row for row in national_applications().values() if row.decree is not None and row.id not in present)
    return dict(enumerate(known, start=1))


def profile_of_known(identifier: int, known: AplikasiNasional) -> Profil:
    return Profil(
        id=-identifier,
        nama=known.nama,
        alias=known.alias,
        # What its name is known for is narrower than its field.
        fungsi=None if any(is_known_name(name) for name in (known.nama, *known.alias)) else known.bidang,
        url=known.hosts[0] if known.hosts else None,
        nasional=True,
        dikenal=known.id,
    )


def ids_of(pairs: list[Pair]) -> Iterator[int]:
    """Yield the ids in pairs, without those of known national applications that no list names."""
    for pair in pairs:
        for identifier in (pair.a_id, pair.b_id):
            if identifier > 0:
                yield identifier
