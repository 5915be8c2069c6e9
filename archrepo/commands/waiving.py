"""Sets findings aside, with a reason and an end, and takes over what units answer to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import delete, insert

from archrepo.checks.aturan_daerah import AturanDaerah
from archrepo.checks.finding import Finding
from archrepo.checks.registry import NOTHING_OWN, run_checks
from archrepo.checks.rendering.jawaban import HasilJawaban, Jawaban, answer_title
from archrepo.commands.answers_workbook import read_answers
from archrepo.commands.opening import opened
from archrepo.errors import UnknownNameError
from archrepo.landscape import Landscape
from archrepo.landscape.loader import load_landscape
from archrepo.model.catatan import Pengesampingan
from archrepo.model.rincian import table_of
from archrepo.repository import UnitOfWork


def waive_finding(
    url: str,
    pelaku: str,
    fingerprint: str,
    *,
    reason: str,
    until: date | None = None,
    own: AturanDaerah = NOTHING_OWN,
) -> str:
    """Set a finding of the present state aside; a second waiver replaces the first. Return the finding's sentence.

    Args:
        url: the repository.
        pelaku: who sets it aside.
        fingerprint: what the finding is known by.
        reason: why.
        until: last day on which it is set aside; for ever if not given.
        own: what the regency adds to the rules.

    Raises:
        UnknownNameError: no finding has that fingerprint.
    """
    with opened(url) as repository, repository.write(pelaku, "check waive") as work:
        found = _by_fingerprint(load_landscape(work.connection), own).get(fingerprint.strip().lower())
        if found is None:
            raise UnknownNameError("Sidik catatan perbaikan", fingerprint)
        _set_aside(work, pelaku, found.fingerprint, reason, until)
    return found.message


def _by_fingerprint(landscape: Landscape, own: AturanDaerah) -> Mapping[str, Finding]:
    result = run_checks(landscape, own=own)
    return {row.fingerprint: row for row in (*result.findings, *result.waived)}


def _set_aside(work: UnitOfWork, pelaku: str, fingerprint: str, reason: str, until: date | None) -> None:
    table = table_of(Pengesampingan)
    work.connection.execute(delete(table).where(table.c.sidik == fingerprint))
    row = {
        "sidik": fingerprint,
        "alasan": reason,
        "pelaku": pelaku,
        "waktu": datetime.now(UTC),
        "sampai": until,
    }
    work.connection.execute(insert(table), row)
    work.writer.batch.count("pengesampingan")


def receive_answers(
    url: str, pelaku: str, path: Path, *, own: AturanDaerah = NOTHING_OWN, dry_run: bool = False
) -> HasilJawaban:
    """Take over the answers in a workbook of findings that units sent back.

    An answer becomes a remark on the first element of the finding; with "ya" the finding is set aside, the answer being
    the reason. Reading the same workbook again changes nothing. Rows with a problem are reported, the others taken.

    Raises:
        FileProblem: the file cannot be read, or is not safe to read.
        InputError: no sheet of it has the columns of the workbook of findings.
    """
    answers, problems = read_answers(path)
    with opened(url) as repository:
        if dry_run:
            with repository.read() as connection:
                return _planned(load_landscape(connection), answers, problems, own)[0]
        with repository.write(pelaku, "check answers") as work:
            outcome, taken = _planned(load_landscape(work.connection), answers, problems, own)
            notes = []
            for finding, answer in taken:
                if answer.text:
                    element = finding.element_ids[0]
                    notes.append({"elemen_id": element, "judul": answer_title(finding.code), "teks": answer.text})
                if answer.sets_aside:
                    _set_aside(work, pelaku, finding.fingerprint, answer.text, answer.until)
            work.writer.sources.add_notes(notes)
    return outcome


def _planned(
    landscape: Landscape, answers: Sequence[Jawaban], problems: tuple[str, ...], own: AturanDaerah
) -> tuple[HasilJawaban, list[tuple[Finding, Jawaban]]]:
    """Return what becomes of the answers, and those that are to be written with their findings."""
    known = _by_fingerprint(landscape, own)
    taken: list[tuple[Finding, Jawaban]] = []
    outcome = HasilJawaban(problems=problems)
    for answer in answers:
        finding = known.get(answer.fingerprint)
        if finding is None or not finding.element_ids:
            outcome = replace(outcome, gone=outcome.gone + 1)
            continue
        said = landscape[finding.element_ids[0]].catatan.get(answer_title(finding.code), "")
        is_new = bool(answer.text) and answer.text not in said.split("; ")
        is_waiver = bool(answer.sets_aside) and not _is_waived_so(finding, answer)
        if not is_new and not is_waiver:
            outcome = replace(outcome, unchanged=outcome.unchanged + 1)
            continue
        outcome = replace(outcome, answered=outcome.answered + is_new, waived=outcome.waived + is_waiver)
        text = answer.text if is_new or is_waiver else ""
        taken.append((finding, replace(answer, text=text, sets_aside=is_waiver)))
    return outcome, taken


def _is_waived_so(finding: Finding, answer: Jawaban) -> bool:
    waived = finding.waived
    until = answer.until.isoformat() if answer.until else None
    return waived is not None and waived.reason == answer.text and waived.until == until
