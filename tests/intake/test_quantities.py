"""Amounts with units: converted to the unit of the field, the written text kept where it says more."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_drawing import only, read_drawing

from archrepo.declarations.kolom import column
from archrepo.intake.quantities import quantity
from archrepo.intake.values import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 TB", 4096),
        ("500 GB", 500),
        ("RAM 64GB", 64),
        ("128 Gb", 128),
        ("2 x 16 GB", 32),
        ("4x4TB RAID 5", 16384),
        ("64 GB (2x32 GB)", 64),
        ("500 GB SSD + 1 TB HDD", 1524),
        ("DDR4 8GB", 8),
        ("512 MB", 0.5),
        ("1,5 TB", 1536),
        ("8/16 GB", None),
        ("Xeon E5-2650", None),
        ("16 GB sampai 32 GB", None),
        ("banyak", None),
    ],
)
def test_storage_in_gigabytes(text: str, expected: float | None) -> None:
    assert quantity(text, "GB") == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("10 Mbps", 10), ("1 Gbps", 1000), ("20 Mb/s", 20), ("Dedicated 50 Mbps", 50), ("75", 75)]
)
def test_speed_in_megabits(text: str, expected: float) -> None:
    assert quantity(text, "Mbps") == expected


def test_the_text_stays_where_it_says_more_than_the_number() -> None:
    storage = column("Server", "penyimpanan_gb")
    assert storage is not None
    assert [normalise(text, storage)[:4:3] for text in ("4 TB", "500 GB", "500")] == [
        (4096, "4 TB"), (500, None), (500, None),
    ]  # fmt: skip
    assert normalise("besar", storage).code == "IMP016"


def test_the_unit_of_the_sender_s_title_counts_for_bare_numbers(tmp_path: Path) -> None:
    drawing = "No|Nama Server|RAM (MB)|Storage (TB)|Fungsi\n#1|SRV-1|#2048|#4|Web server"
    record = only(read_drawing(tmp_path, drawing))
    assert record.kelas == "Server"
    assert (record.values["memori_gb"], record.values["penyimpanan_gb"]) == (2, 4096)
