"""Decides which element a row is about: by kode, national reference, name and host, or reporter and name."""

from __future__ import annotations

import re
from fnmatch import translate
from functools import cache, lru_cache
from typing import NamedTuple

from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.nasional import (
    AplikasiNasional,
    national_applications,
    national_hosts,
    national_names,
    owner_hint,
)
from archrepo.names import fold, host_of, is_private_address, is_shared_platform, squeeze

_KODE = re.compile(r"^(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9]+(?:[-./_][A-Za-z0-9]+)+$")
# Words in front of a name that say only that it is an application.
_GENERIC_FRONT = ("aplikasi ", "sistem aplikasi ", "website ", "web ")

Key = tuple[str, ...]
"""A key of identity: its first part names the rule, the rest the facts that must be equal."""


@lru_cache(maxsize=65536)
def looks_like_kode(text: str) -> bool:
    """Whether a reference is meant as a kode: letters and digits in groups (``DAA-0012``), never a running number."""
    return bool(_KODE.match(text.strip()))


def recognise(nama: str, host: str | None, domain: str | None, *, is_central: bool = False) -> AplikasiNasional | None:
    """Return the national application that a row means, or None when that is not certain.

    Name and host match, or the name alone where it is unmistakable, or the row says that the central government owns
    it, and no other host contradicts. A private address and a host of a central owner contradict nothing: units note
    the address they see, and ministries move theirs.

    Args:
        nama: as written; a host may stand for it.
        host: as ``names.host_of`` gives it.
        domain: web domain of the Instansi.
        is_central: whether the row says that the central government owns it.
    """
    named = _named(nama)
    hosted = _hosted(host)
    if hosted is not None and (named is hosted or squeeze(nama) == squeeze(host or "")):
        return hosted
    if named is None or not (named.distinctive or is_central):
        return None
    if host is None or is_shared_platform(host) or is_private_address(host) or hosted is named:
        return named
    return named if owner_hint(host, domain) == "pusat" and hosted is None else None


def _named(nama: str) -> AplikasiNasional | None:
    names = national_names()
    found = names.get(squeeze(nama))
    if found is not None:
        return found
    folded = fold(nama)
    for front in _GENERIC_FRONT:
        if folded.startswith(front):
            return names.get(folded.removeprefix(front).replace(" ", ""))
    return None


@lru_cache(maxsize=65536)
def _hosted(host: str | None) -> AplikasiNasional | None:
    if host is None:
        return None
    found = national_hosts().get(host)
    if found is not None:
        return found
    if _any_pattern().match(host) is None:
        return None
    return next((known for known in _with_patterns() if known.matches_pattern(host)), None)


@cache
def _any_pattern() -> re.Pattern[str]:
    """Return a quick look for the hosts of regional addresses, which hardly a host of a sheet is."""
    return re.compile("|".join(translate(pattern) for known in _with_patterns() for pattern in known.host_patterns))


@cache
def _with_patterns() -> tuple[AplikasiNasional, ...]:
    # A pattern of a product installed in regions (spse.*.go.id) is that region's own installation.
    known = national_applications().values()
    return tuple(row for row in known if row.host_patterns and not row.installed_locally)


def runs_in_region(known: AplikasiNasional, host: str | None, domain: str | None, lokasi: str | None) -> bool:
    """Whether a national product is an installation of the region: one of the products known for it, run locally."""
    if not known.installed_locally:
        return False
    if host is not None and (is_private_address(host) or owner_hint(host, domain) == "daerah"):
        return True
    if host is not None and known.matches_pattern(host):
        return True
    value = vocabulary("lokasi_hosting").nilai_of(lokasi) if lokasi else None
    return value is not None and value.attributes.get("penempatan") not in ("instansi_lain", "tidak_diketahui")


class RowIdentity(NamedTuple):
    """What a row of applications offers to be recognised by.

    ``keys`` are the keys of identity, in the order of the rules; kode (rule 1) goes before all of them.
    """

    national: AplikasiNasional | None
    local_product: bool
    keys: tuple[Key, ...]


def identify(
    nama: str,
    url: str | None,
    reporter: int | None,
    domain: str | None,
    lokasi: str | None,
    kepemilikan: str | None = None,
) -> RowIdentity:
    """Return the identity of a row of applications.

    Args:
        nama: name, or the host that stands for it.
        url: address as normalised, or None.
        reporter: reference of the reporting unit.
        domain: web domain of the Instansi.
        lokasi: where the row says it runs (word of lokasi_hosting or as written).
        kepemilikan: who owns it as the row says (word of pemilik_aplikasi or as written). What the central government
            owns is one application under one name, whichever units list it.
    """
    host = host_of(url)
    is_central = kepemilikan == "pusat"
    known = recognise(nama, host, domain, is_central=is_central)
    local = known is not None and runs_in_region(known, host, domain, lokasi)
    if known is not None:
        return RowIdentity(known, local, (("lokal" if local else "nasional", known.id),))
    name = squeeze(nama)
    keys: list[Key] = []
    if host is not None and not is_shared_platform(host) and not is_private_address(host):
        keys.append(("nama_host", name, host))
    if is_central and host is None:
        keys.append(("pusat_nama", name))
    if reporter is not None:
        keys.append(("pelapor_nama", str(reporter), name))
    return RowIdentity(None, local, tuple(keys))
