"""Which element a row is about."""

import pytest

from archrepo.intake.identity import identify, looks_like_kode

DOMAIN = "tabanankab.go.id"


@pytest.mark.parametrize(
    ("nama", "url", "national"),
    [
        ("SIPD-RI", None, "sipd"),
        ("SIPD", "https://sipd.kemendagri.go.id", "sipd"),
        ("SIPD", "https://tabanankab.sipd.kemendagri.go.id", "sipd"),
        ("SP4N LAPOR", "https://www.lapor.go.id", "sp4n_lapor"),
        ("Aplikasi SRIKANDI", None, "srikandi"),
        ("SIAK", "http://10.1.2.3", "siak"),
        ("siasn.bkn.go.id", "siasn.bkn.go.id", "siasn"),
        ("SRIKANDI", "https://bit.ly/srikandi", "srikandi"),
    ],
)
def test_national_applications_are_recognised(nama: str, url: str | None, national: str) -> None:
    assert identify(nama, url, 5, DOMAIN, None).keys == (("nasional", national),)


@pytest.mark.parametrize(
    ("nama", "url"),
    [
        ("SIPD", "https://sipd.tabanankab.go.id"),  # another host contradicts
        ("SP4N LAPOR", None),  # the name is not unmistakable
        ("e-Kinerja", "https://kinerja.tabanankab.go.id"),
        ("SPSE", "https://spse.tabanankab.go.id"),  # the region's own installation
    ],
)
def test_what_is_not_certain_stays_regional(nama: str, url: str | None) -> None:
    identity = identify(nama, url, 5, DOMAIN, None)
    assert identity.national is None
    assert identity.keys[-1] == ("pelapor_nama", "5", nama.lower().replace(" ", "").replace("-", ""))


def test_what_is_said_to_be_central_is_one_application_under_one_name() -> None:
    assert identify("SP4N LAPOR", None, 5, DOMAIN, None, "pusat").keys == (("nasional", "sp4n_lapor"),)
    assert identify("SP4N LAPOR", "https://lapor.tabanankab.go.id", 5, DOMAIN, None, "pusat").national is None
    first, second = (identify("SIMBAKDA", None, unit, DOMAIN, None, "pusat").keys for unit in (5, 6))
    assert set(first) & set(second) == {("pusat_nama", "simbakda")}
    assert not set(identify("SIMBAKDA", None, 5, DOMAIN, None).keys) & set(second)


def test_a_national_product_on_a_machine_of_the_regency_is_its_own() -> None:
    assert identify("Siskeudes", None, 5, DOMAIN, "server_opd").keys == (("lokal", "siskeudes"),)
    assert identify("Siskeudes", None, 5, DOMAIN, None).keys == (("nasional", "siskeudes"),)


def test_name_and_host_join_rows_of_different_units() -> None:
    url = "https://simpeg.tabanankab.go.id"
    keys = [identify("SIMPEG", url, unit, DOMAIN, None).keys[0] for unit in (1, 2)]
    assert keys[0] == keys[1] == ("nama_host", "simpeg", "simpeg.tabanankab.go.id")


@pytest.mark.parametrize("url", ["https://sites.google.com/x", "http://192.168.1.5/simpeg"])
def test_a_shared_or_private_host_joins_nobody(url: str) -> None:
    assert identify("Buku Tamu", url, 1, DOMAIN, None).keys == (("pelapor_nama", "1", "bukutamu"),)


@pytest.mark.parametrize(
    ("text", "is_kode"),
    [("DAA-0012", True), ("APL/2021/3", True), ("12", False), ("SIMPEG", False), ("e-Presensi", False)],
)
def test_a_running_number_is_never_a_kode(text: str, is_kode: bool) -> None:
    assert looks_like_kode(text) is is_kode
