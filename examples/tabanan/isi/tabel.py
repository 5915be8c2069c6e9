"""Reads the pipe tables in which the sample is written: one line a row, the first line the column keys."""

from typing import NamedTuple


class Baris(NamedTuple):
    """One line of a table.

    ``perintah`` is empty for a row of data. Otherwise the line began with ``>`` and says what stands between the rows
    (``bagian``, ``kosong``, ``subtotal``), with its text in ``teks``.
    """

    isi: dict[str, str]
    perintah: str = ""
    teks: str = ""

    def sel(self, kunci: str) -> str:
        """Return a cell as written; ``~`` stands for a non-breaking blank, as it does after a paste from the web."""
        return self.isi.get(kunci, "").replace("~", "\N{NO-BREAK SPACE}")


def tabel(teks: str) -> tuple[Baris, ...]:
    """Read a pipe table.

    Raises:
        ValueError: a row has another number of cells than the first line.
    """
    baris = [satu for satu in teks.strip("\n").splitlines() if satu.strip()]
    kunci = [sel.strip() for sel in baris[0].split("|")]
    return tuple(_baca(satu, kunci) for satu in baris[1:])


def _baca(teks: str, kunci: list[str]) -> Baris:
    """Read one line below the first."""
    if teks.startswith(">"):
        perintah, _, isi = teks[1:].partition(":")
        return Baris({}, perintah.strip(), isi.strip())
    sel = [satu.strip() for satu in teks.split("|")]
    if len(sel) != len(kunci):
        raise ValueError(f"{len(sel)} cells where {len(kunci)} are expected: {teks}")
    return Baris(dict(zip(kunci, sel, strict=True)))
