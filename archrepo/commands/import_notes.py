"""Lists what sheets said and no field could take: by unit and column, with file, sheet and row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from archrepo.commands.opening import find_instansi, find_units
from archrepo.declarations.kolom import columns
from archrepo.intake.titles import KNOWN, title_scores
from archrepo.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.model.catatan import AsalBaris, CatatanImpor, LembarSumber, SumberBerkas
from archrepo.model.rincian import table_of
from archrepo.names import fold
from archrepo.repository import Repository


@dataclass(frozen=True, slots=True)
class ImportNote:
    """A text that filled no field, the element it is kept with, and where it stood."""

    unit: str
    column: str
    text: str
    kode: str
    nama: str
    kelas: str
    file: str
    sheet: str
    row: int | None


@dataclass(frozen=True, slots=True)
class NotedColumn:
    """A column whose texts are kept as notes.

    ``field`` is the field as which its title is read: then only single texts found no place. It is empty where the
    title is unknown: then ``--map`` may give the column its field.
    """

    column: str
    kelas: str
    field: str
    notes: int
    units: tuple[str, ...]
    example: str


def import_notes(
    repository: Repository, instansi: str | None, units: tuple[str, ...] = (), column: str | None = None
) -> tuple[ImportNote, ...]:
    """Return the notes of an Instansi, by unit, column, file, sheet and row.

    Args:
        units: only those of these units and the ones below them.
        column: only those of the column with this title.

    Raises:
        UnknownNameError: a name that nobody has.
    """
    with repository.read() as connection:
        landscape = load_landscape(connection)
        home = find_instansi(landscape, instansi).id
        wanted = find_units(landscape, home, units) if units else None
        found = [
            note
            for unit, note in _notes(connection, landscape, home)
            if (wanted is None or unit in wanted) and (column is None or fold(note.column) == fold(column))
        ]
    return tuple(sorted(found, key=lambda note: (note.unit, note.column, note.file, note.sheet, note.row or 0)))


def _notes(connection: Connection, landscape: Landscape, home: int) -> Iterator[tuple[int | None, ImportNote]]:
    note, sheet, file = (table_of(kind) for kind in (CatatanImpor, LembarSumber, SumberBerkas))
    reporters = _reporters(connection)
    chosen = select(
        note.c.elemen_id, note.c.judul, note.c.teks, note.c.lembar_id, note.c.baris, sheet.c.nama, file.c.nama
    )
    joined = chosen.outerjoin_from(note, sheet, note.c.lembar_id == sheet.c.id).outerjoin(
        file, sheet.c.berkas_id == file.c.id
    )
    for identifier, title, text, lembar, row, sheet_name, file_name in connection.execute(joined.order_by(note.c.id)):
        element = landscape.get(identifier)
        if element is None:
            continue
        unit_id = reporters.get((identifier, lembar, row))
        unit = landscape.get(unit_id)
        # What others own is one object for all; whose note it is, the unit of its row says.
        if (unit or element).instansi_id != home:
            continue
        place = (file_name or "", sheet_name or "", row)
        yield (
            unit_id,
            ImportNote(unit.nama if unit else "", title, text, element.kode, element.nama, element.kelas, *place),
        )


def _reporters(connection: Connection) -> dict[tuple[int, int | None, int | None], int]:
    table = table_of(AsalBaris)
    rows = connection.execute(
        select(table.c.elemen_id, table.c.lembar_id, table.c.baris, table.c.pelapor_id)
        .where(table.c.pelapor_id.is_not(None))
        .order_by(table.c.id)
    )
    return {(identifier, sheet, row): unit for identifier, sheet, row, unit in rows}


def noted_columns(notes: Sequence[ImportNote]) -> tuple[NotedColumn, ...]:
    """Return the columns that notes came from, the one with most notes first."""
    groups: dict[tuple[str, str], list[ImportNote]] = defaultdict(list)
    for note in notes:
        groups[fold(note.column), note.kelas].append(note)
    found = [
        NotedColumn(
            column=group[0].column,
            kelas=kelas,
            field=_field_of(group[0].column, kelas),
            notes=len(group),
            units=tuple(dict.fromkeys(note.unit for note in group if note.unit)),
            example=group[0].text,
        )
        for (_, kelas), group in groups.items()
    ]
    return tuple(sorted(found, key=lambda row: (-row.notes, row.column, row.kelas)))


def _field_of(title: str, kelas: str) -> str:
    fields = {column.field for column in columns(kelas)}
    scores = [(score, field) for field, (_, score) in title_scores(title, kelas).items() if field in fields]
    best = max(scores, default=(0.0, ""))
    return best[1] if best[0] >= KNOWN else ""
