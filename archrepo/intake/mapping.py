"""Which column fills which field: guessed from the declared titles and from the values, with a confidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from archrepo.declarations.kolom import Kolom, column, columns, side_columns
from archrepo.intake.corrections import NO_FIELD, is_corrected
from archrepo.intake.evidence import Evidence, share_of, share_of_kind
from archrepo.intake.name_columns import NameColumn, name_columns
from archrepo.intake.records import CellProblem, MappedColumn, UnusedColumn, cell_problem
from archrepo.intake.table import Title
from archrepo.intake.tick_columns import tick_columns
from archrepo.intake.titles import KNOWN, title_scores
from archrepo.intake.value_guesses import Guess, decided_by_values, guessed_from_values, holds_names
from archrepo.names import fold

SIDE_KINDS = frozenset({"catatan", "pribadi", "abaikan", "ikutan"})
"""Kinds of columns that fill no field."""

LEAST = 0.4
"""A guess of less confidence than this is not made: the column is kept as notes."""

# Typed columns: where hardly a value is of the kind, the title must mean something else.
_STRICT = frozenset({"tahun", "url", "ya_tidak", "bilangan", "uang", "tanggal"})
_CODES = frozenset({"rab", "ral", "rad", "raa", "rak"})


@dataclass(frozen=True, slots=True)
class Use:
    """What a column is used for. ``mark`` is the value that a tick in it stands for, where its title is the value.

    ``source`` is guess, map (the user said so) or remembered (the user said so of an earlier file).
    """

    title: Title
    column: Kolom
    confidence: float
    mark: str | None = None
    source: str = "guess"

    @property
    def shown(self) -> MappedColumn:
        """The column as it is shown to the user."""
        return MappedColumn(
            self.title.text, self.title.letter, self.column.field, round(self.confidence, 2), self.source
        )


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The uses of a table's columns; ``sides`` are kept as notes or dropped, ``unknown`` are kept as notes.

    ``names`` are the columns of names where there are several; each is a use too.
    """

    kelas: str
    uses: tuple[Use, ...]
    sides: tuple[Use, ...]
    unknown: tuple[UnusedColumn, ...]
    unknown_titles: tuple[Title, ...]
    problems: tuple[CellProblem, ...] = ()
    is_own_export: bool = False
    names: tuple[NameColumn, ...] = ()
    by_field: Mapping[str, Use] = field(default_factory=dict)

    @property
    def can_name_rows(self) -> bool:
        """Whether a column says what a row is about: its name, its address, or the elements that an edge joins."""
        if self.kelas == "Aplikasi":
            return bool(self.by_field.keys() & {"nama", "url"})
        return "nama" in self.by_field or any(
            use.column.is_reference and use.column.field.endswith("_id") for use in self.uses
        )


def map_columns(
    titles: Sequence[Title],
    samples: Mapping[int, Sequence[object]],
    kelas: str,
    corrections: Sequence[tuple[str, str]] = (),
    remembered: Sequence[tuple[str, str]] = (),
) -> ColumnMap:
    """Map the columns of a table to the fields of a class.

    Args:
        titles: of the columns.
        samples: values of each column, by its index.
        kelas: the class of the rows.
        corrections: pairs of title and field that the user gave; they win over any guess. The field ``-`` says that the
            column fills none.
        remembered: corrections of earlier files; they give way to those of this one.

    Returns:
        One field a column and one column a field; the best guess wins, the second is reported.
    """
    if own := _own_export(titles, kelas):
        return own
    corrected = _corrected(titles, kelas, corrections, "map")
    given = {use.title.index for use in corrected} | {use.column.field for use in corrected}
    corrected += [
        use
        for use in _corrected(titles, kelas, remembered, "remembered")
        if not given & {use.title.index, use.column.field}
    ]
    taken = {use.title.index for use in corrected}
    free = [title for title in titles if title.index not in taken]
    ticked = [Use(title, row, 0.9, mark=mark) for title, row, mark in tick_columns(free, samples, kelas)]
    taken |= {use.title.index for use in ticked}
    names = _several_names([title for title in free if title.index not in taken], samples, kelas, corrected)
    taken |= {name.title.index for name in names}
    guesses = [guess for title in free if title.index not in taken for guess in _guesses(title, samples, kelas)]
    uses = [*corrected, *ticked, *_uses_of(names, kelas)]
    chosen, doubled = _choose(guesses, {use.column.field for use in uses})
    uses += [Use(guess.title, guess.column, guess.score) for guess in chosen]
    uses = _with_fallbacks(uses, samples, kelas)
    problems = [
        cell_problem(
            "IMP050",
            column=second.title.text,
            letter=second.title.letter,
            other=_told_apart(first.title, second.title),
            field=first.column.title,
        )
        for first, second in doubled
        if second.title.index not in {use.title.index for use in uses}
    ]
    return replace(_result(kelas, titles, uses, problems), names=names)


def _several_names(
    titles: Sequence[Title], samples: Mapping[int, Sequence[object]], kelas: str, corrected: Sequence[Use]
) -> tuple[NameColumn, ...]:
    """Return the name columns of a table that has several, unless the user said which one it is."""
    if any(use.column.field == "nama" for use in corrected):
        return ()
    return name_columns(titles, samples, kelas)


def _uses_of(names: Sequence[NameColumn], kelas: str) -> list[Use]:
    known = column(kelas, "nama")
    return [Use(name.title, known, 0.9) for name in names] if known is not None else []


def _told_apart(first: Title, second: Title) -> str:
    """Return the first title, with its letter where both columns have the same title."""
    return first.text if first.text != second.text else f"{first.text} (kolom {first.letter})"


def _result(kelas: str, titles: Sequence[Title], uses: Iterable[Use], problems: Sequence[CellProblem]) -> ColumnMap:
    ordered = sorted(uses, key=lambda use: use.title.index)
    fields = {column.field for column in columns(kelas)}
    main = tuple(use for use in ordered if use.column.field in fields)
    sides = tuple(use for use in ordered if use.column.field not in fields)
    used = {use.title.index for use in ordered}
    rest = tuple(title for title in titles if title.index not in used)
    unknown = tuple(UnusedColumn(title.text, title.letter, _why_unknown(title)) for title in rest)
    by_field = {use.column.field: use for use in reversed(main)}
    return ColumnMap(kelas, main, sides, unknown, rest, tuple(problems), by_field=by_field)


def _why_unknown(title: Title) -> str:
    if title.hidden:
        return "kolom tersembunyi; isinya disimpan sebagai catatan"
    return "judulnya belum dikenal, atau isinya tidak cocok dengan judul; disimpan sebagai catatan"


def _own_export(titles: Sequence[Title], kelas: str) -> ColumnMap | None:
    """Recognise our own export: every title is exactly one of our field names."""
    known = {row.field: row for row in columns(kelas)}
    texts = [title.text for title in titles if title.text != "kelas"]
    if len(texts) < 3 or not all(text in known for text in texts) or not {"kode", "nama"} <= set(texts):
        return None
    uses = tuple(Use(title, known[title.text], 1.0) for title in titles if title.text in known)
    return ColumnMap(kelas, uses, (), (), (), is_own_export=True, by_field={use.column.field: use for use in uses})


def _corrected(titles: Sequence[Title], kelas: str, corrections: Sequence[tuple[str, str]], source: str) -> list[Use]:
    known = {row.field: row for row in (*columns(kelas), *side_columns(kelas))}
    known[NO_FIELD] = Kolom(NO_FIELD, NO_FIELD, (), "catatan")
    return [
        Use(title, known[name], 1.0, source=source)
        for text, name in corrections
        if name in known
        for title in [title for title in titles if is_corrected(title.text, text)][:1]
    ]


# A lower title that says too little without the upper one: Pengelola / Nama, Server / Lokasi.
_BARE = frozenset({"nama", "jenis", "status", "tahun", "kode", "lokasi", "alamat", "nomor", "no", "keterangan"})


def _title_scores(title: Title, kelas: str) -> Mapping[str, tuple[Kolom, float]]:
    """Return the scores of a title; of a two-row header the lower part counts where it alone is known."""
    if not title.sub:
        return title_scores(title.text, kelas)
    own = title_scores(title.sub, kelas)
    joined = title_scores(f"{title.group} {title.sub}", kelas)
    parts = [(joined, 1.0), (title_scores(f"{title.sub} {title.group}", kelas), 1.0), (own, 0.97)]
    if max((score for _, score in own.values()), default=0.0) >= KNOWN and fold(title.sub) not in _BARE:
        parts = [(own, 0.97)]
    scores: dict[str, tuple[Kolom, float]] = {}
    for part, weight in (*parts, (title_scores(title.group, kelas), 0.5)):
        for name, (row, score) in part.items():
            if score * weight > scores.get(name, (row, 0.0))[1]:
                scores[name] = (row, score * weight)
    return scores


def _guesses(title: Title, samples: Mapping[int, Sequence[object]], kelas: str) -> list[Guess]:
    values = samples.get(title.index, ())
    evidence = Evidence(values)
    decided = decided_by_values(title, evidence, kelas)
    if decided is not None:
        return decided
    scores = _title_scores(title, kelas)
    found = [
        Guess(title, row, guess, score)
        for row, score in scores.values()
        if (guess := _confidence(row, score, evidence)) >= LEAST
    ]
    if not any(guess.title_score >= 0.7 for guess in found):
        found += guessed_from_values(title, evidence, kelas, found)
    penalty = 0.3 if title.hidden else 0.0
    return [Guess(title, guess.column, guess.score - penalty, guess.title_score) for guess in found]


def _confidence(row: Kolom, title_score: float, evidence: Evidence) -> float:
    """Join what the title says and what the values say; without values the title alone counts a little less."""
    if row.field == "nomor_urut" and title_score < 1.0 and not evidence.is_numbering:
        return 0.0
    share = share_of_kind(row, evidence)
    if share is None:
        return (0.98 if evidence.count else 0.93) * title_score
    # What only resembles a known title must be borne out by the values.
    if share < 0.15 and (title_score < 1.0 or (row.kind in _STRICT and evidence.count >= 3)) and row.field != "nama":
        return 0.0
    if share >= 0.6:
        return 0.98 * title_score
    floor = 0.75 if row.kind == "enum" else 0.6
    return title_score * (floor + (0.95 - floor) * share)


def _choose(guesses: Sequence[Guess], taken: set[str]) -> tuple[list[Guess], list[tuple[Guess, Guess]]]:
    """Give every field its best column; a second column that names the same field as clearly is reported."""
    chosen: dict[str, Guess] = {}
    columns_used: set[int] = set()
    doubled: list[tuple[Guess, Guess]] = []
    extra: list[Guess] = []

    named = {each.title.index for each in guesses if each.column.field == "nama" and each.score >= 0.9}

    def order(each: Guess) -> tuple[float, bool, bool, int]:
        # Of two columns that could be names, one whose values are words of a field is that field.
        is_rather_word = len(named) > 1 and each.column.vocabulary is None
        return -each.score, each.column.kind in SIDE_KINDS, is_rather_word, each.title.index

    for guess in sorted(guesses, key=order):
        if guess.title.index in columns_used:
            continue
        name = guess.column.field
        free_side = guess.column.kind in SIDE_KINDS
        if name in taken:
            continue
        if name in chosen and not free_side and name not in _CODES:
            if guess.title_score >= 0.7:
                doubled.append((chosen[name], guess))
            continue
        if name in chosen:
            extra.append(guess)
        else:
            chosen[name] = guess
        columns_used.add(guess.title.index)
    return [*chosen.values(), *extra], doubled


def _with_fallbacks(uses: list[Use], samples: Mapping[int, Sequence[object]], kelas: str) -> list[Use]:
    """Let a remark column describe, and a claim about the Pusat Data tell the place, where no better column does."""
    fields = {use.column.field for use in uses}
    result = list(uses)
    if kelas == "Aplikasi" and not fields & {"nama", "url"}:
        known = column(kelas, "nama")
        result = [
            Use(use.title, known, 0.6)
            if known and use.column.field == "jenis" and holds_names(Evidence(samples.get(use.title.index, ())))
            else use
            for use in uses
        ]
    for position, use in enumerate(uses):
        name = use.column.field
        evidence = Evidence(samples.get(use.title.index, ()))
        if name == "keterangan" and not fields & {"deskripsi", "fungsi"} and share_of("kalimat", evidence) >= 0.5:
            described = column(kelas, "deskripsi")
            if described is not None:
                result[position] = Use(use.title, described, 0.6)
        if name == "klaim_penempatan" and "lokasi_hosting" not in fields and share_of("ya_tidak", evidence) >= 0.5:
            placed = column(kelas, "lokasi_hosting")
            if placed is not None:
                result[position] = Use(use.title, placed, 0.7, mark="klaim_penempatan")
    return result
