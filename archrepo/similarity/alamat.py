"""What an address says: the name in front of it, the unit behind that name, and the region's domain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from archrepo.names import clean, host_of, is_private_address, is_shared_platform, without_scheme
from archrepo.similarity.pengetahuan import pengetahuan

_SECOND_LEVEL = frozenset({"go", "co", "or", "ac", "sch", "web", "desa", "net", "my", "mil"})
_NO_NAME = frozenset(
    {"www", "app", "apps", "web", "portal", "home", "dev", "demo", "server", "sim", "api", "mail", "v2"}
)
_ENDINGS = frozenset(
    {
        "id",
        "com",
        "org",
        "net",
        "info",
        "io",
        "co",
        "gov",
        "edu",
        "me",
        "app",
        "dev",
        "xyz",
        "site",
        "online",
        "cc",
        "ai",
    }
)
_PATH = re.compile(r"[^/\s]+/+([^/?#\s]+)")


@dataclass(frozen=True, slots=True)
class Alamat:
    """One address. ``domain`` is the registrable one; ``label`` the name in front, None when it tells nothing;
    ``unit`` the labels between both; ``path`` the first step behind the host."""

    host: str
    domain: str
    label: str | None
    unit: tuple[str, ...]
    path: str


@lru_cache(maxsize=8_192)
def alamat(url: str | None) -> Alamat | None:
    """Return the parts of an address, or None where there is none that tells applications apart.

    Shared platforms (bit.ly, a Google form), private and bare numeric addresses give None.
    """
    host = host_of(url)
    if url is None or host is None or is_shared_platform(host) or is_private_address(host):
        return None
    labels = host.split(".")
    if labels[-1].isdigit():
        return None
    size = 3 if len(labels) >= 3 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    front = [label for label in labels[:-size] if label not in _NO_NAME]
    found = _PATH.match(without_scheme(clean(url)))
    return Alamat(
        host=host,
        domain=".".join(labels[-size:]),
        label=front[0] if front else None,
        unit=tuple(front[1:]),
        path=found.group(1).lower() if found else "",
    )


def region_of(domain: str) -> str | None:
    """Return the region's name in a web domain such as ``tabanankab.go.id``, or None."""
    name = domain.split(".")[0]
    for ending in pengetahuan().akhiran_domain:
        if name.endswith(ending) and len(name) > len(ending) + 2:
            return name[: -len(ending)]
    return None


def is_host_name(text: str) -> bool:
    """Whether a name is in truth an address: one word that is a host."""
    host = host_of(text) if "." in text and " " not in text.strip() else None
    # SIRUP.LKPP and My.SAPK are names.
    return host is not None and (host.rsplit(".", 1)[-1] in _ENDINGS or "://" in text)
