"""Words that a user reads instead of the technical ones (``schema/istilah.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from archrepo.declarations.resource import schema_document

SEVERITY_LABELS: Mapping[str, str] = {
    "error": "Perlu ditangani",
    "warning": "Perlu diperhatikan",
    "info": "Informasi",
}


DOMAIN_LABELS: Mapping[str, str] = {
    "proses_bisnis": "Proses Bisnis",
    "layanan": "Layanan",
    "data": "Data dan Informasi",
    "aplikasi": "Aplikasi",
    "infrastruktur": "Infrastruktur",
    "keamanan": "Keamanan",
}
"""Names of the six domains of the architecture, in their order."""


@cache
def view_titles() -> Mapping[str, str]:
    """Return the title of a view by its name, where it differs from the name."""
    rows = schema_document("istilah.yaml")["label_pengguna"]["judul_tampilan"]
    return {row["tampilan"]: row["label"] for row in rows}
