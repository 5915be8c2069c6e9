"""LAY: the named administrative and public services of the index, and whether an application supports each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from archrepo.checks.dasar import LAYANAN
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import LayananIndeks, index_services
from archrepo.declarations.nasional import national_applications
from archrepo.landscape import Aplikasi, Elemen, Instansi
from archrepo.landscape.pusat_data import is_operating
from archrepo.names import fold

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _supported(*, archive: str = "aktif") -> Scene:
    """Twelve named services with an application each, and one for the archives in the state given."""

    def given(b: Builder) -> None:
        unit = b.unit("Sekretariat Daerah", kode="SETDA", tipe="sekretariat_daerah")
        for service in index_services():
            status = archive if service.indikator == 37 else "aktif"
            b.add("Indikator", service.nama, kode=f"IND{service.indikator}", nomor=service.indikator)
            b.aplikasi(f"Aplikasi {service.nama}", kode=f"A{service.indikator}", pemilik=unit, status=status)

    return given


@check(
    "LAY004",
    severity="warning",
    title="Layanan indeks SPBE belum didukung aplikasi",
    why="Tiga belas layanan administrasi dan publik ini dinilai satu per satu; tanpa aplikasi nilainya paling rendah.",
    mend="Catat aplikasi yang dipakai untuk layanan ini (juga yang nasional), atau rencanakan pemakaiannya.",
    basis=(indikator(*range(32, 45)), LAYANAN),
    indicators=tuple(range(32, 45)),
    fires=(Example(_supported(archive="dihentikan"), "Aplikasi kearsipan sudah dihentikan.", (("IND37",),)),),
    silent=(Example(_supported(), "Sama, tetapi semuanya aktif."),),
    over="instansi",
    summary="layanan indeks belum didukung aplikasi",
)
def unsupported(scope: Scope) -> Iterator[Observation]:
    """The named services of the index that no operating application supports, one finding an Instansi.

    An application supports one when a word of it (``layanan_indeks``) stands in its name, function or field of work, or
    in the name of a service it supports. National ones count where a unit of the Instansi uses or reports them. It is
    information while units have yet to send data: what nobody reported is unknown, not absent.
    """
    indicators = {row.nilai("nomor"): row for row in scope.landscape.of_class("Indikator")}
    silent = {unit.instansi_id for unit in scope.silent}
    texts = _texts(scope)
    for instansi in scope.instansi:
        used = "\n".join(texts.get(instansi.id, ()))
        open_services = [row for row in index_services() if not any(f" {word} " in used for word in row.kata)]
        if used and open_services:
            found = [indicators.get(row.indikator) for row in open_services]
            yield _finding(instansi, open_services, found, is_known=instansi.id not in silent)


def _finding(
    instansi: Instansi, services: list[LayananIndeks], indicators: list[Elemen | None], *, is_known: bool
) -> Observation:
    names = ", ".join(f"{row.nama} (indikator {row.indikator})" for row in services)
    count = f"{len(services)} dari {len(index_services())} layanan indeks"
    return Observation(
        element_ids=tuple(row.id for row in indicators if row is not None) or (instansi.id,),
        message=f"{count} belum punya aplikasi aktif yang tercatat mendukungnya: {names}.",
        instansi_id=instansi.id,
        severity=None if is_known else "info",
    )


def _texts(scope: Scope) -> Mapping[int, list[str]]:
    """Return what is said of the operating applications that each Instansi has, or uses of the nation."""
    day = scope.landscape.as_of
    found: dict[int, list[str]] = defaultdict(list)
    for aplikasi in scope.landscape.of(Aplikasi):
        if is_operating(aplikasi, day):
            users = scope.landscape.sources(aplikasi.id, "R16", "R58") if scope.landscape.is_national(aplikasi) else ()
            for instansi in {aplikasi.instansi_id, *(unit.instansi_id for unit in users)}:
                found[instansi].append(_text(scope, aplikasi))
    return found


def _text(scope: Scope, aplikasi: Aplikasi) -> str:
    known = national_applications().get(aplikasi.nasional or "")
    services = (row.nama for row in scope.landscape.targets(aplikasi.id, "R08"))
    parts = (aplikasi.nama, aplikasi.singkatan, *aplikasi.alias, aplikasi.fungsi, known.bidang if known else None)
    return f" {fold(' '.join(part for part in (*parts, *services) if part))} "
