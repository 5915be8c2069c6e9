"""The facts of the one-page summary for leaders: five numbers, and three decisions that the data ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from archrepo.checks.finding import Finding
from archrepo.declarations.kalimat import listed, number
from archrepo.landscape import Instansi, Landscape
from archrepo.landscape.questions import silent_units
from archrepo.reports.keterangan import Keterangan
from archrepo.reports.pusat_data import Baris, LaporanPusatData, pusat_data_report, short_name

TITLE = "Ringkasan untuk Pimpinan"
_DUPLICATE = "DUP001"
_UNITS_NAMED = 12


@dataclass(frozen=True, slots=True)
class Angka:
    """One of the five numbers: the value, of how many (empty where it is itself the whole), its meaning, a caveat."""

    value: int
    of: str
    label: str
    caveat: str

    @property
    def shown(self) -> str:
        """The value as Indonesian readers write it."""
        return number(self.value)


@dataclass(frozen=True, slots=True)
class Keputusan:
    """One decision wanted: what to decide, why, and whom it concerns (units in alphabetical order)."""

    title: str
    why: str
    who: str


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """Everything on the page. ``silent`` are the units that sent nothing, in alphabetical order."""

    keterangan: Keterangan
    numbers: tuple[Angka, ...]
    decisions: tuple[Keputusan, ...]
    silent: tuple[str, ...]
    units: int

    @property
    def coverage(self) -> str:
        """How many units sent data, and which did not."""
        sent = self.units - len(self.silent)
        line = f"Data disampaikan oleh {sent} dari {self.units} Perangkat Daerah"
        return f"{line}; belum: {listed(self.silent, 12)}." if self.silent else f"{line}."


def leaders_summary(landscape: Landscape, instansi: Instansi, findings: Sequence[Finding] | None) -> Ringkasan:
    """Collect the facts; without findings (None) the number of repeated records gives way to that of open owners."""
    report = pusat_data_report(landscape, instansi, findings or ())
    silent = tuple(short_name(unit) for unit in silent_units(landscape, instansi.id))
    groups = None if findings is None else _duplicates(landscape, instansi, findings)
    return Ringkasan(
        keterangan=report.keterangan,
        numbers=_numbers(report, groups),
        decisions=_decisions(landscape, report, groups or (), silent),
        silent=silent,
        units=len(report.units),
    )


def _duplicates(landscape: Landscape, instansi: Instansi, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(
        finding
        for finding in findings
        if finding.code == _DUPLICATE
        and finding.waived is None
        and any(landscape[identifier].instansi_id == instansi.id for identifier in finding.element_ids)
    )


# ---- five numbers


def _numbers(report: LaporanPusatData, groups: tuple[Finding, ...] | None) -> tuple[Angka, ...]:
    total, state, use = len(report.counted), report.by_status, report.use
    linked = state.get("terhubung_spl", 0) + state.get("terhubung_langsung", 0)
    unknown = state.get("tidak_diketahui", 0)
    of = f"dari {total}"
    return (
        Angka(
            total,
            "",
            "aplikasi daerah yang beroperasi",
            f"dari {len(report.rows)} yang tercatat; sisanya bukan aplikasi daerah atau tidak beroperasi",
        ),
        Angka(state.get("di_pusat_data", 0), of, "ditempatkan di Pusat Data", f"{linked} lagi terhubung dari luar"),
        Angka(
            state.get("di_luar", 0),
            of,
            "di luar Pusat Data dan belum terhubung",
            f"{state.get('perlu_cek', 0)} lagi perlu dicek, {unknown} tidak diketahui tempatnya",
        ),
        Angka(
            len(use.memakai),
            f"dari {len(report.units)}",
            "Perangkat Daerah memakai Pusat Data",
            f"{len(use.belum)} belum, {len(use.tidak_diketahui)} belum diketahui",
        ),
        _fifth(report, groups),
    )


def _fifth(report: LaporanPusatData, groups: tuple[Finding, ...] | None) -> Angka:
    if groups is None:
        open_rows = _open_owners(report)
        label = "aplikasi daerah yang pemiliknya belum pasti"
        return Angka(len(open_rows), f"dari {len(report.counted)}", label, "perlu dikonfirmasi unit pelapor")
    records = len({identifier for group in groups for identifier in group.element_ids})
    label = "kelompok aplikasi tercatat lebih dari sekali"
    return Angka(len(groups), "", label, f"{records} catatan; menunggu keputusan")


def _open_owners(report: LaporanPusatData) -> list[Baris]:
    return [row for row in report.counted if row.has_open_owner]


# ---- three decisions


def _decisions(
    landscape: Landscape, report: LaporanPusatData, groups: tuple[Finding, ...], silent: tuple[str, ...]
) -> tuple[Keputusan, ...]:
    asked: tuple[Callable[[], Keputusan | None], ...] = (
        lambda: _move(report),
        lambda: _merge(landscape, groups),
        lambda: _ask(report, silent),
        lambda: _appoint(report),
        lambda: _through_bus(report),
        lambda: _look(report),
    )
    return tuple(decision for ask in asked if (decision := ask()) is not None)[:3]


def _units_of(rows: Iterable[Baris]) -> list[str]:
    units = {row.unit.id: row.unit for row in rows if row.unit is not None}
    return [short_name(unit) for unit in sorted(units.values(), key=lambda unit: short_name(unit).casefold())]


def _in_state(report: LaporanPusatData, *states: str) -> list[Baris]:
    return [row for row in report.counted if row.status.state in states]


def _move(report: LaporanPusatData) -> Keputusan | None:
    rows = _in_state(report, "di_luar")
    units = _units_of(rows)
    if not rows:
        return None
    return Keputusan(
        f"Pindahkan {len(rows)} aplikasi milik {len(units)} Perangkat Daerah ke Pusat Data",
        "Atau hubungkan lewat Sistem Penghubung Layanan (SPL). Minta jadwal tiap unit dan kapasitas Diskominfo.",
        listed(units, _UNITS_NAMED),
    )


def _merge(landscape: Landscape, groups: tuple[Finding, ...]) -> Keputusan | None:
    if not groups:
        return None
    names = sorted({landscape[group.element_ids[0]].nama for group in groups}, key=str.casefold)
    return Keputusan(
        f"Putuskan {len(groups)} kelompok aplikasi yang tercatat lebih dari sekali",
        "Tetapkan mana yang dipakai bersama dan siapa pengelolanya, agar tidak dibiayai dua kali.",
        listed(names, 6),
    )


def _ask(report: LaporanPusatData, silent: tuple[str, ...]) -> Keputusan | None:
    rows = _in_state(report, "tidak_diketahui")
    named = (name for row in rows if row.unit is None for name in row.reporters)
    units = sorted({*_units_of(rows), *named, *silent}, key=str.casefold)
    if not units:
        return None
    parts = []
    if rows:
        parts.append(f"tempat {len(rows)} aplikasi belum disebutkan")
    if silent:
        parts.append(f"{len(silent)} unit belum menyampaikan data")
    open_points = " dan ".join(parts)
    return Keputusan(
        f"Minta {len(units)} Perangkat Daerah melengkapi data",
        f"{open_points[0].upper()}{open_points[1:]}. Formulir konfirmasi per unit dapat langsung dikirim.",
        listed(units, _UNITS_NAMED),
    )


def _appoint(report: LaporanPusatData) -> Keputusan | None:
    rows = _open_owners(report)
    if not rows:
        return None
    return Keputusan(
        f"Tetapkan Perangkat Daerah pemilik untuk {len(rows)} aplikasi",
        "Dilaporkan, tetapi belum ada unit yang dinyatakan bertanggung jawab.",
        listed(sorted((row.aplikasi.nama for row in rows), key=str.casefold), 6),
    )


def _through_bus(report: LaporanPusatData) -> Keputusan | None:
    rows = _in_state(report, "terhubung_langsung")
    if not rows:
        return None
    return Keputusan(
        f"Alihkan pertukaran data {len(rows)} aplikasi ke Sistem Penghubung Layanan",
        "Sekarang terhubung langsung satu per satu; lewat SPL lebih mudah diawasi dan dipakai bersama.",
        listed(_units_of(rows), _UNITS_NAMED),
    )


def _look(report: LaporanPusatData) -> Keputusan | None:
    rows = _in_state(report, "perlu_cek")
    if not rows:
        return None
    return Keputusan(
        f"Periksa tempat {len(rows)} aplikasi bersama Diskominfo",
        "Berjalan di awan publik, kolokasi, hibrida, atau catatan tempatnya tidak sejalan.",
        listed(_units_of(rows), _UNITS_NAMED),
    )
