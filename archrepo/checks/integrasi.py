"""INT: where applications run and how they exchange data with the Pusat Data and each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import blanks, names_of, observed, sheet_of, unasked
from archrepo.checks.dasar import PENGHUBUNG, PUSAT_DATA
from archrepo.checks.rule import Example, Observation, OwnRule, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import path_severities
from archrepo.declarations.kosakata import vocabulary
from archrepo.landscape import Aplikasi, Elemen, Integrasi, PerangkatDaerah
from archrepo.landscape.pusat_data import BELUM, DI_LUAR, INSTANSI_LAIN, LANGSUNG, PERLU_CEK, SPL, Keadaan

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder

CENTRE = "Pusat Data"
_CARRYING = frozenset({"spl", "splp", "titik_ke_titik", "basis_data"})


def _placed(*, registered: bool = False, **facts: Any) -> Scene:
    """One application of Dinas Kesehatan on a machine of its own with an API, but for the facts given."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        values = {"pemilik": dinkes, "hosting": "server_opd", "status": "aktif", **facts}
        aplikasi = b.aplikasi("SIPANDU", kode="A1", **values)
        api = b.add("AntarmukaApi", "API SIPANDU", kode="API1", aplikasi_id=aplikasi)
        bus = b.add("SistemPenghubungLayanan", "SPL Kabupaten", kode="SPL1", jenis="spl_daerah")
        if registered:
            b.relasi("R22", bus, api)

    return given


@check(
    "INT001",
    severity="warning",
    title="Aplikasi belum ditempatkan di Pusat Data",
    why="Belum memanfaatkan Pusat Data; keamanan, pencadangan, dan pemanfaatan bersama belum dapat dipastikan.",
    mend="Pindahkan ke Pusat Data, atau daftarkan API-nya pada SPL; bila perlu tetap di luar, catat alasannya.",
    basis=(indikator(16), OwnRule("pusat_data"), PUSAT_DATA),
    indicators=(16,),
    fires=(Example(_placed(), "Aplikasi aktif berjalan di server milik Perangkat Daerah.", (("A1",),)),),
    silent=(
        Example(_placed(hosting="pusat_data_daerah"), "Sama, tetapi berjalan di Pusat Data."),
        Example(_placed(registered=True), "Sama, tetapi API-nya terdaftar pada SPL."),
        Example(_placed(status="dihentikan"), "Sama, tetapi sudah dihentikan."),
        Example(_placed(bentuk="situs_informasi"), "Sama, tetapi berupa situs informasi."),
    ),
    over="aplikasi",
    summary="belum ditempatkan di Pusat Data",
    per_unit=True,
)
def outside_pusat_data(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems placed outside, with no path through SPL or directly (status di_luar)."""
    for aplikasi in scope.aplikasi:
        where = scope.penempatan(aplikasi)
        if where.state != DI_LUAR:
            continue
        link = scope.keterhubungan(aplikasi)
        if link.state in (SPL, LANGSUNG):
            continue
        way = _broken_way(scope, aplikasi, link)
        told = _in_names(scope, aplikasi, way)
        unit = scope.landscape.get(scope.unit_of(aplikasi))
        owner = f" ({unit.nama})" if unit is not None else ""
        yield Observation(
            element_ids=(aplikasi.id,),
            message=f"{aplikasi.nama}{owner}: {where.reason} Jalur ke Pusat Data putus pada: {told}.",
            instansi_id=aplikasi.instansi_id,
            label=aplikasi.nama,
            unit_id=scope.unit_of(aplikasi),
            mend=_hospital_mend(unit),
            path=way,
        )


def _broken_way(scope: Scope, aplikasi: Aplikasi, link: Keadaan) -> tuple[str, ...]:
    """Return the way from an application to the Pusat Data, as far as it goes, with the link that is missing."""
    if link.state == BELUM and link.path:
        return (*link.path, "(tidak ada jalur)", CENTRE)
    apis = scope.landscape.targets(aplikasi.id, "R19")
    if apis:
        return (aplikasi.kode, apis[0].kode, "(belum terdaftar)", "SPL", CENTRE)
    return (aplikasi.kode, "(tidak ada API)", "SPL", CENTRE)


def _in_names(scope: Scope, first: Aplikasi, way: tuple[str, ...]) -> str:
    """Return a way in the words of a reader: the names of applications and API instead of their kode."""
    ends = (scope.landscape.get(end) for row in scope.landscape.exchanges(first.id) for end in (row.dari_id, row.ke_id))
    near = (first, *scope.landscape.targets(first.id, "R19"), *(end for end in ends if end is not None))
    known = {row.kode: row.nama for row in near}
    return " → ".join(known.get(step, step) for step in way)


def _hospital_mend(unit: Elemen | None) -> str | None:
    """A regional hospital runs its own finances (BLUD) and may have reasons to keep its system at hand."""
    if isinstance(unit, PerangkatDaerah) and (unit.tipe == "rsud" or unit.nilai("blud") == "ya"):
        return (
            "Pindahkan ke Pusat Data atau daftarkan API-nya pada SPL; sistem rumah sakit BLUD dapat dikecualikan "
            "dengan alasan yang dicatat."
        )
    return None


@check(
    "INT002",
    severity="warning",
    title="Tempat aplikasi berjalan belum diketahui",
    why="Tanpa tempat yang jelas, aplikasi tidak dapat dihitung sebagai sudah atau belum memakai Pusat Data.",
    mend="Tanyakan kepada Perangkat Daerah: pusat data atau server milik siapa, di mana; lalu isi lokasinya.",
    basis=(indikator(16), PUSAT_DATA),
    indicators=(16,),
    fires=(Example(_placed(hosting=None), "Aplikasi aktif tanpa lokasi server.", (("A1",),)),),
    silent=(
        Example(_placed(hosting="server_opd"), "Sama, tetapi lokasinya disebut."),
        Example(_placed(hosting=None, bentuk="formulir_tautan"), "Sama, tetapi hanya formulir atau tautan."),
    ),
    over="aplikasi",
    summary="belum diketahui tempatnya berjalan",
    per_unit=True,
    fact="penempatan",
)
def placement_unknown(scope: Scope) -> Iterator[Observation]:
    """Placements that nobody stated, or that a bare word does not settle; one for a source that never asked."""
    yield from blanks(scope, "penempatan", "{nama}: lokasi servernya belum disebut, atau belum cukup jelas.")
    for file, rows in unasked(scope, "penempatan").items():
        names = names_of(aplikasi for aplikasi, _ in rows)
        yield Observation(
            element_ids=tuple(aplikasi.id for aplikasi, _ in rows),
            message=f"{file} tidak punya kolom lokasi server; tempat {len(rows)} aplikasi belum diketahui: {names}.",
            instansi_id=rows[0][0].instansi_id,
            severity="info",
            mend="Kirim templat yang memuat kolom lokasi server, atau tambahkan kolom itu lalu impor ulang.",
            sheet=(file, sheet_of(rows)),
        )


@check(
    "INT006",
    severity="info",
    title="Tempat aplikasi perlu dicek",
    why="Awan publik, kolokasi, atau pusat data pemerintah lain belum tentu setara dengan Pusat Data daerah.",
    mend="Cek bukti tempat aplikasi berjalan (kontrak, berita acara), lalu perbarui penempatannya.",
    basis=(indikator(16), OwnRule("pusat_data"), PUSAT_DATA),
    indicators=(16,),
    fires=(Example(_placed(hosting="awan_publik"), "Aplikasi aktif berjalan di awan publik.", (("A1",),)),),
    silent=(Example(_placed(hosting="awan_pemerintah"), "Sama, tetapi di awan pemerintah."),),
    over="aplikasi",
    summary="perlu dicek tempatnya",
)
def placement_doubtful(scope: Scope) -> Iterator[Observation]:
    """Placements that are neither inside nor surely outside."""
    for aplikasi in scope.aplikasi:
        where = scope.penempatan(aplikasi)
        if where.state in (PERLU_CEK, INSTANSI_LAIN) and scope.keterhubungan(aplikasi).state not in (SPL, LANGSUNG):
            yield observed(scope, aplikasi, f"{aplikasi.nama}: {where.reason}")


def _exchange(**facts: Any) -> Scene:
    """Two applications that exchange files, but for the facts given (``pasangan``: facts of the second one)."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        values = {"jalur": "berkas", "status": "sudah", **facts}
        klaim = values.pop("klaim", None)
        first = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", klaim_integrasi=klaim)
        second = b.aplikasi("SIMRS", kode="A2", pemilik=dinkes, status="aktif")
        b.integrasi(first, second, kode="I1", **values)

    return given


@check(
    "INT003",
    severity="warning",
    title="Pertukaran data di luar Sistem Penghubung Layanan",
    why="Pertukaran di luar SPL sulit dipantau, diamankan, dan dipakai ulang oleh aplikasi lain.",
    mend="Daftarkan API-nya pada SPL, lalu alihkan pertukaran data lewat SPL.",
    basis=(indikator(18), OwnRule("penghubung_layanan"), PENGHUBUNG),
    indicators=(18,),
    fires=(Example(_exchange(), "Dua aplikasi bertukar data lewat berkas.", (("A1", "A2"),)),),
    silent=(
        Example(_exchange(jalur="spl"), "Sama, tetapi lewat SPL."),
        Example(_exchange(status="rencana"), "Sama, tetapi baru direncanakan."),
    ),
    over="integrasi",
    summary="bertukar data di luar SPL",
)
def past_the_bus(scope: Scope) -> Iterator[Observation]:
    """Current exchanges by a path other than SPL or SPLP; those with a national partner are information only."""
    weights = path_severities()
    pairs: dict[tuple[int, int], list[Integrasi]] = defaultdict(list)
    for exchange in scope.integrasi:
        if exchange.jalur in weights and exchange.spl_id is None:
            pairs[exchange.dari_id, exchange.ke_id].append(exchange)
    for (one, other), exchanges in pairs.items():
        source, target = scope.landscape[one], scope.landscape[other]
        paths = list(dict.fromkeys(vocabulary("jalur_integrasi").label(row.jalur) for row in exchanges))
        outside = any(scope.landscape.is_national(end) or not isinstance(end, Aplikasi) for end in (source, target))
        heaviest = "warning" in {weights[str(row.jalur)] for row in exchanges}
        yield Observation(
            element_ids=(one, other),
            message=f"{source.nama} → {target.nama}: data dipertukarkan lewat {', '.join(paths)}, belum lewat SPL.",
            instansi_id=exchanges[0].instansi_id,
            label=f"{source.nama} → {target.nama}",
            unit_id=scope.unit_of(source),
            severity="warning" if heaviest and not outside else "info",
            path=(source.kode, exchanges[0].kode, target.kode),
        )


@check(
    "INT004",
    severity="info",
    title="Aplikasi disebut belum bertukar data dengan aplikasi lain",
    why="Data yang sama mungkin diketik ulang di tempat lain, dan layanan belum terpadu.",
    mend="Tentukan data yang perlu dibagi atau diterima, lalu rencanakan pertukarannya lewat SPL.",
    basis=(indikator(18), PENGHUBUNG),
    indicators=(18,),
    fires=(Example(_placed(klaim_integrasi="tidak"), "Perangkat Daerah menulis belum terintegrasi.", (("A1",),)),),
    silent=(Example(_placed(klaim_integrasi=None), "Sama, tetapi Perangkat Daerah belum menjawab."),),
    over="aplikasi",
    summary="disebut belum bertukar data dengan aplikasi lain",
)
def stands_alone(scope: Scope) -> Iterator[Observation]:
    """Applications of which it is stated that they exchange with nothing, and nothing recorded says otherwise."""
    for aplikasi in scope.aplikasi:
        exchanges = scope.landscape.exchanges(aplikasi.id)
        stated = aplikasi.klaim_integrasi == "tidak" or any(row.jalur == "tidak_ada" for row in exchanges)
        if not stated or any(row.status == "sudah" and row.jalur != "tidak_ada" for row in exchanges):
            continue
        if scope.keterhubungan(aplikasi).state not in (SPL, LANGSUNG):
            yield observed(scope, aplikasi, f"{aplikasi.nama} disebut belum bertukar data dengan aplikasi lain.")


@check(
    "INT005",
    severity="warning",
    title="Perlu bukti integrasi",
    why="Disebut sudah terintegrasi, tetapi pertukaran data yang tercatat belum mendukungnya.",
    mend="Catat dengan aplikasi apa, data apa, dan lewat jalur apa; lampirkan buktinya.",
    basis=(indikator(18), PENGHUBUNG),
    indicators=(18,),
    fires=(
        Example(_placed(klaim_integrasi="ya"), "Disebut terintegrasi, tanpa satu pun pertukaran data.", (("A1",),)),
        Example(_exchange(klaim="ya"), "Disebut terintegrasi, tetapi hanya lewat berkas.", (("A1",),)),
    ),
    silent=(
        Example(_placed(klaim_integrasi=None), "Sama, tetapi tidak disebut terintegrasi."),
        Example(_exchange(klaim="ya", jalur="titik_ke_titik"), "Sama, tetapi lewat API langsung."),
    ),
    over="aplikasi",
    summary="disebut terintegrasi tanpa bukti pertukaran data",
)
def claim_without_proof(scope: Scope) -> Iterator[Observation]:
    """Claims of integration with no exchange between systems behind them; an exchange of unknown path is INT007's."""
    for aplikasi in scope.aplikasi:
        if aplikasi.klaim_integrasi != "ya" or scope.keterhubungan(aplikasi).state in (SPL, LANGSUNG):
            continue
        done = [row for row in scope.landscape.exchanges(aplikasi.id) if row.status == "sudah"]
        if any(row.jalur is None or row.jalur in _CARRYING or row.spl_id is not None for row in done):
            continue
        found = (
            "yang tercatat hanya tukar berkas atau ketik ulang" if done else "belum ada pertukaran data yang tercatat"
        )
        text = f"{aplikasi.nama}: disebut terintegrasi, {found}."
        yield Observation(
            element_ids=(aplikasi.id,),
            message=text,
            instansi_id=aplikasi.instansi_id,
            label=aplikasi.nama,
            unit_id=scope.unit_of(aplikasi),
            path=(aplikasi.kode, "(tidak ada pertukaran data antarsistem)", "SPL"),
        )


@check(
    "INT007",
    severity="info",
    title="Jalur pertukaran data belum disebut",
    why="Tanpa jalurnya, belum dapat dikatakan apakah pertukaran data sudah lewat SPL.",
    mend="Isi jalur pertukarannya: SPL, API langsung, berbagi basis data, tukar berkas, atau ketik ulang.",
    basis=(indikator(18), PENGHUBUNG),
    indicators=(18,),
    fires=(Example(_exchange(jalur=None), "Dua aplikasi bertukar data, jalurnya kosong.", (("A1", "A2"),)),),
    silent=(Example(_exchange(jalur="spl"), "Sama, tetapi jalurnya disebut."),),
    over="integrasi",
    summary="belum disebut jalurnya",
)
def path_unknown(scope: Scope) -> Iterator[Observation]:
    """Current exchanges whose path is blank or a word that none of ours matches."""
    known = {value.id for value in vocabulary("jalur_integrasi").nilai}
    seen: set[tuple[int, int]] = set()
    for exchange in scope.integrasi:
        ends = (exchange.dari_id, exchange.ke_id)
        if exchange.jalur in known or exchange.spl_id is not None or ends in seen:
            continue
        seen.add(ends)
        source, target = scope.landscape[ends[0]], scope.landscape[ends[1]]
        yield Observation(
            element_ids=ends,
            message=f"{source.nama} → {target.nama}: jalur pertukarannya belum disebut.",
            instansi_id=exchange.instansi_id,
            label=f"{source.nama} → {target.nama}",
            unit_id=scope.unit_of(source),
            path=(source.kode, exchange.kode, target.kode),
        )
