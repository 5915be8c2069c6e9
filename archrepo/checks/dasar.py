"""The rules that checks rest on, each with the confidence with which its article was read."""

from __future__ import annotations

from archrepo.checks.finding import Basis

ARSITEKTUR = Basis("Perpres 95/2018", "Pasal 12", "medium")
PETA_RENCANA = Basis("Perpres 95/2018", "Pasal 13-19", "medium")
ANGGARAN = Basis("Perpres 95/2018", "Pasal 20-23", "low")
PUSAT_DATA = Basis("Perpres 95/2018", "Pasal 27 dan 30", "low")
INFRASTRUKTUR = Basis("Perpres 95/2018", "Pasal 27", "low")
JARINGAN_INTRA = Basis("Perpres 95/2018", "Pasal 32", "medium")
PENGHUBUNG = Basis("Perpres 95/2018", "Pasal 33", "medium")
APLIKASI = Basis("Perpres 95/2018", "Pasal 34-39", "medium")
CLEARANCE = Basis("Perpres 95/2018", "Pasal 39", "medium")
KEAMANAN = Basis("Perpres 95/2018", "Pasal 40-41", "medium")
LAYANAN = Basis("Perpres 95/2018", "Pasal 42-45", "low")
MANAJEMEN = Basis("Perpres 95/2018", "Pasal 46-54", "low")
RISIKO = Basis("Permen PANRB 5/2020", None, "medium")
AUDIT = Basis("Perpres 95/2018", "Pasal 55-58", "medium")
PENYELENGGARA = Basis("Perpres 95/2018", "Pasal 61-62", "low")
PEMANTAUAN = Basis("Perpres 95/2018", "Pasal 70-71", "medium")
KODE_REFERENSI = Basis("Perpres 132/2022", None, "medium")
SATU_DATA = Basis("Perpres 39/2019", None, "medium")
PROSES_BISNIS = Basis("Permen PANRB 19/2018", None, "medium")
PERANGKAT_DAERAH = Basis("PP 18/2016", None, "medium")
URUSAN = Basis("UU 23/2014", "Pasal 9-13", "medium")
DATA_PRIBADI = Basis("UU 27/2022", None, "low")
KATEGORI = Basis("Peraturan BSSN 8/2020", None, "medium")
STANDAR_KEAMANAN = Basis("Peraturan BSSN 4/2021", None, "medium")
