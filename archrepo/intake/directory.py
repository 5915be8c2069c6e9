"""Finds elements by kode or name while a plan is made: stored ones and those that the batch itself brings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from archrepo.declarations.metamodel import classes
from archrepo.declarations.nasional import national_names
from archrepo.intake.draft import Draft, Ref
from archrepo.intake.identity import looks_like_kode
from archrepo.names import fold, squeeze

_OUR_KODE = re.compile(
    "^(N-)?(" + "|".join(sorted(row.prefix for row in classes().values() if row.prefix)) + r")-\d+$", re.IGNORECASE
)


class Directory:
    """Names and kode of the elements of one Instansi and of NASIONAL.

    An element is found by its name, short name and other names. A reference of the form ``KODE Nama`` (as national
    workbooks write it) is read by its kode. ``coded`` are the elements whose kode a sender gave.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._by_kode: dict[str, Ref] = {}
        self._kode_in: dict[str, str | None] = {}
        self._by_name: dict[str, dict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
        self.coded: set[Ref] = set()
        landscape = draft.landscape
        homes = {draft.instansi_id} | ({landscape.nasional.id} if landscape.nasional else set())
        for element in landscape.elements:
            if element.instansi_id in homes:
                names = [element.nama]
                for field in ("singkatan", "alias"):
                    value = element.nilai(field)
                    names += value if isinstance(value, tuple) else [value] if isinstance(value, str) else []
                self.add(element.id, element.kelas, names, element.kode)

    def add(self, ref: Ref, kelas: str, names: Iterable[str], kode: str | None = None) -> None:
        """Make an element findable; a name it has already is not repeated."""
        if kode is not None:
            self._by_kode.setdefault(kode.casefold(), ref)
            self._kode_in.clear()
        for name in dict.fromkeys(squeeze(name) for name in names):
            if name and ref not in self._by_name[kelas][name]:
                self._by_name[kelas][name].append(ref)

    def by_kode(self, kode: str) -> Ref | None:
        """Return the element of that kode, case ignored, or None."""
        return self._by_kode.get(kode.strip().casefold())

    def kode_in(self, text: str) -> str | None:
        """Return the kode that a reference is or begins with, or None when it is a name.

        A name may look like a kode ("PSC-119"): one that nobody has counts as a kode only with a prefix of ours.
        """
        if text not in self._kode_in:
            self._kode_in[text] = self._read_kode(text)
        return self._kode_in[text]

    def _read_kode(self, text: str) -> str | None:
        whole = text.strip()
        first = whole.split(" ", 1)[0].rstrip(":-,")
        if not looks_like_kode(first):
            return None
        if self.by_kode(first) is not None:
            return first
        return first if first == whole and _OUR_KODE.match(whole) else None

    def find(self, text: str, classes: Iterable[str], unit: Ref | None = None) -> Ref | None:
        """Return the one element that a text names, or None when there is none or it cannot be told which.

        Args:
            text: a kode, a name, or kode and name.
            classes: classes that may be meant, the likeliest first.
            unit: of several elements of that name, the one that this unit owns is meant.

        Of several, the one that a sender gave a kode is meant: it is in the architecture, the others are in lists.
        """
        kode = self.kode_in(text)
        if kode is not None:
            found = self.by_kode(kode)
            return found if found is not None and self._draft.kelas(found) in set(classes) else None
        refs = self.named(text, classes)
        if len(refs) == 1:
            return refs[0]
        owned = [ref for ref in refs if unit is not None and self._draft.value(ref, "perangkat_daerah_id") == unit]
        coded = [ref for ref in refs if ref in self.coded]
        return next((group[0] for group in (owned, coded) if len(group) == 1), None)

    def named(self, text: str, classes: Iterable[str]) -> tuple[Ref, ...]:
        """Return the elements of that name, of the first class that has any."""
        for kelas in classes:
            refs = self._by_name[kelas].get(squeeze(text), [])
            if not refs and kelas == "Aplikasi":
                refs = self._national(text)
            if refs:
                return tuple(refs)
        return ()

    def _national(self, text: str) -> list[Ref]:
        known = national_names().get(squeeze(text))
        if known is None:
            return []
        return [
            ref
            for ref in self._by_name["Aplikasi"].get(squeeze(known.nama), [])
            if self._draft.value(ref, "nasional") == known.id
        ]

    def nearest(self, text: str, classes: Iterable[str]) -> tuple[str, ...]:
        """Return up to three names like the text."""
        names = {
            fold(self._draft.nama(ref)): self._draft.nama(ref)
            for kelas in classes
            for refs in self._by_name[kelas].values()
            for ref in refs
        }
        near = process.extract(fold(text), list(names), scorer=fuzz.WRatio, limit=3, score_cutoff=75)
        return tuple(names[name] for name, _, _ in near)


def near_text(names: Iterable[str]) -> str:
    """Return names as the tail of a message: `` (mungkin: A, B)``, or nothing."""
    shown = ", ".join(f'"{name}"' for name in names)
    return f" (mungkin: {shown})" if shown else ""
