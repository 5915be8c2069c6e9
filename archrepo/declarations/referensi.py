"""The levels of the reference codes that are set nationally (``schema/kode-referensi.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from archrepo.declarations.resource import schema_document

REFERENCE_OF_LAYER: Mapping[str, str] = {
    "proses_bisnis": "RAB",
    "layanan": "RAL",
    "data": "RAD",
    "aplikasi": "RAA",
    "infrastruktur": "RAI",
    "keamanan": "RAK",
}
"""The reference that gives the codes of a layer."""

NATIONAL_LEVELS = 2


@cache
def reference_version() -> str:
    """Return the rule that sets the reference codes in force, as it is cited: ``Perpres 132/2022``."""
    kind, number, year = str(schema_document("kode-referensi.yaml")["versi"]).split("-")
    return f"{kind.capitalize()} {number}/{year}"


@cache
def national_codes() -> frozenset[str]:
    """Return the codes of the levels that are set nationally; those below are a region's own."""
    document = schema_document("kode-referensi.yaml")
    levels = ("level_1", "level_2")
    nodes = (node for prefix in REFERENCE_OF_LAYER.values() for level in levels for node in document[prefix][level])
    return frozenset(str(node["kode"]) for node in nodes if node["kode"] is not None)


@cache
def _shape() -> re.Pattern[str]:
    return re.compile(str(schema_document("kode-referensi.yaml")["pola_kode"]))


def doubt_about(kode: str, layer: str) -> str | None:
    """Return why a code does not belong to the version in force, in Indonesian; None when it does.

    Args:
        kode: the code, as it is kept with an element.
        layer: the layer of the element.
    """
    if not _shape().match(kode):
        return "bukan bentuk kode referensi"
    wanted = REFERENCE_OF_LAYER.get(layer)
    prefix, *numbers = kode.split(".")
    if wanted is not None and prefix != wanted:
        return f"dari {prefix}, seharusnya {wanted}"
    above = ".".join((prefix, *numbers[:NATIONAL_LEVELS]))
    if above in national_codes():
        return None
    version = "tidak ada dalam " + reference_version()
    return version if above == kode else f"{above} {version}"
