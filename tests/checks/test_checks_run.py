"""Running the rules: what is selected, set aside, decided, put together and sorted."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from archrepo.checks import pembanding
from archrepo.checks.finding import SEVERITIES, Basis, Finding, fingerprint_of
from archrepo.checks.registry import CheckResult, explain, rules, run_checks, select
from archrepo.checks.rule import Example, check
from archrepo.errors import DeclarationError, UnknownNameError
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder
from archrepo.similarity.kandidat import Pasangan
from archrepo.similarity.penilaian import Judgement

Decide = Callable[[Builder, int, int], None]


def _outside(b: Builder, count: int, unit: str = "Dinas Kesehatan") -> tuple[int, ...]:
    """Add so many applications outside the Pusat Data to one unit."""
    owner = b.unit(unit)
    names = ("SIPANDU", "SIHEBAT", "SIRAPI", "SIMANIS", "SIGESIT", "SILUWES", "SIBIJAK")
    return tuple(
        b.aplikasi(f"{names[number]} {unit}", kode=f"{unit[-3:]}{number}", pemilik=owner, hosting="server_opd")
        for number in range(count)
    )


def _kode(landscape: Landscape, result: CheckResult, code: str) -> list[tuple[str, ...]]:
    return [
        tuple(landscape[one].kode for one in finding.element_ids)
        for finding in (*result.findings, *result.waived)
        if finding.code == code
    ]


class TestSelection:
    def test_families_and_codes(self) -> None:
        assert {rule.code for rule in select(("int", "DUP001"))} >= {"INT001", "INT005", "DUP001"}
        assert {rule.family for rule in select(("int",))} == {"INT"}
        assert [rule.code for rule in select()] == sorted(rules())

    def test_an_unknown_name_shows_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError) as caught:
            select(("INT01",))
        assert "INT001" in caught.value.nearest

    def test_a_family_is_no_code_to_explain(self) -> None:
        with pytest.raises(UnknownNameError):
            explain("INT")

    def test_codes_of_the_contract_exist(self) -> None:
        assert {"DUP001", "DUP002", "DUP003", "INT001", "INT002", "INT003", "INT004", "INT005", "ORG001"} <= set(
            rules()
        )

    def test_a_code_used_twice_fails(self) -> None:
        register = check(
            "INT001", "info", "Judul", "Mengapa.", "Perbaiki.", (Basis("Aturan"),), (1,), (), (), over="aplikasi"
        )
        with pytest.raises(DeclarationError, match="INT001"):
            register(lambda _: iter(()))

    def test_importing_the_package_runs_no_example_and_no_database(self) -> None:
        code = (
            "import sys, archrepo.checks.registry as r; r.rules(); "
            "bad = {'sqlalchemy', 'alembic', 'xlsxwriter', 'pydantic', 'archrepo.landscape.builder'}; "
            "sys.exit(1 if bad & set(sys.modules) else 0)"
        )
        assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


class TestWaivers:
    def test_set_aside_and_counted(self) -> None:
        b = Builder()
        _outside(b, 1)
        fingerprint = fingerprint_of("INT001", "KAB", ("tan0",))
        b.waive(fingerprint, by="Diskominfo", reason="pindah tahun depan", until=date(2026, 12, 31))
        result = run_checks(b.build(), only=("INT001",))
        assert not result.findings
        assert [finding.fingerprint for finding in result.waived] == [fingerprint]
        assert result.waived[0].waived is not None
        assert result.waived[0].waived.until == "2026-12-31"

    def test_one_element_leaves_the_note_of_its_unit(self) -> None:
        b = Builder()
        _outside(b, 3)
        b.waive(fingerprint_of("INT001", "KAB", ("tan1",)))
        landscape = b.build()
        result = run_checks(landscape, only=("INT001",))
        assert _kode(landscape, result, "INT001") == [("tan0", "tan2"), ("tan1",)]
        assert "2 dari 3 aplikasi" in result.findings[0].message

    def test_the_note_of_a_whole_unit(self) -> None:
        b = Builder()
        _outside(b, 2)
        b.waive(fingerprint_of("INT001", "KAB", ("tan0", "tan1")))
        assert not run_checks(b.build(), only=("INT001",)).findings

    def test_an_end_that_has_passed_sets_nothing_aside(self) -> None:
        b = Builder(as_of=date(2026, 6, 30))
        _outside(b, 1)
        b.waive(fingerprint_of("INT001", "KAB", ("tan0",)), until=date(2026, 6, 29))
        assert len(run_checks(b.build(), only=("INT001",)).findings) == 1

    @pytest.mark.parametrize(("day", "count"), [(date(2026, 6, 30), 0), (date(2026, 6, 29), 1)])
    def test_an_end_is_past_the_day_after(self, day: date, count: int) -> None:
        b = Builder(as_of=date(2026, 6, 30))
        _outside(b, 2)
        b.waive(fingerprint_of("INT001", "KAB", ("tan0", "tan1")), until=day)
        assert len(run_checks(b.build(), only=("TKL010",)).findings) == count


class TestGrouping:
    def test_one_note_a_unit_with_the_reason_of_each(self) -> None:
        b = Builder()
        _outside(b, 7)
        finding = run_checks(b.build(), only=("INT001",)).findings[0]
        assert "Dinas Kesehatan: 7 aplikasi belum ditempatkan" in finding.message
        assert "dan 2 lainnya" in finding.message
        assert len(finding.facts) == 7
        assert finding.path is None

    def test_one_alone_keeps_its_path(self) -> None:
        b = Builder()
        _outside(b, 1)
        finding = run_checks(b.build(), only=("INT001",)).findings[0]
        assert finding.path is not None
        assert finding.path[0] == "tan0"

    def test_many_units_give_one_note_where_it_is_not_by_unit(self) -> None:
        b = Builder()
        for number in range(12):
            unit = b.unit(f"Dinas {number}")
            b.aplikasi(f"APL{number}", pemilik=unit, klaim_integrasi="tidak")
        findings = run_checks(b.build(), only=("INT004",)).findings
        assert len(findings) == 1
        assert "12 aplikasi di 12 Perangkat Daerah" in findings[0].message

    def test_many_units_that_nobody_knew_are_named_and_not_counted_by_unit(self) -> None:
        b = Builder()
        for number in range(12):
            b.unit(f"Dinas {number}", keadaan="perlu_konfirmasi")
        (finding,) = run_checks(b.build(), only=("ORG002",)).findings
        assert finding.message.startswith("12 Perangkat Daerah belum dikenal dan perlu dikonfirmasi: Dinas 0, Dinas 1,")

    def test_only_the_units_asked_for(self) -> None:
        b = Builder()
        _outside(b, 1)
        _outside(b, 1, "Dinas Sosial")
        landscape = b.build()
        unit = next(unit for unit in landscape.units() if unit.nama == "Dinas Sosial")
        result = run_checks(landscape, only=("INT001",), opd_ids=(unit.id,))
        assert _kode(landscape, result, "INT001") == [("ial0",)]

    def test_only_the_instansi_asked_for(self) -> None:
        b = Builder()
        other = b.another_instansi("Kabupaten Lain")
        _outside(b, 1)
        b.aplikasi("SILAIN", kode="LAIN", instansi=other, hosting="server_opd")
        landscape = b.build()
        assert _kode(landscape, run_checks(landscape, only=("INT001",), instansi_id=other), "INT001") == [("LAIN",)]


class TestDuplicates:
    def _two(self, first: str, second: str, decide: Decide | None = None) -> tuple[Finding, ...]:
        b = Builder()
        unit = b.unit("Dinas Kesehatan")
        one = b.aplikasi(first, pemilik=unit, status="aktif")
        other = b.aplikasi(second, pemilik=unit, status="aktif")
        if decide is not None:
            decide(b, one, other)
        return run_checks(b.build(), only=("DUP",)).findings

    def test_a_decision_that_they_differ_wins_over_the_score(self) -> None:
        assert self._two("SIMPEG", "Simpeg")
        assert not self._two("SIMPEG", "Simpeg", lambda b, one, other: b.decide(one, other, "bukan_sama"))

    def test_a_decision_that_they_are_one_wins_over_the_score(self) -> None:
        assert not self._two("SIMPEG", "Lentera")
        found = self._two("SIMPEG", "Lentera", lambda b, one, other: b.decide(other, one, "sama", by="Sekretaris"))
        assert [(finding.code, finding.score) for finding in found] == [("DUP001", 1.0)]
        assert "Sekretaris" in found[0].pairs[0].why

    def _three(self, first: str, *, apart: bool = False) -> tuple[int, int, int, tuple[Finding, ...]]:
        """Run over two records of one application and a third that overlaps with it."""
        b = Builder()
        unit = b.unit("Dinas Kesehatan")
        one = b.aplikasi("e-Presensi", pemilik=unit, status=first)
        other = b.aplikasi("Presensi Online", pemilik=unit, status="aktif")
        third = b.aplikasi("SIABSEN", pemilik=unit, status="aktif", fungsi="Presensi pegawai")
        b.decide(one, other, "sama")
        if apart:
            b.decide(one, third, "bukan_sama")
        return one, other, third, run_checks(b.build(), only=("DUP002",)).findings

    def test_one_record_speaks_for_its_copies(self) -> None:
        one, _, third, found = self._three("aktif")
        assert [finding.element_ids for finding in found] == [(one, third)]

    def test_a_retired_record_does_not_speak_for_an_operating_one(self) -> None:
        _, other, third, found = self._three("dihentikan")
        assert [finding.element_ids for finding in found] == [(other, third)]

    def test_a_pair_that_people_told_apart_does_not_come_back_through_a_copy(self) -> None:
        assert not self._three("aktif", apart=True)[3]

    def test_no_chain_through_a_third(self) -> None:
        b = Builder()
        one, other, third = (b.aplikasi(name) for name in ("SIMPEG", "SIMPEG Dua", "Lentera"))
        b.decide(one, other, "sama")
        b.decide(other, third, "sama")
        b.decide(one, third, "bukan_sama")
        found = [finding.element_ids for finding in run_checks(b.build(), only=("DUP001",)).findings]
        assert sorted(found) == [(one, other), (other, third)]

    def test_three_records_of_one_application_are_one_finding_with_its_pairs(self) -> None:
        b = Builder()
        for name in ("SIMPEG", "Simpeg", "SIM PEG"):
            b.aplikasi(name, status="aktif")
        found = run_checks(b.build(), only=("DUP001",)).findings
        assert [len(finding.element_ids) for finding in found] == [3]
        assert len(found[0].pairs) == 3

    def test_a_known_application_that_no_list_names_is_recorded_nowhere_twice(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """However sure similarity is of the two: the decree's application has no record to be merged with."""
        b = Builder()
        own = b.aplikasi("SRIKANDI Daerah", status="aktif")
        sure = Judgement("duplikat", 0.99, {"duplikat": 0.99, "tumpang_tindih": 0.01, "berbeda": 0.0}, None, ())
        monkeypatch.setattr(pembanding, "find_pairs", lambda *_args, **_more: iter([Pasangan(-1, own, sure)]))
        found = run_checks(b.build(), only=("DUP",)).findings
        assert [(row.code, row.element_ids) for row in found] == [("DUP003", (own,))]

    def test_a_product_that_four_governments_list_is_one_finding_with_its_pairs(self) -> None:
        b = Builder()
        homes = [b.instansi, *(b.another_instansi(f"Kabupaten {name}") for name in ("Barat", "Timur", "Utara"))]
        listed = tuple(
            b.aplikasi("Sapa Warga", status="aktif", instansi=home, url="https://sapa.contohprov.go.id")
            for home in homes
        )
        found = run_checks(b.build(), only=("DUP001",)).findings
        assert [finding.element_ids for finding in found] == [listed]
        assert len(found[0].pairs) == 6
        assert "tercatat 4 kali di 4 Instansi" in found[0].message
        assert all(name in found[0].message for name in ("Kabupaten Contoh", "Kabupaten Barat"))
        assert "pengguna" in found[0].mend

    @pytest.mark.parametrize(
        ("second", "cause", "severity"),
        [
            ("SIHADIR Absensi", "fungsi_sama", "warning"),
            ("e-Presensi Mobile", "kanal", "info"),
            ("e-Presensi Modul Cuti", "modul", "info"),
        ],
    )
    def test_only_the_same_function_is_for_headlines(self, second: str, cause: str, severity: str) -> None:
        found = [(row.cause, row.severity) for row in self._two("e-Presensi", second) if row.code == "DUP002"]
        assert found == [(cause, severity)]

    def test_a_shared_national_application_is_no_finding(self) -> None:
        b = Builder()
        units = tuple(b.unit(f"Kecamatan {number}", tipe="kecamatan") for number in range(9))
        b.aplikasi("SRIKANDI", nasional="srikandi", pelapor=units)
        b.aplikasi("SIASN", nasional="siasn", pelapor=units)
        b.aplikasi("MyASN", nasional="myasn", pelapor=units)
        assert not run_checks(b.build(), only=("DUP",)).findings

    def test_without_a_decree_a_national_application_is_named_as_such_only(self) -> None:
        b = Builder()
        b.aplikasi("SP4N-LAPOR!", kode="N1", nasional="sp4n_lapor")
        b.aplikasi("Wadul Bupati", kode="A1", fungsi="Pengaduan masyarakat", status="aktif")
        landscape = b.build()
        found = run_checks(landscape, only=("DUP",)).findings
        assert [(row.code, row.cause, row.severity) for row in found] == [("DUP002", "nasional_daerah", "info")]
        assert [landscape[one].kode for one in found[0].element_ids] == ["A1", "N1"]

    def test_a_companion_never_resembles_an_aplikasi_umum(self) -> None:
        b = Builder()
        b.aplikasi("SIPD RI", nasional="sipd")
        b.aplikasi("WP-SIPD", status="aktif", url="wpsipd.contohkab.go.id")
        found = run_checks(b.build(), only=("DUP",)).findings
        assert [(row.code, row.cause) for row in found] == [("DUP002", "modul")]

    def test_an_installed_national_product_does_not_resemble_itself(self) -> None:
        b = Builder()
        b.aplikasi("Siskeudes", nasional="siskeudes")
        other = b.another_instansi("Kabupaten Lain")
        b.add(
            "Aplikasi", "Siskeudes", instansi=other, bentuk="sistem", nasional="siskeudes", kepemilikan="pusat",
            status="aktif",
        )  # fmt: skip
        assert not run_checks(b.build(), only=("DUP",)).findings


class TestOrder:
    def _landscape(self, seed: int) -> Landscape:
        b = Builder()
        unit = b.unit("Dinas Kesehatan", kode="U1")
        names = ["SIPANDU", "Lentera", "SIMPEG", "Simpeg", "e-Presensi", "SIHADIR Absensi", "Teras Hati"]
        Random(seed).shuffle(names)  # noqa: S311 - no secret
        for name in names:
            b.aplikasi(name, kode=name, pemilik=unit, hosting="server_opd", status="aktif", klaim_integrasi="ya")
        return b.build()

    def test_shuffling_changes_nothing(self) -> None:
        def told(seed: int) -> list[tuple[str, str, tuple[str, ...]]]:
            landscape = self._landscape(seed)
            return [
                (row.code, row.fingerprint, tuple(sorted(landscape[one].kode for one in row.element_ids)))
                for row in run_checks(landscape).findings
            ]

        assert sorted(told(1)) == sorted(told(2)) == sorted(told(3))
        assert len(told(1)) >= 5

    def test_heaviest_first_then_code_then_kode(self) -> None:
        landscape = self._landscape(1)
        findings = run_checks(landscape).findings
        keys = [
            (SEVERITIES.index(row.severity), row.code, tuple(landscape[one].kode for one in row.element_ids))
            for row in findings
        ]
        assert keys == sorted(keys)

    def test_an_unrelated_application_removes_no_finding(self) -> None:
        b = Builder()
        _outside(b, 2)
        before = {row.fingerprint for row in run_checks(b.build()).findings}
        other = b.unit("Dinas Sosial")
        b.aplikasi("Teras Hati", pemilik=other, hosting="pusat_data_daerah")
        assert before <= {row.fingerprint for row in run_checks(b.build()).findings}

    def test_counts_and_what_fails(self) -> None:
        b = Builder()
        _outside(b, 1)
        result = run_checks(b.build(), only=("INT001",))
        assert dict(result.counts) == {"error": 0, "warning": 1, "info": 0}
        assert result.reaches("warning")
        assert not result.reaches("error")
        assert not result.reaches("never")
        assert result.examined == {"aplikasi": 1}


class TestExamples:
    def test_an_example_is_built_only_when_asked_for(self) -> None:
        def given(_: Builder) -> None:
            raise AssertionError

        example = Example(given, "Contoh.")
        with pytest.raises(AssertionError):
            example.landscape()

    def test_explanation_is_complete(self) -> None:
        explanation = explain("int001")
        assert explanation.code == "INT001"
        assert explanation.basis[0].article == "indikator 16"
        assert "A1 SIPANDU" in explanation.fires[0].elements
