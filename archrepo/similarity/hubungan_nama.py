"""How two names stand to each other: the same, an acronym, a misspelling, a part, a sister, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from archrepo.similarity.ciri import Ciri
from archrepo.similarity.nama import Nama, is_plain, stems
from archrepo.similarity.pengetahuan import pengetahuan
from archrepo.similarity.singkatan import acronym_letters

Found = tuple[str, str]
"""Name of a piece of evidence, and the words that show it."""

_SHORTEST_TO_MISSPELL = 5
_LONG_NAME = 9
_STRONG_LETTERS = 3
_WEAK_LETTERS = 2
_ALIKE = 0.6


def is_same_name(a: Ciri, b: Ciri) -> bool:
    """Whether the names, or their cores, are the same, whatever the order of words."""
    one, other = a.utama, b.utama
    return one.urut == other.urut or one.rapat == other.rapat or one.utuh == other.utuh or _reordered(one, other)


def _reordered(one: Nama, other: Nama) -> bool:
    return len(one.kata) == len(other.kata) > 1 and sorted(one.kata) == sorted(other.kata)


def name_relation(a: Ciri, b: Ciri) -> Iterator[Found]:
    """Yield the strongest relation between the names of a pair, at most one."""
    for relation in (_same, _acronym, _alternative, _misspelled, _part, _alike):
        found = relation(a, b)
        if found is not None:
            yield found
            return


def _same(a: Ciri, b: Ciri) -> Found | None:
    if not is_same_name(a, b):
        return None
    one, other = a.utama, b.utama
    shown = " ".join(one.inti)
    if one.modul != other.modul:
        return "bagian", f"{one.teks}; {other.teks}"
    if one.utuh != other.utuh and _other_channel(one, other):
        return "kanal", f"{one.teks}; {other.teks}"
    if not one.umum:
        return "nama_sama", shown
    if all(word in pengetahuan().umum for word in one.inti):
        return "nama_hampa", shown
    if set(one.unit) == set(other.unit):
        return "nama_sama_umum", shown
    return ("nama_umum_unit_masing" if one.unit and other.unit else "nama_umum_beda_unit"), shown


def _other_channel(one: Nama, other: Nama) -> bool:
    """One is marked as the mobile (or message) face, the other is not."""
    faces = {"mobile", "pesan", "desktop"}
    return (one.kanal & faces) != (other.kanal & faces)


def _acronym(a: Ciri, b: Ciri) -> Found | None:
    common = a.kunci & b.kunci
    if common:
        short = min(common).upper()
        return "singkatan_kuat", f'"{a.utama.teks}" dan "{b.utama.teks}" sama-sama berarti {short}'
    for one, other in ((a, b), (b, a)):
        letters, short_name, long_name = _longest_acronym(one, other)
        if letters >= _WEAK_LETTERS:
            strong = "singkatan_kuat" if letters >= _STRONG_LETTERS else "singkatan_lemah"
            return strong, f'"{short_name}" adalah singkatan dari "{long_name}"'
    return None


def _longest_acronym(one: Ciri, other: Ciri) -> tuple[int, str, str]:
    best = (0, "", "")
    for short in one.semua_nama:
        if len(short.inti) == 1 and not short.umum:
            for long in other.semua_nama:
                letters = acronym_letters(short.rapat, long.kata)
                if letters > best[0]:
                    best = (letters, short.teks, long.teks)
    return best


def _alternative(a: Ciri, b: Ciri) -> Found | None:
    known = {row.rapat: row for row in a.semua_nama if not row.umum and len(row.rapat) >= _SHORTEST_TO_MISSPELL - 1}
    for row in b.semua_nama:
        if row.rapat in known and not row.umum:
            if _other_channel(known[row.rapat], row):
                return "kanal", f"{a.utama.teks}; {b.utama.teks}"
            return "nama_alternatif", " ".join(row.inti)
    return None


def _misspelled(a: Ciri, b: Ciri) -> Found | None:
    one, other = a.utama, b.utama
    if is_slip(one.rapat, other.rapat) and _in_one_word(one, other) and not _both_known(one, other):
        return "ejaan", f"{a.utama.teks}; {b.utama.teks}"
    return None


def is_slip(one: str, other: str) -> bool:
    """Whether two cores differ by a slip of the pen: one letter, two in a long name; digits must agree."""
    shortest, longest = sorted((len(one), len(other)))
    allowed = 2 if shortest >= _LONG_NAME else 1
    if shortest < _SHORTEST_TO_MISSPELL or longest - shortest > allowed:
        return False
    if [sign for sign in one if sign.isdigit()] != [sign for sign in other if sign.isdigit()]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _in_one_word(one: Nama, other: Nama) -> bool:
    """The slip lies within a word long enough to be recognised in spite of it, or between two words."""
    if len(one.inti) != len(other.inti):
        return True
    changed = [pair for pair in zip(one.inti, other.inti, strict=True) if pair[0] != pair[1]]
    return len(changed) == 1 and (is_slip(*changed[0]) or sorted(changed[0][0]) == sorted(changed[0][1]))


def _both_known(one: Nama, other: Nama) -> bool:
    """Both cores are words of the vocabulary: perizinan and perikanan are no slip of each other."""
    known = pengetahuan().kata
    return all(word in known for word in one.inti) and all(word in known for word in other.inti)


def _part(a: Ciri, b: Ciri) -> Found | None:
    one, other = a.utama, b.utama
    shown = f"{one.teks}; {other.teks}"
    if _glued(one.rapat, other.rapat) or _glued(other.rapat, one.rapat):
        return "bagian", shown
    left, right = set(one.inti), set(other.inti)
    common = left & right
    if one.modul != other.modul and (left < right or right < left):
        return "bagian", shown
    if not common or _plain(common, one):
        return None
    k = pengetahuan()
    if left < right or right < left:
        rest = (left | right) - common
        if "".join(common) in k.keluarga or rest <= k.edisi | k.modul:
            return "bagian", shown
        return "memuat", shown
    if "".join(word for word in one.inti if word in common) in k.keluarga or one.inti[0] == other.inti[0]:
        return "saudara", shown
    return None


def _plain(common: set[str], one: Nama) -> bool:
    """The common words only tell what is done; a family's name tells which one it is."""
    joined = "".join(word for word in one.inti if word in common)
    return joined not in pengetahuan().keluarga and is_plain(tuple(common))


def _glued(longer: str, shorter: str) -> bool:
    start = longer[: len(longer) - len(shorter)]
    return (
        len(shorter) >= _SHORTEST_TO_MISSPELL - 1 and longer.endswith(shorter) and start in pengetahuan().imbuhan_modul
    )


def _alike(a: Ciri, b: Ciri) -> Found | None:
    left, right = stems(a.utama.inti), stems(b.utama.inti)
    common = left & right
    if len(common) >= 2 and 2 * len(common) / (len(left) + len(right)) >= _ALIKE:
        return "nama_mirip", f"{a.utama.teks}; {b.utama.teks}"
    return None


def opposite(one: Nama, other: Nama) -> str:
    """Return the pair of contrary words by which two names differ ("masuk; keluar"), or an empty text."""
    left, right = set(one.kata) - set(other.kata), set(other.kata) - set(one.kata)
    pairs = sorted((word, contrary) for word in left for contrary in right if (word, contrary) in pengetahuan().lawan)
    return "; ".join(pairs[0]) if pairs else ""
