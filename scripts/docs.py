"""Writes the reference pages of docs/ from the declarations and the code, or checks that they are up to date."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from halaman import deklarasi, galeri, pemeriksaan, perintah

DOCS = Path(__file__).parents[1] / "docs"

PAGES: Mapping[str, Callable[[], str]] = {
    "istilah.md": deklarasi.istilah,
    "acuan/galeri.md": galeri.gallery,
    "acuan/kolom.md": deklarasi.kolom,
    "acuan/kosakata.md": deklarasi.kosakata,
    "acuan/metamodel.md": deklarasi.metamodel,
    "acuan/pemeriksaan.md": pemeriksaan.catalogue,
    "acuan/perintah.md": perintah.command_line,
    "acuan/pesan.md": deklarasi.pesan,
}


def stale_pages(docs: Path) -> list[str]:
    """Return the pages that are missing below ``docs`` or differ from what would be written now."""
    return [
        name
        for name, page in PAGES.items()
        if not (docs / name).is_file() or (docs / name).read_text(encoding="utf-8") != page()
    ]


def write_pages(docs: Path) -> list[str]:
    """Write every page that is not up to date, and return their names."""
    stale = stale_pages(docs)
    for name in stale:
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(PAGES[name](), encoding="utf-8")
    return stale


def main() -> int:
    """Run the command; exit 1 when ``--check`` finds a page or picture that is not up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, name what is not up to date")
    parser.add_argument("--pictures", action="store_true", help="draw the gallery's pictures again (needs Graphviz)")
    choice = parser.parse_args()
    if choice.check:
        stale = [*stale_pages(DOCS), *galeri.missing_pictures(DOCS)]
        for name in stale:
            sys.stderr.write(f"docs/{name} is not up to date; run: .venv/bin/python scripts/docs.py\n")
        return 1 if stale else 0
    if choice.pictures or galeri.missing_pictures(DOCS):
        galeri.draw_pictures(DOCS)
    for name in write_pages(DOCS):
        sys.stdout.write(f"docs/{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
