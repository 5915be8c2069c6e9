"""Lays a picture as a table: groups by rows and columns with a count in each cell, or relations between its nodes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from archrepo.declarations.kalimat import number
from archrepo.drawing.area import Area
from archrepo.drawing.grid import Grid, Heading, in_middle, lay_grid, set_grid
from archrepo.drawing.listing import css_of
from archrepo.drawing.picture import Edge, Node
from archrepo.drawing.sheet import Box, Label, Pile, Run
from archrepo.drawing.text import wrap
from archrepo.drawing.theme import Styled, attributes

_TOTAL = "jumlah"


def lay_matrix(styled: Styled, area: Area) -> Pile:
    """Lay every node as a cell: its outer group is the row, its inner one the column; sums at the right and below.

    Raises:
        DoesNotFitError: the next roll-up level is wanted.
    """
    picture = styled.picture
    outer = [group for group in picture.groups if group.parent is None]
    inner = {group.id: group for group in picture.groups if group.parent is not None}
    orders = {(group.order, group.value): group for group in inner.values()}
    columns = [orders[key] for key in sorted(orders)]
    rows = [*(Heading(f"judul-{group.id}", group.label, group.label, f"kepala {group.id}") for group in outer),
            Heading(f"judul-{_TOTAL}", "Jumlah", is_strong=True)]  # fmt: skip
    heads = [*(Heading(f"kolom-{group.value}", group.label, group.label) for group in columns),
             Heading(f"kolom-{_TOTAL}", "Jumlah", is_strong=True)]  # fmt: skip
    grid = set_grid(styled.theme, rows, heads, area, narrowest=13.0)
    pile = Pile()
    lay_grid(styled.theme, grid, pile)
    row_of = {group.id: index for index, group in enumerate(outer)}
    column_of = {group.value: index for index, group in enumerate(columns)}
    sums: Counter[tuple[str, int]] = Counter()
    for node in picture.nodes:
        row, column = row_of[node.groups[0]], column_of[inner[node.groups[1]].value]
        count = len(node.element_ids)
        _lay_count(styled, grid, node, row, column, pile)
        sums["baris", row] += count
        sums["kolom", column] += count
    last_row, last_column = len(rows) - 1, len(heads) - 1
    for (kind, index), count in sorted(sums.items()):
        row, column = (index, last_column) if kind == "baris" else (last_row, index)
        pile.label([_sum(styled, grid, f"{kind}-{index}", count, row, column)])
    pile.label(
        [_sum(styled, grid, "semua", sum(len(node.element_ids) for node in picture.nodes), last_row, last_column)]
    )
    return pile


def _lay_count(styled: Styled, grid: Grid, node: Node, row: int, column: int, pile: Pile) -> None:
    place = grid.cell(row, column)
    look = styled.nodes[node.id]
    fill = look.get("latar", "#FFFFFF")
    css = css_of(node.facts, node.groups)
    pile.box(Box(f"{node.id}-sel", place.x, place.y, place.width, place.height, fill, fill, 0.1, css=css))
    line = (Run(number(len(node.element_ids)), grid.size, look.get("tinta", styled.theme.ink), bold=True),)
    pile.label([in_middle(node.id, place, (line,), tooltip=node.tooltip, url=node.url, css=css)])


def _sum(styled: Styled, grid: Grid, name: str, count: int, row: int, column: int) -> Label:
    line = (Run(number(count), grid.size, styled.theme.ink, bold=True),)
    return in_middle(f"jumlah-{name}", grid.cell(row, column), (line,), css="jumlah")


# ---- relations


def lay_adjacency(styled: Styled, area: Area) -> Pile:
    """Lay nodes as rows and columns, in each cell the edges from row to column; meanings stand below.

    Raises:
        DoesNotFitError: the next roll-up level is wanted.
    """
    picture = styled.picture
    cells: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in picture.edges:
        cells[edge.source, edge.target].append(edge)
    sources = {source for source, _target in cells}
    targets = {target for _source, target in cells}
    rows = [node for node in picture.nodes if node.id in sources or node.id not in targets]
    columns = [node for node in picture.nodes if node.id in targets]
    pile = Pile()
    meanings = dict(sorted((edge.label, edge.why) for edge in picture.edges if edge.why))
    room = _lay_meanings(styled, meanings, area, pile)
    grid = set_grid(
        styled.theme,
        [Heading(node.id, node.label, node.tooltip, css_of(node.facts, node.groups)) for node in rows],
        [Heading(f"{node.id}-kolom", node.label, node.tooltip, css_of(node.facts, node.groups)) for node in columns],
        Area(area.x, area.y, area.width, room),
        narrowest=17.0,
        lines=2,
        tallest=26.0,
    )
    lay_grid(styled.theme, grid, pile)
    row_of = {node.id: index for index, node in enumerate(rows)}
    column_of = {node.id: index for index, node in enumerate(columns)}
    for (source, target), edges in cells.items():
        _lay_relations(styled, grid, edges, rows[row_of[source]], row_of[source], column_of[target], pile)
    return pile


def _lay_relations(
    styled: Styled, grid: Grid, edges: Sequence[Edge], source: Node, row: int, column: int, pile: Pile
) -> None:
    place = grid.cell(row, column)
    fill = attributes(source.facts, styled.theme.nodes).get("latar", "#FFFFFF")
    name = edges[0].id
    pile.box(Box(f"{name}-sel", place.x, place.y, place.width, place.height, fill, fill, 0.1))
    texts = wrap(" ".join(edge.label for edge in edges), round((place.width - 2) / grid.size, 2), 2)
    lines = tuple((Run(text, grid.size, styled.theme.ink),) for text in texts)
    told = "; ".join(f"{edge.label}: {edge.why}" if edge.why else edge.label for edge in edges)
    pile.label([in_middle(name, place, lines, tooltip=told, css="hubungan")])


def _lay_meanings(styled: Styled, meanings: dict[str, str], area: Area, pile: Pile) -> float:
    """Lay what the short labels stand for in columns along the lower edge; return the height that is left above."""
    if not meanings:
        return area.height
    size, columns = 7.0, 9
    wide = area.width / columns
    entries = list(meanings.items())
    per_column = -(-len(entries) // columns)
    high = per_column * size * 1.25
    top = area.y + area.height - high
    for index, (label, why) in enumerate(entries):
        text = wrap(f"{label} {why}", round((wide - 6) / size, 2), 1)[0]
        head, _blank, rest = text.partition(" ")
        line = (Run(head, size, styled.theme.ink, bold=True), Run(f" {rest}", size, styled.theme.ink))
        x, y = area.x + (index // per_column) * wide, top + (index % per_column) * size * 1.25
        pile.label([Label(f"arti-{label}", x, y, wide - 4, size * 1.25, (line,), css="keterangan")])
    return area.height - high - 8
