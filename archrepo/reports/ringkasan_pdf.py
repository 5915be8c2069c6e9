"""The summary for leaders as a PDF: always exactly one A4 page, whatever the data."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from archrepo.exchange.huruf import find_font
from archrepo.reports.gambar import Gambar
from archrepo.reports.ringkasan import TITLE, Angka, Keputusan, Ringkasan

if TYPE_CHECKING:
    from fpdf import FPDF

_MARGIN = 12.0
_WIDTH = 210.0 - 2 * _MARGIN
_TILES_TOP, _TILES_HEIGHT = 31.0, 35.0
_PICTURE_TOP, _PICTURE_HEIGHT = 68.5, 131.0
_DECISIONS_TOP, _DECISIONS_HEIGHT = 203.0, 66.0
_FOOT_TOP = 274.0
_GAP = 3.0

_INK, _MUTED, _ACCENT, _PAPER = (31, 41, 55), (91, 102, 117), (31, 78, 121), (234, 241, 248)
_WATERMARK = (180, 35, 24)

_TYPED_FONTS = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}
# Signs that the fonts built into every PDF reader do not have.
_PLAIN: Mapping[int, str] = str.maketrans(
    {"→": "->", "…": "...", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "•": "-"}
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one text is set: size in points, style ("" or "B"), colour, height of a line in mm."""

    size: float
    style: str = ""
    color: tuple[int, int, int] = _INK
    line: float = 0.0

    @property
    def height(self) -> float:
        """Height of a line in mm."""
        return self.line or self.size * 0.44


class _Page:
    """One page on which every text has a place and a number of lines that it cannot exceed."""

    def __init__(self, summary: Ringkasan) -> None:
        from fpdf import FPDF

        self.pdf: FPDF = FPDF(orientation="portrait", unit="mm", format="A4")
        self.pdf.set_auto_page_break(False)
        self.pdf.set_margins(_MARGIN, _MARGIN)
        self.pdf.c_margin = 0
        self.pdf.set_title(f"{TITLE} · {summary.keterangan.instansi}")
        self.pdf.set_creation_date(summary.keterangan.taken_at)
        self.pdf.add_page()
        files = {style: find_font(name) for style, name in _TYPED_FONTS.items()}
        self._has_font = all(files.values())
        self._family = "dejavu" if self._has_font else "helvetica"
        if self._has_font:
            for style, file in files.items():
                self.pdf.add_font(self._family, style, str(file))

    def _plain(self, text: str) -> str:
        if self._has_font:
            return text
        return text.translate(_PLAIN).encode("latin-1", "replace").decode("latin-1")

    def _set(self, kind: _Kind) -> None:
        self.pdf.set_font(self._family, kind.style, kind.size)
        self.pdf.set_text_color(*kind.color)

    def _lines(self, text: str, width: float, kind: _Kind, limit: int) -> list[str]:
        from fpdf.enums import MethodReturnValue

        lines = cast(
            list[str],
            self.pdf.multi_cell(width, kind.height, text, align="L", dry_run=True, output=MethodReturnValue.LINES),
        )
        if len(lines) <= limit:
            return lines
        last, end = lines[limit - 1], self._plain("…")
        while last and self.pdf.get_string_width(last + end) > width:
            last = last[:-1]
        return [*lines[: limit - 1], last.rstrip(" ,") + end]

    def write(self, text: str, x: float, y: float, width: float, kind: _Kind, limit: int = 1) -> float:
        """Write a text in at most ``limit`` lines, cut with an ellipsis; returns where the next one may begin."""
        self._set(kind)
        for line in self._lines(self._plain(text), width, kind, limit):
            self.pdf.set_xy(x, y)
            self.pdf.cell(width, kind.height, line)
            y += kind.height
        return y

    def width_of(self, text: str, kind: _Kind) -> float:
        """Return the width of a text in mm."""
        self._set(kind)
        return float(self.pdf.get_string_width(self._plain(text)))

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a pale box with a strong left edge."""
        self.pdf.set_fill_color(*_PAPER)
        self.pdf.rect(x, y, width, height, style="F")
        self.pdf.set_fill_color(*_ACCENT)
        self.pdf.rect(x, y, 1.2, height, style="F")

    def watermark(self, text: str) -> None:
        """Write a text across the whole page, so pale that everything below stays readable."""
        self._set(_Kind(60, "B", _WATERMARK))
        plain = self._plain(text)
        size = min(60 * 250 / max(self.pdf.get_string_width(plain), 1), 110)
        self.pdf.set_font(self._family, "B", size)
        width = self.pdf.get_string_width(plain)
        with self.pdf.local_context(fill_opacity=0.11), self.pdf.rotation(52, 105, 148.5):
            self.pdf.text(105 - width / 2, 148.5 + size * 0.12, plain)


def summary_pdf(summary: Ringkasan, picture: Gambar, *, watermark: str | None = None) -> bytes:
    """Return the PDF; ``picture`` is the brief integrasi view as PNG, or the note that stands in its place."""
    page = _Page(summary)
    page.write(TITLE, _MARGIN, 11, _WIDTH, _Kind(19, "B", _ACCENT))
    page.write(f"Pusat Data dan aplikasi · {summary.keterangan.instansi}", _MARGIN, 20.5, _WIDTH, _Kind(10.5, "B"))
    page.write(summary.keterangan.line, _MARGIN, 25.5, _WIDTH, _Kind(7.5, "", _MUTED))
    width = (_WIDTH - 4 * _GAP) / 5
    for position, number in enumerate(summary.numbers):
        _tile(page, number, _MARGIN + position * (width + _GAP), width)
    _picture(page, picture)
    _decisions(page, summary.decisions)
    foot = page.write(summary.coverage, _MARGIN, _FOOT_TOP, _WIDTH, _Kind(7.5), 2)
    page.write(
        "Angka dan gambar hanya menghitung aplikasi daerah yang beroperasi, tanpa situs, formulir, dan layanan "
        "pihak ketiga. "
        "Yang tidak diketahui tidak pernah dihitung sebagai di dalam Pusat Data. Urutan unit menurut abjad.",
        _MARGIN, foot + 0.6, _WIDTH, _Kind(7, "", _MUTED), 2,
    )  # fmt: skip
    if watermark:
        page.watermark(watermark)
    return bytes(page.pdf.output())


def _tile(page: _Page, number: Angka, x: float, width: float) -> None:
    page.box(x, _TILES_TOP, width, _TILES_HEIGHT)
    inner, left = width - 5, x + 3.5
    small = _Kind(9, "", _MUTED)
    beside = page.width_of(number.of, small) + 1.5 if number.of else 0.0
    # The number gives way before its denominator does.
    size = next((size for size in (23, 19, 16, 13) if _fits(page, number.shown, size, inner - beside)), 10)
    big = _Kind(size, "B", _ACCENT)
    page.write(number.shown, left, _TILES_TOP + 1.5 + (23 - size) * 0.3, inner - beside, big)
    if number.of:
        after = left + page.width_of(number.shown, big) + 1.5
        page.write(number.of, after, _TILES_TOP + 6.4, left + inner - after + 0.5, small)
    y = page.write(number.label, left, _TILES_TOP + 12.5, inner, _Kind(8, "B"), 3)
    page.write(number.caveat, left, y + 0.8, inner, _Kind(6.8, "", _MUTED), 4)


def _fits(page: _Page, text: str, size: float, width: float) -> bool:
    return page.width_of(text, _Kind(size, "B")) <= width


def _picture(page: _Page, picture: Gambar) -> None:
    if picture.content is None:
        page.box(_MARGIN, _PICTURE_TOP, _WIDTH, 20)
        page.write(picture.note, _MARGIN + 5, _PICTURE_TOP + 4, _WIDTH - 10, _Kind(9), 3)
        return
    page.pdf.image(
        io.BytesIO(picture.content), _MARGIN, _PICTURE_TOP, _WIDTH, _PICTURE_HEIGHT, keep_aspect_ratio=True,
        alt_text="Pusat Data dan integrasi dalam gambar",
    )  # fmt: skip


def _decisions(page: _Page, decisions: tuple[Keputusan, ...]) -> None:
    page.write("Keputusan yang dimohon", _MARGIN, _DECISIONS_TOP, _WIDTH, _Kind(12, "B", _ACCENT))
    top = _DECISIONS_TOP + 7
    if not decisions:
        page.write("Tidak ada keputusan yang diminta dari data ini.", _MARGIN, top, _WIDTH, _Kind(9))
        return
    width = (_WIDTH - 2 * _GAP) / 3
    for position, decision in enumerate(decisions):
        x = _MARGIN + position * (width + _GAP)
        page.box(x, top, width, _DECISIONS_HEIGHT - 9)
        inner, left = width - 6, x + 4
        y = page.write(f"{position + 1}. {decision.title}", left, top + 2.5, inner, _Kind(9.5, "B"), 4)
        y = page.write(decision.why, left, y + 1.5, inner, _Kind(8), 5)
        page.write(decision.who, left, y + 1.5, inner, _Kind(7.5, "", _MUTED), 5)
