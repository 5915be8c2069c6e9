"""Open vocabularies and the spellings of their values (``schema/kosakata.yaml``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from archrepo.declarations.resource import schema_document
from archrepo.errors import DeclarationError
from archrepo.names import fold


@dataclass(frozen=True, slots=True)
class Nilai:
    """One value of a vocabulary: what is stored (``id``), what is read (``label``), spellings (``alias``)."""

    id: str
    label: str
    alias: tuple[str, ...] = ()
    confidence: str = "low"
    attributes: Mapping[str, object] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Kosakata:
    """One open vocabulary; ``index`` maps the folded spelling of every id, label and alias to the id.

    ``own`` are the folded spellings that the user declared: they count before anything else.
    """

    id: str
    nilai: tuple[Nilai, ...]
    index: Mapping[str, str] = field(compare=False)
    own: frozenset[str] = frozenset()

    def match(self, text: str) -> str | None:
        """Return the id whose id, label or alias is written so (case, blanks and punctuation apart), or None."""
        return self.index.get(fold(text))

    def label(self, value: str | None) -> str:
        """Return the label of an id; a value that is none of ours comes back as written, None as an empty text."""
        if value is None:
            return ""
        known = self._by_id.get(value)
        return known.label if known is not None else value

    def nilai_of(self, value: str) -> Nilai | None:
        """Return the declared value of that id, or None."""
        return self._by_id.get(value)

    @cached_property
    def _by_id(self) -> Mapping[str, Nilai]:
        return {row.id: row for row in reversed(self.nilai)}


def _plain(text: str) -> str:
    return text.replace("_", " ").capitalize()


def _vocabulary(name: str, rows: list[object], confidence: str = "low") -> Kosakata:
    values = []
    for row in rows:
        if isinstance(row, str):
            identifier = fold(row).replace(" ", "_")
            values.append(Nilai(identifier, row if row != identifier else _plain(row), (), confidence))
        elif isinstance(row, dict):
            known = {"id", "label", "alias", "confidence"}
            values.append(
                Nilai(
                    str(row["id"]),
                    str(row["label"]),
                    tuple(str(alias) for alias in row.get("alias", ())),
                    str(row.get("confidence", confidence)),
                    {key: value for key, value in row.items() if key not in known},
                )
            )
    index: dict[str, str] = {}
    for spelled in ("id", "label", "alias"):
        for value in values:
            texts = value.alias if spelled == "alias" else (getattr(value, spelled),)
            for text in texts:
                index.setdefault(fold(text), value.id)
    return Kosakata(name, tuple(values), index)


def vocabularies() -> Mapping[str, Kosakata]:
    """Return every vocabulary by id, with the user's own spellings while they are in use."""
    return _in_use[-1] if _in_use else _declared()


_in_use: list[Mapping[str, Kosakata]] = []


@contextmanager
def with_spellings(own: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[None]:
    """Let the user's spellings count for the block: vocabulary -> id -> texts. They win over the declared ones."""
    found = dict(_declared())
    for name, values in own.items():
        spelled = {fold(text): identifier for identifier, texts in values.items() for text in texts}
        known = found[name]
        found[name] = replace(known, index={**known.index, **spelled}, own=frozenset(spelled))
    _in_use.append(found)
    try:
        yield
    finally:
        _in_use.pop()


@cache
def _declared() -> Mapping[str, Kosakata]:
    found: dict[str, Kosakata] = {}
    for name, body in schema_document("kosakata.yaml")["kosakata"].items():
        if name == "usulan_sendiri":
            for own, rows in body.items():
                if isinstance(rows, list) and own != "source":
                    found[own] = _vocabulary(own, rows)
        elif isinstance(body, dict):
            found[name] = _vocabulary(name, body["daftar"], str(body.get("confidence", "low")))
        else:
            found[name] = _vocabulary(name, body)
    return found


def vocabulary(name: str) -> Kosakata:
    """Return the vocabulary of that id.

    Raises:
        DeclarationError: the metamodel names a vocabulary that is not declared.
    """
    try:
        return vocabularies()[name]
    except KeyError:
        raise DeclarationError(
            f'Kosakata "{name}" tidak ada', mend="Tambahkan ke schema/kosakata.yaml atau perbaiki namanya."
        ) from None
