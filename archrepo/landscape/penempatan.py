"""Where an application runs: inside the Pusat Data, elsewhere, or unknown; and whether others run it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.nasional import national_applications
from archrepo.landscape.elemen import Aplikasi, Elemen, FasilitasKomputasi, Penempatan, Server
from archrepo.landscape.landscape import Landscape

DI_DALAM = "di_dalam"
INSTANSI_LAIN = "instansi_lain"
PERLU_CEK = "perlu_cek"
DI_LUAR = "di_luar"
TIDAK_BERLAKU = "tidak_berlaku"
TIDAK_DIKETAHUI = "tidak_diketahui"

PENEMPATAN_LABELS = {
    DI_DALAM: "Di dalam Pusat Data",
    INSTANSI_LAIN: "Di pusat data instansi lain",
    PERLU_CEK: "Perlu dicek",
    DI_LUAR: "Di luar Pusat Data",
    TIDAK_BERLAKU: "Tidak berlaku",
    TIDAK_DIKETAHUI: "Tidak diketahui",
}

_NOT_AN_APPLICATION = frozenset({"formulir_tautan", "layanan_pihak_ketiga"})
_OTHER_OWNERS = frozenset({"pusat", "provinsi", "desa", "bumd"})
_NATIONAL_CENTRES = frozenset({"pdn", "pdns", "awan_pemerintah"})
_OWN_MACHINES = frozenset({"pusat_data_daerah", "server_opd"})
_TRIALS = frozenset({"uji", "pengembangan", "cadangan"})


@dataclass(frozen=True, slots=True)
class Keadaan:
    """A computed state and its reason: a sentence, and the path of kode or the first link that is missing."""

    state: str
    reason: str
    path: tuple[str, ...] = ()
    missing: str | None = None


def is_operating(aplikasi: Aplikasi, as_of: date) -> bool:
    """Whether an application runs on that day: its status is one that operates, and it is within its validity.

    A status that was not stated counts as operating, since units list what they have; an unknown word does not, and
    neither does what belongs to the target architecture.
    """
    status = vocabulary("status_aplikasi").nilai_of(aplikasi.status) if aplikasi.status else None
    stated = aplikasi.status is None or (status is not None and status.attributes.get("beroperasi") is not None)
    return stated and aplikasi.kondisi != "target" and aplikasi.is_valid_on(as_of)


def current_placements(landscape: Landscape, aplikasi: Aplikasi) -> tuple[Penempatan, ...]:
    """Return the placements that count today: within validity, of the current state, not for test or backup.

    An environment that was not stated, or stated in an unknown word, counts as production.
    """
    return tuple(
        placement
        for placement in landscape.placements(aplikasi.id)
        if placement.lingkungan not in _TRIALS
        and placement.kondisi != "target"
        and placement.is_valid_on(landscape.as_of)
        and (placement.mulai is None or placement.mulai <= landscape.as_of)
    )


def stated_placement(landscape: Landscape, aplikasi: Aplikasi) -> Penempatan | None:
    """Return the placement that a list of applications shows in one cell: the first current one, else the first."""
    every = (*current_placements(landscape, aplikasi), *landscape.placements(aplikasi.id))
    return every[0] if every else None


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
    if facility.jenis == "pusat_data":
        if _is_home(landscape, aplikasi, facility) or lokasi in _NATIONAL_CENTRES:
            return Keadaan(DI_DALAM, f"Berjalan di {facility.nama}.", path)
        return Keadaan(PERLU_CEK, f"Berjalan di {facility.nama}, pusat data milik pemerintah lain.", path)
    if vocabulary("jenis_fasilitas").nilai_of(facility.jenis or "") is None:
        return None
    return Keadaan(DI_LUAR, f"Berjalan di {facility.nama}, yang bukan Pusat Data.", path, f"{place.kode} → Pusat Data")


def _is_home(landscape: Landscape, aplikasi: Aplikasi, facility: FasilitasKomputasi) -> bool:
    """Whether a facility belongs to the regency whose application it is, and not to a body outside it."""
    is_same = facility.instansi_id == aplikasi.instansi_id and facility.instansi_luar_id is None
    return is_same and not landscape.is_national(aplikasi)


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


def is_run_by_others(landscape: Landscape, aplikasi: Aplikasi) -> bool:
    """Whether an application is owned and run by another government, so that it leaves the regency's denominator.

    A national product that runs on a machine of the regency stays in; so does one of the products known to be installed
    locally while nobody has said where it runs, unless it is the shared national object.
    """
    is_national = landscape.is_national(aplikasi)
    owner_is_other = aplikasi.instansi_luar_id is not None or aplikasi.kepemilikan in _OTHER_OWNERS
    if not is_national and not owner_is_other:
        return False
    where = penempatan(landscape, aplikasi).state
    if where == INSTANSI_LAIN:
        return True
    if where == DI_DALAM:
        return not _on_own_machine(landscape, aplikasi)
    return where == TIDAK_DIKETAHUI and (is_national or not _looks_local(landscape, aplikasi))


def _on_own_machine(landscape: Landscape, aplikasi: Aplikasi) -> bool:
    """Whether a current placement is on a machine of a regency, and not in a centre of the central government."""
    for placement in current_placements(landscape, aplikasi):
        place = landscape.get(placement.fasilitas_id)
        if placement.lokasi in _OWN_MACHINES or (place is not None and not landscape.is_national(place)):
            return True
    return False


def _looks_local(landscape: Landscape, aplikasi: Aplikasi) -> bool:
    """Whether another's product probably runs on the regency's machines: one known to, or a host of its own domain."""
    known = national_applications().get(aplikasi.nasional or "")
    if known is not None and known.installed_locally:
        return True
    home = landscape.get(aplikasi.instansi_id)
    domain = home.nilai("domain_situs") if home is not None else None
    host = aplikasi.host
    return bool(host and isinstance(domain, str) and (host == domain or host.endswith(f".{domain}")))
