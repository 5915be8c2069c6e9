"""What a view file may say: the border between YAML and code, from which the JSON Schema of a view is made."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True, validate_by_alias=True)


class Step(_Part):
    """One step of a walk: from elements found so far, over relations in either direction, to classes."""

    start: tuple[str, ...] = Field(alias="dari", description="Kelas yang menjadi titik berangkat")
    relations: tuple[str, ...] = Field(alias="relasi", description="Kode relasi yang diikuti, dua arah (R08)")
    end: tuple[str, ...] = Field(alias="ke", description="Kelas yang diambil")


class Walk(_Part):
    """A selection that starts at one element and follows relations."""

    start: str = Field(alias="mulai", description="Kelas elemen yang menjadi pusat gambar")
    steps: tuple[Step, ...] = Field(alias="langkah", min_length=1, description="Langkah berurutan")


Direction = Literal["dua", "keluar", "masuk"]


class Surroundings(_Part):
    """A selection of one element and all that it touches, as far as the reader asks."""

    start: str = Field(alias="mulai", description="Kelas elemen yang menjadi pusat gambar")
    end: tuple[str, ...] = Field(alias="ke", min_length=1, description="Kelas yang diambil")
    relations: tuple[str, ...] = Field(
        default=(), alias="relasi", description="Kode relasi yang diikuti; kosong: semua"
    )
    depth: int = Field(default=1, alias="kedalaman", ge=1, le=6, description="Jumlah langkah dari pusat")
    direction: Direction = Field(default="dua", alias="arah", description="Arah relasi: keluar, masuk, atau dua-duanya")
    stops: tuple[str, ...] = Field(
        default=(), alias="berhenti_di", description="Kelas yang digambar tetapi tidak ditelusuri lebih jauh"
    )


class Selection(_Part):
    """Which elements are drawn: all of some classes, those found by a walk, or one and what surrounds it."""

    classes: tuple[str, ...] = Field(default=(), alias="kelas", description="Kelas yang diambil")
    conditions: tuple[str, ...] = Field(default=(), alias="syarat", description="Syarat yang harus dipenuhi")
    one_unit: bool = Field(default=False, alias="satu_unit", description="Hanya untuk satu Perangkat Daerah")
    additions: tuple[str, ...] = Field(
        default=(), alias="tambahan", description="Yang tidak tercatat tetapi perlu tampak"
    )
    walk: Walk | None = Field(default=None, alias="telusur", description="Ambil dengan menelusuri relasi")
    around: Surroundings | None = Field(default=None, alias="sekitar", description="Satu elemen dan semua kaitannya")

    @model_validator(mode="after")
    def _one_way(self) -> Selection:
        if sum((bool(self.classes), self.walk is not None, self.around is not None)) != 1:
            raise ValueError("isi salah satu: kelas, telusur, atau sekitar")
        return self


class Zone(_Part):
    """One box of a zone arrangement: a value of the grouping fact, and how its members are listed."""

    value: str = Field(alias="nilai", description="Nilai kelompok yang masuk ke kotak ini")
    title: str = Field(alias="judul", description="Tulisan di kepala kotak")
    group: str | None = Field(default=None, alias="kelompok", description="Pengelompokan di dalam kotak")
    details: tuple[str, ...] = Field(default=(), alias="rincian", description="Keterangan kecil di belakang nama")
    is_one_line: bool = Field(default=False, alias="ringkas", description="Seluruh isi dalam satu baris")
    width: float = Field(default=1.0, alias="lebar", ge=0.3, le=1, description="Lebar kolom dibanding kotak lain")
    note: str = Field(default="", alias="catatan", description="Kalimat kecil di bawah judul kotak")
    empty: str = Field(default="Tidak ada", alias="kosong", description="Tulisan bila kotak tidak berisi")


class Level(_Part):
    """One roll-up level: elements of the same group that agree in the row facts become one row with a count."""

    groups: tuple[str, ...] | None = Field(default=None, alias="kelompok", description="Pengelompokan pada tingkat ini")
    rows: tuple[str, ...] = Field(alias="baris", description="Elemen yang sama dalam hal ini digabung")
    only: tuple[str, ...] = Field(default=(), alias="hanya", description="Digabung hanya di kotak-kotak ini")
    shows_breakdown: bool = Field(default=True, alias="rincian_warna", description="Tampilkan jumlah tiap warna")


class RollUp(_Part):
    """When and how elements are merged rather than shrunk."""

    limit: int = Field(alias="batas", ge=1, description="Jumlah simpul terbanyak sebelum digabung")
    levels: tuple[Level, ...] = Field(alias="tingkat", min_length=1, description="Tingkat penggabungan, berurutan")


Arrangement = Literal["kolom", "zona", "lapisan", "matriks", "matriks_hubungan", "garis_waktu"]


class ViewDefinition(_Part):
    """One view, as its file in ``views/`` declares it."""

    name: str = Field(alias="nama", pattern="^[a-z][a-z0-9-]*$", description="Nama tampilan, sama dengan nama berkas")
    title: str = Field(alias="judul", description="Judul pada lembar")
    source: Literal["repositori", "metamodel", "perubahan"] = Field(
        default="repositori",
        alias="sumber",
        description="Dari mana isinya: repositori, metamodel, atau daftar perubahan",
    )
    findings: tuple[str, ...] = Field(
        default=(), alias="temuan", description="Kode atau keluarga catatan perbaikan yang ikut menentukan isi"
    )
    question: str = Field(alias="pertanyaan", description="Pertanyaan yang dijawab gambar ini")
    audience: str = Field(alias="untuk", description="Siapa pembacanya")
    page: Literal["A3", "A4", "layar"] = Field(alias="halaman", description="Ukuran lembar, selalu mendatar")
    can_show: tuple[str, ...] = Field(alias="dapat_menampilkan", description="Kelas yang dapat ditampilkan")
    arrangement: Arrangement = Field(alias="susunan", description="Cara menata lembar")
    selection: Selection = Field(alias="pilih", description="Apa yang digambar")
    groups: tuple[str, ...] = Field(alias="kelompok", min_length=1, description="Pengelompokan, terluar dahulu")
    order: tuple[str, ...] = Field(default=(), alias="urutan", description="Urutan nilai kelompok terluar")
    colour: str = Field(alias="warna", description="Arti warna dan tanda")
    colour_title: str = Field(alias="judul_warna", description="Judul legenda")
    details: tuple[str, ...] = Field(default=(), alias="rincian", description="Keterangan kecil di belakang nama")
    edges: str | None = Field(default=None, alias="hubungan", description="Cara mencari hubungan yang digambar")
    relations: tuple[str, ...] = Field(default=(), alias="relasi", description="Kode relasi yang digambar")
    zones: tuple[Zone, ...] = Field(default=(), alias="zona", description="Kotak-kotak pada susunan zona")
    bands: tuple[tuple[str, ...], ...] = Field(default=(), alias="letak", description="Kotak baris demi baris")
    rows_from: str | None = Field(
        default=None, alias="baris_dari", description="Kelas yang menjadi baris tabel, juga yang kosong"
    )
    hides_empty: bool = Field(default=False, alias="sembunyikan_kosong", description="Jangan gambar lajur yang kosong")
    detail_lines: int = Field(default=1, alias="baris_rincian", ge=1, le=6, description="Baris terbanyak untuk rincian")
    roll_up: RollUp = Field(alias="gulung", description="Penggabungan bila isinya terlalu banyak")

    def width_of(self, value: str) -> float:
        """Return how wide the columns of a box are, as a share of those of the others."""
        zone = self.zone(value)
        return zone.width if zone is not None else 1.0

    def zone(self, value: str) -> Zone | None:
        """Return the declared zone of that value, or None."""
        return next((zone for zone in self.zones if zone.value == value), None)
