"""Pictures are drawn by the real Graphviz: every format, any name, whole files, clear errors."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zlib
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from contoh_kecil import HOSTILE, small
from contoh_lanskap import regency
from hypothesis import given, settings
from hypothesis import strategies as st

from archrepo.checks.finding import Finding, fingerprint_of
from archrepo.drawing import FORMATS, draw, draw_to_file
from archrepo.drawing.catalogue import load_view
from archrepo.drawing.dot import to_dot
from archrepo.drawing.engine import NoGraphvizError, TimeLimitError, run
from archrepo.drawing.render import Request, compose
from archrepo.drawing.scope import EVERYTHING
from archrepo.drawing.sheet import Sheet
from archrepo.drawing.theme import theme
from archrepo.errors import ExitCode, UsageError
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder

VIEWS = ("lanskap", "integrasi", "lapisan")
SNAPSHOTS = Path(__file__).parent / "potret"
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def _sheet(landscape: Landscape, view: str, watermark: str | None = None) -> Sheet:
    return compose(landscape, load_view(view), Request(EVERYTHING, watermark=watermark))


def _parsed(svg: bytes) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - drawn by ourselves


# ---- the DOT text


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_landscape_gives_the_same_text(view: str) -> None:
    assert draw(regency(90), view, format="dot") == draw(regency(90), view, format="dot")


def test_graphviz_places_lanes_one_below_the_other() -> None:
    sheet = _sheet(regency(60), "lapisan")
    lanes = [box for box in sheet.boxes if box.id.startswith("lajur-") and not box.id.endswith("-tepi")]
    assert [box.id for box in lanes] == [
        f"lajur-{name}" for name in ("proses_bisnis", "layanan", "data", "aplikasi", "infrastruktur", "keamanan")
    ]
    assert all(upper.y + upper.height <= lower.y for upper, lower in pairwise(lanes))
    assert {path.tooltip for path in sheet.paths} >= {"mendukung", "mengelola data", "berjalan pada", "menampung"}


# ---- the sheet


def test_letters_are_never_smaller_than_the_theme_allows() -> None:
    sheet = _sheet(regency(260), "lanskap")
    assert min(run.size for label in sheet.labels for line in label.lines for run in line) >= 6.0


def test_merged_elements_are_told_on_the_sheet() -> None:
    svg = draw(regency(2_000), "lanskap", format="svg").decode()
    assert re.search(r"1\.\d{3} digabung menjadi \d+ baris", svg)


def test_findings_are_counted_and_shown_with_their_elements() -> None:
    landscape = small()
    element = next(row for row in landscape.elements if row.nama == "Antrean")
    finding = Finding(
        code="INT001", title="Belum di Pusat Data", severity="warning", element_ids=(element.id,), message="m", why="w",
        mend="d", fingerprint=fingerprint_of("INT001", "KAB", (element.kode,)),
    )  # fmt: skip
    svg = draw(landscape, "lanskap", format="svg", findings=[finding]).decode()
    assert "1 catatan perbaikan pada 1 elemen" in svg.replace("&#160;", " ")
    assert "Catatan perbaikan: Belum di Pusat Data (INT001)" in svg


# ---- formats


@pytest.mark.parametrize("view", VIEWS)
def test_every_format_is_what_it_says(view: str) -> None:
    content = {name: draw(small(), view, format=name, watermark="DATA CONTOH") for name in FORMATS}
    assert content["png"].startswith(b"\x89PNG")
    assert content["pdf"].startswith(b"%PDF")
    assert _parsed(content["svg"]).tag == f"{SVG}svg"
    assert content["dot"].startswith(b"digraph")
    assert content["html"].startswith(b"<!DOCTYPE html>")
    assert b"http-equiv" in content["html"]
    for text in (content["svg"], content["dot"], content["html"]):
        assert b"DATA CONTOH" in text


def _opened(pdf: bytes) -> bytes:
    """Return a PDF with its compressed objects readable, so that no other program is needed to look at it."""
    parts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompressobj().decompress(stream))
    return b"\n".join(parts)


def test_the_sheet_is_one_landscape_a3(tmp_path: Path) -> None:
    path = draw_to_file(small(), "lanskap", path=tmp_path / "a.pdf")
    written = _opened(path.read_bytes())
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == 1
    assert re.search(rb"/MediaBox\s*\[\s*0 0 119[01]\S* 84[12]", written)


@pytest.mark.parametrize("view", VIEWS)
def test_the_watermark_runs_across_every_format(view: str) -> None:
    plain, marked = (draw(small(), view, format="png", watermark=text) for text in (None, "DATA CONTOH"))
    assert plain != marked
    svg = _parsed(draw(small(), view, format="svg", watermark="DATA CONTOH"))
    (mark,) = [path for path in svg.iter(f"{SVG}path") if path.get("stroke") == theme().watermark]
    strokes = [line for line in re.split("M", mark.get("d") or "") if line]
    spread = [float(pair.split(" ")[0]) for line in strokes for pair in line.split("L")]
    assert len(strokes) > 10
    assert max(spread) - min(spread) > 0.5 * 1191


def test_screen_readers_hear_title_description_and_elements() -> None:
    svg = _parsed(draw(small(), "lanskap", format="svg"))
    assert svg.get("role") == "img"
    assert [child.tag for child in svg][:2] == [f"{SVG}title", f"{SVG}desc"]
    titles = [element.text or "" for element in svg.iter(f"{SVG}title")]
    assert any(title.startswith("SIMRS (DAA-0001)") for title in titles)
    assert not any(title.startswith("cluster_") for title in titles)


def test_ids_stay_when_the_names_change() -> None:
    def ids(nama: str) -> set[str]:
        b = Builder()
        b.aplikasi(nama, kode="DAA-0009", pemilik=b.unit("Dinas A"))
        svg = _parsed(draw(b.build(), "lanskap", format="svg"))
        return {element.get("id") or "" for element in svg.iter() if "simpul" in (element.get("class") or "")}

    assert ids("Satu") == ids("Dua") == {"e__KAB__DAA-0009"}


# ---- names


def assert_harmless(svg: bytes) -> None:
    """No script, no event, no foreign thing, no link but those allowed."""
    root = _parsed(svg)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) not in ("script", "foreignObject", "image", "iframe")
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            if name in ("href", f"{XLINK}href"):
                assert value.startswith(("http://", "https://", "mailto:"))


def _with_name(name: str) -> Landscape:
    b = Builder()
    unit = b.unit(name, singkatan=name)
    service = b.add("Layanan", name)
    b.aplikasi(name, kode=name[:30] or "X", pemilik=unit, status=name, url=f"javascript:{name}", layanan=(service,))
    return b.build()


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:20])
@pytest.mark.parametrize("view", VIEWS)
def test_hostile_names_draw_and_do_no_harm(view: str, name: str) -> None:
    svg = draw(_with_name(name), view, format="svg", region_name=name, watermark=name)
    assert_harmless(svg)
    assert b"javascript:" not in b"".join(re.findall(rb'href="[^"]*"', svg))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120), st.sampled_from(VIEWS))
def test_any_text_as_a_name_draws(name: str, view: str) -> None:
    assert_harmless(draw(_with_name(name), view, format="svg"))


@pytest.mark.parametrize("output", ["png", "pdf"])
def test_many_hostile_names_on_one_sheet_draw(output: str) -> None:
    b = Builder()
    for name in HOSTILE:
        b.aplikasi(name, pemilik=b.unit(name), status="aktif")
    assert len(draw(b.build(), "lanskap", format=output)) > 1_000


def test_names_are_shown_as_they_are() -> None:
    b = Builder()
    b.aplikasi('SI "Tani" & <Pangan> | \\N', pemilik=b.unit("Dinas Pertanian & Pangan"), status="aktif")
    svg = _parsed(draw(b.build(), "lanskap", format="svg"))
    said = ["".join(element.itertext()).replace("\xa0", " ") for element in svg.iter(f"{SVG}text")]
    assert any("Dinas Pertanian & Pangan" in text for text in said)
    assert 'SI "Tani" & <Pangan> | ∖N' in " ".join(said)


# ---- what can go wrong


def test_without_graphviz_the_mend_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setattr("archrepo.drawing.engine.find_spec", lambda _name: None)
    for view, form in (("lanskap", "png"), ("lapisan", "svg")):
        with pytest.raises(NoGraphvizError) as caught:
            draw(small(), view, format=form)
    assert caught.value.exit_code == ExitCode.MISSING
    assert "apt-get install graphviz" in caught.value.mend
    assert draw(small(), "lanskap", format="dot").startswith(b"digraph")
    assert _parsed(draw(small(), "lanskap", format="svg")).get("role") == "img"


def test_a_run_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "dot"
    program.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(TimeLimitError) as caught:
        draw(small(), "lanskap", format="png", seconds=0.3)
    assert caught.value.exit_code == ExitCode.MISSING


def test_what_takes_too_long_is_tried_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    b = Builder()
    service = b.add("Layanan", "Layanan A")
    app = b.aplikasi("Aplikasi A", layanan=(service,))
    for number in range(12):
        b.relasi("R33", app, b.add("KontrolKeamanan", f"Kontrol {number}"))
    landscape = b.build()
    real = shutil.which("dot")
    program = tmp_path / "dot"
    # A picture with every control by itself is too much for this one.
    program.write_text(
        f'#!/bin/sh\ntext=$(cat)\ncase "$text" in *KTR-0011*) exec sleep 30 ;; esac\n'
        f'printf "%s" "$text" | {real} "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    svg = draw(landscape, "lapisan", format="svg", seconds=2).decode()
    assert "12 digabung" in " ".join(_parsed(svg.encode()).itertext()).replace("\xa0", " ")


def test_a_dot_that_fails_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "dot"
    program.write_text("#!/bin/sh\necho 'Error: kurang ingatan' >&2; exit 3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(Exception, match="kurang ingatan"):
        draw(small(), "lanskap", format="png")


def test_an_unknown_format_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        draw_to_file(small(), "lanskap", path=tmp_path / "a.bmp")
    assert "svg" in caught.value.mend


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "peta.svg"
    path.write_text("yang lama", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", partial(_fail, "penuh"))
    with pytest.raises(UsageError, match=r"peta\.svg"):
        draw_to_file(small(), "lanskap", path=path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["peta.svg"]
    assert path.read_text(encoding="utf-8") == "yang lama"


def _fail(text: str, *_arguments: object) -> None:
    raise OSError(text)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tidak ada"):
        draw_to_file(small(), "lanskap", path=tmp_path / "tidak ada" / "a.svg")


def test_drawing_is_not_loaded_with_pydantic_or_the_database() -> None:
    code = (
        "import sys, archrepo.drawing; print([n for n in ('pydantic', 'sqlalchemy', 'graphviz') if n in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"


def test_a_sheet_can_be_painted_from_its_text_alone() -> None:
    sheet = _sheet(small(), "integrasi")
    assert run(to_dot(sheet, "DejaVu Sans,Arial"), "svg").startswith(b"<?xml")
