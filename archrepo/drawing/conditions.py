"""Conditions on the elements of a view, and what is added that nobody recorded; named as in the YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from archrepo.declarations.nasional import national_applications
from archrepo.drawing.fact import top_unit
from archrepo.drawing.facts import Facts
from archrepo.drawing.finding_facts import is_headline, is_lookalike, is_umum
from archrepo.landscape.elemen import Aplikasi, Elemen, Instansi, PerangkatDaerah, Server
from archrepo.landscape.pusat_data import is_operating


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on elements.

    ``left_out`` is the sentence on the sheet for the ``{n}`` that it selects away, empty where that needs no word;
    ``why`` says in Indonesian why one element does not meet it.
    """

    holds: Callable[[Facts, Elemen], bool]
    left_out: str
    why: str


def _operates(facts: Facts, element: Elemen) -> bool:
    return not isinstance(element, Aplikasi) or is_operating(element, facts.landscape.as_of)


def _is_counted(facts: Facts, element: Elemen) -> bool:
    """What headline numbers count, and what others own and run, which is told apart from them."""
    if not isinstance(element, Aplikasi) or element.id in facts.counted:
        return True
    return facts.standing(element).state == "dikelola_instansi_lain"


def _is_regional(facts: Facts, element: Elemen) -> bool:
    return not isinstance(element, Aplikasi) or facts.standing(element).state != "dikelola_instansi_lain"


def _has_no_application(facts: Facts, element: Elemen) -> bool:
    """Units without an application of their own stay, as do all other elements; units below others go."""
    if not isinstance(element, PerangkatDaerah):
        return True
    return _is_top(facts, element) and facts.of("jumlah_aplikasi", element).value == "0"


def _is_top(facts: Facts, element: Elemen) -> bool:
    top = top_unit(facts.landscape, element.id)
    return top is not None and top.id == element.id


def _is_top_unit(facts: Facts, element: Elemen) -> bool:
    return not isinstance(element, PerangkatDaerah) or _is_top(facts, element)


def _flows(facts: Facts, element: Elemen) -> bool:
    """Data sets, the units that keep them, and what uses them."""
    landscape = facts.landscape
    if isinstance(element, PerangkatDaerah):
        keepers = {home.walidata_id for home in landscape.of(Instansi)}
        return element.id in keepers or bool(landscape.out(element.id, "R14"))
    return element.kelas == "DataInformasi" or bool(landscape.out(element.id, "R10", "R12"))


def _carries_nothing(facts: Facts, element: Elemen) -> bool:
    """Applications, and the places that no application stands in: the others are the boxes of the sheet."""
    landscape = facts.landscape
    if isinstance(element, Server):
        return not landscape.into(element.id, "R26")
    if element.kelas in ("FasilitasKomputasi", "KomputasiAwan"):
        if landscape.into(element.id, "R24", "R25"):
            return False
        return not landscape.targets(element.id, "R27") and not landscape.sources(element.id, "R57")
    return True


def _is_paired(facts: Facts, element: Elemen) -> bool:
    return any(is_headline(finding) for finding in facts.findings_of.get(element.id, ()))


def _is_about_umum(facts: Facts, element: Elemen) -> bool:
    return is_umum(element) or is_lookalike(facts, element)


def _is_of_unit(facts: Facts, element: Elemen) -> bool:
    """What the unit of the sheet answers for, produces or runs; of applications also those that it uses."""
    if isinstance(element, Aplikasi):
        return True
    fields = ("unit_pelaksana_id", "produsen", "aplikasi_id")
    owners = {element.perangkat_daerah_id, *(element.nilai(name) for name in fields)}
    if owners & facts.unit_ids:
        return True
    about = (
        *facts.landscape.targets(element.id, "R34", "R35"),
        *facts.landscape.sources(element.id, "R26", "R24", "R25"),
    )
    runs = any(edge.dari in facts.unit_ids for edge in facts.landscape.into(element.id, "R01"))
    return runs or any(other.perangkat_daerah_id in facts.unit_ids for other in about)


CONDITIONS: Mapping[str, Condition] = {
    "beroperasi": Condition(
        _operates, "{n} aplikasi yang tidak beroperasi tidak digambar", "statusnya bukan aktif atau pemeliharaan"
    ),
    "dihitung": Condition(
        _is_counted,
        "{n} situs, formulir, kanal, dan layanan pihak ketiga tidak digambar",
        "bentuknya situs, formulir, kanal, atau layanan pihak ketiga",
    ),
    "milik_daerah": Condition(
        _is_regional,
        "{n} aplikasi yang dikelola instansi lain tidak digambar",
        "dimiliki dan dijalankan instansi lain",
    ),
    "unit_tanpa_aplikasi": Condition(
        _has_no_application, "", "unit ini sudah tampak sebagai kelompok aplikasinya, atau berada di bawah unit lain"
    ),
    "unit_teratas": Condition(_is_top_unit, "", "unit ini berada di bawah unit lain"),
    "milik_unit": Condition(_is_of_unit, "", "unit ini tidak memiliki, menjalankan, atau menghasilkannya"),
    "dalam_alir_data": Condition(_flows, "", "tidak dikaitkan dengan data mana pun"),
    "tanpa_isi": Condition(_carries_nothing, "", "sudah tampak sebagai kotak yang memuat aplikasinya"),
    "berpasangan": Condition(
        _is_paired, "", "tidak ada catatan duplikat atau tumpang tindih yang perlu ditangani tentangnya"
    ),
    "aplikasi_umum": Condition(
        _is_about_umum, "", "bukan Aplikasi Umum yang dikenal dan tidak ada catatan bahwa ia menyerupainya"
    ),
}
"""Every condition by the name that a view file uses."""


def _umum_not_recorded(facts: Facts) -> Iterable[Elemen]:
    """The known Aplikasi Umum that nobody recorded, as elements with ids below zero: they are in no Landscape."""
    recorded = {row.nasional for row in facts.landscape.of(Aplikasi)}
    known = [row for row in national_applications().values() if row.jenis == "umum" and row.id not in recorded]
    home = facts.landscape.nasional
    for number, row in enumerate(known, 1):
        yield Aplikasi(
            id=-number,
            kelas="Aplikasi",
            kode=f"umum-{row.id}",
            nama=row.nama,
            instansi_id=home.id if home is not None else 0,
            nasional=row.id,
        )


ADDITIONS: Mapping[str, Callable[[Facts], Iterable[Elemen]]] = {"aplikasi_umum_belum_tercatat": _umum_not_recorded}
"""What may be added to a view although nobody recorded it, by the name that a view file uses."""
