"""Names for things that a list calls by their kind alone: ten rows ``Server`` are ten servers, told apart by brand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from archrepo.intake.mapping import ColumnMap
from archrepo.intake.records import Record
from archrepo.intake.wording import reading
from archrepo.names import clean, fold

_BRAND, _REGISTER = "merek", "nomor_register"


def told_apart(records: Sequence[Record], mapping: ColumnMap) -> list[Record]:
    """Return records of things with names of their own: kind, brand, and the number in the register where both agree.

    Only a name that is nothing but the word of a kind is changed; a host name that stands twice is one machine.
    """
    named = [str(record.values["nama"]) for record in records]
    if mapping.kelas not in reading("jenis_perangkat")["kelas"] or not any(map(_is_kind, named)):
        return list(records)
    full = [
        _with(name, record, mapping, _BRAND) if _is_kind(name) else name
        for name, record in zip(named, records, strict=True)
    ]
    counts = Counter(map(fold, full))
    told = [
        _with(name, record, mapping, _REGISTER) if _is_kind(short) and counts[fold(name)] > 1 else name
        for short, name, record in zip(named, full, records, strict=True)
    ]
    seen: Counter[str] = Counter()
    found = []
    for short, name, record in zip(named, told, records, strict=True):
        seen[fold(name)] += 1
        number = seen[fold(name)]
        own = f"{name} ({number})" if _is_kind(short) and number > 1 else name
        found.append(record if own == short else record._replace(values={**record.values, "nama": own}))
    return found


def _is_kind(name: str) -> bool:
    return bool(name) and _words_of_kinds().issuperset(fold(name).split())


@cache
def _words_of_kinds() -> frozenset[str]:
    kinds = reading("jenis_perangkat")["kelas"].values()
    return frozenset(word for texts in kinds for text in texts for word in fold(text).split())


def _with(name: str, record: Record, mapping: ColumnMap, side: str) -> str:
    titles = [use.title.text for use in mapping.sides if use.column.field == side]
    more = next((record.notes[title] for title in titles if title in record.notes), "")
    return clean(f"{name} {more}") if fold(more) not in fold(name) else name
