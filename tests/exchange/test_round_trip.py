"""Whatever a repository holds, its export comes back and changes nothing, and rebuilds the same in an empty one."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from archrepo.commands.importing import ImportRequest, import_files, preview, read_request
from archrepo.commands.initialise import initialise
from archrepo.commands.opening import opened, read_landscape
from archrepo.exchange.export import export_layers
from archrepo.exchange.rows import Rows
from archrepo.names import clean, squeeze

# Names as people give them: letters of any script, marks that csv, formulas and lists trip over, no digits that could
# be telephone numbers.
_NAMES = (
    st.text(st.sampled_from("abcDEFé ;,\"'=+-@|&<>()/\\éßЖ中"), min_size=3, max_size=25)
    .map(clean)
    .filter(lambda text: len(squeeze(text)) >= 3)
)
_APPLICATIONS = st.lists(
    st.fixed_dictionaries(
        {
            "nama": _NAMES,
            "deskripsi": st.none() | _NAMES,
            "fungsi": st.none() | _NAMES,
            "status": st.sampled_from([None, "aktif", "tidak_aktif", "dihentikan", "Setengah jalan"]),
            "bentuk": st.sampled_from([None, "sistem", "situs_informasi", "formulir_tautan"]),
            "jenis": st.sampled_from([None, "khusus", "umum"]),
            "klaim_integrasi": st.sampled_from([None, "ya", "tidak"]),
            "url": st.sampled_from([None, "https://a.contohkab.go.id", "b.contohkab.go.id", "http://10.1.2.3:8080/x"]),
            "tahun_dibuat": st.none() | st.integers(1995, 2026),
            "jumlah_pengguna": st.none() | st.integers(0, 10**6),
            "lokasi": st.sampled_from([None, "server_opd", "pusat_data_daerah", "tidak_diketahui", "di rumah"]),
            "pemilik": st.integers(0, 3),
            "pelapor": st.sets(st.integers(0, 2), max_size=3),
        }
    ),
    max_size=5,
    unique_by=lambda row: squeeze(str(row["nama"])),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bolak-balik")
    initialise(f"sqlite:///{folder / 'kosong.db'}", "penguji", instansi="Kabupaten Contoh", domain="contohkab.go.id")
    return folder / "kosong.db"


def _fill(url: str, applications: list[dict[str, Any]], edges: list[tuple[int, int]]) -> None:
    with opened(url) as repository, repository.write("penguji", "add") as work:
        home = read_landscape(url).daftar_instansi[0].id
        units = work.writer.insert(
            "PerangkatDaerah", [{"instansi_id": home, "nama": f"Dinas {name}"} for name in ("Satu", "Dua", "Tiga")]
        )
        rows = []
        for row in applications:
            # A single reporter on the regency's domain is its owner (design section 3): none is no stored state.
            owner = 0 if row["pemilik"] == 3 and len(row["pelapor"]) == 1 else row["pemilik"]
            fields = {key: value for key, value in row.items() if key not in ("lokasi", "pemilik", "pelapor")}
            basis = {"perangkat_daerah_id": units[owner], "dasar_pemilik": "manual"} if owner != 3 else {}
            rows.append({"instansi_id": home, **fields, **basis})
        ids = work.writer.insert("Aplikasi", rows)
        for identifier, row in zip(ids, applications, strict=True):
            work.writer.relations.add(
                (jenis, units[unit], identifier) for unit in sorted(row["pelapor"]) for jenis in ("R58", "R16")
            )
            if row["lokasi"]:
                placement = {"instansi_id": home, "nama": "P", "aplikasi_id": identifier, "lokasi": row["lokasi"]}
                work.writer.insert("Penempatan", [placement])
        done = {(ids[a % len(ids)], ids[b % len(ids)]) for a, b in edges if ids}
        for a, b in sorted(done):
            if a != b and (b, a) not in done:
                exchange = {
                    "instansi_id": home,
                    "nama": "I",
                    "dari_id": a,
                    "ke_id": b,
                    "status": "sudah",
                    "jalur": "spl",
                }
                work.writer.insert("Integrasi", [exchange])


@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    applications=_APPLICATIONS,
    edges=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=3),
    form=st.sampled_from(["csv", "xlsx", "json"]),
)
def test_an_export_comes_back_unchanged_and_rebuilds_the_same(
    template: Path, applications: list[dict[str, Any]], edges: list[tuple[int, int]], form: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url, copy = f"sqlite:///{folder / 'a.db'}", f"sqlite:///{folder / 'b.db'}"
        shutil.copy(template, folder / "a.db")
        shutil.copy(template, folder / "b.db")
        _fill(url, applications, edges)
        before = read_landscape(url)
        home = before.daftar_instansi[0].id
        target = folder / ("isi" if form == "csv" else f"isi.{form}")
        export_layers(before, layer=None, form=form, target=target, instansi_id=home)
        request = ImportRequest((str(target),))
        readings = read_request(request)
        with opened(url) as repository:
            outcome = preview(repository, request, readings)
        assert not outcome.has_refused
        assert [sheet.differences for sheet in outcome.sheets if sheet.differences] == []
        assert sum(sheet.count("created") + sheet.count("updated") for sheet in outcome.sheets) == 0
        with opened(copy) as repository:
            import_files(repository, "penguji", request, readings)
        assert _texts(copy) == _texts(url)


def _texts(url: str) -> dict[str, dict[str, str]]:
    landscape = read_landscape(url)
    rows = Rows(landscape, landscape.daftar_instansi[0].id)
    found = {}
    for kelas in ("PerangkatDaerah", "Aplikasi", "Penempatan", "Integrasi"):
        for element in rows.elements(kelas):
            texts = rows.row(element)
            texts.pop("sumber", None)
            found[element.kode] = texts
    return found
