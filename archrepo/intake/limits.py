"""How much of a workbook is taken in: every limit of the gate and of the reading child, with its reason."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one read. The defaults are ours unless a source is named; a test or a server may set others.

    Attributes:
        file_bytes: the file as sent; the largest inventories seen have 10 MiB.
        members: parts of a zip; a workbook of 43 sheets with drawings has about 300.
        part_bytes: one part while it is inflated. 270,000 rows of 20 columns are about 280 MiB of sheet XML.
        inflated_bytes: all parts together while they are inflated.
        ratio: inflated to packed size of a part over ``ratio_from`` bytes; honest sheets were measured at 5 to 40.
        columns: the widest table that is read; Excel has 16,384, the widest inventory seen 60.
        cells: the rectangle that the reader allocates (python-calamine aborts the process on a giant one, design
            section 6); 32 bytes a cell before any text.
        merges: merged ranges of a sheet.
        cell_bytes: the longest run of text; Excel allows 32,767 signs a cell.
        csv_bytes: a text file, which is held in memory whole.
        seconds: the time of the reading child.
        memory_base: address space of the child before it reads; interpreter and reader map about 150 MiB.
        memory_factor: further address space a byte of inflated content; measured at 3 to 5 for honest sheets.
        memory_most: the child never gets more than this.
    """

    file_bytes: int = 100 * MIB
    members: int = 3000
    part_bytes: int = 600 * MIB
    inflated_bytes: int = 1024 * MIB
    ratio: int = 120
    ratio_from: int = 4 * MIB
    columns: int = 2000
    cells: int = 8_000_000
    merges: int = 100_000
    cell_bytes: int = 200_000
    csv_bytes: int = 64 * MIB
    seconds: int = 120
    memory_base: int = 288 * MIB
    memory_factor: int = 8
    memory_most: int = 3072 * MIB


DEFAULT_LIMITS = Limits()
