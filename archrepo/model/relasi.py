"""``Relasi``, the rows of the relation table, and the matrix of which class may relate to which."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from archrepo.declarations.metamodel import common_fields, expand_targets, kelas, relation_kinds
from archrepo.errors import ConflictError
from archrepo.model.dasar import Dasar, rujukan


class Relasi(Dasar):
    """One relation of a kind (``R08``) from an element to another, with what the edge carries in ``atribut``."""

    __tablename__ = "relasi"

    id: Mapped[int] = mapped_column(primary_key=True)
    jenis: Mapped[str]
    dari_id: Mapped[int] = rujukan("elemen", required=True, index=True)
    ke_id: Mapped[int] = rujukan("elemen", required=True, index=True)
    atribut: Mapped[dict[str, Any] | None]
    asal: Mapped[str] = mapped_column(server_default="manual")
    batch_id: Mapped[int | None] = rujukan("batch")

    __table_args__ = (UniqueConstraint("jenis", "dari_id", "ke_id"),)


class RelationNotAllowedError(ConflictError):
    """A relation or reference that the metamodel does not declare for the classes at its ends."""

    code = "KON010"


@cache
def _pairs(jenis: str) -> frozenset[tuple[str, str]]:
    kind = relation_kinds()[jenis]
    return frozenset((source, target) for source in kind.sources for target in kind.targets)


def _label(name: str | None) -> str:
    return "objek yang tidak ada" if name is None else f'"{kelas(name).label}"'


def _labels(names: tuple[str, ...]) -> str:
    return " atau ".join(_label(name) for name in names)


def check_relation(jenis: str, dari: str | None, ke: str | None, *, between: str = "") -> None:
    """Refuse a row of the relation table that the matrix does not hold.

    Args:
        dari, ke: class names of the elements at the ends; None for an element that does not exist.
        between: the ends in words (kode or names), for the message.

    Raises:
        RelationNotAllowedError: the kind is unknown, has its home elsewhere, or does not join these classes.
    """
    kind = relation_kinds().get(jenis)
    place = f" ({between})" if between else ""
    if kind is None:
        text = f'Jenis relasi "{jenis}" tidak dikenal{place}'
        raise RelationNotAllowedError(text, mend="Pakai kode relasi yang ada di metamodel, misalnya R08.")
    if not kind.is_row:
        home = kind.through or " atau ".join(f"{owner}.{column}" for owner, column in kind.homes)
        text = f'Relasi {jenis} "{kind.name}" tidak dicatat sebagai baris relasi{place}'
        raise RelationNotAllowedError(text, mend=f"Isilah {home}.")
    if (dari, ke) not in _pairs(jenis):
        text = f'Relasi {jenis} "{kind.name}" tidak berlaku dari {_label(dari)} ke {_label(ke)}{place}'
        mend = f"Relasi ini menghubungkan {_labels(kind.sources)} dengan {_labels(kind.targets)}."
        raise RelationNotAllowedError(text, mend=mend)


@cache
def reference_fields(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the reference columns of a class, its own and the common ones, with the classes they may point to."""
    views = {kind.view_one for kind in relation_kinds().values()}
    own = {
        field.name: expand_targets(field.targets)
        for field in (*common_fields(), *kelas(name).fields)
        if field.kind == "ref" and (name, field.name) not in views
    }
    return {**own, "instansi_id": ("Instansi",), "digabung_ke_id": (name,)}


def check_reference(name: str, field: str, target: str | None, *, of: str = "") -> None:
    """Refuse a reference whose target is of a class that the field may not point to.

    Args:
        name: class of the element that refers.
        target: class of the element referred to; None when it does not exist.
        of: the referring element in words, for the message.

    Raises:
        RelationNotAllowedError: the target does not exist or is of another class.
    """
    wanted = reference_fields(name)[field]
    if target in wanted:
        return
    declared = kelas(name).field(field)
    label = declared.label if declared is not None else field
    text = f'Isian "{label}" pada {of or _label(name)} menunjuk ke {_label(target)}'
    raise RelationNotAllowedError(text, mend=f"Isian ini harus menunjuk ke {_labels(wanted)}.")
