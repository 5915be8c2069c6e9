"""Finds the list of rows in a JSON document that is no export of ours, and makes its objects flat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_WRAPPERS = ("rows", "data", "items", "results", "result", "records", "daftar", "hasil", "aplikasi", "payload")
_DEEPEST = 4
_OF_OBJECT = ("nama", "name", "label", "judul", "title", "singkatan", "kode")
"""Keys by which a nested object is called: ``{"id": 7, "nama": "Dinas Kesehatan"}`` is Dinas Kesehatan."""


def listed_rows(document: Any) -> list[Mapping[str, Any]] | None:
    """Return the list of objects that a document is or wraps, flat; None where it holds none.

    An interface of another system answers ``{"status": "success", "data": [...]}``. Of several lists that stand beside
    one another, one whose key says so comes first, else the only one.
    """
    found = _list_in(document, 0)
    if found is None:
        return None
    return [dict(_flat(row)) for outer in found for row in _taken_apart(outer)]


def _taken_apart(outer: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of an object that holds a list of them, each with what stands beside the list: a unit's own."""
    lists = [key for key, value in outer.items() if _is_list_of_objects(value)]
    if len(lists) != 1:
        yield outer
        return
    beside = {key: value for key, value in outer.items() if key != lists[0]}
    for row in outer[lists[0]]:
        # What the list is of and what holds it may have a key of one name.
        yield {_outer_key(key, row): value for key, value in beside.items()} | dict(row)


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) and len(row) > 1 for row in value)


def _outer_key(key: str, row: Mapping[str, Any]) -> str:
    return f"perangkat daerah {key}" if key in row else key


def _list_in(document: Any, depth: int) -> Sequence[Mapping[str, Any]] | None:
    if isinstance(document, list):
        return document if document and all(isinstance(row, dict) for row in document) else None
    if not isinstance(document, dict) or depth >= _DEEPEST:
        return None
    for key in _WRAPPERS:
        if key in document and (found := _list_in(document[key], depth + 1)) is not None:
            return found
    lists = [found for value in document.values() if (found := _list_in(value, depth + 1)) is not None]
    return lists[0] if len(lists) == 1 else None


def _flat(row: Mapping[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        title = f"{before} {key}".strip()
        if not isinstance(value, dict) or depth >= _DEEPEST:
            yield title, [_called(part) for part in value] if isinstance(value, list) else value
        elif (name := _called(value)) is not value:
            yield title, name
        else:
            yield from _flat(value, title, depth + 1)


def _called(value: Any) -> Any:
    """Return what a nested object is called, or the value itself."""
    if not isinstance(value, dict):
        return value
    return next((value[key] for key in _OF_OBJECT if isinstance(value.get(key), str) and value[key]), value)
