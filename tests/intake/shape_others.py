# ruff: noqa: E501 - words of one meaning, and the cells of one row, stand on one line
"""Other shapes: asset cards, one application a sheet, text files, English, sections, ticks, two tables, ods."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from shape_canvas import Canvas, Drawn, Formula, Sent, save_csv, save_ods, save_xlsx
from shape_facts import Fact, facts_of, units
from shape_rows import any_unit, row_of, write_data, write_numbering, write_two_row_header
from shape_table import Column, cell_of, columns_of, states, style_of, title_written, write_tail, write_titles

_MONEY = ("{0}", "Rp {0:,}", "Rp{0:,},00", "{0:,},00", "Rp. {0:,},-")


def asset_card(rng: random.Random, stem: Path) -> Sent:
    """A card of intangible assets: two-row header, no unit but ``--opd``, prices written in several ways."""
    unit = any_unit(rng)
    canvas = Canvas(rng.choice(("KIB", "ATB", "Sheet1", "KIB G", "Aset Lainnya")))
    for line in (
        "KARTU INVENTARIS BARANG (KIB)",
        rng.choice(("ASET TAK BERWUJUD", "KIB E ASET TETAP LAINNYA", "ASET LAINNYA (SOFTWARE)")),
    ):
        canvas.merge(canvas.add([line]), 0, len(canvas.rows) - 1, 9)
    if rng.random() < 0.5:
        for label, value in (
            ("PROVINSI", "BALI"),
            ("KAB./KOTA", "TABANAN"),
            ("BIDANG", "UMUM"),
            ("NO. KODE LOKASI", "12.17.02.08.01"),
        ):
            canvas.add([label, None, f": {value}"] if rng.random() < 0.5 else [f"{label} : {value}"])
    canvas.blank(rng.randint(0, 2))
    name = rng.choice(
        (
            "Jenis Barang / Nama Barang",
            "Nama Barang",
            "Nama / Jenis Barang",
            "Jenis Barang/Nama Barang",
            "Nama Aset",
            "Uraian Barang",
        )
    )
    top: list[Drawn] = ["No", name, "Nomor", None, rng.choice(("Judul / Pencipta", "Spesifikasi", "Merk/Tipe")), rng.choice(("Tahun Perolehan", "Tahun Pembelian", "Tahun")),
                        rng.choice(("Asal Usul", "Asal Usul / Cara Perolehan")), rng.choice(("Harga (Rp)", "Harga", "Nilai Perolehan (Rp)")), rng.choice(("Kondisi (B/KB/RB)", "Kondisi")), "Keterangan"]  # fmt: skip
    row = canvas.add(top)
    canvas.add([None, None, "Kode Barang", "Register", *[None] * 6])
    canvas.merge(row, 2, row, 3)
    for column in (0, 1, 4, 5, 6, 7, 8, 9):
        canvas.merge(row, column, row + 1, column)
    write_numbering(rng, canvas, len(top))
    total = 0
    for number, fact in enumerate(facts_of(rng, rng.randint(3, 14), [unit]), start=1):
        price = rng.randint(10, 900) * 1_000_000
        total += price
        money: Drawn = (
            price
            if rng.random() < 0.4
            else rng.choice(_MONEY).format(price).replace(",", ".").replace(".00", ",00").replace(".-", ",-")
        )
        row = canvas.add([number, fact.nama, "1.5.3.01.01.01.005", f"{number:04}", rng.choice(("Software", "Aplikasi", "-", "CV Maju Jaya")),
                          rng.choice((fact.year, str(fact.year))), rng.choice(("Pembelian", "Hibah", "APBD")), money, rng.choice(("B", "KB", "Baik", "RB")),
                          rng.choice(("", "-", "Baik", "Aktif", "Software aplikasi"))])  # fmt: skip
        canvas.expect(row, [fact.nama], unit.id, None, None)
    canvas.add(
        [
            rng.choice(("Jumlah", "JUMLAH HARGA", "Total")),
            *[None] * 6,
            Formula("=SUM(H1:H9)", total) if rng.random() < 0.5 else f"Rp {total}",
        ]
    )
    if rng.random() < 0.6:
        canvas.blank()
        for line in (
            "Tabanan, 31 Desember 2024",
            "Pengurus Barang,",
            "",
            "NI LUH CONTOH",
            "NIP. 19800101 200501 2 002",
        ):
            canvas.add([None, None, None, None, None, None, line])
    return save_xlsx(stem.with_suffix(".xlsx"), [canvas], opd=unit.nama)


def profiles(rng: random.Random, stem: Path) -> Sent:
    """One application a sheet: labels on the left, values on the right."""
    unit = any_unit(rng)
    by_option = rng.random() < 0.4
    style = style_of(rng)
    keys = [
        "nama",
        "deskripsi",
        "url",
        "hosting",
        "status",
        *rng.sample(
            ["tahun", "basis", "basis_data", "pengembang", "bahasa", "integrasi", "pic", "keterangan"],
            rng.randint(2, 6),
        ),
    ]
    if not by_option:
        keys.insert(rng.choice((0, 1)), rng.choice(("unit", "pengelola")))
    labels = {key: rng.choice(style.titles[key]) for key in keys}
    colon, gap, numbered, grouped = rng.random() < 0.5, rng.random() < 0.4, rng.random() < 0.4, rng.random() < 0.4
    sheets = []
    for position, fact in enumerate(facts_of(rng, rng.randint(1, 5), [unit]), start=1):
        canvas = Canvas(
            rng.choice((f"Aplikasi {position}", f"{position}", f"Profil {position}")), left=rng.choice((0, 0, 1))
        )
        canvas.add([rng.choice(("PROFIL APLIKASI", "FORMULIR DATA APLIKASI", "LEMBAR ISIAN APLIKASI"))])
        canvas.blank(rng.randint(0, 1))
        for number, key in enumerate(keys, start=1):
            if grouped and number in {1, 4}:
                canvas.add([("A. INFORMASI UMUM", "B. INFORMASI TEKNIS")[number > 1]])
            value = cell_of(rng, style, key, fact, number, fact.unit)
            label = f"{number}. {labels[key]}" if numbered else labels[key]
            if colon and isinstance(value, str) and value and rng.random() < 0.3:
                canvas.add([label, f": {value}"])
            else:
                canvas.add([label, *([":"] if colon else []), *([None] if gap else []), value])
        if rng.random() < 0.3:
            canvas.blank()
            for line in ("Tabanan, 2 Januari 2025", "Kepala Dinas", "", "I MADE CONTOH"):
                canvas.add([None, None, line])
        canvas.expect(None, [fact.nama], unit.id, fact.hosting, fact.status)
        sheets.append(canvas)
    names: set[str] = set()
    for number, canvas in enumerate(sheets, start=1):
        canvas.name = canvas.name if canvas.name not in names else f"Lembar {number}"
        names.add(canvas.name)
        canvas.expected = [
            type(row)(canvas.name, row.row, row.names, row.unit, row.hosting, row.status) for row in canvas.expected
        ]
    return save_xlsx(stem.with_suffix(".xlsx"), sheets, opd=unit.nama if by_option else None)


def text_file(rng: random.Random, stem: Path) -> Sent:
    """Separated values in many encodings, with title lines, and a row that a stray separator shifted."""
    style = style_of(rng)
    separator = rng.choice((",", ";", ";", "\t"))
    encoding = rng.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"))
    canvas = Canvas("")
    columns = columns_of(rng, style, ["nomor", *rng.sample(["unit", "nama"], 2), "deskripsi", "hosting", "status"])
    if rng.random() < 0.5:
        canvas.add([rng.choice(("DAFTAR APLIKASI", "Data Aplikasi Kabupaten Tabanan"))])
        canvas.blank(rng.randint(0, 1))
    canvas.add([column.title for column in columns])
    write_data(rng, canvas, style, columns, facts_of(rng, rng.randint(5, 25)))
    shifted = next(n for n, column in enumerate(columns) if column.key == "deskripsi")
    if separator == "," and rng.random() < 0.6 and len(canvas.rows) > 8:
        row = canvas.rows[-2]
        if len(row) == len(columns):
            canvas.rows[-2] = [*row[:shifted], "Mencatat surat", " arsip dan disposisi", *row[shifted + 1 :]]
    for row in canvas.rows:  # lone surrogates and odd blanks have no place in eight bits
        row[:] = [cell.replace("\u200b", "").replace("√", "v") if isinstance(cell, str) else cell for cell in row]
    return save_csv(
        stem.with_suffix(rng.choice((".csv", ".csv", ".txt"))), canvas, separator=separator, encoding=encoding
    )


def english(rng: random.Random, stem: Path) -> Sent:
    """A register with English headers and words."""
    style = style_of(rng, english=True)
    canvas = Canvas(rng.choice(("Applications", "Sheet1", "App Inventory")))
    columns = columns_of(rng, style, ["nomor", *rng.sample(["unit", "nama"], 2), "hosting", "status"])
    if rng.random() < 0.6:
        canvas.add(
            [rng.choice(("Application Inventory", "List of Applications", "Tabanan Regency Application Register 2025"))]
        )
        canvas.blank(rng.randint(0, 1))
    canvas.add([column.title for column in columns])
    write_data(rng, canvas, style, columns, facts_of(rng, rng.randint(4, 25)))
    return save_xlsx(stem.with_suffix(".xlsx"), [canvas])


def sections(rng: random.Random, stem: Path) -> Sent:
    """A register whose unit stands only in section rows, with subtotals."""
    style = style_of(rng)
    canvas = Canvas(rng.choice(("Rekap", "Sheet1", "Lampiran II")))
    columns = columns_of(rng, style, ["nomor", "nama", "hosting", "status"])
    write_titles(rng, canvas, len(columns))
    canvas.add([column.title for column in columns])
    write_numbering(rng, canvas, len(columns))
    form, across, again = rng.randint(0, 3), rng.random() < 0.6, rng.random() < 0.5
    chosen = rng.sample(sorted(units().values(), key=lambda unit: unit.id), rng.randint(3, 6))
    number = 1
    for position, unit in enumerate(chosen):
        roman = ("I", "II", "III", "IV", "V", "VI")[position]
        name = unit.nama.upper() if again else unit.nama
        row = canvas.add(([f"{roman}. {name}"], [roman, name], [name], [chr(65 + position), name])[form])
        if across and form in {0, 2}:
            canvas.merge(row, 0, row, len(columns) - 1)
        facts = facts_of(rng, rng.randint(1, 6), [unit])
        write_data(rng, canvas, style, columns, facts, first=number if not again else 1)
        number += len(facts)
        if rng.random() < 0.5:
            canvas.add(
                [
                    rng.choice(("Sub Total", "Jumlah", f"Jumlah {unit.singkatan}")),
                    *[None] * (len(columns) - 2),
                    Formula("=COUNTA(B2:B9)", len(facts)),
                ]
            )
    write_tail(rng, canvas, columns, number)
    return save_xlsx(stem.with_suffix(".xlsx"), [canvas])


_TICKED = {
    "hosting": (("Lokasi Server", "Server", "Penempatan Server", "Hosting"), (("Diskominfo", "pusat_data_daerah"), ("OPD", "server_opd"), ("Pihak Ketiga", "vendor"))),
    "status": (("Status", "Status Aplikasi", "Kondisi"), (("Aktif", "aktif"), ("Tidak Aktif", "tidak_aktif"))),
}  # fmt: skip


def ticks(rng: random.Random, stem: Path) -> Sent:
    """A register with columns whose titles are the values, a tick below one of them."""
    style = style_of(rng)
    canvas = Canvas("Sheet1")
    plain = [Column("nomor", "No"), Column("unit", "OPD"), Column("nama", rng.choice(style.titles["nama"]))]
    plain += [
        Column(key, title_written(rng, rng.choice(style.titles[key])))
        for key in rng.sample(["url", "fungsi", "tahun", "pengembang"], 2)
    ]
    mark = rng.choice(("√", "v", "V", "x", "✓", "1"))
    groups = [key for key in ("hosting", "status") if rng.random() < 0.8] or ["hosting"]
    top: list[Drawn] = [column.title for column in plain]
    below: list[Drawn] = [None] * len(plain)
    write_titles(rng, canvas, len(plain) + 5)
    row = len(canvas.rows)
    for column in range(len(plain)):
        canvas.merge(row, column, row + 1, column)
    for key in groups:
        titles, values = _TICKED[key]
        canvas.merge(row, len(top), row, len(top) + len(values) - 1)
        top += [rng.choice(titles), *[None] * (len(values) - 1)]
        below += [text for text, _ in values]
    canvas.add(top)
    canvas.add(below)
    for number, fact in enumerate(facts_of(rng, rng.randint(5, 20)), start=1):
        cells: list[Drawn] = [cell_of(rng, style, column.key, fact, number, fact.unit) for column in plain]
        told: dict[str, str] = {}
        for key in groups:
            own = fact.hosting if key == "hosting" else fact.status
            ids = [identifier for _, identifier in _TICKED[key][1]]
            told[key] = own if own in ids else ""
            cells += [mark if identifier == own else None for identifier in ids]
        row = canvas.add(cells)
        canvas.expect(row, [fact.nama], fact.unit.id, told.get("hosting"), told.get("status"))
    return save_xlsx(stem.with_suffix(".xlsx"), [canvas])


def two_tables(rng: random.Random, stem: Path) -> Sent:
    """Two tables below one another in a sheet, each with its header; the second's may differ."""
    style = style_of(rng)
    unit = any_unit(rng)
    canvas = Canvas(rng.choice(("Sheet1", "Data")))
    write_titles(rng, canvas, 6, unit=unit)
    first = columns_of(rng, style, ["nomor", "nama", "hosting", "status"], extra=(1, 4))
    second = (
        first if rng.random() < 0.5 else columns_of(rng, style, ["nomor", "nama", "hosting", "status"], extra=(1, 4))
    )
    for letter, columns, text in (
        ("A", first, rng.choice(("APLIKASI PUSAT", "APLIKASI UMUM"))),
        ("B", second, rng.choice(("APLIKASI DAERAH", "APLIKASI KHUSUS"))),
    ):
        canvas.add([f"{letter}. {text}"])
        canvas.add([column.title for column in columns])
        facts: Sequence[Fact] = facts_of(rng, rng.randint(2, 8), [unit])
        for number, fact in enumerate(facts, start=1):
            row = canvas.add(row_of(rng, style, columns, fact, number))
            canvas.expect(row, [fact.nama], unit.id, *states(columns, fact))
        canvas.blank(rng.randint(0, 2))
    write_tail(rng, canvas, second, 3)
    return save_xlsx(stem.with_suffix(".xlsx"), [canvas])


def open_document(rng: random.Random, stem: Path) -> Sent:
    """A register as an OpenDocument workbook, without merges; the header sometimes of two rows."""
    style = style_of(rng)
    canvas = Canvas("Aplikasi")
    columns = columns_of(rng, style, ["nomor", rng.choice(("unit", "pengelola")), "nama", "hosting", "status"])
    write_titles(rng, canvas, len(columns))
    if rng.random() < 0.3:
        write_two_row_header(rng, canvas, columns)
    else:
        canvas.add([column.title for column in columns])
    facts = facts_of(rng, rng.randint(4, 20))
    write_data(rng, canvas, style, columns, facts)
    write_tail(rng, canvas, columns, len(facts))
    return save_ods(stem.with_suffix(".ods"), canvas)
