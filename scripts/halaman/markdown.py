"""Writes the few Markdown forms that the reference pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NOTE = "<!-- Dibuat oleh scripts/docs.py; jangan diubah dengan tangan. -->"

CONFIDENCE = {"high": "tinggi", "medium": "sedang", "low": "rendah"}
"""How sure a declaration is, in words for the reader."""


def escape(text: object) -> str:
    """Return the text as one line that Markdown shows as it is, also inside a table."""
    line = " ".join(str(text).split())
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), ("|", "\\|"), ("*", "\\*"), ("[", "\\[")):
        line = line.replace(sign, written)
    return line


def code(text: object) -> str:
    """Return the text as code, an empty text as nothing."""
    line = " ".join(str(text).split()).replace("|", "\\|")
    return f"`{line}`" if line else ""


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells are Markdown already (``escape``, ``code``)."""
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def page(title: str, *parts: str) -> str:
    """Return a whole page: note, title, and its parts apart by blank lines."""
    return "\n\n".join((NOTE, f"# {title}", *(part.strip("\n") for part in parts if part))) + "\n"
