"""Joins elements that are one: every link, source, note, name and user of the other goes to the one that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, insert, select, update

from archrepo.commands.opening import find_instansi
from archrepo.commands.stale import refuse_stale
from archrepo.declarations.metamodel import classes, common_fields, relation_kinds
from archrepo.errors import ConflictError, UsageError
from archrepo.landscape.elemen import Aplikasi, Elemen, PerangkatDaerah, Value
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.model.catatan import AsalBaris, CatatanImpor, Keputusan, LembarSumber, PetaKolom
from archrepo.model.elemen import DIGABUNG
from archrepo.model.rincian import table_of
from archrepo.names import squeeze
from archrepo.repository import Repository, UnitOfWork

# What each element says for itself, and no other can say for it.
_OWN = frozenset({"id", "kode", "nama", "kunci_alami", "asal_baris", "keyakinan", "kondisi", "alias"})
_OWNERS = ("perangkat_daerah_id", "instansi_luar_id")


class MergeRefusedError(ConflictError):
    """The elements cannot be one."""

    code = "GAB001"


def merge_elements(
    repository: Repository,
    pelaku: str,
    keep: str,
    others: Iterable[str],
    *,
    instansi: str | None = None,
    versions: Mapping[str, int] | None = None,
) -> Elemen:
    """Merge elements by kode into the first; return it as it is now.

    Fields that the kept one lacks are filled from the others, in their order; names of the others become other names.
    A later import of a row that named one of them finds the kept one.

    Args:
        versions: by kode, the version of an element that the decision was based on.

    Raises:
        StaleEditError: one of them was changed since.
        UnknownNameError: no element of a kode.
        UsageError: one is named twice.
        MergeRefusedError: they are of different classes, or the kept unit is part of another.
    """
    with repository.write(pelaku, "merge") as work:
        landscape = load_landscape(work.connection)
        home = find_instansi(landscape, instansi).id if instansi else None
        kept = landscape.by_kode(keep, home)
        gone = [landscape.by_kode(kode, home).id for kode in others]
        based_on = {kode.casefold(): versi for kode, versi in (versions or {}).items()}
        for element in (kept, *(landscape[identifier] for identifier in gone)):
            refuse_stale(repository, element, based_on.get(element.kode.casefold()))
        for identifier in gone:
            merge_one(work, landscape, kept, landscape[identifier])
            landscape = load_landscape(work.connection)
            kept = landscape[kept.id]
        return kept


def merge_one(work: UnitOfWork, landscape: Landscape, kept: Elemen, gone: Elemen) -> None:
    """Merge one element into another within a unit of work.

    Raises:
        UsageError: they are the same element.
        MergeRefusedError: they are of different classes, or the kept unit is part of the other.
    """
    if kept.id == gone.id:
        raise UsageError(f"{kept.kode} tidak dapat digabung dengan dirinya sendiri", mend="Sebutkan dua kode berbeda.")
    if kept.kelas != gone.kelas:
        raise MergeRefusedError(
            f"{kept.kode} dan {gone.kode} berbeda jenis ({kept.kelas} dan {gone.kelas})",
            mend="Hanya objek sejenis yang dapat digabung.",
        )
    if kept.id in landscape.unit_with_children(gone.id) - {gone.id}:
        raise MergeRefusedError(
            f'"{kept.nama}" adalah unit di bawah "{gone.nama}"', mend="Tukar urutannya: unit induk yang dipertahankan."
        )
    if isinstance(kept, PerangkatDaerah):
        work.writer.aliases.move(gone.id, kept.id)
        _move_reporter(work.connection, kept.id, gone.id)
    _fill_gaps(work, landscape, kept, gone)
    _move_edges(work, landscape, kept, gone)
    _move_references(work, landscape, kept, gone)
    _move_provenance(work.connection, kept, gone)
    _move_decisions(work.connection, kept.id, gone.id)
    work.writer.update(gone.kelas, gone.id, {"keadaan": DIGABUNG, "digabung_ke_id": kept.id})


def _has_lost_single_reporter(landscape: Landscape, kept: Elemen, gone: Elemen) -> bool:
    """Whether an owner that was told only from the single report is no longer certain (design section 3)."""
    reporters = {edge.dari for element in (kept, gone) for edge in landscape.into(element.id, "R58")}
    owner = kept if kept.pemilik_id is not None else gone
    return isinstance(owner, Aplikasi) and owner.dasar_pemilik == "pelapor_tunggal" and len(reporters) > 1


def _fill_gaps(work: UnitOfWork, landscape: Landscape, kept: Elemen, gone: Elemen) -> None:
    changes: dict[str, Value] = {}
    for field in (*classes()[kept.kelas].fields, *common_fields()):
        is_view = field.kind == "ref_banyak" or field.name in ("terdaftar_di_id", "pengganti_id")
        if field.name in _OWN or field.name in _OWNERS or is_view:
            continue
        value = gone.nilai(field.name)
        # A part that is merged into its whole must not make the whole a part of itself.
        if kept.nilai(field.name) is None and value is not None and not (field.kind == "ref" and value == kept.id):
            changes[field.name] = value
    if kept.pemilik_id is None and gone.pemilik_id is not None:
        changes |= {name: gone.nilai(name) for name in _OWNERS}
    elif isinstance(kept, Aplikasi):
        changes.pop("dasar_pemilik", None)
    if _has_lost_single_reporter(landscape, kept, gone):
        changes |= {**dict.fromkeys(_OWNERS), "dasar_pemilik": None}
    names = _names(kept, gone)
    if names is not None:
        changes["alias"] = names
    if changes:
        work.writer.update(kept.kelas, kept.id, changes)


def _names(kept: Elemen, gone: Elemen) -> tuple[str, ...] | None:
    """Return the other names of the kept one, those of the other added; None where the class has none."""
    known, more = kept.nilai("alias"), gone.nilai("alias")
    if kept.kelas not in ("Aplikasi", "PerangkatDaerah"):
        return None
    names = [
        *(known if isinstance(known, tuple) else ()),
        gone.nama,
        *(more if isinstance(more, tuple) else ()),
    ]
    short = gone.nilai("singkatan")
    if isinstance(short, str) and squeeze(short) != squeeze(str(kept.nilai("singkatan") or "")):
        names.append(short)
    unique = {squeeze(name): name for name in reversed(names) if squeeze(name) != squeeze(kept.nama)}
    return tuple(reversed(unique.values()))


def _move_edges(work: UnitOfWork, landscape: Landscape, kept: Elemen, gone: Elemen) -> None:
    stored = [
        edge for edge in (*landscape.out(gone.id), *landscape.into(gone.id)) if relation_kinds()[edge.jenis].is_row
    ]
    moved = [
        (
            edge.jenis,
            kept.id if edge.dari == gone.id else edge.dari,
            kept.id if edge.ke == gone.id else edge.ke,
            edge.atribut,
        )
        for edge in stored
    ]
    work.writer.relations.remove([(edge.jenis, edge.dari, edge.ke) for edge in stored])
    work.writer.relations.add([edge for edge in moved if edge[1] != edge[2]])


def _referring(landscape: Landscape, gone: Elemen) -> Iterator[tuple[Elemen, dict[str, int]]]:
    for element in landscape.elements:
        names = [field.name for field in classes()[element.kelas].fields if field.kind == "ref"]
        found = {name: gone.id for name in (*names, *_OWNERS) if element.nilai(name) == gone.id}
        if found and element.id != gone.id:
            yield element, found


def _move_references(work: UnitOfWork, landscape: Landscape, kept: Elemen, gone: Elemen) -> None:
    for element, fields in _referring(landscape, gone):
        work.writer.update(element.kelas, element.id, dict.fromkeys(fields, kept.id))


def _move_provenance(connection: Connection, kept: Elemen, gone: Elemen) -> None:
    """Move sources and notes; rows that named both are told apart by their position."""
    rows = table_of(AsalBaris)
    place = select(rows.c.lembar_id, rows.c.baris, rows.c.posisi)
    taken = {tuple(row) for row in connection.execute(place.where(rows.c.elemen_id == kept.id))}
    moving = select(rows.c.id, rows.c.lembar_id, rows.c.baris, rows.c.posisi).where(rows.c.elemen_id == gone.id)
    for identifier, sheet, row, position in connection.execute(moving).all():
        while (sheet, row, position) in taken:
            position += 1
        taken.add((sheet, row, position))
        changed = {"elemen_id": kept.id, "posisi": position}
        connection.execute(update(rows).where(rows.c.id == identifier).values(**changed))
    notes = table_of(CatatanImpor)
    connection.execute(update(notes).where(notes.c.elemen_id == gone.id).values(elemen_id=kept.id))


def _move_reporter(connection: Connection, kept_id: int, gone_id: int) -> None:
    """Make a unit the reporter of everything that another reported, when the two are one."""
    rows, columns, sheets = table_of(AsalBaris), table_of(PetaKolom), table_of(LembarSumber)
    connection.execute(update(rows).where(rows.c.pelapor_id == gone_id).values(pelapor_id=kept_id))
    connection.execute(update(columns).where(columns.c.pelapor_id == gone_id).values(pelapor_id=kept_id))
    for identifier, reporters in connection.execute(select(sheets.c.id, sheets.c.pelapor_ids)).all():
        if gone_id in reporters:
            named = list(dict.fromkeys(kept_id if unit == gone_id else unit for unit in reporters))
            connection.execute(update(sheets).where(sheets.c.id == identifier).values(pelapor_ids=named))


def _move_decisions(connection: Connection, kept_id: int, gone_id: int) -> None:
    """Let what was decided on a merged record and third ones hold for the record that was kept, where nothing did."""
    table = table_of(Keputusan)
    rows = [dict(row) for row in connection.execute(select(table)).mappings()]
    taken = {(row["a_id"], row["b_id"]) for row in rows}
    for pair, row in _moved_decisions(rows, kept_id, gone_id):
        if pair not in taken:
            taken.add(pair)
            values = {name: value for name, value in row.items() if name != "id"}
            connection.execute(insert(table), {**values, "a_id": pair[0], "b_id": pair[1]})


def _moved_decisions(
    rows: Iterable[dict[str, object]], kept_id: int, gone_id: int
) -> Iterator[tuple[tuple[int, int], dict[str, object]]]:
    for row in rows:
        both = {row["a_id"], row["b_id"]}
        if gone_id in both and kept_id not in both:
            third = next(one for one in both if one != gone_id)
            assert isinstance(third, int)  # noqa: S101 - a column of numbers
            yield (min(kept_id, third), max(kept_id, third)), row
