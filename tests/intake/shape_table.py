# ruff: noqa: E501 - words of one meaning, and the cells of one row, stand on one line
"""Columns, cells and the rows around a table, as units make them: one place for the noise of all shapes."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shape_words as words
from shape_canvas import Canvas, Drawn, Formula
from shape_facts import Fact, Unit, unit_written

_EXTRA = ("url", "deskripsi", "fungsi", "jenis", "basis", "basis_data", "bahasa", "pengembang", "tahun", "integrasi", "luaran",
          "pengguna", "jumlah", "dana", "nilai", "pic", "hp", "keterangan", "ssl", "backup", "kepemilikan")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, and its title as written."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Style:
    """How one sender writes: the same all through a sheet."""

    titles: Mapping[str, tuple[str, ...]]
    hosting: Mapping[str, tuple[str, ...]]
    status: Mapping[str, tuple[str, ...]]
    yes: tuple[str, str]


def style_of(rng: random.Random, *, english: bool = False) -> Style:
    """Return the style of a sender."""
    yes = rng.choice((("Ya", "Tidak"), ("Y", "T"), ("v", "x"), ("Sudah", "Belum"), ("ya", "tidak")))
    if english:
        return Style(words.ENGLISH, words.HOSTING_ENGLISH, words.STATUS_ENGLISH, ("Yes", "No"))
    return Style(words.TITLES, words.HOSTING, words.STATUS, yes)


def title_written(rng: random.Random, title: str) -> str:
    """Return a title with a sender's casing and marks."""
    return rng.choice(
        (
            title, title, title, title.upper(), title.replace(" ", "\n", 1), f"{title}*", f" {title} ",
            f"{title} :", title.lower() if rng.random() < 0.5 else title, title.replace(" ", "\u00a0", 1),
        )
    )  # fmt: skip


def columns_of(
    rng: random.Random, style: Style, keys: Sequence[str], *, extra: tuple[int, int] = (2, 8), shuffle: bool = True
) -> list[Column]:
    """Return the wanted columns and some others, in a sender's order; no two titles are the same."""
    known = [key for key in _EXTRA if key in style.titles and key not in keys]
    chosen = [*keys, *rng.sample(known, min(len(known), rng.randint(*extra)))]
    if "status" in chosen and style.titles is words.TITLES and rng.random() < 0.15:
        chosen[chosen.index("status")] = "dipakai"
    if shuffle:
        head = [key for key in chosen if key in {"nomor", "unit", "nama"}]
        rest = [key for key in chosen if key not in head]
        rng.shuffle(rest)
        position = rng.randint(0, 2) if rng.random() < 0.3 else 0
        chosen = [*head[:1], *rest[:position], *head[1:], *rest[position:]]
    found: dict[str, Column] = {}
    for key in chosen:
        titles = [title for title in style.titles[key] if title.lower() not in found]
        title = rng.choice(titles or [f"{style.titles[key][0]} 2"])
        found[title.lower()] = Column(key, title_written(rng, title))
    return list(found.values())


def cell_of(rng: random.Random, style: Style, key: str, fact: Fact, number: int, unit: Unit) -> Drawn:
    """Return what a sender writes of a fact in a column."""
    if key == "nomor":
        return number if rng.random() < 0.8 else f"{number}."
    if key == "nama":
        return _noisy(rng, fact.nama)
    if key in {"unit", "pengelola"}:
        return unit_written(rng, unit)
    if key == "hosting":
        return _noisy(rng, rng.choice(style.hosting[fact.hosting]))
    if key == "status":
        return _noisy(rng, rng.choice(style.status[fact.status]))
    if key == "dipakai":
        return {"aktif": style.yes[0], "tidak_aktif": style.yes[1]}.get(fact.status, "")
    return _other(rng, style, key, fact)


def _other(rng: random.Random, style: Style, key: str, fact: Fact) -> Drawn:
    english = style.titles is words.ENGLISH
    choices: dict[str, Sequence[Drawn]] = {
        "url": (fact.url,),
        "deskripsi": (f"Aplikasi untuk {fact.topic.lower()} di lingkungan Pemkab", f"Digunakan untuk {fact.topic.lower()} masyarakat"),
        "fungsi": (f"Mempermudah {fact.topic.lower()}", f"{fact.topic} secara daring", "-"),
        "jenis": ("Khusus", "Umum", "Aplikasi Khusus", "Aplikasi Umum"),
        "basis": ("Web", "Website", "Android", "Desktop", "Web, Android", "Mobile"),
        "basis_data": ("MySQL", "PostgreSQL", "MariaDB", "SQL Server", "-", ""),
        "bahasa": ("PHP", "Java", "Python", "PHP (CodeIgniter)", "Laravel", "-"),
        "pengembang": ("Diskominfo", "CV Maju Jaya", "PT Solusi Nusantara", "Pihak ketiga", "Swakelola", "Internal", "-", "Vendor"),
        "tahun": (fact.year, str(fact.year), f"{fact.year}/{fact.year + 1}", "-", "", f"TA {fact.year}"),
        "integrasi": (*style.yes, "-", ""),
        "luaran": ("Laporan", "Dokumen", "Surat keterangan", "Data"),
        "pengguna": ("Masyarakat", "ASN", "Pegawai", "Seluruh OPD", "Masyarakat umum", "Internal"),
        "jumlah": (rng.randint(1, 900), str(rng.randint(1, 900)), "±100", "50 orang"),
        "dana": ("APBD", "APBN", "DAK", "-", "Hibah"),
        "nilai": (rng.randint(10, 900) * 1_000_000, "Rp 49.500.000,00", "Rp. 150.000.000", "-"),
        "pic": ("I Made Rekaan", "Ni Putu Contoh", "Wayan Misal, S.Kom", "Admin"),
        "hp": ("0812-0000-0001", "081200000002", "-"),
        "keterangan": ("", "", "Perlu pengembangan", "Aktif digunakan sejak 2020", "Menunggu anggaran", "-", "Milik pusat"),
        "ssl": ("Ada", "Tidak", "Ya"),
        "backup": ("Harian", "Mingguan", "Ya", "Tidak"),
        "kepemilikan": ("Daerah", "Pusat", "Pemkab"),
    }  # fmt: skip
    if english:
        choices["deskripsi"] = (f"Application for {fact.topic.lower()}", "Public service application")
        choices["keterangan"] = ("", "needs update", "-")
    return rng.choice(choices[key])


def _noisy(rng: random.Random, text: str) -> str:
    if not text or rng.random() < 0.85:
        return text
    return rng.choice(
        (f" {text}", f"{text} ", text.replace(" ", "\u00a0"), text.replace(" ", "  ", 1), f"{text}\u200b")
    )


def states(columns: Sequence[Column], fact: Fact) -> tuple[str | None, str | None]:
    """Return what a row with these columns tells of place and state: None where no column asks."""
    keys = {column.key for column in columns}
    hosting = fact.hosting if "hosting" in keys else None
    if "dipakai" in keys:
        return hosting, fact.status if fact.status in {"aktif", "tidak_aktif"} else ""
    return hosting, fact.status if "status" in keys else None


def write_titles(rng: random.Random, canvas: Canvas, width: int, *, unit: Unit | None = None) -> None:
    """Write the rows above a table: what it is, perhaps whose, a year, blank rows."""
    lines = [
        rng.choice(
            ("DAFTAR APLIKASI", "INVENTARISASI APLIKASI DAN WEBSITE", "DATA APLIKASI SPBE", "REKAPITULASI APLIKASI PERANGKAT DAERAH",
             "FORMULIR PENDATAAN APLIKASI", "Lampiran Surat Nomor 555/123/Diskominfo/2025", "LAPORAN DATA SISTEM INFORMASI")
        )
    ]  # fmt: skip
    named = ""
    if unit is not None:
        name = unit.nama.upper() if rng.random() < 0.5 else unit.nama
        named = rng.choice(
            (name, f"OPD : {name}", f"Nama Perangkat Daerah: {name}", f"DATA APLIKASI {name}", f"Unit Kerja = {name}")
        )
        lines.append(named)
    if rng.random() < 0.7:
        lines.append(
            rng.choice(
                (
                    "KABUPATEN TABANAN",
                    "PEMERINTAH KABUPATEN TABANAN",
                    "TAHUN 2025",
                    "Tahun Anggaran 2024",
                    "Per 31 Desember 2024",
                )
            )
        )
    if rng.random() < 0.3:
        lines.insert(0, "PEMERINTAH KABUPATEN TABANAN")
    for line in lines:
        row = canvas.add([line])
        if rng.random() < 0.6:
            canvas.merge(row, 0, row, max(width - 1, 1))
    if rng.random() < 0.3:
        canvas.add(
            ["Petunjuk: isi seluruh kolom yang tersedia, satu aplikasi satu baris, lalu kirim kembali ke Diskominfo"]
        )
    canvas.blank(rng.randint(0, 2))


def write_tail(rng: random.Random, canvas: Canvas, columns: Sequence[Column], count: int) -> None:
    """Write the rows below a table: a total, notes, a signature."""
    width = len(columns)
    if rng.random() < 0.5:
        total: list[Drawn] = [None] * width
        total[0] = rng.choice(("JUMLAH", "Total", "TOTAL APLIKASI", "Jumlah Total"))
        if width > 2:
            total[-1] = Formula(f"=COUNTA(A1:A{count})", count) if rng.random() < 0.5 else count
        row = canvas.add(total)
        if rng.random() < 0.5 and width > 3:
            canvas.merge(row, 0, row, 1)
    if rng.random() < 0.4:
        canvas.blank()
        canvas.add([rng.choice(("Keterangan:", "Catatan :", "Ket:"))])
        for line in ("Aktif = aplikasi masih digunakan", "* diisi oleh admin OPD", "Kolom 5 diisi Ya atau Tidak")[
            : rng.randint(1, 3)
        ]:
            canvas.add([line] if rng.random() < 0.6 else [None, line])
    if rng.random() < 0.5:
        canvas.blank(rng.randint(0, 2))
        pad: list[Drawn] = [None] * max(width - 2, 1)
        for line in ("Tabanan, 12 Maret 2025", rng.choice(("Kepala Dinas", "Mengetahui,", "Plt. Kepala Badan", "Camat Kediri")),
                     "", "", "I WAYAN REKAAN, S.H., M.Si", "Pembina Utama Muda", "NIP. 19700101 199503 1 001"):  # fmt: skip
            canvas.add([*pad, line])
