"""Writes the sample regency: ``python examples/tabanan/buat.py`` makes every file again, byte for byte.

With ``--periksa`` nothing is replaced: the files are made in a temporary folder and compared with those here.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import domain
import kiriman
from kebenaran import susun
from kiriman import Berkas
from periksa import SampleError, bandingkan, periksa
from tulis import teks_csv, tulis_ods, tulis_xlsx

AKAR = Path(__file__).parent


def tulis(berkas: Berkas, tujuan: Path) -> None:
    """Write one file into a folder."""
    jalur = tujuan / berkas.nama
    if berkas.bentuk == "xlsx":
        tulis_xlsx(jalur, berkas.lembar)
    elif berkas.bentuk == "ods":
        tulis_ods(jalur, berkas.lembar)
    else:
        teks = teks_csv(berkas.lembar[0], berkas.pemisah)
        if berkas.tanpa_kutip:
            teks = teks.replace(f'"{berkas.tanpa_kutip}"', berkas.tanpa_kutip)
        if berkas.sandi == "utf-16":  # little-endian on every machine
            jalur.write_bytes(b"\xff\xfe" + teks.encode("utf-16-le"))
        else:
            jalur.write_bytes(teks.encode(berkas.sandi))


def buat(akar: Path) -> str:
    """Write all files below ``akar`` and return one line that says how many.

    Raises:
        SampleError: a written file does not say what the truth says of it.
    """
    kirim, analis = kiriman.semua(), domain.semua()
    tujuan = akar / "kiriman"
    tujuan.mkdir(parents=True, exist_ok=True)
    for berkas in (*kirim, *analis):
        tulis(berkas, tujuan)
    benar = susun(kirim, analis)
    teks = json.dumps(benar, ensure_ascii=False, indent=1) + "\n"
    (akar / "kebenaran.json").write_text(teks, encoding="utf-8", newline="\n")
    periksa(tujuan, benar)
    return (
        f"{len(kirim) + len(analis)} berkas, {len(benar['rows'])} baris aplikasi, "
        f"{len(benar['applications'])} aplikasi, {len(benar['pairs'])} pasangan, "
        f"{len(benar['units']['melapor'])} perangkat daerah melapor"
    )


def main() -> int:
    """Make the files, or compare them; return 1 when something is not as it should be."""
    pilihan = argparse.ArgumentParser(description=__doc__)
    pilihan.add_argument("--periksa", action="store_true", help="bandingkan saja, jangan tulis")
    try:
        if not pilihan.parse_args().periksa:
            print(buat(AKAR))
            return 0
        with tempfile.TemporaryDirectory() as sementara:
            print(buat(Path(sementara)))
            bandingkan(Path(sementara), AKAR)
    except SampleError as salah:
        print(salah, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
