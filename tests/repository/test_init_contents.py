"""What a repository starts with: references, the Instansi, the units of a file; and that repeating changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from archrepo.declarations.kosakata import vocabulary
from archrepo.errors import InputError
from archrepo.landscape import Landscape, PerangkatDaerah
from archrepo.landscape.loader import load_landscape
from archrepo.model import Batch, KodeReferensi
from archrepo.model.rincian import ELEMEN
from archrepo.repository import Repository, init_contents, read_unit_file
from archrepo.repository.isi import instansi_kode

UNITS = """
schema: perangkat-daerah/1
daerah: {nama: Kabupaten Contoh, domain: contohkab.go.id, kode_kemendagri: "99.01"}
perangkat_daerah:
  - {id: setda, nama: "Sekretariat Daerah", singkatan: Setda, alias: [Sekda], tipe: sekretariat_daerah}
  - {id: dinkes, nama: "Dinas Kesehatan", singkatan: Dinkes, alias: [Dikes, BKD], tipe: dinas, urusan: ["1.02"],
     confidence: high}
  - {id: rsud, nama: "RSUD Contoh", tipe: rsud, induk: dinkes, urusan: ["1.02"], urusan_confidence: {"1.02": low}}
  - {id: diskominfo, nama: "Dinas Kominfo", tipe: dinas, peran: [wali_data], confidence: low}
bagian_setda:
  confidence: low
  induk: setda
  daftar:
    - {id: bag_umum, nama: "Bagian Umum", alias: [Umum]}
alias_ambigu:
  daftar:
    - {alias: BKD, mungkin: [dinkes, setda], juga: ["Badan KD"]}
    - {alias: Kominfo, mungkin: [diskominfo]}
bukan_perangkat_daerah:
  - {nama: "BPS Kabupaten Contoh", jenis: instansi_vertikal, confidence: high}
"""


@pytest.fixture
def unit_file(tmp_path: Path) -> Path:
    path = tmp_path / "unit.yaml"
    path.write_text(UNITS, encoding="utf-8")
    return path


def _landscape(repository: Repository) -> Landscape:
    with repository.read() as connection:
        return load_landscape(connection)


def _unit(landscape: Landscape, nama: str) -> PerangkatDaerah:
    return next(unit for unit in landscape.units() if unit.nama == nama)


def test_without_options_there_is_one_unnamed_instansi(each_repository: Repository) -> None:
    summary = init_contents(each_repository, actor="Penguji")
    assert (summary.instansi, summary.kode, summary.units, summary.changed) == ("Pemerintah Daerah", "PEMDA", 0, True)
    landscape = _landscape(each_repository)
    assert [row.nama for row in landscape.daftar_instansi] == ["Pemerintah Daerah"]
    assert landscape.nasional is not None
    assert {row.instansi_id for row in landscape.of_class("Urusan")} == {landscape.nasional.id}
    assert len(landscape.of_class("Urusan")) == 44
    assert len(landscape.of_class("Indikator")) == 47


def test_a_second_run_changes_nothing(each_repository: Repository, unit_file: Path) -> None:
    init_contents(each_repository, actor="Penguji", units=read_unit_file(unit_file))

    def state() -> list[tuple[int, int]]:
        with each_repository.read() as connection:
            rows = connection.execute(select(ELEMEN.c.id, ELEMEN.c.versi).order_by(ELEMEN.c.id))
            return [(row.id, row.versi) for row in rows]

    before = state()
    for units in (read_unit_file(unit_file), None):
        summary = init_contents(each_repository, actor="Penguji", units=units)
        assert (summary.changed, summary.new_units, summary.units) == (False, 0, 5)
    assert state() == before
    with each_repository.read() as connection:
        assert len(connection.execute(select(Batch.id)).all()) == 1


def test_the_unnamed_instansi_takes_the_name_that_is_given_later(repository: Repository, unit_file: Path) -> None:
    init_contents(repository, actor="Penguji")
    init_contents(repository, actor="Penguji", units=read_unit_file(unit_file))
    (instansi,) = _landscape(repository).daftar_instansi
    assert (instansi.nama, instansi.kode, instansi.domain_situs) == (
        "Kabupaten Contoh",
        "KAB-CONTOH",
        "contohkab.go.id",
    )
    assert instansi.nilai("kode_wilayah") == "99.01"


def test_another_name_is_another_instansi(repository: Repository) -> None:
    init_contents(repository, actor="Penguji", instansi="Kabupaten Contoh")
    init_contents(repository, actor="Penguji", instansi="Kota Teladan")
    for same in ("Kab. Contoh", "Pemerintah Kabupaten Contoh", "kota-teladan"):
        assert not init_contents(repository, actor="Penguji", instansi=same).changed
    assert [row.kode for row in _landscape(repository).daftar_instansi] == ["KAB-CONTOH", "KOTA-TELADAN"]


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("Pemerintah Daerah", "PEMDA"),
        ("Pemerintah Kabupaten Tabanan", "KAB-TABANAN"),
        ("Kota Batu", "KOTA-BATU"),
        ("Provinsi Daerah Khusus Ibukota Jakarta", "PROV-DAERAH-KHUSUS-IBUKOTA-JAKARTA"),
    ],
)
def test_the_kode_of_an_instansi_is_readable(nama: str, kode: str) -> None:
    assert instansi_kode(nama) == kode


def test_units_of_a_file(repository: Repository, unit_file: Path) -> None:
    init_contents(repository, actor="Penguji", units=read_unit_file(unit_file))
    landscape = _landscape(repository)
    dinkes, rsud, setda = (_unit(landscape, nama) for nama in ("Dinas Kesehatan", "RSUD Contoh", "Sekretariat Daerah"))
    assert (dinkes.singkatan, dinkes.tipe, dinkes.keyakinan) == ("Dinkes", "dinas", "tinggi")
    assert rsud.induk_id == dinkes.id
    assert (_unit(landscape, "Bagian Umum").induk_id, _unit(landscape, "Bagian Umum").keyakinan) == (setda.id, "rendah")
    assert [urusan.kode for urusan in landscape.targets(dinkes.id, "R02")] == ["1.02"]
    assert [dict(edge.atribut) for edge in landscape.out(rsud.id, "R02")] == [{"keyakinan": "rendah"}]
    assert landscape.daftar_instansi[0].walidata_id == _unit(landscape, "Dinas Kominfo").id


def test_an_ambiguous_name_is_nobodys_certain_name(repository: Repository, unit_file: Path) -> None:
    init_contents(repository, actor="Penguji", units=read_unit_file(unit_file))
    landscape = _landscape(repository)
    dinkes, setda = _unit(landscape, "Dinas Kesehatan"), _unit(landscape, "Sekretariat Daerah")
    assert dinkes.alias == ("Dikes",)
    means = {row.alias: row.unit_ids for row in landscape.ambiguous_aliases}
    assert means == {
        "bkd": (dinkes.id, setda.id),
        "badan kd": (dinkes.id, setda.id),
        "kominfo": (_unit(landscape, "Dinas Kominfo").id,),
    }


def test_what_is_no_unit_is_an_outside_body_of_nasional(repository: Repository, unit_file: Path) -> None:
    init_contents(repository, actor="Penguji", units=read_unit_file(unit_file))
    landscape = _landscape(repository)
    (bps,) = landscape.of_class("InstansiLuar")
    assert landscape.is_national(bps)
    assert (bps.nama, bps.nilai("jenis"), bps.keyakinan) == ("BPS Kabupaten Contoh", "instansi_vertikal", "tinggi")


def test_what_people_changed_is_left_alone(repository: Repository, unit_file: Path) -> None:
    init_contents(repository, actor="Penguji", units=read_unit_file(unit_file))
    unit = _unit(_landscape(repository), "Dinas Kesehatan")
    with repository.write("Ani", "edit") as work:
        work.writer.update("PerangkatDaerah", unit.id, {"nama": "Dinas Kesehatan dan KB", "tipe": "badan"})
    assert init_contents(repository, actor="Penguji", units=read_unit_file(unit_file)).new_units == 0
    renamed = _landscape(repository)[unit.id]
    assert (renamed.nama, renamed.nilai("tipe")) == ("Dinas Kesehatan dan KB", "badan")


def test_units_added_to_the_file_are_added(repository: Repository, unit_file: Path) -> None:
    init_contents(repository, actor="Penguji", units=read_unit_file(unit_file))
    more = UNITS.replace("bagian_setda:", '  - {id: distan, nama: "Dinas Pertanian"}\nbagian_setda:')
    unit_file.write_text(more, encoding="utf-8")
    summary = init_contents(repository, actor="Penguji", units=read_unit_file(unit_file))
    assert (summary.new_units, summary.units) == (1, 6)


# ---- reference codes


def test_reference_codes_hang_below_each_other(repository: Repository) -> None:
    init_contents(repository, actor="Penguji")
    with repository.read() as connection:
        rows = connection.execute(select(KodeReferensi.__table__)).all()
    known = {row.kode for row in rows}
    assert {row.induk_kode for row in rows} <= known | {None}
    assert all(row.tingkat == row.kode.count(".") for row in rows)
    for row in rows:
        expected = row.kode.rsplit(".", 1)[0] if row.tingkat > 1 else None
        assert row.induk_kode == expected
    names = {row.kode: row.nama for row in rows}
    assert names["RAB.04.01"] == names["RAL.01.25"] == "Kesehatan"
    assert names["RAD.02.10.05"] == "Kewirausahaan", "numbered by the copy, not by its place"
    assert names["RAB.01.01.03"] == "Potensi Pertahanan"
    assert "Manajemen Keamanan Informasi" not in {name for kode, name in names.items() if kode.startswith("RAL.01.43.")}


def test_confidence_is_told_in_the_words_of_the_vocabulary(repository: Repository) -> None:
    init_contents(repository, actor="Penguji")
    known = {value.id for value in vocabulary("keyakinan").nilai}
    with repository.read() as connection:
        assert set(connection.execute(select(KodeReferensi.keyakinan)).scalars()) <= known
        assert set(connection.execute(select(ELEMEN.c.keyakinan)).scalars()) <= known | {None}


# ---- files that are none


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (":\n - ][", "YAML"),
        ("a: 1", "bukan berkas unit"),
        ("schema: perangkat-daerah/1", "susunannya tidak dikenali"),
        ("schema: perangkat-daerah/1\nperangkat_daerah: [{id: a}]", "susunannya tidak dikenali"),
        ("schema: perangkat-daerah/1\nperangkat_daerah: [{id: a, nama: A}, {id: a, nama: B}]", "dua kali"),
        ("schema: perangkat-daerah/1\nperangkat_daerah: [{id: a, nama: A, induk: z}]", '"z"'),
    ],
)
def test_a_file_that_is_no_unit_file_is_refused(
    repository: Repository, tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "unit.yaml"
    path.write_text(text)
    with pytest.raises(InputError, match=message) as caught:
        init_contents(repository, actor="Penguji", units=read_unit_file(path))
    assert caught.value.where is not None
    assert caught.value.where.file == "unit.yaml"
    with repository.read() as connection:
        assert connection.execute(select(ELEMEN.c.id)).all() == []


def test_a_missing_or_unreadable_file_is_refused(repository: Repository, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tidak ditemukan"):
        init_contents(repository, actor="Penguji", units=read_unit_file(tmp_path / "tidak-ada.yaml"))
    (tmp_path / "gambar.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="tidak dapat dibaca"):
        init_contents(repository, actor="Penguji", units=read_unit_file(tmp_path / "gambar.yaml"))
