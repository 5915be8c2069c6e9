"""Packing loses no row, keeps their order, and balances the columns."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archrepo.drawing.columns import Block, fill, height_of, pack

BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from((0.0, 14.0, 26.0)),
        st.lists(st.floats(min_value=8, max_value=40), min_size=1, max_size=40).map(tuple),
        st.just(6.0),
    ),
    min_size=1,
    max_size=20,
)


@given(BLOCKS, st.integers(min_value=1, max_value=8))
def test_every_row_is_placed_once_in_order(blocks: list[Block], count: int) -> None:
    columns = pack(blocks, count)
    placed = [(piece.block, row) for column in columns for piece in column for row in range(piece.first, piece.last)]
    assert placed == [(number, row) for number, block in enumerate(blocks) for row in range(len(block.rows))]
    assert len(columns) <= count


@given(BLOCKS, st.integers(min_value=1, max_value=8))
def test_pieces_of_a_column_do_not_overlap(blocks: list[Block], count: int) -> None:
    for column in pack(blocks, count):
        for upper, lower in pairwise(column):
            assert lower.y >= upper.y + upper.height


@given(BLOCKS)
def test_more_columns_are_never_taller(blocks: list[Block]) -> None:
    heights = [height_of(pack(blocks, count)) for count in range(1, 5)]
    assert all(later <= earlier + 1.0 for earlier, later in pairwise(heights))


def test_a_short_block_is_not_cut() -> None:
    short = Block(10.0, (10.0,) * 5, 5.0)
    columns = fill([short, short], 90.0)
    assert [[(piece.first, piece.last) for piece in column] for column in columns] == [[(0, 5)], [(0, 5)]]


def test_a_long_block_goes_on_in_the_next_column() -> None:
    columns = fill([Block(10.0, (10.0,) * 20, 5.0)], 110.0)
    assert [[(piece.first, piece.last) for piece in column] for column in columns] == [[(0, 10)], [(10, 20)]]
