"""Facts about elements that a view may group, colour and annotate by; each is named as it is written in the YAML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from archrepo.declarations.kalimat import number
from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.metamodel import LAYERS, classes
from archrepo.drawing.fact import NOTHING, Answers, Fact, FactFunction, top_unit
from archrepo.drawing.finding_facts import FACTS as FINDING_FACTS
from archrepo.drawing.layer_facts import FACTS as LAYER_FACTS
from archrepo.drawing.plan_facts import FACTS as PLAN_FACTS
from archrepo.errors import UnknownNameError
from archrepo.landscape.elemen import (
    Aplikasi,
    Elemen,
    InstansiLuar,
    Penempatan,
    PerangkatDaerah,
    Server,
    SistemPenghubungLayanan,
)
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.pusat_data import STATUS_LABELS, current_placements
from archrepo.names import fold

_UNIT_RANK = ("sekretariat_daerah", "sekretariat_dprd", "inspektorat", "dinas", "badan", "kesbangpol", "rsud", "bagian")
_NOT_STATED = "tidak_disebut"
_OTHER_WORD = "kata_lain"


# ---- grouping


def unit_order(unit: PerangkatDaerah) -> tuple[str, ...]:
    """Return the sort key of units: secretariats, inspectorate, dinas, badan, hospitals, kecamatan; then the name."""
    rank = _UNIT_RANK.index(unit.tipe) if unit.tipe in _UNIT_RANK else len(_UNIT_RANK)
    return (f"{rank:02d}", fold(unit.nama), unit.kode)


def _instansi(facts: Answers, element: Elemen) -> Fact:
    return facts.shared("instansi", element.instansi_id, lambda: _home(facts.landscape.get(element.instansi_id)))


def _home(home: Elemen | None) -> Fact:
    return Fact(home.kode, home.nama, (fold(home.nama), home.kode)) if home is not None else NOTHING


def _has_several(landscape: Landscape) -> bool:
    return len(landscape.daftar_instansi) > 1


def _pemilik(facts: Answers, element: Elemen) -> Fact:
    """The unit that answers for an element; one group for what others own, one for what is to be confirmed."""
    landscape = facts.landscape
    if isinstance(element, PerangkatDaerah):
        return Fact("tanpa_aplikasi", "Belum tercatat memiliki aplikasi sendiri", ("~3",))
    owner = element.perangkat_daerah_id
    if owner is not None:
        fact = facts.shared("pemilik", owner, lambda: _owner(landscape, top_unit(landscape, owner)))
        if fact is not NOTHING:
            return fact
    if element.instansi_luar_id is not None or landscape.is_national(element):
        return Fact("instansi_lain", "Milik instansi lain, dipakai bersama", ("~1",))
    return Fact("perlu_konfirmasi", "Pemilik perlu dikonfirmasi", ("~2",))


def _owner(landscape: Landscape, unit: PerangkatDaerah | None) -> Fact:
    if unit is None:
        return NOTHING
    home = landscape[unit.instansi_id]
    several = _has_several(landscape)
    label = f"{unit.nama} ({home.nama})" if several else unit.nama
    value = f"{home.kode}-{unit.kode}" if several else unit.kode
    return Fact(value, label, (fold(home.nama), *unit_order(unit)))


def _kelas(_facts: Answers, element: Elemen) -> Fact:
    return _class_fact(element.kelas)


@cache
def _class_fact(name: str) -> Fact:
    return Fact(name, classes()[name].label, (f"{list(classes()).index(name):03d}",))


_LAYER_LABELS = {
    "organisasi": "Organisasi",
    "proses_bisnis": "Proses Bisnis",
    "layanan": "Layanan",
    "data": "Data dan Informasi",
    "aplikasi": "Aplikasi",
    "infrastruktur": "Infrastruktur",
    "keamanan": "Keamanan",
    "tata_kelola": "Tata Kelola",
}


def _kelas_rinci(facts: Answers, element: Elemen) -> Fact:
    """The class, in layers that have several main ones; elsewhere the layer's name says it."""
    layer = classes()[element.kelas].layer
    return _kelas(facts, element) if layer in ("infrastruktur", "keamanan") else NOTHING


def _tipe_sendiri(facts: Answers, element: Elemen) -> Fact:
    """The kind of a unit; of everything else its class."""
    if not isinstance(element, PerangkatDaerah):
        return _kelas(facts, element)
    label = vocabulary("tipe_perangkat_daerah").label(element.tipe) or "Unit lain"
    return Fact(element.tipe or "lain", label, (fold(label),))


def _lapisan(_facts: Answers, element: Elemen) -> Fact:
    layer = classes()[element.kelas].layer
    return Fact(layer, _LAYER_LABELS[layer], (f"{LAYERS.index(layer)}",))


def _zona_integrasi(facts: Answers, element: Elemen) -> Fact:
    """The box of the integration sheet: the SPL, or how an application stands towards the Pusat Data."""
    if isinstance(element, SistemPenghubungLayanan):
        return Fact("spl", "Sistem Penghubung Layanan", ("spl",))
    return _status_integrasi(facts, element)


def _kepadatan(_facts: Answers, _element: Elemen) -> Fact:
    """How many elements share a cell: a matter of the cell (``captions.density_of``), not of one element."""
    return NOTHING


_EVERYTHING = Fact("semua", "Seluruh daerah", ("0",))


def _semua(_facts: Answers, _element: Elemen) -> Fact:
    return _EVERYTHING


# ---- colour


def _status_aplikasi(_facts: Answers, element: Elemen) -> Fact:
    if not isinstance(element, Aplikasi):
        return NOTHING
    return _status_fact(element.status)


@lru_cache(maxsize=1024)
def _status_fact(status: str | None) -> Fact:
    known = vocabulary("status_aplikasi")
    ids = [row.id for row in known.nilai]
    if status is None:
        return Fact(_NOT_STATED, "Tidak disebut", ("98",))
    if status in ids:
        return Fact(status, known.label(status), (f"{ids.index(status):02d}",))
    return Fact(_OTHER_WORD, "Tertulis dengan kata lain", ("97",))


_STATUS_ORDER = (
    "di_pusat_data", "terhubung_spl", "terhubung_langsung", "perlu_cek", "di_luar", "tidak_diketahui", "tidak_berlaku",
    "dikelola_instansi_lain",
)  # fmt: skip
_STATES = {state: Fact(state, STATUS_LABELS[state], (f"{rank}",)) for rank, state in enumerate(_STATUS_ORDER)}


def _status_integrasi(facts: Answers, element: Elemen) -> Fact:
    if not isinstance(element, Aplikasi):
        return NOTHING
    return _STATES[facts.standing(element).state]


# ---- details


def _bentuk(_facts: Answers, element: Elemen) -> Fact:
    if not isinstance(element, Aplikasi) or element.bentuk in (None, "sistem"):
        return NOTHING
    short = {"situs_informasi": "situs", "kanal_mobile": "mobile", "formulir_tautan": "formulir"}
    label = short.get(element.bentuk or "") or vocabulary("bentuk_aplikasi").label(element.bentuk).lower()
    return Fact(element.bentuk or "", label)


def _pengguna(facts: Answers, element: Elemen) -> Fact:
    """Number of using units, where more than one uses an application."""
    count = len({edge.dari for edge in facts.landscape.into(element.id, "R16")})
    return Fact(str(count), f"dipakai {number(count)} unit") if count > 1 else NOTHING


def _jumlah_aplikasi(facts: Answers, element: Elemen) -> Fact:
    """Number of applications that a unit owns, those of the units below it included."""
    count = facts.owned.get(element.id, 0)
    return Fact(str(count), number(count))


def _memakai(facts: Answers, element: Elemen) -> Fact:
    count = len({edge.ke for edge in facts.landscape.out(element.id, "R16")})
    return Fact(str(count), f"memakai {number(count)} aplikasi") if count else NOTHING


def _pemilik_singkat(facts: Answers, element: Elemen) -> Fact:
    if element.perangkat_daerah_id is None:
        owner = facts.landscape.get(element.instansi_luar_id)
        return Fact(owner.kode, owner.nama) if isinstance(owner, InstansiLuar) else NOTHING
    unit = top_unit(facts.landscape, element.perangkat_daerah_id)
    return Fact(unit.kode, unit.singkatan or unit.nama) if unit is not None else NOTHING


def _tujuan(facts: Answers, element: Elemen) -> Fact:
    """Where the path of a connected application ends."""
    if not isinstance(element, Aplikasi):
        return NOTHING
    standing = facts.standing(element)
    if standing.state not in ("terhubung_spl", "terhubung_langsung") or not standing.path:
        return NOTHING
    try:
        end = facts.landscape.by_kode(standing.path[-1], element.instansi_id)
    except UnknownNameError:  # several Instansi have that kode, and the path does not say whose it is
        return NOTHING
    return Fact(end.kode, f"→ {end.nama}")


def _tempat(facts: Answers, element: Elemen) -> Fact:
    """The facility, or the stated kind of place, of the first current placement."""
    if not isinstance(element, Aplikasi):
        return NOTHING
    placement = next(iter(current_placements(facts.landscape, element)), None)
    return NOTHING if placement is None else _place(facts.landscape, placement)


def _place(landscape: Landscape, placement: Penempatan) -> Fact:
    place = landscape.get(placement.fasilitas_id)
    if isinstance(place, Server):
        place = landscape.get(place.fasilitas_id) or place
    if place is not None:
        return Fact(place.kode, place.nama, ("0", fold(place.nama)))
    if placement.lokasi is None:
        return NOTHING
    label = vocabulary("lokasi_hosting").label(placement.lokasi)
    return Fact(placement.lokasi, label, ("1", fold(label)))


def _alasan(facts: Answers, element: Elemen) -> Fact:
    return Fact("alasan", facts.standing(element).reason) if isinstance(element, Aplikasi) else NOTHING


FACTS: Mapping[str, FactFunction] = {
    "instansi": _instansi,
    "pemilik": _pemilik,
    "kelas": _kelas,
    "kelas_rinci": _kelas_rinci,
    "tipe_sendiri": _tipe_sendiri,
    "lapisan": _lapisan,
    "zona_integrasi": _zona_integrasi,
    "semua": _semua,
    "kepadatan": _kepadatan,
    "status_aplikasi": _status_aplikasi,
    "status_integrasi": _status_integrasi,
    "bentuk": _bentuk,
    "pengguna": _pengguna,
    "jumlah_aplikasi": _jumlah_aplikasi,
    "memakai": _memakai,
    "pemilik_singkat": _pemilik_singkat,
    "tujuan": _tujuan,
    "tempat": _tempat,
    "alasan": _alasan,
    **LAYER_FACTS,
    **FINDING_FACTS,
    **PLAN_FACTS,
}
"""Every fact by the name that a view file uses."""


class Facts(Answers):
    """Answers every fact that a view file may name; arguments as of ``Answers``."""

    def __init__(self, landscape: Landscape, **given: Any) -> None:
        super().__init__(landscape, FACTS, **given)
