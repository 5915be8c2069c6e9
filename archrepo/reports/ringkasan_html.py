"""The summary for leaders as one HTML page that prints on one A4 sheet."""

from __future__ import annotations

from archrepo.reports.gambar import Gambar
from archrepo.reports.halaman import render, trusted
from archrepo.reports.ringkasan import TITLE, Ringkasan


def summary_page(summary: Ringkasan, picture: Gambar, *, watermark: str | None = None) -> str:
    """Return the page; ``picture`` is the brief integrasi view as SVG, or the note that stands in its place."""
    return render(
        "ringkasan-pimpinan.html.j2",
        judul=TITLE,
        keterangan=summary.keterangan,
        watermark=watermark,
        ringkasan=summary,
        gambar=picture,
        svg=trusted(picture.inline_svg),
    )
