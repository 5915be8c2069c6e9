"""Every view of the catalogue, whatever it shows: drawn, readable, honest, and safe from any name."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Unpack

import pytest
from contoh_kecil import HOSTILE, changes_of, pair_of, small
from contoh_lanskap import many_regencies, regency
from test_render import assert_harmless

from archrepo.declarations.metamodel import classes, relation_kinds
from archrepo.drawing import draw, picture
from archrepo.drawing.catalogue import load_view, view_names
from archrepo.drawing.frame import frame
from archrepo.drawing.lane_graph import Way, lanes_dot
from archrepo.drawing.lanes import inside
from archrepo.drawing.render import Request, Wishes, compose
from archrepo.drawing.sheet import Label
from archrepo.drawing.theme import style, theme
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder
from archrepo.landscape.elemen import Aplikasi

SNAPSHOTS = Path(__file__).parent / "potret"
LANES = tuple(name for name in view_names() if load_view(name).arrangement == "lapisan")
PLACED = tuple(name for name in view_names() if name not in LANES)


def wishes(landscape: Landscape, **more: Unpack[Wishes]) -> Wishes:
    """What every view can be drawn from: two applications judged to be one, a change of each kind."""
    names = [row.nama for row in landscape.of(Aplikasi)][:2]
    findings = [pair_of(landscape, *names)] if len(names) == 2 else []
    return {"findings": findings, "changes": changes_of(*names), **more}


def test_the_catalogue_answers_at_least_fourteen_questions() -> None:
    questions = {load_view(name).question for name in view_names()}
    assert len(questions) == len(view_names()) >= 14


def test_pairs_that_are_only_information_are_not_drawn_as_duplicates() -> None:
    """A channel, a module or a national counterpart asks nobody for work; it made the sheet too full to be read."""
    landscape = small()
    names = [row.nama for row in landscape.of(Aplikasi)][:3]
    heavy = pair_of(landscape, names[0], names[1], code="DUP002")
    light = replace(pair_of(landscape, names[1], names[2], code="DUP002"), severity="info", cause="kanal")
    drawn = picture(landscape, "duplikasi", findings=[heavy, light])
    assert {node.label for node in drawn.nodes} == set(names[:2])
    assert len(drawn.edges) == 1


# ---- the text of a picture


@pytest.mark.parametrize("view", sorted(set(PLACED) - {"metamodel"}))  # that one is compared with its declaration
def test_the_dot_text_is_as_it_was_read(view: str, request: pytest.FixtureRequest) -> None:
    landscape = small()
    text = draw(landscape, view, format="dot", **wishes(landscape, watermark="CONTOH")).decode()
    _compare(f"{view}.dot", text, renew=request.config.getoption("--perbarui-potret", default=False))


@pytest.mark.parametrize("view", LANES)
def test_what_graphviz_is_asked_is_as_it_was_read(view: str, request: pytest.FixtureRequest) -> None:
    styled = style(picture(small(), view), theme())
    _pile, area = frame(styled, load_view(view).page)
    room = inside(area)
    text = lanes_dot(styled, load_view(view), (room.width, room.height), Way())
    _compare(f"{view}.dot", text, renew=request.config.getoption("--perbarui-potret", default=False))


def _compare(name: str, text: str, *, renew: bool) -> None:
    kept = SNAPSHOTS / name
    if renew:
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


# ---- the sheet


def _overlap(one: Label, other: Label) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0.5 and down > 0.5


@pytest.mark.parametrize("count", [0, 3, 60, 260, 2_000])
@pytest.mark.parametrize("view", PLACED)
def test_labels_stay_on_the_sheet_and_apart(view: str, count: int) -> None:
    landscape = regency(count) if count else Builder().build()
    sheet = compose(landscape, view, Request.of(wishes(landscape, watermark="DATA CONTOH")))
    for label in sheet.labels:
        assert -0.01 <= label.x <= label.x + label.width <= sheet.width + 0.01, label.id
        assert -0.01 <= label.y <= label.y + label.height <= sheet.height + 0.01, label.id
        assert all(run.size >= 6.0 for line in label.lines for run in line), label.id
    placed = sorted(sheet.labels, key=lambda label: label.y)
    for index, one in enumerate(placed):
        for other in placed[index + 1 :]:
            if other.y > one.y + one.height:
                break
            assert not _overlap(one, other), (one.id, other.id)


def _centre(landscape: Landscape, view: str) -> str | None:
    """An application that has something in every layer, for the view that starts from one."""
    if view != "konteks":
        return None
    return next(row.kode for row in landscape.of(Aplikasi) if row.nama == "e-Retribusi" and row.tahun_dibuat is None
                and landscape.into(row.id, "R35"))  # fmt: skip


@pytest.mark.parametrize("view", LANES)
def test_nodes_of_lanes_stay_apart(view: str) -> None:
    landscape = regency(120)
    sheet = compose(landscape, view, Request.of(Wishes(focus=_centre(landscape, view))))
    nodes = [label for label in sheet.labels if label.border is not None]
    assert len(nodes) > 5
    for index, one in enumerate(nodes):
        assert all(not _overlap(one, other) for other in nodes[index + 1 :])


@pytest.mark.parametrize("view", view_names())
def test_every_node_of_the_picture_stands_on_the_sheet(view: str) -> None:
    landscape = regency(90)
    given = wishes(landscape, focus=_centre(landscape, view))
    sheet = compose(landscape, view, Request.of(given))
    found = picture(landscape, view, **given)
    standing = {label.id for label in sheet.labels}
    missing = [node.id for node in found.nodes if not {node.id, f"{node.id}-kolom"} & standing]
    assert found.nodes
    assert missing == []


@pytest.mark.parametrize("view", view_names())
def test_title_question_legend_date_and_readers_stand_on_the_sheet(view: str) -> None:
    landscape = small()
    sheet = compose(
        landscape,
        view,
        Request.of(wishes(landscape, watermark="DATA CONTOH", region_name="Kabupaten Uji")),
    )
    said = " ".join(run.text for label in sheet.labels for line in label.lines for run in line)
    said = " ".join(said.split())
    definition = load_view(view)
    for wanted in (
        definition.title, definition.question, definition.colour_title, "Kabupaten Uji", "Keadaan 30 Juni 2026",
        "DATA CONTOH", f"untuk {definition.audience}",
    ):  # fmt: skip
        assert wanted in said


@pytest.mark.parametrize("view", view_names())
def test_an_empty_repository_gives_a_sheet_that_says_so(view: str) -> None:
    found = picture(Builder().build(), view)
    if load_view(view).source == "metamodel" or load_view(view).selection.additions:
        assert found.nodes
    else:
        assert found.nodes == ()
        assert found.notice.startswith("Belum ada") or found.caption.counted == "Tidak ada perubahan"


# ---- size


@pytest.mark.parametrize("view", view_names())
def test_many_governments_still_make_one_sheet(view: str) -> None:
    landscape = many_regencies(20, 45)
    found = picture(landscape, view, **wishes(landscape))
    assert len(found.nodes) <= 600
    if len(found.element_ids) > 600:
        assert found.caption.merged > 0


@pytest.mark.parametrize("view", view_names())
def test_the_order_of_loading_changes_nothing(view: str) -> None:
    landscape = regency(80)
    turned = Landscape(reversed(landscape.elements), reversed(landscape.edges), as_of=landscape.as_of)
    given = wishes(landscape)
    one, other = picture(landscape, view, **given), picture(turned, view, **given)
    assert [node.id for node in one.nodes] == [node.id for node in other.nodes]
    assert [group.id for group in one.groups] == [group.id for group in other.groups]
    assert {(edge.id, edge.count) for edge in one.edges} == {(edge.id, edge.count) for edge in other.edges}


# ---- the metamodel


def test_the_metamodel_is_the_declared_matrix() -> None:
    found = picture(small(), "metamodel")
    kode = {node.id: node.tooltip.rsplit("(", 1)[1].split(")")[0] for node in found.nodes}
    drawn = {(edge.label, kode[edge.source], kode[edge.target]) for edge in found.edges}
    declared = {
        (kind.id, classes()[source].prefix, classes()[target].prefix)
        for kind in relation_kinds().values()
        for source in kind.sources
        for target in kind.targets
    }
    assert drawn == declared
    assert {edge.label: edge.why for edge in found.edges} == {row.id: row.name for row in relation_kinds().values()}


# ---- names


def hostile_landscape(names: tuple[str, ...]) -> Landscape:
    """An architecture in which everything has one of these names, all layers joined."""
    b = Builder()
    spl = b.add("SistemPenghubungLayanan", names[0], jenis="spl_daerah")
    network = b.add("JaringanIntra", names[-1])
    before: int | None = None
    for number, name in enumerate(names):
        unit = b.unit(name, kode=f"U-{number}", singkatan=name, tipe=name)
        affair = b.add("Urusan", name)
        b.relasi("R02", unit, affair)
        b.relasi("R31", network, unit)
        place = b.add("FasilitasKomputasi", name, perangkat_daerah_id=unit)
        server = b.add("Server", name, fasilitas_id=place)
        data = b.add("DataInformasi", name, produsen=unit, wali_data_id=unit, sifat=name)
        service = b.add("Layanan", name, perangkat_daerah_id=unit)
        app = b.aplikasi(
            name, kode=f"A-{number}", pemilik=unit, status="aktif", url=f"javascript:{name}", fasilitas=server,
            layanan=(service,), data=(data,), pengguna=(unit,),
        )  # fmt: skip
        b.relasi("R33", app, b.add("KontrolKeamanan", name, kelompok=name))
        b.add("KategorisasiSistemElektronik", name, aplikasi_id=app, hasil=name)
        b.relasi("R22", spl, b.add("AntarmukaApi", name, aplikasi_id=app))
        plan = b.add("InisiatifPetaRencana", name, muatan=name, status=name, tahun_mulai=2025, perangkat_daerah_id=unit)
        b.relasi("R42", plan, app)
        if before is not None:
            b.integrasi(before, app, jalur="titik_ke_titik")
        before = app
    return b.build()


@pytest.mark.parametrize("view", view_names())
def test_hostile_names_draw_and_do_no_harm(view: str) -> None:
    landscape = hostile_landscape(HOSTILE)
    svg = draw(
        landscape,
        view,
        format="svg",
        watermark="\\N <b>",
        region_name=HOSTILE[0],
        findings=[pair_of(landscape, HOSTILE[0], HOSTILE[1])],
        changes=changes_of(*HOSTILE),
    )
    assert_harmless(svg)
    assert b"javascript:" not in svg.split(b"<title")[0]


@pytest.mark.parametrize("view", ["lanskap", "konteks", "peta-kemampuan"])
def test_two_thousand_hostile_names_draw(view: str) -> None:
    rng = random.Random(11)  # noqa: S311 - a sample, no secret
    b = Builder()
    units: list[int] = []
    for number in range(2_000):
        name = "".join(rng.choice(HOSTILE)[:40] for _part in range(rng.randint(1, 4))) + str(number)
        if number % 40 == 0:
            units.append(b.unit(name, singkatan=name))
        b.aplikasi(name, pemilik=units[-1], status=rng.choice(("aktif", name)))
    svg = draw(b.build(), view, format="svg")
    assert_harmless(svg)
    assert ET.fromstring(svg).get("role") == "img"  # noqa: S314 - drawn by ourselves
