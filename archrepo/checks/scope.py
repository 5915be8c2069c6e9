"""What a run looks at: the populations, whose work an element is, and answers computed once for all rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from archrepo.checks.settings import asking_columns, words
from archrepo.declarations.istilah import DOMAIN_LABELS
from archrepo.declarations.metamodel import classes
from archrepo.landscape import (
    Aplikasi,
    DataInformasi,
    Elemen,
    FasilitasKomputasi,
    Instansi,
    Integrasi,
    Landscape,
    Layanan,
    LembarSumber,
    PerangkatDaerah,
    Server,
    pusat_data,
)
from archrepo.landscape.pusat_data import Keadaan, is_run_by_others
from archrepo.landscape.questions import counted_applications, counted_units, silent_units

_PICKED: Mapping[str, str] = {
    "aplikasi": "aplikasi",
    "semua_aplikasi": "aplikasi",
    "layanan": "layanan",
    "data": "data",
    "perangkat_daerah": "Perangkat Daerah",
    "server": "server",
    "fasilitas": "fasilitas komputasi",
    "integrasi": "pertukaran data",
    "sumber": "daftar yang diimpor",
    "instansi": "pemerintah daerah",
    "sistem": "aplikasi",
    "pusat_data": "pusat data",
    "dinas_badan": "Perangkat Daerah",
    "berkode": "objek berkode referensi",
}

_BY_CLASS: Mapping[str, tuple[str, str]] = {
    "proses_bisnis": ("ProsesBisnis", "proses bisnis"),
    "api": ("AntarmukaApi", "antarmuka API"),
    "spl": ("SistemPenghubungLayanan", "Sistem Penghubung Layanan"),
    "platform": ("PerangkatLunakPlatform", "perangkat lunak platform"),
    "jaringan": ("JaringanIntra", "jaringan intra"),
    "program_keamanan": ("ProgramKeamanan", "program keamanan"),
    "kategorisasi": ("KategorisasiSistemElektronik", "kategorisasi sistem elektronik"),
    "kontrol": ("KontrolKeamanan", "kontrol keamanan"),
    "audit": ("AuditTik", "audit TIK"),
    "anggaran": ("ItemAnggaran", "item anggaran"),
    "inisiatif": ("InisiatifPetaRencana", "inisiatif"),
    "regulasi": ("Regulasi", "regulasi"),
    "ketentuan": ("KetentuanRegulasi", "ketentuan regulasi"),
    "dokumen": ("DokumenManajemen", "dokumen manajemen"),
    "program_kerja": ("ProgramKerja", "program kerja"),
    "tim": ("TimKoordinasi", "tim koordinasi"),
    "clearance": ("Clearance", "rekomendasi pembangunan"),
    "risiko": ("Risiko", "risiko"),
    "penilaian": ("Penilaian", "penilaian mandiri"),
    "rilis": ("RilisArsitektur", "rilis arsitektur"),
}
"""Populations that are all elements of one class, and what they are called in a sentence."""

_LABELS = {**_PICKED, **{name: label for name, (_, label) in _BY_CLASS.items()}}


def population_label(name: str) -> str:
    """Return what a population is called in a sentence; a class by itself has its own name."""
    return _LABELS.get(name) or classes()[name].label


class _Listing(NamedTuple):
    """Which sheets list an element: the first of them, None where none is known, and all that they ask for."""

    first: tuple[str, str] | None
    asked: frozenset[str]


class Scope:
    """The part of a Landscape that is examined: one Instansi, or all but NASIONAL.

    Completeness and INT rules look at ``aplikasi`` (operating regional systems); what others own is in none of the
    populations. ``worked_out`` keeps what a family works out once a run.
    """

    def __init__(self, landscape: Landscape, instansi_id: int | None = None) -> None:
        self.landscape = landscape
        self.instansi_id = instansi_id
        self._penempatan: dict[int, Keadaan] = {}
        self._keterhubungan: dict[int, Keadaan] = {}
        self._reporters: dict[int, tuple[int, ...]] = {}
        self._totals: dict[str, Counter[int]] = {}
        self._own: dict[str, tuple[Elemen, ...]] = {}
        self._own_of: dict[str, Mapping[int, tuple[Elemen, ...]]] = {}
        self._listed_in: dict[int, _Listing] = {}
        self._listings: dict[tuple[tuple[str, str], ...], _Listing] = {}
        self.worked_out: dict[str, object] = {}

    def _here(self, element: Elemen) -> bool:
        if self.landscape.is_national(element):
            return False
        return self.instansi_id is None or element.instansi_id == self.instansi_id

    # ---- populations

    @cached_property
    def aplikasi(self) -> tuple[Aplikasi, ...]:
        """Operating regional applications: what headline numbers count."""
        return tuple(row for row in counted_applications(self.landscape, self.instansi_id) if self._here(row))

    @cached_property
    def semua_aplikasi(self) -> tuple[Aplikasi, ...]:
        """Every application of the Instansi, of any form and state, that is not owned and run by others."""
        own = (row for row in self.landscape.of(Aplikasi) if self._here(row))
        return tuple(row for row in own if not is_run_by_others(self.landscape, row))

    @cached_property
    def layanan(self) -> tuple[Layanan, ...]:
        """Services that run; one whose status was not stated counts."""
        running = words("status_layanan_berjalan")
        own = (row for row in self.landscape.of(Layanan) if self._here(row) and row.kondisi != "target")
        return tuple(row for row in own if row.status is None or row.status in running)

    @cached_property
    def data(self) -> tuple[DataInformasi, ...]:
        """Data sets of the Instansi."""
        return tuple(row for row in self.landscape.of(DataInformasi) if self._here(row) and row.kondisi != "target")

    @cached_property
    def perangkat_daerah(self) -> tuple[PerangkatDaerah, ...]:
        """Units over which counts by unit go."""
        wanted = [row.id for row in self.landscape.daftar_instansi if self.instansi_id in (None, row.id)]
        return tuple(unit for identifier in wanted for unit in counted_units(self.landscape, identifier))

    @cached_property
    def integrasi(self) -> tuple[Integrasi, ...]:
        """Exchanges that are done and current."""
        day = self.landscape.as_of
        return tuple(
            row
            for row in self.landscape.of(Integrasi)
            if self._here(row) and row.status == "sudah" and row.kondisi != "target" and row.is_valid_on(day)
        )

    @cached_property
    def server(self) -> tuple[Server, ...]:
        """Machines of the Instansi."""
        return tuple(row for row in self.landscape.of(Server) if self._here(row))

    @cached_property
    def fasilitas(self) -> tuple[FasilitasKomputasi, ...]:
        """Facilities of the Instansi."""
        return tuple(row for row in self.landscape.of(FasilitasKomputasi) if self._here(row))

    @cached_property
    def pusat_data(self) -> tuple[FasilitasKomputasi, ...]:
        """Facilities that are a data centre."""
        return tuple(row for row in self.fasilitas if row.jenis == "pusat_data" and row.kondisi != "target")

    @cached_property
    def silent(self) -> tuple[PerangkatDaerah, ...]:
        """Units that have yet to send data."""
        return silent_units(self.landscape, self.instansi_id)

    @cached_property
    def dinas_badan(self) -> tuple[PerangkatDaerah, ...]:
        """Units that hold government affairs by their kind."""
        return tuple(row for row in self.perangkat_daerah if row.tipe in ("dinas", "badan"))

    @cached_property
    def berkode(self) -> tuple[Elemen, ...]:
        """Elements of the six domains that carry a reference code."""
        rows = (row for layer in DOMAIN_LABELS for row in self.landscape.of_layer(layer))
        return tuple(row for row in rows if row.kode_referensi and self._here(row) and row.kondisi != "target")

    @cached_property
    def instansi(self) -> tuple[Instansi, ...]:
        """The governments looked at."""
        return tuple(row for row in self.landscape.daftar_instansi if self.instansi_id in (None, row.id))

    @cached_property
    def sistem(self) -> tuple[Aplikasi, ...]:
        """Regional systems in any state of their life: those planned, those that run, those that stopped."""
        return tuple(row for row in self.semua_aplikasi if row.bentuk in (None, "sistem"))

    @cached_property
    def sumber(self) -> tuple[LembarSumber, ...]:
        """Imported sheets that list applications."""
        return tuple(row for row in self.landscape.sheets if row.kelas == "Aplikasi")

    def population(self, name: str) -> tuple[Elemen | LembarSumber, ...]:
        """Return a population by its name: one of ours, or a class for all of its elements."""
        if name in _BY_CLASS:
            return self.own(_BY_CLASS[name][0])
        if name in classes():
            return self.own(name)
        found: tuple[Elemen | LembarSumber, ...] = getattr(self, name)
        return found

    def own(self, kelas: str) -> tuple[Elemen, ...]:
        """Return the elements of a class that are the Instansi's, without those of the target architecture."""
        found = self._own.get(kelas)
        if found is None:
            rows = self.landscape.of_class(kelas)
            found = self._own[kelas] = tuple(row for row in rows if self._here(row) and row.kondisi != "target")
        return found

    def own_of(self, kelas: str, instansi_id: int) -> tuple[Elemen, ...]:
        """Return the elements of a class that are one Instansi's."""
        found = self._own_of.get(kelas)
        if found is None:
            groups: dict[int, list[Elemen]] = defaultdict(list)
            for element in self.own(kelas):
                groups[element.instansi_id].append(element)
            found = self._own_of[kelas] = {key: tuple(rows) for key, rows in groups.items()}
        return found.get(instansi_id, ())

    # ---- answers computed once

    def penempatan(self, aplikasi: Aplikasi) -> Keadaan:
        """Return where an application is placed."""
        found = self._penempatan.get(aplikasi.id)
        if found is None:
            found = self._penempatan[aplikasi.id] = pusat_data.penempatan(self.landscape, aplikasi)
        return found

    def keterhubungan(self, aplikasi: Aplikasi) -> Keadaan:
        """Return how an application is connected."""
        found = self._keterhubungan.get(aplikasi.id)
        if found is None:
            found = self._keterhubungan[aplikasi.id] = pusat_data.keterhubungan(self.landscape, aplikasi)
        return found

    def reporters(self, element_id: int) -> tuple[int, ...]:
        """Return the ids of the units whose lists name an element."""
        found = self._reporters.get(element_id)
        if found is None:
            named = (edge.dari for edge in self.landscape.into(element_id, "R58"))
            found = self._reporters[element_id] = tuple(dict.fromkeys(named))
        return found

    def totals(self, name: str) -> Counter[int]:
        """Count a population by unit, and by Instansi under the negative id; worked out once."""
        found = self._totals.get(name)
        if found is None:
            found = self._totals[name] = Counter()
            for element in self.population(name):
                if isinstance(element, Elemen):
                    unit = self.unit_of(element)
                    if unit is not None:
                        found[unit] += 1
                    found[-element.instansi_id] += 1
        return found

    def unit_of(self, element: Elemen) -> int | None:
        """Return the unit whose work an element is: its owner, else who runs, produces or alone lists it."""
        if element.perangkat_daerah_id is not None:
            return element.perangkat_daerah_id
        working = None
        if isinstance(element, Layanan):
            working = element.unit_pelaksana_id
        elif isinstance(element, DataInformasi):
            working = element.produsen
        if working is not None:
            unit = self.landscape.get(working)
            return unit.id if isinstance(unit, PerangkatDaerah) else None
        named = self.reporters(element.id)
        return named[0] if len(named) == 1 else None

    def involved_units(self, element_ids: tuple[int, ...]) -> frozenset[int]:
        """Return the units that own or reported any of the elements, or are one of them."""
        found: set[int] = set()
        for identifier in element_ids:
            element = self.landscape[identifier]
            if isinstance(element, PerangkatDaerah):
                found.add(element.id)
            unit = self.unit_of(element)
            if unit is not None:
                found.add(unit)
            found.update(self.reporters(identifier))
        return frozenset(found)

    # ---- what a source asked

    @cached_property
    def _sheets(self) -> Mapping[tuple[str, str], tuple[LembarSumber, ...]]:
        found: dict[tuple[str, str], list[LembarSumber]] = defaultdict(list)
        for sheet in self.landscape.sheets:
            found[sheet.file, sheet.sheet].append(sheet)
        return {key: tuple(group) for key, group in found.items()}

    def unasked_by(self, element: Elemen, fact: str) -> tuple[str, str] | None:
        """Return the first sheet that lists an element, when none of its sheets has a column for the fact.

        None when a sheet did ask, or when the element was entered by hand or its sheets are not known: then the blank
        is the unit's.
        """
        known = self._listed_in.get(element.id)
        if known is None:
            known = self._listed_in[element.id] = self._listing(element)
        if known.first is None or not asking_columns(fact).isdisjoint(known.asked):
            return None
        return known.first

    def _listing(self, element: Elemen) -> _Listing:
        keys = tuple([(source.file, source.sheet) for source in element.sumber])
        known = self._listings.get(keys)
        if known is None:
            sheets = [sheet for key in keys for sheet in self._sheets.get(key, ())]
            first = (sheets[0].file, sheets[0].sheet) if sheets else None
            known = self._listings[keys] = _Listing(first, frozenset().union(*(sheet.asked for sheet in sheets)))
        return known
