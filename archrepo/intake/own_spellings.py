"""The user's own spellings of vocabulary words, in a file beside those that ship with the program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rapidfuzz import process

from archrepo.declarations.kosakata import vocabularies
from archrepo.declarations.resource import parse_yaml
from archrepo.errors import DeclarationError, InputError, Place

SCHEMA = "kosakata-daerah/1"

Spellings = Mapping[str, Mapping[str, tuple[str, ...]]]

_MEND = 'Bandingkan dengan contoh di panduan "Mengimpor buku kerja OPD", lalu perbaiki bagian itu.'


def read_spellings(path: Path) -> Spellings:
    """Read a file of spellings: vocabulary -> id of a value -> how it is written here.

    Raises:
        InputError: it is missing, unreadable, or no such file; a vocabulary or a value does not exist.
    """
    where = Place(file=path.name)
    try:
        document = parse_yaml(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError):
        mend = "Periksa nama dan letaknya; isinya teks YAML (UTF-8)."
        raise InputError("Berkas kosakata tidak dapat dibaca", mend=mend, where=where) from None
    except DeclarationError as error:
        raise InputError(error.message, mend=error.mend, where=error.where) from None
    body = document.get("kosakata")
    if document.get("schema") != SCHEMA or not isinstance(body, dict):
        raise InputError(f'Berkas ini bukan berkas kosakata ("schema: {SCHEMA}")', mend=_MEND, where=where)
    return {str(name): _values(str(name), values, where) for name, values in body.items()}


def _values(name: str, values: Any, where: Place) -> Mapping[str, tuple[str, ...]]:
    known = vocabularies().get(name)
    if known is None:
        raise InputError(f'Kosakata "{name}" tidak ada{_near(name, vocabularies())}', mend=_MEND, where=where)
    if not isinstance(values, dict):
        raise InputError(f'Isi kosakata "{name}" harus berupa nilai dan daftar tulisannya', mend=_MEND, where=where)
    ids = {row.id: row.label for row in known.nilai}
    found: dict[str, tuple[str, ...]] = {}
    for identifier, texts in values.items():
        if identifier not in ids:
            message = f'Nilai "{identifier}" tidak ada dalam kosakata "{name}"{_near(str(identifier), ids)}'
            raise InputError(message, mend=_MEND, where=where)
        found[str(identifier)] = tuple(map(str, texts)) if isinstance(texts, list) else (str(texts),)
    return found


def _near(text: str, known: Mapping[str, object]) -> str:
    near = [match[0] for match in process.extract(text, list(known), limit=3, score_cutoff=60)]
    return f"; mungkin maksudnya {', '.join(near)}" if near else ""
