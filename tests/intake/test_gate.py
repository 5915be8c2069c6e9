"""Every hostile file is refused with one message that names it and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_files import CORPUS
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_drawing import MINIMAL, draw_ods, draw_xls, part_of, rezipped, small_xlsx

from archrepo.errors import ExitCode, InputError
from archrepo.intake.gate import check_file
from archrepo.intake.limits import Limits
from archrepo.intake.problems import PROBLEMS, FileProblem
from archrepo.intake.workbook import read_workbook

SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("name", CORPUS)
def test_hostile_file_is_refused(name: str, tmp_path: Path) -> None:
    code, maker = CORPUS[name]
    path = maker(tmp_path)
    with pytest.raises(InputError) as caught:
        read_workbook(path)
    assert (name, caught.value.code) == (name, code)
    assert caught.value.where is not None
    assert caught.value.where.file == path.name
    assert caught.value.mend.endswith(".")
    assert "Traceback" not in caught.value.message
    assert caught.value.exit_code == ExitCode.USAGE


def test_corpus_meets_nearly_every_file_problem() -> None:
    file_codes = {code for code, problem in PROBLEMS.items() if problem.group == "file"}
    elsewhere = {"IMP084", "IMP085", "IMP087", "IMP089"}  # below, and in test_reading
    assert {code for code, _ in CORPUS.values()} == file_codes - elsewhere


@pytest.mark.parametrize("code", PROBLEMS)
def test_problem_is_written_for_the_sender(code: str) -> None:
    problem = PROBLEMS[code]
    assert problem.message() == problem.message().strip()
    assert problem.title[0].isupper()
    assert problem.mend.endswith((".", "}"))
    assert len({other.template for other in PROBLEMS.values()}) == len(PROBLEMS)


def test_honest_files_pass(tmp_path: Path) -> None:
    paths = [
        small_xlsx(tmp_path / "a.xlsx"),
        draw_ods(tmp_path / "b.ods", MINIMAL),
        draw_xls(tmp_path / "c.xls", MINIMAL),
    ]
    assert [check_file(path).kind for path in paths] == [".xlsx", ".ods", ".xls"]


def test_styles_far_from_the_table_are_no_reason_to_refuse(tmp_path: Path) -> None:
    path = small_xlsx(tmp_path / "a.xlsx")
    far = b'<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row></sheetData>'
    rezipped(path, replace={SHEET: part_of(path, SHEET).replace(b"</sheetData>", far)})
    assert read_workbook(path).sheets[0].rows[1][1] == "SIMPEG"


def test_link_in_a_cell_is_no_link_to_another_workbook(tmp_path: Path) -> None:
    path = small_xlsx(tmp_path / "a.xlsx")
    assert b"hyperlink" not in part_of(path, SHEET)
    relation = (
        b'<Relationships><Relationship Id="r1" TargetMode="External" Target="https://contoh.go.id" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    rezipped(path, add={"xl/worksheets/_rels/sheet1.xml.rels": relation})
    assert check_file(path).kind == ".xlsx"


def test_unreadable_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small_xlsx(tmp_path / "a.xlsx")

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileProblem, match="tidak ada izin baca") as caught:
        check_file(path)
    assert caught.value.code == "IMP071"


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(file_bytes=100), "IMP077"),
        (Limits(part_bytes=100), "IMP078"),
        (Limits(inflated_bytes=2000), "IMP078"),
        (Limits(cell_bytes=100), "IMP077"),
        (Limits(members=3), "IMP077"),
    ],
)
def test_limits_are_parameters(limits: Limits, code: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        check_file(small_xlsx(tmp_path / "a.xlsx"), limits)
    assert caught.value.code == code


@given(length=st.integers(1, 900), lead=st.integers(0, 2_000), too_long=st.none() | st.integers(0, 1_100_000))
@settings(max_examples=60)
def test_text_is_measured_whole_however_the_part_inflates(
    length: int, lead: int, too_long: int | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cell = b"<v>" + b"x" * length + b"</v>"
    part = b"<r>" + b" " * min(lead, 900) + cell * (1_200_000 // len(cell))
    if too_long is not None:
        at = part.rfind(b"<v>", 0, max(too_long, 1_000) + 3)
        part = part[:at] + b"<v>" + b"y" * 1_010 + b"</v>" + part[at:]
    path = rezipped(small_xlsx(tmp_path_factory.mktemp("a") / "a.xlsx"), add={"xl/extra.xml": part + b"</r>"})
    limits = Limits(cell_bytes=1_000, ratio=10**6)
    if too_long is None:
        assert check_file(path, limits).kind == ".xlsx"
    else:
        with pytest.raises(FileProblem) as caught:
            check_file(path, limits)
        assert caught.value.code == "IMP077"


def test_giant_that_the_gate_lets_pass_kills_only_the_child(tmp_path: Path) -> None:
    path = small_xlsx(tmp_path / "a.xlsx")
    far = b'<row r="200000"><c r="XFD200000"><v>1</v></c></row></sheetData>'
    rezipped(path, replace={SHEET: part_of(path, SHEET).replace(b"</sheetData>", far)})
    with pytest.raises(FileProblem) as caught:
        read_workbook(path, Limits(cells=10**12, columns=20_000))
    assert caught.value.code == "IMP084"


def test_child_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr("archrepo.intake.workbook._CHILD", slow)
    with pytest.raises(FileProblem) as caught:
        read_workbook(small_xlsx(tmp_path / "a.xlsx"), Limits(seconds=1))
    assert caught.value.code == "IMP085"
