"""Applications of national owners, and what a host says about its owner (``schema/aplikasi-nasional.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase, translate
from functools import cache

from archrepo.declarations.resource import schema_document
from archrepo.names import squeeze

NASIONAL = "NASIONAL"
"""Kode of the built-in Instansi that holds national applications and outside bodies."""


@dataclass(frozen=True, slots=True)
class AplikasiNasional:
    """One known national application; ``distinctive`` says that its name alone identifies it when no host is given.

    ``decree`` (dasar) is what makes it an Aplikasi Umum, None while unknown. ``companions`` share its name or work and
    are grouped with it, never merged into it; ``family`` joins rows that units mix up. ``installed_locally`` marks a
    national product that runs on a region's own machines and stays in the region's count.
    """

    id: str
    nama: str
    alias: tuple[str, ...]
    bidang: str
    pemilik: str | None
    jenis: str
    hosts: tuple[str, ...]
    host_patterns: tuple[str, ...]
    distinctive: bool
    decree: str | None
    companions: tuple[str, ...]
    family: str | None
    confidence: str
    installed_locally: bool

    def has_host(self, host: str) -> bool:
        """Whether this is one of the application's own hosts (``www.`` apart), not an installation's."""
        return host.removeprefix("www.") in {known.removeprefix("www.") for known in self.hosts}

    def matches_pattern(self, host: str) -> bool:
        """Whether the host looks like one of its regional or per-region addresses (``spse.*.go.id``)."""
        return any(fnmatchcase(host, pattern) for pattern in self.host_patterns)


@cache
def national_applications() -> Mapping[str, AplikasiNasional]:
    """Return the known national applications by id."""
    document = schema_document("aplikasi-nasional.yaml")
    local = {
        row["dikenal"] for row in document["produk_nasional_terpasang_lokal"]["daftar"] if row["dikenal"] is not None
    }
    return {
        row["id"]: AplikasiNasional(
            id=row["id"],
            nama=row["nama"],
            alias=tuple(row["alias"]),
            bidang=row["bidang"],
            pemilik=row["pemilik"],
            jenis=row["jenis"],
            hosts=tuple(row["host"]),
            host_patterns=tuple(row.get("pola_host", ())),
            distinctive=row.get("nama_khas") == "ya",
            decree=row["dasar"],
            companions=tuple(row.get("pendamping", ())),
            family=row.get("keluarga"),
            confidence=row["confidence"],
            installed_locally=row["id"] in local,
        )
        for row in document["aplikasi_dikenal"]["daftar"]
    }


@cache
def national_names() -> Mapping[str, AplikasiNasional]:
    """Return the national applications by every squeezed name and alias."""
    names: dict[str, AplikasiNasional] = {}
    for known in national_applications().values():
        for text in (known.nama, *known.alias):
            names.setdefault(squeeze(text), known)
    return names


@cache
def national_hosts() -> Mapping[str, AplikasiNasional]:
    """Return the national applications by their hosts, ``www.`` apart."""
    return {host.removeprefix("www."): known for known in national_applications().values() for host in known.hosts}


def owner_hint(host: str, domain: str | None) -> str | None:
    """Return who probably owns an application on this host: daerah, pusat, provinsi, desa, or None. A hint, no answer.

    Args:
        host: as ``names.host_of`` gives it.
        domain: the web domain of the own Instansi, such as ``tabanankab.go.id``.
    """
    if domain and (host == domain or host.endswith(f".{domain}")):
        return "daerah"
    return next((hint for pattern, hint in _owner_patterns() if pattern.match(host)), None)


@cache
def _owner_patterns() -> tuple[tuple[re.Pattern[str], str | None], ...]:
    """Return the patterns of hosts with the owner that each hints at, in the order in which they count."""
    found: list[tuple[re.Pattern[str], str | None]] = []
    for row in schema_document("aplikasi-nasional.yaml")["pola_pemilik_dari_host"]["daftar"]:
        patterns = row.get("host") or [row["pola"]]
        wild = [pattern.replace("<provinsi>", "*") for pattern in patterns if "<domain" not in pattern]
        shapes = [translate(pattern.removeprefix("www.")) for pattern in wild if "." in pattern]
        if shapes:
            hint = str(row["kepemilikan"])
            found.append((re.compile("|".join(shapes)), None if hint == "tidak_diketahui" else hint))
    return tuple(found)
