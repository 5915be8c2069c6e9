"""Prints what an import did, the way a sender can act on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from archrepo.declarations.kolom import column
from archrepo.errors import Place
from archrepo.intake.outcome import FileOutcome, ImportOutcome, SheetOutcome
from archrepo.intake.records import CellProblem

_SHOWN_WARNINGS = 15
_SHOWN_ROWS = 12
_KEPT = "disimpan sebagai catatan"
_SOURCES = {"map": " (betulan Anda)", "remembered": " (betulan Anda pada berkas sebelumnya)"}
_UNKNOWN_UNIT = "IMP042"


def _problem_lines(file: str, sheet: str, problems: Sequence[CellProblem]) -> Iterator[str]:
    for problem in problems:
        place = Place(file, sheet or None, problem.row, problem.column)
        yield f"    {place}: {problem.message} ({problem.code})."
        yield f"      {problem.mend}"


def _columns(sheet: SheetOutcome) -> Iterator[str]:
    read = ", ".join(
        f"{row['letter']} {row['column']} → {row['field']}" + _SOURCES.get(row["source"], f" ({row['confidence']:.0%})")
        for row in sheet.mapping
    )
    yield f"    Baris judul: {sheet.header_row or '-'}. Kolom dibaca: {read or 'tidak ada'}."
    whys: dict[str, list[str]] = {}
    for row in sheet.unmapped:
        whys.setdefault(row["why"], []).append(f"{row['letter']} {row['column']}")
    for why, kept in whys.items():
        reason = f" ({why})" if why != _KEPT else ""
        yield f"    Disimpan sebagai catatan: {', '.join(kept)}{reason}."
    if sheet.ignored:
        left = ", ".join(f"{row['letter']} {row['column']} ({row['why']})" for row in sheet.ignored)
        yield f"    Tidak dibaca: {left}."


def _skipped(sheet: SheetOutcome) -> Iterator[str]:
    """Tell why rows were skipped, the rows of one reason together."""
    whys: dict[str, list[str]] = {}
    for row in sheet.skipped:
        whys.setdefault(row["why"], []).append(str(row["row"]))
    if whys:
        told = "; ".join(f"{why} (baris {_listed(rows)})" for why, rows in whys.items())
        yield f"    Dilewati: {told}."


def _listed(rows: Sequence[str]) -> str:
    rest = len(rows) - _SHOWN_ROWS
    return ", ".join(rows[:_SHOWN_ROWS]) + (f", dan {rest} lagi" if rest > 0 else "")


def _differences(sheet: SheetOutcome) -> Iterator[str]:
    """Tell what changes in elements that were there before."""
    for row in sheet.differences[:_SHOWN_WARNINGS]:
        known = column(sheet.kelas, str(row["field"])) if sheet.kelas else None
        label = known.title if known is not None else row["field"]
        yield f'    Berubah, baris {row["row"]}: {label} "{row["old"] or ""}" → "{row["new"] or ""}".'
    hidden = len(sheet.differences) - _SHOWN_WARNINGS
    if hidden > 0:
        yield f"    … dan {hidden} perubahan lagi; lihat semuanya dengan --format json."


def _sheet_lines(file: FileOutcome, sheet: SheetOutcome) -> Iterator[str]:
    name = f'lembar "{sheet.sheet}"' if sheet.sheet else "isi berkas"
    yield f"  {name} ({sheet.kelas}): {len(sheet.outcomes)} baris"
    yield from _columns(sheet)
    words = (("created", "baru"), ("updated", "berubah"), ("unchanged", "tetap"), ("joined", "digabung ke yang sama"))
    counts = ", ".join(f"{sheet.count(key)} {word}" for key, word in words if sheet.count(key))
    refused = f"; {sheet.count('refused')} perlu diperbaiki" if sheet.refused else ""
    yield f"    Baris: {counts or 'tidak ada yang dibaca'}{refused}; {len(sheet.skipped)} dilewati."
    yield from _skipped(sheet)
    yield from _differences(sheet)
    if sheet.elements.no_longer_reported:
        yield f"    {sheet.elements.no_longer_reported} objek tidak lagi dilaporkan (ditandai, tidak dihapus)."
    yield from _problem_lines(file.file, sheet.sheet, sheet.refused)
    # Unknown units are listed once, below.
    warnings = [problem for problem in sheet.warnings if problem.code != _UNKNOWN_UNIT]
    yield from _problem_lines(file.file, sheet.sheet, warnings[:_SHOWN_WARNINGS])
    hidden = len(warnings) - _SHOWN_WARNINGS
    if hidden > 0:
        yield f"    … dan {hidden} peringatan lagi; lihat semuanya dengan --format json."


def _proposals(outcome: ImportOutcome) -> Iterator[str]:
    if outcome.proposals:
        yield f"{len(outcome.proposals)} usulan; tidak ada yang diubah karenanya:"
    for proposal in outcome.proposals:
        yield f"  - {proposal.message} (baris {proposal.row})."
        yield f"    {proposal.mend}"


def _closing(outcome: ImportOutcome) -> Iterator[str]:
    yield from _proposals(outcome)
    if outcome.new_units:
        yield f"{len(outcome.new_units)} unit belum dikenal dan perlu dikonfirmasi:"
        for unit in outcome.new_units:
            near = f" (mungkin: {', '.join(unit['nearest'])})" if unit["nearest"] else ""
            yield f"  - {unit['nama']}{near}"
        yield "  Lihat dengan: archrepo opd list --keadaan perlu_konfirmasi"
    removed = sum(file.removed_personal for file in outcome.files)
    if removed:
        yield f"{removed} data pribadi (nama, NIK/NIP, surel, telepon) tidak disimpan."
    if outcome.dry_run:
        yield "Belum ada yang ditulis (--dry-run)."
    elif outcome.written:
        yield f"Tersimpan sebagai kiriman nomor {outcome.batch}. Berikutnya: archrepo check"
    elif outcome.has_refused:
        yield "Tidak ada yang ditulis. Perbaiki baris di atas, atau impor yang benar saja dengan --partial."
    else:
        yield "Isi repositori sudah sama; tidak ada yang ditulis."


def print_outcome(outcome: ImportOutcome) -> None:
    """Print the outcome of an import to stdout."""
    for file in outcome.files:
        click.echo(file.file)
        for sheet in file.sheets:
            for line in _sheet_lines(file, sheet):
                click.echo(line)
        for ignored in file.ignored_sheets:
            click.echo(f'  lembar "{ignored["sheet"]}" tidak dibaca: {ignored["why"]}')
    for line in _closing(outcome):
        click.echo(line)
