"""Which class of device each row of a list of devices holds: told by a column of kinds, else by the names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from archrepo.intake.mapping import ColumnMap
from archrepo.intake.table import Table, Title
from archrepo.intake.values import plain_text
from archrepo.intake.wording import any_word, folded, is_empty, reading
from archrepo.names import fold

_LEAST = 0.6
"""The share of filled cells that must name a kind of device before a column is believed."""


def device_rows(table: Table, mapping: ColumnMap) -> Mapping[str, list[int]]:
    """Return the positions of a table's rows by class, where the rows are devices of several classes or of another one.

    Empty where the table is no list of devices, or its rows are of the class of its mapping. Rows that name no kind go
    with the most.
    """
    kinds = _kinds()
    if mapping.kelas not in kinds and not _is_list_of_things(mapping):
        return {}
    found = _by_column(table) or ({} if _is_told_by_titles(mapping) else _by_name(table, mapping))
    groups: dict[str, list[int]] = {}
    for position, kelas in found.items():
        groups.setdefault(kelas, []).append(position)
    if not groups or groups.keys() == {mapping.kelas}:
        return {}
    greatest = max(groups, key=lambda kelas: len(groups[kelas]))
    rest = [position for position in range(len(table.rows)) if position not in found]
    groups[greatest] = sorted((*groups[greatest], *rest))
    return groups


def _is_list_of_things(mapping: ColumnMap) -> bool:
    """Whether a table read as one of applications names things of any kind: Nama Barang, Jenis Barang, Nama Aset."""
    use = mapping.by_field.get("nama") if mapping.kelas == "Aplikasi" else None
    return use is not None and fold(use.title.sub or use.title.text) in folded("jenis_perangkat", "nama_barang")


@cache
def _kinds() -> Mapping[str, re.Pattern[str]]:
    return {kelas: any_word(words) for kelas, words in reading("jenis_perangkat")["kelas"].items()}


def _kind_of(text: str) -> str | None:
    bare = fold(text)
    return next((kelas for kelas, words in _kinds().items() if words.search(bare)), None)


def _by_column(table: Table) -> Mapping[int, str]:
    titles = (title for title in table.titles if fold(title.sub or title.text) in folded("jenis_perangkat", "kolom"))
    return next((found for title in titles if (found := _believed(table, title))), {})


def _by_name(table: Table, mapping: ColumnMap) -> Mapping[int, str]:
    use = mapping.by_field.get("nama")
    return _believed(table, use.title) if use is not None else {}


def _is_told_by_titles(mapping: ColumnMap) -> bool:
    """Whether a column stands for a field that only the mapped class has: a table with memory and processor."""
    return any(use.column.field in {"memori_gb", "penyimpanan_gb", "prosesor", "bentuk"} for use in mapping.uses)


def _believed(table: Table, title: Title) -> Mapping[int, str]:
    texts = {
        position: text
        for position, row in table.filled_rows()
        if title.index < len(row) and not is_empty(text := plain_text(row[title.index]))
    }
    found = {position: kelas for position, text in texts.items() if (kelas := _kind_of(text))}
    return found if texts and len(found) >= _LEAST * len(texts) else {}
