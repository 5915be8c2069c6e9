"""A regency's own knowledge: added to what is shipped, refused where it does not fit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from archrepo.declarations.resource import schema_document
from archrepo.errors import DeclarationError
from archrepo.similarity.tambahan import merged, use_file

SHIPPED = schema_document("kemiripan.yaml")


def test_lists_grow_and_names_are_added() -> None:
    found = merged(
        SHIPPED,
        {
            "akronim": {"SIPETA": ["Sistem Penataan Tambak"]},
            "nama_lazim": ["sipeta"],
            "fungsi": [
                {"id": "presensi", "kata": ["apel pagi"]},
                {"id": "tambak", "label": "tambak", "kata": ["tambak"]},
            ],
            "unit": {"singkatan": ["distambak"]},
        },
        "kami.yaml",
    )
    assert found["akronim"]["daftar"]["SIPETA"] == ["Sistem Penataan Tambak"]
    assert found["akronim"]["daftar"]["SIMPEG"] == SHIPPED["akronim"]["daftar"]["SIMPEG"]
    functions = {row["id"]: row for row in found["fungsi"]["daftar"]}
    assert {"apel pagi", "absensi"} <= set(functions["presensi"]["kata"])
    assert functions["tambak"]["label"] == "tambak"
    assert {"distambak", "dinkes"} <= set(found["unit"]["singkatan"])
    assert "apel pagi" not in {word for row in SHIPPED["fungsi"]["daftar"] for word in row["kata"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("akronym: {A: [b]}", "akronim"),
        ("fungsi: presensi", "daftar"),
        ("fungsi: [{kata: [a]}]", "id"),
        ("- satu", "kunci"),
        ("akronim: [", "YAML"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "kami.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeclarationError) as refused:
        use_file(path)
    assert said in f"{refused.value.message} {refused.value.mend}"
    assert "kami.yaml" in str(refused.value.where)


def test_an_added_file_changes_a_judgement(tmp_path: Path) -> None:
    path = tmp_path / "kami.yaml"
    path.write_text('akronim: {ZQX: ["Penataan Tambak Rakyat"]}', encoding="utf-8")
    code = (
        "import sys\nfrom pathlib import Path\nfrom archrepo.similarity.tambahan import use_file\n"
        "if len(sys.argv) > 1: use_file(Path(sys.argv[1]))\n"
        "from archrepo.similarity.penilaian import judge\nfrom archrepo.similarity.profil import Profil\n"
        "print(judge(Profil(id=1, nama='ZQX'), Profil(id=2, nama='Penataan Tambak Rakyat')).label)"
    )
    said = [
        subprocess.run([sys.executable, "-c", code, *more], capture_output=True, text=True, check=True).stdout.strip()
        for more in ((), (str(path),))
    ]
    assert said == ["berbeda", "duplikat"]
