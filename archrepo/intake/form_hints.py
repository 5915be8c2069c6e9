"""What a listed thing is (system, site, form, channel), where no column says so but its address or its name does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from archrepo.declarations.kosakata import vocabularies
from archrepo.intake.wording import any_word, reading
from archrepo.names import fold, host_of


def form_of(name: str, url: str | None) -> str | None:
    """Return a value of bentuk_aplikasi, or None.

    A link on a shared platform is a form, an app store's page a mobile channel; a name that begins with ``Website`` or
    is spelled as the vocabulary spells a form says so itself. Anything else is not guessed.
    """
    if url and (found := _of_address(url)):
        return found
    bare = fold(name)
    for form, pattern in _beginnings():
        if pattern.match(bare):
            return form
    known = vocabularies()["bentuk_aplikasi"].index.get(bare)
    return None if known == "sistem" else known


@cache
def _hosts() -> tuple[re.Pattern[str], Mapping[str, str]]:
    hosts: dict[str, str] = {}
    for row in vocabularies()["bentuk_aplikasi"].nilai:
        declared = row.attributes.get("host")
        if isinstance(declared, list):
            hosts.update({str(host).removeprefix("www."): row.id for host in declared})
    hosts.update(reading("bentuk_dari_isi")["host"])
    return re.compile("|".join(map(re.escape, hosts))), hosts


def _of_address(url: str) -> str | None:
    pattern, hosts = _hosts()
    return hosts.get(host_of(url) or "") if pattern.search(url) else None


@cache
def _beginnings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form, any_word(words)) for form, words in reading("bentuk_dari_isi")["awal_nama"].items())
