"""Remembers how the columns of a unit's sheets were corrected with ``--map``, for that unit's next file."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from archrepo.intake.apply import Applied
from archrepo.intake.corrections import NO_FIELD, is_corrected
from archrepo.intake.planned import Plan
from archrepo.intake.records import FileReading
from archrepo.intake.sheet_reading import Recall
from archrepo.intake.units import UnitIndex
from archrepo.landscape.loader import load_landscape
from archrepo.model.catatan import PetaKolom
from archrepo.model.rincian import table_of
from archrepo.names import fold
from archrepo.repository import UnitOfWork

_TABLE = table_of(PetaKolom)

Corrections = Sequence[tuple[str, str]]


def recall(connection: Connection, instansi: str | None) -> Recall | None:
    """Return what tells the remembered corrections of a unit and a class, or None while there are none.

    A unit's own corrections go before those that hold for the whole Instansi.
    """
    from archrepo.commands.opening import find_instansi

    rows = connection.execute(select(_TABLE)).all()
    if not rows:
        return None
    landscape = load_landscape(connection)
    home = find_instansi(landscape, instansi).id
    index = UnitIndex.of(landscape, home)
    own = [row for row in rows if row.instansi_id == home]

    def remembered(unit: str | None, kelas: str) -> tuple[tuple[str, str], ...]:
        known = index.match(unit).unit if unit else None
        wanted = [row for row in own if row.kelas == kelas and row.pelapor_id in (None, known)]
        wanted.sort(key=lambda row: row.pelapor_id is None)
        pairs = {row.lipat: row.bidang or NO_FIELD for row in reversed(wanted)}
        return tuple(pairs.items())

    return remembered


def remember(
    work: UnitOfWork,
    instansi_id: int,
    plan: Plan,
    readings: Sequence[FileReading],
    corrections: Corrections,
    applied: Applied | None,
) -> int:
    """Keep the corrections of an import with the unit of each sheet; return how many are new.

    A sheet that holds the rows of several units is nobody's: its correction is kept for the whole Instansi.
    """
    sheets = [sheet for reading in readings for sheet in reading.sheets]
    found: dict[tuple[int | None, str, str], str] = {}
    for number, sheet in enumerate(sheets):
        units = plan.sheets[number].pelapor
        unit = units[0] if len(units) == 1 else None
        if unit is not None and unit < 0:
            unit = applied.ids[unit] if applied is not None else None
        for title, field in corrections:
            if sheet.kelas and any(is_corrected(column.column, title) for column in sheet.all_columns):
                found[unit, sheet.kelas, fold(title)] = "" if field == NO_FIELD else field
    return sum(_keep(work, instansi_id, *key, field) for key, field in found.items())


def _keep(work: UnitOfWork, instansi_id: int, unit: int | None, kelas: str, title: str, field: str) -> bool:
    same = (
        (_TABLE.c.instansi_id == instansi_id)
        & (_TABLE.c.pelapor_id.is_(None) if unit is None else _TABLE.c.pelapor_id == unit)
        & (_TABLE.c.kelas == kelas)
        & (_TABLE.c.lipat == title)
    )
    known = work.connection.execute(select(_TABLE.c.bidang).where(same)).scalar_one_or_none()
    if known == field:
        return False
    batch = work.writer.batch
    work.connection.execute(delete(_TABLE).where(same))
    row = {
        "instansi_id": instansi_id,
        "pelapor_id": unit,
        "kelas": kelas,
        "lipat": title,
        "bidang": field,
        "pelaku": batch.actor,
        "waktu": batch.now,
    }
    work.connection.execute(insert(_TABLE), row)
    batch.count("betulan_kolom")
    return True
