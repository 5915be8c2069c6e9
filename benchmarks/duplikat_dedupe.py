"""dedupe on the same labelled pairs and the same generated register: a model that learns from labelled pairs."""

from __future__ import annotations

import random
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from duplikat_pasangan import LabelledPair, folds

from archrepo.names import fold
from archrepo.similarity.profil import Profil

_FOLDS, _SEED = 5, 1
_TAUGHT = 200
LIKELY = 0.1
Record = dict[str, str | None]


def _record(profil: Profil) -> Record:
    text = fold(f"{profil.fungsi or ''} {profil.deskripsi or ''}") or None
    return {"nama": fold(profil.nama) or "-", "uraian": text, "unit": fold(profil.unit or "") or None}


def _taught(
    records: Mapping[int, Record], same: list[Any], apart: list[Any], fields: Sequence[Any], sample: int
) -> Any:
    import dedupe

    warnings.simplefilter("ignore")
    random.seed(_SEED)
    for field in fields:
        # Canopies of dedupe 3.0.3 fail on small buckets of BTrees 6 ("IFBucket has no attribute byValue").
        field.predicates = [row for row in field.predicates if not isinstance(row, dedupe.predicates.IndexPredicate)]
    model = dedupe.Dedupe(list(fields), num_cores=0, in_memory=True)
    model.prepare_training(dict(records), sample_size=sample)
    model.mark_pairs({"match": same, "distinct": apart})
    model.train(recall=1.0, index_predicates=False)
    return model


def marks_of_pairs(pairs: Sequence[LabelledPair]) -> list[float]:
    """Return, from 0 to 100, how probable dedupe holds each labelled pair to be a match, taught by the other folds."""
    from dedupe import variables

    records = [(_record(pair.a), _record(pair.b)) for pair in pairs]
    found = [0.0] * len(pairs)
    fields = (
        variables.String("nama"),
        variables.String("uraian", has_missing=True),
        variables.Exact("unit", has_missing=True),
    )
    for held in folds(pairs, _FOLDS, _SEED):
        if not held:
            continue
        others = sorted(set(range(len(pairs))) - set(held))
        known = dict(enumerate(row for place in others for row in records[place]))
        same = [records[place] for place in others if pairs[place].label == "duplikat"]
        apart = [records[place] for place in others if pairs[place].label != "duplikat"]
        model = _taught(known, same, apart, fields, 500)
        for (one, _), score in model.score(
            ((2 * place, records[place][0]), (2 * place + 1, records[place][1])) for place in held
        ):
            found[int(one) // 2] = 100 * float(score)
    return found


def likely_pairs(profiles: Sequence[Profil], truth: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """Return the pairs of one Instansi that dedupe finds likely, taught by some of the injected truth and by others."""
    from dedupe import variables

    rng = random.Random(_SEED)  # noqa: S311 - a sample
    records: dict[int, Record] = {
        row.id: {"nama": fold(row.nama) or "-", "instansi": row.instansi or ""} for row in profiles
    }
    taught = rng.sample(list(truth), min(_TAUGHT, len(truth)))
    known = set(truth)
    others = [(row.id, row.id + rng.randint(1, 15)) for row in rng.sample(list(profiles), min(_TAUGHT, len(profiles)))]
    same = [(records[one], records[other]) for one, other in taught]
    apart = [(records[one], records[other]) for one, other in others if other in records and (one, other) not in known]
    model = _taught(records, same, apart, (variables.String("nama"), variables.Exact("instansi")), 2_000)
    scored = model.score(model.pairs(records))
    return {
        (min(two), max(two)): float(score)
        for two, score in ((tuple(map(int, ids)), score) for ids, score in scored)
        if score >= LIKELY and records[two[0]]["instansi"] == records[two[1]]["instansi"]
    }
