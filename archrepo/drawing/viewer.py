"""Makes the page in which a picture is looked at: pan, zoom, search, filters, neighbours; whole in one file."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from archrepo.drawing.fact import Answers
from archrepo.drawing.picture import Node, Picture
from archrepo.drawing.sheet import Sheet
from archrepo.drawing.text import printable
from archrepo.landscape.landscape import Landscape
from archrepo.names import fold

_OWNER, _STATUS, _COLOUR = "unit", "status", "arti"

_PAGE = """<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; \
script-src {hashes}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<input id="cari" type="search" placeholder="Cari nama atau kode" aria-label="Cari nama atau kode">
<button id="dekat" type="button" aria-label="Perbesar">+</button>
<button id="jauh" type="button" aria-label="Perkecil">−</button>
<button id="bersih" type="button">Tampilkan semua</button>
<span id="jumlah" role="status"></span>
</header>
<main>
<figure aria-label="{title}">
{svg}
</figure>
<aside id="rincian" hidden aria-live="polite"></aside>
</main>
<!--
svg-pan-zoom
{licence}
-->
<script type="application/json" id="isi">{data}</script>
<script>{library}</script>
<script>{script}</script>
</body>
</html>
"""


def viewer_page(svg: str, sheet: Sheet, picture: Picture, answers: Answers, landscape: Landscape) -> str:
    """Return the self-contained page of a picture.

    Args:
        svg: the finished picture.
        picture: what it says.
        answers: the facts of its elements.
        landscape: what it was drawn from: its edges are the neighbours, also those that are not drawn.
    """
    library, script = _part("svg-pan-zoom.min.js"), _part("peraga.js")
    # A tag that ends early would turn data into markup; JSON may say any character by its number.
    data = json.dumps(_data(picture, sheet, answers, landscape), ensure_ascii=False, separators=(",", ":"))
    data = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return _PAGE.format(
        title=escape(printable(sheet.title)),
        hashes=" ".join(f"'sha256-{_hash(text)}'" for text in (library, script)),
        style=_part("peraga.css"),
        svg=svg[svg.index("<svg") :],
        licence=_part("svg-pan-zoom.LICENSE").replace("--", "- -"),
        data=data,
        library=library,
        script=script,
    )


@cache
def _part(name: str) -> str:
    return files("archrepo.drawing").joinpath("peraga", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _data(picture: Picture, sheet: Sheet, answers: Answers, landscape: Landscape) -> dict[str, Any]:
    rows = [_node(node, picture, answers, landscape) for node in picture.nodes]
    titles = {_OWNER: "Unit", _COLOUR: picture.legend.title, _STATUS: "Status aplikasi"}
    if picture.legend.fact == "status_aplikasi":
        del titles[_STATUS]
    filters = []
    for key, title in titles.items():
        words = sorted({word for row in rows for word in row[key]}, key=fold)
        if len(words) > 1:
            filters.append({"kunci": key, "judul": title, "pilihan": words})
    return {
        "simpul": rows,
        "tetangga": _neighbours(picture, landscape),
        "hubungan": _ends(picture, sheet),
        # Each is put right behind the search box: the last one stands first.
        "saringan": filters[::-1],
    }


def _node(node: Node, picture: Picture, answers: Answers, landscape: Landscape) -> dict[str, Any]:
    elements = [element for identifier in node.element_ids if (element := landscape.get(identifier)) is not None]

    def labels(fact: str) -> list[str]:
        return sorted({label for element in elements if (label := printable(answers.of(fact, element).label))})

    meanings = {entry.value: entry.label for entry in picture.legend.entries}
    shade = meanings.get(node.facts.get(picture.legend.fact, ""))
    return {
        "id": node.id,
        "nama": printable(node.label),
        "keterangan": printable(node.tooltip),
        "alamat": node.url,
        _OWNER: labels("pemilik_singkat"),
        _COLOUR: labels(picture.legend.fact) or ([shade] if shade else []),
        _STATUS: labels("status_aplikasi"),
    }


def _neighbours(picture: Picture, landscape: Landscape) -> list[tuple[str, str]]:
    """Return the pairs of nodes that an edge of the Landscape, or of the picture, joins."""
    node_of = {identifier: node.id for node in picture.nodes for identifier in node.element_ids}
    known = {node.id for node in picture.nodes}
    pairs = {
        (source, target)
        for edge in landscape.edges
        if (source := node_of.get(edge.dari)) is not None and (target := node_of.get(edge.ke)) is not None
    }
    pairs |= {(edge.source, edge.target) for edge in picture.edges if {edge.source, edge.target} <= known}
    return sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})


def _ends(picture: Picture, sheet: Sheet) -> list[dict[str, Any]]:
    """Return every drawn edge with the nodes at its ends, and the lines over which it goes on with others.

    An edge between boxes has all their rows at its ends.
    """
    onwards: dict[str, list[str]] = {}
    for path in sheet.paths:
        for name in path.carries:
            onwards.setdefault(name, []).append(path.id)
    members: dict[str, list[str]] = {}
    for node in picture.nodes:
        for group in node.groups:
            members.setdefault(group, []).append(node.id)
    return [
        {
            "id": edge.id,
            "lewat": onwards.get(edge.id, []),
            "ujung": [name for end in (edge.source, edge.target) for name in members.get(end, [end])],
        }
        for edge in picture.edges
    ]
