"""Draws a view: selects, styles, lays out, paints, and stores the file whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from archrepo.berkas import write_bytes
from archrepo.checks.finding import Finding
from archrepo.drawing.area import Area, DoesNotFitError
from archrepo.drawing.bundles import lay_bundles
from archrepo.drawing.change import Perubahan, landscape_of_changes
from archrepo.drawing.dot import EMBLEM_FILE, to_dot
from archrepo.drawing.engine import TIME_LIMIT, TimeLimitError, run
from archrepo.drawing.facts import Facts
from archrepo.drawing.frame import frame, sheet_of
from archrepo.drawing.lanes import lay_lanes
from archrepo.drawing.matrix import lay_adjacency, lay_matrix
from archrepo.drawing.metamodel import metamodel_landscape
from archrepo.drawing.picture import Picture
from archrepo.drawing.remarks import with_findings
from archrepo.drawing.rows import rows_of
from archrepo.drawing.scope import EVERYTHING, Scope
from archrepo.drawing.select import select
from archrepo.drawing.selection import choose, facts_for
from archrepo.drawing.sheet import Label, Pile, Run, Sheet
from archrepo.drawing.svg import to_svg
from archrepo.drawing.theme import Styled, Theme, style, theme
from archrepo.drawing.timeline import lay_timeline
from archrepo.drawing.viewer import viewer_page
from archrepo.drawing.zones import lay_zones
from archrepo.errors import UsageError
from archrepo.landscape.landscape import Landscape

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

FORMATS = ("svg", "png", "pdf", "dot", "html")


class Wishes(TypedDict, total=False):
    """What may be asked of a view, all by name.

    findings: shown in the tooltips of their elements and counted in the caption; some views are made of them.
    opd_ids: only what these units, or units below them, own, use or report.
    instansi_id: only what belongs to this government, or is national and used there.
    focus: kode of the element in the centre, for views that start from one.
    depth, direction: how far and which way (dua, keluar, masuk) to go from it; the view's own when not given.
    changes: what changed between two points in time, for views that show that.
    watermark: text across the whole picture, such as ``DATA CONTOH``.
    region_name: name of the regency on the sheet, where it is not the Instansi's.
    theme: looks other than those that ship with the package, with the regency's own emblem.
    page_of: address of an element's page, with ``{kode}`` for its kode; applications keep their own address.
    seconds: time limit for each run of Graphviz.
    """

    findings: Sequence[Finding]
    opd_ids: Iterable[int] | None
    instansi_id: int | None
    focus: str | None
    depth: int | None
    direction: str | None
    changes: Sequence[Perubahan]
    watermark: str | None
    region_name: str | None
    theme: Theme | None
    page_of: str | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of a view, put in order; the fields are those of ``Wishes``."""

    scope: Scope = EVERYTHING
    findings: tuple[Finding, ...] = ()
    changes: tuple[Perubahan, ...] = ()
    watermark: str | None = None
    region_name: str | None = None
    theme: Theme = field(default_factory=theme)
    page_of: str | None = None
    seconds: float = TIME_LIMIT

    @classmethod
    def of(cls, wishes: Wishes) -> Request:
        """Return the request that wishes make."""
        units = wishes.get("opd_ids")
        return cls(
            scope=Scope(
                frozenset(units) if units is not None else None,
                wishes.get("instansi_id"),
                wishes.get("focus"),
                wishes.get("depth"),
                wishes.get("direction"),
            ),
            findings=tuple(wishes.get("findings", ())),
            changes=tuple(wishes.get("changes", ())),
            watermark=wishes.get("watermark"),
            region_name=wishes.get("region_name"),
            theme=wishes.get("theme") or theme(),
            page_of=wishes.get("page_of"),
            seconds=wishes.get("seconds", TIME_LIMIT),
        )


def _definition(view: ViewDefinition | str) -> ViewDefinition:
    from archrepo.drawing.catalogue import load_view

    return load_view(view) if isinstance(view, str) else view


def picture(landscape: Landscape, view: ViewDefinition | str, **wishes: Unpack[Wishes]) -> Picture:
    """Return what the sheet of a view says, rolled up as far as its limit and its sheet ask.

    A sheet of lanes is laid out by Graphviz, which this function does not run: ``draw`` may roll it up one level more.
    """
    return _composed(landscape, _definition(view), Request.of(wishes), runs_graphviz=False).styled.picture


def draw(
    landscape: Landscape,
    view: ViewDefinition | str,
    *,
    format: str,  # noqa: A002 - the word of the command line
    **wishes: Unpack[Wishes],
) -> bytes:
    """Return the picture of a view as a file's content.

    Args:
        view: a loaded definition, or the name of one of ours.
        format: svg, png (150 dots per inch), pdf, dot or html.
        wishes: see ``Wishes``.

    Raises:
        UsageError: unknown format, or a focus that the view cannot start from.
        UnknownNameError: there is no such view or kode.
        MissingPartError: Graphviz is missing or ran out of time; it paints png and pdf and lays out lanes.
    """
    return paint(landscape, view, (format,), **wishes)[format]


def paint(
    landscape: Landscape, view: ViewDefinition | str, formats: Sequence[str], **wishes: Unpack[Wishes]
) -> dict[str, bytes]:
    """Return the picture of a view in several formats, composed once. Raises as ``draw`` does."""
    unknown = next((name for name in formats if name not in FORMATS), None)
    if unknown is not None:
        raise UsageError(f'Format gambar "{unknown}" tidak dikenal', mend=f"Pilih salah satu: {', '.join(FORMATS)}.")
    request = Request.of(wishes)
    definition = _definition(view)
    composed = _composed(landscape, definition, request, runs_graphviz=True)
    sheet = composed.sheet
    found: dict[str, bytes] = {}
    if {"dot", "png", "pdf"} & set(formats):
        text = to_dot(sheet, request.theme.fonts.name)
        found |= {"dot": text.encode("utf-8")} if "dot" in formats else {}
        images = {EMBLEM_FILE: sheet.emblem.content} if sheet.emblem is not None else None
        for name in ("png", "pdf"):
            if name in formats:
                found[name] = run(text, name, seconds=request.seconds, images=images)
    if "svg" in formats or "html" in formats:
        svg = to_svg(sheet, request.theme.fonts.name)
        found |= {"svg": svg.encode("utf-8")} if "svg" in formats else {}
        if "html" in formats:
            page = viewer_page(svg, sheet, composed.styled.picture, composed.facts, composed.landscape)
            found["html"] = page.encode("utf-8")
    return found


def draw_to_file(
    landscape: Landscape,
    view: ViewDefinition | str,
    *,
    path: Path,
    format: str | None = None,  # noqa: A002 - the word of the command line
    **wishes: Unpack[Wishes],
) -> Path:
    """Draw into a file, whole or not at all; the format is that of the name's ending unless given. See ``draw``.

    Raises:
        OutputError: the target cannot be written.
        MissingPartError: also when the disk is full.
    """
    content = draw(landscape, view, format=format or path.suffix.lstrip(".").lower(), **wishes)
    write_bytes(path, content)
    return path


# ---- composing


def compose(landscape: Landscape, view: ViewDefinition | str, request: Request) -> Sheet:
    """Return the finished sheet of a view. Raises as ``draw`` does."""
    definition = _definition(view)
    return _composed(landscape, definition, request, runs_graphviz=True).sheet


@dataclass(frozen=True, slots=True)
class _Composed:
    """A finished sheet, what it says, and from what that was read."""

    landscape: Landscape
    facts: Facts
    styled: Styled
    sheet: Sheet


def _composed(landscape: Landscape, definition: ViewDefinition, request: Request, *, runs_graphviz: bool) -> _Composed:
    """Take the first roll-up level that keeps the limit and fits on the sheet; the last one is taken as it is."""
    is_own = definition.source == "repositori"
    shown = landscape if is_own else _substitute(landscape, definition, request)
    scope, findings = (request.scope, request.findings) if is_own else (EVERYTHING, ())
    facts = facts_for(shown, definition, scope, findings)
    chosen = choose(facts, definition, scope)
    last, limit = len(definition.roll_up.levels), definition.roll_up.limit
    for level in range(last + 1):
        rolled = definition.roll_up.levels[level - 1] if level else None
        rows = rows_of(facts, definition, rolled, chosen, most=limit + 1 if level < last else None)
        if level < last and len(rows) > limit:
            continue
        found = select(
            shown,
            definition,
            request.scope,
            level=level,
            region_name=request.region_name or request.theme.region_name,
            watermark=request.watermark,
            page_of=request.page_of,
            facts=facts,
            chosen=chosen,
            rows=rows,
        )
        styled = style(with_findings(found, findings), request.theme)
        try:
            pile = _lay(styled, definition, request, runs_graphviz=runs_graphviz)
            return _Composed(shown, facts, styled, sheet_of(styled, definition.page, pile))
        except (DoesNotFitError, TimeLimitError):
            if level == last:
                raise
    raise AssertionError("the last level is always taken or raises")


def _substitute(landscape: Landscape, definition: ViewDefinition, request: Request) -> Landscape:
    """Return what a view draws instead of the architecture itself: its metamodel, or a list of changes."""
    if definition.source == "metamodel":
        return metamodel_landscape(landscape)
    return landscape_of_changes(landscape, request.changes, request.scope.instansi_id)


def _lay(styled: Styled, definition: ViewDefinition, request: Request, *, runs_graphviz: bool) -> Pile:
    pile, area = frame(styled, definition.page)
    if not styled.picture.nodes:
        pile.label([_notice(styled, area)])
    elif definition.arrangement == "lapisan":
        if runs_graphviz:
            layout = partial(run, output="json0", seconds=request.seconds)
            pile.add(lay_lanes(styled, definition, area, layout))
    elif definition.arrangement in _TABLES:
        pile.add(_TABLES[definition.arrangement](styled, area))
    else:
        body, where = lay_zones(styled, definition, area)
        pile.add(body)
        lay_bundles(styled, where, pile)
    return pile


_TABLES: Mapping[str, Callable[[Styled, Area], Pile]] = {
    "matriks": lay_matrix,
    "matriks_hubungan": lay_adjacency,
    "garis_waktu": lay_timeline,
}


def _notice(styled: Styled, area: Area) -> Label:
    size = styled.theme.fonts.question * 1.4
    line = (Run(styled.picture.notice, size, styled.theme.ink),)
    return Label("pesan", area.x, area.y + area.height / 2 - size, area.width, size * 2, (line,), align="CENTER")
