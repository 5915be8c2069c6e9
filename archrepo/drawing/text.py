"""Makes any text safe and small enough to stand in a picture: the one place that escapes, measures and wraps."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from html import escape
from urllib.parse import quote, urlsplit

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})

_LONGEST = 400
# Characters that XML 1.0 does not know, and those that turn the direction of all text after them.
_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_NOT_IDENTIFIER = re.compile(r"[^A-Za-z0-9.-]+")
_PLAIN_PART = re.compile(r"[A-Za-z0-9.-]+(?:_[A-Za-z0-9.-]+)*")
_LONGEST_PLAIN = 60

# Advance widths of DejaVu Sans in thousandths of the size, characters 32 to 126; the widest of the fonts in the
# fallback list, so that what fits in it fits in the others.
_WIDTHS = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
)  # fmt: skip
_BOLD_FACTOR = 1.16
_WIDE = 1.25
_OTHER = 0.9


@lru_cache(maxsize=65536)
def printable(text: str, longest: int = _LONGEST) -> str:
    """Return the text on one line, without control characters and direction marks, at most ``longest`` characters long.

    A backslash becomes the set-minus sign, which looks the same: Graphviz would read ``\\N`` as the node's name, in
    tooltips even when it is doubled.
    """
    # What Python calls printable holds no control, no direction mark and no blank but the plain one.
    if len(text) <= longest and text.isprintable() and "\\" not in text and "  " not in text and text == text.strip():
        return text
    shown = _FORBIDDEN.sub("", text[: longest * 4])
    shown = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in shown)
    shown = " ".join(shown.replace("\\", "∖").split())
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def markup(text: str) -> str:
    """Return the text escaped for an HTML-like label, an attribute of one, or XML."""
    return escape(printable(text), quote=True)


def attribute(text: str) -> str:
    """Return the text for a plain attribute of DOT, such as a tooltip or an address, where Graphviz reads entities."""
    return printable(text).replace("&", "&amp;")


def identifier(*parts: str) -> str:
    """Return an id for DOT, SVG and CSS from any texts: the same texts, the same id; other texts, another id.

    Parts are joined by two underscores. Where a part has a character beyond letters, digits, dots, hyphens and single
    underscores, or all are too long, eight hex digits of their hash are added.
    """
    plain = "__".join(parts)
    if len(plain) <= _LONGEST_PLAIN and all(_PLAIN_PART.fullmatch(part) for part in parts):
        return plain
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{_NOT_IDENTIFIER.sub('-', plain)[:40].strip('-') or 'x'}-{digest}"


def safe_url(url: str | None) -> str | None:
    """Return the address if its scheme is http, https or mailto, else None; Graphviz would pass ``javascript:`` on.

    Quotes, angle brackets and letters beyond ASCII come back percent-encoded.
    """
    if not url:
        return None
    shown = printable(url)
    try:
        scheme = urlsplit(shown).scheme.lower()
    except ValueError:  # brackets that are no IPv6 address
        return None
    if scheme not in ALLOWED_SCHEMES or " " in shown:
        return None
    return quote(shown, safe="%/:=&?~#+!$,;@()*[]-._")


def _char_width(char: str) -> float:
    code = ord(char)
    if 32 <= code < 127:
        return _WIDTHS[code - 32] / 1000
    if unicodedata.combining(char):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(char) in "WF" else _OTHER if code > 0x2FF else 0.65


@lru_cache(maxsize=65536)
def width(text: str, *, bold: bool = False) -> float:
    """Return the estimated width of a text in ems (multiples of the font size)."""
    total = sum(_char_width(char) for char in text)
    return total * _BOLD_FACTOR if bold else total


def _break_word(word: str, room: float) -> list[str]:
    """Cut a word that is wider than a line, at a hyphen, dot or slash where there is one."""
    pieces, current = [], ""
    for char in word:
        if current and width(current + char) > room:
            cut = max(current.rfind(mark) for mark in "-./_,") + 1
            cut = cut if cut > len(current) // 2 else len(current)
            pieces.append(current[:cut])
            current = current[cut:]
        current += char
    return [*pieces, current]


def _shorten(line: str, room: float) -> str:
    while line and width(f"{line}…") > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


@lru_cache(maxsize=65536)
def wrap(text: str, room: float, most: int = 3, *, bold: bool = False) -> tuple[str, ...]:
    """Return the text in lines of at most ``room`` ems, at most ``most`` of them; what is left out ends in ``…``.

    The text is cleaned first. An empty text gives one empty line.
    """
    room = max(room / (_BOLD_FACTOR if bold else 1.0), 2.0)
    lines = [""]
    # No letter is narrower than a quarter of an em, so that nothing is cut here that the lines could hold.
    for word in printable(text, max(_LONGEST, int(room * most * 4))).split(" "):
        joined = f"{lines[-1]} {word}".strip()
        if width(joined) <= room:
            lines[-1] = joined
            continue
        pieces = [word] if width(word) <= room else _break_word(word, room)
        lines = [*lines, *pieces] if lines[-1] else [*lines[:-1], *pieces]
        if len(lines) > most:
            break
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _shorten(f"{lines[most - 1]} {lines[most]}", room))
