"""Finishes Graphviz's SVG for use: a title and description for screen readers, and nothing that names a machine."""

from __future__ import annotations

import base64
import re
from html import escape, unescape

from archrepo.drawing.dot import EMBLEM_FILE
from archrepo.drawing.sheet import Sheet

_OPENING = re.compile(r"<svg[^>]*>", re.DOTALL)
_PROLOGUE = re.compile(r"<!DOCTYPE[^>]*>|<!--.*?-->", re.DOTALL)
# Graphviz titles every part with its name in the DOT text, which readers would hear and see on hovering.
_TITLE = re.compile(r'(<g id="([^"]*)" class="[^"]*"[^>]*>\s*)<title>[^<]*</title>\s*')


def _xml(text: str) -> str:
    from archrepo.drawing.text import printable

    return escape(printable(text), quote=True)


def readable_svg(svg: str, sheet: Sheet) -> str:
    """Return the SVG with role, title and description, without DOCTYPE and comments (which name Graphviz's version)."""
    bare = _PROLOGUE.sub("", svg)
    spoken = {label.id: label.tooltip for label in sheet.labels} | {path.id: path.tooltip for path in sheet.paths}

    def title(match: re.Match[str]) -> str:
        text = spoken.get(unescape(match.group(2)), "")
        return f"{match.group(1)}<title>{_xml(text)}</title>\n" if text else match.group(1)

    bare = _TITLE.sub(title, bare)
    if sheet.emblem is not None:
        data = base64.b64encode(sheet.emblem.content).decode("ascii")
        bare = bare.replace(f'"{EMBLEM_FILE}"', f'"data:image/png;base64,{data}"')
    opening = _OPENING.search(bare)
    if opening is None:
        return bare
    head = opening.group(0)[:-1].rstrip()
    labelled = (
        f'{head} role="img" aria-labelledby="judul-gambar uraian-gambar">\n'
        f'<title id="judul-gambar">{_xml(sheet.title)}</title>\n'
        f'<desc id="uraian-gambar">{_xml(sheet.description)}</desc>'
    )
    text = bare[: opening.start()] + labelled + bare[opening.end() :]
    return re.sub(r"\n\s*\n+", "\n", text)
