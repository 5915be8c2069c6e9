"""The groups of likely duplicates and overlaps that wait for a decision, each around one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archrepo.checks.finding import Finding, Pair
from archrepo.landscape import Aplikasi, Landscape, PerangkatDaerah
from archrepo.landscape.pusat_data import is_operating

DUPLICATES, OVERLAPS = "DUP001", "DUP002"
_HEADINGS = {
    DUPLICATES: "Mungkin tercatat lebih dari sekali",
    OVERLAPS: "Mungkin tumpang tindih",
}


@dataclass(frozen=True, slots=True)
class Anggota:
    """One record of a group; ``peluang`` and ``mengapa`` are those of its pair with the main one."""

    id: int
    kode: str
    nama: str
    unit: str
    alamat: str
    fungsi: str
    peluang: float | None = None
    mengapa: str = ""


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A group that waits: its heading, the record that would be kept, and the others with their evidence."""

    kode: str
    judul: str
    utama: Anggota
    lain: tuple[Anggota, ...]
    peluang: float

    @property
    def semua(self) -> tuple[Anggota, ...]:
        """All its records, the main one first."""
        return (self.utama, *self.lain)


def open_groups(landscape: Landscape, findings: Iterable[Finding]) -> tuple[Kelompok, ...]:
    """Return the groups of duplicates, and of overlaps by function, with a pair that nobody has decided; surest first.

    The main record is the one in operation with the most links, so that a merge moves the least.
    """
    decided = {(row.a_id, row.b_id) for row in landscape.decisions}
    found = [
        group
        for finding in findings
        if finding.code == DUPLICATES or (finding.code == OVERLAPS and finding.cause == "fungsi_sama")
        for group in _groups(landscape, finding, decided)
    ]
    return tuple(sorted(found, key=lambda row: (row.kode, -row.peluang, row.utama.kode)))


def _groups(landscape: Landscape, finding: Finding, decided: set[tuple[int, int]]) -> Iterator[Kelompok]:
    waiting = [pair for pair in finding.pairs if (pair.a_id, pair.b_id) not in decided]
    ids = [one for one in finding.element_ids if any(one in (pair.a_id, pair.b_id) for pair in waiting)]
    if len(ids) > 1:
        main = min(ids, key=lambda one: _rank(landscape, one))
        others = tuple(_member(landscape, one, _pair(finding, main, one)) for one in ids if one != main)
        chance = min(pair.score for pair in waiting)
        yield Kelompok(finding.code, _HEADINGS[finding.code], _member(landscape, main, None), others, chance)


def _rank(landscape: Landscape, identifier: int) -> tuple[bool, int, int]:
    row = landscape[identifier]
    running = isinstance(row, Aplikasi) and is_operating(row, landscape.as_of)
    return not running, -len(landscape.out(identifier)) - len(landscape.into(identifier)), identifier


def _pair(finding: Finding, one: int, other: int) -> Pair | None:
    return next((pair for pair in finding.pairs if {pair.a_id, pair.b_id} == {one, other}), None)


def _member(landscape: Landscape, identifier: int, pair: Pair | None) -> Anggota:
    row = landscape[identifier]
    assert isinstance(row, Aplikasi)  # noqa: S101 - these findings are about applications only
    return Anggota(
        id=row.id,
        kode=row.kode,
        nama=row.nama,
        unit=_units(landscape, row),
        alamat=row.url or "",
        fungsi=row.fungsi or row.deskripsi or "",
        peluang=pair.score if pair is not None else None,
        mengapa=pair.why if pair is not None else "",
    )


def _units(landscape: Landscape, row: Aplikasi) -> str:
    owner = landscape.get(row.pemilik_id)
    if isinstance(owner, PerangkatDaerah):
        return owner.nama
    reporters = [unit.nama for unit in landscape.sources(row.id, "R58")]
    return "; ".join(reporters[:3]) + (f"; dan {len(reporters) - 3} lainnya" if len(reporters) > 3 else "")
