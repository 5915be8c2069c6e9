"""A change by hand that was based on an older state is refused, with what changed since; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from isi_contoh import store

from archrepo.commands.editing import edit_element, remove_element
from archrepo.commands.merging import merge_elements
from archrepo.landscape.loader import load_landscape
from archrepo.landscape.sidik import content_hash
from archrepo.model.penulis import StaleEditError
from archrepo.repository import Repository


@pytest.fixture
def changed(each_repository: Repository) -> Repository:
    """Two applications; Ani changed the first since its version 1 was read."""
    isi = store(each_repository)
    with each_repository.write("Penguji", "isi") as work:
        work.writer.insert("Aplikasi", [{"instansi_id": isi.kabupaten, "nama": "SIMRS Lama"}])
    edit_element(each_repository, "Ani", "DAA-0001", {"fungsi": "rekam medis", "status": "tidak_aktif"})
    return each_repository


@pytest.mark.parametrize(
    "change",
    [
        lambda repository: edit_element(repository, "Budi", "DAA-0001", {"fungsi": "lain"}, versi=1),
        lambda repository: remove_element(repository, "Budi", "DAA-0001", versi=1),
        lambda repository: merge_elements(repository, "Budi", "DAA-0001", ["DAA-0002"], versions={"DAA-0001": 1}),
        lambda repository: merge_elements(repository, "Budi", "DAA-0002", ["DAA-0001"], versions={"daa-0001": 1}),
    ],
)
def test_a_stale_change_is_refused_with_the_difference(
    changed: Repository, change: Callable[[Repository], object]
) -> None:
    with changed.read() as connection:
        before = content_hash(load_landscape(connection))
    with pytest.raises(StaleEditError) as caught:
        change(changed)
    assert any("Ani: " in line and "rekam medis" in line for line in caught.value.changes)
    assert any('Status diubah dari "Aktif" menjadi "Tidak Aktif"' in line for line in caught.value.changes)
    assert "rekam medis" in caught.value.message
    with changed.read() as connection:
        assert content_hash(load_landscape(connection)) == before


def test_a_change_based_on_the_present_state_is_kept(changed: Repository) -> None:
    done = edit_element(changed, "Budi", "DAA-0001", {"fungsi": "lain"}, versi=2)
    assert (done.changed, done.versi) == (True, 3)
    merge_elements(changed, "Budi", "DAA-0001", ["DAA-0002"], versions={"DAA-0001": 3, "DAA-0002": 1})
