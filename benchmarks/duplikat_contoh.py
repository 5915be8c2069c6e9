"""The labelled pairs of the sample regency, as similarity would see its sheets: each record by what its row says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from duplikat_pasangan import LabelledPair, label_of

from archrepo.intake.reading import read_paths
from archrepo.intake.records import Record
from archrepo.similarity.profil import Profil

FOLDER = Path(__file__).parents[1] / "examples/tabanan"
_REGION = ("Kabupaten Tabanan", "tabanan")


def read_sample(folder: Path = FOLDER) -> list[LabelledPair]:
    """Return the pairs that ``kebenaran.json`` judges, with the texts of the rows in the sample's own sheets.

    A pair of applications is told by the first row of each; rows that name several applications are left out.
    """
    truth = json.loads((folder / "kebenaran.json").read_text(encoding="utf-8"))
    rows = dict(_rows(folder / "kiriman"))
    known = {row["id"]: row for row in truth["applications"]}
    found: list[LabelledPair] = []
    for pair in truth["pairs"]:
        refs = pair["refs"] == "row"
        one, other = (rows.get(pair[side]) if refs else _first(known[pair[side]], rows) for side in ("a", "b"))
        if one is None or other is None:
            continue
        left, right = (None if refs else bool(known[pair[side]]["national"]) for side in ("a", "b"))
        found.append(
            LabelledPair(
                _profile(one, 1, left), _profile(other, 2, right), label_of(pair["label"]), (pair["a"], pair["b"])
            )
        )
    return found


def _rows(folder: Path) -> Iterator[tuple[str, Record]]:
    seen: set[str] = set()
    double: set[str] = set()
    kept: dict[str, Record] = {}
    for reading in read_paths([folder]):
        for sheet in reading.sheets:
            for record in sheet.records:
                place = f"{reading.file}!{sheet.sheet}!{record.row}"
                (double if place in seen else seen).add(place)
                kept[place] = record
    yield from ((place, record) for place, record in kept.items() if place not in double)


def _first(application: Mapping[str, Any], rows: Mapping[str, Record]) -> Record | None:
    return next((rows[member] for member in application["members"] if member in rows), None)


def _profile(record: Record, number: int, national: bool | None) -> Profil:
    text = {
        name: str(record.values[name]) for name in ("fungsi", "deskripsi", "url", "bentuk") if record.values.get(name)
    }
    return Profil(
        id=number,
        nama=str(record.values["nama"]),
        fungsi=text.get("fungsi"),
        deskripsi=text.get("deskripsi"),
        url=text.get("url"),
        bentuk=text.get("bentuk"),
        unit=record.unit,
        instansi="tabanan",
        nasional=national,
        wilayah=_REGION,
    )
