"""What similarity is told of an application: names and texts, nothing of where they are kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Profil:
    """One application as similarity sees it.

    ``instansi`` is any text that tells one government from another, None where unknown. ``unit`` names the owner or
    reporter. ``nasional`` says whether the record is a shared national application; None leaves it to the name, as for
    pairs from a list. ``dikenal`` is its id among the known national applications. ``wilayah`` are words of the region
    (its name, its web domain) that add nothing to a name. ``kaitan`` are ids of services, processes and data.
    """

    id: int
    nama: str
    singkatan: str | None = None
    alias: tuple[str, ...] = ()
    fungsi: str | None = None
    deskripsi: str | None = None
    url: str | None = None
    bentuk: str | None = None
    unit: str | None = None
    instansi: str | None = None
    nasional: bool | None = None
    dikenal: str | None = None
    wilayah: tuple[str, ...] = ()
    kaitan: frozenset[int] = frozenset()
