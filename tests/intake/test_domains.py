"""Forms of the six domains as units fill them: what each column means, and what becomes of what it names."""

from __future__ import annotations

from pathlib import Path

import pytest
from lembar import plan_of, write_xlsx
from sheet_drawing import only, read_drawing

from archrepo.declarations.instansi import national_bodies, national_body
from archrepo.declarations.kolom import column
from archrepo.intake.bodies import bodies_in, named_after_nobody, names_nobody
from archrepo.intake.claims import read_claim
from archrepo.intake.planned import Plan
from archrepo.landscape.builder import Builder
from archrepo.names import squeeze


@pytest.fixture
def regency() -> Builder:
    builder = Builder(domain="contohkab.go.id")
    builder.unit("Dinas Sosial", singkatan="Dinsos")
    builder.unit("Dinas Komunikasi dan Informatika", singkatan="Diskominfo")
    return builder


def plan(regency: Builder, path: Path, drawing: str) -> Plan:
    return plan_of(regency.build(), write_xlsx(path / "kiriman.xlsx", Lembar1=drawing), opd="Dinas Sosial")


def made(found: Plan, kelas: str) -> list[dict[str, object]]:
    return [dict(row.fields) for row in found.draft.created.values() if row.kelas == kelas]


def told(found: Plan, code: str) -> list[str]:
    return [problem.message for sheet in found.outcome.sheets for problem in sheet.warnings if problem.code == code]


SERVERS = (
    "No|Nama Server|Kepemilikan Server|{title}|Prosesor|Kapasitas Penyimpanan|Jenis Penyimpanan|Kondisi\n"
    "1|DELL R740|Milik sendiri|Diskominfo|Xeon Silver 4210|4 TB|SAS|Baik\n"
    "2|HP DL380|Sewa|Dinas Sosial|Xeon E5|2 TB|SSD|Rusak ringan"
)


@pytest.mark.parametrize("title", ["Unit Pengelola", "OPD Pengelola", "Unit Penanggung Jawab", "Bidang Pengelola"])
def test_a_column_of_units_is_never_one_of_people(tmp_path: Path, title: str) -> None:
    reading = read_drawing(tmp_path, SERVERS.format(title=title))
    assert [record.references["pengampu"] for record in reading.records] == [("Diskominfo",), ("Dinas Sosial",)]
    assert not any(row.column == title for row in reading.ignored)


def test_units_and_posts_survive_in_a_column_of_people(tmp_path: Path) -> None:
    drawing = "No|Nama Server|Nama Petugas\n1|SRV-1|BKPSDM\n2|SRV-2|Kabid Aptika\n3|SRV-3|Budi Hartono"
    notes = [dict(record.notes) for record in read_drawing(tmp_path, drawing).records]
    assert notes == [{"Nama Petugas": "BKPSDM"}, {"Nama Petugas": "Kabid Aptika"}, {}]


def test_a_list_of_servers(tmp_path: Path) -> None:
    reading = read_drawing(tmp_path, SERVERS.format(title="Unit Pengelola"))
    first = reading.records[0]
    assert (reading.kelas, first.values["status_kepemilikan"], first.values["penyimpanan_gb"]) == (
        "Server", "milik_sendiri", 4096,
    )  # fmt: skip
    assert reading.records[1].values["status_kepemilikan"] == "pihak_ketiga"
    # Models of processors, kinds of disks and the state of a thing are no words of the fields they resemble.
    assert {"Prosesor", "Jenis Penyimpanan", "Kondisi"} <= set(first.notes)
    assert not reading.warnings


def test_a_word_of_the_field_is_read_where_models_are_noted(tmp_path: Path) -> None:
    drawing = "No|Nama Server|Prosesor\n1|SRV-1|High-end\n2|SRV-2|Mid end"
    assert [record.values["prosesor"] for record in read_drawing(tmp_path, drawing).records] == ["high_end", "mid_end"]


@pytest.mark.parametrize(
    ("cell", "value", "partners"),
    [
        ("SIASN", "ya", ("SIASN",)),
        ("Ya (SIASN)", "ya", ("SIASN",)),
        ("Sudah terintegrasi dengan SIPD dan SP4N-LAPOR", "ya", ("SIPD", "SP4N-LAPOR")),
        ("Belum", "tidak", ()),
        ("API", "ya", ()),
        ("Ya", "ya", ()),
        ("Dalam proses", None, ()),
        ("Terintegrasi dengan data center", "ya", ()),
        ("-", None, ()),
    ],
)
def test_a_partner_below_a_question_of_yes_or_no(cell: str, value: str | None, partners: tuple[str, ...]) -> None:
    known = column("Aplikasi", "terintegrasi_dengan")
    assert known is not None
    outcome, named = read_claim(cell, known)
    assert (outcome.value, named) == (value, partners)


def test_a_named_partner_is_an_exchange(regency: Builder, tmp_path: Path) -> None:
    drawing = "No|Nama Aplikasi|Integrasi\n1|SIMPEG Terpadu|SIPD\n2|e-Cuti|Belum"
    found = plan(regency, tmp_path, drawing)
    assert [row["nama"] for row in made(found, "Integrasi")] == ["SIMPEG Terpadu → SIPD"]
    assert [row.get("klaim_integrasi") for row in made(found, "Aplikasi")[:2]] == ["ya", "tidak"]
    assert not told(found, "IMP017")


@pytest.mark.parametrize("word", ["Pihak ketiga", "Swakelola", "Vendor", "Swakelola / Pihak Ketiga"])
def test_who_names_nobody_is_a_note_without_a_warning(regency: Builder, tmp_path: Path, word: str) -> None:
    found = plan(regency, tmp_path, f"No|Nama Aplikasi|Unit Pengembang\n1|SIMPEG Terpadu|{word}")
    assert names_nobody(word)
    assert not told(found, "IMP043")
    assert [(note.title, note.text) for note in found.notes] == [("Unit Pengembang", word)]


def test_the_firm_beside_such_a_word_is_the_developer(regency: Builder, tmp_path: Path) -> None:
    assert named_after_nobody("Vendor: CV. Abadi Jaya") == "CV. Abadi Jaya"
    found = plan(regency, tmp_path, "No|Nama Aplikasi|Unit Pengembang\n1|SIMPEG|Pihak ketiga (PT Maju Bersama)")
    assert [(row["nama"], row["jenis"]) for row in made(found, "InstansiLuar")] == [("PT Maju Bersama", "vendor")]


def test_no_two_bodies_share_a_name() -> None:
    names = [squeeze(name) for body in national_bodies() for name in {squeeze(name): name for name in body.names}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "nama"),
    [
        ("Kemensos", "Kementerian Sosial"),
        ("Kementerian Sosial RI", "Kementerian Sosial"),
        ("Kementerian Sosial (Kemensos)", "Kementerian Sosial"),
        ("KemenPAN-RB", "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"),
        ("Kementerian Komunikasi dan Informatika", "Kementerian Komunikasi dan Digital"),
        ("Dinas Sosial", None),
        ("Kominfo", None),
    ],
)
def test_a_body_by_every_name(text: str, nama: str | None) -> None:
    body = national_body(text)
    assert (body.nama if body else None) == nama


def test_bodies_in_one_cell() -> None:
    assert bodies_in("Kementerian Energi dan Sumber Daya Mineral") == ["Kementerian Energi dan Sumber Daya Mineral"]
    assert bodies_in("Kemensos dan Kemendagri") == ["Kemensos", "Kemendagri"]
    assert bodies_in("BKN, Kementerian PANRB") == ["BKN", "Kementerian PANRB"]


def test_a_ministry_is_one_object_however_it_is_written(regency: Builder, tmp_path: Path) -> None:
    drawing = (
        "No|Nama Layanan|Unit Pelaksana|Kementerian/Lembaga Terkait|Target Layanan\n"
        "1|Rekomendasi Bantuan|Dinas Sosial|Kementerian Sosial|G2C\n"
        "2|Izin Pengumpulan Uang|Dinas Sosial|Kemensos|G2B\n"
        "3|Pengaduan|Dinas Sosial|KemenPANRB, Kemensos|G2C"
    )
    found = plan(regency, tmp_path, drawing)
    assert [row["nama"] for row in made(found, "InstansiLuar")] == [
        "Kementerian Sosial", "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    ]  # fmt: skip
    assert sum(jenis == "R69" for jenis, *_ in found.draft.relations) == 4
    assert not told(found, "IMP043")


def test_a_central_body_is_no_slip_of_the_pen_for_a_unit(tmp_path: Path) -> None:
    builder = Builder(domain="contohkab.go.id")
    builder.unit("Badan Pengelola Keuangan Daerah", singkatan="BPKD")
    builder.unit("Dinas Sosial")
    found = plan(builder, tmp_path, "No|Nama Aplikasi|Unit Pengembang\n1|SIMDA|BPKP")
    assert [row["nama"] for row in made(found, "InstansiLuar")] == ["Badan Pengawasan Keuangan dan Pembangunan"]


def test_a_post_is_no_unit(tmp_path: Path) -> None:
    drawing = (
        "No|Nama Data|Sifat Data|Penanggung Jawab Data\n"
        "1|Data Siswa|Terbuka|Kepala Bidang SD\n2|Data Guru|Terbuka|Kepala Dinas Pendidikan"
    )
    reading = read_drawing(tmp_path, drawing)
    assert [record.references.get("wali_data_id") for record in reading.records] == [None, ("Dinas Pendidikan",)]
    assert reading.records[0].notes == {"Penanggung Jawab Data": "Kepala Bidang SD"}


def test_names_that_nobody_knows_are_one_message_for_a_column_and_notes(regency: Builder, tmp_path: Path) -> None:
    lines = "\n".join(f"{n}|Aplikasi Uji {n}|Layanan Izin {n}|Data ASN" for n in range(1, 31))
    found = plan(regency, tmp_path, f"No|Nama Aplikasi|Layanan yang Didukung|Data yang Digunakan\n{lines}")
    services, data = told(found, "IMP047")
    assert services.startswith("Layanan yang Didukung: 30 nama belum tercatat")
    assert '"Data ASN"' in data
    assert "1 nama" in data
    assert len({note.ref for note in found.notes if note.title == "Layanan yang Didukung"}) == 30


SECURITY = (
    "No|Nama Aplikasi|Kategori Sistem Elektronik|Nilai Indeks KAMI|Tanggal Penilaian|Standar Keamanan"
    "|Audit Keamanan Terakhir|Hasil Audit|Penanggung Jawab\n"
    "1|SIMPEG Terpadu|Tinggi|410|12-03-2025|SNI ISO/IEC 27001|2024|Cukup|Diskominfo\n"
    "2|e-Cuti|Rendah||||Belum pernah||Diskominfo"
)


def test_a_security_form_gives_what_it_tells_of_each_application(regency: Builder, tmp_path: Path) -> None:
    found = plan(regency, tmp_path, SECURITY)
    (category,) = made(found, "KategorisasiSistemElektronik")
    assert (category["hasil"], str(category["tanggal"])) == ("tinggi", "2025-03-12")
    programmes = {row["nama"]: row for row in made(found, "ProgramKeamanan")}
    assert programmes.keys() == {"Audit keamanan SIMPEG Terpadu 2024", "SNI ISO/IEC 27001"}
    assert programmes["Audit keamanan SIMPEG Terpadu 2024"]["hasil"] == "Cukup"
    applications = {row["nama"]: row for row in made(found, "Aplikasi")}
    assert [row["kategori_se"] for row in applications.values()] == ["tinggi", "rendah"]
    assert "luaran" not in applications["SIMPEG Terpadu"]
    assert sum(jenis == "R34" for jenis, *_ in found.draft.relations) == 2
    assert {(note.title, note.text) for note in found.notes} == {
        ("Nilai Indeks KAMI", "410"), ("Tanggal Kegiatan", "2024"), ("Audit Keamanan Terakhir", "Belum pernah"),
    }  # fmt: skip


def test_a_date_that_belongs_to_no_category_stays_a_note(tmp_path: Path) -> None:
    record = only(read_drawing(tmp_path, "No|Nama Aplikasi|URL|Tanggal Penilaian\n#1|SIPANDU|a.go.id|12-03-2025"))
    assert record.notes == {"Tanggal Penilaian": "12-03-2025"}
