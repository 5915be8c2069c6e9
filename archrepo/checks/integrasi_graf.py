"""INT: what only the whole net of exchanges shows: single points of failure, islands, circles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from archrepo.checks.completeness import names_of
from archrepo.checks.dasar import PENGHUBUNG
from archrepo.checks.pertukaran import circles, connectors, islands
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import limit
from archrepo.landscape import Aplikasi
from archrepo.landscape.pusat_data import BELUM, DI_DALAM

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _net(*links: tuple[int, int], jalur: str = "titik_ke_titik", place: str = "server_opd") -> Scene:
    """Five applications with links between them by their numbers from 1; the place is that of the first."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        names = ("SIPANDU", "SIMRS", "SIGIZI", "SIANTRE", "SIOBAT")
        ids = [
            b.aplikasi(
                name, kode=f"A{number}", pemilik=dinkes, status="aktif",
                hosting=place if number == 1 else "server_opd",
            )
            for number, name in enumerate(names, start=1)
        ]  # fmt: skip
        for number, (one, other) in enumerate(links, start=1):
            path = jalur if number == len(links) else "titik_ke_titik"
            b.integrasi(ids[one - 1], ids[other - 1], kode=f"I{number}", jalur=path)

    return given


@check(
    "INT008",
    severity="warning",
    title="Pertukaran data bergantung pada satu aplikasi",
    why="Bila aplikasi penghubung ini berhenti, aplikasi lain ikut kehilangan pertukaran datanya.",
    mend="Alihkan pertukaran lewat SPL, sehingga aplikasi lain tidak bergantung pada satu penghubung.",
    basis=(indikator(18), OwnRule("penghubung_layanan"), PENGHUBUNG),
    indicators=(18, 24),
    fires=(
        Example(_net((1, 2), (1, 3), (1, 4)), "Tiga aplikasi hanya terhubung lewat satu.", (("A1", "A2", "A3", "A4"),)),
    ),
    silent=(Example(_net((1, 2), (1, 3), (1, 4), jalur="spl"), "Sama, tetapi satu pertukaran lewat SPL."),),
    over="integrasi",
)
def depends_on_one(scope: Scope) -> Iterator[Observation]:
    """Applications whose failure cuts at least ``aplikasi_bergantung`` others off from the rest."""
    for instansi, connector in connectors(scope, limit("aplikasi_bergantung")):
        aplikasi = scope.landscape[connector.aplikasi]
        if not connector.cut_off:
            continue
        others = [scope.landscape[one] for one in connector.cut_off]
        yield Observation(
            element_ids=(aplikasi.id, *connector.cut_off),
            message=f"{len(others)} aplikasi hanya terhubung lewat {aplikasi.nama}: {names_of(others)}.",
            instansi_id=instansi,
            label=aplikasi.nama,
            unit_id=scope.unit_of(aplikasi),
            path=(scope.landscape[connector.cut_off[0]].kode, aplikasi.kode, "(tidak ada jalur lain)"),
        )


@check(
    "INT009",
    severity="info",
    title="Kelompok aplikasi yang terpisah dari Pusat Data",
    why="Aplikasi ini bertukar data satu sama lain saja; datanya belum dapat dipakai bersama.",
    mend="Daftarkan API salah satunya pada SPL, atau pindahkan salah satunya ke Pusat Data.",
    basis=(indikator(18), PENGHUBUNG),
    indicators=(16, 18),
    fires=(Example(_net((1, 2)), "Dua aplikasi hanya bertukar data berdua, keduanya di luar.", (("A1", "A2"),)),),
    silent=(
        Example(_net((1, 2), place="pusat_data_daerah"), "Sama, tetapi salah satunya di Pusat Data."),
        Example(_net((1, 2), jalur="spl"), "Sama, tetapi lewat SPL."),
    ),
    over="integrasi",
)
def stand_apart(scope: Scope) -> Iterator[Observation]:
    """Groups of two or more that exchange only with each other, all surely without a way to the Pusat Data."""
    for instansi, members in islands(scope):
        rows = [row for row in (scope.landscape[one] for one in members) if isinstance(row, Aplikasi)]
        inside = any(scope.penempatan(row).state == DI_DALAM for row in rows)
        if inside or any(scope.keterhubungan(row).state != BELUM for row in rows):
            continue
        units = {scope.unit_of(row) for row in rows}
        path = " → ".join((rows[0].kode, "(tidak ada API)", "SPL", "Pusat Data"))
        yield Observation(
            element_ids=members,
            message=f"{len(rows)} aplikasi hanya bertukar data satu sama lain: {names_of(rows)}; "
            f"jalur ke Pusat Data: {path}.",
            instansi_id=instansi,
            unit_id=units.pop() if len(units) == 1 else None,
            path=(rows[0].kode, "(tidak ada API)", "SPL", "Pusat Data"),
        )


@check(
    "INT010",
    severity="info",
    title="Pertukaran data langsung yang berputar",
    why="Data yang berputar lewat sambungan langsung sulit ditelusuri, dan satu yang putus memutus semua.",
    mend="Tentukan sumber datanya, putuskan satu sambungan, dan alihkan yang lain lewat SPL.",
    basis=(indikator(18), PENGHUBUNG),
    indicators=(18, 23),
    fires=(Example(_net((1, 2), (2, 3), (3, 1)), "Tiga sambungan langsung yang berputar.", (("A1", "A2", "A3"),)),),
    silent=(Example(_net((1, 2), (2, 3), (3, 1), jalur="spl"), "Sama, tetapi satu di antaranya lewat SPL."),),
    over="integrasi",
)
def go_round(scope: Scope) -> Iterator[Observation]:
    """Applications joined by direct links that lead back to where they began, over three or more."""
    for instansi, members, way in circles(scope):
        path = tuple(scope.landscape[one].kode for one in (*way, way[0]))
        names = " → ".join(scope.landscape[one].nama for one in (*way, way[0]))
        units = {scope.unit_of(scope.landscape[one]) for one in members}
        yield Observation(
            element_ids=members,
            message=f"Data berputar lewat sambungan langsung: {names}.",
            instansi_id=instansi,
            unit_id=units.pop() if len(units) == 1 else None,
            path=path,
        )
