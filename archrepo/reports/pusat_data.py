"""The facts of the report on the Pusat Data: every application with its group, states, reason and next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from archrepo.checks.finding import Finding
from archrepo.landscape import Aplikasi, Elemen, Instansi, InstansiLuar, Landscape, PerangkatDaerah
from archrepo.landscape.pusat_data import (
    KETERHUBUNGAN_LABELS,
    PENEMPATAN_LABELS,
    STATUS_LABELS,
    Keadaan,
    is_operating,
    is_run_by_others,
    keterhubungan,
    penempatan,
    status_integrasi,
)
from archrepo.landscape.questions import (
    PemakaianPusatData,
    counted_applications,
    counted_unit_of,
    counted_units,
    pusat_data_use,
    reporters,
    silent_units,
)
from archrepo.reports.catatan import notes_by_element
from archrepo.reports.keterangan import Keterangan, provenance
from archrepo.reports.langkah import missing_links, recommended_step

TITLE = "Aplikasi di Luar Pusat Data"

COUNTED = "dihitung"
GROUPS: Mapping[str, str] = {
    COUNTED: "Aplikasi daerah yang beroperasi",
    "kanal": "Kanal dari aplikasi yang sudah dihitung",
    "situs_informasi": "Situs informasi",
    "formulir_tautan": "Formulir atau tautan (bukan aplikasi)",
    "layanan_pihak_ketiga": "Layanan pihak ketiga (bukan aplikasi)",
    "instansi_lain": "Dikelola instansi lain",
    "tidak_beroperasi": "Tidak sedang beroperasi",
    "lain": "Bentuk lain yang belum dikenal",
}
"""Every application stands in one group; only the first is in the cross table and the headline numbers."""

TO_ACT = ("di_luar", "perlu_cek", "tidak_diketahui")
"""States of counted applications that are neither inside nor connected; the last has its own line everywhere."""

STATUS_ORDER = (
    "di_pusat_data",
    "terhubung_spl",
    "terhubung_langsung",
    *TO_ACT,
    "tidak_berlaku",
    "dikelola_instansi_lain",
)
"""States in the order in which people read them: from inside to not known."""

_NOTED_FAMILIES = ("INT", "DUP")
# What the row itself says already.
_SAID_BY_THE_ROW = frozenset({"INT001", "INT002"})

OWNER_OPEN = "Pemilik perlu dikonfirmasi"


@dataclass(frozen=True, slots=True)
class Baris:
    """One application of the report.

    ``unit`` is the counted unit it is listed under: the owner's, or that of the only reporter; None where others own
    it or several units report it and no owner is known. ``step`` and ``missing`` are empty where nothing is to be done.
    """

    aplikasi: Aplikasi
    group: str
    unit: PerangkatDaerah | None
    owner: str
    reporters: tuple[str, ...]
    penempatan: Keadaan
    keterhubungan: Keadaan
    status: Keadaan
    missing: str
    step: str
    notes: tuple[str, ...]

    @property
    def is_counted(self) -> bool:
        """Whether the application is in the cross table."""
        return self.group == COUNTED

    @property
    def has_open_owner(self) -> bool:
        """Whether no counted unit can be told whose work it is: what every page and number calls an open owner."""
        return self.unit is None

    @property
    def status_label(self) -> str:
        """The state towards the Pusat Data as users read it."""
        return STATUS_LABELS[self.status.state]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the list of use: its state (memakai, belum, tidak_diketahui), its own rows, those it only reports."""

    unit: PerangkatDaerah
    state: str
    rows: tuple[Baris, ...]
    reported: tuple[Baris, ...]
    is_silent: bool

    @property
    def reason(self) -> str:
        """One sentence on why the unit has its state."""
        if self.is_silent:
            return "Belum menyampaikan data."
        running = [row for row in self.rows if row.group not in ("tidak_beroperasi", "instansi_lain")]
        if not running:
            return "Belum menyebut aplikasi miliknya sendiri yang beroperasi."
        found = Counter(row.penempatan.state for row in running)
        labels = {state: label[0].lower() + label[1:] for state, label in PENEMPATAN_LABELS.items()}
        parts = [f"{found[state]} {label}" for state, label in labels.items() if found[state]]
        return f"{len(running)} aplikasi, situs, atau formulir: {', '.join(parts)}."


USE_LABELS = {
    "memakai": "Memakai Pusat Data",
    "belum": "Belum memakai Pusat Data",
    "tidak_diketahui": "Belum diketahui",
}


@dataclass(frozen=True)
class LaporanPusatData:
    """All facts of the report for one Instansi; rows in the order of units, then names."""

    instansi: Instansi
    keterangan: Keterangan
    rows: tuple[Baris, ...]
    units: tuple[UnitRow, ...]
    use: PemakaianPusatData

    @cached_property
    def counted(self) -> tuple[Baris, ...]:
        """The rows of the cross table."""
        return tuple(row for row in self.rows if row.is_counted)

    @cached_property
    def cross(self) -> Mapping[tuple[str, str], int]:
        """Number of counted applications by (penempatan, keterhubungan); missing pairs are 0."""
        return Counter((row.penempatan.state, row.keterhubungan.state) for row in self.counted)

    @cached_property
    def by_status(self) -> Mapping[str, int]:
        """Number of counted applications by state of ``status_integrasi``."""
        return Counter(row.status.state for row in self.counted)

    def cross_rows(self) -> list[tuple[str, list[int]]]:
        """Return the cross table: label and numbers per keterhubungan, in the declared order of both."""
        return [
            (label, [self.cross.get((state, link), 0) for link in KETERHUBUNGAN_LABELS])
            for state, label in PENEMPATAN_LABELS.items()
        ]

    def other_groups(self) -> list[tuple[str, str, list[int]]]:
        """Return the groups that are not counted and not empty: id, label and numbers per penempatan."""
        found = Counter((row.group, row.penempatan.state) for row in self.rows)
        return [
            (group, label, [found[group, state] for state in PENEMPATAN_LABELS])
            for group, label in GROUPS.items()
            if group != COUNTED and any(found[group, state] for state in PENEMPATAN_LABELS)
        ]

    def to_act(self, unit: PerangkatDaerah | None) -> dict[str, tuple[Baris, ...]]:
        """Return the counted applications of a unit (None: owner to be confirmed) by the states of ``TO_ACT``."""
        rows = [row for row in self.counted if row.unit == unit]
        return {state: tuple(row for row in rows if row.status.state == state) for state in TO_ACT}

    @cached_property
    def headline(self) -> tuple[str, ...]:
        """The sentences that stand first: what was counted, and where it stands."""
        total, state = len(self.counted), self.by_status
        if not total:
            return ("Belum ada aplikasi daerah yang beroperasi dalam catatan.",)
        linked = state.get("terhubung_spl", 0) + state.get("terhubung_langsung", 0)
        first = (
            f"Dari {total} aplikasi daerah yang beroperasi, {state.get('di_pusat_data', 0)} ditempatkan di Pusat Data "
            f"dan {linked} lagi terhubung dari luar."
        )
        second = (
            f"{state.get('di_luar', 0)} di luar dan belum terhubung, {state.get('perlu_cek', 0)} perlu dicek, "
            f"{state.get('tidak_diketahui', 0)} tidak diketahui tempatnya (tidak dihitung sebagai di dalam)"
        )
        computers = state.get("tidak_berlaku", 0)
        return first, second + (f", dan {computers} terpasang di komputer setempat." if computers else ".")

    @cached_property
    def use_line(self) -> str:
        """How many units use the Pusat Data, of how many."""
        use, total = self.use, len(self.units)
        return (
            f"{len(use.memakai)} dari {total} Perangkat Daerah memakai Pusat Data, {len(use.belum)} belum, dan "
            f"{len(use.tidak_diketahui)} belum diketahui."
        )


def short_name(unit: Elemen) -> str:
    """Return the short name of a unit where it has one, else its name."""
    return unit.singkatan if isinstance(unit, PerangkatDaerah) and unit.singkatan else unit.nama


def _relevant(landscape: Landscape, instansi: Instansi) -> Iterable[Aplikasi]:
    """Yield the applications of the Instansi, and the national ones that its units report."""
    for aplikasi in landscape.of(Aplikasi):
        if aplikasi.instansi_id == instansi.id or (
            landscape.is_national(aplikasi)
            and any(unit.instansi_id == instansi.id for unit in landscape.sources(aplikasi.id, "R58", "R16"))
        ):
            yield aplikasi


def _group(landscape: Landscape, aplikasi: Aplikasi, counted: frozenset[int]) -> str:
    if aplikasi.id in counted:
        return COUNTED
    if aplikasi.bentuk in ("formulir_tautan", "layanan_pihak_ketiga"):
        return aplikasi.bentuk
    if is_run_by_others(landscape, aplikasi):
        return "instansi_lain"
    if not is_operating(aplikasi, landscape.as_of):
        return "tidak_beroperasi"
    if aplikasi.bentuk == "situs_informasi":
        return "situs_informasi"
    return "kanal" if aplikasi.bentuk == "kanal_mobile" else "lain"


def _unit_of(
    landscape: Landscape, aplikasi: Aplikasi, named: tuple[Elemen, ...], units: frozenset[int]
) -> PerangkatDaerah | None:
    owner = aplikasi.perangkat_daerah_id
    if owner is None and aplikasi.instansi_luar_id is None and not landscape.is_national(aplikasi) and len(named) == 1:
        owner = named[0].id
    unit = landscape.get(counted_unit_of(landscape, owner)) if owner is not None else None
    # A unit that is not counted has no section of its own: what is its stands with what nobody owns for certain.
    return unit if isinstance(unit, PerangkatDaerah) and unit.id in units else None


def _owner_text(landscape: Landscape, aplikasi: Aplikasi, group: str) -> str:
    owner = landscape.get(aplikasi.pemilik_id)
    if isinstance(owner, PerangkatDaerah | InstansiLuar):
        return owner.nama
    return "Instansi lain" if group == "instansi_lain" else OWNER_OPEN


def _row(
    landscape: Landscape,
    aplikasi: Aplikasi,
    counted: frozenset[int],
    units: frozenset[int],
    notes: Mapping[int, tuple[str, ...]],
) -> Baris:
    group = _group(landscape, aplikasi, counted)
    named = reporters(landscape, aplikasi)
    where, link = penempatan(landscape, aplikasi), keterhubungan(landscape, aplikasi)
    status = status_integrasi(landscape, aplikasi)
    is_open = group in (COUNTED, "kanal", "situs_informasi", "lain") and status.state not in (
        "di_pusat_data",
        "tidak_berlaku",
    )
    return Baris(
        aplikasi=aplikasi,
        group=group,
        unit=_unit_of(landscape, aplikasi, named, units),
        owner=_owner_text(landscape, aplikasi, group),
        reporters=tuple(short_name(unit) for unit in named),
        penempatan=where,
        keterhubungan=link,
        status=status,
        missing=missing_links(landscape, aplikasi, where, link) if is_open else "",
        step=recommended_step(landscape, aplikasi, status) if is_open else "",
        notes=notes.get(aplikasi.id, ()),
    )


def _unit_rows(
    landscape: Landscape, instansi: Instansi, rows: tuple[Baris, ...], use: PemakaianPusatData
) -> tuple[UnitRow, ...]:
    own: dict[int, list[Baris]] = {}
    reported: dict[int, list[Baris]] = {}
    for row in rows:
        if row.unit is not None:
            own.setdefault(row.unit.id, []).append(row)
        for unit in landscape.sources(row.aplikasi.id, "R58"):
            counted = counted_unit_of(landscape, unit.id)
            if row.unit is None or row.unit.id != counted:
                reported.setdefault(counted, []).append(row)
    states = {unit.id: state for state in USE_LABELS for unit in getattr(use, state)}
    silent = {unit.id for unit in silent_units(landscape, instansi.id)}
    return tuple(
        UnitRow(
            unit, states[unit.id], tuple(own.get(unit.id, ())), tuple(dict.fromkeys(reported.get(unit.id, ()))),
            unit.id in silent,
        )
        for unit in counted_units(landscape, instansi.id)
    )  # fmt: skip


def pusat_data_report(landscape: Landscape, instansi: Instansi, findings: Iterable[Finding] = ()) -> LaporanPusatData:
    """Collect the facts of the report for one Instansi.

    Args:
        findings: those on integration and duplicates stand beside their applications, except what a row says itself.
    """
    counted = frozenset(aplikasi.id for aplikasi in counted_applications(landscape, instansi.id))
    notes = notes_by_element(
        finding
        for finding in findings
        if finding.code.startswith(_NOTED_FAMILIES) and finding.code not in _SAID_BY_THE_ROW
    )
    known = frozenset(unit.id for unit in counted_units(landscape, instansi.id))
    rows = [_row(landscape, aplikasi, counted, known, notes) for aplikasi in _relevant(landscape, instansi)]
    rows.sort(key=_order)
    use = pusat_data_use(landscape, instansi.id)
    units = _unit_rows(landscape, instansi, tuple(rows), use)
    return LaporanPusatData(instansi, provenance(landscape, instansi), tuple(rows), units, use)


def _order(row: Baris) -> tuple[bool, str, int, str, str]:
    unit = row.unit.nama.casefold() if row.unit is not None else ""
    return row.unit is None, unit, list(GROUPS).index(row.group), row.aplikasi.nama.casefold(), row.aplikasi.kode
