"""The page of a picture in a real browser: search finds, a click shows neighbours, nothing is asked of any network."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from contoh_kecil import HOSTILE, small
from test_views import hostile_landscape, wishes

from archrepo.drawing import draw
from archrepo.drawing.catalogue import view_names
from archrepo.landscape.builder import Builder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="tidak ada Chromium: apt-get install chromium")


@pytest.mark.parametrize("view", view_names())
def test_the_page_is_whole_and_names_no_other_place(view: str) -> None:
    landscape = small()
    page = draw(landscape, view, format="html", **wishes(landscape)).decode()
    outside = re.sub(r'(?:xlink:)?href="https://simrs[^"]*"|"alamat":"https://simrs[^"]*"', "", page)
    loads = re.findall(r'(?:src|href)="([^"#][^"]*)"|url\(([^)]*)\)|@import', outside)
    assert loads == []
    assert "default-src 'none'" in page
    assert "Redistribution and use in source and binary forms" in page


def test_a_name_cannot_end_the_data_of_the_page() -> None:
    page = draw(hostile_landscape(HOSTILE), "lanskap", format="html").decode()
    assert page.count("</script>") == 3
    assert "<script>alert(1)" not in page


# ---- in the browser


@dataclass
class Seen:
    """What a page did besides showing itself."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


def opened(browser: Browser, html: bytes, folder: Path) -> Seen:
    """Open a page from a file, as a user does, and listen to it."""
    path = folder / "gambar.html"
    path.write_bytes(html)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(5_000)
    seen = Seen(page)
    page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("request", lambda request: seen.requests.append(request.url))
    page.goto(path.as_uri())
    return seen


@pytest.fixture
def seen(browser: Browser, tmp_path: Path) -> Iterator[Seen]:
    found = opened(browser, draw(small(), "lanskap", format="html"), tmp_path)
    yield found
    assert found.errors == []
    assert [url for url in found.requests if not url.startswith("file:")] == []
    assert len(found.requests) == 1
    found.page.close()


@needs_chromium
def test_search_finds_and_tells_how_many(seen: Seen) -> None:
    seen.page.fill("#cari", "antre")
    assert seen.page.inner_text("#jumlah").startswith("1 dari ")
    assert seen.page.locator("g.simpul.cocok").count() == 1
    assert "Antrean" in (seen.page.locator("g.simpul.cocok").text_content() or "")
    assert seen.page.locator("#rincian button").all_inner_texts() == ["Antrean"]


@needs_chromium
def test_a_click_shows_the_neighbours_and_escape_all_again(seen: Seen) -> None:
    seen.page.locator("g.simpul", has_text="Antrean").first.click()
    assert seen.page.inner_text("#rincian h2") == "Antrean"
    assert seen.page.locator("#rincian button").all_inner_texts() == ["SIMRS"]
    assert seen.page.locator("g.simpul.cocok").count() == 2
    seen.page.locator("#rincian button").click()
    assert seen.page.inner_text("#rincian h2") == "SIMRS"
    assert seen.page.get_attribute("#rincian a", "href") == "https://simrs.contohkab.go.id/?a=1&b=2"
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("g.simpul.cocok").count() == 0
    assert not seen.page.is_visible("#rincian")


@needs_chromium
def test_filters_by_unit_and_by_status(seen: Seen) -> None:
    seen.page.select_option("select[name=unit]", "Dinkes")
    names = seen.page.locator("#rincian button").all_inner_texts()
    assert names == ["Antrean", "SIMRS"]
    seen.page.select_option("select[name=unit]", "")
    seen.page.select_option("select[name=arti]", "Usulan")
    assert seen.page.locator("#rincian button").all_inner_texts() == ["Situs DLH"]


@needs_chromium
def test_zoom_and_pan_move_the_picture(seen: Seen) -> None:
    def matrix() -> str:
        return seen.page.get_attribute("g.svg-pan-zoom_viewport", "transform") or ""

    before = matrix()
    seen.page.click("#dekat")
    seen.page.wait_for_function(
        "m => document.querySelector('.svg-pan-zoom_viewport').getAttribute('transform') !== m", arg=before
    )
    closer = matrix()
    box = seen.page.locator("figure").bounding_box()
    assert box is not None
    seen.page.mouse.move(box["x"] + 300, box["y"] + 600)
    seen.page.mouse.down()
    seen.page.mouse.move(box["x"] + 360, box["y"] + 640)
    seen.page.mouse.up()
    seen.page.wait_for_function(
        "m => document.querySelector('.svg-pan-zoom_viewport').getAttribute('transform') !== m", arg=closer
    )


@needs_chromium
def test_a_line_that_goes_on_with_others_is_shown_to_its_end(browser: Browser, tmp_path: Path) -> None:
    b = Builder()
    users = tuple(b.unit(f"Dinas {name}") for name in "ABC")
    b.aplikasi("Pusat", kode="A1", pengguna=users, status="aktif")
    found = opened(browser, draw(b.build(), "konteks", format="html", focus="A1"), tmp_path)
    found.page.fill("#cari", "Dinas B")
    found.page.keyboard.press("Enter")
    assert found.page.locator("g.hubungan.cocok").count() == 2
    assert found.page.locator("g.hubungan").count() == 4
    assert found.page.locator("g.nama-hubungan.cocok").count() == 1
    assert found.errors == []
    found.page.close()


@needs_chromium
def test_every_arrangement_opens_without_an_error(browser: Browser, tmp_path: Path) -> None:
    landscape = small()
    # One of every arrangement: what the page is made of differs by that alone.
    for view in ("duplikasi", "alir-data", "lapisan", "peta-kemampuan", "metamodel", "peta-rencana"):
        found = opened(browser, draw(landscape, view, format="html", **wishes(landscape)), tmp_path)
        assert found.page.locator("svg").count() == 1
        assert (view, found.errors, len(found.requests)) == (view, [], 1)
        found.page.close()


@needs_chromium
def test_hostile_names_run_nothing(browser: Browser, tmp_path: Path) -> None:
    found = opened(browser, draw(hostile_landscape(HOSTILE), "integrasi", format="html"), tmp_path)
    found.page.on("dialog", lambda dialog: found.errors.append(dialog.message))
    found.page.fill("#cari", "script")
    found.page.locator("g.simpul.cocok").first.click()
    assert found.page.inner_text("#rincian h2")
    assert found.errors == []
    assert len(found.requests) == 1
    found.page.close()
