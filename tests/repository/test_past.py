"""The past as the journal tells it: every table is what it was, whatever was written since and by whom."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from isi_contoh import Isi, store
from sqlalchemy import Connection

from archrepo.errors import UnknownNameError, UsageError
from archrepo.landscape.loader import load_landscape
from archrepo.model import Dasar
from archrepo.repository import Repository, create_or_upgrade, init_contents, open_repository
from archrepo.repository.engine import make_engine, parse_url
from archrepo.repository.jurnal import last_number
from archrepo.repository.migrasi import SCRIPTS, known_revisions, older_entries
from archrepo.repository.titik import NoSuchPastError, find_point
from archrepo.repository.verifikasi import verify_journal
from archrepo.waktu import WITA, end_of_day

Tables = Mapping[str, Sequence[Any]]

JOURNAL = {"jurnal", "segel", "konteks_jurnal"}


def dump(connection: Connection) -> Tables:
    """Return every row of every table but those of the journal."""
    names = set(Dasar.metadata.tables) - JOURNAL
    return {
        name: sorted((tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')), key=repr)  # noqa: S608
        for name in names
    }


def _write_something(repository: Repository, chance: random.Random, serial: int) -> None:
    """Write by one of the ways there are: inserts, changes, relations, notes, deletes, and statements from outside."""
    with repository.write("Penguji", "uji") as work:
        connection, writer = work.connection, work.writer
        home = connection.exec_driver_sql(
            "SELECT id FROM elemen WHERE kelas = 'Instansi' AND kode <> 'NASIONAL'"
        ).scalar()
        known = [row[0] for row in connection.exec_driver_sql("SELECT id FROM aplikasi ORDER BY id")]
        doomed, known = known[::3], [number for number in known if number not in known[::3]]
        for step in range(chance.randint(1, 4)):
            what = chance.choice(["tambah", "ubah", "kosongkan", "relasi", "lepas", "hapus", "acuan", "massal"])
            if what == "tambah" or not known:
                row = {"instansi_id": home, "nama": f"Aplikasi {serial}.{step}", "alias": ["A", "B"], "url": "x.go.id"}
                known += writer.insert("Aplikasi", [row])
            elif what == "ubah":
                writer.update(
                    "Aplikasi", chance.choice(known), {"url": f"u{serial}.go.id", "nama": f"Nama {serial}{step}"}
                )
            elif what == "kosongkan":
                writer.update("Aplikasi", chance.choice(known), {"url": None, "deskripsi": "d" if step % 2 else None})
            elif what == "relasi":
                (unit,) = writer.insert("PerangkatDaerah", [{"instansi_id": home, "nama": f"Dinas {serial}.{step}"}])
                writer.relations.add([("R16", unit, chance.choice(known), {"catatan": f"{serial}"})])
            elif what == "lepas":
                connection.exec_driver_sql("DELETE FROM relasi WHERE id = (SELECT max(id) FROM relasi)")
            elif what == "hapus":
                if not doomed:
                    continue
                gone = doomed.pop()
                connection.exec_driver_sql(f"DELETE FROM relasi WHERE ke_id = {gone}")  # noqa: S608
                connection.exec_driver_sql(f"DELETE FROM aplikasi WHERE id = {gone}")  # noqa: S608
                connection.exec_driver_sql(f"DELETE FROM elemen WHERE id = {gone}")  # noqa: S608
            elif what == "acuan":
                first = "(SELECT min(kode) FROM kode_referensi)"
                connection.exec_driver_sql(f"UPDATE kode_referensi SET nama = 'Nama {serial}' WHERE kode = {first}")  # noqa: S608
            else:
                connection.exec_driver_sql(f"UPDATE elemen SET deskripsi = 'massal {serial}' WHERE kelas = 'Aplikasi'")  # noqa: S608


def _meddle(url: str, serial: int) -> None:
    """Write as somebody who knows nothing of archrepo."""
    with make_engine(parse_url(url)).begin() as connection:
        connection.exec_driver_sql(f"UPDATE aplikasi SET fungsi = 'luar {serial}'")  # noqa: S608


def _history(url: str, seed: int, steps: int) -> dict[int, Tables]:
    """Write a random history; return what every table held at each point of the journal."""
    chance = random.Random(seed)  # noqa: S311
    repository = open_repository(url)
    init_contents(repository, actor="Penguji")
    states = {}
    for serial in range(steps):
        if serial and chance.random() < 0.2:
            _meddle(url, serial)
        else:
            _write_something(repository, chance, serial)
        with repository.read() as connection:
            states[last_number(connection)] = dump(connection)
    repository.close()
    return states


def test_every_state_can_be_read_again(engine_url: str) -> None:
    for nomor, state in _history(engine_url, 1, 12).items():
        with open_repository(engine_url).read(nomor) as connection:
            assert dump(connection) == state


@pytest.mark.parametrize("seed", range(2, 8))
def test_every_state_of_other_histories_can_be_read_again(sqlite_url: str, seed: int) -> None:
    for nomor, state in _history(sqlite_url, seed, 15).items():
        with open_repository(sqlite_url).read(nomor) as connection:
            assert dump(connection) == state


def test_reading_the_past_changes_nothing(engine_url: str) -> None:
    states = _history(engine_url, 9, 5)
    repository = open_repository(engine_url)
    with repository.read(min(states)):
        pass
    with repository.read() as connection:
        assert dump(connection) == states[max(states)]


def test_before_the_first_entry_there_is_nothing(engine_url: str) -> None:
    _history(engine_url, 10, 2)
    with open_repository(engine_url).read(0) as connection:
        assert {name for name, rows in dump(connection).items() if rows} == set()
        assert load_landscape(connection).elements == ()


# ---- across a migration

RENAMES_AND_SPLITS = '''
"""A migration that renames one column and splits another."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("aplikasi", "fungsi", new_column_name="kegunaan")
    with op.batch_alter_table("aplikasi") as table:
        table.add_column(sa.Column("inang", sa.Text(), nullable=True))
        table.add_column(sa.Column("jalan", sa.Text(), nullable=True))
        table.drop_column("url")


def read_older(table: str, values: dict) -> dict:
    if table != "aplikasi":
        return values
    renamed = {{("kegunaan" if name == "fungsi" else name): value for name, value in values.items() if name != "url"}}
    if values.get("url"):
        renamed["inang"], _, renamed["jalan"] = values["url"].partition("/")
    return renamed
'''


@pytest.fixture
def newer_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Our migrations and one more, known as those of this release."""
    folder = tmp_path / "migrasi"
    shutil.copytree(SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_ubah.py").write_text(RENAMES_AND_SPLITS.format(head=known_revisions()[-1]))
    yield folder
    monkeypatch.undo()
    known_revisions.cache_clear()
    older_entries.cache_clear()


def test_a_state_before_a_migration_is_read_by_its_map(
    engine_url: str, newer_scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = store(open_repository(engine_url))
    for url, fungsi in (("simrs.go.id/masuk", "rekam medis"), ("baru.go.id/x", "lain")):
        with open_repository(engine_url).write("x", "edit") as work:
            work.writer.update("Aplikasi", isi.simrs, {"url": url, "fungsi": fungsi})
            state = work.writer.batch.id
    with open_repository(engine_url).read() as connection:
        point = find_point(connection, f"#{state - 1}")
    monkeypatch.setattr("archrepo.repository.migrasi.SCRIPTS", newer_scripts)
    known_revisions.cache_clear()
    older_entries.cache_clear()
    repository = create_or_upgrade(engine_url, scripts=newer_scripts)
    with repository.read(point.nomor) as connection:
        row = connection.exec_driver_sql("SELECT kegunaan, inang, jalan FROM aplikasi").one()
    assert tuple(row) == ("rekam medis", "simrs.go.id", "masuk")
    with make_engine(parse_url(engine_url)).begin() as connection:
        connection.exec_driver_sql("UPDATE aplikasi SET inang = 'z'")
    with repository.read() as connection:
        assert verify_journal(connection).is_whole
        assert connection.exec_driver_sql("SELECT count(*) FROM jurnal WHERE luar IS NOT NULL").scalar() == 1


def test_rows_older_than_the_journal_get_their_first_entries(engine_url: str) -> None:
    isi = store(open_repository(engine_url))
    with make_engine(parse_url(engine_url)).begin() as connection:
        for name in ("jurnal", "segel", "konteks_jurnal", "penghapusan_jurnal", "titik_rilis"):
            connection.exec_driver_sql(f"DROP TABLE {name}")
        if connection.dialect.name == "sqlite":
            made = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
            for (name,) in made:
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    repository = create_or_upgrade(engine_url)
    with repository.read() as connection:
        found = verify_journal(connection)
        before, nomor = dump(connection), last_number(connection)
    assert (found.is_whole, found.batches) == (True, 1)
    with repository.write("x", "edit") as work:
        work.writer.update("Aplikasi", isi.simrs, {"nama": "lain"})
    with repository.read(nomor) as connection:
        assert dump(connection) == before


# ---- points


def _batch_on(repository: Repository, isi: Isi, day: datetime, nama: str) -> None:
    with repository.write("x", "edit") as work:
        work.writer.batch.now = day
        work.writer.update("Aplikasi", isi.simrs, {"nama": nama})


def test_a_date_is_the_end_of_that_day_in_the_zone(each_repository: Repository) -> None:
    isi = store(each_repository)
    evening = datetime(2031, 3, 1, 15, 59, tzinfo=UTC)  # a minute before midnight in Makassar
    _batch_on(each_repository, isi, evening, "lama")
    _batch_on(each_repository, isi, evening + timedelta(minutes=2), "baru")
    names = {}
    for wanted in ("2031-03-01", "02-03-2031"):
        with each_repository.read() as connection, pytest.MonkeyPatch.context() as patch:
            patch.setattr("archrepo.repository.titik.now", lambda: datetime(2032, 1, 1, tzinfo=WITA))
            point = find_point(connection, wanted)
        with each_repository.read(point.nomor) as connection:
            landscape = load_landscape(connection, taken_at=point.moment)
            names[wanted] = landscape[isi.simrs].nama
            assert landscape.as_of == point.day
    assert names == {"2031-03-01": "lama", "02-03-2031": "baru"}


def test_the_zone_can_be_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHREPO_ZONE", "WIT")
    assert end_of_day(date(2026, 3, 1)) == datetime(2026, 3, 1, 15, tzinfo=UTC)
    monkeypatch.setenv("ARCHREPO_ZONE", "Asia/Jakarta")
    assert end_of_day(date(2026, 3, 1)) == datetime(2026, 3, 1, 17, tzinfo=UTC)
    monkeypatch.setenv("ARCHREPO_ZONE", "Bulan")
    with pytest.raises(UsageError, match="ARCHREPO_ZONE"):
        end_of_day(date(2026, 3, 1))


def test_a_day_before_the_journal_is_refused(each_repository: Repository) -> None:
    store(each_repository)
    with each_repository.read() as connection, pytest.raises(NoSuchPastError, match="catatan pertama"):
        find_point(connection, "2020-01-01")


def test_a_day_to_come_is_the_present_with_that_day_of_validity(each_repository: Repository) -> None:
    with each_repository.read() as connection:
        point = find_point(connection, "2099-12-31")
    assert (point.nomor, point.day) == (None, date(2099, 12, 31))


def test_unknown_points_are_named(each_repository: Repository) -> None:
    store(each_repository)
    with each_repository.read() as connection:
        with pytest.raises(UnknownNameError, match="#77"):
            find_point(connection, "#77")
        with pytest.raises(UnknownNameError, match="Rilis entah") as caught:
            find_point(connection, "Rilis entah")
    assert "2026-01-31" in caught.value.mend
