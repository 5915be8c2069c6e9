"""What an import proposes and does not do: that an application was renamed, or that another one replaces it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from archrepo.intake.directory import Directory
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.outcome import Proposal
from archrepo.intake.plan_row import PlanRow
from archrepo.intake.wording import any_word, reading
from archrepo.names import clean, fold, host_of, is_private_address, is_shared_platform, squeeze

RENAMED = "ganti_nama"
REPLACED = "menggantikan"

_NEAR = 85
"""Names of this likeness (rapidfuzz, 0 to 100) are near-equal; ours, confidence low."""

_LONGEST_NAME = 9
_END = re.compile(r"[.,;:()\[\]\n/]|\s[-–—]\s")


def propose(
    draft: Draft, directory: Directory, rows: Sequence[PlanRow], gone: Iterable[tuple[Ref, Ref]]
) -> list[Proposal]:
    """Return the proposals of a plan.

    Args:
        rows: of the batch, with the elements they are about.
        gone: ``(unit, element)`` of what a unit no longer reports.
    """
    return [*_renames(draft, rows, gone), *_replacements(draft, directory, rows)]


# ---- renames


def _renames(draft: Draft, rows: Sequence[PlanRow], gone: Iterable[tuple[Ref, Ref]]) -> Iterator[Proposal]:
    made: Mapping[Ref, list[PlanRow]] = defaultdict(list)
    for row in rows:
        if row.made and row.unit is not None and row.record.kelas == "Aplikasi":
            made[row.unit].append(row)
    for unit, old in gone:
        for row in made.get(unit, ()):
            reason = _why_same(draft, old, row)
            if reason:
                before, after = draft.nama(old), str(row.record.values["nama"])
                yield Proposal(
                    RENAMED,
                    row.outcome.sheet,
                    row.record.row,
                    {"kode": draft.element(old).kode, "nama": before},
                    {"kode": None, "nama": after},
                    f'"{after}" mungkin nama baru dari "{before}", yang tidak lagi dilaporkan ({reason})',
                    f'Bila benar, ulangi dengan --rename "{before}={after}". Tanpa itu keduanya dicatat.',
                )


def _why_same(draft: Draft, old: Ref, row: PlanRow) -> str | None:
    url, known = row.record.values.get("url"), draft.value(old, "url")
    host = host_of(url) if isinstance(url, str) else None
    own = host is not None and not is_shared_platform(host) and not is_private_address(host)
    if own and isinstance(known, str) and host_of(known) == host:
        return f"alamat sama: {host}"
    before, after = draft.nama(old), str(row.record.values["nama"])
    if squeeze(before) == squeeze(after) or fuzz.ratio(fold(before), fold(after)) >= _NEAR:
        return "nama hampir sama"
    return None


# ---- replacements


@cache
def _replaced() -> re.Pattern[str]:
    words = any_word(reading("kata_digantikan")["kata"]).pattern
    joining = any_word(reading("kata_digantikan")["penghubung"]).pattern
    return re.compile(rf"{words}\s+(?:{joining}\s+)*(?P<nama>.+)", re.IGNORECASE)


@cache
def _hints() -> tuple[str, ...]:
    """Return the words of a replacement, which hardly a text holds."""
    return tuple(word.lower() for word in reading("kata_digantikan")["kata"])


def _may_tell(text: str) -> bool:
    """Take a quick look whether a text can name what replaces an application."""
    lowered = text.lower()
    return any(word in lowered for word in _hints())


@lru_cache(maxsize=4096)
def successor_in(text: str) -> str | None:
    """Return what replaces the application by a remark (``Digantikan SPMB Online``), up to the end of the phrase."""
    found = _replaced().search(clean(text))
    if found is None:
        return None
    phrase = _END.split(found["nama"], maxsplit=1)[0]
    return clean(phrase) or None


def _replacements(draft: Draft, directory: Directory, rows: Sequence[PlanRow]) -> Iterator[Proposal]:
    seen: set[tuple[Ref, str]] = set()
    for row in rows:
        if row.ref is None or row.refused or row.record.kelas != "Aplikasi":
            continue
        for text in (*row.record.notes.values(), row.record.values.get("deskripsi")):
            written = successor_in(text) if isinstance(text, str) and _may_tell(text) else None
            if written is None:
                continue
            name, successor = _named(directory, written)
            if successor == row.ref or (row.ref, fold(name)) in seen:
                continue
            seen.add((row.ref, fold(name)))
            yield _replacement(draft, row, row.ref, name, successor)


def _named(directory: Directory, phrase: str) -> tuple[str, Ref | None]:
    """Find the application that a phrase begins with: the longest beginning that is somebody's name counts."""
    words = phrase.split()[:_LONGEST_NAME]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        found = directory.find(name, ("Aplikasi",))
        if found is not None:
            return name, found
    stop = next((number for number, word in enumerate(words) if number and fold(word) in _stop_words()), len(words))
    return " ".join(words[:stop]), None


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(map(fold, reading("kata_digantikan")["akhir"]))


def _replacement(draft: Draft, row: PlanRow, ref: Ref, name: str, successor: Ref | None) -> Proposal:
    before = draft.nama(ref)
    old = {"kode": draft.element(ref).kode if ref >= 0 else None, "nama": before}
    if successor is None:
        new = {"kode": None, "nama": name}
        mend = "Aplikasi penggantinya belum tercatat. Catat dahulu, lalu isi kolom Digantikan Oleh."
    else:
        new = {"kode": draft.element(successor).kode if successor >= 0 else None, "nama": draft.nama(successor)}
        mend = f'Bila benar, isi kolom Digantikan Oleh pada "{before}" dengan "{new["nama"]}" (archrepo edit).'
    message = f'"{before}" digantikan "{new["nama"]}" menurut keterangan pada barisnya'
    return Proposal(REPLACED, row.outcome.sheet, row.record.row, new, old, message, mend)
