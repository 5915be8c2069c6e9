"""The metamodel as something to draw: one element a class, one edge a declared relation."""

from __future__ import annotations

from archrepo.declarations.metamodel import classes, relation_kinds
from archrepo.landscape.elemen import Elemen
from archrepo.landscape.landscape import Landscape, Relasi


def metamodel_landscape(landscape: Landscape) -> Landscape:
    """Return a Landscape whose elements are the declared classes, joined by the declared relations.

    Args:
        landscape: lends its Instansi and its day, for the sheet's head.
    """
    homes = sorted(landscape.of_class("Instansi"), key=lambda row: row.id)
    start = max((element.id for element in homes), default=0) + 1
    home = homes[0].id if homes else start
    ids = {name: start + offset for offset, name in enumerate(classes())}
    rows = [
        Elemen(id=ids[name], kelas=name, kode=row.prefix or name, nama=row.label, instansi_id=home)
        for name, row in classes().items()
        if row.prefix
    ]
    edges = [
        Relasi(kind.id, ids[source], ids[target])
        for kind in relation_kinds().values()
        for source in kind.sources
        for target in kind.targets
        if source in ids and target in ids
    ]
    return Landscape((*homes, *rows), edges, as_of=landscape.as_of, taken_at=landscape.taken_at)
