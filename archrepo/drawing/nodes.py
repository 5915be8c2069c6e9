"""Makes the nodes of a picture from its rows: one for an element, or one for several that were merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from archrepo.declarations.kalimat import number
from archrepo.declarations.metamodel import classes
from archrepo.drawing.captions import DENSITY, counted, density_of
from archrepo.drawing.fact import Fact
from archrepo.drawing.facts import Facts
from archrepo.drawing.picture import MIXED, Node
from archrepo.drawing.rows import Placed, Rows, outer_order, row_facts
from archrepo.drawing.selection import Chosen
from archrepo.drawing.text import identifier, safe_url
from archrepo.landscape.elemen import Aplikasi, Elemen
from archrepo.landscape.landscape import Landscape
from archrepo.names import fold

if TYPE_CHECKING:
    from archrepo.drawing.definition import Level, ViewDefinition

_MOST_NAMES = 200


def nodes_of(
    facts: Facts, definition: ViewDefinition, level: Level | None, rows: Rows, chosen: Chosen, page_of: str | None
) -> tuple[Node, ...]:
    ordered = []
    for key, members in rows.items():
        lead = members[0]
        groups = tuple((outer_order(definition, group), group.id) for group in lead.groups)
        if key[0] != "sel" and (key[0] == "satu" or len(members) == 1):
            node = _single(facts, definition, lead, chosen, page_of)
        else:
            node = _merged(facts, definition, level, key, members)
        shared = tuple(part for name in row_facts(level) for part in facts.of(name, lead.element).order)
        order = (*shared, fold(lead.element.nama), lead.element.kode, str(lead.element.id))
        ordered.append((groups, order, node.id, node))
    return tuple(row[-1] for row in sorted(ordered, key=lambda row: row[:3]))


def _home_kode(landscape: Landscape, element: Elemen) -> str:
    home = landscape.get(element.instansi_id)
    return home.kode if home is not None else ""


def _single(facts: Facts, definition: ViewDefinition, row: Placed, chosen: Chosen, page_of: str | None) -> Node:
    element = row.element
    colour = facts.of(definition.colour, element)
    seen = {"kelas": element.kelas, definition.colour: colour.value, **_dates(facts, definition, element)}
    if chosen.focus is not None and element.id == chosen.focus.id:
        seen["fokus"] = "ya"
    return Node(
        id=identifier("e", _home_kode(facts.landscape, element), element.kode),
        label=element.nama,
        element_ids=(element.id,),
        facts=seen,
        groups=tuple(group.id for group in row.groups),
        detail=_detail(facts, definition, row),
        tooltip=_tooltip(facts, element, colour),
        url=_address(element, page_of),
    )


def _address(element: Elemen, page_of: str | None) -> str | None:
    """The element's page where there is one, else the address of the application itself."""
    if page_of is not None and element.id > 0:
        return safe_url(page_of.replace("{kode}", quote(element.kode, safe="")))
    return safe_url(element.url) if isinstance(element, Aplikasi) else None


def _dates(facts: Facts, definition: ViewDefinition, element: Elemen) -> dict[str, str]:
    """From which year to which the bar of an element runs, and what stands in it; nothing on other sheets."""
    if definition.arrangement != "garis_waktu":
        return {}
    years = {name: facts.of(name, element).value for name in ("tahun_mulai", "tahun_selesai")}
    return {**years, "tulisan": facts.of(definition.colour, element).label}


def _detail(facts: Facts, definition: ViewDefinition, row: Placed) -> str:
    zone = definition.zone(row.groups[0].value) if row.groups else None
    names = zone.details if zone is not None else definition.details
    found = (facts.of(name, row.element).label for name in names)
    return " · ".join(label for label in found if label)


def _tooltip(facts: Facts, element: Elemen, colour: Fact) -> str:
    owner = facts.of("pemilik_singkat", element).label
    reason = facts.of("alasan", element).label if colour.label else ""
    parts = (f"{element.nama} ({element.kode})", owner, colour.label, reason)
    return " · ".join(part for part in parts if part)


def _merged(
    facts: Facts, definition: ViewDefinition, level: Level | None, key: tuple[str, ...], members: Sequence[Placed]
) -> Node:
    elements = [row.element for row in members]
    colours = Counter(facts.of(definition.colour, element) for element in elements)
    value = next(iter(colours)).value if len(colours) == 1 else MIXED
    names = sorted((element.nama for element in elements[:_MOST_NAMES]), key=fold)
    is_line = key[0] == "ringkas"
    kelas = {element.kelas for element in elements}
    label = ", ".join(names) if is_line else _merged_label(facts, level, elements)
    shows = level is None or level.shows_breakdown
    breakdown = (
        tuple((fact.value, count) for fact, count in sorted(colours.items(), key=lambda item: item[0].order))
        if len(colours) > 1 and shows and not is_line
        else ()
    )
    seen = {"kelas": next(iter(kelas)) if len(kelas) == 1 else "", definition.colour: value, "digabung": "ya"}
    seen |= _dates(facts, definition, elements[0])
    if definition.colour == DENSITY:
        seen[DENSITY] = density_of(len(elements))
    return Node(
        id=identifier("g", *key),
        label=label,
        element_ids=tuple(element.id for element in elements),
        facts=seen,
        groups=tuple(group.id for group in members[0].groups),
        detail="" if is_line else _merged_detail(label, elements, names if definition.arrangement == "lapisan" else ()),
        tooltip=f"{counted(elements)}: {', '.join(names)}{', …' if len(elements) > _MOST_NAMES else ''}",
        breakdown=breakdown,
        is_merged=True,
    )


def _merged_detail(label: str, elements: Sequence[Elemen], names: Sequence[str]) -> str:
    """How many were merged, and which; the class is not said again where the label is its name."""
    is_class = label == classes()[elements[0].kelas].label
    how_many = f"{number(len(elements))} digabung" if is_class else counted(elements)
    return f"{how_many}: {', '.join(names)}" if names else how_many


def _merged_label(facts: Facts, level: Level | None, elements: Sequence[Elemen]) -> str:
    """The labels of the shared facts; the class is said only where nothing else is shared."""
    labels = {name: facts.of(name, elements[0]).label for name in row_facts(level)}
    telling = [label for name, label in labels.items() if label and name != "kelas"]
    return " · ".join(telling) or labels.get("kelas") or counted(elements)
