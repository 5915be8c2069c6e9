"""PRB: business processes: who carries them out, what they rest on, what they yield, how they hang together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import blanks, names_of, observed
from archrepo.checks.dasar import ARSITEKTUR, KODE_REFERENSI, PROSES_BISNIS
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.landscape import Aplikasi, Elemen
from archrepo.landscape.pusat_data import is_operating

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _process(*leave_out: str, **facts: Any) -> Scene:
    """A process with its unit, base, service and application, without the relations left out."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        rule = b.add("Regulasi", "Perbup pelayanan kesehatan", kode="R1")
        service = b.add("Layanan", "Pelayanan ibu dan anak", kode="L1")
        aplikasi = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif")
        values = {"perangkat_daerah_id": dinkes, "kode_referensi": "RAB.04.01", "jenis": "inti", **facts}
        process = b.add("ProsesBisnis", "Pelayanan kesehatan dasar", kode="P1", **values)
        for relation, one, other in (("R36", rule, process), ("R04", process, service), ("R09", aplikasi, process)):
            if relation not in leave_out:
                b.relasi(relation, one, other)

    return given


@check(
    "PRB001",
    severity="info",
    title="Proses bisnis belum punya kode referensi arsitektur",
    why="Tanpa kode RAB, proses bisnis belum dapat dipetakan pada Arsitektur SPBE Nasional.",
    mend="Pilih kode RAB yang sesuai dari referensi arsitektur.",
    basis=(indikator(11), KODE_REFERENSI),
    indicators=(11, 14),
    fires=(Example(_process(kode_referensi=None), "Proses tanpa kode RAB.", (("P1",),)),),
    silent=(Example(_process(), "Sama, tetapi kodenya disebut."),),
    over="proses_bisnis",
    summary="belum punya kode RAB",
    fact="kode_rab",
)
def without_reference(scope: Scope) -> Iterator[Observation]:
    """Processes without a code of the process reference (RAB), where a source asked for it."""
    return blanks(scope, "kode_rab", "{nama} belum punya kode RAB.")


@check(
    "PRB002",
    severity="info",
    title="Proses bisnis belum punya pelaksana",
    why="Belum jelas Perangkat Daerah mana yang menjalankan dan memperbaiki proses ini.",
    mend="Isi Perangkat Daerah yang menjalankannya.",
    basis=(indikator(11, 14), PROSES_BISNIS),
    indicators=(11, 14),
    fires=(Example(_process(perangkat_daerah_id=None), "Proses tanpa pelaksana.", (("P1",),)),),
    silent=(Example(_process(), "Sama, tetapi pelaksananya disebut."),),
    over="proses_bisnis",
    summary="belum punya pelaksana",
    fact="pelaksana_proses",
)
def without_unit(scope: Scope) -> Iterator[Observation]:
    """Processes that no unit carries out (owner or R01), where a source asked for it."""
    return blanks(scope, "pelaksana_proses", "{nama} belum punya Perangkat Daerah pelaksana.")


@check(
    "PRB003",
    severity="info",
    title="Proses bisnis inti belum menghasilkan layanan atau data",
    why="Belum terlihat hasil proses ini, sehingga manfaat perbaikannya sulit dijelaskan.",
    mend="Kaitkan dengan layanan atau data yang dihasilkannya.",
    basis=(indikator(11, 14), PROSES_BISNIS),
    indicators=(11, 14),
    fires=(Example(_process("R04"), "Proses inti tanpa layanan dan data.", (("P1",),)),),
    silent=(
        Example(_process(), "Sama, tetapi layanannya disebut."),
        Example(_process("R04", jenis="pendukung"), "Sama, tetapi proses pendukung."),
    ),
    over="proses_bisnis",
    summary="belum dikaitkan dengan layanan atau data yang dihasilkan",
)
def without_yield(scope: Scope) -> Iterator[Observation]:
    """Core processes without parts that yield neither a service (R04) nor data (R11)."""
    for process in scope.own("ProsesBisnis"):
        if process.nilai("jenis") == "inti" and not scope.landscape.out(process.id, "R04", "R05", "R11"):
            yield observed(scope, process, f"{process.nama} belum dikaitkan dengan layanan atau data yang dihasilkan.")


@check(
    "PRB004",
    severity="info",
    title="Proses bisnis belum punya dasar hukum",
    why="Tanpa dasarnya, sulit dikatakan langkah mana yang boleh disederhanakan.",
    mend="Kaitkan dengan peraturan yang mendasarinya.",
    basis=(indikator(11, 14), PROSES_BISNIS),
    indicators=(11, 14),
    fires=(Example(_process("R36"), "Proses tanpa peraturan.", (("P1",),)),),
    silent=(Example(_process(), "Sama, tetapi peraturannya disebut."),),
    over="proses_bisnis",
    summary="belum punya dasar hukum",
    fact="dasar_proses",
)
def without_base(scope: Scope) -> Iterator[Observation]:
    """Processes that no rule bases (R36), where a source asked for it."""
    return blanks(scope, "dasar_proses", "{nama} belum punya dasar hukum.")


@check(
    "PRB005",
    severity="info",
    title="Proses bisnis belum dibantu aplikasi",
    why="Proses yang dikerjakan tangan adalah calon perbaikan dengan SPBE.",
    mend="Kaitkan dengan aplikasi yang sudah membantunya, atau pertimbangkan dalam Peta Rencana.",
    basis=(indikator(14), ARSITEKTUR),
    indicators=(11, 14),
    fires=(Example(_process("R09"), "Proses tanpa aplikasi.", (("P1",),)),),
    silent=(Example(_process(), "Sama, tetapi aplikasinya disebut."),),
    over="proses_bisnis",
    summary="belum dibantu aplikasi",
)
def without_application(scope: Scope) -> Iterator[Observation]:
    """Processes without parts that no application automates (R09) and that yield no service which one supports."""
    for process in scope.own("ProsesBisnis"):
        if not scope.landscape.out(process.id, "R05") and not _applications(scope, process):
            yield observed(scope, process, f"{process.nama} belum dibantu aplikasi yang aktif.")


def _applications(scope: Scope, process: Elemen) -> tuple[Aplikasi, ...]:
    """Return the operating applications of a process: those that automate it, else those of its services."""
    day = scope.landscape.as_of
    direct = scope.landscape.sources(process.id, "R09")
    services = scope.landscape.targets(process.id, "R04")
    rows = direct or tuple(row for service in services for row in scope.landscape.sources(service.id, "R08"))
    return tuple(row for row in rows if isinstance(row, Aplikasi) and is_operating(row, day))


def _handed_on(*, exchange: bool = False) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        dinsos = b.unit("Dinas Sosial", kode="DINSOS")
        one = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif")
        other = b.aplikasi("SIKS Daerah", kode="A2", pemilik=dinsos, status="aktif")
        first = b.add("ProsesBisnis", "Pendataan balita", kode="P1", perangkat_daerah_id=dinkes)
        second = b.add("ProsesBisnis", "Bantuan gizi", kode="P2", perangkat_daerah_id=dinsos)
        b.relasi("R09", one, first)
        b.relasi("R09", other, second)
        b.relasi("R06", first, second)
        b.integrasi(one, other, kode="I1", jalur="spl", status="sudah" if exchange else "rencana")

    return given


@check(
    "PRB006",
    severity="warning",
    title="Proses lintas Perangkat Daerah tanpa pertukaran data",
    why="Hasil satu proses diketik ulang di aplikasi berikutnya, sehingga lambat dan mudah berbeda.",
    mend="Rencanakan pertukaran data antara kedua aplikasi lewat SPL.",
    basis=(indikator(14, 18), PROSES_BISNIS),
    indicators=(14, 18, 20),
    fires=(Example(_handed_on(), "Dua proses berurutan, aplikasinya tidak bertukar data.", (("P1", "P2"),)),),
    silent=(Example(_handed_on(exchange=True), "Sama, tetapi datanya dipertukarkan."),),
    over="proses_bisnis",
)
def typed_again(scope: Scope) -> Iterator[Observation]:
    """Processes followed by one of another unit (R06), both with applications, none of which exchange."""
    for process in scope.own("ProsesBisnis"):
        for edge in scope.landscape.out(process.id, "R06"):
            follower = scope.landscape[edge.ke]
            ours, theirs = _applications(scope, process), _applications(scope, follower)
            same_unit = process.pemilik_id == follower.pemilik_id
            if same_unit or not ours or not theirs or _exchange_between(scope, ours, theirs):
                continue
            path = (process.kode, ours[0].kode, "(tidak ada pertukaran data)", theirs[0].kode, follower.kode)
            yield Observation(
                element_ids=(process.id, follower.id),
                message=f"{process.nama} dilanjutkan {follower.nama}, tetapi {ours[0].nama} dan {theirs[0].nama} "
                f"belum bertukar data: {' → '.join(path)}.",
                instansi_id=process.instansi_id,
                unit_id=scope.unit_of(process),
                path=path,
            )


def _exchange_between(scope: Scope, ours: tuple[Aplikasi, ...], theirs: tuple[Aplikasi, ...]) -> bool:
    others = {row.id for row in theirs}
    if others & {row.id for row in ours}:
        return True
    current = {row.id for row in scope.integrasi}
    exchanges = (row for one in ours for row in scope.landscape.exchanges(one.id) if row.id in current)
    return any({row.dari_id, row.ke_id} & others for row in exchanges)


def _composed(*, back: bool = False) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        whole = b.add("ProsesBisnis", "Pelayanan kesehatan", kode="P1", perangkat_daerah_id=dinkes)
        part = b.add("ProsesBisnis", "Pelayanan dasar", kode="P2", perangkat_daerah_id=dinkes)
        b.relasi("R05", whole, part)
        if back:
            b.relasi("R05", part, whole)

    return given


@check(
    "PRB007",
    severity="error",
    title="Susunan proses bisnis berputar",
    why="Sebuah proses tidak mungkin menjadi bagian dari bagiannya sendiri.",
    mend="Hapus salah satu hubungan bagian di antara proses-proses ini.",
    basis=(indikator(11), PROSES_BISNIS),
    indicators=(11, 14),
    fires=(Example(_composed(back=True), "Dua proses saling menjadi bagian.", (("P1", "P2"),)),),
    silent=(Example(_composed(), "Sama, tetapi hanya satu arah."),),
    over="proses_bisnis",
)
def part_of_itself(scope: Scope) -> Iterator[Observation]:
    """Groups of processes that are parts of each other (R05)."""
    edges = [(edge.dari, edge.ke) for row in scope.own("ProsesBisnis") for edge in scope.landscape.out(row.id, "R05")]
    if not edges:
        return
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph(edges)
    for part in nx.strongly_connected_components(graph):
        rows = sorted((scope.landscape[one] for one in part), key=lambda row: row.kode)
        if len(rows) > 1 or graph.has_edge(rows[0].id, rows[0].id):
            yield Observation(
                element_ids=tuple(row.id for row in rows),
                message=f"{names_of(rows)} saling menjadi bagian.",
                instansi_id=rows[0].instansi_id,
                unit_id=scope.unit_of(rows[0]),
                path=(*(row.kode for row in rows), rows[0].kode),
            )
