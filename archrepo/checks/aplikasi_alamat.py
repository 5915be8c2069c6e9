"""APL: what the address of an application says about it: whose it is, and whether it is an application at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from archrepo.checks.completeness import names_of, observed
from archrepo.checks.dasar import APLIKASI, ARSITEKTUR
from archrepo.checks.rule import Example, Observation, Scene, check, indikator
from archrepo.checks.scope import Scope
from archrepo.checks.settings import words
from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.nasional import AplikasiNasional, national_applications
from archrepo.landscape import Aplikasi, Instansi
from archrepo.names import fold, is_shared_platform, without_scheme

if TYPE_CHECKING:
    from archrepo.landscape.builder import Builder

_NUMBERS = re.compile(r"^\d{1,3}(?:\.\d{1,3}){3}$")
_REGION = re.compile(r"(?:^|\.)([a-z0-9-]+(?:kab|kota|prov)\.go\.id)$")


def _at(url: str | None, nama: str = "SIPANDU", **facts: Any) -> Scene:
    """One application at that address."""

    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.aplikasi(nama, kode="A1", **{"pemilik": dinkes, "status": "aktif", "url": url, **facts})

    return given


@cache
def _hosts_of_none() -> Mapping[str, str]:
    """Return the hosts of what is no application, with the form it is."""
    forms = (vocabulary("bentuk_aplikasi").nilai_of(name) for name in ("formulir_tautan", "layanan_pihak_ketiga"))
    found: dict[str, str] = {}
    for form in forms:
        hosts = form.attributes.get("host") if form is not None else None
        if form is not None and isinstance(hosts, list):
            found |= {str(host).removeprefix("www."): form.label for host in hosts}
    return found


def is_bare_address(host: str) -> bool:
    """Whether a host is four numbers instead of a name."""
    return _NUMBERS.match(host) is not None


@check(
    "APL014",
    severity="info",
    title="Alamat aplikasi bukan di bawah go.id",
    why="Alamat di luar domain pemerintah lebih sulit dikenali warga dan dapat berpindah tangan.",
    mend="Petunjuk saja: minta subdomain pemerintah daerah kepada Diskominfo bila aplikasi memang milik daerah.",
    basis=(indikator(16), APLIKASI),
    indicators=(16, 22),
    fires=(Example(_at("https://sipandu-tabanan.com"), "Alamat dengan domain komersial.", (("A1",),)),),
    silent=(
        Example(_at("https://sipandu.contohkab.go.id"), "Sama, tetapi di bawah go.id."),
        Example(_at(None), "Sama, tetapi alamatnya tidak disebut."),
    ),
    over="aplikasi",
    summary="beralamat di luar domain pemerintah",
)
def outside_the_government_domain(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems at a host that no government holds; numbers and shared platforms are others' notes."""
    endings = tuple(f".{ending}" for ending in words("akhiran_pemerintah"))
    for aplikasi in scope.aplikasi:
        host = aplikasi.host
        if host is None or is_bare_address(host) or is_shared_platform(host) or host in _hosts_of_none():
            continue
        if not f".{host}".endswith(endings):
            yield observed(scope, aplikasi, f"{aplikasi.nama} beralamat di {host}, bukan di domain pemerintah.")


@check(
    "APL015",
    severity="info",
    title="Alamat yang bukan aplikasi",
    why="Formulir, tautan singkat, dan kanal video bukan aplikasi; bila dihitung, jumlah aplikasi terlalu besar.",
    mend="Ubah bentuknya menjadi formulir atau tautan, atau isi alamat aplikasi yang sebenarnya.",
    basis=(indikator(11, 15), ARSITEKTUR),
    indicators=(11, 15),
    fires=(
        Example(_at("https://bit.ly/sipandu"), "Alamatnya tautan singkat.", (("A1",),)),
        Example(_at("https://www.youtube.com/@dinkes"), "Alamatnya kanal YouTube.", (("A1",),)),
    ),
    silent=(
        Example(_at("https://sipandu.contohkab.go.id"), "Sama, tetapi alamatnya sendiri."),
        Example(_at("https://bit.ly/sipandu", bentuk="formulir_tautan"), "Sama, tetapi dicatat sebagai tautan."),
    ),
    over="aplikasi",
    summary="beralamat pada formulir, tautan, atau media sosial",
)
def no_application(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems whose host is that of forms, short links, videos or social media."""
    for aplikasi in scope.aplikasi:
        form = _hosts_of_none().get(aplikasi.host or "")
        if form is not None:
            yield observed(scope, aplikasi, f"{aplikasi.nama} beralamat di {aplikasi.host} ({form.lower()}).")


@check(
    "APL016",
    severity="warning",
    title="Nama aplikasi dan alamatnya tidak sejalan",
    why="Alamatnya milik aplikasi atau pemerintah lain, sehingga belum jelas aplikasi mana yang dimaksud.",
    mend="Periksa alamatnya; perbaiki, atau catat sebagai pemakai aplikasi nasional itu.",
    basis=(indikator(11, 15), ARSITEKTUR),
    indicators=(11, 15),
    fires=(
        Example(_at("https://srikandi.arsip.go.id"), "Nama lain, alamatnya SRIKANDI.", (("A1",),)),
        Example(_at("https://sipandu.lainkab.go.id"), "Alamatnya milik kabupaten lain.", (("A1",),)),
    ),
    silent=(
        Example(_at("https://sipandu.contohkab.go.id"), "Sama, tetapi alamatnya milik sendiri."),
        Example(_at("https://srikandi.arsip.go.id", nama="SRIKANDI"), "Sama, tetapi namanya memang SRIKANDI."),
    ),
    over="aplikasi",
    summary="nama dan alamatnya tidak sejalan",
)
def name_against_address(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems at the host of a national application that they are not, or of another region."""
    for aplikasi in scope.aplikasi:
        host = aplikasi.host
        if host is None:
            continue
        known = _hosts_of_nationals().get(host)
        if known is not None and aplikasi.nasional != known.id and not _is_named(aplikasi, known):
            yield observed(scope, aplikasi, f"{aplikasi.nama} beralamat di {host}, alamat {known.nama}.")
            continue
        home = scope.landscape[aplikasi.instansi_id]
        region = _REGION.search(host)
        if known is None and region and isinstance(home, Instansi) and home.domain_situs not in (None, region[1]):
            text = f"{aplikasi.nama} beralamat di {host}, domain pemerintah daerah lain."
            yield observed(scope, aplikasi, text)


@cache
def _hosts_of_nationals() -> Mapping[str, AplikasiNasional]:
    return {host.removeprefix("www."): row for row in national_applications().values() for host in row.hosts}


def _is_named(aplikasi: Aplikasi, known: AplikasiNasional) -> bool:
    """Whether a name of the national application, of a companion or of its family is in the name, or the other way."""
    own = f" {fold(aplikasi.nama)} "
    family = [
        row for row in national_applications().values() if row is known or (known.family and row.family == known.family)
    ]
    names = {name for row in family for name in (row.nama, *row.alias, *row.companions)}
    return any(f" {fold(name)} " in own or own in f" {fold(name)} " for name in names)


def _two_at(second: str) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", url="https://sehat.contohkab.go.id/masuk")
        b.aplikasi("Antrean Poli", kode="A2", pemilik=dinkes, status="aktif", url=second)

    return given


@check(
    "APL017",
    severity="info",
    title="Beberapa aplikasi mencantumkan alamat yang sama",
    why="Satu alamat hanya membuka satu halaman; salah satunya mungkin salah tulis, bagian dari yang lain, atau sama.",
    mend="Periksa alamat masing-masing; perbaiki, kaitkan sebagai modul, atau gabungkan.",
    basis=(indikator(11), ARSITEKTUR),
    indicators=(11, 15),
    fires=(Example(_two_at("sehat.contohkab.go.id/masuk"), "Dua aplikasi dengan satu alamat.", (("A1", "A2"),)),),
    silent=(Example(_two_at("sehat.contohkab.go.id/antre"), "Sama, tetapi halamannya lain."),),
    over="aplikasi",
)
def one_address(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems of one Instansi with the same address, but for parts and wholes (R17)."""
    found: dict[tuple[int, str], list[Aplikasi]] = defaultdict(list)
    for aplikasi in scope.aplikasi:
        host = aplikasi.host
        if host is not None and host not in _hosts_of_none() and not is_shared_platform(host):
            address = without_scheme(aplikasi.url or "").casefold().removeprefix("www.").strip().rstrip("/")
            found[aplikasi.instansi_id, address].append(aplikasi)
    for (instansi, address), rows in found.items():
        parts = {edge.ke for row in rows for edge in scope.landscape.out(row.id, "R17")}
        whole = [row for row in rows if row.id not in parts]
        if len(whole) < 2:
            continue
        units = {scope.unit_of(row) for row in whole}
        yield Observation(
            element_ids=tuple(row.id for row in whole),
            message=f"{names_of(whole)} mencantumkan alamat yang sama: {address}.",
            instansi_id=instansi,
            unit_id=units.pop() if len(units) == 1 else None,
        )


def _called_umum(kind: str) -> Scene:
    def given(b: Builder) -> None:
        dinkes = b.unit("Dinas Kesehatan", kode="DINKES")
        b.aplikasi("SIPANDU", kode="A1", pemilik=dinkes, status="aktif", jenis=kind)

    return given


@check(
    "APL022",
    severity="info",
    title="Aplikasi disebut Aplikasi Umum tanpa dasar",
    why="Sebuah aplikasi menjadi Aplikasi Umum karena ditetapkan, bukan karena dipakai banyak orang.",
    mend="Isi penetapannya pada dasar hukum aplikasi, atau ubah jenisnya menjadi Aplikasi Khusus.",
    basis=(indikator(15), APLIKASI),
    indicators=(4, 15),
    fires=(Example(_called_umum("umum"), "Aplikasi daerah yang ditulis Aplikasi Umum.", (("A1",),)),),
    silent=(Example(_called_umum("khusus"), "Sama, tetapi ditulis Aplikasi Khusus."),),
    over="aplikasi",
    summary="disebut Aplikasi Umum tanpa penetapan",
)
def called_umum(scope: Scope) -> Iterator[Observation]:
    """Operating regional systems of kind umum that no rule bases (R36) and that are no known national application."""
    for aplikasi in scope.aplikasi:
        if aplikasi.jenis == "umum" and aplikasi.nasional is None and not scope.landscape.into(aplikasi.id, "R36"):
            yield observed(scope, aplikasi, f"{aplikasi.nama} disebut Aplikasi Umum, penetapannya belum dicatat.")
