"""What a regency adds: views in its own folder, its own looks, and the question why something is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from contoh_kecil import small
from PIL import Image

from archrepo.drawing import FORMATS, draw
from archrepo.drawing.catalogue import describe, load_view, view_names
from archrepo.drawing.definition import ViewDefinition
from archrepo.drawing.explanation import explain_view
from archrepo.drawing.theme import theme
from archrepo.drawing.theme_file import load_theme
from archrepo.errors import DeclarationError, InputError, UnknownNameError
from archrepo.landscape.builder import Builder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one view that a regency wrote itself."""
    text = files("archrepo.views").joinpath("keamanan.yaml").read_text(encoding="utf-8")
    (tmp_path / "milik-kami.yaml").write_text(text.replace("nama: keamanan", "nama: milik-kami"), encoding="utf-8")
    return tmp_path


def _archrepo(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "archrepo", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_own_views_are_listed_as_such(folder: Path) -> None:
    rows = {row.name: row.is_own for row in describe(folder)}
    assert rows["milik-kami"]
    assert not rows["keamanan"]
    said = _archrepo("view", "--list", ARCHREPO_VIEWS=str(folder))
    assert "milik-kami" in said.stdout
    assert "(buatan sendiri)" in said.stdout


def test_an_own_view_is_drawn(folder: Path) -> None:
    svg = draw(small(), load_view("milik-kami", folder), format="svg").decode()
    assert "Keamanan Aplikasi" in svg


def test_a_mistake_is_named_with_file_key_and_nearest(folder: Path) -> None:
    path = folder / "milik-kami.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("judul_warna:", "judul_wrna:"), encoding="utf-8")
    said = _archrepo("view", "milik-kami", "--folder", str(folder), "-o", "x.svg")
    assert said.returncode == 2
    for word in ("milik-kami.yaml", "judul_wrna", "judul_warna"):
        assert word in said.stderr


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Folder tampilan tidak ada"):
        view_names(tmp_path / "tidak-ada")


def test_the_published_schema_knows_every_key_that_ours_use() -> None:
    schema = json.loads((Path(__file__).parents[2] / "schema" / "tampilan.schema.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]) == {
        field.alias for field in ViewDefinition.model_fields.values() if field.alias is not None
    }


# ---- why something is missing


@pytest.mark.parametrize("view", [name for name in view_names() if name != "perubahan"])
def test_every_view_says_what_it_selects(view: str) -> None:
    first, second, *_rest = explain_view(small(), load_view(view))
    assert first == f"{load_view(view).title}: {load_view(view).question}"
    assert second.startswith("Isi: ")


def test_the_reason_is_told_for_one_element() -> None:
    b = Builder()
    unit = b.unit("Dinas A", kode="OPD-1")
    b.aplikasi("Jalan", kode="A1", pemilik=unit, status="aktif")
    b.aplikasi("Henti", kode="A2", pemilik=unit, status="dihentikan")
    b.aplikasi("Formulir", kode="A3", pemilik=unit, status="aktif", bentuk="formulir_tautan")
    landscape, view = b.build(), load_view("keamanan")
    told = {kode: explain_view(landscape, view, kode=kode)[-1] for kode in ("A1", "A2", "A3", "OPD-1")}
    assert told["A1"].startswith("Jalan (A1) digambar pada: Belum dikategorikan")
    assert "statusnya bukan aktif" in told["A2"]
    assert "formulir" in told["A3"]
    assert "tidak memuat Perangkat Daerah" in told["OPD-1"]
    with pytest.raises(UnknownNameError):
        explain_view(landscape, view, kode="A9")


# ---- own looks


def _theme_file(folder: Path, text: str) -> Path:
    Image.new("RGB", (40, 60), "#0067A8").save(folder / "lambang.png")
    path = folder / "tema.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_name_and_emblem_stand_in_every_format(tmp_path: Path) -> None:
    look = load_theme(_theme_file(tmp_path, "daerah: {nama: Pemerintah Kabupaten Uji, lambang: lambang.png}\n"))
    plain = {form: draw(small(), "lanskap", format=form) for form in FORMATS}
    ours = {form: draw(small(), "lanskap", format=form, theme=look) for form in FORMATS}
    assert all(plain[form] != ours[form] for form in FORMATS)
    for form in ("svg", "html"):
        assert b"Pemerintah" in ours[form]
        assert b'href="data:image/png;base64,' in ours[form]
        assert str(tmp_path).encode() not in ours[form]


def test_what_a_theme_says_goes_before_ours(tmp_path: Path) -> None:
    text = "tinta: '#101010'\nsimpul:\n  - {bila: {status_aplikasi: aktif}, ikon: '★', warna: '#003300'}\n"
    look = load_theme(_theme_file(tmp_path, text))
    assert look.ink == "#101010"
    assert look.nodes[0].attributes == {"ikon": "★", "warna": "#003300"}
    assert look.nodes[1:] == theme().nodes
    assert "★" in draw(small(), "lanskap", format="svg", theme=look).decode()


@pytest.mark.parametrize(
    ("text", "what", "mend"),
    [
        ("tinda: '#101010'\n", "tinda", "tinta"),
        ("daerah: {nam: x}\n", "daerah.nam", "nama"),
        ("tinta: '#CCCCCC'\n", "sukar dibaca", "lebih gelap"),
        ("tinta: merah\n", "tidak dikenal", "#1A1A1A"),
        ("tinta: [1]\n", "berbeda bentuk", "tema.yaml"),
        ("huruf: {judul: besar}\n", "bukan bentuknya", "tema.yaml"),
    ],
)
def test_a_wrong_theme_is_told_with_its_mend(tmp_path: Path, text: str, what: str, mend: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        load_theme(_theme_file(tmp_path, text))
    assert what in caught.value.message
    assert mend in caught.value.mend


def test_an_emblem_that_is_no_image_is_named(tmp_path: Path) -> None:
    path = _theme_file(tmp_path, "daerah: {lambang: bukan.png}\n")
    (tmp_path / "bukan.png").write_text("<svg onload='x'>", encoding="utf-8")
    with pytest.raises(InputError, match="Lambang tidak dapat dibaca"):
        load_theme(path)
