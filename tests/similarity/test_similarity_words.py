"""Names, acronyms, addresses and functions, each by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archrepo.similarity.alamat import alamat, region_of
from archrepo.similarity.ciri import ciri
from archrepo.similarity.kata import stem, words
from archrepo.similarity.nama import nama
from archrepo.similarity.pengetahuan import corrected, pengetahuan
from archrepo.similarity.profil import Profil
from archrepo.similarity.singkatan import acronym_letters, is_loose_acronym


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Sistem Informasi Manajemen Kepegawaian", "kepegawaian"),
        ("e-Presensi Online", "presensi"),
        ("EPRESENSI", "presensi"),
        ("SIMPEG v2.1", "simpeg"),
        ("SIMPEG 2023", "simpeg"),
        ("SIMPEG Kabupaten Entah", "simpeg"),
        ("SIMPEG Pacitan", "simpeg"),
        ("SIMRS RSUD Tabanan", "simrs"),
        ("e-Absensi Disdik", "absensi"),
        ("Pengembangan Aplikasi SIMPEG", "simpeg"),
        ("SIPANDU Mobile", "sipandu"),
        ("Sistem Informasi", "sistem informasi"),
        ("Website", "website"),
        ("SIPASAR", "sipasar"),
    ],
)
def test_core_of_a_name(text: str, core: str) -> None:
    assert " ".join(nama(text).inti) == core


def test_a_place_keeps_its_number() -> None:
    assert nama("Website SMP Negeri 1").urut != nama("Website SMP Negeri 2").urut


def test_own_region_is_taken_off() -> None:
    assert nama("SIPANDU Antah Berantah", frozenset({("antah", "berantah")})).inti == ("sipandu",)


@given(st.text(max_size=60))
def test_any_text_has_a_core_that_stays(text: str) -> None:
    first = nama(text)
    assert bool(first.inti) == bool(first.kata)
    assert set(first.inti) <= set(first.kata) | set(pengetahuan().kegiatan.values())


@given(st.text(max_size=80), st.text(max_size=80))
def test_traits_of_any_text_are_worked_out(name: str, text: str) -> None:
    traits = ciri(Profil(id=1, nama=name, deskripsi=text, url=text))
    assert traits.utama.teks is not None


@pytest.mark.parametrize(
    ("short", "phrase", "letters"),
    [
        ("simpeg", "sistem informasi manajemen kepegawaian", 3),
        ("lhkpn", "laporan harta kekayaan penyelenggara negara", 5),
        ("desdm", "dinas energi sumber daya mineral", 5),
        ("simpeg", "sistem informasi manajemen rumah sakit", 0),
        ("distamben", "dinas energi sumber daya mineral", 0),
        ("si", "sistem informasi", 0),
    ],
)
def test_letters_of_an_acronym(short: str, phrase: str, letters: int) -> None:
    assert acronym_letters(short, tuple(phrase.split())) == letters


@pytest.mark.parametrize(
    ("short", "phrase", "is_acronym"),
    [
        ("sinaker", "sistem informasi ketenagakerjaan", True),
        ("simkar", "sistem informasi manajemen kearsipan", True),
        ("sipeka", "sistem informasi pelaporan kinerja", True),
        ("sikda", "sistem informasi kesehatan daerah", True),
        ("sipari", "sistem informasi pertanian", False),
        ("simpus", "sistem informasi manajemen pasar", False),
        ("sinaker", "sistem pelayanan ketenagakerjaan", False),
    ],
)
def test_names_built_from_syllables(short: str, phrase: str, is_acronym: bool) -> None:
    assert is_loose_acronym(short, tuple(phrase.split())) is is_acronym


def test_what_narrows_a_phrase_decides_its_function() -> None:
    traits = ciri(Profil(id=1, nama="Siasdes", deskripsi="Inventaris aset desa"))
    assert traits.fungsi.utama == {"aset_desa"}


def test_misspelled_words_are_mended_but_names_are_not() -> None:
    assert corrected("keternagakerjaan") == "ketenagakerjaan"
    assert corrected("siharga") == "siharga"
    assert corrected("pengadaun") == "pengadaun", "pengaduan and pengadaan are as near"


def test_words_written_together_are_parted() -> None:
    assert words("MonSakti infomudik WhatsApp") == ("mon", "sakti", "info", "mudik", "whatsapp")


def test_stems_meet() -> None:
    assert stem("laporan") == stem("pelaporan") == stem("melaporkan")


def test_address_tells_name_unit_and_domain() -> None:
    found = alamat("http;//sppd.dinkes.contohkab.go.id/masuk")
    assert found is not None
    assert (found.label, found.unit, found.domain, found.path) == ("sppd", ("dinkes",), "contohkab.go.id", "masuk")
    assert region_of(found.domain) == "contoh"


@pytest.mark.parametrize("scheme", ["", "https://", "htpp://", "http;//", "www."])
def test_the_step_behind_the_host_is_found_however_the_scheme_is_written(scheme: str) -> None:
    found = alamat(f"{scheme}apps.contohkab.go.id/Sigota/masuk?a=1")
    assert found is not None
    assert (found.host, found.path) == ("apps.contohkab.go.id", "sigota")


@pytest.mark.parametrize("url", ["bit.ly/abc", "http://192.168.1.5/simrs", "36.95.0.10:8080", "tidak ada", None])
def test_what_many_share_is_no_address(url: str | None) -> None:
    assert alamat(url) is None


def test_texts_overrule_what_a_short_name_often_stands_for() -> None:
    traits = ciri(Profil(id=1, nama="SIPPD", deskripsi="Surat perintah perjalanan dinas"))
    assert traits.fungsi.utama == {"perjalanan_dinas"}


def test_offices_in_a_text_are_no_function() -> None:
    traits = ciri(Profil(id=1, nama="Lapbul", deskripsi="Laporan bulanan Dinas Pekerjaan Umum dan Tata Ruang"))
    assert traits.fungsi.utama == {"laporan_bulanan"}


class TestKnowledge:
    def test_functions_name_known_relatives(self) -> None:
        known = pengetahuan().fungsi
        assert all(row.terkait <= set(known) for row in known.values())

    def test_every_piece_of_evidence_has_words(self) -> None:
        assert all(row.kalimat for row in pengetahuan().bobot.values())

    def test_causes_are_those_of_the_contract(self) -> None:
        causes = {row.sebab for row in pengetahuan().bobot.values()} - {None}
        assert causes <= {"modul", "kanal", "nasional_daerah"}
