"""The declared metamodel: classes, fields and relations of the repository (``schema/metamodel.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from archrepo.declarations.resource import schema_document
from archrepo.errors import UnknownNameError

LAYERS = ("organisasi", "proses_bisnis", "layanan", "data", "aplikasi", "infrastruktur", "keamanan", "tata_kelola")
"""Layers as the command line knows them, in the order of import."""

_LAYER_OF_DOMAIN = {"acuan": "organisasi", "penilaian": "tata_kelola", "manajemen": "tata_kelola"}

# The metamodel's name for "any kind of infrastructure" in a reference.
_GROUPS = {"Infrastruktur": "infrastruktur"}


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field of a class.

    ``kind`` is one of teks, teks_panjang, kode, bilangan, uang, tanggal, tahun, ya_tidak, url, enum, ref, ref_banyak;
    ``targets`` are the class names a ref may point to; ``vocabulary`` is an id of ``kosakata.yaml``; ``required`` is
    ya, tidak or bersyarat; ``portal`` says that the national portal's manual lists the field.
    """

    name: str
    label: str
    kind: str
    required: str = "tidak"
    portal: bool = False
    vocabulary: str | None = None
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kelas:
    """One declared class.

    ``prefix`` starts the kode of its objects (``DAA-0001``); ``reference`` is the field that shows kode_referensi.
    """

    name: str
    label: str
    layer: str
    archimate: str | None
    definition: str
    confidence: str
    fields: tuple[Field, ...]
    prefix: str
    reference: str | None = None
    article: str | None = None

    def field(self, name: str) -> Field | None:
        """Return the class's own or common field of that name, or None."""
        return next((field for field in (*self.fields, *common_fields()) if field.name == name), None)


@dataclass(frozen=True, slots=True)
class RelationKind:
    """One declared relation.

    ``homes`` are the foreign keys ``(class, column)`` that hold it; ``through`` names the edge class (Penempatan,
    Integrasi) that does. With neither it is a row of the relation table, and ``view_many`` / ``view_one`` name the
    ref_banyak or ref field that shows those rows. ``targets`` has its groups expanded.
    """

    id: str
    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    cardinality: str
    meaning: str
    homes: tuple[tuple[str, str], ...] = ()
    through: str | None = None
    attributes: tuple[str, ...] = ()
    archimate: tuple[str, ...] = ()
    view_many: tuple[str, str] | None = None
    view_one: tuple[str, str] | None = None

    @property
    def is_row(self) -> bool:
        """Whether the relation is kept as rows of the relation table."""
        return not self.homes and self.through is None


_REFERENCE_FIELDS = frozenset({"rab", "ral", "rad", "raa", "rak"})

NOT_ELEMENTS = frozenset({"KodeReferensi"})


def _field(row: list[Any]) -> Field:
    name, label, kind, portal, required, vocabulary = row
    targets: tuple[str, ...] = ()
    if ":" in kind:
        kind, names = kind.split(":", 1)
        targets = tuple(names.split("|"))
    return Field(
        name=name,
        label=label,
        kind=kind,
        required={True: "ya", False: "tidak"}.get(required, "bersyarat"),
        portal=bool(portal),
        vocabulary=vocabulary,
        targets=targets,
    )


@cache
def common_fields() -> tuple[Field, ...]:
    """Return the fields that every element has."""
    return tuple(_field(row) for row in schema_document("metamodel.yaml")["field_umum"])


@cache
def classes() -> Mapping[str, Kelas]:
    """Return every declared class by name, in the order of the declaration."""
    found: dict[str, Kelas] = {}
    for name, row in schema_document("metamodel.yaml")["kelas"].items():
        fields = tuple(_field(field) for field in row.get("field", ()))
        domain = row["domain"]
        found[name] = Kelas(
            name=name,
            label=row["nama"],
            layer=_LAYER_OF_DOMAIN.get(domain, domain),
            archimate=row["archimate"],
            definition=row["definisi"],
            confidence=row["confidence"],
            fields=fields,
            prefix=row.get("awalan_kode", ""),
            reference=next((field.name for field in fields if field.name in _REFERENCE_FIELDS), None),
            article=row.get("pasal"),
        )
    return found


def kelas(name: str) -> Kelas:
    """Return the class of that name.

    Raises:
        UnknownNameError: there is none.
    """
    try:
        return classes()[name]
    except KeyError:
        raise UnknownNameError("Kelas", name, tuple(classes())) from None


def expand_targets(targets: tuple[str, ...]) -> tuple[str, ...]:
    """Replace a group name such as Infrastruktur by the classes of that layer."""
    names: list[str] = []
    for target in targets:
        layer = _GROUPS.get(target)
        if layer is None:
            names.append(target)
        else:
            names.extend(name for name, row in classes().items() if row.layer == layer)
    return tuple(dict.fromkeys(names))


def _pair(text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    owner, column = text.split(".")
    return owner, column


def _homes(text: str | None) -> tuple[tuple[str, str], ...]:
    if text is None:
        return ()
    pairs = (part.strip().split(".") for part in text.split(" or "))
    return tuple((owner, column) for owner, column in pairs)


@cache
def relation_kinds() -> Mapping[str, RelationKind]:
    """Return every declared relation by id (``R01`` …)."""
    return {
        row["id"]: RelationKind(
            id=row["id"],
            name=row["nama"],
            sources=tuple(row["dari"].split("|")),
            targets=expand_targets((*row["ke"].split("|"), *row.get("ke_juga", ()))),
            cardinality=row["kard"],
            meaning=row["arti"],
            homes=_homes(row.get("field")),
            through=row.get("lewat"),
            attributes=tuple(row.get("atribut", ())),
            archimate=tuple(row.get("archimate", ())),
            view_many=_pair(row.get("bidang_jamak")),
            view_one=_pair(row.get("bidang_tunggal")),
        )
        for row in schema_document("metamodel.yaml")["relasi"]
    }
