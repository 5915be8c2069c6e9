"""Opens the declared files that ship with the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from archrepo.errors import DeclarationError, Place

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a wheel of PyYAML without libyaml: the same result, slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


def parse_yaml(text: str, file: str) -> Mapping[str, Any]:
    """Parse a YAML document whose top is a mapping.

    Args:
        text: the document.
        file: its name, for errors.

    Raises:
        DeclarationError: the text is not YAML or its top is not a mapping.
    """
    try:
        document = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DeclarationError(
            "Isi berkas bukan YAML yang benar",
            mend="Perbaiki tanda baca dan jarak awal baris pada tempat yang disebut.",
            where=Place(file=file, row=None if mark is None else mark.line + 1),
        ) from error
    if not isinstance(document, dict):
        raise DeclarationError(
            "Isi berkas harus berupa pasangan kunci dan nilai",
            mend="Bandingkan dengan contoh di dokumentasi.",
            where=Place(file=file),
        )
    return document


@cache
def schema_document(name: str) -> Mapping[str, Any]:
    """Return the parsed file ``schema/NAME``; read once a process, to be treated as read-only."""
    return parse_yaml(files("archrepo.schema").joinpath(name).read_text(encoding="utf-8"), f"schema/{name}")
