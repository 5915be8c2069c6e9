"""The first schema: elements and their classes, relations, reference codes, batches, sources, aliases and decisions.

Frozen: it holds what was true at this revision and imports nothing of the model.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    _elemen()
    _relasi()
    _acuan()
    _organisasi()
    _proses_layanan_data()
    _infrastruktur()
    _regulasi_penilaian()
    _aplikasi()
    _keamanan()
    _tata_kelola()
    _sumber()
    _nama_dan_kolom()
    _putusan()


def _texts(*names: str, required: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=not required) for name in names]


def _integers(*names: str, required: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer(), nullable=not required) for name in names]


def _numbers(*names: str, required: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Double(), nullable=not required) for name in names]


def _amounts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.BigInteger(), nullable=True) for name in names]


def _dates(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Date(), nullable=True) for name in names]


def _moments(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in names]


def _jsons(*names: str, required: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, _JSON, nullable=not required) for name in names]


def _ref(table: str, column: str, target: str, *, required: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{target}.id", name=f"fk_{table}_{column}_{target}", deferrable=True, initially="DEFERRED")
    return sa.Column(column, sa.Integer(), key, nullable=not required)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _unique_where(name: str, table: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=True, sqlite_where=condition, postgresql_where=condition)


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _elements(table: str, *columns: sa.Column[Any]) -> None:
    key = sa.ForeignKey("elemen.id", name=f"fk_{table}_id_elemen")
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), key, autoincrement=False, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _records(table: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _elemen() -> None:
    op.create_table(
        "elemen",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *_texts("kelas", "kode", "nama", required=True),
        *_texts("deskripsi", "kode_referensi", "keyakinan", "kunci_alami"),
        _ref("elemen", "instansi_id", "elemen", required=True),
        _ref("elemen", "perangkat_daerah_id", "elemen"),
        _ref("elemen", "instansi_luar_id", "elemen"),
        _ref("elemen", "digabung_ke_id", "elemen"),
        sa.Column("kondisi", sa.Text(), server_default="saat_ini", nullable=False),
        sa.Column("keadaan", sa.Text(), server_default="tercatat", nullable=False),
        sa.Column("asal", sa.Text(), server_default="manual", nullable=False),
        *_dates("berlaku_mulai", "berlaku_sampai"),
        sa.Column("tidak_lagi_dilaporkan", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("versi", sa.Integer(), server_default="1", nullable=False),
        *_moments("dibuat", "diubah"),
        *_texts("dibuat_oleh", "diubah_oleh", required=True),
        sa.PrimaryKeyConstraint("id", name="pk_elemen"),
        _unique("elemen", "instansi_id", "kode"),
        sa.CheckConstraint(
            "perangkat_daerah_id IS NULL OR instansi_luar_id IS NULL", name=op.f("ck_elemen_satu_pemilik")
        ),
        sa.CheckConstraint(
            "keadaan IN ('tercatat', 'perlu_konfirmasi', 'dihapus', 'digabung')", name=op.f("ck_elemen_keadaan")
        ),
        sa.CheckConstraint("(keadaan = 'digabung') = (digabung_ke_id IS NOT NULL)", name=op.f("ck_elemen_digabung_ke")),
    )
    _index("elemen", "kelas")
    _index("elemen", "perangkat_daerah_id")
    _index("elemen", "instansi_id", "kunci_alami")
    _unique_where("uq_elemen_kode_instansi", "elemen", ["kode"], "kelas = 'Instansi'")


def _relasi() -> None:
    _records(
        "batch",
        *_moments("waktu"),
        *_texts("pelaku", "perintah", required=True),
        *_jsons("ringkasan", "daftar_berkas"),
    )
    _records(
        "relasi",
        *_texts("jenis", required=True),
        _ref("relasi", "dari_id", "elemen", required=True),
        _ref("relasi", "ke_id", "elemen", required=True),
        *_jsons("atribut"),
        sa.Column("asal", sa.Text(), server_default="manual", nullable=False),
        _ref("relasi", "batch_id", "batch"),
        _unique("relasi", "jenis", "dari_id", "ke_id"),
    )
    _index("relasi", "dari_id")
    _index("relasi", "ke_id")


def _acuan() -> None:
    op.create_table(
        "kode_referensi",
        *_texts("kode", "versi", "nama", required=True),
        *_numbers("tingkat", required=True),
        *_texts("induk_kode", "keyakinan"),
        sa.Column("aktif", sa.Text(), server_default="ya", nullable=False),
        sa.PrimaryKeyConstraint("kode", "versi", name="pk_kode_referensi"),
    )
    _records(
        "urutan",
        _ref("urutan", "instansi_id", "elemen"),
        *_texts("nama", required=True),
        *_integers("berikutnya", required=True),
        _unique("urutan", "instansi_id", "nama"),
    )


def _organisasi() -> None:
    _elements(
        "perangkat_daerah",
        *_texts("singkatan", "tipe", "blud"),
        _ref("perangkat_daerah", "induk_id", "perangkat_daerah"),
    )
    _elements("instansi", *_texts("kode_wilayah", "domain_situs"), _ref("instansi", "walidata_id", "perangkat_daerah"))
    _elements("instansi_luar", *_texts("jenis"))
    _elements("peran_kontak", *_texts("peran", "surel_dinas"))
    _elements("urusan")


def _proses_layanan_data() -> None:
    _elements("proses_bisnis", *_texts("jenis", "dokumen", "lintas_opd"))
    _elements(
        "layanan",
        *_texts(
            "arah",
            "ada_persetujuan",
            "ada_validasi",
            "tujuan",
            "fungsi",
            "target",
            "metode",
            "potensi_manfaat",
            "potensi_ekonomi",
            "potensi_risiko",
            "mitigasi_risiko",
            "status",
        ),
        *_numbers("tingkat_layanan"),
        _ref("layanan", "unit_pelaksana_id", "elemen"),
    )
    _elements(
        "data_informasi",
        *_texts(
            "tujuan",
            "sifat",
            "jenis",
            "validitas",
            "informasi_masukan",
            "informasi_luaran",
            "interoperabilitas",
            "data_pribadi",
            "klasifikasi",
            "data_induk",
        ),
        _ref("data_informasi", "produsen", "elemen"),
        _ref("data_informasi", "wali_data_id", "perangkat_daerah"),
    )


def _infrastruktur() -> None:
    _elements(
        "fasilitas_komputasi",
        *_texts("jenis", "alias", "lokasi", "status_kepemilikan", "nama_pemilik", "tier", "pengamanan"),
        *_numbers("bandwidth_intranet", "bandwidth_internet"),
    )
    _elements(
        "komputasi_awan",
        *_texts("tipe", "status_kepemilikan", "nama_pemilik", "jangka_waktu"),
        *_amounts("biaya_layanan"),
    )
    _elements(
        "server",
        *_texts("bentuk", "jenis_penggunaan", "status_kepemilikan", "nama_pemilik", "prosesor"),
        *_numbers("memori_gb", "penyimpanan_gb"),
        _ref("server", "fasilitas_id", "fasilitas_komputasi"),
    )
    _elements("perangkat_periferal", *_texts("tipe"))
    _elements(
        "media_penyimpanan", *_texts("status_kepemilikan", "nama_pemilik", "metode_akses"), *_numbers("penyimpanan_gb")
    )
    _elements("perangkat_jaringan", *_texts("tipe", "status_kepemilikan", "nama_pemilik"))
    _elements("perangkat_keamanan", *_texts("tipe", "status_kepemilikan", "nama_pemilik"))
    _elements(
        "perangkat_lunak_platform",
        *_texts("tipe", "produk", "versi", "jenis_lisensi", "nama_pemilik"),
        *_dates("validitas_lisensi"),
    )
    _elements("jaringan_intra", *_texts("jenis", "status_kepemilikan", "nama_pemilik", "media"), *_numbers("bandwidth"))
    _elements("sistem_penghubung_layanan", *_texts("jenis", "nama_pemilik"))


def _regulasi_penilaian() -> None:
    _elements(
        "regulasi",
        *_texts("jenis", "nomor", "tentang", "status"),
        *_integers("tahun"),
        *_dates("tanggal_reviu"),
        _ref("regulasi", "pengganti_id", "regulasi"),
    )
    _elements("ketentuan_regulasi", *_texts("pasal", "isi"), _ref("ketentuan_regulasi", "regulasi_id", "regulasi"))
    _elements("tim_koordinasi", _ref("tim_koordinasi", "dasar_id", "regulasi"))
    _elements("tim_asesor", *_integers("tahun"), _ref("tim_asesor", "dasar_id", "regulasi"))
    _elements("bukti_dukung", *_texts("jenis", "tautan"), *_dates("tanggal_dokumen"))
    _elements("indikator", *_texts("versi_indeks"), *_numbers("nomor"))
    _elements(
        "penilaian",
        *_texts("penjelasan"),
        *_integers("tahun"),
        *_numbers("tingkat"),
        _ref("penilaian", "indikator_id", "indikator"),
        _ref("penilaian", "tim_asesor_id", "tim_asesor"),
    )


def _aplikasi() -> None:
    _elements(
        "aplikasi",
        *_texts(
            "singkatan",
            "bentuk",
            "fungsi",
            "luaran",
            "basis",
            "tipe_lisensi",
            "basis_data",
            "jenis",
            "kepemilikan",
            "sasaran",
            "status",
            "sebab_tidak_aktif",
            "tahap",
            "url",
            "bahasa",
            "kerangka",
            "repositori",
            "nomor_pse",
            "kategori_se",
            "kelompok_pengguna",
            "klaim_integrasi",
            "nasional",
            "dasar_pemilik",
        ),
        *_integers("tahun_dibuat"),
        *_numbers("jumlah_pengguna"),
        *_jsons("alias"),
        _ref("aplikasi", "pengembang", "elemen"),
        _ref("aplikasi", "unit_operasional_id", "perangkat_daerah"),
    )
    _index("aplikasi", "nasional")
    _elements(
        "antarmuka_api", *_texts("alamat", "protokol", "kontrak"), _ref("antarmuka_api", "aplikasi_id", "aplikasi")
    )
    _elements(
        "integrasi",
        *_texts("jalur", "frekuensi", "status"),
        _ref("integrasi", "dari_id", "aplikasi", required=True),
        _ref("integrasi", "ke_id", "elemen", required=True),
        _ref("integrasi", "api_id", "antarmuka_api"),
        _ref("integrasi", "spl_id", "sistem_penghubung_layanan"),
    )
    _index("integrasi", "dari_id")
    _index("integrasi", "ke_id")
    _elements(
        "penempatan",
        *_texts("lokasi", "lingkungan", "bentuk", "alamat_ip"),
        *_dates("mulai"),
        _ref("penempatan", "aplikasi_id", "aplikasi", required=True),
        _ref("penempatan", "fasilitas_id", "elemen"),
        _ref("penempatan", "bukti_id", "bukti_dukung"),
    )
    _index("penempatan", "aplikasi_id")


def _keamanan() -> None:
    _elements(
        "program_keamanan",
        *_texts("jenis", "jenis_audit", "hasil", "tindak_lanjut"),
        *_numbers("nilai_kematangan"),
        *_dates("tanggal", "tanggal_mulai", "tanggal_akhir"),
    )
    _elements("kontrol_keamanan", *_texts("kelompok", "status"), _ref("kontrol_keamanan", "bukti_id", "bukti_dukung"))
    _elements(
        "kategorisasi_sistem_elektronik",
        *_texts("jawaban", "hasil"),
        *_numbers("skor"),
        *_dates("tanggal"),
        _ref("kategorisasi_sistem_elektronik", "aplikasi_id", "aplikasi"),
    )


def _tata_kelola() -> None:
    _elements(
        "rilis_arsitektur",
        *_texts("periode"),
        *_dates("tanggal_reviu"),
        _ref("rilis_arsitektur", "penetapan_id", "regulasi"),
    )
    _elements(
        "inisiatif_peta_rencana",
        *_texts("muatan", "target_tahunan", "status"),
        *_integers("tahun_mulai", "tahun_selesai"),
    )
    _elements("kesenjangan", *_texts("tingkat"))
    _elements(
        "item_anggaran",
        *_texts("kode_rekening", "sumber_dana", "jenis_belanja"),
        *_integers("tahun"),
        *_amounts("nilai"),
    )
    _elements(
        "clearance", *_texts("putusan", "alasan"), *_dates("tanggal"), _ref("clearance", "aplikasi_id", "aplikasi")
    )
    _elements("risiko", *_texts("penanganan"), *_numbers("kemungkinan", "dampak"))
    _elements("audit_tik", *_texts("jenis", "auditor", "tindak_lanjut"), *_dates("tanggal"))
    _elements(
        "program_kerja",
        *_texts("kegiatan", "target", "realisasi"),
        *_dates("tanggal"),
        _ref("program_kerja", "tim_id", "tim_koordinasi"),
    )
    _elements("dokumen_manajemen", *_texts("area", "jenis", "status", "tautan"), *_dates("tanggal_reviu"))
    _elements("kompetensi_sdm", *_texts("bidang"), *_numbers("jumlah", "bersertifikat"))
    _elements("temuan", *_texts("aturan", "keparahan", "saran", "status"))


def _sumber() -> None:
    _records(
        "sumber_berkas",
        _ref("sumber_berkas", "batch_id", "batch", required=True),
        *_texts("nama", "sha256", required=True),
    )
    _index("sumber_berkas", "sha256")
    _records(
        "lembar_sumber",
        _ref("lembar_sumber", "berkas_id", "sumber_berkas", required=True),
        *_texts("nama", "kelas", required=True),
        *_jsons("diminta", "pelapor_ids", required=True),
        *_integers("jumlah_baris", required=True),
        *_integers("baris_judul"),
    )
    _index("lembar_sumber", "berkas_id")
    _records(
        "asal_baris",
        _ref("asal_baris", "elemen_id", "elemen", required=True),
        _ref("asal_baris", "lembar_id", "lembar_sumber", required=True),
        *_integers("baris", required=True),
        _ref("asal_baris", "pelapor_id", "elemen"),
        sa.Column("posisi", sa.Integer(), server_default="0", nullable=False),
        *_jsons("isi"),
        _unique("asal_baris", "elemen_id", "lembar_id", "baris", "posisi"),
    )
    _index("asal_baris", "lembar_id")
    _records(
        "catatan_impor",
        _ref("catatan_impor", "elemen_id", "elemen", required=True),
        *_texts("judul", "teks", required=True),
        _ref("catatan_impor", "lembar_id", "lembar_sumber"),
        *_integers("baris"),
    )
    _index("catatan_impor", "elemen_id")


def _nama_dan_kolom() -> None:
    _records(
        "alias_unit",
        _ref("alias_unit", "instansi_id", "instansi", required=True),
        *_texts("alias", "lipat", "status", required=True),
        _ref("alias_unit", "elemen_id", "perangkat_daerah"),
        sa.Column("peringkat", sa.Integer(), server_default="0", nullable=False),
        _unique("alias_unit", "instansi_id", "lipat", "elemen_id"),
        sa.CheckConstraint("status IN ('pasti', 'ambigu', 'usulan')", name=op.f("ck_alias_unit_status")),
        sa.CheckConstraint("status <> 'pasti' OR elemen_id IS NOT NULL", name=op.f("ck_alias_unit_pasti_berunit")),
    )
    _unique_where("uq_alias_unit_pasti", "alias_unit", ["instansi_id", "lipat"], "status = 'pasti'")
    _records(
        "peta_kolom",
        _ref("peta_kolom", "instansi_id", "instansi", required=True),
        _ref("peta_kolom", "pelapor_id", "perangkat_daerah"),
        *_texts("kelas", "lipat", "bidang", "pelaku", required=True),
        *_moments("waktu"),
        _unique("peta_kolom", "instansi_id", "pelapor_id", "kelas", "lipat"),
    )


def _putusan() -> None:
    _records(
        "pengesampingan",
        *_texts("sidik", "alasan", "pelaku", required=True),
        *_moments("waktu"),
        *_dates("sampai"),
        _unique("pengesampingan", "sidik"),
    )
    _records(
        "keputusan",
        _ref("keputusan", "a_id", "elemen", required=True),
        _ref("keputusan", "b_id", "elemen", required=True),
        *_texts("putusan", "pelaku", "alasan", required=True),
        *_moments("waktu"),
        _unique("keputusan", "a_id", "b_id"),
        sa.CheckConstraint("a_id < b_id", name=op.f("ck_keputusan_urutan_pasangan")),
    )
    _index("keputusan", "b_id")
