"""The summary for leaders: numbers with denominators, decisions from the data, always one page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kabupaten_contoh import kabupaten_contoh

from archrepo.checks.finding import Finding
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder
from archrepo.reports import ringkasan_pdf, write_report
from archrepo.reports.gambar import Gambar, draw_integration
from archrepo.reports.ringkasan import Ringkasan, leaders_summary
from archrepo.reports.ringkasan_html import summary_page
from archrepo.reports.ringkasan_pdf import summary_pdf

_PAGE = re.compile(rb"/Type /Page\b(?!s)")


def summary_of(landscape: Landscape, findings: tuple[Finding, ...] | None = None) -> Ringkasan:
    return leaders_summary(landscape, landscape.daftar_instansi[0], findings)


def duplicate(*element_ids: int) -> Finding:
    return Finding(
        "DUP001", "Tercatat lebih dari sekali", "warning", element_ids, "…", "…", "…", f"{element_ids}", basis=()
    )


def test_five_numbers_with_what_they_are_of() -> None:
    landscape = kabupaten_contoh()
    summary = summary_of(landscape)
    assert len(summary.numbers) == 5
    total = summary.numbers[0].value
    assert [number.of for number in summary.numbers[1:3]] == [f"dari {total}"] * 2
    assert summary.numbers[3].of == "dari 43"
    assert "tidak diketahui" in summary.numbers[2].caveat
    assert "belum diketahui" in summary.numbers[3].caveat


def test_groups_recorded_more_than_once_are_counted_with_their_records() -> None:
    b = Builder()
    unit = b.unit("Dinas Kesehatan")
    found = [b.aplikasi(f"SIPANDU {number}", pemilik=unit) for number in range(5)]
    summary = summary_of(b.build(), (duplicate(found[0], found[1]), duplicate(found[2], found[3], found[4])))
    assert (summary.numbers[4].value, summary.numbers[4].caveat) == (2, "5 catatan; menunggu keputusan")
    assert any(decision.title.startswith("Putuskan 2 kelompok") for decision in summary.decisions)


def test_no_check_is_not_the_same_as_no_repetition() -> None:
    b = Builder()
    b.aplikasi("SIPANDU", pelapor=(b.unit("Dinas A"), b.unit("Dinas B")))
    landscape = b.build()
    assert "pemiliknya belum pasti" in summary_of(landscape).numbers[4].label
    assert "lebih dari sekali" in summary_of(landscape, ()).numbers[4].label


def test_decisions_follow_from_the_data_and_name_units_in_alphabetical_order() -> None:
    b = Builder()
    for nama in ("Dinas Zat", "Dinas Api", "Dinas Mata"):
        b.aplikasi(f"App {nama}", pemilik=b.unit(nama), hosting="server_opd")
    summary = summary_of(b.build(), ())
    assert [decision.title for decision in summary.decisions] == [
        "Pindahkan 3 aplikasi milik 3 Perangkat Daerah ke Pusat Data"
    ]
    assert summary.decisions[0].who == "Dinas Api, Dinas Mata, dan Dinas Zat"


def test_units_that_sent_nothing_are_asked_and_named() -> None:
    b = Builder()
    b.unit("Dinas Diam")
    b.aplikasi("SIPANDU", pemilik=(owner := b.unit("Dinas Isi")), pelapor=owner, hosting="pusat_data_daerah")
    summary = summary_of(b.build(), ())
    assert summary.coverage == "Data disampaikan oleh 1 dari 2 Perangkat Daerah; belum: Dinas Diam."
    assert [decision.title for decision in summary.decisions] == ["Minta 1 Perangkat Daerah melengkapi data"]


def test_a_place_that_nobody_named_is_asked_of_those_who_report() -> None:
    b = Builder()
    b.aplikasi("SIMPEG", pelapor=(b.unit("Kecamatan B"), b.unit("Kecamatan A")))
    asked = summary_of(b.build(), ()).decisions[0]
    assert (asked.title, asked.who) == (
        "Minta 2 Perangkat Daerah melengkapi data",
        "Kecamatan A dan Kecamatan B",
    )


def test_at_most_three_decisions() -> None:
    landscape = kabupaten_contoh()
    assert len(summary_of(landscape, ()).decisions) == 3


def crowded() -> Landscape:
    b = Builder()
    for number in range(60):
        unit = b.unit(f"Dinas {'Urusan Yang Sangat Panjang ' * 6}{number}")
        for copy in range(5):
            b.aplikasi(f"{'Aplikasi Bernama Panjang ' * 7}{number}-{copy}", pemilik=unit, hosting="server_opd")
    b.aplikasi("Tanpa pemilik " * 12, pelapor=(unit, unit - 6))
    return b.build()


@pytest.mark.parametrize("make", [kabupaten_contoh, crowded, lambda: Builder().build()])
def test_the_pdf_is_one_page_whatever_the_data(make: object, tmp_path: Path) -> None:
    assert callable(make)
    path = tmp_path / "a.pdf"
    write_report("ringkasan-pimpinan", make(), path, findings=(), watermark="DATA CONTOH")
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(_PAGE.findall(content)) == 1
    assert b"/MediaBox [0 0 595.28 841.89]" in content


def test_the_same_data_give_the_same_pdf(tmp_path: Path) -> None:
    landscape = kabupaten_contoh()
    for name in ("a.pdf", "b.pdf"):
        write_report("ringkasan-pimpinan", landscape, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_machine_without_fonts_gives_a_page_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ringkasan_pdf, "find_font", lambda _: None)
    b = Builder()
    b.aplikasi("Arsip → “Dinas” – 漢字", pelapor=(b.unit("A…"), b.unit("B")), hosting="server_opd")
    content = summary_pdf(summary_of(b.build()), Gambar(None, "Gambar tidak dibuat."), watermark="DATA CONTOH")
    assert len(_PAGE.findall(content)) == 1
    assert b"/Helvetica" in content


def test_without_graphviz_the_page_has_its_picture_and_the_pdf_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    landscape = kabupaten_contoh()
    path = tmp_path / "a.html"
    write_report("ringkasan-pimpinan", landscape, path)
    assert "<svg" in path.read_text(encoding="utf-8")
    home = landscape.daftar_instansi[0].id
    missing = draw_integration(landscape, format="png", instansi_id=home, brief=True)
    assert missing.note.startswith("Gambar tidak dibuat.")
    assert missing.note.split(". ")[0] in summary_page(summary_of(landscape), missing)


def test_the_html_has_the_numbers_the_decisions_and_one_sheet(tmp_path: Path) -> None:
    landscape = kabupaten_contoh()
    path = tmp_path / "a.html"
    write_report("ringkasan-pimpinan", landscape, path, findings=(), watermark="DATA CONTOH")
    text = path.read_text(encoding="utf-8")
    summary = summary_of(landscape, ())
    for number in summary.numbers:
        assert f"<b>{number.shown}</b> <span>{number.of}</span>" in text
    for decision in summary.decisions:
        assert decision.title in text
    assert text.count("<main>") == 1
    assert "DATA CONTOH" in text
    assert "size: A4 portrait" in text
