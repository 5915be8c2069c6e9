"""What a sheet says in words: the legend, how many elements it shows, from where, and whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from archrepo.declarations.kalimat import number
from archrepo.declarations.metamodel import classes
from archrepo.drawing.facts import Facts
from archrepo.drawing.picture import Legend, LegendEntry, Node, Picture
from archrepo.drawing.scope import Scope
from archrepo.landscape.elemen import Elemen
from archrepo.landscape.landscape import Landscape

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

_NOUNS = {"Aplikasi": "aplikasi", "PerangkatDaerah": "unit"}


DENSITY = "kepadatan"
"""Name of the colour fact of cells: how many elements stand in one, not a fact of any of them."""

_DENSITIES = ((1, "satu", "1"), (3, "sedikit", "2–3"), (6, "sedang", "4–6"), (None, "banyak", "7 atau lebih"))


def density_of(count: int) -> str:
    """Return the density class of a cell that holds so many elements."""
    return next(value for most, value, _label in _DENSITIES if most is None or count <= most)


def density_legend(definition: ViewDefinition, nodes: Sequence[Node]) -> Legend:
    """Return the meaning of the shades of cells, with the number of cells of each."""
    counts = Counter(node.facts.get(DENSITY) for node in nodes)
    entries = tuple(LegendEntry(value, label, counts[value]) for _most, value, label in _DENSITIES if counts[value])
    return Legend(definition.colour_title, DENSITY, entries)


def legend_of(facts: Facts, definition: ViewDefinition, elements: Iterable[Elemen]) -> Legend:
    """Return the meaning of every colour that occurs, with the number of elements drawn so."""
    counts = Counter(facts.of(definition.colour, element) for element in elements)
    entries = tuple(
        LegendEntry(fact.value, fact.label, count)
        for fact, count in sorted(counts.items(), key=lambda item: item[0].order)
        if fact.value
    )
    return Legend(definition.colour_title, definition.colour, entries)


def counted(elements: Sequence[Elemen]) -> str:
    """Return how many elements of which kind: ``12 aplikasi``, ``3 unit``."""
    counts = Counter(element.kelas for element in elements)
    if counts["Aplikasi"]:
        # Units stand beside applications only to say that they have none; their box has its own count.
        del counts["PerangkatDaerah"]
    names = list(classes())
    return ", ".join(
        f"{number(count)} {_NOUNS.get(kelas) or classes()[kelas].label}"
        for kelas, count in sorted(counts.items(), key=lambda item: names.index(item[0]))
    )


def counted_sentence(definition: ViewDefinition, elements: Sequence[Elemen]) -> str:
    """Return the number of elements by kind and of the files they came from: ``180 aplikasi dari 14 berkas``."""
    if definition.source == "metamodel":
        return f"{number(len(elements))} kelas menurut metamodel repositori"
    if definition.source == "perubahan":
        return f"{number(len(elements))} perubahan" if elements else "Tidak ada perubahan"
    elements = [element for element in elements if element.id > 0]
    files = {source.file for element in elements for source in element.sumber}
    what = counted(elements) or "Tidak ada elemen"
    return f"{what} dari {number(len(files))} berkas" if files else f"{what}, dicatat langsung di repositori"


def caption_line(picture: Picture) -> str:
    """Return how many elements were merged into how many rows: ``1.820 digabung menjadi 43 baris``."""
    rows = sum(node.is_merged for node in picture.nodes)
    return f"{number(picture.caption.merged)} digabung menjadi {number(rows)} {picture.caption.row_word}"


def region_of(landscape: Landscape, scope: Scope) -> str:
    """Return whose architecture is shown: the Instansi's name, or how many governments there are."""
    if scope.instansi_id is not None and scope.instansi_id in landscape:
        return landscape[scope.instansi_id].nama
    homes = landscape.daftar_instansi
    return homes[0].nama if len(homes) == 1 else f"{number(len(homes))} pemerintah daerah"
