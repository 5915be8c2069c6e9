"""The knowledge of names and functions (``schema/kemiripan.yaml``), in the shapes in which it is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from archrepo.declarations.nasional import national_applications
from archrepo.names import fold
from archrepo.similarity.tambahan import document

Phrase = tuple[str, ...]

_MARKS_OF_FUNCTIONS = ("alat", "lintas", "sendiri", "payung")
_SHORTEST_WORD_TO_CORRECT = 7
_SHORTEST_GENERIC_TO_CORRECT = 5


@dataclass(frozen=True, slots=True)
class Fungsi:
    """What applications do. ``luas`` is too broad to say by itself that two do the same; ``alat`` is a means
    (a queue, a map) that many services have, each for itself."""

    id: str
    label: str
    luas: bool
    alat: bool
    terkait: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bobot:
    """What one piece of evidence weighs for each label, in log-odds, and the words that tell it to a reader."""

    duplikat: float
    tumpang_tindih: float
    kalimat: str
    sebab: str | None


@dataclass(frozen=True)
class Pengetahuan:
    """All word lists, folded. ``frasa`` maps words to functions, ``frasa_nama`` also
    those that only count in a name, ``frasa_lemah`` those that count in a name when nothing else tells a function.
    ``khusus`` are the words that may be taken off a name, or begin what may."""

    hubung: frozenset[str]
    umum: frozenset[str]
    ejaan: Mapping[str, str]
    imbuhan_depan: frozenset[str]
    huruf_depan: frozenset[str]
    imbuhan_merek: tuple[str, ...]
    huruf_merek: frozenset[str]
    imbuhan_belakang: tuple[str, ...]
    kegiatan: Mapping[str, str]
    olah: frozenset[str]
    alat: frozenset[str]
    payung: frozenset[str]
    sendiri: frozenset[str]
    lintas: frozenset[str]
    kanal: Mapping[str, str]
    modul: frozenset[str]
    imbuhan_modul: frozenset[str]
    edisi: frozenset[str]
    versi: frozenset[str]
    label_alamat: Mapping[str, str]
    situs: frozenset[str]
    situs_isi: frozenset[str]
    situs_tanda: frozenset[str]
    isyarat: Mapping[str, tuple[str, ...]]
    lawan: frozenset[tuple[str, str]]
    kata_berlawan: frozenset[str]
    unit_jenis: frozenset[Phrase]
    kata_jenis: frozenset[str]
    unit_tempat: frozenset[Phrase]
    unit_singkatan: frozenset[str]
    unit_kepanjangan: Mapping[str, Phrase]
    unit_pembangun: frozenset[str]
    unit_pusat: frozenset[str]
    unit_umum: frozenset[str]
    wilayah: frozenset[Phrase]
    akhiran_domain: tuple[str, ...]
    akronim: Mapping[str, tuple[Phrase, ...]]
    nama_aplikasi: frozenset[str]
    nama_khas: frozenset[str]
    keluarga: frozenset[str]
    lazim: frozenset[str]
    nasional_lain: frozenset[str]
    fungsi: Mapping[str, Fungsi]
    frasa: Mapping[Phrase, tuple[str, ...]]
    frasa_nama: Mapping[Phrase, tuple[str, ...]]
    frasa_lemah: Mapping[Phrase, tuple[str, ...]]
    kata: frozenset[str]
    khusus: frozenset[str]
    kata_tanpa_isi: frozenset[str]
    kata_biasa: frozenset[str]
    dasar: Bobot
    suhu: float
    bobot: Mapping[str, Bobot]


@cache
def _spellings() -> Mapping[str, str]:
    rows = document()["ejaan_lain"]
    return {fold(other): fold(word) for word, others in rows.items() for other in others}


def _phrase(text: object) -> Phrase:
    known = _spellings()
    return tuple(known.get(word, word) for word in fold(str(text)).split())


def _words(rows: Iterable[object]) -> frozenset[str]:
    return frozenset(word for row in rows for word in _phrase(row))


def _squeezed(rows: Iterable[object]) -> frozenset[str]:
    return frozenset("".join(_phrase(row)) for row in rows)


def _functions(rows: list[dict[str, Any]]) -> Mapping[str, Fungsi]:
    related: dict[str, set[str]] = {row["id"]: set(row.get("terkait", ())) for row in rows}
    for identifier, others in list(related.items()):
        for other in others:
            related[other] = {*related[other], identifier}
    return {
        row["id"]: Fungsi(
            row["id"], row["label"], bool(row.get("luas")), bool(row.get("alat")), frozenset(related[row["id"]])
        )
        for row in rows
    }


def _phrases(rows: list[dict[str, Any]], key: str, stop: frozenset[str]) -> Mapping[Phrase, tuple[str, ...]]:
    found: dict[Phrase, list[str]] = {}
    for row in rows:
        for text in row.get(key, ()):
            phrase = _phrase(text)
            for form in {tuple(word for word in phrase if word not in stop), ("".join(phrase),)}:
                if form and row["id"] not in found.setdefault(form, []):
                    found[form].append(row["id"])
    return {phrase: tuple(ids) for phrase, ids in found.items()}


def _weights(rows: Mapping[str, Any]) -> Mapping[str, Bobot]:
    return {
        name: Bobot(float(row["duplikat"]), float(row["tumpang_tindih"]), str(row["kalimat"]), row.get("sebab"))
        for name, row in rows.items()
    }


def _acronyms(document: Mapping[str, Any], stop: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return what acronyms stand for, without small words."""
    return {
        fold(short).replace(" ", ""): tuple(tuple(w for w in _phrase(text) if w not in stop) for text in texts)
        for short, texts in document["akronim"]["daftar"].items()
    }


def _national_words() -> frozenset[str]:
    return _words(text for row in national_applications().values() for text in (row.nama, *row.alias))


@cache
def pengetahuan() -> Pengetahuan:
    """Return the knowledge; read once a process."""
    d = document()
    stop = _words(d["kata_hubung"])
    acronyms = _acronyms(d, stop)
    return Pengetahuan(
        hubung=stop,
        ejaan=_spellings(),
        akronim=acronyms,
        **_of_names(d),
        **_of_units(d),
        **_of_functions(d, stop),
        **_of_vocabulary(d, stop, acronyms),
        **_of_evidence(d),
    )


def _regions(d: Mapping[str, Any]) -> list[object]:
    return [*d["wilayah"]["provinsi"], *d["wilayah"]["kabupaten_kota"]]


def _activities(d: Mapping[str, Any]) -> dict[str, str]:
    return {word: head for head, words in d["kata_kegiatan"].items() for word in (head, *words)}


def _short_units(d: Mapping[str, Any]) -> frozenset[str]:
    return _squeezed([*d["unit"]["singkatan"], *d["unit"]["pusat"]])


def _of_names(d: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known of affixes, channels, modules and addresses."""
    brands = _words(d["imbuhan_merek"])
    return {
        "umum": _words(d["kata_umum"]["daftar"]),
        "huruf_depan": frozenset(word[0] for word in _words(d["imbuhan_depan"])),
        "imbuhan_merek": tuple(sorted(brands, key=lambda word: (len(word), word))),
        "huruf_merek": frozenset(word[0] for word in brands),
        "imbuhan_depan": _words(d["imbuhan_depan"]),
        "imbuhan_belakang": tuple(sorted(_words(d["imbuhan_belakang"]))),
        "kanal": {word: kind for kind, words in d["kanal"].items() for row in words for word in _phrase(row)},
        "modul": _words(d["modul"]["kata"]),
        "imbuhan_modul": _words(d["modul"]["imbuhan"]),
        "edisi": _words(d["modul"]["edisi"]),
        "versi": _words(d["modul"]["versi"]),
        "label_alamat": {str(label): str(text) for label, text in d["label_alamat"].items()},
        "akhiran_domain": tuple(d["akhiran_domain"]),
        "nama_khas": _squeezed(
            text for row in national_applications().values() if row.distinctive for text in (row.nama, *row.alias)
        ),
        "keluarga": _squeezed(d["keluarga_nama"]["daftar"]),
        "lazim": _squeezed(d["nama_lazim"]),
        "nasional_lain": _squeezed(d["nama_nasional_lain"]),
    }


def _of_units(d: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known of units, regions and sites that present them."""
    unit = d["unit"]
    return {
        "situs": _words(d["situs"]),
        "situs_isi": _words(d["situs_isi"]),
        "situs_tanda": _words(d["situs_tanda"]),
        "unit_jenis": frozenset(_phrase(row) for row in unit["jenis"]),
        "kata_jenis": frozenset(phrase[0] for row in unit["jenis"] if (phrase := _phrase(row))),
        "unit_tempat": frozenset(_phrase(row) for row in unit["tempat"]),
        "unit_singkatan": _short_units(d),
        "unit_kepanjangan": {"".join(_phrase(short)): _phrase(text) for short, text in unit["kepanjangan"].items()},
        "unit_pembangun": _squeezed(unit["pembangun"]),
        "unit_pusat": _squeezed(unit["pusat"]),
        "unit_umum": _words(d["kata_unit_umum"]),
        "wilayah": frozenset(_phrase(row) for row in _regions(d)),
    }


def _of_functions(d: Mapping[str, Any], stop: frozenset[str]) -> dict[str, Any]:
    """Return what applications do, and by which words that is told."""
    rows = d["fungsi"]["daftar"]
    phrases, of_names = _phrases(rows, "kata", stop), _phrases(rows, "aplikasi", stop)
    marked = {mark: frozenset(row["id"] for row in rows if row.get(mark)) for mark in _MARKS_OF_FUNCTIONS}
    return {
        **marked,
        "kegiatan": _activities(d),
        "olah": _words(d["kata_olah"]),
        "fungsi": _functions(rows),
        "frasa": phrases,
        "frasa_nama": {**phrases, **{key: (*phrases.get(key, ()), *ids) for key, ids in of_names.items()}},
        "frasa_lemah": _phrases(rows, "lemah", stop),
    }


def _of_vocabulary(
    d: Mapping[str, Any], stop: frozenset[str], acronyms: Mapping[str, tuple[Phrase, ...]]
) -> dict[str, Any]:
    """Return which words are plain ones, which are names, and which say nothing."""
    unit, rows = d["unit"], d["fungsi"]["daftar"]
    common, sites, activity = _words(d["kata_umum"]["daftar"]), _words(d["situs"]), set(_activities(d))
    channels = _words(word for words in d["kanal"].values() for word in words)
    phrases, of_names = _phrases(rows, "kata", stop), _phrases(rows, "aplikasi", stop)
    told = (*phrases, *(text for texts in acronyms.values() for text in texts))
    kinds = _words(unit["jenis"]) | _words(unit["tempat"])
    plain = frozenset(word for phrase in told for word in phrase) | common | stop | activity | sites | kinds
    plain |= _words(d["kata_unit_umum"])
    names = {word for phrase in of_names for word in phrase} | set(acronyms) | _national_words()
    units = _words([*unit["singkatan"], *unit["pusat"], *_regions(d)])
    heads = {phrase[0] for row in [*unit["jenis"], *_regions(d)] if (phrase := _phrase(row))}
    return {
        "nama_aplikasi": frozenset(acronyms) | frozenset(row[0] for row in of_names if len(row) == 1) - plain,
        "kata": plain | names | units | channels,
        "khusus": common | channels | _words(d["modul"]["kata"]) | activity | _short_units(d) | heads,
        "kata_biasa": plain,
        "kata_tanpa_isi": common | sites | _short_units(d) | channels | _words(d["kata_tindakan"]),
    }


def _of_evidence(d: Mapping[str, Any]) -> dict[str, Any]:
    """Return what speaks for and against, and how much."""
    base, opposites = d["bukti"]["dasar"], d["lawan_kata"]["daftar"]
    return {
        "isyarat": {kind: tuple(map(str, words)) for kind, words in d["isyarat"].items()},
        "lawan": frozenset(pair for one, other in opposites for pair in ((one, other), (other, one))),
        "kata_berlawan": frozenset(str(word) for pair in opposites for word in pair),
        "dasar": Bobot(float(base["duplikat"]), float(base["tumpang_tindih"]), "", None),
        "suhu": float(d["bukti"]["suhu"]),
        "bobot": _weights(d["bukti"]["daftar"]),
    }


@cache
def _correctable() -> Mapping[tuple[str, int], tuple[str, ...]]:
    """Return the long words of the vocabulary by their first two letters and their length."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in sorted(pengetahuan().kata_biasa):
        if len(word) >= _SHORTEST_WORD_TO_CORRECT:
            found.setdefault((word[:2], len(word)), []).append(word)
    return {start: tuple(words) for start, words in found.items()}


def _generic_word(word: str) -> str:
    """Return the generic word (sistem, daerah) of which a short one is a slip: letters swapped, or one left out."""
    near = _generic_by_ends().get((word[0], word[-1]), ())
    found = [known for known in near if _swapped(word, known) or _left_out(word, known)]
    return found[0] if len(found) == 1 else word


@cache
def _generic_by_ends() -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for word in sorted(pengetahuan().umum):
        if len(word) > _SHORTEST_GENERIC_TO_CORRECT:
            found.setdefault((word[0], word[-1]), []).append(word)
    return {ends: tuple(words) for ends, words in found.items()}


def _swapped(word: str, known: str) -> bool:
    places = [place for place, pair in enumerate(zip(word, known, strict=False)) if pair[0] != pair[1]]
    return len(word) == len(known) and len(places) == 2 and sorted(word) == sorted(known)


def _left_out(word: str, known: str) -> bool:
    return len(word) + 1 == len(known) and any(known[:cut] + known[cut + 1 :] == word for cut in range(len(known)))


def corrected(word: str) -> str:
    """Return the known word of which a long unknown one is a misspelling (``domumentasi``), else the word itself.

    One wrong, missing, doubled or swapped letter is taken as a slip, two in a word of ten letters or more. Never mended
    into the name of an application: SIHARGA is not SIHARKA.
    """
    if len(word) < _SHORTEST_GENERIC_TO_CORRECT or word in pengetahuan().kata or not word.isalpha():
        return word
    if len(word) < _SHORTEST_WORD_TO_CORRECT:
        return _generic_word(word)
    allowed = 2 if len(word) >= 10 else 1
    known_ones = _correctable()
    sizes = range(len(word) - allowed, len(word) + allowed + 1)
    tried = [known for size in sizes for known in known_ones.get((word[:2], size), ())]
    if not tried:
        return word
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    near = extract(word, tried, scorer=OSA.distance, score_cutoff=allowed, limit=2)
    # Pengadaun may be pengaduan or pengadaan: what is not clear stays as written.
    return near[0][0] if near and (len(near) == 1 or near[1][1] > near[0][1]) else word
