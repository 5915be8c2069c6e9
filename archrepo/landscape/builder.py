"""Builds a small Landscape by hand, for tests, examples of rules and the documentation.

b = Builder()
dinkes = b.unit("Dinas Kesehatan")
b.aplikasi("SIMRS", pemilik=dinkes, hosting="server_opd", status="aktif")
landscape = b.build()
"""

from __future__ import annotations

from datetime import date
from typing import Any

from archrepo.declarations.metamodel import kelas as kelas_of
from archrepo.landscape.elemen import NASIONAL, TYPED, Elemen, Instansi, Sumber
from archrepo.landscape.landscape import Keputusan, Landscape, LembarSumber, Pengesampingan, Relasi

_COMMON = frozenset(Elemen.__dataclass_fields__)


class Builder:
    """Collects elements and relations; every method that adds an element returns its id.

    A new builder holds one Instansi ("Kabupaten Contoh", domain ``contohkab.go.id``) and NASIONAL.
    """

    def __init__(self, *, as_of: date = date(2026, 6, 30), domain: str = "contohkab.go.id") -> None:
        self.as_of = as_of
        self._elements: list[Elemen] = []
        self._relations: list[Relasi] = []
        self._sheets: list[LembarSumber] = []
        self._waivers: list[Pengesampingan] = []
        self._decisions: list[Keputusan] = []
        self._serial: dict[str, int] = {}
        self.instansi = self._instansi("KAB", "Kabupaten Contoh", domain)
        self.nasional = self._instansi(NASIONAL, "Nasional", None)

    def _instansi(self, kode: str, nama: str, domain: str | None, walidata_id: int | None = None) -> int:
        identifier = len(self._elements) + 1
        record = Instansi(
            id=identifier, kelas="Instansi", kode=kode, nama=nama, instansi_id=identifier, domain_situs=domain,
            walidata_id=walidata_id,
        )  # fmt: skip
        self._elements.append(record)
        return identifier

    def another_instansi(self, nama: str, domain: str | None = None, *, walidata_id: int | None = None) -> int:
        """Add another government."""
        return self._instansi(f"KAB{len(self._elements)}", nama, domain, walidata_id)

    def add(self, kelas: str, nama: str, *, kode: str | None = None, instansi: int | None = None, **fields: Any) -> int:
        """Add an element of any class; fields by their declared names."""
        identifier = len(self._elements) + 1
        self._serial[kelas] = self._serial.get(kelas, 0) + 1
        record_class = TYPED.get(kelas, Elemen)
        own = {field.name for field in kelas_of(kelas).fields}
        # A declared field named like one of every record (versi of a product) is the class's own.
        typed = set(record_class.__dataclass_fields__) - (own & _COMMON)
        named = {key: value for key, value in fields.items() if key in typed}
        rest = {key: value for key, value in fields.items() if key not in typed}
        self._elements.append(
            record_class(
                id=identifier,
                kelas=kelas,
                kode=kode or f"{kelas_of(kelas).prefix}-{self._serial[kelas]:04d}",
                nama=nama,
                instansi_id=instansi or self.instansi,
                lain=rest,
                **named,
            )
        )
        return identifier

    def unit(self, nama: str, **fields: Any) -> int:
        """Add a PerangkatDaerah."""
        return self.add("PerangkatDaerah", nama, **fields)

    def aplikasi(
        self,
        nama: str,
        *,
        pemilik: int | None = None,
        pelapor: tuple[int, ...] | int = (),
        pengguna: tuple[int, ...] = (),
        hosting: str | None = None,
        fasilitas: int | None = None,
        layanan: tuple[int, ...] = (),
        proses: tuple[int, ...] = (),
        data: tuple[int, ...] = (),
        nasional: str | None = None,
        **fields: Any,
    ) -> int:
        """Add an Aplikasi with its placement and its edges; ``nasional`` puts it into NASIONAL under that known id."""
        fields.setdefault("bentuk", "sistem")
        if nasional is not None:
            fields.setdefault("instansi", self.nasional)
            fields.setdefault("kepemilikan", "pusat")
        owner = next((row for row in self._elements if row.id == pemilik), None)
        owner_field = (
            "instansi_luar_id" if owner is not None and owner.kelas == "InstansiLuar" else "perangkat_daerah_id"
        )
        fields[owner_field] = pemilik
        identifier = self.add("Aplikasi", nama, nasional=nasional, **fields)
        if hosting is not None or fasilitas is not None:
            self.add("Penempatan", f"Penempatan {nama}", aplikasi_id=identifier, lokasi=hosting, fasilitas_id=fasilitas)
        for unit in (pelapor,) if isinstance(pelapor, int) else pelapor:
            self.relasi("R58", unit, identifier)
            self.relasi("R16", unit, identifier)
        for unit in pengguna:
            self.relasi("R16", unit, identifier)
        for relation, others in (("R08", layanan), ("R09", proses), ("R10", data)):
            for other in others:
                self.relasi(relation, identifier, other)
        return identifier

    def integrasi(self, dari: int, ke: int, *, jalur: str | None = None, status: str = "sudah", **fields: Any) -> int:
        """Add an exchange between two applications, done unless said otherwise."""
        return self.add(
            "Integrasi", f"Integrasi {dari}-{ke}", dari_id=dari, ke_id=ke, jalur=jalur, status=status, **fields
        )

    def relasi(self, jenis: str, dari: int, ke: int, **atribut: str) -> None:
        """Add a row of the relation table."""
        self._relations.append(Relasi(jenis, dari, ke, atribut=atribut))

    def sheet(
        self,
        file: str,
        kelas: str = "Aplikasi",
        *,
        asked: set[str],
        rows: int = 1,
        sheet: str = "Lembar1",
        pelapor: tuple[int, ...] = (),
        dibaca: date | None = None,
    ) -> None:
        """Add an imported sheet with the fields for which it had columns, whose list it was and when it was read."""
        self._sheets.append(LembarSumber(file, sheet, kelas, frozenset(asked), rows, pelapor, None, dibaca))

    def sumber(self, file: str, row: int, pelapor: int | None = None, sheet: str = "Lembar1") -> tuple[Sumber, ...]:
        """Return a source tuple to hand to ``add(…, sumber=…)``."""
        return (Sumber(file, sheet, row, pelapor),)

    def waive(
        self, fingerprint: str, *, by: str = "Penguji", reason: str = "contoh", until: date | None = None
    ) -> None:
        """Set a finding aside."""
        self._waivers.append(Pengesampingan(fingerprint, reason, by, until))

    def decide(self, a: int, b: int, verdict: str, *, by: str = "Penguji", reason: str = "") -> None:
        """Record a decision on a pair: sama or bukan_sama."""
        self._decisions.append(Keputusan(a, b, verdict, by, reason))

    def build(self) -> Landscape:
        """Return the Landscape."""
        return Landscape(
            self._elements,
            self._relations,
            as_of=self.as_of,
            sheets=self._sheets,
            waivers=self._waivers,
            decisions=self._decisions,
        )
