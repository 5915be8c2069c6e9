"""What every form says of a finding's elements: kode, name, layer, owner, reporters, source."""

from __future__ import annotations

from dataclasses import dataclass

from archrepo.checks.finding import Finding
from archrepo.checks.registry import CheckResult, unit_name
from archrepo.declarations.metamodel import classes
from archrepo.landscape import Elemen, Landscape, Sumber


@dataclass(frozen=True, slots=True)
class ElementFacts:
    """One element of a finding, in words. ``pemilik`` is empty while to be confirmed."""

    kode: str
    nama: str
    layer: str
    instansi: str
    pemilik: str
    pelapor: tuple[str, ...]
    source: Sumber | None


def element_facts(landscape: Landscape, element: Elemen) -> ElementFacts:
    """Return what is shown of an element; its first source stands for all."""
    owner = landscape.get(element.pemilik_id)
    reporting = {row.nama for row in landscape.sources(element.id, "R58")}
    declared = classes().get(element.kelas)
    return ElementFacts(
        kode=element.kode,
        nama=element.nama,
        layer=declared.layer if declared else "",
        instansi=landscape[element.instansi_id].nama,
        pemilik=owner.nama if owner is not None else "",
        pelapor=tuple(sorted(reporting)),
        source=element.sumber[0] if element.sumber else None,
    )


def elements_of(landscape: Landscape, finding: Finding) -> tuple[ElementFacts, ...]:
    """Return the elements of a finding, most telling first."""
    return tuple(element_facts(landscape, landscape[identifier]) for identifier in finding.element_ids)


def place_of(landscape: Landscape, finding: Finding) -> Sumber | None:
    """Return where a finding stands in the files: its sheet, else the first source of its first element."""
    if finding.source is not None:
        return Sumber(finding.source[0], finding.source[1], 0)
    sources = landscape[finding.element_ids[0]].sumber if finding.element_ids else ()
    return sources[0] if sources else None


def basis_text(finding: Finding) -> str:
    """Return what a finding rests on; a basis of low confidence is marked as such."""
    texts = []
    for basis in finding.basis:
        article = f" {basis.article}" if basis.article else ""
        doubt = " (perlu dicek)" if basis.confidence == "low" else ""
        texts.append(f"{basis.rule}{article}{doubt}")
    return "; ".join(texts)


def by_unit(landscape: Landscape, result: CheckResult) -> dict[str, list[Finding]]:
    """Group the open findings by the unit whose work they are, units in alphabetical order, mixed ones last."""
    groups: dict[str, list[Finding]] = {}
    for finding in result.findings:
        groups.setdefault(unit_name(landscape, result, finding), []).append(finding)
    named = {unit.nama for unit in landscape.units()}
    return dict(sorted(groups.items(), key=lambda item: (item[0] not in named, item[0].casefold())))
