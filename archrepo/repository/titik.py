"""Finds the point of the journal that a date, a batch or a release names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, select

from archrepo.errors import UnknownNameError, UsageError
from archrepo.model.jurnal import AWAL, Jurnal, Segel, TitikRilis
from archrepo.model.rincian import ELEMEN, table_of
from archrepo.names import fold
from archrepo.repository.jurnal import last_number
from archrepo.waktu import end_of_day, now

NOW = "kini"

_JURNAL = table_of(Jurnal)
_SEGEL = table_of(Segel)
_TITIK = table_of(TitikRilis)
_INDONESIAN_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True, slots=True)
class Point:
    """A state of the repository: what it is called, after which entry, at which moment, and whether it is the present.

    ``moment`` stands in the zone in which days are told; its day is the one for which validity is judged.
    """

    label: str
    nomor: int | None
    moment: datetime

    @property
    def day(self) -> date:
        """The day for which validity is judged."""
        return self.moment.date()


class NoSuchPastError(UsageError):
    """The journal does not reach back to the point."""

    code = "JUR001"


class UnknownPointError(UnknownNameError):
    """No date, release or batch is called so; the message shows how each is written, and the releases there are."""

    def __init__(self, name: str, releases: tuple[str, ...]) -> None:
        super().__init__("Tanggal, rilis, atau batch", name, releases)
        known = f" Rilis yang ada: {', '.join(self.nearest)}." if releases else ""
        self.mend = f"Tulis tanggal seperti 2026-01-31, nama rilis, #12 untuk batch 12, atau kini.{known}"


def present() -> Point:
    """Return the point that is now."""
    return Point(NOW, None, now())


def find_point(connection: Connection, name: str) -> Point:
    """Return the point that a name means.

    Args:
        name: a date (``2026-01-31`` or ``31-01-2026``: the end of that day), ``#12`` (after batch 12), the kode or name
            of a release, or ``kini``.

    Raises:
        UnknownNameError: no release and no batch of that name.
        NoSuchPastError: a date before the journal began.
    """
    wanted = name.strip()
    if wanted.casefold() == NOW:
        return present()
    day = _day(wanted)
    if day is not None:
        return _at_end_of(connection, day)
    if wanted.startswith("#") and wanted[1:].isdigit():
        return _after_batch(connection, int(wanted[1:]))
    return _at_release(connection, wanted)


def _day(text: str) -> date | None:
    match = _INDONESIAN_DATE.fullmatch(text)
    try:
        if match is not None:
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        return None


def _at_end_of(connection: Connection, day: date) -> Point:
    end = end_of_day(day)
    label = day.isoformat()
    # Nothing that is known now can have changed later: a day to come is the present with another day of validity.
    moment = end - timedelta(microseconds=1)
    if moment >= now():
        return Point(label, None, moment)
    nomor = _last_before(connection, end)
    if nomor == 0:
        first = connection.execute(select(_SEGEL.c.waktu).order_by(_SEGEL.c.nomor_akhir).limit(1)).scalar()
        began = "" if first is None else f"; catatan pertama dari {first.astimezone(end.tzinfo):%d-%m-%Y}"
        raise NoSuchPastError(
            f"Keadaan pada {label} tidak ada dalam jurnal{began}", mend="Pilih tanggal sesudah jurnal dimulai."
        )
    return Point(label, nomor, moment)


def _last_before(connection: Connection, end: datetime) -> int:
    """Return the number of the last entry before a moment; 0 if there is none."""
    columns = select(_SEGEL.c.nomor_awal, _SEGEL.c.nomor_akhir).where(_SEGEL.c.waktu >= end)
    later = connection.execute(columns.order_by(_SEGEL.c.nomor_akhir).limit(1)).first()
    if later is not None:
        first, last = later
    else:
        sealed = connection.execute(
            select(_SEGEL.c.nomor_akhir).order_by(_SEGEL.c.nomor_akhir.desc()).limit(1)
        ).scalar()
        first, last = (sealed or 0) + 1, last_number(connection)
    # Entries made outside stand before those of the batch that seals them.
    outside = select(_JURNAL.c.nomor, _JURNAL.c.luar).where(_JURNAL.c.nomor.between(first, last))
    found = first - 1
    for nomor, luar in connection.execute(outside.where(_JURNAL.c.batch_id.is_(None)).order_by(_JURNAL.c.nomor)):
        if luar is None or AWAL in luar or outside_moment(luar["waktu"]) >= end:
            break
        found = nomor
    return int(found)


def outside_moment(written: str) -> datetime:
    """Return the moment that the database put down for an entry made outside archrepo, in UTC."""
    moment = datetime.fromisoformat(written.replace("Z", "+00:00"))
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _after_batch(connection: Connection, batch: int) -> Point:
    row = connection.execute(select(_SEGEL.c.nomor_akhir, _SEGEL.c.waktu).where(_SEGEL.c.batch_id == batch)).first()
    if row is None:
        newest = connection.execute(select(_SEGEL.c.batch_id).order_by(_SEGEL.c.batch_id.desc()).limit(1)).scalar()
        near = () if newest is None else (f"#{newest}",)
        raise UnknownNameError("Batch", f"#{batch}", near)
    return Point(f"#{batch}", row.nomor_akhir, row.waktu.astimezone(now().tzinfo))


def _at_release(connection: Connection, name: str) -> Point:
    columns = select(ELEMEN.c.kode, ELEMEN.c.nama, _TITIK.c.nomor, _TITIK.c.waktu)
    rows = connection.execute(
        columns.join_from(_TITIK, ELEMEN, _TITIK.c.id == ELEMEN.c.id).order_by(_TITIK.c.nomor)
    ).all()
    found = [row for row in rows if fold(name) in (fold(row.kode), fold(row.nama))]
    if not found:
        raise UnknownPointError(name, tuple(row.nama for row in reversed(rows)))
    row = found[-1]
    return Point(row.nama, row.nomor, row.waktu.astimezone(now().tzinfo))
