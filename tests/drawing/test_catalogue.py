"""Views are files: each loads, is in the published schema, and a mistake in one is named with its mend."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from archrepo.declarations.istilah import view_titles
from archrepo.drawing.catalogue import describe, load_view, parse_view, view_names
from archrepo.drawing.definition import ViewDefinition
from archrepo.errors import DeclarationError, UnknownNameError

SCHEMA = Path(__file__).parents[2] / "schema" / "tampilan.schema.json"


def _text(name: str) -> str:
    return files("archrepo.views").joinpath(f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", view_names())
def test_every_view_loads_and_has_its_declared_title(name: str) -> None:
    view = load_view(name)
    assert view.name == name
    assert view.title == view_titles().get(name, view.title)


def test_the_list_names_question_and_readers() -> None:
    rows = {row.name: row for row in describe()}
    assert {"lanskap", "integrasi", "lapisan"} <= rows.keys()
    assert all(row.question.endswith("?") and row.audience for row in rows.values())


def test_the_published_schema_is_that_of_the_definition(request: pytest.FixtureRequest) -> None:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Tampilan archrepo",
        **{key: value for key, value in ViewDefinition.model_json_schema(by_alias=True).items() if key != "title"},
    }
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--perbarui-potret", default=False):
        SCHEMA.write_text(text, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == text


def test_an_unknown_key_is_named_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "lanskap.yaml").write_text(_text("lanskap").replace("pertanyaan:", "pertanyan:"), encoding="utf-8")
    with pytest.raises(DeclarationError) as caught:
        load_view("lanskap", tmp_path)
    assert '"pertanyan" tidak dikenal' in caught.value.message
    assert '"pertanyaan"' in caught.value.mend
    assert caught.value.where is not None
    assert str(tmp_path / "lanskap.yaml") == caught.value.where.file


def test_an_unknown_inner_key_is_compared_with_the_keys_of_its_place() -> None:
    text = _text("lanskap").replace("batas:", "bats:")
    with pytest.raises(DeclarationError) as caught:
        parse_view(text, "lanskap.yaml")
    assert '"gulung.bats"' in caught.value.message
    assert '"batas"' in caught.value.mend
    text = _text("integrasi").replace("    kosong: Tidak ada yang di luar", "    kosng: Tidak ada yang di luar")
    with pytest.raises(DeclarationError) as caught:
        parse_view(text, "integrasi.yaml")
    assert '"kosong"' in caught.value.mend


@pytest.mark.parametrize(
    ("before", "after", "named", "near"),
    [
        ("warna: status_aplikasi", "warna: status_aplikasii", "status_aplikasii", "status_aplikasi"),
        ("syarat: [unit_tanpa_aplikasi]", "syarat: [unit_tanpa]", "unit_tanpa", "unit_tanpa_aplikasi"),
        ("kelas: [Aplikasi, P", "kelas: [Aplikas, P", "Aplikas", "Aplikasi"),
        ("halaman: A3", "halaman: A5", "halaman", "A4"),
        ("nama: lanskap", "nama: lain", "lain", "lanskap"),
    ],
)
def test_an_unknown_word_is_named_with_known_ones(before: str, after: str, named: str, near: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        parse_view(_text("lanskap").replace(before, after, 1), "lanskap.yaml")
    assert named in caught.value.message
    assert near in caught.value.mend


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("batas:", "batas: banyak #", "bilangan bulat"),
        ("batas:", "batas: 0 #", "lebih besar"),
        ("judul:", "judul: 5 #", "teks"),
        ("nama: lanskap", "nama: Lanskap", "huruf kecil"),
    ],
)
def test_what_a_key_expects_is_said_in_indonesian(before: str, after: str, expected: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        parse_view(_text("lanskap").replace(before, after, 1), "lanskap.yaml")
    assert expected in caught.value.mend


def test_a_view_refuses_kinds_that_it_cannot_show() -> None:
    text = _text("lanskap").replace("  kelas: [Aplikasi, PerangkatDaerah]", "  kelas: [Aplikasi, Server]")
    with pytest.raises(DeclarationError, match="tidak dapat menampilkan Server"):
        parse_view(text, "lanskap.yaml")


def test_a_file_in_the_users_folder_is_a_view(tmp_path: Path) -> None:
    own = _text("lanskap").replace("nama: lanskap", "nama: peta-saya")
    (tmp_path / "peta-saya.yaml").write_text(own, encoding="utf-8")
    assert "peta-saya" in view_names(tmp_path)
    assert load_view("peta-saya", tmp_path).name == "peta-saya"


def test_an_unknown_view_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        load_view("lanscap")
    assert caught.value.nearest[0] == "lanskap"
