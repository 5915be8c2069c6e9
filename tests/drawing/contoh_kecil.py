"""A small regency whose pictures are read as text, names that try to break a picture, and what views are made of."""

from __future__ import annotations

from archrepo.checks.finding import Finding, Pair, fingerprint_of
from archrepo.drawing.change import Kind, Perubahan
from archrepo.landscape import Landscape
from archrepo.landscape.builder import Builder

HOSTILE = (
    'Sistem "Kutip" \'Satu\'', "Dinas Pertanian & Pangan <b>", "a|b{c}d", "baris satu\nbaris dua\r\ntiga",
    "\\N \\G \\E", "berakhir dengan \\", "<<TABLE><TR><TD>x</TD></TR></TABLE>>", "]]>--><script>alert(1)</script>",
    "&amp; &#60; &nope;", "نظام المعلومات", "\u202eterbalik", "emoji 😀👨‍👩‍👧‍👦🇮🇩", "漢字かな",
    "x" * 10_000, "kata " * 2_000, "W" * 200, "\x00\x01\x1f\x7f\x85", "%s %n {0} ${HOME}", "\ud800 lepas",
    "a\u0301" * 150, " ", "-", '"""', "node", "digraph {",
)  # fmt: skip


def small() -> Landscape:
    """A regency small enough to read its picture as text."""
    b = Builder(domain="contohkab.go.id")
    dinkes = b.unit("Dinas Kesehatan", singkatan="Dinkes", tipe="dinas")
    dlh = b.unit("Dinas Lingkungan Hidup", singkatan="DLH", tipe="dinas")
    b.unit("Kecamatan Pupuan", tipe="kecamatan")
    centre = b.add("FasilitasKomputasi", "Pusat Data", jenis="pusat_data")
    spl = b.add("SistemPenghubungLayanan", "SPL Kabupaten", jenis="spl_daerah")
    service = b.add("Layanan", "Rawat Jalan", perangkat_daerah_id=dinkes)
    process = b.add("ProsesBisnis", "Pendaftaran pasien")
    simrs = b.aplikasi(
        "SIMRS", pemilik=dinkes, status="aktif", fasilitas=centre, layanan=(service,),
        url="https://simrs.contohkab.go.id/?a=1&b=2", sumber=b.sumber("Dinkes.xlsx", 5),
    )  # fmt: skip
    queue = b.aplikasi(
        "Antrean", pemilik=dinkes, status="aktif", hosting="server_opd", sumber=b.sumber("Dinkes.xlsx", 6)
    )
    b.aplikasi("Situs DLH", pemilik=dlh, status="usulan", bentuk="situs_informasi", hosting="hosting_komersial")
    b.aplikasi("SRIKANDI", nasional="srikandi", pengguna=(dinkes, dlh))
    b.integrasi(queue, simrs, jalur="spl", spl_id=spl)
    b.relasi("R04", process, service)
    return b.build()


def pair_of(landscape: Landscape, *names: str, code: str = "DUP001") -> Finding:
    """A finding that says that elements of these names are one, as the checks would."""
    ids = tuple(next(row.id for row in landscape.elements if row.nama == name) for name in names)
    pair = Pair(ids[0], ids[1], 0.97, 'Tampaknya tumpang tindih: nama intinya sama ("x").')
    return Finding(
        code=code, title="Tercatat dua kali", severity="warning", element_ids=ids, message="m", why="w", mend="d",
        fingerprint=fingerprint_of(code, "KAB", names), pairs=(pair,),
    )  # fmt: skip


def changes_of(*names: str) -> tuple[Perubahan, ...]:
    """A change of every kind, of elements of these names."""
    kinds: tuple[Kind, ...] = ("ditambah", "hilang", "berubah", "pindah")
    return tuple(
        Perubahan(f"DAA-{number:04d}", name, "Aplikasi", f"Unit {name}", kind, f"{name} → {name}")
        for number, (name, kind) in enumerate((name, kind) for name in names for kind in kinds)
    )
