"""A regency's own knowledge of names: a file of the shape of ``schema/kemiripan.yaml``, added to what is shipped."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archrepo.declarations.resource import parse_yaml, schema_document
from archrepo.errors import DeclarationError, Place

_NOT_KNOWLEDGE = frozenset({"schema", "sources"})
_files: list[Path] = []


def use_file(path: Path) -> None:
    """Add a file to what is known, for this process; to be called before anything is compared.

    Raises:
        DeclarationError: it cannot be read, or holds what the knowledge has no place for.
    """
    merged(schema_document("kemiripan.yaml"), _read(path), path.name)
    _files.append(path)


def document() -> Mapping[str, Any]:
    """Return the knowledge as written: the shipped one with the added files.

    Raises:
        DeclarationError: an added file does not fit.
    """
    found: Mapping[str, Any] = schema_document("kemiripan.yaml")
    for path in _files:
        found = merged(found, _read(path), path.name)
    return found


def _read(path: Path) -> Mapping[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _refused(
            "Berkas pengetahuan tidak dapat dibaca", "Periksa nama dan izin berkasnya.", path.name
        ) from error
    return {str(key): value for key, value in parse_yaml(text, path.name).items() if key not in _NOT_KNOWLEDGE}


def _refused(message: str, mend: str, file: str) -> DeclarationError:
    return DeclarationError(message, mend=mend, where=Place(file=file))


def merged(known: Mapping[str, Any], more: Mapping[str, Any], file: str) -> Mapping[str, Any]:
    """Return the knowledge with a file's own added: lists grow, what has a name is added or replaced.

    A list that stands under ``daftar`` may be written without that word. A function of a known ``id`` gains its words.

    Raises:
        DeclarationError: a name that the knowledge has no place for, or a value of another kind.
    """
    return {**known, **{key: _joined(known, key, value, file) for key, value in more.items()}}


def _joined(known: Mapping[str, Any], key: str, value: Any, file: str) -> Any:
    if key not in known:
        raise _unknown(key, known, file)
    old = known[key]
    if isinstance(old, dict) and "daftar" in old and not (isinstance(value, dict) and "daftar" in value):
        return {**old, "daftar": _added(old["daftar"], value, key, file)}
    return _added(old, value, key, file)


def _added(old: Any, new: Any, key: str, file: str) -> Any:
    if isinstance(old, list) and isinstance(new, list):
        return _functions(old, new, file) if old and isinstance(old[0], dict) else [*old, *new]
    if isinstance(old, dict) and isinstance(new, dict):
        return {
            **old,
            **{name: _added(old[name], row, name, file) if name in old else row for name, row in new.items()},
        }
    if isinstance(old, int | float) and isinstance(new, int | float):
        return new
    if isinstance(old, str | None) and isinstance(new, str):
        return new
    kind = (
        "daftar" if isinstance(old, list) else "pasangan nama dan isi" if isinstance(old, dict) else "angka atau teks"
    )
    raise _refused(f'Isi "{key}" perlu berupa {kind}', "Ikuti bentuk schema/kemiripan.yaml.", file)


def _functions(old: list[dict[str, Any]], new: list[Any], file: str) -> list[dict[str, Any]]:
    found = {row["id"]: dict(row) for row in old}
    for row in new:
        if not isinstance(row, dict) or "id" not in row:
            raise _refused('Fungsi perlu "id"', "Tulis misalnya: - {id: presensi, kata: [apel pagi]}.", file)
        here = found.setdefault(str(row["id"]), {"id": str(row["id"]), "label": str(row.get("label", row["id"]))})
        for key in ("kata", "aplikasi", "lemah", "terkait"):
            if key in row:
                here[key] = [*here.get(key, []), *row[key]]
    return list(found.values())


def _unknown(key: str, known: Mapping[str, Any], file: str) -> DeclarationError:
    near = difflib.get_close_matches(key, [name for name in known if name not in _NOT_KNOWLEDGE], n=3, cutoff=0.5)
    names = ", ".join(near or sorted(name for name in known if name not in _NOT_KNOWLEDGE))
    return _refused(f'"{key}" tidak dikenal', f"Pilihan: {names}.", file)
