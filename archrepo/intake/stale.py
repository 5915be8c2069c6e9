"""Says of a row that comes back what it would overwrite, where others have changed its element meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from archrepo.declarations.kolom import column
from archrepo.intake.records import CellProblem, Record, cell_problem
from archrepo.landscape.elemen import Elemen

_MOST = 5


def stale_problem(
    record: Record, element: Elemen, based_on: int, differences: Sequence[Mapping[str, Any]]
) -> CellProblem:
    """Return the problem of a stale row, with each field's value now and in the file.

    Args:
        differences: of the row, as the outcome of an import lists them: field, old, new.
    """
    told = [
        f'{_title(record.kelas, str(row["field"]))} (tercatat "{row["old"] or ""}", berkas "{row["new"] or ""}")'
        for row in differences[:_MOST]
    ]
    rest = len(differences) - _MOST
    fields = "; ".join(told) + (f"; dan {rest} isian lain" if rest > 0 else "") if told else "isian atau hubungannya"
    what = f"{element.kode} {element.nama}"
    return cell_problem("IMP048", record.row, None, what, old=based_on, new=element.versi, fields=fields)


def _title(kelas: str, field: str) -> str:
    known = column(kelas, field)
    return known.title if known is not None else field
