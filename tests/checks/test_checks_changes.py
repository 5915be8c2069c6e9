"""What became of the findings of an earlier run, the trend, and the scores."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from archrepo.checks.finding import fingerprint_of
from archrepo.checks.perubahan import Lama, as_earlier, compare, read_earlier, trend
from archrepo.checks.registry import CheckResult, run_checks, since
from archrepo.checks.rendering import json_report, table
from archrepo.checks.rendering.table import score_lines, trend_lines
from archrepo.checks.skor import scored
from archrepo.declarations.istilah import SEVERITY_LABELS
from archrepo.errors import InputError
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder


def _run(*names: str, waived: str | None = None) -> tuple[Landscape, CheckResult]:
    """Check the placement of applications of one unit, each outside the Pusat Data."""
    b = Builder()
    unit = b.unit("Dinas Kesehatan", kode="U1")
    for name in names:
        b.aplikasi(name, kode=name, pemilik=unit, status="aktif", hosting="server_opd")
    if waived is not None:
        b.waive(fingerprint_of("INT001", "KAB", (waived,)))
    landscape = b.build()
    return landscape, run_checks(landscape, only=("INT001",))


class TestCompared:
    def test_the_same_run_has_nothing_new(self) -> None:
        _, result = _run("A", "B")
        found = compare(as_earlier(result.findings), result.findings)
        assert (found.new, found.mended) == ((), ())
        assert found.unchanged == result.findings

    def test_one_more_application_of_a_unit_is_one_new_note(self) -> None:
        _, before = _run("A", "B")
        _, after = _run("A", "B", "C")
        found = compare(as_earlier(before.findings), after.findings)
        assert [row.fingerprint for row in found.new] == [after.findings[0].fingerprint]
        assert found.new_parts == {after.findings[0].fingerprint: 1}
        assert found.mended == ()

    def test_one_alone_and_two_together_are_told_by_their_parts(self) -> None:
        _, before = _run("A", "B")
        _, after = _run("A")
        found = compare(as_earlier(before.findings), after.findings)
        assert found.new == ()
        assert len(found.unchanged) == 1
        assert found.mended == ()

    def test_what_is_gone_was_mended(self) -> None:
        _, before = _run("A")
        _, after = _run()
        assert [row.code for row in compare(as_earlier(before.findings), after.findings).mended] == ["INT001"]

    def test_what_is_set_aside_was_not_mended(self) -> None:
        _, before = _run("A")
        _, after = _run("A", waived="A")
        assert after.findings == ()
        assert compare(as_earlier(before.findings), after.findings, after.waived).mended == ()

    def test_what_was_set_aside_and_is_open_again_is_known(self) -> None:
        _, before = _run("A", waived="A")
        _, after = _run("A")
        found = compare(as_earlier((*before.findings, *before.waived)), after.findings)
        assert found.new == ()


class TestSince:
    def test_only_what_is_new_since_a_saved_document(self, tmp_path: Path) -> None:
        landscape, before = _run("A")
        path = tmp_path / "januari.json"
        path.write_text(json_report.render(landscape, before), encoding="utf-8")
        landscape, now = _run("A", "B")
        result = since(now, read_earlier(path), path.name)
        assert len(result.findings) == 1
        assert result.counts["warning"] == 1
        assert "Dibandingkan dengan januari.json: 1 baru, 0 sudah tidak ada, 0 tetap" in table.render(landscape, result)
        assert not since(before, read_earlier(path), path.name).reaches("warning")

    def test_what_is_gone_is_listed(self, tmp_path: Path) -> None:
        landscape, before = _run("A")
        path = tmp_path / "januari.json"
        path.write_text(json_report.render(landscape, before), encoding="utf-8")
        landscape, now = _run()
        text = table.render(landscape, since(now, read_earlier(path), path.name))
        assert "Sudah tidak ada (1)" in text
        document = json.loads(json_report.render(landscape, since(now, read_earlier(path), path.name)))
        assert [row["code"] for row in document["summary"]["changes"]["mended"]] == ["INT001"]

    def test_rules_that_did_not_run_are_not_called_mended(self) -> None:
        landscape, before = _run("A")
        other = run_checks(landscape, only=("INT002",))
        assert since(other, as_earlier(before.findings), "awal").perubahan == compare((), (), name="awal")

    @pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema_version": 2, "findings": []}', '{"findings": [{}]}'])
    def test_a_file_of_another_kind_is_refused(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "x.json"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputError):
            read_earlier(path)


def test_trend_counts_open_findings_by_severity_and_family() -> None:
    old = (Lama("INT001", "warning", "", ("a",)), Lama("DUP001", "error", "", ("b",)))
    new = (Lama("INT001", "warning", "", ("a",)), Lama("INT002", "info", "", ("c",), is_waived=True))
    found = trend([("Januari", old), ("Juni", new)], SEVERITY_LABELS)
    assert dict(found.rows) == {
        "Perlu ditangani": (1, 0), "Perlu diperhatikan": (1, 1), "Informasi": (0, 0), "DUP": (1, 0), "INT": (1, 1),
    }  # fmt: skip
    lines = list(trend_lines(found))
    assert "Januari" in lines[0]
    assert lines[1].split()[-1] == "-1"


class TestScore:
    def _landscape(self) -> Landscape:
        b = Builder()
        unit = b.unit("Dinas Kesehatan", kode="U1")
        b.aplikasi(
            "SIPANDU", kode="A1", pemilik=unit, status="aktif", kode_referensi="RAA.01", fungsi="Posyandu", luaran="x",
            basis="web", tipe_lisensi="open_source", basis_data="mysql",
        )  # fmt: skip
        b.aplikasi("SIMRS", kode="A2", pemilik=unit, status="aktif", berlaku_sampai=None)
        b.aplikasi("SILAMA", kode="A3", status="aktif", berlaku_sampai=date(2030, 1, 1))
        retired = b.aplikasi("LAMA", kode="A4", pemilik=unit, status="dihentikan")
        b.integrasi(retired, 4, kode="I1", jalur="spl")
        return b.build()

    def test_share_without_heavy_notes_and_completeness(self) -> None:
        landscape = self._landscape()
        found = scored(landscape, run_checks(landscape))
        unit, mixed = found.units
        assert (unit.name, unit.elements, unit.clean) == ("Dinas Kesehatan", 2, 1)
        assert (unit.asked, unit.filled) == (12, 6)
        assert (unit.share_clean, unit.completeness, unit.value) == (50.0, 50.0, 50.0)
        assert (mixed.elements, mixed.share_clean) == (1, 100.0)
        assert found.whole.elements == 3

    def test_a_domain_without_anything_has_no_score(self) -> None:
        landscape = self._landscape()
        domains = {row.name: row for row in scored(landscape, run_checks(landscape)).domains}
        assert domains["keamanan"].value is None
        assert domains["aplikasi"].elements == 3

    def test_the_formula_is_printed(self) -> None:
        landscape = self._landscape()
        text = "\n".join(score_lines(scored(landscape, run_checks(landscape))))
        assert "Skor = (Tanpa catatan berat + Kelengkapan) / 2." in text
        assert "50,0" in text

    def test_no_score_where_not_all_was_checked(self) -> None:
        landscape = self._landscape()
        assert not run_checks(landscape, only=("INT",)).is_whole
        assert run_checks(landscape).is_whole
        document = json.loads(json_report.render(landscape, run_checks(landscape, only=("INT",))))
        assert document["summary"]["score"] is None
