"""Reads a small architecture from YAML, for the odd cases of a rule (``cases/CODE.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder

CASES = Path(__file__).parent / "cases"

# Keys of an application row whose values are kode of other elements.
_ONE = frozenset({"pemilik", "fasilitas"})
_MANY = frozenset({"pelapor", "pengguna", "layanan", "proses", "data"})
_REFERENCES = frozenset(
    {"induk_id", "produsen", "wali_data_id", "unit_pelaksana_id", "perangkat_daerah_id", "instansi_luar_id"}
    | {"fasilitas_id", "aplikasi_id", "spl_id", "api_id", "regulasi_id", "tim_id", "dasar_id", "indikator_id"}
)


@dataclass(frozen=True)
class Case:
    """One odd case: what is shown, the architecture, and the kode of the elements of each finding."""

    code: str
    name: str
    landscape: Landscape
    expect: tuple[tuple[str, ...], ...]


def read_landscape(text: Mapping[str, Any]) -> Landscape:
    """Build an architecture from its YAML form.

    ``elemen``: rows ``{kelas, kode, nama, …}``; ``aplikasi``: rows for ``Builder.aplikasi``; ``susulan``: elements that
    name an application; ``integrasi``: rows ``{dari, ke, …}``; ``relasi``: ``[R-id, kode, kode]`` with an optional map
    of attributes; ``lembar``: rows ``{file, asked}``; ``hari``: the day looked at. Elements are named by kode, and
    those named must stand above. A finding of ``temuan`` may begin with its severity: ``[info, A1]``.
    """
    day = text.get("hari")
    builder = Builder(as_of=day) if isinstance(day, date) else Builder()
    ids: dict[str, int] = {}
    for row in text.get("elemen", ()):
        fields = _resolved(ids, row)
        ids[row["kode"]] = builder.add(fields.pop("kelas"), fields.pop("nama"), **fields)
    for row in text.get("aplikasi", ()):
        ids[row["kode"]] = _aplikasi(builder, ids, row)
    for row in text.get("susulan", ()):
        fields = _resolved(ids, row)
        ids[row["kode"]] = builder.add(fields.pop("kelas"), fields.pop("nama"), **fields)
    for row in text.get("integrasi", ()):
        fields = _resolved(ids, row)
        builder.integrasi(ids[fields.pop("dari")], ids[fields.pop("ke")], **fields)
    for row in text.get("relasi", ()):
        builder.relasi(row[0], ids[row[1]], ids[row[2]], **(row[3] if len(row) > 3 else {}))
    for row in text.get("lembar", ()):
        reporters = tuple(ids[kode] for kode in row.get("pelapor", ()))
        builder.sheet(
            row["file"], asked=set(row["asked"]), sheet=row.get("sheet", "Lembar1"), pelapor=reporters,
            dibaca=row.get("dibaca"),
        )  # fmt: skip
    return builder.build()


def _resolved(ids: Mapping[str, int], row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: ids[value] if key in _REFERENCES else value for key, value in row.items()}


def _aplikasi(builder: Builder, ids: Mapping[str, int], row: Mapping[str, Any]) -> int:
    fields: dict[str, Any] = {}
    for key, value in row.items():
        if key in _ONE:
            fields[key] = ids[value]
        elif key in _MANY:
            fields[key] = tuple(ids[kode] for kode in value)
        elif key == "sumber":
            fields[key] = builder.sumber(value, 5)
        else:
            fields[key] = value
    return builder.aplikasi(fields.pop("nama"), **fields)


def read_cases(code: str) -> Sequence[Case]:
    """Return the odd cases of a rule, none when it has no file."""
    file = CASES / f"{code}.yaml"
    if not file.exists():
        return ()
    return [
        Case(code, row["nama"], read_landscape(row), tuple(tuple(kode) for kode in row["temuan"]))
        for row in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]
