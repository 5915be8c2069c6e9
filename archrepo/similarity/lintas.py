"""The second pass: one shared application that several governments list, found by name or address across Instansi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archrepo.declarations.nasional import national_applications
from archrepo.similarity.ciri import Ciri
from archrepo.similarity.pengetahuan import pengetahuan

_SHORTEST_NAME = 5
# One shared application that more governments list is told in parts of so many, each with the first that lists it.
_PART = 48


class Lintas:
    """Remembers who lists each distinct name and address, and names those of other Instansi that repeat it.

    What it keeps grows with the records of what two governments could share: an address, a known national application,
    or a name of its own of which something more is known.
    """

    def __init__(self) -> None:
        self._listed: dict[str, list[Ciri]] = {}

    def pairs(self, rows: Iterable[Ciri]) -> Iterator[tuple[Ciri, Ciri]]:
        """Yield the records of one Instansi beside those of others that share a key, and remember them."""
        for row in rows:
            met: set[int] = set()
            for key in _keys(row):
                listed = self._listed.setdefault(key, [])
                if len(listed) > _PART:
                    del listed[1:]
                for other in listed:
                    if other.profil.instansi != row.profil.instansi and other.profil.id not in met:
                        met.add(other.profil.id)
                        yield other, row
                listed.append(row)


def _keys(row: Ciri) -> Iterator[str]:
    known = national_applications().get(row.dikenal or "")
    if known is not None and known.installed_locally:
        # Each region's installation is an object of its own.
        return
    if row.dikenal is not None:
        yield f"d:{row.dikenal}"
    if row.alamat is not None:
        yield f"h:{row.alamat.host}"
    name = row.utama
    if (
        len(name.rapat) >= _SHORTEST_NAME
        and not name.umum
        and name.rapat not in pengetahuan().lazim
        and _is_described(row)
    ):
        yield f"n:{name.rapat}"


def _is_described(row: Ciri) -> bool:
    """A name alone joins nothing across governments: what it does must agree."""
    return bool(row.isi) and bool(row.fungsi.utama or row.fungsi.luas)
