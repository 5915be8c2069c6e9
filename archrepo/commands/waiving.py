"""Sets findings aside, with a reason and an end."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import delete, insert

from archrepo.checks.registry import run_checks
from archrepo.commands.opening import opened
from archrepo.errors import UnknownNameError
from archrepo.landscape.loader import load_landscape
from archrepo.model.catatan import Pengesampingan
from archrepo.model.rincian import table_of


def waive_finding(url: str, pelaku: str, fingerprint: str, *, reason: str, until: date | None = None) -> str:
    """Set a finding of the present state aside; a second waiver replaces the first. Return the finding's sentence.

    Raises:
        UnknownNameError: no finding has that fingerprint.
    """
    with opened(url) as repository, repository.write(pelaku, "check waive") as work:
        findings = run_checks(load_landscape(work.connection)).findings
        found = next((row for row in findings if row.fingerprint == fingerprint.strip().lower()), None)
        if found is None:
            raise UnknownNameError("Sidik catatan perbaikan", fingerprint)
        table = table_of(Pengesampingan)
        work.connection.execute(delete(table).where(table.c.sidik == found.fingerprint))
        row = {
            "sidik": found.fingerprint,
            "alasan": reason,
            "pelaku": pelaku,
            "waktu": datetime.now(UTC),
            "sampai": until,
        }
        work.connection.execute(insert(table), row)
        work.writer.batch.count("pengesampingan")
    return found.message
