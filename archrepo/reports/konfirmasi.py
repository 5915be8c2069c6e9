"""For every unit a workbook of what is recorded about it, to be checked, completed, sent back and imported."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from archrepo.berkas import atomic_path, make_folder
from archrepo.checks.finding import Finding
from archrepo.drawing.text import day_text
from archrepo.exchange.template import SHEETS, sheet_title, write_template
from archrepo.exchange.unit_content import elements_of_unit
from archrepo.landscape import Elemen, Instansi, Landscape, PerangkatDaerah
from archrepo.landscape.questions import counted_units
from archrepo.reports.catatan import titles_by_element
from archrepo.reports.keterangan import Keterangan, listed, provenance
from archrepo.reports.pusat_data import short_name

_CLOSING = (
    (
        "Lembar Petunjuk menerangkan setiap kolom. Kolom Kode menghubungkan baris dengan catatan yang sudah ada: "
        "mohon tidak diubah. Baris baru ditulis di bawah baris yang terisi, dengan Kode dikosongkan."
    ),
    (
        "Setelah dicek dan dilengkapi, simpan sebagai xlsx dan kirim kembali ke Diskominfo. Isiannya langsung dapat "
        "dimasukkan ke dalam catatan. Terima kasih."
    ),
)
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def write_confirmations(
    landscape: Landscape,
    instansi: Instansi,
    path: Path,
    *,
    findings: Sequence[Finding] = (),
    watermark: str | None = None,
) -> None:
    """Write a workbook for each counted unit into a folder, or into one zip where the name ends so.

    Raises:
        OutputError: the place cannot be written.
    """
    if path.suffix.lower() != ".zip":
        make_folder(path)
        _write_all(landscape, instansi, path, findings, watermark)
        return
    with atomic_path(path) as temporary, tempfile.TemporaryDirectory() as folder:
        _write_all(landscape, instansi, Path(folder), findings, watermark)
        moment = provenance(landscape, instansi).taken_at.timetuple()[:6]
        with zipfile.ZipFile(temporary, "w") as archive:
            for file in sorted(Path(folder).iterdir()):
                # A day of its own on every member would make two runs differ; a workbook is compressed already.
                archive.writestr(zipfile.ZipInfo(file.name, moment), file.read_bytes())


def _write_all(
    landscape: Landscape, instansi: Instansi, folder: Path, findings: Sequence[Finding], watermark: str | None
) -> None:
    notes = titles_by_element(findings)
    known = provenance(landscape, instansi)
    for unit, name in _file_names(counted_units(landscape, instansi.id)):
        elements = elements_of_unit(landscape, unit, SHEETS)
        write_template(
            landscape,
            folder / name,
            unit_id=unit.id,
            watermark=watermark,
            notes=notes,
            letter=_letter(unit, known, elements, notes),
        )


def _file_names(units: Iterable[PerangkatDaerah]) -> Iterator[tuple[PerangkatDaerah, str]]:
    taken: set[str] = set()
    for unit in units:
        plain = " ".join(_NOT_IN_FILE_NAMES.sub(" ", short_name(unit)).split())[:80].strip(". ") or unit.kode
        name = f"Konfirmasi {plain}.xlsx"
        if name.casefold() in taken:
            name = f"Konfirmasi {plain} {unit.kode}.xlsx"
        taken.add(name.casefold())
        yield unit, name


def _letter(
    unit: PerangkatDaerah,
    known: Keterangan,
    elements: Mapping[str, tuple[Elemen, ...]],
    notes: Mapping[int, tuple[str, ...]],
) -> tuple[str, ...]:
    counts = Counter({name: len(group) for name, group in elements.items()})
    remarks = sum(len(notes.get(element.id, ())) for element in elements.get("Aplikasi", ()))
    parts = [f"{counts[name]} {sheet_title(name).lower()}" for name in SHEETS if counts[name]]
    what = f"Yang tercatat tentang {unit.nama}: {listed(parts)}." if parts else f"Belum ada data dari {unit.nama}."
    origin = f"buku kerja ini diambil dari catatan Arsitektur SPBE {known.instansi}, keadaan {day_text(known.as_of)}."
    return ("Dengan hormat,", f"{origin} {what}", _request(bool(parts), remarks), *_CLOSING)


def _request(has_data: bool, remarks: int) -> str:
    if not has_data:
        return (
            "Mohon mengisi lembar Aplikasi lebih dahulu, lalu lembar lain sejauh diketahui. Bila unit tidak memiliki "
            "aplikasi, tulis: tidak ada, pada kolom Nama Aplikasi."
        )
    tail = f" Ada {remarks} catatan pada kolom Catatan Perbaikan di lembar Aplikasi." if remarks else ""
    return f"Mohon setiap lembar dicek: yang keliru dibetulkan, yang kosong dilengkapi.{tail}"
