"""Measures the time of all rules over many applications, rule by rule, with the duplicates apart.

    python benchmarks/pemeriksaan.py [--banyak 27000] [--kali 10] [--duplikat] [--rinci 12]

The generated architecture has 50 applications an Instansi with their units, services, processes, data, placements and
exchanges: about 3.7 relations an application. Two words in each name say what it is for, out of as many as a regency
has functions, so that a few applications in each overlap. ``--kali 10`` runs ten times as many too, and prints how the
time grew.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from datetime import date
from itertools import count

from archrepo.checks.grouping import grouped, observations_of
from archrepo.checks.registry import rules, run_checks
from archrepo.checks.scope import Scope
from archrepo.landscape import (
    Aplikasi,
    DataInformasi,
    Elemen,
    FasilitasKomputasi,
    Instansi,
    Integrasi,
    Landscape,
    Layanan,
    Penempatan,
    PerangkatDaerah,
    ProsesBisnis,
    Relasi,
    SistemPenghubungLayanan,
)
from archrepo.landscape.elemen import NASIONAL

DAY = date(2026, 6, 30)
AN_INSTANSI, UNITS = 50, 12
PLACES = ("pusat_data_daerah", "server_opd", "vendor", "awan_publik", None)
PATHS = ("spl", "titik_ke_titik", "berkas", "manual", None)
WORDS = (
    "Presensi", "Surat", "Pajak", "Aset", "Antrean", "Parkir", "Sampah", "Bencana", "Wisata", "Pasar", "Irigasi",
    "Kinerja", "Arsip", "Perizinan", "Pengaduan", "Perpustakaan", "Koperasi", "Perikanan", "Ternak", "Pupuk",
    "Panen", "Hutan", "Tambang", "Terminal", "Pelabuhan", "Uji-KIR", "Jalan", "Jembatan", "Perumahan", "Air-Minum",
    "Posyandu", "Imunisasi", "Stunting", "Rujukan", "Farmasi", "Laboratorium", "Gizi", "Beasiswa", "Zonasi", "Rapor",
    "Guru", "Olahraga", "Kepemudaan", "Budaya", "Museum", "Bansos", "Difabel", "Panti", "Lansia", "Adopsi", "Akta",
    "KTP", "Kematian", "Perkawinan", "Desa", "Musrenbang", "Anggaran", "Gaji", "Lelang", "Hibah", "Reklame",
    "Retribusi", "Statistik", "Persandian", "Hoaks",
)  # fmt: skip


def generated(applications: int, seed: int = 1) -> Landscape:
    """Return an architecture with so many applications."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    ids = count(1)
    elements: list[Elemen] = []
    relations: list[Relasi] = []
    nation = next(ids)
    elements.append(Instansi(id=nation, kelas="Instansi", kode=NASIONAL, nama="Nasional", instansi_id=nation))
    for number in range(max(1, applications // AN_INSTANSI)):
        _one_instansi(rng, number, ids, elements, relations)
    return Landscape(elements, relations, as_of=DAY)


def _one_instansi(
    rng: random.Random, number: int, ids: Iterator[int], elements: list[Elemen], relations: list[Relasi]
) -> None:
    home = next(ids)
    domain = f"contoh{number}kab.go.id"
    elements.append(
        Instansi(id=home, kelas="Instansi", kode=f"KAB{number}", nama=f"Kabupaten {number}", instansi_id=home,
                 domain_situs=domain)
    )  # fmt: skip

    def add(kind: type[Elemen], name: str, **facts: object) -> int:
        identifier = next(ids)
        kelas = kind.__name__
        elements.append(
            kind(id=identifier, kelas=kelas, kode=f"{kelas[:3]}-{identifier}", nama=name, instansi_id=home, **facts)  # type: ignore[arg-type]
        )
        return identifier

    units = [add(PerangkatDaerah, f"Dinas {place} {number}", tipe="dinas") for place in range(UNITS)]
    room = add(FasilitasKomputasi, f"Pusat Data {number}", jenis="pusat_data", perangkat_daerah_id=units[0])
    bus = add(SistemPenghubungLayanan, f"SPL {number}", jenis="spl_daerah", perangkat_daerah_id=units[0])
    services = [add(Layanan, f"Layanan {place}", unit_pelaksana_id=rng.choice(units)) for place in range(15)]
    processes = [add(ProsesBisnis, f"Proses {place}", perangkat_daerah_id=rng.choice(units)) for place in range(15)]
    data = [
        add(DataInformasi, f"Data {place}", produsen=rng.choice(units), data_pribadi=rng.choice(("ya", "tidak", None)))
        for place in range(15)
    ]
    owned = []
    for place in range(AN_INSTANSI):
        name = f"{rng.choice(WORDS)} {rng.choice(WORDS)} {rng.randrange(10_000)}"
        aplikasi = add(
            Aplikasi, name, bentuk="sistem", status=rng.choice(("aktif", "aktif", "aktif", "dihentikan")),
            perangkat_daerah_id=rng.choice(units), fungsi=f"Mengelola {name}", url=f"http://a{place}.{domain}",
            klaim_integrasi=rng.choice(("ya", "tidak", None)), tahun_dibuat=rng.randrange(2012, 2026),
        )  # fmt: skip
        owned.append(aplikasi)
        where = rng.choice(PLACES)
        inside = where == "pusat_data_daerah"
        add(Penempatan, f"Tempat {name}", aplikasi_id=aplikasi, lokasi=where, fasilitas_id=room if inside else None)
        relations.append(Relasi("R58", rng.choice(units), aplikasi))
        for chance, jenis, others in ((0.5, "R08", services), (0.4, "R10", data), (0.2, "R09", processes)):
            if rng.random() < chance:
                relations.append(Relasi(jenis, aplikasi, rng.choice(others)))
    for _ in range(AN_INSTANSI // 4):
        one, other = rng.sample(owned, 2)
        path = rng.choice(PATHS)
        add(Integrasi, f"{one} ke {other}", dari_id=one, ke_id=other, jalur=path, status="sudah",
            spl_id=bus if path == "spl" else None)  # fmt: skip


def measured(landscape: Landscape, *, duplicates: bool) -> dict[str, float]:
    """Return the CPU seconds of each rule: what it sees, and the notes put together of it."""
    scope = Scope(landscape)
    found: dict[str, float] = {}
    for code, rule in rules().items():
        if duplicates or rule.family != "DUP":
            start = time.process_time()
            list(grouped(scope, rule, observations_of(scope, rule)))
            found[code] = time.process_time() - start
    return found


def whole(landscape: Landscape) -> tuple[float, int]:
    """Return the CPU seconds of a whole run without the duplicates, and the number of findings."""
    families = sorted({rule.family for rule in rules().values()} - {"DUP"})
    start = time.process_time()
    result = run_checks(landscape, only=families)
    return time.process_time() - start, len(result.findings)


def print_run(applications: int, *, duplicates: bool, details: int) -> float:
    """Print one size and return its seconds without the duplicates."""
    landscape = generated(applications)
    seconds, findings = whole(landscape)
    print(f"{len(landscape.of(Aplikasi))} applications, {len(landscape.edges)} relations, {len(landscape)} elements")
    print(f"  all rules but DUP   {seconds:8.2f} s   {findings} findings")
    each = measured(landscape, duplicates=duplicates)
    if duplicates:
        print(f"  duplicates          {sum(took for code, took in each.items() if code[:3] == 'DUP'):8.2f} s")
    for code, took in sorted(each.items(), key=lambda row: -row[1])[:details]:
        print(f"    {code}          {took:8.3f} s")
    return seconds


def main() -> None:
    """Run the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--banyak", type=int, default=27_000, help="number of applications")
    parser.add_argument("--kali", type=int, default=1, help="run so many times as many, too")
    parser.add_argument("--duplikat", action="store_true", help="measure the duplicates, apart")
    parser.add_argument("--rinci", type=int, default=8, help="slowest rules to name")
    asked = parser.parse_args()
    rules()
    first = print_run(asked.banyak, duplicates=asked.duplikat, details=asked.rinci)
    if asked.kali > 1:
        second = print_run(asked.banyak * asked.kali, duplicates=asked.duplikat, details=asked.rinci)
        print(f"{asked.kali} times as many took {second / first:.1f} times as long")


if __name__ == "__main__":
    main()
