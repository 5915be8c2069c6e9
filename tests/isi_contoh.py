"""A small stored regency for the tests of the model, with its ids."""

from __future__ import annotations

from dataclasses import dataclass

from archrepo.declarations.nasional import NASIONAL
from archrepo.repository import Repository, UnitOfWork


@dataclass(frozen=True)
class Isi:
    """Ids of what was stored."""

    nasional: int
    kabupaten: int
    dinkes: int
    diskominfo: int
    simrs: int
    layanan: int


def new_instansi(work: UnitOfWork, kode: str, nama: str) -> int:
    """Store an Instansi; it belongs to itself."""
    (identifier,) = work.writer.new_ids(1)
    work.writer.insert(
        "Instansi", [{"id": identifier, "instansi_id": identifier, "kode": kode, "nama": nama, "domain_situs": None}]
    )
    return identifier


def store(repository: Repository) -> Isi:
    """Store two units, an application and a service of a regency."""
    with repository.write("Penguji", "isi") as work:
        writer = work.writer
        nasional = new_instansi(work, NASIONAL, "Nasional")
        kabupaten = new_instansi(work, "KAB", "Kabupaten Contoh")
        dinkes, diskominfo = writer.insert(
            "PerangkatDaerah",
            [
                {"instansi_id": kabupaten, "nama": "Dinas Kesehatan", "alias": "Dinkes"},
                {"instansi_id": kabupaten, "nama": "Dinas Komunikasi dan Informatika"},
            ],
        )
        (simrs,) = writer.insert(
            "Aplikasi", [{"instansi_id": kabupaten, "nama": "SIMRS", "perangkat_daerah_id": dinkes, "status": "aktif"}]
        )
        (layanan,) = writer.insert("Layanan", [{"instansi_id": kabupaten, "nama": "Rawat jalan"}])
    return Isi(nasional, kabupaten, dinkes, diskominfo, simrs, layanan)
