"""Migrations: the same schema on both engines, and nothing left of one that fails."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from archrepo.repository import create_or_upgrade, open_repository
from archrepo.repository.engine import make_engine, parse_url, sqlite_path
from archrepo.repository.galat import MigrationFailedError
from archrepo.repository.migrasi import SCRIPTS, known_revisions

FAILS_HALF_WAY = '''
"""A migration that fails after it has changed tables and rows."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("separuh", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("aplikasi", sa.Column("separuh", sa.Text(), nullable=True))
    op.execute("INSERT INTO separuh VALUES (1)")
    op.execute("INSERT INTO batch (waktu, pelaku, perintah) VALUES ('2026-01-01', 'x', 'x')")
    op.execute("INSERT INTO tidak_ada VALUES (1)")
'''


@pytest.fixture
def failing_scripts(tmp_path: Path) -> Path:
    """Our migrations, and one more that fails."""
    folder = tmp_path / "migrasi"
    shutil.copytree(SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_gagal.py").write_text(FAILS_HALF_WAY.format(head=known_revisions()[-1]))
    return folder


def _tables(url: str) -> set[str]:
    with make_engine(parse_url(url)).connect() as connection:
        return set(inspect(connection).get_table_names())


def test_alembic_check_finds_no_change(engine_url: str) -> None:
    with make_engine(parse_url(engine_url)).begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(SCRIPTS))
        config.attributes["connection"] = connection
        command.check(config)


def test_our_list_of_revisions_is_that_of_alembic() -> None:
    script = ScriptDirectory(str(SCRIPTS))
    assert known_revisions() == tuple(reversed([revision.revision for revision in script.walk_revisions()]))
    assert known_revisions()[-1] == script.get_current_head()


def test_migrations_do_not_import_the_model() -> None:
    """A migration is frozen; what it imports from us would change under it."""
    for path in (SCRIPTS / "versions").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith("archrepo"), path.name
            elif isinstance(node, ast.Import):
                assert not any(name.name.startswith("archrepo") for name in node.names), path.name


def test_a_failing_migration_leaves_nothing_of_an_upgrade(engine_url: str, failing_scripts: Path) -> None:
    before = _tables(engine_url)
    with pytest.raises(MigrationFailedError, match="tetap seperti semula"):
        create_or_upgrade(engine_url, scripts=failing_scripts)
    assert _tables(engine_url) == before
    with open_repository(engine_url).read() as connection:
        columns = {column["name"] for column in inspect(connection).get_columns("aplikasi")}
        assert "separuh" not in columns
        assert connection.exec_driver_sql("SELECT count(*) FROM batch").scalar() == 0


def test_a_failing_migration_leaves_nothing_of_a_new_repository(empty_url: str, failing_scripts: Path) -> None:
    with pytest.raises(MigrationFailedError, match="tetap seperti semula"):
        create_or_upgrade(empty_url, scripts=failing_scripts)
    path = sqlite_path(parse_url(empty_url))
    if path is not None:
        assert list(path.parent.glob(f"{path.name}*")) == []
    else:
        assert _tables(empty_url) == set()
    create_or_upgrade(empty_url).close()
    assert "elemen" in _tables(empty_url)
