"""Which column fills which field: guessed from the declared titles and from the values, with a confidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from archrepo.declarations.kolom import Kolom, column, columns, side_columns
from archrepo.intake.corrections import NO_FIELD, is_corrected
from archrepo.intake.evidence import Evidence, marks_share, share_of, share_of_kind
from archrepo.intake.records import CellProblem, MappedColumn, UnusedColumn, cell_problem
from archrepo.intake.table import Title
from archrepo.intake.title_patterns import patterned
from archrepo.intake.titles import KNOWN, exact_fields, title_scores
from archrepo.intake.wording import reading
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
    """The uses of a table's columns; ``sides`` are kept as notes or dropped, ``unknown`` are kept as notes."""

    kelas: str
    uses: tuple[Use, ...]
    sides: tuple[Use, ...]
    unknown: tuple[UnusedColumn, ...]
    unknown_titles: tuple[Title, ...]
    problems: tuple[CellProblem, ...] = ()
    is_own_export: bool = False
    by_field: Mapping[str, Use] = field(default_factory=dict)

    @property
    def can_name_rows(self) -> bool:
        """Whether a column says what a row is about: its name, its address, or the elements that an edge joins."""
        if self.kelas == "Aplikasi":
            return bool(self.by_field.keys() & {"nama", "url"})
        return "nama" in self.by_field or any(
            use.column.is_reference and use.column.field.endswith("_id") for use in self.uses
        )


@dataclass(frozen=True, slots=True)
class _Guess:
    title: Title
    column: Kolom
    score: float
    title_score: float


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
    ticked = _ticked(free, samples, kelas)
    taken |= {use.title.index for use in ticked}
    guesses = [guess for title in free if title.index not in taken for guess in _guesses(title, samples, kelas)]
    uses = [*corrected, *ticked]
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
    return _result(kelas, titles, uses, problems)


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


def _guesses(title: Title, samples: Mapping[int, Sequence[object]], kelas: str) -> list[_Guess]:
    values = samples.get(title.index, ())
    evidence = Evidence(values)
    decided = _decided_by_values(title, evidence, kelas)
    if decided is not None:
        return decided
    scores = _title_scores(title, kelas)
    found = [
        _Guess(title, row, guess, score)
        for row, score in scores.values()
        if (guess := _confidence(row, score, evidence)) >= LEAST
    ]
    if not any(guess.title_score >= 0.7 for guess in found):
        found += _from_values(title, evidence, kelas, found)
    penalty = 0.3 if title.hidden else 0.0
    return [_Guess(title, guess.column, guess.score - penalty, guess.title_score) for guess in found]


def _confidence(row: Kolom, title_score: float, evidence: Evidence) -> float:
    """Join what the title says and what the values say; without values the title alone counts a little less."""
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


@cache
def _deciding(title: str) -> tuple[Mapping[str, str], ...]:
    """Return the kinds of values by which a title is read: one that is listed, or that its words mean for a field."""
    rows = reading("nilai_menentukan")["daftar"]
    folded = fold(title)
    listed = next((row for row in rows if folded in {fold(text) for text in row["judul"]}), None)
    meant = None if exact_fields(title) else patterned(title)
    if listed is None and meant is not None:
        listed = next((row for row in rows if meant.field in row.get("pola", ())), None)
    return tuple(listed["bila"]) if listed is not None else ()


def _decided_by_values(title: Title, evidence: Evidence, kelas: str) -> list[_Guess] | None:
    """Read a title that says too little alone: the field whose kind of values most cells hold, or none."""
    if kelas != "Aplikasi" or not evidence.count:
        return None
    choices = _deciding(title.sub or title.text)
    if not choices:
        return None
    known = {row.field: row for row in (*columns(kelas), *side_columns(kelas))}
    best, name = _first_or_most(evidence, choices)
    if best < 0.3:
        return [] if fold(title.text) in {"server", "tahun"} else None
    return [_Guess(title, known[name], 0.98 if best >= 0.6 else 0.6 + 0.3 * best, 1.0)]


def _first_or_most(evidence: Evidence, choices: Sequence[Mapping[str, str]]) -> tuple[float, str]:
    """Return the first choice that most values bear out, else the one that the greatest share does.

    Declared spellings go before patterns: Dinas Kesehatan holds the word by which one knows "milik daerah".
    """
    best = (0.0, "")
    for is_strict in (True, False):
        found = [(share_of(choice["bukti"], evidence, is_strict=is_strict), choice["kolom"]) for choice in choices]
        best = next((pair for pair in found if pair[0] >= 0.6), None) or max(found, key=lambda pair: pair[0])
        if best[0] >= 0.3:
            break
    return best


def _from_values(title: Title, evidence: Evidence, kelas: str, found: Sequence[_Guess]) -> list[_Guess]:
    """Guess from values alone what an unknown title means; only kinds that hardly occur elsewhere."""
    if kelas != "Aplikasi" or evidence.count < 2 or found:
        return []
    for bukti, name, least in (
        ("url", "url", 0.7),
        ("lokasi_hosting", "lokasi_hosting", 0.8),
        ("unit", "pelapor", 0.8),
        ("status_aplikasi", "status", 0.9),
    ):
        share = share_of(bukti, evidence)
        row = column(kelas, name)
        if share >= (least if evidence.count > 2 else 1.0) and row is not None:
            return [_Guess(title, row, 0.45 + 0.15 * share, 0.5)]
    return []


def _choose(guesses: Sequence[_Guess], taken: set[str]) -> tuple[list[_Guess], list[tuple[_Guess, _Guess]]]:
    """Give every field its best column; a second column that names the same field as clearly is reported."""
    chosen: dict[str, _Guess] = {}
    columns_used: set[int] = set()
    doubled: list[tuple[_Guess, _Guess]] = []
    extra: list[_Guess] = []

    def order(each: _Guess) -> tuple[float, bool, int]:
        return -each.score, each.column.kind in SIDE_KINDS, each.title.index

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


def _ticked(titles: Sequence[Title], samples: Mapping[int, Sequence[object]], kelas: str) -> list[Use]:
    """Find groups of columns whose titles are the values, with a tick below one: Lokasi Server / Diskominfo | OPD."""
    groups: dict[str, list[Title]] = {}
    for title in titles:
        if title.group:
            groups.setdefault(title.group, []).append(title)
    found: list[Use] = []
    for group, members in groups.items():
        if len(members) < 2 or marks_share([v for title in members for v in samples.get(title.index, ())]) < 0.8:
            continue
        scores = sorted(title_scores(group.split(" / ")[-1], kelas).values(), key=lambda pair: -pair[1])
        named = next((row for row, score in scores if score >= 0.7 and row.kind in {"enum", "ya_tidak"}), None)
        if named is not None:
            found += [Use(title, named, 0.9, mark=title.sub) for title in members]
    return found
