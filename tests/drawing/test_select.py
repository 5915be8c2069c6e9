"""A picture says what the Landscape says: nothing invented, nothing lost but what the sheet tells was merged."""

from __future__ import annotations

from collections import Counter

import pytest
from contoh_lanskap import many_regencies, regency
from hypothesis import given, settings
from hypothesis import strategies as st

from archrepo.drawing import picture
from archrepo.drawing.catalogue import load_view
from archrepo.drawing.facts import Facts
from archrepo.drawing.picture import Picture
from archrepo.drawing.rows import rows_of
from archrepo.drawing.scope import EVERYTHING, Scope
from archrepo.drawing.select import select
from archrepo.drawing.selection import choose
from archrepo.errors import UnknownNameError, UsageError
from archrepo.landscape import Aplikasi, Landscape, Layanan, PerangkatDaerah, SistemPenghubungLayanan
from archrepo.landscape.builder import Builder
from archrepo.landscape.pusat_data import is_operating, status_integrasi
from archrepo.landscape.questions import counted_applications

VIEWS = ("lanskap", "integrasi", "lapisan", "konteks", "alir-data", "jaringan")
FILTERED = (
    "lanskap", "integrasi", "keamanan", "peta-kemampuan", "penempatan", "jaringan", "alir-data", "peta-rencana",
)  # fmt: skip


@st.composite
def landscapes(draw: st.DrawFn) -> Landscape:
    """A random small architecture, every kind of edge among it."""
    b = Builder()
    units = [b.unit(f"Dinas {number}", singkatan=f"D{number}") for number in range(draw(st.integers(1, 4)))]
    centre = b.add("FasilitasKomputasi", "Pusat Data", jenis="pusat_data")
    server = b.add("Server", "srv", fasilitas_id=centre)
    spl = b.add("SistemPenghubungLayanan", "SPL", jenis="spl_daerah")
    service = b.add("Layanan", "Layanan A") if draw(st.booleans()) else None
    keeper = draw(st.sampled_from((None, *units)))
    data = b.add("DataInformasi", "Data A", wali_data_id=keeper, produsen=units[0])
    network = b.add("JaringanIntra", "Jaringan")
    for unit in draw(st.lists(st.sampled_from(units), unique=True)):
        b.relasi("R31", network, unit)
    b.add("Server", "srv-kosong", fasilitas_id=centre)
    years = draw(st.sampled_from((2024, 2026, None)))
    b.add("InisiatifPetaRencana", "Rencana", muatan="aplikasi_spbe", tahun_mulai=years, tahun_selesai=years)
    applications = []
    for number in range(draw(st.integers(0, 12))):
        placed = draw(st.sampled_from((None, "server_opd", "awan_publik", "pusat_data", "srv")))
        applications.append(
            b.aplikasi(
                draw(st.text(min_size=1, max_size=12)),
                pemilik=draw(st.sampled_from((*units, None))),
                pengguna=tuple(draw(st.lists(st.sampled_from(units), unique=True))),
                status=draw(st.sampled_from(("aktif", "dihentikan", "kata aneh", None))),
                bentuk=draw(st.sampled_from(("sistem", "formulir_tautan", "situs_informasi"))),
                hosting=placed if placed in ("server_opd", "awan_publik") else None,
                fasilitas={"pusat_data": centre, "srv": server}.get(placed or ""),
                layanan=(service,) if service is not None and draw(st.booleans()) else (),
                data=(data,) if draw(st.booleans()) else (),
                nasional=f"n{number}" if draw(st.integers(0, 5)) == 0 else None,
            )
        )
    for _number in range(draw(st.integers(0, 8)) if applications else 0):
        path = draw(st.sampled_from(("spl", "titik_ke_titik", "berkas", None)))
        one, other = draw(st.sampled_from(applications)), draw(st.sampled_from(applications))
        b.integrasi(one, other, jalur=path, spl_id=spl if path == "spl" and draw(st.booleans()) else None)
    return b.build()


def _ids(landscape: Landscape, *names: str) -> set[int]:
    return {element.id for element in landscape.elements if element.kelas in names}


def _joined(landscape: Landscape, *kinds: str) -> set[int]:
    """Both ends of every edge of these kinds."""
    return {end for edge in landscape.edges if edge.jenis in kinds for end in (edge.dari, edge.ke)}


def _expected(landscape: Landscape, view: str) -> set[int]:
    """The plain filter: what the sheet must show, said without the code of the views."""
    regional = {
        row.id
        for row in counted_applications(landscape)
        if status_integrasi(landscape, row).state != "dikelola_instansi_lain"
    }
    plain: dict[str, set[int]] = {
        "keamanan": regional,
        "peta-kemampuan": regional,
        "penempatan": regional
        | (_ids(landscape, "Server") - _joined(landscape, "R26"))
        | (_ids(landscape, "FasilitasKomputasi") - _joined(landscape, "R24", "R27")),
        "jaringan": _ids(
            landscape, "FasilitasKomputasi", "JaringanIntra", "PerangkatDaerah", "SistemPenghubungLayanan",
            "AntarmukaApi",
        ),
        "alir-data": _ids(landscape, "DataInformasi")
        | (_joined(landscape, "R10", "R12") - _ids(landscape, "DataInformasi"))
        | (_joined(landscape, "R14") - _ids(landscape, "DataInformasi")),
        "peta-rencana": _ids(landscape, "InisiatifPetaRencana", "RilisArsitektur"),
    }  # fmt: skip
    if view in plain:
        return plain[view]
    if view == "lanskap":
        owners = {row.perangkat_daerah_id for row in landscape.of(Aplikasi)}
        return {row.id for row in landscape.of(Aplikasi)} | {
            unit.id for unit in landscape.of(PerangkatDaerah) if unit.id not in owners
        }
    counted = {row.id for row in counted_applications(landscape)}
    of_others = {
        row.id
        for row in landscape.of(Aplikasi)
        if is_operating(row, landscape.as_of) and status_integrasi(landscape, row).state == "dikelola_instansi_lain"
    }
    return counted | of_others | {row.id for row in landscape.of(SistemPenghubungLayanan)}


def _at(landscape: Landscape, view: str, level: int) -> Picture:
    """The picture at a roll-up level, or at the last one where there are fewer."""
    definition = load_view(view)
    return select(landscape, definition, level=min(level, len(definition.roll_up.levels)))


@settings(max_examples=150, deadline=None)
@given(landscapes(), st.sampled_from(FILTERED), st.integers(0, 3))
def test_every_selected_element_stands_in_one_node_at_every_level(landscape: Landscape, view: str, level: int) -> None:
    found = _at(landscape, view, level)
    counted = Counter(identifier for node in found.nodes for identifier in node.element_ids)
    assert set(counted) == _expected(landscape, view)
    assert all(count == 1 for count in counted.values())
    assert len({node.id for node in found.nodes}) == len(found.nodes)
    assert found.caption.merged == sum(len(node.element_ids) for node in found.nodes if node.is_merged)


@settings(max_examples=60, deadline=None)
@given(landscapes(), st.sampled_from(VIEWS), st.integers(0, 3))
def test_every_edge_stands_in_the_landscape_and_joins_what_is_drawn(
    landscape: Landscape, view: str, level: int
) -> None:
    found = _at(landscape, view, level)
    known = set(landscape.edges)
    ends = {node.id for node in found.nodes} | {group.id for group in found.groups}
    for edge in found.edges:
        assert edge.relations
        assert known.issuperset(edge.relations)
        assert {edge.source, edge.target} <= ends


@settings(max_examples=60, deadline=None)
@given(landscapes(), st.integers(1, 3), st.sampled_from(("dua", "keluar", "masuk")))
def test_the_context_is_what_so_many_steps_reach(landscape: Landscape, depth: int, direction: str) -> None:
    definition = load_view("konteks")
    around = definition.selection.around
    assert around is not None
    found = select(landscape, definition, Scope(depth=depth, direction=direction))
    if not found.nodes:
        assert not landscape.of(Aplikasi)
        return
    (start,) = (
        identifier for node in found.nodes if node.facts.get("fokus") == "ya" for identifier in node.element_ids
    )
    reached, ring = {start}, {start}
    for _step in range(depth):
        leaving = {one for one in ring if one == start or landscape[one].kelas not in around.stops}
        steps = [(edge.dari, edge.ke) for edge in landscape.edges if direction in ("dua", "keluar")]
        steps += [(edge.ke, edge.dari) for edge in landscape.edges if direction in ("dua", "masuk")]
        ring = {to for come, to in steps if come in leaving and landscape[to].kelas in around.end} - reached
        reached |= ring
    assert found.element_ids == reached


@settings(max_examples=40, deadline=None)
@given(landscapes())
def test_the_context_draws_every_relation_of_its_centre(landscape: Landscape) -> None:
    found = _at(landscape, "konteks", 0)
    centre = {one for node in found.nodes if node.facts.get("fokus") == "ya" for one in node.element_ids}
    wanted = {
        edge
        for edge in landscape.edges
        if {edge.dari, edge.ke} & centre and {edge.dari, edge.ke} <= found.element_ids and edge.dari != edge.ke
    }
    assert {relation for edge in found.edges for relation in edge.relations} == wanted


@settings(max_examples=60, deadline=None)
@given(landscapes())
def test_lanes_draw_every_relation_among_their_elements(landscape: Landscape) -> None:
    found = _at(landscape, "lapisan", 0)
    wanted = {
        edge
        for edge in landscape.edges
        if edge.jenis in load_view("lapisan").relations
        and {edge.dari, edge.ke} <= found.element_ids
        and edge.dari != edge.ke
    }
    assert {relation for edge in found.edges for relation in edge.relations} == wanted


@settings(max_examples=40, deadline=None)
@given(landscapes(), st.sampled_from(VIEWS), st.integers(0, 3))
def test_the_number_of_nodes_is_known_beforehand(landscape: Landscape, view: str, level: int) -> None:
    definition, facts = load_view(view), Facts(landscape)
    chosen = choose(facts, definition, EVERYTHING)
    rolled = definition.roll_up.levels[level - 1] if level else None
    count = len(_at(landscape, view, level).nodes)
    assert len(rows_of(facts, definition, rolled, chosen)) == count
    assert len(rows_of(facts, definition, rolled, chosen, most=5)) == min(count, 5)


@settings(max_examples=40, deadline=None)
@given(landscapes())
def test_boxes_of_the_integration_sheet_are_the_states(landscape: Landscape) -> None:
    found = _at(landscape, "integrasi", 0)
    zone_of = {group.id: group.value for group in found.groups}
    for node in found.nodes:
        for identifier in node.element_ids:
            element = landscape[identifier]
            if isinstance(element, Aplikasi):
                assert zone_of[node.groups[0]] == status_integrasi(landscape, element).state
    declared = {zone.value for zone in load_view("integrasi").zones}
    assert declared == {value for band in load_view("integrasi").bands for value in band}
    assert declared <= set(zone_of.values())


def test_counts_of_legend_and_boxes_are_those_of_elements_not_of_rows() -> None:
    landscape = regency(180)
    for level in (0, 1, 2):
        found = _at(landscape, "lanskap", level)
        assert sum(entry.count for entry in found.legend.entries) == len(landscape.of(Aplikasi))
        outer = [group for group in found.groups if group.parent is None]
        assert sum(group.count for group in outer) == len(found.element_ids)


def test_a_row_of_merged_elements_tells_its_colours() -> None:
    b = Builder()
    unit = b.unit("Dinas A")
    for number, status in enumerate(("aktif", "aktif", "usulan")):
        b.aplikasi(f"A{number}", pemilik=unit, status=status)
    (node,) = _at(b.build(), "lanskap", 2).nodes
    assert node.breakdown == (("aktif", 2), ("usulan", 1))
    assert (node.label, node.detail) == ("Dinas A", "3 aplikasi")


def test_more_than_a_sheet_carries_is_rolled_up_and_said() -> None:
    assert picture(regency(180), "lanskap").level == 0
    large = picture(regency(2_000), "lanskap")
    assert large.level == 1
    assert len(large.nodes) <= load_view("lanskap").roll_up.limit
    assert large.caption.merged > 1_500


def test_many_governments_become_one_row_each() -> None:
    found = picture(many_regencies(60, 30), "lanskap")
    assert len(found.element_ids) == 1_800
    assert found.level == 3
    assert [node.label for node in found.nodes] == [f"Kabupaten {number:03d}" for number in range(60)]
    assert all(sum(count for _value, count in node.breakdown) == 30 for node in found.nodes)


# ---- what was asked


def _two_units() -> tuple[Landscape, int, int]:
    b = Builder()
    one, other = b.unit("Dinas A"), b.unit("Dinas B")
    below = b.unit("UPTD A1", induk_id=one)
    b.aplikasi("Milik A", kode="A", pemilik=one)
    b.aplikasi("Milik UPTD", kode="A1", pemilik=below)
    b.aplikasi("Milik B", kode="B", pemilik=other)
    b.aplikasi("Nasional", kode="N", nasional="n", pengguna=(one,))
    return b.build(), one, other


def test_a_unit_sees_what_it_and_those_below_own_or_use() -> None:
    landscape, one, other = _two_units()
    assert {node.label for node in picture(landscape, "lanskap", opd_ids=[one]).nodes} == {
        "Milik A", "Milik UPTD", "Nasional",
    }  # fmt: skip
    assert {node.label for node in picture(landscape, "lanskap", opd_ids=[other]).nodes} == {"Milik B"}


def test_an_instansi_sees_its_own_and_the_national_it_uses() -> None:
    b = Builder()
    home = b.another_instansi("Kabupaten Lain")
    unit = b.unit("Dinas X", instansi=home)
    b.aplikasi("Milik lain", pemilik=unit, instansi=home)
    b.aplikasi("Milik sini", pemilik=b.unit("Dinas Y"))
    b.aplikasi("Nasional", nasional="n", pengguna=(unit,))
    found = picture(b.build(), "lanskap", instansi_id=home)
    assert {node.label for node in found.nodes} == {"Milik lain", "Nasional"}
    assert found.caption.region == "Kabupaten Lain"


def test_a_focus_is_refused_where_there_is_none_and_where_its_kind_is_another() -> None:
    landscape = regency(60)
    with pytest.raises(UsageError, match="tidak memakai --elemen"):
        picture(landscape, "lanskap", focus="DAL-0001")
    with pytest.raises(UsageError, match="dimulai dari Layanan SPBE"):
        picture(landscape, "lapisan", focus=landscape.of(Aplikasi)[0].kode)
    with pytest.raises(UnknownNameError):
        picture(landscape, "lapisan", focus="TIDAK-ADA")


def test_without_a_focus_the_best_connected_service_is_taken() -> None:
    landscape = regency(60)
    first, second = landscape.of(Layanan)
    assert picture(landscape, "lapisan").caption.title.endswith(first.nama)
    found = picture(landscape, "lapisan", focus=second.kode.lower())
    assert found.caption.title.endswith(second.nama)
    assert [node.label for node in found.nodes if node.facts.get("fokus") == "ya"] == [second.nama]


def test_the_same_neighbours_are_merged_before_others() -> None:
    b = Builder()
    service = b.add("Layanan", "Layanan A")
    application = b.aplikasi("Aplikasi A", layanan=(service,))
    for number in range(50):
        b.relasi("R33", application, b.add("KontrolKeamanan", f"Kontrol {number}"))
    found = picture(b.build(), "lapisan")
    assert found.level == 1
    assert {(node.label, len(node.element_ids)) for node in found.nodes} == {
        ("Layanan A", 1), ("Aplikasi A", 1), ("Kontrol keamanan", 50),
    }  # fmt: skip
    assert {edge.label for edge in found.edges} == {"mendukung", "memenuhi kontrol (50)"}


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_repository_gives_a_sheet_that_says_so(view: str) -> None:
    found = picture(Builder().build(), view)
    assert found.nodes == ()
    assert found.notice.startswith("Belum ada")


def test_the_order_of_loading_changes_nothing() -> None:
    landscape = regency(80)
    turned = Landscape(reversed(landscape.elements), reversed(landscape.edges), as_of=landscape.as_of)
    for view in VIEWS:
        one, other = picture(landscape, view), picture(turned, view)
        assert [node.id for node in one.nodes] == [node.id for node in other.nodes]
        assert [group.id for group in one.groups] == [group.id for group in other.groups]
        assert {(edge.id, edge.count) for edge in one.edges} == {(edge.id, edge.count) for edge in other.edges}
