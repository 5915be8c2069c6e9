"""Real rows of a province, from the workbook to findings, a picture and a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archrepo.checks.registry import run_checks
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened, read_landscape
from archrepo.drawing import draw
from archrepo.landscape import Aplikasi, Landscape
from archrepo.landscape.penempatan import stated_placement
from archrepo.landscape.questions import reporters
from archrepo.reports.daftar import write_report

BANTEN = Path(__file__).parents[2] / "examples" / "banten-2017"
HOSTING = {"Kominfo": "pusat_data_daerah", "Diluar Kominfo": "luar_tanpa_rincian", None: None}
FORMS = {"Website": "situs_informasi", "Aplikasi": "sistem"}


@pytest.fixture(scope="module")
def landscape(tmp_path_factory: pytest.TempPathFactory) -> Landscape:
    url = f"sqlite:///{tmp_path_factory.mktemp('banten') / 'archrepo.db'}"
    initialise(url, "penguji", instansi="Provinsi Banten", domain="bantenprov.go.id")
    request = ImportRequest((str(BANTEN / "banten-posisi-server.xlsx"),))
    with opened(url) as repository:
        outcome = import_files(repository, "penguji", request, read_request(request))
    assert not outcome.has_refused
    return read_landscape(url)


def test_every_expected_application_is_there_with_unit_address_and_place(landscape: Landscape) -> None:
    expected = json.loads((BANTEN / "banten-posisi-server.expected.json").read_text(encoding="utf-8"))["rows"]
    by_row = {source.row: aplikasi for aplikasi in landscape.of(Aplikasi) for source in aplikasi.sumber}
    assert by_row.keys() == {row["row"] for row in expected}
    for row in expected:
        aplikasi = by_row[row["row"]]
        placement = stated_placement(landscape, aplikasi)
        assert aplikasi.host == row["url"].lower().rstrip("/")
        assert row["opd"] in [unit.nama for unit in reporters(landscape, aplikasi)]
        assert (placement.lokasi if placement else None) == HOSTING[row["hosting"]]
        assert aplikasi.bentuk == FORMS[row["form"]]


def test_it_is_checked_drawn_and_reported(landscape: Landscape, tmp_path: Path) -> None:
    findings = run_checks(landscape).findings
    assert {"ORG002", "INT001"} <= {finding.code for finding in findings}
    assert b"Provinsi Banten" in draw(landscape, "lanskap", format="svg")
    assert draw(landscape, "integrasi", format="png").startswith(b"\x89PNG")
    report = write_report("di-luar-pusat-data", landscape, tmp_path / "laporan.html", findings=findings)
    assert "Provinsi Banten" in report.read_text(encoding="utf-8")
