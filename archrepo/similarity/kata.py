"""Words of a text: folded, without link words, misspellings of known words mended, and light stems of them."""

from __future__ import annotations

import re
from functools import lru_cache

from archrepo.names import fold
from archrepo.similarity.pengetahuan import corrected, pengetahuan

_SHORTEST_PART = 4
# Enough for the words that come again; more only costs memory and the speed of finding them.
_REMEMBERED = 8_192
_PREFIXES = (
    "meng", "peng", "meny", "peny", "mem", "pem", "men", "pen", "ber", "ter", "per", "me", "pe", "di", "ke", "se",
)  # fmt: skip
_SUFFIXES = ("kannya", "annya", "nya", "kan", "an")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


@lru_cache(maxsize=_REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in order, link words left out, known words spelled right, ``tatasurat`` split."""
    found: list[str] = []
    # In a text of one case, or of words that begin with capitals, no small letter meets a capital.
    mixed = not (text.istitle() or text.isupper() or text.islower()) and _CAMEL.search(text) is not None
    for word in fold(_spread(text) if mixed else text).split():
        found += _read(word)
    return tuple(found)


def _spread(text: str) -> str:
    """Part MonSakti where a small letter meets a capital, but leave a known word (WhatsApp) whole."""
    known = pengetahuan().kata
    return " ".join(word if fold(word) in known else _CAMEL.sub(" ", word) for word in text.split())


@lru_cache(maxsize=_REMEMBERED)
def _read(word: str) -> tuple[str, ...]:
    k = pengetahuan()
    word = k.ejaan.get(word, word)
    return () if word in k.hubung else parts(corrected(word))


def parts(word: str) -> tuple[str, ...]:
    """Split an unknown word that is two known ones written together, each of four letters or more."""
    known = pengetahuan().kata
    if word in known or len(word) < 2 * _SHORTEST_PART or not word.isalpha():
        return (word,)
    for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        if word[:cut] in known and word[cut:] in known:
            return word[:cut], word[cut:]
    return (word,)


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """Return a light stem: one suffix and up to two prefixes off while four letters remain.

    Not the dictionary's root, only the same for ``laporan``, ``pelaporan`` and ``melaporkan``.
    """
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    for _ in range(2):
        for prefix in _PREFIXES:
            if word.startswith(prefix) and len(word) - len(prefix) >= 4:
                word = word[len(prefix) :]
                break
        else:
            break
    return word
