"""A workbook in the house style: typed text, safe sheet names, one look, the watermark on every sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from math import ceil
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

INK = "#1F2937"
ACCENT = "#1F4E79"
LINE = "#B8C4D0"
MUTED = "#5B6675"
WATERMARK_INK = "#B42318"

STATE_COLORS: Mapping[str, str] = {
    "spl": "#1B7F5C",
    "langsung": "#7FB8A4",
    "belum": "#C9622B",
    "tidak_diketahui": "#9AA5B1",
}
"""Colours of ``keterhubungan`` in charts; the label always stands beside them."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
_TALLEST_ROW = 409.0

Cell = str | int | float | None


class SheetNames:
    """Gives each title a sheet name that Excel accepts: at most 31 signs, none forbidden, unique whatever the case."""

    def __init__(self) -> None:
        # "History" is a name that Excel keeps for itself.
        self._taken = {"history"}

    def name(self, title: str) -> str:
        """Return a free name for the title; it counts as taken from then on."""
        plain = " ".join(_FORBIDDEN.sub(" ", title).split()).strip("'") or "Lembar"
        candidate = plain[:_LONGEST_NAME].rstrip(" '")
        number = 2
        while candidate.casefold() in self._taken:
            ending = f" ({number})"
            candidate = plain[: _LONGEST_NAME - len(ending)].rstrip(" '") + ending
            number += 1
        self._taken.add(candidate.casefold())
        return candidate


@dataclass(frozen=True, slots=True)
class Tata:
    """How one sheet prints: lying or standing, on A4 or A3, and whether the whole sheet goes on one page."""

    landscape: bool = True
    a3: bool = False
    one_page: bool = False


class BukuKerja:
    """A workbook being written; ``with BukuKerja(path, …) as book`` closes it.

    Args:
        target: where to write.
        title: goes into the file's properties.
        created: stands in the properties, so that the same data give the same bytes.
        watermark: text across every sheet (banner row, header, image behind the printed page), or None.
        footer: text at the foot of every printed page, such as the source.
    """

    def __init__(
        self, target: Path, *, title: str, created: datetime, watermark: str | None = None, footer: str = ""
    ) -> None:
        from xlsxwriter import Workbook

        # in_memory: no second temporary folder is needed, and no part is left behind after a failure.
        self.book: Workbook = Workbook(
            str(target),
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        # The zip format knows no time zone; a moment without one is what XlsxWriter can write.
        self.book.set_properties({"title": title, "author": "archrepo", "created": created.replace(tzinfo=None)})
        self.watermark = watermark
        self._footer = footer
        self._mark = watermark_image(watermark) if watermark else None
        self._names = SheetNames()
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.book.close()

    def style(self, **properties: Any) -> Format:
        """Return the format with these XlsxWriter properties on the house's basic one; the same format once."""
        basic = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
        merged = {**basic, **properties}
        key = tuple(sorted(merged.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(merged)
        return self._formats[key]

    @cached_property
    def text(self) -> Format:
        """Plain text cell that wraps, with a thin frame."""
        return self.style(text_wrap=True, border=1, border_color=LINE)

    @cached_property
    def number(self) -> Format:
        """Whole number with a thin frame."""
        return self.style(border=1, border_color=LINE, num_format="0", align="right")

    @cached_property
    def head(self) -> Format:
        """Cell of a header row."""
        return self.style(
            bold=True,
            font_color="#FFFFFF",
            bg_color=ACCENT,
            text_wrap=True,
            border=1,
            border_color=LINE,
            valign="vcenter",
        )

    @cached_property
    def title(self) -> Format:
        """Title of a sheet."""
        return self.style(bold=True, font_size=16, font_color=ACCENT)

    @cached_property
    def note(self) -> Format:
        """Small text below a title."""
        return self.style(font_size=10, font_color=MUTED)

    def sheet(self, title: str, tata: Tata = Tata()) -> Lembar:
        """Add a sheet, set up for printing on A4, with the watermark where there is one."""
        sheet = self.book.add_worksheet(self._names.name(title))
        sheet.set_paper(8 if tata.a3 else 9)
        if tata.landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 1 if tata.one_page else 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        sheet.hide_gridlines(2)
        footer = self._footer.replace("&", "&&")[:180]
        sheet.set_footer(f"&L&8{footer}&R&8Halaman &P dari &N")
        row = 0
        if self._mark is not None:
            # The header's picture stands behind printed pages, the frozen first row on the screen. A sheet background
            # would show on the screen too, but sends LibreOffice 7.4 into minutes of work on every sheet.
            sheet.set_header("&C&G", {"image_center": "watermark.png", "image_data_center": io.BytesIO(self._mark)})
            sheet.repeat_rows(0)
            sheet.freeze_panes(1, 0)
            row = 1
        return Lembar(self, sheet, row)


class Lembar:
    """One sheet being written from top to bottom; ``row`` is the next free row, counted from 0."""

    def __init__(self, book: BukuKerja, sheet: Worksheet, row: int) -> None:
        self.book = book
        self.sheet = sheet
        self.row = row
        self._widths: tuple[float, ...] = ()
        if book.watermark:
            banner = book.style(bold=True, font_color=WATERMARK_INK, bg_color="#FDECEA", font_size=12)
            sheet.set_row(0, 20, banner)
            sheet.write_string(0, 0, "   ·   ".join([book.watermark] * 8), banner)

    def put(self, row: int, column: int, value: Cell, style: Format | None = None) -> None:
        """Write one cell: text as text whatever it looks like, a number as a number, nothing as an empty cell."""
        if value is None or value == "":
            self.sheet.write_blank(row, column, None, style or self.book.text)
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value[:_LONGEST_CELL], style or self.book.text)
        else:
            self.sheet.write_number(row, column, value, style or self.book.number)

    def line(self, text: str, style: Format | None = None, *, height: float | None = None) -> None:
        """Write one text into the first column of the next row."""
        self.sheet.write_string(self.row, 0, text[:_LONGEST_CELL], style or self.book.style())
        if height is not None:
            self.sheet.set_row(self.row, height)
        self.row += 1

    def heading(self, title: str, notes: Iterable[str] = ()) -> None:
        """Write the title of the sheet and the small lines below it."""
        self.line(title, self.book.title, height=24)
        for note in notes:
            self.line(note, self.book.note)
        self.row += 1

    def section(self, title: str) -> None:
        """Write the title of a part of the sheet."""
        self.line(title, self.book.style(bold=True, font_size=13, font_color=ACCENT))

    def widths(self, widths: Sequence[float]) -> None:
        """Set the widths of the first columns, in signs."""
        self._widths = tuple(widths)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def grid(
        self, head: Sequence[str], rows: Iterable[Sequence[Cell]], *, styles: Mapping[int, Format] | None = None
    ) -> tuple[int, int]:
        """Write a framed table at the next row; returns its first and last row, header included."""
        first = self.row
        self._grid_row(head, dict.fromkeys(range(len(head)), self.book.head))
        for values in rows:
            self._grid_row(values, styles or {})
        last = self.row - 1
        self.row += 1
        return first, last

    def _grid_row(self, values: Sequence[Cell], styles: Mapping[int, Format]) -> None:
        for column, value in enumerate(values):
            self.put(self.row, column, value, styles.get(column))
        self.fit(self.row, values)
        self.row += 1

    def fit(self, row: int, values: Sequence[Cell]) -> None:
        """Make a row as tall as its wrapped texts need in columns of the widths that were set."""
        # Not every program fits the height of a row to wrapped text when it opens a file.
        lines = 1
        for value, width in zip(values, self._widths, strict=False):
            if isinstance(value, str) and value:
                lines = max(lines, sum(ceil(max(len(part), 1) / (width * 0.92)) for part in value.split("\n")))
        self.sheet.set_row(row, min(15.0 * lines + 1, _TALLEST_ROW))


@cache
def watermark_image(text: str) -> bytes:
    """Return a PNG of a page with the text across it in pale grey, to stand behind a printed sheet."""
    from PIL import Image, ImageDraw, ImageFont

    from archrepo.exchange.huruf import find_font

    size = (620, 440)
    font_file = find_font("DejaVuSans-Bold.ttf")
    font = ImageFont.truetype(str(font_file), 72) if font_file else ImageFont.load_default(72)
    layer = Image.new("RGBA", size, (255, 255, 255, 0))
    ImageDraw.Draw(layer).text((size[0] / 2, size[1] / 2), text, font=font, fill=(180, 35, 24, 52), anchor="mm")
    stream = io.BytesIO()
    layer.rotate(28, resample=Image.Resampling.BICUBIC).save(stream, format="PNG")
    return stream.getvalue()
