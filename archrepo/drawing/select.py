"""First step of a picture: from a Landscape and a view definition to nodes, edges, groups, legend and caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archrepo.drawing.captions import (
    DENSITY,
    counted_sentence,
    density_legend,
    legend_of,
    region_of,
)
from archrepo.drawing.edges import edges_of, told_edges
from archrepo.drawing.facts import Facts
from archrepo.drawing.nodes import nodes_of
from archrepo.drawing.picture import Caption, Picture
from archrepo.drawing.rows import Rows, empty_rows, groups_of, rows_of
from archrepo.drawing.scope import EVERYTHING, Scope
from archrepo.drawing.selection import Chosen, choose, facts_for
from archrepo.landscape.landscape import Landscape

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition


def select(
    landscape: Landscape,
    definition: ViewDefinition,
    scope: Scope = EVERYTHING,
    *,
    level: int = 0,
    region_name: str | None = None,
    watermark: str | None = None,
    page_of: str | None = None,
    facts: Facts | None = None,
    chosen: Chosen | None = None,
    rows: Rows | None = None,
) -> Picture:
    """Return the picture of a view.

    Args:
        level: 0 for a node an element, n for the n-th declared roll-up level.
        region_name: name of the regency on the sheet; the Instansi's own name when not given.
        watermark: text across the whole picture, such as ``DATA CONTOH``.
        page_of: address of an element's page, with ``{kode}`` for its kode.
        facts, chosen: what was computed for the same Landscape, definition and scope at another level.
        rows: those of this level, where they are known already.

    Raises:
        UsageError, UnknownNameError: as ``choose`` does.
    """
    facts = facts or facts_for(landscape, definition, scope)
    chosen = chosen or choose(facts, definition, scope)
    rolled = definition.roll_up.levels[level - 1] if level else None
    rows = rows if rows is not None else rows_of(facts, definition, rolled, chosen)
    nodes = nodes_of(facts, definition, rolled, rows, chosen, page_of)
    groups = groups_of(definition, rows, nodes, empty_rows(facts, definition, scope, rolled))
    merged = sum(len(node.element_ids) for node in nodes if node.is_merged)
    edges = edges_of(facts, definition, chosen.elements, nodes)
    is_dense = definition.colour == DENSITY
    return Picture(
        view=definition.name,
        nodes=nodes,
        edges=edges,
        groups=groups,
        legend=density_legend(definition, nodes) if is_dense else legend_of(facts, definition, chosen.elements),
        caption=Caption(
            title=definition.title if chosen.focus is None else f"{definition.title}: {chosen.focus.nama}",
            question=definition.question,
            audience=definition.audience,
            region=region_name or region_of(landscape, scope),
            day=landscape.as_of,
            counted=counted_sentence(definition, chosen.elements),
            merged=merged,
            row_word="sel" if definition.arrangement == "matriks" else "baris",
            left_out=(*chosen.left_out, *told_edges(definition, groups, edges)),
            watermark=watermark,
        ),
        level=level,
        notice=chosen.notice,
    )
