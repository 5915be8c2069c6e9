"""Central bodies by every way they are written (``schema/instansi-nasional.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from archrepo.declarations.resource import schema_document
from archrepo.names import fold, squeeze

_BRACKETS = re.compile(r"\(([^()]+)\)")
_COUNTRY = (" republik indonesia", " ri")


@dataclass(frozen=True, slots=True)
class InstansiNasional:
    """One central body: its name, its abbreviation, other and former names, and its ``jenis_instansi``."""

    nama: str
    singkatan: str
    alias: tuple[str, ...]
    jenis: str
    confidence: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every way in which the body is written."""
        return (self.nama, self.singkatan, *self.alias)


@cache
def national_bodies() -> tuple[InstansiNasional, ...]:
    """Return the known central bodies, in the order of their declaration."""
    return tuple(
        InstansiNasional(row["nama"], row["singkatan"], tuple(row["alias"]), row["jenis"], row["confidence"])
        for row in schema_document("instansi-nasional.yaml")["daftar"]
    )


@cache
def _by_name() -> Mapping[str, InstansiNasional]:
    return {squeeze(name): body for body in reversed(national_bodies()) for name in body.names}


@lru_cache(65_536)
def national_body(text: str) -> InstansiNasional | None:
    """Return the central body that a text names, or None; a country at its end and brackets add nothing."""
    brackets = _BRACKETS.search(text)
    forms = [text] if brackets is None else [text, _BRACKETS.sub(" ", text), brackets[1]]
    return next((body for form in forms if (body := _named(fold(form))) is not None), None)


def _named(folded: str) -> InstansiNasional | None:
    bare = next((folded.removesuffix(tail) for tail in _COUNTRY if folded.endswith(tail)), folded)
    return _by_name().get(squeeze(folded)) or _by_name().get(squeeze(bare))
