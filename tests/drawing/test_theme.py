"""The theme is data that anyone can read: enough contrast, one sign a meaning, earlier entries win."""

from __future__ import annotations

import pytest

from archrepo.drawing.catalogue import load_view, view_names
from archrepo.drawing.theme import Entry, attributes, theme

_LEAST_CONTRAST = 4.5


def _luminance(colour: str) -> float:
    parts = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _texts() -> list[tuple[str, str]]:
    look = theme()
    found = [(look.ink, "#FFFFFF"), (look.faint_ink, "#FFFFFF"), (look.watermark_text, "#FFFFFF")]
    for entry in (*look.nodes, *look.edges, *look.groups):
        if "warna" in entry.attributes:
            found.append((entry.attributes["warna"], "#FFFFFF"))
            if "latar" in entry.attributes:
                written = entry.attributes.get("tinta", entry.attributes["warna"])
                found.append((written, entry.attributes["latar"]))
    # Names stand on the watermark and on the heads of boxes.
    found += [(look.ink, look.watermark), (look.ink, look.header), (look.faint_ink, look.watermark)]
    return found


@pytest.mark.parametrize(("text", "ground"), _texts())
def test_text_and_signs_can_be_read(text: str, ground: str) -> None:
    assert _contrast(text, ground) >= _LEAST_CONTRAST


def _coloured() -> list[str]:
    """Every fact by which some view colours; what a view of one shade says by numbers is not among them."""
    return sorted({load_view(name).colour for name in view_names()} - {"kepadatan"})


@pytest.mark.parametrize("fact", _coloured())
def test_no_meaning_hangs_on_colour_alone(fact: str) -> None:
    entries = [entry for entry in theme().nodes if fact in entry.when]
    signs = [entry.attributes["ikon"] for entry in entries]
    colours = [entry.attributes["warna"] for entry in entries]
    assert signs
    assert len(set(signs)) == len(signs)
    assert len(set(colours)) == len(colours)


def test_an_earlier_entry_wins_attribute_by_attribute() -> None:
    entries = (
        Entry({"a": "1", "b": "2"}, {"warna": "merah"}),
        Entry({"a": "1"}, {"warna": "biru", "ikon": "x"}),
        Entry({}, {"ikon": "y", "garis": "z"}),
    )
    assert attributes({"a": "1", "b": "2"}, entries) == {"warna": "merah", "ikon": "x", "garis": "z"}
    assert attributes({"a": "1"}, entries) == {"warna": "biru", "ikon": "x", "garis": "z"}
    assert attributes({}, entries) == {"ikon": "y", "garis": "z"}


# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
_BLINDNESS = {
    "tanpa": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}
_LEAST_DISTANCE = 8.0


def _lab(colour: str, matrix: tuple[tuple[float, float, float], ...]) -> tuple[float, float, float]:
    raw = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in raw]
    red, green, blue = (sum(row[i] * linear[i] for i in range(3)) for row in matrix)
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (max(part, 0.0) ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", _BLINDNESS)
@pytest.mark.parametrize("fact", _coloured())
def test_colour_blind_readers_tell_the_colours_apart(fact: str, sight: str) -> None:
    colours = [entry.attributes["warna"] for entry in theme().nodes if fact in entry.when]
    labs = [_lab(colour, _BLINDNESS[sight]) for colour in colours]
    close = [
        (colours[one], colours[other])
        for one in range(len(labs))
        for other in range(one)
        if sum((a - b) ** 2 for a, b in zip(labs[one], labs[other], strict=True)) ** 0.5 < _LEAST_DISTANCE
    ]
    assert close == []
