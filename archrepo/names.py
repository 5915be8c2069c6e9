"""Normal forms of names and addresses, by which the same thing written twice is recognised."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

_NOT_WORD = re.compile(r"[\W_]+")
_ASCII_SIGNS = {number: " " for number in range(128) if not chr(number).isalnum()}
_BLANKS = re.compile(r"[\s\u00a0\u200b\ufeff]+")
# Schemes as units really write them: http;//, https//:, htpp://
_SCHEME = re.compile(r"^\s*h\w{2,4}s?\s*[:;]?\s*/{1,3}[:;]?\s*", re.IGNORECASE)
_HOST = re.compile(r"^(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z]{2,24}$")
# What most addresses look like: nothing to mend and nothing to take apart.
_USUAL = re.compile(
    r"(?:https?://)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24})(?::\d{1,5})?(?:/[a-z0-9./?=&%#~+_-]*)?"
)
_ADDRESS = re.compile(r"^(\d{1,3})(?:\.(\d{1,3})){3}$")

SHARED_PLATFORMS = frozenset(
    {
        "bit.ly", "s.id", "linktr.ee", "forms.gle", "docs.google.com", "sites.google.com", "drive.google.com",
        "google.com", "youtube.com", "youtu.be", "facebook.com", "instagram.com", "tiktok.com", "twitter.com", "x.com",
        "wa.me", "t.me", "play.google.com", "apps.apple.com", "blogspot.com", "wordpress.com", "wixsite.com",
        "github.io", "github.com", "herokuapp.com", "web.app", "firebaseapp.com", "vercel.app", "netlify.app",
        "tinyurl.com", "canva.site", "glide.page", "glideapp.io", "appsheet.com", "script.google.com",
    }
)  # fmt: skip
"""Hosts that many owners share: two applications on one of them are not the same for that."""

_BELOW_SHARED = tuple(f".{host}" for host in SHARED_PLATFORMS)


def clean(text: str) -> str:
    """Return the text in NFKC with NBSP and runs of blanks as one blank, without blanks at either end."""
    if text.isascii() and text.isprintable():  # most texts: nothing to normalise but blanks
        return " ".join(text.split())
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", text)).strip()


@lru_cache(maxsize=262144)
def fold(text: str) -> str:
    """Return the form in which texts are compared: NFKC, lower case, punctuation and runs of blanks as one blank.

    Folding twice is folding once.
    """
    if text.isascii():
        # Nothing to normalise: most names, at a sixth of the cost.
        return " ".join(text.lower().translate(_ASCII_SIGNS).split())
    lowered = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return _NOT_WORD.sub(" ", lowered).strip()


def squeeze(text: str) -> str:
    """Return the folded form without any blank: ``e-Presensi``, ``E Presensi`` and ``EPresensi`` meet."""
    return fold(text).replace(" ", "")


@lru_cache(maxsize=65536)
def without_scheme(url: str) -> str:
    """Return an address without its scheme, however that is misspelt."""
    return _SCHEME.sub("", url)


@lru_cache(maxsize=65536)
def host_of(url: str | None) -> str | None:
    """Return the host of an address as units write it, lower case, without ``www.`` and port, or None.

    Accepts a missing scheme, ``http;//`` and a path; two addresses in one cell give the first. An IPv4 address counts
    as a host. Text that holds no plausible host gives None.
    """
    if not url:
        return None
    usual = _USUAL.fullmatch(url)
    if usual is not None:
        host = usual[1].removeprefix("www.")
        return host if _HOST.match(host) else None
    for part in re.split(r"[\s,;|]+(?!//)", clean(url)):
        bare = without_scheme(part)
        if not bare:
            continue
        try:
            host = (urlsplit(f"//{bare}").hostname or "").rstrip(".").lower()
        except ValueError:  # brackets that are no IPv6 address
            continue
        host = host.removeprefix("www.")
        if _HOST.match(host) or _ADDRESS.match(host):
            return host
    return None


def is_shared_platform(host: str) -> bool:
    """Whether the host, or the domain it stands below, is one that many owners share."""
    return host in SHARED_PLATFORMS or host.endswith(_BELOW_SHARED)


def name_from_address(url: str) -> str:
    """Return what a thing is called that has only an address: its host, on a shared platform the whole address.

    Two short links of one owner (``bit.ly/aduan``, ``bit.ly/survei``) are two things.
    """
    host = host_of(url)
    if host is None or is_shared_platform(host):
        return without_scheme(url).strip().rstrip("/").removeprefix("www.")
    return host


def is_private_address(host: str) -> bool:
    """Whether the host is an IPv4 address of a private range, which tells two networks' machines not apart."""
    if not host[-1:].isdigit():
        return False
    parts = host.split(".")
    if len(parts) != 4 or not all(part.isdigit() for part in parts):
        return False
    first, second = int(parts[0]), int(parts[1])
    return first in (10, 127) or (first == 192 and second == 168) or (first == 172 and 16 <= second <= 31)
