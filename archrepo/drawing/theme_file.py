"""Reads a regency's own looks: its name, its emblem, and whatever of the shipped theme it wants otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from archrepo.declarations.resource import parse_yaml, schema_document
from archrepo.drawing.catalogue import nearest_words
from archrepo.drawing.theme import Theme, theme_of
from archrepo.errors import DeclarationError, InputError, Place

_REGION = "daerah"
_REGION_KEYS = ("nama", "lambang")
_LISTS = ("simpul", "tepi", "kelompok")
_LARGEST_EMBLEM = 5 * 1024 * 1024
_EMBLEM_SIDE = 320
LEAST_CONTRAST = 4.5
"""Of text on its ground, as the accessibility guidelines ask (WCAG 2, level AA)."""


def load_theme(path: Path) -> Theme:
    """Return the shipped theme with what a file says otherwise.

    The file may name ``daerah`` (``nama``, ``lambang``: an image beside it) and any key of ``schema/tema.yaml``; rows
    of its lists go before ours.

    Raises:
        InputError: file or emblem cannot be read, or the emblem is no image.
        DeclarationError: an unknown key (the nearest known one is named), or text that could not be read on its ground.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "Berkas tema tidak dapat dibaca",
            mend="Periksa nama dan hak baca, dan simpan sebagai teks UTF-8.",
            where=Place(file=str(path)),
        ) from error
    given = parse_yaml(text, str(path))
    shipped = schema_document("tema.yaml")
    _check_keys(given, (*shipped, _REGION), str(path))
    region = given.get(_REGION) or {}
    if not isinstance(region, dict):
        raise _wrong(str(path), _REGION, "berisi nama dan lambang", "Tulis nama dan lambang di bawah daerah.")
    _check_keys(region, _REGION_KEYS, str(path), f"{_REGION}.")
    theme = _checked(_merged(shipped, given, str(path)), str(path))
    emblem = region.get("lambang")
    return replace(
        theme,
        region_name=str(region["nama"]) if region.get("nama") else None,
        emblem=_emblem(path.parent / str(emblem)) if emblem else None,
    )


def _wrong(file: str, key: str, what: str, mend: str) -> DeclarationError:
    return DeclarationError(f'Kunci "{key}": {what}', mend=mend, where=Place(file=file), code="DEK010")


def _check_keys(given: Mapping[str, Any], known: tuple[str, ...], file: str, prefix: str = "") -> None:
    for key in given:
        if key not in known:
            near = nearest_words(str(key), known)
            hint = f'Mungkin maksudnya "{near[0]}".' if near else f"Kunci yang dikenal: {', '.join(known)}."
            raise DeclarationError(
                f'Kunci "{prefix}{key}" tidak dikenal', mend=hint, where=Place(file=file), code="DEK010"
            )


def _merged(shipped: Mapping[str, Any], given: Mapping[str, Any], file: str) -> Theme:
    document: dict[str, Any] = dict(shipped)
    for key, value in given.items():
        if key == _REGION:
            continue
        if type(value) is not type(shipped[key]):
            raise _wrong(file, key, "isinya berbeda bentuk dari tema bawaan", "Lihat bentuknya pada schema/tema.yaml.")
        if isinstance(value, dict):
            _check_keys(value, tuple(shipped[key]), file, f"{key}.")
            document[key] = {**shipped[key], **value}
        else:
            document[key] = [*value, *shipped[key]] if key in _LISTS else value
    try:
        return theme_of(document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _wrong(file, "tema", "ada isi yang bukan bentuknya", "Bandingkan dengan schema/tema.yaml.") from error


def _checked(theme: Theme, file: str) -> Theme:
    """Refuse colours of text that could not be read on their ground."""
    pairs = [("tinta", theme.ink, "#FFFFFF"), ("tinta_samar", theme.faint_ink, "#FFFFFF")]
    for kind, rows in (("simpul", theme.nodes), ("tepi", theme.edges), ("kelompok", theme.groups)):
        for row in rows:
            look, name = row.attributes, f"{kind} {dict(row.when)}"
            if "warna" in look:
                pairs.append((name, look["warna"], "#FFFFFF"))
            if "latar" in look:
                pairs.append((name, look.get("tinta") or look.get("warna") or theme.ink, look["latar"]))
    for name, ink, ground in pairs:
        try:
            found = contrast(ink, ground)
        except ValueError as error:
            raise _wrong(file, name, f"warna {ink} atau {ground} tidak dikenal", "Tulis seperti #1A1A1A.") from error
        if found < LEAST_CONTRAST:
            shown = f"{found:.1f}".replace(".", ",")
            raise _wrong(
                file, name, f"{ink} di atas {ground} sukar dibaca (kontras {shown})",
                "Pilih warna yang lebih gelap, atau latar yang lebih terang; sedikitnya 4,5.",
            )  # fmt: skip
    return theme


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours ``#RRGGBB`` from 1 to 21 (WCAG 2).

    Raises:
        ValueError: one of them is written otherwise.
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(colour)
    parts = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _emblem(path: Path) -> bytes:
    """Return the emblem as a small PNG made anew, so that nothing else of the file gets into a picture."""
    from io import BytesIO

    from PIL import Image

    where = Place(file=str(path))
    try:
        if path.stat().st_size > _LARGEST_EMBLEM:
            raise InputError("Lambang lebih besar dari 5 MB", mend="Pakai gambar yang lebih kecil.", where=where)
        with Image.open(path) as picture:
            picture.thumbnail((_EMBLEM_SIDE, _EMBLEM_SIDE))
            out = BytesIO()
            picture.convert("RGBA").save(out, "PNG", optimize=True)
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise InputError(
            "Lambang tidak dapat dibaca sebagai gambar", mend="Pakai berkas PNG atau JPEG.", where=where
        ) from error
    return out.getvalue()
