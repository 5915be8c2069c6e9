"""The one flag by which snapshots are written anew: ``pytest tests/drawing --perbarui-potret``."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag; read the difference before accepting it."""
    parser.addoption("--perbarui-potret", action="store_true", help="tulis ulang potret gambar")
