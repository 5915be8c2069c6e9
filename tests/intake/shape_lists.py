# ruff: noqa: E501 - words of one meaning, and the cells of one row, stand on one line
"""Shapes of lists: a register, one sheet a unit, a table without names, the export of an online form."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import shape_words as words
from shape_canvas import Canvas, Drawn, Formula, Sent, save_csv, save_xlsx
from shape_facts import Fact, facts_of, units
from shape_rows import any_unit, row_of, write_data, write_numbering, write_two_row_header
from shape_table import Column, Style, cell_of, columns_of, states, style_of, write_tail, write_titles


def register(rng: random.Random, stem: Path) -> Sent:
    """A register of several units with a unit column."""
    style = style_of(rng)
    canvas = Canvas(rng.choice(("Sheet1", "Inventaris 2025", "Lampiran", "Data Aplikasi", "Rekap")))
    keys = ["nomor", *rng.sample(["unit", "nama"], 2), "hosting", "status"]
    columns = columns_of(rng, style, keys)
    write_titles(rng, canvas, len(columns))
    if rng.random() < 0.6:
        write_two_row_header(rng, canvas, columns)
    else:
        canvas.add([column.title for column in columns])
    write_numbering(rng, canvas, len(columns))
    facts = facts_of(rng, rng.randint(6, 35))
    write_data(rng, canvas, style, columns, facts)
    if rng.random() < 0.4:
        spare = [
            n
            for n, column in enumerate(columns)
            if column.key not in {"nomor", "unit", "nama", "hosting", "status", "dipakai"}
        ]
        canvas.hidden_columns |= set(spare[:1])
    write_tail(rng, canvas, columns, len(facts))
    return save_xlsx(stem.with_suffix(".xlsx"), [canvas])


def sheet_a_unit(rng: random.Random, stem: Path) -> Sent:
    """One sheet a unit, its name only in a title row or the sheet's name; every sheet has its own header."""
    sheets = []
    chosen = rng.sample(sorted(units().values(), key=lambda unit: unit.id), rng.randint(2, 5))
    if rng.random() < 0.5:
        guide = Canvas("Petunjuk", hidden=rng.random() < 0.6)
        guide.add(["PETUNJUK PENGISIAN"])
        guide.add(["No", "Kolom", "Cara mengisi"])
        guide.add([1, "Nama Aplikasi", "Tulis nama aplikasi"])
        guide.add([2, "Status", "Aktif atau Tidak Aktif"])
        sheets.append(guide)
    for position, unit in enumerate(chosen):
        style = style_of(rng)
        in_title = rng.random() < 0.5
        name = f"Lembar{position + 1}" if in_title else rng.choice((unit.singkatan, unit.nama))[:31].replace("/", " ")
        canvas = Canvas(name)
        columns = columns_of(rng, style, ["nomor", "nama", "hosting", "status"])
        if in_title or rng.random() < 0.5:
            write_titles(rng, canvas, len(columns), unit=unit if in_title else None)
        canvas.blank(rng.choice((0, 0, 1)))
        canvas.add([column.title for column in columns])
        write_numbering(rng, canvas, len(columns))
        facts = facts_of(rng, rng.randint(2, 9), [unit])
        write_data(rng, canvas, style, columns, facts)
        write_tail(rng, canvas, columns, len(facts))
        sheets.append(canvas)
    return save_xlsx(stem.with_suffix(".xlsx"), sheets)


def column_b(rng: random.Random, stem: Path) -> Sent:
    """A table from column B on: the unit merged downwards, section rows, subtotals, and no name but the host."""
    style = style_of(rng)
    canvas = Canvas(rng.choice(("Lamp. I", "Sheet1", "Website")), left=rng.randint(1, 2))
    columns = columns_of(rng, style, ["nomor", "unit", "url", "hosting", "status"], extra=(0, 3), shuffle=False)
    columns = [column for column in columns if column.key != "nama"]
    write_titles(rng, canvas, len(columns))
    canvas.add([column.title for column in columns])
    facts = [fact for fact in facts_of(rng, rng.randint(10, 30)) if fact.url]
    parts = [facts[: len(facts) // 2], facts[len(facts) // 2 :]]
    place = next(n for n, column in enumerate(columns) if column.key == "unit")
    number = 1
    for letter, part, text in zip("AB", parts, ("WEBSITE", "APLIKASI"), strict=True):
        if rng.random() < 0.7:
            row = canvas.add(
                [rng.choice((f"{letter}. {text}", f"{letter}", ""))] if rng.random() < 0.8 else [letter, text]
            )
            if canvas.rows[row][canvas.left] and len(str(canvas.rows[row][canvas.left])) > 2:
                canvas.merge(row, 0, row, len(columns) - 1)
            elif canvas.rows[row][canvas.left]:
                canvas.rows[row] = [*canvas.rows[row][: canvas.left + 1], text]
        start, last = len(canvas.rows), None
        for fact in part:
            cells = row_of(rng, style, columns, fact, number)
            if last is not None and last.unit is fact.unit:
                cells[place] = None
            elif last is not None:
                canvas.merge(start, place, len(canvas.rows) - 1, place)
                start = len(canvas.rows)
            row = canvas.add(cells)
            canvas.expect(row, [fact.url], fact.unit.id, *states(columns, fact))
            last = fact
            number += 1
        if last is not None:
            canvas.merge(start, place, len(canvas.rows) - 1, place)
        if rng.random() < 0.6:
            canvas.add(["Sub Jumlah", *[None] * (len(columns) - 2), Formula("=COUNTA(C1:C9)", len(part))])
    write_tail(rng, canvas, columns, number)
    return save_xlsx(stem.with_suffix(".xlsx"), [canvas])


def form_export(rng: random.Random, stem: Path) -> Sent:
    """The export of an online form: questions as titles, timestamps, placeholders, a cell of nine names."""
    style = style_of(rng)
    keys = ["waktu", *rng.sample(["surel", "pic", "hp"], rng.randint(1, 3)), "unit", "nama", "fungsi", "url", "hosting", "status",
            *rng.sample(["integrasi", "mitra", "tahun", "pengembang", "kendala"], rng.randint(1, 4))]  # fmt: skip
    titles = [Column(key, rng.choice(words.QUESTIONS[key])) for key in keys]
    canvas = Canvas("Form Responses 1")
    canvas.add([column.title for column in titles])
    yes_no = "apakah" in next(column.title for column in titles if column.key == "status").lower()
    moment = date(2025, 3, 1)
    for fact in facts_of(rng, rng.randint(6, 25)):
        names: tuple[str, ...] = (fact.nama,)
        shown = fact.nama
        if rng.random() < 0.08:
            names = tuple(
                f"SI{rng.choice('BCDFG')}{rng.choice('AIU')}{rng.choice('KLMN')}{n}X" for n in range(rng.randint(3, 9))
            )
            shown = rng.choice(("; ".join(names), "\n".join(names), ", ".join(names), "\n".join(f"{n}. {one}" for n, one in enumerate(names, 1))))  # fmt: skip
        cells = [_answer(rng, style, column.key, fact, shown, yes_no=yes_no, moment=moment) for column in titles]
        moment += timedelta(days=rng.randint(0, 2))
        row = canvas.add(cells)
        status = fact.status if not yes_no or fact.status in {"aktif", "tidak_aktif"} else ""
        canvas.expect(row, names, fact.unit.id, fact.hosting, status)
    for _ in range(rng.randint(0, 2)):
        unit = any_unit(rng)
        none = rng.choice(("tidak ada", "Nihil", "Belum ada", "-", "Tidak memiliki aplikasi", "Tidak ada aplikasi"))
        canvas.add([
            unit.nama if column.key == "unit" else none if column.key == "nama" else moment if column.key == "waktu" else rng.choice(("-", "tidak ada", ""))
            for column in titles
        ])  # fmt: skip
    if rng.random() < 0.5:
        for cells in canvas.rows[1:]:
            cells[0] = f"{cells[0]:%d/%m/%Y} 10:1{rng.randint(0, 9)}:00" if isinstance(cells[0], date) else cells[0]
        return save_csv(
            stem.with_suffix(".csv"), canvas, separator=rng.choice(",;"), encoding=rng.choice(("utf-8", "utf-8-sig"))
        )
    return save_xlsx(stem.with_suffix(".xlsx"), [canvas])


def _answer(rng: random.Random, style: Style, key: str, fact: Fact, name: str, *, yes_no: bool, moment: date) -> Drawn:
    if key == "waktu":
        return moment
    if key == "nama":
        return name
    if key == "status" and yes_no:
        return {"aktif": "Ya", "tidak_aktif": "Tidak"}.get(fact.status, "")
    answers: dict[str, Sequence[Drawn]] = {
        "surel": ("dinas@tabanankab.go.id", "rekaan@example.com"),
        "mitra": ("tidak ada", "-", "SIPD", "Dukcapil", ""),
        "integrasi": ("Ya", "Tidak", "Belum", "-", ""),
        "kendala": ("Jaringan lambat", "tidak ada", "SDM terbatas", "-"),
    }
    return rng.choice(answers[key]) if key in answers else cell_of(rng, style, key, fact, 1, fact.unit)
