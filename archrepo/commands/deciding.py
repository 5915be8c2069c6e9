"""Records what people decide about pairs of applications: one thing, two things, or one record into the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from typing import Literal

from sqlalchemy import and_, delete, insert, select

from archrepo.commands.merging import merge_one
from archrepo.commands.opening import find_instansi
from archrepo.errors import ConflictError, UsageError
from archrepo.landscape.elemen import Aplikasi, Elemen
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.model.catatan import Keputusan
from archrepo.model.rincian import table_of
from archrepo.repository import Repository, UnitOfWork

Putusan = Literal["sama", "bukan_sama", "gabung"]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Jawaban:
    """One answer on two applications, by kode. ``gabung`` makes ``lain`` part of ``utama``, which is kept."""

    utama: str
    lain: str
    putusan: Putusan
    alasan: str


@dataclass(frozen=True, slots=True)
class HasilPutusan:
    """How many pairs were decided anew or otherwise than before, and how many records were merged."""

    sama: int
    bukan_sama: int
    digabung: int

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(self.sama or self.bukan_sama or self.digabung)


class ContradictionError(ConflictError):
    """Two answers of one set cannot both hold."""

    code = "PUT001"


def decide(
    repository: Repository,
    pelaku: str,
    answers: Sequence[Jawaban],
    *,
    instansi: str | None = None,
    perintah: str = "duplicates",
) -> HasilPutusan:
    """Record answers in one transaction: all of them, or none.

    What is one with the same record is one with each other, and what is not one with a record is not one with its
    likes either. An answer on a pair that was decided before replaces the earlier one.

    Args:
        pelaku: who decides.
        instansi: whose kode are meant, where several Instansi use the same.

    Raises:
        UnknownNameError: no application of a kode.
        UsageError: an answer has no reason, or names one record twice or something that is no application.
        ContradictionError: the answers say of two records that they are one and that they are not.
        MergeRefusedError: two records cannot be merged.
    """
    with repository.write(pelaku, perintah) as work:
        landscape = load_landscape(work.connection)
        home = find_instansi(landscape, instansi).id if instansi else None
        read = [_ids(landscape, home, answer) for answer in answers]
        verdicts = _closed(landscape, [(*pair, row) for pair, row in zip(read, answers, strict=True)])
        counted = _write(work, pelaku, verdicts)
        merged = _merge(work, [pair for pair, row in zip(read, answers, strict=True) if row.putusan == "gabung"])
    return HasilPutusan(counted["sama"], counted["bukan_sama"], merged)


def _ids(landscape: Landscape, home: int | None, answer: Jawaban) -> Pair:
    one, other = (_application(landscape, kode, home) for kode in (answer.utama, answer.lain))
    if one.id == other.id:
        raise UsageError(f"{one.kode} disebut dua kali dalam satu putusan", mend="Sebutkan dua kode yang berbeda.")
    if not answer.alasan.strip():
        raise UsageError(
            f"Putusan tentang {one.kode} dan {other.kode} belum beralasan", mend="Tulis alasannya, satu kalimat cukup."
        )
    return one.id, other.id


def _application(landscape: Landscape, kode: str, home: int | None) -> Elemen:
    element = landscape.by_kode(kode, home)
    if not isinstance(element, Aplikasi):
        raise UsageError(f'{element.kode} "{element.nama}" bukan aplikasi', mend="Putusan ini hanya tentang aplikasi.")
    return element


def _closed(landscape: Landscape, answers: Sequence[tuple[int, int, Jawaban]]) -> Mapping[Pair, Jawaban]:
    """Return what the answers say of every pair they bear on, the smaller id first."""
    root: dict[int, int] = {}

    def find(one: int) -> int:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for one, other, answer in answers:
        if answer.putusan != "bukan_sama":
            root[find(other)] = find(one)
    groups: dict[int, list[int]] = {}
    for one in list(root):
        groups.setdefault(find(one), []).append(one)
    found: dict[Pair, Jawaban] = {}
    for one, _, answer in answers:
        if answer.putusan != "bukan_sama":
            for pair in combinations(sorted(groups[find(one)]), 2):
                found.setdefault(pair, answer)
    for one, other, answer in answers:
        if answer.putusan == "bukan_sama":
            if root and find(one) == find(other):
                raise _contradiction(landscape, one, other)
            for left in groups.get(find(one), [one]):
                for right in groups.get(find(other), [other]):
                    found[min(left, right), max(left, right)] = answer
    return found


def _contradiction(landscape: Landscape, one: int, other: int) -> ContradictionError:
    named = f"{landscape[one].kode} dan {landscape[other].kode}"
    return ContradictionError(
        f'{named} diputuskan "bukan sama", padahal menurut putusan lain di sini keduanya sama',
        mend="Perbaiki salah satu putusan, lalu ulangi. Belum ada yang ditulis.",
    )


def _write(work: UnitOfWork, pelaku: str, verdicts: Mapping[Pair, Jawaban]) -> dict[str, int]:
    table = table_of(Keputusan)
    counted = {"sama": 0, "bukan_sama": 0}
    for (one, other), answer in sorted(verdicts.items()):
        verdict = "bukan_sama" if answer.putusan == "bukan_sama" else "sama"
        same_pair = and_(table.c.a_id == one, table.c.b_id == other)
        known = work.connection.execute(select(table.c.putusan, table.c.alasan).where(same_pair)).first()
        if known is not None and tuple(known) == (verdict, answer.alasan.strip()):
            continue
        work.connection.execute(delete(table).where(same_pair))
        row = {
            "a_id": one,
            "b_id": other,
            "putusan": verdict,
            "pelaku": pelaku,
            "alasan": answer.alasan.strip(),
            "waktu": datetime.now(UTC),
        }
        work.connection.execute(insert(table), row)
        work.writer.batch.count("keputusan")
        counted[verdict] += 1
    return counted


def _merge(work: UnitOfWork, pairs: Iterable[Pair]) -> int:
    """Merge the second of each pair into the first; one that was merged before is followed to where it went."""
    gone_to: dict[int, int] = {}
    for kept_id, gone_id in pairs:
        kept_id, gone_id = _followed(kept_id, gone_to), _followed(gone_id, gone_to)
        if kept_id == gone_id:
            continue
        landscape = load_landscape(work.connection)
        merge_one(work, landscape, landscape[kept_id], landscape[gone_id])
        gone_to[gone_id] = kept_id
    return len(gone_to)


def _followed(identifier: int, gone_to: Mapping[int, int]) -> int:
    while identifier in gone_to:
        identifier = gone_to[identifier]
    return identifier
