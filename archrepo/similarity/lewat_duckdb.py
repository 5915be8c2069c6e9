"""Candidate pairs by DuckDB, for lists that outgrow memory: the same keys, bounds and judgement, joined in a database.

Needs the extra ``duckdb``. What is kept here at a time are the distinct names of one Instansi and the traits of some
thousand records; keys, groups and pairs lie in the database, which goes to disk beyond its memory limit.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archrepo.similarity.ciri import Ciri, ciri
from archrepo.similarity.kandidat import Pasangan
from archrepo.similarity.kepanjangan import is_short, spelled_out
from archrepo.similarity.kunci import glued, name_keys, sign_keys, word_keys_of
from archrepo.similarity.lewat_duckdb_sql import DISTINCT_NAMES, NEAR_NAMES, PAIRS, SCHEMA, STEPS
from archrepo.similarity.pengetahuan import pengetahuan
from archrepo.similarity.penilaian import judge_functions, judge_traits
from archrepo.similarity.profil import Profil
from archrepo.similarity.salah_tulis import slips

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 10_000
_CSV = """FORMAT csv, HEADER false, AUTO_DETECT false, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '\\N'"""
_REMEMBERED = 50_000


def find_pairs(profiles: Iterable[Profil], *, database: Path | None = None, memory: str = "1GB") -> Iterator[Pasangan]:
    """Yield the pairs that are judged duplikat or tumpang_tindih, by Instansi and in the order of ids.

    Args:
        profiles: records in any order; those marked ``nasional`` are compared with those of every Instansi.
        database: a file that is not there yet and holds what is worked out; None for memory, which spills to disk.
        memory: how much the database may hold in memory, as DuckDB writes it.

    Raises:
        ModuleNotFoundError: DuckDB is not installed.
    """
    with _opened(database, memory) as connection:
        _load(connection, profiles)
        for step in STEPS:
            connection.execute(step)
        _add_near_names(connection)
        yield from _judged(connection)


@contextmanager
def _opened(database: Path | None, memory: str) -> Iterator[DuckDBPyConnection]:
    import duckdb

    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        settings: dict[str, Any] = {"memory_limit": memory, "temp_directory": folder}
        connection = duckdb.connect(str(database) if database is not None else ":memory:", config=settings)
        stack.callback(connection.close)
        connection.execute(SCHEMA)
        yield connection


@contextmanager
def _written(connection: DuckDBPyConnection, *tables: str) -> Iterator[list[Callable[[tuple[object, ...]], object]]]:
    """Give, for each table, what takes a row; the rows are in the tables when the block ends.

    A file that is copied in costs a thousandth of rows inserted one by one.
    """
    with tempfile.TemporaryDirectory() as name:
        paths = [Path(name) / f"{table}.csv" for table in tables]
        with ExitStack() as stack:
            files = [stack.enter_context(path.open("w", newline="", encoding="utf-8")) for path in paths]
            yield [csv.writer(file).writerow for file in files]
        for table, path in zip(tables, paths, strict=True):
            if path.stat().st_size:
                quoted = str(path).replace("'", "''")
                connection.execute(f"COPY {table} FROM '{quoted}' ({_CSV})")


def _load(connection: DuckDBPyConnection, profiles: Iterable[Profil]) -> None:
    """Write records and keys as they come, so that none needs to stay."""
    with _written(connection, "rekaman", "kunci", "terkait") as (add_record, add_key, add_related):
        for profil in profiles:
            row = ciri(profil)
            home, national = profil.instansi or "", bool(profil.nasional)
            add_record((profil.id, home, national, row.utama.rapat, _as_json(profil)))
            for kind, key in _keys(row):
                add_key((home, national, kind, key, profil.id))
        for one, known in pengetahuan().fungsi.items():
            for other in known.terkait:
                add_related((one, other))


def _keys(row: Ciri) -> Iterator[tuple[str, str]]:
    yield from (("nama", key) for key in name_keys(row))
    yield from (("tanda", key) for key in sign_keys(row))
    yield from (("kata", key) for key in dict.fromkeys(word_keys_of(row)))
    yield from (("fungsi", key) for key in row.fungsi.utama or row.fungsi.luas)
    yield from (("isi", key) for key in row.isi)
    for name in dict.fromkeys(row.semua_nama):
        if is_short(name):
            yield "pendek", name.rapat
        if len(name.kata) > 1:
            yield "panjang", " ".join(name.kata)


def _as_json(profil: Profil) -> str:
    kept = {name: value for name, value in asdict(profil).items() if value not in (None, (), frozenset())}
    return json.dumps(kept, default=sorted, ensure_ascii=False)


def _of_json(text: str) -> Profil:
    fields = json.loads(text)
    for name, kind in (("alias", tuple), ("wilayah", tuple), ("kaitan", frozenset)):
        if name in fields:
            fields[name] = kind(fields[name])
    return Profil(**fields)


def _add_near_names(connection: DuckDBPyConnection) -> None:
    """Add the slips, parts and acronyms, found among the distinct names of one Instansi at a time."""
    counts = dict(connection.execute("SELECT instansi, banyak FROM banyaknya").fetchall())
    everywhere = _by_kind(connection.execute(DISTINCT_NAMES.format("nasional")).fetchall())
    reading = connection.cursor().execute(DISTINCT_NAMES.format("NOT nasional"))
    with _written(connection, "dekat") as (add,):
        for home, rows in groupby(_streamed(reading), key=itemgetter(0)):
            names = _by_kind(rows)
            for kind, found in everywhere.items():
                names[kind] |= found
            for kind_a, one, kind_b, other in _near(names, counts.get(home, 0)):
                add((home, kind_a, one, kind_b, other))
    connection.execute(NEAR_NAMES)


def _streamed(found: DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(_AT_ONCE):
        yield from rows


def _by_kind(rows: Iterable[tuple[str, str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"rapat": set(), "pendek": set(), "panjang": set()}
    for _, kind, text in rows:
        found[kind].add(text)
    return found


def _near(names: Mapping[str, set[str]], records: int) -> Iterator[tuple[str, str, str, str]]:
    yield from (("rapat", one, "rapat", other) for one, other in slips(names["rapat"]))
    yield from (("rapat", one, "rapat", other) for one, other in glued(names["rapat"]))
    longs = (tuple(text.split()) for text in sorted(names["panjang"]))
    for short, words in spelled_out(sorted(names["pendek"]), longs, records):
        yield "pendek", short, "panjang", " ".join(words)


def _judged(connection: DuckDBPyConnection) -> Iterator[Pasangan]:
    known: OrderedDict[int, Ciri] = OrderedDict()

    def traits(identifier: int, text: str) -> Ciri:
        found = known.get(identifier)
        if found is None:
            found = known[identifier] = ciri(_of_json(text))
            if len(known) > _REMEMBERED:
                known.popitem(last=False)
        return found

    for a_id, b_id, of_function, a_text, b_text in _streamed(connection.execute(PAIRS)):
        one, other = traits(a_id, a_text), traits(b_id, b_text)
        judgement = (judge_functions(one, other) if of_function else None) or judge_traits(one, other)
        if judgement.label != "berbeda":
            yield Pasangan(a_id, b_id, judgement)
