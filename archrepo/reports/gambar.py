"""The integrasi picture inside a report: whole for a page of its own, brief where half a page is all there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archrepo.checks.finding import Finding
from archrepo.errors import MissingPartError
from archrepo.landscape import Landscape

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

_VIEW = "integrasi"
# Half an A4 page carries the boxes with their numbers and first names, not a row for each of two hundred applications.
_BRIEF_TITLES = {"terhubung_langsung": "Tanpa SPL", "terhubung_spl": "Lewat SPL", "di_pusat_data": "Pusat Data"}
_BRIEF_LISTS = frozenset({"di_pusat_data", "di_luar", "tidak_diketahui", "perlu_cek"})
_NAMESPACES = re.compile(r'\s(?:xmlns(?::\w+)?|standalone)="[^"]*"')


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture, or the sentence that says why there is none and what to do."""

    content: bytes | None
    note: str = ""

    @property
    def inline_svg(self) -> str:
        """The SVG as it stands inside an HTML page: without prologue and namespaces, which HTML does not need."""
        if self.content is None:
            return ""
        text = self.content.decode("utf-8")
        opening = text.index("<svg")
        end = text.index(">", opening)
        return _NAMESPACES.sub("", text[opening:end]) + text[end:]


def draw_integration(
    landscape: Landscape,
    *,
    format: str,  # noqa: A002 - the word of the command line
    instansi_id: int,
    findings: Sequence[Finding] = (),
    brief: bool = False,
) -> Gambar:
    """Draw the view of the Pusat Data and the exchanges; without Graphviz the report still stands, with a note."""
    from archrepo.drawing import draw
    from archrepo.drawing.catalogue import load_view

    view = load_view(_VIEW)
    try:
        content = draw(
            landscape,
            _brief(view) if brief else view,
            format=format,
            findings=findings,
            instansi_id=instansi_id,
        )
    except MissingPartError as error:
        return Gambar(None, f"Gambar tidak dibuat. {error.message}. {error.mend}")
    return Gambar(content)


EVERY_FINDING = "SEMUA"
"""Word of a view file for all that checks find."""


def findings_for(
    landscape: Landscape, views: Iterable[ViewDefinition], *, instansi_id: int | None = None
) -> tuple[Finding, ...]:
    """Return what the views need of the checks: their codes and families together, each run once.

    Raises:
        UnknownNameError: a view names a code that no rule has.
    """
    from archrepo.checks.registry import run_checks

    wanted = {code for view in views for code in view.findings}
    if not wanted:
        return ()
    only = () if EVERY_FINDING in wanted else tuple(sorted(wanted))
    return run_checks(landscape, only=only, instansi_id=instansi_id).findings


def _brief(view: ViewDefinition) -> ViewDefinition:
    zones = []
    for zone in view.zones:
        changes: dict[str, object] = {"title": _BRIEF_TITLES.get(zone.value, zone.title), "note": ""}
        if zone.value in _BRIEF_LISTS:
            changes |= {"is_one_line": True, "group": None, "details": ()}
        zones.append(zone.model_copy(update=changes))
    return view.model_copy(update={"page": "A4", "zones": tuple(zones)})
