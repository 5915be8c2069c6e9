"""The report on the Pusat Data as one HTML page that needs no network."""

from __future__ import annotations

from archrepo.landscape.pusat_data import KETERHUBUNGAN_LABELS, PENEMPATAN_LABELS
from archrepo.reports.gambar import Gambar
from archrepo.reports.halaman import render, trusted
from archrepo.reports.pusat_data import GROUPS, TITLE, TO_ACT, USE_LABELS, Baris, LaporanPusatData


def pusat_data_page(report: LaporanPusatData, picture: Gambar, *, watermark: str | None = None) -> str:
    """Return the page; ``picture`` is the integrasi view as SVG, or the note that stands in its place."""
    columns = [sum(numbers) for numbers in zip(*(row[1] for row in report.cross_rows()), strict=True)]
    return render(
        "di-luar-pusat-data.html.j2",
        judul=TITLE,
        keterangan=report.keterangan,
        watermark=watermark,
        laporan=report,
        penempatan=tuple(PENEMPATAN_LABELS.values()),
        keterhubungan=tuple(KETERHUBUNGAN_LABELS.values()),
        jumlah_kolom=columns,
        kelompok_lain=report.other_groups(),
        kelompok=GROUPS,
        gambar=picture,
        svg=trusted(picture.inline_svg),
        pemakaian=tuple(USE_LABELS.items()),
        pemakaian_label=USE_LABELS,
        unit_menurut={state: [row for row in report.units if row.state == state] for state in USE_LABELS},
        kerja_unit={row.unit.id: _work(report, row.unit.id) for row in report.units},
        tanpa_pemilik=_work(report, None),
    )


def _work(report: LaporanPusatData, unit_id: int | None) -> list[Baris]:
    rows = [row for row in report.counted if (row.unit.id if row.unit else None) == unit_id]
    return [row for state in TO_ACT for row in rows if row.status.state == state]
