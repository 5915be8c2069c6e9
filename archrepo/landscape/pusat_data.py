"""How an application stands towards the Pusat Data: its place and its connection, summed up.

Terms: Perpres 95/2018 Pasal 27, 30 and 33. The states and their order are ours (design section 3). What a spreadsheet
claims about integration is never believed; only its statement that there is none is taken as said.
"""

from __future__ import annotations

from archrepo.landscape.elemen import Aplikasi
from archrepo.landscape.keterhubungan import BELUM, KETERHUBUNGAN_LABELS, LANGSUNG, SPL, keterhubungan
from archrepo.landscape.landscape import Landscape
from archrepo.landscape.penempatan import (
    DI_DALAM,
    DI_LUAR,
    INSTANSI_LAIN,
    PENEMPATAN_LABELS,
    PERLU_CEK,
    TIDAK_BERLAKU,
    TIDAK_DIKETAHUI,
    Keadaan,
    current_placements,
    is_operating,
    is_run_by_others,
    penempatan,
)

__all__ = [
    "BELUM",
    "DI_DALAM",
    "DI_LUAR",
    "INSTANSI_LAIN",
    "KETERHUBUNGAN_LABELS",
    "LANGSUNG",
    "PENEMPATAN_LABELS",
    "PERLU_CEK",
    "SPL",
    "STATUS_LABELS",
    "TIDAK_BERLAKU",
    "TIDAK_DIKETAHUI",
    "Keadaan",
    "current_placements",
    "is_operating",
    "is_run_by_others",
    "keterhubungan",
    "penempatan",
    "status_integrasi",
]

STATUS_LABELS = {
    "dikelola_instansi_lain": "Dikelola instansi lain",
    "tidak_berlaku": "Tidak berlaku",
    "di_pusat_data": "Ditempatkan di Pusat Data",
    "terhubung_spl": "Terhubung lewat SPL",
    "terhubung_langsung": "Terhubung langsung",
    "perlu_cek": "Perlu dicek",
    "di_luar": "Di luar Pusat Data",
    "tidak_diketahui": "Tidak diketahui",
}
"""Labels of the states, in the order in which ``status_integrasi`` tries them."""


def status_integrasi(landscape: Landscape, aplikasi: Aplikasi) -> Keadaan:
    """Decide how an application stands towards the Pusat Data, and why; the first state of STATUS_LABELS that holds."""
    where = penempatan(landscape, aplikasi)
    if is_run_by_others(landscape, aplikasi):
        return Keadaan("dikelola_instansi_lain", "Dimiliki dan dijalankan instansi lain; di luar hitungan daerah.")
    if where.state == TIDAK_BERLAKU:
        return Keadaan("tidak_berlaku", where.reason)
    if where.state == DI_DALAM:
        return Keadaan("di_pusat_data", where.reason, where.path)
    link = keterhubungan(landscape, aplikasi)
    if link.state in (SPL, LANGSUNG):
        return Keadaan(f"terhubung_{link.state}", link.reason, link.path)
    if where.state in (PERLU_CEK, INSTANSI_LAIN):
        return Keadaan("perlu_cek", where.reason, where.path)
    if where.state == DI_LUAR:
        missing = link.missing or where.missing
        return Keadaan("di_luar", f"{where.reason} {link.reason}", where.path, missing)
    return Keadaan("tidak_diketahui", where.reason, missing=where.missing)
