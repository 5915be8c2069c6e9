"""Writes the texts that filled no field as a workbook: a sheet of columns, and one of the texts themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from archrepo.berkas import atomic_path
from archrepo.exchange.buku_kerja import BukuKerja, Cell

_TITLE = "Tulisan yang belum masuk isian"
_WIDTHS = (34, 26, 44, 14, 34, 26, 22, 8)


def write_notes_workbook(
    path: Path,
    columns: Sequence[Mapping[str, Cell]],
    notes: Sequence[Mapping[str, Cell]],
    created: datetime,
) -> None:
    """Write both lists; each is rows of the same keys, which are the titles.

    Raises:
        OutputError: the file cannot be written.
    """
    with atomic_path(path) as temporary, BukuKerja(temporary, title=_TITLE, created=created) as book:
        for name, note, rows in (
            ("Kolom", "Beri kolom yang belum dikenal isiannya: archrepo import BERKAS --map Kolom=isian", columns),
            ("Tulisan", "Tulisan apa adanya, dengan berkas, lembar, dan barisnya.", notes),
        ):
            sheet = book.sheet(name)
            sheet.widths(_WIDTHS)
            sheet.heading(_TITLE, [note])
            head = list(rows[0]) if rows else ["Tidak ada"]
            first, last = sheet.grid(head, (list(row.values()) for row in rows))
            if rows:
                sheet.sheet.autofilter(first, 0, last, len(head) - 1)
