"""Reads the national references that every repository starts with: reference codes, urusan, indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from archrepo.declarations.resource import schema_document

_PREFIXES = ("RAB", "RAL", "RAD", "RAA", "RAI", "RAK")

KEYAKINAN = {"high": "tinggi", "medium": "sedang", "low": "rendah"}
"""Vocabulary keyakinan by the confidence of the declared files."""


def reference_codes() -> list[dict[str, Any]]:
    """Return the rows of KodeReferensi: all levels of all references that the declared file lists."""
    document = schema_document("kode-referensi.yaml")
    rows = []
    for prefix in _PREFIXES:
        for kode, nama, induk, confidence in _nodes(document, prefix):
            rows.append(
                {
                    "kode": kode,
                    "versi": document["versi"],
                    "nama": nama,
                    "tingkat": kode.count("."),
                    "induk_kode": induk,
                    "aktif": "ya",
                    "keyakinan": KEYAKINAN.get(confidence),
                }
            )
    return rows


def _nodes(document: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str, str | None, str]]:
    """Give kode, name, parent and confidence of each node of one reference; a node without number has no kode yet."""
    reference = document[prefix]
    for level in ("level_1", "level_2", "level_3"):
        for node in reference.get(level, ()):
            if node["kode"] is None:
                continue
            yield node["kode"], node["nama"], node.get("induk"), _confidence(reference, node, level)
            if level == "level_2" and prefix in ("RAB", "RAL", "RAD"):
                yield from _functions(document, reference, node)


def _functions(
    document: Mapping[str, Any], reference: Mapping[str, Any], node: Mapping[str, Any]
) -> Iterator[tuple[str, str, str | None, str]]:
    """Give the functions of an urusan; their place in the list is their number, unless the copy numbers otherwise."""
    parent = node["kode"]
    # A node of RAB is the urusan itself; RAL and RAD name the urusan whose list they share, or none.
    names = document["fungsi_level_3"]["urusan"].get(node.get("fungsi_dari", node["nama"])) or ()
    absent = set(document["level_3_kecuali"].get(parent, ()))
    numbers = document["level_3_nomor"].get(parent, {})
    for place, name in enumerate((name for name in names if name not in absent), start=1):
        number = numbers.get(name, f"{place:02d}")
        yield f"{parent}.{number}", name, parent, _confidence(reference, {}, "level_3")


def _confidence(reference: Mapping[str, Any], node: Mapping[str, Any], level: str) -> str:
    own = node.get("nomor_confidence") or node.get("confidence")
    if own is not None:
        return str(own)
    given = reference["confidence"]
    return str(given if isinstance(given, str) else given.get(level, given.get("nomor", "low")))


def urusan_rows() -> list[dict[str, Any]]:
    """Return the government affairs as rows of elements, by their official kode."""
    return [
        {"kode": row["kode"], "nama": row["nama"], "keyakinan": KEYAKINAN.get(row["confidence"])}
        for row in schema_document("urusan.yaml")["bidang"]
    ]


def indicator_rows() -> list[dict[str, Any]]:
    """Return the indicators of the index in force as rows of elements."""
    document = schema_document("indeks-spbe.yaml")
    version = document["version"]
    number, year = version.rsplit("-", 2)[1:]
    return [
        {
            "kode": f"IND-{number}-{year}-{row['number']:02d}",
            "nama": row["name"],
            "versi_indeks": version,
            "nomor": row["number"],
            "keyakinan": KEYAKINAN.get(row["confidence"]),
        }
        for domain in document["domains"]
        for aspect in domain["aspects"]
        for row in aspect["indicators"]
    ]
