"""What an import will write: which element a row is about, who owns it, what is refused or only warned of."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lembar import plan_of, write_xlsx

from archrepo.intake.planned import Plan
from archrepo.intake.problems import FileProblem
from archrepo.landscape.builder import Builder

DOMAIN = "contohkab.go.id"


@pytest.fixture
def regency() -> Builder:
    builder = Builder(domain=DOMAIN)
    for number in range(1, 10):
        builder.unit(f"Kecamatan {'ABCDEFGHI'[number - 1]}satu")
    builder.unit("Dinas Kesehatan", singkatan="Dinkes", alias=("Diskes",))
    builder.unit("Badan Kepegawaian", singkatan="BKPSDM")
    return builder


def applications(plan: Plan) -> list[dict[str, object]]:
    return [
        {"instansi": row.instansi_id, **row.fields} for row in plan.draft.created.values() if row.kelas == "Aplikasi"
    ]


def edges(plan: Plan, jenis: str) -> int:
    return sum(1 for kind, *_ in plan.draft.relations if kind == jenis)


def codes(plan: Plan) -> list[str]:
    return [problem.code for sheet in plan.outcome.sheets for problem in (*sheet.refused, *sheet.warnings)]


def test_six_units_that_list_one_host_give_one_object_without_owner(regency: Builder, tmp_path: Path) -> None:
    lines = "\n".join(f"{n}|Kecamatan {letter}satu|SIMPEG|simpeg.{DOMAIN}" for n, letter in enumerate("ABCDEF", 1))
    path = write_xlsx(tmp_path / "a.xlsx", Aplikasi=f"No|Perangkat Daerah|Nama Aplikasi|URL\n{lines}")
    plan = plan_of(regency.build(), path)
    (simpeg,) = applications(plan)
    assert "perangkat_daerah_id" not in simpeg
    assert edges(plan, "R58") == edges(plan, "R16") == 6
    sheet = next(iter(plan.outcome.sheets))
    assert (sheet.count("created"), sheet.count("joined")) == (1, 5)
    assert len(plan.sources) == 6


def test_nine_units_that_list_a_national_application_give_one_national_object(regency: Builder, tmp_path: Path) -> None:
    lines = "\n".join(f"{n}|Kecamatan {letter}satu|SRIKANDI" for n, letter in enumerate("ABCDEFGHI", 1))
    path = write_xlsx(tmp_path / "a.xlsx", Aplikasi=f"No|OPD|Nama Aplikasi\n{lines}")
    plan = plan_of(regency.build(), path)
    (srikandi,) = applications(plan)
    assert srikandi["instansi"] == regency.nasional
    assert srikandi["nasional"] == "srikandi"
    assert edges(plan, "R16") == 9


def test_the_only_reporter_on_the_regencys_domain_becomes_owner(regency: Builder, tmp_path: Path) -> None:
    drawing = f"No|OPD|Nama Aplikasi|URL\n1|Dinkes|SIPANDU|sipandu.{DOMAIN}\n2|Dinkes|SIGIZI|sigizi.example.com"
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Aplikasi=drawing))
    own, elsewhere = applications(plan)
    assert own["dasar_pemilik"] == "pelapor_tunggal"
    assert "perangkat_daerah_id" not in elsewhere


def test_a_column_names_the_owner_and_the_reporter_stays_a_user(regency: Builder, tmp_path: Path) -> None:
    drawing = f"No|OPD|Nama Aplikasi|OPD Pengampu|URL\n1|Dinkes|SIMPEG|BKPSDM|simpeg.{DOMAIN}"
    landscape = regency.build()
    plan = plan_of(landscape, write_xlsx(tmp_path / "a.xlsx", Aplikasi=drawing))
    (simpeg,) = applications(plan)
    owner = simpeg["perangkat_daerah_id"]
    assert isinstance(owner, int)
    assert landscape[owner].nama == "Badan Kepegawaian"
    assert simpeg["dasar_pemilik"] == "kolom"
    assert edges(plan, "R58") == 1


def test_rows_that_meet_keep_the_first_value_and_report_the_difference(regency: Builder, tmp_path: Path) -> None:
    drawing = (
        f"No|OPD|Nama Aplikasi|URL|Status Aplikasi\n1|Dinkes|SIMPEG|simpeg.{DOMAIN}|Aktif\n"
        f"2|BKPSDM|Simpeg|https://simpeg.{DOMAIN}/|Tidak aktif"
    )
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Aplikasi=drawing))
    (simpeg,) = applications(plan)
    assert simpeg["status"] == "aktif"
    assert "IMP044" in codes(plan)


def test_different_kode_are_different_elements(regency: Builder, tmp_path: Path) -> None:
    drawing = "Kode Aplikasi|OPD|Nama Aplikasi\nAPL-1|Dinkes|SIPANDU\nAPL-2|Dinkes|SIPANDU"
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Aplikasi=drawing))
    assert len(applications(plan)) == 2


def test_a_row_with_a_kode_is_the_one_listed_without(regency: Builder, tmp_path: Path) -> None:
    first = write_xlsx(tmp_path / "a.xlsx", Aplikasi="No|OPD|Nama Aplikasi\n1|Dinkes|SIPANDU")
    second = write_xlsx(tmp_path / "b.xlsx", Aplikasi="Kode Aplikasi|OPD|Nama Aplikasi\nAPL-1|Dinkes|SIPANDU")
    plan = plan_of(regency.build(), first, second)
    (element,) = (row for row in plan.draft.created.values() if row.kelas == "Aplikasi")
    assert element.kode == "APL-1"


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        ("No|Nama Aplikasi|Status Aplikasi\n1|SIPANDU|Aktif\n2|SIMPEG|Aktif", "IMP033"),
        ("Kode Aplikasi|OPD|Nama Aplikasi\nAPL-1|Dinkes|SIPANDU\nAPL-1|Dinkes|SIMPEG", "IMP034"),
        ("No|OPD|Nama Aplikasi|Terintegrasi Dengan\n1|Dinkes|SIPANDU|DAA-0999", "IMP035"),
    ],
)
def test_what_is_refused(regency: Builder, tmp_path: Path, drawing: str, code: str) -> None:
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Data=drawing))
    assert code in [problem.code for sheet in plan.outcome.sheets for problem in sheet.refused]


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        ("No|OPD|Nama Aplikasi|Terintegrasi Dengan\n1|Dinkes|SIPANDU|Aplikasi Antah Berantah", "IMP043"),
        ("No|OPD|Nama Aplikasi\n1|Dinas Kesehatn|SIPANDU", "IMP041"),
        ("No|OPD|Nama Aplikasi\n1|Dinas Antah Berantah|SIPANDU", "IMP042"),
    ],
)
def test_what_is_only_warned_of(regency: Builder, tmp_path: Path, drawing: str, code: str) -> None:
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Aplikasi=drawing))
    assert code in codes(plan)
    assert not plan.outcome.has_refused
    assert len(applications(plan)) == 1


def test_an_ambiguous_alias_is_proposed_never_resolved(tmp_path: Path) -> None:
    from archrepo.landscape import AliasAmbigu, Landscape

    builder = Builder()
    a, b = builder.unit("Badan Keuangan Daerah"), builder.unit("Badan Kepegawaian")
    base = builder.build()
    landscape = Landscape(
        base.elements, as_of=base.as_of, ambiguous_aliases=[AliasAmbigu(builder.instansi, "bkd", (a, b))]
    )
    plan = plan_of(landscape, write_xlsx(tmp_path / "a.xlsx", Aplikasi="No|OPD|Nama Aplikasi\n1|BKD|SIPANDU"))
    assert "IMP040" in codes(plan)
    (unit,) = (row for row in plan.draft.created.values() if row.kelas == "PerangkatDaerah")
    assert unit.keadaan == "perlu_konfirmasi"
    assert plan.outcome.new_units[0]["nearest"] == ["Badan Keuangan Daerah", "Badan Kepegawaian"]


def test_a_partner_named_later_in_the_batch_is_found(regency: Builder, tmp_path: Path) -> None:
    drawing = "No|OPD|Nama Aplikasi|Terintegrasi Dengan\n1|Dinkes|SIPANDU|SIGIZI\n2|Dinkes|SIGIZI|"
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Aplikasi=drawing))
    (exchange,) = (row for row in plan.draft.created.values() if row.kelas == "Integrasi")
    assert (exchange.fields["status"], exchange.fields.get("jalur")) == ("sudah", None)


def test_where_it_runs_becomes_a_placement(regency: Builder, tmp_path: Path) -> None:
    drawing = "No|OPD|Nama Aplikasi|Lokasi Server\n1|Dinkes|SIPANDU|Server OPD"
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Aplikasi=drawing))
    (placement,) = (row for row in plan.draft.created.values() if row.kelas == "Penempatan")
    assert placement.fields["lokasi"] == "server_opd"


def test_a_room_is_known_by_its_own_name(regency: Builder, tmp_path: Path) -> None:
    room = regency.add("FasilitasKomputasi", "Gedung Mario", jenis="pusat_data")
    drawing = "No|OPD|Nama Aplikasi|Lokasi Server\n1|Dinkes|SIPANDU|Gedung Mario"
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Aplikasi=drawing))
    (placement,) = (row for row in plan.draft.created.values() if row.kelas == "Penempatan")
    assert placement.fields["fasilitas_id"] == room


def test_all_users_is_a_group_and_never_a_unit(regency: Builder, tmp_path: Path) -> None:
    drawing = "No|OPD|Nama Aplikasi|Pengguna\n1|Dinkes|SIPANDU|Seluruh OPD"
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Aplikasi=drawing))
    (sipandu,) = applications(plan)
    assert sipandu["kelompok_pengguna"] == "seluruh_perangkat_daerah"
    assert not [row for row in plan.draft.created.values() if row.kelas == "PerangkatDaerah"]


def test_row_numbers_of_refused_rows_are_excels(regency: Builder, tmp_path: Path) -> None:
    drawing = "DAFTAR APLIKASI\n\nNo|Nama Aplikasi|Status Aplikasi\n1|SIPANDU|Aktif\n2|SIMPEG|Aktif"
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Data=drawing))
    sheet = next(iter(plan.outcome.sheets))
    assert [problem.row for problem in sheet.refused] == [4, 5]


def test_unit_of_a_cut_sheet_name_is_known(tmp_path: Path) -> None:
    builder = Builder(domain=DOMAIN)
    unit = builder.unit("Dinas Kependudukan dan Pencatatan Sipil")
    path = write_xlsx(tmp_path / "a.xlsx", **{"Dinas Kependudukan dan Pencatat": "Nama Aplikasi|URL\nX|x.go.id"})
    plan = plan_of(builder.build(), path)
    assert [source.pelapor for source in plan.sources] == [unit]
    assert codes(plan) == []


def test_body_outside_that_owns_is_no_unit_of_the_regency(regency: Builder, tmp_path: Path) -> None:
    drawing = "Nama Aplikasi|Pemilik Aplikasi|URL\nX|Kementerian Contoh|x.go.id\nY|Dinas Kesehatan|y.go.id"
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Daftar=drawing))
    made = {row.kelas: row.fields["nama"] for row in plan.draft.created.values() if row.kelas != "Aplikasi"}
    assert made == {"InstansiLuar": "Kementerian Contoh"}
    assert plan.outcome.new_units == []
    assert not plan.outcome.has_refused


def test_aliases_of_a_new_unit_are_learnt_one_by_one(tmp_path: Path) -> None:
    builder = Builder(domain=DOMAIN)
    units = "Nama Perangkat Daerah|Singkatan|Nama Lain|Tipe\nDinas Baru|Disbar|Dinas Lama; Kantor Lama|dinas"
    path = write_xlsx(
        tmp_path / "a.xlsx", Perangkat_Daerah=units, Aplikasi="Nama Aplikasi|OPD|URL\nX|Kantor Lama|x.go.id"
    )
    plan = plan_of(builder.build(), path)
    assert [row.fields["nama"] for row in plan.draft.created.values() if row.kelas == "PerangkatDaerah"] == [
        "Dinas Baru"
    ]


def test_row_of_several_names_tells_the_strongest_outcome(regency: Builder, tmp_path: Path) -> None:
    drawing = "Nama Aplikasi|OPD|URL\nSIBARU|Dinas Kesehatan|b.go.id\nSILAMA; SIBARU|Dinas Kesehatan|-"
    plan = plan_of(regency.build(), write_xlsx(tmp_path / "a.xlsx", Daftar=drawing))
    (sheet,) = plan.outcome.sheets
    assert sheet.outcomes == {2: "created", 3: "created"}


HEADER = [
    "Nama Aplikasi",
    "OPD",
    "Lokasi Server",
    "Status",
    "URL",
    "Tahun",
    "Terintegrasi Dengan",
    "Pemilik",
    "Keterangan",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(st.text(max_size=24), min_size=9, max_size=9), min_size=1, max_size=4))
def test_any_texts_in_cells_are_read_and_planned(rows: list[list[str]], tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    try:
        plan = plan_of(Builder().build(), path)
    except FileProblem:
        return
    assert set(next(iter(plan.outcome.sheets)).outcomes) <= set(range(2, len(rows) + 2))
