"""Who owns an application when no column says so, and what a unit no longer reports (design section 3)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from archrepo.declarations.nasional import owner_hint
from archrepo.intake.draft import Draft, Ref
from archrepo.landscape.elemen import Aplikasi, Instansi
from archrepo.landscape.landscape import Landscape
from archrepo.names import fold, host_of, is_private_address, is_shared_platform, squeeze

_SHARE_OF_DOMAIN = 0.6
_HOSTS_FOR_DOMAIN = 5
_SHARE_OF_LIST = 0.5
"""A new list replaces an older one of the same unit when it names at least this share of it; ours, confidence low."""


class _HasValues(Protocol):
    @property
    def values(self) -> object: ...


def home_domain(landscape: Landscape, instansi_id: int, records: Iterable[_HasValues]) -> str | None:
    """Return the web domain of the Instansi: as recorded, or the one that most government hosts of its lists share.

    Inferred only from at least five hosts, of which three in five agree; nothing is stored.
    """
    home = landscape.get(instansi_id)
    if isinstance(home, Instansi) and home.domain_situs:
        return fold(home.domain_situs).replace(" ", ".")
    urls = [element.url for element in landscape.of(Aplikasi) if element.instansi_id == instansi_id]
    for record in records:
        values = record.values
        url = values.get("url") if hasattr(values, "get") else None
        if isinstance(url, str):
            urls.append(url)
    hosts = {host for url in urls if (host := host_of(url)) and host.endswith(".go.id")}
    domains = Counter(".".join(host.split(".")[-3:]) for host in hosts if owner_hint(host, None) != "pusat")
    if not domains:
        return None
    domain, count = domains.most_common(1)[0]
    return domain if count >= _HOSTS_FOR_DOMAIN and count >= _SHARE_OF_DOMAIN * domains.total() else None


class OwnerRule:
    """Makes the single reporter of an application on the regency's own domain its owner, and takes that back when a
    second unit reports it. Owners from a column, from the national reference or by hand are never touched."""

    def __init__(self, draft: Draft, domain: str | None) -> None:
        self._draft = draft
        self._domain = domain
        self._reporters: dict[Ref, set[Ref]] = defaultdict(set)
        for edge in draft.landscape.edges:
            if edge.jenis == "R58":
                self._reporters[edge.ke].add(edge.dari)
        for jenis, dari, ke in draft.relations:
            if jenis == "R58":
                self._reporters[ke].add(dari)

    def assign(self, refs: Iterable[Ref]) -> None:
        """Judge the applications of a batch."""
        for ref in refs:
            if self._draft.kelas(ref) == "Aplikasi" and self._draft.value(ref, "nasional") is None:
                self._judge(ref)

    def _judge(self, ref: Ref) -> None:
        basis = self._draft.value(ref, "dasar_pemilik")
        owner = self._draft.value(ref, "perangkat_daerah_id") or self._draft.value(ref, "instansi_luar_id")
        if owner is not None and basis != "pelapor_tunggal":
            return
        reporters = self._reporters.get(ref, set())
        if len(reporters) == 1 and self._is_own_domain(ref, next(iter(reporters))):
            self._draft.set(ref, "perangkat_daerah_id", next(iter(reporters)))
            self._draft.set(ref, "dasar_pemilik", "pelapor_tunggal")
        elif owner is not None:
            self._draft.set(ref, "perangkat_daerah_id", None)
            self._draft.set(ref, "dasar_pemilik", None)

    def _is_own_domain(self, ref: Ref, unit: Ref) -> bool:
        url = self._draft.value(ref, "url")
        host = host_of(url) if isinstance(url, str) else None
        if self._draft.value(ref, "kepemilikan") not in (None, "daerah"):
            return False
        if host is None or is_shared_platform(host) or is_private_address(host):
            return False
        if self._domain is not None and owner_hint(host, self._domain) == "daerah":
            return True
        if host.endswith(".go.id"):
            return False
        # A domain of the unit's own carries its short name: rsudtabanan.com, disdik-tabanan.id.
        short = self._draft.value(unit, "singkatan")
        return isinstance(short, str) and len(squeeze(short)) >= 4 and squeeze(short) in squeeze(host)


class _Sheet(Protocol):
    @property
    def file(self) -> str: ...
    @property
    def sheet(self) -> str: ...
    @property
    def kelas(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Gone:
    """An element that a unit no longer reports, and the number of the sheet that replaced the list it stood in."""

    unit: Ref
    element: Ref
    sheet: int


def mark_unreported(
    draft: Draft, sheets: Sequence[_Sheet], named: Iterable[tuple[Ref, int, Ref]], incomplete: Container[int] = ()
) -> list[Gone]:
    """Flag what a unit's new list no longer names, and return it.

    A new list replaces an older one of the same unit when it has the same file and sheet name, or names at least half
    of it. An element that another unit still reports is left alone,
    and so is everything of a unit in whose sheets a row was refused: that row may be the one that names it.

    Args:
        draft: where the flags go.
        sheets: the sheets of this batch.
        named: ``(element, sheet number, unit)`` of every row of this batch that has a unit.
        incomplete: numbers of the sheets in which a row was refused.
    """
    now: dict[Ref, dict[Ref, int]] = defaultdict(dict)
    for ref, number, unit in named:
        now[unit].setdefault(ref, number)
    earlier: dict[tuple[Ref, str, str], set[int]] = defaultdict(set)
    for element in draft.landscape.of(Aplikasi):
        for source in element.sumber:
            if source.pelapor_id is not None and source.pelapor_id in now:
                earlier[(source.pelapor_id, source.file, source.sheet)].add(element.id)
    gone: list[Gone] = []
    for (unit, file, sheet), old in sorted(earlier.items()):
        numbers = {
            number
            for number in now[unit].values()
            if sheets[number].kelas == "Aplikasi"
            and ((sheets[number].file, sheets[number].sheet) == (file, sheet) or _covers(old, now[unit]))
        }
        if not numbers or any(number in incomplete for number in now[unit].values()):
            continue
        number = min(numbers)
        for identifier in sorted(old - set(now[unit])):
            if _others_report(draft, identifier, unit):
                continue
            if draft.set(identifier, "tidak_lagi_dilaporkan", value=True):
                gone.append(Gone(unit, identifier, number))
    return gone


def _covers(old: set[int], new: Iterable[Ref]) -> bool:
    return len(old & set(new)) >= _SHARE_OF_LIST * len(old)


def _others_report(draft: Draft, identifier: int, unit: Ref) -> bool:
    return any(source.pelapor_id not in (None, unit) for source in draft.element(identifier).sumber)
