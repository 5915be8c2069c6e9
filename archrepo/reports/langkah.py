"""What to do next about an application's place and links, as one polite sentence."""

from __future__ import annotations

import re

from archrepo.errors import UnknownNameError
from archrepo.landscape import Aplikasi, Landscape
from archrepo.landscape.pusat_data import Keadaan, current_placements

_SPL = "daftarkan API-nya pada Sistem Penghubung Layanan (SPL)"

_BY_PLACE = {
    "server_opd": f"Rencanakan pemindahan dari server unit ke Pusat Data bersama Diskominfo, atau {_SPL}.",
    "hosting_komersial": f"Pindahkan ke Pusat Data paling lambat saat masa sewa hosting berakhir, atau {_SPL}.",
    "vendor": f"Minta penyedia menyerahkan aplikasi dan datanya, lalu tempatkan di Pusat Data, atau {_SPL}.",
    "luar_tanpa_rincian": f"Sebutkan tempat persisnya, lalu rencanakan pemindahan ke Pusat Data, atau {_SPL}.",
    "awan_publik": "Periksa jenis data dan perjanjiannya, lalu putuskan tetap (dengan dasar tertulis) atau pindah.",
    "kolokasi": "Periksa siapa pengelola ruangnya, lalu putuskan tetap (dengan dasar tertulis) atau pindah.",
    "hibrida": "Sebutkan bagian mana yang berjalan di Pusat Data dan bagian mana yang di luar.",
}
_BY_STATUS = {
    "di_luar": f"Rencanakan pemindahan ke Pusat Data bersama Diskominfo, atau {_SPL}.",
    "perlu_cek": "Pastikan tempat yang dipakai sekarang, lalu akhiri catatan penempatan yang tidak berlaku lagi.",
    "tidak_diketahui": "Tanyakan kepada unit: berjalan di server atau pusat data milik siapa, dan di mana?",
    "terhubung_langsung": "Alihkan pertukaran data dari jalur langsung ke SPL.",
    "terhubung_spl": "Sudah terhubung lewat SPL. Pindahkan ke Pusat Data bila peraturan daerah memintanya.",
}
_NAMED = {
    "lokasi": "Tempat aplikasi berjalan belum disebutkan",
    "penempatan": "Tempat aplikasi berjalan belum disebutkan",
    "integrasi": "Pertukaran data belum disebutkan",
}
_KODE = re.compile(r"[A-Z]{2,5}-\d+")


def recommended_step(landscape: Landscape, aplikasi: Aplikasi, status: Keadaan) -> str:
    """Return what to do about a state of ``status_integrasi``; an empty text where nothing is to be done.

    Where an application is outside or must be looked at, the stated place decides which of the sentences is given.
    """
    if status.state in ("di_luar", "perlu_cek"):
        places = {placement.lokasi for placement in current_placements(landscape, aplikasi)}
        if len(places) == 1:
            known = _BY_PLACE.get(str(places.pop()))
            if known is not None:
                return known
    return _BY_STATUS.get(status.state, "")


def missing_links(landscape: Landscape, aplikasi: Aplikasi, *states: Keadaan) -> str:
    """Return what is missing in the states in words: names for kode, ``aplikasi ini`` for the application itself."""
    found = dict.fromkeys(state.missing for state in states if state.missing)
    words = (
        _NAMED.get(link) or _KODE.sub(lambda match: _name_of(landscape, aplikasi, match.group()), link)
        for link in found
    )
    return "; ".join(word[:1].upper() + word[1:] for word in words)


def _name_of(landscape: Landscape, aplikasi: Aplikasi, kode: str) -> str:
    if kode == aplikasi.kode:
        return "aplikasi ini"
    try:
        return landscape.by_kode(kode, aplikasi.instansi_id).nama
    except UnknownNameError:
        return kode
