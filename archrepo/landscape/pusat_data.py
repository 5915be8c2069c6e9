"""How an application stands towards the Pusat Data: where it is placed, how it is connected, and both summed up.

Terms: Perpres 95/2018 Pasal 27, 30 and 33. The states and their order are ours (design section 3). What a spreadsheet
claims about integration is never believed; only its statement that there is none is taken as said.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.nasional import national_applications
from archrepo.landscape.elemen import (
    AntarmukaApi,
    Aplikasi,
    Elemen,
    FasilitasKomputasi,
    Integrasi,
    Penempatan,
    Server,
    SistemPenghubungLayanan,
)
from archrepo.landscape.landscape import Landscape

DI_DALAM = "di_dalam"
INSTANSI_LAIN = "instansi_lain"
PERLU_CEK = "perlu_cek"
DI_LUAR = "di_luar"
TIDAK_BERLAKU = "tidak_berlaku"
TIDAK_DIKETAHUI = "tidak_diketahui"

SPL = "spl"
LANGSUNG = "langsung"
BELUM = "belum"

PENEMPATAN_LABELS = {
    DI_DALAM: "Di dalam Pusat Data",
    INSTANSI_LAIN: "Di pusat data instansi lain",
    PERLU_CEK: "Perlu dicek",
    DI_LUAR: "Di luar Pusat Data",
    TIDAK_BERLAKU: "Tidak berlaku",
    TIDAK_DIKETAHUI: "Tidak diketahui",
}
KETERHUBUNGAN_LABELS = {
    SPL: "Terhubung lewat SPL",
    LANGSUNG: "Terhubung langsung",
    BELUM: "Belum terhubung",
    TIDAK_DIKETAHUI: "Tidak diketahui",
}
STATUS_LABELS = {
    "dikelola_instansi_lain": "Dikelola instansi lain",
    "tidak_berlaku": "Tidak berlaku",
    "di_pusat_data": "Ditempatkan di Pusat Data",
    "terhubung_spl": "Terhubung lewat SPL",
    "terhubung_langsung": "Terhubung langsung",
    "perlu_cek": "Perlu dicek",
    "di_luar": "Di luar Pusat Data",
    "tidak_diketahui": "Tidak diketahui",
}
"""Labels of the states, in the order in which ``status_integrasi`` tries them."""

_NOT_AN_APPLICATION = frozenset({"formulir_tautan", "layanan_pihak_ketiga"})
_BUS = frozenset({"spl", "splp"})
_DIRECT = frozenset({"titik_ke_titik", "basis_data"})
_BY_HAND = frozenset({"berkas", "manual", "tidak_ada"})
_OTHER_OWNERS = frozenset({"pusat", "provinsi", "desa", "bumd"})


@dataclass(frozen=True, slots=True)
class Keadaan:
    """A computed state and its reason: a sentence, and the path of kode or the first link that is missing."""

    state: str
    reason: str
    path: tuple[str, ...] = ()
    missing: str | None = None


def is_operating(aplikasi: Aplikasi, as_of: date) -> bool:
    """Whether an application runs on that day: its status is one that operates, and it is within its validity.

    A status that was not stated counts as operating, since units list what they have; an unknown word does not.
    """
    status = vocabulary("status_aplikasi").nilai_of(aplikasi.status) if aplikasi.status else None
    stated = aplikasi.status is None or (status is not None and status.attributes.get("beroperasi") is not None)
    return stated and aplikasi.is_valid_on(as_of)


def current_placements(landscape: Landscape, aplikasi: Aplikasi) -> tuple[Penempatan, ...]:
    """Return the placements that count today: production or environment not stated, current state, within validity."""
    return tuple(
        placement
        for placement in landscape.placements(aplikasi.id)
        if placement.lingkungan in (None, "produksi")
        and placement.kondisi != "target"
        and placement.is_valid_on(landscape.as_of)
        and (placement.mulai is None or placement.mulai <= landscape.as_of)
    )


# ---- penempatan


def _of_facility(landscape: Landscape, aplikasi: Aplikasi, place: Elemen, lokasi: str | None) -> Keadaan | None:
    """Judge a placement whose facility is known; None when the facility alone does not decide."""
    facility: Elemen | None = place
    if isinstance(place, Server):
        facility = landscape.get(place.fasilitas_id)
    elif place.kelas == "KomputasiAwan":
        facility = next(iter(landscape.targets(place.id, "R57")), None)
    if not isinstance(facility, FasilitasKomputasi):
        return None
    path = tuple(dict.fromkeys((aplikasi.kode, place.kode, facility.kode)))
    home = aplikasi.instansi_id if not landscape.is_national(aplikasi) else None
    if facility.jenis == "pusat_data":
        if facility.instansi_id == home or lokasi in ("pdn", "pdns"):
            return Keadaan(DI_DALAM, f"Berjalan di {facility.nama}.", path)
        return Keadaan(PERLU_CEK, f"Berjalan di {facility.nama}, pusat data milik pemerintah lain.", path)
    if facility.jenis is None:
        return None
    return Keadaan(DI_LUAR, f"Berjalan di {facility.nama}, yang bukan Pusat Data.", path, f"{place.kode} → Pusat Data")


def _of_placement(landscape: Landscape, aplikasi: Aplikasi, placement: Penempatan) -> Keadaan:
    place = landscape.get(placement.fasilitas_id)
    if place is not None:
        judged = _of_facility(landscape, aplikasi, place, placement.lokasi)
        if judged is not None:
            return judged
    lokasi = placement.lokasi
    if lokasi is None or lokasi == TIDAK_DIKETAHUI:
        return Keadaan(TIDAK_DIKETAHUI, "Tempat aplikasi berjalan belum disebutkan.", missing="lokasi")
    value = vocabulary("lokasi_hosting").nilai_of(lokasi)
    if value is None:
        text = f'Tempatnya tertulis "{lokasi}"; kata itu belum menentukan pusat data atau server milik siapa.'
        return Keadaan(TIDAK_DIKETAHUI, text, missing="lokasi")
    state = str(value.attributes["penempatan"])
    missing = f"{aplikasi.kode} → Pusat Data" if state == DI_LUAR else None
    return Keadaan(state, f"Tempatnya tertulis: {value.label}.", (), missing)


def penempatan(landscape: Landscape, aplikasi: Aplikasi) -> Keadaan:
    """Decide where an application is placed; the states are the keys of PENEMPATAN_LABELS.

    A known facility decides before the stated location. Of several current placements a known one goes before an
    unknown one; known ones that differ give perlu_cek.
    """
    if aplikasi.bentuk in _NOT_AN_APPLICATION:
        label = vocabulary("bentuk_aplikasi").label(aplikasi.bentuk)
        return Keadaan(TIDAK_BERLAKU, f"{label}: tidak ada server yang perlu ditempatkan.")
    judged = [_of_placement(landscape, aplikasi, placement) for placement in current_placements(landscape, aplikasi)]
    known = [answer for answer in judged if answer.state != TIDAK_DIKETAHUI]
    if not known:
        if judged:
            return judged[0]
        return Keadaan(TIDAK_DIKETAHUI, "Tempat aplikasi berjalan belum disebutkan.", missing="penempatan")
    if len({answer.state for answer in known}) > 1:
        places = "; ".join(answer.reason for answer in known)
        return Keadaan(PERLU_CEK, f"Penempatan yang tercatat tidak sejalan: {places}")
    return known[0]


# ---- keterhubungan


def _registered_on_bus(landscape: Landscape, api_id: int, instansi_id: int) -> SistemPenghubungLayanan | None:
    for bus in landscape.sources(api_id, "R22"):
        if isinstance(bus, SistemPenghubungLayanan) and (bus.jenis == "splp" or bus.instansi_id == instansi_id):
            return bus
    return None


def _is_active(landscape: Landscape, exchange: Integrasi) -> bool:
    return exchange.status == "sudah" and exchange.kondisi != "target" and exchange.is_valid_on(landscape.as_of)


def _link_kind(exchange: Integrasi) -> str | None:
    """Return spl or langsung for a link that can carry a path, None for one that cannot."""
    if exchange.jalur in _BUS or exchange.spl_id is not None:
        return SPL
    return LANGSUNG if exchange.jalur in _DIRECT else None


@dataclass(frozen=True, slots=True)
class _Step:
    aplikasi: Aplikasi
    path: tuple[str, ...]


def _neighbours(landscape: Landscape, aplikasi: Aplikasi, kinds: frozenset[str]) -> Iterator[tuple[Integrasi, Elemen]]:
    for exchange in landscape.exchanges(aplikasi.id):
        if _is_active(landscape, exchange) and _link_kind(exchange) in kinds:
            other = landscape.get(exchange.ke_id if exchange.dari_id == aplikasi.id else exchange.dari_id)
            if other is not None:
                yield exchange, other


def _find_path(landscape: Landscape, start: Aplikasi, kinds: frozenset[str]) -> tuple[str, ...] | None:
    """Breadth first over active links of those kinds; the shortest path to the Pusat Data or to a registered API."""
    seen = {start.id}
    queue = deque([_Step(start, (start.kode,))])
    while queue:
        step = queue.popleft()
        for exchange, other in _neighbours(landscape, step.aplikasi, kinds):
            if exchange.api_id is not None:
                bus = _registered_on_bus(landscape, exchange.api_id, start.instansi_id)
                if bus is not None:
                    return (*step.path, landscape[exchange.api_id].kode, bus.kode)
            if not isinstance(other, Aplikasi) or other.id in seen:
                continue
            seen.add(other.id)
            path = (*step.path, exchange.kode, other.kode)
            if not is_operating(other, landscape.as_of):
                continue
            if penempatan(landscape, other).state == DI_DALAM:
                return path
            queue.append(_Step(other, path))
    return None


def keterhubungan(landscape: Landscape, aplikasi: Aplikasi) -> Keadaan:
    """Decide how an application is connected: spl, langsung, belum or tidak_diketahui.

    A path runs over active links in either direction and ends at an operating application inside the Pusat Data, or at
    an API registered on the SPL of its Instansi or the SPLP; its own registered API is a path of one step. ``spl``
    needs a path whose links all run through SPL or SPLP.
    """
    for api in landscape.targets(aplikasi.id, "R19"):
        bus = _registered_on_bus(landscape, api.id, aplikasi.instansi_id) if isinstance(api, AntarmukaApi) else None
        if bus is not None:
            return Keadaan(SPL, f"API {api.nama} terdaftar di {bus.nama}.", (aplikasi.kode, api.kode, bus.kode))
    for kinds, state, text in (
        (frozenset({SPL}), SPL, "Terhubung lewat Sistem Penghubung Layanan"),
        (frozenset({SPL, LANGSUNG}), LANGSUNG, "Terhubung langsung"),
    ):
        path = _find_path(landscape, aplikasi, kinds)
        if path is not None:
            return Keadaan(state, f"{text}: {' → '.join(path)}.", path)
    return _unconnected(landscape, aplikasi)


def _unconnected(landscape: Landscape, aplikasi: Aplikasi) -> Keadaan:
    exchanges = landscape.exchanges(aplikasi.id)
    active = [row for row in exchanges if _is_active(landscape, row)]
    carrying = [row for row in active if _link_kind(row) is not None]
    if carrying:
        row = carrying[0]
        other = landscape[row.ke_id if row.dari_id == aplikasi.id else row.dari_id]
        text = f"Pertukaran dengan {other.nama} ada, tetapi jalurnya tidak sampai ke Pusat Data atau API pada SPL."
        return Keadaan(BELUM, text, (aplikasi.kode, row.kode, other.kode), f"{other.kode} → Pusat Data")
    if any(row.jalur in _BY_HAND for row in active):
        text = "Data dipertukarkan lewat berkas atau diketik ulang, belum antarsistem."
        return Keadaan(BELUM, text, missing=f"{aplikasi.kode} → SPL")
    if active:
        text = "Ada pertukaran data yang disebut, tetapi jalurnya belum diketahui."
        return Keadaan(TIDAK_DIKETAHUI, text, missing=f"jalur {active[0].kode}")
    if aplikasi.klaim_integrasi == "tidak" or any(row.status in ("belum", "terputus", "rencana") for row in exchanges):
        return Keadaan(BELUM, "Disebut belum terintegrasi dengan aplikasi lain.", missing=f"{aplikasi.kode} → SPL")
    return Keadaan(TIDAK_DIKETAHUI, "Pertukaran data aplikasi ini belum disebutkan.", missing="integrasi")


# ---- status_integrasi


def is_run_by_others(landscape: Landscape, aplikasi: Aplikasi) -> bool:
    """Whether an application is owned and run by another government, so that it leaves the regency's denominator.

    A national product that runs on a machine of the regency stays in; so does one of the products known to be installed
    locally while nobody has said where it runs, unless it is the shared national object.
    """
    if landscape.is_national(aplikasi):
        return penempatan(landscape, aplikasi).state in (INSTANSI_LAIN, TIDAK_DIKETAHUI)
    owner_is_other = aplikasi.instansi_luar_id is not None or aplikasi.kepemilikan in _OTHER_OWNERS
    if not owner_is_other:
        return False
    where = penempatan(landscape, aplikasi).state
    if where == INSTANSI_LAIN:
        return True
    if where != TIDAK_DIKETAHUI:
        return False
    known = national_applications().get(aplikasi.nasional or "")
    if known is not None and known.installed_locally:
        return False
    home = landscape.get(aplikasi.instansi_id)
    domain = home.nilai("domain_situs") if home is not None else None
    host = aplikasi.host
    return not (host and isinstance(domain, str) and (host == domain or host.endswith(f".{domain}")))


def status_integrasi(landscape: Landscape, aplikasi: Aplikasi) -> Keadaan:
    """Decide how an application stands towards the Pusat Data, and why; the first state of STATUS_LABELS that holds."""
    where = penempatan(landscape, aplikasi)
    if where.state != TIDAK_BERLAKU and is_run_by_others(landscape, aplikasi):
        return Keadaan("dikelola_instansi_lain", "Dimiliki dan dijalankan instansi lain; di luar hitungan daerah.")
    if where.state == TIDAK_BERLAKU:
        return Keadaan("tidak_berlaku", where.reason)
    if where.state == DI_DALAM:
        return Keadaan("di_pusat_data", where.reason, where.path)
    link = keterhubungan(landscape, aplikasi)
    if link.state in (SPL, LANGSUNG):
        return Keadaan(f"terhubung_{link.state}", link.reason, link.path)
    if where.state in (PERLU_CEK, INSTANSI_LAIN):
        return Keadaan("perlu_cek", where.reason, where.path)
    if where.state == DI_LUAR:
        missing = link.missing or where.missing
        return Keadaan("di_luar", f"{where.reason} {link.reason}", where.path, missing)
    return Keadaan("tidak_diketahui", where.reason, missing=where.missing)
