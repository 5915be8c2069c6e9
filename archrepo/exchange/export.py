"""Exports layers as csv, json or xlsx; what is exported can be imported, and changes nothing then."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from archrepo.berkas import atomic_path, make_folder
from archrepo.declarations.kolom import CLASS_COLUMN, columns, guard_formula
from archrepo.declarations.metamodel import LAYERS, kelas
from archrepo.errors import UsageError
from archrepo.exchange.rows import Rows, exported_classes
from archrepo.landscape import Landscape

SCHEMA = "archrepo-export/1"

# The csv of this layer is a contract: one row an application. Its edges have files of their own.
_MAIN_CLASS = {"aplikasi": "Aplikasi"}


def export_layers(landscape: Landscape, *, layer: str | None, form: str, target: Path | None, instansi_id: int) -> str:
    """Export a layer, or all of them.

    Args:
        layer: one of LAYERS, None for all.
        form: csv, json or xlsx.
        target: a file; for csv of all layers a folder; None returns the text (csv of one layer, or json).
        instansi_id: whose architecture; what it uses of NASIONAL goes with it.

    Returns:
        The text, when there is no target; else an empty text.

    Raises:
        UsageError: the form needs a target.
    """
    rows = Rows(landscape, instansi_id)
    layers = (layer,) if layer is not None else LAYERS
    if target is not None and target.is_dir() and form != "csv":
        target /= f"arsitektur.{form}"
    if form == "json":
        return _put(_json(rows, layers), target)
    if form == "xlsx":
        if target is None:
            raise UsageError("Hasil xlsx perlu nama berkas", mend="Tambahkan: -o inventaris.xlsx")
        _write_xlsx(landscape, rows, layers, target)
        return ""
    if layer is not None:
        return _put(_csv(rows, _classes(layer)), target)
    if target is None:
        raise UsageError(
            "Mengeluarkan semua lapisan sebagai csv perlu folder", mend="Tambahkan: -o FOLDER, atau --layer."
        )
    _write_folder(rows, target)
    return ""


def _classes(layer: str) -> tuple[str, ...]:
    return (_MAIN_CLASS[layer],) if layer in _MAIN_CLASS else exported_classes(layer)


def _put(text: str, target: Path | None) -> str:
    if target is None:
        return text
    with atomic_path(target) as path:
        path.write_text(text, encoding="utf-8")
    return ""


def _csv(rows: Rows, names: Sequence[str]) -> str:
    """Return one csv; of several classes the first column says the class, and each has its own columns after it."""
    several = len(names) > 1
    fields = list(dict.fromkeys(column.field for name in names for column in columns(name)))
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([CLASS_COLUMN, *fields] if several else fields)
    for name in names:
        for element in rows.elements(name):
            texts = rows.row(element)
            line = [guard_formula(texts.get(field, "")) for field in fields]
            writer.writerow([name, *line] if several else line)
    return stream.getvalue()


def _write_folder(rows: Rows, folder: Path) -> None:
    make_folder(folder)
    for layer in LAYERS:
        _put(_csv(rows, _classes(layer)), folder / f"{layer}.csv")
        if layer in _MAIN_CLASS:
            for name in exported_classes(layer):
                if name != _MAIN_CLASS[layer]:
                    _put(_csv(rows, (name,)), folder / f"{layer}_{name.lower()}.csv")


def _json(rows: Rows, layers: Sequence[str]) -> str:
    document = {
        "schema": SCHEMA,
        "layers": {
            layer: [
                {CLASS_COLUMN: name, **{field: text for field, text in rows.row(element).items() if text}}
                for name in exported_classes(layer)
                for element in rows.elements(name)
            ]
            for layer in layers
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _write_xlsx(landscape: Landscape, rows: Rows, layers: Sequence[str], target: Path) -> None:
    import xlsxwriter

    from archrepo.exchange.buku_kerja import SheetNames

    with (
        atomic_path(target) as path,
        xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book,
    ):
        if landscape.taken_at is not None:
            book.set_properties({"created": landscape.taken_at.replace(tzinfo=None), "author": "archrepo"})
        head = book.add_format({"bold": True, "bg_color": "#EAF1F8", "text_wrap": True, "valign": "top"})
        names = SheetNames()
        for name in _filled(rows, layers):
            sheet = book.add_worksheet(names.name(kelas(name).label))
            shown = columns(name)
            sheet.freeze_panes(1, 2)
            for position, column in enumerate(shown):
                sheet.write_string(0, position, column.title, head)
                sheet.set_column(position, position, 18 if column.kind != "teks_panjang" else 40)
            elements = rows.elements(name)
            for line, element in enumerate(elements, start=1):
                for position, text in enumerate(rows.row(element).values()):
                    if text:
                        sheet.write_string(line, position, text)
            sheet.autofilter(0, 0, max(len(elements), 1), len(shown) - 1)


def _filled(rows: Rows, layers: Sequence[str]) -> Iterator[str]:
    """Yield the classes that have something to show; of nothing at all, the first, since a workbook needs a sheet."""
    found = [name for layer in layers for name in exported_classes(layer) if rows.elements(name)]
    yield from found or exported_classes(layers[0])[:1]
