"""The judgement on a pair: label, probability, cause, and one sentence that names the evidence."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from archrepo.similarity.bukti import Bukti, evidence, function_evidence
from archrepo.similarity.ciri import Ciri, ciri
from archrepo.similarity.fungsi import Fungsinya
from archrepo.similarity.pengetahuan import Bobot, pengetahuan
from archrepo.similarity.preseden import Preseden
from archrepo.similarity.profil import Profil

Label = Literal["duplikat", "tumpang_tindih", "berbeda"]
Cause = Literal["fungsi_sama", "nasional_daerah", "kanal", "modul"]

LABELS: tuple[Label, ...] = ("duplikat", "tumpang_tindih", "berbeda")
_CAUSES: tuple[Cause, ...] = ("modul", "kanal", "nasional_daerah")
_SHOWN = 2
_OPENINGS: Mapping[Label, str] = {
    "duplikat": "Tampaknya satu aplikasi yang tercatat lebih dari sekali",
    "tumpang_tindih": "Tampaknya tumpang tindih",
    "berbeda": "Tampaknya dua aplikasi yang berbeda",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is thought of a pair.

    ``probability`` is that of ``label``, ``probabilities`` those of all three; ``cause`` is given for an overlap only.
    ``evidence`` are all pieces, also those that speak against the label.
    """

    label: Label
    probability: float
    probabilities: Mapping[Label, float]
    cause: Cause | None
    evidence: tuple[Bukti, ...]

    @property
    def why(self) -> str:
        """One Indonesian sentence that names the strongest evidence."""
        return f"{_OPENINGS[self.label]}: {self.reasons}."

    @property
    def reasons(self) -> str:
        """The strongest evidence in words, as the end of a sentence."""
        return _reasons(self.label, self.evidence)


def judge(a: Profil, b: Profil) -> Judgement:
    """Judge whether two records are one application, two that overlap, or two that differ, in either order."""
    return judge_traits(ciri(a), ciri(b))


def judge_traits(a: Ciri, b: Ciri, precedents: Preseden | None = None) -> Judgement:
    """Judge a pair whose traits are worked out already; earlier decisions of people count as evidence."""
    if (b.profil.id, b.profil.nama) < (a.profil.id, a.profil.nama):
        a, b = b, a
    found = evidence(a, b)
    if precedents is not None:
        found = (*found, *precedents.evidence(a, b))
    return _judgement(found)


def _judgement(found: tuple[Bukti, ...]) -> Judgement:
    label, chances = _chances(tuple([row.nama for row in found]))
    return Judgement(
        label=label,
        probability=chances[label],
        probabilities=chances,
        cause=_cause(found) if label == "tumpang_tindih" else None,
        evidence=found,
    )


@lru_cache(maxsize=8_192)
def _chances(names: tuple[str, ...]) -> tuple[Label, Mapping[Label, float]]:
    exact = _probabilities(names)
    return max(LABELS, key=lambda one: exact[one]), {one: round(exact[one], 3) for one in LABELS}


def judge_functions(a: Ciri, b: Ciri) -> Judgement | None:
    """Judge two records that share nothing but what they do; None where more is known of them than name and function.

    The same functions give the same judgement, so that in a large register most pairs cost one look-up.
    """
    if not (a.hanya_nama and b.hanya_nama) or (a.utama.umum and b.utama.umum):
        return None
    return _judged_functions(a.fungsi, b.fungsi)


@lru_cache(maxsize=16_384)
def _judged_functions(a: Fungsinya, b: Fungsinya) -> Judgement:
    return _judgement(function_evidence(a, b))


def _probabilities(names: tuple[str, ...]) -> Mapping[Label, float]:
    k = pengetahuan()
    weights = [k.bobot[name] for name in names]
    same = (k.dasar.duplikat + sum(row.duplikat for row in weights)) / k.suhu
    overlap = (k.dasar.tumpang_tindih + sum(row.tumpang_tindih for row in weights)) / k.suhu
    top = max(same, overlap, 0.0)
    raw = {"duplikat": math.exp(same - top), "tumpang_tindih": math.exp(overlap - top), "berbeda": math.exp(-top)}
    total = sum(raw.values())
    return {label: raw[label] / total for label in LABELS}


def _cause(found: tuple[Bukti, ...]) -> Cause:
    causes = {pengetahuan().bobot[row.nama].sebab for row in found}
    return next((cause for cause in _CAUSES if cause in causes), "fungsi_sama")


def _speaks_for(label: Label, weight: Bobot) -> float:
    if label == "duplikat":
        return weight.duplikat
    if label == "tumpang_tindih":
        return weight.tumpang_tindih
    return -max(weight.duplikat, weight.tumpang_tindih)


def _reasons(label: Label, found: tuple[Bukti, ...]) -> str:
    k = pengetahuan()
    ranked = sorted(found, key=lambda row: -_speaks_for(label, k.bobot[row.nama]))
    told = [row for row in ranked if _speaks_for(label, k.bobot[row.nama]) > 0][:_SHOWN]
    if not told:
        return "tidak ada bukti yang mengaitkan keduanya"
    return " dan ".join(k.bobot[row.nama].kalimat.format(nama=row.rincian) for row in told)
