"""What an import proposes and leaves to people: renames and replacements."""

from __future__ import annotations

from pathlib import Path

import pytest
from lembar import plan_of, write_xlsx

from archrepo.intake.proposals import successor_in
from archrepo.landscape.builder import Builder


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Digantikan SPMB Online.", "SPMB Online"),
        ("sudah diganti dengan aplikasi e-Presensi, sejak 2024", "e-Presensi"),
        ("beralih ke SRIKANDI (2023)", "SRIKANDI"),
        ("Aktif digunakan", None),
        ("penggantian server", None),
    ],
)
def test_successor_in_a_remark(text: str, name: str | None) -> None:
    assert successor_in(text) == name


def test_remark_proposes_a_replacement_and_changes_nothing(tmp_path: Path) -> None:
    drawing = (
        "Nama Aplikasi|OPD|URL|Keterangan\n"
        "PPDB Online|Dinas A|ppdb.x.go.id|Digantikan SPMB Online mulai tahun ajaran 2025\n"
        "SPMB Online|Dinas A|spmb.x.go.id|-\n"
        "SILAMA|Dinas A|lama.x.go.id|diganti dengan e-Tidakada pada 2023"
    )
    plan = plan_of(Builder().build(), write_xlsx(tmp_path / "a.xlsx", Daftar=drawing))
    found = [(row.kind, row.row, row.dari["nama"], row.ke["nama"]) for row in plan.outcome.proposals]
    assert found == [("menggantikan", 2, "SPMB Online", "PPDB Online"), ("menggantikan", 4, "e-Tidakada", "SILAMA")]
    assert not any(jenis == "R18" for jenis, _, _ in plan.draft.relations)
