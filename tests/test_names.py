"""Normal forms of names and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archrepo.names import clean, fold, host_of, is_private_address, is_shared_platform, squeeze


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_any_text_has_a_host_or_none(text: str) -> None:
    host = host_of(text)
    assert host is None or host_of(host) == host


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://simpeg.tabanankab.go.id/login", "simpeg.tabanankab.go.id"),
        ("http;//simpeg.tabanankab.go.id", "simpeg.tabanankab.go.id"),
        ("https;//WWW.Simpeg.tabanankab.go.id:8080/x", "simpeg.tabanankab.go.id"),
        ("simpeg.tabanankab.go.id", "simpeg.tabanankab.go.id"),
        ("litbang.bantenprov.go.id/", "litbang.bantenprov.go.id"),
        ("https://a.go.id, https://b.go.id", "a.go.id"),
        ("http://192.168.10.5:8080/app", "192.168.10.5"),
        ("Desktop", None),
        ("tidak ada", None),
        ("", None),
        (None, None),
        ("https://[broken", None),
    ],
)
def test_host_of_addresses_as_units_write_them(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("host", "shared"), [("sites.google.com", True), ("dinkes.blogspot.com", True), ("a.go.id", False)]
)
def test_shared_platforms(host: str, shared: bool) -> None:
    assert is_shared_platform(host) is shared


@pytest.mark.parametrize(
    ("host", "private"), [("10.1.2.3", True), ("172.20.1.1", True), ("8.8.8.8", False), ("a.go.id", False)]
)
def test_private_addresses(host: str, private: bool) -> None:
    assert is_private_address(host) is private


@pytest.mark.parametrize("text", ["e-Presensi", "E Presensi", "ePresensi", "E_PRESENSI"])
def test_spellings_of_a_name_meet(text: str) -> None:
    assert squeeze(text) == "epresensi"
