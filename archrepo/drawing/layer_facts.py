"""Facts by which the views of one layer group and annotate: data flow, places, network, security, affairs, one unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from archrepo.declarations.kalimat import number
from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.metamodel import classes
from archrepo.drawing.fact import NOTHING, Answers, Fact, FactFunction, top_unit
from archrepo.landscape.elemen import (
    Aplikasi,
    DataInformasi,
    Elemen,
    FasilitasKomputasi,
    Layanan,
    PerangkatDaerah,
    Server,
    SistemPenghubungLayanan,
)
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.penempatan import PENEMPATAN_LABELS, penempatan
from archrepo.landscape.pusat_data import current_placements
from archrepo.names import fold


def _names(elements: Iterable[Elemen]) -> str:
    return ", ".join(sorted({element.nama for element in elements}, key=fold))


def _short(unit: Elemen) -> str:
    return (unit.singkatan or unit.nama) if isinstance(unit, PerangkatDaerah) else unit.nama


# ---- data


def _data_role(_facts: Answers, element: Elemen) -> Fact:
    if isinstance(element, DataInformasi):
        return Fact("data", "Data menurut produsen", ("0",))
    if isinstance(element, PerangkatDaerah):
        return Fact("walidata", "Walidata", ("1",))
    return Fact("pemakai", "Pemakai data", ("2",))


def _producer(facts: Answers, element: Elemen) -> Fact:
    if not isinstance(element, DataInformasi):
        return NOTHING
    owner = facts.landscape.get(element.produsen)
    if owner is None:
        return Fact("belum_disebut", "Produsen belum disebut", ("~",))
    return Fact(owner.kode, owner.nama, (fold(owner.nama), owner.kode))


def _data_used(facts: Answers, element: Elemen) -> Fact:
    names = _names(facts.landscape.targets(element.id, "R10", "R12"))
    return Fact(names, f"← {names}") if names else NOTHING


def _users_of_data(facts: Answers, element: Elemen) -> Fact:
    count = len({edge.dari for edge in facts.landscape.into(element.id, "R10", "R12")})
    return Fact(str(count), f"dipakai {number(count)}" if count else "belum ada pemakai tercatat")


def _openness(_facts: Answers, element: Elemen) -> Fact:
    if not isinstance(element, DataInformasi):
        return NOTHING
    known = vocabulary("sifat_data")
    ids = [row.id for row in known.nilai]
    if element.sifat is None:
        return Fact("tidak_disebut", "Sifat belum disebut", ("98",))
    if element.sifat not in ids:
        return Fact("kata_lain", "Tertulis dengan kata lain", ("97",))
    return Fact(element.sifat, known.label(element.sifat), (f"{ids.index(element.sifat):02d}",))


# ---- places


def _place_of(landscape: Landscape, element: Elemen) -> tuple[Elemen | None, str | None]:
    """Return the facility (or cloud) in which something stands, and the stated kind of place where no facility is."""
    if not isinstance(element, Aplikasi):
        own = landscape.get(element.fasilitas_id) if isinstance(element, Server) else None
        return own or element, None
    placement = next(iter(current_placements(landscape, element)), None)
    if placement is None:
        return None, None
    place = landscape.get(placement.fasilitas_id)
    if isinstance(place, Server):
        place = landscape.get(place.fasilitas_id) or place
    return place, placement.lokasi


def _facility(facts: Answers, element: Elemen) -> Fact:
    place, stated = _place_of(facts.landscape, element)
    if place is not None:
        rank = "0" if isinstance(place, FasilitasKomputasi) else "1"
        return Fact(f"{place.kelas}-{place.kode}", place.nama, (rank, fold(place.nama), place.kode))
    if stated is None:
        return Fact("tidak_disebut", "Tempat belum disebut", ("9",))
    label = vocabulary("lokasi_hosting").label(stated)
    return Fact(f"lokasi-{stated}", f"{label} (tanpa rincian)", ("2", fold(label)))


def _machine(facts: Answers, element: Elemen) -> Fact:
    """The server on which an application runs, as the inner box of its facility."""
    if not isinstance(element, Aplikasi):
        return Fact("kosong", "Belum memuat aplikasi", ("~2",))
    placement = next(iter(current_placements(facts.landscape, element)), None)
    place = facts.landscape.get(placement.fasilitas_id) if placement is not None else None
    if isinstance(place, Server):
        return Fact(place.kode, place.nama, ("0", fold(place.nama), place.kode))
    return Fact("langsung", "Server belum disebut" if place is not None else "", ("~1",))


def _placement(facts: Answers, element: Elemen) -> Fact:
    if not isinstance(element, Aplikasi):
        return NOTHING
    state = penempatan(facts.landscape, element).state
    return Fact(state, PENEMPATAN_LABELS[state], (f"{list(PENEMPATAN_LABELS).index(state)}",))


# ---- network


def _network_role(facts: Answers, element: Elemen) -> Fact:
    if isinstance(element, PerangkatDaerah):
        if facts.landscape.into(element.id, "R31"):
            return Fact("terjangkau", "Unit yang terjangkau", ("3",))
        return Fact("belum_terjangkau", "Belum tercatat terjangkau", ("4",))
    if isinstance(element, SistemPenghubungLayanan):
        is_national = element.jenis == "splp" or facts.landscape.is_national(element)
        return Fact("splp", "SPLP nasional", ("5",)) if is_national else Fact("spl", "SPL daerah", ("6",))
    roles = {
        "FasilitasKomputasi": ("fasilitas", "Fasilitas Komputasi", "1"),
        "JaringanIntra": ("jaringan", "Jaringan Intra", "2"),
        "AntarmukaApi": ("api", "API pada SPL", "7"),
    }
    value, label, order = roles.get(element.kelas, (element.kelas, classes()[element.kelas].label, "8"))
    return Fact(value, label, (order,))


def _through_network(facts: Answers, element: Elemen) -> Fact:
    names = _names(facts.landscape.sources(element.id, "R30", "R31"))
    return Fact(names, f"Lewat {names}", (fold(names),)) if names else NOTHING


def _bandwidth(_facts: Answers, element: Elemen) -> Fact:
    value = element.nilai("bandwidth")
    return Fact(str(value), f"{number(int(value))} Mbps") if isinstance(value, (int, float)) else NOTHING


def _api_owner(facts: Answers, element: Elemen) -> Fact:
    owner = facts.landscape.get(number_of(element.nilai("aplikasi_id")))
    return Fact(owner.kode, owner.nama) if owner is not None else NOTHING


def number_of(value: object) -> int | None:
    """Return a value that is an id, else None."""
    return value if isinstance(value, int) else None


# ---- security


def _category(facts: Answers, element: Elemen) -> Fact:
    """The heaviest category that was given to an application."""
    known = vocabulary("kategori_se")
    ids = [row.id for row in known.nilai]
    given = [str(row.nilai("hasil")) for row in facts.landscape.sources(element.id, "R35") if row.nilai("hasil")]
    if not given:
        return Fact("belum", "Belum dikategorikan", ("9",))
    value = min(given, key=lambda word: ids.index(word) if word in ids else len(ids))
    return Fact(value, known.label(value), (f"{ids.index(value) if value in ids else len(ids)}",))


def _controls(facts: Answers, element: Elemen) -> Fact:
    controls = facts.landscape.targets(element.id, "R33")
    if not controls:
        return NOTHING
    known = vocabulary("kelompok_kontrol")
    words = sorted({known.label(str(row.nilai("kelompok") or row.nama)) for row in controls}, key=fold)
    return Fact(str(len(controls)), f"{number(len(controls))} kontrol: {', '.join(words).lower()}")


def _security_acts(facts: Answers, element: Elemen) -> Fact:
    known = vocabulary("objek_keamanan")
    acts = {
        known.label(str(row.nilai("jenis"))) for row in facts.landscape.sources(element.id, "R34") if row.nilai("jenis")
    }
    return Fact("ada", ", ".join(sorted(acts))) if acts else NOTHING


def _personal_data(facts: Answers, element: Elemen) -> Fact:
    """Whether an application manages a data set that holds personal data."""
    if not isinstance(element, Aplikasi):
        return NOTHING
    managed = [row for row in facts.landscape.targets(element.id, "R10") if isinstance(row, DataInformasi)]
    if any(row.data_pribadi == "ya" for row in managed):
        return Fact("ya", "Mengelola data pribadi", ("0",))
    if managed and all(row.data_pribadi == "tidak" for row in managed):
        return Fact("tidak", "Tanpa data pribadi", ("1",))
    return Fact("belum_diketahui", "Data yang dikelola belum disebut", ("2",))


# ---- affairs


def _affair(facts: Answers, element: Elemen) -> Fact:
    """The affair of an application: of its services and processes, else of the unit that owns it."""
    landscape = facts.landscape
    if element.kelas == "Urusan":
        return _affair_fact(element)
    linked = {
        urusan.id: urusan
        for other in landscape.targets(element.id, "R08", "R09")
        for urusan in landscape.targets(other.id, "R70", "R03")
    }
    if not linked and element.perangkat_daerah_id is not None:
        owners = [element.perangkat_daerah_id]
        top = top_unit(landscape, element.perangkat_daerah_id)
        if top is not None and top.id not in owners:
            owners.append(top.id)
        held = next((found for unit in owners if (found := landscape.targets(unit, "R02"))), ())
        linked = {urusan.id: urusan for urusan in held}
    if not linked:
        return Fact("belum", "Urusan belum dapat ditentukan", ("~2",))
    if len(linked) > 1:
        return Fact("beberapa", "Pengampu beberapa urusan", ("~1",))
    (urusan,) = linked.values()
    return _affair_fact(urusan)


def _affair_fact(urusan: Elemen) -> Fact:
    return Fact(urusan.kode, urusan.nama, (str(urusan.nilai("kode") or urusan.kode), urusan.kode))


def _unit_short(facts: Answers, element: Elemen) -> Fact:
    """The unit that owns an element, by its short name; kecamatan stand side by side."""
    if element.perangkat_daerah_id is None:
        return Fact("tanpa", "Tanpa pemilik", ("~",))
    unit = top_unit(facts.landscape, element.perangkat_daerah_id)
    if unit is None:
        return Fact("tanpa", "Tanpa pemilik", ("~",))
    rank = "1" if unit.tipe == "kecamatan" else "0"
    return Fact(f"{unit.instansi_id}-{unit.kode}", _short(unit), (rank, fold(_short(unit)), unit.kode))


def _unit_kind(facts: Answers, element: Elemen) -> Fact:
    unit = top_unit(facts.landscape, element.perangkat_daerah_id) if element.perangkat_daerah_id is not None else None
    if unit is None:
        return Fact("tanpa", "Tanpa pemilik", ("~",))
    label = vocabulary("tipe_perangkat_daerah").label(unit.tipe) or "Unit lain"
    return Fact(unit.tipe or "lain", label, (fold(label),))


# ---- one unit


def _tie_to_unit(facts: Answers, element: Elemen) -> Fact:
    """The box of an element on the sheet of one unit."""
    if isinstance(element, Aplikasi):
        if element.perangkat_daerah_id in facts.unit_ids:
            return Fact("aplikasi_milik", "Aplikasi milik unit ini", ("2",))
        return Fact("aplikasi_pakai", "Aplikasi yang dipakai", ("3",))
    layer = classes()[element.kelas].layer
    if isinstance(element, DataInformasi):
        return Fact("data", "Data", ("4",))
    if isinstance(element, Layanan):
        return Fact("layanan", "Layanan", ("0",))
    return Fact(layer, layer.replace("_", " ").title(), ("6",))


def _state_in_brief(facts: Answers, element: Elemen) -> Fact:
    """How an application is and where it stands, in a few words."""
    if not isinstance(element, Aplikasi):
        return NOTHING
    status = facts.of("status_aplikasi", element).label.lower()
    standing = facts.of("status_integrasi", element)
    where = "tempat belum disebut" if standing.value == "tidak_diketahui" else standing.label
    return Fact(status, f"{status}, {where[:1].lower()}{where[1:]}")


FACTS: Mapping[str, FactFunction] = {
    "peran_alir": _data_role,
    "produsen": _producer,
    "data_dipakai": _data_used,
    "pemakai_data": _users_of_data,
    "sifat_data": _openness,
    "fasilitas": _facility,
    "mesin": _machine,
    "penempatan": _placement,
    "peran_jaringan": _network_role,
    "lewat_jaringan": _through_network,
    "bandwidth": _bandwidth,
    "penyedia_api": _api_owner,
    "kategori_se": _category,
    "kontrol": _controls,
    "kegiatan_keamanan": _security_acts,
    "data_pribadi": _personal_data,
    "urusan": _affair,
    "unit_singkat": _unit_short,
    "tipe_unit": _unit_kind,
    "kaitan_unit": _tie_to_unit,
    "keadaan_singkat": _state_in_brief,
}
"""Facts of the layers, by the name that a view file uses."""
