"""Findings that are a page of work, not a thousand lines: on a register as regencies really gather it."""

from __future__ import annotations

import pytest
from gathered_register import FILE, KECAMATAN, NATIONAL, ROWS, register

from archrepo.checks.registry import run_checks
from archrepo.landscape import Aplikasi

SEVEN_COLUMNS = (
    pytest.param({"nama", "pelapor", "fungsi", "url", "status", "jenis", "tahun_dibuat"}, "", id="tanpa-lokasi"),
    pytest.param(
        {"nama", "pelapor", "fungsi", "url", "status", "lokasi_hosting", "klaim_integrasi"}, "worst", id="luar"
    ),
    pytest.param({"nama", "pelapor", "fungsi", "layanan", "data", "lokasi_hosting", "pemilik"}, "blank", id="kosong"),
    pytest.param({"nama", "pelapor"}, "", id="nama-saja"),
)


@pytest.mark.parametrize(("asked", "fill"), SEVEN_COLUMNS)
def test_at_most_sixty_findings(asked: set[str], fill: str) -> None:
    landscape = register(asked, fill=fill)
    assert len({source.row for row in landscape.of(Aplikasi) for source in row.sumber}) == ROWS
    findings = run_checks(landscape).findings
    assert 5 <= len(findings) <= 60, [finding.message for finding in findings]


@pytest.mark.parametrize(("asked", "fill"), SEVEN_COLUMNS)
def test_nothing_is_asked_of_what_others_own(asked: set[str], fill: str) -> None:
    landscape = register(asked, fill=fill)
    for finding in run_checks(landscape).findings:
        national = [one for one in finding.element_ids if landscape.is_national(landscape[one])]
        assert not national or finding.cause == "nasional_daerah"
        assert not national or finding.severity != "error"


def test_what_the_sheet_never_asked_is_one_finding() -> None:
    landscape = register({"nama", "pelapor", "fungsi", "url", "status"})
    findings = run_checks(landscape, only=("INT002",)).findings
    assert [finding.source for finding in findings] == [(FILE, "Lembar1")]
    assert findings[0].severity == "info"
    assert len(findings[0].element_ids) == ROWS - (KECAMATAN - 1) * 2 - KECAMATAN * len(NATIONAL)


def test_what_many_kecamatan_list_is_one_finding_on_its_owner() -> None:
    landscape = register({"nama", "pelapor"})
    findings = run_checks(landscape, only=("ORG001",)).findings
    assert [[landscape[one].nama for one in finding.element_ids] for finding in findings] == [
        ["SIMPEG"],
        ["e-Presensi"],
    ]
    assert "15 Perangkat Daerah" in findings[0].message


def test_blank_in_an_asked_column_is_one_finding_a_unit() -> None:
    landscape = register({"nama", "pelapor", "lokasi_hosting"}, fill="blank")
    findings = run_checks(landscape, only=("INT002",)).findings
    units = {landscape[one].perangkat_daerah_id for finding in findings for one in finding.element_ids}
    assert len(findings) <= len(units) + 1
    assert all(finding.source is None for finding in findings)
