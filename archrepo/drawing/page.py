"""Finishes Graphviz's SVG for use: a title and description for screen readers, and a page that holds it whole."""

from __future__ import annotations

import re
from html import escape, unescape

from archrepo.drawing.sheet import Sheet

_OPENING = re.compile(r"<svg[^>]*>", re.DOTALL)
_PROLOGUE = re.compile(r"<!DOCTYPE[^>]*>|<!--.*?-->", re.DOTALL)
# Graphviz titles every part with its name in the DOT text, which readers would hear and see on hovering.
_TITLE = re.compile(r'(<g id="([^"]*)" class="[^"]*"[^>]*>\s*)<title>[^<]*</title>\s*')

_PAGE = """<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 0; background: #F2F2F2; font-family: "DejaVu Sans", Arial, sans-serif; }}
figure {{ margin: 0 auto; padding: 12px; max-width: 2000px; }}
svg {{ width: 100%; height: auto; background: #FFFFFF; box-shadow: 0 0 6px #BBBBBB; }}
@media print {{ body {{ background: none; }} figure {{ padding: 0; }} svg {{ box-shadow: none; }} }}
</style>
</head>
<body>
<figure role="group" aria-label="{title}">
{svg}
</figure>
</body>
</html>
"""


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


def html_page(svg: str, sheet: Sheet) -> str:
    """Return a self-contained page with the picture: no script, no link outwards but those of the elements."""
    body = svg[svg.index("<svg") :]
    return _PAGE.format(title=_xml(sheet.title), svg=body)
