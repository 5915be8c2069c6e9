"""Partners named in a column that asks yes or no: ``Integrasi: SIASN`` says yes, and with what."""

from __future__ import annotations

import re

from archrepo.declarations.kolom import Kolom
from archrepo.declarations.nasional import national_names
from archrepo.intake.splitting import is_short_name, split_references
from archrepo.intake.values import Outcome, yes_no
from archrepo.intake.wording import begins_with, folded, refuses
from archrepo.names import clean, fold, squeeze

_AND = re.compile(r"\s+(?:dan|serta|&)\s+", re.IGNORECASE)
_AFTER_ANSWER = re.compile(
    r"^(?:sudah|sdh|ya|ada|telah)?[\s,:(–-]*(?:terintegrasi|terhubung|terkoneksi|integrasi|bridging)?\s*"
    r"(?:dengan|dgn|ke|kepada|via|melalui|lewat)?\s*[:(–-]*\s*",
    re.IGNORECASE,
)


def read_claim(shown: str, partners: Kolom) -> tuple[Outcome, tuple[str, ...]]:
    """Read a cell of a column that asks whether an application is integrated, and return the partners that it names.

    Args:
        shown: the cleaned cell.
        partners: the column of partners, for how several in one cell are taken apart.
    """
    outcome = yes_no(shown, integration=True)
    if outcome.value == "tidak" or (outcome.value == "ya" and outcome.note is None):
        return outcome, ()
    if outcome.value is None and outcome.code is None:
        return outcome, ()
    rest = clean(_AFTER_ANSWER.sub("", shown)).strip(" .)")
    listed = _AND.sub(", ", rest) if squeeze(rest) not in national_names() else rest
    named = tuple(part for part in split_references(listed, partners) if part)
    if not named or not all(map(_is_partner, named)):
        if outcome.value is None and _is_means(rest):
            return Outcome("ya", note=shown), ()
        return outcome, ()
    return Outcome("ya", note=None if named == (shown,) else shown), named


def _is_partner(text: str) -> bool:
    """Whether a text is the name of an application: a known one, or short and written like an acronym."""
    if _is_means(text) or refuses(fold(text)) or begins_with(fold(text), "bukan_mitra", "awal"):
        return False
    return squeeze(text) in national_names() or is_short_name(text)


def _is_means(text: str) -> bool:
    """Whether a text says how data is exchanged, not with what: ``API``, ``Web Service``."""
    return fold(text) in folded("bukan_mitra", "cara")
