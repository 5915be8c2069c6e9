"""Second step of a picture: the theme (``schema/tema.yaml``), and the attributes that its ordered criteria give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from archrepo.declarations.resource import schema_document
from archrepo.drawing.picture import Picture
from archrepo.errors import DeclarationError

Attributes = Mapping[str, str]
"""How one thing is drawn: ikon, warna, latar, garis, tebal_garis, gaya_garis, tebal; all texts, as in the theme."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One criterion: ``attributes`` hold for what has all the facts of ``when``."""

    when: Mapping[str, str]
    attributes: Attributes

    def holds(self, facts: Mapping[str, str]) -> bool:
        """Whether all facts of the criterion are so."""
        return all(facts.get(name) == value for name, value in self.when.items())


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font list for Graphviz and SVG, and sizes in points."""

    name: str
    title: float
    question: float
    note: float
    legend: float
    largest: float
    smallest: float


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything about looks. Colours are ``#RRGGBB``; ``pages`` are width and height in points.

    ``region_name`` and ``emblem`` (a PNG) are the regency's own, where its theme file gives them.
    """

    fonts: Fonts
    pages: Mapping[str, tuple[int, int]]
    margin: int
    ink: str
    faint_ink: str
    line: str
    faint_line: str
    header: str
    watermark: str
    watermark_text: str
    nodes: tuple[Entry, ...]
    edges: tuple[Entry, ...]
    groups: tuple[Entry, ...]
    region_name: str | None = None
    emblem: bytes | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence below a node with a coloured sign: with which other it hangs together, and why."""

    sign: str
    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """A picture with the attributes of its parts, by their ids; of legend entries by their value.

    ``remarks`` stand below the later node of two that an edge with a reason joins.
    """

    picture: Picture
    theme: Theme
    nodes: Mapping[str, Attributes]
    edges: Mapping[str, Attributes]
    groups: Mapping[str, Attributes]
    legend: Mapping[str, Attributes]
    remarks: Mapping[str, tuple[Remark, ...]]


def _entries(rows: Sequence[Mapping[str, object]]) -> tuple[Entry, ...]:
    found = []
    for row in rows:
        when = row.get("bila")
        facts = {str(name): str(value) for name, value in when.items()} if isinstance(when, dict) else {}
        found.append(Entry(facts, {name: str(value) for name, value in row.items() if name != "bila"}))
    return tuple(found)


@cache
def theme() -> Theme:
    """Return the theme that ships with the package."""
    return theme_of(schema_document("tema.yaml"))


def theme_of(document: Mapping[str, object]) -> Theme:
    """Return the theme that a parsed document declares; keys as in ``schema/tema.yaml``."""
    row: dict[str, dict[str, object]] = {key: value for key, value in document.items() if isinstance(value, dict)}
    text = {key: str(value) for key, value in document.items()}
    fonts = {key: str(value) for key, value in row["huruf"].items()}
    entries = {key: value for key, value in document.items() if isinstance(value, list)}
    return Theme(
        fonts=Fonts(
            name=fonts["nama"],
            title=float(fonts["judul"]),
            question=float(fonts["pertanyaan"]),
            note=float(fonts["keterangan"]),
            legend=float(fonts["legenda"]),
            largest=float(fonts["isi_terbesar"]),
            smallest=float(fonts["isi_terkecil"]),
        ),
        pages={name: _size(size) for name, size in row["lembar"].items()},
        margin=int(text["tepi_lembar"]),
        ink=text["tinta"],
        faint_ink=text["tinta_samar"],
        line=text["garis"],
        faint_line=text["garis_samar"],
        header=text["latar_kepala"],
        watermark=text["cap_air"],
        watermark_text=text["cap_air_tulisan"],
        nodes=_entries(entries["simpul"]),
        edges=_entries(entries["tepi"]),
        groups=_entries(entries["kelompok"]),
    )


def _size(value: object) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise DeclarationError("Ukuran lembar bukan dua angka", mend="Tulis seperti [1191, 842] pada schema/tema.yaml.")
    return int(value[0]), int(value[1])


def attributes(facts: Mapping[str, str], entries: Sequence[Entry]) -> Attributes:
    """Return the attributes of all entries that hold; of two that say the same attribute, the earlier wins."""
    found: dict[str, str] = {}
    for entry in entries:
        if entry.holds(facts):
            for name, value in entry.attributes.items():
                found.setdefault(name, value)
    return found


def style(picture: Picture, theme: Theme) -> Styled:
    """Return the picture with the attributes of every node, edge, group and legend entry."""
    fact = picture.legend.fact
    known: dict[tuple[tuple[str, str], ...], Attributes] = {}

    def of_node(facts: Mapping[str, str]) -> Attributes:
        key = tuple(sorted(facts.items()))
        if key not in known:
            known[key] = attributes(facts, theme.nodes)
        return known[key]

    edges = {edge.id: attributes(edge.facts, theme.edges) for edge in picture.edges}
    return Styled(
        picture=picture,
        theme=theme,
        nodes={node.id: of_node(node.facts) for node in picture.nodes},
        edges=edges,
        remarks=_remarks(picture, edges),
        groups={group.id: attributes({group.fact: group.value}, theme.groups) for group in picture.groups},
        legend={entry.value: of_node({fact: entry.value}) for entry in picture.legend.entries},
    )


def _remarks(picture: Picture, looks: Mapping[str, Attributes]) -> Mapping[str, tuple[Remark, ...]]:
    rank = {node.id: number for number, node in enumerate(picture.nodes)}
    labels = {node.id: node.label for node in picture.nodes}
    found: dict[str, list[tuple[int, Remark]]] = defaultdict(list)
    for edge in picture.edges:
        if edge.findings and edge.source in rank and edge.target in rank:
            first, last = sorted((edge.source, edge.target), key=rank.__getitem__)
            look = looks[edge.id]
            remark = Remark(look.get("ikon", "–"), look["warna"], f"{labels[first]}: {edge.why}")
            found[last].append((rank[first], remark))
    return {key: tuple(row for _rank, row in sorted(rows, key=lambda row: row[0])) for key, rows in found.items()}
