"""The units of the sample, read from ``perangkat-daerah.yaml``: one place for their names."""

from pathlib import Path

import yaml

BERKAS = Path(__file__).with_name("perangkat-daerah.yaml")


def _baca() -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the names of all units with their divisions, and the ids of the 43 units proper."""
    isi = yaml.safe_load(BERKAS.read_text(encoding="utf-8"))
    utama = {str(satu["id"]): str(satu["nama"]) for satu in isi["perangkat_daerah"]}
    bagian = {str(satu["id"]): str(satu["nama"]) for satu in isi["bagian_setda"]["daftar"]}
    return {**utama, **bagian}, tuple(utama)


NAMA, PERANGKAT_DAERAH = _baca()


def unit_dan_teks(sel: str) -> tuple[str, str]:
    """Split ``dinkes=Dinas Kesehtan`` into the id and the name as written; without ``=`` the proper name is written."""
    unit, _, teks = sel.partition("=")
    return unit, teks or NAMA.get(unit, "")
