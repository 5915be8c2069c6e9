"""Workbooks in the shapes that units really send, drawn from the sample regency with a fixed seed, with their meaning.

``draw(shape, variant, folder)`` writes one; the same two arguments always give the same file.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import shape_lists as lists
import shape_others as others
from shape_canvas import Sent

SHAPES: Mapping[str, Callable[[random.Random, Path], Sent]] = {
    "register": lists.register,
    "lembar_per_unit": lists.sheet_a_unit,
    "mulai_kolom_b": lists.column_b,
    "formulir": lists.form_export,
    "kib": others.asset_card,
    "profil": others.profiles,
    "csv": others.text_file,
    "inggris": others.english,
    "bagian": others.sections,
    "centang": others.ticks,
    "dua_tabel": others.two_tables,
    "ods": others.open_document,
}
VARIANTS = 30


def draw(shape: str, variant: int, folder: Path) -> Sent:
    """Write the file of a shape and a variant into a folder."""
    rng = random.Random(f"{shape}-{variant}")  # noqa: S311 - the same file each time is what is wanted
    return SHAPES[shape](rng, folder / f"{shape}-{variant:02}")
