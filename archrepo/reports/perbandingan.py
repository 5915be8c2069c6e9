"""The comparison of two states as a table for people, a JSON document and a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from archrepo.berkas import atomic_path
from archrepo.checks.finding import Finding
from archrepo.declarations.metamodel import kelas
from archrepo.exchange.buku_kerja import BukuKerja
from archrepo.landscape import Landscape
from archrepo.landscape.perbandingan import ComparedElement, ComparedRelation, Comparison

_MOST_LINES = 15


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: what it is called, and what it holds."""

    label: str
    landscape: Landscape


@dataclass(frozen=True, slots=True)
class StateDiff:
    """Two states and what differs; ``appeared`` and ``mended`` are findings, None when nothing was checked."""

    before: Side
    after: Side
    comparison: Comparison
    appeared: Sequence[Finding] | None = None
    mended: Sequence[Finding] | None = None


def diff_document(diff: StateDiff) -> dict[str, Any]:
    """Return the comparison as one JSON document; ``findings`` is null when nothing was checked."""
    before, after, comparison = diff.before, diff.after, diff.comparison
    checked = diff.appeared is not None
    findings = {"appeared": _findings(diff.appeared or ()), "mended": _findings(diff.mended or ())}
    return {
        "schema_version": 1,
        "from": {"label": before.label, "as_of": before.landscape.as_of.isoformat()},
        "to": {"label": after.label, "as_of": after.landscape.as_of.isoformat()},
        "elements": {
            "added": [asdict(row) for row in comparison.added],
            "gone": [asdict(row) for row in comparison.gone],
            "changed": [
                asdict(row.element) | {"fields": [asdict(field) for field in row.fields]} for row in comparison.changed
            ],
            "moved": [asdict(row.element) | {"before": row.before, "after": row.after} for row in comparison.moved],
        },
        "relations": {
            "added": [asdict(row) for row in comparison.relations_added],
            "gone": [asdict(row) for row in comparison.relations_gone],
            "changed": [asdict(row) for row in comparison.relations_changed],
        },
        "findings": findings if checked else None,
        "summary": {
            "elements": {
                "added": len(comparison.added),
                "gone": len(comparison.gone),
                "changed": len(comparison.changed),
                "moved": len(comparison.moved),
            },
            "relations": {
                "added": len(comparison.relations_added),
                "gone": len(comparison.relations_gone),
                "changed": len(comparison.relations_changed),
            },
            "findings": {name: len(rows) for name, rows in findings.items()} if checked else None,
        },
    }


def _findings(findings: Sequence[Finding]) -> list[dict[str, str]]:
    return [
        {"code": row.code, "severity": row.severity, "message": row.message, "fingerprint": row.fingerprint}
        for row in findings
    ]


# ---- as text


def diff_text(diff: StateDiff) -> str:
    """Return the comparison as lines; of each kind the first fifteen, and how many more there are."""
    return "\n".join(_lines(diff))


def _lines(diff: StateDiff) -> Iterator[str]:
    comparison = diff.comparison
    yield f"Perubahan dari {diff.before.label} ke {diff.after.label}"
    if comparison.is_empty:
        yield "Tidak ada objek atau hubungan yang berubah."
    yield from _part("Objek baru", [_element_line(row) for row in comparison.added])
    yield from _part("Objek yang tidak ada lagi", [_element_line(row) for row in comparison.gone])
    moved = [
        f"{_name(row.element)}: {row.before or '(belum pasti)'} → {row.after or '(belum pasti)'}"
        for row in comparison.moved
    ]
    yield from _part("Pindah pemilik", moved)
    changed = [
        f"{_name(row.element)}: "
        + "; ".join(_field_text(field.label, field.before, field.after) for field in row.fields)
        for row in comparison.changed
    ]
    yield from _part("Isian yang berubah", changed)
    yield from _part("Hubungan baru", [_relation_line(row) for row in comparison.relations_added])
    yield from _part("Hubungan yang dilepas", [_relation_line(row) for row in comparison.relations_gone])
    carried = [
        f"{_relation_line(row)}: {row.before or '(kosong)'} → {row.after or '(kosong)'}"
        for row in comparison.relations_changed
    ]
    yield from _part("Hubungan yang berubah", carried)
    for title, findings in (("Catatan perbaikan baru", diff.appeared), ("Catatan perbaikan yang selesai", diff.mended)):
        yield from _part(title, [f"{row.message} ({row.code})" for row in findings or ()])


def _part(title: str, rows: Sequence[str]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"{title} ({len(rows)})"
    yield from (f"  {row}" for row in rows[:_MOST_LINES])
    if len(rows) > _MOST_LINES:
        yield f"  … dan {len(rows) - _MOST_LINES} lagi; semuanya ada dalam --format json atau -o BERKAS.xlsx"


def _name(element: ComparedElement) -> str:
    return f"{element.kode} {element.nama}"


def _element_line(element: ComparedElement) -> str:
    owner = f", {element.pemilik}" if element.pemilik else ""
    return f"{_name(element)} ({kelas(element.kelas).label}{owner})"


def _field_text(label: str, before: str, after: str) -> str:
    if not before:
        return f'{label} diisi "{after}"'
    return f'{label} dikosongkan (semula "{before}")' if not after else f'{label} "{before}" → "{after}"'


def _relation_line(row: ComparedRelation) -> str:
    return f"{row.dari} → {row.nama} → {row.ke}"


# ---- as a workbook


def write_diff_xlsx(diff: StateDiff, path: Path) -> None:
    """Write the comparison as a workbook: a summary, then a sheet for each kind of change that there is.

    Raises:
        OutputError: the file cannot be written.
    """
    title = f"Perubahan dari {diff.before.label} ke {diff.after.label}"
    created = diff.after.landscape.taken_at
    assert created is not None  # noqa: S101 - both sides were loaded from a repository
    with atomic_path(path) as temporary, BukuKerja(temporary, title=title, created=created) as book:
        _summary_sheet(book, title, diff_document(diff)["summary"])
        for name, head, widths, rows in _sheets(diff):
            if rows:
                page = book.sheet(name)
                page.widths(widths)
                page.heading(name, [f"{title}; {len(rows)} baris"])
                first, last = page.grid(head, rows)
                page.sheet.autofilter(first, 0, last, len(head) - 1)


_SUMMARY_LABELS = {
    "elements": "Objek",
    "relations": "Hubungan",
    "findings": "Catatan perbaikan",
    "added": "baru",
    "gone": "tidak ada lagi",
    "changed": "berubah",
    "moved": "pindah pemilik",
    "appeared": "baru",
    "mended": "selesai",
}


def _summary_sheet(book: BukuKerja, title: str, summary: dict[str, dict[str, int] | None]) -> None:
    page = book.sheet("Ringkasan")
    page.widths((40, 14))
    page.heading(title)
    rows = [
        (f"{_SUMMARY_LABELS[part]} {_SUMMARY_LABELS[kind]}", count)
        for part, counts in summary.items()
        for kind, count in (counts or {}).items()
    ]
    page.grid(("Perubahan", "Jumlah"), rows)


def _sheets(
    diff: StateDiff,
) -> Iterator[tuple[str, tuple[str, ...], tuple[float, ...], list[tuple[str, ...]]]]:
    comparison = diff.comparison
    element_head = ("Kode", "Nama", "Jenis", "Pemilik")
    element_widths = (14.0, 40.0, 24.0, 36.0)

    def element(row: ComparedElement) -> tuple[str, ...]:
        return (row.kode, row.nama, kelas(row.kelas).label, row.pemilik)

    yield "Objek baru", element_head, element_widths, [element(row) for row in comparison.added]
    yield "Objek tidak ada lagi", element_head, element_widths, [element(row) for row in comparison.gone]
    yield (
        "Isian berubah",
        (*element_head, "Isian", "Semula", "Sekarang"),
        (*element_widths, 24.0, 40.0, 40.0),
        [
            (*element(row.element), field.label, field.before, field.after)
            for row in comparison.changed
            for field in row.fields
        ],
    )
    yield (
        "Pindah pemilik",
        ("Kode", "Nama", "Jenis", "Semula", "Sekarang"),
        (14.0, 40.0, 24.0, 36.0, 36.0),
        [(*element(row.element)[:3], row.before, row.after) for row in comparison.moved],
    )
    relation_head = ("Dari", "Hubungan", "Ke", "Semula", "Sekarang")
    relation_widths = (40.0, 24.0, 40.0, 24.0, 24.0)
    for name, rows in (
        ("Hubungan baru", comparison.relations_added),
        ("Hubungan dilepas", comparison.relations_gone),
        ("Hubungan berubah", comparison.relations_changed),
    ):
        yield (
            name,
            relation_head,
            relation_widths,
            [(row.dari, row.nama, row.ke, row.before, row.after) for row in rows],
        )
    finding_head, finding_widths = ("Kode", "Catatan", "Cara memperbaiki"), (10.0, 80.0, 60.0)
    for name, findings in (("Catatan baru", diff.appeared), ("Catatan selesai", diff.mended)):
        yield name, finding_head, finding_widths, [(row.code, row.message, row.mend) for row in findings or ()]
