"""The report on the Pusat Data as one CSV: a line an application, for further work in other tools."""

from __future__ import annotations

import csv
from pathlib import Path

from archrepo.declarations.kolom import guard_formula, join_values
from archrepo.reports.pusat_data import Baris, LaporanPusatData

COLUMNS = (
    "perangkat_daerah", "kode", "nama", "kelompok", "status_integrasi", "penempatan", "keterhubungan", "alasan",
    "mata_rantai_kurang", "langkah", "pemilik", "pelapor", "catatan_perbaikan", "instansi", "per_tanggal",
)  # fmt: skip
"""Columns in order; groups and states are ids. A watermark adds the column ``keterangan`` at the end."""


def write_pusat_data_csv(report: LaporanPusatData, path: Path, *, watermark: str | None = None) -> None:
    """Write the list to ``path`` as UTF-8; formula-like text gets one leading ``'``."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow((*COLUMNS, *(("keterangan",) if watermark else ())))
        for row in report.rows:
            cells = (*_cells(report, row), *((watermark,) if watermark else ()))
            writer.writerow([guard_formula(cell) for cell in cells])


def _cells(report: LaporanPusatData, row: Baris) -> tuple[str, ...]:
    return (
        row.unit.nama if row.unit is not None else "",
        row.aplikasi.kode,
        row.aplikasi.nama,
        row.group,
        row.status.state,
        row.penempatan.state,
        row.keterhubungan.state,
        row.status.reason,
        row.missing,
        row.step,
        row.owner,
        join_values(row.reporters),
        join_values(row.notes),
        report.instansi.nama,
        report.keterangan.as_of.isoformat(),
    )
