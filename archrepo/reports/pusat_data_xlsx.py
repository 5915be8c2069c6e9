"""The report on the Pusat Data as a workbook: summary with a chart, units, a list to filter, a sheet a unit."""

from __future__ import annotations

from pathlib import Path

from archrepo.exchange.buku_kerja import STATE_COLORS, BukuKerja, Cell, Lembar, SheetNames, Tata
from archrepo.landscape.pusat_data import KETERHUBUNGAN_LABELS, PENEMPATAN_LABELS, STATUS_LABELS
from archrepo.reports.pusat_data import (
    GROUPS,
    OWNER_OPEN,
    STATUS_ORDER,
    TITLE,
    TO_ACT,
    USE_LABELS,
    Baris,
    LaporanPusatData,
    UnitRow,
)

_LIST_HEAD = (
    "Perangkat Daerah", "Aplikasi", "Kode", "Kelompok", "Status terhadap Pusat Data", "Penempatan", "Keterhubungan",
    "Alasan", "Mata rantai yang belum ada", "Langkah yang disarankan", "Pemilik", "Dilaporkan oleh",
    "Catatan perbaikan",
)  # fmt: skip
_LIST_WIDTHS = (28, 28, 10, 18, 18, 16, 16, 36, 26, 40, 22, 22, 26)
_UNIT_HEAD = (
    "Aplikasi", "Kode", "Status terhadap Pusat Data", "Alasan", "Mata rantai yang belum ada", "Langkah yang disarankan",
    "Catatan perbaikan",
)  # fmt: skip
_UNIT_WIDTHS = (36, 11, 24, 50, 34, 52, 34)
_NOTES = (
    'Yang dihitung: aplikasi daerah berbentuk sistem yang beroperasi; kanalnya dihitung sekali bersama aplikasinya.',
    '"Tidak diketahui" punya baris sendiri dan tidak pernah dihitung sebagai di dalam Pusat Data.',
    "Ditempatkan di Pusat Data tidak sama dengan terintegrasi: penempatan dan keterhubungan dijawab terpisah.",
)  # fmt: skip


def write_pusat_data_xlsx(report: LaporanPusatData, path: Path, *, watermark: str | None = None) -> None:
    """Write the workbook to ``path``, which must not be the final name (see ``atomic_path``)."""
    known = report.keterangan
    title = f"{TITLE} · {report.instansi.nama}"
    with BukuKerja(path, title=title, created=known.taken_at, watermark=watermark, footer=known.line) as book:
        names = SheetNames()
        for fixed in ("Ringkasan", "Perangkat Daerah", "Daftar", OWNER_OPEN):
            names.name(fixed)
        sheet_of = {row.unit.id: names.name(row.unit.singkatan or row.unit.nama) for row in report.units}
        _summary(book, report)
        _units(book, report, sheet_of)
        _list(book, report)
        for unit in report.units:
            _unit_sheet(book, report, unit, sheet_of[unit.unit.id])
        if any(row.has_open_owner for row in report.counted):
            _open_owner_sheet(book, report)
        book.book.get_worksheet_by_name("Ringkasan").activate()


def _summary(book: BukuKerja, report: LaporanPusatData) -> None:
    page = book.sheet("Ringkasan", Tata(one_page=True))
    page.widths((38, 18, 18, 18, 18, 14, 18))
    page.heading(TITLE, (report.keterangan.line,))
    strong = book.style(font_size=12)
    for sentence in (*report.headline, report.use_line):
        page.line(sentence, strong)
    page.row += 1
    page.section("Penempatan dan keterhubungan aplikasi daerah yang beroperasi")
    first, last = _cross_table(page, report)
    chart_row = page.row
    _chart(page, first, last - 1, chart_row)
    page.row = chart_row + 18
    page.section("Status terhadap Pusat Data")
    found = [(STATUS_LABELS[state], report.by_status[state]) for state in STATUS_ORDER if state in report.by_status]
    page.grid(("Status", "Aplikasi"), found)
    _other_groups(page, report)
    for note in _NOTES:
        page.line(note, book.note)


def _cross_table(page: Lembar, report: LaporanPusatData) -> tuple[int, int]:
    rows: list[tuple[Cell, ...]] = []
    for label, numbers in report.cross_rows():
        rows.append((label, *numbers, sum(numbers)))
    columns = [sum(numbers) for numbers in zip(*(row[1] for row in report.cross_rows()), strict=True)]
    rows.append(("Jumlah", *columns, sum(columns)))
    return page.grid(("Penempatan", *KETERHUBUNGAN_LABELS.values(), "Jumlah"), rows)


def _chart(page: Lembar, head: int, last: int, row: int) -> None:
    """Put a stacked bar chart of the cross table at a row; its data are the cells, so that it follows corrections."""
    chart = page.book.book.add_chart({"type": "bar", "subtype": "stacked"})
    name = page.sheet.get_name()
    for column, state in enumerate(KETERHUBUNGAN_LABELS, start=1):
        chart.add_series(
            {
                "name": [name, head, column],
                "categories": [name, head + 1, 0, last, 0],
                "values": [name, head + 1, column, last, column],
                "fill": {"color": STATE_COLORS[state]},
                "data_labels": {"value": True, "num_format": "0;;", "font": {"color": "#FFFFFF", "bold": True}},
                "gap": 45,
            }
        )
    chart.set_title({"name": "Penempatan aplikasi dan keterhubungannya", "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 10}})
    chart.set_x_axis({"num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#E3E8EE"}}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 900, "height": 340})
    page.sheet.insert_chart(row, 0, chart, {"description": "Jumlah aplikasi menurut penempatan dan keterhubungan"})


def _other_groups(page: Lembar, report: LaporanPusatData) -> None:
    groups = report.other_groups()
    if groups:
        page.section("Yang tercatat tetapi tidak dihitung di atas, menurut penempatannya")
        page.grid(
            ("Kelompok", *PENEMPATAN_LABELS.values()),
            [(label, *numbers) for _, label, numbers in groups],
        )


def _units(book: BukuKerja, report: LaporanPusatData, sheet_of: dict[int, str]) -> None:
    page = book.sheet("Perangkat Daerah")
    page.widths((52, 26, 12, 12, 14, 16, 70))
    page.heading("Pemakaian Pusat Data per Perangkat Daerah", (report.use_line, report.keterangan.line))
    head = ("Perangkat Daerah", "Pemakaian", "Di luar", "Perlu dicek", "Tidak diketahui", "Lembar", "Keterangan")
    link = book.style(font_color="#1D4ED8", underline=1, border=1, border_color="#B8C4D0")
    first = page.row
    rows: list[tuple[Cell, ...]] = []
    for row in report.units:
        waiting = report.to_act(row.unit)
        counts = [len(waiting[state]) for state in TO_ACT]
        rows.append((row.unit.nama, USE_LABELS[row.state], *counts, sheet_of[row.unit.id], row.reason))
    _, last = page.grid(head, rows)
    for number, row in enumerate(report.units, start=first + 1):
        target = sheet_of[row.unit.id].replace("'", "''")
        page.sheet.write_url(number, 5, f"internal:'{target}'!A1", link, sheet_of[row.unit.id])
    page.sheet.autofilter(first, 0, last, len(head) - 1)
    page.sheet.freeze_panes(first + 1, 1)
    page.sheet.repeat_rows(0, first)


def _list(book: BukuKerja, report: LaporanPusatData) -> None:
    page = book.sheet("Daftar", Tata(a3=True))
    page.widths(_LIST_WIDTHS)
    page.heading("Daftar seluruh aplikasi", ("Saring kolom dengan tanda panah pada judulnya.", report.keterangan.line))
    first = page.row
    page.grid(_LIST_HEAD, [_list_cells(row) for row in report.rows] or [("",) * len(_LIST_HEAD)])
    last = max(first + 1, first + len(report.rows))
    columns = [{"header": title, "header_format": book.head} for title in _LIST_HEAD]
    page.sheet.add_table(
        first,
        0,
        last,
        len(_LIST_HEAD) - 1,
        {"columns": columns, "name": "DaftarAplikasi", "style": "Table Style Light 1"},
    )
    page.sheet.freeze_panes(first + 1, 2)
    page.sheet.repeat_rows(0, first)


def _list_cells(row: Baris) -> tuple[Cell, ...]:
    return (
        row.unit.nama if row.unit is not None else row.owner,
        row.aplikasi.nama,
        row.aplikasi.kode,
        GROUPS[row.group],
        row.status_label,
        PENEMPATAN_LABELS[row.penempatan.state],
        KETERHUBUNGAN_LABELS[row.keterhubungan.state],
        row.status.reason,
        row.missing,
        row.step,
        row.owner,
        "; ".join(row.reporters),
        "; ".join(row.notes),
    )


def _unit_cells(row: Baris) -> tuple[Cell, ...]:
    group = GROUPS[row.group]
    plain = row.is_counted or group == row.status_label
    status = row.status_label if plain else f"{row.status_label} ({group.lower()})"
    return (
        row.aplikasi.nama, row.aplikasi.kode, status, row.status.reason, row.missing, row.step, "; ".join(row.notes),
    )  # fmt: skip


def _unit_sheet(book: BukuKerja, report: LaporanPusatData, unit: UnitRow, name: str) -> None:
    page = book.sheet(name)
    page.widths(_UNIT_WIDTHS)
    page.heading(unit.unit.nama, (f"{USE_LABELS[unit.state]}. {unit.reason}", report.keterangan.line))
    page.sheet.write_url(
        page.row - 1,
        0,
        "internal:'Perangkat Daerah'!A1",
        book.style(font_color="#1D4ED8", underline=1),
        "Ke daftar unit",
    )
    page.row += 1
    waiting = report.to_act(unit.unit)
    for state in TO_ACT:
        _part(page, _PART_TITLES[state], waiting[state])
    rest = tuple(row for row in unit.rows if row.is_counted and row.status.state not in TO_ACT)
    _part(page, "Sudah ditempatkan di Pusat Data, sudah terhubung, atau tidak berlaku", rest)
    _part(page, "Situs, formulir, dan lainnya (tidak dihitung)", tuple(row for row in unit.rows if not row.is_counted))
    _part(page, "Dilaporkan unit ini, tetapi milik pihak lain atau pemiliknya belum jelas", unit.reported)
    if not unit.rows and not unit.reported:
        page.line("Unit ini belum menyampaikan data aplikasi. Mohon mengisi templat yang dikirim Diskominfo.")


_PART_TITLES = {
    "di_luar": "Di luar Pusat Data dan belum terhubung",
    "perlu_cek": "Tempatnya perlu dicek",
    "tidak_diketahui": "Tidak diketahui tempatnya (tidak dihitung sebagai di dalam)",
}


def _part(page: Lembar, title: str, rows: tuple[Baris, ...]) -> None:
    if rows:
        page.section(f"{title}: {len(rows)}")
        page.grid(_UNIT_HEAD, [_unit_cells(row) for row in rows])


def _open_owner_sheet(book: BukuKerja, report: LaporanPusatData) -> None:
    page = book.sheet(OWNER_OPEN)
    page.widths((*_UNIT_WIDTHS, 50))
    page.heading(
        "Aplikasi yang pemiliknya perlu dikonfirmasi",
        ("Belum ada yang menyebut pemiliknya, atau pemiliknya unit yang belum dikonfirmasi.", report.keterangan.line),
    )
    rows = [row for row in report.counted if row.has_open_owner]
    page.grid((*_UNIT_HEAD, "Dilaporkan oleh"), [(*_unit_cells(row), "; ".join(row.reporters)) for row in rows])
