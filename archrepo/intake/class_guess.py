"""Which class of the metamodel a table holds: told by its titles, the name of its sheet and the texts above it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from archrepo.declarations.kolom import Kolom, column, column_classes, columns
from archrepo.declarations.metamodel import classes
from archrepo.intake.levels import level_of_parts
from archrepo.intake.mapping import SIDE_KINDS
from archrepo.intake.table import Title
from archrepo.intake.titles import clear_fields, exact_fields, meant_fields
from archrepo.names import fold

_COMMON = frozenset(
    {
        "kode",
        "nama",
        "deskripsi",
        "pemilik",
        "pelapor",
        "kondisi",
        "keyakinan",
        "berlaku_mulai",
        "berlaku_sampai",
        "sumber",
        "instansi",
        "status",
        "jenis",
        "tahun",
        "fungsi",
        "tujuan",
    }
)


def guess_class(titles: Sequence[Title], sheet: str, heading: str, layer: str | None) -> str:
    """Return the class that a table holds, from its titles, the sheet's name and the texts above it.

    Args:
        titles: of the columns.
        sheet: the name of the sheet.
        heading: the texts above the header.
        layer: a layer, or a class, that the user named; only its classes come into question.
    """
    candidates = [name for name in column_classes() if layer in (None, classes()[name].layer, name)]
    if not candidates:
        candidates = list(column_classes())
    if own := _class_of_export({title.text for title in titles}, candidates):
        return own
    scored = [(_class_score(name, titles, sheet, heading), -position, name) for position, name in enumerate(candidates)]
    best = max(scored, default=(0.0, 0, "Aplikasi"))
    return best[2] if best[0] >= 1.5 or "Aplikasi" not in candidates else "Aplikasi"


def _class_of_export(texts: set[str], candidates: Sequence[str]) -> str | None:
    """Return the class whose export has these columns, the one of which least are missing; None for any other table."""
    fields = {name: {row.field for row in columns(name)} for name in candidates}
    fitting = [name for name in candidates if {"kode", "nama"} <= texts <= fields[name]]
    if "Aplikasi" in fitting:
        fitting.sort(key=lambda name: name != "Aplikasi")
    return min(fitting, key=lambda name: len(fields[name] - texts), default=None)


def _class_score(name: str, titles: Sequence[Title], sheet: str, heading: str) -> float:
    total = 0.3 if name == "Aplikasi" else 0.0
    if name == "ProsesBisnis":
        levels = {level_of_parts((title.group, title.sub) if title.sub else (title.text,)) for title in titles} - {None}
        total += 2.0 if len(levels) > 1 else 0.0
    fields: dict[str, float] = {}
    for title in titles:
        for found, (row, score) in _clear_fields(title, name):
            if row.kind not in SIDE_KINDS:
                own = fold(row.title) == fold(title.sub or title.text) or score == 1.0
                fields[found] = max(fields.get(found, 0.0), score if own else 0.8 * score)
    total += sum(score * _weight(found) for found, score in fields.items())
    # Units and bodies are named in every sheet: a sheet is about them only if it says more of them than a name.
    is_body = name in {"PerangkatDaerah", "InstansiLuar", "Instansi", "Urusan"}
    if "nama" in fields and not (is_body and fields.keys() <= _COMMON):
        total += 2.0 * _name_speaks(name, titles)
    return total + _named(name, sheet) * 3.0 + _named(name, heading) * 1.0


def _clear_fields(title: Title, name: str) -> list[tuple[str, tuple[Kolom, float]]]:
    whole = clear_fields(title.text, name)
    return [*whole.items(), *(clear_fields(title.sub, name).items() if title.sub else ())]


def _weight(found: str) -> float:
    return 0.25 if found in _COMMON else 1.0


@cache
def _class_words(name: str) -> tuple[str, ...]:
    declared = classes()[name]
    words = [fold(declared.label), fold(declared.label.replace("SPBE", "")), fold(name), *_own_names(name)]
    if name == "Server":
        words.append("server")
    return tuple(dict.fromkeys(word for word in words if word))


def _own_names(name: str) -> list[str]:
    """Return what the titles of a class's names call it, where no other class is called so: Perangkat Jaringan.

    Sheets about anything speak of applications.
    """
    if name == "Aplikasi":
        return []
    called = {other: _called(other) for other in column_classes()}
    return [
        word
        for word in called[name]
        if " " in word and not any(word in words for other, words in called.items() if other != name)
    ]


@cache
def _called(name: str) -> tuple[str, ...]:
    own = column(name, "nama")
    return tuple(fold(text).removeprefix("nama ") for text in own.spellings) if own is not None else ()


def _name_speaks(name: str, titles: Sequence[Title]) -> float:
    """How clearly a title names this class: ``Nama Layanan`` is the name column of a Layanan."""
    own = column(name, "nama")
    if own is None:
        return 0.0
    if name == "Aplikasi" and any(_means_name(title.sub or title.text) for title in titles):
        return 1.0
    spelled = {fold(text) for text in own.spellings if fold(text) not in {"nama", "name", "judul"}}
    return 1.0 if any(fold(title.sub or title.text) in spelled for title in titles) else 0.0


def _means_name(title: str) -> bool:
    return not exact_fields(title) and "nama" in meant_fields(title)


def _named(name: str, text: str) -> float:
    bare = f" {fold(text)} "
    return 1.0 if any(f" {word} " in bare for word in _class_words(name)) else 0.0
