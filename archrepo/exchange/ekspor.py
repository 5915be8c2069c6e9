"""Exports the repository as CSV, JSON or a workbook, so that it can be edited elsewhere and imported again.

Columns and their order are those of ``declarations.kolom``; that of Aplikasi is a contract. Sources and computed
columns are written and, on import, known and ignored.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path

from archrepo.declarations.kolom import CLASS_COLUMN, Kolom, column_classes, columns, guard_formula, join_values
from archrepo.declarations.metamodel import LAYERS, classes
from archrepo.errors import UnknownNameError, UsageError
from archrepo.exchange.berkas import atomic_path, make_folder, write_bytes
from archrepo.exchange.buku_kerja import BukuKerja
from archrepo.exchange.sel import Cells, CellValue
from archrepo.landscape import Elemen, Landscape
from archrepo.landscape.elemen import NASIONAL

FORMATS = ("csv", "json", "xlsx")
_OF_LAYER_APLIKASI = "Aplikasi"
_OTHERS = "aplikasi-lain"


def layer_classes(layer: str) -> tuple[str, ...]:
    """Return the classes of a layer that are exported, in the order of the metamodel.

    Raises:
        UnknownNameError: there is no such layer.
    """
    if layer not in LAYERS:
        raise UnknownNameError("Lapisan", layer, LAYERS)
    return tuple(name for name in column_classes() if classes()[name].layer == layer)


def export_text(
    landscape: Landscape,
    *,
    format: str,  # noqa: A002 - the word of the command line
    layer: str | None = None,
    instansi_id: int | None = None,
) -> str:
    """Return an export as text: ``csv`` of one layer, or ``json`` of one or all.

    The CSV of the layer aplikasi holds applications only, in the columns of the contract; its three other classes are
    in JSON, in a workbook, and in the file ``aplikasi-lain.csv`` of an export of all layers into a folder.

    Raises:
        UsageError: csv without a layer, or a format that is no text.
        UnknownNameError: there is no such layer.
    """
    if format == "json":
        return _json(landscape, layer, instansi_id)
    if format != "csv":
        raise UsageError(f'Format "{format}" tidak dapat ditulis ke layar', mend="Tambahkan -o NAMA_BERKAS.")
    if layer is None:
        raise UsageError("CSV memuat satu lapisan", mend="Sebutkan --layer, atau -o FOLDER untuk semua lapisan.")
    if layer == "aplikasi":
        return _csv(landscape, (_OF_LAYER_APLIKASI,), instansi_id)
    return _csv(landscape, layer_classes(layer), instansi_id)


def write_export(
    landscape: Landscape,
    path: Path,
    *,
    format: str,  # noqa: A002 - the word of the command line
    layer: str | None = None,
    instansi_id: int | None = None,
) -> tuple[Path, ...]:
    """Write an export to a file; CSV of all layers goes into a folder, a file a layer. Returns what was written.

    Raises:
        UsageError: unknown format, or a place that cannot be written.
        UnknownNameError: there is no such layer.
    """
    if format not in FORMATS:
        raise UsageError(f'Format ekspor "{format}" tidak dikenal', mend=f"Pilih salah satu: {', '.join(FORMATS)}.")
    if layer is not None:
        layer_classes(layer)
    if format == "xlsx":
        _write_xlsx(landscape, path, layer, instansi_id)
        return (path,)
    if format == "csv" and layer is None:
        return _write_folder(landscape, path, instansi_id)
    text = export_text(landscape, format=format, layer=layer, instansi_id=instansi_id)
    write_bytes(path, text.encode("utf-8"))
    return (path,)


# ---- rows


def _elements(landscape: Landscape, kelas: str, instansi_id: int | None) -> list[Elemen]:
    found = (
        element
        for element in landscape.of_class(kelas)
        if instansi_id in (None, element.instansi_id) and not (kelas == "Instansi" and element.kode == NASIONAL)
    )
    return sorted(found, key=lambda element: (element.instansi_id, element.kode))


def cell_text(value: CellValue) -> str:
    """Return a cell as text: several values joined as ``split_values`` takes them apart, nothing as an empty text."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return join_values(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _rows(landscape: Landscape, kelas: str, instansi_id: int | None) -> Iterator[tuple[tuple[Kolom, CellValue], ...]]:
    cells = Cells(landscape)
    known = columns(kelas)
    for element in _elements(landscape, kelas, instansi_id):
        yield tuple((kolom, cells.value(element, kolom)) for kolom in known)


# ---- csv


def _csv(landscape: Landscape, names: tuple[str, ...], instansi_id: int | None) -> str:
    has_class = len(names) > 1
    fields = list(dict.fromkeys(kolom.field for name in names for kolom in columns(name)))
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([CLASS_COLUMN, *fields] if has_class else fields)
    for name in names:
        for row in _rows(landscape, name, instansi_id):
            texts = {kolom.field: guard_formula(cell_text(value)) for kolom, value in row}
            cells = [texts.get(field, "") for field in fields]
            writer.writerow([name, *cells] if has_class else cells)
    return stream.getvalue()


def _write_folder(landscape: Landscape, folder: Path, instansi_id: int | None) -> tuple[Path, ...]:
    make_folder(folder)
    parts: dict[str, tuple[str, ...]] = {layer: layer_classes(layer) for layer in LAYERS}
    parts["aplikasi"] = (_OF_LAYER_APLIKASI,)
    parts[_OTHERS] = tuple(name for name in layer_classes("aplikasi") if name != _OF_LAYER_APLIKASI)
    written = []
    for part, names in parts.items():
        path = folder / f"{part}.csv"
        write_bytes(path, _csv(landscape, names, instansi_id).encode("utf-8"))
        written.append(path)
    return tuple(written)


# ---- json


def _chosen(layer: str | None) -> tuple[str, ...]:
    return layer_classes(layer) if layer is not None else tuple(column_classes())


def _json(landscape: Landscape, layer: str | None, instansi_id: int | None) -> str:
    document = {
        "schema_version": 1,
        "instansi": [row.nama for row in landscape.daftar_instansi if instansi_id in (None, row.id)],
        "as_of": landscape.as_of.isoformat(),
        "kelas": {
            name: [_record(row) for row in _rows(landscape, name, instansi_id)]
            for name in _chosen(layer)
            if layer is not None or landscape.of_class(name)
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _record(row: Iterable[tuple[Kolom, CellValue]]) -> dict[str, object]:
    """Return one element by field; several values are a list, nothing stated is null."""
    return {
        kolom.field: list(value)
        if isinstance(value, tuple)
        else [value]
        if kolom.multi and value is not None
        else value
        for kolom, value in row
    }


# ---- xlsx


def _write_xlsx(landscape: Landscape, path: Path, layer: str | None, instansi_id: int | None) -> None:
    moment = landscape.taken_at or datetime.combine(landscape.as_of, time(), UTC)
    names = [name for name in _chosen(layer) if landscape.of_class(name)] or list(_chosen(layer)[:1])
    with atomic_path(path) as temporary, BukuKerja(temporary, title="Ekspor archrepo", created=moment) as book:
        for name in names:
            sheet = book.sheet(name)
            known = columns(name)
            for column, kolom in enumerate(known):
                sheet.put(0, column, kolom.field, book.head)
                sheet.sheet.set_column(column, column, 30 if kolom.field in ("nama", "deskripsi", "fungsi") else 18)
            plain = book.style()
            for number, row in enumerate(_rows(landscape, name, instansi_id), start=1):
                for column, (_, value) in enumerate(row):
                    sheet.put(number, column, value if isinstance(value, int | float) else cell_text(value), plain)
            sheet.sheet.freeze_panes(1, 2)
            sheet.sheet.autofilter(0, 0, max(1, len(_elements(landscape, name, instansi_id))), len(known) - 1)
