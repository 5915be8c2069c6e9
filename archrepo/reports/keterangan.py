"""Where a report's facts come from, in the words that stand on every page: region, day, number of sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from archrepo.drawing.text import day_text
from archrepo.errors import UnknownNameError, UsageError
from archrepo.landscape import Instansi, Landscape


@dataclass(frozen=True, slots=True)
class Keterangan:
    """Provenance of a report. ``sources`` is the number of files that named anything in the Landscape."""

    instansi: str
    as_of: date
    taken_at: datetime
    sources: int

    @property
    def line(self) -> str:
        """One line for captions and page feet."""
        origin = f"Sumber: {self.sources} berkas isian" if self.sources else "Sumber: isian langsung"
        return f"{self.instansi} · keadaan per {day_text(self.as_of)} · {origin} · disusun dengan archrepo"


def government_of(landscape: Landscape, instansi_id: int | None) -> Instansi:
    """Return the Instansi that a report is about: the given one, or the only one.

    Raises:
        UnknownNameError: no Instansi has that id.
        UsageError: none is given and there is not exactly one.
    """
    known = landscape.daftar_instansi
    if instansi_id is not None:
        found = next((row for row in known if row.id == instansi_id), None)
        if found is None:
            raise UnknownNameError("Instansi", str(instansi_id), tuple(row.nama for row in known))
        return found
    if len(known) == 1:
        return known[0]
    names = ", ".join(row.nama for row in known) or "belum ada"
    raise UsageError(f"Laporan ini untuk satu Instansi; yang tercatat: {names}", mend="Sebutkan --instansi NAMA.")


def provenance(landscape: Landscape, instansi: Instansi) -> Keterangan:
    """Return where the facts come from. The moment is that of reading the repository, never the clock of now."""
    files = {sheet.file for sheet in landscape.sheets}
    files |= {source.file for element in landscape.elements for source in element.sumber}
    moment = landscape.taken_at or datetime.combine(landscape.as_of, time(), UTC)
    return Keterangan(instansi.nama, landscape.as_of, moment, len(files))


def listed(names: Iterable[str], limit: int | None = None) -> str:
    """Join names for a sentence, in the order given: ``A, B, dan C``; beyond ``limit``: ``A, B, dan 7 lainnya``."""
    known = list(names)
    if limit is not None and len(known) > limit:
        return f"{', '.join(known[:limit])}, dan {len(known) - limit} lainnya"
    if len(known) < 2:
        return "".join(known)
    if len(known) == 2:
        return f"{known[0]} dan {known[1]}"
    return f"{', '.join(known[:-1])}, dan {known[-1]}"
