"""Imports into a real repository: again, corrected, partly, by a plan, and with a unit that reports less."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "intake"))

from lembar import write_xlsx

from archrepo.commands.editing import edit_element
from archrepo.commands.importing import (
    ImportRequest,
    RepositoryMovedError,
    apply_saved,
    import_files,
    preview,
    read_request,
    save_plan,
)
from archrepo.commands.initialise import initialise
from archrepo.commands.merging import MergeRefusedError, merge_elements
from archrepo.commands.opening import find_unit, opened
from archrepo.commands.units import alias_unit, confirm_unit
from archrepo.declarations.kosakata import vocabularies
from archrepo.errors import InputError, UnknownNameError
from archrepo.intake.outcome import ImportOutcome
from archrepo.intake.own_spellings import read_spellings
from archrepo.landscape import Aplikasi, Landscape, PerangkatDaerah
from archrepo.landscape.loader import load_landscape
from archrepo.model.penulis import StaleEditError
from archrepo.repository import Repository, init_contents, read_unit_file

HEAD = "No|OPD|Nama Aplikasi|URL|Status Aplikasi|Lokasi Server|Keterangan"
ROWS = (
    "1|Dinas Kesehatan|SIPANDU|sipandu.contohkab.go.id|Aktif|Server OPD|dipakai posyandu",
    "2|Dinas Kesehatan|SIGIZI|sigizi.contohkab.go.id|Aktif|Server Diskominfo|",
    "3|Dinas Sosial|SIPANDU|sipandu.contohkab.go.id|Tidak aktif|Server OPD|tidak jadi dipakai",
)


@pytest.fixture
def repository(engine_url: str) -> Iterator[Repository]:
    initialise(engine_url, "penguji", instansi="Kabupaten Contoh", domain="contohkab.go.id")
    with opened(engine_url) as found:
        yield found


def load(repository: Repository) -> Landscape:
    with repository.read() as connection:
        return load_landscape(connection)


def bring(repository: Repository, *paths: Path, **options: object) -> ImportOutcome:
    request = ImportRequest(tuple(str(path) for path in paths), **options)  # type: ignore[arg-type]
    return import_files(repository, "penguji", request, read_request(request, repository))


def sheet_of(outcome: ImportOutcome) -> dict[str, int]:
    sheet = next(iter(outcome.sheets))
    return {word: sheet.count(word) for word in ("created", "updated", "unchanged", "joined", "refused")}


def by_name(repository: Repository, nama: str) -> Aplikasi:
    return next(row for row in load(repository).of(Aplikasi) if row.nama == nama)


def draw(tmp_path: Path, *rows: str, head: str = HEAD, name: str = "a.xlsx") -> Path:
    return write_xlsx(tmp_path / name, Aplikasi="\n".join((head, *rows)))


def test_a_second_import_of_the_same_file_changes_nothing(repository: Repository, tmp_path: Path) -> None:
    path = draw(tmp_path, *ROWS)
    first = bring(repository, path)
    assert sheet_of(first) == {"created": 2, "updated": 0, "unchanged": 0, "joined": 1, "refused": 0}
    before = load(repository)
    second = bring(repository, path)
    assert sheet_of(second)["unchanged"] == 3
    assert (second.batch, second.written) == (None, False)
    after = load(repository)
    assert after.elements == before.elements
    assert set(after.edges) == set(before.edges)


def test_every_element_knows_its_rows(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, *ROWS))
    sources = [str(source) for source in by_name(repository, "SIPANDU").sumber]
    assert sources == ["a.xlsx!Aplikasi!2", "a.xlsx!Aplikasi!4"]


def test_a_corrected_cell_is_taken_from_the_same_unit(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, *ROWS[:2]))
    outcome = bring(repository, draw(tmp_path, ROWS[0].replace("Aktif", "Dihentikan"), ROWS[1]))
    assert sheet_of(outcome)["updated"] == 1
    assert by_name(repository, "SIPANDU").status == "dihentikan"


def test_what_was_edited_by_hand_survives_the_same_file(repository: Repository, tmp_path: Path) -> None:
    path = draw(tmp_path, *ROWS[:2])
    bring(repository, path)
    edit_element(repository, "penguji", by_name(repository, "SIPANDU").kode, {"status": "dihentikan"})
    bring(repository, path)
    assert by_name(repository, "SIPANDU").status == "dihentikan"


def test_an_owner_by_single_report_is_taken_back_when_a_second_unit_reports(
    repository: Repository, tmp_path: Path
) -> None:
    bring(repository, draw(tmp_path, *ROWS[:2]))
    assert by_name(repository, "SIPANDU").dasar_pemilik == "pelapor_tunggal"
    bring(repository, draw(tmp_path, ROWS[2], name="b.xlsx"))
    assert by_name(repository, "SIPANDU").pemilik_id is None


def test_a_row_gone_from_the_units_new_file_is_flagged_and_comes_back(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, *ROWS[:2]))
    outcome = bring(repository, draw(tmp_path, ROWS[0]))
    assert next(iter(outcome.sheets)).elements.no_longer_reported == 1
    assert by_name(repository, "SIGIZI").tidak_lagi_dilaporkan
    bring(repository, draw(tmp_path, *ROWS[:2]))
    assert not by_name(repository, "SIGIZI").tidak_lagi_dilaporkan


def test_another_list_of_the_same_unit_replaces_nothing(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, *ROWS[:2]))
    bring(repository, draw(tmp_path, "1|Dinas Kesehatan|SIKDA|||||", name="lain.xlsx"))
    assert not by_name(repository, "SIGIZI").tidak_lagi_dilaporkan


def test_text_of_no_field_stays_with_the_element(repository: Repository, tmp_path: Path) -> None:
    head = HEAD.replace("Keterangan", "Warna Favorit")
    bring(repository, draw(tmp_path, ROWS[0], head=head))
    assert by_name(repository, "SIPANDU").catatan == {"Warna Favorit": "dipakai posyandu"}


def test_a_refused_row_stops_everything_unless_partial(repository: Repository, tmp_path: Path) -> None:
    path = draw(tmp_path, "1||TANPA UNIT||||", ROWS[0])
    assert not bring(repository, path).written
    assert not load(repository).of(Aplikasi)
    outcome = bring(repository, path, partial=True)
    assert outcome.written
    assert [row.nama for row in load(repository).of(Aplikasi)] == ["SIPANDU"]


def test_a_preview_writes_nothing(repository: Repository, tmp_path: Path) -> None:
    request = ImportRequest((str(draw(tmp_path, *ROWS)),))
    outcome = preview(repository, request, read_request(request))
    assert (outcome.dry_run, outcome.written, sheet_of(outcome)["created"]) == (True, False, 2)
    assert not load(repository).of(Aplikasi)


def test_a_saved_plan_is_applied_once_and_refused_when_the_repository_moved(
    repository: Repository, tmp_path: Path
) -> None:
    request = ImportRequest((str(draw(tmp_path, *ROWS)),))
    readings = read_request(request)
    save_plan(tmp_path / "plan.json", request, readings, preview(repository, request, readings))
    assert apply_saved(repository, "penguji", tmp_path / "plan.json").written
    with pytest.raises(RepositoryMovedError):
        apply_saved(repository, "penguji", tmp_path / "plan.json")


def test_a_pending_unit_is_joined_when_its_name_is_explained(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, *ROWS[:2], "3|Dinkes Contoh|SIKDA|sikda.contohkab.go.id|Aktif||"))
    confirm_unit(repository, "penguji", "Dinas Kesehatan")
    unit = alias_unit(repository, "penguji", "Dinkes Contoh", "Dinas Kesehatan")
    landscape = load(repository)
    assert len(landscape.out(unit.id, "R58")) == 3
    assert "Dinkes Contoh" not in [row.nama for row in landscape.units()]
    again = bring(repository, draw(tmp_path, *ROWS[:2], "3|Dinkes Contoh|SIKDA|sikda.contohkab.go.id|Aktif||"))
    assert not again.written


def test_a_merge_keeps_links_sources_names_and_is_remembered(repository: Repository, tmp_path: Path) -> None:
    rows = (ROWS[0], "2|Dinas Sosial|e-Pandu|pandu.contohkab.go.id|Aktif|Server OPD|dari dinsos")
    path = draw(tmp_path, *rows)
    bring(repository, path)
    kept = merge_elements(
        repository, "penguji", by_name(repository, "SIPANDU").kode, [by_name(repository, "e-Pandu").kode]
    )
    landscape = load(repository)
    assert [row.nama for row in landscape.of(Aplikasi)] == ["SIPANDU"]
    merged = landscape.of(Aplikasi)[0]
    assert merged.alias == ("e-Pandu",)
    assert len(merged.sumber) == 2
    assert len(landscape.into(kept.id, "R58")) == 2
    assert not bring(repository, path).written


UNITS = """
schema: perangkat-daerah/1
perangkat_daerah:
  - {id: 1, nama: "Dinas Kesehatan", tipe: dinas}
  - {id: 2, nama: "Puskesmas Satu", alias: ["PKM Satu"], tipe: uptd, induk: 1}
  - {id: 3, nama: "Puskesmas Dua", tipe: uptd, induk: 2}
"""


@pytest.fixture
def with_units(repository: Repository, tmp_path: Path) -> Repository:
    path = tmp_path / "unit.yaml"
    path.write_text(UNITS, encoding="utf-8")
    init_contents(repository, actor="penguji", units=read_unit_file(path))
    return repository


def unit_of(repository: Repository, name: str) -> PerangkatDaerah:
    return next(unit for unit in load(repository).units() if unit.nama == name)


def test_a_part_is_merged_into_its_whole_with_names_reports_and_parts(with_units: Repository, tmp_path: Path) -> None:
    path = draw(tmp_path, "1|PKM Satu|SIPANDU|sipandu.contohkab.go.id|Aktif||")
    bring(with_units, path)
    whole, part = unit_of(with_units, "Dinas Kesehatan"), unit_of(with_units, "Puskesmas Satu")
    merge_elements(with_units, "penguji", whole.kode, [part.kode])
    landscape = load(with_units)
    assert unit_of(with_units, "Dinas Kesehatan").induk_id is None
    assert unit_of(with_units, "Puskesmas Dua").induk_id == whole.id
    assert {edge.dari for edge in landscape.into(by_name(with_units, "SIPANDU").id, "R58")} == {whole.id}
    assert {unit for sheet in landscape.sheets for unit in sheet.pelapor_ids} == {whole.id}
    assert find_unit(landscape, whole.instansi_id or 0, "PKM Satu").id == whole.id
    assert not bring(with_units, path).written


def test_three_units_in_a_line_become_one_without_a_parent(with_units: Repository) -> None:
    names = ("Dinas Kesehatan", "Puskesmas Satu", "Puskesmas Dua")
    kept, *others = (unit_of(with_units, name).kode for name in names)
    merge_elements(with_units, "penguji", kept, others)
    left = [unit for unit in load(with_units).units() if unit.nama in names]
    assert [(unit.kode, unit.induk_id) for unit in left] == [(kept, None)]


def test_a_whole_is_not_merged_into_its_part(with_units: Repository) -> None:
    whole, part = unit_of(with_units, "Dinas Kesehatan"), unit_of(with_units, "Puskesmas Dua")
    with pytest.raises(MergeRefusedError, match="unit di bawah"):
        merge_elements(with_units, "penguji", part.kode, [whole.kode])


def test_an_edit_that_says_nothing_new_writes_nothing(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, ROWS[0]))
    before = by_name(repository, "SIPANDU")
    edit_element(repository, "penguji", before.kode, {"nama": "SIPANDU"}, versi=before.versi)
    assert by_name(repository, "SIPANDU").versi == before.versi
    with pytest.raises(StaleEditError):
        edit_element(repository, "penguji", before.kode, {"nama": "SIPANDU"}, versi=before.versi + 1)


def test_what_a_refused_row_may_name_still_counts_as_reported(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, *ROWS[:2]))
    head = f"{HEAD}|Terintegrasi Dengan"
    path = draw(tmp_path, f"{ROWS[0]}|", f"{ROWS[1]}|DAA-0999", head=head)
    outcome = bring(repository, path, partial=True)
    refused = [(problem.row, problem.code) for sheet in outcome.sheets for problem in sheet.refused]
    assert (refused, outcome.written) == ([(3, "IMP035")], False)
    assert not by_name(repository, "SIGIZI").tidak_lagi_dilaporkan


def test_a_unit_that_says_it_has_none_has_reported(repository: Repository, tmp_path: Path) -> None:
    path = draw(tmp_path, ROWS[0], "2|Dinas Sosial|tidak ada||||")
    bring(repository, path)
    landscape = load(repository)
    sosial = next(unit for unit in landscape.units() if unit.nama == "Dinas Sosial")
    assert sosial.id in {unit for sheet in landscape.sheets for unit in sheet.pelapor_ids}
    assert not landscape.out(sosial.id, "R58")
    assert not bring(repository, path).written


def test_a_workbook_of_only_none_is_kept_too(repository: Repository, tmp_path: Path) -> None:
    path = draw(tmp_path, "1|Dinas Sosial|tidak ada||||", "2|Dinas Kesehatan|nihil||||")
    assert bring(repository, path).written
    assert len({unit for sheet in load(repository).sheets for unit in sheet.pelapor_ids}) == 2
    assert not bring(repository, path).written


def mapped(outcome: ImportOutcome, title: str) -> tuple[str, str]:
    return next(
        (row["field"], row["source"]) for sheet in outcome.sheets for row in sheet.mapping if row["column"] == title
    )


def test_a_corrected_column_is_remembered_for_the_units_next_file(repository: Repository, tmp_path: Path) -> None:
    head = "Nama Aplikasi|OPD|Ditaruh Di Mana Saja"
    first = draw(tmp_path, "SIPANDU|Dinas Kesehatan|Server Diskominfo", head=head)
    bring(repository, first, corrections=(("Ditaruh Di Mana Saja", "deskripsi"),))
    again = draw(tmp_path, "SIGIZI|Dinas Kesehatan|di rak bawah", head=head, name="b.xlsx")
    assert mapped(bring(repository, again), "Ditaruh Di Mana Saja") == ("deskripsi", "remembered")
    assert by_name(repository, "SIGIZI").deskripsi == "di rak bawah"
    other = draw(tmp_path, "e-Arsip|Dinas Sosial|Server Diskominfo", head=head, name="c.xlsx")
    assert {row["source"] for sheet in bring(repository, other).sheets for row in sheet.mapping} == {"guess"}
    corrected = bring(repository, again, corrections=(("Ditaruh Di Mana Saja", "fungsi"),))
    assert mapped(corrected, "Ditaruh Di Mana Saja") == ("fungsi", "map")
    assert mapped(bring(repository, again), "Ditaruh Di Mana Saja") == ("fungsi", "remembered")


def test_a_column_that_is_to_be_left_is_remembered_too(repository: Repository, tmp_path: Path) -> None:
    head = "Nama Aplikasi|OPD|Lokasi Server"
    bring(
        repository,
        draw(tmp_path, "SIPANDU|Dinas Kesehatan|Diskominfo", head=head),
        corrections=(("Lokasi Server", "-"),),
    )
    bring(repository, draw(tmp_path, "SIGIZI|Dinas Kesehatan|Diskominfo", head=head, name="b.xlsx"))
    assert load(repository).placements(by_name(repository, "SIGIZI").id) == ()


def test_a_preview_remembers_nothing(repository: Repository, tmp_path: Path) -> None:
    path = draw(tmp_path, *ROWS)
    request = ImportRequest((str(path),), corrections=(("Keterangan", "fungsi"),))
    preview(repository, request, read_request(request, repository))
    assert mapped(bring(repository, path), "URL")[1] == "guess"
    assert all(row["source"] == "guess" for sheet in bring(repository, path).sheets for row in sheet.mapping)


def kinds(outcome: ImportOutcome) -> list[tuple[str, str | None, str | None]]:
    return [(row.kind, row.dari["nama"], row.ke["nama"]) for row in outcome.proposals]


RENAMED = "1|Dinas Kesehatan|SIPANDU Baru|sipandu.contohkab.go.id|Aktif|Server OPD|dipakai posyandu"


def test_a_vanished_and_a_new_row_are_proposed_as_a_rename(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, *ROWS[:2]))
    outcome = bring(repository, draw(tmp_path, RENAMED, ROWS[1]))
    assert kinds(outcome) == [("ganti_nama", "SIPANDU", "SIPANDU Baru")]
    assert by_name(repository, "SIPANDU").tidak_lagi_dilaporkan
    assert not by_name(repository, "SIPANDU Baru").tidak_lagi_dilaporkan


def test_a_rename_keeps_one_application_with_its_old_name(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, *ROWS[:2]))
    kode = by_name(repository, "SIPANDU").kode
    path = draw(tmp_path, RENAMED, ROWS[1])
    outcome = bring(repository, path, renames=(("SIPANDU", "SIPANDU Baru"),))
    renamed = by_name(repository, "SIPANDU Baru")
    assert (renamed.kode, renamed.alias, renamed.tidak_lagi_dilaporkan) == (kode, ("SIPANDU",), False)
    assert kinds(outcome) == []
    assert sheet_of(outcome) | {"updated": 1, "created": 0} == sheet_of(outcome)
    assert not bring(repository, path).written


def test_a_rename_of_nothing_is_an_error(repository: Repository, tmp_path: Path) -> None:
    bring(repository, draw(tmp_path, *ROWS[:2]))
    with pytest.raises(UnknownNameError):
        bring(repository, draw(tmp_path, RENAMED), renames=(("SIPANDA Dua", "SIPANDU Baru"),))


SPELLINGS = (
    "schema: kosakata-daerah/1\nkosakata:\n  lokasi_hosting:\n    pusat_data_daerah: [Cloud, Gedung Mario lantai 2]\n"
)


def places(outcome_of: Repository) -> dict[str, str | None]:
    landscape = load(outcome_of)
    return {row.nama: next(iter(landscape.placements(row.id))).lokasi for row in landscape.of(Aplikasi)}


def test_own_spellings_count_before_the_declared_ones(repository: Repository, tmp_path: Path) -> None:
    own = tmp_path / "kosakata.yaml"
    own.write_text(SPELLINGS, encoding="utf-8")
    head = "Nama Aplikasi|OPD|Lokasi Server"
    path = draw(tmp_path, "A satu|Dinas X|gedung mario Lantai 2", "B dua|Dinas X|Cloud", head=head)
    bring(repository, path, vocabulary=str(own))
    assert places(repository) == {"A satu": "pusat_data_daerah", "B dua": "pusat_data_daerah"}
    assert vocabularies()["lokasi_hosting"].match("Gedung Mario lantai 2") is None


def test_a_plan_made_with_other_spellings_is_refused(repository: Repository, tmp_path: Path) -> None:
    own = tmp_path / "kosakata.yaml"
    own.write_text(SPELLINGS, encoding="utf-8")
    request = ImportRequest((str(draw(tmp_path, *ROWS)),), vocabulary=str(own))
    readings = read_request(request, repository)
    save_plan(tmp_path / "rencana.json", request, readings, preview(repository, request, readings))
    own.write_text(SPELLINGS.replace("Cloud", "Awan"), encoding="utf-8")
    with pytest.raises(RepositoryMovedError):
        apply_saved(repository, "penguji", tmp_path / "rencana.json")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("lokasi_hosting", "lokasi_hostin", "lokasi_hosting"),
        ("pusat_data_daerah", "pusat_data", "pusat_data_daerah"),
        ("kosakata-daerah/1", "lain/1", "kosakata-daerah/1"),
    ],
)
def test_a_slip_in_the_own_spellings_is_told(old: str, new: str, told: str, tmp_path: Path) -> None:
    own = tmp_path / "kosakata.yaml"
    own.write_text(SPELLINGS.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=told):
        read_spellings(own)
