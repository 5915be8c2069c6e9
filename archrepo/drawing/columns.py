"""Packs blocks of rows into columns of equal width, in order, as a newspaper does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (height 0 for none) and its rows; all heights in points. ``gap`` is the room below it."""

    heading: float
    rows: tuple[float, ...]
    gap: float
    height: float = field(init=False)
    """Height of heading and rows."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "height", self.heading + sum(self.rows))


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows ``first`` up to and without ``last`` of a block, from ``y`` down; a later piece has a heading too."""

    block: int
    first: int
    last: int
    y: float
    height: float


Columns = tuple[tuple[Piece, ...], ...]


def _cut(block: Block, first: int, room: float) -> int:
    """Return the number of rows from ``first`` on that fit into the room, the heading counted."""
    used, count = block.heading, 0
    for height in block.rows[first:]:
        if used + height > room:
            break
        used += height
        count += 1
    return count


def fill(blocks: Sequence[Block], limit: float) -> Columns:
    """Fill columns of at most that height, one after the other.

    A block goes whole into the next column where it fits there; one that is longer than a column, or has no heading,
    is cut between rows, leaving at least three on either side. A single row taller than a column stands alone.
    """
    columns: list[list[Piece]] = [[]]
    y = 0.0
    for number, block in enumerate(blocks):
        first = 0
        while True:
            rest = block.heading + sum(block.rows[first:]) if first else block.height
            if y + rest <= limit:
                columns[-1].append(Piece(number, first, len(block.rows), y, rest))
                y += rest + block.gap
                break
            may_cut = rest > limit or block.heading == 0
            count = _cut(block, first, limit - y) if may_cut else 0
            left = len(block.rows) - first - count
            if count and left and count >= _LEAST_ROWS:
                height = block.heading + sum(block.rows[first : first + count])
                columns[-1].append(Piece(number, first, first + count, y, height))
                first += count
            elif y == 0:
                count = max(count, 1)
                height = block.heading + sum(block.rows[first : first + count])
                columns[-1].append(Piece(number, first, first + count, y, height))
                first += count
                if first >= len(block.rows):
                    y = height + block.gap
                    break
            columns.append([])
            y = 0.0
    return tuple(tuple(column) for column in columns)


def height_of(columns: Columns) -> float:
    """Return the height of the tallest column."""
    return max((column[-1].y + column[-1].height for column in columns if column), default=0.0)


def pack(blocks: Sequence[Block], count: int) -> Columns:
    """Return the blocks in at most ``count`` columns whose tallest is as short as the order allows (within a point)."""
    total = sum(block.height + block.gap for block in blocks)
    if count == 1:
        return fill(blocks, total + 1.0)
    low, high = total / max(count, 1), total + 1.0
    best = fill(blocks, high)
    while high - low > 1.0:
        middle = (low + high) / 2
        columns = fill(blocks, middle)
        if len(columns) <= count and height_of(columns) <= middle:
            best, high = columns, height_of(columns)
        elif len(columns) <= count and height_of(columns) < height_of(best):
            best, low = columns, middle
        else:
            low = middle
    return best
