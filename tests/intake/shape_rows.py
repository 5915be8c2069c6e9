"""The rows of a table of facts as several shapes share them: header of one or two rows, numbering, data, repeats."""

from __future__ import annotations

import random
from collections.abc import Sequence

from shape_canvas import Canvas, Drawn
from shape_facts import Fact, Unit, units
from shape_table import Column, Style, cell_of, states


def any_unit(rng: random.Random) -> Unit:
    """Return one unit of the regency."""
    return rng.choice(sorted(units().values(), key=lambda unit: unit.id))


def row_of(rng: random.Random, style: Style, columns: Sequence[Column], fact: Fact, number: int) -> list[Drawn]:
    """Return the cells of a fact."""
    return [cell_of(rng, style, column.key, fact, number, fact.unit) for column in columns]


def write_data(
    rng: random.Random, canvas: Canvas, style: Style, columns: Sequence[Column], facts: Sequence[Fact], first: int = 1
) -> None:
    """Write rows of facts, with blank rows and a repeated row among them."""
    for number, fact in enumerate(facts, start=first):
        row = canvas.add(row_of(rng, style, columns, fact, number))
        canvas.expect(row, [fact.nama], fact.unit.id, *states(columns, fact))
        if rng.random() < 0.04:
            canvas.blank()
        if rng.random() < 0.03:
            again = canvas.add(list(canvas.rows[row])[canvas.left :])
            canvas.expect(again, [fact.nama], fact.unit.id, *states(columns, fact))


def write_numbering(rng: random.Random, canvas: Canvas, width: int) -> None:
    """Write a row of column numbers, or none."""
    if rng.random() < 0.5:
        form = rng.choice(("({})", "{}", "plain"))
        canvas.add([number if form == "plain" else form.format(number) for number in range(1, width + 1)])


def write_two_row_header(rng: random.Random, canvas: Canvas, columns: Sequence[Column]) -> None:
    """Write a header in which some neighbouring columns stand below one title, merged; the others are merged down."""
    top: list[Drawn] = [column.title for column in columns]
    below: list[Drawn] = [None] * len(columns)
    row = len(canvas.rows)
    position = 0
    while position < len(columns):
        size = rng.randint(2, 3) if rng.random() < 0.4 and columns[position].key != "nomor" else 1
        size = min(size, len(columns) - position)
        if size > 1:
            group = rng.choice(
                ("Data Teknis", "Informasi Aplikasi", "Spesifikasi", "Identitas", "Keterangan Teknis", "Detail")
            )
            for step in range(size):
                below[position + step] = columns[position + step].title
                top[position + step] = group if step == 0 else None
            canvas.merge(row, position, row, position + size - 1)
        else:
            canvas.merge(row, position, row + 1, position)
        position += size
    canvas.add(top)
    canvas.add(below)
