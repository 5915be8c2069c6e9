"""Any text is made safe, short and measurable."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archrepo.declarations.kalimat import number
from archrepo.drawing.text import identifier, markup, printable, safe_url, width, wrap

ANY_TEXT = st.text(max_size=300)


@given(ANY_TEXT)
def test_markup_is_well_formed_and_says_what_is_printable(text: str) -> None:
    element = ET.fromstring(f'<a b="{markup(text)}">{markup(text)}</a>')  # noqa: S314 - our own text
    assert (element.text or "") == printable(text)
    assert "\\" not in markup(text)


@given(ANY_TEXT)
def test_printable_twice_is_printable_once(text: str) -> None:
    assert printable(printable(text)) == printable(text)


def test_printable_takes_out_what_turns_or_breaks_lines() -> None:
    assert printable("a\u202eb\x00c\r\nd\ufffe") == "ab c d"
    assert printable("C:\\Network \\N") == "C:∖Network ∖N"
    assert len(printable("x" * 10_000)) == 400


@given(ANY_TEXT, st.floats(min_value=4, max_value=60), st.integers(min_value=1, max_value=5))
def test_wrapped_lines_fit_and_lose_nothing_without_saying_so(text: str, room: float, most: int) -> None:
    lines = wrap(text, room, most)
    assert 1 <= len(lines) <= most
    assert all(width(line) <= room for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join(lines).replace(" ", "") == printable(text).replace(" ", "")


@given(st.lists(ANY_TEXT, min_size=1, max_size=3), st.lists(ANY_TEXT, min_size=1, max_size=3))
def test_identifiers_of_hostile_texts_differ(one: list[str], other: list[str]) -> None:
    assert identifier(*one) == identifier(*one)
    assert all(char.isascii() and (char.isalnum() or char in "-._") for char in identifier(*one))
    if one != other:
        assert identifier(*one) != identifier(*other)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://simrs.contohkab.go.id/a?b=1&c=2", True),
        ("http://10.0.0.1", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("simrs.contohkab.go.id", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_harmless_schemes_become_links(url: str | None, safe: bool) -> None:
    assert (safe_url(url) is not None) is safe


def test_numbers_are_written_as_indonesians_do() -> None:
    assert number(27_000) == "27.000"
