"""The journal: nothing escapes it, nobody changes it unseen, and what was erased for good reason still verifies."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from isi_contoh import store
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DBAPIError

from archrepo.commands.redacting import RedactionRefusedError, redact_entry
from archrepo.errors import UnknownNameError, UsageError
from archrepo.model.jurnal import JOURNAL_TABLES, Jurnal, Segel
from archrepo.model.rincian import table_of
from archrepo.repository import open_repository
from archrepo.repository.engine import make_engine, parse_url
from archrepo.repository.jurnal import Head, last_number, read_head
from archrepo.repository.verifikasi import Verification, verify_journal

JURNAL = table_of(Jurnal)
SEGEL = table_of(Segel)


@pytest.fixture
def filled_url(engine_url: str) -> str:
    """A repository with three batches."""
    repository = open_repository(engine_url)
    isi = store(repository)
    with repository.write("Ani", "edit") as work:
        work.writer.update("Aplikasi", isi.simrs, {"url": "simrs.contohkab.go.id", "status": None})
    with repository.write("Budi", "remove") as work:
        work.connection.exec_driver_sql(f"DELETE FROM layanan WHERE id = {isi.layanan}")  # noqa: S608
    repository.close()
    return engine_url


def _outside(url: str, *statements: str) -> None:
    with make_engine(parse_url(url)).begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def _verify(url: str, kept: Head | None = None) -> Verification:
    with open_repository(url).read() as connection:
        return verify_journal(connection, kept)


def _entries(url: str) -> list[Any]:
    with open_repository(url).read() as connection:
        return list(connection.execute(select(JURNAL).order_by(JURNAL.c.nomor)).all())


# ---- nothing escapes


def test_every_table_has_its_triggers(engine_url: str) -> None:
    """A new table without triggers would change unseen."""
    with make_engine(parse_url(engine_url)).connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        query = (
            "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
            if is_sqlite
            else "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal"
        )
        found: dict[str, set[str]] = {}
        for table, name in connection.exec_driver_sql(query):
            found.setdefault(str(table), set()).add(str(name))
        tables = set(inspect(connection).get_table_names()) - JOURNAL_TABLES - {"alembic_version"}
        for table in tables:
            assert {f"jurnal_{table}_{what}" for what in ("tambah", "ubah", "hapus")} <= found[table], table
            columns = [str(column["name"]) for column in inspect(connection).get_columns(table)]
            if is_sqlite:
                source = connection.exec_driver_sql(
                    f"SELECT group_concat(sql, ' ') FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"  # noqa: S608
                ).scalar_one()
                assert [column for column in columns if f'"{column}"' not in source] == [], table


def test_an_entry_tells_who_when_and_what(filled_url: str) -> None:
    changed = [row for row in _entries(filled_url) if row.tabel == "aplikasi" and row.aksi == "U"]
    (entry,) = changed
    assert entry.sebelum == {"status": "aktif"}
    assert entry.sesudah == {"url": "simrs.contohkab.go.id"}
    with open_repository(filled_url).read() as connection:
        seal = connection.execute(select(SEGEL).where(SEGEL.c.batch_id == entry.batch_id)).one()
    assert (seal.pelaku, seal.perintah) == ("Ani", "edit")
    gone = [row for row in _entries(filled_url) if row.tabel == "layanan" and row.aksi == "D"]
    assert len(gone) == 1


def test_numbers_have_no_gaps_even_after_a_batch_was_given_up(filled_url: str) -> None:
    repository = open_repository(filled_url)
    for divisor in (0, 1):
        with suppress(ZeroDivisionError), repository.write("x", "x") as work:
            work.writer.new_ids(5)
            _ = 1 / divisor
    numbers = [row.nomor for row in _entries(filled_url)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_bulk_statements_and_changes_from_outside_are_in_it(filled_url: str) -> None:
    before = len(_entries(filled_url))
    _outside(filled_url, "UPDATE elemen SET deskripsi = 'diubah sekaligus'")
    fresh = _entries(filled_url)[before:]
    assert {row.tabel for row in fresh} == {"elemen"}
    assert len(fresh) > 3
    assert all(row.batch_id is None and row.luar["waktu"] for row in fresh)
    found = _verify(filled_url)
    assert found.unsealed == [row.nomor for row in fresh]
    assert found.is_whole
    with open_repository(filled_url).write("x", "x") as work:
        work.writer.new_ids(1)
    found = _verify(filled_url)
    assert (found.unsealed, found.is_whole) == ([], True)
    assert found.outside == [row.nomor for row in fresh]


def test_a_row_cannot_be_replaced_moved_or_truncated_past_the_journal(engine_name: str, filled_url: str) -> None:
    sly = ["UPDATE batch SET id = id + 100"]
    if engine_name == "sqlite":
        sly += ["INSERT OR REPLACE INTO batch (id, waktu, pelaku, perintah) VALUES (1, '2026-01-01', 'x', 'x')"]
    else:
        sly += ["TRUNCATE relasi", "TRUNCATE elemen CASCADE"]
    for statement in sly:
        with pytest.raises(DBAPIError, match=r"jurnal|nomor"):
            _outside(filled_url, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE jurnal SET sesudah = NULL WHERE nomor = 3",
        "UPDATE jurnal SET sidik = 'ab', sesudah = NULL WHERE nomor = 3",
        "UPDATE jurnal SET nomor = 9999 WHERE nomor = 3",
        "DELETE FROM jurnal",
        "DELETE FROM jurnal WHERE nomor = (SELECT max(nomor) FROM jurnal)",
        "INSERT INTO jurnal (nomor, tabel, aksi) VALUES (3, 'x', 'I')",
        "UPDATE segel SET pelaku = 'x'",
        "DELETE FROM segel",
    ],
)
def test_the_journal_only_grows(filled_url: str, statement: str) -> None:
    with pytest.raises(DBAPIError):
        _outside(filled_url, statement)


@pytest.mark.parametrize(
    ("engine", "statement"),
    [
        ("sqlite", "INSERT OR REPLACE INTO jurnal (nomor, tabel, aksi) VALUES (3, 'x', 'I')"),
        ("sqlite", "REPLACE INTO segel SELECT * FROM segel"),
        ("postgresql", "TRUNCATE jurnal"),
        ("postgresql", "TRUNCATE segel"),
        (
            "postgresql",
            "INSERT INTO jurnal (nomor, tabel, aksi) VALUES (3, 'x', 'I') ON CONFLICT (nomor) DO UPDATE SET aksi = 'D'",
        ),
    ],
)
def test_what_one_engine_knows_is_refused_too(engine_name: str, filled_url: str, engine: str, statement: str) -> None:
    if engine_name != engine:
        return
    with pytest.raises(DBAPIError, match="hanya dapat ditambah"):
        _outside(filled_url, statement)


# ---- nobody changes it unseen


def _tamper(url: str, *statements: str) -> None:
    """Change the journal as somebody would who owns the database: without its triggers."""
    with make_engine(parse_url(url)).begin() as connection:
        _drop_guards(connection)
        for statement in statements:
            connection.exec_driver_sql(statement)


def _drop_guards(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE jurnal DISABLE TRIGGER ALL")
        connection.exec_driver_sql("ALTER TABLE segel DISABLE TRIGGER ALL")
        return
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'jaga%'")
    for (name,) in names.all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def test_an_untouched_journal_is_whole(filled_url: str) -> None:
    found = _verify(filled_url)
    assert found.is_whole
    assert (found.batches, found.outside, found.unsealed) == (3, [], [])
    assert found.entries == len(_entries(filled_url)) == found.head.nomor


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ('UPDATE jurnal SET sesudah = \'{"nama": "lain"}\' WHERE nomor = 7', [7]),
        ("UPDATE jurnal SET tabel = 'lain' WHERE nomor = 7", [7]),
        ("UPDATE jurnal SET aksi = 'D' WHERE nomor = 7", [7]),
        ("UPDATE jurnal SET batch_id = 2 WHERE nomor = 7", [7]),
        ("DELETE FROM jurnal WHERE nomor = 7", [7]),
        ("DELETE FROM jurnal WHERE nomor IN (1, 7, 8)", [1, 7, 8]),
        ("UPDATE jurnal SET sidik = 'abcd' WHERE nomor = 7", [7]),
    ],
)
def test_a_changed_or_removed_entry_is_named(filled_url: str, statement: str, named: list[int]) -> None:
    _tamper(filled_url, statement)
    found = _verify(filled_url)
    assert sorted({problem.nomor for problem in found.problems if problem.nomor}) == named


def test_reordered_entries_are_named(filled_url: str) -> None:
    swap = ("UPDATE jurnal SET nomor = -7 WHERE nomor = 7", "UPDATE jurnal SET nomor = 7 WHERE nomor = 8")
    _tamper(filled_url, *swap, "UPDATE jurnal SET nomor = 8 WHERE nomor = -7")
    assert [problem.nomor for problem in _verify(filled_url).problems] == [7, 8]


@pytest.mark.parametrize(
    ("statement", "batches"),
    [
        ("UPDATE segel SET pelaku = 'Orang lain' WHERE batch_id = 2", {2}),
        ("UPDATE segel SET segel = 'abc' WHERE batch_id = 2", {2, 3}),
        ("DELETE FROM segel WHERE batch_id = 2", {3}),
    ],
)
def test_a_changed_seal_is_named(filled_url: str, statement: str, batches: set[int]) -> None:
    _tamper(filled_url, statement)
    assert {problem.batch for problem in _verify(filled_url).problems} == batches


def test_a_forged_entry_at_the_end_is_named(filled_url: str) -> None:
    last = len(_entries(filled_url))
    _tamper(filled_url, f"INSERT INTO jurnal (nomor, batch_id, tabel, aksi) VALUES ({last + 1}, 3, 'x', 'I')")  # noqa: S608
    assert [problem.nomor for problem in _verify(filled_url).problems] == [last + 1]


def test_a_cut_tail_is_found_by_the_head_kept_outside(filled_url: str) -> None:
    with open_repository(filled_url).read() as connection:
        kept = read_head(connection)
    start = next(row.nomor for row in _entries(filled_url) if row.batch_id == 3)
    _tamper(filled_url, f"DELETE FROM jurnal WHERE nomor >= {start}", "DELETE FROM segel WHERE batch_id = 3")  # noqa: S608
    assert _verify(filled_url).is_whole, "nothing inside tells that the tail is gone"
    problems = _verify(filled_url, kept).problems
    assert [problem.batch for problem in problems] == [3]
    assert "terpotong" in problems[0].message


def test_a_whole_chain_made_anew_is_found_by_the_head_kept_outside(filled_url: str) -> None:
    with open_repository(filled_url).read() as connection:
        head = read_head(connection)
    assert _verify(filled_url, head).is_whole
    problems = _verify(filled_url, Head(head.batch, head.nomor, "0" * 64)).problems
    assert "berbeda dari yang Anda simpan" in problems[0].message


# ---- erased for good reason


def _entry_with_url(url: str) -> int:
    return next(int(row.nomor) for row in _entries(url) if row.tabel == "aplikasi" and row.aksi == "U")


def test_a_redacted_entry_is_blank_and_the_chain_still_holds(filled_url: str) -> None:
    nomor = _entry_with_url(filled_url)
    repository = open_repository(filled_url)
    done = redact_entry(repository, "Ani", nomor, reason="Permintaan penghapusan nomor 12")
    assert done.columns == ("url",)
    entry = next(row for row in _entries(filled_url) if row.nomor == nomor)
    assert "simrs" not in repr(entry)
    found = _verify(filled_url)
    assert (found.is_whole, found.redacted) == (True, [nomor])
    with pytest.raises(RedactionRefusedError, match="sudah dihapus"):
        redact_entry(repository, "Ani", nomor, reason="lagi")


def test_a_redacted_past_can_still_be_read(filled_url: str) -> None:
    repository = open_repository(filled_url)
    nomor = next(row.nomor for row in _entries(filled_url) if row.tabel == "elemen" and "SIMRS" in str(row.sesudah))
    with repository.write("x", "x") as work:
        work.connection.exec_driver_sql("UPDATE elemen SET nama = 'baru' WHERE nama = 'SIMRS'")
    point = nomor + 1
    changing = next(row.nomor for row in _entries(filled_url) if row.sebelum and row.sebelum.get("nama") == "SIMRS")
    redact_entry(repository, "Ani", changing, reason="x")
    with repository.read(point) as connection:
        assert "[dihapus]" in connection.execute(text("SELECT nama FROM elemen")).scalars().all()


def test_blanking_without_a_reason_put_down_is_named(filled_url: str) -> None:
    nomor = _entry_with_url(filled_url)
    entry_hash = "0" * 64
    _tamper(filled_url, f"UPDATE jurnal SET sidik = '{entry_hash}', sesudah = NULL WHERE nomor = {nomor}")  # noqa: S608
    assert nomor in {problem.nomor for problem in _verify(filled_url).problems}


def test_redaction_refuses_what_it_cannot_do(filled_url: str) -> None:
    repository = open_repository(filled_url)
    with pytest.raises(UsageError, match="perlu alasan"):
        redact_entry(repository, "Ani", 1, reason=" ")
    with pytest.raises(UnknownNameError):
        redact_entry(repository, "Ani", 99_999, reason="x")
    _outside(filled_url, "UPDATE elemen SET nama = 'x' WHERE id = 1")
    with open_repository(filled_url).read() as connection:
        last = last_number(connection)
    with pytest.raises(RedactionRefusedError, match="belum disegel"):
        redact_entry(repository, "Ani", last, reason="x")
