"""Relations between runs: another order changes nothing, more of something else removes nothing, mending mends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from bench import Bench, Mend, exchanges, fill, from_new, holding, of_class, to_new, without
from gathered_register import register
from hypothesis import given, settings
from hypothesis import strategies as st

from archrepo.checks.finding import Finding
from archrepo.checks.registry import rules, run_checks
from archrepo.checks.rule import Example, Rule
from archrepo.declarations.metamodel import classes
from archrepo.landscape import Elemen, Landscape, LembarSumber, Pengesampingan, Relasi
from archrepo.landscape.elemen import NASIONAL

NEXT_YEAR = date(2027, 12, 31)
RECENT = date(2026, 6, 1)

OWN = [rule for rule in rules().values() if rule.family != "DUP"]


def _place(lokasi: str) -> Mend:
    return of_class("Penempatan", lokasi=lokasi)


def _ask(bench: Bench, finding: Finding) -> None:
    """Import the list again with the columns it lacked, filled in."""
    bench.sheets = tuple(replace(row, asked=row.asked | {"fungsi"}) for row in bench.sheets)
    fill(fungsi="Mencatat kunjungan")(bench, finding)


def _cover(bench: Bench, finding: Finding) -> None:
    clause = next(row.id for row in bench.elements.values() if row.kelas == "KetentuanRegulasi")
    for goal in finding.element_ids:
        bench.link("R38", clause, goal)


def _renew(bench: Bench, _: Finding) -> None:
    bench.waivers = tuple(replace(row, until=NEXT_YEAR) for row in bench.waivers)


def _secure(bench: Bench, finding: Finding) -> None:
    bench.add("KontrolKeamanan", finding.element_ids[0])


def _answer(bench: Bench, finding: Finding) -> None:
    """Record the list that the silent unit sent."""
    aplikasi = next(row.id for row in bench.elements.values() if row.kelas == "Aplikasi")
    bench.link("R58", finding.element_ids[0], aplikasi)


def _support(bench: Bench, _: Finding) -> None:
    home = next(row.instansi_id for row in bench.elements.values() if row.kelas == "Aplikasi")
    bench.add("Aplikasi", home, nama="Aplikasi Kearsipan", status="aktif")


def _talk(bench: Bench, finding: Finding) -> None:
    first = finding.element_ids[0]
    home = bench.elements[first].instansi_id
    other = bench.add("Aplikasi", home, status="aktif")
    bench.add("Integrasi", home, dari_id=first, ke_id=other, jalur="spl", status="sudah")


MENDS: dict[str, Mend] = {
    "APL001": to_new("R08", "Layanan"),
    "APL002": to_new("R09", "ProsesBisnis"),
    "APL003": to_new("R10", "DataInformasi"),
    "APL004": fill(kode_referensi="RAA.01"),
    "APL005": fill(berlaku_sampai=NEXT_YEAR),
    "APL006": of_class("Penempatan", lokasi="pusat_data_daerah"),
    "APL007": exchanges(status="terputus"),
    "APL008": fill(fungsi="Mencatat kunjungan"),
    "APL009": fill(status="dihentikan", jumlah_pengguna=None),
    "APL010": fill(status="dihentikan"),
    "APL011": holding("Clearance", "aplikasi_id", putusan="disetujui", tanggal=RECENT),
    "APL012": fill(1, putusan="disetujui"),
    "APL013": fill(catatan={}),
    "APL014": fill(url="https://sipandu.contohkab.go.id"),
    "APL015": fill(bentuk="formulir_tautan"),
    "APL016": fill(url="https://sipandu.contohkab.go.id"),
    "APL017": fill(1, url="https://sehat.contohkab.go.id/lain"),
    "APL018": fill(validitas_lisensi=NEXT_YEAR),
    "APL019": fill(status="aktif"),
    "APL020": fill(tidak_lagi_dilaporkan=False),
    "APL021": fill(status="aktif"),
    "APL022": fill(jenis="khusus"),
    "APL023": fill(bahasa="PHP 8.3"),
    "DAT001": lambda bench, finding: bench.set(finding.element_ids[0], produsen=_unit(bench)),
    "DAT002": without("R10", 2),
    "DAT003": fill(klasifikasi="rahasia"),
    "DAT004": fill(interoperabilitas="ya"),
    "DAT005": fill(sifat="terbatas"),
    "DAT006": lambda bench, finding: bench.set(finding.element_ids[0], walidata_id=_unit(bench)),
    "DAT007": from_new("R12", "Layanan"),
    "DAT008": fill(kode_referensi="RAD.04.01"),
    "DAT009": fill(sifat="terbuka"),
    "DAT010": lambda bench, finding: bench.set(
        finding.element_ids[0], produsen=bench.elements[finding.element_ids[1]].perangkat_daerah_id
    ),
    "INF001": lambda bench, finding: bench.set(
        finding.element_ids[0], fasilitas_id=bench.add("FasilitasKomputasi", _home(bench), jenis="pusat_data")
    ),
    "INF002": fill(jenis="pusat_data"),
    "INF003": fill(tier="tier_2"),
    "INF004": fill(versi="10"),
    "INF005": from_new("R31", "JaringanIntra"),
    "INF006": of_class("Penempatan", lingkungan="cadangan"),
    "INF007": fill(berlaku_sampai=NEXT_YEAR),
    "INF008": from_new("R30", "JaringanIntra"),
    "INT001": _place("pusat_data_daerah"),
    "INT002": lambda bench, finding: (
        bench.add("Penempatan", _home(bench), aplikasi_id=finding.element_ids[0], lokasi="server_opd"),
        None,
    )[1],
    "INT003": exchanges(jalur="spl"),
    "INT004": _talk,
    "INT005": _talk,
    "INT006": _place("pusat_data_daerah"),
    "INT007": exchanges(jalur="spl"),
    "INT008": exchanges(jalur="spl"),
    "INT009": _place("pusat_data_daerah"),
    "INT010": exchanges(jalur="spl"),
    "INT011": lambda bench, finding: bench.link("R22", _bus(bench), finding.element_ids[0]),
    "INT012": to_new("R23", "SistemPenghubungLayanan", jenis="splp"),
    "INT013": lambda bench, finding: exchanges(
        api_id=next(row.id for row in bench.elements.values() if row.kelas == "AntarmukaApi")
    )(bench, finding),
    "INT014": to_new("R71", "DataInformasi"),
    "KAM001": fill(url="https://sipandu.contohkab.go.id"),
    "KAM002": holding("KategorisasiSistemElektronik", "aplikasi_id", hasil="rendah", tanggal=RECENT),
    "KAM003": to_new("R33", "KontrolKeamanan", status="terpenuhi"),
    "KAM004": from_new("R51", "AuditTik", tanggal=RECENT, jenis="keamanan"),
    "KAM005": _place("pusat_data_daerah"),
    "KAM006": from_new("R34", "ProgramKeamanan", jenis="kelaikan", tanggal=RECENT),
    "KAM007": fill(1, status="terpenuhi"),
    "KAM008": fill(kategori_se="tinggi"),
    "KAM009": fill(tindak_lanjut="Celah ditutup"),
    "KAM010": exchanges(jalur="spl"),
    "KAM011": from_new("R34", "ProgramKeamanan", jenis="kerentanan", tanggal=RECENT),
    "LAY001": from_new("R08", "Aplikasi", status="aktif"),
    "LAY002": fill(arah="dua_arah"),
    "LAY003": fill(ada_persetujuan="ya", ada_validasi="ya"),
    "LAY004": _support,
    "LAY005": fill(tingkat_layanan=3),
    "LAY006": fill(tingkat_layanan=1),
    "LAY007": exchanges(status="sudah"),
    "LAY008": lambda bench, finding: bench.set(finding.element_ids[0], unit_pelaksana_id=_unit(bench)),
    "LAY009": fill(kode_referensi="RAL.01.08"),
    "LAY010": fill(metode="elektronik"),
    "LAY011": fill(mitigasi_risiko="Tambah loket"),
    "ORG001": lambda bench, finding: bench.set(finding.element_ids[0], perangkat_daerah_id=_unit(bench)),
    "ORG002": fill(keadaan="tercatat"),
    "ORG003": _answer,
    "ORG004": _ask,
    "ORG005": lambda bench, _: setattr(bench, "sheets", tuple(replace(row, dibaca=RECENT) for row in bench.sheets)),
    "ORG006": to_new("R02", "Urusan"),
    "ORG007": fill(perangkat_daerah_id=None),
    "ORG008": fill(alias=()),
    "ORG009": fill(induk_id=None),
    "PRB001": fill(kode_referensi="RAB.04.01"),
    "PRB002": lambda bench, finding: bench.set(finding.element_ids[0], perangkat_daerah_id=_unit(bench)),
    "PRB003": to_new("R11", "DataInformasi"),
    "PRB004": from_new("R36", "Regulasi"),
    "PRB005": from_new("R09", "Aplikasi", status="aktif"),
    "PRB006": exchanges(status="sudah"),
    "PRB007": without("R05"),
    "TKL001": to_new("R45", "InisiatifPetaRencana"),
    "TKL002": from_new("R45", "ItemAnggaran"),
    "TKL003": _cover,
    "TKL004": of_class("DokumenManajemen", status="berlaku"),
    "TKL005": fill(realisasi="1 kali"),
    "TKL006": fill(tanggal_reviu=NEXT_YEAR),
    "TKL007": without("R36"),
    "TKL008": _secure,
    "TKL009": fill(kode_referensi="RAB.04.01"),
    "TKL010": _renew,
    "TKL011": fill(status="selesai"),
    "TKL012": from_new("R36", "Regulasi"),
    "TKL013": fill(putusan="disetujui"),
    "TKL014": fill(penanganan="Siapkan cadangan"),
    "TKL015": from_new("R49", "BuktiDukung"),
    "TKL016": lambda bench, finding: bench.set(
        finding.element_ids[0],
        tanggal_reviu=NEXT_YEAR,
        penetapan_id=next(row.id for row in bench.elements.values() if row.kelas == "Regulasi"),
    ),
}
"""What the mend of each rule says, done to the first finding of an example. Duplicates are decided, not mended."""


def _unit(bench: Bench) -> int:
    return next(row.id for row in bench.elements.values() if row.kelas == "PerangkatDaerah")


def _bus(bench: Bench) -> int:
    return next(row.id for row in bench.elements.values() if row.kelas == "SistemPenghubungLayanan")


def _home(bench: Bench) -> int:
    return next(row.id for row in bench.elements.values() if row.kelas == "Instansi")


def _parts(landscape: Landscape, code: str) -> set[str]:
    return {part for row in run_checks(landscape, only=(code,)).findings for part in row.parts}


def _firing() -> Iterator[object]:
    for rule in OWN:
        for number, example in enumerate(rule.fires):
            yield pytest.param(rule, example, id=f"{rule.code}-{number}")


def test_every_rule_has_a_mend() -> None:
    assert set(MENDS) == {rule.code for rule in OWN}


@pytest.mark.parametrize(("rule", "example"), tuple(_firing()))
def test_mending_as_the_message_says_makes_it_disappear(rule: Rule, example: Example) -> None:
    landscape = example.landscape()
    bench = Bench(landscape)
    finding = run_checks(landscape, only=(rule.code,)).findings[0]
    MENDS[rule.code](bench, finding)
    assert not set(finding.parts) & _parts(bench.landscape(), rule.code)


@pytest.mark.parametrize(("rule", "example"), tuple(_firing()))
def test_another_order_changes_nothing(rule: Rule, example: Example) -> None:
    """Not a word: what is listed in a sentence is listed in the same order, however the rows came."""
    bench = Bench(example.landscape())
    told = [_told(bench.landscape(seed), rule.code) for seed in (None, 1, 2)]
    assert told[0] == told[1] == told[2]
    assert told[0]


def test_another_order_of_a_whole_register_changes_nothing() -> None:
    bench = Bench(register({"nama", "pelapor", "fungsi", "status", "lokasi_hosting", "klaim_integrasi"}, fill="worst"))
    families = sorted({rule.family for rule in OWN})
    told = [_all_told(bench.landscape(seed), families) for seed in (None, 5)]
    assert told[0] == told[1]
    assert len(told[0]) > 10


def _all_told(landscape: Landscape, families: list[str]) -> set[tuple[str, str]]:
    return {(row.fingerprint, row.message) for row in run_checks(landscape, only=families).findings}


def _told(landscape: Landscape, code: str) -> list[tuple[str, str, str, frozenset[str]]]:
    return [
        (row.fingerprint, row.severity, row.message, frozenset(landscape[one].kode for one in row.element_ids))
        for row in run_checks(landscape, only=(code,)).findings
    ]


# What stands between others cannot stand alone; a domain that is filled is what TKL008 asks for.
_NOT_ALONE = {"Integrasi", "Penempatan", "KodeReferensi", "Instansi"}
_MENDED_BY = {"TKL008": {"KontrolKeamanan", "ProgramKeamanan", "KategorisasiSistemElektronik"}}


@pytest.mark.parametrize(("rule", "example"), tuple(_firing()))
def test_more_of_something_else_removes_nothing(rule: Rule, example: Example) -> None:
    bench = Bench(example.landscape())
    before = _parts(bench.landscape(), rule.code)
    for kelas in classes():
        if kelas not in _NOT_ALONE | _MENDED_BY.get(rule.code, set()):
            bench.add(kelas, _home(bench), nama="Teras Hati")
    assert before <= _parts(bench.landscape(), rule.code)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(OWN), min_size=2, max_size=5, unique_by=lambda rule: rule.code), st.integers(0, 99))
def test_many_architectures_at_once_keep_every_note(chosen: list[Rule], seed: int) -> None:
    """Put examples side by side, each a government of its own: all rules say of each what they say of it alone."""
    alone: set[tuple[str, str]] = set()
    elements: dict[int, Elemen] = {}
    relations: list[Relasi] = []
    sheets: list[LembarSumber] = []
    waivers: list[Pengesampingan] = []
    for number, rule in enumerate(chosen):
        bench = Bench(rule.fires[0].landscape())
        _move(bench, number)
        landscape = bench.landscape()
        alone |= {(rule.code, row.message) for row in run_checks(landscape, only=(rule.code,)).findings}
        elements |= bench.elements
        relations += bench.relations
        sheets += list(bench.sheets)
        waivers += list(bench.waivers)
    joined = Landscape(elements.values(), relations, as_of=landscape.as_of, sheets=sheets, waivers=waivers)
    bench = Bench(joined)
    together = {(row.code, row.message) for row in run_checks(bench.landscape(seed)).findings}
    told_apart = {"TKL010", "LAY004", "TKL003", "ORG003", "INF005", "ORG005"}
    assert {row for row in alone if row[0] not in told_apart} <= together


def _move(bench: Bench, number: int) -> None:
    """Give every element of a bench ids and kode of its own, so that several can stand side by side."""
    offset = 1000 * (number + 1)
    nation = next(row.id for row in bench.elements.values() if row.kode == NASIONAL)

    def shifted(identifier: int) -> int:
        return identifier if identifier == nation else identifier + offset

    fields = {
        "id", "instansi_id", "perangkat_daerah_id", "instansi_luar_id", "induk_id", "walidata_id", "unit_pelaksana_id",
        "produsen", "wali_data_id", "aplikasi_id", "fasilitas_id", "dari_id", "ke_id", "api_id", "spl_id",
    }  # fmt: skip
    references = {"aplikasi_id", "regulasi_id", "tim_id", "dasar_id", "indikator_id", "penetapan_id"}
    moved = {}
    for element in bench.elements.values():
        own = {name: getattr(element, name) for name in fields if name in type(element).__dataclass_fields__}
        typed: dict[str, Any] = {name: shifted(value) for name, value in own.items() if value is not None}
        lain = {
            key: shifted(value) if key in references and isinstance(value, int) else value
            for key, value in element.lain.items()
        }
        kode = element.kode if element.id == nation else f"{element.kode}-{number}"
        sources = tuple(
            replace(row, file=f"{number} {row.file}", pelapor_id=row.pelapor_id and shifted(row.pelapor_id))
            for row in element.sumber
        )
        moved[shifted(element.id)] = replace(element, **typed, kode=kode, lain=lain, sumber=sources)
    bench.elements = moved
    bench.relations = [replace(row, dari=shifted(row.dari), ke=shifted(row.ke)) for row in bench.relations]
    bench.sheets = tuple(
        replace(row, file=f"{number} {row.file}", pelapor_ids=tuple(shifted(one) for one in row.pelapor_ids))
        for row in bench.sheets
    )
