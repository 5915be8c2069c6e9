"""How two names stand to each other: the same, an acronym, a misspelling, a part, a sister, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from archrepo.similarity.ciri import Ciri
from archrepo.similarity.fungsi import function_of_name
from archrepo.similarity.kata import words
from archrepo.similarity.nama import Nama, is_plain, stems
from archrepo.similarity.pengetahuan import pengetahuan
from archrepo.similarity.singkatan import acronym_letters, is_loose_acronym
from archrepo.similarity.unit import is_same_unit

Found = tuple[str, str]
"""Name of a piece of evidence, and the words that show it."""

_SHORTEST_TO_MISSPELL = 5
_LONG_NAME = 12
_LONG_ENOUGH_TO_SHUFFLE = 7
_NO_SHORT_NAME = 9
_LONG_ENOUGH_FOR_ANY_SLIP = 10
_SHORTEST_WORD_TO_MISSPELL = 4
_STRONG_LETTERS = 3
_WEAK_LETTERS = 2
_ALIKE = 0.6
_PHONES = frozenset({"android", "ios"})


def is_same_name(a: Ciri, b: Ciri) -> bool:
    """Whether the names, or their cores, are the same, whatever the order of words."""
    one, other = a.utama, b.utama
    if one.urut == other.urut or _reordered(one, other):
        return True
    return bool({one.rapat, one.utuh, _joined(one)} & {other.rapat, other.utuh, _joined(other)})


def _joined(name: Nama) -> str:
    """Return all words of a name but its owner's, without blanks: My SAPK BKN is MySAPK."""
    if not name.unit and not name.pusat:
        return name.utuh
    return "".join([word for word in name.kata if word not in name.unit and word not in name.pusat])


def _reordered(one: Nama, other: Nama) -> bool:
    return len(one.kata) > 1 and len(other.kata) > 1 and set(one.kata) == set(other.kata)


def name_relation(a: Ciri, b: Ciri) -> Iterator[Found]:
    """Yield the strongest relation between the names of a pair, at most one."""
    for relation in (_module, _same, _acronym, _alternative, _misspelled, _handled, _with_own_word, _part, _alike):
        found = relation(a, b)
        if found is not None:
            yield found
            return


def _module(a: Ciri, b: Ciri) -> Found | None:
    """One says of itself that it is a module, and its name holds the other's."""
    one, other = (a.utama, b.utama) if a.utama.modul else (b.utama, a.utama)
    if not one.modul or other.modul:
        return None
    whole = set(other.inti)
    held = whole <= set(one.inti)
    return ("bagian", f"{one.teks}; {other.teks}") if held or is_same_name(a, b) else None


def _same(a: Ciri, b: Ciri) -> Found | None:
    if not is_same_name(a, b):
        return None
    one, other = a.utama, b.utama
    shown = " ".join(one.inti)
    if (one.utuh != other.utuh and _other_channel(one, other)) or _told_channels_differ(a, b):
        return "kanal", f"{one.teks}; {other.teks}"
    if not one.umum:
        return "nama_sama", shown
    if all(word in pengetahuan().umum for word in one.inti):
        return "nama_hampa", shown
    if _each_has_its_own(a, b):
        return "nama_umum_sendiri", shown
    builders = pengetahuan().unit_pembangun
    if set(one.unit) - builders == set(other.unit) - builders and (
        one.pusat == other.pusat or one.rapat not in pengetahuan().lazim
    ):
        return "nama_sama_umum", shown
    return ("nama_umum_unit_masing" if one.unit and other.unit else "nama_umum_beda_unit"), shown


def _each_has_its_own(a: Ciri, b: Ciri) -> bool:
    """The name only tells of what offices have each for themselves (a visitors' book), and their offices differ."""
    one, other = a.profil.unit, b.profil.unit
    functions = a.fungsi.nama & b.fungsi.nama
    if not functions or not functions <= pengetahuan().sendiri or not one or not other:
        return False
    return not is_same_unit(one, other)


def _other_channel(one: Nama, other: Nama) -> bool:
    """One is marked as the mobile (or message) face, the other is not, or each as that of another kind of phone."""
    left, right = one.kanal & _PHONES, other.kanal & _PHONES
    if left and right and left != right:
        return True
    return _faces(one) != _faces(other)


def _told_channels_differ(a: Ciri, b: Ciri) -> bool:
    """Both texts tell a channel, and not the same one: an application for Android, a website."""
    left, right = (frozenset("mobile" if kind in _PHONES else kind for kind in row.kanal) for row in (a, b))
    return bool(left and right) and not left & right


def _faces(name: Nama) -> frozenset[str]:
    """Return the faces a name is marked with; Android and iOS are mobile ones."""
    return frozenset("mobile" if kind in _PHONES else kind for kind in name.kanal) - {"web"}


def _acronym(a: Ciri, b: Ciri) -> Found | None:
    common = a.kunci & b.kunci
    if common:
        short = min(common).upper()
        return "singkatan_kuat", f'"{a.utama.teks}" dan "{b.utama.teks}" sama-sama berarti {short}'
    weak: Found | None = None
    for one, other in ((a, b), (b, a)):
        letters, short_name, long_name = _longest_acronym(one, other)
        if letters >= _WEAK_LETTERS:
            told = f'"{short_name}" adalah singkatan dari "{long_name}"'
            if letters >= _STRONG_LETTERS:
                return "singkatan_kuat", told
            weak = weak or ("singkatan_lemah", told)
    return _syllables(a, b) or _syllables(b, a) or weak


def _syllables(one: Ciri, other: Ciri) -> Found | None:
    for short in one.semua_nama:
        for long in _written_names(other):
            if len(short.inti) == 1 and _may_stand_for(one, long) and is_loose_acronym(short.rapat, long.kata):
                return "singkatan_longgar", f'"{short.teks}" tersusun dari suku kata "{long.teks}"'
    return None


def _written_names(row: Ciri) -> Iterator[Nama]:
    """Yield the names of a record, without what its texts spell a short name of its own out as."""
    for name in row.semua_nama:
        if not row.panjang or name.kata != row.panjang:
            yield name


def _may_stand_for(row: Ciri, long: Nama) -> bool:
    """Whether a short name may be short for a long one: not where it is spelled out as something else."""
    return not row.panjang or bool(stems(row.panjang) & stems(long.inti))


def _longest_acronym(one: Ciri, other: Ciri) -> tuple[int, str, str]:
    best = (0, "", "")
    for short in one.semua_nama:
        if len(short.inti) == 1 and not short.umum:
            for long in _written_names(other):
                letters = acronym_letters(short.rapat, long.kata) if _may_stand_for(one, long) else 0
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
        sure = _is_likely_slip(one.rapat, other.rapat) or a.fungsi.utama & b.fungsi.utama or a.isi & b.isi
        return ("ejaan" if sure else "ejaan_pendek"), f"{a.utama.teks}; {b.utama.teks}"
    return None


def _is_likely_slip(one: str, other: str) -> bool:
    """A long name, or letters swapped, doubled or left out; SIPEDAS and SIPEDES may as well be two names."""
    if one[0] != other[0]:
        # Few slip at the first letter: Pando and Tando are two.
        return False
    if min(len(one), len(other)) >= _NO_SHORT_NAME or sorted(one) == sorted(other):
        return True
    return len(one) != len(other) and min(len(one), len(other)) > _SHORTEST_TO_MISSPELL


def is_slip(one: str, other: str) -> bool:
    """Whether two cores differ by a slip of the pen: one letter, two in a long name; digits must agree."""
    shortest, longest = sorted((len(one), len(other)))
    allowed = 2 if shortest >= _LONG_NAME else 1
    if shortest < _SHORTEST_TO_MISSPELL or longest - shortest > allowed:
        return False
    if [sign for sign in one if sign.isdigit()] != [sign for sign in other if sign.isdigit()]:
        return False
    if shortest >= _LONG_ENOUGH_TO_SHUFFLE and one[0] == other[0] and sorted(one) == sorted(other):
        return True
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _in_one_word(one: Nama, other: Nama) -> bool:
    """The slip lies within a word long enough to be recognised in spite of it, or between two words."""
    if len(one.inti) != len(other.inti):
        return True
    changed = [pair for pair in zip(one.inti, other.inti, strict=True) if pair[0] != pair[1]]
    if len(changed) != 1:
        return False
    left, right = changed[0]
    long = min(len(one.rapat), len(other.rapat)) >= _LONG_ENOUGH_FOR_ANY_SLIP
    if long and min(len(left), len(right)) >= _SHORTEST_WORD_TO_MISSPELL and _one_letter(left, right):
        return True
    return is_slip(left, right) or sorted(left) == sorted(right)


def _one_letter(left: str, right: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(left, right, score_cutoff=1) <= 1


def _both_known(one: Nama, other: Nama) -> bool:
    """Both cores are words of the vocabulary: perizinan and perikanan are no slip of each other."""
    known = pengetahuan().kata - pengetahuan().unit_singkatan
    return all(word in known for word in one.inti) and all(word in known for word in other.inti)


def _handled(a: Ciri, b: Ciri) -> Found | None:
    """The same thing, named with and without what is done with it: RTLH, Pendataan RTLH."""
    handling = pengetahuan().olah
    left, right = (_spelled_out(row) - handling for row in (a.utama, b.utama))
    if left and left == right and not (a.utama.modul or b.utama.modul):
        return "nama_olah", f"{a.utama.teks}; {b.utama.teks}"
    return None


def _spelled_out(name: Nama) -> frozenset[str]:
    """Return the core words, an acronym by its first expansion."""
    known = pengetahuan().akronim
    generic = pengetahuan().umum
    found: set[str] = set()
    for word in name.inti:
        spelled = [part for part in known[word][0] if part not in generic] if word in known else []
        # One plain word is no name: SIMPUS and e-Puskesmas may be two products.
        found.update(spelled if len(spelled) > 1 else (word,))
    return frozenset(word for word in found if word not in generic) or frozenset(found)


def _with_own_word(a: Ciri, b: Ciri) -> Found | None:
    """Both names tell the same function, one with a word of its own behind it (E-Absensi Tapteng)."""
    if a.profil.instansi != b.profil.instansi or a.utama.modul or b.utama.modul:
        return None
    known = pengetahuan().kata
    left, right = ([word for word in row.utama.inti if word in known] for row in (a, b))
    if (
        not left
        or sorted(left) != sorted(right)
        or not is_plain(tuple(left))
        or all(w in pengetahuan().umum for w in left)
    ):
        return None
    own = [{word for word in row.utama.inti if word not in known} for row in (a, b)]
    if (own[0] and own[1] and not own[0] & own[1]) or not (own[0] or own[1]):
        return None
    shown = f"{a.utama.teks}; {b.utama.teks}"
    return ("nama_umum_sendiri" if _each_has_its_own(a, b) else "nama_umum_daerah"), shown


def _part(a: Ciri, b: Ciri) -> Found | None:
    one, other = a.utama, b.utama
    shown = f"{one.teks}; {other.teks}"
    longer, shorter = (one, other) if len(one.inti) > len(other.inti) else (other, one)
    rest = set(longer.inti) - set(shorter.inti)
    if rest and set(shorter.inti) < set(longer.inti) and shorter.rapat not in pengetahuan().keluarga:
        if rest <= pengetahuan().versi:
            return "nama_sama_umum" if shorter.umum else "nama_sama", " ".join(shorter.inti)
        if rest <= pengetahuan().edisi and shorter.umum:
            owner = words((a if longer is one else b).profil.unit or "")
            return ("nama_sama_umum" if rest <= set(owner) else "bagian"), shown
    if one.umum and other.umum and (set(one.inti) < set(other.inti) or set(other.inti) < set(one.inti)):
        if not a.fungsi.utama or a.fungsi.utama != b.fungsi.utama:
            return None
        return ("nama_umum_sendiri" if _each_has_its_own(a, b) else "nama_umum_termuat"), shown
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
        plainer = b if left > right else a
        return ("nama_diperjelas" if _explains(rest, plainer) else "memuat"), shown
    if "".join(word for word in one.inti if word in common) in k.keluarga or one.inti[0] == other.inti[0]:
        return "saudara", shown
    return None


def _explains(rest: set[str], plainer: Ciri) -> bool:
    """Whether words that a name has more than the other tell what the other's text tells, not which part of it."""
    told = function_of_name(tuple(rest), tuple(rest))
    theirs = plainer.fungsi.utama | plainer.fungsi.luas
    return bool((told.nama | told.luas) & theirs) or (stems(tuple(rest)) <= plainer.isi and not plainer.sebutan)


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
