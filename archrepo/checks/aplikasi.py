"""APL: what an application should be linked to, and whether its dates, placements and exchanges agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import blanks, observed
from archrepo.checks.dasar import APLIKASI, ARSITEKTUR, KODE_REFERENSI, SATU_DATA
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.declarations.kosakata import vocabulary
from archrepo.landscape import Aplikasi, Penempatan
from archrepo.landscape.pusat_data import current_placements

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder


def _linked(*leave_out: str, **facts: Any) -> Scene:
    """One application with service, process, data, function and code, without those left out (names of links)."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        links: dict[str, tuple[int, ...]] = {
            "layanan": (b.add("Layanan", "Pelayanan ibu dan anak", kode="L1"),),
            "proses": (b.add("ProsesBisnis", "Pelayanan kesehatan dasar", kode="P1"),),
            "data": (b.add("DataInformasi", "Data kunjungan", kode="D1", produsen=dinkes),),
        }
        kept: dict[str, Any] = {name: ids for name, ids in links.items() if name not in leave_out}
        values: dict[str, Any] = {
            "fungsi": "Mencatat kunjungan ibu dan anak",
            "kode_referensi": "RAA.01",
            "status": "aktif",
            **facts,
        }
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, **kept, **values)

    return given


@check(
    "APL001",
    severity="info",
    title="Aplikasi belum dikaitkan dengan layanan",
    why="Belum terlihat layanan apa yang didukung, sehingga manfaat aplikasi belum dapat dijelaskan.",
    mend="Isi layanan yang didukung aplikasi ini.",
    basis=(indikator(11), ARSITEKTUR),
    indicators=(11,),
    fires=(Example(_linked("layanan"), "Aplikasi aktif tanpa layanan.", (("A1",),)),),
    silent=(
        Example(_linked(), "Sama, tetapi layanannya disebut."),
        Example(_linked("layanan", status="dihentikan"), "Sama, tetapi sudah dihentikan."),
    ),
    over="aplikasi",
    summary="belum dikaitkan dengan layanan",
    fact="layanan",
)
def without_service(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems that support no service (R08)."""
    return blanks(scope, "layanan", "{nama} belum dikaitkan dengan layanan yang didukungnya.")


@check(
    "APL002",
    severity="info",
    title="Aplikasi belum dikaitkan dengan proses bisnis",
    why="Belum terlihat langkah kerja mana yang sudah dibantu aplikasi.",
    mend="Isi proses bisnis yang dikerjakan dalam aplikasi ini.",
    basis=(indikator(11, 14), ARSITEKTUR),
    indicators=(11, 14),
    fires=(Example(_linked("proses"), "Aplikasi aktif tanpa proses bisnis.", (("A1",),)),),
    silent=(Example(_linked(), "Sama, tetapi proses bisnisnya disebut."),),
    over="aplikasi",
    summary="belum dikaitkan dengan proses bisnis",
    fact="proses_bisnis",
)
def without_process(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems that automate no process (R09)."""
    return blanks(scope, "proses_bisnis", "{nama} belum dikaitkan dengan proses bisnis.")


@check(
    "APL003",
    severity="info",
    title="Aplikasi belum dikaitkan dengan data",
    why="Belum terlihat data apa yang dikelola, sehingga berbagi pakai data belum dapat direncanakan.",
    mend="Isi data yang dikelola aplikasi ini.",
    basis=(indikator(11, 23), SATU_DATA),
    indicators=(11, 23),
    fires=(Example(_linked("data"), "Aplikasi aktif tanpa data.", (("A1",),)),),
    silent=(Example(_linked(), "Sama, tetapi datanya disebut."),),
    over="aplikasi",
    summary="belum dikaitkan dengan data yang dikelola",
    fact="data",
)
def without_data(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems that manage no data set (R10)."""
    return blanks(scope, "data", "{nama} belum dikaitkan dengan data yang dikelolanya.")


@check(
    "APL004",
    severity="info",
    title="Aplikasi belum punya kode referensi arsitektur",
    why="Tanpa kode RAA, aplikasi belum dapat dipetakan pada Arsitektur SPBE Nasional.",
    mend="Pilih kode RAA yang sesuai dari referensi arsitektur.",
    basis=(indikator(11), KODE_REFERENSI),
    indicators=(11,),
    fires=(Example(_linked(kode_referensi=None), "Aplikasi aktif tanpa kode RAA.", (("A1",),)),),
    silent=(Example(_linked(kode_referensi="RAA.02"), "Sama, tetapi kodenya disebut."),),
    over="aplikasi",
    summary="belum punya kode referensi arsitektur",
    fact="kode_referensi",
)
def without_reference(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems without a code of the application reference (RAA)."""
    return blanks(scope, "kode_referensi", "{nama} belum punya kode referensi arsitektur (RAA).")


@check(
    "APL005",
    severity="error",
    title="Aplikasi disebut aktif padahal masa berlakunya sudah lewat",
    why="Keterangan aktif dan tanggal akhirnya tidak mungkin benar keduanya.",
    mend="Perbarui tanggal akhirnya bila masih dipakai, atau ubah statusnya bila sudah tidak dipakai.",
    basis=(indikator(11, 15), APLIKASI),
    indicators=(11, 15),
    fires=(Example(_linked(berlaku_sampai=date(2025, 12, 31)), "Berstatus aktif, berakhir tahun lalu.", (("A1",),)),),
    silent=(
        Example(_linked(berlaku_sampai=date(2027, 12, 31)), "Sama, tetapi berakhir tahun depan."),
        Example(_linked(berlaku_sampai=date(2025, 12, 31), status="dihentikan"), "Sama, tetapi sudah dihentikan."),
    ),
    over="semua_aplikasi",
)
def active_past_end(scope: Scope) -> Iterator[Observation]:
    """Applications with a status that operates whose berlaku_sampai lies before the day looked at."""
    day = scope.landscape.as_of
    for aplikasi in scope.semua_aplikasi:
        status = vocabulary("status_aplikasi").nilai_of(aplikasi.status) if aplikasi.status else None
        operates = status is not None and status.attributes.get("beroperasi") is not None
        end = aplikasi.berlaku_sampai
        if operates and end is not None and end < day:
            said = f"{aplikasi.nama} berstatus {status.label if status else ''}"
            yield observed(scope, aplikasi, f"{said}, tetapi masa berlakunya berakhir {end:%d-%m-%Y}.")


def _two_places(**facts: Any) -> Scene:
    """An application with two production placements; ``facts`` are those of the second."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        aplikasi = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, hosting="pusat_data_daerah", status="aktif")
        values = {"lokasi": "server_opd", "lingkungan": "produksi", **facts}
        b.add("Penempatan", "Penempatan lain", kode="T2", aplikasi_id=aplikasi, **values)

    return given


@check(
    "APL006",
    severity="warning",
    title="Aplikasi tercatat berjalan di dua tempat",
    why="Satu aplikasi diharapkan punya satu tempat produksi; bila dua, belum jelas mana yang benar.",
    mend="Tentukan tempat produksi yang berlaku; beri tanggal akhir pada yang lama, atau tandai cadangan atau uji.",
    basis=(indikator(16), ARSITEKTUR),
    indicators=(5, 16),
    fires=(Example(_two_places(), "Dua tempat produksi yang berbeda.", (("A1",),)),),
    silent=(
        Example(_two_places(lingkungan="cadangan"), "Sama, tetapi yang kedua cadangan."),
        Example(_two_places(lokasi="pusat_data_daerah"), "Sama, tetapi keduanya menyebut tempat yang sama."),
    ),
    over="aplikasi",
    summary="tercatat berjalan di dua tempat",
)
def two_placements(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems with current production placements at different places."""
    for aplikasi in scope.aplikasi:
        placements = current_placements(scope.landscape, aplikasi)
        places = {(row.lokasi, row.fasilitas_id): row for row in placements if row.lokasi or row.fasilitas_id}
        if len(places) > 1:
            named = "; ".join(sorted(_place_label(scope, row) for row in places.values()))
            yield observed(scope, aplikasi, f"{aplikasi.nama} tercatat berjalan di {len(places)} tempat: {named}.")


def _place_label(scope: Scope, placement: Penempatan) -> str:
    facility = scope.landscape.get(placement.fasilitas_id)
    return facility.nama if facility is not None else vocabulary("lokasi_hosting").label(placement.lokasi)


def _with_partner(**facts: Any) -> Scene:
    """An application that sends data to another; ``facts`` are those of the other."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        one = b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif")
        other = b.aplikasi("SIMKES", kode="A2", pemilik=dinkes, **{"status": "dihentikan", **facts})
        b.integrasi(one, other, kode="I1", jalur="spl")

    return given


@check(
    "APL007",
    severity="error",
    title="Pertukaran data dengan aplikasi yang sudah dihentikan",
    why="Pertukaran data disebut berjalan, padahal salah satu aplikasinya sudah tidak aktif.",
    mend="Ubah keadaan pertukaran menjadi terputus, alihkan ke aplikasi pengganti, atau perbaiki statusnya.",
    basis=(indikator(18), APLIKASI),
    indicators=(15, 18),
    fires=(Example(_with_partner(), "Bertukar data dengan aplikasi yang dihentikan.", (("A1", "A2"),)),),
    silent=(Example(_with_partner(status="aktif"), "Sama, tetapi keduanya aktif."),),
    over="integrasi",
)
def exchange_with_retired(scope: Scope) -> Iterator[Observation]:
    """Current exchanges one end of which is a regional application with a status of ``status_dihentikan``."""
    retired = words("status_dihentikan")
    for exchange in scope.integrasi:
        ends = (scope.landscape[exchange.dari_id], scope.landscape[exchange.ke_id])
        gone = [
            row
            for row in ends
            if isinstance(row, Aplikasi) and row.status in retired and not scope.landscape.is_national(row)
        ]
        if gone:
            label = vocabulary("status_aplikasi").label(gone[0].status)
            yield Observation(
                element_ids=(exchange.dari_id, exchange.ke_id),
                message=f"{ends[0].nama} → {ends[1].nama} disebut berjalan, tetapi {gone[0].nama} berstatus {label}.",
                instansi_id=exchange.instansi_id,
                unit_id=scope.unit_of(gone[0]),
                path=(ends[0].kode, exchange.kode, ends[1].kode),
            )


@check(
    "APL008",
    severity="info",
    title="Fungsi aplikasi belum dijelaskan",
    why="Tanpa uraian fungsi, kesamaan dengan aplikasi lain sulit dikenali.",
    mend="Tulis satu kalimat tentang kegunaan aplikasi dan penggunanya.",
    basis=(indikator(11, 15), ARSITEKTUR),
    indicators=(11, 15),
    fires=(Example(_linked(fungsi=None), "Aplikasi aktif tanpa uraian fungsi.", (("A1",),)),),
    silent=(Example(_linked(fungsi="Mencatat kunjungan"), "Sama, tetapi fungsinya ditulis."),),
    over="aplikasi",
    summary="belum dijelaskan fungsinya",
    fact="fungsi",
)
def without_function(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems with neither fungsi nor deskripsi."""
    return blanks(scope, "fungsi", "{nama} belum dijelaskan fungsinya.")
