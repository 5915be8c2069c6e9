"""Exports keep the contract of columns and spelling, and come back without changing anything."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened
from archrepo.declarations.kolom import split_values
from archrepo.declarations.metamodel import LAYERS
from archrepo.errors import UsageError
from archrepo.exchange.export import export_layers
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder
from archrepo.landscape.loader import load_landscape
from archrepo.repository import Repository

CONTRACT = [
    "kode",
    "nama",
    "singkatan",
    "pemilik",
    "pelapor",
    "pengguna",
    "deskripsi",
    "fungsi",
    "bentuk",
    "jenis",
    "kepemilikan",
    "basis",
    "status",
    "lokasi_hosting",
    "penempatan",
    "keterhubungan",
    "status_integrasi",
    "klaim_integrasi",
    "url",
    "basis_data",
    "pengembang",
    "tahun_dibuat",
    "layanan",
    "proses_bisnis",
    "data",
    "terintegrasi_dengan",
    "sumber",
    "instansi",
]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def applications(b: Builder) -> list[dict[str, str]]:
    return rows_of(export_layers(b.build(), layer="aplikasi", form="csv", target=None, instansi_id=b.instansi))


def test_the_columns_of_aplikasi_stand_in_the_order_of_the_contract() -> None:
    text = export_layers(Builder().build(), layer="aplikasi", form="csv", target=None, instansi_id=1)
    assert text.splitlines()[0].split(",")[: len(CONTRACT)] == CONTRACT


def test_several_values_and_references_are_written_as_an_import_reads_them() -> None:
    b = Builder()
    dinkes = b.unit("Dinas Kesehatan")
    services = (b.add("Layanan", "Antrean; daring"), b.add("Layanan", 'Loket "A"'))
    partner = b.aplikasi("SIGIZI", pemilik=dinkes)
    own = b.aplikasi(
        "SIPANDU",
        pemilik=dinkes,
        pelapor=dinkes,
        layanan=services,
        hosting="server_opd",
        sumber=b.sumber("Isian Dinkes.xlsx", 17, sheet="Aplikasi"),
    )
    b.integrasi(own, partner)
    row = next(row for row in applications(b) if row["nama"] == "SIPANDU")
    assert split_values(row["layanan"]) == ("Antrean; daring", 'Loket "A"')
    assert (row["pemilik"], row["pelapor"], row["pengguna"]) == ("Dinas Kesehatan",) * 3
    assert row["terintegrasi_dengan"] == "SIGIZI"
    assert row["sumber"] == "Isian Dinkes.xlsx!Aplikasi!17"
    assert (row["lokasi_hosting"], row["penempatan"], row["status_integrasi"]) == ("server_opd", "di_luar", "di_luar")


def test_what_is_not_stated_stays_empty() -> None:
    b = Builder()
    b.aplikasi("SIMPEG", pelapor=(b.unit("Kecamatan A"), b.unit("Kecamatan B")))
    row = applications(b)[0]
    assert [row[name] for name in ("pemilik", "klaim_integrasi", "lokasi_hosting", "status", "sumber")] == [""] * 5
    assert split_values(row["pelapor"]) == ("Kecamatan A", "Kecamatan B")


@pytest.mark.parametrize("name", ["=1+1", "+62", "-5", "@SUM(A1)", "'kutip"])
def test_formula_like_text_gets_one_quote_in_csv_and_none_in_xlsx(tmp_path: Path, name: str) -> None:
    b = Builder()
    b.aplikasi(name)
    assert applications(b)[0]["nama"] == f"'{name}"
    path = tmp_path / "a.xlsx"
    export_layers(b.build(), layer="aplikasi", form="xlsx", target=path, instansi_id=b.instansi)
    cell = load_workbook(path).worksheets[0]["B2"]
    assert (cell.value, cell.data_type) == (name, "s")


def test_two_services_of_one_name_are_told_apart_by_kode() -> None:
    b = Builder()
    first, _ = b.add("Layanan", "Pengaduan", kode="DAL-0001"), b.add("Layanan", "PENGADUAN", kode="DAL-0002")
    b.aplikasi("SIPANDU", layanan=(first,))
    assert applications(b)[0]["layanan"] == "DAL-0001"


def test_a_layer_of_several_classes_says_the_class_first() -> None:
    b = Builder()
    room = b.add("FasilitasKomputasi", "Pusat Data Diskominfo", jenis="pusat_data")
    b.add("Server", "SRV-1", fasilitas_id=room, memori_gb=64)
    text = export_layers(b.build(), layer="infrastruktur", form="csv", target=None, instansi_id=b.instansi)
    assert text.startswith("kelas,kode,nama,")
    server = next(row for row in rows_of(text) if row["kelas"] == "Server")
    assert (server["nama"], server["fasilitas_id"], server["memori_gb"]) == ("SRV-1", "Pusat Data Diskominfo", "64")


def test_json_is_one_document_of_all_layers() -> None:
    b = Builder()
    b.aplikasi("SIPANDU", hosting="server_opd")
    document = json.loads(export_layers(b.build(), layer=None, form="json", target=None, instansi_id=b.instansi))
    assert list(document["layers"]) == list(LAYERS)
    assert {row["kelas"] for row in document["layers"]["aplikasi"]} == {"Aplikasi", "Penempatan"}


def test_a_csv_of_all_layers_needs_a_folder_and_gives_a_file_a_layer(tmp_path: Path) -> None:
    b = Builder()
    with pytest.raises(UsageError, match="folder"):
        export_layers(b.build(), layer=None, form="csv", target=None, instansi_id=b.instansi)
    export_layers(b.build(), layer=None, form="csv", target=tmp_path / "isi", instansi_id=b.instansi)
    assert {f"{layer}.csv" for layer in LAYERS} <= {file.name for file in (tmp_path / "isi").iterdir()}


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "isi").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="tidak dapat dibuat"):
        export_layers(Builder().build(), layer=None, form="csv", target=tmp_path / "isi", instansi_id=1)


# ---- imported again


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    url = f"sqlite:///{tmp_path}/isi.db"
    initialise(url, "penguji", instansi="Kabupaten Contoh", domain="contohkab.go.id")
    with opened(url) as found:
        yield found


def load(repository: Repository) -> Landscape:
    with repository.read() as connection:
        return load_landscape(connection)


def bring(repository: Repository, *paths: Path) -> bool:
    request = ImportRequest(tuple(str(path) for path in paths))
    return import_files(repository, "penguji", request, read_request(request)).written


LISTS = {
    "kiriman.csv": (
        "OPD,Nama Aplikasi,URL,Status Aplikasi,Lokasi Server,Tahun,Nama Layanan,Terintegrasi Dengan\n"
        "Dinas Kesehatan,SIPANDU,sipandu.contohkab.go.id,Aktif,Server OPD,2020,Posyandu; Imunisasi,SIGIZI\n"
        "Dinas Kesehatan,SIGIZI,sigizi.contohkab.go.id,Aktif,Server Diskominfo,2021,,\n"
        "Dinas Kesehatan,SRIKANDI,srikandi.arsip.go.id,Aktif,,,,\n"
        "Dinas Sosial,=SIKS,siks.contohkab.go.id,Tidak aktif,Cloud,,,\n"
        "Dinas Sosial,SIPANDU,sipandu.contohkab.go.id,Aktif,,,,\n"
    ),
}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_export_that_is_imported_changes_nothing(repository: Repository, tmp_path: Path, form: str) -> None:
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert bring(repository, tmp_path / name)
    before = load(repository)
    target = tmp_path / ("isi" if form == "csv" else "isi.xlsx")
    home = before.daftar_instansi[0].id
    export_layers(before, layer=None, form=form, target=target, instansi_id=home)
    written = bring(repository, target)
    after = load(repository)
    assert not written
    assert after.elements == before.elements
    assert set(after.edges) == set(before.edges)
