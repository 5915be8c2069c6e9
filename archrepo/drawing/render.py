"""Draws a view: selects, styles, lays out, has Graphviz paint, and stores the file whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from archrepo.berkas import write_bytes
from archrepo.checks.finding import Finding
from archrepo.drawing.bundles import lay_bundles
from archrepo.drawing.dot import to_dot
from archrepo.drawing.engine import TIME_LIMIT, TimeLimitError, run
from archrepo.drawing.facts import Facts
from archrepo.drawing.frame import frame, sheet_of
from archrepo.drawing.lanes import lay_lanes
from archrepo.drawing.page import html_page, readable_svg
from archrepo.drawing.picture import Picture
from archrepo.drawing.remarks import with_findings
from archrepo.drawing.select import count_nodes, select
from archrepo.drawing.selection import Scope, choose
from archrepo.drawing.sheet import Label, Pile, Run, Sheet
from archrepo.drawing.theme import Styled, style, theme
from archrepo.drawing.zones import Area, DoesNotFitError, lay_zones
from archrepo.errors import UsageError
from archrepo.landscape.landscape import Landscape

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

FORMATS = ("svg", "png", "pdf", "dot", "html")


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of a view; the fields are those of ``draw``."""

    scope: Scope
    findings: tuple[Finding, ...] = ()
    watermark: str | None = None
    region_name: str | None = None
    seconds: float = TIME_LIMIT


def _request(
    findings: Sequence[Finding],
    opd_ids: Iterable[int] | None,
    instansi_id: int | None,
    focus: str | None,
    watermark: str | None,
    region_name: str | None,
    seconds: float = TIME_LIMIT,
) -> Request:
    units = frozenset(opd_ids) if opd_ids is not None else None
    return Request(Scope(units, instansi_id, focus), tuple(findings), watermark, region_name, seconds)


def _definition(view: ViewDefinition | str) -> ViewDefinition:
    from archrepo.drawing.catalogue import load_view

    return load_view(view) if isinstance(view, str) else view


def picture(
    landscape: Landscape,
    view: ViewDefinition | str,
    *,
    findings: Sequence[Finding] = (),
    opd_ids: Iterable[int] | None = None,
    instansi_id: int | None = None,
    focus: str | None = None,
    watermark: str | None = None,
    region_name: str | None = None,
) -> Picture:
    """Return what the sheet of a view says, rolled up as far as its limit and its sheet ask; arguments as of ``draw``.

    A sheet of lanes is laid out by Graphviz, which this function does not run: ``draw`` may roll it up one level more.
    """
    request = _request(findings, opd_ids, instansi_id, focus, watermark, region_name)
    return _composed(landscape, _definition(view), request, runs_graphviz=False)[0].picture


def draw(
    landscape: Landscape,
    view: ViewDefinition | str,
    *,
    format: str,  # noqa: A002 - the word of the command line
    findings: Sequence[Finding] = (),
    opd_ids: Iterable[int] | None = None,
    instansi_id: int | None = None,
    focus: str | None = None,
    watermark: str | None = None,
    region_name: str | None = None,
    seconds: float = TIME_LIMIT,
) -> bytes:
    """Return the picture of a view as a file's content.

    Args:
        view: a loaded definition, or the name of one of ours.
        format: svg, png (150 dots per inch), pdf, dot or html.
        findings: shown in the tooltips of their elements and counted in the caption.
        opd_ids: only what these units, or units below them, own, use or report.
        instansi_id: only what belongs to this government, or is national and used there.
        focus: kode of the element in the centre, for views that start from one.
        watermark: text across the whole picture, such as ``DATA CONTOH``.
        region_name: name of the regency on the sheet, where it is not the Instansi's.
        seconds: time limit for each run of Graphviz.

    Raises:
        UsageError: unknown format, or a focus that the view cannot start from.
        UnknownNameError: there is no such view or kode.
        MissingPartError: Graphviz is missing (not for dot, but where lanes are laid out), or ran out of time.
    """
    if format not in FORMATS:
        raise UsageError(f'Format gambar "{format}" tidak dikenal', mend=f"Pilih salah satu: {', '.join(FORMATS)}.")
    request = _request(findings, opd_ids, instansi_id, focus, watermark, region_name, seconds)
    sheet = compose(landscape, _definition(view), request)
    text = to_dot(sheet, theme().fonts.name)
    if format == "dot":
        return text.encode("utf-8")
    if format in ("png", "pdf"):
        return run(text, format, seconds=seconds)
    svg = readable_svg(run(text, "svg", seconds=seconds).decode("utf-8"), sheet)
    return (svg if format == "svg" else html_page(svg, sheet)).encode("utf-8")


def draw_to_file(
    landscape: Landscape,
    view: ViewDefinition | str,
    *,
    path: Path,
    format: str | None = None,  # noqa: A002 - the word of the command line
    findings: Sequence[Finding] = (),
    opd_ids: Iterable[int] | None = None,
    instansi_id: int | None = None,
    focus: str | None = None,
    watermark: str | None = None,
    region_name: str | None = None,
    seconds: float = TIME_LIMIT,
) -> Path:
    """Draw into a file, whole or not at all; the format is that of the name's ending unless given. See ``draw``.

    Raises:
        OutputError: the target cannot be written.
        MissingPartError: also when the disk is full.
    """
    content = draw(
        landscape,
        view,
        format=format or path.suffix.lstrip(".").lower(),
        findings=findings,
        opd_ids=opd_ids,
        instansi_id=instansi_id,
        focus=focus,
        watermark=watermark,
        region_name=region_name,
        seconds=seconds,
    )
    write_bytes(path, content)
    return path


# ---- composing


def compose(landscape: Landscape, definition: ViewDefinition, request: Request) -> Sheet:
    """Return the finished sheet of a view. Raises as ``draw`` does."""
    styled, pile = _composed(landscape, definition, request, runs_graphviz=True)
    return sheet_of(styled, definition.page, pile)


def _composed(
    landscape: Landscape, definition: ViewDefinition, request: Request, *, runs_graphviz: bool
) -> tuple[Styled, Pile]:
    """Take the first roll-up level that keeps the limit and fits on the sheet; the last one is taken as it is."""
    facts = Facts(landscape)
    chosen = choose(facts, definition, request.scope)
    last = len(definition.roll_up.levels)
    for level in range(last + 1):
        if level < last and count_nodes(facts, definition, chosen, level) > definition.roll_up.limit:
            continue
        found = select(
            landscape,
            definition,
            request.scope,
            level=level,
            region_name=request.region_name,
            watermark=request.watermark,
            facts=facts,
            chosen=chosen,
        )
        styled = style(with_findings(found, request.findings), theme())
        try:
            return styled, _lay(styled, definition, request, runs_graphviz=runs_graphviz)
        except (DoesNotFitError, TimeLimitError):
            if level == last:
                raise
    raise AssertionError("the last level is always taken or raises")


def _lay(styled: Styled, definition: ViewDefinition, request: Request, *, runs_graphviz: bool) -> Pile:
    pile, area = frame(styled, definition.page)
    if not styled.picture.nodes:
        pile.label([_notice(styled, area)])
    elif definition.arrangement == "lapisan":
        if runs_graphviz:
            layout = partial(run, output="json0", seconds=request.seconds)
            pile.add(lay_lanes(styled, definition, area, layout))
    else:
        body, where = lay_zones(styled, definition, area)
        pile.add(body)
        lay_bundles(styled, where, pile)
    return pile


def _notice(styled: Styled, area: Area) -> Label:
    size = styled.theme.fonts.question * 1.4
    line = (Run(styled.picture.notice, size, styled.theme.ink),)
    return Label("pesan", area.x, area.y + area.height / 2 - size, area.width, size * 2, (line,), align="CENTER")
