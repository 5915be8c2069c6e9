"""Lists of devices: the class of each row by its kind, or by its name."""

from __future__ import annotations

from pathlib import Path

from sheet_drawing import draw_xlsx, read_drawing

from archrepo.intake.reading import read_file


def kinds(path: Path, drawing: str, sheet: str = "Inventaris") -> dict[object, str]:
    return {row.values["nama"]: row.kelas for row in read_drawing(path, drawing, sheet=sheet).records}


def test_a_column_tells_the_kind_of_device(tmp_path: Path) -> None:
    drawing = """
    No|Nama Perangkat|Jenis Perangkat|Merk
    #1|Utama|Firewall|Fortinet
    #2|Lantai 1|Access Point|Ubiquiti
    #3|Data|NAS|Synology
    #4|Web|Server|Dell
    #5|Cadangan|UPS|APC
    #6|Lain|Meteran|-
    """
    found = kinds(tmp_path, drawing)
    assert found.pop("Lain") in found.values()
    assert found == {
        "Utama": "PerangkatKeamanan",
        "Lantai 1": "PerangkatJaringan",
        "Data": "MediaPenyimpanan",
        "Web": "Server",
        "Cadangan": "PerangkatPeriferal",
    }


def test_names_tell_the_kind_where_no_column_does(tmp_path: Path) -> None:
    assert kinds(tmp_path, "No|Nama Perangkat|Lokasi\n#1|Core Switch|Ruang server\n#2|Router Border|Ruang server") == {
        "Core Switch": "PerangkatJaringan",
        "Router Border": "PerangkatJaringan",
    }


def test_a_table_of_servers_stays_one_whatever_they_are_called(tmp_path: Path) -> None:
    drawing = "Hostname|Processor|RAM\nsrv-gateway|Xeon|#64\nrouter-db|Xeon|#32"
    assert set(kinds(tmp_path, drawing).values()) == {"Server"}


def test_goods_are_devices_only_where_they_say_so(tmp_path: Path) -> None:
    goods = "No|Nama Barang|Kategori|Jumlah\n#1|Catalyst 9300|Switch|#4\n#2|UPS APC|UPS|#2"
    assert kinds(tmp_path, goods) == {"Catalyst 9300": "PerangkatJaringan", "UPS APC": "PerangkatPeriferal"}
    software = "No|Nama Barang|Tahun Perolehan\n#1|Aplikasi Arsip|#2019\n#2|Website Dinas|#2020"
    assert set(kinds(tmp_path, software).values()) == {"Aplikasi"}


def test_sheet_of_network_devices_is_told_from_one_of_servers(tmp_path: Path) -> None:
    drawing = "No|Nama Perangkat|Merk\n#1|Utama|Cisco\n#2|Cadangan|HP"
    book = draw_xlsx(tmp_path / "dc.xlsx", {"Perangkat Jaringan": drawing})
    assert read_file(book, opd="Dinas Contoh").sheets[0].kelas == "PerangkatJaringan"
