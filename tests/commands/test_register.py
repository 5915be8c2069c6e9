"""A register of 186 rows and seven columns, from the workbook to a page of work instead of a thousand lines."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import pytest
import xlsxwriter

sys.path.insert(0, str(Path(__file__).parents[1] / "checks"))

from gathered_register import DINAS, KECAMATAN, NATIONAL, ROWS, SHARED, enough_names

from archrepo.checks.registry import CheckResult, run_checks
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened, read_landscape
from archrepo.landscape import Aplikasi, Landscape

HEAD = ("No", "Perangkat Daerah", "Nama Aplikasi", "Fungsi Aplikasi", "Jenis Aplikasi", "Status Aplikasi", "Keterangan")


def _lines() -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = [
        (f"Kecamatan {unit}wangi", name, "", "Aplikasi Pusat/Umum", "Aktif", "")
        for unit in "ABCDEFGHIJKLMNO"[:KECAMATAN]
        for name, _ in (*NATIONAL, *SHARED)
    ]
    names = islice(enough_names(), ROWS - len(lines))
    units = [f"Dinas Urusan {number}" for number in range(1, DINAS + 1)]
    lines += [
        (units[place % DINAS], name, function, "Aplikasi Khusus/Daerah", "Aktif", "")
        for place, (name, function) in enumerate(names)
    ]
    return lines


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Landscape, CheckResult]:
    folder = tmp_path_factory.mktemp("register")
    with xlsxwriter.Workbook(folder / "register.xlsx") as book:
        sheet = book.add_worksheet("Aplikasi")
        sheet.write_row(0, 0, HEAD)
        for number, line in enumerate(_lines(), start=1):
            sheet.write_row(number, 0, (str(number), *line))
    url = f"sqlite:///{folder / 'archrepo.db'}"
    initialise(url, "penguji", instansi="Kabupaten Contoh", domain="contohkab.go.id")
    request = ImportRequest((str(folder / "register.xlsx"),))
    with opened(url) as repository:
        outcome = import_files(repository, "penguji", request, read_request(request))
    assert sum(len(sheet.outcomes) for sheet in outcome.sheets) == ROWS
    landscape = read_landscape(url)
    return landscape, run_checks(landscape)


def test_at_most_sixty_findings_come_out(checked: tuple[Landscape, CheckResult]) -> None:
    _, result = checked
    assert 0 < len(result.findings) <= 60


def test_units_that_nobody_knew_are_one_piece_of_work(checked: tuple[Landscape, CheckResult]) -> None:
    landscape, result = checked
    (finding,) = (finding for finding in result.findings if finding.code == "ORG002")
    assert set(finding.element_ids) == {unit.id for unit in landscape.units()}


def test_none_is_an_error_for_what_others_own(checked: tuple[Landscape, CheckResult]) -> None:
    landscape, result = checked
    for finding in result.findings:
        if finding.severity == "error":
            assert not all(landscape.is_national(landscape[identifier]) for identifier in finding.element_ids)


def test_what_fifteen_units_list_is_one_object_each(checked: tuple[Landscape, CheckResult]) -> None:
    landscape, _ = checked
    nationals = [row for row in landscape.of(Aplikasi) if landscape.is_national(row)]
    assert {row.nasional for row in nationals} >= {"srikandi", "sipd"}
    assert all(len(landscape.into(row.id, "R58")) == KECAMATAN for row in nationals if row.nasional == "srikandi")
