"""How an application is connected: through the SPL, directly, not yet, or unknown, with the path or what is missing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from archrepo.landscape.elemen import AntarmukaApi, Aplikasi, Elemen, Integrasi, SistemPenghubungLayanan
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.penempatan import (
    DI_DALAM,
    TIDAK_DIKETAHUI,
    Keadaan,
    is_operating,
    is_run_by_others,
    penempatan,
)

SPL = "spl"
LANGSUNG = "langsung"
BELUM = "belum"

KETERHUBUNGAN_LABELS = {
    SPL: "Terhubung lewat SPL",
    LANGSUNG: "Terhubung langsung",
    BELUM: "Belum terhubung",
    TIDAK_DIKETAHUI: "Tidak diketahui",
}

_BUS = frozenset({"spl", "splp"})
_DIRECT = frozenset({"titik_ke_titik", "basis_data"})
_BY_HAND = frozenset({"berkas", "manual", "tidak_ada"})


def _is_current(landscape: Landscape, element: Elemen) -> bool:
    return element.kondisi != "target" and element.is_valid_on(landscape.as_of)


def _serves(bus: Elemen | None, instansi_id: int) -> bool:
    """Whether a bus is the national one, or that of this Instansi: another government's SPL is no way for us."""
    return isinstance(bus, SistemPenghubungLayanan) and (bus.jenis == "splp" or bus.instansi_id == instansi_id)


def _registered_on_bus(landscape: Landscape, api_id: int, instansi_id: int) -> Elemen | None:
    api = landscape.get(api_id)
    if api is None or not _is_current(landscape, api):
        return None
    buses = landscape.sources(api_id, "R22")
    return next((bus for bus in buses if _serves(bus, instansi_id) and _is_current(landscape, bus)), None)


def _registered_api(landscape: Landscape, aplikasi: Aplikasi, instansi_id: int) -> tuple[Elemen, Elemen] | None:
    """Return an API that an application offers or uses and the bus on which it is registered."""
    for api in landscape.targets(aplikasi.id, "R19", "R20"):
        bus = _registered_on_bus(landscape, api.id, instansi_id) if isinstance(api, AntarmukaApi) else None
        if bus is not None:
            return api, bus
    return None


def _is_active(landscape: Landscape, exchange: Integrasi) -> bool:
    return exchange.status == "sudah" and _is_current(landscape, exchange)


def _link_kind(landscape: Landscape, exchange: Integrasi, instansi_id: int) -> str | None:
    """Return spl or langsung for a link that can carry a path, None for one that cannot."""
    bus = landscape.get(exchange.spl_id)
    if bus is not None:
        return SPL if _serves(bus, instansi_id) else None
    if exchange.jalur in _BUS:
        return SPL
    if exchange.jalur in _DIRECT:
        return LANGSUNG
    if exchange.jalur in _BY_HAND or exchange.api_id is None:
        return None
    return SPL if _registered_on_bus(landscape, exchange.api_id, instansi_id) is not None else None


def _other_end(landscape: Landscape, exchange: Integrasi, identifier: int) -> Elemen | None:
    return landscape.get(exchange.ke_id if exchange.dari_id == identifier else exchange.dari_id)


@dataclass(slots=True)
class _Search:
    """Breadth first over active links of some kinds; the shortest path to the Pusat Data or to a registered API.

    ``doubtful`` is the path to the first operating application on the way of which nobody said where it runs.
    """

    landscape: Landscape
    start: Aplikasi
    kinds: frozenset[str]
    doubtful: tuple[str, ...] | None = None

    def path(self) -> tuple[str, ...] | None:
        seen = {self.start.id}
        queue: deque[tuple[Aplikasi, tuple[str, ...]]] = deque([(self.start, (self.start.kode,))])
        while queue:
            aplikasi, path = queue.popleft()
            for exchange, other in self._neighbours(aplikasi):
                end = self._end_at_api(exchange)
                if end is not None:
                    return (*path, *end)
                if not isinstance(other, Aplikasi) or other.id in seen:
                    continue
                seen.add(other.id)
                if not is_operating(other, self.landscape.as_of):
                    continue
                there = (*path, exchange.kode, other.kode)
                end = self._end_at(other, there)
                if end is not None:
                    return (*there, *end)
                queue.append((other, there))
        return None

    def _neighbours(self, aplikasi: Aplikasi) -> Iterator[tuple[Integrasi, Elemen | None]]:
        for exchange in self.landscape.exchanges(aplikasi.id):
            kind = _link_kind(self.landscape, exchange, self.start.instansi_id)
            if kind in self.kinds and _is_active(self.landscape, exchange):
                yield exchange, _other_end(self.landscape, exchange, aplikasi.id)

    def _end_at_api(self, exchange: Integrasi) -> tuple[str, ...] | None:
        if exchange.api_id is None:
            return None
        bus = _registered_on_bus(self.landscape, exchange.api_id, self.start.instansi_id)
        return (self.landscape[exchange.api_id].kode, bus.kode) if bus is not None else None

    def _end_at(self, other: Aplikasi, there: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return what ends the path at an application: nothing more when it is inside; None when it does not end."""
        where = penempatan(self.landscape, other)
        if where.state == DI_DALAM:
            return ()
        if where.state == TIDAK_DIKETAHUI and not is_run_by_others(self.landscape, other):
            self.doubtful = self.doubtful or there
        found = _registered_api(self.landscape, other, self.start.instansi_id)
        return (found[0].kode, found[1].kode) if found is not None else None


def keterhubungan(landscape: Landscape, aplikasi: Aplikasi) -> Keadaan:
    """Decide how an application is connected: spl, langsung, belum or tidak_diketahui.

    A path runs over active links in either direction and ends at an operating application inside the Pusat Data, or at
    an API registered on the SPL of its Instansi or the SPLP; an API that the application itself offers or uses is a
    path of one step. ``spl`` needs a path whose links all run through SPL or SPLP. Where a path would go on through an
    application whose place is unknown, the answer is unknown too.
    """
    own = _registered_api(landscape, aplikasi, aplikasi.instansi_id)
    if own is not None:
        api, bus = own
        return Keadaan(SPL, f"API {api.nama} terdaftar di {bus.nama}.", (aplikasi.kode, api.kode, bus.kode))
    doubtful = None
    for kinds, state, text in (
        (frozenset({SPL}), SPL, "Terhubung lewat Sistem Penghubung Layanan"),
        (frozenset({SPL, LANGSUNG}), LANGSUNG, "Terhubung langsung"),
    ):
        search = _Search(landscape, aplikasi, kinds)
        path = search.path()
        if path is not None:
            return Keadaan(state, f"{text}: {' → '.join(path)}.", path)
        doubtful = search.doubtful
    if doubtful is not None:
        other = landscape.by_kode(doubtful[-1], aplikasi.instansi_id)
        reason = f"Terhubung dengan {other.nama}, tetapi tempat aplikasi itu berjalan belum disebutkan."
        return Keadaan(TIDAK_DIKETAHUI, reason, doubtful, f"penempatan {other.kode}")
    return _unconnected(landscape, aplikasi)


def _unconnected(landscape: Landscape, aplikasi: Aplikasi) -> Keadaan:
    exchanges = landscape.exchanges(aplikasi.id)
    active = [row for row in exchanges if _is_active(landscape, row)]
    to_bus = f"{aplikasi.kode} → SPL"
    for row in active:
        other = _other_end(landscape, row, aplikasi.id)
        if other is not None and _link_kind(landscape, row, aplikasi.instansi_id) is not None:
            text = f"Pertukaran dengan {other.nama} ada, tetapi jalurnya tidak sampai ke Pusat Data atau API pada SPL."
            return Keadaan(BELUM, text, (aplikasi.kode, row.kode, other.kode), f"{other.kode} → Pusat Data")
    foreign = next((bus for row in active if (bus := landscape.get(row.spl_id)) is not None), None)
    if foreign is not None:
        text = f"Data dipertukarkan lewat {foreign.nama}, milik pemerintah lain."
        return Keadaan(BELUM, text, missing=to_bus)
    if any(row.jalur in _BY_HAND for row in active):
        text = "Data dipertukarkan lewat berkas atau diketik ulang, belum antarsistem."
        return Keadaan(BELUM, text, missing=to_bus)
    if active:
        text = "Ada pertukaran data yang disebut, tetapi jalurnya belum diketahui."
        return Keadaan(TIDAK_DIKETAHUI, text, missing=f"jalur {active[0].kode}")
    if aplikasi.klaim_integrasi == "tidak" or any(row.status in ("belum", "terputus", "rencana") for row in exchanges):
        return Keadaan(BELUM, "Disebut belum terintegrasi dengan aplikasi lain.", missing=to_bus)
    return Keadaan(TIDAK_DIKETAHUI, "Pertukaran data aplikasi ini belum disebutkan.", missing="integrasi")
