"""Gives out ids and kode in bulk; safe because there is one writer at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from archrepo.declarations.metamodel import kelas as kelas_of
from archrepo.declarations.nasional import NASIONAL
from archrepo.errors import ConflictError
from archrepo.model.catatan import Urutan
from archrepo.model.rincian import ELEMEN, table_of

_URUTAN = table_of(Urutan)


_CHUNK = 900


class KodeTakenError(ConflictError):
    """A kode that another element of the Instansi has."""

    code = "KON002"

    def __init__(self, kode: str) -> None:
        super().__init__(
            f'Kode "{kode}" sudah dipakai objek lain', mend="Pakai kode lain, atau kosongkan agar diberi kode otomatis."
        )


class Penomoran:
    """Takes numbers from the series in the table ``urutan``, within one transaction of the writer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._used: dict[tuple[int, str], frozenset[str]] = {}
        self._claimed: dict[int, set[str]] = defaultdict(set)
        self._homes: dict[int, str] = {}

    def take(self, name: str, n: int, instansi_id: int | None = None) -> range:
        """Take the next n values of a series, which starts at 1."""
        where = (_URUTAN.c.nama == name) & (
            _URUTAN.c.instansi_id.is_(None) if instansi_id is None else _URUTAN.c.instansi_id == instansi_id
        )
        start = self._connection.execute(select(_URUTAN.c.berikutnya).where(where)).scalar()
        if start is None:
            start = 1
            row = {"nama": name, "instansi_id": instansi_id, "berikutnya": start + n}
            self._connection.execute(insert(_URUTAN), row)
        else:
            self._connection.execute(update(_URUTAN).where(where).values(berikutnya=start + n))
        return range(start, start + n)

    def ids(self, n: int) -> range:
        """Take n ids of elements."""
        return self.take("elemen", n)

    def kode(self, instansi_id: int, kelas: str, n: int) -> list[str]:
        """Take n readable kode of a class in an Instansi (``DAA-0001`` …), none of which is in use there."""
        prefix = self._home(instansi_id) + kelas_of(kelas).prefix
        used = self._used_kode(instansi_id, prefix)
        found: list[str] = []
        while len(found) < n:
            for serial in self.take(prefix, n - len(found), instansi_id):
                kode = f"{prefix}-{serial:04d}"
                if kode not in used and kode not in self._claimed[instansi_id]:
                    found.append(kode)
        return found

    def _home(self, instansi_id: int) -> str:
        """Return what kode of NASIONAL begin with, so that a kode alone names one object while there is one regency."""
        if instansi_id not in self._homes:
            kode = self._connection.execute(select(ELEMEN.c.kode).where(ELEMEN.c.id == instansi_id)).scalar()
            self._homes[instansi_id] = "N-" if kode == NASIONAL else ""
        return self._homes[instansi_id]

    def claim(self, instansi_id: int, given: Sequence[str]) -> None:
        """Keep kode that came from outside, so that no later one repeats them.

        Raises:
            KodeTakenError: the Instansi has one of them already, or two of them are the same.
        """
        for kode, times in Counter(given).items():
            if times > 1 or kode in self._claimed[instansi_id]:
                raise KodeTakenError(kode)
        for start in range(0, len(given), _CHUNK):
            where = (ELEMEN.c.instansi_id == instansi_id) & ELEMEN.c.kode.in_(given[start : start + _CHUNK])
            taken = self._connection.execute(select(ELEMEN.c.kode).where(where)).scalar()
            if taken is not None:
                raise KodeTakenError(str(taken))
        self._claimed[instansi_id].update(given)

    def _used_kode(self, instansi_id: int, prefix: str) -> frozenset[str]:
        key = (instansi_id, prefix)
        if key not in self._used:
            where = (ELEMEN.c.instansi_id == instansi_id) & ELEMEN.c.kode.startswith(f"{prefix}-", autoescape=True)
            self._used[key] = frozenset(self._connection.execute(select(ELEMEN.c.kode).where(where)).scalars())
        return self._used[key]
