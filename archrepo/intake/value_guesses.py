"""What the values of a column decide of it, where its title says too little, too much or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from archrepo.declarations.kolom import Kolom, column, columns, side_columns
from archrepo.intake.evidence import Evidence, share_of
from archrepo.intake.table import Title
from archrepo.intake.title_patterns import patterned
from archrepo.intake.titles import exact_fields
from archrepo.intake.wording import reading
from archrepo.names import fold


@dataclass(frozen=True, slots=True)
class Guess:
    """A field that a column may fill: how sure that is, and how sure its title alone is."""

    title: Title
    column: Kolom
    score: float
    title_score: float


@cache
def _deciding(title: str) -> tuple[Mapping[str, str], ...]:
    """Return the kinds of values by which a title is read: one that is listed, or that its words mean for a field."""
    rows = reading("nilai_menentukan")["daftar"]
    folded = fold(title)
    listed = next((row for row in rows if folded in {fold(text) for text in row["judul"]}), None)
    meant = None if exact_fields(title) else patterned(title)
    if listed is None and meant is not None:
        listed = next((row for row in rows if meant.field in row.get("pola", ())), None)
    return tuple(listed["bila"]) if listed is not None else ()


def decided_by_values(title: Title, evidence: Evidence, kelas: str) -> list[Guess] | None:
    """Read a title that says too little alone: the field whose kind of values most cells hold, or none."""
    if not evidence.count:
        return None
    choices = _deciding(title.sub or title.text)
    known = {row.field: row for row in (*columns(kelas), *side_columns(kelas))}
    if kelas != "Aplikasi":
        # Of other classes only this is asked of the values: whether Penanggung Jawab is a unit or a person.
        choices = tuple(row for row in choices if row["kolom"] in known) if _asks_for_owner(choices) else ()
    if not choices:
        return None
    best, name = _first_or_most(evidence, choices)
    if best < 0.3:
        return [] if fold(title.text) in {"server", "tahun"} else None
    return [Guess(title, known[name], 0.98 if best >= 0.6 else 0.6 + 0.3 * best, 1.0)]


def holds_names(evidence: Evidence) -> bool:
    """Whether a column Jenis Aplikasi holds no kinds but the names of applications, where no other column names any."""
    if evidence.distinct < evidence.count or not evidence.count:
        return False
    kinds = ("gabungan", "jenis_aplikasi", "bentuk_aplikasi", "basis_aplikasi", "pemilik_aplikasi", "sasaran_aplikasi")
    is_kind = any(share_of(kind, evidence) > 0 for kind in kinds)
    return not is_kind and share_of("teks_nama", evidence) >= 0.6


def _asks_for_owner(choices: Sequence[Mapping[str, str]]) -> bool:
    return {"pemilik", "pengelola"} <= {row["kolom"] for row in choices}


def _first_or_most(evidence: Evidence, choices: Sequence[Mapping[str, str]]) -> tuple[float, str]:
    """Return the first choice that most values bear out, else the one that the greatest share does.

    Declared spellings go before patterns: Dinas Kesehatan holds the word by which one knows "milik daerah".
    """
    best = (0.0, "")
    for is_strict in (True, False):
        found = [(share_of(choice["bukti"], evidence, is_strict=is_strict), choice["kolom"]) for choice in choices]
        best = next((pair for pair in found if pair[0] >= 0.6), None) or max(found, key=lambda pair: pair[0])
        if best[0] >= 0.3:
            break
    return best


def guessed_from_values(title: Title, evidence: Evidence, kelas: str, found: Sequence[Guess]) -> list[Guess]:
    """Guess from values alone what an unknown title means; only kinds that hardly occur elsewhere."""
    if kelas != "Aplikasi" or evidence.count < 2 or found:
        return []
    for bukti, name, least in (
        ("url", "url", 0.7),
        ("lokasi_hosting", "lokasi_hosting", 0.8),
        ("unit", "pelapor", 0.8),
        ("status_aplikasi", "status", 0.9),
    ):
        share = share_of(bukti, evidence)
        row = column(kelas, name)
        if share >= (least if evidence.count > 2 else 1.0) and row is not None:
            return [Guess(title, row, 0.45 + 0.15 * share, 0.5)]
    return []
