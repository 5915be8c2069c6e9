"""The command line as a user meets it: exit codes, plain words, one JSON document, no traceback."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "intake"))

from lembar import write_xlsx

from archrepo.cli.main import main


class Shell:
    """Runs ``archrepo`` in a folder of its own, in this process: start-up costs a second, and is tried apart."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with (
            pytest.MonkeyPatch.context() as patch,
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            for name in [name for name in os.environ if name.startswith("ARCHREPO_")]:
                patch.delenv(name)
            for name, value in {"NO_COLOR": "1", **environment}.items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as leaving:
                main(list(arguments))
        code = int(leaving.value.code or 0)
        texts = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))
        return subprocess.CompletedProcess(arguments, code, *texts)


def test_the_command_line_runs_as_a_process_of_its_own(tmp_path: Path) -> None:
    for program in ([sys.executable, "-m", "archrepo"], [sys.executable, Path(__file__).parents[2] / "cli.py"]):
        done = subprocess.run([*program, "show", "X"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (3, "")
        assert "belum ada" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture(scope="session")
def filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workbook and the repository that it was imported into, to be copied."""
    shell = Shell(tmp_path_factory.mktemp("terisi"))
    drawing = (
        "No|OPD|Nama Aplikasi|URL|Status|Lokasi Server\n"
        "1|Dinas Kesehatan|SIPANDU|sipandu.contohkab.go.id|Aktif|Server OPD\n"
        "2|Dinas Kesehatan|=HYPERLINK(1)|sigizi.contohkab.go.id|Aktif|Server Diskominfo"
    )
    write_xlsx(shell.folder / "a.xlsx", Aplikasi=drawing)
    assert shell("init", "--instansi", "Kabupaten Contoh", "--domain", "contohkab.go.id").returncode == 0
    assert shell("import", "a.xlsx").returncode == 0
    return shell.folder


@pytest.fixture
def filled(filled_folder: Path, shell: Shell) -> Shell:
    shutil.copytree(filled_folder, shell.folder, dirs_exist_ok=True)
    return shell


def test_import_prints_one_document_with_every_key(shell: Shell) -> None:
    write_xlsx(shell.folder / "a.xlsx", Aplikasi="No|OPD|Nama Aplikasi\n1|Dinas Kesehatan|SIPANDU\n2|Dinas Kesehatan|")
    shell("init")
    done = shell("import", "a.xlsx", "--format", "json")
    document = json.loads(done.stdout)
    assert {"files", "new_units", "batch", "dry_run", "written"} <= document.keys()
    (sheet,) = document["files"][0]["sheets"]
    assert sheet["header_row"] == 1
    assert sheet["rows"] == sum(sheet[key] for key in ("created", "updated", "unchanged", "joined")) + len(
        sheet["refused"]
    )
    assert {"sheet", "layer", "mapping", "unmapped", "warnings", "skipped", "elements"} <= sheet.keys()
    assert {"column", "letter", "field", "confidence"} == sheet["mapping"][0].keys()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("import", "tidak-ada.xlsx"), 2, "tidak ditemukan"),
        (("show", "DAA-9999"), 2, "tidak dikenal"),
        (("view", "lanskpa"), 2, "lanskap"),
        (("lihat",), 2, "tidak ada"),
        (("check", "--only", "ZZZ999"), 2, "ZZZ999"),
        (("edit", "DAA-0001", "status"), 2, "isian=nilai"),
        (("edit", "DAA-0001", "tahun_dibuat=202l"), 2, "bukan tahun"),
        (("edit", "DAA-0001", "sttus=aktif"), 2, "status"),
        (("report", "ringkasan-pimpinan", "-o", "x.doc"), 2, "xlsx"),
        (("add", "aplikasi", "nama=X", "terintegrasi_dengan=DAA-9999", "--opd", "Dinas Kesehatan"), 1, "DAA-9999"),
    ],
)
def test_what_goes_wrong_is_said_in_plain_words(
    filled: Shell, arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = filled(*arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr + done.stdout
    if arguments[0] != "report":
        assert words in done.stderr


@pytest.mark.parametrize("arguments", [("list",), ("import", "a.xlsx"), ("check",), ("opd", "list"), ("export",)])
def test_without_a_repository_every_command_says_how_to_make_one(shell: Shell, arguments: tuple[str, ...]) -> None:
    write_xlsx(shell.folder / "a.xlsx", Aplikasi="No|OPD|Nama Aplikasi\n1|Dinas Kesehatan|SIPANDU")
    done = shell(*arguments)
    assert done.returncode == 3
    assert "archrepo init" in done.stderr


def test_a_failure_asked_for_as_json_is_one_document(filled: Shell) -> None:
    document = json.loads(filled("show", "DAA-9999", "--format", "json").stdout)
    assert document["error"].keys() == {"code", "message", "where", "mend"}


def test_refused_rows_end_with_1_and_nothing_written(filled: Shell) -> None:
    write_xlsx(filled.folder / "b.xlsx", Data="No|Nama Aplikasi|Status\n1|TANPA UNIT|Aktif\n2|JUGA TANPA|Aktif")
    done = filled("import", "b.xlsx")
    assert done.returncode == 1
    assert 'b.xlsx, lembar "Data", baris 2' in done.stdout
    assert "TANPA UNIT" not in filled("list").stdout


def test_formula_like_text_leaves_as_text(filled: Shell) -> None:
    assert ",'=HYPERLINK(1)," in filled("export", "--layer", "aplikasi").stdout
    assert filled("export", "--layer", "aplikasi", "-o", "c.csv").returncode == 0
    again = json.loads(filled("import", "c.csv", "--format", "json").stdout)
    assert not again["written"]


def test_findings_decide_the_exit_code(filled: Shell) -> None:
    assert filled("check", "--fail-on", "never").returncode == 0
    assert filled("check", "--only", "INT001", "--fail-on", "warning").returncode == 1
    document = json.loads(filled("check", "--only", "INT001", "--format", "json").stdout)
    assert [row["code"] for row in document["findings"]] == ["INT001"]


def test_a_waived_finding_is_counted_aloud(filled: Shell) -> None:
    found = json.loads(filled("check", "--only", "INT001", "--format", "json").stdout)["findings"][0]
    assert filled("check", "waive", found["fingerprint"], "--alasan", "pindah tahun depan").returncode == 0
    document = json.loads(filled("check", "--only", "INT001", "--format", "json").stdout)
    assert document["summary"]["waived"] == 1
    assert "dikesampingkan" in filled("check", "--only", "INT001").stdout


def test_an_edit_based_on_an_old_version_is_refused(filled: Shell) -> None:
    assert filled("edit", "DAA-0001", "status=dihentikan", "--versi", "1").returncode == 0
    stale = filled("edit", "DAA-0001", "status=aktif", "--versi", "1")
    assert stale.returncode == 1
    assert "diubah orang lain" in stale.stderr


def test_add_show_search_remove(filled: Shell) -> None:
    added = filled("add", "aplikasi", "nama=SIKDA", "status=Aktif", "pengguna=Seluruh OPD", "--opd", "Dinas Kesehatan")
    kode = added.stdout.split()[0]
    shown = json.loads(filled("show", kode, "--format", "json").stdout)
    assert shown["isian"]["status"] == "aktif"
    assert kode in filled("search", "sikad").stdout
    assert filled("remove", kode).returncode == 0
    assert filled("show", kode).returncode == 2


def test_the_environment_names_database_and_person(shell: Shell) -> None:
    done = shell("init", ARCHREPO_DATABASE_URL="sqlite:///lain.db", ARCHREPO_USER="Ni Luh")
    assert done.returncode == 0
    assert (shell.folder / "lain.db").exists()


def test_help_is_indonesian(tmp_path: Path) -> None:
    # click makes its own option once a process, in the language of that moment.
    program = [sys.executable, "-m", "archrepo", "--help"]
    shown = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "Repositori arsitektur SPBE" in shown
    for command in ("import", "check", "view", "report"):
        assert command in shown
    assert "Show this message" not in shown
