"""The history of changes as sentences: a table for people, a JSON document, csv and a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from archrepo.berkas import atomic_path
from archrepo.exchange.buku_kerja import BukuKerja, Tata

COLUMNS = (
    "waktu",
    "pelaku",
    "perintah",
    "batch",
    "kode",
    "objek",
    "perubahan",
    "isian",
    "semula",
    "sekarang",
    "sumber",
    "entri",
)

_TITLES: Mapping[str, str] = {
    "waktu": "Waktu",
    "pelaku": "Oleh",
    "perintah": "Perintah",
    "batch": "Batch",
    "kode": "Kode",
    "objek": "Objek",
    "perubahan": "Perubahan",
    "isian": "Isian",
    "semula": "Semula",
    "sekarang": "Sekarang",
    "sumber": "Sumber",
    "entri": "Nomor entri",
}
_WIDTHS = (18.0, 16.0, 14.0, 8.0, 12.0, 30.0, 60.0, 20.0, 28.0, 28.0, 44.0, 10.0)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed, as a sentence, with what stood before and after where it was a field.

    ``moment`` stands in the zone in which days are told. ``batch`` is None for a change made outside archrepo;
    ``sources`` are the rows that the batch read for the element, as ``FILE!SHEET!ROW``; ``nomor`` the journal's entry.
    """

    moment: datetime
    actor: str
    command: str
    batch: int | None
    nomor: int
    kode: str
    nama: str
    sentence: str
    field: str = ""
    before: str = ""
    after: str = ""
    sources: tuple[str, ...] = ()


def rows_of(changes: Sequence[Change]) -> list[dict[str, str]]:
    """Return the changes as rows of text, keys as ``COLUMNS``."""
    return [
        {
            "waktu": f"{change.moment:%Y-%m-%d %H:%M}",
            "pelaku": change.actor,
            "perintah": change.command,
            "batch": "" if change.batch is None else f"#{change.batch}",
            "kode": change.kode,
            "objek": change.nama,
            "perubahan": change.sentence,
            "isian": change.field,
            "semula": change.before,
            "sekarang": change.after,
            "sumber": "; ".join(change.sources),
            "entri": str(change.nomor),
        }
        for change in changes
    ]


def history_document(changes: Sequence[Change]) -> dict[str, Any]:
    """Return the changes as one JSON document."""
    return {
        "schema_version": 1,
        "changes": [
            {
                "time": change.moment.isoformat(timespec="seconds"),
                "actor": change.actor,
                "command": change.command,
                "batch": change.batch,
                "entry": change.nomor,
                "kode": change.kode or None,
                "nama": change.nama or None,
                "change": change.sentence,
                "field": change.field or None,
                "before": change.before or None,
                "after": change.after or None,
                "sources": list(change.sources),
            }
            for change in changes
        ],
    }


def history_text(changes: Sequence[Change]) -> str:
    """Return the changes as lines, those of one batch and element below one heading."""
    return "\n".join(_lines(changes)) if changes else "Tidak ada perubahan yang tercatat."


def _lines(changes: Sequence[Change]) -> Iterator[str]:
    heading: tuple[object, ...] | None = None
    element: tuple[str, str] | None = None
    for change in changes:
        current = (change.batch, change.moment, change.actor, change.command)
        if current != heading:
            if heading is not None:
                yield ""
            batch = f", batch #{change.batch}" if change.batch is not None else ""
            yield f"{change.moment:%d-%m-%Y %H:%M}  {change.actor} ({change.command}{batch})"
            heading, element = current, None
        if (change.kode, change.nama) != element:
            element = (change.kode, change.nama)
            source = f"  [{'; '.join(change.sources)}]" if change.sources else ""
            if change.kode:
                yield f"  {change.kode} {change.nama}{source}"
        yield f"    {change.sentence}"


def write_history_xlsx(changes: Sequence[Change], path: Path, *, title: str, created: datetime) -> None:
    """Write the changes as a workbook with one sheet to filter.

    Raises:
        OutputError: the file cannot be written.
    """
    with atomic_path(path) as temporary, BukuKerja(temporary, title=title, created=created) as book:
        page = book.sheet("Riwayat", Tata(a3=True))
        page.widths(_WIDTHS)
        page.heading(title, [f"{len(changes)} perubahan; sumber ditulis BERKAS!LEMBAR!BARIS"])
        rows = [[row[name] for name in COLUMNS] for row in rows_of(changes)]
        first, last = page.grid([_TITLES[name] for name in COLUMNS], rows)
        page.sheet.autofilter(first, 0, last, len(COLUMNS) - 1)
