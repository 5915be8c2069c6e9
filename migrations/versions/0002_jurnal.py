"""The journal: its entries, seals, redactions and the points that releases name.

The triggers that write the entries are made of the tables as they stand after all migrations (``env.py``).

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "jurnal",
        sa.Column("nomor", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("luar", _JSON, nullable=True),
        sa.Column("tabel", sa.Text(), nullable=False),
        sa.Column("baris", sa.Integer(), nullable=True),
        sa.Column("aksi", sa.Text(), nullable=False),
        sa.Column("sebelum", _JSON, nullable=True),
        sa.Column("sesudah", _JSON, nullable=True),
        sa.Column("sidik", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("nomor", name="pk_jurnal"),
        sa.CheckConstraint("aksi IN ('I', 'U', 'D')", name=op.f("ck_jurnal_aksi")),
    )
    op.create_index("ix_jurnal_tabel_baris", "jurnal", ["tabel", "baris"])
    op.create_table(
        "segel",
        sa.Column("batch_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pelaku", sa.Text(), nullable=False),
        sa.Column("perintah", sa.Text(), nullable=False),
        sa.Column("revisi", sa.Text(), nullable=False),
        sa.Column("nomor_awal", sa.Integer(), nullable=False),
        sa.Column("nomor_akhir", sa.Integer(), nullable=False),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.Column("sidik_entri", sa.LargeBinary(), nullable=False),
        sa.Column("segel_sebelum", sa.Text(), nullable=False),
        sa.Column("segel", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", name="pk_segel"),
        sa.UniqueConstraint("nomor_akhir", name="uq_segel_nomor_akhir"),
    )
    konteks = op.create_table(
        "konteks_jurnal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_konteks_jurnal"),
        sa.CheckConstraint("id = 1", name=op.f("ck_konteks_jurnal_satu_baris")),
    )
    op.bulk_insert(konteks, [{"id": 1, "batch_id": None}])
    op.create_table(
        "penghapusan_jurnal",
        sa.Column("nomor", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.Column("pelaku", sa.Text(), nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("nomor", name="pk_penghapusan_jurnal"),
    )
    op.create_table(
        "titik_rilis",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("segel", sa.Text(), nullable=False),
        sa.Column("sidik_isi", sa.Text(), nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disetujui", sa.DateTime(timezone=True), nullable=True),
        sa.Column("disetujui_oleh", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_titik_rilis"),
    )
