"""Names points of the journal as releases of the architecture, and approves them by the rule that sets them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from archrepo.commands.opening import find_instansi, landscape_at
from archrepo.errors import ConflictError, UnknownNameError, UsageError
from archrepo.landscape.elemen import Elemen
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.landscape.sidik import content_hash
from archrepo.model.jurnal import TitikRilis
from archrepo.model.rincian import ELEMEN, class_tables, table_of
from archrepo.names import fold
from archrepo.repository import Repository
from archrepo.repository.titik import find_point
from archrepo.waktu import now

_TITIK = table_of(TitikRilis)
_RILIS = class_tables("RilisArsitektur").table


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its element, the point that it names, its content's hash, and by which rule it was set.

    ``moment`` and ``approved`` stand in the zone in which days are told. ``head`` is the end of the chain at that
    point, to be kept elsewhere.
    """

    kode: str
    nama: str
    periode: str | None
    moment: datetime
    nomor: int
    head: str
    content: str
    decree: str | None
    approved: datetime | None
    approved_by: str | None


class ReleaseRefusedError(ConflictError):
    """A release of that name is there, or it is approved already."""

    code = "RIL001"


def create_release(
    repository: Repository,
    pelaku: str,
    nama: str,
    *,
    periode: str | None = None,
    decree: str | None = None,
    instansi: str | None = None,
) -> Release:
    """Name the present state.

    Args:
        periode: years that the architecture is for, such as 2025-2029.
        decree: kode of the Regulasi that sets it, where it is set already.

    Raises:
        ReleaseRefusedError: there is a release of that name.
        UnknownNameError: no Regulasi has that kode.
    """
    with repository.write(pelaku, "release create") as work:
        landscape = load_landscape(work.connection)
        home = find_instansi(landscape, instansi)
        if any(fold(row.nama) == fold(nama) for row in landscape.of_class("RilisArsitektur")):
            raise ReleaseRefusedError(
                f'Rilis "{nama}" sudah ada', mend="Pakai nama lain, misalnya dengan tahun dan bulan."
            )
        regulation = _decree(landscape, decree)
        row = {
            "instansi_id": home.id,
            "nama": nama,
            "periode": periode,
            "penetapan_id": regulation.id if regulation is not None else None,
        }
        (identifier,) = work.writer.insert("RilisArsitektur", [row])
        point = {
            "id": identifier,
            "nomor": work.journal.before.nomor,
            "segel": work.journal.before.segel,
            "sidik_isi": content_hash(landscape),
            "waktu": datetime.now(UTC),
            "disetujui": None,
            "disetujui_oleh": None,
        }
        work.connection.execute(insert(_TITIK), point)
        return _one(work.connection, identifier)


def approve_release(repository: Repository, pelaku: str, name: str, *, decree: str, day: date | None = None) -> Release:
    """Note that a release was set by a rule, and from which day it holds.

    Raises:
        UnknownNameError: no release or no Regulasi of that name.
        ReleaseRefusedError: it is approved already.
    """
    with repository.write(pelaku, "release approve") as work:
        identifier = _find(work.connection, name)
        if _one(work.connection, identifier).approved is not None:
            raise ReleaseRefusedError(
                f'Rilis "{name}" sudah disetujui', mend="Lihat dengan: archrepo release show NAMA"
            )
        regulation = _decree(load_landscape(work.connection), decree)
        changes: dict[str, Any] = {"penetapan_id": regulation.id if regulation is not None else None}
        if day is not None:
            changes["berlaku_mulai"] = day
        work.writer.update("RilisArsitektur", identifier, changes)
        stamp = {"disetujui": datetime.now(UTC), "disetujui_oleh": pelaku}
        work.connection.execute(update(_TITIK).where(_TITIK.c.id == identifier).values(**stamp))
        return _one(work.connection, identifier)


def list_releases(repository: Repository) -> list[Release]:
    """Return all releases, oldest first."""
    with repository.read() as connection:
        numbers = connection.execute(select(_TITIK.c.id).order_by(_TITIK.c.nomor, _TITIK.c.id)).scalars().all()
        return [_one(connection, identifier) for identifier in numbers]


def show_release(repository: Repository, name: str) -> tuple[Release, str]:
    """Return a release, and the hash of its content as the journal gives it back now.

    Raises:
        UnknownNameError: there is no such release.
    """
    with repository.read() as connection:
        release = _one(connection, _find(connection, name))
        point = find_point(connection, release.kode)
    return release, content_hash(landscape_at(repository, point))


def _decree(landscape: Landscape, kode: str | None) -> Elemen | None:
    if kode is None:
        return None
    known = landscape.of_class("Regulasi")
    wanted = fold(kode)
    for row in known:
        if wanted in (fold(row.kode), fold(row.nama)):
            return row
    raise UnknownNameError("Regulasi", kode, tuple(row.kode for row in known))


def _find(connection: Connection, name: str) -> int:
    columns = select(ELEMEN.c.id, ELEMEN.c.kode, ELEMEN.c.nama).join_from(_TITIK, ELEMEN, _TITIK.c.id == ELEMEN.c.id)
    rows = connection.execute(columns.order_by(_TITIK.c.nomor)).all()
    if not rows:
        raise UsageError("Belum ada rilis", mend='Buat dengan: archrepo release create "Rilis Januari 2026"')
    for row in reversed(rows):
        if fold(name) in (fold(row.kode), fold(row.nama)):
            return int(row.id)
    raise UnknownNameError("Rilis", name, tuple(row.nama for row in rows))


def _one(connection: Connection, identifier: int) -> Release:
    decree = ELEMEN.alias("penetapan")
    columns = select(
        ELEMEN.c.kode, ELEMEN.c.nama, _RILIS.c.periode, _TITIK.c.nomor, _TITIK.c.segel, _TITIK.c.sidik_isi,
        _TITIK.c.waktu, _TITIK.c.disetujui, _TITIK.c.disetujui_oleh, decree.c.nama.label("penetapan"),
    )  # fmt: skip
    joined = (
        columns.join_from(_TITIK, ELEMEN, _TITIK.c.id == ELEMEN.c.id)
        .join(_RILIS, _RILIS.c.id == ELEMEN.c.id)
        .outerjoin(decree, decree.c.id == _RILIS.c.penetapan_id)
    )
    row = connection.execute(joined.where(_TITIK.c.id == identifier)).one()
    zone = now().tzinfo
    return Release(
        kode=row.kode,
        nama=row.nama,
        periode=row.periode,
        moment=row.waktu.astimezone(zone),
        nomor=row.nomor,
        head=row.segel,
        content=row.sidik_isi,
        decree=row.penetapan,
        approved=row.disetujui.astimezone(zone) if row.disetujui is not None else None,
        approved_by=row.disetujui_oleh,
    )
