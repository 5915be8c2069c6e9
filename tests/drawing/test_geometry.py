"""Nothing in a finished picture is in the way of anything else: measured in the SVG, with the letters of its font."""

from __future__ import annotations

from importlib.resources import as_file, files

import pytest
from contoh_lanskap import regency
from geometri import FONTS, faults
from hypothesis import given, settings
from hypothesis import strategies as st
from test_select import landscapes
from test_views import hostile_landscape, wishes

from archrepo.checks.registry import run_checks
from archrepo.commands.importing import ImportRequest, import_files, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import find_instansi, opened, read_landscape
from archrepo.drawing import draw
from archrepo.drawing.catalogue import load_view, view_names
from archrepo.drawing.render import Wishes
from archrepo.landscape import Landscape
from archrepo.landscape.elemen import Aplikasi

pytestmark = pytest.mark.skipif(not FONTS.is_dir(), reason="tidak ada huruf DejaVu: apt-get install fonts-dejavu-core")
LANES = tuple(name for name in view_names() if load_view(name).arrangement == "lapisan")
LONG = (
    "Sistem Informasi Manajemen Pelayanan Administrasi Terpadu Kecamatan, Kelurahan, dan Desa Berbasis Elektronik {n}",
    "SistemInformasiTanpaSpasiSamaSekaliYangSangatPanjangNamanyaHinggaMelampauiKotak{n}",
    "e-{n}",
    "DINAS PENANAMAN MODAL DAN PELAYANAN PERIZINAN TERPADU SATU PINTU {n}",
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Landscape, Wishes]:
    """The sample regency as the demo imports it, with what its pictures are drawn from."""
    database = f"sqlite:///{tmp_path_factory.mktemp('contoh') / 'archrepo.db'}"
    with as_file(files("archrepo.examples").joinpath("tabanan")) as folder:
        initialise(database, "uji", domain="tabanankab.go.id", unit_file=folder / "perangkat-daerah.yaml")
        request = ImportRequest((str(folder / "kiriman"),), partial=True)
        with opened(database) as repository:
            import_files(repository, "uji", request, read_request(request))
    landscape = read_landscape(database)
    home = find_instansi(landscape, None)
    findings = run_checks(landscape, instansi_id=home.id).findings
    return landscape, wishes(landscape, findings=findings, instansi_id=home.id, watermark="DATA CONTOH")


@pytest.mark.parametrize("page", ["A3", "A4", "layar"])
@pytest.mark.parametrize("view", view_names())
def test_every_picture_of_the_sample_regency_is_clear(sample: tuple[Landscape, Wishes], view: str, page: str) -> None:
    landscape, given = sample
    definition = load_view(view).model_copy(update={"page": page})
    assert faults(draw(landscape, definition, format="svg", **given)) == []


@pytest.mark.parametrize("depth", [1, 2])
def test_the_surroundings_of_the_most_connected_are_clear(sample: tuple[Landscape, Wishes], depth: int) -> None:
    landscape, given = sample

    def ties(row: Aplikasi) -> int:
        return len(landscape.out(row.id)) + len(landscape.into(row.id))

    for row in sorted(landscape.of(Aplikasi), key=ties)[-6:]:
        asked = Wishes(**{**given, "focus": row.kode, "depth": depth})
        assert (row.kode, faults(draw(landscape, "konteks", format="svg", **asked))) == (row.kode, [])


@pytest.mark.parametrize("count", [2, 60, 260, 2_000])
@pytest.mark.parametrize("view", view_names())
def test_pictures_of_every_size_are_clear(view: str, count: int) -> None:
    landscape = regency(count)
    assert faults(draw(landscape, view, format="svg", **wishes(landscape))) == []


@pytest.mark.parametrize("view", view_names())
def test_long_names_stay_in_their_places(view: str) -> None:
    landscape = hostile_landscape(tuple(LONG[number % len(LONG)].format(n=number) for number in range(40)))
    assert faults(draw(landscape, view, format="svg", **wishes(landscape))) == []


@settings(max_examples=12, deadline=None)
@given(landscapes(), st.sampled_from(("lanskap", "integrasi", "alir-data", "penempatan", *LANES)))
def test_pictures_of_any_architecture_are_clear(landscape: Landscape, view: str) -> None:
    assert faults(draw(landscape, view, format="svg")) == []


# ---- the measure itself


def _svg(body: str) -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><g id="gambar">'
    return f"{head}{body}</g></svg>".encode()


LINE = '<g id="e" class="hubungan"><path d="M0,40C20,40 40,40 90,40"/></g>'


def _node(name: str, x: int, text: str = "Aa", wide: int = 50) -> str:
    return (
        f'<g id="{name}" class="simpul"><rect x="{x}" y="30" width="{wide}" height="20" stroke="#000000"/>'
        f'<text x="{x + 3}" y="44" font-size="10">{text}</text></g>'
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (_node("a", 10) + _node("b", 40), "overlaps"),
        (_node("a", 10, "Nama yang terlalu panjang"), "leaves its node"),
        (_node("a", 170), "leaves the sheet"),
        (_node("a", 10) + LINE, "crosses a"),
        (LINE + '<g id="nama-f" class="nama-hubungan"><text x="30" y="44" font-size="10">f</text></g>', "crosses nama"),
    ],
)  # fmt: skip
def test_the_measure_sees_what_is_in_the_way(body: str, said: str) -> None:
    assert any(said in sentence for sentence in faults(_svg(body)))


def test_the_measure_is_silent_about_what_is_clear() -> None:
    line = '<g id="e" class="hubungan"><path d="M60,40C70,40 80,40 100,40"/></g>'
    name = '<g id="nama-e" class="nama-hubungan"><text x="75" y="44" font-size="10">e</text></g>'
    assert faults(_svg(_node("a", 10) + _node("b", 100) + line + name)) == []
