"""What tells two records apart or joins them: mentions, offices, means and what they serve, channels, expansions."""

from __future__ import annotations

import pytest

from archrepo.similarity.alamat import is_host_name
from archrepo.similarity.ciri import ciri
from archrepo.similarity.penilaian import Judgement, judge
from archrepo.similarity.profil import Profil
from archrepo.similarity.sebutan import mentions
from archrepo.similarity.singkatan import acronym_letters, contracted
from archrepo.similarity.unit import is_same_unit, owner_words


def _judged(one: tuple[str, ...], other: tuple[str, ...]) -> Judgement:
    return judge(_record(1, *one), _record(2, *other))


def _record(number: int, name: str, text: str = "", unit: str = "", instansi: str = "k") -> Profil:
    return Profil(id=number, nama=name, deskripsi=text or None, unit=unit or None, instansi=instansi)


def _evidence(judgement: Judgement) -> set[str]:
    return {row.nama for row in judgement.evidence}


class TestMentions:
    @pytest.mark.parametrize(
        ("text", "name", "kind"),
        [
            ("Rekam kehadiran memakai aplikasi SIKAP BKPSDM", "sikap", "sama"),
            ("Gerbang layanan satu login (SSO)", "sso", "sama"),
            ("Aplikasi SPSE untuk tender", "spse", "disebut"),
            ("Pengajuan cuti di dalam Simpeg", "simpeg", "bagian"),
            ("Halaman cek tagihan dari SIM PBB", "simpbb", "sumber"),
        ],
    )
    def test_a_name_behind_a_cue(self, text: str, name: str, kind: str) -> None:
        assert mentions((text,))[name] == kind

    def test_a_name_without_a_cue_is_none(self) -> None:
        assert "simpeg" not in mentions(("Terhubung dengan Simpeg",))

    def test_who_uses_an_application_records_it_again(self) -> None:
        judgement = _judged(
            ("SIKAP", "Sistem Informasi Kehadiran Pegawai", "BKPSDM"),
            ("Absensi online ASN", "Rekam kehadiran memakai aplikasi SIKAP", "Dinas Perikanan"),
        )
        assert judgement.label == "duplikat"

    def test_a_word_for_a_function_behind_aplikasi_names_none(self) -> None:
        judgement = _judged(("e-Surat", "Surat menyurat"), ("SIMASKER", "Sistem surat masuk keluar"))
        assert judgement.label == "tumpang_tindih"

    def test_work_inside_another_is_a_part_of_it(self) -> None:
        judgement = _judged(("e-Cuti", "Pengajuan cuti di dalam SIMPEG"), ("SIMPEG", "Data pegawai dan cuti"))
        assert (judgement.label, judgement.cause) == ("tumpang_tindih", "modul")


class TestOffices:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Diskominfo", "Dinas Kominfo dan Persandian"),
            ("DPMPTSP", "Dinas Penanaman Modal & PTSP"),
            ("Dinas TPH", "Dinas Tanaman Pangan dan Hortikultura"),
            ("Bapenda", "Badan Pendapatan"),
        ],
    )
    def test_short_and_long_names_are_one(self, one: str, other: str) -> None:
        assert is_same_unit(one, other)
        assert is_same_unit(other, one)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Kecamatan Barat", "Kecamatan Timur"),
            ("Puskesmas Mawar", "Puskesmas Melati"),
            ("Dinas Pendidikan", "Dinas Kesehatan"),
            ("Badan Pendapatan Daerah (PPKD)", "Badan Pendapatan Daerah"),
        ],
    )
    def test_two_offices_stay_two(self, one: str, other: str) -> None:
        assert not is_same_unit(one, other)

    def test_an_office_of_an_unknown_short_name_is_one(self) -> None:
        assert owner_words("Disdagnaker") == {"disdagnaker"}
        assert owner_words("") == frozenset()

    def test_one_name_that_two_offices_describe_otherwise_is_two(self) -> None:
        judgement = _judged(
            ("SIDAK", "Sistem data kerja", "Disdagnaker"), ("SIDAK", "Pelaporan lapangan oleh auditor", "Inspektorat")
        )
        assert judgement.label == "berbeda"

    def test_two_that_describe_an_application_for_all_are_one(self) -> None:
        judgement = _judged(
            ("Ogan Lopian", "Super app kesehatan, pendidikan, aduan", "Diskominfo"),
            ("Ogan Lopian", "Pendaftaran pasien", "RSUD Mawar"),
        )
        assert judgement.label == "duplikat"


class TestMeansAndWhatTheyServe:
    def test_queues_of_a_hospital_and_of_an_office_are_two(self) -> None:
        assert _judged(("Antrean Online RSUD",), ("Antrean Dukcapil",)).label == "berbeda"

    def test_queues_of_one_hospital_overlap_still(self) -> None:
        judgement = _judged(
            ("Antrean Online", "", "RSUD Mawar"), ("ANTRI YUK", "Pendaftaran online pasien", "RSUD Mawar")
        )
        assert judgement.label == "tumpang_tindih"

    def test_maps_of_two_things_are_two(self) -> None:
        judgement = _judged(("Arcview GIS", "Data perikanan"), ("WEB GIS", "Laporan tanah"))
        assert "fungsi_alat" in _evidence(judgement)
        assert judgement.label == "berbeda"

    def test_the_staff_system_of_a_hospital_is_no_hospital_system(self) -> None:
        assert ciri(_record(1, "SIMPEG Rumah Sakit")).fungsi.nama == frozenset()
        assert _judged(("SIMRS",), ("SIMPEG Rumah Sakit",)).label == "berbeda"

    def test_what_each_office_has_for_itself_overlaps(self) -> None:
        judgement = _judged(
            ("Buku Tamu Digital", "tamu dinas", "Diskominfo"), ("Buku tamu elektronik", "Pencatatan tamu", "Bapenda")
        )
        assert "nama_umum_sendiri" in _evidence(judgement)
        assert judgement.label == "tumpang_tindih"

    def test_what_is_shared_is_recorded_twice(self) -> None:
        judgement = _judged(("TPP Online", "Aplikasi TPP", "Dinas Sosial"), ("e-TPP", "Perhitungan TPP", "BKPSDM"))
        assert judgement.label == "duplikat"


class TestNames:
    def test_an_expansion_of_its_own_stands_for_no_other(self) -> None:
        judgement = _judged(
            ("SIDAB (Sistem Informasi Distribusi Air Bersih)",), ("SIRAB (Sistem Informasi Rencana Anggaran Biaya)",)
        )
        assert judgement.label != "duplikat"

    def test_one_short_name_with_two_expansions_is_two(self) -> None:
        judgement = _judged(
            ("SIMADE (Sistem Informasi Kelurahan Sumerta)",), ("SIMADE (Sistem Pemantauan Krama Bendega)",)
        )
        assert judgement.label == "berbeda"

    def test_android_and_ios_are_two_channels(self) -> None:
        judgement = _judged(("Pro Desa Android",), ("PRO DESA iOS",))
        assert (judgement.label, judgement.cause) == ("tumpang_tindih", "kanal")

    def test_channels_told_in_the_texts(self) -> None:
        judgement = _judged(("Tangkar", "aduan lewat aplikasi android"), ("Tangkar", "website aduan warga"))
        assert judgement.cause == "kanal"

    def test_initials_spell_words_of_any_language(self) -> None:
        assert acronym_letters("hdw", ("human", "development", "worker")) == 3

    def test_a_word_cut_short_is_no_acronym(self) -> None:
        assert acronym_letters("dis", ("e", "disiplin")) == 0

    def test_two_made_up_words_are_no_expansion(self) -> None:
        assert acronym_letters("sidi", ("simak", "dihati")) == 0

    def test_expansions_behind_a_name_are_made_short(self) -> None:
        assert contracted(("simda", "barang", "milik", "daerah")) == ("simda", "bmd")

    def test_letters_swapped_in_a_long_name_are_a_slip(self) -> None:
        judgement = _judged(("SIKRANDI", "Surat", "Dinas Sosial"), ("SRIKANDI", "Naskah dinas", "Inspektorat"))
        assert judgement.label == "duplikat"

    def test_a_region_behind_a_plain_name_adds_nothing(self) -> None:
        judgement = _judged(("E-Absensi Antahberantah", "Presensi pegawai"), ("Absensi Elektronik", "Kehadiran"))
        assert judgement.label == "duplikat"

    def test_the_next_version_is_the_same(self) -> None:
        assert _judged(("e-Puskesmas",), ("e-Puskesmas NG",)).label == "duplikat"

    @pytest.mark.parametrize(
        ("text", "is_host"), [("srikandi.arsip.go.id", True), ("SIRUP.LKPP", False), ("My.SAPK", False)]
    )
    def test_a_name_with_a_dot(self, text: str, is_host: bool) -> None:
        assert is_host_name(text) is is_host


class TestNationalApplications:
    def test_an_address_in_the_text_is_its_own(self) -> None:
        assert ciri(_record(1, "e-Kinerja", "Dibuka di kinerja.bkn.go.id")).dikenal == "ekinerja_bkn"

    def test_the_beginning_of_an_address_names_it(self) -> None:
        assert ciri(_record(1, "srikandi.arsip")).dikenal == "srikandi"

    def test_a_common_name_with_other_work_is_not_the_national_one(self) -> None:
        assert ciri(_record(1, "SI CANTIK", "Sistem informasi calon pengantin")).dikenal is None
        assert ciri(_record(1, "SI CANTIK", "Perizinan")).dikenal == "sicantik"

    def test_its_name_with_an_expansion_inside(self) -> None:
        judgement = _judged(("SIMDA BMD", "aset", "", "a"), ("Simda Barang Milik Daerah", "aset daerah", "", "b"))
        assert judgement.label == "duplikat"
