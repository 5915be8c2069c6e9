"""The catalogue of views: every YAML file in ``views/``, and in a folder of the user's own, is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archrepo.declarations.metamodel import classes, relation_kinds
from archrepo.declarations.resource import parse_yaml
from archrepo.errors import DeclarationError, InputError, Place, UnknownNameError

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

    from archrepo.drawing.definition import ViewDefinition

_SUFFIX = ".yaml"


@dataclass(frozen=True, slots=True)
class ViewSummary:
    """A line of the list of views."""

    name: str
    title: str
    question: str
    audience: str
    is_own: bool = False


def view_names(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of all views in alphabetical order, those of the user's folder among them.

    Raises:
        InputError: the user's folder is not there.
    """
    if folder is not None and not folder.is_dir():
        raise InputError(
            "Folder tampilan tidak ada", mend="Periksa --folder atau ARCHREPO_VIEWS.", where=Place(file=str(folder))
        )
    own = folder.iterdir() if folder is not None else ()
    names = {Path(entry.name).stem for entry in (*files("archrepo.views").iterdir(), *own) if _is_view(entry.name)}
    return tuple(sorted(names))


def _is_view(name: str) -> bool:
    return name.endswith(_SUFFIX)


def describe(folder: Path | None = None) -> tuple[ViewSummary, ...]:
    """Return name, title, question and readers of every view, for ``view --list``.

    Raises:
        DeclarationError: a view file is not well formed.
    """
    views = (load_view(name, folder) for name in view_names(folder))
    return tuple(
        ViewSummary(view.name, view.title, view.question, view.audience, _own_file(view.name, folder) is not None)
        for view in views
    )


def drawable_views(folder: Path | None = None) -> list[ViewDefinition]:
    """Return the views that can be drawn from the repository alone: all but those of two points in time.

    Raises:
        DeclarationError: a view file is not well formed.
    """
    views = (load_view(name, folder) for name in view_names(folder))
    return [view for view in views if view.source != "perubahan"]


def _own_file(name: str, folder: Path | None) -> Path | None:
    own = folder / f"{name}{_SUFFIX}" if folder is not None else None
    return own if own is not None and own.is_file() else None


def load_view(name: str, folder: Path | None = None) -> ViewDefinition:
    """Return the view of that name; a file in the user's folder goes before ours.

    Raises:
        UnknownNameError: there is none.
        DeclarationError: its file is not well formed; file, key and the nearest known key are named.
    """
    if (own := _own_file(name, folder)) is not None:
        try:
            text = own.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(
                "Berkas tampilan tidak dapat dibaca",
                mend="Periksa hak baca, dan simpan berkas sebagai teks UTF-8.",
                where=Place(file=str(own)),
            ) from error
        return parse_view(text, str(own))
    if name not in view_names(folder):
        raise UnknownNameError("Tampilan", name, nearest_words(name, view_names(folder)))
    return _shipped(name)


@cache
def _shipped(name: str) -> ViewDefinition:
    text = files("archrepo.views").joinpath(f"{name}{_SUFFIX}").read_text(encoding="utf-8")
    return parse_view(text, f"views/{name}{_SUFFIX}")


def nearest_words(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three known words that are written like this one, nearest first."""
    from rapidfuzz import process

    return tuple(match[0] for match in process.extract(word, list(known), limit=3, score_cutoff=45))


def parse_view(text: str, file: str) -> ViewDefinition:
    """Return the view that a YAML text declares.

    Args:
        file: its name, for errors; its stem must be the view's name.

    Raises:
        DeclarationError: naming file and key, with the nearest known key or word.
    """
    from pydantic import ValidationError

    from archrepo.drawing.definition import ViewDefinition

    document = parse_yaml(text, file)
    try:
        view = ViewDefinition.model_validate(document)
    except ValidationError as error:
        raise _declaration_error(error, ViewDefinition, file) from error
    _check_words(view, file)
    if Path(file).stem != view.name:
        raise _wrong(file, "nama", f'"{view.name}" tidak sama dengan nama berkas', f"Tulis nama: {Path(file).stem}.")
    return view


# ---- errors


def _wrong(file: str, key: str, what: str, mend: str) -> DeclarationError:
    return DeclarationError(f'Kunci "{key}": {what}', mend=mend, where=Place(file=file), code="DEK010")


# What pydantic expects, by the start of its kind of error; its own sentences are English.
_EXPECTED = (
    ("int", "bilangan bulat"),
    ("greater_than", "bilangan yang lebih besar"),
    ("less_than", "bilangan yang lebih kecil"),
    ("bool", "ya (true) atau tidak (false)"),
    ("string_pattern", "huruf kecil, angka, dan tanda hubung"),
    ("string", "teks"),
    ("tuple", "daftar"),
    ("too_short", "daftar yang tidak kosong"),
)


def _declaration_error(error: ValidationError, model: type[BaseModel], file: str) -> DeclarationError:
    """Say the first problem: an unknown key before all others, since it is mostly a known one misspelt."""
    problems = sorted(error.errors(), key=lambda row: row["type"] != "extra_forbidden")
    first = problems[0]
    path = [str(part) for part in first["loc"]]
    key = ".".join(path)
    if first["type"] == "extra_forbidden":
        known = known_keys(model, first["loc"][:-1])
        near = nearest_words(path[-1], known)
        hint = f'Mungkin maksudnya "{near[0]}".' if near else f"Kunci yang dikenal: {', '.join(known)}."
        return DeclarationError(f'Kunci "{key}" tidak dikenal', mend=hint, where=Place(file=file), code="DEK010")
    if first["type"] == "missing":
        return _wrong(file, key, "belum diisi", "Tambahkan kunci itu; lihat contoh di dokumentasi tampilan.")
    given = repr(first.get("input"))[:60] if first["type"] != "value_error" else ""
    expected = {"literal_error": str(first.get("ctx", {}).get("expected", "")).replace(" or ", " atau ")}
    if first["type"] == "value_error":
        text = first["msg"].removeprefix("Value error, ")
    else:
        text = expected.get(first["type"]) or next(
            (words for start, words in _EXPECTED if first["type"].startswith(start)), "isi seperti pada contoh tampilan"
        )
    return _wrong(file, key, f"isi {given} tidak sesuai".replace("  ", " "), f"Yang diharapkan: {text}.")


def known_keys(model: type[BaseModel], path: tuple[int | str, ...] = ()) -> tuple[str, ...]:
    """Return the keys that a file may use at a place, as the published JSON Schema says."""
    schema = model.model_json_schema(by_alias=True)
    node: dict[str, Any] = schema
    for part in path:
        node = _resolve(schema, node)
        node = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part, {})
    return tuple(_resolve(schema, node).get("properties", {}))


def _resolve(schema: Mapping[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    for option in (node, *node.get("anyOf", ())):
        if "$ref" in option:
            return _resolve(schema, schema["$defs"][option["$ref"].rsplit("/", 1)[1]])
    return node


# ---- words that name something


def _check_words(view: ViewDefinition, file: str) -> None:
    """Check that every fact, condition, class and relation is known, and that the view can show what it selects."""
    from archrepo.drawing.conditions import ADDITIONS, CONDITIONS
    from archrepo.drawing.connections import CONNECTIONS
    from archrepo.drawing.facts import FACTS
    from archrepo.drawing.selection import ALL_CLASSES

    levels = view.roll_up.levels
    fact_names = (
        *view.groups, view.colour, *view.details,
        *(name for zone in view.zones for name in (*zone.details, *([zone.group] if zone.group else []))),
        *(name for level in levels for name in (*(level.groups or ()), *level.rows)),
    )  # fmt: skip
    walk = view.selection.walk
    steps = walk.steps if walk is not None else ()
    around = view.selection.around
    ends = around.end if around is not None else ()
    stops = around.stops if around is not None else ()
    selected = (*view.selection.classes, *(name for step in steps for name in step.end), *ends)
    relations = (*view.relations, *(name for step in steps for name in step.relations))
    relations += around.relations if around is not None else ()
    _check(file, "kelompok, warna, rincian, baris", fact_names, (*FACTS, "tetangga"))
    _check(file, "pilih.syarat", view.selection.conditions, CONDITIONS)
    _check(file, "pilih.tambahan", view.selection.additions, ADDITIONS)
    _check(file, "hubungan", (view.edges,) if view.edges else (), CONNECTIONS)
    _check(
        file,
        "kelas",
        (*selected, *stops, *view.can_show, *([view.rows_from] if view.rows_from else [])),
        (*classes(), ALL_CLASSES),
    )
    _check(file, "relasi", relations, relation_kinds())
    refused = [name for name in selected if name not in view.can_show]
    if refused:
        what = f"tampilan ini tidak dapat menampilkan {', '.join(refused)}"
        raise _wrong(file, "dapat_menampilkan", what, "Tambahkan ke dapat_menampilkan, atau hapus dari pilih.")


def _check(file: str, key: str, words: Iterable[str], known: Iterable[str]) -> None:
    options = tuple(known)
    for word in words:
        if word not in options:
            near = nearest_words(word, options)
            hint = f"Mungkin maksudnya: {', '.join(near)}." if near else f"Yang dikenal: {', '.join(options[:12])}."
            raise _wrong(file, key, f'"{word}" tidak dikenal', hint)
