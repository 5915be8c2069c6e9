"""Names that stand in several columns of one sheet: one for each kind (Umum | Khusus), or each level of processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archrepo.declarations.kolom import Kolom, columns
from archrepo.declarations.kosakata import vocabularies
from archrepo.intake.evidence import Evidence, share_of
from archrepo.intake.levels import level_of_parts
from archrepo.intake.table import Title
from archrepo.intake.titles import title_scores
from archrepo.intake.values import match_word, plain_text
from archrepo.intake.wording import folded, says_without_application
from archrepo.names import fold

_KINDS = ("jenis", "kepemilikan", "bentuk", "basis")
"""Fields of an application that the title of one of several name columns says; of equal fit the first."""

_LEAST_NAMES = 0.6
_MOST_OTHERS = 0.3
_LONGEST_REST = 3


@dataclass(frozen=True, slots=True)
class NameColumn:
    """One of several columns of names.

    ``says`` is the field and value that the title states of what is named in it; ``level`` counts from the top where
    the columns go from the whole to its parts.
    """

    title: Title
    says: tuple[str, str] | None = None
    level: int | None = None


def name_columns(
    titles: Sequence[Title], samples: Mapping[int, Sequence[object]], kelas: str
) -> tuple[NameColumn, ...]:
    """Return the name columns of a table that has several of them, else nothing."""
    if kelas == "ProsesBisnis":
        return _by_level(titles)
    return _by_kind(titles, samples) if kelas == "Aplikasi" else ()


def _by_level(titles: Sequence[Title]) -> tuple[NameColumn, ...]:
    levels: dict[int, Title] = {}
    for title in titles:
        level = level_of_parts((title.group, title.sub) if title.sub else (title.text,))
        if level is not None:
            levels.setdefault(level, title)
    if len(levels) < 2:
        return ()
    return tuple(NameColumn(levels[level], level=position) for position, level in enumerate(sorted(levels)))


def _by_kind(titles: Sequence[Title], samples: Mapping[int, Sequence[object]]) -> tuple[NameColumn, ...]:
    fields: Mapping[str, Kolom] = {column.field: column for column in columns("Aplikasi") if column.field in _KINDS}
    rests = {title.index: _rest_of_name(title) for title in titles}
    named = [title for title in titles if rests[title.index] is not None and _holds_names(samples.get(title.index, ()))]
    for field in _KINDS:
        vocabulary = vocabularies()[fields[field].vocabulary or ""]
        said = {title.index: match_word(rests[title.index] or "", vocabulary) for title in named}
        members = [title for title in named if said[title.index]]
        # Beside "Nama Website" a plain "Nama Aplikasi" says what it names too.
        plain = [title for title in named if not rests[title.index] and field == "bentuk"] if members else []
        if len(members) + len(plain) >= 2 and len({said[title.index] for title in members}) == len(members):
            return tuple(
                NameColumn(title, (field, value) if (value := said[title.index]) else None)
                for title in sorted((*members, *plain[:1]), key=lambda title: title.index)
            )
    return ()


def _rest_of_name(title: Title) -> str | None:
    """Return what a title of a name says besides: Nama Aplikasi (Umum) → umum; None for a title of something else."""
    words = fold(f"{title.group} {title.sub}" if title.sub else title.text).split()
    things, filling = folded("judul_nama", "hal"), folded("judul_nama", "pengisi")
    if not (things | {"nama"}) & set(words) or _names_something_else(title):
        return None
    rest = [word for word in words if word not in things | filling]
    return " ".join(rest) if len(rest) <= _LONGEST_REST else None


def _names_something_else(title: Title) -> bool:
    """Whether a title is that of another column, as that of the people who filled in a form."""
    scores = title_scores(f"{title.group} {title.sub}" if title.sub else title.text, "Aplikasi")
    best = max(scores.items(), key=lambda pair: pair[1][1], default=None)
    return best is not None and best[0] not in {"nama", *_KINDS}


def _holds_names(values: Sequence[object]) -> bool:
    evidence = Evidence([value for value in values if not says_without_application(plain_text(value))])  # type: ignore[arg-type]
    others = ("ya_tidak", "unit", "jenis_aplikasi", "bentuk_aplikasi", "basis_aplikasi", "pemilik_aplikasi")
    return share_of("teks_nama", evidence) >= _LEAST_NAMES and all(
        share_of(kind, evidence, is_strict=True) <= _MOST_OTHERS for kind in others
    )
