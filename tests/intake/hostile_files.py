"""Files that must be refused: each function writes one and says which problem it is."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from sheet_drawing import draw_xls, ods_cell, ole_file, part_of, rezipped, small_xlsx, write_ods

Maker = Callable[[Path], Path]
CORPUS: dict[str, tuple[str, Maker]] = {}
"""By name: the code of the problem, and what writes the file into a folder."""

SHEET = "xl/worksheets/sheet1.xml"


def hostile(code: str) -> Callable[[Maker], Maker]:
    """Add a maker to the corpus."""

    def add(maker: Maker) -> Maker:
        CORPUS[maker.__name__] = (code, maker)
        return maker

    return add


def _with_sheet(folder: Path, old: bytes, new: bytes) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    return rezipped(path, replace={SHEET: part_of(path, SHEET).replace(old, new, 1)})


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@hostile("IMP070")
def missing(folder: Path) -> Path:
    return folder / "tidak-ada.xlsx"


@hostile("IMP071")
def a_folder_named_like_a_workbook(folder: Path) -> Path:
    path = folder / "a.xlsx"
    path.mkdir()
    return path


@hostile("IMP072")
def empty_workbook(folder: Path) -> Path:
    return _written(folder / "a.xlsx", b"")


@hostile("IMP072")
def csv_of_blank_lines(folder: Path) -> Path:
    return _written(folder / "a.csv", b"\n\n ; \n".replace(b" ", b""))


@hostile("IMP073")
def a_pdf(folder: Path) -> Path:
    return _written(folder / "a.pdf", b"%PDF-1.7")


@hostile("IMP080")
def a_macro_workbook_by_name(folder: Path) -> Path:
    return small_xlsx(folder / "a.xlsx").rename(folder / "a.xlsm")


@hostile("IMP074")
def an_old_workbook_renamed_xlsx(folder: Path) -> Path:
    return draw_xls(folder / "a.xlsx", "No|Nama Aplikasi\n#1|SIMPEG")


@hostile("IMP074")
def a_new_workbook_renamed_xls(folder: Path) -> Path:
    return small_xlsx(folder / "a.xlsx").rename(folder / "a.xls")


@hostile("IMP074")
def a_web_page_renamed_xls(folder: Path) -> Path:
    return _written(folder / "a.xls", b"<html><table><tr><td>Nama Aplikasi</td></tr></table></html>")


@hostile("IMP074")
def a_pdf_renamed_xlsx(folder: Path) -> Path:
    return _written(folder / "a.xlsx", b"%PDF-1.7 bukan lembar kerja")


@hostile("IMP074")
def text_renamed_xlsx(folder: Path) -> Path:
    return _written(folder / "a.xlsx", b"No,Nama Aplikasi\n1,SIMPEG\n")


@hostile("IMP074")
def a_plain_zip_renamed_xlsx(folder: Path) -> Path:
    path = folder / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("catatan.txt", "halo")
    return path


@hostile("IMP074")
def a_word_document_renamed_xlsx(folder: Path) -> Path:
    path = folder / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    return path


@hostile("IMP074")
def a_workbook_renamed_csv(folder: Path) -> Path:
    return small_xlsx(folder / "a.xlsx").rename(folder / "a.csv")


@hostile("IMP075")
def a_locked_workbook(folder: Path) -> Path:
    return _written(folder / "a.xlsx", ole_file({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}))


@hostile("IMP075")
def a_locked_part(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    content = bytearray(path.read_bytes())
    position = content.find(b"PK\x01\x02")
    content[position + 8] |= 1
    return _written(path, bytes(content))


@hostile("IMP075")
def a_locked_open_document(folder: Path) -> Path:
    path = write_ods(folder / "a.ods", "")
    return rezipped(path, replace={"META-INF/manifest.xml": b"<m><manifest:encryption-data/></m>"})


@hostile("IMP076")
def a_truncated_workbook(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    return _written(path, path.read_bytes()[:-400])


@hostile("IMP076")
def a_truncated_beginning(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    return _written(path, path.read_bytes()[:200])


@hostile("IMP076")
def a_damaged_part(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo(SHEET)
    start = member.header_offset + 30 + len(SHEET)
    for position in range(start + 5, start + 40):
        content[position] ^= 0xFF
    return _written(path, bytes(content))


@hostile("IMP076")
def lying_sizes(folder: Path) -> Path:
    """Write a part that inflates to more than its entry in the directory states."""
    path = small_xlsx(folder / "a.xlsx")
    path = rezipped(path, add={"xl/isi.xml": b"<a>" + b"x" * 50_000 + b"</a>"})
    content = bytearray(path.read_bytes())
    position = content.rfind(b"PK\x01\x02", 0, content.rfind(b"xl/isi.xml"))
    struct.pack_into("<I", content, position + 24, 10)
    return _written(path, bytes(content))


@hostile("IMP077")
def too_many_parts(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    return rezipped(path, add={f"xl/media/gambar{number}.txt": b"" for number in range(3100)})


@hostile("IMP077")
def a_cell_of_one_megabyte(folder: Path) -> Path:
    return _with_sheet(
        folder, b"</sheetData>", b'<row r="3"><c r="A3" t="str"><v>' + _noise(1_000_000) + b"</v></c></row></sheetData>"
    )


@hostile("IMP077")
def too_many_merges(folder: Path) -> Path:
    merges = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (row, row) for row in range(1, 120_000))
    return _with_sheet(folder, b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>")


@hostile("IMP077")
def a_csv_cell_of_one_megabyte(folder: Path) -> Path:
    return _written(folder / "a.csv", b'No,Nama Aplikasi\n1,"' + b"x" * 1_000_000 + b'"\n')


@hostile("IMP077")
def a_csv_of_a_hundred_thousand_columns(folder: Path) -> Path:
    return _written(folder / "a.csv", b",".join(b"k%d" % number for number in range(100_000)) + b"\n")


@hostile("IMP077")
def a_sheet_of_many_columns_without_references(folder: Path) -> Path:
    cells = b"<c><v>1</v></c>" * 3000
    return _with_sheet(folder, b"</sheetData>", b"<row>" + cells + b"</row></sheetData>")


@hostile("IMP078")
def a_bomb(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    row = b'<row r="3"><c r="A3"><v>1</v></c></row>'
    return rezipped(path, add={"xl/worksheets/sheet2.xml": b"<a>" + row * 1_000_000 + b"</a>"})


@hostile("IMP078")
def a_bomb_in_open_document(folder: Path) -> Path:
    return write_ods(folder / "a.ods", "<table:table-row><table:table-cell/></table:table-row>" * 500_000)


@hostile("IMP079")
def a_sparse_giant(folder: Path) -> Path:
    return _with_sheet(folder, b"</sheetData>", b'<row r="200000"><c r="XFD200000"><v>1</v></c></row></sheetData>')


@hostile("IMP079")
def a_sparse_giant_in_single_quotes(folder: Path) -> Path:
    return _with_sheet(folder, b"</sheetData>", b"<row r = '200000'><c r = 'XFD200000'><v>1</v></c></row></sheetData>")


@hostile("IMP079")
def a_cell_in_the_last_column(folder: Path) -> Path:
    return _with_sheet(folder, b"</sheetData>", b'<row r="9000"><c r="XFD9000"><v>1</v></c></row></sheetData>')


@hostile("IMP079")
def a_repeated_cell_in_open_document(folder: Path) -> Path:
    cell = ods_cell("SIMPEG", ' table:number-columns-repeated="16000"')
    return write_ods(folder / "a.ods", f"<table:table-row>{cell}</table:table-row>")


@hostile("IMP079")
def a_repeated_row_in_open_document(folder: Path) -> Path:
    row = f'<table:table-row table:number-rows-repeated="1000000">{ods_cell("SIMPEG")}</table:table-row>'
    return write_ods(folder / "a.ods", row)


@hostile("IMP080")
def macros(folder: Path) -> Path:
    return rezipped(small_xlsx(folder / "a.xlsx"), add={"xl/vbaProject.bin": b"x"})


@hostile("IMP080")
def macros_by_content_type(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    types = part_of(path, "[Content_Types].xml")
    old = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return rezipped(
        path,
        replace={"[Content_Types].xml": types.replace(old, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")},
    )


@hostile("IMP080")
def macros_in_an_old_workbook(folder: Path) -> Path:
    return _written(folder / "a.xls", ole_file({"Workbook": b"x", "_VBA_PROJECT_CUR": b"y"}))


@hostile("IMP081")
def links_to_another_file(folder: Path) -> Path:
    return rezipped(small_xlsx(folder / "a.xlsx"), add={"xl/externalLinks/externalLink1.xml": b"<a/>"})


@hostile("IMP081")
def a_link_by_relation(folder: Path) -> Path:
    relation = (
        b'<Relationships><Relationship Id="r1" TargetMode="External" Target="file:///c:/x.xlsx" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"/></Relationships>'
    )
    return rezipped(small_xlsx(folder / "a.xlsx"), add={"xl/_rels/lain.xml.rels": relation})


@hostile("IMP081")
def a_data_connection(folder: Path) -> Path:
    return rezipped(small_xlsx(folder / "a.xlsx"), add={"xl/connections.xml": b"<connections/>"})


@hostile("IMP082")
def a_zip_inside(folder: Path) -> Path:
    return rezipped(small_xlsx(folder / "a.xlsx"), add={"xl/media/a.zip": b"x"})


@hostile("IMP082")
def a_zip_inside_under_another_name(folder: Path) -> Path:
    inner = small_xlsx(folder / "b.xlsx").read_bytes()
    return rezipped(small_xlsx(folder / "a.xlsx"), add={"xl/media/gambar.png": inner})


@hostile("IMP083")
def a_document_type(folder: Path) -> Path:
    return _with_sheet(folder, b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet')


@hostile("IMP083")
def one_part_twice(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(SHEET.upper().replace("XL/", "xl/"), b"<a/>")
    return path


@hostile("IMP083")
def a_part_in_utf16(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    return rezipped(path, replace={SHEET: part_of(path, SHEET).decode().encode("utf-16")})


@hostile("IMP083")
def an_unusual_compression(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("xl/media/a.txt", b"x" * 1000)
    return path


@hostile("IMP086")
def nonsense_in_an_old_workbook(folder: Path) -> Path:
    return _written(folder / "a.xls", ole_file({"Workbook": b"\xff\xfe\x00" * 900}))


@hostile("IMP086")
def a_workbook_without_its_list_of_sheets(folder: Path) -> Path:
    return rezipped(small_xlsx(folder / "a.xlsx"), drop=("xl/workbook.xml",))


@hostile("IMP088")
def zero_bytes_in_a_csv(folder: Path) -> Path:
    return _written(folder / "a.csv", b"No,Nama Aplikasi\n1,SIM\x00PEG\n")


@hostile("IMP088")
def a_binary_csv(folder: Path) -> Path:
    return _written(folder / "a.csv", bytes(range(256)) * 20)


@hostile("IMP088")
def a_cut_utf16_csv(folder: Path) -> Path:
    return _written(folder / "a.csv", "No;Nama Aplikasi\n1;SIMPEG".encode("utf-16") + b"\x00")


@hostile("IMP091")
def json_that_is_cut(folder: Path) -> Path:
    return _written(folder / "a.json", b'{"layers": {"aplikasi": [{"nama": "SIMPEG"')


@hostile("IMP091")
def json_that_is_no_list(folder: Path) -> Path:
    return _written(folder / "a.json", b'{"nama": "SIMPEG"}')


@hostile("IMP091")
def json_nested_without_end(folder: Path) -> Path:
    return _written(folder / "a.json", b"[" * 200_000)


@hostile("IMP091")
def json_with_an_endless_number(folder: Path) -> Path:
    return _written(folder / "a.json", b'[{"nama": ' + b"9" * 5_000 + b"}]")


@hostile("IMP072")
def json_without_rows(folder: Path) -> Path:
    return _written(folder / "a.json", b"[]")


@hostile("IMP074")
def a_picture_renamed_xlsx(folder: Path) -> Path:
    return _written(folder / "a.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200))


@hostile("IMP074")
def an_archive_renamed_xlsx(folder: Path) -> Path:
    return _written(folder / "a.xlsx", b"\x1f\x8b\x08" + bytes(200))


@hostile("IMP074")
def xml_renamed_csv(folder: Path) -> Path:
    return _written(folder / "a.csv", b"<?xml version='1.0'?><Workbook><Row/></Workbook>")


@hostile("IMP073")
def a_file_without_an_ending(folder: Path) -> Path:
    return _written(folder / "inventaris", b"No,Nama Aplikasi")


@hostile("IMP077")
def a_csv_line_of_many_cells(folder: Path) -> Path:
    return _written(folder / "a.csv", b"Nama Aplikasi" + b"," * 100_000)


@hostile("IMP077")
def a_csv_cell_of_a_megabyte(folder: Path) -> Path:
    return _written(folder / "a.csv", b'No,Nama Aplikasi\n1,"' + b"x" * 1_000_000 + b'"\n')


@hostile("IMP077")
def json_of_many_keys(folder: Path) -> Path:
    keys = b",".join(b'"k%d": 1' % number for number in range(3_000))
    return _written(folder / "a.json", b"[{" + keys + b"}]")


@hostile("IMP086")
def a_sheet_cut_in_the_middle(folder: Path) -> Path:
    path = small_xlsx(folder / "a.xlsx")
    return rezipped(path, replace={SHEET: part_of(path, SHEET)[:-60]})


def _noise(size: int) -> bytes:
    """Return text that does not pack well, so that no ratio is exceeded."""
    state, signs = 7, bytearray()
    while len(signs) < size:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        signs += b"%x" % state
    return bytes(signs[:size])
