"""Finds a font file on the machine, so that a PDF and a watermark can show every letter."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return (Path("/Library/Fonts"), Path("/System/Library/Fonts"), home / "Library/Fonts")
    data = os.environ.get("XDG_DATA_HOME")
    own = Path(data) if data else home / ".local/share"
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own / "fonts", home / ".fonts")


@cache
def find_font(name: str) -> Path | None:
    """Return the file of that name in the system's or the user's font folders, or None."""
    for folder in _folders():
        if folder.is_dir():
            found = next(iter(sorted(folder.rglob(name))), None)
            if found is not None:
                return found
    return None
