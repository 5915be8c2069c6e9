"""The forms of a result: each read back with what reads that form."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from archrepo.checks.finding import fingerprint_of
from archrepo.checks.perubahan import as_earlier
from archrepo.checks.registry import CheckResult, rules, run_checks, since
from archrepo.checks.rendering import csv_report, json_report, junit, page, sarif, table, workbook
from archrepo.checks.rendering.jawaban import ANSWER_TITLES
from archrepo.checks.skor import scored
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder

NAUGHTY = 'Dinas "Pertanian & Pangan" <b>\x07'


@pytest.fixture
def landscape() -> Landscape:
    b = Builder()
    unit = b.unit(NAUGHTY, tipe="dinas")
    sosial = b.unit("Dinas Sosial", tipe="dinas")
    b.sheet("inventaris dinas.xlsx", asked={"nama", "lokasi_hosting"})
    for place, name in enumerate(("=SUM(A1)", "SIPANDU", "Simpeg")):
        source = b.sumber("inventaris dinas.xlsx", 5 + place, unit)
        b.aplikasi(name, kode=f"A{place}", pemilik=unit, pelapor=unit, hosting="server_opd", sumber=source)
    b.aplikasi("SIMPEG", kode="A9", pemilik=sosial, hosting="pusat_data_daerah")
    b.aplikasi("Lentera", kode="A8", hosting="vendor", pelapor=(unit, sosial))
    b.waive(fingerprint_of("INT001", "KAB", ("A8",)), by="Diskominfo", reason="pindah", until=date(2026, 12, 31))
    return b.build()


@pytest.fixture
def result(landscape: Landscape) -> CheckResult:
    return run_checks(landscape)


def test_json_is_the_contract(landscape: Landscape, result: CheckResult) -> None:
    document = json.loads(json_report.render(landscape, result))
    assert list(document) == ["schema_version", "landscape", "findings", "summary"]
    assert document["landscape"] == {
        "instansi": ["Kabupaten Contoh"],
        "elements": len(landscape),
        "as_of": "2026-06-30T00:00:00+08:00",
    }
    wanted = [
        "code", "title", "severity", "elements", "pairs", "path", "message", "why", "mend", "basis", "indicators",
        "score", "fingerprint", "waived",
    ]  # fmt: skip
    for finding in document["findings"]:
        assert list(finding)[: len(wanted)] == wanted
        for element in finding["elements"]:
            assert list(element) == ["kode", "nama", "layer", "instansi", "pemilik", "pelapor", "source"]
    duplicate = next(row for row in document["findings"] if row["code"] == "DUP001")
    assert {pair["a"] for pair in duplicate["pairs"]} | {pair["b"] for pair in duplicate["pairs"]} == {"A2", "A9"}
    assert duplicate["elements"][0]["source"] == {"file": "inventaris dinas.xlsx", "sheet": "Lembar1", "row": 7}
    summary = document["summary"]
    assert sum(summary["by_opd"].values()) == sum(summary["by_code"].values()) == sum(summary["by_severity"].values())
    assert summary["waived"] == 1
    assert [row["waived"]["by"] for row in document["findings"] if row["waived"]] == ["Diskominfo"]


def test_json_is_valid_under_the_published_schema(landscape: Landscape, result: CheckResult) -> None:
    schema = json.loads(files("archrepo.schema").joinpath("pemeriksaan-hasil.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    compared = since(run_checks(landscape, only=("INT",)), as_earlier(run_checks(Builder().build()).findings), "awal")
    for shown in (result, compared, run_checks(landscape, only=("ORG",), opd_ids=())):
        document = json.loads(json_report.render(landscape, shown))
        assert not list(validator.iter_errors(document))
    broken = json.loads(json_report.render(landscape, result))
    broken["findings"][0]["severity"] = "berat"
    del broken["findings"][1]["fingerprint"]
    assert len(list(validator.iter_errors(broken))) == 2


def test_every_key_of_the_document_is_in_the_schema(landscape: Landscape, result: CheckResult) -> None:
    schema = json.loads(files("archrepo.schema").joinpath("pemeriksaan-hasil.schema.json").read_text(encoding="utf-8"))
    document = json.loads(json_report.render(landscape, result))
    assert set(document) == set(schema["properties"])
    assert set(document["summary"]) == set(schema["properties"]["summary"]["properties"])
    assert set(document["findings"][0]) == set(schema["$defs"]["finding"]["properties"])


def test_csv_guards_formulas(landscape: Landscape, result: CheckResult) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_report.render(landscape, result))))
    assert len(rows) == len(result.findings) + len(result.waived)
    assert not any(value.startswith("=") for row in rows for value in row.values())
    assert {row["Sidik"] for row in rows} == {row.fingerprint for row in (*result.findings, *result.waived)}


def test_sarif_points_at_file_and_row(landscape: Landscape, result: CheckResult) -> None:
    log = json.loads(sarif.render(landscape, result))
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert {row["ruleId"] for row in run["results"]} <= {row["id"] for row in run["tool"]["driver"]["rules"]}
    outside = next(row for row in run["results"] if row["ruleId"] == "INT001" and "suppressions" not in row)
    physical = outside["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "inventaris%20dinas.xlsx"
    assert physical["region"]["startLine"] == 5
    assert sum("suppressions" in row for row in run["results"]) == 1


def test_junit_is_xml_with_a_case_a_rule(landscape: Landscape, result: CheckResult) -> None:
    root = ElementTree.fromstring(junit.render(landscape, result))  # noqa: S314 - our own text
    cases = [case.get("name", "")[:6] for case in root.iter("testcase")]
    assert sorted(cases) == sorted(rules())
    failed = {case.get("name", "")[:6] for case in root.iter("testcase") if case.find("failure") is not None}
    assert failed == {row.code for row in result.findings if row.severity != "info"}


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)


def test_page_escapes_names_and_needs_nothing_else(landscape: Landscape, result: CheckResult) -> None:
    text = page.render(landscape, result)
    reader = _Texts()
    reader.feed(text)
    assert "b" not in reader.tags
    assert "&lt;b&gt;" in text
    assert "http" not in text
    scores = scored(landscape, result)
    rows = len(result.findings) + 1 + len(scores.units) + len(scores.domains)
    assert reader.tags.count("tr") == rows + reader.tags.count("table")


def test_workbook_has_a_sheet_a_unit_with_room_for_its_answer(
    landscape: Landscape, result: CheckResult, tmp_path: Path
) -> None:
    path = tmp_path / "catatan.xlsx"
    workbook.write(path, landscape, result)
    book = load_workbook(path)
    assert book.sheetnames[:2] == ["Ringkasan", "Semua catatan"]
    units = book.sheetnames[2:]
    assert units[1:] == ["Dinas Sosial", "Lintas Perangkat Daerah"]
    assert sum(book[name].max_row - 1 for name in units) == len(result.findings)
    titles = [cell.value for cell in book[units[0]][1]]
    assert tuple(titles) == workbook.UNIT_TITLES
    assert set(ANSWER_TITLES) < set(titles)
    assert not any(cell.data_type == "f" for name in book.sheetnames for row in book[name].iter_rows() for cell in row)


def test_names_of_sheets_fit_and_differ() -> None:
    taken: set[str] = set()
    names = [workbook.sheet_name("Dinas Pekerjaan Umum, Penataan Ruang [dan] Perumahan", taken) for _ in range(3)]
    assert len(set(names)) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_table_says_first_how_much_and_last_what_next(landscape: Landscape, result: CheckResult) -> None:
    lines = table.render(landscape, result).splitlines()
    assert lines[0].startswith(f"{len(result.findings)} catatan perbaikan: ")
    assert "aplikasi" in lines[0]
    assert lines[1] == "1 catatan perbaikan dikesampingkan."
    assert lines[-1].startswith("Penjelasan sebuah catatan: archrepo check explain ")
    text = "\n".join(lines)
    assert all(finding.message in text and finding.mend in text for finding in result.findings)
    assert "Perlu diperhatikan" in text
    assert "warning" not in text


def test_good_news_is_one_line_that_says_what_was_counted() -> None:
    b = Builder()
    b.aplikasi("SIPANDU", hosting="pusat_data_daerah")
    landscape = b.build()
    text = table.render(landscape, run_checks(landscape, only=("INT001",)))
    assert text == "Tidak ada catatan perbaikan: 1 aplikasi diperiksa.\n"
