"""LAY: how good a service is said to be, and whether what is recorded bears that out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import blanks, observed
from archrepo.checks.dasar import KODE_REFERENSI, LAYANAN, RISIKO
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.landscape import Aplikasi, Layanan
from archrepo.landscape.pusat_data import is_operating
from archrepo.names import fold

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder

_INTERACTION, _COLLABORATION = 2, 4


def _service(nama: str = "Izin praktik", *, exchange: bool = False, **facts: Any) -> Scene:
    """A two-way service with an application that exchanges with another, or only will."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        values = {
            "unit_pelaksana_id": dinkes, "status": "berjalan", "arah": "dua_arah", "target": "masyarakat",
            "kode_referensi": "RAL.01.08", "tingkat_layanan": 3, **facts,
        }  # fmt: skip
        service = b.add("Layanan", nama, kode="L1", **values)
        one = b.aplikasi("SIPRAKTIK", kode="A1", pemilik=dinkes, status="aktif", layanan=(service,))
        other = b.aplikasi("SIMRS", kode="A2", pemilik=dinkes, status="aktif")
        b.integrasi(one, other, kode="I1", jalur="spl", status="sudah" if exchange else "rencana")

    return given


@check(
    "LAY002",
    severity="info",
    title="Layanan masih satu arah",
    why="Warga baru dapat membaca; mengajukan, memantau, dan menerima hasil masih di luar sistem.",
    mend="Rencanakan pengajuan dan pemantauan secara daring, lalu perbarui arah layanannya.",
    basis=(indikator(45, 46, 47), LAYANAN),
    indicators=(42, 45, 46, 47),
    fires=(Example(_service(arah="satu_arah"), "Layanan yang hanya memberi informasi.", (("L1",),)),),
    silent=(
        Example(_service(), "Sama, tetapi dua arah."),
        Example(_service(arah="tidak_diketahui"), "Sama, tetapi arahnya belum diketahui."),
    ),
    over="layanan",
    summary="masih satu arah",
)
def one_way(scope: Scope) -> Iterator[Observation]:
    """Running services that are said to give information only."""
    for layanan in scope.layanan:
        if layanan.arah == "satu_arah":
            yield observed(scope, layanan, f"{layanan.nama} masih satu arah (informasi saja).")


@check(
    "LAY003",
    severity="warning",
    title="Layanan kepegawaian tanpa persetujuan atau validasi",
    why="Tanpa persetujuan atau validasi di dalam sistem, layanan belum dapat dinilai sebagai transaksi.",
    mend="Tambahkan langkah persetujuan atau validasi pada aplikasinya, atau perbaiki isiannya.",
    basis=(indikator(36), LAYANAN),
    indicators=(36, 41),
    fires=(
        Example(_service("Pengajuan cuti pegawai", ada_persetujuan="tidak"), "Tanpa persetujuan.", (("L1",),)),
        Example(_service("Pengajuan cuti pegawai", ada_validasi="tidak"), "Tanpa validasi.", (("L1",),)),
    ),
    silent=(
        Example(_service("Pengajuan cuti pegawai", ada_persetujuan="ya"), "Sama, tetapi ada persetujuan."),
        Example(_service("Pengajuan cuti pegawai"), "Sama, tetapi belum diketahui."),
        Example(_service("Pengajuan izin", ada_validasi="tidak"), "Sama, tetapi bukan layanan kepegawaian."),
    ),
    over="layanan",
    summary="tanpa persetujuan atau validasi",
)
def personnel_without_approval(scope: Scope) -> Iterator[Observation]:
    """Running personnel services (words of ``layanan_kepegawaian``) said to have no approval or no validation."""
    for layanan in scope.layanan:
        lacks = [
            label
            for field, label in (("ada_persetujuan", "persetujuan"), ("ada_validasi", "validasi"))
            if layanan.nilai(field) == "tidak"
        ]
        if lacks and _is_named(layanan, words("layanan_kepegawaian")):
            yield observed(scope, layanan, f"{layanan.nama} belum memakai {' dan '.join(lacks)} di dalam sistem.")


def _is_named(layanan: Layanan, known: frozenset[str]) -> bool:
    name = f" {fold(layanan.nama)} "
    return any(f" {word} " in name for word in known)


@check(
    "LAY005",
    severity="info",
    title="Tingkat layanan belum disebut",
    why="Tingkat layanan (1 Informasi sampai 5 Optimum) menentukan nilai indikator layanan.",
    mend="Isi tingkat kematangan layanan menurut keadaan sekarang.",
    basis=(indikator(*range(32, 48)), LAYANAN),
    indicators=tuple(range(32, 48)),
    fires=(Example(_service(tingkat_layanan=None), "Layanan tanpa tingkat.", (("L1",),)),),
    silent=(Example(_service(), "Sama, tetapi tingkatnya disebut."),),
    over="layanan",
    summary="belum disebut tingkatnya",
    fact="tingkat_layanan",
)
def without_level(scope: Scope) -> Iterator[Observation]:
    """Running services whose level is blank, where a source asked for it."""
    return blanks(scope, "tingkat_layanan", "{nama} belum disebut tingkat layanannya.")


@check(
    "LAY006",
    severity="warning",
    title="Tingkat layanan tidak sejalan dengan arahnya",
    why="Tingkat 2 ke atas berarti ada interaksi; layanan satu arah baru tingkat 1.",
    mend="Perbaiki arahnya bila memang dua arah, atau turunkan tingkatnya menjadi 1.",
    basis=(indikator(*range(32, 48)), LAYANAN),
    indicators=tuple(range(32, 48)),
    fires=(Example(_service(arah="satu_arah", tingkat_layanan=3), "Satu arah, tingkat 3.", (("L1",),)),),
    silent=(
        Example(_service(arah="satu_arah", tingkat_layanan=1), "Sama, tetapi tingkat 1."),
        Example(_service(tingkat_layanan=3), "Sama, tetapi dua arah."),
    ),
    over="layanan",
    summary="tingkat dan arahnya tidak sejalan",
)
def level_against_direction(scope: Scope) -> Iterator[Observation]:
    """Running services of level 2 or more that are said to give information only."""
    for layanan in scope.layanan:
        level = layanan.nilai("tingkat_layanan")
        if layanan.arah == "satu_arah" and isinstance(level, int) and level >= _INTERACTION:
            yield observed(scope, layanan, f"{layanan.nama} disebut tingkat {level}, tetapi masih satu arah.")


@check(
    "LAY007",
    severity="warning",
    title="Tingkat layanan perlu bukti integrasi",
    why="Tingkat 4 (Kolaborasi) berarti terpadu dengan layanan lain; pertukaran datanya belum tercatat.",
    mend="Catat pertukaran data aplikasi pendukungnya, atau turunkan tingkatnya.",
    basis=(indikator(*range(32, 48)), LAYANAN),
    indicators=(18, *range(32, 48)),
    fires=(Example(_service(tingkat_layanan=4), "Tingkat 4, aplikasinya tidak bertukar data.", (("L1", "A1"),)),),
    silent=(
        Example(_service(tingkat_layanan=4, exchange=True), "Sama, tetapi datanya dipertukarkan."),
        Example(_service(tingkat_layanan=3), "Sama, tetapi tingkat 3."),
    ),
    over="layanan",
)
def level_without_exchange(scope: Scope) -> Iterator[Observation]:
    """Running services of level 4 or more none of whose operating applications has a current exchange."""
    current = {end for row in scope.integrasi if row.jalur != "tidak_ada" for end in (row.dari_id, row.ke_id)}
    for layanan in scope.layanan:
        level = layanan.nilai("tingkat_layanan")
        if not isinstance(level, int) or level < _COLLABORATION:
            continue
        supporting = _supporting(scope, layanan)
        if supporting and not any(row.id in current for row in supporting):
            path = (layanan.kode, supporting[0].kode, "(tidak ada pertukaran data)")
            yield Observation(
                element_ids=(layanan.id, *(row.id for row in supporting)),
                message=f"{layanan.nama} disebut tingkat {level}: {' → '.join(path)}.",
                instansi_id=layanan.instansi_id,
                unit_id=scope.unit_of(layanan),
                path=path,
            )


def _supporting(scope: Scope, layanan: Layanan) -> list[Aplikasi]:
    rows = scope.landscape.sources(layanan.id, "R08")
    return [row for row in rows if isinstance(row, Aplikasi) and is_operating(row, scope.landscape.as_of)]


@check(
    "LAY008",
    severity="info",
    title="Layanan belum punya unit pelaksana",
    why="Belum jelas siapa yang menjawab pertanyaan dan pengaduan tentang layanan ini.",
    mend="Isi unit pelaksananya.",
    basis=(indikator(11, 28), LAYANAN),
    indicators=(11, 28),
    fires=(Example(_service(unit_pelaksana_id=None), "Layanan tanpa unit pelaksana.", (("L1",),)),),
    silent=(Example(_service(), "Sama, tetapi unitnya disebut."),),
    over="layanan",
    summary="belum punya unit pelaksana",
    fact="unit_pelaksana",
)
def without_unit(scope: Scope) -> Iterator[Observation]:
    """Running services that no unit carries out, where a source asked for it."""
    return blanks(scope, "unit_pelaksana", "{nama} belum punya unit pelaksana.")


@check(
    "LAY009",
    severity="info",
    title="Layanan belum punya kode referensi arsitektur",
    why="Tanpa kode RAL, layanan belum dapat dipetakan pada Arsitektur SPBE Nasional.",
    mend="Pilih kode RAL yang sesuai dari referensi arsitektur.",
    basis=(indikator(11), KODE_REFERENSI),
    indicators=(11,),
    fires=(Example(_service(kode_referensi=None), "Layanan tanpa kode RAL.", (("L1",),)),),
    silent=(Example(_service(), "Sama, tetapi kodenya disebut."),),
    over="layanan",
    summary="belum punya kode RAL",
    fact="kode_ral",
)
def without_reference(scope: Scope) -> Iterator[Observation]:
    """Running services without a code of the service reference (RAL), where a source asked for it."""
    return blanks(scope, "kode_ral", "{nama} belum punya kode RAL.")


@check(
    "LAY010",
    severity="info",
    title="Layanan tercatat tatap muka padahal didukung aplikasi",
    why="Metode layanan dan aplikasi yang mendukungnya tidak sejalan, sehingga layanan tidak terhitung elektronik.",
    mend="Perbarui metode layanannya, atau lepaskan kaitan dengan aplikasi yang tidak dipakai.",
    basis=(indikator(11), LAYANAN),
    indicators=(11, 45, 46, 47),
    fires=(Example(_service(metode="tatap_muka"), "Tatap muka, aplikasinya aktif.", (("L1",),)),),
    silent=(Example(_service(metode="hybrid"), "Sama, tetapi campuran."),),
    over="layanan",
    summary="tercatat tatap muka padahal didukung aplikasi",
)
def face_to_face_with_application(scope: Scope) -> Iterator[Observation]:
    """Running services said to be given face to face that an operating application supports."""
    for layanan in scope.layanan:
        supporting = _supporting(scope, layanan) if layanan.nilai("metode") == "tatap_muka" else []
        if supporting:
            text = f"{layanan.nama} tercatat tatap muka, padahal didukung {supporting[0].nama}."
            yield observed(scope, layanan, text)


@check(
    "LAY011",
    severity="info",
    title="Risiko layanan belum disertai penanganannya",
    why="Risiko yang sudah diketahui belum punya rencana bila terjadi.",
    mend="Isi mitigasi risikonya.",
    basis=(indikator(21), RISIKO),
    indicators=(21, 28),
    fires=(Example(_service(potensi_risiko="Antrean menumpuk"), "Risiko tanpa mitigasi.", (("L1",),)),),
    silent=(
        Example(_service(potensi_risiko="Antrean menumpuk", mitigasi_risiko="Tambah loket"), "Sama, ada mitigasinya."),
    ),
    over="layanan",
    summary="menyebut risiko tanpa mitigasinya",
)
def risk_without_mitigation(scope: Scope) -> Iterator[Observation]:
    """Running services that name a risk and no mitigation."""
    for layanan in scope.layanan:
        if layanan.nilai("potensi_risiko") and not layanan.nilai("mitigasi_risiko"):
            yield observed(scope, layanan, f"{layanan.nama} menyebut risiko, mitigasinya belum diisi.")
