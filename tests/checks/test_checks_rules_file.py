"""A regency's own file of rules: what it can say, and how a slip is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archrepo.checks.aturan_daerah import AturanDaerah, read_rules
from archrepo.checks.registry import explain, rules, run_checks
from archrepo.errors import DeclarationError, InputError
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder

RULE = """
aturan:
  - kode: DRH001
    jenis: {jenis}
    judul: Aplikasi publik tanpa layanan
    keparahan: warning
    bila: {bila}
    pesan: "{{nama}} milik {{pemilik}} belum lengkap."
    saran: Lengkapi isiannya.
"""


def _read(tmp_path: Path, text: str) -> AturanDaerah:
    path = tmp_path / "aturan.yaml"
    path.write_text(text, encoding="utf-8")
    return read_rules(path, rules())


def _found(tmp_path: Path, landscape: Landscape, bila: str, jenis: str = "Aplikasi") -> list[str]:
    own = _read(tmp_path, RULE.format(bila=bila, jenis=jenis))
    findings = run_checks(landscape, only=("DRH001",), own=own).findings
    return sorted(landscape[one].kode for finding in findings for one in finding.element_ids)


@pytest.fixture(scope="module")
def landscape() -> Landscape:
    b = Builder()
    unit = b.unit("Dinas Kesehatan", kode="U1", tipe="dinas")
    service = b.add("Layanan", "Imunisasi", kode="L1", arah="dua_arah")
    b.aplikasi(
        "SIPANDU", kode="A1", pemilik=unit, status="aktif", hosting="server_opd", layanan=(service,),
        tahun_dibuat=2015, bahasa="PHP 7", jumlah_pengguna=12, berlaku_sampai=date(2026, 12, 31),
    )  # fmt: skip
    b.aplikasi("SIMRS", kode="A2", pemilik=unit, status="pemeliharaan", hosting="pusat_data_daerah", tahun_dibuat=2022)
    b.aplikasi("LAMA", kode="A3", pemilik=unit, status="dihentikan")
    return b.build()


@pytest.mark.parametrize(
    ("bila", "expected"),
    [
        ("{bidang: status, sama: aktif}", ["A1"]),
        ("{bidang: status, sama: Masih digunakan}", ["A1"]),
        ("{bidang: status, bukan: aktif}", ["A2"]),
        ("{bidang: status, salah_satu: [aktif, pemeliharaan]}", ["A1", "A2"]),
        ("{bidang: bahasa, kosong: ya}", ["A2"]),
        ("{bidang: bahasa, kosong: tidak}", ["A1"]),
        ("{bidang: bahasa, bukan: Java}", ["A1"]),
        ("{bidang: bahasa, memuat: php}", ["A1"]),
        ("{bidang: tahun_dibuat, kurang_dari: 2020}", ["A1"]),
        ("{bidang: tahun_dibuat, lebih_dari: 2020}", ["A2"]),
        ("{bidang: tahun_dibuat, lebih_dari: 2010, kurang_dari: 2020}", ["A1"]),
        ("{bidang: jumlah_pengguna, kurang_dari: 20}", ["A1"]),
        ("{bidang: berlaku_sampai, sesudah: hari_ini}", ["A1"]),
        ("{bidang: berlaku_sampai, sebelum: 2027-01-01}", ["A1"]),
        ("{bidang: berlaku_sampai, sebelum: hari_ini}", []),
        ("{bidang: penempatan, sama: di_luar}", ["A1"]),
        ("{bidang: pemilik, memuat: kesehatan}", ["A1", "A2"]),
        ("{relasi: R08}", ["A1"]),
        ("{relasi: mendukung, ada: tidak}", ["A2"]),
        ("{relasi: R08, paling_banyak: 0}", ["A2"]),
        ("{relasi: R08, paling_sedikit: 2}", []),
        ("{relasi: R08, dengan: {bidang: arah, sama: dua_arah}}", ["A1"]),
        ("{relasi: R08, dengan: {bidang: arah, sama: satu_arah}}", []),
        ("{tidak: {bidang: status, sama: aktif}}", ["A2"]),
        ("{salah_satu_dari: [{bidang: status, sama: aktif}, {bidang: tahun_dibuat, sama: 2022}]}", ["A1", "A2"]),
        ("[{bidang: status, sama: aktif}, {bidang: tahun_dibuat, sama: 2022}]", []),
    ],
)
def test_conditions(tmp_path: Path, landscape: Landscape, bila: str, expected: list[str]) -> None:
    assert _found(tmp_path, landscape, bila) == expected


def test_a_relation_that_arrives(tmp_path: Path, landscape: Landscape) -> None:
    assert _found(tmp_path, landscape, "{relasi: R08, ada: ya}", "Layanan") == ["L1"]
    assert _found(tmp_path, landscape, "{relasi: R08, ada: tidak}", "Layanan") == []


def test_applications_that_stopped_are_looked_at_when_asked_for(tmp_path: Path, landscape: Landscape) -> None:
    text = RULE.format(bila="{bidang: status, sama: dihentikan}", jenis="Aplikasi")
    assert not run_checks(landscape, only=("DRH",), own=_read(tmp_path, text)).findings
    text = text.replace("    bila:", "    cakupan: semua\n    bila:")
    (finding,) = run_checks(landscape, only=("DRH",), own=_read(tmp_path, text)).findings
    assert finding.message == "LAMA milik Dinas Kesehatan belum lengkap."
    assert finding.severity == "warning"


def test_an_own_rule_is_explained_and_named_in_every_form(tmp_path: Path, landscape: Landscape) -> None:
    from archrepo.checks.rendering import csv_report, json_report, junit, page, sarif, table

    own = _read(tmp_path, RULE.format(bila="{bidang: status, sama: aktif}", jenis="Aplikasi"))
    assert explain("drh001", own).title == "Aplikasi publik tanpa layanan"
    result = run_checks(landscape, own=own)
    for form in (csv_report, json_report, junit, page, sarif, table):
        assert "DRH001" in form.render(landscape, result)


def test_notes_of_one_unit_are_put_together_with_a_summary(tmp_path: Path, landscape: Landscape) -> None:
    text = RULE.format(bila="{bidang: jenis, kosong: ya}", jenis="Aplikasi") + "    ringkasan: belum disebut jenisnya\n"
    (finding,) = run_checks(landscape, only=("DRH001",), own=_read(tmp_path, text)).findings
    assert finding.message == "Dinas Kesehatan: 2 aplikasi belum disebut jenisnya: SIMRS dan SIPANDU."


def test_severities_and_regulations_of_the_regency(tmp_path: Path, landscape: Landscape) -> None:
    own = _read(
        tmp_path, "keparahan: {INT001: info}\ndasar_daerah: {pusat_data: {aturan: Perbup 12/2025, pasal: Pasal 4}}\n"
    )
    (ours,) = run_checks(landscape, only=("INT001",)).findings
    (theirs,) = run_checks(landscape, only=("INT001",), own=own).findings
    assert (ours.severity, theirs.severity) == ("warning", "info")
    assert ours.fingerprint == theirs.fingerprint
    assert "Perbup 12/2025" not in {basis.rule for basis in ours.basis}
    assert [(row.rule, row.article, row.confidence) for row in theirs.basis if row.rule == "Perbup 12/2025"] == [
        ("Perbup 12/2025", "Pasal 4", "high")
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("jenis: Aplikasi", "jenis: Aplikasy"), ("Aplikasy", "Aplikasi")),
        (("bidang: status", "bidang: statuss"), ("statuss", "status")),
        (("sama: aktif", "sama: aktiv"), ("aktiv", "aktif")),
        (("sama: aktif", "samaa: aktif"), ("samaa", "sama")),
        (("{bidang: status, sama: aktif}", "{relasi: R99}"), ("R99", "R")),
        (("{bidang: status, sama: aktif}", "{relasi: mendukun}"), ("mendukun", "mendukung")),
        (("{bidang: status, sama: aktif}", "{bidang: penempatan, sama: diluar}"), ("diluar", "di_luar")),
        (("keparahan: warning", "keparahan: warnin"), ("warnin", "warning")),
        (("{nama}", "{namaa}"), ("namaa", "nama")),
        (("saran:", "sarann:"), ("sarann", "saran")),
        (("kode: DRH001", "kode: INT901"), ("INT901", "DRH001")),
        (("aturan:", "aturran:"), ("aturran", "aturan")),
    ],
)
def test_a_slip_is_named_with_the_nearest_known(
    tmp_path: Path, change: tuple[str, str], expected: tuple[str, str]
) -> None:
    text = RULE.format(bila="{bidang: status, sama: aktif}", jenis="Aplikasi").replace(*change)
    with pytest.raises(DeclarationError) as caught:
        _read(tmp_path, text)
    assert expected[0] in f"{caught.value.message}"
    assert expected[1] in caught.value.mend
    assert caught.value.where is not None
    assert caught.value.where.file == "aturan.yaml"


@pytest.mark.parametrize(
    "text",
    [
        "aturan: 3",
        "aturan: [3]",
        "aturan: [{kode: DRH001}]",
        "keparahan: [INT001]",
        "keparahan: {INT999: info}",
        "dasar_daerah: {pusatdata: {aturan: x}}",
        RULE.format(bila="[]", jenis="Aplikasi"),
        RULE.format(bila="{}", jenis="Aplikasi"),
        RULE.format(bila="{bidang: status}", jenis="Aplikasi"),
        RULE.format(bila="{bidang: status, kosong: mungkin}", jenis="Aplikasi"),
        RULE.format(bila="{bidang: status, salah_satu: aktif}", jenis="Aplikasi"),
        RULE.format(
            bila="{semua: [{bidang: status, sama: aktif}], tidak: {bidang: nama, kosong: ya}}", jenis="Aplikasi"
        ),
        RULE.format(bila="{relasi: R08, paling_sedikit: banyak}", jenis="Aplikasi"),
        RULE.format(bila="{bidang: nama, kosong: ya}", jenis="Layanan").replace(
            "    bila", "    cakupan: semua\n    bila"
        ),
        RULE.format(bila="{bidang: nama, kosong: ya}", jenis="Layanan").replace("{nama}", "{nama"),
        RULE.format(bila="{bidang: nama, kosong: ya}", jenis="Layanan") + "    indikator: [99]\n",
    ],
)
def test_what_is_not_well_formed_is_refused_with_a_mend(tmp_path: Path, text: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        _read(tmp_path, text)
    assert caught.value.mend.endswith(".")


def test_a_code_is_given_once(tmp_path: Path) -> None:
    text = RULE.format(bila="{bidang: status, sama: aktif}", jenis="Aplikasi")
    with pytest.raises(DeclarationError, match="sudah dipakai"):
        _read(tmp_path, text + text.split("aturan:\n")[1])


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_rules(tmp_path / "tidak-ada.yaml", rules())
