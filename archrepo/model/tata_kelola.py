"""Governance: rules, releases, road map, budget, clearances, risks, audits, teams and documents."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from archrepo.model.dasar import Bilangan, Rupiah, rujukan
from archrepo.model.elemen import Elemen, Turunan


class TimKoordinasi(Turunan, Elemen):
    """The body that directs, watches and evaluates SPBE in the regency, led by the coordinator (the regional
    secretary).
    """

    dasar_id: Mapped[int | None] = rujukan("regulasi")


class Regulasi(Turunan, Elemen):
    """A rule or decree, national or regional, that orders or bases an object."""

    jenis: Mapped[str | None]
    nomor: Mapped[str | None]
    tahun: Mapped[int | None]
    tentang: Mapped[str | None]
    status: Mapped[str | None]
    tanggal_reviu: Mapped[date | None]
    pengganti_id: Mapped[int | None] = rujukan("regulasi")


class KetentuanRegulasi(Turunan, Elemen):
    """One clause of a rule that an indicator or a check can point to."""

    regulasi_id: Mapped[int | None] = rujukan("regulasi")
    pasal: Mapped[str | None]
    isi: Mapped[str | None]


class RilisArsitektur(Turunan, Elemen):
    """A dated, approved state of all six domains, current or target; five-year term with mid-term and last-year
    review.
    """

    periode: Mapped[str | None]
    penetapan_id: Mapped[int | None] = rujukan("regulasi")
    tanggal_reviu: Mapped[date | None]


class InisiatifPetaRencana(Turunan, Elemen):
    """One planned step of the road map in one of its seven contents, with years, owner and cost."""

    muatan: Mapped[str | None]
    tahun_mulai: Mapped[int | None]
    tahun_selesai: Mapped[int | None]
    target_tahunan: Mapped[str | None]
    status: Mapped[str | None]


class Kesenjangan(Turunan, Elemen):
    """The difference between current and target state that an initiative closes."""

    tingkat: Mapped[str | None]


class ItemAnggaran(Turunan, Elemen):
    """A budget line for ICT tied to unit, initiative and application; consulted with the ICT unit."""

    tahun: Mapped[int | None]
    kode_rekening: Mapped[str | None]
    nilai: Mapped[Rupiah | None]
    sumber_dana: Mapped[str | None]
    jenis_belanja: Mapped[str | None]


class Clearance(Turunan, Elemen):
    """The ICT unit's dated opinion on building, extending or buying an application, after checks for duplication,
    architecture base and shared applications.
    """

    aplikasi_id: Mapped[int | None] = rujukan("aplikasi")
    putusan: Mapped[str | None]
    tanggal: Mapped[date | None]
    alasan: Mapped[str | None]


class Risiko(Turunan, Elemen):
    """An uncertain event with likelihood, impact, owner and treatment."""

    kemungkinan: Mapped[Bilangan | None]
    dampak: Mapped[Bilangan | None]
    penanganan: Mapped[str | None]


class AuditTik(Turunan, Elemen):
    """An audit of infrastructure, applications or security with auditor kind, findings and follow-up."""

    jenis: Mapped[str | None]
    auditor: Mapped[str | None]
    tanggal: Mapped[date | None]
    tindak_lanjut: Mapped[str | None]


class ProgramKerja(Turunan, Elemen):
    """One activity of a team's yearly work programme, with target and what came of it; not a road-map initiative,
    which it may carry out.
    """

    tim_id: Mapped[int | None] = rujukan("tim_koordinasi")
    kegiatan: Mapped[str | None]
    target: Mapped[str | None]
    realisasi: Mapped[str | None]
    tanggal: Mapped[date | None]


class DokumenManajemen(Turunan, Elemen):
    """An SOP or guideline of one of the eight management areas, with its state and review date; a Representation,
    since it is a document that gives a rule a form, while the rule itself is a Regulasi (Constraint).
    """

    area: Mapped[str | None]
    jenis: Mapped[str | None]
    status: Mapped[str | None]
    tanggal_reviu: Mapped[date | None]
    tautan: Mapped[str | None]


class KompetensiSdm(Turunan, Elemen):
    """How many people of a unit are able, or certified, in one field of SPBE; counts only, no names."""

    bidang: Mapped[str | None]
    jumlah: Mapped[Bilangan | None]
    bersertifikat: Mapped[Bilangan | None]


class Temuan(Turunan, Elemen):
    """A result of a check on the inventory: rule, object, severity, advice, state."""

    aturan: Mapped[str | None]
    keparahan: Mapped[str | None]
    saran: Mapped[str | None]
    status: Mapped[str | None]
